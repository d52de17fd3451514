// What whoever chairs does: ten thousand links at once, and then thirty partners side by side, drawn again and again, beside a plain table.
// Says how long the page was busy, in milliseconds. `bench/chair.rs` calls it.
async function chair(thirty, tenThousand) {
  const seen = { redraws: [], painted: [], ordered: [], plain: [], plainPainted: [] };
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
    const count = (from) => plain.querySelectorAll("td").forEach((cell, at) => (cell.textContent = (at + from) % 101));
    await atRest();
    seen.redraws.push(await laidOut(() => letters.click(), lastRow));
    await atRest();
    seen.painted.push(await painted(() => letters.click(), lastRow));
    await atRest();
    seen.ordered.push(await laidOut(() => order(round), rows));
    document.body.append(plain);
    await atRest();
    seen.plain.push(await laidOut(() => count(round), lastCell));
    await atRest();
    seen.plainPainted.push(await painted(() => count(round + 50), lastCell));
    plain.remove();
  }
  return seen;

  // Until what was changed is painted, so that neither pays for the other's table that comes or goes.
  function atRest() {
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

  // The rows as in the check, or those first on which partners differ most.
  function order(round) {
    const choice = document.getElementById("phc-order");
    choice.selectedIndex = round % 2 === 0 ? 1 : 0;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function rows() {
    return [...document.querySelectorAll(".matrix__id")].map((id) => id.textContent).join();
  }

  // The row that is drawn last: Yew lets the browser go on between the components of a screen.
  function lastRow() {
    return [...document.querySelectorAll(".matrix__row")].at(-1).textContent;
  }

  function lastCell() {
    return plain.rows[plain.rows.length - 1].lastElementChild.textContent;
  }

  // How long the page is busy with an act, until all that it changes is there and laid out. Nothing is painted in between, unless
  // the page lets the browser go on.
  function laidOut(act, changes) {
    return new Promise((done) => {
      const before = changes();
      const begun = performance.now();
      const look = () => {
        if (changes() === before) return;
        observer.disconnect();
        document.body.getBoundingClientRect();
        done(performance.now() - begun);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      act();
    });
  }

  // The same until it is painted too. It begins with a frame, so that it does not wait for one.
  function painted(act, changes) {
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      requestAnimationFrame(() => {
        const before = changes();
        const begun = performance.now();
        port1.onmessage = () => {
          if (changes() === before) return requestAnimationFrame(() => port2.postMessage(null));
          port1.close();
          done(performance.now() - begun);
        };
        act();
        port2.postMessage(null);
      });
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
