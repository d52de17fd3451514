//! Who comes into a comparison, and as whom.

use partnership_health_check::app;
use partnership_health_check::app::chair::compare::Message as Act;
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::{Place, Screen};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::json;
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::comparison;

use super::support::{Device, TODAY, address, all, context, named, without_ids};

/// The organisation of each partner, by its place.
fn organisations(comparison: &Comparison) -> Vec<u8> {
    comparison
        .partners
        .iter()
        .map(|partner| partner.organisation)
        .collect()
}

#[test]
fn a_comparison_keeps_its_groups_wherever_it_goes() {
    let mut device = Device::new();
    let people = [all("4"), all("2"), named(all("5"), "Tea"), named(all("3"), "Tea")];
    device.paste(&people.each_ref().map(address).join(" "));
    // Two without names are of one organisation, and two of the same name are not.
    device.act(Act::Grouped(device.partner(1), Some(device.partner(0))));
    device.act(Act::Grouped(device.partner(3), None));
    let made = device.comparison().clone();
    assert_eq!(organisations(&made), [0, 0, 2, 1]);

    device.act(Act::ShareNamesChosen(true));
    let link = device.state.compare.address(&device.state.context, &made);
    for text in [link, json::comparison(&made, true)] {
        let mut other = Device::new();
        other.act(Act::FilesRead(vec![text.clone()]));
        assert_eq!(organisations(other.comparison()), [0, 0, 1, 2], "{text}");
        // Beside partners of its own, one of whom has the name.
        let mut other = Device::new();
        other.paste(&format!(
            "{} {}",
            address(&all("1")),
            address(&named(all("na"), "Tea"))
        ));
        other.act(Act::FilesRead(vec![text]));
        assert_eq!(organisations(other.comparison()), [0, 1, 2, 2, 1, 3]);
    }
}

/// The link of a comparison with these people and their names.
fn comparison_of(people: &[(u8, Summary)]) -> String {
    let mut comparison = Comparison::new(TODAY);
    for (organisation, summary) in people {
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation: *organisation,
            summary: summary.clone(),
        });
    }
    let letters = link::encode_comparison(&comparison, true);
    format!("https://check.example/#phc-compare={letters}")
}

#[test]
fn people_join_the_organisation_of_whoever_is_here_already() {
    let theirs = [(0, all("3")), (0, all("4")), (1, all("1"))];
    // The one who is known was there before, or stands above in the same text.
    let mut device = Device::new();
    device.paste(&format!("{} {}", address(&all("5")), address(&all("4"))));
    let before = device.comparison().clone();
    device.paste(&comparison_of(&theirs));
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 2]);
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!((taken.added, taken.again), (2, 1));
    device.act(Act::UndoPressed);
    assert_eq!(*device.comparison(), before);

    let mut device = Device::new();
    let (first, second) = (address(&all("2")), address(&all("4")));
    device.paste(&format!("{first} {second} {}", comparison_of(&theirs)));
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 2]);
}

#[test]
fn organisations_stay_apart_where_people_of_both_are_known() {
    // Two who said the same are known, each with an organisation of its own.
    let mut device = Device::new();
    device.paste(&comparison_of(&[(0, all("4")), (1, all("4"))]));
    let theirs = [
        (0, all("4")),
        (1, all("4")),
        (1, all("2")),
        (0, all("3")),
        // The name is that of a known organisation, but they kept these apart.
        (2, named(all("5"), "Tea")),
        (3, named(all("1"), "Tea")),
    ];
    device.paste(&comparison_of(&theirs));
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 0, 2, 3]);

    let mut device = Device::new();
    device.paste(&address(&named(all("1"), "Tea")));
    device.paste(&comparison_of(&theirs));
    // The last partner is in the comparison already, so only the others are added; none joins her organisation.
    assert_eq!(organisations(device.comparison()), [0, 1, 2, 2, 1, 3]);
}

#[test]
fn a_summary_is_the_same_with_its_names_and_without() {
    let mut device = Device::new();
    device.paste(&format!(
        "{} {}",
        address(&all("2")),
        address(&named(all("4"), "Tea"))
    ));
    for (again, added) in [
        (all("4"), 0),
        (named(all("4"), "Tea"), 0),
        (named(all("2"), "Cake"), 0),
        // Another organisation may well say the same.
        (named(all("4"), "Cake"), 1),
    ] {
        device.paste(&address(&again));
        let taken = device.state.compare.taken.clone().expect("told");
        assert_eq!((taken.added, taken.again), (added, 1 - added), "{again:?}");
    }
    assert_eq!(device.comparison().partners.len(), 3);
}

#[test]
fn what_is_read_by_a_link_goes_into_the_comparison_in_one_press() {
    let mut state = app::State::new(Texts::english());
    let link = format!("#phc={}", link::encode(&all("4")));
    app::update(&mut state, app::Message::FragmentChanged(link));
    app::update(&mut state, app::Message::AddPressed);
    assert_eq!(state.screen, Screen::Chair(Place::Compare));

    let mut device = Device::new();
    device.paste(&address(&all("2")));
    let mut told = context(Place::Compare);
    told.adding = state.adding.clone().map(Box::new);
    device.take([
        Message::ContextChanged(context(Place::Earlier)),
        Message::ContextChanged(told),
    ]);
    assert_eq!(device.comparison().partners.len(), 2);
    let tell = device.effects.iter().find_map(|effect| match effect {
        Effect::Tell(message) => Some(message.clone()),
        _ => None,
    });
    let message = tell.expect("The check's program hears of it.");
    assert_eq!(message, app::Message::Added);
    app::update(&mut state, message);
    assert_eq!(state.adding, None);
}

#[test]
fn a_comparison_with_letters_is_known_again() {
    let mut device = Device::new();
    let mut others = [
        named(all("4"), "Tea"),
        named(all("2"), "Cake"),
        named(all("5"), "Cake"),
    ];
    for (day, other) in (0..).zip(&mut others) {
        other.day.0 -= day;
    }
    device.paste(&others.each_ref().map(address).join(" "));
    device.act(Act::Named(
        device.state.compare.open.expect("it is open"),
        "Tea for all".to_owned(),
    ));
    let mine = device.comparison().clone();
    let letters = device.state.compare.address(&device.state.context, &mine);
    let fragment = letters.split_once('#').expect("a link").1.to_owned();

    // Opened and kept, it is the one that is here.
    let received = context(Place::Received(format!("#{fragment}")));
    device.take([
        Message::ContextChanged(received),
        Message::Compare(Act::KeepPressed),
        Message::ContextChanged(context(Place::Compare)),
    ]);
    assert_eq!(*device.comparison(), mine);
    assert_eq!(device.state.folder.comparisons().count(), 1);
    // Pasted, as link or as file, it brings nobody, and a file with letters neither.
    for text in [letters.clone(), json::comparison(&mine, false)] {
        device.act(Act::FilesRead(vec![text]));
        let taken = device.state.compare.taken.clone().expect("told");
        assert_eq!((taken.added, taken.again), (0, 3));
        assert_eq!(*device.comparison(), mine);
    }

    // Where it came first, the partners' own links bring nobody either, but somebody new.
    let mut other = Device::new();
    other.paste(&letters);
    let kept = other.comparison().clone();
    other.paste(&others.each_ref().map(address).join(" "));
    let taken = other.state.compare.taken.clone().expect("told");
    assert_eq!((taken.added, taken.again), (0, 3));
    assert_eq!(*other.comparison(), kept);
    other.paste(&address(&named(all("3"), "Milk")));
    assert_eq!(other.comparison().partners.len(), 4);
}

#[test]
fn letters_are_the_same_on_screen_in_files_and_in_the_link() {
    let mut device = Device::new();
    let people = [all("5"), all("1"), all("3"), all("2")];
    device.paste(&people.each_ref().map(address).join(" "));
    device.act(Act::Grouped(device.partner(3), Some(device.partner(0))));
    device.act(Act::NamesChosen(false));
    let (shown, names) = comparison::on_screen(&device.state).expect("a comparison");
    assert!(!names);
    let link = device
        .state
        .compare
        .address(&device.state.context, device.comparison());
    let sent = link::decode_comparison(link.split_once('#').expect("a link").1).expect("readable");
    assert_eq!(
        without_ids(shown.partners.clone()),
        without_ids(sent.partners.clone())
    );
    // Two are of one organisation still, and the list in which partners are named has the same letters.
    let texts = Texts::english();
    let listed = comparison::in_order_of_letters(device.comparison(), false);
    let letters = |comparison: &Comparison| {
        let people = comparison::people(texts, comparison, true);
        people
            .into_iter()
            .map(|person| (person.id, person.letter))
            .collect::<Vec<_>>()
    };
    assert_eq!(letters(&listed), letters(&shown));
    assert_eq!(organisations(&shown), [0, 1, 1, 2]);
    let report = comparison::report(texts, &shown, false).expect("a report");
    assert_eq!(report.about[0], "3 organisations · 4 people · 22 November 2026");
}
