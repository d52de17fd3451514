/**
 * Defines <partnership-health-check>: the check in a page of any site. A page loads only this file until a check is
 * near the viewport; the other files are beside it, under names that change with their content. See docs/embedding.md.
 * `cargo xtask dist` fills in the names of files and the words.
 */

const TAG = "partnership-health-check";
const WORDS = {{words}};
// A link of ours in a fragment, with the storage key in front of it. Mail programs put hyphens, spaces and invisible
// characters between the letters.
const LINK = RegExp(
  "((?:[#?&]phc-at=(.{0,40}?))?)[#?&/]phc(?:compare|invite)?(?:=|&#(?:61|x3d);|&equals;)".replace(
    /[\]a-z]/g,
    "$&[-\\s\\x80-\\xff]*",
  ),
  "i",
);
// More characters than any link has.
const MOST = 2e5;
// The links that this tab has opened, each under the mark in its history entry; `now` is the one that was opened last.
const links = new Map();
const KEPT = "phc.links";
const ATTRIBUTES = "lang words invitation kind length side storage-key heading-level link-base keep own-page scores loading".split(" ");
const folder = new URL("./", import.meta.url);

// Before anything else of ours: scripts that run from now on find no link. Lines in the page's head may have taken it.
keep();
dispatchEvent(new CustomEvent("phc-link", { detail: take }));
take();
links.now ??= links.get(history.state?.phc);
addEventListener("pageshow", () => keep());
addEventListener("pagehide", () => keep(true));
addEventListener("visibilitychange", () => keep(document.hidden));
// A link that is followed while the page is open.
for (const name of ["popstate", "hashchange"]) {
  addEventListener(name, () => take() && document.querySelectorAll(TAG).forEach((check) => check.load()));
}

// The program's files, fetched once for all checks of a page.
let files;
// A suffix for addresses: browsers cache a module that failed to load, so a retry needs another address.
let again = "";
let refused = false;

// Reserves height, so that the start of the check does not shift the content below it. In pixels, because a share of
// the viewport height would grow for ever in a frame that follows its content. Released if the check cannot start; none
// on paper.
const shape = new CSSStyleSheet({ media: "screen" });
shape.replaceSync(":host(:not([hidden])){display:block}slot:only-child{display:block;min-height:800px}");

// Waits until the page has loaded its own files and painted them, or for three seconds.
const settled = new Promise((done) => {
  addEventListener("load", () => setTimeout(done, 300));
  setTimeout(done, 3_000);
});

const observers = [
  watch((check) => check.load()),
  watch((check) => settled.then(() => check.shadowRoot.children[1] || (check.isConnected && check.load())), "600px"),
];

function watch(then, rootMargin) {
  return new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && then(entry.target)),
    { rootMargin },
  );
}

addEventListener("securitypolicyviolation", (event) => {
  if (event.disposition === "enforce" && event.blockedURI.startsWith(folder)) refused = true;
});

// Takes a link of ours out of the address. The history entry gets a mark that says nothing.
function take(hash = location.hash) {
  // Undoing the percent-encoding leaves each character in its place.
  const decoded = (all, code) => String.fromCharCode("0x" + code).padEnd(all.length, "\xad");
  const found = hash.length < MOST && LINK.exec(hash.replace(/%(?:25)*([\da-f]{2})/gi, decoded));
  // On our own page, in the preview of the embed code, links belong to that page.
  if (!found || document.querySelector("#phc[data-started]")) return;
  const [, before, at] = found;
  const { state } = history;
  const mark = "" + Math.random();
  const link = "#" + hash.slice(found.index + before.length).replace(/^[#?&/]/, "");
  links.set(mark, (links.now = { mark, at, link, isNew: true }));
  try {
    // An absolute address, because the page may have a `<base>`.
    const address = location.href.split("#")[0] + hash.slice(0, found.index);
    history.replaceState(typeof state === "object" ? { ...state, phc: mark } : state, "", address);
  } catch {
    // Refused in a frame with an opaque origin: the link stays in its address.
  }
  return mark;
}

// Out of view the links are in `sessionStorage`, so that loading the page again and Back show them. In view they are in
// memory alone.
function keep(away) {
  try {
    if (!away) {
      for (const [mark, link] of JSON.parse(sessionStorage.getItem(KEPT)) ?? []) links.set(mark, link);
      sessionStorage.removeItem(KEPT);
    } else if (links.size) {
      sessionStorage.setItem(KEPT, JSON.stringify([...links]));
      links.clear();
    }
  } catch {
    // Refused or full: loading the page again does not show them.
  }
}

// The module is compressed by us, so that the host's compression and content types do not matter; older browsers fetch
// it uncompressed.
function fetched() {
  return (files ??= Promise.all([
    import(folder + "{{widget}}" + again),
    fetch(folder + "{{module}}." + (self.DecompressionStream ? "bin" : "wasm")),
  ]));
}

// Why the start failed. Compiling an empty module fails only if WebAssembly is forbidden or missing; in the meantime
// the browser reports policy violations.
async function cause() {
  try {
    await WebAssembly.compile(new TextEncoder().encode("\0asm\x01\0\0\0"));
  } catch {
    return self.WebAssembly ? "forbidden" : "unsupported";
  }
  return refused ? "forbidden" : "missing";
}

/**
 * One check in the page. The content of the tag is shown until the check has started, and stays if it cannot start.
 *
 * Attributes, each with a property of the same name (`storageKey` for `storage-key`):
 * `lang`; `words`, what the page says in its own words; `invitation`, the payload of one that the check begins with; `kind`, `length` and `side`, chosen beforehand; `storage-key`, for a check with answers of its own;
 * `heading-level`, 1 to 6, of its title, 2 if nothing is said; `loading`, `lazy` or `eager`; `link-base`, `host` or
 * `own`, the page that links open; `keep`, names of parameters that links keep of its query; `own-page`, the address of the
 * check's own page, empty if there is none; `scores`, to have them in `phc-finish`.
 *
 * Events: `phc-start`, `phc-answer`, `phc-finish`, `phc-share`, `phc-delete`, `phc-error`.
 */
class PartnershipHealthCheck extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  // A promise of whether it starts, once it was requested.
  #started;
  // How to end the running check, and how to hold its place.
  #check;

  // Attaches the shadow root at once, with the tag's content in a slot. If it is attached later, Chromium loses its
  // scroll anchor: it anchors to the content below, and the check grows upwards, out of view.
  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [shape];
    root.append(make("slot"));
  }

  connectedCallback() {
    // Applies properties that were set before the element was defined.
    for (const [property, value] of Object.entries(this)) {
      delete this[property];
      this[property] = value;
    }
    this.#check?.hold();
    if (this.loading === "eager" || links.now) this.load();
    else observers.forEach((observer) => observer.observe(this));
  }

  disconnectedCallback() {
    // A moved element is connected again before this runs.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // Restarts a running or starting check with the new settings, once for several changes.
  async attributeChangedCallback(name, before, now) {
    if (before !== now && (await this.#started)) {
      this.#stop();
      this.load();
    }
  }

  /**
   * Loads and starts the check now, wherever it is on the page; also retries after a failure.
   * @returns {Promise<boolean>} whether the check is there.
   */
  load() {
    observers.forEach((observer) => observer.unobserve(this));
    return (this.#started ??= this.#start());
  }

  async #start() {
    // Where the tag has no content of its own, a slow start shows at least this.
    const slot = this.shadowRoot.querySelector("slot:only-child");
    if (slot) slot.textContent = wordsOf(this).loading;
    try {
      const [{ run }, module] = await fetched();
      this.#check = await run(this, { module, folder, links });
      return this.isConnected || !!this.#stop();
    } catch (error) {
      console.error(error);
      again += "?";
      this.#explain(await cause());
      files = this.#started = undefined;
    }
    return false;
  }

  #stop() {
    if (!this.#check) return;
    this.#check.end();
    this.#check = this.#started = undefined;
  }

  // The tag's content stays, with a sentence that says why.
  #explain(code) {
    const words = wordsOf(this);
    const again = make("button", words.again);
    again.onclick = () => this.load();
    const box = make("div", make("p", `${words.title}. ${words[code]} `, again));
    box.role = "alert";
    // An empty attribute means that there is no own page.
    if (this.getAttribute("own-page") !== "") {
      const own = make("a", words.own);
      // The address may come from an untrusted source.
      own.href = /^(http|[./])/.test(this.ownPage) ? this.ownPage : new URL("../", folder);
      box.append(make("p", own));
    }
    if (code === "forbidden") {
      const policy = make("code", `script-src ${folder} 'wasm-unsafe-eval'; connect-src ${folder}`);
      box.append(make("details", make("summary", words.editor), policy));
    }
    this.shadowRoot.replaceChildren(make("slot"), box);
    this.dispatchEvent(new CustomEvent("phc-error", { bubbles: true, composed: true, detail: { code } }));
  }
}

function wordsOf(check) {
  return WORDS[languageAround(check, WORDS)];
}

function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

for (const attribute of ATTRIBUTES) {
  const property = attribute.replace(/-./, ([, letter]) => letter.toUpperCase());
  const isFlag = attribute === "scores";
  Object.defineProperty(PartnershipHealthCheck.prototype, property, {
    get() {
      const value = this.getAttribute(attribute);
      return isFlag ? value !== null : (value ?? "");
    },
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, !!value);
      else this.setAttribute(attribute, value);
    },
  });
}

try {
  customElements.define(TAG, PartnershipHealthCheck);
} catch {
  // Another version has defined the element: it runs all checks of the page.
}

{{language}}
