// Keeps answers, notes and names from session recorders and automatic capture in a host's page. `cargo xtask dist` appends
// this to `widget.js`.

// Marks that session recorders and automatic capture respect, on the element and, for those that look no further than the
// shadow root, inside. A framework may take the outer ones away.
const EXCLUDED = {
  class: "rr-block ph-no-capture fs-exclude sentry-block amp-block nr-block mouseflow-exclude smartlook-hide lr-hide",
  "data-hj-suppress": "",
  "data-clarity-mask": "true",
  "data-sl": "exclude",
  "data-private": "",
  "data-dd-privacy": "hidden",
  "data-heap-redact-text": "true",
  "data-matomo-mask": "",
  "data-cs-mask": "",
  "data-recording-disable": "",
};
// Events that tell what was answered or typed. They end at the shadow root.
const PRIVATE = `input beforeinput change click dblclick auxclick contextmenu keydown keyup keypress pointerdown pointerup
  mousedown mouseup touchstart touchend touchcancel compositionstart compositionupdate compositionend
  copy cut paste dragstart drop`.split(/\s+/);

// Asks recorders to leave an element out.
function exclude(element) {
  for (const [name, value] of Object.entries(EXCLUDED)) {
    if (name === "class") element.classList.add(...value.split(" "));
    else element.setAttribute(name, value);
  }
}

// Ends events of ours at the shadow root, after the program has heard them inside. Dialogs of the host's page need two
// keys, which say nothing.
function keepInside(shadow, signal) {
  const end = (event) => event.key === "Escape" || event.key === "Tab" || event.stopPropagation();
  for (const name of PRIVATE) shadow.addEventListener(name, end, { signal });
}
