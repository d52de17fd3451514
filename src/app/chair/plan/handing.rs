//! Exporting the plan: in a link, if ticked, as a calendar, as a table.

use super::shown::Shown;
use super::state::State;
use crate::app::chair::context::Context;
use crate::app::file::{File, Kind};
use crate::app::screen::Place;
use crate::content::keys;
use crate::domain::folder::Folder;
use crate::formats::export::calendar::{self, Version, Words};
use crate::formats::export::tables;
use crate::formats::link;

impl State {
    /// The address that carries the plan of the check or the comparison with the id `of` behind the answers that it
    /// follows from, without names of partners; `None` unless that was ticked, and where there is nothing to carry.
    pub fn link(&self, context: &Context, folder: &Folder, of: Option<u32>) -> Option<String> {
        let (_, plan) = folder.plan(of?)?;
        if !self.in_link || plan.steps.is_empty() {
            return None;
        }
        let [prefix, payload] = match context.place {
            Place::Plan => {
                let summary = context.own()?.summary(context.today, false, false);
                [link::PREFIX.to_owned(), link::encode(&summary)]
            }
            Place::ComparisonPlan => {
                let comparison = folder.comparison(of?)?;
                [
                    link::COMPARISON_PREFIX.to_owned(),
                    link::encode_comparison(comparison, false),
                ]
            }
            _ => return None,
        };
        let answers = link::at(&context.address, &prefix, &payload);
        Some([&answers, link::PLAN_PREFIX, &link::encode_plan(plan)].concat())
    }
}

/// The steps that have a date and are not done, for a calendar; `None` if there are none.
pub(super) fn calendar(shown: &Shown) -> Option<File> {
    let Context { texts, today, .. } = shown.shared.context;
    let before = |key| [texts.get(key), ": "].concat();
    let words = Words {
        title: texts.get(keys::plan::CALENDAR_TITLE),
        owner: &before(keys::plan::SHEET_OWNER),
        sign: &before(keys::plan::SHEET_SIGN),
    };
    let (of, folder) = (shown.of?, &shown.shared.folder);
    let (entry, plan) = folder.plan(of)?;
    let version = Version {
        id: of,
        revision: folder.revision(entry),
    };
    let text = calendar::calendar(plan, version, *today, &words)?;
    Some(File::new("plan", Kind::Calendar, text))
}

/// The plan as a table.
pub(super) fn table(shown: &Shown) -> File {
    File::new("plan", Kind::Table, tables::plan(&shown.plan()))
}
