//! Finds the words of statements that invitations added: a summary has only their fingerprint.

use crate::domain::check::Check;
use crate::domain::comparison::Comparison;
use crate::domain::extra::{self, Extra, Fingerprint};
use crate::domain::folder::Folder;
use crate::domain::record::Record;

/// Gives a comparison the words that it lacks, as far as this device knows them: from invitations that were made here, from
/// own checks, and from other comparisons.
pub(super) fn fill(comparison: &mut Comparison, folder: &Folder, record: &Record) {
    let answers = comparison
        .partners
        .iter()
        .filter_map(|partner| partner.summary.extra.as_ref());
    let known = answers.filter_map(|answers| {
        let print = answers.set();
        if extra::find(&comparison.sets, print).is_some() {
            return None;
        }
        words(folder, record, print).cloned()
    });
    let known: Vec<Extra> = known.collect();
    extra::add(&mut comparison.sets, known);
}

/// The words of the set with this fingerprint, if this device knows them.
pub(super) fn words<'a>(folder: &'a Folder, record: &'a Record, print: Fingerprint) -> Option<&'a Extra> {
    sets(folder, record).find(|set| set.fingerprint() == print)
}

/// All sets whose words this device knows, each once, those of the newest invitation first.
pub fn all<'a>(folder: &'a Folder, record: &'a Record) -> Vec<&'a Extra> {
    let mut found: Vec<&Extra> = Vec::new();
    for set in sets(folder, record) {
        if !found.contains(&set) {
            found.push(set);
        }
    }
    found
}

fn sets<'a>(folder: &'a Folder, record: &'a Record) -> impl Iterator<Item = &'a Extra> {
    let made = folder.statements().into_iter().map(|(_, set)| set);
    let answered = record.checks.iter().filter_map(Check::extra_set);
    let compared = folder.comparisons().flat_map(|(_, comparison)| &comparison.sets);
    made.chain(answered).chain(compared)
}
