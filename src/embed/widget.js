// Runs one check in a host's page, as `src/page/boot.js` does on the own page. `loader.js` imports this file and passes
// it the fetched module and the links that were opened. `cargo xtask dist` fills in style sheets, words and language files,
// and appends the scripts that stand at the end, and wasm-bindgen's glue, wrapped in the function `create`.

const PANICS_A_MINUTE = 3;
const WORDS = {{words}};
// Files of the languages that are not built into the module.
const TEXTS = {{texts}};
// SHA-256 of the two modules, unpacked.
const SUMS = {{sums}};
const CHOICES = { kind: {{kinds}}, length: {{lengths}}, side: {{sides}} };
const SHEETS = { light: {{sheet}}, dark: {{dark}} };
// What a host can style with `::part()`, beside the custom properties.
const PARTS = {{parts}};
const [INVITATION, STORAGE_KEY] = [/^[\w-]{8,9000}$/, /^[a-z0-9-]{1,40}$/i];

const running = new Set();
// State from which the next start in the same element resumes.
const ended = new WeakMap();
// The style sheets, parsed once for all checks of the page; the dark one only if it is used.
const sheets = {};
const darkness = matchMedia("(prefers-color-scheme: dark)");

/**
 * Starts the check in this element. Returns a function that ends it, and one that holds its place when it is moved.
 */
export async function run(element, { module, folder, links }) {
  const before = ended.get(element);
  const settings = read(element);
  // Changes when the visitor chooses another language.
  let words = WORDS[settings.language];
  const ends = new AbortController();
  const own = settings.ownPage || new URL("../", folder).href;
  const key = `phc.${settings.key}${settings.key && "."}record`;
  // Screen and held text belong to the answers of that storage key.
  const kept = before?.key === key ? before : undefined;
  const me = { element, key, hear };
  const second = () =>
    compiled("second", () => fetchInTime(new URL(self.DecompressionStream ? "{{second}}.bin" : "{{second}}.wasm", folder)));
  let [root, program, panics] = [undefined, undefined, []];
  // Whether each step of Yew's scheduler is a task of its own.
  let slowly = true;

  // Null for English, undefined if the words did not arrive: then the check speaks English.
  let [language, prepared] = await Promise.all([readTexts(settings.language, folder), prepare()]);
  let wanted = settings.language;
  // The start is split into tasks, so that the host's page can respond in between.
  await pause();
  // A resumed check shows the same screen, unless a link that was just opened asks for another.
  const asked = links.now?.isNew;
  const taken = before && !asked ? "" : linkFor(me, links, settings.key);
  // The link that was opened last: this check shows it, or leaves it to another.
  let shown = links.now;
  running.add(me);
  exclude(element);
  const shadow = element.shadowRoot;
  keepInside(shadow, ends.signal);
  shadow.addEventListener("click", (event) => root.phcClick(event), { capture: true, signal: ends.signal });
  // The last height, whether the element is rendered, and whether the first screen is complete.
  let height = before?.height || element.offsetHeight;
  let [isSeen, isWhole, isHeld, rem] = [height > 0, false, false, ""];
  const size = new CSSStyleSheet();
  // Measures the reader's own font size, whatever the page sets; its colour changes with the page's colour scheme.
  const probe = document.createElement("p");
  shadow.adoptedStyleSheets = [sheet("light")];
  probe.className = "probe";
  probe.ontransitionend = showColours;
  shadow.append(probe);
  // Reserves the height of the check until it is complete.
  measure();
  showColours();
  const resized = new ResizeObserver(([{ contentRect }]) => {
    const wasSeen = isSeen;
    isSeen = contentRect.height > 0;
    if (isSeen) height = contentRect.height;
    // An element that is not rendered has no font size and no transitions. Deferred, because changing sizes inside a
    // ResizeObserver callback is reported as an error.
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
  root.phcHeldFolder = kept?.folder;
  await pause();
  begin(prepared, false);
  // The empty first render, and the request for the second module.
  await pause();
  await pause();
  await turn();
  await pause();
  slowly = false;
  // A restarted check enters the page only when it is complete.
  if (!before) show();
  for (let piece = 1; piece < {{pieces}}; piece += 1) {
    await drawn();
    await turn();
  }
  if (before) show();
  // Only for a link in the address: after a reload the reader stays where they were.
  if (taken && asked) {
    links.now.isNew = false;
    arrive();
  }
  // The result of a link is rendered by the second module.
  second().then(drawn, () => {}).then(drawn).then(() => {
    isWhole = true;
    if (!ends.signal.aborted) measure();
  });
  return { end, hold };

  function end() {
    ends.abort();
    running.delete(me);
    resized.disconnect();
    size.replaceSync(`:host{min-height:${height}px}`);
    // Removing the root removes its listeners, and with them the program.
    shadow.replaceChildren();
    ended.set(element, { key, held: root.phcHeld, folder: root.phcHeldFolder, fragment: root.phcFragment, height });
  }

  // Keeps the height of an element that was moved until it is rendered again. WebKit lays out what asks for the width
  // of its container in a second pass; in the first the page would be so short that the reader's place in it is lost.
  function hold() {
    isHeld = true;
    fit();
    const letGo = holdScrolling();
    drawn().then(drawn).then(() => {
      letGo();
      isHeld = false;
      if (!ends.signal.aborted) fit();
    });
  }

  // Tells the program to render its next piece, once the page is visible.
  async function turn() {
    while (document.hidden) await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
    root.dispatchEvent(new Event("turn"));
  }

  function measure() {
    rem = getComputedStyle(probe).fontSize || "16px";
    fit();
  }

  function fit() {
    size.replaceSync(`:host{--phc-rem:${rem}${isWhole && !isHeld ? "" : `;min-height:${height}px`}}`);
  }

  function show() {
    shadow.replaceChildren(probe, root);
    listen();
  }

  async function prepare() {
    const made = create(failed, second, (task) => (slowly ? setTimeout(task) : queueMicrotask(task)));
    await made.init({ module_or_path: await compiled("first", () => module) });
    return made;
  }

  function makeRoot(fragment) {
    const made = watch(hearClicks(document.createElement("section")));
    // The fragment is a property: it may be a link, and others read attributes.
    Object.assign(made, { className: "phc-root", phcTell: tell, phcSpeak: speak, phcFragment: fragment });
    exclude(made);
    made.setAttribute("aria-label", words.name);
    made.setAttribute("part", "check");
    Object.assign(made.dataset, { guest: "", address: address(settings, own) });
    if (settings.key) made.dataset.key = settings.key;
    if (settings.words) made.dataset.words = settings.words;
    if (settings.invitation) made.dataset.invitation = settings.invitation;
    if (settings.scores) made.dataset.scores = "";
    if (language === undefined) made.dataset.speechless = "";
    // The program reads preset choices from radio buttons, as on its own page.
    for (const name of Object.keys(CHOICES)) {
      if (!settings[name]) continue;
      const radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name, value: settings[name], checked: true, hidden: true });
      made.append(radio);
    }
    let title;
    made.addEventListener("focusin", ({ target }) => (title = target.id === "phc-title" ? target : undefined));
    made.addEventListener("focusout", ({ target }) => queueMicrotask(() => target === title && target.isConnected && (title = undefined)));
    new MutationObserver(() => {
      mark(made, settings.level);
      // The next screen replaces the loading message, which may have the focus, and may hear that it leaves while it is there.
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

  // The program failed in the middle of an update: a new instance resumes from what is stored.
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
    root = makeRoot(before.phcFragment);
    // Answers that the browser does not store.
    root.phcHeld = before.phcHeld;
    root.phcHeldFolder = before.phcHeldFolder;
    before.replaceWith(root);
  }

  // The program keeps failing: shows a static page that offers the answers as a file.
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
    const isDeleted = name === "phc-delete";
    if (isDeleted) detail.all = statement === "all";
    else if (statement) detail.statement = statement;
    if (scores) detail.scores = JSON.parse(scores);
    // The visitor has left the link's result.
    if (isDeleted || (name === "phc-start" && holders.get(links.now?.mark)?.key === key)) forget(links, isDeleted);
    // Storage events reach other tabs only, so other checks of this page are told here.
    for (const other of running) {
      if (other !== me && (other.key === key || isDeleted)) other.hear(isDeleted, other.key === key || detail.all);
    }
    element.dispatchEvent(event(name, detail));
  }

  // The visitor chose another language. Of several choices the last counts, whichever words come first.
  async function speak(tag) {
    wanted = tag;
    const found = await readTexts(tag, folder);
    if (wanted !== tag) return;
    if (found !== undefined) {
      language = found;
      words = WORDS[tag];
      root.setAttribute("aria-label", words.name);
    }
    root.phcWords = found;
    root.dispatchEvent(new Event("words"));
  }

  // A missing text is news only after a deletion: where the browser stores nothing, it is always missing.
  function hear(isDeletion, isOurs) {
    const newValue = stored(key);
    if (isOurs && (newValue !== null || isDeletion)) root?.dispatchEvent(new StorageEvent("storage", { key, newValue }));
    if (isOurs && isDeletion) root?.dispatchEvent(new StorageEvent("storage", { key: key.replace(/record$/, "folder") }));
    if (isDeletion) leaveLink();
  }

  // Leaves the screen of a link that was forgotten: by a deletion, in this page or in one that the tab showed meanwhile.
  function leaveLink() {
    if (!shown || links.has(shown.mark)) return;
    const isOnScreen = root.phcFragment === shown.link;
    shown = undefined;
    if (isOnScreen) goTo("#start");
  }

  function goTo(fragment) {
    root.phcFragment = fragment;
    root.dispatchEvent(new Event("popstate"));
  }

  // Forwards window events to the root, as long as the check is on the page.
  function listen() {
    const { signal } = ends;
    addEventListener("storage", ({ key, oldValue, newValue }) => root.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue })), { signal });
    for (const name of ["visibilitychange", "pageshow", "beforeprint", "afterprint"]) {
      addEventListener(name, () => root.dispatchEvent(new Event(name)), { signal });
    }
    uncutOnPaper(element, signal);
    // The loader has taken a new link before, and has the links again when the page comes back into view.
    for (const name of ["visibilitychange", "pageshow"]) addEventListener(name, () => document.hidden || leaveLink(), { signal });
    for (const name of ["hashchange", "popstate"]) addEventListener(name, follow, { signal });
    darkness.addEventListener("change", showColours, { signal });
    // A link that came while the check started.
    follow();
  }

  // Shows the link that was opened last, unless that is another check's.
  function follow() {
    // Back leads to the entry of an earlier link.
    links.now = links.get(history.state?.phc) ?? links.now;
    const { now } = links;
    if (now?.mark === shown?.mark) return;
    const found = linkFor(me, links, settings.key);
    shown = now;
    if (!found) return;
    now.isNew = false;
    goTo(found);
    arrive();
  }

  // Scrolls to the check and focuses its title, for a link.
  function arrive() {
    element.scrollIntoView();
    focusTitle();
  }

  function focusTitle() {
    shadow.getElementById("phc-title")?.focus({ preventScroll: true });
  }

  // The check is dark only if the host's page can be.
  function showColours() {
    const able = getComputedStyle(element).colorScheme.split(" ");
    const isDark = able.includes("dark") && (darkness.matches || !able.includes("light"));
    shadow.adoptedStyleSheets = [sheet("light"), size, ...(isDark ? [sheet("dark")] : [])];
  }
}

// Reads the attributes. Invalid values are ignored and reported once on the console.
function read(element) {
  const wrong = [];
  const choose = (name, isFine) => {
    // Frameworks set properties to null or undefined, which become the strings "null" and "undefined".
    const value = (element.getAttribute(name) ?? "").replace(/^(null|undefined)$/, "");
    if (value === "" || isFine(value)) return value;
    wrong.push(`${name}="${value}"`);
    return "";
  };
  const settings = {
    language: languageAround(element, WORDS),
    words: choose("words", () => true),
    invitation: choose("invitation", (value) => INVITATION.test(value)),
    key: choose("storage-key", (value) => STORAGE_KEY.test(value)),
    level: Number(choose("heading-level", (value) => /^[1-6]$/.test(value)) || 2),
    base: choose("link-base", (value) => ["host", "own"].includes(value)),
    ownPage: choose("own-page", (value) => /^https?:$/.test(parsed(value)?.protocol)),
    // An empty attribute means that there is no own page.
    hasOwnPage: element.getAttribute("own-page") !== "",
    scores: element.hasAttribute("scores"),
    keep: (element.getAttribute("keep") ?? "").split(/[\s,]+/).filter(Boolean),
  };
  for (const name of Object.keys(CHOICES)) settings[name] = choose(name, (value) => CHOICES[name].includes(value));
  if (wrong.length > 0) console.warn(`<partnership-health-check>: left out ${wrong.join(", ")}; see docs/embedding.md.`);
  return settings;
}

{{files}}
{{links}}
{{private}}
{{tools}}
{{clicks}}
{{others}}
{{language}}
{{glue}}
