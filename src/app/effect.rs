//! What the browser is asked to do, as plain data with finished texts.

use super::file::{File, Picture};
use super::store::Task;

/// A request to the browser. Each that can fail is answered by a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Do something with the stored record. Answers with `Stored`.
    Store(Task),
    /// Keep these choices of the settings form as long as the tab, in place of those before; empty to keep none.
    KeepChoices(String),
    /// Keep this language, by its tag, as the one that the person chose.
    KeepLanguage(&'static str),
    /// Fetch the words of this language. Answers with `WordsCame`.
    Speak(&'static str),
    /// Keep whether number keys are switched off.
    KeepKeys(bool),
    /// Look whether other checks of the same site keep something on the device. Answers with `OthersFound` if so.
    LookForOthers,
    /// Remove what is kept on the device.
    Delete(Extent),
    /// Show this fragment in the address bar.
    Navigate {
        /// The fragment, with `#`.
        fragment: String,
        /// Whether it replaces the current entry of the history.
        replace: bool,
        /// Id of the check that is open, for when somebody comes back to this entry.
        open: Option<u32>,
    },
    /// Say what is kept now; nothing else on screen has changed.
    SayKept,
    /// Focus the element with this id and scroll it into view.
    Focus(&'static str),
    /// Focus the heading and scroll to the top of the screen.
    ShowTop,
    /// Focus the element with this id, unless the focus has left the heading.
    FocusFromTop(&'static str),
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
    /// Dispatch an event to the page around a guest.
    Tell(HostEvent),
    /// The words of a host's page are in use: name the check by them, and say on the console what was left out.
    TellWords {
        /// The name of the check.
        name: &'static str,
        /// A sentence for each entry that was left out.
        faults: Vec<String>,
    },
}

/// How much is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What this check keeps: its records, comparisons and plans.
    Check,
    /// What any check of the same site keeps, too.
    Site,
}

/// An event for the page around a guest. `src/embed/widget.js` turns the fields into the event's `detail`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostEvent {
    /// The event's name.
    pub name: &'static str,
    /// Id of the statement that was answered, `stage` for the question of that name, `all` for a deletion that took
    /// other checks' answers too, or empty.
    pub statement: &'static str,
    /// How many statements of the check have an answer now.
    pub answered: usize,
    /// How many statements the check has; 0 for an event without a count.
    pub of: usize,
    /// The scores as JSON where the page may have them, or empty.
    pub scores: String,
}
