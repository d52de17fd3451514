//! What the browser is asked to do, as plain data with finished texts.

use crate::app::file::{File, Picture};
use crate::app::store::Task;

/// A request to the browser. Each that can fail is answered by a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Do something with the stored folder. Answers with `Stored`.
    Store(Task),
    /// Draw the screen, then answer with `Continued`.
    Continue,
    /// Copy a text. Answers with `Copied`.
    Copy(String),
    /// Offer a text and an address to the system's share sheet. Answers with `SheetClosed`.
    ShareSheet {
        /// What is shared, in one line.
        title: String,
        /// The address.
        address: String,
    },
    /// Save a file.
    Download(File),
    /// Count seconds, and answer with `Ticked` at once and after each; or stop counting.
    Clock(bool),
    /// Save a picture.
    DownloadPicture(Picture),
    /// Fetch what draws the preview of the check on another website, once.
    LoadPreview,
    /// Open the print dialogue.
    Print,
    /// Focus the element with this id and scroll it into view.
    Focus(String),
    /// Tell the check's program something, such as that another screen is wanted.
    Tell(crate::app::Message),
}
