// What other programs do to our part of the page: translators, reading aids, extensions. They put nodes of their own in
// the place of ours, and the program, which knows nothing of it, would write into texts that nobody sees. So while it
// draws, its nodes are back where it left them. Afterwards what others made of an element stays if the program's words
// there are the same, and goes if they changed; a translator finds the new words as it found the first. `cargo xtask
// dist` puts this into `boot.js` and `widget.js`.

const CHANGES = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

// The program says on its root, which this returns, when it begins to draw and when it has drawn.
function watch(root) {
  // Of each element that others changed, the children that the program gave it.
  const touched = new Map();
  // Of each text that others wrote into, what the program wrote there.
  const written = new Map();
  const ours = new WeakSet();
  const theirs = new WeakSet();
  // Texts that are back only while the program draws, each with what keeps its place in a node of others.
  const away = new Map();
  // What each child of a touched element says before the program draws.
  const said = new Map();
  // Nothing is there yet that others could change.
  let isDrawing = true;
  // Where drawing takes long, Yew gives the browser the turn in the middle of it. What is heard then is ours.
  const observer = new MutationObserver((records) => isDrawing || note(records));
  observer.observe(root, CHANGES);

  root.phcDrawing = () => {
    if (isDrawing) return;
    note(observer.takeRecords());
    isDrawing = true;
    // All are taken out before one is put back: an element may stand inside what it held.
    for (const [parent, own] of touched) {
      for (const node of own) if (node.parentNode !== parent) takeOut(node);
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
    // All of this was the program, or done here.
    observer.takeRecords();
    isDrawing = false;
  };

  return root;

  // What the program did is taken out before, so this is what others did.
  function note(records) {
    const edits = records.filter(({ target, addedNodes, removedNodes }) => {
      if (isTheirs(target)) return false;
      for (const node of removedNodes) {
        if (theirs.has(node)) continue;
        ours.add(node);
        // It may be changed before it comes back.
        observer.observe(node, CHANGES);
      }
      for (const node of addedNodes) if (!ours.has(node)) theirs.add(node);
      return true;
    });
    // Backwards, from the children that are there to those that were.
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
      // What stands nowhere is nobody's any more.
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

  // Whether what others made of the element stays.
  function settle(parent, own) {
    const before = said.get(parent);
    const now = [...parent.childNodes].filter((node) => !theirs.has(node));
    const added = [...parent.childNodes].filter((node) => theirs.has(node) && words(node));
    const isSame = (node, at) => node === now[at] && words(node) === before[at];
    // A text that was taken out, with nothing in its place, comes back.
    const isReplaced = added.length > 0 || own.every((node) => away.get(node) !== null);
    if (isReplaced && now.length === own.length && own.every(isSame)) {
      for (const node of own) {
        if (!away.has(node)) continue;
        const place = away.get(node);
        if (place) place.replaceWith(node);
        else node.remove();
      }
      return true;
    }
    // What has no words, such as a button that an extension puts into a field, is in nobody's way.
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
