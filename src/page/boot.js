// The own page's program around the WebAssembly module: it loads and starts the module, starts it afresh
// after a failure, and says what happened when neither works. `cargo xtask dist` fills in the two file names.

// The module is the biggest file, so nothing comes before asking for it. A browser that has preloaded it, as
// the page tells it to, has it already; one that cannot asks for it here.
const module = fetch(new URL("./{{module}}", import.meta.url));
const glue = import("./{{glue}}");
// Whether they arrive is asked in `begin`; until then a failure is nobody's mistake.
module.catch(() => {});
glue.catch(() => {});

const PANICS_A_MINUTE = 3;
// How long after an error the module must be done with what it does, in milliseconds.
const LONG_DONE = 100;
let root;
let texts = null;
let panics = [];
let panicked = false;

window.addEventListener("error", (event) => onTrap(event, event.error));
window.addEventListener("unhandledrejection", (event) => onTrap(event, event.reason));
document.addEventListener("click", onClick);
begin();

async function begin() {
  try {
    await parsed();
    root = document.getElementById("phc");
    const [{ default: init, start }] = await Promise.all([glue, readTexts()]);
    await init({ module_or_path: module });
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
  trouble.hidden = false;
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
  else setTimeout(onOtherError, LONG_DONE);
}

// An exception that the browser throws into the module flies through it and leaves it half-changed: it stays in the
// middle of that change, and draws nothing more. Errors of other scripts do not touch it. Neither the error nor its
// stack says which of them it was, so the module is asked.
async function onOtherError() {
  const { isChanging } = await glue;
  if (!panicked && isStarted() && isChanging()) onPanic();
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

function onClick(event) {
  if (event.target.closest("[data-reload]")) {
    location.reload();
  } else if (event.target.closest("[data-download]")) {
    download();
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
  link.download = "partnership-health-check.json";
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
