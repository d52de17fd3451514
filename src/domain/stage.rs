//! Which stage of development the answers look like, and why (`content.md` section 2.5).
//!
//! What the rules leave open, decided here:
//!
//! * **"Below 50" and "75 or more"** are read from the rounded number, like every other line.
//! * **A rule that missing scores leave undecided stops the search.** "First rule that fits wins", so a
//!   later rule may only win when each earlier one is known not to fit. With A1 at 60 and B1 unknown,
//!   nobody can say that the answers do not look like forming. But one known score can settle a rule: A1
//!   at 30 is forming whatever B1 is, and C2 at 60 rules performing out whatever the value score is.
//! * **The stage is never said to be wrong**: this is what the answers look like, not a verdict.

use super::answer::{Stage, StageChoice};
use super::ids::Criterion;
use super::score::Score;
use super::scoring::ScoreCard;
use super::topic::Topic;
use super::value::ValueCard;

/// How many statements on opposite sides in A and B look like storming (rule 2).
const STORMING_OPPOSITES: usize = 3;

/// Something in the answers that led to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This criterion is below 50. It points to forming or storming; C4 keeps norming from performing.
    Low(Criterion),
    /// Partners stand on opposite sides on this many statements in A and B: three or more.
    OppositeSides(usize),
    /// This topic is 75 or more, which points to performing.
    Strong(Topic),
    /// This criterion (C4) is 50 or more, which points to performing.
    Ready(Criterion),
    /// This topic is below 75, which keeps norming from performing.
    NotStrong(Topic),
}

/// The stage that the answers look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The stage.
    pub stage: Stage,
    /// What led to it, in the order of the rules; at least one.
    pub reasons: Vec<Reason>,
}

impl Diagnosis {
    /// The stage that these scores look like; `None` if too little is answered to tell.
    ///
    /// `opposites` is the number of statements in A and B on which organisations stand on opposite sides,
    /// 0 to 24: [`super::agreement::Agreement::opposites_in_a_and_b`], or 0 for one person (section 3.7).
    pub fn of(card: &ScoreCard, value: &ValueCard, opposites: usize) -> Option<Self> {
        use Criterion::{A1, A2, B1, B2};
        let rules_1_and_2 = [
            (Stage::Forming, [A1, B1], 0),
            (Stage::Storming, [A2, B2], opposites),
        ];
        for (stage, criteria, opposites) in rules_1_and_2 {
            let reasons = signs(card, criteria, opposites);
            if !reasons.is_empty() {
                return Some(Self { stage, reasons });
            }
            if criteria
                .into_iter()
                .any(|criterion| card.score(criterion).is_none())
            {
                return None;
            }
        }
        performing_or_norming(card, value)
    }
}

/// The signs of forming or storming: each low criterion, and enough opposite sides. One is enough.
fn signs(card: &ScoreCard, criteria: [Criterion; 2], opposites: usize) -> Vec<Reason> {
    let mut signs: Vec<Reason> = criteria
        .into_iter()
        .filter(|criterion| card.score(*criterion).is_some_and(Score::is_weak))
        .map(Reason::Low)
        .collect();
    if opposites >= STORMING_OPPOSITES {
        signs.push(Reason::OppositeSides(opposites));
    }
    signs
}

/// Rules 3 and 4.
fn performing_or_norming(card: &ScoreCard, value: &ValueCard) -> Option<Diagnosis> {
    let c2 = Topic::Criterion(Criterion::C2);
    let c3 = Topic::Criterion(Criterion::C3);
    let scores = [
        (c2, card.score(Criterion::C2)),
        (c3, card.score(Criterion::C3)),
        (Topic::Value, value.score()),
    ];
    let ready = card.score(Criterion::C4);
    let mut for_performing = Vec::new();
    let mut against = Vec::new();
    for (topic, score) in scores {
        match score {
            Some(score) if score.is_strong() => for_performing.push(Reason::Strong(topic)),
            Some(_) => against.push(Reason::NotStrong(topic)),
            None => {}
        }
    }
    match ready {
        Some(score) if score.is_weak() => against.push(Reason::Low(Criterion::C4)),
        Some(_) => for_performing.push(Reason::Ready(Criterion::C4)),
        None => {}
    }
    if !against.is_empty() {
        return Some(Diagnosis {
            stage: Stage::Norming,
            reasons: against,
        });
    }
    (for_performing.len() == 4).then_some(Diagnosis {
        stage: Stage::Performing,
        reasons: for_performing,
    })
}

/// Whether to say "Talk about why": a partner chose another stage than the answers look like, or partners
/// chose different stages. "Not sure" is no stage, so it differs from nothing.
pub fn is_worth_a_talk(choices: &[StageChoice], looks_like: Option<Stage>) -> bool {
    let chosen = choices.iter().filter_map(|choice| match choice {
        StageChoice::Stage(stage) => Some(*stage),
        StageChoice::NotSure => None,
    });
    let others = chosen.clone().chain(looks_like);
    chosen
        .into_iter()
        .any(|stage| others.clone().any(|other| other != stage))
}
