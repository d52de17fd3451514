//! All things that can happen, in the past tense.

use crate::app::effect::Extent;
use crate::app::file::{File, Picture};
use crate::app::form::Change;
use crate::app::notice::Notice;
use crate::app::pages::Asked;
use crate::app::settings::Settings;
use crate::app::status::Sheet;
use crate::app::store::{Heard, Kept, LocalStore};
use crate::content::Texts;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::check::NoteId;
use crate::domain::day::Day;
use crate::domain::ids::StatementId;
use crate::domain::record::Record;

/// What the page found when the program started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Found {
    /// The fragment of the address, with `#`, or empty.
    pub fragment: String,
    /// Id of the check that was open at this entry of the browser's history.
    pub open: Option<u32>,
    /// The text in `localStorage`, if there was one.
    pub stored: Option<String>,
    /// The text that the page held in memory across a failure of the program, if there was one.
    pub held: Option<String>,
    /// Whether `localStorage` can be used at all.
    pub local: LocalStore,
    /// Texts kept aside earlier because they could not be read.
    pub aside: Vec<String>,
    /// Controls of the prerendered form and the first page of questions, as they were set before the program ran: name
    /// and value.
    pub early: Vec<(String, String)>,
    /// Choices in the settings form that the tab has kept; empty if there are none.
    pub choices: String,
    /// Whether that first page of questions was shown already.
    pub begun: bool,
    /// Whether this start follows a failure of the program.
    pub recovered: bool,
    /// Whether the words of the language that was to be spoken did not arrive.
    pub speechless: bool,
    /// The settings that are kept on this device.
    pub settings: Settings,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The program started.
    Started(Found),
    /// A store replied, or the stored record changed.
    Stored(Heard),
    /// The button that switches number keys off or on was pressed.
    KeysSwitched,
    /// The chair's program found the folder deleted elsewhere.
    FolderDeleted,
    /// The chair's program says whether the newest change of the folder is kept.
    FolderKept(Kept),
    /// Whether the chair's screen shows a problem.
    ChairRefused(bool),
    /// The fragment of the address changed: back, forward, or a link.
    FragmentChanged(String, Option<u32>),

    /// A setting was changed in the form.
    FormChanged(Change),
    /// "Start" was pressed.
    StartPressed,
    /// The settings of the open check were confirmed.
    SetupPressed,
    /// A check on this device was opened, by id: where it was, or its result if it is finished.
    CheckOpened(u32),
    /// After a quick check: the full one, with the answers given so far.
    FullCheckPressed,
    /// After a shared summary: one's own check of the same kind, from the other side.
    TakeItPressed,
    /// "Start the check" was pressed on an invitation.
    InvitedPressed,

    /// A response was chosen, or cleared.
    Answered(StatementId, Option<Response>),
    /// A response to a statement of whoever invited was chosen, or cleared: its position.
    ExtraAnswered(usize, Option<Response>),
    /// The stage question was answered, or cleared.
    StageChosen(Option<StageChoice>),
    /// A note was written.
    NoteWritten(NoteId, String),
    /// The next page was asked for.
    NextPressed,
    /// The previous page was asked for.
    PreviousPressed,
    /// "Change" was pressed on the answers' screen: the page, counted from 0, and on it the statement; `None` for the stage
    /// question.
    ChangePressed(usize, Option<Asked>),
    /// "See the result" was pressed on the answers' screen.
    FinishPressed,
    /// A screen was asked for by a link of ours: its fragment.
    LinkFollowed(&'static str),
    /// The skip link was followed.
    SkipPressed,
    /// A link of the error summary was followed: id of the element.
    ErrorFollowed(&'static str),

    /// Whether the partnership's name goes into the link.
    SharePartnershipChosen(bool),
    /// Whether the organisation's name goes into the link.
    ShareOrganisationChosen(bool),
    /// "Copy summary link" was pressed.
    CopyPressed,
    /// The link was copied, or could not be.
    Copied(bool),
    /// The system's share sheet was asked for.
    SheetPressed,
    /// The share sheet was closed, or refused.
    SheetClosed(Sheet),
    /// A link to a mail program was followed.
    MailPressed,
    /// "Print" was pressed.
    PrintPressed,
    /// A file was made, to be saved.
    FileMade(File),
    /// A picture was made, to be saved.
    PictureMade(Picture),
    /// A file was handed to the browser.
    Handed(File),
    /// What was offered of it to be copied was closed.
    HandedClosed,
    /// The browser did not print.
    PrintRefused,
    /// "Add to a comparison" was pressed on a shared summary.
    AddPressed,
    /// The summary was added to the comparison.
    Added,
    /// Checks were imported or deleted: a record to merge.
    RecordGiven(Record),

    /// "Download your answers" was pressed.
    DownloadPressed,
    /// "Download the saved text" that could not be read was pressed.
    DownloadAsidePressed,
    /// "Start again and keep them" was pressed: beside what a newer version saved.
    BesidePressed,
    /// "Delete everything on this device" was pressed: asks first.
    DeletePressed,
    /// The question whether to delete was answered with no.
    DeleteCancelled,
    /// Other checks of the same site keep something on the device.
    OthersFound,
    /// The question whether to delete was answered with yes.
    DeleteConfirmed(Extent),
    /// A language was chosen: its tag.
    LanguageChosen(&'static str),
    /// The settings were read: another tab changed one, or the page is visible again.
    SettingsRead(Settings),
    /// The words of the chosen language arrived, or did not.
    WordsCame(Option<Texts>),
    /// A notice was closed.
    NoticeClosed(Notice),
    /// The second module arrived, or did not.
    SecondModuleArrived(bool),
    /// The second module was requested again.
    SecondModuleWanted,
    /// The calendar day was read: the page is visible again.
    DayRead(Day),
    /// The host's page has had time to respond: the next piece of the first screen may be drawn.
    TurnCame,
    /// A newer release of the page is kept on the device.
    ReleaseCame,
}
