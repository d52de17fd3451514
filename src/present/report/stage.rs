//! The chosen stage, and the one that the answers look like (`content.md` section 2.5). Neither is ever called right.

use crate::content::{Key, Texts, keys};
use crate::domain::answer::{Stage, StageChoice};
use crate::domain::stage::{Diagnosis, Reason};
use crate::present::date::topics;

/// The paragraphs, in order; `differ` is the sentence for a chosen stage that the answers do not look like.
pub(super) fn words(
    texts: Texts,
    chosen: Option<StageChoice>,
    found: Option<&Diagnosis>,
    differ: Key,
) -> Vec<String> {
    let mut words = Vec::new();
    match (chosen, found) {
        (Some(StageChoice::Stage(chosen)), Some(found)) if chosen != found.stage => {
            words.push(texts.fill(
                differ,
                &[
                    ("chosen", texts.stage(chosen)),
                    ("found", texts.stage(found.stage)),
                    ("reason", &reason(texts, found)),
                ],
            ));
        }
        _ => {
            words.push(choice(texts, chosen));
            words.push(like(texts, found));
        }
    }
    words.extend(meanings(texts, chosen, found));
    if let Some(found) = found {
        words.push(texts.stage_advice(found.stage).to_owned());
    }
    words.push(texts.get(keys::result::STAGE_BACK).to_owned());
    words.push(texts.get(keys::result::STAGE_SOURCE).to_owned());
    words
}

/// The stage that the answers look like, and why.
pub(in crate::present) fn like(texts: Texts, found: Option<&Diagnosis>) -> String {
    found.map_or_else(
        || texts.get(keys::result::STAGE_UNKNOWN).to_owned(),
        |found| {
            texts.fill(
                keys::result::STAGE_LIKE,
                &[
                    ("stage", texts.stage(found.stage)),
                    ("reason", &reason(texts, found)),
                ],
            )
        },
    )
}

/// Explains the stages named, in the words of the stage question: not everybody knows their technical names.
pub(in crate::present) fn meanings(
    texts: Texts,
    chosen: impl IntoIterator<Item = StageChoice>,
    found: Option<&Diagnosis>,
) -> Vec<String> {
    let found = found.map(|found| StageChoice::Stage(found.stage));
    let named: Vec<_> = chosen.into_iter().chain(found).collect();
    let mean = |choice: StageChoice| match choice {
        StageChoice::Stage(stage) if named.contains(&choice) => Some(texts.fill(
            keys::result::STAGE_MEANS,
            &[
                ("stage", texts.stage(stage)),
                ("meaning", texts.stage_choice(choice)),
            ],
        )),
        _ => None,
    };
    StageChoice::ALL.into_iter().filter_map(mean).collect()
}

fn choice(texts: Texts, chosen: Option<StageChoice>) -> String {
    match chosen {
        Some(StageChoice::Stage(stage)) => {
            texts.fill(keys::result::STAGE_CHOSEN, &[("stage", texts.stage(stage))])
        }
        Some(StageChoice::NotSure) => texts.get(keys::result::STAGE_UNSURE).to_owned(),
        None => texts.get(keys::result::STAGE_BLANK).to_owned(),
    }
}

/// Why the answers look like that stage.
pub(in crate::present) fn reason(texts: Texts, found: &Diagnosis) -> String {
    match found.stage {
        Stage::Performing => return texts.get(keys::result::BECAUSE_PERFORMING).to_owned(),
        Stage::Norming => return texts.get(keys::result::BECAUSE_OTHERWISE).to_owned(),
        Stage::Forming | Stage::Storming => {}
    }
    let low: Vec<&str> = found
        .reasons
        .iter()
        .filter_map(|reason| match reason {
            Reason::Low(criterion) => Some(texts.criterion(*criterion)),
            _ => None,
        })
        .collect();
    if low.is_empty() {
        return texts.get(keys::result::BECAUSE_OPPOSITE).to_owned();
    }
    texts.fill_count(keys::result::BECAUSE_LOW, low.len(), &[("names", &topics(&low))])
}
