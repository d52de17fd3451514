//! One `index.html`, filled in.

use anyhow::Result;
use partnership_health_check::charts::colours::LIGHT;
use partnership_health_check::charts::logo;
use partnership_health_check::content::keys;
use serde_json::json;

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
    pub(super) home_screen_icon: String,
}

/// The icon for the home screen of phones that read no SVG, 180 pixels square; `cargo xtask pictures` makes it.
pub const HOME_SCREEN_ICON: &[u8] = include_bytes!("home-screen-icon.png");

/// A drawing as an address, so that an icon costs no request.
fn address_of(drawing: &str) -> String {
    format!(
        "data:image/svg+xml,{}",
        drawing.replace('"', "'").replace('#', "%23")
    )
}

/// What a phone needs to put the page on its home screen; returns the name of the file. No full screen: Back, the address and
/// the menu stay.
fn manifest(site: &mut Site, words: &Words) -> Result<String> {
    let name = words.texts.get(keys::app::NAME);
    let start = match words.folder {
        "" => "./".to_owned(),
        folder => format!("./{folder}/"),
    };
    let text = json!({
        "name": name,
        "description": words.texts.get(keys::page::DESCRIPTION),
        "lang": words.language(),
        "dir": words.direction(),
        "id": "./",
        "start_url": start,
        "scope": "./",
        "display": "minimal-ui",
        "background_color": LIGHT.paper,
        "theme_color": LIGHT.paper,
        "icons": [{ "src": address_of(&logo::icon()), "sizes": "any", "type": "image/svg+xml" }],
    });
    // A plain ending: some hosts refuse to serve one that they do not know.
    site.add_hashed("manifest", "json", text.to_string().as_bytes())
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
        ("home-screen-icon", format!("{up}{}", files.home_screen_icon)),
        ("icon", escaped(&address_of(&logo::icon()))),
        ("manifest", format!("{up}{}", manifest(site, words)?)),
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
