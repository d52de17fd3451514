//! A page of questions: its name, its position in the check, and the progress of the check.

use crate::app::State;
use crate::app::pages::{Page, PageTopic};
use crate::content::{Texts, keys};
use crate::domain::check::Check;
use crate::formats::decimal::decimal;

/// The name of a page in the user's language; it is the page's heading.
pub fn name(texts: Texts, page: &Page) -> &'static str {
    match page.topic {
        PageTopic::Criterion(criterion) => texts.criterion(criterion),
        PageTopic::Quick(dimension) => texts.dimension(dimension),
        PageTopic::Value => texts.get(keys::questions::VALUE),
        PageTopic::Pairs => texts.get(keys::questions::PAIRS),
        PageTopic::Extra => texts.get(keys::questions::EXTRA),
        PageTopic::Stage => texts.get(keys::questions::STAGE_NAME),
    }
}

/// "Step 3 of 17".
pub fn step(texts: Texts, page: usize, all: usize) -> String {
    texts.fill(
        keys::questions::STEP_SHORT,
        &[("n", &decimal(page + 1)), ("all", &decimal(all))],
    )
}

/// "12 of 49 statements answered".
pub fn answered(state: &State) -> String {
    let all = state.check().map_or(0, Check::asked);
    state.texts.fill(
        keys::questions::ANSWERED,
        &[("n", &decimal(state.answered())), ("all", &decimal(all))],
    )
}
