// Runs if the own page is in a frame: sends its height, and a message when a new screen is shown, to
// `src/embed/frame.js` in the page around it. Without that script the content scrolls inside the frame.

// Messages go to the parent's origin only. A parent with an opaque origin gets none.
const host = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
if (/^https?:/.test(host)) {
  const tell = (message) => parent.postMessage({ phc: 1, ...message }, host);
  const tellHeight = () => tell({ type: "height", px: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(document.body);
  // That script may come after the first height was sent; then it asks.
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.phc === 1 && data.type === "ask") tellHeight();
  });
  // A new screen focuses its title.
  document.addEventListener("focusin", ({ target }) => {
    if (target.id === "phc-title") tell({ type: "top" });
  });
}
