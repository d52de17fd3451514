//! The folder `embed/`: the check for other people's pages, as a custom element. One file has a stable name, the
//! loader; all others are found from its address.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::state::Piece;
use partnership_health_check::content::{Key, keys};
use partnership_health_check::domain::ids::{Criterion, Kind, Length, Side};
use serde_json::{Value, json};

use super::minify::{self, minified};
use super::module::Module;
use super::site::{Site, packed_with_gzip};
use super::split::{self, once};
use super::template::fill;
use super::words::Words;
use super::{COMPILE_AT_ONCE, source, sums, version};

/// The loader, which a page names.
const LOADER: &str = "partnership-health-check";

/// Parts of the check that a host's sheet can reach, and what they are inside.
const PARTS: [(&str, &str); 6] = [
    ("header", ".top"),
    ("screen", ".screen"),
    ("footer", ".foot"),
    ("title", ".title"),
    ("button", ".button"),
    ("question", ".statement"),
];

/// Adds the folder to the site.
pub(super) fn add(site: &mut Site, module: &Module, sheets: &Sheets, languages: &[Words]) -> Result<()> {
    let first = add_packed(site, "phc_first", &module.wasm)?;
    let second = add_packed(site, "phc_second", &module.second)?;

    let mut texts = serde_json::Map::new();
    for words in languages {
        if let Some(file) = words.file {
            let name = site.add_hashed("embed/texts", "txt", file.as_bytes())?;
            texts.insert(words.language().to_owned(), file_name(&name).into());
        }
    }
    let widget = fill(
        &source("src/embed/widget.js")?,
        &[
            ("words", &widget_words(languages).to_string()),
            ("texts", &Value::Object(texts).to_string()),
            (
                "sums",
                &json!({ "first": sums::sha256(&module.wasm), "second": sums::sha256(&module.second) })
                    .to_string(),
            ),
            ("kinds", &json!(Kind::ALL.map(Kind::id)).to_string()),
            ("lengths", &json!(Length::ALL.map(Length::id)).to_string()),
            ("sides", &json!(Side::ALL.map(Side::id)).to_string()),
            (
                "parts",
                &json!(serde_json::Map::from_iter(
                    PARTS.map(|(part, selector)| (part.to_owned(), selector.into()))
                ))
                .to_string(),
            ),
            ("sheet", &json!(sheets.light()?).to_string()),
            ("dark", &json!(sheets.dark()?).to_string()),
            ("second", &second),
            ("pieces", &Piece::ALL.len().to_string()),
            ("files", &source("src/embed/files.js")?),
            ("links", &source("src/embed/links.js")?),
            ("private", &source("src/embed/private.js")?),
            ("tools", &source("src/embed/tools.js")?),
            ("clicks", &source("src/page/clicks.js")?),
            ("others", &source("src/page/others.js")?),
            ("language", &source("src/page/language.js")?),
            ("glue", &factory(&module.glue)?),
        ],
    )
    .context("src/embed/widget.js cannot be filled in.")?;
    let widget = [COMPILE_AT_ONCE, &minified(&widget, minify::Kind::Script)?].concat();
    let content = widget;
    let widget = site.add_hashed("embed/widget", "js", content.as_bytes())?;

    let loader = fill(
        &source("src/embed/loader.js")?,
        &[
            ("words", &loader_words(languages).to_string()),
            ("widget", file_name(&widget)),
            ("module", &first),
            ("language", &source("src/page/language.js")?),
        ],
    )
    .context("src/embed/loader.js cannot be filled in.")?;
    let loader = minified(&loader, minify::Kind::Script)?;
    let loader = sums::add_script(site, LOADER, loader.as_bytes())?;
    let frame = minified(&source("src/embed/frame.js")?, minify::Kind::Script)?;
    let frame = sums::add_script(site, "frame", frame.as_bytes())?;
    let page = sums::page(file_name(&widget), content.as_bytes(), &loader, &frame);
    site.add("embed/integrity.txt", page.as_bytes())?;
    // As the code for hosts has it: hosts paste it into their pages.
    site.add_as_it_is("embed/head.js", source("src/embed/head.js")?.as_bytes())?;
    add_package(site)
}

/// What npm and editors read.
fn add_package(site: &mut Site) -> Result<()> {
    let either = |ids: Vec<&str>| {
        ids.iter()
            .map(|id| format!("\"{id}\""))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let version = version()?;
    site.add(
        "embed/package.json",
        fill(&source("src/embed/package.json")?, &[("version", &version)])?.as_bytes(),
    )?;
    site.add(
        "embed/custom-elements.json",
        source("src/embed/custom-elements.json")?.as_bytes(),
    )?;
    let declarations = fill(
        &source("src/embed/partnership-health-check.d.ts")?,
        &[
            ("kinds", &either(Kind::ALL.map(Kind::id).to_vec())),
            ("lengths", &either(Length::ALL.map(Length::id).to_vec())),
            ("sides", &either(Side::ALL.map(Side::id).to_vec())),
            ("criteria", &either(Criterion::ALL.map(Criterion::id).to_vec())),
        ],
    )?;
    site.add("embed/partnership-health-check.d.ts", declarations.as_bytes())?;
    for name in ["frame.d.ts", "react.d.ts"] {
        site.add(
            &format!("embed/{name}"),
            source(&format!("src/embed/{name}"))?.as_bytes(),
        )?;
    }
    site.add_as_it_is("embed/README.md", source("src/embed/README.md")?.as_bytes())
}

/// Adds a module twice: packed under a plain name, which no host packs again or gives a type that matters, and as it
/// is for browsers that cannot unpack. Returns the name without its ending.
fn add_packed(site: &mut Site, stem: &str, wasm: &[u8]) -> Result<String> {
    let name = site.add_hashed(&format!("embed/{stem}"), "wasm", wasm)?;
    let name = name.trim_end_matches(".wasm").to_owned();
    site.add_as_it_is(&format!("{name}.bin"), &packed_with_gzip(wasm)?)?;
    Ok(file_name(&name).to_owned())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What the loader says when nothing else has come.
fn loader_words(languages: &[Words]) -> Value {
    use keys::page;
    by_language(
        languages,
        &[
            ("loading", keys::app::LOADING),
            ("title", page::NOT_STARTED),
            ("unsupported", page::UNSUPPORTED),
            ("forbidden", page::FORBIDDEN),
            ("missing", page::MISSING),
            ("again", page::TRY_AGAIN),
            ("own", page::OWN_PAGE),
            ("editor", page::FOR_EDITOR),
        ],
    )
}

/// What the widget says beside the program.
fn widget_words(languages: &[Words]) -> Value {
    use keys::page;
    by_language(
        languages,
        &[
            ("name", keys::app::NAME),
            ("again", page::TRY_AGAIN),
            ("stopped", page::STOPPED),
            ("advice", page::STOPPED_ADVICE),
            ("unkept", page::STOPPED_UNKEPT),
            ("download", page::DOWNLOAD),
            ("nothing", page::NOTHING_SAVED),
        ],
    )
}

fn by_language(languages: &[Words], names: &[(&str, Key)]) -> Value {
    let of = |words: &Words| {
        let said = names
            .iter()
            .map(|(name, key)| ((*name).to_owned(), words.texts.get(*key).into()));
        Value::Object(said.collect())
    };
    let languages = languages
        .iter()
        .map(|words| (words.language().to_owned(), of(words)));
    Value::Object(languages.collect())
}

/// The sheets of the page, from which those of a shadow root are made.
pub(super) struct Sheets {
    /// What both parts of the page's sheet say.
    pub(super) page: String,
    /// The colours in the dark, `styles/dark.css`.
    pub(super) dark: String,
}

impl Sheets {
    fn light(&self) -> Result<String> {
        let mut sheet = self.page.clone();
        once(&mut sheet, &self.dark, "")?;
        let mut sheet = in_shadow(&sheet);
        // The page around it says whether there is a dark.
        once(&mut sheet, "  color-scheme: light dark;\n", "")?;
        minified(
            &[source("src/embed/host.css")?, sheet].concat(),
            minify::Kind::Style,
        )
    }

    /// Its rules are used when the script says so, not when the browser does.
    fn dark(&self) -> Result<String> {
        let (_, rules) = self
            .dark
            .split_once("@media (prefers-color-scheme: dark) {")
            .context("styles/dark.css has no rules for the dark.")?;
        let rules = in_shadow(rules.trim_end().trim_end_matches('}'));
        minified(
            &format!("@layer tokens {{ {rules} }} .phc-root {{ color-scheme: dark; }}"),
            minify::Kind::Style,
        )
    }
}

/// The rules for a shadow root: there is no root element and no page of paper, and a rem is what the reader has
/// chosen, not what the page has.
fn in_shadow(sheet: &str) -> String {
    let mut text = sheet.replace(":root", ":host");
    for start in ["\nhtml {", "\nbody {", "\n@page {", "\n@page :first {"] {
        while let Some(from) = text.find(start) {
            let end = text[from..].find("\n}").map_or(text.len(), |end| from + end + 2);
            text.replace_range(from..end, "");
        }
    }
    let mut parts = text.split("rem");
    let mut shadow = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = shadow.len()
            - shadow
                .trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.')
                .len();
        let is_word = part.starts_with(|letter: char| letter.is_alphanumeric());
        if digits == 0 || is_word {
            shadow.push_str("rem");
        } else {
            let number = shadow.split_off(shadow.len() - digits);
            // A minus before it is a part of the number.
            let minus = if shadow.ends_with([' ', '(']) || !shadow.ends_with('-') {
                ""
            } else {
                shadow.pop();
                "-"
            };
            shadow.extend(["calc(var(--phc-rem) * ", minus, &number, ")"]);
        }
        shadow.push_str(part);
    }
    shadow
}

/// The glue as a function `create(failed, second, soon)`: each call gives a program of its own, with memory of its own.
/// `failed` hears when the program stops in the middle of something, `second` gives the second module, compiled, and
/// `soon` calls what the program goes on with.
fn factory(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for call in [
        "return f(a, state.b, ...args);",
        "return f(state.a, state.b, ...args);",
    ] {
        // Whatever the browser calls, it calls through these two.
        once(
            &mut glue,
            call,
            &format!(
                "if (state.instance !== __wbg_instance_id) return; try {{ {call} }} catch (error) {{ broken(error); }}"
            ),
        )?;
    }
    let left_over = "throw new Error('Cannot invoke closure from previous WASM instance');";
    ensure!(
        glue.matches(left_over).count() == 2,
        "The JavaScript of the tools has changed: it says something else of what an old program left."
    );
    glue = glue.replace(left_over, "return;");
    once(
        &mut glue,
        &format!("const src = {};", split::FETCHED),
        "const src = second();",
    )?;
    once(
        &mut glue,
        "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
        "WebAssembly.instantiate(await src, imports)",
    )?;
    let answer =
        "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, success);";
    once(
        &mut glue,
        answer,
        &format!("try {{ {answer} }} catch (error) {{ broken(error); }}"),
    )?;
    // What the program does next: it says when, so that a start can be in pieces.
    once(&mut glue, "queueMicrotask(arg0);", "soon(arg0);")?;
    once(&mut glue, "export { initSync, __wbg_init as default };", "")?;
    let glue = glue.replace("export function", "function");
    ensure!(
        !glue.contains("export ") && !glue.contains("import.meta"),
        "The glue has something that no function can have inside."
    );
    Ok(format!(
        "function create(failed, second, soon) {{\n{glue}\n\
         const program = {{ init: __wbg_init, start, end() {{ __wbg_instance_id++; }} }};\n\
         function broken(error) {{ console.error(error); failed(program); }}\n\
         return program;\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::in_shadow;

    #[test]
    fn a_sheet_for_the_shadow_has_no_page() {
        let sheet = ":root {\n  --phc-size: 1rem;\n}\nhtml {\n  margin: 0;\n}\nbody {\n  margin: 0;\n}\n.premise { left: -1.5rem; }\n";
        assert_eq!(
            in_shadow(sheet),
            ":host {\n  --phc-size: calc(var(--phc-rem) * 1);\n}\n.premise { left: calc(var(--phc-rem) * -1.5); }\n"
        );
    }
}
