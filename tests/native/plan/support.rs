//! A table to plan at: the program of whoever chairs, and every effect it asked for.

use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::field::{StepField, TextField, Typing};
use partnership_health_check::app::chair::plan::Message as PlanMessage;
use partnership_health_check::app::chair::{Effect, Message, State, compare, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::{Check, Revised};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;

/// Id of the own check.
pub(super) const OWN: u32 = 5;
/// Id of the comparison.
pub(super) const COMPARED: u32 = 9;

pub(super) fn day(day: u8, month: u8) -> Day {
    Day::from_date(Date {
        year: 2026,
        month,
        day,
    })
    .expect("a date")
}

pub(super) fn topic(id: &str) -> Topic {
    Topic::parse(id).expect("a topic")
}

/// A state and the effects of the last messages.
pub(super) struct Table {
    pub(super) state: State,
    pub(super) effects: Vec<Effect>,
}

impl Table {
    /// A place, on 22 November 2026, beside a finished check in which everything is "not true".
    pub(super) fn at(place: Place) -> Self {
        let mut check = Check::new(OWN, day(1, 11));
        for statement in check.statements() {
            check.responses[statement.index()] = Revised {
                revision: 1,
                value: Response::parse("1"),
            };
        }
        check.finished = Revised {
            revision: 1,
            value: Some(day(2, 11)),
        };
        let state = State::new(Context {
            texts: Texts::english(),
            promise: "",
            address: "https://check.example/".to_owned(),
            today: day(22, 11),
            has_sheet: false,
            keys_off: false,
            decimal_comma: false,
            place,
            record: Record {
                checks: vec![check],
                ..Record::default()
            },
            open: Some(OWN),
            adding: None,
        });
        Self {
            state,
            effects: Vec::new(),
        }
    }

    /// A place on a comparison of these summaries, each of an organisation of its own.
    pub(super) fn compare(place: Place, summaries: Vec<Summary>) -> Self {
        let mut table = Self::at(Place::Compare);
        table
            .state
            .folder
            .set(COMPARED, Item::Comparison(comparison(summaries)));
        table.take([Message::Compare(compare::Message::Opened(COMPARED))]);
        table.go(place);
        table
    }

    /// Takes messages in; remembers their effects and forgets those before.
    pub(super) fn take(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        self.effects = messages
            .into_iter()
            .flat_map(|message| update(&mut self.state, message))
            .collect();
        self
    }

    pub(super) fn plan(&mut self, messages: impl IntoIterator<Item = PlanMessage>) -> &mut Self {
        self.take(messages.into_iter().map(Message::Plan))
    }

    /// Goes to another place.
    pub(super) fn go(&mut self, place: Place) -> &mut Self {
        let context = Context {
            place,
            ..self.state.context.clone()
        };
        self.take([Message::ContextChanged(context)])
    }

    /// The steps of the plan on screen.
    pub(super) fn steps(&self) -> Vec<PlannedStep> {
        self.state.plan_shown().steps
    }

    /// Id of the step at this position; 0, which no step has, where there is none.
    pub(super) fn step(&self, at: usize) -> u32 {
        self.steps().get(at).map_or(0, |step| step.id)
    }

    fn typing(&self, at: usize, field: StepField, text: &str) -> Typing {
        Typing {
            field: TextField::Step(self.step(at), field),
            text: text.to_owned(),
        }
    }

    /// Types into a field of the step at this position.
    pub(super) fn type_into(&mut self, at: usize, field: StepField, text: &str) -> &mut Self {
        let typing = self.typing(at, field, text);
        self.take([Message::Typed(typing)])
    }

    /// Types into a field of the step at this position and leaves it.
    pub(super) fn write(&mut self, at: usize, field: StepField, text: &str) -> &mut Self {
        let typing = self.typing(at, field, text);
        self.take([Message::Typed(typing.clone()), Message::Left(typing)])
    }

    /// What the steps of the plan on screen say.
    pub(super) fn whats(&self) -> Vec<String> {
        self.steps().into_iter().map(|step| step.what).collect()
    }

    /// The plan that is kept for a check or comparison.
    pub(super) fn kept(&self, of: u32) -> Option<&Plan> {
        self.state.folder.plan(of).map(|(_, plan)| plan)
    }

    /// What was focused.
    pub(super) fn focus(&self) -> Option<&str> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Focus(id) => Some(id.as_str()),
            _ => None,
        })
    }
}

pub(super) fn taken(id: &str, what: &str) -> PlanMessage {
    PlanMessage::Taken {
        topic: topic(id),
        what: what.to_owned(),
    }
}

/// The steps as a link carries them.
pub(super) fn without_ids(mut steps: Vec<PlannedStep>) -> Vec<PlannedStep> {
    for step in &mut steps {
        step.id = 0;
    }
    steps
}

pub(super) fn comparison(summaries: Vec<Summary>) -> Comparison {
    let mut comparison = Comparison::new(day(21, 11));
    comparison.partners = summaries
        .into_iter()
        .zip(0..)
        .map(|(summary, organisation)| Partner {
            id: u32::from(organisation) + 1,
            label: String::new(),
            organisation,
            summary,
        })
        .collect();
    comparison
}

/// A full check with one answer to everything, but for these.
pub(crate) fn summary(all: &str, but: &[(&str, &str)], stage: &str) -> Summary {
    let mut sheet = AnswerSheet::default();
    for statement in Length::Full.statements(Kind::Other) {
        sheet.set(statement, Response::parse(all));
    }
    for (id, value) in but {
        let statement = StatementId::parse(id).expect("a statement");
        sheet.set(statement, Response::parse(value));
    }
    Summary {
        length: Length::Full,
        kind: Kind::Other,
        side: Side::First,
        sector: None,
        day: day(20, 11),
        sheet,
        stage: StageChoice::parse(stage),
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}
