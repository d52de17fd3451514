//! Names that look alike are one name where somebody says to belong to an organisation.

use super::name::{is_ignorable, is_space};

/// Letters that look like others, as Unicode's list of confusable characters has them; of a Greek or Cyrillic letter it is
/// enough that its capital does. Each row has the look first and what has it behind.
pub const LOOKS: [&str; 22] = [
    "aаα",
    "bвβ",
    "cсϲ",
    "dԁ",
    "eеε",
    "hһнη",
    "jј",
    "kкκ",
    "li1|ιіӏ",
    "mмμ",
    "nν",
    "o0оο",
    "pрρ",
    "qԛ",
    "sѕ",
    "tтτ",
    "wԝ",
    "xхχ",
    "yуυ",
    "zζ",
    "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}",
    "'‘’ʼ`´",
];

/// What names that look alike have in common: without case, width, spaces, what cannot be seen and the differences in
/// [`LOOKS`]. Empty where nothing can be seen. Accents count: an é that is written as two characters is another one.
pub fn key(name: &str) -> String {
    let seen = name.chars().filter(|c| !is_ignorable(*c) && !is_space(*c));
    let folded = seen
        .map(narrow)
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase);
    folded.map(look).collect()
}

/// A full-width letter as an ordinary one.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from((c as u32 - 0xFEE0) as u8),
        _ => c,
    }
}

/// What a letter looks like.
fn look(c: char) -> char {
    let row = LOOKS.iter().find(|row| row.contains(c));
    row.and_then(|row| row.chars().next()).unwrap_or(c)
}
