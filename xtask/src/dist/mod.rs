//! `cargo xtask dist`: everything that a host has to serve, in one folder.

pub(crate) mod archive;
pub(crate) mod crates;
mod embed;
pub(crate) mod licences;
mod minify;
pub(crate) mod module;
mod names;
mod offline;
mod optimize;
mod page;
mod site;
mod split;
mod start_here;
mod styles;
pub(crate) mod sums;
pub(crate) mod template;
pub mod wordpress;
mod words;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{places, setup};
use minify::{Kind, minified};
pub use page::HOME_SCREEN_ICON;
pub use site::is_hashed;
pub(crate) use site::{Site, removed};

/// Which pages to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// Those that people read.
    Real,
    /// Besides them, made-up ones that show what a longer language or one from right to left does.
    RealAndPseudo,
}

/// Lets Chromium compile all functions of a script beside the page's own work, while the file arrives, instead of
/// each one when it is first called: a hundred of the glue's are called before the first question is there.
const COMPILE_AT_ONCE: &str = "//# allFunctionsCalledOnLoad\n";

/// Builds the page into the folder, in the place of what is there.
pub fn dist(folder: &Path, languages: Languages) -> Result<()> {
    setup::for_building()?;
    let module = module::build()?;
    let (sheet, later_rules) = styles::join(&places::root().join("styles"))?;

    let mut site = Site::beside(folder)?;
    let wasm = site.add_hashed("phc_first", "wasm", &module.wasm)?;
    let second = site.add_hashed("phc_second", "wasm", &module.second)?;
    let glue =
        template::fill(&module.glue, &[("second", &second)]).context("The glue cannot be filled in.")?;
    let glue = [COMPILE_AT_ONCE, &minified(&glue, Kind::Script)?].concat();
    let glue = site.add_hashed("phc", "js", glue.as_bytes())?;
    let later_sheet = minified(&later_rules, Kind::Style)?;
    let later_sheet = site.add_hashed("phc_later", "css", later_sheet.as_bytes())?;
    let framed = minified(&source("src/page/framed.js")?, Kind::Script)?;
    let framed = site.add_hashed("framed", "js", framed.as_bytes())?;
    let offline = minified(&source("src/page/offline.js")?, Kind::Script)?;
    let offline = site.add_hashed("offline", "js", offline.as_bytes())?;
    let pages = words::pages(languages);
    let mut texts = serde_json::Map::new();
    for words in &pages {
        if let Some(file) = words.file {
            let name = site.add_hashed("texts", "txt", file.as_bytes())?;
            texts.insert(words.language().to_owned(), ["./", &name].concat().into());
        }
    }
    let boot = template::fill(
        &source("src/page/boot.js")?,
        &[
            ("module", &wasm),
            ("glue", &glue),
            ("later-sheet", &later_sheet),
            ("framed", &framed),
            ("offline", &offline),
            ("clicks", &source("src/page/clicks.js")?),
            ("painted", &source("src/page/painted.js")?),
            ("others", &source("src/page/others.js")?),
            ("language", &source("src/page/language.js")?),
            ("texts", &serde_json::Value::Object(texts).to_string()),
        ],
    )
    .context("src/page/boot.js cannot be filled in.")?;
    let files = page::Files {
        module: wasm,
        glue,
        boot: site.add_hashed("page", "js", minified(&boot, Kind::Script)?.as_bytes())?,
        sheet: site.add_hashed("phc", "css", minified(&sheet, Kind::Style)?.as_bytes())?,
        home_screen_icon: site.add_hashed("home-screen-icon", "png", page::HOME_SCREEN_ICON)?,
    };
    let index = source("index.html")?;
    for words in &pages {
        page::add(&mut site, &index, &files, words).context("index.html cannot be filled in.")?;
    }
    // It keeps what is there by now: none of the files for other people's pages.
    offline::add(&mut site).context("The service worker cannot be made.")?;
    let sheets = embed::Sheets {
        page: [sheet, later_rules].concat(),
        dark: source("styles/dark.css")?,
    };
    embed::add(&mut site, &module, &sheets, &pages).context("The folder embed/ cannot be made.")?;
    start_here::add(&mut site, &pages, &files.sheet, &later_sheet)
        .context("START-HERE.html cannot be made.")?;
    licences::add(&mut site).context("The licences of what is inside cannot be joined.")?;
    wordpress::pack(&site.folder().join("embed"), &site.folder().join(wordpress::ZIP))?;
    sums::add(site.folder())?;
    site.put_in(folder)?;
    site.print();
    Ok(())
}

pub(crate) fn source(path: &str) -> Result<String> {
    fs::read_to_string(places::root().join(path)).with_context(|| format!("Could not read {path}."))
}

/// The version of the product, which is not that of xtask.
pub(crate) fn version() -> Result<String> {
    let manifest = source("Cargo.toml")?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    Ok(version.context("Cargo.toml names no version.")?.to_owned())
}
