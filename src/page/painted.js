// The program draws only once the first screen counts as painted. `cargo xtask dist` appends this to `boot.js`.

// Until the browser has noted that the first screen is painted. What is taken away before that counts as never painted, and what
// the program draws in its place would be the largest paint of the page. Only where files come at once is there anything
// to wait for; a page out of sight paints nothing.
function noted() {
  const type = "largest-contentful-paint";
  const { supportedEntryTypes } = globalThis.PerformanceObserver ?? {};
  if (document.hidden || !supportedEntryTypes?.includes(type)) return undefined;
  return new Promise((done) => {
    // At most so many milliseconds.
    setTimeout(done, 500);
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe({ type, buffered: true });
  });
}
