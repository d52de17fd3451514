//! What became of a link that was handed on, for the live region.

/// What the live region says last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    #[default]
    Quiet,
    /// A link was copied.
    Copied,
    /// A link could not be copied; it is shown in a field, to be copied by hand.
    NotCopied,
    /// A link was handed to the system's share sheet.
    Shared,
}

impl Status {
    /// A link was copied, or could not be.
    pub(super) const fn copied(done: bool) -> Self {
        if done { Self::Copied } else { Self::NotCopied }
    }

    /// The share sheet was closed: whether something was shared.
    pub(super) const fn sheet_closed(shared: bool) -> Self {
        if shared { Self::Shared } else { Self::Quiet }
    }
}
