//! The next-step cards in words (`content.md` sections 2.6 and 3.4).

use crate::content::{Texts, keys};
use crate::domain::ids::{Kind, Length};
use crate::domain::sheet::AnswerSheet;
use crate::domain::steps::{self, Action, Choice, Step};
use crate::domain::topic::Topic;

use super::bars::band_words;

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What to do, a verb first.
    pub what: String,
    /// Why: the topic and its score or answer.
    pub why: String,
    /// The question to ask each other.
    pub talk: &'static str,
    /// Where to start, if that is not already what to do; empty otherwise.
    pub first: &'static str,
}

/// Name of a topic.
pub fn topic(texts: Texts, topic: Topic) -> &'static str {
    match topic {
        Topic::Criterion(criterion) => texts.criterion(criterion),
        Topic::Value => texts.get(keys::questions::VALUE),
    }
}

/// The cards of a full check.
pub(super) fn of(texts: Texts, choice: &Choice) -> Vec<Card> {
    match choice {
        Choice::Cards(cards) => cards.iter().map(|card| one(texts, card)).collect(),
        Choice::KeepAndProve(card) => vec![Card {
            what: texts.fill(keys::result::CARD_KEEP, &[("topic", topic(texts, card.topic))]),
            ..one(texts, card)
        }],
        Choice::Nothing => Vec::new(),
    }
}

/// The cards of a comparison: where partners differ, talking comes before anything else.
pub(in crate::present) fn for_partners(texts: Texts, choice: &Choice) -> Vec<Card> {
    let mut words = of(texts, choice);
    if let Choice::Cards(cards) = choice {
        for (card, words) in cards.iter().zip(&mut words) {
            let name = topic(texts, card.topic);
            match card.action {
                Action::Talk => words.what = texts.fill(keys::compare::CARD_TALK, &[("topic", name)]),
                Action::TalkThenFix => {
                    words.first = match card.step {
                        Step::First => texts.first_step(card.topic),
                        Step::Next => texts.next_step(card.topic),
                        Step::None => "",
                    };
                    words.what = texts.fill(keys::compare::CARD_TALK_FIRST, &[("topic", name)]);
                }
                Action::Keep | Action::Fix | Action::FindOut => continue,
            }
            words.why = [&words.why, " ", texts.get(keys::compare::CARD_DIFFER)].concat();
        }
    }
    words
}

fn one(texts: Texts, card: &steps::Card) -> Card {
    let name = topic(texts, card.topic);
    let why = match card.score {
        Some(score) => texts.fill(
            keys::result::WHY_SCORE,
            &[
                ("topic", name),
                ("score", &score.shown().to_string()),
                ("band", band_words(texts, score.band())),
            ],
        ),
        None => texts.fill(keys::result::WHY_UNKNOWN, &[("topic", name)]),
    };
    let what = match (card.step, card.action) {
        (Step::First, _) => texts.first_step(card.topic).to_owned(),
        (Step::Next, _) => texts.next_step(card.topic).to_owned(),
        (Step::None, Action::FindOut) => texts.fill(keys::result::CARD_FIND_OUT, &[("topic", name)]),
        (Step::None, _) => texts.fill(keys::result::CARD_KEEP, &[("topic", name)]),
    };
    let first = if card.action == Action::FindOut {
        texts.get(keys::result::FIND_OUT_STEP)
    } else {
        ""
    };
    Card {
        what,
        why,
        talk: texts.talk(card.topic),
        first,
    }
}

/// The cards of a quick check: the next steps of its lowest two criteria (`content.md` section 3.7).
pub(super) fn quick(texts: Texts, sheet: &AnswerSheet) -> Vec<Card> {
    steps::quick_steps(sheet)
        .into_iter()
        .map(|step| {
            let about = Topic::Criterion(step.criterion);
            let name = topic(texts, about);
            let answer = Length::Quick
                .statements(Kind::Other)
                .into_iter()
                .find(|statement| statement.criterion() == Some(step.criterion))
                .and_then(|statement| sheet.get(statement))
                .map_or("", |response| texts.response(response));
            let what = match step.step {
                Step::First => texts.first_step(about).to_owned(),
                Step::Next => texts.next_step(about).to_owned(),
                Step::None => texts.fill(keys::result::CARD_KEEP, &[("topic", name)]),
            };
            let why = texts.fill(keys::result::WHY_ANSWER, &[("topic", name), ("answer", answer)]);
            Card {
                what,
                why,
                talk: texts.talk(about),
                first: "",
            }
        })
        .collect()
}
