/**
 * Defines <partnership-health-check>: the check in a page of any site. This file is all that a page loads until one
 * of its checks is near the part that is seen; the rest lies beside it, under names that change with the content.
 * See docs/embedding.md. `cargo xtask dist` fills in the names of files and the words.
 */

const TAG = "partnership-health-check";
const WORDS = {{words}};
// Answers, invitations and comparisons of ours in the page's address. What mail programs and filters do to the letters
// before the sign is allowed for: percent-encoding, and hyphens, spaces and invisible characters between them.
const LINK = (() => {
  const percent = "%(?:25)*";
  const gap = `(?:-|${percent}(?:0[ad]|20|[89a-f][0-9a-f]))*`;
  const code = (letter) => letter.charCodeAt().toString(16);
  const letter = (c) => `(?:${c}|${percent}(?:${code(c)}|${code(c.toUpperCase())}))`;
  const [phc, compare, invite] = ["phc", "compare", "invite"].map((word) => [...word].map(letter).join(gap));
  const start = `(?:^#|[?&/]|${percent}(?:2[36f]|3f))${gap}`;
  const sign = `(?:=|${percent}3d|-3d|&#61;|&#x3d;|&equals;)`;
  return new RegExp(`${start}${phc}${gap}(?:(?:${compare}|${invite})${gap})?${sign}`, "i");
})();
const ATTRIBUTES = "lang kind length side storage-key heading-level link-base own-page scores loading".split(" ");
const folder = new URL("./", import.meta.url);

// What all checks of a page share: the program's files, fetched once.
let files;
// What addresses end with: browsers remember a module that failed, so it is asked for under another one.
let again = "";
let refused = false;

// What stands below would be pushed down in view when the check starts, so a place is kept for it; in pixels, because in
// a frame that grows with its content a part of the window would make it grow for ever. Where the check cannot start,
// the place is given up; paper has none.
const shape = new CSSStyleSheet({ media: "screen" });
shape.replaceSync(":host(:not([hidden])){display:block}slot:only-child{display:block;min-height:800px}");

// The page's own files come first, unless one of them hangs, and then what it draws of them.
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

// A link that is followed in a page that is open already.
addEventListener("hashchange", () => {
  if (LINK.test(location.hash)) document.querySelectorAll(TAG).forEach((check) => check.load());
});

// The module is packed by ourselves, so that neither a host's packing nor its types matter; older browsers cannot unpack.
function fetched() {
  return (files ??= Promise.all([
    import(folder + "{{widget}}" + again),
    fetch(folder + "{{module}}." + (self.DecompressionStream ? "bin" : "wasm")),
  ]));
}

// The smallest module there is fails only where WebAssembly is not allowed, or not there. Meanwhile the browser tells
// what it has refused.
async function cause() {
  try {
    await WebAssembly.compile(new TextEncoder().encode("\0asm\x01\0\0\0"));
  } catch {
    return self.WebAssembly ? "forbidden" : "unsupported";
  }
  return refused ? "forbidden" : "missing";
}

/**
 * One check in the page. What stands inside the tag is shown until the check is there, and stays if it cannot start.
 *
 * Attributes, each with a property of the same name (`storageKey` for `storage-key`):
 * `lang`; `kind`, `length` and `side`, chosen beforehand; `storage-key`, for a check with answers of its own;
 * `heading-level`, 1 to 6, of its title, 2 if nothing is said; `loading`, `lazy` or `eager`; `link-base`, `host` or
 * `own`, the page that links open; `own-page`, the address of the check's own page, empty if there is none; `scores`,
 * to have them in `phc-finish`.
 *
 * Events: `phc-start`, `phc-answer`, `phc-finish`, `phc-share`, `phc-delete`, `phc-error`.
 */
class PartnershipHealthCheck extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  // Whether it will be there, once it was asked for.
  #started;
  // Ends the check that runs.
  #end;

  // The shadow root is there from the beginning, with what stands inside the tag. One that comes later makes the
  // browser forget that it held on to this element while something grows in the page: it would take what is below, and
  // the check would grow upwards, out of view.
  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [shape];
    root.append(make("slot"));
  }

  connectedCallback() {
    // Properties that were set before this file came.
    for (const [property, value] of Object.entries(this)) {
      delete this[property];
      this[property] = value;
    }
    if (this.loading === "eager" || LINK.test(location.hash) || history.state?.phc) this.load();
    else observers.forEach((observer) => observer.observe(this));
  }

  disconnectedCallback() {
    // What is only moved is back before this.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // A check that runs, or is about to, starts again with the new settings, once for several of them.
  async attributeChangedCallback(name, before, now) {
    if (before !== now && (await this.#started)) {
      this.#stop();
      this.load();
    }
  }

  /**
   * Loads and starts the check now, wherever it is on the page; also a new try after a failure.
   * @returns {Promise<boolean>} whether the check is there.
   */
  load() {
    observers.forEach((observer) => observer.unobserve(this));
    return (this.#started ??= this.#start());
  }

  async #start() {
    try {
      const [{ run }, module] = await fetched();
      this.#end = await run(this, { module, folder, link: LINK });
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
    if (!this.#end) return;
    this.#end();
    this.#end = this.#started = undefined;
  }

  // What stands inside the tag stays, with a sentence that says why.
  #explain(code) {
    const words = WORDS[this.closest("[lang]")?.lang] ?? WORDS.en;
    const again = make("button", words.again);
    again.onclick = () => this.load();
    const box = make("div", make("p", `${words.title}. ${words[code]} `, again));
    box.role = "alert";
    // An empty attribute says that there is none.
    if (this.getAttribute("own-page") !== "") {
      const own = make("a", words.own);
      // The page may have the address from somebody it does not trust.
      own.href = /^(http|[./])/.test(this.ownPage) ? this.ownPage : new URL("../", folder);
      box.append(make("p", own));
    }
    if (code === "forbidden") {
      const policy = make("code", `script-src ${folder.origin} 'wasm-unsafe-eval'; connect-src ${folder.origin}`);
      box.append(make("details", make("summary", words.editor), policy));
    }
    this.shadowRoot.replaceChildren(make("slot"), box);
    this.dispatchEvent(new CustomEvent("phc-error", { bubbles: true, composed: true, detail: { code } }));
  }
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
  // Another version has taken the name: its checks are the page's.
}
