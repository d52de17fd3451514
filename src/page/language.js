// Which language to speak. `cargo xtask dist` puts this into `loader.js` and `widget.js`.

// The language of the page around an element, or the browser's first, if the check (`known`) has it; English otherwise. The
// language without its country will do: `cy` for `cy-GB`.
function languageOf(element, known) {
  const around = element.closest("[lang]")?.lang;
  const tags = (around ? [around] : [...navigator.languages]).map((tag) => tag.toLowerCase());
  return tags.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(known, tag)) ?? "en";
}
