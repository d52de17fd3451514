// Loads and starts the WebAssembly module on the own page, restarts it after a failure, explains when neither works.
// `cargo xtask dist` fills in the file names and appends `clicks.js`, `others.js`, `language.js` and `painted.js`.

// The module is the biggest file, so it is requested first. Browsers that support the page's preload have it already.
const module = fetch(new URL("./{{module}}", import.meta.url));
const glue = import("./{{glue}}");
// `begin` handles the errors; until then a rejection must not be reported as unhandled.
module.catch(() => {});
glue.catch(() => {});

// Files of the languages that are not built into the module.
const TEXTS = {{texts}};
const PANICS_A_MINUTE = 3;
// Timeout for the program's answer to `ask`, in milliseconds.
const LONG_ANSWERED = 250;
// When the page is kept for visits without a network: nobody waits for anything by then. In milliseconds.
const KEPT_AFTER = 5_000;
let root;
// A language file; null for English, undefined if the one that was wanted did not arrive.
let texts;
let panics = [];
let panicked = false;
// `first`: the first page of questions, once it was shown, with its answers. `page`: the same while it is on screen in
// place of the program. `wanted`: the selector of a control pressed on it that needs the program.
let first = null;
let page = null;
let wanted = null;
let failed = false;
let released = false;
const title = document.title;
// The page in a language's folder speaks it; the one above is for everybody.
const here = document.documentElement.lang;
let language = languageOf({ en: "", ...TEXTS }, here === "en" ? "" : here);

window.addEventListener("error", (event) => onTrap(event, event.error));
window.addEventListener("unhandledrejection", (event) => onTrap(event, event.reason));
// The program hears a click before `onClick`.
document.addEventListener("click", (event) => root?.phcClick?.(event), true);
document.addEventListener("click", onClick);
document.addEventListener("change", onChange);
window.addEventListener("hashchange", look);
// Printed sheets have the title at their head, by print.css.
window.addEventListener("beforeprint", () => {
  document.documentElement.style.setProperty("--phc-running", JSON.stringify(document.title));
});
// Loads the element for its preview, because the program cannot load a script itself. If this fails, the preview says
// so.
document.addEventListener("phc-preview", () => import("./embed/partnership-health-check.js").catch(() => {}));
begin();
if (parent !== window) import("./{{framed}}");
const workers = serviceWorkers();
workers?.addEventListener("controllerchange", onRelease);
const keeping = setTimeout(keepPage, KEPT_AFTER);

async function begin() {
  try {
    await parsed();
    root = document.getElementById("phc");
    trouble().hidden = true;
    showSides();
    look();
    const [{ default: init, start }, found] = await Promise.all([glue, readTexts(language)]);
    await init({ module_or_path: module });
    await noted();
    if (page) handOver();
    watch(hearClicks(root));
    root.phcSpeak = speak;
    root.phcForgetPage = forgetPage;
    root.toggleAttribute("data-speechless", found === undefined);
    tellLanguage(found);
    start(root, texts, false);
    if (released) onRelease();
    // On the start screen; `handOver` replays what was pressed on the first page of questions.
    if (wanted && !page) setTimeout(() => root.querySelector(wanted)?.click());
    addLaterSheet();
  } catch (error) {
    console.error(error);
    if (isTrap(error) || isStarted()) onPanic();
    else explain();
  }
}

function isStarted() {
  return root?.dataset.started !== undefined;
}

// In a frame nothing is kept but answers. A page in a sandbox may not even ask.
function serviceWorkers() {
  try {
    return parent === window ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

function keepPage() {
  if (workers) import("./{{offline}}").then((offline) => offline.keepPage()).catch(() => {});
}

// Everything is deleted: what keeps the page goes, too.
function forgetPage() {
  clearTimeout(keeping);
  if (workers) import("./{{offline}}").then((offline) => offline.forgetPage()).catch(() => {});
}

// Another release has taken the place of the one that served this page: the next visit has it. What a host puts there
// to take all of it away keeps none.
async function onRelease() {
  released ||= (await caches.keys()).some((name) => name.startsWith("phc "));
  if (released && isStarted()) dispatchEvent(new Event("release"));
}

// The style sheet for later screens and paper is smaller than the second module, so it arrives first.
function addLaterSheet() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("./{{later-sheet}}", import.meta.url);
  document.head.append(link);
}

// The prerendered start screen, until the program draws its own.
function form() {
  return isStarted() || !root ? null : root.querySelector("main:not([data-title])");
}

function chosen(name) {
  return form().querySelector(`[name=${name}]:checked`)?.value;
}

// Shows the sides of the chosen kind, as the program does.
function showSides() {
  const kind = form()?.querySelector("[name=kind]:checked");
  if (!kind) return;
  form().querySelector("[name=side]")?.closest("fieldset").remove();
  const sides = template(`sides-${kind.value}`);
  if (sides) kind.closest("fieldset").after(copy(sides));
}

// Start is a link, so a press stays in the address and Back undoes it. The first page of questions is shown only if the
// program will begin a check with these settings; the program handles all other cases.
function look() {
  if (!form()) return;
  const begun = location.hash === "#begin" && (page || !failed) && savedAnswers() === null;
  const next = begun ? firstPage() : null;
  if (next === page) return;
  wanted = null;
  page?.remove();
  page = next;
  form().hidden = page !== null;
  root.toggleAttribute("data-begun", page !== null);
  document.title = page ? page.dataset.title : title;
  scrollTo(0, 0);
  if (!page) return;
  form().before(page);
  page.querySelector("h1").focus();
}

// The document has a first page of the full check only.
function firstPage() {
  const kind = chosen("kind");
  if (chosen("length") !== "full" || !kind) return null;
  if (template(`sides-${kind}`) && !chosen("side")) return null;
  first ??= copy(template("full")).firstElementChild;
  // The number of pages and statements depends on the kind.
  for (const count of [...copy(template(`full-${kind}`) ?? template("full-counts")).children]) {
    first.querySelector(`.${count.className}`).replaceWith(count);
  }
  showAnswered();
  return first;
}

function template(name) {
  return document.getElementById(`phc-${name}`);
}

function copy(template) {
  return template.content.cloneNode(true);
}

// The program renders the same page again: restores the focus and replays the last press.
function handOver() {
  const { id, selectionStart } = document.activeElement;
  new MutationObserver((_, observer) => {
    if (!root.querySelector(".questions")) return;
    observer.disconnect();
    const fresh = document.getElementById(id);
    fresh?.focus({ preventScroll: true });
    if (selectionStart) fresh.selectionStart = selectionStart;
    if (wanted) root.querySelector(wanted)?.click();
  }).observe(root, { childList: true });
}

function parsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

// The words of a language: null for English, which is in the module, and undefined if they do not arrive in time.
async function readTexts(tag) {
  if (!Object.hasOwn(TEXTS, tag)) return null;
  try {
    return await fetchWords(new URL(TEXTS[tag], import.meta.url));
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

// The visitor chose another language. Of several choices the last counts, whichever words come first.
async function speak(tag) {
  language = tag;
  const found = await readTexts(tag);
  if (language !== tag) return;
  if (found !== undefined) tellLanguage(found);
  root.phcWords = found;
  dispatchEvent(new Event("words"));
}

// What the program speaks, and the page around it. The first line of a language file has its tag and direction.
function tellLanguage(found) {
  texts = found ?? null;
  const [, , lang, dir] = texts?.slice(0, 60).split(" ") ?? [, , "en", "ltr"];
  Object.assign(document.documentElement, { lang, dir });
}

// The document shows this box by itself after some seconds, by its style sheet: nothing else says that this script is missing.
function trouble() {
  return document.getElementById("phc-trouble");
}

// The start failed: the first screen stays, with the reason above it.
async function explain() {
  const box = trouble();
  const found = await cause();
  for (const line of box.querySelectorAll("[data-cause]")) line.hidden = line.dataset.cause !== found;
  box.querySelector("[data-ticked]").hidden = !page?.querySelector(":checked");
  box.querySelector("[data-scripted]").hidden = false;
  box.classList.remove("trouble--silent");
  box.hidden = false;
  failed = true;
  // The reader may have scrolled down the first page of questions.
  if (page) box.scrollIntoView();
  // Where nothing can ever run, what looks like a form would only wait for presses.
  if (found !== "missing") for (const dead of root.querySelectorAll(".settings, .acts")) dead.hidden = true;
}

// Compiling an empty module fails only where a policy forbids WebAssembly.
async function cause() {
  if (typeof WebAssembly !== "object") return "unsupported";
  try {
    await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  } catch {
    return "forbidden";
  }
  return "missing";
}

function isTrap(error) {
  // Without WebAssembly there is no `RuntimeError` to compare with.
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

// A stale callback of the instance before the panic; the glue throws this error.
function isLeftOver(error) {
  return error?.message === "Cannot invoke closure from previous WASM instance";
}

// A panic is a trap, whichever event or promise caused it. Only the first is left on the console: those that follow add
// nothing.
function onTrap(event, error) {
  if (isLeftOver(error) || (panicked && isTrap(error))) event.preventDefault();
  else if (isTrap(error)) onPanic();
  else onOtherError();
}

// An exception from a browser API passes through the module without unwinding and leaves Yew's scheduler locked, so
// that nothing renders any more. Errors of other scripts do no harm. Neither the error nor its stack tells them apart,
// so the program is asked whether it is alive.
async function onOtherError() {
  if (!isStarted()) return;
  const asked = root;
  let answered = false;
  (await glue).ask(() => {
    answered = true;
  });
  setTimeout(() => {
    if (!answered && !panicked && asked === root) onPanic();
  }, LONG_ANSWERED);
}

function onPanic() {
  panicked = true;
  const now = performance.now();
  panics = [...panics.filter((then) => now - then < 60_000), now];
  replaceRoot();
  setTimeout(panics.length < PANICS_A_MINUTE ? restart : stop);
}

// The old element's listeners belong to a half-finished update and must not run again.
function replaceRoot() {
  const fresh = root.cloneNode(false);
  delete fresh.dataset.started;
  // Answers that the browser does not store.
  fresh.phcHeld = root.phcHeld;
  fresh.phcHeldFolder = root.phcHeldFolder;
  fresh.phcSpeak = speak;
  fresh.phcForgetPage = forgetPage;
  delete fresh.dataset.speechless;
  root.replaceWith(fresh);
  root = fresh;
}

async function restart() {
  panicked = false;
  try {
    const { __wbg_reset_state, start } = await glue;
    __wbg_reset_state();
    watch(hearClicks(root));
    start(root, texts, true);
  } catch (error) {
    console.error(error);
    if (isTrap(error)) onPanic();
    else stop();
  }
}

// The program keeps failing: shows a static page that offers the answers as a file. `panicked` stays true.
function stop() {
  panicked = true;
  root.replaceChildren(document.getElementById("phc-stopped").content.cloneNode(true));
  root.querySelector(`[data-held=${root.phcHeld !== undefined}]`).hidden = false;
  root.querySelector("h1").focus();
}

function onChange(event) {
  if (event.target.name === "kind") showSides();
  if (page?.contains(event.target) && !wanted) showAnswered();
}

// Shows how many statements of the first page are answered, in the program's words.
function showAnswered() {
  const line = first.querySelector(".answered");
  line.textContent = line.dataset.words.replace("{n}", first.querySelectorAll(":checked").length);
}

function onClick(event) {
  const pressed = event.target.closest("#phc a, #phc button");
  // The address does not change if Start was pressed before, so no `hashchange` follows.
  if (pressed?.matches(".start__go")) setTimeout(look);
  else if (pressed && page && form() && !failed) keep(event, pressed);
  else if (pressed?.lang && form() && !failed) wanted = languageButton(pressed);
  if (event.target.closest("[data-reload]")) {
    location.reload();
  } else if (event.target.closest("[data-download]")) {
    download();
  }
}

// A press that leaves the first page of questions waits for the program, which takes the answers over.
function keep(event, pressed) {
  event.preventDefault();
  if (pressed.matches(".skip")) {
    page.querySelector("h1").focus();
    return;
  }
  wanted = pressed.lang ? languageButton(pressed) : pressed.matches("a") ? `a[href="${pressed.getAttribute("href")}"]` : `.acts [class='${pressed.className}']`;
  for (const line of [page.querySelector(".answered"), root.querySelector("p[role=status]")]) {
    line.textContent = page.dataset.wait;
  }
}

function languageButton({ lang }) {
  return `.foot [lang=${lang}]`;
}

function download() {
  const saved = root.phcHeld ?? savedAnswers();
  if (saved === null) {
    root.querySelector("[data-nothing-saved]").hidden = false;
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([saved], { type: "application/json" }));
  link.download = "partnership-health-check-checks.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function savedAnswers() {
  try {
    return localStorage.getItem("phc.record");
  } catch {
    return null;
  }
}

{{clicks}}
{{others}}
{{language}}
{{painted}}
