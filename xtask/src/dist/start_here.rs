//! `START-HERE.html`, for whoever puts the folder on a website: what to do, and a self-test of the host. One for each
//! language, as the page has.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use partnership_health_check::content::NAMES;
use serde_json::{Map, Value};

use super::minify::{self, minified};
use super::site::{Site, is_hashed};
use super::source;
use super::template::{escaped, fill};
use super::words::Words;
use crate::serve::{headers, policy};

/// Its name in the folder of each language.
const NAME: &str = "START-HERE.html";

/// What the self-test can find, in the order in which it is told. The words of each are a title, and an `_advice`.
const FAULTS: [&str; 10] = [
    "forbidden",
    "missing",
    "changed",
    "script",
    "style",
    "insecure",
    "module",
    "packed",
    "headers",
    "others",
];

/// Words around them, each with its place in the page.
const WORDS: [&str; 17] = [
    "title",
    "lead",
    "steps",
    "unzip",
    "upload",
    "open",
    "test",
    "use",
    "help",
    "self_test",
    "not_run",
    "disk",
    "running",
    "good",
    "works",
    "broken",
    "again",
];

/// Adds the pages and their script. It knows every file that the site has so far.
pub(super) fn add(site: &mut Site, pages: &[Words], sheet: &str, later_sheet: &str) -> Result<()> {
    let script = fill(
        &source("src/page/self-test.js")?,
        &[
            ("files", &looked_at(site.list()).to_string()),
            ("headers", &wanted().to_string()),
        ],
    )
    .context("src/page/self-test.js cannot be filled in.")?;
    let script = minified(&script, minify::Kind::Script)?;
    let script = site.add_hashed("self-test", "js", script.as_bytes())?;
    let files = [
        ("sheet", sheet),
        ("later-sheet", later_sheet),
        ("script", &script),
    ];
    // Made-up languages are for tests of the check.
    for words in pages.iter().filter(|words| !words.folder.starts_with("qps-")) {
        let page = page(words, files)?;
        site.add(&name_in(words.folder), page.as_bytes())?;
    }
    Ok(())
}

/// Other pages ask for these by their names.
const NAMED_BY_PAGES: [&str; 2] = ["embed/partnership-health-check.js", "embed/frame.js"];

/// The files without which something does not work. A host may leave out the service worker, and what only developers read.
fn looked_at(files: Value) -> Value {
    let Value::Object(files) = files else {
        return files;
    };
    let is_needed = |name: &str| {
        let is_page = name.is_empty() || name.ends_with('/');
        is_page || is_hashed(name) || NAMED_BY_PAGES.contains(&name)
    };
    Value::Object(files.into_iter().filter(|(name, _)| is_needed(name)).collect())
}

/// The headers that a page should come with.
fn wanted() -> Value {
    let headers: Map<String, Value> = headers::of_a_page()
        .map(|(name, value)| (name, value.into()))
        .collect();
    Value::Object(headers)
}

fn name_in(folder: &str) -> String {
    match folder {
        "" => NAME.to_owned(),
        folder => format!("{folder}/{NAME}"),
    }
}

fn page(page: &Words, files: [(&str, &str); 3]) -> Result<String> {
    let language = page.language();
    let words = words(language)?;
    // Pages in a folder reach the shared files one level up.
    let up = if page.folder.is_empty() { "" } else { "../" };
    let script = files[2].1;
    let mut values: BTreeMap<&str, String> = files.map(|(name, file)| (name, file.to_owned())).into();
    for key in WORDS {
        let sentence = word(&words, key)?.replace("{file}", script);
        values.insert(key, escaped(&sentence));
    }
    values.insert("language", language.to_owned());
    values.insert("direction", page.direction().to_owned());
    values.insert("policy", policy::for_meta_tag());
    values.insert("up", up.to_owned());
    values.insert("languages", others(language, up));
    values.insert("faults", faults(&words)?);
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fill(&source("src/page/start-here.html")?, &values)
        .context("src/page/start-here.html cannot be filled in.")
}

/// Links to the same page in every other language.
fn others(language: &str, up: &str) -> String {
    let others = NAMES.iter().filter(|(tag, _)| *tag != language);
    let links = others.map(|(tag, name)| {
        let (page, name) = (name_in(if *tag == "en" { "" } else { tag }), escaped(name));
        format!("<a href=\"{up}{page}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>")
    });
    links.collect::<Vec<_>>().join(" ")
}

/// Title, advice and room for names of each fault, out of sight.
fn faults(words: &BTreeMap<String, String>) -> Result<String> {
    let mut markup = String::new();
    for fault in FAULTS {
        let title = escaped(word(words, fault)?);
        let advice = escaped(word(words, &format!("{fault}_advice"))?);
        markup.extend([
            "<section data-fault=\"",
            fault,
            "\" hidden>\n<h3>",
            &title,
            "</h3>\n<p>",
            &advice,
            "</p>\n<ul></ul>\n</section>\n",
        ]);
    }
    Ok(markup)
}

fn word<'a>(words: &'a BTreeMap<String, String>, key: &str) -> Result<&'a str> {
    let word = words.get(key);
    let word = word.with_context(|| format!("`{key}` is missing in hosting.toml."))?;
    Ok(word)
}

fn words(language: &str) -> Result<BTreeMap<String, String>> {
    let file = format!("content/text/{language}/hosting.toml");
    toml::from_str(&source(&file)?).with_context(|| format!("{file} cannot be read."))
}

#[cfg(test)]
mod tests {
    use partnership_health_check::content::NAMES;
    use serde_json::json;

    use super::{FAULTS, WORDS, looked_at, page};
    use crate::dist::{Languages, source, words};

    const FILES: [(&str, &str); 3] = [
        ("sheet", "a.css"),
        ("later-sheet", "b.css"),
        ("script", "self-test.0123456789.js"),
    ];

    #[test]
    fn each_language_has_the_page() {
        let mut titles = Vec::new();
        let pages = words::pages(Languages::Real);
        for one in &pages {
            let (language, folder) = (one.language(), one.folder);
            let page = page(one, FILES).expect("a page");
            let up = if folder.is_empty() { "" } else { "../" };
            assert!(
                page.contains(&format!("src=\"{up}self-test.0123456789.js\"")),
                "{page}"
            );
            assert!(
                page.contains(&format!("href=\"{up}a.css\"")) && !page.contains('{'),
                "{page}"
            );
            let words = super::words(language).expect("words");
            // What is translated is all of it, and nothing more.
            assert_eq!(words.len(), WORDS.len() + 2 * FAULTS.len(), "{language}");
            titles.push(words["title"].clone());
        }
        titles.dedup();
        assert_eq!(titles.len(), NAMES.len());
    }

    #[test]
    fn the_script_finds_what_the_page_explains() {
        let script = source("src/page/self-test.js").expect("a script");
        for fault in FAULTS {
            assert!(script.contains(&format!("note(\"{fault}\"")), "{fault}");
        }
        assert_eq!(
            script.matches("note(\"").count(),
            FAULTS.len() + 1,
            "a file is missing in two ways"
        );
        let template = source("src/page/start-here.html").expect("a page");
        for verdict in ["disk", "running", "good", "works", "broken"] {
            assert!(
                template.contains(&format!("data-verdict=\"{verdict}\"")),
                "{verdict}"
            );
            assert!(script.contains(&format!("\"{verdict}\"")), "{verdict}");
        }
    }

    #[test]
    fn what_a_host_may_leave_out_is_not_missed() {
        let all = json!({
            "": 1, "cy/": 1, "phc.0123456789.js": 1, "embed/phc_first.0123456789.bin": 1,
            "embed/partnership-health-check.js": 1, "embed/frame.js": 1,
            "service-worker.js": 1, "service-worker-off.js": 1, "embed/head.js": 1, "embed/README.md": 1,
            "embed/package.json": 1, "embed/partnership-health-check.d.ts": 1, "embed/LICENSE-MIT": 1,
        });
        assert_eq!(looked_at(all).as_object().map(serde_json::Map::len), Some(6));
    }
}
