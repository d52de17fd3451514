//! Texts that are being read, and their outcome.

use std::collections::VecDeque;

use super::came::{Came, Fresh, Seen};
use crate::domain::comparison::Comparison;
use crate::domain::extra::Extra;
use crate::formats::import::ImportError;
use crate::formats::link::{Content, Form, Hit, LinkError, Scanner};

/// Most faults that are listed; more are counted.
const MOST_PROBLEMS: usize = 200;

/// A position in the texts that are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// The number of its text, from 1; none if it is the only one.
    pub text: Option<usize>,
    /// The line, from 1.
    pub line: usize,
}

/// A link that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it begins.
    pub place: TextLine,
    /// Why.
    pub error: LinkError,
}

/// The outcome of reading a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many partners were added.
    pub added: usize,
    /// How many summaries are in the comparison already: the same answers, settings and names.
    pub again: usize,
    /// How many invitations and plans were among the links: they are no partners.
    pub other: usize,
    /// For how many sets of own statements that partners answered an invitation told the words.
    pub worded: usize,
    /// Links that could not be read, in the order of their lines; the first two hundred.
    pub problems: Vec<Problem>,
    /// How many more could not be read.
    pub more_problems: usize,
    /// Addresses of a check without a link: some programs leave out the `#` and all that follows. The first two hundred.
    pub cut_addresses: Vec<TextLine>,
    /// How many more there are.
    pub more_cut_addresses: usize,
    /// Whether there was no room for one's own check.
    pub full: bool,
    /// Whether nothing in the text was a link or a file of ours.
    pub nothing: bool,
    /// Files that could not be read: the file's number, from 1, and what is wrong where.
    pub files: Vec<(usize, ImportError)>,
}

impl Taken {
    /// Whether anything in it was refused.
    pub fn refused(&self) -> bool {
        self.full
            || self.nothing
            || !(self.problems.is_empty() && self.cut_addresses.is_empty() && self.files.is_empty())
    }
}

/// Texts with their numbers.
pub(super) type Texts = VecDeque<(Option<usize>, String)>;

/// Texts that are being read, one after the other.
#[derive(Debug)]
pub struct Reading {
    pub(super) scanner: Scanner<String>,
    /// The number of the text that is being read, from 1; none if it is the only one.
    pub(super) text: Option<usize>,
    /// The texts that follow, with their numbers.
    pub(super) rest: Texts,
    /// Bytes of the texts before.
    pub(super) before: usize,
    /// Bytes of all texts.
    pub(super) length: usize,
    /// Whether all were read to their ends.
    pub(super) is_read: bool,
    pub(super) found: Vec<Fresh>,
    /// Known partners of imported comparisons: they tell which organisation the new partners of those belong to.
    pub(super) known: Vec<Fresh>,
    /// The summaries found and those of the comparison, to recognise duplicates.
    pub(super) seen: Seen,
    /// How many comparisons were among them.
    pub(super) comparisons: usize,
    /// The words of own statements, from invitations, comparisons and files.
    pub(super) sets: Vec<Extra>,
    pub(super) taken: Taken,
}

impl Reading {
    /// How far it is, 0 to 100.
    pub fn percent(&self) -> usize {
        ((self.before + self.scanner.position()) * 100)
            .checked_div(self.length)
            .unwrap_or(100)
    }

    /// Notes the addresses of the text just read that lost their links.
    pub(super) fn note_cut_addresses(&mut self, own: &str) {
        let lines = self.scanner.cut_addresses(own);
        let room = MOST_PROBLEMS.saturating_sub(self.taken.cut_addresses.len());
        self.taken.more_cut_addresses += lines.len().saturating_sub(room);
        let text = self.text;
        let places = lines.into_iter().take(room).map(|line| TextLine { text, line });
        self.taken.cut_addresses.extend(places);
    }

    pub(super) fn go_to_next(&mut self) {
        if let Some((number, text)) = self.rest.pop_front() {
            self.before += self.scanner.position();
            self.text = number;
            self.scanner = Scanner::new(text);
        }
    }

    /// How many summaries were found so far.
    pub fn found(&self) -> usize {
        self.found.len()
    }

    pub(super) fn add(&mut self, came: Came) {
        match came {
            Came::Summary(summary) => {
                if self.seen.add_new(&summary, false) {
                    self.found.push(Fresh::alone(summary));
                } else {
                    self.taken.again += 1;
                }
            }
            Came::Comparison(comparison) => self.add_all(comparison),
        }
    }

    /// A comparison comes in as it is: two of its people may well have answered alike.
    pub(super) fn add_all(&mut self, mut comparison: Comparison) {
        self.sets.append(&mut comparison.sets);
        self.comparisons += 1;
        let (known, fresh): (Vec<_>, Vec<_>) = Fresh::all_of(comparison, self.comparisons)
            .partition(|one| self.seen.has(&one.partner.summary, one.letter));
        self.taken.again += known.len();
        if !fresh.is_empty() {
            self.known.extend(known);
        }
        for one in fresh {
            self.seen.add(&one.partner.summary, one.letter);
            self.found.push(one);
        }
    }

    pub(super) fn note(&mut self, hit: Hit) {
        match hit.content {
            Ok(Content::Summary(summary)) => self.add(Came::Summary(summary)),
            Ok(Content::Comparison(comparison)) => self.add_all(comparison),
            Ok(Content::Invitation(invitation)) => {
                self.sets.extend(invitation.extra);
                self.taken.other += 1;
            }
            Ok(Content::Plan(_)) => self.taken.other += 1,
            // An unreadable plan does not affect the summary before it.
            Err(_) if hit.form == Form::Plan => self.taken.other += 1,
            Err(_) if self.taken.problems.len() >= MOST_PROBLEMS => self.taken.more_problems += 1,
            Err(error) => {
                let (text, line) = (self.text, hit.line);
                let place = TextLine { text, line };
                self.taken.problems.push(Problem { place, error });
            }
        }
    }
}
