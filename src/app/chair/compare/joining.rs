//! Assigns organisations to new partners of a comparison.
//!
//! A link does not prove who answered, so nobody joins an organisation that has partners already. Whoever claims to belong
//! to one, by its name or by being in one group of an imported comparison with a known partner, stays apart until the chair
//! has said yes.

use std::collections::BTreeMap;

use super::came::{Fresh, is_letter, may_be_same};
use crate::app::chair::claim::Claimed;
use crate::domain::alike::key;
use crate::domain::comparison::{Comparison, Partner};

/// An organisation of an imported comparison.
#[derive(Clone, Copy, Default)]
struct Group {
    /// The organisation here that it claims to be.
    claims: Option<u8>,
    /// The organisation here that its people are in.
    stands: Option<u8>,
}

impl Group {
    fn is(self, number: u8) -> bool {
        [self.claims, self.stands].contains(&Some(number))
    }
}

/// The organisations of imported comparisons, by the comparison's number and their own.
type Groups = BTreeMap<(usize, u8), Group>;

/// Adds partners, in their order. `known` came in the same comparisons as some of them, but are here already; they
/// are in the order of their comparisons too. Gives the organisations to which some say they belong, by number, with the
/// places of these.
pub(super) fn join(comparison: &mut Comparison, fresh: Vec<Fresh>, known: Vec<Fresh>) -> Claimed {
    let mut groups = Groups::new();
    let mut claimed = Claimed::new();
    let mut known = known.into_iter().peekable();
    for fresh in fresh {
        // A known partner was here before, or was imported before this comparison.
        while let Some(one) = known.next_if(|one| one.from <= fresh.from) {
            learn(comparison, &one, &mut groups);
        }
        let place = comparison.partners.len();
        if let Some(number) = add(comparison, fresh, &mut groups) {
            match claimed.iter_mut().find(|(claimed, _)| *claimed == number) {
                Some((_, places)) => places.push(place),
                None => claimed.push((number, vec![place])),
            }
        }
    }
    claimed
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
        groups.entry(group).or_insert(Group {
            claims: Some(here.organisation),
            stands: None,
        });
    }
}

/// Whether no organisation of this comparison is mapped to ours with this number.
fn is_free(groups: &Groups, from: Option<usize>, number: u8) -> bool {
    groups
        .iter()
        .all(|((other, _), group)| Some(*other) != from || !group.is(number))
}

/// Adds a partner, to an organisation of its own, or to the others of its group in the comparison in which it came. Gives
/// the number of the organisation to which it says it belongs.
fn add(comparison: &mut Comparison, fresh: Fresh, groups: &mut Groups) -> Option<u8> {
    let Fresh {
        from, mut partner, ..
    } = fresh;
    if comparison.name.is_empty() {
        comparison.name.clone_from(&partner.summary.partnership);
    }
    let named = names(&partner);
    // An organisation that another group of the same comparison is mapped to is not available.
    let same = comparison.partners.iter().find(|known| {
        names(known).iter().any(|name| named.contains(name)) && is_free(groups, from, known.organisation)
    });
    let same = same.map(|known| known.organisation);
    let mut group = match from {
        Some(from) => groups.get(&(from, partner.organisation)).copied(),
        None => None,
    }
    .unwrap_or(Group {
        claims: same,
        stands: None,
    });
    let number = group.stands.unwrap_or_else(|| comparison.free_number());
    group.stands = Some(number);
    if let Some(from) = from {
        groups.insert((from, partner.organisation), group);
    }
    partner.organisation = number;
    comparison.partners.push(partner);
    group.claims
}

/// What a partner is called, as names that look alike are one.
fn names(partner: &Partner) -> Vec<String> {
    let names = [&partner.label, &partner.summary.organisation].map(|name| key(name));
    names.into_iter().filter(|name| !name.is_empty()).collect()
}
