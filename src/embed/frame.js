/**
 * Sizes each iframe with the check to its content, and scrolls to its top when a new screen is shown. Include it once
 * in a page with such frames. Without it, the check scrolls inside its frame. See docs/embedding.md.
 */

// Pixels.
const LEAST = 100;
const MOST = 20_000;
// The check's own pages are one folder up.
const pages = new URL("../", import.meta.url);

addEventListener("message", ({ data, origin, source }) => {
  if (data?.phc !== 1) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // A sandboxed frame has the origin "null", so it is recognised by its window.
    const isOurs = frame.contentWindow === source && frame.src.startsWith(pages.href);
    if (!isOurs || (origin !== pages.origin && origin !== "null")) continue;
    const { type, px } = data;
    if (type === "height" && Number.isInteger(px) && px >= LEAST && px <= MOST) frame.height = px;
    if (type === "top" && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  }
});
