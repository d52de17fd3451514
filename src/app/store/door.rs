//! What the browser is asked to do with one stored text, and what it says of it.

/// Whether `localStorage` can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocalStore {
    /// It can be read and, as far as is known, written.
    #[default]
    Usable,
    /// The browser refuses it.
    Refused,
}

/// Why a text could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The browser refuses the store.
    Refused,
    /// The store is full.
    Full,
}

/// Something to do with one stored text. Nothing in either store is written over or removed unless this page itself
/// last read or wrote it there: what another tab wrote comes back as a message instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Keep this text in `localStorage` and, where that is asked for, in the durable store. Answers with `LocalSaved`
    /// and `DurableSaved`, or with `FoundElsewhere` or `DurableFound` where another tab wrote first.
    Save {
        /// The text.
        text: String,
        /// Number of this save, to match the answer.
        number: u32,
        /// Whether the durable store has been read, so that it may be written.
        durable: bool,
    },
    /// Keep a text that could not be read under a key of its own, if it is not there yet. Answers with `SetAside`.
    SetAside(String),
    /// Read the durable store again, in place of saves that have not begun. Answers with `DurableRead`, after all reads
    /// that were asked for before.
    ReadDurable,
    /// Remove what this page itself wrote from both stores.
    Remove,
    /// Hold a text in the page's own memory, which outlives a failure of the program but not the page; or hold
    /// nothing any more.
    Hold(Option<String>),
}

/// Something that the browser says of one stored text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The durable store was read: its text, or nothing there, or an error.
    DurableRead(Result<Option<String>, SaveError>),
    /// The durable store has not answered for some seconds.
    DurableSilent,
    /// `localStorage` took a text, or did not: number of the save.
    LocalSaved(u32, Result<(), SaveError>),
    /// The durable store has finished a save, or could not: number of the save.
    DurableSaved(u32, Result<(), SaveError>),
    /// Another tab's text was found in the durable store, so that the save with this number was not made there.
    DurableFound(u32, String),
    /// What was to be deleted is gone from the durable store for good: a killed browser brings nothing of it back.
    Emptied,
    /// A text was kept aside, or could not be.
    SetAside(Result<(), SaveError>),
    /// Another tab's text was found in `localStorage`.
    FoundElsewhere(String),
    /// Another tab removed the text from `localStorage`.
    Removed {
        /// The text that was removed, where the browser tells.
        old: Option<String>,
        /// What is there now.
        found: Option<String>,
    },
    /// The page is in view again, and may have missed what other tabs did to `localStorage`.
    CameBack {
        /// What this page last read or wrote there.
        known: Option<String>,
        /// What is there now.
        found: Option<String>,
    },
}
