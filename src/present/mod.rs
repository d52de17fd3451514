//! What a screen shows, as plain data in the user's language, for the screens that compute something.

pub mod again;
pub mod chair;
pub mod checks;
pub mod date;
pub mod extra;
pub mod files;
pub mod markdown;
pub mod navigation;
pub mod onward;
pub mod own_words;
pub mod page;
pub mod pictures;
pub mod preview;
pub mod report;
pub mod rows;
pub mod spoken;
pub mod table;
