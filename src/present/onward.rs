//! What now: the links at the end of a screen to what comes next, the next act first.

use crate::app::screen::{Place, Screen};
use crate::app::state::State;
use crate::content::{Key, keys};

/// Fragments, without `#`, and names of the ways on.
pub type Ways = &'static [(&'static str, Key)];

const COMPARE: (&str, Key) = ("compare", keys::onward::COMPARE);
const INVITE: (&str, Key) = ("invite", keys::onward::INVITE);
const START: (&str, Key) = ("start", keys::onward::START);
const PLAN: (&str, Key) = ("plan", keys::onward::PLAN);

/// The ways on from the result once it has been sent.
pub const ONCE_SENT: Ways = &[INVITE, COMPARE, PLAN];

/// The ways on from a screen of the check's own. None where the screen itself ends with its one next act.
pub fn onward(state: &State) -> Ways {
    match &state.screen {
        Screen::Result => &[("share", keys::onward::SHARE), INVITE, COMPARE, PLAN],
        Screen::Share => &[("result", keys::onward::RESULT), INVITE, COMPARE, PLAN],
        Screen::Info(_) if state.check().is_some_and(|check| check.finished.value.is_some()) => {
            &[("result", keys::onward::RESULT), START]
        }
        Screen::Info(_) => &[START],
        _ => &[],
    }
}

/// The ways on from a screen of the chair's. `compares` says whether there are two organisations to compare, `has_result`
/// whether the check that is open is finished.
pub const fn onward_from(place: &Place, compares: bool, has_result: bool) -> Ways {
    const MEETING: (&str, Key) = ("meeting", keys::onward::MEETING);
    const ITS_PLAN: (&str, Key) = ("compare-plan", keys::onward::PLAN);
    match place {
        Place::Compare if compares => &[MEETING, ITS_PLAN, INVITE],
        Place::Plan if has_result => &[("result", keys::onward::RESULT), COMPARE],
        Place::Received(_) | Place::Invite | Place::Entry | Place::Plan => &[COMPARE],
        Place::Blank => &[INVITE, ("enter-form", keys::compare::ENTER)],
        Place::ComparisonPlan if compares => &[MEETING, COMPARE],
        Place::Meeting if compares => &[ITS_PLAN, COMPARE],
        Place::Earlier => &[START, COMPARE],
        Place::Builder => &[START],
        // Without a comparison; the one button of the last two leads to partners.
        Place::Compare | Place::ComparisonPlan | Place::Meeting => &[INVITE],
    }
}
