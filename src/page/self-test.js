// The self-test of START-HERE.html: asks for every file of the folder and shows what the host does wrong. It is no module,
// so that it starts from a disk and under a wrong type too, where the browser lets it. Its words stand in the page.
// `cargo xtask dist` fills in the files, each with its sum, and the headers of a page, each with its value.

const FILES = {{files}};
const HEADERS = {{headers}};
// Below this, packing saves nothing, in bytes.
const SMALL = 2_000;
const SCRIPT = /^(text|application)\/(x-)?(java|ecma)script\b/;
// Without one of these the check still works.
const MILD = ["insecure", "module", "packed", "headers", "others"];
// The smallest module that there is.
const MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

const folder = new URL("./", document.currentScript.src);
// What is wrong, each with the files or lines that it is about.
const found = {};

test();

async function test() {
  if (location.protocol === "file:") {
    verdict("disk");
    return;
  }
  verdict("running");
  if (!isSecureContext) note("insecure");
  if (isForbidden()) note("forbidden");
  // A few at a time: a host may refuse many at once.
  const files = Object.entries(FILES);
  await Promise.all([1, 2, 3, 4].map(() => lookAtSome(files)));
  show();
}

function note(fault, ...lines) {
  (found[fault] ??= []).push(...lines);
}

function isForbidden() {
  try {
    new WebAssembly.Module(MODULE);
    return false;
  } catch {
    return true;
  }
}

async function lookAtSome(files) {
  for (let next = files.shift(); next; next = files.shift()) await lookAt(...next);
}

async function lookAt(name, sum) {
  let answer;
  let content;
  try {
    // What the browser or the service worker has kept says nothing of the host.
    answer = await fetch(new URL(name, folder), { cache: "no-store" });
    content = await answer.arrayBuffer();
  } catch {
    note("missing", shown(name));
    return;
  }
  if (!answer.ok) {
    note("missing", shown(name));
    return;
  }
  if (crypto.subtle && (await sumOf(content)) !== sum) note("changed", shown(name));
  lookAtHeaders(name, answer.headers, content.byteLength);
}

async function sumOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-384", content));
  return `sha384-${btoa(String.fromCharCode(...bytes))}`;
}

function lookAtHeaders(name, headers, size) {
  const type = headers.get("content-type") ?? "";
  if (name.endsWith(".js") && !SCRIPT.test(type)) note("script", `${name}: ${type}`);
  if (name.endsWith(".css") && !type.startsWith("text/css")) note("style", `${name}: ${type}`);
  if (name.endsWith(".wasm") && !type.startsWith("application/wasm")) note("module", `${name}: ${type}`);
  // The modules of `embed/` are packed already.
  if (size > SMALL && !name.endsWith(".bin") && !headers.has("content-encoding")) note("packed", shown(name));
  if (name === "") {
    const missing = Object.entries(HEADERS).filter(([header, value]) => !has(headers, header, value));
    if (missing.length > 0) note("headers", ...missing.map(([header, value]) => `${header}: ${value}`));
  }
  if (name === "embed/partnership-health-check.js" && headers.get("access-control-allow-origin") !== "*") {
    note("others", "Access-Control-Allow-Origin: *");
  }
}

// A host may send another value than ours. Of the policy only what the page cannot say itself matters.
function has(headers, header, value) {
  const sent = headers.get(header) ?? "";
  if (header === "content-security-policy") return sent.includes("frame-ancestors");
  return value === "nosniff" ? sent.toLowerCase() === value : sent !== "";
}

function shown(name) {
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}

function show() {
  const faults = Object.keys(found);
  for (const fault of faults) {
    const section = document.querySelector(`[data-fault="${fault}"]`);
    section.hidden = false;
    section.querySelector("ul").append(...found[fault].sort().map(line));
  }
  if (faults.length === 0) verdict("good");
  else verdict(faults.every((fault) => MILD.includes(fault)) ? "works" : "broken");
  document.querySelector("[data-again]").hidden = faults.length === 0;
}

function line(text) {
  const item = document.createElement("li");
  item.append(document.createElement("code"));
  item.firstChild.textContent = text;
  return item;
}

function verdict(name) {
  for (const element of document.querySelectorAll("[data-verdict]")) {
    element.hidden = element.dataset.verdict !== name;
  }
}
