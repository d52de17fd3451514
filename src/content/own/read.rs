//! Reads a website's entries: which are sound, and what each of them replaces.

use super::fault::{Fault, Why};
use super::limits::{MOST_ENTRIES, MOST_LETTERS, TEXT_LETTERS, WORD_LETTERS};
use super::rename::Word;
use crate::content::built::KEPT;
use crate::content::pieces::{Piece, pieces};
use crate::content::texts::Renamed;
use crate::content::{NAMES, Texts, keys};
use crate::domain::name::{clean_note, is_space};

/// Fewest letters by which a text that is filled in is known.
const KNOWN_BY: usize = 5;

/// What a website may do with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Replace it.
    Free,
    /// Only change named words in it: partners are compared by it.
    Compared,
    /// Only change named words in it: it promises something.
    Promised,
    /// Nothing.
    Fixed,
}

/// What a website may do with the text at a position of the table: `content/kept.toml`.
pub(super) fn kept(at: usize) -> Kept {
    match KEPT.get(at) {
        Some(b'c') => Kept::Compared,
        Some(b'p') => Kept::Promised,
        Some(b'f') => Kept::Fixed,
        _ => Kept::Free,
    }
}

/// What was read.
#[derive(Default)]
pub(super) struct Read {
    /// The named words.
    pub(super) words: Vec<Word>,
    /// The whole texts: positions in the table, and what stands there instead.
    pub(super) wholes: Vec<(Vec<usize>, String)>,
    pub(super) renamed: Vec<Renamed>,
    pub(super) faults: Vec<Fault>,
    pub(super) elsewhere: usize,
}

/// The entries of the attribute, without what surrounds them.
pub fn entries(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(['\n', '\r', '|'])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

/// Reads the entries for the language of these texts.
pub(super) fn read(texts: Texts, words: &str) -> Read {
    let mut read = Read::default();
    if entries(words).next().is_none() {
        return read;
    }
    let known = Known::new(texts);
    let mut letters = 0;
    let mut count = 0;
    let mut language = Some("en");
    for entry in entries(words) {
        letters += entry.chars().count();
        let (tag, entry) = headed(entry);
        if let Some(tag) = tag {
            language = NAMES.iter().map(|(known, _)| *known).find(|known| *known == tag);
            if language.is_none() {
                read.faults.push(Fault::new(tag, Why::Language));
            }
        }
        count += usize::from(!entry.is_empty());
        if count > MOST_ENTRIES || letters > MOST_LETTERS {
            read.faults.push(Fault::new(entry, Why::TooMany));
            break;
        }
        if entry.is_empty() || language.is_none() {
            continue;
        }
        if language != Some(texts.language()) {
            read.elsewhere += 1;
        } else if let Err(why) = known.take(entry, &mut read) {
            read.faults.push(Fault::new(entry, why));
        }
    }
    read
}

/// The tag of a language at the start of an entry, `cy:`, and what follows it.
fn headed(entry: &str) -> (Option<&str>, &str) {
    let Some((tag, rest)) = entry.split_once(':') else {
        return (None, entry);
    };
    let (first, country) = tag.split_once('-').unwrap_or((tag, "x"));
    let is_tag = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && !country.is_empty()
        && country
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_tag {
        (Some(tag), rest.trim())
    } else {
        (None, entry)
    }
}

/// A block of a page as it is shown: what makes it a heading or an item of a list is not.
pub(super) fn shown(text: &str) -> &str {
    ["# ", "- "]
        .into_iter()
        .find_map(|marker| text.strip_prefix(marker))
        .unwrap_or(text)
}

/// A text as people type it: straight quotation marks, a hyphen for a dash, three points, single spaces.
fn typed(text: &str) -> String {
    let mut typed = String::new();
    for letter in spaced(text).chars() {
        match letter {
            '‘' | '’' | 'ʼ' => typed.push('\''),
            '“' | '”' | '„' => typed.push('"'),
            '–' | '—' | '‑' => typed.push('-'),
            '…' => typed.push_str("..."),
            letter => typed.push(letter),
        }
    }
    typed
}

/// A text with single spaces, and none at its ends.
fn spaced(text: &str) -> String {
    let words = text.split(is_space).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// What can stand on the left.
struct Known {
    named: Vec<&'static str>,
    /// Each text as it is in the table, and as people type it.
    texts: Vec<(&'static str, String)>,
}

impl Known {
    fn new(texts: Texts) -> Self {
        Self {
            named: keys::words::NAMED.iter().map(|key| texts.get(key)).collect(),
            texts: texts.all().map(|text| (text, typed(shown(text)))).collect(),
        }
    }

    /// Takes an entry over, or says why not.
    fn take(&self, entry: &str, read: &mut Read) -> Result<(), Why> {
        let (left, right) = entry.split_once('=').ok_or(Why::NoEquals)?;
        let (left, right) = (typed(left), spaced(right));
        if left.is_empty() || right.is_empty() {
            return Err(Why::Empty);
        }
        let named = self.named(&left);
        let from = match named {
            Some(word) => word.to_owned(),
            None => left.clone(),
        };
        let places = if named.is_some() {
            Vec::new()
        } else {
            self.places(&left)?
        };
        let from = places
            .first()
            .map_or(from, |at| shown(self.texts[*at].0).to_owned());
        if read.renamed.iter().any(|before| before.from == from) {
            return Err(Why::Twice);
        }
        let most = if from.chars().count() > WORD_LETTERS {
            TEXT_LETTERS
        } else {
            WORD_LETTERS
        };
        sound(&right, most)?;
        if right == from {
            return Err(Why::Same);
        }
        let mut renamed = Renamed { from, to: right };
        if named.is_some() {
            let word = Word::new(&renamed.from, &renamed.to);
            renamed.to.clone_from(&word.to);
            read.words.push(word);
        } else {
            read.wholes.push((places, renamed.to.clone()));
        }
        read.renamed.push(renamed);
        Ok(())
    }

    /// A named word. With a capital it is one too, unless it is a whole text.
    fn named(&self, left: &str) -> Option<&'static str> {
        let find = |left: &str| self.named.iter().find(|word| typed(word) == left).copied();
        let is_text = || self.texts.iter().any(|(_, text)| text == left);
        find(left).or_else(|| find(&left.to_lowercase()).filter(|_| !is_text()))
    }

    /// Where this whole text stands in the table.
    fn places(&self, left: &str) -> Result<Vec<usize>, Why> {
        let is_it = |(at, (_, text)): &(usize, &(&str, String))| text == left && kept(*at) != Kept::Fixed;
        let places: Vec<usize> = self
            .texts
            .iter()
            .enumerate()
            .filter(is_it)
            .map(|(at, _)| at)
            .collect();
        if places.iter().any(|at| kept(*at) == Kept::Promised) {
            return Err(Why::Promised);
        }
        if places.iter().any(|at| kept(*at) == Kept::Compared) {
            return Err(Why::Compared);
        }
        let has_placeholder = |text: &str| pieces(text).any(|piece| matches!(piece, Piece::Placeholder(_)));
        if left.is_empty() || places.iter().any(|at| has_placeholder(self.texts[*at].0)) {
            return Err(Why::Filled);
        }
        if !places.is_empty() {
            return Ok(places);
        }
        let mut with_values = self.texts.iter().filter(|(raw, _)| raw.contains(['{', '\t']));
        let is_filled = with_values.any(|(raw, _)| {
            let mut forms = raw.split('\t').map(|form| typed(shown(form)));
            forms.any(|form| (raw.contains('\t') && form == left) || fills(&form, left))
        });
        Err(if is_filled { Why::Filled } else { Why::Unknown })
    }
}

/// Whether this is the text with its placeholders filled in.
fn fills(text: &str, left: &str) -> bool {
    let mut rest = left;
    let mut after_value = false;
    let mut letters = 0;
    for piece in pieces(text) {
        match piece {
            Piece::Placeholder(_) => after_value = true,
            Piece::Words(words) => {
                let at = if after_value {
                    rest.find(words)
                } else {
                    rest.starts_with(words).then_some(0)
                };
                let Some(at) = at else { return false };
                rest = &rest[at + words.len()..];
                letters += words.chars().filter(|letter| letter.is_alphabetic()).count();
                after_value = false;
            }
        }
    }
    letters >= KNOWN_BY && text.contains('{') && (after_value || rest.is_empty())
}

/// Whether something can stand in place of a text.
fn sound(right: &str, most: usize) -> Result<(), Why> {
    if right.chars().count() > most {
        return Err(Why::TooLong(most));
    }
    // The rule for notes: what cannot be seen is left out of them.
    if clean_note(right).text != right {
        return Err(Why::Unseen);
    }
    if right.contains(['{', '}']) || shown(right) != right {
        return Err(Why::Sign);
    }
    Ok(())
}
