// Keeps the own page for visits without a network: `worker.js` is its service worker. A host that does not want that
// leaves the worker's file out; then nothing happens here.

const WORKER = new URL("./service-worker.js", import.meta.url).href;

// The page's policy takes the address of a script only from a policy of this name.
const policy = globalThis.trustedTypes?.createPolicy("phc-offline", { createScriptURL: () => WORKER });

export async function keepPage() {
  tellHomeScreen();
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? WORKER);
}

// Name and mark for whoever puts the page on a phone's home screen. In the document itself the browser would ask for them
// while the program still arrives.
function tellHomeScreen() {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = document.documentElement.dataset.manifest;
  document.head.append(link);
}

// With the answers goes what keeps the page; the next visit begins anew.
export async function forgetPage() {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  const { href } = new URL("./", WORKER);
  if (registration?.scope !== href) return;
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`phc ${href} `)).map((name) => caches.delete(name)));
}
