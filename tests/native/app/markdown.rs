//! A result as Markdown: what it holds, and that no name becomes markup.

use partnership_health_check::app::Message;
use partnership_health_check::app::form::Change;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::present::markdown::markdown;

use super::support::Device;

fn summary(length: Length, name: &str) -> Summary {
    let mut device = Device::fresh();
    device.take([Message::FormChanged(Change::Partnership(name.to_owned()))]);
    device.begin(length, Kind::Grant, Side::First);
    device.answer_all("2").finish();
    device.state.share_partnership = true;
    device.state.summary().expect("a summary")
}

#[test]
fn a_full_result_has_headline_table_and_steps() {
    let device = Device::fresh();
    let text = markdown(device.state.texts, &summary(Length::Full, "Tea for all"), None);
    assert!(
        text.starts_with("# Needs work: start with one thing\n\n- Tea for all, 22 November 2026\n"),
        "{text}"
    );
    assert!(text.contains(
        "| Criterion | Score | In words |\n|---|--:|---|\n| A1 Shared purpose | 25 | Needs work |\n"
    ));
    // Twelve criteria, value, and the two rows of the head.
    assert_eq!(text.lines().filter(|line| line.starts_with('|')).count(), 15);
    assert_eq!(text.lines().filter(|line| line.starts_with("1. **")).count(), 3);
    assert!(
        text.lines()
            .filter(|line| line.starts_with("1. **"))
            .all(|line| line.ends_with("**"))
    );
    assert!(text.ends_with("This starts a conversation. It is not a rating.\n"));
}

#[test]
fn a_quick_result_has_no_table() {
    let device = Device::fresh();
    let text = markdown(device.state.texts, &summary(Length::Quick, ""), None);
    assert!(!text.contains('|'), "{text}");
    assert!(text.contains("## What to do next"));
}

#[test]
fn no_name_becomes_markup() {
    let device = Device::fresh();
    let text = markdown(
        device.state.texts,
        &summary(Length::Full, "# [Tea](https://x) <b>*|`_&"),
        None,
    );
    assert!(
        text.contains("- \\# \\[Tea\\](https://x) \\<b\\>\\*\\|\\`\\_\\&, 22 November 2026\n"),
        "{text}"
    );
}
