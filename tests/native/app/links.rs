//! Summary links: opening one never touches one's own answers; making one takes what is ticked only.

use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::status::{Sheet, Status};
use partnership_health_check::app::store::{Heard, Kept};
use partnership_health_check::app::{Effect, Message, Screen, State};
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::check::NoteId;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link::{self, LinkError};
use partnership_health_check::present::spoken;
use proptest::prelude::*;

use crate::plays::plays;

use super::support::{Device, quick_text};

/// A finished check with names and a note.
fn finished(length: Length, kind: Kind, side: Side) -> Device {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Partnership("Tea for all".to_owned())),
        Message::FormChanged(Change::Organisation("Secret Org".to_owned())),
    ]);
    device.begin(length, kind, side);
    device.answer_all("4");
    let note = NoteId::parse("A1").expect("a note");
    device.take([Message::NoteWritten(note, "They never came.".to_owned())]);
    device.finish();
    device
}

fn payload(device: &Device) -> String {
    let link = device.state.link().expect("a link");
    let (address, fragment) = link.split_once('#').expect("a fragment");
    assert_eq!(address, "https://check.example/");
    fragment.to_owned()
}

fn read(device: &Device) -> Summary {
    link::decode(&payload(device)).expect("a link that can be read")
}

#[test]
fn a_link_opens_as_the_same_summary() {
    for length in Length::ALL {
        for kind in Kind::ALL {
            let sender = finished(length, kind, Side::Second);
            let mut reader = Device::started(Found {
                fragment: ["#", &payload(&sender)].concat(),
                ..Found::default()
            });
            assert_eq!(*reader.screen(), Screen::Shared(payload(&sender)));
            assert_eq!(
                reader.state.shared,
                Some(Ok(sender.state.summary().expect("a summary")))
            );
            reader.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
            assert!(reader.saves().is_empty());
            assert_eq!(reader.kept(), Kept::Nothing);
        }
    }
}

#[test]
fn names_go_into_the_link_only_when_ticked() {
    let mut device = finished(Length::Full, Kind::Grant, Side::First);
    let names = |device: &Device| {
        let summary = read(device);
        (summary.partnership, summary.organisation)
    };
    assert_eq!(names(&device), (String::new(), String::new()));
    device.take([Message::SharePartnershipChosen(true)]);
    assert_eq!(names(&device), ("Tea for all".to_owned(), String::new()));
    device.take([
        Message::ShareOrganisationChosen(true),
        Message::SharePartnershipChosen(false),
    ]);
    assert_eq!(names(&device), (String::new(), "Secret Org".to_owned()));
}

#[test]
fn another_check_needs_its_own_ticks() {
    let mut device = finished(Length::Quick, Kind::Other, Side::First);
    let first = device.check().id;
    device.take([
        Message::SharePartnershipChosen(true),
        Message::LinkFollowed("start"),
    ]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    assert!(!device.state.share_partnership);
    device.take([Message::SharePartnershipChosen(true), Message::CheckOpened(first)]);
    assert!(!device.state.share_partnership);
    device.take([Message::SharePartnershipChosen(true), Message::CheckOpened(first)]);
    assert!(device.state.share_partnership, "the same check keeps its ticks");
}

#[test]
fn a_full_link_without_names_is_short() {
    let device = finished(Length::Full, Kind::Commissioning, Side::Second);
    let payload = payload(&device);
    assert!(payload.len() <= link::PREFIX.len() + 40, "{payload}");
}

/// Of a mail program that is not there no browser says a word.
#[test]
fn whoever_has_no_mail_program_is_told_another_way() {
    let mut device = finished(Length::Full, Kind::Grant, Side::First);
    device.take([Message::MailPressed]);
    assert!(device.effects.is_empty(), "the link itself opens it");
    assert_eq!(
        spoken::outcome(&device.state),
        device.state.texts.get(keys::share::MAILED)
    );
}

#[test]
fn copying_and_sharing_hand_the_same_link_on() {
    let mut device = finished(Length::Full, Kind::Grant, Side::First);
    let link = device.state.link().expect("a link");
    device.take([Message::CopyPressed]);
    assert_eq!(device.effects, [Effect::Copy(link.clone())]);
    device.take([Message::Copied(true)]);
    assert_eq!(
        spoken::status(&device.state),
        device.state.texts.get(keys::share::COPIED)
    );
    device.take([Message::CopyPressed]);
    assert_eq!(
        device.state.status,
        Status::Quiet,
        "so that a second Copied is heard"
    );
    device.take([Message::Copied(false)]);
    assert_eq!(
        spoken::status(&device.state),
        device.state.texts.get(keys::share::NOT_COPIED)
    );
    assert_eq!(
        device.effects,
        [Effect::Focus("phc-link")],
        "where it can be copied by hand"
    );
    device.take([Message::SheetPressed]);
    let title = device.state.texts.get(keys::share::SUBJECT).to_owned();
    assert_eq!(device.effects, [Effect::ShareSheet { title, address: link }]);
    device.take([Message::SheetClosed(Sheet::Closed)]);
    assert_eq!(spoken::status(&device.state), "");
    device.take([Message::SheetClosed(Sheet::Refused)]);
    assert_eq!(
        spoken::status(&device.state),
        device.state.texts.get(keys::share::NOT_SHARED)
    );
    device.take([Message::SheetClosed(Sheet::Shared)]);
    assert_eq!(
        spoken::status(&device.state),
        device.state.texts.get(keys::share::SHARED)
    );
    device.take([Message::LinkFollowed("result")]);
    assert_eq!(spoken::status(&device.state), "");
}

#[test]
fn taking_it_oneself_suggests_the_other_side() {
    for (kind, side, other) in [
        (Kind::Grant, Side::First, Some(Side::Second)),
        (Kind::Prime, Side::Second, Some(Side::First)),
        (Kind::Other, Side::First, None),
    ] {
        let mut sender = finished(Length::Quick, kind, side);
        sender.take([
            Message::SharePartnershipChosen(true),
            Message::ShareOrganisationChosen(true),
        ]);
        let mut reader = Device::fresh();
        reader.take([
            Message::FragmentChanged(["#", &payload(&sender)].concat(), None),
            Message::TakeItPressed,
        ]);
        let form = &reader.state.form;
        assert_eq!(
            (form.length, form.kind, form.side),
            (Length::Quick, Some(kind), other)
        );
        assert_eq!(form.partnership, "Tea for all");
        assert_eq!(form.organisation, "", "the organisation is the reader's own");
        assert_eq!(*reader.screen(), Screen::Start);
        reader.take([Message::StartPressed]);
        assert_eq!(*reader.screen(), Screen::Questions(0));
    }
}

#[test]
fn after_a_link_that_cannot_be_read_one_can_still_begin() {
    let mut device = Device::fresh();
    device.take([Message::FragmentChanged("#phc=AQ".to_owned(), None)]);
    assert!(matches!(device.state.shared, Some(Err(_))));
    device.take([Message::TakeItPressed]);
    assert_eq!(*device.screen(), Screen::Start);
    assert_eq!(device.state.form.kind, None);
}

#[test]
fn faults_of_links_are_told_apart() {
    let fragment = ["#", &payload(&finished(Length::Full, Kind::Grant, Side::First))].concat();
    let cut = &fragment[..fragment.len() - 8];
    let other = fragment.replacen("#phc=A", "#phc=B", 1);
    for (text, error) in [
        ("#phc=", LinkError::CutOff),
        (cut, LinkError::CutOff),
        (&*other, LinkError::Damaged),
        (&*["#phc=", &"A".repeat(1_000_000)].concat(), LinkError::TooLong),
    ] {
        let mut device = Device::fresh();
        device.take([Message::FragmentChanged(text.to_owned(), None)]);
        assert_eq!(device.state.shared, Some(Err(error)), "{}", text.len());
        assert!(spoken::title(&device.state).starts_with("Error: "));
    }
}

/// Links are read by the second module: until it is here, the link waits.
#[test]
fn a_link_waits_for_the_module_that_reads_it() {
    let sender = finished(Length::Quick, Kind::Grant, Side::First);
    let mut reader = Device::new();
    reader.state = State::new(Texts::first_of_english());
    reader.take_in_first_module([Message::Started(Found {
        fragment: ["#", &payload(&sender)].concat(),
        ..Found::default()
    })]);
    assert_eq!(*reader.screen(), Screen::Shared(payload(&sender)));
    assert_eq!(reader.state.shared, None);
    reader.take_in_first_module([Message::CopyPressed, Message::SheetPressed]);
    assert!(reader.effects.is_empty());
    reader.take([Message::SecondModuleArrived(true)]);
    assert_eq!(
        reader.state.shared,
        Some(Ok(sender.state.summary().expect("a summary")))
    );
    assert_eq!(reader.effects, [Effect::ShowTop]);
}

proptest! {
    #![proptest_config(plays(256))]

    /// Any link, whole or damaged, at any moment: what is kept stays as it is.
    #[test]
    fn opening_a_link_never_changes_the_record(
        length in proptest::sample::select(&Length::ALL[..]),
        at in 0usize..45,
        with in "[A-Za-z0-9_%=-]{0,2}",
        at_start: bool,
    ) {
        let whole = payload(&finished(length, Kind::Grant, Side::Second));
        let mut fragment = ["#", &whole].concat();
        let at = at.min(fragment.len());
        fragment.replace_range(at.max(5)..(at.max(5) + with.len()).min(fragment.len()), &with);
        let text = quick_text("4", 2);
        let mut device = Device::started(Found {
            fragment: if at_start { fragment.clone() } else { String::new() },
            stored: Some(text.clone()),
            ..Found::default()
        });
        let record = device.state.record.clone();
        prop_assert!(device.saves().is_empty());
        device.take([
            Message::FragmentChanged(fragment, None),
            Message::LinkFollowed("about"),
            Message::FragmentChanged(["#", &whole].concat(), None),
        ]);
        prop_assert_eq!(device.saves().len(), 0);
        prop_assert_eq!(&device.state.record, &record);
        prop_assert_eq!(device.state.open, Some(5));
    }
}

#[test]
fn answers_are_read_however_long_the_plan_behind_them_is() {
    let line = "字".repeat(200);
    let step = PlannedStep {
        what: line.clone(),
        owner: line.clone(),
        sign: line,
        ..PlannedStep::default()
    };
    let plan = Plan {
        steps: vec![step; MOST_PLANNED],
    };
    let answers = Device::begun(Length::Quick, Kind::Other, Side::First);
    let summary = answers
        .state
        .check()
        .expect("a check")
        .summary(Day(20_000), false, false);
    let address = [
        "#phc=",
        &link::encode(&summary),
        link::PLAN_PREFIX,
        &link::encode_plan(&plan),
    ]
    .concat();
    assert!(address.len() > 32_768, "{}", address.len());
    let mut device = Device::fresh();
    device.take([Message::FragmentChanged(address, None)]);
    assert_eq!(device.state.shared, Some(Ok(summary)));
    assert_eq!(device.state.shared_plan, Some(Ok(plan)));
}

/// Names are asked where they are used: an invitation asks the side alone.
#[test]
fn a_name_can_be_given_where_the_link_is_made() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.finish();
    device.take([Message::LinkFollowed("share")]);
    for typed in ["H", "Harbour ", "Harbour Kitchen"] {
        device.take([Message::FormChanged(Change::Organisation(typed.to_owned()))]);
        assert_eq!(
            device.state.form.organisation, typed,
            "nothing is cleaned while it is typed"
        );
        assert_eq!(device.saved().checks[0].setup.value.organisation, typed.trim());
    }
    let without = device.state.summary().expect("a summary");
    assert_eq!(without.organisation, "", "only if it is ticked");
    device.take([Message::ShareOrganisationChosen(true)]);
    let with = device.state.summary().expect("a summary");
    assert_eq!(with.organisation, "Harbour Kitchen");
}
