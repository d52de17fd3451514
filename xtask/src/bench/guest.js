// Put into a host's page before anything of its own. `bench/guest.rs` calls `guest` when the page has loaded.
const painted = [];
const shifted = [];
const long = [];
for (const [type, list] of [["largest-contentful-paint", painted], ["layout-shift", shifted], ["longtask", long]]) {
  new PerformanceObserver((entries) => list.push(...entries.getEntries())).observe({ type, buffered: true });
}

// What the page has fetched; then the check, where there is one, is brought near and starts.
async function guest(scrolls) {
  const check = document.querySelector("partnership-health-check");
  await quiet();
  const seen = {
    early: files().length,
    loader: files()[0]?.encodedBodySize,
    started: null,
  };
  if (check) {
    const begun = performance.now();
    long.length = 0;
    if (scrolls) check.scrollIntoView();
    while (!check.shadowRoot?.querySelector(".start__go")) await frame();
    seen.started = performance.now() - begun;
    await quiet();
    seen.longest = Math.max(0, ...long.map(({ duration }) => duration));
  }
  // What moves within half a second of a visitor's act is none; here nobody acts.
  seen.shift = shifted.reduce((sum, { value }) => sum + value, 0);
  return seen;
}

// When the largest thing of the page was painted that it shows first.
async function largest() {
  await quiet();
  const seen = painted.at(-1)?.startTime;
  // What a check still fetches would slow down the page that is measured next.
  while (files().length > 1 && !files().some(({ name }) => name.includes("second"))) await frame();
  return seen;
}

function files() {
  return performance.getEntriesByType("resource").filter(({ name }) => name.includes("/embed/"));
}

function frame() {
  return new Promise(requestAnimationFrame);
}

function quiet() {
  return new Promise((done) => setTimeout(done, 1500));
}
