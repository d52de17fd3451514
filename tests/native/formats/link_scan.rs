//! All links in a long text: e-mail threads as mail programs leave them, lists of payloads, and texts made
//! to take long.

use itertools::Itertools as _;
use std::fmt::Write as _;

use super::any::{summary, text as any_text};
use super::link_forms::{comparisons, invitations, plans};
use super::vectors::{LinkVector, links, payload};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link::{
    Content, Form, Hit, LinkError, Scanner, Step, decode_all, encode,
};
use proptest::prelude::*;

use crate::plays::plays;

fn hits(text: &str) -> Vec<Hit> {
    decode_all(text).collect()
}

/// The summaries in a text, each with its line; anything else fails.
fn summaries(text: &str) -> Vec<(usize, Summary)> {
    let summary = |hit: Hit| match hit.content {
        Ok(Content::Summary(summary)) => (hit.line, summary),
        other => panic!("{other:?} in line {} of {text}", hit.line),
    };
    decode_all(text).map(summary).collect()
}

/// Links without names, which fit a line.
fn short_links() -> Vec<LinkVector> {
    links()
        .into_iter()
        .filter(|link| link.fragment.len() < 60)
        .collect()
}

/// `{}` stands for the payload: every way gives the link once, on the line given.
const WAYS: [(usize, &str); 40] = [
    (1, "#phc={}"),
    (1, "https://example.org/check#phc={}"),
    (1, "https://example.org/check?fbclid=1#phc={}&utm=2"),
    (1, "https://example.org/check#/result/phc={}"),
    (1, "https://example.org/check#PHC={}"),
    (1, "https://example.org/check%23phc%3d{}"),
    (
        1,
        "https://safe.example/?url=https%3A%2F%2Fexample.org%2F%23phc%3D{}%26data%3D1",
    ),
    (
        1,
        "https://safe.example/?url=https%253A%252F%252Fexample.org%252F%2523phc%253D{}",
    ),
    (
        1,
        "https://safe.example/?url=https%25253A%25252F%25252Fexample.org%25252F%252523phc%25253D{}%2526",
    ),
    (
        1,
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fcheck%23phc%3D{}&data=05%7C02%7Cann%40example.org%7C1f&sdata=x%3D&reserved=0",
    ),
    (
        1,
        "<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fcheck%23phc%3D{}&amp;data=05%7C02&amp;reserved=0>",
    ),
    (
        1,
        "https://www.google.com/url?q=https://example.org/check%23phc%3D{}&source=gmail&ust=1700000000&usg=AOvVaw",
    ),
    (
        1,
        "https://urldefense.com/v3/__https://example.org/check*phc={}__;Iw!!ABC-def!xyz$",
    ),
    (1, "<https://example.org/check#phc={}>"),
    (1, "\"https://example.org/check#phc={}\""),
    (1, "(https://example.org/check#phc={})."),
    (1, "[our result](https://example.org/check#phc={})"),
    (1, "Here: https://example.org/check#phc={}, and yours?"),
    (1, "Here: https://example.org/check#phc={}. Please send yours."),
    (
        1,
        "Here: https://example.org/check#phc={} Kind regards, A name of 100 % truth",
    ),
    (
        2,
        "Here is ours:\r\nhttps://example.org/check#phc={}\r\n-- \r\nKind regards\r\n",
    ),
    (
        2,
        "> Here is ours:\n> https://example.org/check#phc={}\n> Kind regards\n",
    ),
    (3, ">> a\r>> b\r>> https://example.org/check#phc={}\r"),
    (2, "\n#phc=\n{}\n"),
    (2, "\n#phc=\n> {}\n"),
    (2, "\nhttps://example.org/#ph\nc={}\n"),
    (2, "> x\n> https://example.org/#ph\n> c={}\n"),
    (1, "https://example.org/check#phc=3D{}"),
    (1, "https://example.org/check#phc=\r\n=3D{}=\r\n Kind regards"),
    (1, "https://example.org/check#p=\nhc=3D{}"),
    (1, "https://example.org/check#phc&#61;{}"),
    (
        1,
        "https://example.org/check#phc={}<https://example.org/check#phc={}>",
    ),
    (
        1,
        "https://example.org/check#phc={} <https://example.org/check#phc={}> Kind regards",
    ),
    (
        1,
        "https://example.org/check#phc={}\n<https://example.org/check#phc={}>\n",
    ),
    (
        1,
        "> https://example.org/check#phc={}\n> <https://example.org/check#phc={}>\n",
    ),
    (
        1,
        "<a href=\"https://example.org/check#phc={}\">https://example.org/check#phc={}</a>",
    ),
    (
        1,
        "[https://example.org/check#phc={}](https://example.org/check#phc={})",
    ),
    (
        1,
        "https://example.org/#phc={}<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F%23phc%3D{}&data=05>",
    ),
    (2, "no link here\n{}\n"),
    (2, "no link here\r\n> {} \r\nnor here"),
];

#[test]
fn a_link_is_found_once_in_whatever_is_around_it() {
    for link in links().into_iter().step_by(9) {
        for (line, way) in WAYS {
            let text = way.replace("{}", payload(&link));
            assert_eq!(
                summaries(&text),
                [(line, link.summary.clone())],
                "{}: {text}",
                link.name
            );
        }
    }
}

#[test]
fn an_address_rewritten_with_dashes_is_read() {
    for link in links() {
        let rewritten = payload(&link).replace('-', "-2D").replace('_', "-5F");
        let text = format!(
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_check-23phc-3D{rewritten}&d=DwMFaQ&c=x"
        );
        assert_eq!(summaries(&text), [(1, link.summary.clone())], "{text}");
    }
    for link in comparisons().iter().take(20) {
        let fragment = link.fragment.replace('-', "-2D").replace('_', "-5F");
        let rewritten = fragment.replace('#', "-23").replace('=', "-3D");
        let text =
            format!("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_{rewritten}&d=D");
        assert_eq!(
            hits(&text)[0].content,
            Ok(Content::Comparison(link.meaning.clone())),
            "{text}"
        );
    }
}

#[test]
fn a_break_anywhere_in_a_payload_is_mended() {
    for link in short_links().into_iter().step_by(10) {
        for gap in [
            "\n", "\r\n", "\n> ", "\r\n>> ", " ", "\u{AD}", "=\n", "=\r\n", "%0D%0A",
        ] {
            for at in 5..link.fragment.len() {
                let (start, end) = link.fragment.split_at(at);
                let text = format!("See\nhttps://example.org/{start}{gap}{end} Kind regards");
                assert_eq!(summaries(&text), [(2, link.summary.clone())], "{text}");
            }
        }
    }
}

#[test]
fn a_long_comparison_in_lines_of_76_characters_is_mended() {
    for link in comparisons().into_iter().step_by(2) {
        for (mark, end) in [("> ", "\r\n"), ("", "\n"), ("", "=\r\n")] {
            let mut text = String::from("Hello\nhttps://example.org/");
            for (at, c) in link.fragment.chars().enumerate() {
                if at % 70 == 50 {
                    text.push_str(end);
                    text.push_str(mark);
                }
                text.push(c);
            }
            text.push_str("\n\nKind regards");
            let found = hits(&text);
            assert_eq!(found.len(), 1, "{}", link.name);
            assert_eq!(found[0].content, Ok(Content::Comparison(link.meaning.clone())));
            assert_eq!((found[0].line, found[0].form), (2, Form::Comparison));
        }
    }
}

/// A thread of three, as three mail programs leave it, with one link cut and one changed.
#[test]
fn a_thread_gives_each_partner_with_its_line() {
    let links = short_links();
    let of = |at: usize| payload(&links[at]).to_owned();
    let cut = &of(3)[..20];
    let changed = format!("{}{}", &of(4)[..10], of(5).split_at(10).1);
    let (one, two, three) = (of(0), of(1), of(2));
    let text = format!(
        "From: Zoë <zoe@example.org>\r\n\
         Subject: Re: Fwd: Partnership check =?UTF-8?Q?caf=C3=A9?=\r\n\
         \r\n\
         Ours is https://tea.example.org/check?utm_source=mail#phc={one}. Sorry it is late!\r\n\
         \r\n\
         On 3 March 2027 Town Hall wrote:\r\n\
         > Dear all,\r\n\
         > here it is: <https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftea.\r\n\
         > example.org%2Fcheck%23phc%3D{}\r\n\
         > {}&data=05%7C02>\r\n\
         >> See https://example.org/other#section=phc and graphc=AQEA\r\n\
         >> https://tea.example.org/check#phc={three}<https://tea.example.org/check#phc={three}>\r\n\
         >> https://tea.example.org/check#phc={cut}\r\n\
         >> \r\n\
         >> https://tea.example.org/check#phc={changed}\r\n",
        &two[..12],
        &two[12..],
    );
    let all = hits(&text);
    let places: Vec<_> = all.iter().map(|hit| hit.line).collect();
    assert_eq!(places, [4, 9, 12, 13, 15]);
    for (hit, at) in all[..3].iter().zip_eq([0, 1, 2]) {
        assert_eq!(hit.content, Ok(Content::Summary(links[at].summary.clone())));
    }
    assert_eq!(all[3].content, Err(LinkError::CutOff));
    assert_eq!(all[4].content, Err(LinkError::Damaged));
}

#[test]
fn all_forms_are_found_with_their_plans() {
    let (link, comparison, invitation, plan) =
        (&links()[0], &comparisons()[0], &invitations()[3], &plans()[4]);
    let part = &plan.fragment[plan.fragment.find('&').expect("a plan")..];
    for and in ["&", "&amp;", "%26", "%2526"] {
        let part = part.replace('&', and);
        let text = format!(
            "{0}{part} <https://example.org/{0}{part}>\n{1}{part}\n\nhttps://example.org/{2}",
            link.fragment, comparison.fragment, invitation.fragment
        );
        // The first is a text with its target only if there is an address before it.
        let text = format!("https://example.org/{text}");
        let found: Vec<_> = hits(&text)
            .into_iter()
            .map(|hit| (hit.line, hit.content))
            .collect();
        let meaning = Ok(Content::Plan(plan.meaning.clone()));
        assert_eq!(
            found,
            [
                (1, Ok(Content::Summary(link.summary.clone()))),
                (1, meaning.clone()),
                (2, Ok(Content::Comparison(comparison.meaning.clone()))),
                (2, meaning),
                (4, Ok(Content::Invitation(invitation.meaning.clone()))),
            ]
        );
    }
}

#[test]
fn lists_of_payloads_are_read_line_by_line() {
    let links = links();
    let mut text = String::new();
    for link in &links {
        writeln!(text, "{}", payload(link)).expect("a text takes everything");
    }
    let wanted: Vec<_> = (1..).zip(links.iter().map(|link| link.summary.clone())).collect();
    assert_eq!(summaries(&text), wanted);
    // Two partners may have answered alike.
    let twice = format!(
        "{0}\n{0}\n#phc={0}\nhttps://x.org/#phc={0}\nhttps://x.org/#phc={0}",
        payload(&links[0])
    );
    assert_eq!(summaries(&twice).len(), 5);
    let bad = format!(
        "{}\n{}B\nhello\n{}",
        payload(&links[0]),
        &payload(&links[1])[1..],
        &payload(&links[2])[..30]
    );
    let found: Vec<_> = hits(&bad)
        .into_iter()
        .map(|hit| (hit.line, hit.content.err()))
        .collect();
    assert_eq!(found, [(1, None), (4, Some(LinkError::CutOff))]);
}

#[test]
fn other_texts_give_nothing() {
    for text in [
        "",
        "\n\n",
        "hello",
        "phc",
        "p",
        "ph\nc",
        "https://example.org/#result",
        "https://example.org/?q=graphc=AQEA",
        "https://example.org/?phc-other=AQEA",
        "php= phc phc- =phc #phc",
        "AQEhello",
        "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz",
        "\u{1F600} p\u{301}hc=",
        "%",
        "p%",
        "phc%3",
        "phc%",
    ] {
        assert_eq!(hits(text), [], "{text:?}");
    }
}

#[test]
fn faults_are_told_with_their_lines() {
    let text = "#phc=\n\n#phc=hello-world\n#phc-compare=AQ\n#phc-plan=!\n\n#phc-invite=AQE";
    let found: Vec<_> = hits(text)
        .into_iter()
        .map(|hit| (hit.line, hit.form, hit.content.err()))
        .collect();
    assert_eq!(
        found,
        [
            (1, Form::Summary, Some(LinkError::CutOff)),
            (3, Form::Summary, Some(LinkError::Damaged)),
            (4, Form::Comparison, Some(LinkError::CutOff)),
            (5, Form::Plan, Some(LinkError::CutOff)),
            (7, Form::Invitation, Some(LinkError::CutOff)),
        ]
    );
}

#[test]
fn pieces_give_what_the_whole_gives() {
    let links = short_links();
    let mut text = String::new();
    for (number, link) in links.iter().enumerate() {
        let words = "words ".repeat(number % 7);
        writeln!(text, "{words}https://example.org/{}\r\n{words}", link.fragment).expect("a text");
    }
    let whole = hits(&text);
    assert_eq!(whole.len(), links.len());
    for bytes in [0, 1, 2, 7, 64, 1_000] {
        let mut scanner = Scanner::new(text.clone());
        let (mut found, mut before) = (Vec::new(), 0);
        loop {
            let step = scanner.step(bytes);
            assert!(scanner.position() > before || step == Step::Done, "it goes on");
            before = scanner.position();
            match step {
                Step::Hit(hit) => found.push(hit),
                Step::Paused => {}
                Step::Done => break,
            }
        }
        assert_eq!(found, whole, "{bytes}");
        assert_eq!(scanner.position(), text.len());
    }
}

/// Texts that are made to take long, each to be repeated.
fn hostile() -> Vec<String> {
    let long = encode(&links()[0].summary);
    let units = [
        "phc=phc=",
        "phc=",
        "phc-compare=",
        "p",
        "ph\n",
        "p\n> ",
        "p=\n",
        "#phc-plan=Ag ",
        "#phc-plan=Ag\n",
        "#phc=AQE ",
        "AQE ",
        "AgAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "AQEAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "AQEAE_____________________________\n",
        "AQEBV1FTgIBXVQQQQQQQQA\r",
        "%25",
        "phc%25",
        "phc%3D%25",
        "=\n",
        "phc=\n=\n",
        "ph\nc=\nA",
        "phc=A-3D",
        "phc-3D",
        "http",
        "http://a",
        "http://a ",
        "http://a\n#phc=",
        "http://a#phc=A ",
        "\n",
        "\r",
        " ",
        "\u{AD}",
        "é",
        "\0",
        "A",
        "phc=A ",
        "#phc-plan=AQEU\u{0} ",
        &format!("#phc={long}<http"),
    ];
    units.map(str::to_owned).to_vec()
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    for unit in hostile() {
        let text = unit.repeat((1 << 14) / unit.len());
        let _ = hits(&text).len();
        let _ = hits(&format!("#phc-plan=AgAA {text}")).len();
        let _ = hits(&format!("#phc-plan=AQEU{text}")).len();
    }
}

/// How often a byte is looked at in a text.
fn cost(text: &str) -> usize {
    let mut scanner = Scanner::new(text);
    while scanner.next().is_some() {}
    scanner.looked_at()
}

#[test]
fn a_text_twice_as_long_costs_twice_as_much() {
    for unit in hostile() {
        for start in ["", "#phc-plan=AgAA ", "#phc-plan=AQEU", "AQE"] {
            let [one, two] =
                [1, 2].map(|times| cost(&format!("{start}{}", unit.repeat(times * (1 << 14) / unit.len()))));
            assert!(one < 8 << 14, "{unit:?} behind {start:?}: {one}");
            assert!(two * 2 <= one * 5, "{unit:?} behind {start:?}: {one}, {two}");
        }
    }
}

proptest! {
    #![proptest_config(plays(300))]

    #[test]
    fn any_text_is_scanned(text in any_text(300)) {
        for start in ["", "#phc=", "phc%3D", "#phc-plan=AQEB", "AQE", "u=https-3A__x-23phc-3D"] {
            let text = format!("{start}{text}");
            let lines = text.matches(['\n', '\r']).count() + 1;
            for hit in decode_all(&text) {
                prop_assert!((1..=lines).contains(&hit.line));
                prop_assert_ne!(hit.content, Err(LinkError::NotALink));
            }
        }
    }

    #[test]
    fn a_link_is_found_between_any_lines(before in any_text(50), after in any_text(50), summary in summary()) {
        let text = format!("{before}\n https://example.org/#phc={}\n!\n{after}", encode(&summary));
        prop_assert!(decode_all(&text).any(|hit| hit.content == Ok(Content::Summary(summary.clone()))));
    }
}

/// A text is read in blocks of whole lines. Where a line is longer, no letter is cut.
#[test]
fn a_long_line_of_letters_of_several_bytes_is_read_to_its_end() {
    let link = &short_links()[0];
    for before in 0..4 {
        let text = [
            "a".repeat(before),
            "é".repeat(70_000),
            format!(" {}", link.fragment),
        ]
        .concat();
        let found = summaries(&text);
        assert_eq!(found.len(), 1, "{before} letters before");
    }
}
