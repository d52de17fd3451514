//! A subset of JSON: objects, arrays, strings and whole numbers from 0 to 4,294,967,295.
//!
//! The reader parses only the values that its caller asks for, so its recursion depth is the caller's: a text cannot
//! make it recurse.

use hifijson::num::LexWrite as _;
use hifijson::str::{Lex as _, LexAlloc as _};
use hifijson::token::Lex as _;
use hifijson::{Read as _, SliceLexer};

use super::decimal::push_number;

/// A pull parser for JSON; `None` from any method means that the text does not match.
pub(super) struct Reader<'a>(SliceLexer<'a>);

/// The callback for a member of an object: it gets the name and must read the value.
pub(super) type Member<'m, 'a> = &'m mut dyn FnMut(&str, &mut Reader<'a>) -> Option<()>;
/// The callback for an element of an array: it must read the value.
pub(super) type Element<'m, 'a> = &'m mut dyn FnMut(&mut Reader<'a>) -> Option<()>;

impl<'a> Reader<'a> {
    /// Starts at the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self(SliceLexer::new(text.as_bytes()))
    }

    /// Reads an object.
    pub(super) fn object(&mut self, member: Member<'_, 'a>) -> Option<()> {
        self.list(b'{', b'}', &mut |reader| {
            let name = reader.text()?;
            reader.mark(b':')?;
            member(&name, reader)
        })
    }

    /// Reads an array.
    pub(super) fn array(&mut self, element: Element<'_, 'a>) -> Option<()> {
        self.list(b'[', b']', element)
    }

    fn list(&mut self, open: u8, close: u8, element: Element<'_, 'a>) -> Option<()> {
        self.mark(open)?;
        if self.mark(close).is_some() {
            return Some(());
        }
        loop {
            element(self)?;
            if self.mark(close).is_some() {
                return Some(());
            }
            self.mark(b',')?;
        }
    }

    /// Reads a text.
    pub(super) fn text(&mut self) -> Option<String> {
        self.mark(b'"')?;
        Some(self.0.str_string().ok()?.into_owned())
    }

    /// Reads a whole number.
    pub(super) fn number(&mut self) -> Option<u32> {
        self.0.eat_whitespace();
        let (digits, parts) = self.0.num_bytes().validated().ok()?;
        let digit = |number: u32, digit: &u8| {
            let value = digit.checked_sub(b'0').filter(|value| *value <= 9)?;
            number.checked_mul(10)?.checked_add(u32::from(value))
        };
        digits.iter().try_fold(0, digit).filter(|_| parts.is_int())
    }

    /// Skips a value of any kind and depth. It only counts brackets: it may accept text that is not JSON.
    pub(super) fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.0.ws_peek()? {
                b'"' => {
                    self.mark(b'"')?;
                    self.0.str_ignore().ok()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.0.discarded();
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.0.discarded();
                }
                b',' | b':' if depth == 0 => return None,
                b',' | b':' => {
                    self.0.discarded();
                }
                c if is_word(c) => {
                    self.0.skip_until(|c| !is_word(c));
                }
                _ => return None,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Checks that nothing follows.
    pub(super) fn end(&mut self) -> Option<()> {
        self.0.ws_peek().is_none().then_some(())
    }

    /// Takes a punctuation mark, and the white space before it.
    fn mark(&mut self, mark: u8) -> Option<()> {
        self.0.expect(SliceLexer::ws_peek, mark)
    }
}

/// Whether a byte can be part of a number, `true`, `false` or `null`.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
}

/// Writes JSON. The last character written tells whether a comma is needed.
#[derive(Default)]
pub(super) struct Writer(String);

impl Writer {
    /// The text written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Opens an object or array with its bracket, as an element or the value of a name.
    pub(super) fn open(&mut self, bracket: char) {
        self.separate();
        self.0.push(bracket);
    }

    /// Closes an object or array with its bracket.
    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// The name of a member; its value must follow.
    pub(super) fn name(&mut self, name: &str) {
        self.text(name);
        self.0.push(':');
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.separate();
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\0'..='\u{1F}' => {
                    let digits = b"0123456789abcdef";
                    self.0.push_str("\\u00");
                    self.0.push(char::from(digits[c as usize / 16]));
                    self.0.push(char::from(digits[c as usize % 16]));
                }
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// A whole number.
    pub(super) fn number(&mut self, number: u32) {
        self.separate();
        push_number(&mut self.0, number);
    }

    /// A comma, unless this is the first element or the value of a name.
    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }
}
