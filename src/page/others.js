// Repairs what translators, reading aids and extensions do to the DOM that Yew holds. They replace our nodes with
// theirs, and Yew would write into detached text nodes. So each render finds our nodes where the last one left them.
// After it, another program's changes to an element are restored if our text there is unchanged, and discarded if it
// changed, so that a translator meets the new text as it met the first. See docs/dev/failures.md. `cargo xtask dist`
// appends this to
// `boot.js` and `widget.js`.

const CHANGES = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

// Adds the functions to the root with which the program marks the start and the end of a render. Returns the root.
function watch(root) {
  // For each element that others changed: the children that the program gave it.
  const touched = new Map();
  // For each text node that others wrote into: the program's text.
  const written = new Map();
  const ours = new WeakSet();
  const theirs = new WeakSet();
  // Text nodes that are put back only during a render, each with the placeholder in another program's node.
  const away = new Map();
  // Elements that lacked an element of ours: what stands in its place, such as a copy, goes.
  const missed = new Set();
  // The text of each child of a touched element before the render.
  const said = new Map();
  // There is nothing yet that others could change.
  let isDrawing = true;
  // How often a part that was taken away may still be put back without a change of ours: another program may insist.
  let tries = 5;
  // A render ends with its task: what is recorded in between are the program's own.
  const observer = new MutationObserver((records) => isDrawing || note(records));
  observer.observe(root, CHANGES);

  root.phcDrawing = () => {
    if (isDrawing) return;
    note(observer.takeRecords());
    isDrawing = true;
    // Remove all before putting one back: an element may now be inside its own former child.
    for (const [parent, own] of touched) {
      for (const node of own) {
        if (node.parentNode === parent) continue;
        if (node.nodeType !== Node.TEXT_NODE) missed.add(parent);
        takeOut(node);
      }
    }
    for (const [parent, own] of touched) putBack(parent, own);
    for (const [parent, own] of touched) said.set(parent, own.map(words));
  };

  root.phcDrawn = () => {
    if (!isDrawing) return;
    for (const [parent, own] of touched) {
      if (!parent.isConnected || !settle(parent, own)) touched.delete(parent);
    }
    away.clear();
    said.clear();
    missed.clear();
    // Drops the mutations of the program and of this function.
    observer.takeRecords();
    isDrawing = false;
  };

  return root;

  // Records mutations by other programs: those of our program are left out before.
  function note(records) {
    const edits = records.filter(({ target, addedNodes, removedNodes }) => {
      if (isTheirs(target)) return false;
      for (const node of removedNodes) {
        if (theirs.has(node)) continue;
        ours.add(node);
        // It may be changed while it is detached.
        observer.observe(node, CHANGES);
      }
      for (const node of addedNodes) if (!ours.has(node)) theirs.add(node);
      return true;
    });
    // Without one of our elements nothing may be left to press, and no change would come that puts it back.
    const isGone = (node) => node.nodeType === Node.ELEMENT_NODE && ours.has(node) && !node.isConnected;
    if (!isDrawing && tries > 0 && edits.some(({ removedNodes }) => [...removedNodes].some(isGone))) {
      tries -= 1;
      setTimeout(() => ("guest" in root.dataset ? root : window).dispatchEvent(new Event("turn")));
    }
    // Replays the mutations backwards, from the current children to the original ones.
    const were = new Map();
    const wrote = new Map();
    for (const { type, target, addedNodes, removedNodes, nextSibling, oldValue } of edits.reverse()) {
      const isText = type === "characterData";
      const parent = isText ? target.parentNode : target;
      if (isText) wrote.set(target, oldValue);
      if (!parent) continue;
      const children = were.get(parent) ?? [...parent.childNodes];
      const left = children.filter((node) => ![...addedNodes].includes(node));
      left.splice(nextSibling ? left.indexOf(nextSibling) : left.length, 0, ...removedNodes);
      were.set(parent, left);
    }
    for (const [parent, children] of were) {
      if (!touched.has(parent)) touched.set(parent, children.filter((node) => !theirs.has(node)));
    }
    for (const [text, value] of wrote) if (!written.has(text)) written.set(text, value);
  }

  function isTheirs(target) {
    for (let node = target; node !== root; node = node.parentNode) {
      // A detached node belongs to nobody.
      if (!node || theirs.has(node)) return true;
      if (ours.has(node)) return false;
    }
    return false;
  }

  function putBack(parent, own) {
    let next = null;
    for (const node of [...own].reverse()) {
      const isThere = node.parentNode === parent && (!next || node.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (!isThere) parent.insertBefore(node, next);
      next = node;
    }
  }

  function takeOut(node) {
    if (node.nodeType !== Node.TEXT_NODE) {
      node.remove();
      return;
    }
    const place = node.parentNode && new Text();
    if (place) {
      theirs.add(place);
      node.replaceWith(place);
    }
    away.set(node, place);
  }

  // Restores or discards another program's changes to an element; says whether they were restored.
  function settle(parent, own) {
    const before = said.get(parent);
    const now = [...parent.childNodes].filter((node) => !theirs.has(node));
    const added = [...parent.childNodes].filter((node) => theirs.has(node) && words(node));
    const isSame = (node, at) => node === now[at] && words(node) === before[at];
    // A text node that was removed without a replacement is put back.
    const isReplaced = added.length > 0 || own.every((node) => away.get(node) !== null);
    if (isReplaced && !missed.has(parent) && now.length === own.length && own.every(isSame)) {
      for (const node of own) {
        if (!away.has(node)) continue;
        const place = away.get(node);
        if (place) place.replaceWith(node);
        else node.remove();
      }
      return true;
    }
    // Added nodes without text, such as an extension's button in a field, do no harm and stay.
    for (const node of added) node.remove();
    own.forEach((node, at) => {
      if (written.has(node) && words(node) === before[at]) node.data = written.get(node);
      written.delete(node);
    });
    return false;
  }
}

function words(node) {
  return node.textContent;
}
