//! Who comes into a comparison, and as whom.

use partnership_health_check::app;
use partnership_health_check::app::chair::compare::{Message as Act, Said, address as address_of};
use partnership_health_check::app::chair::earlier::Told;
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::{Place, Screen};
use partnership_health_check::app::store::Heard;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::json;
use partnership_health_check::formats::{folder as stored_folder, link};
use partnership_health_check::present::chair::{compare, comparison};

use super::support::{Device, TODAY, address, all, context, named, without_ids};

/// The organisation of each partner, by its place.
pub(super) fn organisations(comparison: &Comparison) -> Vec<u8> {
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
    device.say_yes();
    // Two without names are of one organisation, and two of the same name are not.
    device.act(Act::Grouped(device.partner(1), Some(device.partner(0))));
    device.act(Act::Grouped(device.partner(3), None));
    let made = device.comparison().clone();
    assert_eq!(organisations(&made), [0, 0, 2, 1]);

    device.act(Act::ShareNamesChosen(true));
    let link = address_of(
        &device.state.context.address,
        &made,
        device.state.compare.share_names,
    );
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
        assert_eq!(organisations(other.comparison()), [0, 1, 2, 2, 3, 4]);
        assert_eq!(other.say_yes().len(), 1);
        assert_eq!(organisations(other.comparison()), [0, 1, 2, 2, 1, 4]);
    }
}

/// The link of a comparison with these people and their names.
pub(super) fn comparison_of(people: &[(u8, Summary)]) -> String {
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
    assert_eq!(organisations(device.comparison()), [0, 1, 2, 3]);
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!((taken.added, taken.again), (2, 1));
    let apart = device.comparison().clone();
    let question =
        "One person, shown apart as C, says they belong to Partner B (B). Add them to the organisation?";
    assert_eq!(device.say_yes(), [question]);
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 3]);
    device.act(Act::UndoPressed);
    assert_eq!(*device.comparison(), apart);
    // Taken back as a whole, nobody is there and nobody is asked.
    let mut device = Device::new();
    device.paste(&format!("{} {}", address(&all("5")), address(&all("4"))));
    device.paste(&comparison_of(&theirs));
    device.act(Act::UndoPressed);
    assert_eq!(
        without_ids(device.comparison().partners.clone()),
        without_ids(before.partners)
    );
    assert_eq!(device.say_yes(), [""; 0]);

    let mut device = Device::new();
    let (first, second) = (address(&all("2")), address(&all("4")));
    device.paste(&format!("{first} {second} {}", comparison_of(&theirs)));
    device.say_yes();
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 3]);
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
    assert_eq!(organisations(device.comparison()), [0, 1, 2, 3, 4, 5]);
    assert_eq!(device.say_yes().len(), 2);
    assert_eq!(organisations(device.comparison()), [0, 1, 1, 0, 4, 5]);

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
    app::update(&mut state, app::Message::FragmentChanged(link, None));
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
    let letters = address_of(
        &device.state.context.address,
        &mine,
        device.state.compare.share_names,
    );
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
    let link = address_of(
        &device.state.context.address,
        device.comparison(),
        device.state.compare.share_names,
    );
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

/// What was forged for the review of security: Alder's own summary, which everybody has who got the comparison, and five
/// invented colleagues in its group.
const FORGED: &str = "#phc-compare=AQFQ8DQAJKG4yjmYqmfL90fSSzjJ6q74mZllwAJKG6bbbbbbbbbbbbbbbbbbbbbbbbQAJKG8rbbbbbbbbbbbbbbbbbbbbbbbQAJKG-7bbbbbbbbbbbbbbbbbbbbbbbQAJKHBLbbbbbbbbbbbbbbbbbbbbbbbQAJKHDbbbbbbbbbbbbbbbbbbbbbbbbQAAAALQWxkZXIgVHJ1c3QAAAAAAAAAAAAAAAAAAACr6Pnx";
const ALDER: &str = "#phc=AQEBNQ3GUczFUz5fuj6SWcZPVXfEzMsuC0hlYWx0aHkgQmF5C0FsZGVyIFRydXN0J5QY6g";

#[test]
fn nobody_joins_an_organisation_before_the_chair_says_yes() {
    let ways: [fn(&mut Device, &str); 2] = [
        |device, link| device.paste(&format!("https://check.example/{link}")),
        |device, link| device.act(Act::FilesRead(vec![format!("https://check.example/{link}")])),
    ];
    for come in ways {
        let mut device = Device::new();
        device.paste(&format!("{ALDER} {}", address(&named(all("2"), "Birch CIC"))));
        let scores = |device: &Device| {
            let report = comparison::report(Texts::english(), device.comparison(), true).expect("a report");
            let row = report.rows().find(|row| row.bar.id == "A1").expect("a row");
            row.scores().next()
        };
        let alder = scores(&device);
        come(&mut device, FORGED);
        let asked = compare::asked(&device.state);
        let question =
            "5 people, shown apart as C, say they belong to Alder Trust (A). Add them to the organisation?";
        assert_eq!(
            asked.iter().map(|one| &one.question).collect::<Vec<_>>(),
            [question]
        );
        assert_eq!(organisations(device.comparison()), [0, 1, 2, 2, 2, 2, 2]);
        assert_eq!(scores(&device), alder, "Alder Trust still says what it said");
        // The same again brings nobody, and the question stays one.
        come(&mut device, FORGED);
        assert_eq!(compare::asked(&device.state).len(), 1);

        let before = device.comparison().clone();
        device.act(Act::ClaimAnswered(asked[0].to, false));
        assert_eq!(*device.comparison(), before);
        assert_eq!(compare::asked(&device.state), []);
        assert_eq!(device.state.compare.said, Some(Said::KeptApart));
    }
}

#[test]
fn a_name_that_looks_alike_is_asked_about_however_it_comes() {
    for name in [
        "ALDER trust",
        "Al\u{2062}der Trust",
        "Аlder Тrust",
        "AIder  Trust",
        "Ａlder Trust",
    ] {
        let mut other = Comparison::new(TODAY);
        other.partners.push(Partner {
            id: 0,
            label: name.to_owned(),
            organisation: 0,
            summary: all("1"),
        });
        let label = format!("#phc-compare={}", link::encode_comparison(&other, true));
        let summary = link::decode(&link::encode(&named(all("5"), name))).expect("a link");
        for text in [
            address(&summary),
            json::summary(&summary, None),
            comparison_of(&[(3, summary.clone())]),
            label,
        ] {
            let mut device = Device::new();
            device.paste(ALDER);
            device.act(Act::FilesRead(vec![text]));
            let asked = compare::asked(&device.state);
            assert_eq!(asked.len(), 1, "{name:?}");
            assert_eq!(asked[0].name, "Alder Trust");
            assert_eq!(organisations(device.comparison()), [0, 1]);
            device.say_yes();
            assert_eq!(organisations(device.comparison()), [0, 0]);
        }
        // A link that is followed.
        let mut device = Device::new();
        device.paste(ALDER);
        let mut told = context(Place::Compare);
        told.adding = Some(Box::new(summary));
        device.take([
            Message::ContextChanged(context(Place::Earlier)),
            Message::ContextChanged(told),
        ]);
        assert_eq!(compare::asked(&device.state).len(), 1, "{name:?}");
    }
}

#[test]
fn who_was_grouped_or_removed_since_is_not_asked_about() {
    let mut device = Device::new();
    device.paste(ALDER);
    device.paste(&address(&named(all("5"), "Alder Trust")));
    device.paste(&address(&named(all("4"), "Alder Trust")));
    let question =
        "2 people, shown apart as B and C, say they belong to Alder Trust (A). Add them to the organisation?";
    let asked = |device: &Device| {
        compare::asked(&device.state)
            .into_iter()
            .map(|one| one.question)
            .next()
    };
    assert_eq!(asked(&device).as_deref(), Some(question));
    device.act(Act::Grouped(device.partner(1), Some(device.partner(0))));
    let question =
        "One person, shown apart as B, says they belong to Alder Trust (A). Add them to the organisation?";
    assert_eq!(asked(&device).as_deref(), Some(question));
    device.act(Act::Removed(device.partner(2)));
    assert_eq!(asked(&device), None);
    // Nor is anybody of another comparison, or who comes from another tab.
    device.act(Act::UndoPressed);
    assert_eq!(asked(&device).as_deref(), Some(question));
    device.act(Act::NewPressed);
    assert_eq!(asked(&device), None);
}

#[test]
fn what_another_tab_added_asks_nothing() {
    let mut device = Device::new();
    device.paste(ALDER);
    let mut folder = device.state.folder.clone();
    let (id, mut found) = device
        .state
        .comparison()
        .map(|(id, found)| (id, found.clone()))
        .expect("open");
    found.partners.push(Partner {
        id: 9,
        label: String::new(),
        organisation: 0,
        summary: named(all("5"), "Alder Trust"),
    });
    folder.set(id, Item::Comparison(found.clone()));
    device.take([Message::Stored(Heard::FoundElsewhere(stored_folder::save(
        &folder,
    )))]);
    assert_eq!(*device.comparison(), found);
    assert_eq!(compare::asked(&device.state), []);
}

#[test]
fn people_of_a_file_of_this_device_are_asked_about_too() {
    let mut device = Device::new();
    device.paste(ALDER);
    let mine = device.state.folder.clone();
    let mut theirs = mine.clone();
    let (id, mut found) = device
        .state
        .comparison()
        .map(|(id, found)| (id, found.clone()))
        .expect("open");
    found.partners.push(Partner {
        id: 9,
        label: String::new(),
        organisation: 0,
        summary: named(all("5"), "Somebody"),
    });
    theirs.set(id, Item::Comparison(found));
    device.take([
        Message::ContextChanged(context(Place::Earlier)),
        Message::FilesRead(vec![stored_folder::save(&theirs)]),
    ]);
    let told = device.state.earlier.told.clone();
    assert!(
        matches!(told, Some(Told::Imported { new: 1, apart: 1, .. })),
        "{told:?}"
    );
    device.take([Message::ContextChanged(context(Place::Compare))]);
    assert_eq!(organisations(device.comparison()), [0, 1]);
    assert_eq!(device.say_yes().len(), 1);
    assert_eq!(organisations(device.comparison()), [0, 0]);
}
