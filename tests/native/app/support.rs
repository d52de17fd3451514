//! A device to play journeys on: a state, and every effect it asked for.

use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, LocalStore, SaveError, Task};
use partnership_health_check::app::{Effect, Message, Screen, State, first, update};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::Check;
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::stored;

/// 22 November 2026.
pub(crate) fn today() -> Day {
    day(22, 11, 2026)
}

pub(crate) fn day(day: u8, month: u8, year: u16) -> Day {
    Day::from_date(Date { year, month, day }).expect("a date")
}

pub(crate) fn statement(id: &str) -> StatementId {
    StatementId::parse(id).expect("a statement's id")
}

pub(crate) fn response(value: &str) -> Response {
    Response::parse(value).expect("a response")
}

/// A state and the effects of the last messages.
pub(crate) struct Device {
    pub(crate) state: State,
    /// The effects of the last call of `take`.
    pub(crate) effects: Vec<Effect>,
}

impl Device {
    /// A page on which nothing happened yet.
    pub(crate) fn new() -> Self {
        let mut state = State::new(Texts::english());
        state.address.push_str("https://check.example/");
        state.today = today();
        state.seed = 7;
        Self {
            state,
            effects: Vec::new(),
        }
    }

    /// A page that found nothing, with both stores ready.
    pub(crate) fn fresh() -> Self {
        let mut device = Self::started(Found::default());
        device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
        device
    }

    pub(crate) fn started(found: Found) -> Self {
        let mut device = Self::new();
        device.take([Message::Started(found)]);
        device
    }

    /// A page that found this text in `localStorage`; the durable store is still being read.
    pub(crate) fn with_stored(text: &str) -> Self {
        Self::started(Found {
            stored: Some(text.to_owned()),
            ..Found::default()
        })
    }

    /// A fresh page on which a check was begun.
    pub(crate) fn begun(length: Length, kind: Kind, side: Side) -> Self {
        let mut device = Self::fresh();
        device.begin(length, kind, side);
        device
    }

    pub(crate) fn begin(&mut self, length: Length, kind: Kind, side: Side) {
        self.take([
            Message::FormChanged(Change::Length(length)),
            Message::FormChanged(Change::Kind(kind)),
            Message::FormChanged(Change::Side(side)),
            Message::StartPressed,
        ]);
    }

    /// Takes messages in; remembers their effects and forgets those before.
    pub(crate) fn take(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        self.effects = messages
            .into_iter()
            .flat_map(|message| update(&mut self.state, message))
            .collect();
        self
    }

    /// The same while the second module is not here.
    pub(crate) fn take_in_first_module(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        self.effects = messages
            .into_iter()
            .flat_map(|message| first::update(&mut self.state, message))
            .collect();
        self
    }

    pub(crate) fn answer(&mut self, id: &str, value: &str) -> &mut Self {
        self.take([Message::Answered(statement(id), Some(response(value)))])
    }

    /// Answers every statement of the open check with this value, and the stage question if it is asked.
    pub(crate) fn answer_all(&mut self, value: &str) -> &mut Self {
        let statements = self.check().statements();
        let response = Some(response(value));
        self.take(
            statements
                .into_iter()
                .map(|statement| Message::Answered(statement, response)),
        );
        if self.check().asks_stage() {
            self.take([Message::StageChosen(StageChoice::parse("norming"))]);
        }
        self
    }

    pub(crate) fn finish(&mut self) -> &mut Self {
        self.take([Message::FinishPressed])
    }

    pub(crate) fn check(&self) -> &Check {
        self.state.check().expect("an open check")
    }

    pub(crate) fn response(&self, id: &str) -> Option<&'static str> {
        self.check().responses[statement(id).index()]
            .value
            .map(Response::value)
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.state.screen
    }

    pub(crate) fn kept(&self) -> Kept {
        self.state.store.kept()
    }

    pub(crate) fn told(&self, notice: Notice) -> bool {
        self.state.notices.contains(&notice)
    }

    /// Number of the newest save.
    pub(crate) fn number(&self) -> u32 {
        self.state.store.number()
    }

    pub(crate) fn local(&mut self, result: Result<(), SaveError>) -> &mut Self {
        let number = self.number();
        self.take([Message::Stored(Heard::LocalSaved(number, result))])
    }

    pub(crate) fn durable(&mut self, result: Result<(), SaveError>) -> &mut Self {
        let number = self.number();
        self.take([Message::Stored(Heard::DurableSaved(number, result))])
    }

    /// The saves among the last effects: text and whether the durable store is written too.
    pub(crate) fn saves(&self) -> Vec<(&str, bool)> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Store(Task::Save { text, durable, .. }) => Some((text.as_str(), *durable)),
                _ => None,
            })
            .collect()
    }

    /// The record in the newest save among the last effects.
    pub(crate) fn saved(&self) -> Record {
        let (text, _) = *self.saves().last().expect("a save");
        stored::load(text).expect("a text of ours").record
    }

    /// The fragments gone to among the last effects.
    pub(crate) fn gone_to(&self) -> Vec<&str> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Navigate { fragment, .. } => Some(fragment.as_str()),
                _ => None,
            })
            .collect()
    }
}

/// A page where `localStorage` is refused.
pub(crate) fn refusing() -> Device {
    Device::started(Found {
        local: LocalStore::Refused,
        ..Found::default()
    })
}

/// The text of a record with one quick check, A1.2 answered with this value at this revision.
pub(crate) fn quick_text(value: &str, revision: u32) -> String {
    format!(
        r#"{{"phc":"stored","v":1,"written_by":"0.1.0","checks":[{{"id":5,"started":20000,"setup":{{"at":1,"length":"quick","kind":"other","side":"first"}},"responses":{{"A1.2":"{value}@{revision}"}},"notes":{{}}}}]}}"#
    )
}
