// The files of the check, fetched and compiled once for all checks of a page: the two modules, and the texts of languages.
// `cargo xtask dist` puts this into `widget.js`.

// The two modules, compiled once for all checks of the page.
const modules = {};
const texts = {};

function compiled(which, fetched) {
  modules[which] ??= compile(fetched()).catch((error) => {
    delete modules[which];
    throw error;
  });
  return modules[which];
}

// The module is compressed by us if the browser can decompress it. A host's error page in place of a missing file fails
// to decompress or to compile.
async function compile(fetched) {
  const { DecompressionStream } = self;
  let response = await fetched;
  if (DecompressionStream) response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  return WebAssembly.compile(await response.arrayBuffer());
}

async function readTexts(language, folder) {
  const name = TEXTS[language];
  if (!name) return undefined;
  texts[name] ??= fetch(new URL(name, folder)).then((response) => {
    if (response.ok) return response.text();
    throw new Error(`${name}: status ${response.status}`);
  });
  texts[name].catch(() => delete texts[name]);
  return texts[name];
}
