//! Addresses that lost their `#` and all that follows, among pasted links.

use partnership_health_check::app::chair::compare::{Message as Act, TextLine};
use partnership_health_check::content::Texts;
use partnership_health_check::present::chair::compare::cut_words;

use super::support::{Device, address, all};

/// The lines that are told after a text was pasted.
fn told(text: &str) -> Vec<usize> {
    let mut device = Device::new();
    device.paste(text);
    let taken = device.state.compare.taken.expect("told");
    taken.cut_addresses.iter().map(|place| place.line).collect()
}

#[test]
fn an_address_that_lost_its_end_is_told_with_its_line() {
    let mut device = Device::new();
    let good = address(&all("4"));
    let text = format!("Ann:\n{good}\nBo:\n> https://check.example/\n\nCy: <HTTP://Check.example>, sorry\n");
    device.paste(&text);
    let taken = device.state.compare.taken.clone().expect("told");
    let place = |line| TextLine { text: None, line };
    assert_eq!(taken.cut_addresses, [place(4), place(6)]);
    assert_eq!((taken.added, taken.problems.len()), (1, 0));
    let words = cut_words(Texts::english(), &taken).expect("a sentence");
    assert!(
        words.starts_with("2 links to the check have no answers"),
        "{words}"
    );
    device.act(Act::FilesRead(vec![
        "no link".to_owned(),
        "https://check.example".to_owned(),
    ]));
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!(
        taken.cut_addresses,
        [TextLine {
            text: Some(2),
            line: 1
        }]
    );
    assert!(!taken.nothing, "it is an address of the check");
}

#[test]
fn an_address_of_another_page_counts_where_that_page_has_a_link() {
    let good = address(&all("4")).replace("check.example/", "host.example/page?id=3&lang=en");
    let alone = "https://host.example/page?id=3";
    assert_eq!(
        told(&format!("{alone}\n{good}\nhttps://host.example/page?id=4\n")),
        [1]
    );
    assert!(told(&format!("{alone}\n")).is_empty());
    assert_eq!(
        told("https://safe.example/?url=https%3A%2F%2Fcheck.example%2F&data=05%7C02"),
        [1]
    );
}

#[test]
fn an_address_with_its_link_is_never_told() {
    let good = address(&all("4"));
    let payload = good.split_once('#').expect("a fragment").1;
    for text in [
        good.clone(),
        format!("https://check.example/\n#{payload}"),
        format!("> https://check.example/\n> #{payload}"),
        format!("https://check.example/ <{good}>"),
        format!("<a href=\"{good}\">https://check.example/</a>"),
        format!("https://urldefense.com/v3/__https://check.example/*{payload}__;Iw!!ABC-def!xyz$"),
        format!("https://safe.example/?url=https%3A%2F%2Fcheck.example%2F%23{payload}&data=05"),
        format!("{good}\nhttps://check.example/#about"),
        // The link is told, with what is wrong.
        good[..good.len() - 6].to_owned(),
        "https://check.example/#phc=".to_owned(),
    ] {
        assert!(told(&text).is_empty(), "{text}");
    }
}

#[test]
fn a_long_text_of_addresses_lists_the_first_and_counts_the_others() {
    let mut device = Device::new();
    let mut text = String::new();
    let good = address(&all("4"));
    for _ in 0..3_000 {
        text.push_str("https://check.example/ and some words of a message that goes on over a whole line\n");
        text.push_str(&good);
        text.push('\n');
    }
    device.paste(&text);
    let taken = device.state.compare.taken.clone().expect("told");
    let lines: Vec<_> = taken.cut_addresses.iter().map(|place| place.line).collect();
    assert_eq!(lines, (0..200).map(|at| 2 * at + 1).collect::<Vec<_>>());
    assert_eq!(taken.more_cut_addresses, 2_800);
}
