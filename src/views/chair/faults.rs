//! Why a link could not be read, in words: what happened, what is safe, what to do next.

use crate::app::chair::compare::{Problem, TextLine};
use crate::content::{Key, Texts, keys};
use crate::formats::link::LinkError;
use crate::views::shared;

/// A link that could not be read: its line, in which text where there are several, and why.
pub(super) fn problem(texts: Texts, Problem { place, error }: &Problem) -> String {
    let why = texts.get(match error {
        LinkError::NotALink => keys::compare::LINE_NOT_A_LINK,
        LinkError::TooLong => keys::compare::LINE_TOO_LONG,
        LinkError::CutOff => keys::compare::LINE_CUT_OFF,
        LinkError::Damaged => keys::compare::LINE_DAMAGED,
        LinkError::NewerVersion => keys::compare::LINE_NEWER,
        LinkError::OtherQuestions => keys::compare::LINE_OTHER_QUESTIONS,
        LinkError::Impossible => keys::compare::LINE_IMPOSSIBLE,
    });
    at(texts, place, why)
}

/// An address of a check that came without its link: its line, in which text where there are several.
pub(super) fn cut_address(texts: Texts, place: &TextLine) -> String {
    at(texts, place, texts.get(keys::compare::LINE_CUT_ADDRESS))
}

fn at(texts: Texts, TextLine { text, line }: &TextLine, why: &str) -> String {
    let key = text.map_or(keys::compare::LINE, |_| keys::compare::LINE_OF);
    let text = text.map(|text| text.to_string()).unwrap_or_default();
    texts.fill(key, &[("text", &text), ("n", &line.to_string()), ("why", why)])
}

/// What happened to the link of a comparison, what is safe and what to do next.
pub(super) const fn fault(error: LinkError) -> Key {
    match error {
        LinkError::NotALink => keys::compare::NOT_A_LINK,
        error => shared::fault(error),
    }
}
