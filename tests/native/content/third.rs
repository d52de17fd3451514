//! The way of docs/editing.md to one more language, for one that no folder has: Arabic, from right to left, with six
//! forms for numbers.

use std::collections::BTreeSet;

use partnership_health_check::content::{Texts, keys};

use super::entry::Entry;
use super::{check, plurals, read, shape, write};

/// The English folder copied to `content/text/ar`, with a few words translated.
fn copied() -> Vec<Entry> {
    let mut entries = read::language("content/text/en").expect("English");
    for entry in &mut entries {
        entry.file = entry.file.replace("/en/", "/ar/");
        if entry.key == "start.go" {
            entry.text = "ابدأ الفحص".into();
        }
    }
    entries
}

/// The copy with all forms of Arabic; each begins with its name.
fn with_forms() -> Vec<Entry> {
    let forms = plurals::forms("ar").expect("a language");
    let copied = copied();
    let numbers: BTreeSet<_> = copied
        .iter()
        .filter_map(|entry| entry.key.strip_suffix(".one"))
        .collect();
    let all_forms = |entry: &Entry| -> Vec<Entry> {
        let Some((text, form)) = entry
            .key
            .rsplit_once('.')
            .filter(|(text, _)| numbers.contains(text))
        else {
            return vec![entry.clone()];
        };
        let forms = forms.iter().filter(|_| form == "other").map(|form| Entry {
            key: format!("{text}.{form}"),
            text: format!("{form} {}", entry.text),
            ..entry.clone()
        });
        forms.collect()
    };
    copied.iter().flat_map(all_forms).collect()
}

#[test]
fn a_copy_of_english_is_told_which_forms_it_needs() {
    let sentence = plurals::joined(&copied(), "ar").expect_err("English has two forms");
    let forms = "zero (0), one (1), two (2), few (3, 4, 5 …), many (11, 12, 13 …), other (100, 101, 102 …)";
    assert!(
        sentence.ends_with(&format!(".zero` is missing: the forms of `ar` are {forms}.")),
        "{sentence}"
    );
}

#[test]
fn a_language_from_right_to_left_with_six_forms_passes_the_build() {
    let sections = shape::sections();
    let table = |entries: &[Entry], tag| {
        assert_eq!(check::check(entries, &sections, &shape::ids(), &[]), Ok(()));
        let joined = plurals::joined(entries, tag).expect("every form");
        write::in_table_order(&joined, &sections)
    };
    let english = table(&read::language("content/text/en").expect("English"), "en");
    let arabic = table(&with_forms(), "ar");
    assert_eq!(check::same_as_english(&english, &arabic), Ok(()));

    let places = plurals::places("ar").expect("a language");
    let file = write::language_file("ar", "rtl", &arabic, write::fingerprint(&english), &places);
    let texts = Texts::from_file(&file).expect("a language file");
    assert_eq!((texts.language(), texts.is_right_to_left()), ("ar", true));
    assert_eq!(texts.get(keys::start::GO), "ابدأ الفحص");
    assert_eq!(
        texts.get(keys::start::TITLE),
        Texts::english().get(keys::start::TITLE)
    );
    let steps = |n| texts.count(keys::earlier::STEPS, n);
    assert_eq!(
        [0, 1, 2, 3, 11, 100].map(steps),
        [
            "zero 0 steps",
            "one 1 steps",
            "two 2 steps",
            "few 3 steps",
            "many 11 steps",
            "other 100 steps"
        ]
    );
}
