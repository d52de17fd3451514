//! The code that the builder of the own page gives, as somebody copies it who writes a page.

use partnership_health_check::app::chair::builder::{Change, Code, Message as Builder};
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::{Message, State, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::record::Record;
use partnership_health_check::present::chair::snippet;

/// The code of one kind, on the own page with this address, after these choices.
pub(super) fn code(own_page: &str, changes: impl IntoIterator<Item = Change>, code: Code) -> String {
    let mut state = State::new(Context {
        texts: Texts::english(),
        promise: "",
        address: own_page.to_owned(),
        today: Day(0),
        has_sheet: false,
        keys_off: false,
        decimal_comma: false,
        place: Place::Builder,
        record: Record::default(),
        open: None,
        adding: None,
    });
    for change in changes {
        update(&mut state, Message::Builder(Builder::Changed(change)));
    }
    snippet::code(&state, code)
}
