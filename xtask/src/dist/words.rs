//! What the page says before the module runs, one `Words` per page: all of it from the language files.

use partnership_health_check::app::State;
use partnership_health_check::content::{LANGUAGES, Texts, keys, pseudo};
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::present::spoken;
use partnership_health_check::views::{begun, first_page, first_screen, sides};

use super::Languages;
use super::template::escaped;

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
    /// The templates that follow it: the sides of a kind, the first page of questions.
    pub(super) early: String,
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

    /// The sentences of the page around the app: placeholder in the template, and its words.
    pub(super) fn sentences(&self) -> [(&'static str, &'static str); 14] {
        use keys::page;
        [
            ("description", page::DESCRIPTION),
            ("no-script", page::NO_SCRIPT),
            ("not-started", page::NOT_STARTED),
            ("unsupported", page::UNSUPPORTED),
            ("forbidden", page::FORBIDDEN),
            ("missing", page::MISSING),
            ("answers-safe", page::ANSWERS_SAFE),
            ("not-saved", page::NOT_SAVED),
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
        early: [sides_of_kinds(texts), first_pages(texts)].concat(),
    }
}

fn sides_of_kinds(texts: Texts) -> String {
    let mut templates = String::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.has_pairs()) {
        let sides = sides(texts, kind);
        templates.extend([
            "<template id=\"phc-sides-",
            kind.id(),
            "\">",
            &sides,
            "</template>\n",
        ]);
    }
    templates
}

/// The first page of the check that is chosen beforehand; how many pages and statements it has, for most kinds and
/// for those that differ. The quick check's would be a third of a kilobyte more.
fn first_pages(texts: Texts) -> String {
    let usual = first_page(texts, Length::Full, Kind::ALL[0]);
    let mut templates = vec![
        format!(
            "<template id=\"phc-full\"><main class=\"screen\" data-title=\"{}\" data-wait=\"{}\">{usual}</main></template>\n",
            escaped(&spoken::title(&begun(texts, Length::Full, Kind::ALL[0]))),
            escaped(texts.get(keys::app::LOADING)),
        ),
        counts(texts, "counts", &usual, Kind::ALL[0]),
    ];
    for kind in Kind::ALL {
        let page = first_page(texts, Length::Full, kind);
        if page != usual {
            templates.push(counts(texts, kind.id(), &page, kind));
        }
    }
    templates.concat()
}

fn counts(texts: Texts, name: &str, page: &str, kind: Kind) -> String {
    let all = begun(texts, Length::Full, kind)
        .check()
        .map_or(0, |check| check.statements().len());
    // `boot.js` puts the number in.
    let words = texts.fill(
        keys::questions::ANSWERED,
        &[("n", "{n}"), ("all", &all.to_string())],
    );
    let counts = [
        "<p aria-hidden=\"true\" class=\"step\">",
        "<progress",
        "<span class=\"visually-hidden\">",
        "<p class=\"answered\">",
    ]
    .map(|start| element(page, start))
    .concat()
    .replace(
        "<p class=\"answered\">",
        &format!("<p class=\"answered\" data-words=\"{}\">", escaped(&words)),
    );
    format!("<template id=\"phc-full-{name}\">{counts}</template>\n")
}

/// Finds the element that starts like this and has only text inside. The page is of this very build: without the element
/// the early page would keep another kind's number in silence, so the build stops.
fn element<'a>(page: &'a str, start: &str) -> &'a str {
    let from = page.find(start).map_or("", |from| &page[from..]);
    let end = from
        .find("</")
        .and_then(|end| Some(end + from[end..].find('>')? + 1));
    end.map_or_else(
        || panic!("The first page of questions has no `{start}`."),
        |end| &from[..end],
    )
}
