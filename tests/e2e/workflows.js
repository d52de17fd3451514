// Reads the workflows of the forge as GitHub does, and says what it would refuse. `cargo xtask test` bundles and runs it:
// the reader is written for bundlers.
import { readFileSync, readdirSync } from "node:fs";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

const folder = ".github/workflows/";
const read = async (name) => {
  const text = readFileSync(folder + name, "utf8");
  const faults = await validate(TextDocument.create(`file:///${folder}${name}`, "yaml", 0, text), {});
  return faults.map((fault) => `${folder}${name}:${fault.range.start.line + 1}: ${fault.message}`);
};
Promise.all(readdirSync(folder).map(read)).then((all) => {
  for (const fault of all.flat()) console.log(fault);
  process.exitCode = all.flat().length ? 1 : 0;
});
