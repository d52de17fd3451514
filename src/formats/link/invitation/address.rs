//! Which e-mail addresses an invitation carries.

/// Most characters of an e-mail address: those of a line, see [`crate::domain::name::LINE_CHARACTERS`].
const ADDRESS_CHARACTERS: usize = 200;

/// Whether a text is an e-mail address of one receiver that can follow `mailto:` unescaped.
///
/// Stricter than RFC 5322: letters and digits of ASCII and `. _ + - '` before the one `@`, and a domain
/// behind it. Nothing else, so that no link can add a second receiver, a header, a subject or a text.
pub fn is_address(text: &str) -> bool {
    let Some((person, domain)) = text.split_once('@') else {
        return false;
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'');
    let label = |label: &str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(inner)
    };
    text.len() <= ADDRESS_CHARACTERS
        && person.chars().all(fits)
        && person.split('.').all(|part| !part.is_empty())
        && domain.split('.').all(label)
}
