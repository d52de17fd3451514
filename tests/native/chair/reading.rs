//! What comes in at once: how far a long text is read, who is told apart in it, and what is known already.

use partnership_health_check::app::chair::compare::Message as Act;
use partnership_health_check::app::chair::{Effect, Message, update};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::comparison::MOST_PARTNERS;
use partnership_health_check::domain::extra::{Extra, ExtraAnswers};
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::compare;

use super::coming::{comparison_of, organisations};
use super::support::{Device, address, all, named};

#[test]
fn how_far_a_long_text_is_read_is_told_until_all_is_read() {
    let long = |number| [&address(&all(number)), "\n", &"Dear all,\n".repeat(40_000)].concat();
    let mut device = Device::new();
    let texts = Act::FilesRead(vec![long("4"), long("2")]);
    let mut effects = update(&mut device.state, Message::Compare(texts));
    let mut told = Vec::new();
    while effects.contains(&Effect::Continue) {
        let reading = device.state.compare.reading.as_ref().expect("it is being read");
        told.push((reading.percent(), reading.found()));
        effects = update(&mut device.state, Message::Continued);
    }
    assert_eq!(
        told.first(),
        Some(&(0, 0)),
        "shown before the first piece is read"
    );
    assert_eq!(told.last(), Some(&(100, 2)), "shown before the partners come in");
    assert!(told.is_sorted(), "{told:?}");
    assert!(
        told.iter()
            .any(|(percent, found)| (30..50).contains(percent) && *found == 1),
        "{told:?}"
    );
    assert_eq!(device.comparison().partners.len(), 2);
}

#[test]
fn of_many_those_without_a_score_are_counted_too() {
    const { assert!(MOST_PARTNERS < 90) };
    let one = |number: u16| {
        let mut summary = all(if number.is_multiple_of(3) { "4" } else { "dk" });
        if number % 3 == 1 {
            summary.length = Length::Quick;
            summary.stage = None;
        }
        summary.day.0 -= number;
        address(&summary)
    };
    let mut device = Device::new();
    device.paste(&(0..90).map(one).collect::<Vec<_>>().join("\n"));
    let many = device.state.compare.many.as_ref().expect("summed up");
    assert_eq!((many.counted, many.quick), (90, 30));
    for count in &many.counts {
        assert_eq!((count.scored, count.unknown), (30, 30), "{:?}", count.topic);
    }
}

#[test]
fn organisations_of_two_comparisons_in_one_text_stay_apart() {
    let one = comparison_of(&[(0, all("1")), (0, all("2"))]);
    let other = comparison_of(&[(0, all("3")), (0, all("4"))]);
    let mut device = Device::new();
    device.paste(&format!("{one} {other}"));
    assert_eq!(organisations(device.comparison()), [0, 0, 1, 1]);
}

/// Without a sector too, which a summary needs not tell.
#[test]
fn who_answered_alike_on_the_same_day_is_told_apart_by_the_name() {
    let from = |name| Summary {
        sector: None,
        ..named(all("4"), name)
    };
    let mut device = Device::new();
    for name in ["Alder", "Birch"] {
        device.paste(&address(&from(name)));
    }
    assert_eq!(device.comparison().names(), ["Alder", "Birch"]);
}

#[test]
fn of_two_who_answered_alike_the_one_with_the_same_name_is_the_one_who_is_known() {
    let tea = named(all("4"), "Tea");
    let mut device = Device::new();
    device.paste(&comparison_of(&[(0, all("4")), (1, tea.clone())]));
    device.paste(&comparison_of(&[(0, tea), (0, all("1"))]));
    let question = "One person, shown apart as C, says they belong to Tea (B). Add them to the organisation?";
    assert_eq!(device.say_yes(), [question]);
    assert_eq!(organisations(device.comparison()), [0, 1, 1]);
}

#[test]
fn each_question_is_answered_by_itself() {
    let mut device = Device::new();
    for number in ["4", "2"] {
        let people = ["Alder", "Birch"].map(|name| address(&named(all(number), name)));
        device.paste(&people.join(" "));
    }
    let asked = compare::asked(&device.state);
    assert_eq!(asked.len(), 2);
    device.act(Act::ClaimAnswered(asked[1].to, true));
    assert_eq!(organisations(device.comparison()), [0, 1, 2, 1]);
    let left: Vec<_> = compare::asked(&device.state)
        .into_iter()
        .map(|one| one.to)
        .collect();
    assert_eq!(left, [asked[0].to]);
}

#[test]
fn what_is_here_already_is_not_kept_anew() {
    let mut device = Device::new();
    let link = address(&all("4"));
    device.paste(&link);
    assert!(device.saved().is_some());
    device.paste(&link);
    assert_eq!(device.saved(), None);
}

#[test]
fn partners_who_brought_words_with_them_can_be_taken_back() {
    let set = Extra::new(vec!["The kitchen opens on time.".to_owned()]).expect("a set");
    let mut summary = all("4");
    summary.extra = ExtraAnswers::new(set.fingerprint().sum, vec![Response::parse("5")]);
    let payload = link::encode_invitation(&Invitation {
        partnership: String::new(),
        length: Length::Full,
        kind: Kind::Consortium,
        reply_by: None,
        reply_to: String::new(),
        extra: Some(set),
    });
    let invitation = ["https://check.example/#", link::INVITATION_PREFIX, &payload].concat();
    let mut device = Device::new();
    device.paste(&format!("{} {invitation}", address(&summary)));
    let taken = device.state.compare.taken.as_ref().expect("told");
    assert_eq!((taken.added, taken.worded), (1, 1));
    device.act(Act::UndoPressed);
    assert_eq!(device.state.folder.comparisons().count(), 0);
}
