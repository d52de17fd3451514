//! Finds every link in a text of any length, such as a whole e-mail thread, in one pass and in chunks.
//!
//! The text is read in blocks, which [`super::undo`] decodes. Links may then still be quoted (`> `), broken over lines,
//! in brackets, and repeated as text and target. Each byte is read a small, fixed number of times: the payload after a
//! prefix ends at the next `=` at the latest, and for payloads without one there is an [`Effort`] that is not exceeded.

use super::error::LinkError;
use super::form::{Content, Form};
use super::gap::is_end;
use super::pages::Pages;
use super::read::{Effort, LONGEST, Reading, bare, prefix, read, read_bare};
use super::repeated::Repeated;
use super::undo;

/// Bytes per block.
const BLOCK: usize = 65_536;
/// Bytes before the place that are kept at least.
const KEPT: usize = 4_096;

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The line on which it begins, from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: usize,
    /// What its prefix says that it is.
    pub form: Form,
    /// What it holds, or why it cannot be read; never [`LinkError::NotALink`].
    pub content: Result<Content, LinkError>,
}

/// The outcome of one step of a [`Scanner`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there is only ever one of them")]
pub enum Step {
    /// A link.
    Hit(Hit),
    /// No link within the bytes allowed; there is more text.
    Paused,
    /// The text is at its end.
    Done,
}

/// Reads a text link by link. It owns or borrows the text (`String`, `&str`), so that a page can render between two
/// steps.
#[derive(Debug)]
pub struct Scanner<T> {
    text: T,
    /// Bytes of the text that were decoded.
    taken: usize,
    /// The decoded text, from shortly before `place`.
    clean: String,
    /// The position in `clean`.
    place: Place,
    repeated: Repeated,
    pages: Pages,
}

/// A position in a text, and counts up to it.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Bytes before it.
    at: usize,
    /// Number of the line, from 1.
    line: usize,
    /// Whether the next byte is the first of a line.
    is_fresh: bool,
    effort: Effort,
}

/// A link that was found.
struct Met {
    form: Form,
    /// Where its prefix begins, and on which line.
    begin: usize,
    line: usize,
    reading: Reading,
}

impl<T: AsRef<str>> Scanner<T> {
    /// Starts at the beginning of a text of any length.
    pub fn new(text: T) -> Self {
        Self {
            text,
            taken: 0,
            clean: String::new(),
            place: Place::START,
            repeated: Repeated::default(),
            pages: Pages::default(),
        }
    }

    /// Bytes read so far, for a progress display; at most the length of the text.
    pub fn position(&self) -> usize {
        self.taken.saturating_sub(self.clean.len() - self.place.at)
    }

    /// Number of byte reads so far: the cost of reading a text, independent of the machine.
    pub fn looked_at(&self) -> usize {
        self.place.effort.looked_at
    }

    /// The lines of addresses that lost their links, once the text is read: they have no fragment, and their page has
    /// links in the text or is `own`. They are given once.
    pub fn cut_addresses(&mut self, own: &str) -> Vec<usize> {
        self.pages.take(own)
    }

    /// Reads on to the next link, for at most this many bytes and the link that begins in them. A million bytes take a
    /// few milliseconds; use at least a thousand.
    pub fn step(&mut self, bytes: usize) -> Step {
        let mut left = bytes.max(1);
        loop {
            self.take_in();
            let stop = self.clean.len().min(self.place.at.saturating_add(left));
            if self.place.at == stop {
                return if left > 0 && self.taken == self.text.as_ref().len() {
                    Step::Done
                } else {
                    Step::Paused
                };
            }
            let before = self.place.at;
            if let Some(met) = self.place.next(&self.clean, stop) {
                if let Some(hit) = self.hit(met) {
                    return Step::Hit(hit);
                }
            } else {
                let Place { at, line, .. } = self.place;
                self.place.effort.looked_at += self.pages.look(&self.clean, at, line);
            }
            left = left.saturating_sub(self.place.at - before);
        }
    }

    /// Decodes blocks until the longest link can be read from here.
    fn take_in(&mut self) {
        let text = self.text.as_ref();
        while self.clean.len() - self.place.at < LONGEST && self.taken < text.len() {
            if self.place.at > LONGEST {
                // A link may belong to what was found a little before it.
                let passed = self.clean.floor_char_boundary(self.place.at - KEPT);
                self.clean.replace_range(..passed, "");
                self.repeated.forget(passed);
                self.pages.forget(passed);
                self.place.at -= passed;
            }
            let rest = text.get(self.taken..).unwrap_or_default();
            let block = block(rest);
            self.place.effort.looked_at += block.len();
            self.taken += block.len();
            self.clean.push_str(&undo::all(block));
        }
    }

    /// The hit for a link; `None` if it repeats the one before.
    fn hit(&mut self, met: Met) -> Option<Hit> {
        let Reading { content, bytes, end } = met.reading;
        self.pages.link(&self.clean, met.begin, met.line, content.is_ok());
        let is_again = self.repeated.has(&self.clean, met.begin, met.form, &bytes);
        self.repeated.note(met.form, bytes, end, is_again);
        let hit = Hit {
            line: met.line,
            form: met.form,
            content,
        };
        (!is_again).then_some(hit)
    }
}

impl Place {
    const START: Self = Self {
        at: 0,
        line: 1,
        is_fresh: true,
        effort: Effort::START,
    };

    /// Advances to the next position where a link may begin, and reads it if there is one.
    fn next(&mut self, text: &str, stop: usize) -> Option<Met> {
        let bytes = text.as_bytes();
        if std::mem::take(&mut self.is_fresh)
            && let Some(reading) = bare(bytes, self.at, &mut self.effort)
        {
            return Some(self.met(bytes, Form::Summary, reading));
        }
        let ahead = bytes.get(self.at..stop).unwrap_or_default();
        let skip = ahead
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r' | b'p' | b'P'));
        self.effort.looked_at += skip.unwrap_or(ahead.len());
        let Some(skip) = skip else {
            self.pass_to(stop);
            return None;
        };
        self.pass_to(self.at + skip);
        let Some((form, behind)) = prefix(bytes, self.at) else {
            self.go(bytes, self.at + 1);
            return None;
        };
        let reading = read(form, bytes, behind, &mut self.effort);
        Some(self.met(bytes, form, reading))
    }

    /// Advances past a link.
    fn met(&mut self, text: &[u8], form: Form, reading: Reading) -> Met {
        let (begin, line) = (self.at, self.line);
        self.go(text, reading.end);
        Met {
            form,
            begin,
            line,
            reading,
        }
    }

    /// Advances to a position, and counts the lines that end before it.
    fn go(&mut self, text: &[u8], to: usize) {
        let passed = text.get(self.at..to).unwrap_or_default();
        if !passed.iter().fold(false, |any, byte| any | is_end(*byte)) {
            self.pass_to(to);
            return;
        }
        for at in self.at..to {
            let is_alone = || text.get(at + 1) != Some(&b'\n');
            match text.get(at) {
                Some(b'\n') => (self.line, self.is_fresh) = (self.line + 1, true),
                Some(b'\r') if is_alone() => (self.line, self.is_fresh) = (self.line + 1, true),
                _ => self.is_fresh = false,
            }
        }
        self.pass_to(to);
    }

    fn pass_to(&mut self, to: usize) {
        self.effort.pass(to.saturating_sub(self.at));
        self.at = to;
    }
}

impl<T: AsRef<str>> Iterator for Scanner<T> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        match self.step(usize::MAX) {
            Step::Hit(hit) => Some(hit),
            Step::Paused | Step::Done => None,
        }
    }
}

/// The first readable link of a form in a text, or else the fault of the first. A text that begins like a summary's
/// payload counts as one, however short.
pub(super) fn first(text: &str, form: Form) -> Result<Content, LinkError> {
    let text = undo::all(text);
    let mut place = Place::START;
    let mut fault = None;
    while place.at < text.len() {
        match place.next(&text, text.len()) {
            Some(met) if met.form == form => match met.reading.content {
                Err(error) => fault = fault.or(Some(error)),
                content => return content,
            },
            _ => {}
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None if form == Form::Summary => read_bare(text.as_bytes()),
        None => Err(LinkError::NotALink),
    }
}

/// The next block of whole lines. An escape sequence is cut only if a line is longer than a block.
fn block(rest: &str) -> &str {
    if rest.len() <= BLOCK {
        return rest;
    }
    let mut end = BLOCK;
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let block = rest.get(..end).unwrap_or(rest);
    let end = block
        .rfind('\n')
        .or_else(|| block.rfind(' '))
        .map_or(end, |at| at + 1);
    block.get(..end).unwrap_or(block)
}
