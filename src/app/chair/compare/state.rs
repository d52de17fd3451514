//! What the comparison's screen knows beside the folder, and what happens on it.

use super::many::Many;
use super::reading::{Reading, Taken};
use crate::domain::comparison::Comparison;
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::domain::plan::Plan;
use crate::domain::topic::Topic;
use crate::formats::import::ImportFault;
use crate::formats::link::LinkError;

/// What this screen knows beside the folder.
#[derive(Debug)]
pub struct State {
    /// Id of the comparison that is open.
    pub open: Option<u32>,
    /// The text in the field for links.
    pub typed: String,
    /// A long text that is being read in chunks.
    pub reading: Option<Reading>,
    /// The sum of more summaries than a screen holds.
    pub many: Option<Many>,
    /// The outcome of the last text.
    pub taken: Option<Taken>,
    /// What an entry was before the last change.
    pub undo: Option<Undo>,
    /// What is said of the last change, where nothing on screen shows it.
    pub said: Option<Said>,
    /// Whether names are shown, or letters alone.
    pub names: bool,
    /// Topics whose statements are all shown; of the others, only those on opposite sides are.
    pub opened: Vec<Topic>,
    /// Whose answers to which topic were asked for last: the letter of the organisation's column.
    pub cell: Option<(Topic, String)>,
    /// Whether the list of partners is open, where they are named and grouped.
    pub list_open: bool,
    /// Whether names go into the comparison's link.
    pub share_names: bool,
    /// The comparison of a link, or why it could not be read.
    pub received: Option<Result<Comparison, LinkError>>,
    /// The plan in the same link, or why it could not be read; `None` if there was none.
    pub received_plan: Option<Result<Plan, LinkError>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            open: None,
            typed: String::new(),
            reading: None,
            many: None,
            taken: None,
            undo: None,
            said: None,
            names: true,
            opened: Vec::new(),
            cell: None,
            list_open: false,
            share_names: false,
            received: None,
            received_plan: None,
        }
    }
}

impl State {
    /// The comparison that is open, with its id.
    pub fn comparison<'a>(&self, folder: &'a Folder) -> Option<(u32, &'a Comparison)> {
        let id = self.open?;
        Some((id, folder.comparison(id)?))
    }
}

/// What is said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A partner was removed.
    Removed,
    /// People were added to the organisation to which they said they belong.
    Joined,
    /// They stay apart.
    KeptApart,
    /// The last change was taken back.
    Undone,
}

/// What the last change made of a comparison. It can be taken back as long as nobody has changed it since.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    pub(super) id: u32,
    /// As it was before; [`Item::Removed`] where the change began it.
    pub(super) before: Item,
    pub(super) after: Item,
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A comparison on this device was opened, by id.
    Opened(u32),
    /// A new comparison was asked for.
    NewPressed,
    /// The comparison with this id was named.
    Named(u32, String),
    /// Something was written into the field for links.
    LinksWritten(String),
    /// "Add partners" was pressed.
    TakePressed,
    /// Texts of files that were dropped or chosen, or what stood in the field and the long text that was pasted there.
    FilesRead(Vec<String>),
    /// None of the texts was read: the number, from 1, of the first that cannot be, and why.
    FilesRefused(usize, ImportFault),
    /// One's own check was added, by id.
    OwnAdded(u32),
    /// The partner with this id was removed.
    Removed(u32),
    /// The partner with this id was named.
    Renamed(u32, String),
    /// The partner with the first id was put into the organisation of the other one, or into one of its own.
    Grouped(u32, Option<u32>),
    /// Whether people belong to the organisation to which they say they do: the `to` of their claim, and the answer.
    ClaimAnswered(u32, bool),
    /// The last change was taken back.
    UndoPressed,
    /// Whether names are shown, or letters alone.
    NamesChosen(bool),
    /// Whether the topics on which partners differ most come first.
    OrderChosen(bool),
    /// The list of partners was opened or closed.
    ListToggled,
    /// The statements of a topic were opened or closed.
    RowToggled(Topic),
    /// The answers of one organisation to a topic were asked for: the letter of its column.
    CellPressed(Topic, String),
    /// Whether names go into the comparison's link.
    ShareNamesChosen(bool),
    /// "Copy comparison link" was pressed.
    CopyPressed,
    /// The system's share sheet was asked for.
    SheetPressed,
    /// The table of all answers of many summaries was asked for.
    AnswersPressed,
    /// The table of many summaries was left for the comparison.
    ManyClosed,
    /// The comparison of a link is to be kept on this device.
    KeepPressed,
}
