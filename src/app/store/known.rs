//! What is known of one text in two stores.

use super::door::{LocalStore, SaveError};

/// Whether the newest change is kept on the device; what the user is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// There was nothing to keep so far.
    #[default]
    Nothing,
    /// A save is under way.
    Pending,
    /// The newest change is in the durable store, or in `localStorage` where the durable store does not take it.
    Saved,
    /// It is in memory only.
    Not(SaveError),
}

impl Kept {
    /// Whether two things are both kept: what is said of the worse one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let rank = |kept| match kept {
            Self::Nothing => 0,
            Self::Saved => 1,
            Self::Pending => 2,
            Self::Not(_) => 3,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

/// The durable store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durable {
    /// It is being read; until then it is not written.
    #[default]
    Reading,
    /// It was read and can be written.
    Ready,
    /// It does not answer. It counts as refused until it does.
    Silent,
    /// The browser refuses it, or it is not there.
    Refused,
}

/// Why a stored text is not written over, or was not until it was kept aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The text could not be read; it is kept aside.
    Unreadable,
    /// It could not be read nor kept aside; nothing is written over it.
    NotAside(SaveError),
    /// A newer version wrote it; nothing is written over it.
    NewerVersion,
}

/// What the page began with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Begun<'a> {
    /// Whether `localStorage` can be used.
    pub local: LocalStore,
    /// The text in it.
    pub stored: Option<&'a str>,
    /// The text that the page held in its own memory over a failure of the program.
    pub held: Option<&'a str>,
}

/// What the program should tell the user, or act on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// A text was merged: the value may have changed.
    pub taken: bool,
    /// Another copy changed what was here.
    pub changed: bool,
    /// Everything was deleted elsewhere.
    pub deleted: bool,
    /// A text that cannot be read, or is a newer version's, was met.
    pub met: Option<Trouble>,
    /// How many answers belong to statements that this version does not know.
    pub unknown: usize,
    /// How many answers could not be read and were left out.
    pub left_out: usize,
}

/// What is known of both stores. The value itself belongs to the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Store<T> {
    /// Number of the newest save.
    pub(super) number: u32,
    /// Whether `localStorage` can be used.
    pub(super) local: LocalStore,
    /// State of the durable store.
    pub(super) durable: Durable,
    /// How many reads of the durable store are not answered yet. Only the last one's answer counts: those before it may
    /// be from before a deletion.
    pub(super) reads: u32,
    /// Whether `localStorage` has the newest change, once that is known.
    pub(super) in_local: Option<Result<(), SaveError>>,
    /// Whether the durable store has it, once that is known.
    pub(super) in_durable: Option<Result<(), SaveError>>,
    /// What the user is told.
    pub(super) kept: Kept,
    /// What was met in a store.
    pub(super) trouble: Option<Trouble>,
    /// How many texts are being kept aside; until they are, nothing is written.
    pub(super) setting_aside: u32,
    /// Texts that could not be read and were kept aside.
    pub(super) aside: Vec<String>,
    /// Texts of a newer version that were met, and stand where this version would write.
    pub(super) newer: Vec<String>,
    /// All that is known to be, or to have been, in one of the stores since everything was deleted last.
    pub(super) stored: T,
    /// Saves on their way to the durable store, each with its number: the one that may have begun, and the newest one.
    pub(super) sent: Vec<(u32, T)>,
    /// Whether `localStorage` had lost its text when the page came back. Nothing is written until the durable store has
    /// said whether it still has its copy.
    pub(super) lost: bool,
    /// What was deleted, kept until the other tabs have heard of it: until this page has saved something in the durable
    /// store since, or was out of view. If the durable store has some of it before that, a tab wrote it that had not
    /// heard.
    pub(super) deleted: Option<T>,
    /// What the page began with and took in, until the durable store was read. Where the value differs from it, this
    /// page has set it.
    pub(super) base: Option<T>,
}

impl<T: Default> Default for Store<T> {
    fn default() -> Self {
        Self {
            number: 0,
            local: LocalStore::Usable,
            durable: Durable::Reading,
            // The browser reads it without being asked, as soon as it can.
            reads: 1,
            in_local: None,
            in_durable: None,
            kept: Kept::Nothing,
            trouble: None,
            setting_aside: 0,
            aside: Vec::new(),
            newer: Vec::new(),
            stored: T::default(),
            sent: Vec::new(),
            lost: false,
            deleted: None,
            base: Some(T::default()),
        }
    }
}

impl<T> Store<T> {
    /// A store that knows of texts kept aside earlier.
    pub fn with_aside(aside: Vec<String>) -> Self
    where
        T: Default,
    {
        Self {
            aside,
            ..Self::default()
        }
    }

    /// Whether the newest change is kept.
    pub const fn kept(&self) -> Kept {
        self.kept
    }

    /// Number of the newest save.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Whether `localStorage` can be used.
    pub const fn local(&self) -> LocalStore {
        self.local
    }

    /// State of the durable store.
    pub const fn durable(&self) -> Durable {
        self.durable
    }

    /// The texts that this version could not read, as one: those that were kept aside, then those of a newer version.
    pub fn unread(&self) -> String {
        // `join` would be half a kilobyte of the first module.
        let mut all = String::new();
        for text in self.aside.iter().chain(&self.newer) {
            if !all.is_empty() {
                all.push_str("\n\n");
            }
            all.push_str(text);
        }
        all
    }

    /// What was met in a store.
    pub const fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// Why nothing may be written; nothing if it may.
    pub const fn locked(&self) -> Option<SaveError> {
        match self.trouble {
            Some(Trouble::NewerVersion) => Some(SaveError::Refused),
            Some(Trouble::NotAside(error)) => Some(error),
            Some(Trouble::Unreadable) | None => None,
        }
    }

    /// The durable store is requested again after it could not be loaded.
    pub const fn expect_durable(&mut self) {
        self.durable = Durable::Reading;
        self.reads = 1;
    }

    /// Works out from what is known of both stores whether the newest change is kept. What the user was told of an
    /// earlier failure stays until there is an answer.
    pub(super) const fn settle(&mut self) {
        self.kept = match (self.durable, self.in_durable, self.in_local) {
            (_, Some(Ok(())), _) => Kept::Saved,
            (Durable::Reading, ..) | (Durable::Ready, None, _) | (_, _, None) => match self.kept {
                Kept::Not(error) => Kept::Not(error),
                _ => Kept::Pending,
            },
            (_, _, Some(Ok(()))) => Kept::Saved,
            (_, _, Some(Err(error))) => Kept::Not(error),
        };
    }
}
