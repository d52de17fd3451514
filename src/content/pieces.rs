//! A text as it falls into words and `{name}` placeholders. The build script uses this file too.

/// One piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words to show as they are.
    Words(&'a str),
    /// The name of a placeholder, without its braces.
    Placeholder(&'a str),
}

/// The pieces of a text, in order. A brace that belongs to no placeholder stays among the words.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text }
}

/// Iterator over the pieces of a text: see [`pieces`].
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let (piece, rest) = if let Some((name, rest)) = placeholder_at_start(self.rest) {
            (Piece::Placeholder(name), rest)
        } else {
            let (words, rest) = self.rest.split_at(next_placeholder(self.rest));
            (Piece::Words(words), rest)
        };
        self.rest = rest;
        Some(piece)
    }
}

/// Where the next placeholder starts, or the end.
fn next_placeholder(text: &str) -> usize {
    text.match_indices('{')
        .map(|(at, _)| at)
        .find(|&at| placeholder_at_start(&text[at..]).is_some())
        .unwrap_or(text.len())
}

/// The name of the placeholder at the start of a text, and what follows it.
fn placeholder_at_start(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('{')?.split_once('}')?;
    let sound = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    sound.then_some((name, rest))
}
