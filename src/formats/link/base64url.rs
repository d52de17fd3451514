//! base64url without padding (RFC 4648, section 5): bytes as letters that mail and chat programs leave alone.
//!
//! Written out because the general crates add 6 to 10 kB to the module; one of them judges it in the tests.

/// The letters, by value.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Stands for a byte that is none of the letters.
const NONE: u8 = 0xFF;
/// The value of `-`.
pub(super) const HYPHEN: u8 = 62;
/// The value of each byte as a letter.
static VALUES: [u8; 256] = values();

const fn values() -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < LETTERS.len() {
        values[LETTERS[value] as usize] = value as u8;
        value += 1;
    }
    values
}

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

/// The value of a letter, 0 to 63; `None` if the byte is none of the 64.
pub(super) fn value(letter: u8) -> Option<u8> {
    let value = VALUES[usize::from(letter)];
    (value != NONE).then_some(value)
}

/// Whether a byte is one of the 64 letters.
pub(super) fn is_letter(byte: u8) -> bool {
    VALUES[usize::from(byte)] != NONE
}
