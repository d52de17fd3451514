/**
 * Defines <partnership-health-check>: the check in a page of any site. This file is all that a page loads until one
 * of its checks is near the part that is seen; the rest lies beside it, under names that change with the content.
 * See docs/embedding.md. `cargo xtask dist` fills in the names of files and the words.
 */

const TAG = "partnership-health-check";
const WORDS = {{words}};
// Answers, invitations and comparisons of ours in the page's address.
const LINK = /(^#|[?&])phc(-compare|-invite)?(=|%3D)/;
const ATTRIBUTES = "lang kind length side storage-key heading-level link-base own-page scores loading".split(" ");
const folder = new URL("./", import.meta.url);

// What all checks of a page share: the program's files, fetched once.
let files;
// What addresses end with: browsers remember a module that failed, so it is asked for under another one.
let again = "";
let refused = false;

// The page's own files come first, unless one of them hangs, and then what it draws of them.
const settled = new Promise((done) => {
  addEventListener("load", () => setTimeout(done, 300));
  setTimeout(done, 3_000);
});

const observers = [
  watch("0px", (check) => check.load()),
  watch("600px", (check) => settled.then(() => check.isConnected && !check.shadowRoot && check.load())),
];

function watch(rootMargin, then) {
  return new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) then(target);
    },
    { rootMargin },
  );
}

addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
  refused ||= disposition === "enforce" && blockedURI.startsWith(folder);
});

// The module is packed by ourselves, so that neither a host's packing nor its types matter; older browsers cannot unpack.
function fetched() {
  return (files ??= Promise.all([
    import(folder + "{{widget}}" + again),
    fetch(folder + (self.DecompressionStream ? "{{module}}.bin" : "{{module}}.wasm")),
  ]).catch((error) => {
    again += "?";
    throw error;
  }));
}

// The smallest module there is fails only where WebAssembly is not allowed.
async function cause() {
  if (!self.WebAssembly) return "unsupported";
  try {
    await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch {
    return "forbidden";
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
  // Ends the check that runs, and says what the next one goes on from.
  #end;
  #kept;

  connectedCallback() {
    // Properties that were set before this file came.
    const early = { ...this };
    for (const property in early) delete this[property];
    Object.assign(this, early);
    if (this.loading === "eager" || LINK.test(location.hash) || history.state?.phc) this.load();
    else observers.forEach((observer) => observer.observe(this));
  }

  disconnectedCallback() {
    this.#unwatch();
    // What is only moved is back before this.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // A check that runs, or is about to, starts again with the new settings, once for several of them.
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    queueMicrotask(async () => {
      if ((await this.#started) && this.isConnected) {
        this.#stop();
        this.load();
      }
    });
  }

  /**
   * Loads and starts the check now, wherever it is on the page; also a new try after a failure.
   * @returns {Promise<boolean>} whether the check is there.
   */
  load() {
    this.#unwatch();
    return (this.#started ??= this.#start());
  }

  async #start() {
    try {
      const [{ run }, module] = await fetched();
      this.#end = await run(this, { module, folder, link: LINK, kept: this.#kept });
      if (this.isConnected) return true;
      this.#stop();
    } catch (error) {
      console.error(error);
      files = undefined;
      this.#explain(await cause());
      this.#started = undefined;
    }
    return false;
  }

  #unwatch() {
    observers.forEach((observer) => observer.unobserve(this));
  }

  #stop() {
    if (!this.#end) return;
    this.#kept = this.#end();
    this.#end = this.#started = undefined;
  }

  // What stands inside the tag stays, with a sentence that says why.
  #explain(code) {
    const words = WORDS[this.closest("[lang]")?.lang] ?? WORDS.en;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
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
      const policy = `script-src ${folder.origin} 'wasm-unsafe-eval'; connect-src ${folder.origin}`;
      box.append(make("details", make("summary", words.editor), make("code", policy)));
    }
    root.replaceChildren(make("slot"), box);
    this.dispatchEvent(new CustomEvent("phc-error", { bubbles: true, composed: true, detail: { code } }));
  }
}

function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

for (const attribute of ATTRIBUTES) {
  const property = attribute.replace(/-(.)/, (_, letter) => letter.toUpperCase());
  const isFlag = attribute === "scores";
  Object.defineProperty(PartnershipHealthCheck.prototype, property, {
    get() {
      return isFlag ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
    },
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else this.setAttribute(attribute, value);
    },
  });
}

// Another version may have taken the name: then its checks are the page's.
customElements.get(TAG) ?? customElements.define(TAG, PartnershipHealthCheck);
