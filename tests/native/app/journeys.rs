//! Answering, notes, the way from page to page, finishing, the full check after the quick one.

use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::pages::Asked;
use partnership_health_check::app::store::Heard;
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::answer::StageChoice;
use partnership_health_check::domain::check::NoteId;
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::formats::stored;

use super::support::{Device, day, statement, today};

#[test]
fn every_answer_is_saved_with_a_higher_revision() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    let mut last = 0;
    for (id, value) in [("A1.1", "4"), ("A1.2", "dk"), ("A1.1", "na")] {
        device.answer(id, value);
        assert_eq!(device.response(id), Some(value));
        let revision = device.check().responses[statement(id).index()].revision;
        assert!(revision > last);
        last = revision;
        assert_eq!(device.saved(), device.state.record);
        assert_eq!(device.effects.len(), 1);
    }
}

#[test]
fn a_cleared_answer_is_newer_than_the_answer() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer("A1.1", "4");
    let before = device.check().responses[0].revision;
    device.take([Message::Answered(statement("A1.1"), None)]);
    assert_eq!(device.response("A1.1"), None);
    assert!(device.check().responses[0].revision > before);
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn the_stage_can_be_chosen_and_cleared() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.take([Message::StageChosen(Some(StageChoice::NotSure))]);
    assert_eq!(device.saved().checks[0].stage.value, Some(StageChoice::NotSure));
    device.take([Message::StageChosen(None)]);
    assert_eq!(device.saved().checks[0].stage.value, None);
}

#[test]
fn nothing_is_answered_without_a_check() {
    let mut device = Device::fresh();
    device.answer("A1.1", "4");
    device.take([
        Message::StageChosen(Some(StageChoice::NotSure)),
        Message::NoteWritten(NoteId::VALUE, "a".to_owned()),
        Message::NextPressed,
        Message::PreviousPressed,
        Message::FullCheckPressed,
        Message::CheckOpened(1),
        Message::CopyPressed,
        Message::SheetPressed,
    ]);
    assert!(device.effects.is_empty());
    assert!(device.state.record.checks.is_empty());
}

#[test]
fn notes_are_cleaned_and_long_ones_shortened() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    let note = NoteId::parse("A1").expect("a note");
    device.take([Message::NoteWritten(
        note,
        "They\r\nnever\u{202E} came.".to_owned(),
    )]);
    assert_eq!(device.saved().checks[0].note(note), "They\nnever came.");
    assert!(!device.told(Notice::NoteShortened));
    device.take([Message::NoteWritten(note, "é".repeat(2_001))]);
    assert_eq!(device.saved().checks[0].note(note), "é".repeat(2_000));
    assert!(device.told(Notice::NoteShortened));
    device.take([Message::NoteWritten(note, String::new())]);
    assert_eq!(device.saved().checks[0].note(note), "");
}

/// Every length, kind and side: through all pages by "Next" and back by "Previous".
#[test]
fn next_and_previous_pass_every_statement() {
    for length in Length::ALL {
        for kind in Kind::ALL {
            let mut device = Device::begun(length, kind, Side::First);
            let pages = device.state.pages();
            let asked: Vec<_> = pages.iter().flat_map(|page| page.statements.clone()).collect();
            let mut expected = device.check().statements();
            if length == Length::Quick {
                expected.sort();
            }
            let mut sorted = asked.clone();
            sorted.sort();
            expected.sort();
            assert_eq!(sorted, expected, "{length:?} {kind:?}");
            assert!(
                pages.iter().all(|page| page.statements.len() <= 5),
                "{length:?} {kind:?}"
            );
            for number in 1..pages.len() {
                device.take([Message::NextPressed]);
                assert_eq!(*device.screen(), Screen::Questions(number));
            }
            device.take([Message::NextPressed]);
            assert_eq!(*device.screen(), Screen::CheckAnswers);
            assert_eq!(device.gone_to(), ["#answers"]);
            device.take([Message::NextPressed, Message::PreviousPressed]);
            assert_eq!(*device.screen(), Screen::CheckAnswers);
            device.take([Message::ChangePressed(2, None), Message::PreviousPressed]);
            device.take([Message::PreviousPressed, Message::PreviousPressed]);
            assert_eq!(*device.screen(), Screen::Start);
        }
    }
}

#[test]
fn the_stage_question_comes_last_and_only_in_the_full_check() {
    let full = Device::begun(Length::Full, Kind::Other, Side::First);
    let pages = full.state.pages();
    assert!(pages.last().is_some_and(|page| page.statements.is_empty()));
    assert_eq!(pages.iter().filter(|page| page.statements.is_empty()).count(), 1);
    let quick = Device::begun(Length::Quick, Kind::Other, Side::First);
    assert!(quick.state.pages().iter().all(|page| !page.statements.is_empty()));
}

/// A closed tab: what was saved last, opened again.
fn reopened(device: &Device) -> Device {
    let mut again = Device::with_stored(&stored::save(&device.state.record));
    again.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    again
}

#[test]
fn a_closed_tab_goes_on_where_it_was() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer("A1.1", "4");
    device.take([Message::NextPressed, Message::NextPressed]);
    assert_eq!(device.saved().checks[0].place.value, 2);
    let mut again = reopened(&device);
    let id = again.check().id;
    again.take([Message::CheckOpened(id)]);
    assert_eq!(*again.screen(), Screen::Questions(2));
    assert_eq!(again.response("A1.1"), Some("4"));
    // Nothing changed, so nothing is written.
    assert!(again.saves().is_empty());
}

#[test]
fn the_check_worked_on_last_is_open_after_a_reload() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    let first = device.check().id;
    device.take([Message::LinkFollowed("start")]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    let second = device.check().id;
    assert_eq!(reopened(&device).check().id, second);
    device.take([Message::CheckOpened(first)]).answer("A1.2", "1");
    assert_eq!(reopened(&device).check().id, first);
    device.finish();
    assert_eq!(
        reopened(&device).check().id,
        second,
        "in progress before finished"
    );
}

#[test]
fn a_check_can_be_finished_with_blanks_and_keeps_its_day() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer("A1.1", "4").finish();
    assert_eq!(*device.screen(), Screen::Result);
    assert_eq!(device.check().finished.value, Some(today()));
    assert_eq!(device.gone_to(), ["#result"]);
    let revision = device.check().finished.revision;
    device.take([Message::DayRead(day(1, 12, 2026))]);
    device.answer("A1.2", "2").finish();
    assert_eq!(device.check().finished.value, Some(today()));
    assert_eq!(device.check().finished.revision, revision);
}

#[test]
fn result_and_share_lead_to_the_answers_while_unfinished() {
    for fragment in ["result", "share"] {
        let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
        device.take([Message::LinkFollowed(fragment)]);
        assert_eq!(*device.screen(), Screen::CheckAnswers, "{fragment}");
        assert_eq!(device.gone_to(), ["#answers"]);
        device.take([Message::FragmentChanged(["#", fragment].concat(), None)]);
        assert_eq!(*device.screen(), Screen::CheckAnswers, "{fragment}");
        device.finish().take([Message::LinkFollowed(fragment)]);
        assert_eq!(device.gone_to(), [["#", fragment].concat()]);
    }
}

#[test]
fn a_finished_check_opens_on_its_result() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.finish();
    let id = device.check().id;
    device.take([Message::LinkFollowed("start"), Message::CheckOpened(id)]);
    assert_eq!(*device.screen(), Screen::Result);
}

#[test]
fn the_full_check_after_the_quick_one_keeps_answers_names_and_the_quick_one() {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Length(Length::Quick)),
        Message::FormChanged(Change::Kind(Kind::Prime)),
        Message::FormChanged(Change::Side(Side::Second)),
        Message::FormChanged(Change::Partnership("Tea for all".to_owned())),
        Message::StartPressed,
    ]);
    device.answer_all("4").answer("V2", "dk").finish();
    device.take([Message::SharePartnershipChosen(true)]);
    let quick = device.check().clone();
    device.take([Message::FullCheckPressed]);
    let full = device.check();
    assert_ne!(full.id, quick.id);
    assert_eq!(full.setup.value.length, Length::Full);
    assert_eq!(full.setup.value.kind, Kind::Prime);
    assert_eq!(full.setup.value.side, Side::Second);
    assert_eq!(full.setup.value.partnership, "Tea for all");
    assert_eq!(full.finished.value, None);
    assert_eq!(full.sheet(), quick.sheet());
    assert_eq!(device.state.answered(), 13);
    assert_eq!(*device.screen(), Screen::Questions(0));
    assert!(!device.state.share_partnership, "each check ticks its own names");
    assert_eq!(device.state.record.check(quick.id), Some(&quick));
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn answers_can_be_changed_after_the_result() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.answer_all("5").finish();
    let link = device.state.link();
    device.answer("A1.2", "1");
    assert_ne!(device.state.link(), link);
    assert_eq!(device.check().finished.value, Some(today()));
}

#[test]
fn answers_only_count_where_the_check_asks() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.take(
        StatementId::all()
            .map(|statement| Message::Answered(statement, super::support::response("3").into())),
    );
    assert_eq!(device.state.answered(), 13);
    let summary = device.state.summary().expect("a summary");
    assert_eq!(
        StatementId::all()
            .filter(|id| summary.sheet.get(*id).is_some())
            .count(),
        13
    );
}

#[test]
fn small_requests_go_to_the_browser() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.take([
        Message::PrintPressed,
        Message::SkipPressed,
        Message::ErrorFollowed("kind-consortium"),
    ]);
    assert_eq!(
        device.effects,
        [Effect::Print, Effect::ShowTop, Effect::Focus("kind-consortium")]
    );
    device.take([Message::DownloadPressed]);
    let [Effect::Download(file)] = &device.effects[..] else {
        panic!("{:?}", device.effects);
    };
    assert_eq!(file.name, "partnership-health-check-checks.json");
    assert_eq!(file.text, stored::save(&device.state.record));
    let started = Device::started(Found::default());
    assert!(started.effects.is_empty());
}

#[test]
fn change_leads_to_the_statement() {
    let mut device = Device::begun(Length::Full, Kind::Other, Side::First);
    let statement = StatementId::parse("B2.3").expect("a statement");
    device.take([Message::ChangePressed(5, Some(Asked::Statement(statement)))]);
    assert_eq!(*device.screen(), Screen::Questions(5));
    assert!(device.effects.contains(&Effect::Focus("B2.3")));
    assert!(!device.effects.contains(&Effect::ShowTop));
    device.take([Message::ChangePressed(14, None)]);
    assert!(
        device.effects.contains(&Effect::ShowTop),
        "the stage question has its page to itself"
    );
}
