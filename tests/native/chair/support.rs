//! A chair's device to play journeys on, and summaries to put into it.

use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::{Effect, Message, State, compare, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::{Heard, Task};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::compare::asked;

/// 22 November 2026.
pub(super) const TODAY: Day = Day(20_779);

pub(super) fn context(place: Place) -> Context {
    Context {
        texts: Texts::english(),
        promise: "",
        address: "https://check.example/".to_owned(),
        today: TODAY,
        has_sheet: false,
        keys_off: false,
        decimal_comma: false,
        place,
        record: Record::default(),
        open: None,
        adding: None,
    }
}

/// A state and the effects of the last messages.
pub(crate) struct Device {
    pub(crate) state: State,
    pub(crate) effects: Vec<Effect>,
}

impl Device {
    /// A device on the comparison's screen, on which nothing is kept and both stores answer.
    pub(crate) fn new() -> Self {
        let mut device = Self::at(Place::Compare);
        device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
        device
    }

    /// A device that begins on this screen; no store has answered yet.
    pub(crate) fn at(place: Place) -> Self {
        let mut device = Self {
            state: State::new(context(place)),
            effects: Vec::new(),
        };
        device.take([Message::Opened]);
        device
    }

    /// Takes messages in, and goes on with whatever is long until it is done.
    pub(crate) fn take(&mut self, messages: impl IntoIterator<Item = Message>) {
        self.effects.clear();
        for message in messages {
            self.effects.extend(update(&mut self.state, message));
        }
        while let Some(position) = self.effects.iter().position(|effect| *effect == Effect::Continue) {
            self.effects.remove(position);
            self.effects.extend(update(&mut self.state, Message::Continued));
        }
    }

    pub(crate) fn act(&mut self, act: compare::Message) {
        self.take([Message::Compare(act)]);
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.act(compare::Message::LinksWritten(text.to_owned()));
        self.act(compare::Message::TakePressed);
    }

    /// Says yes to everybody who says they belong to an organisation that was there; gives the questions.
    pub(crate) fn say_yes(&mut self) -> Vec<String> {
        let asked = asked(&self.state);
        for one in &asked {
            self.act(compare::Message::ClaimAnswered(one.to, true));
        }
        asked.into_iter().map(|one| one.question).collect()
    }

    /// The comparison that is open.
    pub(crate) fn comparison(&self) -> &Comparison {
        self.state.comparison().expect("a comparison is open").1
    }

    /// Id of the partner at this position.
    pub(crate) fn partner(&self, at: usize) -> u32 {
        self.comparison().partners[at].id
    }

    /// The text that the last save wanted to keep.
    pub(crate) fn saved(&self) -> Option<&str> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Store(Task::Save { text, .. }) => Some(text.as_str()),
            _ => None,
        })
    }
}

/// A full check of a consortium in which every statement has this answer.
pub(super) fn all(number: &str) -> Summary {
    let mut sheet = AnswerSheet::default();
    for statement in Length::Full.statements(Kind::Consortium) {
        sheet.set(statement, Response::parse(number));
    }
    Summary {
        length: Length::Full,
        kind: Kind::Consortium,
        side: Side::First,
        sector: Some(Sector::Charity),
        day: TODAY,
        sheet,
        stage: Some(StageChoice::Stage(Stage::Norming)),
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}

/// The same with some answers changed: id and value.
pub(super) fn with(mut summary: Summary, answers: &[(&str, &str)]) -> Summary {
    for (id, value) in answers {
        let statement = StatementId::parse(id).expect("a statement's id");
        summary.sheet.set(statement, Response::parse(value));
    }
    summary
}

pub(super) fn named(mut summary: Summary, organisation: &str) -> Summary {
    organisation.clone_into(&mut summary.organisation);
    summary
}

/// The partners as a link carries them.
pub(super) fn without_ids(mut partners: Vec<Partner>) -> Vec<Partner> {
    for partner in &mut partners {
        partner.id = 0;
    }
    partners
}

/// A plan of these steps. Steps with other words, or at another place, have other ids.
pub(super) fn plan(whats: &[&str]) -> Plan {
    let step = |(at, what): (u32, &&str)| PlannedStep {
        id: at * 100_000 + what.bytes().map(u32::from).sum::<u32>(),
        what: (*what).to_owned(),
        ..PlannedStep::default()
    };
    Plan {
        steps: (1..).zip(whats).map(step).collect(),
    }
}

/// The address of a summary.
pub(super) fn address(summary: &Summary) -> String {
    ["https://check.example/#phc=", &link::encode(summary)].concat()
}
