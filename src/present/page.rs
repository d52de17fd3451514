//! A page of questions: its name, its position in the check, and the progress of the check.

use crate::app::State;
use crate::app::pages::{Page, PageTopic};
use crate::content::{Texts, keys};
use crate::domain::check::Check;
use crate::formats::decimal::decimal;

/// The name of a page in the user's language.
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

/// The heading of the page with this number, counted from 0: its name, with the part where a topic has several pages.
pub fn heading(texts: Texts, pages: &[Page], number: usize) -> String {
    let Some(page) = pages.get(number) else {
        return String::new();
    };
    let (before, after) = pages.split_at(number);
    let same = |pages: &[Page]| pages.iter().filter(|other| other.topic == page.topic).count();
    let all = same(before) + same(after);
    if all == 1 {
        return name(texts, page).to_owned();
    }
    texts.fill(
        keys::questions::PART,
        &[
            ("name", name(texts, page)),
            ("n", &decimal(same(before) + 1)),
            ("all", &decimal(all)),
        ],
    )
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
