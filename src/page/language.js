// Which language to speak. `cargo xtask dist` puts this into `boot.js`, `loader.js` and `widget.js`.

// The tag of the first of these that the check has (`known`): the person's choice, the language around it, the browser's.
// English otherwise. The language without its country will do: `cy` for `cy-GB`.
function languageOf(known, around, chosen = chosenLanguage()) {
  const tags = [chosen, around, ...navigator.languages].filter(Boolean).map((tag) => tag.toLowerCase());
  return tags.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(known, tag)) ?? "en";
}

// The same for an element; the preview of the embed code shows what visitors of another page get.
function languageAround(element, known) {
  return languageOf(known, element.closest("[lang]")?.lang, element.closest("#phc") ? null : undefined);
}

function chosenLanguage() {
  try {
    return localStorage.getItem("phc.language");
  } catch {
    return null;
  }
}

// A language file. One that is late is not waited for: the check then begins in English and says so.
async function fetchWords(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout?.(10_000) });
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response.text();
}
