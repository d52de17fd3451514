//! Links as people and programs hand them on.

use std::fmt::Write as _;

use super::vectors::{links, payload};
use partnership_health_check::formats::link::{
    LinkError, decode, decode_all, decode_comparison, decode_invitation, decode_plan,
};

/// All ways to hand on a link; `{}` stands for the payload.
const WAYS: [&str; 34] = [
    "{}",
    "#phc={}",
    "  #phc={}\n",
    "https://example.org/check#phc={}",
    "https://example.org/check?fbclid=1#phc={}",
    "https://example.org/check?phc=&utm=2#phc={}",
    "https://example.org/check#phc={}&fbclid=1",
    "https://example.org/check#phc={}?fbclid=1",
    "https://example.org/check#phc={}#top",
    "https://example.org/check#/result/phc={}",
    "https://example.org/check#phc%3D{}",
    "https://example.org/check%23phc%3d{}",
    "https://safe.example/?url=https%3A%2F%2Fexample.org%2F%23phc%3D{}%26data%3D1",
    "https://safe.example/?url=https%253A%252F%252Fexample.org%252F%2523phc%253D{}",
    "<https://example.org/check#phc={}>",
    "\"https://example.org/check#phc={}\"",
    "'#phc={}'",
    "“https://example.org/check#phc={}”",
    "(https://example.org/check#phc={}).",
    "[our result](https://example.org/check#phc={})",
    "<a href=\"https://example.org/check#phc={}\">our result</a>",
    "Here is ours: https://example.org/check#phc={}, and yours?",
    "Here is ours: https://example.org/check#phc={}. Please send yours.",
    "Here is ours: https://example.org/check#phc={} Kind regards, A name of 100 % truth",
    "Here is ours:\r\nhttps://example.org/check#phc={}\r\n-- \r\nKind regards\r\n",
    "> Here is ours:\n> https://example.org/check#phc={}\n> Kind regards\n",
    "#phc=\n{}",
    "#phc={}\u{AD}",
    "\u{FEFF}#phc={}\u{200B}",
    "#PHC={}",
    "#phc=AQ #phc={}",
    "#phc={}#phc={}",
    "https://example.org/#phc={}\nhttps://example.org/#phc={}",
    "#phc={} twice #phc=AQEA",
];

#[test]
fn a_link_is_found_in_whatever_is_around_it() {
    for link in links() {
        for way in WAYS {
            let text = way.replace("{}", payload(&link));
            assert_eq!(decode(&text), Ok(link.summary.clone()), "{}: {text}", link.name);
        }
    }
}

#[test]
fn a_break_anywhere_in_a_payload_is_mended() {
    for link in links().into_iter().filter(|link| link.fragment.len() < 120) {
        for gap in [
            "\n", "\r\n", "\n> ", "\r\n>> ", " ", "\u{AD}", "\u{200B}", "%0D%0A", "\n\t",
        ] {
            for at in 5..link.fragment.len() {
                let text = format!(
                    "See https://example.org/{}{gap}{} Kind regards",
                    &link.fragment[..at],
                    &link.fragment[at..]
                );
                assert_eq!(decode(&text), Ok(link.summary.clone()), "{}: {text}", link.name);
            }
        }
    }
}

#[test]
fn letters_written_with_percent_signs_are_read() {
    for link in links() {
        let mut text = String::new();
        for byte in link.fragment.bytes() {
            write!(text, "%{byte:02X}").expect("a text takes everything");
        }
        assert_eq!(decode(&text), Ok(link.summary.clone()), "{}", link.name);
    }
}

/// HTML has names for all signs of an address.
#[test]
fn signs_written_by_their_names_are_read() {
    let all = links();
    for (sign, names) in [
        ("#", &["&num;", "&#35;", "&#x23;", "&amp;num;"][..]),
        ("=", &["&equals;", "&#61;"]),
        ("_", &["&lowbar;", "&UnderBar;", "&#95;"]),
        (
            "-",
            &["&hyphen;", "&dash;", "&ndash;", "&mdash;", "&horbar;", "&#45;"],
        ),
        ("A", &["&percnt;41", "&#65;"]),
    ] {
        for name in names {
            for link in all
                .iter()
                .filter(|link| payload(link).contains(sign) || "#=".contains(sign))
                .take(20)
            {
                let fragment = link.fragment.replace(sign, name);
                let text = format!("&lt;https://example.org/{fragment}&nbsp;Kind&Tab;regards");
                assert_eq!(decode(&text), Ok(link.summary.clone()), "{text}");
                let (one, two) = link.fragment.split_at(12);
                for gap in ["&NewLine;", "&nbsp;", "&Tab;", "&shy;", "&ZeroWidthSpace;"] {
                    let text = format!("https://example.org/{one}{gap}{two}");
                    assert_eq!(decode(&text), Ok(link.summary.clone()), "{text}");
                }
            }
        }
    }
}

/// Spaces and other signs within the name before a payload make it another name.
#[test]
fn a_prefix_with_other_signs_in_it_is_none() {
    let link = &links()[0];
    let compared = &super::link_forms::comparisons()[0].fragment;
    for text in [
        link.fragment.replace("phc=", "phc ="),
        link.fragment.replace("phc=", "p h c="),
        compared.replace("phc-", "phc..."),
        compared.replace("phc-", "phc\u{2026}"),
    ] {
        assert_eq!(decode_all(&text).next(), None, "{text}");
    }
}

#[test]
fn a_payload_alone_is_no_other_form() {
    for link in links() {
        for end in [20, payload(&link).len()] {
            let text = &payload(&link)[..end];
            assert_eq!(decode_comparison(text), Err(LinkError::NotALink), "{text}");
            assert_eq!(decode_invitation(text), Err(LinkError::NotALink), "{text}");
            assert_eq!(decode_plan(text), None, "{text}");
        }
    }
}

/// A gap before a payload is none within it.
#[test]
fn a_changed_payload_with_letters_too_many_on_its_own_line_is_told_as_damaged() {
    for link in links() {
        let (whole, _) = payload(&link).split_at(payload(&link).len() - 3);
        let text = format!("https://example.org/#phc=\n{whole}AAAAA Kind regards");
        assert_eq!(decode(&text), Err(LinkError::Damaged), "{text}");
    }
}

#[test]
fn a_cut_link_with_words_after_it_is_told_as_cut() {
    for link in links() {
        let whole = &link.fragment;
        let text = format!(
            "{} and nothing-of-the-kind follows, however-long-it-is",
            &whole[..20]
        );
        assert_eq!(decode(&text), Err(LinkError::CutOff), "{}", link.name);
    }
}

#[test]
fn a_broken_and_changed_link_is_told_as_damaged() {
    for link in links() {
        let whole = &link.fragment;
        let last = if whole.ends_with('A') { 'Q' } else { 'A' };
        let text = format!("{}\n{}{last}", &whole[..20], &whole[20..whole.len() - 1]);
        assert_eq!(decode(&text), Err(LinkError::Damaged), "{}", link.name);
    }
}

#[test]
fn the_first_readable_link_counts() {
    let links = links();
    let text = format!("{} {}", links[0].fragment, links[1].fragment);
    assert_eq!(decode(&text), Ok(links[0].summary.clone()));
}

#[test]
fn other_texts_are_no_links() {
    let texts = [
        "",
        " ",
        "\n",
        "#",
        "=",
        "%",
        "%%%",
        "phc",
        "hello",
        "Kind regards",
        "https://example.org/",
        "https://example.org/#result",
        "https://example.org/?q=graphc=AQEA",
        "null",
        "{}",
        "AQ",
        "Aquarium",
        "\u{1F600}",
        "\u{202E}\0",
    ];
    for text in texts {
        assert_eq!(decode(text), Err(LinkError::NotALink), "{text:?}");
    }
}

#[test]
fn a_prefix_without_a_link_is_a_cut_or_damaged_link() {
    for (text, fault) in [
        ("#phc=", LinkError::CutOff),
        ("#phc=.", LinkError::CutOff),
        ("#phc=A", LinkError::CutOff),
        ("#phc=AQ", LinkError::CutOff),
        ("#phc=AQE", LinkError::CutOff),
        ("#phc=hello-world", LinkError::Damaged),
        ("#phc=____________", LinkError::Damaged),
    ] {
        assert_eq!(decode(text), Err(fault), "{text}");
    }
}

#[test]
fn a_long_text_is_refused_at_once() {
    for unit in [
        "A",
        "x ",
        "#phc=",
        "#phc=AQEA ",
        "=",
        "%25",
        "é",
        "\u{1F600}",
        "\0",
    ] {
        assert_eq!(decode(&unit.repeat(1 << 20)), Err(LinkError::TooLong));
    }
}

#[test]
fn the_longest_texts_are_read_to_their_end() {
    for unit in [
        "A",
        "x ",
        "#phc=",
        "#phc=AQEA ",
        "=",
        "%25",
        "é",
        "AQEA ",
        "phc=B ",
        " ",
    ] {
        let text: String = unit.chars().cycle().take(131_072).collect();
        assert_ne!(decode(&text), Err(LinkError::TooLong));
        assert_eq!(decode(&format!("{text}!")), Err(LinkError::TooLong));
    }
}
