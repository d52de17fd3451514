//! Entering a form that somebody filled in on paper: which check it is, then a key for each statement, then into the
//! comparison. Nothing of it touches the own checks.

use super::blank;
use super::context::Context;
use super::effect::Effect;
use super::field::TextField;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::comparison::Comparison;
use crate::domain::extra::{self, Extra, ExtraAnswers, MOST_STATEMENTS};
use crate::domain::ids::{Kind, Length, Side, StatementId};
use crate::domain::name::clean_name;
use crate::domain::sheet::AnswerSheet;
use crate::domain::summary::Summary;

/// Ids of what takes the focus.
const QUESTION: &str = "entry-question";
const PROBLEM: &str = "phc-problem";
const ASKED: &str = "entry-asked";

/// The form that is being entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Name of the organisation, as it was typed.
    pub name: String,
    /// How many statements the form asks.
    pub length: Length,
    /// Kind of relationship.
    pub kind: Option<Kind>,
    /// The side of whoever filled it in, where the kind has sides.
    pub side: Option<Side>,
    /// What is missing, once the first statement was asked for.
    pub problems: Vec<Problem>,
    /// The answers so far.
    pub sheet: AnswerSheet,
    /// The statements of the chair's own that are on the form, if any are.
    pub extra: Option<Extra>,
    /// What is ticked for each of them.
    pub extra_responses: [Option<Response>; MOST_STATEMENTS],
    /// What is ticked of the stages.
    pub stage: Option<StageChoice>,
    /// The question on screen, counted from 0, or the end after the last one; `None` while the settings are on screen.
    pub at: Option<usize>,
    /// Whether it is asked if all of this is to be thrown away.
    pub asked: bool,
}

/// A choice that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No kind of relationship was chosen.
    Kind,
    /// No side was chosen.
    Side,
}

impl Problem {
    /// Id of the element on which it can be put right.
    pub const fn target(self) -> &'static str {
        match self {
            Self::Kind => "entry-kind-consortium",
            Self::Side => "entry-side-first",
        }
    }
}

/// What is asked at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What was ticked for a statement.
    Statement(StatementId),
    /// What was ticked for the statement of the chair's own at this position.
    Extra(usize),
    /// Which stage was ticked.
    Stage,
    /// Nothing any more.
    End,
}

/// What happens on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A length was chosen.
    Length(Length),
    /// A kind was chosen.
    Kind(Kind),
    /// A side was chosen.
    Side(Side),
    /// The first statement, or the one where it was left, was asked for.
    Begun,
    /// A link of the error summary was followed.
    ProblemFollowed(Problem),
    /// What was ticked for the statement on screen; `None` if nothing was.
    Answered(Option<Response>),
    /// What was ticked of the stages; `None` if nothing was.
    StageChosen(Option<StageChoice>),
    /// The question before was asked for.
    Back,
    /// A question was asked for: its place.
    Shown(usize),
    /// The settings were asked for.
    Settings,
    /// "Add to the comparison" was pressed.
    Added,
    /// It was asked to throw the form away.
    Discard,
    /// It was said whether to.
    Discarded(bool),
}

/// What happens on this screen, and what is typed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The organisation's name was typed.
    Named(String),
    /// The statements of the chair's own that are on the form were chosen, or none.
    Extra(Option<Extra>),
    /// Anything else.
    Act(Act),
}

impl Default for State {
    fn default() -> Self {
        Self {
            name: String::new(),
            length: Length::Full,
            kind: None,
            side: None,
            problems: Vec::new(),
            sheet: AnswerSheet::default(),
            extra: None,
            extra_responses: Default::default(),
            stage: None,
            at: None,
            asked: false,
        }
    }
}

impl State {
    /// The statements of the form; none while its kind is not chosen.
    pub fn statements(&self) -> Vec<StatementId> {
        self.kind
            .map(|kind| self.length.statements(kind))
            .unwrap_or_default()
    }

    /// What is asked at a place.
    pub fn question(&self, at: usize) -> Question {
        let statements = self.statements();
        if let Some(statement) = statements.get(at) {
            return Question::Statement(*statement);
        }
        let position = at - statements.len();
        match self.extra_statements().len() {
            count if position < count => Question::Extra(position),
            count if position == count && self.length == Length::Full => Question::Stage,
            _ => Question::End,
        }
    }

    /// The statements of the chair's own that are on the form.
    pub fn extra_statements(&self) -> &[String] {
        self.extra.as_ref().map_or(&[], Extra::statements)
    }

    /// How many statements the form has.
    pub fn asked(&self) -> usize {
        self.statements().len() + self.extra_statements().len()
    }

    /// How many questions the form has: its statements, and in a full check the stage.
    pub fn questions(&self) -> usize {
        self.asked() + usize::from(self.length == Length::Full)
    }

    /// How many statements have an answer.
    pub fn answered(&self) -> usize {
        self.places_answered().count()
    }

    /// The places of the statements that have an answer.
    fn places_answered(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.asked()).filter(|at| self.response(self.question(*at)).is_some())
    }

    /// What was ticked for a statement.
    pub fn response(&self, question: Question) -> Option<Response> {
        match question {
            Question::Statement(statement) => self.sheet.get(statement),
            Question::Extra(position) => self.extra_responses.get(position).copied().flatten(),
            Question::Stage | Question::End => None,
        }
    }

    /// What the form says, as a link would carry it.
    fn summary(&self, context: &Context) -> Option<Summary> {
        let kind = self.kind?;
        let mut sheet = AnswerSheet::default();
        for statement in self.statements() {
            sheet.set(statement, self.sheet.get(statement));
        }
        Some(Summary {
            length: self.length,
            kind,
            side: self.side.filter(|_| kind.has_pairs()).unwrap_or(Side::First),
            sector: None,
            day: context.today,
            sheet,
            stage: self.stage.filter(|_| self.length == Length::Full),
            partnership: String::new(),
            organisation: clean_name(&self.name).text,
            extra: self.extra.as_ref().and_then(|set| {
                let responses = self.extra_responses.iter().take(set.statements().len());
                ExtraAnswers::new(set.fingerprint().sum, responses.copied().collect())
            }),
        })
    }

    fn missing(&self) -> Vec<Problem> {
        match self.kind {
            None => vec![Problem::Kind],
            Some(kind) if kind.has_pairs() && self.side.is_none() => vec![Problem::Side],
            Some(_) => Vec::new(),
        }
    }

    /// Moves to a question, or to the end.
    fn show(&mut self, at: usize) -> Effect {
        self.at = Some(at.min(self.questions()));
        Effect::Focus(QUESTION.to_owned())
    }

    /// The next form of the same kind.
    fn clear(&mut self) {
        *self = Self {
            length: self.length,
            kind: self.kind,
            extra: self.extra.take(),
            ..Self::default()
        };
    }
}

/// What a key means while a question is on screen: 1 to 5 as on the form, 6 or `?` for "Do not know", 7 or `-` for "Does
/// not apply yet", 0 for nothing ticked, the backspace key for the question before. The number block of a keyboard is
/// enough.
pub fn act_of_key(question: Question, key: &str) -> Option<Act> {
    if key == "Backspace" {
        return Some(Act::Back);
    }
    let place = |key: &str| key.parse::<usize>().ok()?.checked_sub(1);
    match question {
        Question::Statement(_) | Question::Extra(_) => match key {
            "0" => Some(Act::Answered(None)),
            "?" => Some(Act::Answered(Some(Response::DoNotKnow))),
            "-" | "–" => Some(Act::Answered(Some(Response::NotYet))),
            _ => {
                let response = Response::ALL.get(place(key)?)?;
                Some(Act::Answered(Some(*response)))
            }
        },
        Question::Stage if key == "0" => Some(Act::StageChosen(None)),
        Question::Stage => {
            let choice = StageChoice::ALL.get(place(key)?)?;
            Some(Act::StageChosen(Some(*choice)))
        }
        Question::End => None,
    }
}

/// The screen was entered: a new form is probably like those in the comparison, or like the one that was printed.
pub(super) fn entered(state: &mut State, comparison: Option<&Comparison>, printed: &blank::State) {
    if state.kind.is_some() {
        return;
    }
    let last = comparison.and_then(|comparison| Some((comparison, comparison.partners.last()?)));
    if let Some((comparison, last)) = last {
        let asked = last.summary.extra.as_ref();
        state.kind = Some(last.summary.kind);
        state.length = last.summary.length;
        state.extra = asked.and_then(|answers| extra::find(&comparison.sets, answers.set()).cloned());
    } else if printed.kind.is_some() {
        state.kind = printed.kind;
        state.length = printed.length;
        state.extra.clone_from(&printed.extra);
    }
}

/// Takes in what happened. A summary goes into the comparison.
pub(super) fn update(
    state: &mut State,
    context: &Context,
    message: Message,
) -> (Option<Effect>, Option<Summary>) {
    let act = match message {
        Message::Named(name) => {
            state.name = name;
            return (None, None);
        }
        Message::Extra(set) => {
            if state.extra != set {
                state.extra = set;
                state.extra_responses = Default::default();
            }
            return (None, None);
        }
        Message::Act(act) => act,
    };
    if act == Act::Added && state.answered() > 0 {
        let summary = state.summary(context);
        state.clear();
        return (None, summary);
    }
    (done(state, act), None)
}

fn done(state: &mut State, act: Act) -> Option<Effect> {
    let at = state.at.unwrap_or_default();
    match (act, state.question(at)) {
        (Act::Length(length), _) => state.length = length,
        (Act::Kind(kind), _) => state.kind = Some(kind),
        (Act::Side(side), _) => state.side = Some(side),
        (Act::Begun, _) => {
            state.problems = state.missing();
            if !state.problems.is_empty() {
                return Some(Effect::Focus(PROBLEM.to_owned()));
            }
            // Goes on behind the last answer.
            let last = state.places_answered().next_back();
            return Some(state.show(last.map_or(0, |at| at + 1)));
        }
        (Act::ProblemFollowed(problem), _) => return Some(Effect::Focus(problem.target().to_owned())),
        (Act::Answered(response), Question::Statement(statement)) if state.at.is_some() => {
            state.sheet.set(statement, response);
            return Some(state.show(at + 1));
        }
        (Act::Answered(response), Question::Extra(position)) if state.at.is_some() => {
            if let Some(place) = state.extra_responses.get_mut(position) {
                *place = response;
            }
            return Some(state.show(at + 1));
        }
        (Act::StageChosen(choice), Question::Stage) if state.at.is_some() => {
            state.stage = choice;
            return Some(state.show(at + 1));
        }
        (Act::Back, _) if at > 0 => return Some(state.show(at - 1)),
        (Act::Back | Act::Settings, _) => {
            state.at = None;
            return Some(Effect::Focus(TextField::EntryName.id()));
        }
        (Act::Shown(at), _) => return Some(state.show(at)),
        (Act::Discard, _) => {
            state.asked = true;
            return Some(Effect::Focus(ASKED.to_owned()));
        }
        (Act::Discarded(yes), _) => {
            state.asked = false;
            if yes {
                state.clear();
            }
            return Some(Effect::Focus(TextField::EntryName.id()));
        }
        (Act::Answered(_) | Act::StageChosen(_) | Act::Added, _) => {}
    }
    None
}
