//! What the page says before the module runs, one `Words` a page.
//!
//! A stand-in: the words and the first screen are to come from the library, from
//! `partnership_health_check::content` and `views::first_screen`.

use super::Languages;

/// The words of one page.
pub(super) struct Words {
    /// Folder of the page inside the site, empty for the main one.
    pub(super) folder: &'static str,
    pub(super) language: &'static str,
    pub(super) direction: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    /// Markup of the screen that the app will draw first.
    pub(super) first_screen: String,
    /// All texts of the app, where they are not those built into the module.
    pub(super) texts: Option<String>,
    pub(super) no_script: String,
    pub(super) not_started: String,
    pub(super) unsupported: String,
    pub(super) forbidden: String,
    pub(super) missing: String,
    pub(super) answers_safe: String,
    pub(super) try_again: String,
    pub(super) stopped: String,
    pub(super) stopped_advice: String,
    pub(super) download: String,
    pub(super) nothing_saved: String,
}

/// The pages to make.
pub(super) fn pages(languages: Languages) -> Vec<Words> {
    let english = || in_english("", "en-GB", "ltr", None);
    match languages {
        Languages::Real => vec![english()],
        Languages::RealAndPseudo => vec![
            english(),
            in_english("qps-ploc", "qps-ploc", "ltr", Some("long")),
            in_english("qps-rtl", "qps-rtl", "rtl", Some("right to left")),
        ],
    }
}

fn in_english(
    folder: &'static str,
    language: &'static str,
    direction: &'static str,
    texts: Option<&str>,
) -> Words {
    Words {
        folder,
        language,
        direction,
        title: "Partnership health check".into(),
        description: "See how healthy your partnership is. Your answers stay in your browser.".into(),
        first_screen: "<main><h1>Partnership health check</h1></main>".into(),
        texts: texts.map(Into::into),
        no_script: "This check needs JavaScript. Nothing that you answer leaves your browser.".into(),
        not_started: "The check could not start".into(),
        unsupported: "This browser cannot run it. Update the browser or try another one.".into(),
        forbidden: "A rule of this site or of your browser forbids it (WebAssembly is blocked).".into(),
        missing: "A part of it did not arrive. You may be offline, or the site may have changed.".into(),
        answers_safe: "Your saved answers are safe. Reload the page to try again.".into(),
        try_again: "Try again".into(),
        stopped: "Something keeps going wrong".into(),
        stopped_advice: "The check has stopped. Your answers are safe in this browser. Download them to \
                         have a copy, then try again."
            .into(),
        download: "Download your answers".into(),
        nothing_saved: "There are no saved answers in this browser.".into(),
    }
}
