// The files of the check, fetched and compiled once for all checks of a page: the two modules, and the texts of languages.
// `cargo xtask dist` puts this into `widget.js`.

// The two modules, compiled once for all checks of the page.
const modules = {};
const texts = {};

function compiled(which, fetched) {
  modules[which] ??= compile(fetched(), SUMS[which]).catch((error) => {
    delete modules[which];
    throw error;
  });
  return modules[which];
}

// The module is compressed by us if the browser can decompress it. A host's error page in place of a missing file fails
// to decompress or to compile. A page that has the widget compared (`embed/integrity.txt`) relies on the sum of the module.
// Browsers make sums in secure contexts only; elsewhere whoever can change a file on its way can change the page too.
async function compile(fetched, sum) {
  const { DecompressionStream } = self;
  let response = await fetched;
  if (DecompressionStream) response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  const bytes = await response.arrayBuffer();
  const found = await self.crypto?.subtle?.digest("SHA-256", bytes);
  if (found && btoa(String.fromCharCode(...new Uint8Array(found))) !== sum) throw new Error("A module is not the one that was built.");
  return WebAssembly.compile(bytes);
}

// The words of a language: null for English, which is in the module, and undefined if they do not arrive in time.
function readTexts(language, folder) {
  if (!Object.hasOwn(TEXTS, language)) return null;
  const name = TEXTS[language];
  texts[name] ??= fetchWords(new URL(name, folder)).catch((error) => {
    console.error(error);
    delete texts[name];
  });
  return texts[name];
}
