//! What there is to say of the stages that partners chose.

use std::collections::BTreeSet;

use super::marks::{NAMED, people};
use crate::content::{Texts, keys};
use crate::domain::answer::StageChoice;
use crate::domain::comparison::Comparison;
use crate::domain::stage::{Diagnosis, is_worth_a_talk};
use crate::present::date::list;
use crate::present::report::{stage_like, stage_meanings};

/// What there is to say of the stages, a paragraph each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stages {
    /// Who chose which, what the answers look like, and whether to talk about it.
    pub words: Vec<String>,
    /// What the stages mean and what helps.
    pub more: Vec<String>,
}

impl Stages {
    /// All paragraphs.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.words.iter().chain(&self.more)
    }
}

/// The stages that partners chose, and the one that the answers look like (`content.md` section 2.5).
pub(super) fn stage(texts: Texts, comparison: &Comparison, found: Option<&Diagnosis>, names: bool) -> Stages {
    let mut words = Vec::new();
    let people = people(texts, comparison, names);
    let by_letter = comparison.organisation_numbers().len() > NAMED;
    let mut choices = Vec::new();
    for choice in StageChoice::ALL {
        let mut who: Vec<&str> = comparison
            .partners
            .iter()
            .zip(&people)
            .filter(|(partner, _)| partner.summary.stage == Some(choice))
            .map(|(_, person)| if by_letter { &*person.letter } else { &*person.name })
            .collect();
        if by_letter {
            let mut seen = BTreeSet::new();
            who.retain(|letter| seen.insert(*letter));
        }
        if !who.is_empty() {
            choices.push(choice);
            let who = list(texts, &who);
            words.push(match choice {
                StageChoice::Stage(stage) => texts.fill(
                    keys::compare::STAGE_CHOSEN,
                    &[("stage", texts.stage(stage)), ("names", &who)],
                ),
                StageChoice::NotSure => texts.fill(keys::compare::STAGE_UNSURE, &[("names", &who)]),
            });
        }
    }
    if words.is_empty() {
        words.push(texts.get(keys::compare::STAGE_BLANK).to_owned());
    }
    words.push(stage_like(texts, found));
    if is_worth_a_talk(&choices, found.map(|found| found.stage)) {
        words.push(texts.get(keys::compare::STAGE_TALK).to_owned());
    }
    let mut more = stage_meanings(texts, choices, found);
    if let Some(found) = found {
        more.push(texts.stage_advice(found.stage).to_owned());
    }
    more.push(texts.get(keys::result::STAGE_BACK).to_owned());
    Stages { words, more }
}
