//! Languages other than English: whole, in their own words, with the forms that they have for numbers.

use std::collections::BTreeSet;
use std::process::Command;

use itertools::Itertools as _;
use partnership_health_check::content::{LANGUAGES, Piece, Texts, TextsError, keys, pieces, pseudo};

use super::{check, entry, languages, load, placeholders, plurals};

/// Words that are the same in a language as in English: its tag, the words in the order of the files, and why.
const SAME: [(&str, &str, &str); 16] = [
    ("cy", "Accountability and Transparency Guide", "a title"),
    (
        "cy",
        "Successful commissioning; Intelligent monitoring; Decommissioning",
        "titles",
    ),
    ("cy", "Decision support tool; Intelligent monitoring", "titles"),
    (
        "cy",
        "Pathways to Work prime contractor delivery model",
        "a title",
    ),
    ("cy", "Compact 2010", "a name"),
    ("cy", "Drupal", "a name"),
    ("cy", "Google Sites", "a name"),
    ("cy", "Moodle", "a name"),
    ("cy", "SharePoint", "a name"),
    ("cy", "Squarespace", "a name"),
    ("cy", "Webflow", "a name"),
    ("cy", "Wix", "a name"),
    ("cy", "WordPress", "a name"),
    ("cy", "Partner {letter}", "“partner” is the Welsh word too"),
    ("cy", "Data (JSON)", "“data” is the Welsh word too"),
    ("cy", "partner", "the same"),
];

fn welsh() -> Texts {
    let file = LANGUAGES.iter().find(|(tag, _)| *tag == "cy").expect("Welsh");
    load(file.1)
}

#[test]
fn no_text_of_a_language_is_english_by_mistake() {
    let has_words = |text: &str| {
        pieces(text).any(|piece| matches!(piece, Piece::Words(words) if words.contains(char::is_alphabetic)))
    };
    // Titles of publications stay as they were published.
    let sources: BTreeSet<_> = keys::about::SOURCES
        .iter()
        .map(|key| Texts::english().get(key))
        .collect();
    for (tag, file) in LANGUAGES {
        let both = Texts::english().all().zip_eq(load(file).all());
        let same: Vec<_> = both
            .filter(|(english, other)| english == other && has_words(english) && !sources.contains(english))
            .map(|(english, _)| english)
            .collect();
        let allowed = SAME.iter().filter(|(language, ..)| language == tag);
        let expected: Vec<_> = allowed.map(|(_, text, _)| *text).collect();
        let left: Vec<_> = same.iter().filter(|text| !expected.contains(text)).collect();
        assert!(
            left.is_empty(),
            "{} texts of `{tag}` are still in English: translate them, or put them into `SAME` in {} with the reason:\n{}",
            left.len(),
            file!(),
            left.iter().join("\n")
        );
        assert_eq!(same, expected, "{tag}");
    }
}

#[test]
fn a_language_has_the_placeholders_of_english() {
    for (tag, file) in LANGUAGES {
        for (english, other) in Texts::english().all().zip_eq(load(file).all()) {
            let all = placeholders(plurals::most(english));
            assert_eq!(all, placeholders(plurals::most(other)), "{tag}: {other}");
            for form in other.split(plurals::BETWEEN) {
                let missing: Vec<_> = all
                    .iter()
                    .filter(|name| !placeholders(form).contains(name))
                    .collect();
                assert!(missing.is_empty() || missing == [&"n"], "{tag}: {form}");
            }
        }
    }
}

#[test]
fn numbers_take_the_form_that_a_browser_gives_them() {
    let tags = ["ar", "cy", "en", "ga", "gd", "he", "pl", "ro", "so", "ur"];
    let script = "for (const tag of process.argv.slice(1)) {
        const rules = new Intl.PluralRules(tag);
        console.log(Array.from({ length: 1000 }, (_, n) => rules.select(n)).join(\" \"));
    }";
    let node = Command::new("node")
        .args(["-e", script])
        .args(tags)
        .output()
        .expect("Node runs");
    let said = String::from_utf8(node.stdout).expect("text");
    for (tag, line) in tags.into_iter().zip_eq(said.lines()) {
        let forms = plurals::forms(tag).expect("a rule");
        let places = plurals::places(tag).expect("a rule");
        for (n, expected) in line.split(' ').enumerate() {
            let place = if n < 100 { n } else { 100 + n % 100 };
            let digit = usize::from(places.as_bytes()[place] - b'0');
            assert_eq!(forms[digit], expected, "{tag} {n}");
        }
    }
    assert!(plurals::forms("no language").is_err());
}

#[test]
fn a_number_of_things_is_said_in_the_form_of_the_language() {
    let steps = |texts: Texts| move |n| texts.count(keys::earlier::STEPS, n);
    assert_eq!(
        [0, 1, 2, 101].map(steps(Texts::english())),
        ["0 steps", "1 step", "2 steps", "101 steps"]
    );
    assert_eq!(
        [0, 1, 2, 3, 4, 5, 6, 7, 12, 100, 106, 1006].map(steps(welsh())),
        [
            "Dim camau",
            "1 cam",
            "2 gam",
            "3 cham",
            "4 cam",
            "5 cam",
            "6 cham",
            "7 cam",
            "12 cam",
            "100 cam",
            "106 cam",
            "1006 cam"
        ]
    );
    let values = [("names", "A")];
    assert_eq!(
        Texts::english().fill_count(keys::result::BECAUSE_LOW, 1, &values),
        "the score is below 50 on A"
    );
}

#[test]
fn a_text_lacks_no_form_of_its_language() {
    let entry = |form: &str, text: &str| entry::Entry {
        file: "content/text/cy/chair.toml".into(),
        key: format!("plan.late.{form}"),
        text: text.into(),
    };
    let all = || plurals::NAMES.map(|form| entry(form, "{n} {name}"));
    let joined = plurals::joined(&all(), "cy").expect("every form");
    assert_eq!(
        joined,
        [entry::Entry {
            key: "plan.late".into(),
            text: ["{n} {name}"; 6].join("\t"),
            ..entry("", "")
        }]
    );
    let fault = |entries: &[entry::Entry], tag| plurals::joined(entries, tag).expect_err("a fault");
    for (place, form) in plurals::NAMES.into_iter().enumerate() {
        let mut entries = all().to_vec();
        entries.remove(place);
        assert_eq!(
            fault(&entries, "cy"),
            format!(
                "content/text/cy/chair.toml: `plan.late.{form}` is missing: the forms of `cy` are zero (0), one (1), \
                 two (2), few (3), many (6), other (4, 5, 7 …)."
            )
        );
    }
    assert_eq!(
        fault(&all(), "en"),
        "content/text/cy/chair.toml: `plan.late.zero` is a form that `en` does not have: its forms are one (1), \
         other (0, 2, 3 …)."
    );
    let mut entries = all();
    entries[0].text = "Dim {name}".into();
    assert!(
        plurals::joined(&entries, "cy").is_ok(),
        "a form may leave out the number"
    );
    entries[0].text = "Dim {n}".into();
    assert_eq!(
        fault(&entries, "cy"),
        "content/text/cy/chair.toml: `plan.late.zero` has other placeholders than `plan.late.other`."
    );
}

#[test]
fn pseudo_languages_are_whole_and_keep_placeholders() {
    let [english, long, right_to_left] = languages();
    assert_eq!((long.language(), long.is_right_to_left()), ("qps-ploc", false));
    assert_eq!(
        (right_to_left.language(), right_to_left.is_right_to_left()),
        ("qps-rtl", true)
    );
    for other in [long, right_to_left] {
        assert_ne!(english, other);
        assert_eq!(english.all().count(), other.all().count());
        for (text, changed) in english.all().zip_eq(other.all()) {
            assert_eq!(
                placeholders(plurals::most(text)),
                placeholders(plurals::most(changed))
            );
            assert_eq!(check::marker(text), check::marker(changed));
            let words = &changed[check::marker(changed).len()..];
            assert!(words.starts_with('[') && words.ends_with(']'), "{changed}");
        }
    }
    let letters = |texts: Texts| texts.all().map(|text| text.chars().count()).sum::<usize>();
    assert!(letters(long) * 10 >= letters(english) * 13);
}

#[test]
fn a_text_that_is_no_language_file_is_refused() {
    use TextsError::{NotTexts, OtherBuild, WrongCount};
    let (head, body) = pseudo::LONG.split_once('\n').expect("a first line");
    let (rest, forms) = head.rsplit_once(' ').expect("forms");
    let print = rest.rsplit(' ').next().expect("a fingerprint");
    let file = |head: &str| Texts::from_file(&format!("{head}\n{body}"));
    for head in [
        "",
        "hello",
        "phc-texts",
        "phc-texts 2 cy ltr 00000000",
        "phc-texts 1",
        "phc-texts 1 cy",
        "phc-texts 1  ltr 00000000",
        "phc-texts 1 cy down 00000000",
        "phc-texts 1 cy ltr",
        "phc-texts 1 cy ltr xyz",
        &format!("phc-texts 1 cy ltr {print}"),
        &format!("phc-texts 1 cy ltr {print} 01"),
        &format!("phc-texts 1 cy ltr {print} {}", "x".repeat(200)),
    ] {
        assert_eq!(file(head), Err(NotTexts), "{head}");
    }
    assert_eq!(file("phc-texts 1 cy ltr 00000000"), Err(OtherBuild));
    assert_eq!(
        file(&format!("phc-texts 1 cy ltr {print} {forms}")).map(Texts::language),
        Ok("cy")
    );
    assert_eq!(
        Texts::from_file(&format!("{}more\n", pseudo::LONG)),
        Err(WrongCount)
    );
    assert_eq!(Texts::from_file(&format!("{head}\n")), Err(WrongCount));
}

#[test]
fn a_language_file_cut_anywhere_is_refused() {
    let file = pseudo::LONG;
    let ends = (0..file.len())
        .filter(|&end| file.is_char_boundary(end))
        .step_by(97);
    for end in ends.chain([file.len() - 1]) {
        assert!(Texts::from_file(&file[..end]).is_err(), "cut at {end}");
    }
}
