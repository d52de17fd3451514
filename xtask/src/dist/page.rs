//! One `index.html`, filled in.

use anyhow::Result;

use super::site::Site;
use super::template::{escaped, fill};
use super::words::Words;
use crate::serve::policy;

/// Names of the files that the page loads.
pub(super) struct Files {
    pub(super) glue: String,
    pub(super) boot: String,
    pub(super) sheet: String,
}

pub(super) fn add(site: &mut Site, template: &str, files: &Files, words: &Words) -> Result<()> {
    // Pages in a folder reach the shared files one level up.
    let (folder, up) = match words.folder {
        "" => (String::new(), ""),
        folder => (format!("{folder}/"), "../"),
    };
    let texts = match &words.texts {
        Some(texts) => {
            format!(
                " data-texts=\"{up}{}\"",
                site.add_hashed("texts", "txt", texts.as_bytes())?
            )
        }
        None => String::new(),
    };
    let values = [
        ("policy", policy::for_meta_tag()),
        ("glue", format!("{up}{}", files.glue)),
        ("boot", format!("{up}{}", files.boot)),
        ("sheet", format!("{up}{}", files.sheet)),
        ("texts", texts),
        ("first-screen", words.first_screen.clone()),
        ("language", words.language.to_owned()),
        ("direction", words.direction.to_owned()),
        ("title", escaped(&words.title)),
        ("description", escaped(&words.description)),
        ("no-script", escaped(&words.no_script)),
        ("not-started", escaped(&words.not_started)),
        ("unsupported", escaped(&words.unsupported)),
        ("forbidden", escaped(&words.forbidden)),
        ("missing", escaped(&words.missing)),
        ("answers-safe", escaped(&words.answers_safe)),
        ("try-again", escaped(&words.try_again)),
        ("stopped", escaped(&words.stopped)),
        ("stopped-advice", escaped(&words.stopped_advice)),
        ("download", escaped(&words.download)),
        ("nothing-saved", escaped(&words.nothing_saved)),
    ];
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    site.add(
        &format!("{folder}index.html"),
        fill(template, &values)?.as_bytes(),
    )
}
