//! What to do next: four outcomes, a fifth for what nobody knows, and the choice of at most three cards
//! (`content.md` section 3.4).
//!
//! What the rules leave open, decided here:
//!
//! * **"Cards over 75 with close agreement"** are the "Keep" cards: shown as 75 or more, and partners do
//!   not differ. That takes in exactly 75 and "Mixed" agreement, because 2.6 has no step for either.
//! * **"Keep" cards never fill up the three places.** One weak topic makes one card.
//! * **"The lowest one"** where all is well is the lowest score, not the highest priority; the earlier of
//!   equals.
//! * **Value that is held at "Not yet"** (section 2.2, override 2) is nothing to keep and prove, though its
//!   score is 75 or more: the next lowest stands in. Where nothing else has a card, there is none.
//! * **A topic with too few answers has no card.** Its answers are missing, not unknown.
//! * **The additions to the priority** count for "Find out" cards too.
//! * **One person, or partners of one organisation, never differ.**
//! * **The stage** is the one that the answers look like ([`super::stage::Diagnosis`]): it is the same for
//!   all partners, whatever each of them chose. Where it cannot be told, nothing is added.

use std::cmp::Reverse;

use super::agreement::Agreement;
use super::answer::Stage;
use super::fraction::Fraction;
use super::ids::{Criterion, Kind, Length};
use super::score::{Band, Score};
use super::scoring::{Finding, Outcome, ScoreCard};
use super::sheet::AnswerSheet;
use super::topic::Topic;
use super::value::{ValueCard, Verdict};

/// At most this many cards: people do few things well.
pub const MOST_CARDS: usize = 3;
/// At most this many after a quick check (section 3.7).
pub const MOST_QUICK_STEPS: usize = 2;

/// What to do about a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// 75 or more, and partners agree: say what works.
    Keep,
    /// 75 or more, and partners differ: somebody is not feeling the benefit.
    Talk,
    /// Under 75, and partners agree: pick a next step.
    Fix,
    /// Under 75, and partners differ: talk first, then fix.
    TalkThenFix,
    /// Not enough is known.
    FindOut,
}

/// Which text of section 2.6 goes with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The first step: the score is under 50.
    First,
    /// The next step: 50 to 74.
    Next,
    /// No step, the talk question alone: 75 or more, or no score.
    None,
}

impl Step {
    /// The step for a score.
    pub fn of(score: Score) -> Self {
        match score.band() {
            Band::ActNow | Band::NeedsWork => Self::First,
            Band::GettingThere => Self::Next,
            Band::Strong => Self::None,
        }
    }
}

/// What raised a card's priority, beside its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Partners differ: 25 more.
    PartnersDiffer,
    /// The topic matters most at this stage: 15 more.
    MattersAt(Stage),
    /// Somebody answered "not true": 10 more.
    SomebodySaysNotTrue,
}

/// One topic with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it is about.
    pub topic: Topic,
    /// Its score, 0 to 100; `None` on a "Find out" card.
    pub score: Option<Score>,
    /// What to do.
    pub action: Action,
    /// Which step text goes with it.
    pub step: Step,
    /// Its priority, exact, 0 to 150: see section 3.4.
    pub priority: Fraction,
    /// What raised the priority, in the order of the rule.
    pub reasons: Vec<Reason>,
}

impl Card {
    /// Whether it is about something to keep. Value is only where its verdict is "Yes".
    pub fn is_to_keep(&self, verdict: Verdict) -> bool {
        self.action == Action::Keep && (self.topic != Topic::Value || verdict == Verdict::Yes)
    }
}

/// The cards to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One to three cards, highest priority first; the earlier topic of equals.
    Cards(Vec<Card>),
    /// All is well: the topic with the lowest score, as "Keep and prove".
    KeepAndProve(Card),
    /// Too little is answered for any card.
    Nothing,
}

impl Choice {
    /// The cards to show, from every card (see [`cards`]) and the verdict on value.
    pub fn of(cards: Vec<Card>, verdict: Verdict) -> Self {
        let (kept, mut wanted): (Vec<Card>, Vec<Card>) =
            cards.into_iter().partition(|card| card.action == Action::Keep);
        if wanted.is_empty() {
            let kept = kept.into_iter().filter(|card| card.is_to_keep(verdict));
            let lowest = kept.min_by_key(|card| (card.score, card.topic));
            return lowest.map_or(Self::Nothing, Self::KeepAndProve);
        }
        wanted.sort_by_key(|card| (Reverse(card.priority), card.topic));
        wanted.truncate(MOST_CARDS);
        Self::Cards(wanted)
    }
}

/// A card for every topic that has a score or is not known enough, in the order of the check. `agreement`
/// is `None` for one person; `stage` is `None` where it cannot be told.
pub fn cards(
    card: &ScoreCard,
    value: &ValueCard,
    agreement: Option<&Agreement>,
    stage: Option<Stage>,
) -> Vec<Card> {
    Topic::all()
        .filter_map(|topic| {
            let finding = match topic {
                Topic::Criterion(criterion) => card.criterion(criterion),
                Topic::Value => &value.finding,
            };
            let differs = agreement.is_some_and(|agreement| agreement.differs(topic));
            card_of(topic, finding, differs, stage)
        })
        .collect()
}

/// The card of one topic; `None` if too little is answered for one.
fn card_of(topic: Topic, finding: &Finding, differs: bool, stage: Option<Stage>) -> Option<Card> {
    let score = finding.outcome.score();
    let (action, step, base) = match finding.outcome {
        Outcome::Score(score) => (
            action(score, differs),
            Step::of(score),
            Fraction::whole(100).distance(score.exact()),
        ),
        Outcome::NotEnoughKnown => (Action::FindOut, Step::None, Fraction::whole(60)),
        Outcome::TooFewAnswers => return None,
    };
    let mut reasons = Vec::new();
    let mut more = 0;
    if differs {
        reasons.push(Reason::PartnersDiffer);
        more += 25;
    }
    if let Some(stage) = stage.filter(|stage| matters_at(topic, *stage)) {
        reasons.push(Reason::MattersAt(stage));
        more += 15;
    }
    if finding.tally.not_true > 0 {
        reasons.push(Reason::SomebodySaysNotTrue);
        more += 10;
    }
    Some(Card {
        topic,
        score,
        action,
        step,
        priority: base.plus(Fraction::whole(more)),
        reasons,
    })
}

/// The four-way table.
fn action(score: Score, differs: bool) -> Action {
    match (score.is_strong(), differs) {
        (true, false) => Action::Keep,
        (true, true) => Action::Talk,
        (false, false) => Action::Fix,
        (false, true) => Action::TalkThenFix,
    }
}

/// Whether a topic is one that matters most at this stage.
fn matters_at(topic: Topic, stage: Stage) -> bool {
    use Criterion::{A1, A2, A3, B1, B2, B3, B4, C2, C3, C4};
    match topic {
        Topic::Criterion(criterion) => match stage {
            Stage::Forming => matches!(criterion, A1 | B1),
            Stage::Storming => matches!(criterion, A2 | A3 | B2),
            Stage::Norming => matches!(criterion, B3 | B4 | C2),
            Stage::Performing => matches!(criterion, C3 | C4),
        },
        Topic::Value => stage == Stage::Performing,
    }
}

/// A step after a quick check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuickStep {
    /// The criterion.
    pub criterion: Criterion,
    /// Which step text goes with it, from its one answer: 1 and 2 the first step, 3 the next step, 4 and 5
    /// none (keep and prove).
    pub step: Step,
}

/// The steps of the lowest two criteria of a quick check, by their one answer; the earlier of equals
/// (section 3.7). Answers without a value are left out.
///
/// Left open by the rule, and decided as for the cards: a criterion at 4 or 5 has no step in 2.6, so it is
/// never chosen while a lower one exists. Where all are at 4 or 5, the lowest one alone is shown.
pub fn quick_steps(sheet: &AnswerSheet) -> Vec<QuickStep> {
    let mut found: Vec<(u8, QuickStep)> = Length::Quick
        .statements(Kind::Other)
        .into_iter()
        .filter_map(|statement| {
            let criterion = statement.criterion()?;
            let number = sheet.get(statement)?.number()?;
            let step = Step::of(Score::of_answer(Fraction::whole(u32::from(number))));
            Some((number, QuickStep { criterion, step }))
        })
        .collect();
    found.sort_by_key(|(number, step)| (*number, step.criterion));
    let weak = found.iter().filter(|(_, step)| step.step != Step::None).count();
    found.truncate(weak.clamp(1, MOST_QUICK_STEPS));
    found.into_iter().map(|(_, step)| step).collect()
}
