//! One `index.html`, filled in.

use anyhow::Result;
use partnership_health_check::charts::logo;

use super::site::Site;
use super::template::{escaped, fill};
use super::words::Words;
use crate::serve::policy;

/// Names of the files that the page loads.
pub(super) struct Files {
    /// Preloaded, so that it need not wait for the boot script to ask for it: 150 ms less on a slow network.
    pub(super) module: String,
    pub(super) glue: String,
    pub(super) boot: String,
    pub(super) sheet: String,
}

/// The logo as an address, so that the icon costs no request.
fn icon() -> String {
    let file = logo::icon().replace('"', "'").replace('#', "%23");
    format!("data:image/svg+xml,{}", escaped(&file))
}

pub(super) fn add(site: &mut Site, template: &str, files: &Files, words: &Words) -> Result<()> {
    // Pages in a folder reach the shared files one level up.
    let (folder, up) = match words.folder {
        "" => (String::new(), ""),
        folder => (format!("{folder}/"), "../"),
    };
    let mut values = vec![
        ("policy", policy::for_meta_tag()),
        ("module", format!("{up}{}", files.module)),
        ("glue", format!("{up}{}", files.glue)),
        ("boot", format!("{up}{}", files.boot)),
        ("sheet", format!("{up}{}", files.sheet)),
        ("first-screen", words.first_screen.clone()),
        ("early", words.early.clone()),
        ("language", words.language().to_owned()),
        ("direction", words.direction().to_owned()),
        ("title", escaped(&words.title)),
        ("icon", icon()),
    ];
    values.extend(
        words
            .sentences()
            .map(|(name, sentence)| (name, escaped(sentence))),
    );
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    site.add(
        &format!("{folder}index.html"),
        fill(template, &values)?.as_bytes(),
    )
}
