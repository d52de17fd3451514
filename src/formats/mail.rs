//! Addresses that open the user's own mail program.

use super::escape::percent;

/// A `mailto:` address with a subject and a body (RFC 6068). `to` may be empty: the user fills it in.
pub fn mail_address(to: &str, subject: &str, body: &str) -> String {
    let (person, domain) = to.split_once('@').unwrap_or_default();
    let to = if domain.is_empty() {
        String::new()
    } else {
        [&percent(person), "@", &percent(domain)].concat()
    };
    [
        "mailto:",
        &to,
        "?subject=",
        &percent(subject),
        "&body=",
        &percent(body),
    ]
    .concat()
}
