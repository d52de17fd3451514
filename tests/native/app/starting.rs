//! Beginning a check: what must be chosen, what was chosen before the program arrived, names, ids.

use partnership_health_check::app::form::{Change, Missing};
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, LocalStore, SaveError};
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::check::{Check, NoteId};
use partnership_health_check::domain::ids::{Criterion, Kind, Length, Sector, Side};

use super::support::{Device, quick_text, today};

fn replaced(fragment: &str) -> Effect {
    Effect::Navigate {
        fragment: fragment.to_owned(),
        replace: true,
        open: None,
    }
}

fn early(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[test]
fn nothing_is_kept_before_there_is_something_to_keep() {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Kind(Kind::Grant)),
        Message::FormChanged(Change::Partnership("Tea for all".to_owned())),
        Message::LinkFollowed("privacy"),
        Message::FragmentChanged("#start".to_owned(), None),
    ]);
    assert!(device.saves().is_empty());
    assert_eq!(device.kept(), Kept::Nothing);
    assert!(device.state.record.checks.is_empty());
}

#[test]
fn a_kind_is_needed() {
    let mut device = Device::fresh();
    device.take([Message::StartPressed]);
    assert_eq!(device.state.missing, Some(Missing::Kind));
    assert!(device.effects.starts_with(&[replaced("#start")]));
    assert_eq!(device.effects.last(), Some(&Effect::Focus("phc-problem")));
    assert!(device.state.record.checks.is_empty());
}

#[test]
fn a_side_is_needed_where_the_kind_has_sides() {
    for kind in Kind::ALL {
        let mut device = Device::fresh();
        device.take([Message::FormChanged(Change::Kind(kind)), Message::StartPressed]);
        let missing = (kind != Kind::Other).then_some(Missing::Side);
        assert_eq!(device.state.missing, missing, "{kind:?}");
        assert_eq!(
            device.state.record.checks.is_empty(),
            missing.is_some(),
            "{kind:?}"
        );
    }
}

#[test]
fn another_kind_clears_the_side_and_the_same_kind_does_not() {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Kind(Kind::Grant)),
        Message::FormChanged(Change::Side(Side::Second)),
        Message::FormChanged(Change::Kind(Kind::Grant)),
    ]);
    assert_eq!(device.state.form.side, Some(Side::Second));
    device.take([
        Message::FormChanged(Change::Kind(Kind::Prime)),
        Message::StartPressed,
    ]);
    assert_eq!(device.state.missing, Some(Missing::Side));
}

#[test]
fn a_problem_goes_with_the_next_screen() {
    let mut device = Device::fresh();
    device.take([
        Message::StartPressed,
        Message::FormChanged(Change::Kind(Kind::Other)),
        Message::StartPressed,
    ]);
    assert_eq!(device.state.missing, None);
    assert_eq!(*device.screen(), Screen::Questions(0));
}

#[test]
fn a_check_holds_what_was_chosen_and_is_saved_at_once() {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Length(Length::Quick)),
        Message::FormChanged(Change::Kind(Kind::Commissioning)),
        Message::FormChanged(Change::Side(Side::Second)),
        Message::FormChanged(Change::Sector(Sector::Charity)),
        Message::FormChanged(Change::Partnership("  Tea \t for all ".to_owned())),
        Message::FormChanged(Change::Organisation("B".to_owned())),
        Message::StartPressed,
    ]);
    let check = device.check();
    let setup = &check.setup.value;
    assert_eq!(
        (setup.length, setup.kind, setup.side),
        (Length::Quick, Kind::Commissioning, Side::Second)
    );
    assert_eq!(setup.sector, Some(Sector::Charity));
    assert_eq!(
        (setup.partnership.as_str(), setup.organisation.as_str()),
        ("Tea for all", "B")
    );
    assert_eq!(check.started, today());
    assert_eq!(device.saved(), device.state.record);
    assert_eq!(device.gone_to(), ["#q-1"]);
    assert_eq!(device.effects.last(), Some(&Effect::ShowTop));
    assert!(!device.told(Notice::NameShortened));
}

#[test]
fn a_long_name_is_shortened_and_the_person_is_told() {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Kind(Kind::Other)),
        Message::FormChanged(Change::Partnership("a".repeat(5_000))),
        Message::StartPressed,
    ]);
    assert_eq!(device.check().setup.value.partnership, "a".repeat(60));
    assert!(device.told(Notice::NameShortened));
}

#[test]
fn what_was_chosen_before_the_program_arrived_is_kept() {
    let device = Device::started(Found {
        early: early(&[
            ("length", "quick"),
            ("kind", "grant"),
            ("sector", "business"),
            ("partnership", "Tea for all"),
            ("organisation", "B"),
            ("kind", "nonsense"),
            ("colour", "red"),
        ]),
        ..Found::default()
    });
    let form = &device.state.form;
    assert_eq!((form.length, form.kind), (Length::Quick, Some(Kind::Grant)));
    assert_eq!(form.sector, Some(Sector::Business));
    assert_eq!(
        (form.partnership.as_str(), form.organisation.as_str()),
        ("Tea for all", "B")
    );
    assert!(device.saves().is_empty());
}

#[test]
fn start_pressed_before_the_program_arrived_begins_the_check() {
    let device = Device::started(Found {
        fragment: "#begin".to_owned(),
        early: early(&[("kind", "other")]),
        ..Found::default()
    });
    assert_eq!(*device.screen(), Screen::Questions(0));
    // The way back leads to the start screen, not to a press on its button.
    assert_eq!(device.gone_to(), ["#start", "#q-1"]);
    // The durable store has not been read yet, so it must not be written.
    assert!(device.saves().iter().all(|(_, durable)| !durable));
}

#[test]
fn start_pressed_too_early_and_too_soon_says_what_is_missing() {
    let device = Device::started(Found {
        fragment: "#begin".to_owned(),
        ..Found::default()
    });
    assert_eq!(device.state.missing, Some(Missing::Kind));
    assert_eq!(*device.screen(), Screen::Start);
    // `#begin` must not stay in the address: a reload would press Start again.
    assert!(device.effects.starts_with(&[replaced("#start")]));
    assert_eq!(device.effects.last(), Some(&Effect::Focus("phc-problem")));
}

/// A page that arrives after Start and some answers.
fn begun_early(controls: &[(&str, &str)]) -> Device {
    Device::started(Found {
        fragment: "#begin".to_owned(),
        early: early(controls),
        begun: true,
        ..Found::default()
    })
}

#[test]
fn answers_given_before_the_program_arrived_are_in_the_first_save() {
    let device = begun_early(&[
        ("A1.1", "4"),
        ("A1.3", "dk"),
        ("note", "We met twice."),
        ("length", "full"),
        ("kind", "grant"),
        ("side", "second"),
    ]);
    assert_eq!(*device.screen(), Screen::Questions(0));
    assert_eq!(device.check().setup.value.side, Side::Second);
    assert_eq!(device.response("A1.1"), Some("4"));
    assert_eq!(device.response("A1.2"), None);
    assert_eq!(device.response("A1.3"), Some("dk"));
    assert_eq!(device.state.answered(), 2);
    let note = NoteId::of(Criterion::ALL[0]);
    assert_eq!(device.check().note(note), "We met twice.");
    assert_eq!(device.saves().len(), 1);
    assert_eq!(device.saved(), device.state.record);
    assert_eq!(device.gone_to(), ["#start", "#q-1"]);
    // The page is on screen already, and an answer may have the focus.
    assert!(!device.effects.contains(&Effect::ShowTop));
}

#[test]
fn early_answers_that_the_first_page_does_not_ask_are_left() {
    let device = begun_early(&[
        ("length", "quick"),
        ("kind", "other"),
        ("A1.1", "4"),
        ("A1.2", "6"),
        ("A2.2", ""),
        ("CP1", "2"),
        ("Z9.9", "3"),
        ("note", "The quick check has none."),
        ("A3.1", "5"),
    ]);
    assert_eq!(device.state.answered(), 1);
    assert_eq!(device.response("A3.1"), Some("5"));
    let check = device.check();
    assert_eq!(
        check.responses.iter().filter(|one| one.value.is_some()).count(),
        1
    );
    assert!(NoteId::all().all(|note| check.note(note).is_empty()));
}

#[test]
fn early_answers_without_a_kind_begin_nothing() {
    let device = begun_early(&[("A1.1", "4")]);
    assert_eq!(*device.screen(), Screen::Start);
    assert!(device.state.record.is_empty());
    assert!(device.saves().is_empty());
    assert_eq!(device.effects.last(), Some(&Effect::Focus("phc-problem")));
}

#[test]
fn early_answers_without_a_press_on_start_begin_nothing() {
    let device = Device::started(Found {
        early: early(&[("kind", "other"), ("A1.1", "4")]),
        ..Found::default()
    });
    assert!(device.state.record.is_empty());
    assert!(device.saves().is_empty());
}

#[test]
fn early_answers_leave_a_stored_check_alone() {
    let device = Device::started(Found {
        fragment: "#begin".to_owned(),
        stored: Some(quick_text("1", 2)),
        early: early(&[("kind", "other"), ("A1.1", "4")]),
        begun: true,
        ..Found::default()
    });
    assert_eq!(device.state.record.checks.len(), 2);
    assert_eq!(device.response("A1.1"), Some("4"));
    assert_eq!(device.response("A1.2"), None);
    let stored = |check: &&Check| check.responses[1].value.is_some();
    assert_eq!(device.state.record.checks.iter().filter(stored).count(), 1);
}

#[test]
fn a_long_early_note_is_shortened_and_the_person_is_told() {
    let device = begun_early(&[("kind", "other"), ("note", &"a".repeat(3_000))]);
    assert_eq!(device.check().note(NoteId::of(Criterion::ALL[0])).len(), 2_000);
    assert!(device.told(Notice::NoteShortened));
}

#[test]
fn ids_never_repeat() {
    let mut device = Device::fresh();
    // The seed that leads to an id which is taken.
    device.state.seed = 7;
    device.begin(Length::Quick, Kind::Other, Side::First);
    for _ in 0..50 {
        device.state.seed = 7;
        device.take([Message::LinkFollowed("start")]);
        device.begin(Length::Quick, Kind::Other, Side::First);
    }
    let mut ids: Vec<_> = device.state.record.checks.iter().map(|check| check.id).collect();
    assert!(ids.is_sorted(), "equal records must be equal texts");
    ids.dedup();
    assert_eq!(ids.len(), 51);
}

#[test]
fn settings_of_the_open_check_can_be_changed_and_keep_its_answers() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer("A1.1", "4").answer("GR1", "2");
    device.take([Message::LinkFollowed("setup")]);
    assert_eq!(*device.screen(), Screen::Setup);
    assert_eq!(device.state.form.kind, Some(Kind::Grant));
    device.take([
        Message::FormChanged(Change::Kind(Kind::Prime)),
        Message::SetupPressed,
    ]);
    assert_eq!(device.state.missing, Some(Missing::Side));
    assert_eq!(device.check().setup.value.kind, Kind::Grant);
    device.take([
        Message::FormChanged(Change::Side(Side::Second)),
        Message::SetupPressed,
    ]);
    assert_eq!(*device.screen(), Screen::CheckAnswers);
    assert_eq!(device.check().setup.value.kind, Kind::Prime);
    assert_eq!(device.saved(), device.state.record);
    assert_eq!(device.response("A1.1"), Some("4"));
    // The answer to the other kind's statement waits, in case the kind is changed back.
    assert_eq!(device.response("GR1"), Some("2"));
    assert_eq!(device.state.answered(), 1);
}

#[test]
fn settings_left_as_they_are_write_nothing() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.take([Message::LinkFollowed("setup"), Message::SetupPressed]);
    assert!(device.saves().is_empty());
    assert_eq!(*device.screen(), Screen::CheckAnswers);
}

#[test]
fn after_a_failure_the_person_is_told() {
    let device = Device::started(Found {
        recovered: true,
        ..Found::default()
    });
    assert_eq!(device.state.notices, [Notice::Recovered]);
}

#[test]
fn answers_that_nothing_keeps_come_from_the_page_after_a_failure() {
    let mut device = Device::started(Found {
        recovered: true,
        fragment: "#q-1".to_owned(),
        local: LocalStore::Refused,
        held: Some(quick_text("4", 2)),
        ..Found::default()
    });
    assert_eq!(device.response("A1.2"), Some("4"));
    assert_eq!(*device.screen(), Screen::Questions(0));
    device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
    // What is safe for now, and for how long.
    assert_eq!(device.state.notices, [Notice::Recovered, Notice::StorageOff]);
}

#[test]
fn held_answers_and_older_stored_ones_come_together() {
    let mut device = Device::started(Found {
        recovered: true,
        stored: Some(quick_text("1", 2)),
        held: Some(quick_text("4", 3)),
        ..Found::default()
    });
    assert_eq!(device.response("A1.2"), Some("4"));
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(quick_text("1", 2)))))]);
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn the_next_check_is_offered_last_times_settings() {
    let mut device = Device::fresh();
    device.take([Message::FormChanged(Change::Organisation(
        "Harbour Kitchen".to_owned(),
    ))]);
    device.begin(Length::Quick, Kind::Grant, Side::Second);
    let offered = |device: &Device| {
        let form = &device.state.form;
        (form.length, form.kind, form.side, form.organisation.clone())
    };
    let last = (
        Length::Quick,
        Some(Kind::Grant),
        Some(Side::Second),
        "Harbour Kitchen".to_owned(),
    );
    assert_eq!(offered(&device), last);
    device.take([Message::LinkFollowed("setup")]);
    device.take([
        Message::FormChanged(Change::Kind(Kind::Other)),
        Message::LinkFollowed("start"),
    ]);
    assert_eq!(
        offered(&device),
        last,
        "settings that were not saved do not count"
    );
    // What is typed on the start screen stays while one looks at another page.
    device.take([
        Message::FormChanged(Change::Organisation("B".to_owned())),
        Message::LinkFollowed("privacy"),
        Message::LinkFollowed("start"),
    ]);
    assert_eq!(device.state.form.organisation, "B");
    // After the page was loaded again too, but what was ticked before the program ran counts more.
    let stored = partnership_health_check::formats::stored::save(&device.state.record);
    let mut found = Found {
        stored: Some(stored),
        ..Found::default()
    };
    assert_eq!(offered(&Device::started(found.clone())), last);
    found.early = early(&[("length", "full"), ("kind", "other")]);
    let form = Device::started(found).state.form;
    assert_eq!((form.length, form.kind), (Length::Full, Some(Kind::Other)));
}
