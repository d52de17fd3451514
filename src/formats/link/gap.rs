//! What mail programs and people put around and into a link.

/// Spaces, line breaks, marks of quotation and punctuation.
pub(super) fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(
            byte,
            0x0B | b'<' | b'>' | b'"' | b'\'' | b'.' | b',' | b'(' | b')'
        )
}

/// The same, and marks of emphasis, which stand around a link only.
pub(super) fn is_around(byte: u8) -> bool {
    is_gap(byte) || matches!(byte, b'*' | b'_' | b'~')
}

/// What ends a line.
pub(super) fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
