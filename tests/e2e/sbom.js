// Holds a list in CycloneDX against the schema of the version that it names, which comes with the library of CycloneDX.

const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const Ajv = require("ajv");

const list = JSON.parse(readFileSync(process.argv[2], "utf8"));
const library = dirname(require.resolve("@cyclonedx/cyclonedx-library/package.json"));
const file = (name) => `${name}.SNAPSHOT.schema.json`;
const schema = (name) => JSON.parse(readFileSync(join(library, "res/schema", file(name)), "utf8"));

// The schema has words that are for people, and nothing in our list has the form of an address or a day.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${file(name)}`);
const fits = ajv.compile(schema(`bom-${list.specVersion}`));
if (!fits(list)) {
  console.error(fits.errors.slice(0, 10));
  process.exit(1);
}
// A reader of the schema alone would take a list of nothing, too.
list.components.push({ type: "crate", name: "no such type" });
if (fits(list)) {
  console.error("A component of a type that does not exist fits, too.");
  process.exit(1);
}
