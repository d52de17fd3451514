//! Notes the addresses in a text, to find those of a check that came without their links: some programs leave out the `#`
//! of an address and all that follows.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::gap::is_gap;

/// How every address of a page begins, apart from its `s`.
const START: &str = "http";

/// The addresses in a text.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// The lines of the addresses without a fragment, by page.
    without: BTreeMap<Rc<str>, Vec<usize>>,
    /// The pages on which a link that can be read stands.
    known: BTreeSet<Rc<str>>,
    last: Option<Address>,
    /// Page and line of the last link.
    linked: Option<(Rc<str>, usize)>,
}

/// The address before a place.
#[derive(Debug)]
struct Address {
    page: Rc<str>,
    /// The place behind it.
    end: usize,
    /// Whether it is in the list of those without a fragment.
    is_listed: bool,
}

impl Pages {
    /// Notes the address whose first letters end at a place, if there is one; gives its length.
    pub(super) fn look(&mut self, text: &str, at: usize, line: usize) -> usize {
        let is_start = at
            .checked_sub(START.len())
            .and_then(|begin| text.get(begin..at))
            .is_some_and(|letters| letters.eq_ignore_ascii_case(START));
        let behind = text.get(at..).filter(|_| is_start).unwrap_or_default();
        let length = length(behind);
        let behind_start = behind.get(..length).unwrap_or_default();
        let before = self.last.as_ref().map(|last| &last.page);
        let Some(page) = page(behind_start, before) else {
            return length;
        };
        let has_fragment = behind.as_bytes().get(length) == Some(&b'#');
        // What is shown for a link stands beside it.
        let is_shown = || {
            self.linked
                .as_ref()
                .is_some_and(|(known, place)| *known == page && *place == line)
        };
        let is_listed = !has_fragment && !is_shown();
        if is_listed {
            self.without.entry(page.clone()).or_default().push(line);
        }
        self.last = Some(Address {
            page,
            end: at + length,
            is_listed,
        });
        length
    }

    /// Notes a link whose prefix begins at a place: the address before it, if it belongs to it, has its fragment.
    pub(super) fn link(&mut self, text: &str, begin: usize, line: usize, is_read: bool) {
        let Some(last) = &mut self.last else {
            return;
        };
        // An address may be broken before its `#`. A mail filter writes `*` for that sign.
        let between = text.get(last.end..begin).unwrap_or_default();
        let fragment = between.trim_start_matches(|c: char| u8::try_from(c).is_ok_and(is_gap));
        if !fragment.starts_with(['#', '*']) || fragment.contains(char::is_whitespace) {
            return;
        }
        if let Some(lines) = self.without.get_mut(&*last.page) {
            if std::mem::take(&mut last.is_listed) {
                lines.pop();
            }
            while lines.last() == Some(&line) {
                lines.pop();
            }
        }
        if is_read {
            self.known.insert(last.page.clone());
        }
        self.linked = Some((last.page.clone(), line));
    }

    /// The beginning of the text was dropped, so many bytes of it.
    pub(super) fn forget(&mut self, bytes: usize) {
        if let Some(last) = &mut self.last {
            last.end = last.end.saturating_sub(bytes);
        }
    }

    /// The lines of the addresses without a fragment whose page is this one, or has links in the text; none of them
    /// from now on.
    pub(super) fn take(&mut self, own: &str) -> Vec<usize> {
        let Self { without, known, .. } = std::mem::take(self);
        let own = own.strip_prefix(START).and_then(|own| page(own, None));
        let is_ours = |page: &Rc<str>| known.contains(page) || own.as_ref() == Some(page);
        let ours = without.into_iter().filter(|(page, _)| is_ours(page));
        let mut lines: Vec<usize> = ours.flat_map(|(_, lines)| lines).collect();
        lines.sort_unstable();
        lines
    }
}

/// The bytes of an address behind its first letters. An address inside another one is one of its own.
fn length(behind: &str) -> usize {
    let is_end = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-'..='/' | ':' => false,
        '<' | '>' | '"' | '(' | ')' | '[' | ']' | '|' | '*' | '#' => true,
        _ => c.is_whitespace() || c.is_control(),
    };
    let mut from = 0;
    for (at, c) in behind.char_indices() {
        let is_start = || {
            let ahead = behind.as_bytes().get(at..at + START.len()).unwrap_or_default();
            ahead.eq_ignore_ascii_case(START.as_bytes())
        };
        if is_end(c) || (matches!(c, 'h' | 'H') && is_start()) {
            break;
        }
        from = at + c.len_utf8();
    }
    from
}

/// The page of an address without its first letters, as it is compared; `None` if it is none. Other parameters that a
/// redirect has behind it, and marks of the sentence, are left out. Most texts name one page again and again: `before` is
/// the one named before.
fn page(behind: &str, before: Option<&Rc<str>>) -> Option<Rc<str>> {
    let behind = behind
        .strip_prefix(['s', 'S'])
        .unwrap_or(behind)
        .strip_prefix("://")?;
    let end = behind.bytes().position(|byte| matches!(byte, b'#' | b'&'));
    let page = behind.get(..end.unwrap_or(behind.len()))?;
    let page = page.trim_end_matches([
        '.', ',', ';', ':', '!', '?', '\'', '_', '~', '/', '\u{201D}', '\u{2026}',
    ]);
    match before {
        Some(before) if **before == *page => Some(before.clone()),
        _ => (!page.is_empty()).then(|| page.to_ascii_lowercase().into()),
    }
}
