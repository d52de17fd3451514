//! Packs the WordPress plugin as a zip that an administrator can upload.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use polib::catalog::Catalog;
use polib::{mo_file, po_file};
use serde_json::{Map, Value, json};

use super::archive::{self, Files, files_below, files_in, name_below, read, without_packed};
use super::{licences, version};
use crate::places;

/// The plugin's name is that of its folder, and of its main file.
const NAME: &str = "partnership-health-check";

/// The zip's name among the files of the site.
pub(crate) const ZIP: &str = "partnership-health-check-wordpress.zip";

/// What WordPress calls the script of the block.
const EDITOR: &str = "partnership-health-check-check-editor-script";

/// Where the version stands in the plugin's texts.
const VERSION: &str = "{{version}}";

/// Texts of ours. Everything else goes in as it is.
const TEXTS: [&str; 4] = [".php", ".txt", ".json", ".js"];

/// Packs the plugin, with the files of the custom element, into the zip. The same files make the same zip, to the byte.
///
/// `embed` is the folder with the loader. Files beside which a packed form lies (`.br`, `.gz`) go in without it: most
/// hosts of WordPress would not look for it.
pub(super) fn pack(embed: &Path, zip: &Path) -> Result<()> {
    let version = version()?;
    let plugin = places::root().join("wordpress").join(NAME);
    let mut files = Files::new();
    for path in files_below(&plugin)? {
        let mut content = read(&path)?;
        if TEXTS
            .iter()
            .any(|ending| path.to_string_lossy().ends_with(ending))
        {
            let text = String::from_utf8(content)
                .with_context(|| format!("{} is no text in UTF-8.", path.display()))?;
            content = text.replace(VERSION, &version).into_bytes();
        }
        let name = name_below(&plugin, &path)?;
        if let Some(language) = name.strip_suffix(".po") {
            let catalog = po_file::parse(&path)
                .map_err(|error| anyhow!("{name}: {error}"))
                .context("The plugin's words cannot be read.")?;
            files.insert(format!("{language}.mo"), for_php(&catalog, zip)?);
            files.insert(format!("{language}-{EDITOR}.json"), for_the_editor(&catalog)?);
        }
        files.insert(name, content);
    }
    for (name, content) in without_packed(files_in(embed)?) {
        let name = format!("embed/{name}");
        ensure!(
            files.insert(name.clone(), content).is_none(),
            "{name} is a file of the plugin already."
        );
    }
    for licence in licences::OWN {
        files.insert(licence.to_owned(), read(&places::root().join(licence))?);
    }
    archive::zip(&files, NAME, zip)
}

/// The words of a language for PHP: a file of gettext, which is written beside the zip first.
fn for_php(catalog: &Catalog, beside: &Path) -> Result<Vec<u8>> {
    let file = beside.with_extension("mo");
    mo_file::write(catalog, &file)?;
    let mut words = read(&file)?;
    fs::remove_file(file)?;
    end_tables(&mut words)?;
    Ok(words)
}

/// Says in a file of gettext where its table of hashes would begin: right behind the two tables of texts. It has none, and
/// other readers do not look; WordPress reads no file without it.
fn end_tables(words: &mut [u8]) -> Result<()> {
    let number = |at: usize| {
        let bytes = words.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes
            .map(u32::from_le_bytes)
            .context("The file of words is too short.")
    };
    let (texts, translations) = (number(8)?, number(16)?);
    let end = translations + texts * 8;
    words[24..28].copy_from_slice(&end.to_le_bytes());
    Ok(())
}

/// The words of a language for the script of the block, which WordPress finds by the script's name.
fn for_the_editor(catalog: &Catalog) -> Result<Vec<u8>> {
    let mut words = Map::new();
    words.insert(
        String::new(),
        json!({ "domain": "messages", "lang": catalog.metadata.language }),
    );
    for message in catalog
        .messages()
        .filter(|message| message.source().contains("editor.js"))
    {
        words.insert(message.msgid().to_owned(), json!([message.msgstr()?]));
    }
    let all = json!({ "domain": "messages", "locale_data": { "messages": Value::Object(words) } });
    Ok(all.to_string().into_bytes())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;
    use std::path::PathBuf;

    use zip::ZipArchive;

    use super::pack;

    /// An empty folder for one test.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("phc-wordpress-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("embed/more")).expect("a folder");
        folder
    }

    #[test]
    fn the_zip_has_the_plugin_and_the_program() {
        let folder = folder("whole");
        let embed = folder.join("embed");
        for name in [
            "loader.js",
            "loader.js.br",
            "loader.js.gz",
            "more/a.wasm",
            "alone.gz",
        ] {
            fs::write(embed.join(name), name).expect("a file");
        }
        let zip = folder.join("plugin.zip");
        pack(&embed, &zip).expect("packed");
        let first = fs::read(&zip).expect("a zip");
        pack(&embed, &zip).expect("packed again");
        assert!(
            first == fs::read(&zip).expect("a zip"),
            "the same files make the same zip"
        );

        let mut archive = ZipArchive::new(fs::File::open(&zip).expect("a file")).expect("a zip");
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.expect("a name").into_owned())
            .collect();
        let mut sorted = names.clone();
        sorted.sort();
        assert_eq!(names, sorted);
        assert_eq!(
            names,
            [
                "LICENSE-APACHE",
                "LICENSE-MIT",
                "block/block.json",
                "block/editor.asset.php",
                "block/editor.js",
                "embed/.htaccess",
                "embed/alone.gz",
                "embed/loader.js",
                "embed/more/a.wasm",
                "languages/partnership-health-check-cy-partnership-health-check-check-editor-script.json",
                "languages/partnership-health-check-cy.mo",
                "languages/partnership-health-check-cy.po",
                "partnership-health-check.php",
                "readme.txt",
            ]
            .map(|name| format!("partnership-health-check/{name}"))
        );
        for name in names {
            let mut content = Vec::new();
            let mut file = archive.by_name(&name).expect("a file");
            file.read_to_end(&mut content).expect("readable");
            let text = String::from_utf8_lossy(&content);
            assert!(!text.contains("{{"), "{name} is not filled in");
            if name.ends_with("-cy.mo") {
                // WordPress reads the file only if one begins where the other ends.
                let [texts, first, second, hashes] = [8, 12, 16, 24]
                    .map(|at| u32::from_le_bytes(content[at..at + 4].try_into().expect("four bytes")));
                assert_eq!((first + texts * 8, second + texts * 8), (second, hashes));
            }
            if name.ends_with("check.php") {
                let version = format!(
                    " * Version:           {}\n",
                    crate::dist::version().expect("a version")
                );
                assert!(text.contains(&version), "{text}");
            }
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_file_of_the_program_never_hides_one_of_the_plugin() {
        let folder = folder("twice");
        fs::write(folder.join("embed/.htaccess"), "").expect("a file");
        assert!(pack(&folder.join("embed"), &folder.join("plugin.zip")).is_err());
        fs::remove_dir_all(folder).expect("removed");
    }
}
