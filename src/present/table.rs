//! The words by which a table of answers is understood.

use crate::content::{Texts, keys};
use crate::formats::table::Words;

/// The words of the check in English.
pub fn words() -> Words {
    Words {
        statement: |statement, side| Texts::english().statement(statement, side),
        response: |response| Texts::english().response(response),
        stage_question: Texts::english().get(keys::questions::STAGE),
        stage: |choice| Texts::english().stage_choice(choice),
        length: |length| Texts::english().length(length),
        kind: |kind| Texts::english().kind(kind),
        side: |kind, side| Texts::english().side(kind, side),
        sector: |sector| Texts::english().sector(sector),
    }
}
