//! The plan leaves the browser: in a link, once that is ticked, in a calendar, as a table.

use super::super::state::State as Chair;
use super::{belongs_to, plan};
use crate::app::file::{File, Kind};
use crate::app::screen::Place;
use crate::content::keys;
use crate::formats::export::calendar::{self, Version, Words};
use crate::formats::export::tables;
use crate::formats::link;

/// The address that carries the plan on screen behind the answers that it follows from, without names of
/// partners; `None` unless that was ticked, and where there is nothing to carry.
pub fn link(state: &Chair) -> Option<String> {
    let plan = plan(state);
    if !state.plan.in_link || plan.steps.is_empty() {
        return None;
    }
    let [prefix, payload] = match state.context.place {
        Place::Plan => {
            let summary = state.own()?.summary(state.context.today, false, false);
            [link::PREFIX.to_owned(), link::encode(&summary)]
        }
        Place::ComparisonPlan => {
            let (_, comparison) = state.comparison()?;
            [
                link::COMPARISON_PREFIX.to_owned(),
                link::encode_comparison(comparison, false),
            ]
        }
        _ => return None,
    };
    let address = &state.context.address;
    let plan = link::encode_plan(&plan);
    Some([&link::at(address, &prefix, &payload), link::PLAN_PREFIX, &plan].concat())
}

/// The steps that have a date and are not done, for a calendar; `None` if there are none.
pub(super) fn calendar(state: &Chair) -> Option<File> {
    let texts = state.context.texts;
    let before = |key| [texts.get(key), ": "].concat();
    let words = Words {
        title: texts.get(keys::plan::CALENDAR_TITLE),
        owner: &before(keys::plan::SHEET_OWNER),
        sign: &before(keys::plan::SHEET_SIGN),
    };
    let of = belongs_to(state)?;
    let (entry, plan) = state.folder.plan(of)?;
    let version = Version {
        id: of,
        revision: state.folder.revision(entry),
    };
    let text = calendar::calendar(plan, version, state.context.today, &words)?;
    Some(File::new("plan", Kind::Calendar, text))
}

/// The plan as a table.
pub(super) fn table(state: &Chair) -> File {
    File::new("plan", Kind::Table, tables::plan(&plan(state)))
}
