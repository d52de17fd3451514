//! The plan in words: its head, the suggested steps, and its lines on paper and for a reader.

use super::findings::Findings;
use crate::app::chair::State;
use crate::app::chair::field::StepField;
use crate::app::chair::plan::News;
use crate::app::screen::Place;
use crate::content::{Key, Texts, keys};
use crate::domain::comparison::Comparison;
use crate::domain::day::Day;
use crate::domain::ids::Length;
use crate::domain::plan::{Plan, PlannedStep};
use crate::domain::scoring::ScoreCard;
use crate::domain::stage::Diagnosis;
use crate::domain::steps::{self, Choice, Step};
use crate::domain::summary::Summary;
use crate::domain::topic::Topic;
use crate::domain::value::ValueCard;
use crate::present::date::{date, iso};
use crate::present::preview::preview as summary_preview;
use crate::present::report::{Card, comparison_cards, report};

/// The name of the partnership that the plan on screen belongs to; empty if not given.
pub fn of_name(state: &State) -> &str {
    match state.context.place {
        Place::Plan => state.own().map_or("", |check| &check.setup.value.partnership),
        _ => state.comparison().map_or("", |(_, comparison)| &comparison.name),
    }
}

/// The head of a plan: how much there is to do, and what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The heading.
    pub title: String,
    /// The sentences below it.
    pub lead: String,
}

/// The head of a plan as of today.
pub fn head(texts: Texts, plan: &Plan, today: Day) -> Head {
    let of = |wanted: &dyn Fn(&PlannedStep) -> bool| plan.steps.iter().filter(|step| wanted(step)).count();
    let done = of(&|step| step.done);
    let open = plan.steps.len() - done;
    let title = match (plan.steps.len(), open) {
        (0, _) => texts.get(keys::plan::TITLE_NONE).to_owned(),
        (_, 0) => texts.get(keys::plan::TITLE_DONE).to_owned(),
        (_, n) => texts.count(keys::plan::TO_TAKE, n),
    };
    if plan.steps.is_empty() {
        let lead = texts.get(keys::plan::LEAD_NONE).to_owned();
        return Head { title, lead };
    }
    let unowned = of(&|step| !step.done && step.owner.is_empty());
    let late = of(&|step| is_late(step, today));
    let counts = [
        (if open > 0 { done } else { 0 }, keys::plan::ARE_DONE),
        (unowned, keys::plan::ARE_UNOWNED),
        (late, keys::plan::ARE_LATE),
    ];
    let mut lead = String::new();
    for (n, text) in counts {
        if n > 0 {
            if !lead.is_empty() {
                lead.push(' ');
            }
            lead.push_str(&texts.count(text, n));
        }
    }
    Head { title, lead }
}

/// Whether a step should have been done before today.
pub fn is_late(step: &PlannedStep, today: Day) -> bool {
    !step.done && step.due.is_some_and(|due| due < today)
}

/// The day as a date field takes it: `2026-11-22`; empty for none.
pub fn field_date(due: Option<Day>) -> String {
    due.map(iso).unwrap_or_default()
}

/// A step that the answers suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is about.
    pub topic: Topic,
    /// What to do.
    pub what: String,
    /// Why.
    pub why: String,
    /// The question to ask each other first.
    pub talk: &'static str,
    /// Whether it is in the plan already.
    pub taken: bool,
}

/// The steps that follow from what the plan on screen belongs to: at most three.
pub fn suggestions(state: &State, plan: &Plan) -> Vec<Suggestion> {
    let texts = state.context.texts;
    let of_one = || {
        let summary = state.own()?.summary(state.context.today, true, true);
        Some(of_check(texts, &summary))
    };
    let of_all = || Some(of_comparison(texts, state.comparison()?.1));
    let found = match state.context.place {
        Place::Plan => of_one(),
        Place::ComparisonPlan | Place::Meeting => of_all(),
        _ => None,
    };
    let mut suggestions = found.unwrap_or_default();
    for suggestion in &mut suggestions {
        suggestion.taken = plan
            .steps
            .iter()
            .any(|step| step.topic == Some(suggestion.topic) && step.what == suggestion.what);
    }
    suggestions
}

/// The cards of a result, each with its topic and step.
fn of_check(texts: Texts, summary: &Summary) -> Vec<Suggestion> {
    let cards = report(texts, summary).cards;
    if summary.length == Length::Quick {
        let steps = steps::quick_steps(&summary.sheet).into_iter();
        let steps = steps.map(|quick| (Topic::Criterion(quick.criterion), quick.step));
        return suggested(texts, steps.collect(), cards);
    }
    let card = ScoreCard::of_sheet(&summary.sheet);
    let value = ValueCard::of_sheet(&summary.sheet);
    let stage = Diagnosis::of(&card, &value, 0).map(|found| found.stage);
    let choice = Choice::of(steps::cards(&card, &value, None, stage), value.verdict);
    suggested(texts, chosen(&choice), cards)
}

/// The cards of a comparison.
fn of_comparison(texts: Texts, comparison: &Comparison) -> Vec<Suggestion> {
    let choice = Findings::of(&comparison.organisations()).choice();
    suggested(texts, chosen(&choice), comparison_cards(texts, &choice))
}

fn chosen(choice: &Choice) -> Vec<(Topic, Step)> {
    let cards = match choice {
        Choice::Cards(cards) => cards.as_slice(),
        Choice::KeepAndProve(card) => std::slice::from_ref(card),
        Choice::Nothing => &[],
    };
    cards.iter().map(|card| (card.topic, card.step)).collect()
}

/// The words of a step: the action itself. "Talk first" comes before the action and is in the step's talk question.
fn suggested(texts: Texts, steps: Vec<(Topic, Step)>, cards: Vec<Card>) -> Vec<Suggestion> {
    let suggestion = |((topic, step), card): ((Topic, Step), Card)| Suggestion {
        topic,
        what: match step {
            Step::First => texts.first_step(topic).to_owned(),
            Step::Next => texts.next_step(topic).to_owned(),
            Step::None => card.what,
        },
        why: card.why,
        talk: card.talk,
        taken: false,
    };
    steps.into_iter().zip(cards).map(suggestion).collect()
}

/// The text of the live region about the last change; empty if there is none.
pub fn said(state: &State) -> String {
    let texts = state.context.texts;
    let Some(news) = state.plan.news else {
        return String::new();
    };
    let plan = state.plan_shown();
    // A step that another tab has removed since has no number.
    let number = |id| plan.position(id).map(|at| (at + 1).to_string());
    match news {
        News::Added(id) => {
            number(id).map_or_else(String::new, |n| texts.fill(keys::plan::SAID_ADDED, &[("n", &n)]))
        }
        News::Moved(id) => number(id).map_or_else(String::new, |n| {
            let all = plan.steps.len().to_string();
            texts.fill(keys::plan::SAID_MOVED, &[("n", &n), ("all", &all)])
        }),
        News::Removed => texts.get(keys::plan::SAID_REMOVED).to_owned(),
        News::PutBack => texts.get(keys::plan::SAID_PUT_BACK).to_owned(),
        News::Shortened(..) | News::Emptied(_) | News::NoWords | News::NotADate(_) => {
            texts.get(problem_words(news)).to_owned()
        }
    }
}

/// The error of a field; empty without one.
pub fn problem(state: &State, step: u32, field: StepField) -> &'static str {
    match state.plan.news {
        Some(news @ News::Shortened(id, name)) if (id, name) == (step, field) => {
            state.context.texts.get(problem_words(news))
        }
        Some(news @ News::Emptied(id)) if (id, StepField::What) == (step, field) => {
            state.context.texts.get(problem_words(news))
        }
        Some(news @ News::NotADate(id)) if (id, StepField::Due) == (step, field) => {
            state.context.texts.get(problem_words(news))
        }
        _ => "",
    }
}

const fn problem_words(news: News) -> Key {
    match news {
        News::Emptied(_) => keys::plan::EMPTIED,
        News::NoWords => keys::plan::NO_WORDS,
        News::NotADate(_) => keys::plan::NOT_A_DATE,
        _ => keys::plan::SHORTENED,
    }
}

/// The contents of a link with the plan on screen, line by line: what precedes the plan, and the size of the plan.
pub fn preview(state: &State, plan: &Plan) -> Vec<(&'static str, String)> {
    let texts = state.context.texts;
    let mut lines = match (&state.context.place, state.own(), state.comparison()) {
        (Place::Plan, Some(check), _) => {
            summary_preview(texts, &check.summary(state.context.today, false, false))
        }
        (Place::ComparisonPlan, _, Some((_, comparison))) => {
            let people = comparison.partners.len().to_string();
            vec![
                (
                    texts.get(keys::plan::PREVIEW_PEOPLE),
                    texts.fill(keys::plan::PREVIEW_PEOPLE_TEXT, &[("n", &people)]),
                ),
                (
                    texts.get(keys::plan::PREVIEW_NAMES),
                    texts.get(keys::share::PREVIEW_NONE).to_owned(),
                ),
            ]
        }
        _ => Vec::new(),
    };
    lines.push((
        texts.get(keys::plan::PREVIEW_STEPS),
        texts.count(keys::plan::PREVIEW_STEPS_COUNT, plan.steps.len()),
    ));
    lines
}

/// The plan as it is printed: before a step is taken, the suggested ones, to be filled in by hand.
pub fn on_paper(state: &State, plan: Plan) -> Plan {
    if !plan.steps.is_empty() {
        return plan;
    }
    let step = |one: Suggestion| PlannedStep {
        topic: Some(one.topic),
        what: one.what,
        ..PlannedStep::default()
    };
    Plan {
        steps: suggestions(state, &plan).into_iter().map(step).collect(),
    }
}

/// One step on paper, or for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What will be done.
    pub what: String,
    /// Who, by when, and the sign of success: what each is called, and its words, empty where not given.
    pub facts: Vec<(&'static str, String)>,
    /// Whether it has been done.
    pub done: bool,
}

/// The lines of a plan.
pub fn lines(texts: Texts, plan: &Plan) -> Vec<Line> {
    let line = |step: &PlannedStep| Line {
        what: step.what.clone(),
        facts: vec![
            (texts.get(keys::plan::SHEET_OWNER), step.owner.clone()),
            (
                texts.get(keys::plan::SHEET_DUE),
                step.due.map(|due| date(texts, due)).unwrap_or_default(),
            ),
            (texts.get(keys::plan::SHEET_SIGN), step.sign.clone()),
        ],
        done: step.done,
    };
    plan.steps.iter().map(line).collect()
}
