//! What the user is told about their answers' safety: what happened, what is safe, what to do next.

/// Id of the notice that takes the focus because the screen changed with it.
pub const NOTICE: &str = "phc-notice";

/// One thing to tell. Its words are in the language files under `[notice]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The program failed and was started again from what is stored and what the page held.
    Recovered,
    /// The browser lets the page keep nothing: answers live in memory only.
    StorageOff,
    /// The browser's storage is full: the newest answers live in memory only.
    StorageFull,
    /// A stored text could not be read; it was kept aside.
    Unreadable,
    /// The stored answers were written by a newer version; nothing is written over them.
    NewerVersion,
    /// They were kept aside, and what is entered now is kept.
    Beside,
    /// Stored answers to statements that this version does not know; they are kept.
    UnknownStatements(usize),
    /// Stored answers that are not answers; they were left out, and the text was kept aside.
    OutOfRange(usize),
    /// Another tab changed the same check; both tabs' answers are here.
    ChangedElsewhere,
    /// Another tab deleted everything on this device.
    DeletedElsewhere,
    /// The check that was open was deleted in another tab.
    CheckDeleted,
    /// Everything on this device was deleted, as asked.
    Deleted,
    /// Everything was to be deleted, and the durable store does not say that it was.
    DeletionUnsure,
    /// A name was longer than a name can be.
    NameShortened,
    /// A note was longer than a note can be.
    NoteShortened,
    /// The page around the check does not let it print.
    NotPrinted,
    /// A newer release of the page is kept; the next visit has it.
    NewRelease,
    /// The words of a language did not arrive; the check speaks as before, or English.
    Speechless,
}

impl Notice {
    /// Whether "Download your answers" helps here.
    pub const fn offers_download(self) -> bool {
        matches!(self, Self::StorageOff | Self::StorageFull)
    }

    /// Whether the text that could not be read can be downloaded here.
    pub const fn offers_aside(self) -> bool {
        matches!(
            self,
            Self::Unreadable | Self::OutOfRange(_) | Self::NewerVersion | Self::Beside
        )
    }
}
