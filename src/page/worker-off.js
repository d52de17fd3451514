// Takes the place of `service-worker.js` on a host that no longer wants the page to be kept: browsers that kept it let go
// of it with their next visit. It never serves a page itself.

addEventListener("install", (event) => event.waitUntil(forget().then(skipWaiting)));
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`phc ${registration.scope} `)).map((name) => caches.delete(name)));
}
