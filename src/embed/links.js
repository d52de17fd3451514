// What links of a check in a host's page start with, and links of ours in that page's address. `cargo xtask dist` puts
// this into `widget.js`.

// What mailings and networks hang on an address must not travel on with a summary.
const TRACKING = /^(utm_|mc_|mtm_|pk_)|clid$/;
// Where several checks are on a page, the one in which a link was made, by its storage key.
const AT = /[#?&]phc-at=([a-z0-9-]*)$/i;
// Pages that are known by a fragment, such as "#/about".
const ROUTE = /^#!?\//;
// A link of ours in such a fragment: it may have been left there for another check.
const OURS = /[?&]phc(-at|-compare|-invite)?(=|%(25)*3D).*/i;

// What links start with: the page around the check, as long as it can be opened again.
function address(settings, own) {
  if ((settings.base === "own" && settings.hasOwnPage) || !/^(https?|file):$/.test(location.protocol)) return parsed(own).href;
  const page = new URL(location.href);
  for (const name of [...page.searchParams.keys()]) {
    if (TRACKING.test(name)) page.searchParams.delete(name);
  }
  const route = ROUTE.test(page.hash) ? page.hash.replace(OURS, "") : "";
  page.hash = "";
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

// A link of ours leaves the address, where other scripts read it, and stays with this entry of the history.
function takeLink(link, key, storageKey) {
  const { hash, href } = location;
  const { state } = history;
  // In the page of our own, which shows a check while it is put together, links are that page's.
  if (document.querySelector("#phc[data-started]")) return "";
  const found = link.exec(hash);
  // Of several checks with this key, the first that is in the page shows it.
  if (!found) return state?.phc?.key === key && ![...running].some((other) => other.key === key && other.element.isConnected) ? state.phc.link : "";
  const before = hash.slice(0, found.index);
  const [at, wanted] = AT.exec(before) ?? ["", ""];
  if (wanted !== storageKey && isThere(wanted)) return "";
  const taken = `#${hash.slice(found.index).replace(/^[#?&/]/, "")}`;
  try {
    const kept = typeof state === "object" ? { ...state, phc: { key, link: taken } } : state;
    // Whole, because a page may say that addresses begin elsewhere.
    history.replaceState(kept, "", href.split("#")[0] + before.replace(at, ""));
  } catch {
    // A frame without an address of its own keeps it.
  }
  return taken;
}

// Whether the page has a check with this storage key; the empty one is that of a check without.
function isThere(storageKey) {
  const checks = [...document.querySelectorAll("partnership-health-check")];
  return checks.some((check) => (check.getAttribute("storage-key") ?? "") === storageKey);
}

function forgetLink(key) {
  const { state } = history;
  if (state?.phc?.key !== key) return;
  const { phc, ...rest } = state;
  history.replaceState(Object.keys(rest).length > 0 ? rest : null, "");
}
