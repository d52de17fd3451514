// The service worker of the own page: keeps every file of one release, so that the page opens without a network, and a
// visit takes one release or the other, never half of each. It serves no file of `embed/`: what other pages load is
// always theirs to fetch. `cargo xtask dist` fills in the files, each with its sum.

const FILES = {{files}};
// Another copy of the page on the same host has caches of its own.
const OURS = `phc ${registration.scope} `;
const CACHE = `${OURS}{{release}}`;

addEventListener("install", (event) => event.waitUntil(take()));
addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name === null) return;
  const kept = find(name);
  event.respondWith(kept.then((found) => found ?? fetch(event.request)));
  // What the browser has cleared, or a deletion in another tab, is kept again with the next visit.
  if (isPage(name)) event.waitUntil(kept.then((found) => found ?? take()).catch(() => {}));
});

// All files or none. A file that is not what was built, such as a page of errors that a host sends in its place, ends
// it: the release before stays.
async function take() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([name, integrity]) => keep(cache, name, integrity)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await skipWaiting();
}

async function keep(cache, name, integrity) {
  const older = isHashed(name) && (await caches.match(urlOf(name)));
  // What a proxy or the browser kept of a page may be of another release.
  const found = older || (await fetch(urlOf(name), { integrity, cache: isHashed(name) ? "default" : "no-cache" }));
  // A browser shows no page that a redirect led to.
  const { status, headers } = found;
  await cache.put(urlOf(name), new Response(await found.blob(), { status, headers }));
}

// The release before stays too: a tab that is open may be of it, and ask for its second module.
async function forgetOlder() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

// The name in FILES of what is asked for; for a file of another release its own; null for what is not ours, and for the
// self-test, which wants to know what the host sends.
function nameOf({ method, mode, url, cache }) {
  if (method !== "GET" || cache === "no-store") return null;
  const { origin, pathname } = new URL(url);
  const at = origin + pathname;
  if (!at.startsWith(registration.scope)) return null;
  const name = at.slice(registration.scope.length).replace(/(^|\/)index\.html$/, "$1");
  if (mode === "navigate") return isPage(name) ? name : null;
  return isHashed(name) && !name.startsWith("embed/") ? name : null;
}

// A page only from this release; what has a hash in its name is the same everywhere.
function find(name) {
  return caches.match(urlOf(name), isHashed(name) ? {} : { cacheName: CACHE });
}

function urlOf(name) {
  return registration.scope + name;
}

function isPage(name) {
  return Object.hasOwn(FILES, name) && !isHashed(name);
}

function isHashed(name) {
  return /\.[0-9a-f]{10}\./.test(name);
}
