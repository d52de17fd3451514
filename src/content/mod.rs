//! The words and data of the check, from the files in `content/`, checked when the program is built.
//!
//! Where to start: [`Texts`] is one language; [`keys`] names the texts of the screens and pages, table by
//! table as `interface.toml` and `pages.toml` have them; what has an id of the domain is looked up by it,
//! as in [`Texts::statement`]. `docs/editing.md` says how to change a text or add a language.

mod lookup;
mod own;
mod pieces;
mod texts;

#[cfg(not(target_arch = "wasm32"))]
pub mod pseudo;

/// What the build script makes of the content files.
mod built {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use built::keys;
pub use own::{Fault, MOST_ENTRIES, MOST_LETTERS, OwnWords, TEXT_LETTERS, WORD_LETTERS, Why, entries};
pub use pieces::{Piece, Pieces, pieces};
pub use texts::{Counted, Key, Keys, Renamed, Texts, TextsError};

/// The languages of this build: the tag of each and its name in itself.
pub const NAMES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The language files of this build other than English: the tag of each and its text, which
/// [`Texts::from_file`] reads. They are shipped beside the module, not in it.
#[cfg(not(target_arch = "wasm32"))]
pub const LANGUAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));
