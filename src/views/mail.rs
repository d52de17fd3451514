//! Addresses that open the user's own mail program.

/// A `mailto:` address with a subject and a body, percent-encoded (RFC 6068). `to` may be empty: the user fills it
/// in.
pub(super) fn mail_address(to: &str, subject: &str, body: &str) -> String {
    let mut address = String::from("mailto:");
    let (person, domain) = to.split_once('@').unwrap_or_default();
    if !domain.is_empty() {
        push_encoded(&mut address, person);
        address.push('@');
        push_encoded(&mut address, domain);
    }
    address.push_str("?subject=");
    push_encoded(&mut address, subject);
    address.push_str("&body=");
    push_encoded(&mut address, body);
    address
}

fn push_encoded(address: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push(char::from(DIGITS[usize::from(byte >> 4)]));
            address.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}
