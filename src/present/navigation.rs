//! The navigation: the same five ways on every screen but those on which somebody only answers.

use crate::app::screen::{Place, Screen};
use crate::app::state::State;
use crate::content::keys;

/// A way to a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its fragment, without `#`.
    pub fragment: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Whether the screen that is shown belongs there.
    pub current: bool,
}

/// The ways; none where somebody answers or was invited to: they need no other.
pub fn navigation(state: &State) -> Option<[Way; 5]> {
    let finished = state.check().is_some_and(|check| check.finished.value.is_some());
    let at = match &state.screen {
        Screen::Setup | Screen::Questions(_) | Screen::CheckAnswers | Screen::Invited(_) => return None,
        Screen::Start if !finished => Some(0),
        Screen::Result | Screen::Share => Some(0),
        Screen::Chair(Place::Compare | Place::Received(_) | Place::Invite | Place::Blank | Place::Entry) => {
            Some(1)
        }
        Screen::Chair(Place::Plan | Place::ComparisonPlan) => Some(2),
        Screen::Chair(Place::Meeting) => Some(3),
        Screen::Chair(Place::Earlier) => Some(4),
        Screen::Start | Screen::Shared(_) | Screen::Info(_) | Screen::Chair(Place::Builder) => None,
    };
    let own = if finished {
        ("result", keys::navigation::RESULT)
    } else {
        ("start", keys::navigation::CHECK)
    };
    // The plan is that of what one looks at: the partnership's, or one's own.
    let partners = matches!(
        state.screen,
        Screen::Chair(Place::Compare | Place::ComparisonPlan | Place::Meeting)
    );
    let plan = if finished && !partners {
        "plan"
    } else {
        "compare-plan"
    };
    let mut place = 0..;
    Some(
        [
            own,
            ("compare", keys::navigation::PARTNERS),
            (plan, keys::navigation::PLAN),
            ("meeting", keys::navigation::MEETING),
            ("earlier", keys::navigation::EARLIER),
        ]
        .map(|(fragment, key)| Way {
            fragment,
            label: state.texts.get(key),
            current: at == place.next(),
        }),
    )
}
