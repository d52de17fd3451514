//! Three checks or comparisons of one partnership, and more: which belong together, and who is counted.

use partnership_health_check::app::screen::Place;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::{Check, Setup};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::record::Record;
use partnership_health_check::present::chair::over_time::{OverTime, over_time};

use super::support::{Device, all, context};

/// A finished full check of a provider of this partnership, with one response to all.
fn check(id: u32, day: u16, partnership: &str, response: &str) -> Check {
    let mut check = Check::new(id, Day(day));
    check.setup.value = Setup {
        length: Length::Full,
        kind: Kind::Commissioning,
        side: Side::Second,
        partnership: partnership.to_owned(),
        ..Setup::default()
    };
    check.finished.value = Some(Day(day));
    for given in &mut check.responses {
        given.value = Response::parse(response);
    }
    check
}

/// What is shown for these checks and comparisons.
fn shown(checks: Vec<Check>, comparisons: Vec<Comparison>) -> Vec<OverTime> {
    let mut device = Device::at(Place::Earlier);
    let mut told = context(Place::Earlier);
    told.record = Record {
        checks,
        removed: Vec::new(),
    };
    device.state.context = told;
    for (id, comparison) in (1..).zip(comparisons) {
        device.state.folder.set(100 + id, Item::Comparison(comparison));
    }
    over_time(&device.state)
}

/// The numbers of A1 with their days.
fn first_row(one: &OverTime) -> &[(u16, u8)] {
    &one.rows[0].points
}

#[test]
fn three_checks_of_one_partnership_are_a_line() {
    let riverside = |id, day, response| check(id, day, "Riverside", response);
    let two = vec![riverside(1, 100, "2"), riverside(2, 200, "3")];
    assert_eq!(shown(two.clone(), Vec::new()), []);
    // In the order of their days, whatever their ids.
    let three = [two, vec![riverside(3, 150, "5")]].concat();
    let [one] = &shown(three.clone(), Vec::new())[..] else {
        panic!("one line");
    };
    assert_eq!(one.name, "Your checks · Riverside");
    assert_eq!(first_row(one), [(100, 25), (150, 100), (200, 50)]);
    assert_eq!(one.rows.len(), 13);
    assert_eq!(
        (&*one.rows[0].change, &*one.rows[0].range),
        ("25 points higher", "from 25 to 50")
    );
    // None of these belongs to it.
    let mut others = three;
    others.push(check(4, 300, "Riverside South", "1"));
    others.push(check(5, 300, "", "1"));
    let changes: [fn(&mut Setup); 4] = [
        |setup| setup.side = Side::First,
        |setup| setup.kind = Kind::Grant,
        |setup| setup.length = Length::Quick,
        |setup| "Choir".clone_into(&mut setup.organisation),
    ];
    for (id, change) in (1..).zip(changes) {
        let mut other = riverside(10 + id, 300, "1");
        change(&mut other.setup.value);
        others.push(other);
    }
    let mut unfinished = riverside(20, 300, "1");
    unfinished.finished.value = None;
    others.push(unfinished);
    assert_eq!(shown(others, Vec::new()), std::slice::from_ref(one));
}

#[test]
fn of_many_checks_the_newest_are_shown() {
    let many = (0..12)
        .map(|at| check(u32::from(at) + 1, 100 * at, "Riverside", "3"))
        .collect();
    let [one] = &shown(many, Vec::new())[..] else {
        panic!("one line");
    };
    let days: Vec<u16> = first_row(one).iter().map(|(day, _)| *day).collect();
    assert_eq!(days, [400, 500, 600, 700, 800, 900, 1_000, 1_100]);
    assert_eq!(one.rows[0].change, "No clear change");
}

/// A comparison of organisations with these names and responses.
fn comparison(day: u16, name: &str, organisations: &[(&str, &str)]) -> Comparison {
    let mut comparison = Comparison::new(Day(day));
    name.clone_into(&mut comparison.name);
    comparison.partners = organisations
        .iter()
        .zip(0..)
        .map(|((label, response), organisation)| Partner {
            id: u32::from(organisation) + 1,
            label: (*label).to_owned(),
            organisation,
            summary: all(response),
        })
        .collect();
    comparison
}

#[test]
fn comparisons_count_the_organisations_that_are_in_each() {
    let riverside = |day, organisations: &[_]| comparison(day, "Riverside", organisations);
    let found = shown(
        Vec::new(),
        vec![
            riverside(100, &[("Food bank", "2"), ("Mill", "5"), ("", "5")]),
            // Another order, and a name that looks alike.
            riverside(
                200,
                &[("Choir", "1"), ("FOOD BANK", "4"), ("", "1"), ("Mill", "3")],
            ),
            riverside(300, &[("Food bank", "5"), ("Choir", "1"), ("", "1")]),
            comparison(400, "Elsewhere", &[("Food bank", "1")]),
        ],
    );
    let [one] = &found[..] else {
        panic!("one line: {found:?}");
    };
    assert_eq!(one.name, "Comparisons · Riverside");
    assert_eq!(first_row(one), [(100, 25), (200, 75), (300, 100)]);
    assert_eq!(
        one.says,
        [
            "Counted, because they are in each comparison: Food bank.",
            "Not counted, because they joined later or left: Mill; Choir."
        ]
    );
}

#[test]
fn comparisons_in_which_nobody_can_be_known_again_say_so() {
    let letters = |day| comparison(day, "Riverside", &[("", "2"), ("", "4")]);
    let found = shown(Vec::new(), [100, 200, 300].map(letters).to_vec());
    let [one] = &found[..] else {
        panic!("one sentence: {found:?}");
    };
    assert_eq!((one.rows.len(), one.says.len()), (0, 1));
    // Without a name nobody knows that they are of one partnership.
    let nameless = |day| comparison(day, "", &[("Food bank", "2")]);
    assert_eq!(shown(Vec::new(), [100, 200, 300].map(nameless).to_vec()), []);
}
