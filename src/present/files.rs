//! The files that a summary can be saved as, with the names in it, and with the words of own statements as far as they are
//! known.

use super::date::dated;
use super::markdown::markdown as result;
use crate::app::file::{File, Kind};
use crate::content::Texts;
use crate::domain::extra::Extra;
use crate::domain::summary::Summary;
use crate::formats::export::{json as data, tables};

/// A table with its answers.
pub fn table(_: Texts, summary: &Summary, _: Option<&Extra>) -> File {
    file(summary, Kind::Table, tables::long([summary]))
}

/// All of it as JSON, to be imported again.
pub fn json(_: Texts, summary: &Summary, words: Option<&Extra>) -> File {
    file(summary, Kind::Json, data::summary(summary, words))
}

/// The result as text.
pub fn markdown(texts: Texts, summary: &Summary, words: Option<&Extra>) -> File {
    file(summary, Kind::Markdown, result(texts, summary, words))
}

fn file(summary: &Summary, kind: Kind, text: String) -> File {
    File::new(&dated("summary", summary.day), kind, text)
}
