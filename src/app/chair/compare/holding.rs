//! Matches two comparisons: whether one contains the other, and which partners it lacks.

use super::came::{Fresh, is_same};
use super::joining::join;
use crate::app::chair::claim::Claimed;
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::folder::Folder;
use crate::formats::link::{in_letters, is_in_letters};

/// The id of a comparison on this device that contains this one.
pub(in crate::app::chair) fn kept_as(folder: &Folder, comparison: &Comparison) -> Option<u32> {
    let mut comparisons = folder.comparisons();
    let found = comparisons.find(|(_, mine)| holds(mine, comparison));
    found.map(|(id, _)| id)
}

/// The id of another comparison on this device that says the same as the one with this id would, if it were so.
pub(in crate::app::chair) fn twin_of(folder: &Folder, id: u32, comparison: &Comparison) -> Option<u32> {
    let is_twin = |mine: &Comparison| holds(mine, comparison) && holds(comparison, mine);
    let mut others = folder.comparisons().filter(|(other, _)| *other != id);
    others.find(|(_, mine)| is_twin(mine)).map(|(id, _)| id)
}

/// Whether a comparison contains another one, which may have been sent with letters in place of names.
fn holds(mine: &Comparison, theirs: &Comparison) -> bool {
    if is_in_letters(theirs) {
        return contains(&in_letters(mine), theirs);
    }
    contains(mine, theirs)
}

fn contains(mine: &Comparison, theirs: &Comparison) -> bool {
    if mine.day != theirs.day || !is_said(&mine.name, &theirs.name) {
        return false;
    }
    let found: Option<Vec<_>> = counterparts(&mine.partners, &theirs.partners)
        .into_iter()
        .map(|at| mine.partners.get(at?))
        .collect();
    let Some(found) = found else { return false };
    let pairs: Vec<_> = found.into_iter().zip(&theirs.partners).collect();
    pairs.iter().all(|(mine, theirs)| {
        let is_together = |(one, other): &(&Partner, &Partner)| {
            (one.organisation == mine.organisation) == (other.organisation == theirs.organisation)
        };
        is_said(&mine.label, &theirs.label) && pairs.iter().all(is_together)
    })
}

fn is_said(mine: &str, theirs: &str) -> bool {
    theirs.is_empty() || mine == theirs
}

/// A comparison with the missing partners of another one, and what these claim, see [`join`]; `None` if there is no room
/// for them.
pub(in crate::app::chair) fn with_lacking(
    mine: &Comparison,
    theirs: Comparison,
) -> Option<(Comparison, Claimed)> {
    let found = counterparts(&mine.partners, &theirs.partners);
    let (known, fresh): (Vec<_>, Vec<_>) = Fresh::all_of(theirs, 1)
        .zip(found)
        .partition(|(_, found)| found.is_some());
    if mine.partners.len() + fresh.len() > MOST_PARTNERS {
        return None;
    }
    let come = |came: Vec<(Fresh, _)>| came.into_iter().map(|(one, _)| one).collect();
    let mut both = mine.clone();
    let claimed = join(&mut both, come(fresh), come(known));
    Some((both, claimed))
}

/// For each partner of one comparison the position of the same person in the other. If several match (identical
/// answers), the one at the same position is preferred, then one with the same names.
fn counterparts(mine: &[Partner], theirs: &[Partner]) -> Vec<Option<usize>> {
    // Positions in both, and the partners there.
    type Rule = fn((usize, &Partner), (usize, &Partner)) -> bool;
    let rules: [Rule; 3] = [
        |mine, theirs| mine.0 == theirs.0 && is_same(&mine.1.summary, &theirs.1.summary),
        |mine, theirs| mine.1.summary == theirs.1.summary,
        |mine, theirs| is_same(&mine.1.summary, &theirs.1.summary),
    ];
    let mut found = vec![None; theirs.len()];
    let mut is_free = vec![true; mine.len()];
    for rule in rules {
        for (theirs, found) in theirs.iter().enumerate().zip(&mut found) {
            if found.is_none() {
                let mut here = mine.iter().enumerate().zip(&mut is_free);
                if let Some(((at, _), free)) = here.find(|(mine, free)| **free && rule(*mine, theirs)) {
                    *free = false;
                    *found = Some(at);
                }
            }
        }
    }
    found
}
