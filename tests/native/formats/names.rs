//! Names and notes: kept readable, shortened with notice, harmless to what stands beside them.

use partnership_health_check::domain::name::{NAME_BYTES, NOTE_CHARACTERS, clean_name, clean_note};

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
