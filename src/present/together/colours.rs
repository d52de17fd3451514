//! The colours of the check on another website: all custom properties that go with those that were chosen, and what
//! is said of their contrast.

use crate::app::together::State;
use crate::app::together::building::{Form, Role};
use crate::content::{Key, Texts, keys};
use crate::domain::colour::{Colour, ENOUGH};

/// The custom properties, in the order of `styles/tokens.css`.
pub const NAMES: [&str; 13] = [
    "--phc-paper",
    "--phc-surface",
    "--phc-ink",
    "--phc-muted",
    "--phc-border",
    "--phc-hair",
    "--phc-accent",
    "--phc-on-accent",
    "--phc-strong",
    "--phc-getting-there",
    "--phc-needs-work",
    "--phc-act-now",
    "--phc-focus",
];

/// Their values in the light and in the dark. A test holds them to `styles/tokens.css`.
pub const LIGHT: [&str; 13] = [
    "#fffdf8", "#f4f0e8", "#1c2830", "#55606a", "#787064", "#d9d2c5", "#0b625d", "#ffffff", "#0b5f5a",
    "#3f7f8c", "#b26a00", "#a82e1c", "#ffb000",
];
/// See [`LIGHT`].
pub const DARK: [&str; 13] = [
    "#12181d", "#1c252c", "#eef2f2", "#b3bdc3", "#8a949b", "#39444c", "#6fd3c8", "#0c1417", "#5cc9be",
    "#86b9d6", "#f0b054", "#ff8f7a", "#ffd166",
];

/// Positions of those that are worked out.
const PAPER: usize = 0;
const SURFACE: usize = 1;
const INK: usize = 2;
const MUTED: usize = 3;
const BORDER: usize = 4;
const HAIR: usize = 5;
const ACCENT: usize = 6;
const ON_ACCENT: usize = 7;
const ACT_NOW: usize = 11;

/// Contrast that edges of controls need: success criterion 1.4.11, in hundredths.
const EDGE: u32 = 300;

const fn place(role: Role) -> usize {
    match role {
        Role::Accent => ACCENT,
        Role::Paper => PAPER,
        Role::Ink => INK,
    }
}

/// The colour that a role has on a light page while none was chosen.
pub fn own(role: Role) -> &'static str {
    LIGHT[place(role)]
}

/// Everything that is set, with its value; nothing while no colour was chosen.
///
/// All of it is set as soon as one colour is: half of a site's colours and half of ours, which change in the dark,
/// could not be read in one of the two.
pub fn properties(form: &Form) -> Vec<(&'static str, String)> {
    let Some(palette) = palette(form) else {
        return Vec::new();
    };
    NAMES.into_iter().zip(palette.map(Colour::hex)).collect()
}

fn palette(form: &Form) -> Option<[Colour; 13]> {
    let chosen = Role::ALL.map(|role| form.colour(role));
    if chosen.iter().all(Option::is_none) {
        return None;
    }
    let is_dark = form
        .colour(Role::Paper)
        .is_some_and(|paper| paper.words_on() == Colour::WHITE);
    let base = if is_dark { DARK } else { LIGHT };
    let mut all = base.map(|text| Colour::parse(text).unwrap_or(Colour::BLACK));
    for role in Role::ALL {
        if let Some(colour) = form.colour(role) {
            all[place(role)] = colour;
        }
    }
    all[ON_ACCENT] = all[ACCENT].words_on();
    if form.colour(Role::Paper).is_some() || form.colour(Role::Ink).is_some() {
        let (paper, ink) = (all[PAPER], all[INK]);
        all[SURFACE] = paper.mixed(ink, 5);
        all[MUTED] = softened(ink, paper, 25, ENOUGH);
        all[BORDER] = softened(ink, paper, 40, EDGE);
        all[HAIR] = ink.mixed(paper, 82);
    }
    Some(all)
}

/// The ink with as much of the paper in it as can be, at most so many hundredths, and this contrast to the paper.
fn softened(ink: Colour, paper: Colour, most: u8, least: u32) -> Colour {
    let mut tried = (0..=most).rev().step_by(5).map(|part| ink.mixed(paper, part));
    tried.find(|mixed| mixed.contrast(paper) >= least).unwrap_or(ink)
}

/// What is said of one pair of colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The ratio and what it means, in words.
    pub words: String,
    /// Whether it is enough.
    pub enough: bool,
}

/// What is said of the contrast of the chosen colours; nothing while none was chosen.
pub fn verdicts(texts: Texts, form: &Form) -> Vec<Verdict> {
    let Some(all) = palette(form) else {
        return Vec::new();
    };
    let paper = all[PAPER];
    let advice = |colour: Colour| {
        if colour.is_darker(paper) {
            keys::builder::DARKER
        } else {
            keys::builder::LIGHTER
        }
    };
    let on_accent = if all[ON_ACCENT] == Colour::WHITE {
        keys::builder::RATIO_WHITE
    } else {
        keys::builder::RATIO_BLACK
    };
    let told = |words: Key, one: Colour, other: Colour, advice: Key| {
        let contrast = one.contrast(other);
        let enough = contrast >= ENOUGH;
        let verdict = if enough { keys::builder::ENOUGH } else { advice };
        let number = ratio(contrast);
        Verdict {
            words: [&texts.fill(words, &[("ratio", &number)]), " ", texts.get(verdict)].concat(),
            enough,
        }
    };
    vec![
        told(keys::builder::RATIO_INK, all[INK], paper, advice(all[INK])),
        told(
            keys::builder::RATIO_ACCENT,
            all[ACCENT],
            paper,
            advice(all[ACCENT]),
        ),
        told(on_accent, all[ON_ACCENT], all[ACCENT], keys::builder::DARKER),
        told(
            keys::builder::RATIO_WARNING,
            all[ACT_NOW],
            paper,
            keys::builder::PALER,
        ),
    ]
}

/// A ratio in hundredths as people write it: `4.53`.
fn ratio(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string()].concat()
}

/// What the live region says after a colour was changed: what is not enough, or that all is.
pub fn said(state: &State) -> String {
    if !state.building.coloured {
        return String::new();
    }
    let texts = state.context.texts;
    let verdicts = verdicts(texts, &state.building.form);
    let low: Vec<String> = verdicts
        .iter()
        .filter(|verdict| !verdict.enough)
        .map(|verdict| verdict.words.clone())
        .collect();
    if low.is_empty() && !verdicts.is_empty() {
        return texts.get(keys::builder::ALL_ENOUGH).to_owned();
    }
    low.join(" ")
}
