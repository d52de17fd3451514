//! A walk through all values of a JSON text, with the field and the line at which it ended.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::error::{ImportError, ImportFault};

/// Most levels of brackets.
const DEPTH: usize = 8;
/// Most bytes of a name: a field is shown to a person.
const MOST_NAME: usize = 64;

/// Shows each text and whole number of a JSON text, with its field, such as `partners[3].responses.A1.1`.
///
/// # Errors
///
/// [`ImportFault::Differs`] where `take` says no, and [`ImportFault::NotJson`] where the text is not JSON or has a value
/// that none of our files has.
pub(super) fn walk(text: &str, mut take: impl FnMut(&str, &str) -> bool) -> Result<(), ImportError> {
    let mut walk = Walk {
        field: String::new(),
        depth: 0,
        differs: false,
        take: &mut take,
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = walk.deserialize(&mut reader).and_then(|()| reader.end());
    read.map_err(|error| ImportError {
        line: error.line().max(1),
        field: walk.field,
        fault: if walk.differs {
            ImportFault::Differs
        } else {
            ImportFault::NotJson
        },
    })
}

struct Walk<'a> {
    /// The field that is being read. It stays where the walk ended.
    field: String,
    depth: usize,
    differs: bool,
    take: &'a mut dyn FnMut(&str, &str) -> bool,
}

impl Walk<'_> {
    fn value<E: Error>(&mut self, value: &str) -> Result<(), E> {
        self.differs = !(self.take)(&self.field, value);
        if self.differs {
            return Err(E::custom("another value is wanted"));
        }
        Ok(())
    }

    fn enter<E: Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(E::custom("too many brackets"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Walk<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text, a whole number, an object or an array")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.value(text)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.value(&number.to_string())
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<(), M::Error> {
        self.enter()?;
        let before = self.field.len();
        while let Some(name) = members.next_key::<String>()? {
            if name.len() > MOST_NAME {
                return Err(M::Error::custom("a name that is too long"));
            }
            if before > 0 {
                self.field.push('.');
            }
            self.field.push_str(&name);
            members.next_value_seed(&mut *self)?;
            self.field.truncate(before);
        }
        self.depth -= 1;
        Ok(())
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut elements: S) -> Result<(), S::Error> {
        self.enter()?;
        let before = self.field.len();
        for number in 0_usize.. {
            self.field.extend(["[", &number.to_string(), "]"]);
            if elements.next_element_seed(&mut *self)?.is_none() {
                break;
            }
            self.field.truncate(before);
        }
        self.field.truncate(before);
        self.depth -= 1;
        Ok(())
    }
}
