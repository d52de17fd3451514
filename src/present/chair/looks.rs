//! The looks of the check on another website: the custom properties that a site sets, and sentences on the contrast.
//!
//! The properties are the tokens of `styles/tokens.css`, any of which a site can set on the element. The other tokens
//! are derived from the three chosen colours, and `color-scheme` selects the light or the dark bands, warnings and
//! focus ring.

use super::made_with;
use crate::app::chair::State;
use crate::app::chair::builder::{Corners, Form, Role, Told};
use crate::charts::colours::{DARK, LIGHT};
use crate::content::{Key, Texts, keys};
use crate::domain::colour::{Colour, ENOUGH};

/// Minimum contrast of drawings and edges, in hundredths (WCAG success criterion 1.4.11).
const DRAWN: u32 = 300;

/// A role's default colour in the light scheme.
pub fn own(role: Role) -> &'static str {
    match role {
        Role::Accent => LIGHT.accent,
        Role::Paper => LIGHT.paper,
        Role::Ink => LIGHT.ink,
    }
}

/// The properties to set, with their values; none if nothing was chosen.
///
/// Any colour also fixes the scheme: our background changes in the dark scheme, and the site's accent would be
/// unreadable on one of the two. Background and text are set together, because their contrast is measured.
pub fn properties(form: &Form) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let palette = Palette::of(form);
    if has_colours(form) {
        let scheme = if is_dark(form) { "dark" } else { "light" };
        found.push(("color-scheme", scheme.to_owned()));
    }
    if form.colour(Role::Accent).is_some() {
        found.push(("--phc-accent", palette.accent.hex()));
        found.push(("--phc-on-accent", palette.on_accent.hex()));
    }
    if has_page(form) {
        found.push(("--phc-paper", palette.paper.hex()));
        found.push(("--phc-surface", palette.surface.hex()));
        found.push(("--phc-ink", palette.ink.hex()));
        found.push(("--phc-muted", palette.muted.hex()));
        found.push(("--phc-border", palette.border.hex()));
        found.push(("--phc-hair", palette.hair.hex()));
    }
    match form.corners {
        Corners::Own => {}
        Corners::Square => found.push(("--phc-radius", "0px".to_owned())),
        Corners::Round => found.push(("--phc-radius", "16px".to_owned())),
    }
    if let Some(font) = form.font() {
        found.push(("--phc-font", font.to_owned()));
    }
    found
}

fn has_colours(form: &Form) -> bool {
    Role::ALL.into_iter().any(|role| form.colour(role).is_some())
}

/// Whether background or text was chosen.
fn has_page(form: &Form) -> bool {
    form.colour(Role::Paper).is_some() || form.colour(Role::Ink).is_some()
}

/// Whether white has more contrast than black on the background.
fn is_dark(form: &Form) -> bool {
    form.colour(Role::Paper)
        .is_some_and(|paper| paper.words_on() == Colour::WHITE)
}

/// The element's colours.
struct Palette {
    paper: Colour,
    surface: Colour,
    ink: Colour,
    muted: Colour,
    border: Colour,
    hair: Colour,
    accent: Colour,
    on_accent: Colour,
    bands: [Colour; 4],
}

impl Palette {
    fn of(form: &Form) -> Self {
        let tokens = if is_dark(form) { DARK } else { LIGHT };
        let read = |text| Colour::parse(text).unwrap_or(Colour::BLACK);
        let mut palette = Self {
            paper: read(tokens.paper),
            surface: read(tokens.surface),
            ink: read(tokens.ink),
            muted: read(tokens.muted),
            border: read(tokens.border),
            hair: read(tokens.hair),
            accent: read(tokens.accent),
            on_accent: read(tokens.on_accent),
            bands: tokens.bands.map(read),
        };
        if let Some(accent) = form.colour(Role::Accent) {
            palette.accent = accent;
            palette.on_accent = accent.words_on();
        }
        if has_page(form) {
            palette.paper = form.colour(Role::Paper).unwrap_or(palette.paper);
            palette.ink = form.colour(Role::Ink).unwrap_or(palette.ink);
            palette.surface = palette.paper.mixed(palette.ink, 5);
            palette.hair = palette.paper.mixed(palette.ink, 18);
            palette.muted = palette.softened(25, ENOUGH);
            palette.border = palette.softened(40, DRAWN);
        }
        palette
    }

    /// The lowest contrast of a colour to its backgrounds.
    fn lowest(&self, colour: Colour) -> u32 {
        colour.contrast(self.paper).min(colour.contrast(self.surface))
    }

    /// The text colour mixed with as much of the background as possible, up to `most` hundredths, at a contrast of at
    /// least
    /// `least`.
    fn softened(&self, most: u8, least: u32) -> Colour {
        let mut tried = (0..=most)
            .rev()
            .step_by(5)
            .map(|part| self.ink.mixed(self.paper, part));
        tried
            .find(|mixed| self.lowest(*mixed) >= least)
            .unwrap_or(self.ink)
    }
}

/// The sentence on one pair of colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The ratio and what it means, in words.
    pub words: String,
    /// Whether it is enough.
    pub enough: bool,
}

/// The sentences on the contrast of the chosen colours: on text if background or text was chosen, on links and buttons
/// with any colour, on warnings and bars if the background was chosen. None without a chosen colour.
pub fn verdicts(texts: Texts, form: &Form) -> Vec<Verdict> {
    let palette = Palette::of(form);
    let advice = |colour: Colour| {
        if colour.is_darker(palette.paper) {
            keys::builder::DARKER
        } else {
            keys::builder::LIGHTER
        }
    };
    let told = |words: Key, contrast: u32, least: u32, advice: Key| {
        let enough = contrast >= least;
        let verdict = if enough { keys::builder::ENOUGH } else { advice };
        let (number, least) = (ratio(contrast), ratio(least));
        let verdict = texts.fill(verdict, &[("least", &least)]);
        Verdict {
            words: [&texts.fill(words, &[("ratio", &number)]), " ", &verdict].concat(),
            enough,
        }
    };
    let mut found = Vec::new();
    if has_page(form) {
        let words = palette.lowest(palette.ink);
        found.push(told(keys::builder::RATIO_INK, words, ENOUGH, advice(palette.ink)));
    }
    if has_colours(form) {
        let links = palette.lowest(palette.accent);
        found.push(told(
            keys::builder::RATIO_ACCENT,
            links,
            ENOUGH,
            advice(palette.accent),
        ));
    }
    if form.colour(Role::Paper).is_some() {
        let warnings = palette.lowest(palette.bands[3]);
        let drawn = palette.bands.map(|band| palette.lowest(band));
        let bars = drawn.into_iter().fold(u32::MAX, u32::min);
        found.push(told(
            keys::builder::RATIO_WARNING,
            warnings,
            ENOUGH,
            keys::builder::PALER,
        ));
        found.push(told(keys::builder::RATIO_BARS, bars, DRAWN, keys::builder::PALER));
    }
    found
}

/// A ratio in hundredths as a decimal: `4.5` for 453. It is truncated, not rounded: 4.49 is not 4.5.
fn ratio(hundredths: u32) -> String {
    let tenths = hundredths / 10;
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

/// The text of the live region after a change: the error in the typed text; for colours which contrast is too low, or
/// that all are fine; for what the site is made with what to do there.
pub fn said(state: &State) -> String {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let (wrong, problem) = match state.builder.told {
        None => return String::new(),
        Some(Told::MadeWith) => return texts.get(made_with::advice(form.made_with)).to_owned(),
        Some(Told::Colour(role)) => (form.colour_is_wrong(role), keys::builder::COLOUR_WRONG),
        Some(Told::Invitation) => (form.invitation_is_wrong(), keys::builder::INVITATION_WRONG),
        Some(Told::StorageKey) => (form.storage_key_is_wrong(), keys::builder::STORAGE_KEY_WRONG),
        Some(Told::Keep) => (form.keep_is_wrong(), keys::builder::KEEP_WRONG),
        Some(Told::Font) => (form.font_is_wrong(), keys::builder::FONT_WRONG),
        Some(Told::Words) => {
            let own = texts.read_own_words(&form.words);
            let faults: Vec<String> = own.faults.iter().map(|fault| fault.sentence(texts)).collect();
            return faults.join(" ");
        }
    };
    if wrong {
        return texts.get(problem).to_owned();
    }
    if !matches!(state.builder.told, Some(Told::Colour(_))) {
        return String::new();
    }
    let verdicts = verdicts(texts, form);
    let low: Vec<&str> = verdicts
        .iter()
        .filter(|verdict| !verdict.enough)
        .map(|verdict| verdict.words.as_str())
        .collect();
    if low.is_empty() && !verdicts.is_empty() {
        return texts.get(keys::builder::ALL_ENOUGH).to_owned();
    }
    low.join(" ")
}
