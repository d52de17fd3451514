//! Strings in the body of a link: their length in bytes, then UTF-8.
//!
//! A length takes one byte up to 127, and two above: the high byte first, with its high bit set.

/// Most bytes of a text.
const MOST: usize = 0x7FFF;

/// Puts a text behind a body. What is cleaned is far shorter than the most that fits.
pub(super) fn put(body: &mut Vec<u8>, text: &str) {
    let length = text.len().min(MOST);
    if length > 0x7F {
        body.push(0x80 | (length >> 8) as u8);
    }
    body.push(length as u8);
    body.extend_from_slice(text.as_bytes().get(..length).unwrap_or_default());
}

/// The length of the text at the start of some bytes, and the bytes behind that length.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (&first, rest) = bytes.split_first()?;
    if first < 0x80 {
        return Some((usize::from(first), rest));
    }
    let (&low, rest) = rest.split_first()?;
    Some((usize::from(first & 0x7F) << 8 | usize::from(low), rest))
}

/// The text at the start of some bytes, not yet checked, and the bytes behind it; `None` if they end before.
pub(super) fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = length(bytes)?;
    rest.split_at_checked(length)
}

/// The place behind the text that starts at a place, which may lie behind the bytes; or how many bytes are needed at
/// least to tell.
pub(super) fn skip(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let start = bytes.get(at..).unwrap_or_default();
    let (length, rest) = length(start).ok_or(bytes.len().max(at) + 1)?;
    Ok(at + start.len() - rest.len() + length)
}

/// A text as `clean` leaves it; `None` if this program would not have written it.
pub(super) fn cleaned(bytes: &[u8], clean: impl Fn(&str) -> String) -> Option<String> {
    let text = str::from_utf8(bytes).ok()?;
    let cleaned = clean(text);
    (cleaned == text).then_some(cleaned)
}
