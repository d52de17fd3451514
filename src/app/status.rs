//! The outcome of an act that changes little on the screen, for the live region.

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
    /// The browser refused the share sheet.
    NotShared,
    /// A mail program was asked for. Whether there is one cannot be known.
    Mailed,
    /// The check speaks another language now.
    Spoken,
    /// What was entered is on the device, for the first time in this page.
    Saved,
    /// Number keys answer from now on, or do not.
    Keys(bool),
    /// An answer was taken back; the value is another each time, so that the next one is heard too.
    Cleared(bool),
}

/// Whether it was said that what was entered here is saved. It is said once: after each answer it would be a nuisance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstSave {
    /// Nothing was entered yet.
    #[default]
    None,
    /// Something was entered, and its save is awaited.
    Awaited,
    /// It was said.
    Said,
}

/// How the system's share sheet ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Something was shared.
    Shared,
    /// The person closed it.
    Closed,
    /// The browser refused to open it.
    Refused,
}

impl Status {
    /// A link was copied, or could not be.
    pub(super) const fn copied(done: bool) -> Self {
        if done { Self::Copied } else { Self::NotCopied }
    }

    /// The share sheet was closed, or refused.
    pub(super) const fn sheet_closed(sheet: Sheet) -> Self {
        match sheet {
            Sheet::Shared => Self::Shared,
            Sheet::Closed => Self::Quiet,
            Sheet::Refused => Self::NotShared,
        }
    }
}
