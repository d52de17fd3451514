// Records whatever a page keeps, sends, tells, copies or saves, whichever way it takes. Runs before the check where the
// browser lets it, and calls the browser's own functions in the end.
if (!window.recorded) {
  window.recorded = [];
  const note = (what, name) => window.recorded.push([what, String(name)]);
  const before = (of, name, tell) => {
    const own = of?.[name];
    if (typeof own !== "function") return;
    of[name] = function (...all) {
      try {
        tell(this, ...all);
      } catch (error) {
        note("fault of the recorder", error);
      }
      return own.apply(this, all);
    };
  };
  const made = (name) => {
    const Own = window[name];
    if (Own) window[name] = new Proxy(Own, { construct: (of, all) => (note("request", all[0] ?? name), Reflect.construct(of, all)) });
  };
  const absolute = (address) => new URL(address ?? "", location.href).href;

  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "Worker", "SharedWorker"]) made(name);
  before(Navigator.prototype, "sendBeacon", (_, address) => note("request", absolute(address)));
  // What is fetched stands in the list of resources, and in the log of the server or the browser.
  before(window, "open", (_, address) => note("window", absolute(address)));
  before(Navigator.prototype, "share", (_, { url }) => note("share sheet", url));

  const [local, session] = ["localStorage", "sessionStorage"].map((name) => {
    try {
      return window[name];
    } catch {
      return null;
    }
  });
  before(Storage.prototype, "setItem", (store, key) => note(store === session ? "sessionStorage" : "localStorage", key));
  before(IDBFactory.prototype, "open", (_, name) => note("IndexedDB", name));
  before(IDBObjectStore.prototype, "put", (_, value, key) => note("IndexedDB", key));
  before(window.CacheStorage?.prototype, "open", (_, name) => note("cache", name));
  before(window.ServiceWorkerContainer?.prototype, "register", (_, address) => note("worker", address));
  before(window.CookieStore?.prototype, "set", (_, cookie) => note("cookie", cookie?.name ?? cookie));
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(document, "cookie", {
    configurable: true,
    get: () => cookie.get.call(document),
    set: (text) => (note("cookie", text), cookie.set.call(document, text)),
  });

  for (const name of ["pushState", "replaceState"]) before(History.prototype, name, (_, state, title, address) => address && note("address", absolute(address)));
  before(window.Clipboard?.prototype, "writeText", (_, text) => note("clipboard", text));
  before(window.Clipboard?.prototype, "write", () => note("clipboard", "something else than text"));
  addEventListener("copy", () => note("clipboard", getSelection()));
  before(HTMLAnchorElement.prototype, "click", (link) => note(link.hasAttribute("download") ? "file" : "window", link.download || link.href));
  for (const of of [window.BroadcastChannel?.prototype, MessagePort.prototype]) before(of, "postMessage", (_, message) => note("message", JSON.stringify(message)));
  addEventListener("message", ({ data }) => data?.phc && note("message", data.type));
  for (const name of ["start", "answer", "finish", "share", "delete", "error"]) addEventListener(`phc-${name}`, () => note("event", `phc-${name}`));
}
