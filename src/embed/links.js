// Makes the base address of a check's links in a host's page, and takes our links out of that page's address.
// `cargo xtask dist` appends this to `widget.js`.

// Tracking parameters must not travel with a summary.
const TRACKING = /^(utm_|mc_|mtm_|pk_)|clid$/;
// The storage key of the check in which a link was made, for pages with several checks.
const AT = /[#?&]phc-at=([a-z0-9-]*)$/i;
// Pages with client-side routes in the fragment, such as "#/about".
const ROUTE = /^#!?\//;
// Our link in such a fragment, which may have been left there for another check.
const OURS = /[?&]phc(-at|-compare|-invite)?(=|%(25)*3D).*/i;

// The base address of links: the host's page, if its address can be opened again.
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

// Moves our link from the address, where other scripts can read it, into the state of this history entry.
function takeLink(link, key, storageKey) {
  const { hash, href } = location;
  const { state } = history;
  // On our own page, in the preview of the embed code, links belong to that page.
  if (document.querySelector("#phc[data-started]")) return "";
  const found = link.exec(hash);
  // If several checks have this key, the first one in the page shows the link.
  if (!found) return state?.phc?.key === key && ![...running].some((other) => other.key === key && other.element.isConnected) ? state.phc.link : "";
  const before = hash.slice(0, found.index);
  const [at, wanted] = AT.exec(before) ?? ["", ""];
  if (wanted !== storageKey && isThere(wanted)) return "";
  const taken = `#${hash.slice(found.index).replace(/^[#?&/]/, "")}`;
  try {
    const kept = typeof state === "object" ? { ...state, phc: { key, link: taken } } : state;
    // An absolute address, because the page may have a `<base>`.
    history.replaceState(kept, "", href.split("#")[0] + before.replace(at, ""));
  } catch {
    // Refused in a frame with an opaque origin: the link stays in its address.
  }
  return taken;
}

// Whether the page has a check with this storage key; a check without one has the empty key.
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
