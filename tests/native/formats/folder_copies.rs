//! Copies of what a device keeps, as two tabs have them: what one has changed, put in order or removed is there in both.

use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::{Check, MOST_UNKNOWN, Revised};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::ids::StatementId;
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::formats::folder::{load, save};

use super::folder_items::planned;
use super::vectors::links;

const ID: u32 = 7;

/// A comparison of partners: their ids, and what the chair calls them.
fn compared(partners: &[(u32, &str)]) -> Comparison {
    let partner = |(id, label): &(u32, &str)| Partner {
        id: *id,
        label: (*label).to_owned(),
        organisation: 0,
        summary: links()[0].summary.clone(),
    };
    Comparison {
        partners: partners.iter().map(partner).collect(),
        ..Comparison::new(Day(20_700))
    }
}

/// A folder after these changes of one entry.
fn after(base: &Folder, changes: impl IntoIterator<Item = Item>) -> Folder {
    let mut folder = base.clone();
    for item in changes {
        folder.set(ID, item);
    }
    folder
}

/// What both tabs have once each has heard of the other.
fn both(one: &Folder, two: &Folder) -> Folder {
    let (mut here, mut there) = (one.clone(), two.clone());
    here.merge(two.clone());
    there.merge(one.clone());
    assert_eq!(here, there);
    here
}

/// The ids and words of what the entry lists.
fn list(folder: &Folder) -> Vec<(u32, &str)> {
    match folder.item(ID) {
        Item::Plan { plan, .. } => plan.steps.iter().map(|step| (step.id, &*step.owner)).collect(),
        Item::Comparison(comparison) => {
            let partners = comparison.partners.iter();
            partners.map(|partner| (partner.id, &*partner.label)).collect()
        }
        Item::Statements(_) | Item::Removed => Vec::new(),
    }
}

/// Ids and words.
type List<'a> = &'a [(u32, &'a str)];

/// The same lists as steps and as partners.
fn each<const N: usize>(lists: [List; N]) -> [[Item; N]; 2] {
    [
        lists.map(|list| planned(1, list)),
        lists.map(|list| Item::Comparison(compared(list))),
    ]
}

const THREE: [(u32, &str); 3] = [(1, ""), (2, ""), (3, "")];

#[test]
fn an_order_stays_whatever_another_tab_writes_into_the_list() {
    let turned: List = &[(3, ""), (1, ""), (2, "")];
    let first: List = &[(1, "a"), (2, ""), (3, "")];
    let second: List = &[(1, "a"), (2, "b"), (3, "")];
    for [begun, turned, first, second] in each([&THREE, turned, first, second]) {
        let base = after(&Folder::default(), [begun]);
        let one = after(&base, [turned]);
        let two = after(&base, [first, second]);
        assert_eq!(list(&both(&one, &two)), [(3, ""), (1, "a"), (2, "b")]);
    }
}

#[test]
fn what_is_removed_stays_removed_though_another_tab_changed_it_before() {
    let changed: List = &[(1, "a"), (2, ""), (3, "")];
    let other: List = &[(1, ""), (2, "b"), (3, "")];
    let removed: List = &[(2, "b"), (3, "")];
    for [begun, changed, other, removed] in each([&THREE, changed, other, removed]) {
        let base = after(&Folder::default(), [begun]);
        let one = after(&base, [changed]);
        let two = after(&base, [other, removed]);
        assert_eq!(list(&both(&one, &two)), [(2, "b"), (3, "")]);
    }
}

/// A tab had not read what another has kept since, and has numbers that are lower than those.
#[test]
fn what_a_tab_did_before_it_heard_of_another_is_set_again() {
    let turned: List = &[(3, ""), (1, ""), (2, "x")];
    let first: List = &[(1, "a"), (2, ""), (3, "")];
    let second: List = &[(2, "y"), (1, "a"), (3, "")];
    for [begun, turned, first, second] in each([&THREE, turned, first, second]) {
        let base = after(&Folder::default(), [begun]);
        let ours = after(&base, [turned]);
        let mut now = both(&ours, &after(&base, [first, second]));
        assert_eq!(list(&now), [(2, "y"), (1, "a"), (3, "")]);
        now.set_again(&base, &ours);
        assert_eq!(list(&now), [(3, ""), (1, "a"), (2, "x")]);
        let before = now.clone();
        now.set_again(&base, &before);
        assert_eq!(now, before, "what is there already is not set again");
    }
}

#[test]
fn a_comparison_keeps_its_order_on_screen_and_all_words_of_sets() {
    let set = |word: &str| Extra::new(vec![word.to_owned()]).expect("a set");
    let wide = |partners: &[(u32, &str)], sets: &[&str], by_difference: bool| {
        let mut sets: Vec<_> = sets.iter().map(|word| set(word)).collect();
        sets.sort();
        Item::Comparison(Comparison {
            sets,
            by_difference,
            ..compared(partners)
        })
    };
    let shown = |folder: &Folder| {
        let comparison = folder.comparison(ID).expect("a comparison");
        (
            comparison.by_difference,
            comparison.sets.len(),
            comparison.partners.len(),
        )
    };
    let base = after(&Folder::default(), [wide(&[(1, "")], &["x"], true)]);
    let one = after(&base, [wide(&[(1, ""), (2, "")], &["x", "y"], true)]);
    let two = after(
        &base,
        [
            wide(&[(1, ""), (3, "")], &["x"], true),
            wide(&[(1, "b"), (3, "")], &["x", "z"], true),
        ],
    );
    let mut now = both(&one, &two);
    assert_eq!(shown(&now), (true, 3, 3));
    now.set_again(&base, &one);
    assert_eq!(shown(&now), (true, 3, 3));
}

#[test]
fn what_two_tabs_name_and_show_apart_is_decided_once() {
    let list = [(1, ""), (2, "")];
    let with = |name: &str, by_difference: bool| {
        Item::Comparison(Comparison {
            name: name.to_owned(),
            by_difference,
            ..compared(&list)
        })
    };
    let base = after(&Folder::default(), [with("", false)]);
    let one = after(&base, [with("", true), with("", false), with("", true)]);
    let two = after(&base, [with("a", false), with("b", false), with("", false)]);
    let mut here = both(&one, &two);
    let is_by_difference = |folder: &Folder| folder.comparison(ID).expect("a comparison").by_difference;
    assert!(is_by_difference(&here));
    // Fewer partners: a lesser list than that of the other copy, which comes again.
    here.set(
        ID,
        Item::Comparison(Comparison {
            by_difference: true,
            ..compared(&list[..1])
        }),
    );
    here.merge(two);
    assert!(is_by_difference(&here));
}

#[test]
fn a_plan_belongs_to_one_check_as_the_newer_copy_says() {
    let base = after(&Folder::default(), [planned(1, &THREE)]);
    let one = after(&base, [planned(1, &[(1, "a")])]);
    let two = after(&base, [planned(1, &[(1, "b")]), planned(2, &[(1, "b")])]);
    assert_eq!(both(&one, &two).item(ID), two.item(ID));
    let mut now = one;
    now.set_again(&base, &two);
    assert_eq!(now.item(ID), two.item(ID));
}

/// What is taken in is kept only if anything of it is new.
#[test]
fn a_merge_says_whether_anything_changed() {
    let base = after(&Folder::default(), [planned(1, &THREE)]);
    let changed = after(&base, [planned(1, &[(1, "a")])]);
    let mut more = base.clone();
    more.set(8, planned(2, &THREE));
    for other in [changed, more] {
        let mut here = base.clone();
        assert!(here.merge(other.clone()));
        assert_eq!(here, other);
        assert!(!here.merge(other));
        assert!(!here.merge(base.clone()));
    }

    let entry = |number: usize| (format!("N{number:04}"), "4@1".to_owned());
    let mut check = Check::new(1, Day(20_700));
    let mut other = check.clone();
    assert!(other.keep_unknown(entry(1)));
    assert!(check.merge(other.clone()), "a response to an unknown statement");
    assert!(!check.merge(other.clone()));
    let statement = StatementId::parse("A1.1").expect("a statement");
    other.responses[statement.index()] = Revised {
        revision: 1,
        value: Response::parse("4"),
    };
    assert!(
        check.merge(other.clone()),
        "a response, and an unknown one that is there"
    );
    for number in 2..=MOST_UNKNOWN {
        assert!(check.keep_unknown(entry(number)));
    }
    assert!(!check.keep_unknown(entry(MOST_UNKNOWN + 1)), "there is no room");
    assert!(check.keep_unknown(entry(0)), "it takes the place of the last");
    assert_eq!(check.unknown.len(), MOST_UNKNOWN);
}

#[test]
fn a_step_written_otherwise_since_is_not_lacking() {
    let plan = |steps: &[(u32, &str)]| Plan {
        steps: steps
            .iter()
            .map(|(id, what)| PlannedStep {
                id: *id,
                what: (*what).to_owned(),
                ..PlannedStep::default()
            })
            .collect(),
    };
    let here = plan(&[(1, "Meet"), (2, "Talk")]);
    assert_eq!(
        here.with_lacking(plan(&[(1, "Meet on Monday"), (0, "Talk")])),
        None
    );
    assert_eq!(
        here.with_lacking(plan(&[(0, "Walk"), (1, "Met")])),
        Some(plan(&[(1, "Meet"), (2, "Talk"), (0, "Walk")]))
    );
}

/// No comparison has such numbers. Were one kept, it could not be read again.
#[test]
fn an_organisation_has_a_number_that_can_be_read_again() {
    let mut comparison = compared(&[(1, ""), (2, "")]);
    comparison.partners[0].organisation = 30;
    comparison.partners[1].organisation = u8::MAX;
    let folder = after(&Folder::default(), [Item::Comparison(comparison)]);
    let found = load(&save(&folder)).expect("readable");
    let partners = &found.comparison(ID).expect("a comparison").partners;
    assert!(partners.iter().all(|partner| partner.organisation < 30));
}
