//! No untranslated text: in the pseudo-languages every text of ours stands in brackets, and none of its
//! letters is a plain Latin one.

use partnership_health_check::content::{Texts, pseudo};
use partnership_health_check::domain::ids::Criterion;
use partnership_health_check::views::markup;

use crate::chair;
use crate::examples::{ADDRESS, NOTE, ORGANISATION, PARTNERSHIP, examples, statements};
use crate::html::{Element, Node, parse};

/// Attributes that are read out or shown.
const SPOKEN: [&str; 6] = [
    "aria-label",
    "title",
    "placeholder",
    "alt",
    "aria-description",
    "aria-roledescription",
];

/// The text without what is the same in every language: what the person typed, addresses, fingerprints, and ids of
/// criteria.
fn without_ids(text: &str) -> String {
    let is_link = |word: &str| word.starts_with("https://check.example/");
    if text.split_whitespace().any(is_link) {
        let words: Vec<_> = text.split_whitespace().filter(|word| !is_link(word)).collect();
        return without_ids(&words.join(" "));
    }
    let mut text = text
        .replace(PARTNERSHIP, "")
        .replace(ORGANISATION, "")
        .replace(NOTE, "")
        .replace(ADDRESS, "")
        .replace(&statements().fingerprint().to_string(), "")
        .replace("E3-00000007", "");
    for criterion in Criterion::ALL {
        text = text.replace(criterion.id(), "");
    }
    without_letters(&text)
}

/// The text without capital letters that stand alone: they are the marks of partners, and of value.
fn without_letters(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let alone = |at: usize| {
        let beside = |at: Option<usize>| {
            at.and_then(|at| letters.get(at))
                .is_some_and(|letter| letter.is_alphanumeric())
        };
        !beside(at.checked_sub(1)) && !beside(Some(at + 1))
    };
    let kept = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| !(letter.is_ascii_uppercase() && alone(*at)));
    kept.map(|(_, letter)| *letter).collect()
}

/// What is wrong with these texts, read one after the other: a text may be cut into several.
fn faults(texts: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut depth = 0usize;
    for text in texts {
        let text = without_ids(text);
        let mut outside = false;
        for letter in text.chars() {
            match letter {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                _ => outside |= depth == 0 && letter.is_alphabetic(),
            }
        }
        if outside || text.contains(|c: char| c.is_ascii_alphabetic()) {
            faults.push(text);
        }
    }
    if depth != 0 {
        faults.push(format!("a bracket is left open in {texts:?}"));
    }
    faults
}

/// The page without code, which is the same in every language.
fn without_code(page: &Element) -> Element {
    let mut page = page.clone();
    page.children
        .retain(|child| !matches!(child, Node::Element(code) if code.get("translate") == Some("no")));
    for child in &mut page.children {
        if let Node::Element(element) = child {
            *element = without_code(element);
        }
    }
    page
}

fn check(page: &Element) -> Vec<String> {
    let page = &without_code(page);
    let mut found = faults(&page.texts());
    for element in page.all() {
        for name in SPOKEN {
            found.extend(element.get(name).into_iter().flat_map(|value| faults(&[value])));
        }
    }
    found
}

#[test]
fn no_text_is_left_untranslated() {
    for file in [pseudo::LONG, pseudo::RIGHT_TO_LEFT] {
        let texts = Texts::from_file(file).expect("a language");
        for example in examples(texts) {
            let page = parse(&markup(example.state));
            assert!(page.texts().len() > 10, "{}", example.name);
            let found = check(&page);
            assert!(
                found.is_empty(),
                "{} {}: {found:#?}",
                texts.language(),
                example.name
            );
        }
        for example in chair::examples(texts) {
            let name = example.name;
            let found = check(&parse(&example.markup()));
            assert!(found.is_empty(), "{} {name}: {found:#?}", texts.language());
        }
    }
}

#[test]
fn an_untranslated_text_would_be_found() {
    let page = |inside: &str| parse(&["<div>", inside, "</div>"].concat());
    for bad in [
        "<p>Next</p>",
        "<p>[ŋéẋŧ] Next</p>",
        "<p>[ŋéẋŧ Next]</p>",
        "<p>ŋéẋŧ</p>",
        "<p>[ŋéẋŧ</p>",
        "<p aria-label=\"Next\">[ŋéẋŧ]</p>",
    ] {
        assert!(!check(&page(bad)).is_empty(), "{bad}");
    }
    for good in ["<p>[ŋé<b>ẋŧ</b>]</p>", "<p>A1 [ŋ] · 50 %</p>", "<p>V</p>"] {
        assert!(check(&page(good)).is_empty(), "{good}");
    }
}
