//! What the browser is asked to do, as plain data with finished texts.

use super::file::{File, Picture};

/// A request to the browser. Each that can fail answers with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep this text in `localStorage` and, once it has been read, in the durable store. Answers with
    /// `LocalSaved` and `DurableSaved`, or with `FoundElsewhere` where another tab wrote in the meantime.
    Save {
        /// The stored text.
        text: String,
        /// Number of this save, to match the answer.
        number: u32,
        /// Whether the durable store has been read, so that it may be written.
        durable: bool,
    },
    /// Keep a text that could not be read under a key of its own. Answers with `SetAside`.
    SetAside(String),
    /// Read the durable store again. Answers with `DurableRead`.
    ReadDurable,
    /// Hold a text in the page's own memory, which outlives a failure of the program but not the page; or hold
    /// nothing any more.
    Hold(Option<String>),
    /// Remove everything that this product keeps on the device.
    DeleteAll,
    /// Show this fragment in the address bar.
    Navigate {
        /// The fragment, with `#`.
        fragment: String,
        /// Whether the back button should skip the place left.
        replace: bool,
    },
    /// Move the keyboard to the element with this id and bring it into view.
    Focus(&'static str),
    /// Move the keyboard to the heading and show the top of the screen.
    ShowTop,
    /// Copy a text. Answers with `Copied`.
    Copy(String),
    /// Offer a text and an address to the system's share sheet. Answers with `SheetClosed`.
    ShareSheet {
        /// What is shared, in one line.
        title: String,
        /// The address.
        address: String,
    },
    /// Fetch the second module. Answers with `SecondModuleArrived`.
    LoadSecondModule,
    /// Open the print dialogue.
    Print,
    /// Save a file.
    Download(File),
    /// Save a picture.
    DownloadPicture(Picture),
    /// Tell the page around a widget what happened.
    Tell(HostEvent),
}

/// Something that the page around a widget may want to know. `src/embed/widget.js` makes the event's detail of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostEvent {
    /// The event's name.
    pub name: &'static str,
    /// Id of the statement that was answered, `stage` for the question of that name, or empty.
    pub statement: &'static str,
    /// How many statements of the check have an answer now.
    pub answered: usize,
    /// How many it has; 0 where the event has nothing to do with a count.
    pub of: usize,
    /// The scores as JSON where the page may have them, or empty.
    pub scores: String,
}
