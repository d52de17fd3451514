//! Numbers in decimal digits, without the code of `core::fmt`, which the first module need not hold.

/// The digits of a number.
pub fn decimal(number: usize) -> String {
    let mut text = String::new();
    push_number(&mut text, number as u32);
    text
}

/// Appends a number.
pub(super) fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// The same for a number of any size: 64 bits cost more than 32 in a browser.
pub(super) fn push_long_number(text: &mut String, number: u64) {
    if number > 9 {
        push_long_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
