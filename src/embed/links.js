// Makes the base address of a check's links in a host's page, and says which check of a page shows a link that the loader
// took out of the page's address. `cargo xtask dist` appends this to `widget.js`.

// Pages with client-side routes in the fragment, such as "#/about".
const ROUTE = /^#!?\//;
// Our link in such a fragment, where the browser did not let the loader take it out.
const OURS = /[?&]phc(-at|-compare|-invite)?(=|%(25)*3D).*/i;

// The checks that show a link, each under the link's mark.
const holders = new Map();

// The base address of links: the host's page, if its address can be opened again.
function address(settings, own) {
  const here = new URL(location.href);
  if ((settings.base === "own" && settings.hasOwnPage) || !/^(https?|file):$/.test(here.protocol)) return parsed(own).href;
  const named = document.querySelector("head link[rel~=canonical i]");
  const canonical = named && parsed(named.href);
  const page = canonical?.origin === here.origin && canonical.host ? canonical : new URL(here.pathname, here);
  // What stands in the query may be a name, a session or a mailing's number: only what the host has named goes along.
  for (const name of settings.keep) {
    if (here.searchParams.has(name)) page.searchParams.set(name, here.searchParams.get(name));
  }
  const route = ROUTE.test(here.hash) ? here.hash.replace(OURS, "") : "";
  page.username = page.password = page.hash = "";
  const mark = route.includes("?") ? "&" : route && "?";
  const at = settings.key && `phc-at=${settings.key}&`;
  return page.href + (route || (at && "#")) + mark + at;
}

function parsed(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return null;
  }
}

// The link that was opened last, if this check shows it: that of its storage key, or any if the page has none with the
// key of the link. Of several the first one does.
function linkFor(me, { now }, storageKey) {
  if (!now) return "";
  const holder = holders.get(now.mark);
  if (holder?.element.isConnected && holder.element !== me.element) return "";
  // A link without a key is of the check without one.
  const at = now.at ?? "";
  if (at !== storageKey && isThere(at)) return "";
  holders.set(now.mark, me);
  return now.link;
}

// Whether the page has a check with this storage key; a check without one has the empty key.
function isThere(storageKey) {
  const checks = [...document.querySelectorAll("partnership-health-check")];
  return checks.some((check) => (check.getAttribute("storage-key") ?? "") === storageKey);
}

// Forgets the link that was opened last, or all.
function forget(links, all) {
  const { state } = history;
  if (all) links.clear();
  else links.delete(links.now?.mark);
  links.now = undefined;
  if (!state?.phc) return;
  const { phc, ...rest } = state;
  history.replaceState(Object.keys(rest).length > 0 ? rest : null, "");
}
