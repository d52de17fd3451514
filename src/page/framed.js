// The own page inside a frame of another page: `src/embed/frame.js` there makes the frame as high as the content is,
// and brings its top into view when a new screen comes. Without that script the content scrolls inside the frame.

// Only the page around this one hears it. A page without an origin of its own hears nothing.
const host = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
if (/^https?:/.test(host)) {
  const tell = (message) => parent.postMessage({ phc: 1, ...message }, host);
  new ResizeObserver(([{ target }]) => {
    tell({ type: "height", px: Math.ceil(target.getBoundingClientRect().height) });
  }).observe(document.body);
  // A new screen gives its title the keyboard.
  document.addEventListener("focusin", ({ target }) => {
    if (target.id === "phc-title") tell({ type: "top" });
  });
}
