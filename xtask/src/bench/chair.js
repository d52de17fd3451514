// What whoever chairs does: ten thousand links at once, and then thirty partners side by side, drawn again and again, beside a plain table.
// Says how long the page was busy, in milliseconds. `bench/chair.rs` calls it.
async function chair(thirty, tenThousand) {
  const seen = { redraws: [], plain: [] };
  const event = pasting(tenThousand);
  await new Promise((next) => setTimeout(next, 500));
  const beat = heart();
  const begun = performance.now();
  document.getElementById("phc-links").dispatchEvent(event);
  while (!document.querySelector(".table tbody tr:nth-child(13)")) {
    await new Promise((next) => setTimeout(next));
  }
  seen.many = performance.now() - begun;
  seen.piece = beat();

  await take(thirty, () => document.querySelector(".partners__one:nth-child(30)"));
  const letters = document.getElementById("phc-letters");
  const plain = plainTable(30, 13);
  // In turn, because the machine is not as fast in each moment.
  for (let round = 0; round < 20; round += 1) {
    await painted();
    seen.redraws.push(await busy(() => letters.click(), lastRow));
    document.body.append(plain);
    await painted();
    seen.plain.push(await busy(() => plain.querySelectorAll("td").forEach((cell, at) => (cell.textContent = (at + round) % 101))));
    plain.remove();
  }
  return seen;

  // Until what was changed is painted, so that neither pays for the other's table that comes or goes.
  function painted() {
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));
  }

  // A table of so many columns and rows without any program: all of its numbers change too.
  function plainTable(columns, rows) {
    const table = document.createElement("table");
    for (let row = 0; row < rows; row += 1) {
      const cells = table.insertRow();
      for (let column = 0; column < columns; column += 1) cells.insertCell().textContent = column;
    }
    return table;
  }

  // As from an e-mail program. Filling the clipboard is not the page's work.
  function pasting(text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    return new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  }

  async function take(text, done) {
    const field = document.getElementById("phc-links");
    put(text);
    // The button after the field.
    field.parentElement.querySelector(".acts .button").click();
    while (!done()) await new Promise((next) => setTimeout(next));
  }

  function put(text) {
    const field = document.getElementById("phc-links");
    field.value = text;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // The row that is drawn last: Yew lets the browser go on between the components of a screen.
  function lastRow() {
    return [...document.querySelectorAll(".matrix__row")].at(-1).textContent;
  }

  // How long the page is busy with an act: until what it changes is there, and the layout that follows from it.
  function busy(act, changes) {
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      const before = changes?.();
      const begun = performance.now();
      port1.onmessage = () => {
        if (changes && changes() === before) {
          port2.postMessage(null);
          return;
        }
        document.body.getBoundingClientRect();
        port1.close();
        done(performance.now() - begun);
      };
      act();
      port2.postMessage(null);
    });
  }

  // Beats as often as the page lets it; ended, it says what was the longest time between two beats.
  function heart() {
    const { port1, port2 } = new MessageChannel();
    let longest = 0;
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    return () => {
      port1.close();
      return longest;
    };
  }
}
