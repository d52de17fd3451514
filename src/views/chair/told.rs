//! The last change on the screen of earlier checks, in words, and why a file was not opened.

use crate::app::chair::earlier::Told;
use crate::content::{Key, Texts, keys};
use crate::formats::import::{ImportError, ImportFault};

/// The last change, in words.
pub(super) fn told_words(texts: Texts, told: &Told) -> String {
    match told {
        Told::Deleted => texts.get(keys::earlier::DELETED).to_owned(),
        Told::Undone { partly: false } => texts.get(keys::earlier::UNDONE).to_owned(),
        Told::Undone { partly: true } => texts.get(keys::earlier::UNDONE_PARTLY).to_owned(),
        Told::Imported {
            new,
            known,
            left_out,
            apart,
        } => {
            let mut words = Vec::new();
            if *new == 0 {
                words.push(texts.get(keys::earlier::IMPORTED_NONE).to_owned());
            } else {
                words.push(texts.count(keys::earlier::IMPORTED, *new));
                if *known > 0 {
                    words.push(texts.count(keys::earlier::KNOWN, *known));
                }
            }
            if *left_out > 0 {
                words.push(texts.count(keys::earlier::LEFT_OUT, *left_out));
            }
            if *apart > 0 {
                words.push(texts.count(keys::earlier::APART, *apart));
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
        keys::earlier::REFUSED
    } else {
        keys::earlier::REFUSED_AT
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
        ImportFault::TooLong => keys::earlier::FILE_TOO_LONG,
        ImportFault::NotRead => keys::earlier::FILE_NOT_READ,
        ImportFault::NotJson => keys::earlier::FILE_NOT_JSON,
        ImportFault::NotOurs => keys::earlier::FILE_NOT_OURS,
        ImportFault::NewerVersion => keys::earlier::FILE_NEWER,
        ImportFault::Link(_) => keys::earlier::FILE_LINK,
        ImportFault::Differs => keys::earlier::FILE_DIFFERS,
        ImportFault::Unreadable => keys::earlier::FILE_UNREADABLE,
    }
}
