//! Recognises a repeated link: mail programs write an address twice, as text and as target.

use super::form::Form;
use super::gap::is_gap;

/// Most bytes between a link and its repetition as the target of the same text.
const DISTANCE: usize = 2_000;

/// The links found last.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    /// Where the last one ended.
    end: usize,
    /// Whether it was left out, as a repetition.
    left_out: bool,
    /// The last payload of each form.
    bytes: [Vec<u8>; 4],
}

impl Repeated {
    /// Keeps what was found.
    pub(super) fn note(&mut self, form: Form, bytes: Vec<u8>, end: usize, left_out: bool) {
        self.end = end;
        self.left_out = left_out;
        if let Some(place) = self.bytes.get_mut(form as usize) {
            *place = bytes;
        }
    }

    /// This many bytes at the start of the text were dropped.
    pub(super) fn forget(&mut self, bytes: usize) {
        match self.end.checked_sub(bytes) {
            Some(end) => self.end = end,
            None => *self = Self::default(),
        }
    }

    /// Whether a link that begins at a place is the target of the text that was just found, or the other
    /// way round: the same payload, with a bracket or a quotation mark and an address in between.
    pub(super) fn has(&self, text: &str, begin: usize, form: Form, bytes: &[u8]) -> bool {
        let same = self.bytes.get(form as usize).is_some_and(|last| last == bytes);
        if !same || bytes.is_empty() || begin.saturating_sub(self.end) > DISTANCE {
            return false;
        }
        let between = text.get(self.end..begin).unwrap_or_default();
        if form == Form::Plan && self.left_out {
            // A plan part of the repeated link.
            return between.len() <= "&amp;".len();
        }
        let Some((lead, address)) = between.split_once("http") else {
            return false;
        };
        let mut lines = lead.split('\n');
        let marked = lines.next().is_some_and(is_bracket)
            || lines.any(|line| is_bracket(line.trim_start_matches(['>', ' ', '|'])));
        let lead_only = lead
            .bytes()
            .all(|byte| is_gap(byte) || b"[]{}=*_;|".contains(&byte) || is_markup(byte));
        marked && lead_only && !address.contains(char::is_whitespace)
    }
}

/// Whether a text has what sets an address apart from the text before it.
fn is_bracket(text: &str) -> bool {
    text.contains(['<', '>', '(', '[', '"'])
}

/// Letters of tags and attributes, such as those of `"><a href="`.
fn is_markup(byte: u8) -> bool {
    matches!(byte, b'/' | b'-' | b':' | b'&') || byte.is_ascii_alphanumeric()
}
