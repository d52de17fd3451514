// Hears clicks above the root for the program, which listens there. Firefox tells assistive technology that all inside an
// element with a click listener can be clicked, and screen readers then call each heading "clickable". A document or
// shadow root is no element. `cargo xtask dist` appends this to `boot.js` and `widget.js`.

// Keeps the click listeners that the program adds to the root, and gives it a function that calls them. Returns the root.
function hearClicks(root) {
  const heard = [];
  root.addEventListener = (name, listener, options) => {
    if (name === "click") heard.push(listener);
    else EventTarget.prototype.addEventListener.call(root, name, listener, options);
  };
  root.phcClick = (event) => {
    if (root.contains(event.target)) for (const listener of heard) listener(event);
  };
  return root;
}
