//! Characters that mail programs and people put around and into a link.

/// White space, quotation marks and punctuation.
pub(super) fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(
            byte,
            0x0B | b'<' | b'>' | b'"' | b'\'' | b'.' | b',' | b'(' | b')'
        )
}

/// The same, and emphasis marks, which occur only around a link.
pub(super) fn is_around(byte: u8) -> bool {
    is_gap(byte) || matches!(byte, b'*' | b'_' | b'~')
}

/// Whether a byte ends a line.
pub(super) fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
