//! Assigns organisations to new partners of a comparison.

use std::collections::BTreeMap;

use super::came::{Fresh, is_letter, may_be_same};
use crate::domain::comparison::{Comparison, Partner};

/// Maps organisations of imported comparisons to ours: the comparison's number, its organisation, our organisation.
type Groups = BTreeMap<(usize, u8), u8>;

/// Adds partners, in their order. `known` came in the same comparisons as some of them, but are here already; they
/// are in the order of their comparisons too.
pub(super) fn join(comparison: &mut Comparison, fresh: Vec<Fresh>, known: Vec<Fresh>) {
    let mut groups = Groups::new();
    let mut known = known.into_iter().peekable();
    for fresh in fresh {
        // A known partner was here before, or was imported before this comparison.
        while let Some(one) = known.next_if(|one| one.from <= fresh.from) {
            learn(comparison, &one, &mut groups);
        }
        add(comparison, fresh, &mut groups);
    }
}

/// Maps the organisation of a known partner. If several partners match (identical answers), prefers one whose
/// organisation is not yet mapped.
fn learn(comparison: &Comparison, known: &Fresh, groups: &mut Groups) {
    let (Some(from), summary) = (known.from, &known.partner.summary) else {
        return;
    };
    let here = comparison
        .partners
        .iter()
        .filter(|here| {
            let letter = is_letter(here, comparison.day);
            may_be_same((&here.summary, letter), (summary, known.letter))
        })
        .min_by_key(|here| {
            (
                here.summary != *summary,
                !is_free(groups, known.from, here.organisation),
            )
        });
    if let Some(here) = here {
        let group = (from, known.partner.organisation);
        groups.entry(group).or_insert(here.organisation);
    }
}

/// Whether no organisation of this comparison is mapped to ours with this number.
fn is_free(groups: &Groups, from: Option<usize>, number: u8) -> bool {
    groups
        .iter()
        .all(|((other, _), taken)| Some(*other) != from || *taken != number)
}

/// Adds a partner: to the organisation with its name, or to a new one. People of one imported comparison stay grouped
/// as they were there.
fn add(comparison: &mut Comparison, fresh: Fresh, groups: &mut Groups) {
    let Fresh {
        from, mut partner, ..
    } = fresh;
    if comparison.name.is_empty() {
        comparison.name.clone_from(&partner.summary.partnership);
    }
    let group = from.map(|from| (from, partner.organisation));
    let name = organisation(&partner);
    // An organisation that another group of the same comparison is mapped to is not available.
    let same = comparison.partners.iter().find(|known| {
        name.is_some() && organisation(known) == name && is_free(groups, from, known.organisation)
    });
    let known = group.and_then(|group| groups.get(&group).copied());
    partner.organisation = known
        .or(same.map(|known| known.organisation))
        .unwrap_or_else(|| comparison.free_number());
    if let Some(group) = group {
        groups.insert(group, partner.organisation);
    }
    comparison.partners.push(partner);
}

/// The name in a summary, ignoring case.
pub(super) fn organisation(partner: &Partner) -> Option<String> {
    let name = &partner.summary.organisation;
    (!name.is_empty()).then(|| name.to_lowercase())
}
