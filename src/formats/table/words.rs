//! What people and form services write for the values of the check: their ids, and the words of the screens.

use std::collections::HashMap;

use crate::domain::answer::{Response, StageChoice};
use crate::domain::ids::{Kind, Length, Sector, Side, StatementId};

/// The words of one language, by what they stand for.
#[derive(Clone, Copy)]
pub struct Words {
    /// A statement as a side reads it.
    pub statement: fn(StatementId, Side) -> &'static str,
    /// A response: "Mostly true".
    pub response: fn(Response) -> &'static str,
    /// The stage question.
    pub stage_question: &'static str,
    /// What can be chosen there.
    pub stage: fn(StageChoice) -> &'static str,
    /// A length: "Quick check".
    pub length: fn(Length) -> &'static str,
    /// A kind: "Commissioner and provider".
    pub kind: fn(Kind) -> &'static str,
    /// A side: "Provider"; empty if the kind has none.
    pub side: fn(Kind, Side) -> &'static str,
    /// A sector: "Public body".
    pub sector: fn(Sector) -> &'static str,
}

/// The values of one column, by what a cell can hold for them.
pub(super) struct Values<T> {
    /// As the tables and the screens write them: nearly every cell is one of these.
    exact: Vec<(&'static str, T)>,
    /// Without case and punctuation.
    loose: HashMap<String, T>,
}

impl<T: Copy> Values<T> {
    fn new(written: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let exact: Vec<_> = written.into_iter().filter(|(text, _)| !text.is_empty()).collect();
        let loose = exact.iter().map(|(text, value)| (plain(text), *value)).collect();
        Self { exact, loose }
    }

    /// The value in a cell.
    pub(super) fn find(&self, cell: &[u8]) -> Option<T> {
        let exact = self.exact.iter().find(|(text, _)| text.as_bytes() == cell);
        exact.map(|(_, value)| *value).or_else(|| {
            let text = str::from_utf8(cell).ok()?;
            self.loose.get(&plain(text)).copied()
        })
    }
}

/// The values of every column.
pub(super) struct Meanings {
    pub(super) responses: Values<Response>,
    pub(super) stages: Values<StageChoice>,
    pub(super) lengths: Values<Length>,
    pub(super) kinds: Values<Kind>,
    /// The sides, by kind.
    pub(super) sides: [Values<Side>; Kind::ALL.len()],
    pub(super) sectors: Values<Sector>,
}

impl Meanings {
    pub(super) fn new(words: &Words) -> Self {
        let mut responses = Values::new(both(Response::ALL, Response::value, words.response));
        // "4 - Mostly true", and numbers that went through a program that thinks in fractions.
        for response in Response::ALL {
            let value = response.value();
            let labelled = [value, " ", &plain((words.response)(response))].concat();
            responses.loose.insert(labelled, response);
            if response.number().is_some() {
                responses.loose.insert([value, " 0"].concat(), response);
            }
        }
        Self {
            responses,
            stages: Values::new(both(StageChoice::ALL, StageChoice::id, words.stage)),
            lengths: Values::new(both(Length::ALL, Length::id, words.length)),
            kinds: Values::new(both(Kind::ALL, Kind::id, words.kind)),
            sides: Kind::ALL
                .map(|kind| Values::new(both(Side::ALL, Side::id, |side| (words.side)(kind, side)))),
            sectors: Values::new(both(Sector::ALL, Sector::id, words.sector)),
        }
    }
}

/// Each value by its id and by its words.
fn both<T: Copy, const N: usize>(
    all: [T; N],
    id: fn(T) -> &'static str,
    words: impl Fn(T) -> &'static str,
) -> impl Iterator<Item = (&'static str, T)> {
    let ids = all.map(|value| (id(value), value));
    ids.into_iter().chain(all.map(|value| (words(value), value)))
}

/// A text without case and punctuation: letters and digits, with one space between words.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    out
}
