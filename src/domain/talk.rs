//! What partners talk about when they meet, and in which order (`content.md` sections 2.5, 3.3 and 3.4).
//!
//! What the rules leave open, decided here:
//!
//! * **A topic is on the list where partners differ**: any statement on opposite sides, or "Apart". It is
//!   the same rule that makes a "Talk" card.
//! * **Opposite sides come first**, those on more statements before those on fewer; then what is apart.
//!   Equals stand in the order of the check.
//! * **Value comes behind the criteria, and the stage last**: both are easier to judge when the rest has been
//!   talked about.
//! * **The stage is on the list where partners chose different stages.** Where all chose one, and the answers
//!   look like another, the result says so; there is nothing between partners to settle.

use std::cmp::Reverse;

use super::agreement::Agreement;
use super::answer::StageChoice;
use super::comparison::Comparison;
use super::ids::StatementId;
use super::stage::is_worth_a_talk;
use super::topic::Topic;

/// How many subjects a meeting has time for. The others are for when there is time left.
pub const FIRST: usize = 5;

/// One thing to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Talk {
    /// A topic on which partners differ.
    Topic {
        /// The topic.
        topic: Topic,
        /// The statements on which they stand on opposite sides, in the order of the check; none where they
        /// are apart without that.
        opposites: Vec<StatementId>,
    },
    /// Partners chose different stages.
    Stage,
}

/// The list, in order; empty with fewer than two organisations.
pub fn talk_list(comparison: &Comparison) -> Vec<Talk> {
    Agreement::of(&comparison.organisations()).map_or_else(Vec::new, |agreement| of(comparison, &agreement))
}

/// The same, of a comparison whose organisations agree like this.
pub fn of(comparison: &Comparison, agreement: &Agreement) -> Vec<Talk> {
    let (mut criteria, value): (Vec<_>, Vec<_>) = Topic::all()
        .filter_map(|topic| Some((topic, agreement.topic(topic)?)))
        .filter(|(_, found)| found.differs())
        .partition(|(topic, _)| *topic != Topic::Value);
    criteria.sort_by_key(|(topic, found)| (Reverse(found.opposites.len()), *topic));
    let topics = criteria.into_iter().chain(value);
    let mut list: Vec<Talk> = topics
        .map(|(topic, found)| Talk::Topic {
            topic,
            opposites: found.opposites.clone(),
        })
        .collect();
    let stages: Vec<StageChoice> = comparison
        .partners
        .iter()
        .filter_map(|partner| partner.summary.stage)
        .collect();
    if is_worth_a_talk(&stages, None) {
        list.push(Talk::Stage);
    }
    list
}
