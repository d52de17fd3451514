//! Rules that hold for any text, summary and record.

use super::any::{record, summary, text};
use itertools::Itertools as _;
use partnership_health_check::domain::name::{
    NAME_BYTES, NAME_CHARACTERS, NOTE_CHARACTERS, clean_name, clean_note,
};
use partnership_health_check::formats::stored::{load, save};
use partnership_health_check::formats::{link, stored};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::Index;

/// A thousand cases each; nothing is written beside the sources.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

proptest! {
    #![proptest_config(plays(1_000))]

    #[test]
    fn a_link_says_what_went_in(summary in summary()) {
        let payload = link::encode(&summary);
        prop_assert!(payload.chars().all(is_letter));
        prop_assert!(payload.len() <= 680);
        prop_assert_eq!(link::decode(&payload), Ok(summary));
    }

    #[test]
    fn a_link_can_be_made_of_any_names(partnership in text(600), organisation in text(600), summary in summary()) {
        let wild = partnership_health_check::domain::summary::Summary { partnership, organisation, ..summary };
        let found = link::decode(&link::encode(&wild)).expect("readable");
        prop_assert_eq!(found.partnership, clean_name(&wild.partnership).text);
        prop_assert_eq!(found.organisation, clean_name(&wild.organisation).text);
        prop_assert_eq!(found.sheet, wild.sheet);
    }

    #[test]
    fn a_link_is_found_between_any_words(before in text(50), after in text(50), summary in summary()) {
        let payload = link::encode(&summary);
        let text = format!("{before} #phc={payload} ");
        // What follows must not continue an escape or hold another link.
        prop_assert_eq!(link::decode(&format!("{text}{after}")), Ok(summary));
    }

    #[test]
    fn any_text_is_read_as_a_link_or_refused(text in text(300)) {
        let _ = link::decode(&text);
        let _ = link::decode(&format!("#phc={text}"));
        let _ = link::decode(&format!("#phc=AQE{text}"));
    }

    #[test]
    fn two_changes_of_a_link_are_refused(
        summary in summary(),
        places in [any::<Index>(), any::<Index>()],
        letters in [any::<Index>(), any::<Index>()],
    ) {
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut bytes = link::encode(&summary).into_bytes();
        for (place, letter) in places.iter().zip_eq(letters) {
            let at = place.index(bytes.len());
            bytes[at] = alphabet[letter.index(64)];
        }
        let text = String::from_utf8(bytes).expect("ASCII");
        if let Ok(found) = link::decode(&text) {
            prop_assert_eq!(found, summary);
        }
    }

    #[test]
    fn any_text_is_loaded_or_refused(text in text(300)) {
        let _ = load(&text);
        let _ = load(&format!("{{\"phc\":\"stored\",\"v\":1,\"checks\":{text}}}"));
        let _ = load(&format!("{{\"phc\":\"stored\",\"v\":2,\"checks\":{text}}}"));
    }

    #[test]
    fn names_are_clean_after_one_cleaning(text in text(300)) {
        let cleaned = clean_name(&text).text;
        prop_assert!(cleaned.len() <= NAME_BYTES);
        prop_assert!(!cleaned.starts_with(' ') && !cleaned.ends_with(' ') && !cleaned.contains("  "));
        let harmful = cleaned.contains(|c: char| c.is_control() || c == '\u{202E}');
        prop_assert!(!harmful);
        let again = clean_name(&cleaned);
        prop_assert_eq!(&again.text, &cleaned);
        prop_assert!(!again.shortened);
    }

    #[test]
    fn letters_are_counted_one_by_one(letters in vec(proptest::char::range('a', 'z'), 0..100)) {
        let text = String::from_iter(&letters);
        let cleaned = clean_name(&text);
        prop_assert_eq!(cleaned.text.len(), letters.len().min(NAME_CHARACTERS));
        prop_assert_eq!(cleaned.shortened, letters.len() > NAME_CHARACTERS);
    }

    #[test]
    fn notes_are_clean_after_one_cleaning(text in text(60), times in 0..80_usize) {
        let text = text.repeat(times);
        let cleaned = clean_note(&text).text;
        prop_assert!(cleaned.chars().count() <= NOTE_CHARACTERS);
        let again = clean_note(&cleaned);
        prop_assert_eq!(&again.text, &cleaned);
        prop_assert!(!again.shortened);
    }
}

proptest! {
    #![proptest_config(plays(300))]

    #[test]
    fn a_record_comes_back_as_it_was(record in record()) {
        let loaded = load(&save(&record)).expect("readable");
        let unknown: usize = record.checks.iter().map(|check| check.unknown.len()).sum();
        prop_assert_eq!(
            loaded,
            stored::Loaded { record, unknown_statements: unknown, out_of_range: 0 }
        );
    }

    #[test]
    fn equal_records_are_equal_texts(record in record()) {
        let text = save(&record);
        let loaded = load(&text).expect("readable");
        prop_assert_eq!(save(&loaded.record), text);
    }

    #[test]
    fn a_saved_text_is_json_for_anyone(record in record()) {
        let text = save(&record);
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&json["phc"], "stored");
        prop_assert_eq!(&json["v"], 1);
        for (read, check) in json["checks"].as_array().expect("checks").iter().zip_eq(&record.checks) {
            prop_assert_eq!(&read["id"], check.id);
            if check.setup.revision > 0 {
                let name = read["setup"]["partnership"].as_str().unwrap_or_default();
                prop_assert_eq!(name, &check.setup.value.partnership);
            }
            for (id, text) in &check.unknown {
                prop_assert!(read["responses"][id].is_string(), "{} {}", id, text);
            }
        }
    }

    #[test]
    fn a_changed_text_is_loaded_or_refused(record in record(), place in any::<Index>(), new in any::<char>()) {
        let mut text: Vec<char> = save(&record).chars().collect();
        let at = place.index(text.len());
        text[at] = new;
        let _ = load(&String::from_iter(text));
    }

    #[test]
    fn two_copies_merge_to_the_same_after_storing(mine in record(), theirs in record()) {
        let stored = |record| load(&save(record)).expect("readable").record;
        let mut direct = mine.clone();
        direct.merge(theirs.clone());
        let mut through = stored(&mine);
        through.merge(stored(&theirs));
        prop_assert_eq!(through, direct);
    }
}
