//! Numbers in decimal digits, without the code of `core::fmt`, which the first module need not hold.

/// The digits of a number.
pub fn decimal(number: usize) -> String {
    let mut text = String::new();
    push_number(&mut text, number as u32);
    text
}

/// The digits of a number from 0 to 100, without a copy; empty above.
pub fn of_hundred(number: u8) -> &'static str {
    // Two digits each; those of one digit are read from the second.
    const TENS: &str = "0001020304050607080910111213141516171819\
        2021222324252627282930313233343536373839\
        4041424344454647484950515253545556575859\
        6061626364656667686970717273747576777879\
        8081828384858687888990919293949596979899";
    if number == 100 {
        return "100";
    }
    let start = usize::from(number) * 2;
    TENS.get(start + usize::from(number < 10)..start + 2)
        .unwrap_or_default()
}

/// Appends a number.
pub(crate) fn push_number(text: &mut String, number: u32) {
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
