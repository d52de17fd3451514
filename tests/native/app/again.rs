//! The reminder of the next check, as the result offers it.

use partnership_health_check::app::file::File;
use partnership_health_check::app::form::Change;
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::check::NoteId;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::present::again::Again;
use partnership_health_check::present::files;

use super::support::{Device, day};

/// A device with a finished check in which everything was answered like this.
fn finished(partnership: &str, answer: &str) -> Device {
    let mut device = Device::fresh();
    device.take([
        Message::FormChanged(Change::Partnership(partnership.to_owned())),
        Message::FormChanged(Change::Organisation("Food bank".to_owned())),
    ]);
    device.begin(Length::Full, Kind::Grant, Side::Second);
    device.answer_all(answer).finish();
    device
}

fn file(device: &Device) -> File {
    let again = Again::of(&device.state).expect("a check on screen");
    again.file(device.state.texts)
}

#[test]
fn where_fractions_begin_with_a_comma_the_table_of_a_summary_has_semicolons() {
    let mut device = finished("Riverside", "4");
    let summary = device.state.summary().expect("a summary");
    let table = files::table(device.state.texts, &summary, None);
    for (decimal_comma, head) in [(false, "respondent,length,"), (true, "respondent;length;")] {
        device.state.decimal_comma = decimal_comma;
        device.take([Message::FileMade(table.clone())]);
        let [Effect::Download(file)] = &device.effects[..] else {
            panic!("one file: {:?}", device.effects)
        };
        let (mark, text) = file.text.split_at('\u{FEFF}'.len_utf8());
        assert_eq!(mark, "\u{FEFF}");
        assert!(text.starts_with(head), "{text}");
    }
}

#[test]
fn the_reminder_is_for_six_months_after_the_check() {
    let mut device = finished("Riverside", "4");
    // Pressed a week later.
    device.take([Message::DayRead(day(29, 11, 2026))]);
    let again = Again::of(&device.state).expect("a check on screen");
    assert_eq!(again.day, day(22, 5, 2027));
    assert_eq!(
        again.when(device.state.texts),
        "Check again in six months, on 22 May 2027, and compare."
    );
    let file = file(&device);
    device.take([Message::FileMade(file.clone())]);
    assert_eq!(device.effects, [Effect::Download(file.clone())]);
    assert_eq!(
        (&*file.name, file.kind),
        ("partnership-health-check-reminder.ics", "text/calendar")
    );
    let unfolded = file.text.replace("\r\n ", "");
    for line in [
        "DTSTART;VALUE=DATE:20270522",
        "DTSTAMP:20261129T000000Z",
        "SUMMARY:Check our partnership again: Riverside",
        "URL:https://check.example/",
    ] {
        assert!(
            unfolded.contains(&format!("\r\n{line}\r\n")),
            "{line} in {unfolded}"
        );
    }
    assert!(
        unfolded.contains("since the check of 22 November 2026."),
        "{unfolded}"
    );
    assert!(!unfolded.contains("Food bank"), "{unfolded}");
    let nameless = file_of_nobody();
    assert!(
        nameless.contains("\r\nSUMMARY:Check our partnership again\r\n"),
        "{nameless}"
    );
}

fn file_of_nobody() -> String {
    file(&finished("", "4")).text
}

#[test]
fn the_reminder_is_the_same_whatever_was_answered() {
    let plain = finished("Riverside", "4");
    let mut other = finished("Riverside", "1");
    other.take([Message::NoteWritten(NoteId::VALUE, "Money is short".to_owned())]);
    // A number that grows with each change is in it, so that calendars know the newer file.
    let without_sequence = |device: &Device| -> Vec<String> {
        let text = file(device).text;
        let lines = text.lines().filter(|line| !line.starts_with("SEQUENCE:"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(without_sequence(&plain), without_sequence(&other));
    assert!(
        Again::of(&Device::fresh().state).is_none(),
        "without a check there is none"
    );
}
