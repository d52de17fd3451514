//! The result of one check in the user's language, worked out from its summary: the same for the owner and the reader
//! of a link.

mod bars;
mod cards;
mod headline;
mod pairs;
mod petals;
mod stage;
mod value;

pub use bars::{Bar, Rows};
pub(super) use bars::{band_words, bar, score_in_band, score_words};
pub use cards::Card;
pub(super) use cards::for_partners as comparison_cards;
pub use cards::topic as topic_name;
pub use pairs::PairRow;
pub use petals::{petals, tone};
pub(super) use stage::{like as stage_like, meanings as stage_meanings, reason as stage_reason};
pub use value::ValueWords;
pub(super) use value::words as value_words;

use crate::content::{Key, Texts, keys};
use crate::domain::ids::Length;
use crate::domain::scoring::ScoreCard;
use crate::domain::stage::Diagnosis;
use crate::domain::steps::{self, Action, Choice};
use crate::domain::summary::Summary;
use crate::domain::topic::Topic;
use crate::domain::value::ValueCard;

use super::date::date;

/// What a published guide says on something weak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Name of the criterion, of value, or of the kind of relationship.
    pub topic: &'static str,
    /// Each source and what it says: Compact, Covenant, guide.
    pub sources: Vec<(&'static str, String)>,
}

/// The parts of a full check's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full {
    /// The bars, grouped by dimension.
    pub rows: Vec<Rows>,
    /// One sentence on what the bars show.
    pub bars_say: String,
    /// The verdict on value.
    pub value: ValueWords,
    /// What is said on the stage, a paragraph each.
    pub stage: Vec<String>,
    /// Whether anything has a score: without one, nothing is called strong or not strong.
    pub is_scored: bool,
    /// What is strong, by name.
    pub keep: Vec<&'static str>,
    /// The pair statements; none where the kind has no sides.
    pub pairs: Vec<PairRow>,
    /// Whether a pair statement was answered.
    pub pairs_answered: bool,
    /// What published guides say on what is below 75.
    pub guides: Vec<Guide>,
}

/// The result of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The headline.
    pub title: String,
    /// A sentence below it; empty if there is nothing to say.
    pub saying: String,
    /// The overall score in words, or why there is none.
    pub overall: String,
    /// Whose check this is and when it was finished, a line each.
    pub about: Vec<String>,
    /// How many statements have no answer; empty if none is missing.
    pub missing: String,
    /// The cards: at most three, two after a quick check.
    pub cards: Vec<Card>,
    /// Everything that a quick check does not have.
    pub full: Option<Full>,
}

/// Works the result out.
pub fn report(texts: Texts, summary: &Summary) -> Report {
    told(texts, summary, keys::result::STAGE_DIFFER)
}

/// Works out the result of somebody else's check, for the reader of a link.
pub fn shared_report(texts: Texts, summary: &Summary) -> Report {
    told(texts, summary, keys::result::STAGE_DIFFER_SHARED)
}

/// The result for its owner or for somebody else: only the sentence on two stages differs.
fn told(texts: Texts, summary: &Summary, stages_differ: Key) -> Report {
    let statements = summary.length.statements(summary.kind);
    let missing = statements.len() - summary.sheet.answered(&statements);
    let missing = if missing == 0 {
        String::new()
    } else {
        texts.count(keys::result::MISSING, missing)
    };
    let about = about(texts, summary, missing.is_empty());
    if summary.length == Length::Quick {
        return Report {
            title: texts.get(keys::result::TITLE_QUICK).to_owned(),
            saying: texts.get(keys::result::QUICK_LEAD).to_owned(),
            overall: String::new(),
            about,
            missing,
            cards: cards::quick(texts, &summary.sheet),
            full: None,
        };
    }
    let card = ScoreCard::of_sheet(&summary.sheet);
    let value = ValueCard::of_sheet(&summary.sheet);
    let diagnosis = Diagnosis::of(&card, &value, 0);
    let all = steps::cards(&card, &value, None, diagnosis.as_ref().map(|found| found.stage));
    let keep: Vec<_> = all
        .iter()
        .filter(|card| card.is_to_keep(value.verdict))
        .map(|card| cards::topic(texts, card.topic))
        .collect();
    Report {
        title: headline::title(texts, card.headline()),
        saying: headline::saying(texts, &card),
        overall: headline::overall(texts, &card),
        about,
        missing,
        full: Some(Full {
            rows: bars::rows(texts, &card),
            bars_say: bars::sentence(texts, &card),
            value: value::words(texts, &value),
            stage: stage::words(texts, summary.stage, diagnosis.as_ref(), stages_differ),
            is_scored: card.lowest().is_some() || value.score().is_some(),
            keep,
            pairs: pairs::rows(texts, summary),
            pairs_answered: pairs::answered(summary),
            guides: guides(texts, summary, &all),
        }),
        cards: cards::of(texts, &Choice::of(all, value.verdict)),
    }
}

/// Whose check this is, as far as the summary says, and when it was finished.
fn about(texts: Texts, summary: &Summary, is_whole: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let day = date(texts, summary.day);
    if summary.partnership.is_empty() {
        let key = if is_whole {
            keys::result::DATE
        } else {
            keys::result::DATE_PARTLY
        };
        lines.push(texts.fill(key, &[("date", &day)]));
    } else {
        lines.push(texts.fill(
            keys::result::OF,
            &[("partnership", &summary.partnership), ("date", &day)],
        ));
    }
    if !summary.organisation.is_empty() {
        lines.push(texts.fill(keys::result::BY, &[("organisation", &summary.organisation)]));
    }
    let mut setting = texts.kind(summary.kind).to_owned();
    if summary.kind.has_pairs() {
        let side = texts.side(summary.kind, summary.side);
        let side = texts.fill(keys::result::AS_SIDE, &[("side", side)]);
        setting = [&setting, " · ", &side].concat();
    }
    if let Some(sector) = summary.sector {
        setting = [&setting, " · ", texts.sector(sector)].concat();
    }
    lines.push(setting);
    lines
}

/// How each criterion that is not strong maps to the Compact, the Covenant and the guides, and the kind of
/// relationship too (`content.md` section 4).
fn guides(texts: Texts, summary: &Summary, cards: &[steps::Card]) -> Vec<Guide> {
    let weak: Vec<Topic> = cards
        .iter()
        .filter(|card| card.action != Action::Keep)
        .map(|card| card.topic)
        .collect();
    let mut guides: Vec<Guide> = weak
        .into_iter()
        .map(|topic| Guide {
            topic: cards::topic(texts, topic),
            sources: vec![
                (texts.get(keys::result::COMPACT), texts.compact(topic).to_owned()),
                (
                    texts.get(keys::result::COVENANT),
                    texts.covenant(topic).to_owned(),
                ),
                (texts.get(keys::result::GUIDE), texts.guide(topic).to_owned()),
            ],
        })
        .collect();
    if let (false, Some(compact), Some(guide)) = (
        guides.is_empty(),
        texts.kind_mapping_compact(summary.kind),
        texts.kind_mapping_guide(summary.kind),
    ) {
        guides.push(Guide {
            topic: texts.kind(summary.kind),
            sources: vec![
                (texts.get(keys::result::COMPACT), compact.to_owned()),
                (texts.get(keys::result::GUIDE), guide.to_owned()),
            ],
        });
    }
    guides
}
