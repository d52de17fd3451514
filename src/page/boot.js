// The own page's program around the WebAssembly module: it loads and starts the module, starts it afresh
// after a failure, and says what happened when neither works. `cargo xtask dist` fills in the names of files and puts
// `others.js` at the end.

// The module is the biggest file, so nothing comes before asking for it. A browser that has preloaded it, as
// the page tells it to, has it already; one that cannot asks for it here.
const module = fetch(new URL("./{{module}}", import.meta.url));
const glue = import("./{{glue}}");
// Whether they arrive is asked in `begin`; until then a failure is nobody's mistake.
module.catch(() => {});
glue.catch(() => {});

const PANICS_A_MINUTE = 3;
// How long after it was asked the program must have answered, in milliseconds.
const LONG_ANSWERED = 250;
let root;
let texts = null;
let panics = [];
let panicked = false;
// The first page of questions once it was asked for, with its answers; the same while it stands in for the program;
// and what was pressed on it that only the program can do.
let first = null;
let page = null;
let wanted = null;
let failed = false;
const title = document.title;

window.addEventListener("error", (event) => onTrap(event, event.error));
window.addEventListener("unhandledrejection", (event) => onTrap(event, event.reason));
document.addEventListener("click", onClick);
document.addEventListener("change", onChange);
window.addEventListener("hashchange", look);
// The preview of the element: the program has no way of its own to fetch a script. Without it, the preview says so.
document.addEventListener("phc-preview", () => import("./embed/partnership-health-check.js").catch(() => {}));
begin();
if (parent !== window) import("./{{framed}}");

async function begin() {
  try {
    await parsed();
    root = document.getElementById("phc");
    showSides();
    look();
    const [{ default: init, start }] = await Promise.all([glue, readTexts()]);
    await init({ module_or_path: module });
    if (page) handOver();
    watch(root);
    start(root, texts, false);
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

// What only the later screens and paper need is smaller than the second module, and so there before it.
function addLaterSheet() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("./{{later-sheet}}", import.meta.url);
  document.head.append(link);
}

// The start screen, until the program draws its own.
function form() {
  return isStarted() || !root ? null : root.querySelector("main:not([data-title])");
}

function chosen(name) {
  return form().querySelector(`[name=${name}]:checked`)?.value;
}

// The sides that the chosen kind has, as the program shows them.
function showSides() {
  const kind = form()?.querySelector("[name=kind]:checked");
  if (!kind) return;
  form().querySelector("[name=side]")?.closest("fieldset").remove();
  const sides = template(`sides-${kind.value}`);
  if (sides) kind.closest("fieldset").after(copy(sides));
}

// Start is a link, so a press on it stands in the address, and the way back takes it away. The first page of
// questions is shown only where the program will begin a check with what is chosen; it judges all other cases.
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

// Only the full check's stands in the document.
function firstPage() {
  const kind = chosen("kind");
  if (chosen("length") !== "full" || !kind) return null;
  if (template(`sides-${kind}`) && !chosen("side")) return null;
  first ??= copy(template("full")).firstElementChild;
  // How many pages and statements there are depends on the kind.
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

// The program draws the same page anew: the keyboard stays where it is, and what was pressed is pressed again.
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

// Languages that are not built into the module come as a file.
async function readTexts() {
  if (!root.dataset.texts) return;
  const response = await fetch(root.dataset.texts);
  if (!response.ok) throw new Error(`${root.dataset.texts}: status ${response.status}`);
  texts = await response.text();
}

// Not started: the first screen stays, and a sentence above it says why.
async function explain() {
  const trouble = document.getElementById("phc-trouble");
  trouble.querySelector(`[data-cause="${await cause()}"]`).hidden = false;
  trouble.querySelector("[data-ticked]").hidden = !page?.querySelector(":checked");
  trouble.hidden = false;
  failed = true;
  // The first page of questions may be scrolled.
  if (page) trouble.scrollIntoView();
}

// The smallest module there is fails only where WebAssembly is not allowed.
async function cause() {
  if (typeof WebAssembly !== "object") return "unsupported";
  try {
    await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  } catch {
    return "forbidden";
  }
  return "missing";
}

// Where WebAssembly is missing, nothing can be a trap.
function isTrap(error) {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

// What the instance before the panic still listens to or waits for; the glue stops it with this sentence.
function isLeftOver(error) {
  return error?.message === "Cannot invoke closure from previous WASM instance";
}

// A panic in the app is a trap of the module, from whatever event or promise it was called. The first one
// stands in the console; what follows from it says nothing new.
function onTrap(event, error) {
  if (isLeftOver(error) || (panicked && isTrap(error))) event.preventDefault();
  else if (isTrap(error)) onPanic();
  else onOtherError();
}

// An exception that the browser throws into the module flies through it and leaves it half-changed: it stays in the
// middle of that change, and draws nothing more. Errors of other scripts do not touch it. Neither the error nor its
// stack says which of them it was, so the program is asked.
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

// What listened on the old element is half-changed and must hear nothing more.
function replaceRoot() {
  const fresh = root.cloneNode(false);
  delete fresh.dataset.started;
  // Answers that the browser does not keep: the module holds them there.
  fresh.phcHeld = root.phcHeld;
  root.replaceWith(fresh);
  root = fresh;
}

async function restart() {
  panicked = false;
  try {
    const { __wbg_reset_state, start } = await glue;
    __wbg_reset_state();
    watch(root);
    start(root, texts, true);
  } catch (error) {
    console.error(error);
    if (isTrap(error)) onPanic();
    else stop();
  }
}

// The app keeps failing: a still page, from which the answers can be taken away. `panicked` stays true.
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

// How many statements of the first page are answered, in the program's words.
function showAnswered() {
  const line = first.querySelector(".answered");
  line.textContent = line.dataset.words.replace("{n}", first.querySelectorAll(":checked").length);
}

function onClick(event) {
  const pressed = event.target.closest("#phc a, #phc button");
  // No new address, where Start was pressed before.
  if (pressed?.matches(".start__go")) setTimeout(look);
  else if (pressed && page && form() && !failed) keep(event, pressed);
  if (event.target.closest("[data-reload]")) {
    location.reload();
  } else if (event.target.closest("[data-download]")) {
    download();
  }
}

// What leads away from the first page of questions waits for the program, which takes the answers along.
function keep(event, pressed) {
  event.preventDefault();
  if (pressed.matches(".skip")) {
    page.querySelector("h1").focus();
    return;
  }
  wanted = pressed.matches("a") ? `a[href="${pressed.getAttribute("href")}"]` : `.acts [class='${pressed.className}']`;
  for (const line of [page.querySelector(".answered"), root.querySelector("p[role=status]")]) {
    line.textContent = page.dataset.wait;
  }
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

{{others}}
