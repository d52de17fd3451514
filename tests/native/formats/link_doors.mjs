// Lets `loader.js` and `links.js`, whose paths are the arguments, take links out of the addresses on standard input.

import { readFileSync } from "node:fs";

const [loader, links] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const pattern = loader.slice(loader.indexOf("const LINK ="), loader.indexOf("const ATTRIBUTES"));
const LINK = new Function(`${pattern}; return LINK;`)();
const load = new Function("location", "history", "document", "running", `${links}; return takeLink;`);

const taken = JSON.parse(readFileSync(0, "utf8")).map((address) => {
  let left = address;
  const history = { state: null, replaceState: (state, title, url) => (left = url) };
  const document = { querySelector: () => null, querySelectorAll: () => [] };
  const takeLink = load(new URL(address), history, document, new Set());
  return { link: takeLink(LINK, "phc.record", ""), left };
});
process.stdout.write(JSON.stringify(taken));
