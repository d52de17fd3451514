//! Bytes as letters that every mail and chat program leaves alone: base64url without padding
//! (RFC 4648, section 5). Written out because the general crates add 6 to 10 kB to the module; one of them
//! judges it in the tests.

/// The letters, by value.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters for some bytes, six bits each, the last filled up with zeros.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 1);
    let (mut waiting, mut count) = (0_u32, 0);
    let mut put = |value: u32| text.push(char::from(LETTERS[value as usize % 64]));
    for byte in bytes {
        waiting = waiting << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            put(waiting >> count);
        }
    }
    if count > 0 {
        put(waiting << (6 - count));
    }
    text
}

/// Whether a character is one of the 64.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// The value of a letter, 0 to 63; `None` if it is none of the 64.
pub(super) fn value(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}
