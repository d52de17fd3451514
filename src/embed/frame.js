/**
 * Sizes each iframe with the check to its content, and scrolls to its top when a new screen is shown. Include it once
 * in a page with such frames. Without it, the check scrolls inside its frame. See docs/embedding.md.
 */

// Pixels.
const LEAST = 100;
const MOST = 20_000;
// Milliseconds: whatever a frame says, whoever scrolls gets away from it.
const PAUSE = 1_000;
// The check's own pages are one folder up.
const pages = new URL("../", import.meta.url);
// When each frame was last brought into view.
const brought = new WeakMap();

const framesOfOurs = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(pages.href));

// What the frame's own edges take of a height that counts them in, in pixels.
const edges = (frame) => {
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  if (boxSizing !== "border-box") return 0;
  return frame.offsetHeight - frame.clientHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
};

addEventListener("message", ({ data, origin, source }) => {
  if (data?.phc !== 1) return;
  for (const frame of framesOfOurs()) {
    // A frame with `sandbox` alone has the origin "null", wherever it goes. In any other, "null" is no page of ours.
    const hasNoOrigin = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    if (frame.contentWindow !== source || origin !== (hasNoOrigin ? "null" : pages.origin)) continue;
    const { type, px } = data;
    if (type === "height" && Number.isInteger(px) && px >= LEAST && px <= MOST) {
      frame.height = Math.ceil(px + edges(frame));
    }
    const now = performance.now();
    if (type === "top" && frame.getBoundingClientRect().top < 0 && !(now - brought.get(frame) < PAUSE)) {
      brought.set(frame, now);
      frame.scrollIntoView();
    }
  }
});

// A frame that was there before this script has said its height to nobody.
for (const frame of framesOfOurs()) frame.contentWindow?.postMessage({ phc: 1, type: "ask" }, "*");
