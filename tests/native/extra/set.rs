//! What a set is, and what tells one from another.

use partnership_health_check::domain::extra::{Extra, Fingerprint, MOST_SETS, add, find};
use proptest::collection::vec;
use proptest::prelude::*;

use super::support::{THREE, owned, set};
use crate::formats::any::extra_set;
use crate::plays::plays;

#[test]
fn a_set_has_one_to_five_clean_statements_each_once() {
    let long = "x".repeat(141);
    let five_thousand = "x".repeat(5_000);
    for refused in [
        &[][..],
        &[""],
        &["a", ""],
        &["a", "b", "a"],
        &["a", "b", "c", "d", "e", "f"],
        &[" a"],
        &["a  b"],
        &["a\nb"],
        &["a\u{0}b"],
        &["a\u{202E}b"],
        &["a\u{AD}b"],
        &[&long],
        &[&five_thousand],
    ] {
        assert_eq!(Extra::new(owned(refused)), None, "{refused:?}");
    }
    let most = "x".repeat(140);
    let emoji = "\u{1F600}".repeat(140);
    for taken in [
        &["a"][..],
        &[
            "<b>a</b> & \"c\"",
            "الاجتماعات تبدأ في موعدها",
            "=1+1",
            &most,
            &emoji,
        ],
        &["Same", "same"],
    ] {
        let set = Extra::new(owned(taken)).expect("a set");
        assert_eq!(set.statements(), owned(taken));
    }
}

#[test]
fn a_fingerprint_is_what_it_always_was() {
    // CRC-32 as in PNG: any tool gives it of the statements with a line feed behind each.
    assert_eq!(set(&THREE).fingerprint().to_string(), "E3-BF9EB3FA");
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum((THREE.join("\n") + "\n").as_bytes());
    assert_eq!(set(&THREE).fingerprint().sum, sum);
    assert_ne!(
        set(&["a", "b"]).fingerprint(),
        set(&["b", "a"]).fingerprint(),
        "the order counts"
    );
}

#[test]
fn a_written_fingerprint_is_read() {
    let print = set(&THREE).fingerprint();
    assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
    assert_eq!(Fingerprint::parse(&print.to_string().to_lowercase()), Some(print));
    for wrong in [
        "",
        "E",
        "E3",
        "E3-",
        "E0-BF9EB3FA",
        "E6-BF9EB3FA",
        "3-BF9EB3FA",
        "E3-BF9EB3F",
        "E3-BF9EB3F66",
        "E3-+F9EB3FA",
        "E3-BF9EB3FG",
        "E3 BF9EB3FA",
        "E-BF9EB3FA",
        "X3-BF9EB3FA",
    ] {
        assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn no_more_sets_are_kept_than_there_are_partners() {
    let mut sets = Vec::new();
    add(
        &mut sets,
        (0..40).map(|number| set(&[&format!("Statement {number:02}.")])),
    );
    assert_eq!(sets.len(), MOST_SETS);
}

proptest! {
    #![proptest_config(plays(500))]

    #[test]
    fn a_changed_letter_makes_another_set(found in extra_set(), at in any::<prop::sample::Index>(), new in any::<char>()) {
        let mut statements = found.statements().to_vec();
        let place = at.index(statements.len());
        let letter = at.index(statements[place].chars().count());
        statements[place] = statements[place].chars().enumerate()
            .map(|(number, c)| if number == letter { new } else { c }).collect();
        if let Some(changed) = Extra::new(statements) {
            prop_assert_eq!(changed == found, changed.fingerprint() == found.fingerprint());
        }
    }

    #[test]
    fn sets_are_added_in_any_order(sets in vec(extra_set(), 0..6)) {
        let (mut one, mut other) = (Vec::new(), Vec::new());
        add(&mut one, sets.clone());
        for set in sets.iter().rev() {
            add(&mut other, [set.clone()]);
            add(&mut other, [set.clone()]);
        }
        prop_assert_eq!(&one, &other);
        for set in &sets {
            prop_assert_eq!(find(&one, set.fingerprint()), Some(set));
        }
    }
}
