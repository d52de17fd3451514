//! What was done last with what is kept here, and why a file was not opened.

use crate::app::together::kept::Told;
use crate::content::{Key, Texts, keys};
use crate::formats::import::{ImportError, ImportFault};

/// What was done last, in words.
pub(super) fn told_words(texts: Texts, told: &Told) -> String {
    match told {
        Told::Deleted => texts.get(keys::kept::DELETED).to_owned(),
        Told::Undone => texts.get(keys::kept::UNDONE).to_owned(),
        Told::Imported { new, known, left_out } => {
            let mut words = Vec::new();
            if *new == 0 {
                words.push(texts.get(keys::kept::IMPORTED_NONE).to_owned());
            } else {
                words.push(texts.count(keys::kept::IMPORTED_ONE, keys::kept::IMPORTED, *new));
                if *known > 0 {
                    words.push(texts.count(keys::kept::KNOWN_ONE, keys::kept::KNOWN, *known));
                }
            }
            if *left_out > 0 {
                words.push(texts.count(keys::kept::LEFT_OUT_ONE, keys::kept::LEFT_OUT, *left_out));
            }
            words.join(" ")
        }
        Told::Refused(number, error) => refused(texts, *number, error),
    }
}

/// Why a file was not opened: its number among those that were chosen, the line, the field and the reason.
pub(super) fn refused(texts: Texts, number: usize, error: &ImportError) -> String {
    let [number, line] = [number, error.line].map(|number| number.to_string());
    let key = if error.field.is_empty() {
        keys::kept::REFUSED
    } else {
        keys::kept::REFUSED_AT
    };
    texts.fill(
        key,
        &[
            ("n", &number),
            ("line", &line),
            ("field", &error.field),
            ("why", texts.get(why(error.fault))),
        ],
    )
}

const fn why(fault: ImportFault) -> Key {
    match fault {
        ImportFault::TooLong => keys::kept::FILE_TOO_LONG,
        ImportFault::NotJson => keys::kept::FILE_NOT_JSON,
        ImportFault::NotOurs => keys::kept::FILE_NOT_OURS,
        ImportFault::NewerVersion => keys::kept::FILE_NEWER,
        ImportFault::Link(_) => keys::kept::FILE_LINK,
        ImportFault::Differs => keys::kept::FILE_DIFFERS,
        ImportFault::Unreadable => keys::kept::FILE_UNREADABLE,
    }
}
