//! What the page says before the module runs, one `Words` a page: all of it from the language files.

use partnership_health_check::app::State;
use partnership_health_check::content::{LANGUAGES, Texts, keys, pseudo};
use partnership_health_check::present::spoken;
use partnership_health_check::views::first_screen;

use super::Languages;

/// The words of one page.
pub(super) struct Words {
    /// Folder of the page inside the site, empty for the main one.
    pub(super) folder: &'static str,
    /// The language itself.
    pub(super) texts: Texts,
    /// The language file, where the language is not the one built into the module.
    pub(super) file: Option<&'static str>,
    pub(super) title: String,
    /// Markup of the screen that the app will draw first.
    pub(super) first_screen: String,
}

impl Words {
    pub(super) fn language(&self) -> &'static str {
        self.texts.language()
    }

    pub(super) fn direction(&self) -> &'static str {
        if self.texts.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// The sentences of the page around the app: placeholder of the template and words.
    pub(super) fn sentences(&self) -> [(&'static str, &'static str); 13] {
        use keys::page;
        [
            ("description", page::DESCRIPTION),
            ("no-script", page::NO_SCRIPT),
            ("not-started", page::NOT_STARTED),
            ("unsupported", page::UNSUPPORTED),
            ("forbidden", page::FORBIDDEN),
            ("missing", page::MISSING),
            ("answers-safe", page::ANSWERS_SAFE),
            ("try-again", page::TRY_AGAIN),
            ("stopped", page::STOPPED),
            ("stopped-advice", page::STOPPED_ADVICE),
            ("stopped-unkept", page::STOPPED_UNKEPT),
            ("download", page::DOWNLOAD),
            ("nothing-saved", page::NOTHING_SAVED),
        ]
        .map(|(name, key)| (name, self.texts.get(key)))
    }
}

/// The pages to make.
pub(super) fn pages(languages: Languages) -> Vec<Words> {
    let mut pages = vec![words("", Texts::english(), None)];
    let pseudo = [("qps-ploc", pseudo::LONG), ("qps-rtl", pseudo::RIGHT_TO_LEFT)];
    let pseudo = if languages == Languages::RealAndPseudo {
        &pseudo[..]
    } else {
        &[]
    };
    for (folder, file) in LANGUAGES.iter().chain(pseudo) {
        if let Ok(texts) = Texts::from_file(file) {
            pages.push(words(folder, texts, Some(file)));
        }
    }
    pages
}

fn words(folder: &'static str, texts: Texts, file: Option<&'static str>) -> Words {
    Words {
        folder,
        texts,
        file,
        title: spoken::title(&State::new(texts)),
        first_screen: first_screen(texts),
    }
}
