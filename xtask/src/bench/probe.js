// Put into the page before anything of its own: does what a visitor would do, the moment it can be done, and
// notes when. `bench/visit.rs` calls it.
async function probe() {
  const seen = {};
  // Pieces of work of 50 ms or more.
  const pieces = [];
  const watch = new PerformanceObserver((list) => pieces.push(...list.getEntries()));
  watch.observe({ type: "longtask", buffered: true });
  const plain = () => document.querySelector("[data-plain]") !== null;

  // Pressed at once, before the app is there. Only if it keeps the choice does it go on to the question.
  (await when(() => document.querySelector('input[name="kind"][value="other"]'))).click();
  seen.chosen = performance.now();
  (await when(() => document.querySelector("a.start__go"))).click();
  const answer = await when(() => document.querySelector('input[name="A1.1"][value="4"]'));
  answer.click();
  await when(() => plain() || document.querySelector(".answered")?.textContent.startsWith("1 of "));
  seen.answered = performance.now();
  // Only if the program has it too was it an answer.
  await when(() => plain() || document.querySelector('[data-answered="1"]'));
  seen.taken = performance.now();
  await measured();
  seen.work = [];
  for (const value of [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) {
    for (const name of ["A1.1", "A1.2", "A1.3"]) {
      seen.work.push(await work(document.querySelector(`input[name="${name}"][value="${value}"]`)));
    }
  }
  return seen;

  // Sizes and the first paint, which is noted a little after it happened.
  async function measured() {
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter((file) => file.name.startsWith("http"));
    seen.requests = files.length;
    seen.packed = files.reduce((sum, file) => sum + file.encodedBodySize, 0);
    seen.unpacked = files.reduce((sum, file) => sum + file.decodedBodySize, 0);
    const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
    while (!paint()) await new Promise((done) => setTimeout(done, 20));
    seen.firstPaint = paint().startTime;
    // A piece is noted a little after it ended.
    await new Promise((done) => setTimeout(done, 200));
    const until = pieces.filter(({ startTime }) => startTime < seen.taken).map(({ duration }) => duration);
    seen.blocked = until.reduce((sum, duration) => sum + duration - 50, 0);
    seen.longest = Math.max(0, ...until);
    return seen;
  }
}

// Waits until the document has changed so that there is something to return.
function when(found) {
  return new Promise((done) => {
    const look = () => {
      const value = found();
      if (!value) return;
      observer.disconnect();
      done(value);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    look();
  });
}

// How long the page is busy with a click: until the task that follows it.
function work(input) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const begun = performance.now();
    port1.onmessage = () => {
      port1.close();
      done(performance.now() - begun);
    };
    input.click();
    port2.postMessage(null);
  });
}
