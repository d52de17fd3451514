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

// While the page is printed, no box around the element cuts it off.
function uncutOnPaper(element, signal) {
  let letGo;
  const free = () => {
    letGo?.();
    letGo = undefined;
  };
  addEventListener("beforeprint", () => (letGo ??= uncut(element)), { signal });
  addEventListener("afterprint", free, { signal });
  signal.addEventListener("abort", free);
}

// Until the function that it returns is called, no box around the element cuts it off on paper: one that scrolls would
// print what is in view and leave the other sheets empty.
function uncut(element) {
  const put = [];
  for (let inner = element; inner; inner = inner.getRootNode().host) {
    const root = inner.getRootNode();
    const sheet = new CSSStyleSheet({ media: "print" });
    sheet.replaceSync(
      "[data-phc-printed],:has([data-phc-printed]){height:auto!important;max-height:none!important;overflow:visible!important}",
    );
    inner.dataset.phcPrinted = "";
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    put.push([inner, root, sheet]);
  }
  return () => {
    for (const [inner, root, sheet] of put) {
      delete inner.dataset.phcPrinted;
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
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

// Heading levels continue the page's outline; parts can be styled by the host's style sheet.
function mark(root, level) {
  for (const heading of root.querySelectorAll(":is(h1,h2,h3,h4):not([aria-level])")) {
    heading.setAttribute("aria-level", Math.min(6, level - 1 + Number(heading.localName[1])));
  }
  for (const [part, selector] of Object.entries(PARTS)) {
    for (const found of root.querySelectorAll(`${selector}:not([part])`)) found.setAttribute("part", part);
  }
}

function sheet(name) {
  if (!sheets[name]) {
    sheets[name] = new CSSStyleSheet();
    sheets[name].replaceSync(SHEETS[name]);
  }
  return sheets[name];
}
