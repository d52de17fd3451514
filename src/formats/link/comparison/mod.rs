//! The comparison link: several partners' summaries side by side, `#phc-compare=` and a payload.

mod sets;
pub(super) mod v1;

use super::{base64url, frame};
use crate::domain::comparison::Comparison;
use crate::domain::extra::Extra;

/// The payload for a comparison, of the newest version: letters, digits, `-` and `_` only. At most 254
/// characters for eight full checks without names.
///
/// `with_names` takes in the name of the partnership, the labels and the names in the summaries; without
/// it the link has the comparison [`in_letters`]. What a link cannot carry is left out, as in [`super::summary::encode`]; of more
/// than 30 partners the first 30 are taken. A comparison without partners has no link that can be read:
/// the caller offers none.
pub fn encode_comparison(comparison: &Comparison, with_names: bool) -> String {
    base64url::write(&frame::seal(v1::VERSION, &v1::write(comparison, with_names)))
}

/// The comparison with letters in place of names, for everything that is handed on without them. Nothing in it tells
/// partners apart but kind, length, side, stage and answers: all have one day, that of the comparison, and no sector;
/// their order and the numbers of their organisations follow from what they say, not from who came first.
#[must_use]
pub fn in_letters(comparison: &Comparison) -> Comparison {
    v1::in_letters(comparison)
}

/// The words of own statements that a comparison's link carries: of the sets that its partners answered the first five that
/// are known, in the order of [`extra::add`], whatever order the partners are in.
pub fn sets_written(comparison: &Comparison) -> Vec<Extra> {
    v1::sets_written(comparison)
}

/// Whether a comparison is as [`in_letters`] leaves it.
pub fn is_in_letters(comparison: &Comparison) -> bool {
    in_letters(comparison) == *comparison
}
