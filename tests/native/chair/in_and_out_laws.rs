//! What holds for files in and out, deleting and taking back in any order: nothing comes twice, nothing is lost, and
//! what is taken back is as it was.

use std::collections::BTreeMap;

use partnership_health_check::app::chair::earlier::{Message as Kept, Told};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::plays::plays;

use super::game::{Act, Game};

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let any = || 0_usize..100;
    let act = prop_oneof![
        2 => Just(Act::Check),
        2 => any().prop_map(Act::Note),
        2 => Just(Act::Comparison),
        1 => any().prop_map(Act::Partner),
        1 => any().prop_map(Act::Group),
        2 => any().prop_map(Act::Step),
        1 => any().prop_map(Act::Done),
        2 => any().prop_map(Act::Save),
        2 => Just(Act::SaveChecks),
        2 => Just(Act::SaveFolder),
        1 => any().prop_map(Act::SaveSummary),
        6 => (any(), any()).prop_map(|(one, other)| Act::Open(one, other)),
        1 => (any(), proptest::bool::ANY).prop_map(|(at, named)| Act::Keep(at, named)),
        1 => any().prop_map(Act::SaveLetters),
        4 => any().prop_map(Act::Delete),
        3 => Just(Act::Undo),
    ];
    proptest::collection::vec(act, 4..30)
}

/// Every name with all that it held.
fn lacks(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let lacks = before.iter().flat_map(|(name, held)| {
        let now = after.get(name);
        let lost = held
            .iter()
            .filter(move |one| now.is_none_or(|now| !now.contains(one)));
        let name = now.is_none().then(|| name.clone());
        lost.cloned().chain(name)
    });
    lacks.collect()
}

fn nothing_twice_and_nothing_lost(acts: &[Act]) -> TestCaseResult {
    let mut game = Game::new();
    for act in acts {
        let (before, held, saved) = (game.seen(), game.holds(), game.files.len());
        game.play(act);
        if !matches!(act, Act::Delete(_) | Act::Undo) {
            let lost = lacks(&held, &game.holds());
            prop_assert!(lost.is_empty(), "{act:?} loses {lost:?}");
        }
        let seen = game.seen();
        prop_assert!(
            seen.windows(2).all(|two| two[0] != two[1]),
            "{act:?} makes two of {seen:#?}"
        );
        let mut names: Vec<_> = game
            .both
            .device
            .state
            .record
            .checks
            .iter()
            .map(|check| &check.setup.value.partnership)
            .collect();
        names.sort();
        prop_assert!(
            names.windows(2).all(|two| two[0] != two[1]),
            "{act:?} makes two checks of {names:?}"
        );
        match act {
            Act::Open(one, other) if !game.files.is_empty() => {
                let count = game.files.len();
                let files = vec![game.files[one % count].clone(), game.files[other % count].clone()];
                let Some(Told::Imported { new, .. }) = game.both.chair.earlier.told else {
                    panic!("{:?}", game.both.chair.earlier.told);
                };
                prop_assert_eq!(new > 0, seen != before, "what is told of {:?}", act);
                game.kept(Kept::UndoPressed);
                prop_assert_eq!(game.seen(), before, "{:?} is taken back", act);
                game.open(files.clone());
                prop_assert_eq!(game.seen(), seen.clone(), "and done again");
                let undo = game.both.chair.earlier.undo.clone();
                game.open(files);
                prop_assert_eq!(game.seen(), seen);
                let Some(Told::Imported { new, .. }) = game.both.chair.earlier.told else {
                    panic!("{:?}", game.both.chair.earlier.told);
                };
                prop_assert_eq!(new, 0);
                game.both.chair.earlier.undo = undo;
            }
            Act::Delete(_) if seen != before => {
                game.kept(Kept::UndoPressed);
                prop_assert_eq!(game.seen(), before, "{:?} is taken back", act);
                // And deleted all the same.
                game.play(act);
            }
            Act::Keep(..) => {
                prop_assert_eq!(game.seen(), before, "{:?}: it is here already", act);
            }
            Act::Save(_) | Act::SaveChecks | Act::SaveFolder | Act::SaveSummary(_) | Act::SaveLetters(_) => {
                if let Some(file) = game.files.get(saved).cloned() {
                    game.open(vec![file]);
                    prop_assert_eq!(game.seen(), before, "{:?}: the own file is here already", act);
                    let is_known =
                        matches!(game.both.chair.earlier.told, Some(Told::Imported { new: 0, .. }));
                    prop_assert!(is_known);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(plays(48))]

    #[test]
    fn nothing_comes_twice_and_nothing_is_lost(acts in acts()) {
        nothing_twice_and_nothing_lost(&acts)?;
    }
}

#[test]
fn a_plan_that_was_alone_is_alone_again_when_its_check_is_taken_back() -> TestCaseResult {
    let acts = [
        Act::Check,
        Act::Save(0),
        Act::Step(0),
        Act::SaveFolder,
        Act::Delete(0),
        Act::Open(1, 1),
        Act::Open(0, 0),
    ];
    nothing_twice_and_nothing_lost(&acts)
}

#[test]
fn a_comparison_that_becomes_like_one_without_an_id_becomes_that_one() -> TestCaseResult {
    let acts = [
        Act::Comparison,
        Act::SaveFolder,
        Act::Partner(0),
        Act::Save(0),
        Act::SaveFolder,
        Act::Delete(0),
        Act::Open(0, 1),
        Act::Open(2, 2),
    ];
    nothing_twice_and_nothing_lost(&acts)
}
