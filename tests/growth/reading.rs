//! The readers of text from outside: one function for each door.

use std::hint::black_box;
use std::sync::LazyLock;

use partnership_health_check::app::screen::Screen;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::name::{clean_line, clean_name, clean_note};
use partnership_health_check::formats::table::{Defaults, Dictionary, Table};
use partnership_health_check::formats::{folder, import, link, stored};
use partnership_health_check::present::table;

/// The stored checks.
pub(crate) fn read_stored(text: &str) {
    let _ = black_box(stored::load(text));
}

/// The stored comparisons and plans.
pub(crate) fn read_folder(text: &str) {
    let _ = black_box(folder::load(text));
}

/// A file that somebody opens.
pub(crate) fn read_file(text: &str) {
    let _ = black_box(import::json(text));
}

/// A text with links in it.
pub(crate) fn read_pasted(text: &str) {
    black_box(link::decode_all(text).count());
}

/// A table of answers.
pub(crate) fn read_table(text: &str) {
    static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(&table::words()));
    if let Ok(Ok(mut table)) = Table::open(text.as_bytes(), Defaults::default(), &DICTIONARY) {
        while let Ok(Some(row)) = table.next_row() {
            let _ = black_box(row);
        }
    }
}

/// What stands in an address behind `#`: each reads it for a purpose of its own.
pub(crate) const ADDRESS: [fn(&str); 5] = [
    |text| drop(black_box(Screen::parse(text.trim_start_matches('#')))),
    |text| drop(black_box(link::decode(text))),
    |text| drop(black_box(link::decode_plan(text))),
    |text| drop(black_box(link::decode_comparison(text))),
    |text| drop(black_box(link::decode_invitation(text))),
];

/// A file of the words of a language.
pub(crate) fn read_language(text: &str) {
    let _ = black_box(Texts::from_file(text));
}

/// An attribute, or what is typed into a field.
pub(crate) fn read_words(text: &str) {
    black_box((clean_name(text), clean_line(text), clean_note(text)));
}
