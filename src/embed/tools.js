// What `widget.js` uses of the browser. `cargo xtask dist` appends this to it.

function pause() {
  return new Promise((done) => setTimeout(done));
}

// Resolves in the task after the next paint; a hidden page is not painted, so a timeout replaces it.
function drawn() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

// A network that says nothing for a minute is told like one that fails.
function fetchInTime(address) {
  return fetch(address, { signal: AbortSignal.timeout?.(60_000) });
}

// Until the function that it returns is called, the browser scrolls after nothing that moves. Firefox takes the element
// that a check stood in for what the reader looks at.
function holdScrolling() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*{overflow-anchor:none}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "partnership-health-check-checks.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function event(name, detail) {
  return new CustomEvent(name, { bubbles: true, composed: true, detail });
}
