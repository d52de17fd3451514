//! Checks the content files and writes them as Rust constants and language files. Content that is not
//! sound stops the build with one sentence that names the file and the key.

use std::path::Path;
use std::{env, fs, process};

use check::{check, same_as_english};
use entry::Entry;
use shape::Section;
use toml::Value;

#[path = "build/check.rs"]
mod check;
#[path = "build/entry.rs"]
mod entry;
#[path = "build/kept.rs"]
mod kept;
#[path = "build/plurals.rs"]
mod plurals;
#[path = "build/pseudo.rs"]
mod pseudo;
#[path = "build/read.rs"]
mod read;
#[path = "build/shape.rs"]
mod shape;
#[path = "build/write.rs"]
mod write;

#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "the build uses a part of the domain's file"
)]
#[path = "src/domain/answer.rs"]
mod answer;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the build uses a part of the domain's file"
)]
#[path = "src/domain/ids.rs"]
mod ids;
#[allow(unreachable_pub, reason = "the build uses the file of the content")]
#[path = "src/content/pieces.rs"]
mod pieces;

/// Where the languages are, a folder each, named by its tag.
const LANGUAGES: &str = "content/text";

fn main() {
    for path in [
        "build",
        "content",
        "src/domain/answer.rs",
        "src/domain/ids.rs",
        "src/content/pieces.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(sentence) = build() {
        println!("cargo::error={sentence}");
        process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let sections = shape::sections();
    let english = table("en", &sections)?;
    let print = write::fingerprint(&english);
    let kept = kept::letters(&read::table("content/kept.toml")?, &english)?;
    save("texts.rs", &write::rust(&english, &sections, print, &kept)?)?;

    for (tag, direction, change) in [
        ("qps-ploc", "ltr", pseudo::long as fn(&str) -> String),
        ("qps-rtl", "rtl", pseudo::right_to_left),
    ] {
        let table = pseudo::table(&english, &plurals::forms(tag)?, change);
        let file = write::language_file(tag, direction, &table, print, &plurals::places(tag)?);
        save(&format!("{tag}.txt"), &file)?;
    }

    let mut list = vec!["&[".to_string()];
    let mut names = vec![format!("&[(\"en\", {:?}),", language_name("en")?)];
    for tag in other_languages()? {
        let table = table(&tag, &sections)?;
        same_as_english(&english, &table)?;
        let places = plurals::places(&tag)?;
        let file = write::language_file(&tag, &direction(&tag)?, &table, print, &places);
        save(&format!("{tag}.txt"), &file)?;
        let name = language_name(&tag)?;
        if name == language_name("en")? {
            return Err(format!(
                "{LANGUAGES}/{tag}/language.toml: `name` is still that of English."
            ));
        }
        names.push(format!("({tag:?}, {name:?}),"));
        list.push(format!(
            "({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.txt\"))),"
        ));
    }
    list.push("]".to_string());
    names.push("]".to_string());
    save("names.rs", &names.join("\n"))?;
    save("languages.rs", &list.join("\n"))
}

/// The checked texts of a language, in the order of the table.
fn table(tag: &str, sections: &[Section]) -> Result<Vec<Entry>, String> {
    let entries = read::language(&format!("{LANGUAGES}/{tag}"))?;
    check(&entries, sections, &shape::ids(), &retired()?)?;
    let entries = plurals::joined(&entries, tag)?;
    Ok(write::in_table_order(&entries, sections))
}

fn retired() -> Result<Vec<String>, String> {
    let file = "content/retired.toml";
    let table = read::table(file)?;
    let ids = table
        .get("ids")
        .and_then(Value::as_array)
        .ok_or_else(|| format!("{file}: `ids` is missing."))?;
    let text = |id: &Value| {
        id.as_str()
            .map(str::to_string)
            .ok_or_else(|| format!("{file}: `ids` holds something that is no text."))
    };
    ids.iter().map(text).collect()
}

fn language_name(tag: &str) -> Result<String, String> {
    let file = format!("{LANGUAGES}/{tag}/language.toml");
    match read::table(&file)?.get("name").and_then(Value::as_str) {
        Some(name) if !name.trim().is_empty() => Ok(name.to_string()),
        _ => Err(format!("{file}: `name` is missing.")),
    }
}

fn direction(tag: &str) -> Result<String, String> {
    let file = format!("{LANGUAGES}/{tag}/language.toml");
    match read::table(&file)?.get("direction").and_then(Value::as_str) {
        Some(direction @ ("ltr" | "rtl")) => Ok(direction.to_string()),
        _ => Err(format!("{file}: `direction` is neither \"ltr\" nor \"rtl\".")),
    }
}

fn other_languages() -> Result<Vec<String>, String> {
    let folders = fs::read_dir(LANGUAGES).map_err(|error| format!("{LANGUAGES}: {error}."))?;
    let mut tags: Vec<_> = folders
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|tag| tag != "en")
        .collect();
    tags.sort();
    let is_tag = |tag: &str| (2..=3).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_lowercase());
    match tags.iter().find(|tag| !is_tag(tag)) {
        Some(tag) => Err(format!(
            "{LANGUAGES}/{tag}: a folder has the tag of a language without a country, such as `cy`."
        )),
        None => Ok(tags),
    }
}

fn save(name: &str, text: &str) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}."))?;
    fs::write(Path::new(&folder).join(name), text).map_err(|error| format!("{name}: {error}."))
}
