// Lets the lines for a page's head and the loader, whose path is the argument, take links out of the addresses on
// standard input: `head` says what the lines leave in the address, `left` what the loader leaves.

import { readFileSync } from "node:fs";

const loader = readFileSync(process.argv[2], "utf8");
const { addresses, head } = JSON.parse(readFileSync(0, "utf8"));
const pattern = loader.slice(loader.indexOf("const LINK ="), loader.indexOf("const KEPT"));
const functions = loader.slice(loader.indexOf("function take("), loader.indexOf("function keep("));
const load = new Function("location", "history", "document", `${pattern} ${functions} return { take, links };`);
const document = { querySelector: () => null };

// A page's address, which scripts replace.
function page(address) {
  const location = { href: address, hash: new URL(address).hash };
  const history = {
    state: null,
    replaceState(state, title, url) {
      Object.assign(location, { href: url, hash: new URL(url).hash });
      this.state = state;
    },
  };
  return { location, history };
}

function taken(address, hasHead) {
  const { location, history } = page(address);
  let handed;
  const listen = (name, hand) => name === "phc-link" && (handed = hand);
  if (hasHead) new Function("location", "history", "addEventListener", head)(location, history, listen);
  const first = location.href;
  const { take, links } = load(location, history, document);
  handed?.({ detail: take });
  take();
  const { link = "", at = "" } = links.now ?? {};
  return { link, at: at ?? "", left: location.href, head: first, state: JSON.stringify(history.state) };
}

process.stdout.write(JSON.stringify(addresses.map((address) => [false, true].map((hasHead) => taken(address, hasHead)))));
