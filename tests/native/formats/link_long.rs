//! Links in texts that are longer than what is held of them at a time, and payloads among lines that begin like one.

use std::fmt::Write as _;
use std::iter::repeat_n;

use super::vectors::{LinkVector, links, payload};
use partnership_health_check::formats::link::{Content, LinkError, Scanner, decode_all};

const OWN: &str = "https://host.example/check";

/// A quick check's link.
fn short_link() -> LinkVector {
    links()
        .into_iter()
        .min_by_key(|link| link.fragment.len())
        .expect("a link")
}

/// Lines of 64 letters in which nothing begins.
fn filling(lines: usize) -> String {
    ["a".repeat(63), "\n".to_owned()].concat().repeat(lines)
}

/// How many links a text has, and the lines of the addresses that lost theirs.
fn found(text: &str) -> (usize, Vec<usize>) {
    let mut scanner = Scanner::new(text);
    let mut count = 0;
    for hit in scanner.by_ref() {
        assert!(hit.content.is_ok(), "{hit:?}");
        count += 1;
    }
    (count, scanner.cut_addresses(OWN))
}

/// What was read is dropped now and then, at the end of a line. What stands on both sides of such a place still belongs
/// together.
#[test]
fn a_link_belongs_to_what_is_before_it_wherever_in_a_long_text_it_stands() {
    let link = short_link().fragment;
    let padded = |text: String| format!("{text:a<63}\n");
    for ahead in 2_045..2_050 {
        for (one, two) in [
            (format!("{OWN}{link} "), format!("<{OWN}{link}> ")),
            (
                format!("{:a>36} {OWN}", ""),
                format!("#/page&{} ", link.trim_start_matches('#')),
            ),
        ] {
            let text = [filling(ahead), padded(one), padded(two.clone()), filling(2_150)].concat();
            assert_eq!(found(&text), (1, Vec::new()), "{ahead}: {two}");
        }
    }
}

/// Each byte of a text is looked at, also of addresses.
#[test]
fn what_a_text_costs_is_counted() {
    for unit in [
        "words of a mail\n",
        "http://host.example/check ",
        "#phc=A ",
        "AQE\n",
    ] {
        let text = unit.repeat(1_000);
        let mut scanner = Scanner::new(&text);
        assert_eq!(scanner.looked_at(), 0);
        while scanner.next().is_some() {}
        let least = text.len() * 3 / 2;
        assert!(scanner.looked_at() >= least, "{unit}: {}", scanner.looked_at());
    }
}

/// A text with a payload in two lines behind many lines that only begin like one: their words are read in vain.
#[test]
fn a_payload_in_two_lines_is_found_behind_many_that_only_begin_like_one() {
    let link = links()
        .into_iter()
        .find(|link| payload(link).len() > 36)
        .expect("a link of two lines");
    let (one, two) = payload(&link).split_at(30);
    // With a dash, such a line is read twice.
    for (begin, words) in [
        ("AQEhello-world-and-all-of-you", 130),
        ("AQEhello-world-and-all-of\u{2013}you", 250),
    ] {
        let mut text = String::new();
        for number in 1..=200 {
            text.push_str(begin);
            text.extend(repeat_n(" word", words));
            text.push('\n');
            if number % 20 == 0 {
                writeln!(text, "{one}\n{two}\nKind regards").expect("a text");
            }
        }
        let found: Vec<_> = decode_all(&text).map(|hit| (hit.line, hit.content)).collect();
        let wanted: Vec<_> = (0..10)
            .map(|group| (group * 23 + 21, Ok(Content::Summary(link.summary.clone()))))
            .collect();
        assert_eq!(found, wanted, "{begin}");
    }
}

#[test]
fn a_payload_of_a_newer_version_alone_on_its_line_is_told() {
    let newer = super::vectors::sealed(&[2; 30]);
    let faults = |text: &str| -> Vec<_> {
        decode_all(text)
            .map(|hit| (hit.line, hit.content.err()))
            .collect()
    };
    assert_eq!(
        faults(&format!("Hello\n{newer}\n")),
        [(2, Some(LinkError::NewerVersion))]
    );
    assert_eq!(faults(&format!("Hello\n{newer} and more\n")), []);
}

/// A block ends at the end of a line, if there is one in it.
#[test]
fn a_line_longer_than_a_block_is_passed_wherever_it_begins() {
    let link = short_link().fragment;
    for before in ["", "\n", "a\n", "\n\n"] {
        let text = format!("{before}{}\n{OWN}{link}\n", "a".repeat(140_000));
        assert_eq!(found(&text), (1, Vec::new()), "{before:?}");
    }
}

#[test]
fn two_answers_alike_with_words_of_a_mail_between_them_are_two() {
    let link = format!("{OWN}{}", short_link().fragment);
    let between = [
        "\nOn Monday <ann@example.org> wrote!\n> ".to_owned(),
        format!(" <{}", "-".repeat(2_100)),
    ];
    for between in between {
        assert_eq!(found(&format!("{link}{between}{link}")).0, 2, "{between}");
    }
    assert_eq!(found(&format!("{link}\"><a href=\"{link}\">")).0, 1);
}

#[test]
fn two_links_that_were_cut_are_told_each() {
    let all = links();
    let [one, two] = [0, 7].map(|at| payload(&all[at]));
    let cut = |payload: &str| format!("{OWN}#phc={}\n{}", &payload[..10], &payload[10..18]);
    let text = format!("{} <{}", cut(one), cut(two));
    let hits: Vec<_> = decode_all(&text).collect();
    assert_eq!(hits.len(), 2);
    assert!(hits.iter().all(|hit| hit.content.is_err()), "{hits:?}");
}

#[test]
fn an_address_whose_link_stands_apart_is_told() {
    let link = short_link().fragment;
    let link = link.trim_start_matches('#');
    for text in [
        format!("{OWN}\n{link}\n"),
        format!("{OWN}# Here are ours, I hope: {link}\n"),
    ] {
        let cut = found(&text).1;
        assert_eq!(cut.is_empty(), text.contains('#'), "{text}");
    }
    // A sign by its name in HTML.
    assert_eq!(found(&format!("{OWN}&num;{link}")), (1, Vec::new()));
    for own in ["https://host.example/?page_id=42", "https://host.example/?page="] {
        let mut scanner = Scanner::new(format!("{own} is where you find it"));
        assert!(scanner.next().is_none());
        assert_eq!(scanner.cut_addresses(own), [1], "{own}");
    }
}
