//! The kept texts of each reader, as they are and changed at random.
//!
//! This is one test, because what is allocated by two at a time could not be told apart.

use std::fs;
use std::path::Path;

use fuzz::{LONGEST, TARGETS, Target};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestRunner};

/// How many changed texts each reader gets.
const CHANGED: u32 = 500;

/// A change of a text.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Insert(Index, u8),
    Cut(Index, Index),
    Repeat(Index, Index, u8),
    /// A word of the dictionary.
    Word(Index, Index),
    /// From here on the rest of another text.
    Cross(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        (at(), at()).prop_map(|(from, to)| Change::Cut(from, to)),
        (at(), at(), any::<u8>()).prop_map(|(from, to, times)| Change::Repeat(from, to, times)),
        (at(), at()).prop_map(|(at, word)| Change::Word(at, word)),
        (at(), at(), at()).prop_map(|(at, other, from)| Change::Cross(at, other, from)),
    ]
}

fn span(from: Index, to: Index, length: usize) -> std::ops::Range<usize> {
    let (from, to) = (from.index(length + 1), to.index(length + 1));
    from.min(to)..from.max(to)
}

impl Change {
    fn make(&self, text: &mut Vec<u8>, kept: &[Vec<u8>], words: &[Vec<u8>]) {
        match self {
            Self::Set(at, byte) => {
                if !text.is_empty() {
                    let at = at.index(text.len());
                    text[at] = *byte;
                }
            }
            Self::Insert(at, byte) => text.insert(at.index(text.len() + 1), *byte),
            Self::Cut(from, to) => drop(text.drain(span(*from, *to, text.len()))),
            Self::Repeat(from, to, times) => {
                let part = text[span(*from, *to, text.len())].repeat(usize::from(*times));
                text.extend(part);
            }
            Self::Word(at, word) => {
                let at = at.index(text.len() + 1);
                text.splice(at..at, word.get(words).iter().copied());
            }
            Self::Cross(at, other, from) => {
                let other = other.get(kept);
                text.truncate(at.index(text.len() + 1));
                text.extend(&other[from.index(other.len() + 1)..]);
            }
        }
        text.truncate(LONGEST);
    }
}

fn kept(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target.name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder for each reader")
        .map(|file| file.expect("a file").path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a text")).collect()
}

/// The words of the dictionary: what stands between quotation marks, a line each. `\\xNN` is a byte, and a backslash stands
/// before a quotation mark or a backslash.
fn words() -> Vec<Vec<u8>> {
    let lines = include_str!("../dictionary.txt").lines();
    let quoted = lines.filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    quoted.map(word).collect()
}

fn word(quoted: &str) -> Vec<u8> {
    let mut bytes = quoted.as_bytes().iter();
    let mut word = Vec::new();
    while let Some(&byte) = bytes.next() {
        word.push(match (byte, bytes.as_slice()) {
            (b'\\', [b'x', high, low, ..]) => {
                bytes.nth(2);
                let digit = |digit: u8| char::from(digit).to_digit(16).expect("a digit");
                u8::try_from(digit(*high) << 4 | digit(*low)).expect("a byte")
            }
            (b'\\', _) => *bytes.next().expect("a sign behind the backslash"),
            _ => byte,
        });
    }
    word
}

#[test]
fn no_reader_fails_on_kept_texts_and_changes_of_them() {
    let words = words();
    assert!(!words.is_empty());
    for target in &TARGETS {
        let kept = kept(target);
        assert!(!kept.is_empty(), "{}", target.name);
        for text in &kept {
            target.hold(text, false);
        }
        let mut runner = TestRunner::new(ProptestConfig {
            cases: CHANGED,
            rng_seed: RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let changes = (any::<Index>(), vec(change(), 1..8));
        let outcome = runner.run(&changes, |(at, changes)| {
            let mut text = at.get(&kept).clone();
            for change in changes {
                change.make(&mut text, &kept, &words);
            }
            target.hold(&text, false);
            Ok(())
        });
        if let Err(fault) = outcome {
            panic!("{}: {fault}", target.name);
        }
    }
}
