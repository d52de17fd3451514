//! How hard the English is to read: the grade and the length of each sentence that a screen shows.
//!
//! The grade is that of Flesch and Kincaid, a school year of the United States. It was made for running prose: of three
//! words it says nothing, so shorter labels are not graded. It counts words and syllables; odd order, a hidden point or
//! something untrue it cannot see.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::slice;

use itertools::Itertools as _;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::ids::{Side, StatementId};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::views::markup;

use crate::chair;
use crate::examples::{ADDRESS, NOTE, ORGANISATION, PARTNERSHIP, examples};
use crate::golden;
use crate::html::{Element, Node, parse};

/// No statement, and no explanation of one, is above this grade.
const STATEMENT: f64 = 6.0;
/// No screen has a median above this grade.
const SCREEN: f64 = 7.0;
/// Sentences above this grade, or of more words, are listed.
const HARD: (f64, usize) = (10.0, 25);

/// Words that the field needs, by their beginning. They count two syllables at most.
const TERMS: [&str; 34] = [
    "partner",      // and partnership: what the check is about
    "organisation", // each partner is one; "group" or "body" would leave some out
    "relationship",
    "comparison",
    "agreement",
    "invitation",
    "statement",
    "criteri", // criterion, criteria
    "dimension",
    "summar",       // summary, summaries
    "commissioner", // the sides
    "provider",
    "recipient",
    "contractor",
    "sub-contractor",
    "grant-maker",
    "consortium",
    "civil", // civil society, as the Compact and the Covenant say
    "society",
    "charit", // charity, charities
    "community",
    "independence", // names of criteria
    "commitment",
    "decision",
    "information",
    "delivery",
    "privacy", // names of pages
    "accessibility",
    "browser", // named in every promise
    "website",
    "e-mail",
    "calendar",
    "meeting",
    "document",
];

/// Words whose syllables the dictionary, an American one, tells more of than are spoken here.
const SPOKEN: [(&str, usize); 8] = [
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("different", 2),
    ("average", 2),
    ("several", 2),
    ("hour", 1),
    ("our", 1),
];

/// Names of publications and programs, which nobody here has worded.
const NAMES: [&str; 26] = [
    "“Effective partnership working”",
    "National Audit Office",
    "Web Content Accessibility Guidelines (WCAG) 2.2",
    "Creative Commons Attribution 4.0 (CC BY 4.0)",
    "Civil Society Covenant",
    "David Clarke",
    "Content-Security-Policy",
    "WebAssembly",
    "JavaScript",
    "localStorage",
    "IndexedDB",
    "WordPress",
    "Trusted Types",
    "Drupal",
    "Squarespace",
    "Webflow",
    "Google Sites",
    "SharePoint",
    "Moodle",
    "Elementor",
    "Code Block",
    "Code Embed",
    "Custom HTML",
    "Additional CSS",
    "Partnership health check",
    "partnership health check",
];

/// Elements that stand in a line of text.
const INLINE: [&str; 14] = [
    "a", "span", "strong", "em", "b", "i", "abbr", "cite", "q", "wbr", "bdi", "small", "time", "kbd",
];

/// Elements whose words are code, drawn or typed.
const LEFT_OUT: [&str; 5] = ["svg", "code", "pre", "textarea", "script"];

#[test]
fn no_statement_is_hard_to_read() {
    let texts = Texts::english();
    let seen = StatementId::all().cartesian_product([Side::First, Side::Second]);
    let hard: BTreeSet<_> = seen
        .flat_map(|(statement, side)| {
            let meaning = [texts.meaning(statement, side), texts.example(statement, side)].join(" ");
            [texts.statement(statement, side).to_owned(), meaning].map(|words| (statement, words))
        })
        .map(|(statement, words)| (statement.id(), grade(&sentences(&words)), words))
        .filter(|(_, grade, _)| *grade > STATEMENT)
        .map(|(id, grade, words)| format!("{id}: grade {grade:.1}: {words}"))
        .collect();
    assert!(hard.is_empty(), "{}", hard.iter().join("\n"));
}

#[test]
fn no_screen_is_hard_to_read_and_the_hard_sentences_are_known() {
    let texts = Texts::english();
    // The words of the publications are quoted.
    let quoted: BTreeSet<_> = Topic::all()
        .flat_map(|topic| [texts.compact(topic), texts.covenant(topic), texts.guide(topic)])
        .collect();
    let mut hard = BTreeMap::new();
    let checks = examples(texts)
        .into_iter()
        .map(|example| (example.name, markup(example.state)));
    let chairs = chair::examples(texts)
        .into_iter()
        .map(|example| (example.name.to_owned(), example.markup()));
    for (name, markup) in checks.chain(chairs) {
        let mut blocks = vec![String::new()];
        collect(&parse(&markup), &mut blocks);
        let mut grades = Vec::new();
        for sentence in blocks
            .iter()
            .filter(|block| !quoted.contains(block.trim()) && !block.contains("http"))
            .flat_map(|block| sentences(block))
            .collect::<BTreeSet<_>>()
        {
            let (grade, length) = (grade(slice::from_ref(&sentence)), words(&sentence).count());
            if length > 3 {
                grades.push(grade);
                if grade > HARD.0 || length > HARD.1 {
                    hard.entry(sentence).or_insert((grade, length, name.clone()));
                }
            }
        }
        grades.sort_by(f64::total_cmp);
        let median = grades.get(grades.len() / 2).copied().unwrap_or_default();
        assert!(median <= SCREEN, "{name}: the median grade is {median:.1}");
    }

    let mut list = String::from(
        "Sentences above grade 10 or of more than 25 words: grade, words, a screen that has it.\n\n",
    );
    for (sentence, (grade, length, screen)) in hard.iter().sorted_by(|a, b| b.1.0.total_cmp(&a.1.0)) {
        let _ = writeln!(list, "{grade:4.1} {length:2} {screen}: {sentence}");
    }
    golden::check("words", &BTreeMap::from([("hard.txt".to_owned(), list)]));
}

/// The words of an element, a text for each block.
fn collect(element: &Element, blocks: &mut Vec<String>) {
    if LEFT_OUT.contains(&element.tag.as_str()) {
        return;
    }
    let is_block = !INLINE.contains(&element.tag.as_str());
    if is_block {
        blocks.push(String::new());
    }
    for child in &element.children {
        match child {
            Node::Element(inner) => collect(inner, blocks),
            Node::Text(text) => blocks.last_mut().expect("a block").push_str(text),
        }
    }
    if is_block {
        blocks.push(String::new());
    }
    blocks.extend(element.get("aria-label").map(str::to_owned));
    blocks.push(String::new());
}

/// The sentences of a text, with a short name in place of each name and of what somebody typed.
fn sentences(text: &str) -> Vec<String> {
    let typed = [PARTNERSHIP, ORGANISATION, NOTE, ADDRESS];
    let named = NAMES
        .into_iter()
        .chain(typed)
        .fold(text.to_owned(), |text, name| text.replace(name, "Name"));
    let named = named.trim_start_matches(['#', '-', ' ']);
    let mut sentences = vec![String::new()];
    for word in named.split_whitespace() {
        let sentence = sentences.last_mut().expect("a sentence");
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if word.trim_end_matches(['”', '’', ')']).ends_with(['.', '?', '!']) {
            sentences.push(String::new());
        }
    }
    sentences.retain(|sentence| words(sentence).next().is_some());
    sentences
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|c: char| c.is_whitespace() || "–·“”\"()[]:;,?!→⇄".contains(c))
        .filter(|word| word.contains(char::is_alphanumeric))
}

/// The grade by Flesch and Kincaid: 0.39 a word of the mean sentence, and 11.8 a syllable of the mean word, less 15.59; to a
/// tenth.
fn grade(sentences: &[String]) -> f64 {
    let all = || sentences.iter().flat_map(|sentence| words(sentence));
    let number = |count: usize| f64::from(u32::try_from(count).expect("a short text"));
    let (count, syllables) = (number(all().count()), number(all().map(syllables).sum()));
    let grade = 0.39 * count / number(sentences.len()) + 11.8 * syllables / count - 15.59;
    (grade * 10.0).round() / 10.0
}

/// A number, a code, a file name and an address count one, although a person reads more.
fn syllables(word: &str) -> usize {
    let word = word.trim_matches(['.', '’', '\'']);
    let word = word.strip_suffix("’s").unwrap_or(word).to_lowercase();
    if !word.chars().all(|c| c.is_alphabetic() || "’-".contains(c)) {
        return 1;
    }
    if let Some((_, count)) = SPOKEN.iter().find(|(spoken, _)| *spoken == word) {
        return *count;
    }
    let count = word
        .split('-')
        .map(|part| syllarust::count_syllables(part).max(1))
        .sum();
    if TERMS.iter().any(|term| word.starts_with(term)) {
        2.min(count)
    } else {
        count
    }
}
