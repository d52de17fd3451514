// One check inside the tag of a host's page: what `src/page/boot.js` is for the own page. `loader.js` imports this
// file and hands it the module, as it was fetched. `cargo xtask dist` fills in the sheets, the words and the files of
// languages, and puts `links.js`, `others.js` and wasm-bindgen's glue at the end, the glue as the function `create`.

const PANICS_A_MINUTE = 3;
const WORDS = {{words}};
// Files of the languages that are not built into the module.
const TEXTS = {{texts}};
const CHOICES = { kind: {{kinds}}, length: {{lengths}}, side: {{sides}} };
const SHEETS = { light: {{sheet}}, dark: {{dark}} };
// What a host can give a look of its own, beside the custom properties of the sheet.
const PARTS = {{parts}};
const STORAGE_KEY = /^[a-z0-9-]{1,40}$/i;

const running = new Set();
// What the next start in the same element goes on from.
const ended = new WeakMap();
// The sheets, read once for all checks of the page, that of the dark only where it is dark.
const sheets = {};
const darkness = matchMedia("(prefers-color-scheme: dark)");
const texts = {};
// The two modules, compiled once for all checks of the page.
const modules = {};

/**
 * Starts the check in this element. Returns what ends it.
 */
export async function run(element, { module, folder, link }) {
  const before = ended.get(element);
  const settings = read(element);
  const words = WORDS[settings.language] ?? WORDS.en;
  const ends = new AbortController();
  const own = settings.ownPage || new URL("../", folder).href;
  const key = `phc.${settings.key}${settings.key && "."}record`;
  // What it showed and held belongs to the answers of that storage key.
  const kept = before?.key === key ? before : undefined;
  const me = { element, key, hear };
  const later = () =>
    compiled("later", () => fetch(new URL(self.DecompressionStream ? "{{later}}.bin" : "{{later}}.wasm", folder)));
  let root;
  let program;
  let panics = [];
  // Whether each step of the program is a turn of its own.
  let slowly = true;

  const [language, prepared] = await Promise.all([readTexts(settings.language, folder), prepare()]);
  // The start is in pieces, so that the page around it can do something in between.
  await pause();
  // A check that goes on shows what it showed, unless a link in the address asks for something else.
  const asked = link.test(location.hash);
  const taken = before && !asked ? "" : takeLink(link, key, settings.key);
  running.add(me);
  const shadow = element.shadowRoot;
  // The height that it had last, whether there was anything to see, and whether its first screen is whole.
  let height = before?.height || element.offsetHeight;
  let [isSeen, isWhole] = [height > 0, false];
  const size = new CSSStyleSheet();
  // The size that the reader has chosen for text, whatever the page makes of it; its colour changes with the page's.
  const probe = document.createElement("p");
  shadow.adoptedStyleSheets = [sheet("light")];
  probe.className = "probe";
  probe.ontransitionend = showColours;
  shadow.append(probe);
  // The place that the check will take stays free until it is whole.
  measure();
  showColours();
  const resized = new ResizeObserver(([{ contentRect }]) => {
    const wasSeen = isSeen;
    isSeen = contentRect.height > 0;
    if (isSeen) height = contentRect.height;
    // What is not shown has no size of text, and hears of no colours. Not at once: browsers call it an error.
    if (isSeen && !wasSeen) {
      setTimeout(() => {
        measure();
        showColours();
      });
    }
  });
  resized.observe(element);

  root = makeRoot(taken || (kept?.fragment ?? ""));
  root.phcHeld = kept?.held;
  await pause();
  begin(prepared, false);
  // The first drawing, of nothing, and the request for the second module.
  await pause();
  await pause();
  await turn();
  await pause();
  slowly = false;
  // A check that goes on is shown when it is whole.
  if (!before) show();
  for (let piece = 1; piece < {{pieces}}; piece += 1) {
    await drawn();
    await turn();
  }
  if (before) show();
  // Loading the page again shows the same, where the reader was.
  if (taken && asked) arrive();
  // A link's result comes with the second module.
  later().then(drawn, () => {}).then(drawn).then(() => {
    isWhole = true;
    if (!ends.signal.aborted) measure();
  });
  return () => {
    ends.abort();
    running.delete(me);
    resized.disconnect();
    size.replaceSync(`:host{min-height:${height}px}`);
    // With the element goes what listens on it, and the program with that.
    shadow.replaceChildren();
    ended.set(element, { key, held: root.phcHeld, fragment: root.dataset.fragment, height });
  };

  // Lets the program draw the next piece, once the page is in view.
  async function turn() {
    while (document.hidden) await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
    root.dispatchEvent(new Event("turn"));
  }

  function measure() {
    const rem = getComputedStyle(probe).fontSize || "16px";
    size.replaceSync(`:host{--phc-rem:${rem}${isWhole ? "" : `;min-height:${height}px`}}`);
  }

  function show() {
    shadow.replaceChildren(probe, root);
    listen();
  }

  async function prepare() {
    const made = create(failed, later, (task) => (slowly ? setTimeout(task) : queueMicrotask(task)));
    await made.init({ module_or_path: await compiled("first", () => module) });
    return made;
  }

  function makeRoot(fragment) {
    const made = Object.assign(watch(document.createElement("section")), { className: "phc-root", phcTell: tell });
    made.setAttribute("aria-label", words.name);
    made.setAttribute("part", "check");
    Object.assign(made.dataset, { guest: "", address: address(settings, own), fragment });
    if (settings.key) made.dataset.key = settings.key;
    if (settings.scores) made.dataset.scores = "";
    // The program takes what is chosen beforehand from radios, as on its own page.
    for (const name of Object.keys(CHOICES)) {
      if (!settings[name]) continue;
      const radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name, value: settings[name], checked: true, hidden: true });
      made.append(radio);
    }
    let title;
    made.addEventListener("focusin", ({ target }) => (title = target.id === "phc-title" ? target : undefined));
    made.addEventListener("focusout", () => title?.isConnected && (title = undefined));
    new MutationObserver(() => {
      mark(made, settings.level);
      // The second module draws its screen in place of the word that it is loading, which may have the keyboard.
      if (title && !title.isConnected && !shadow.activeElement) focusTitle();
    }).observe(made, { childList: true, subtree: true });
    return made;
  }

  function begin(made, recovered) {
    program = made;
    try {
      made.start(root, language, recovered);
      mark(root, settings.level);
    } catch (error) {
      console.error(error);
      failed(made);
    }
  }

  // The program stopped in the middle of something: a new one goes on from what is kept.
  function failed(which) {
    if (which !== program) return;
    program = undefined;
    which.end();
    const hadKeyboard = shadow.activeElement !== null;
    const now = performance.now();
    panics = [...panics.filter((then) => now - then < 60_000), now];
    replaceRoot();
    if (panics.length < PANICS_A_MINUTE) {
      prepare().then(
        (made) => begin(made, true),
        () => showStopped(hadKeyboard),
      );
    } else {
      showStopped(hadKeyboard);
    }
  }

  function replaceRoot() {
    const before = root;
    root = makeRoot(before.dataset.fragment);
    // Answers that the browser does not keep: the program holds them there.
    root.phcHeld = before.phcHeld;
    before.replaceWith(root);
  }

  // The program keeps failing: a still page, from which the answers can be taken away.
  function showStopped(hadKeyboard) {
    const { phcHeld } = root;
    const title = make("h2", words.stopped);
    const download = make("button", words.download);
    const again = make("button", words.again);
    const nothing = make("p", "");
    const body = make("div", "");
    title.tabIndex = -1;
    nothing.setAttribute("role", "status");
    body.className = "phc trouble";
    again.className = "textual";
    download.type = again.type = "button";
    download.onclick = () => {
      const saved = phcHeld ?? stored(key);
      if (saved === null) nothing.textContent = words.nothing;
      else save(saved);
    };
    again.onclick = () => {
      panics = [];
      prepare().then((made) => {
        replaceRoot();
        begin(made, true);
      }, console.error);
    };
    body.append(title, make("p", phcHeld === undefined ? words.advice : words.unkept), download, nothing, again);
    root.replaceChildren(body);
    if (hadKeyboard) title.focus();
    element.dispatchEvent(event("phc-error", { code: "stopped" }));
  }

  function tell(name, statement, answered, of, scores) {
    const detail = of ? { answered, of } : {};
    if (statement) detail.statement = statement;
    if (scores) detail.scores = JSON.parse(scores);
    // What was read from a link has been left.
    if (name === "phc-start") forgetLink(key);
    // Other checks of this page hear what other tabs hear from the browser.
    for (const other of running) {
      if (other !== me && (other.key === key || name === "phc-delete")) other.hear(name === "phc-delete");
    }
    element.dispatchEvent(event(name, detail));
  }

  // Nothing stored is news only after a deletion: where the browser keeps nothing, it is how things are.
  function hear(deleted) {
    const newValue = stored(key);
    if (newValue !== null || deleted) root?.dispatchEvent(new StorageEvent("storage", { key, newValue }));
    if (deleted) root?.dispatchEvent(new StorageEvent("storage", { key: key.replace(/record$/, "folder") }));
  }

  // What happens to the window, for as long as the check is on the page.
  function listen() {
    const { signal } = ends;
    addEventListener("storage", ({ key, oldValue, newValue }) => root.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue })), { signal });
    for (const name of ["visibilitychange", "pageshow", "beforeprint", "afterprint"]) {
      addEventListener(name, () => root.dispatchEvent(new Event(name)), { signal });
    }
    for (const name of ["hashchange", "popstate"]) {
      addEventListener(name, () => {
        const found = link.test(location.hash) && takeLink(link, key, settings.key);
        if (!found) return;
        root.dataset.fragment = found;
        root.dispatchEvent(new Event("popstate"));
        arrive();
      }, { signal });
    }
    darkness.addEventListener("change", showColours, { signal });
  }

  // A link leads to the check, wherever it is on the page.
  function arrive() {
    element.scrollIntoView();
    focusTitle();
  }

  function focusTitle() {
    shadow.getElementById("phc-title")?.focus({ preventScroll: true });
  }

  // Dark only where the page around it can be.
  function showColours() {
    const able = getComputedStyle(element).colorScheme.split(" ");
    const isDark = able.includes("dark") && (darkness.matches || !able.includes("light"));
    shadow.adoptedStyleSheets = [sheet("light"), size, ...(isDark ? [sheet("dark")] : [])];
  }
}

// The attributes, each one that makes no sense told once and left out.
function read(element) {
  const wrong = [];
  const choose = (name, isFine) => {
    // Frameworks set properties to null and undefined, which become words.
    const value = (element.getAttribute(name) ?? "").replace(/^(null|undefined)$/, "");
    if (value === "" || isFine(value)) return value;
    wrong.push(`${name}="${value}"`);
    return "";
  };
  const settings = {
    language: element.closest("[lang]")?.lang ?? "en",
    key: choose("storage-key", (value) => STORAGE_KEY.test(value)),
    level: Number(choose("heading-level", (value) => /^[1-6]$/.test(value)) || 2),
    base: choose("link-base", (value) => ["host", "own"].includes(value)),
    ownPage: choose("own-page", (value) => /^https?:$/.test(parsed(value)?.protocol)),
    // An empty attribute says that there is none.
    hasOwnPage: element.getAttribute("own-page") !== "",
    scores: element.hasAttribute("scores"),
  };
  for (const name of Object.keys(CHOICES)) settings[name] = choose(name, (value) => CHOICES[name].includes(value));
  if (wrong.length > 0) console.warn(`<partnership-health-check>: left out ${wrong.join(", ")}; see docs/embedding.md.`);
  return settings;
}

function compiled(which, fetched) {
  modules[which] ??= compile(fetched()).catch((error) => {
    delete modules[which];
    throw error;
  });
  return modules[which];
}

// A module is packed by ourselves where the browser can unpack. What a host sends in place of a missing file is no
// module, packed or not.
async function compile(fetched) {
  const { DecompressionStream } = self;
  let response = await fetched;
  if (DecompressionStream) response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  return WebAssembly.compile(await response.arrayBuffer());
}

// Titles continue the outline of the page; parts are what a host's sheet can reach.
function mark(root, level) {
  for (const heading of root.querySelectorAll(":is(h1,h2,h3,h4):not([aria-level])")) {
    heading.setAttribute("aria-level", Math.min(6, level - 1 + Number(heading.localName[1])));
  }
  for (const [part, selector] of Object.entries(PARTS)) {
    for (const found of root.querySelectorAll(`${selector}:not([part])`)) found.setAttribute("part", part);
  }
}

async function readTexts(language, folder) {
  const name = TEXTS[language];
  if (!name) return undefined;
  texts[name] ??= fetch(new URL(name, folder)).then((response) => {
    if (response.ok) return response.text();
    throw new Error(`${name}: status ${response.status}`);
  });
  texts[name].catch(() => delete texts[name]);
  return texts[name];
}

function pause() {
  return new Promise((done) => setTimeout(done));
}

// The next turn after the page was drawn; a page out of sight is not.
function drawn() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

function sheet(name) {
  if (!sheets[name]) {
    sheets[name] = new CSSStyleSheet();
    sheets[name].replaceSync(SHEETS[name]);
  }
  return sheets[name];
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

{{links}}
{{others}}
{{glue}}
