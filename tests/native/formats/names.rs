//! Names and notes: kept readable, shortened with notice, harmless to what stands beside them.

use partnership_health_check::domain::alike::{LOOKS, key};
use partnership_health_check::domain::name::{
    NAME_BYTES, NOTE_CHARACTERS, clean_name, clean_note, is_ignorable, is_space,
};
use regex_syntax::hir::{Class, HirKind};
use unicode_security::confusable_detection::skeleton;

fn name(text: &str) -> String {
    let cleaned = clean_name(text);
    assert!(!cleaned.shortened, "{text:?}");
    cleaned.text
}

fn shortened(text: &str) -> String {
    let cleaned = clean_name(text);
    assert!(cleaned.shortened, "{text:?}");
    cleaned.text
}

#[test]
fn ordinary_names_stay_as_they_are() {
    for text in [
        "",
        "B",
        "St Mary's & Friends (East)",
        "Tŷ Cymunedol ŵ ŷ",
        "جمعية الأمل",
        "שותפות Bright קהילה",
        "می\u{200C}خواهیم",
        "क्\u{200D}ष साझेदारी",
        "日本語の名前",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "👨\u{200D}👩\u{200D}👧\u{200D}👦 and 👩🏽\u{200D}🚀 ❤\u{FE0F}",
        "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}🇬🇧",
        "ABC \u{200F}(אבג)\u{200F}",
    ] {
        assert_eq!(name(text), text);
    }
}

#[test]
fn what_turns_or_hides_the_neighbours_is_dropped() {
    assert_eq!(name("a\u{202E}b\u{202A}c\u{2066}d\u{2069}e"), "abcde");
    assert_eq!(name("a\u{200B}b\u{2060}c\u{FEFF}d\u{AD}e"), "abcde");
    assert_eq!(name("a\0b\u{1B}c\u{7F}d\u{80}e\u{9F}f"), "abcdef");
}

#[test]
fn white_space_is_collapsed_and_trimmed() {
    assert_eq!(name("  a \t\r\n b\u{A0}\u{3000}c\u{2028}d\u{85}e "), "a b c d e");
    assert_eq!(name("a \u{200B} b"), "a b");
    assert_eq!(name(&" ".repeat(5_000)), "");
}

#[test]
fn what_cannot_be_seen_is_no_name() {
    for text in [
        "\u{200F}",
        "\u{200D}\u{200D}",
        "\u{301}\u{302}",
        "\u{FE0F} \u{200E} \u{200C}",
        "\u{3164}",
        "\u{2800}\u{115F}\u{1160}\u{FFA0}",
        "\u{2062}\u{206A}\u{180E}\u{1D173}\u{E0001}\u{34F}",
        "\u{E0041}\u{E0042}",
    ] {
        assert_eq!(name(text), "", "{text:?}");
    }
}

#[test]
fn a_mark_without_a_letter_is_dropped() {
    assert_eq!(name("\u{301}a"), "a");
    assert_eq!(name("\u{200D}\u{FE0F}a"), "a");
}

#[test]
fn sixty_characters_fit_and_no_more() {
    assert_eq!(name(&"W".repeat(60)), "W".repeat(60));
    assert_eq!(shortened(&"W".repeat(61)), "W".repeat(60));
    assert_eq!(shortened(&"W".repeat(5_000)), "W".repeat(60));
    assert_eq!(name(&"e\u{301}".repeat(60)), "e\u{301}".repeat(60));
    assert_eq!(shortened(&"e\u{301}".repeat(61)), "e\u{301}".repeat(60));
    assert_eq!(name(&"🏠".repeat(60)), "🏠".repeat(60));
    // The space before the letter that does not fit goes as well.
    assert_eq!(shortened(&format!("{} b", "W".repeat(59))), "W".repeat(59));
    assert_eq!(name(&format!("{} ", "W".repeat(60))), "W".repeat(60));
}

#[test]
fn a_character_is_cut_off_whole() {
    let family = "👨\u{200D}👩\u{200D}👧\u{200D}👦";
    let fitting = NAME_BYTES / family.len();
    assert_eq!(shortened(&family.repeat(60)), family.repeat(fitting));
    let flag = "🇬🇧";
    assert_eq!(shortened(&flag.repeat(60)), flag.repeat(NAME_BYTES / flag.len()));
    let three_flag_halves = format!("{}🇬🇧🇺", "W".repeat(59));
    assert_eq!(shortened(&three_flag_halves), format!("{}🇬🇧", "W".repeat(59)));
}

#[test]
fn marks_are_limited_to_eight() {
    let marks = "\u{300}".repeat(8);
    assert_eq!(name(&format!("a{marks}b")), format!("a{marks}b"));
    assert_eq!(
        shortened(&format!("a{marks}\u{301}\u{302}b")),
        format!("a{marks}b")
    );
    assert_eq!(
        shortened(&format!("a{}", "\u{300}".repeat(5_000))),
        format!("a{marks}")
    );
}

#[test]
fn joiners_do_not_hide_letters_from_the_limit() {
    let joined = "a\u{200D}".repeat(100);
    let cleaned = shortened(&joined);
    assert_eq!(cleaned, "a\u{200D}".repeat(60));
}

#[test]
fn notes_keep_their_lines() {
    let note = |text: &str| clean_note(text).text;
    assert_eq!(
        note("one\r\ntwo\rthree\nfour\u{2028}five\u{85}six"),
        "one\ntwo\nthree\nfour\nfive\nsix"
    );
    assert_eq!(note("a\n\n b\tc "), "a\n\n b c ");
    assert_eq!(note("a\u{202E}\0b"), "ab");
    assert_eq!(note(" \n "), "");
}

#[test]
fn notes_are_shortened_with_notice() {
    let fitting = "é".repeat(NOTE_CHARACTERS);
    assert_eq!(clean_note(&fitting).text, fitting);
    assert!(!clean_note(&fitting).shortened);
    let long = clean_note(&format!("{fitting}é"));
    assert_eq!(long.text, fitting);
    assert!(long.shortened);
    let split = format!("{}e\u{301}", "x".repeat(NOTE_CHARACTERS - 1));
    assert_eq!(clean_note(&split).text, "x".repeat(NOTE_CHARACTERS - 1));
}

#[test]
fn what_cannot_be_seen_is_what_unicode_says() {
    let parsed = regex_syntax::parse(r"\p{Default_Ignorable_Code_Point}").expect("a property");
    let HirKind::Class(Class::Unicode(class)) = parsed.kind() else {
        panic!("{parsed:?}");
    };
    let named = |c: char| {
        class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&c))
    };
    for c in '\0'..=char::MAX {
        assert_eq!(is_ignorable(c), named(c), "U+{:04X}", c as u32);
    }
    // All of it is dropped but what turns, joins or chooses the shape of what stands before it.
    let kept: Vec<char> = ('\0'..=char::MAX)
        .filter(|c| is_ignorable(*c) && !is_space(*c))
        .filter(|c| clean_name(&format!("a{c}b")).text != "ab")
        .collect();
    let mut wanted: Vec<char> = "\u{61C}\u{180B}\u{180C}\u{180D}\u{180F}\u{200C}\u{200D}\u{200E}\u{200F}"
        .chars()
        .collect();
    wanted.extend('\u{FE00}'..='\u{FE0F}');
    wanted.extend('\u{E0100}'..='\u{E01EF}');
    assert_eq!(kept, wanted);
}

#[test]
fn tags_stay_in_flags_alone() {
    let wales = "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}";
    assert_eq!(name(wales), wales);
    assert_eq!(name("Al\u{E0067}\u{E0062}der"), "Alder");
}

#[test]
fn blank_letters_are_spaces() {
    assert_eq!(name("Alder\u{3164}\u{2800}Trust\u{FFA0}"), "Alder Trust");
    assert_eq!(clean_note("a\u{3164}b").text, "a b");
    assert_eq!(clean_note("\u{3164}\u{2800}").text, "");
}

#[test]
fn names_that_look_alike_are_one() {
    for other in [
        "alder trust",
        "ALDER  TRUST",
        "AlderTrust",
        "Al\u{200D}der\u{FE0F} Tru\u{200C}st\u{200F}",
        "Al\u{2062}der Trust",
        "Аldеr Тrust",
        "ΑLDER TRUSΤ",
        "AIder Trust",
        "A1der Trust",
        "Ａｌｄｅｒ　Ｔｒｕｓｔ",
    ] {
        assert_eq!(key(other), key("Alder Trust"), "{other:?}");
    }
    assert_eq!(key("St Mary's"), key("St Mary’s"));
    assert_eq!(key("Straße"), key("STRASSE"));
    assert_eq!(key("ΑΛΦΑΣ"), key("αλφας"));
    for other in ["Elder Trust", "Alder", "Alder Trusts", "Älder Trust"] {
        assert_ne!(key(other), key("Alder Trust"), "{other:?}");
    }
    assert_eq!(key("\u{3164} \u{200D}"), "");
}

#[test]
fn looks_are_those_of_unicode() {
    let forms = |c: char| -> Vec<String> {
        let cases = [c.to_string(), c.to_uppercase().to_string()];
        cases.iter().map(|text| skeleton(text).collect()).collect()
    };
    for row in LOOKS {
        let looks = forms(row.chars().next().expect("a look"));
        for c in row.chars() {
            let found = forms(c);
            assert!(
                found.iter().any(|form| looks.contains(form)),
                "{row}: {c} is {found:?}"
            );
        }
    }
}
