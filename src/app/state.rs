//! All that the program knows while it runs.

use crate::app::file::File;
use crate::app::form::{Form, Missing};
use crate::app::notice::Notice;
use crate::app::pages::{Page, pages_of};
use crate::app::screen::Screen;
use crate::app::settings::Settings;
use crate::app::status::{FirstSave, Status};
use crate::app::store::{Kept, Store};
use crate::content::Texts;
use crate::domain::check::Check;
use crate::domain::day::Day;
use crate::domain::extra::Extra;
use crate::domain::invitation::Invitation;
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::summary::Summary;
use crate::formats::link::{self, LinkError};

/// The pieces in which a guest's first screen is drawn, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// The name at its top.
    Top,
    /// What the check is.
    Lead,
    /// Its points.
    Points,
    /// The choice of a length.
    Length,
    /// The choices of a kind and a side.
    Kind,
    /// Sector and names, in a closed group.
    About,
    /// Start, and the ways to other screens.
    Ways,
    /// The foot of the page.
    Foot,
}

impl Piece {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Top,
        Self::Lead,
        Self::Points,
        Self::Length,
        Self::Kind,
        Self::About,
        Self::Ways,
        Self::Foot,
    ];

    /// The piece after this one; the last one if there is none.
    pub(super) fn after(drawn: Option<Self>) -> Option<Self> {
        let next = Self::ALL.into_iter().find(|piece| Some(*piece) > drawn);
        next.or(drawn)
    }
}

/// All that the program knows while it runs.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct State {
    /// The words of the language in use.
    pub texts: Texts,
    /// What a host's page says in its own words: the attribute, or empty. See [`crate::content::Texts::in_own_words`].
    pub words: String,
    /// Base address of links: this page without its fragment. For a host's page with a route in its fragment it
    /// includes that route.
    pub address: String,
    /// Whether the program is a guest in somebody else's page, which is then told what happens.
    pub guest: bool,
    /// The last piece of the first screen that is drawn. A guest starts with none and draws one piece per message, so
    /// that none blocks the host's page for long.
    pub drawn: Option<Piece>,
    /// Whether the host's page may be told scores.
    pub scores: bool,
    /// The fragment of the invitation, without `#`, with which each check here begins: a host's page has one where it asks
    /// statements of its own.
    pub invitation: Option<String>,
    /// The form's initial settings: those that a host's page has preset.
    pub preset: Form,
    /// Today, by the device's calendar.
    pub today: Day,
    /// A random number from which ids of new checks are drawn.
    pub seed: u32,
    /// What is on screen.
    pub screen: Screen,
    /// The screen that the address asks for, while the check that it needs may still be in the durable copy.
    pub asked: Option<Screen>,
    /// The settings form.
    pub form: Form,
    /// The choices in it that the tab keeps, as text; empty if there are none. See `choices`.
    pub choices: String,
    /// The setting that is missing, once "Start" was pressed too early.
    pub missing: Option<Missing>,
    /// The checks on this device.
    pub record: Record,
    /// Id of the check that is open.
    pub open: Option<u32>,
    /// The summary of the link that is open, or why it could not be read.
    pub shared: Option<Result<Summary, LinkError>>,
    /// The summary that is being added to a comparison.
    pub adding: Option<Summary>,
    /// The plan in the same link, if there is one, or why it could not be read.
    pub shared_plan: Option<Result<Plan, LinkError>>,
    /// The invitation of the link that is open, or why it could not be read.
    pub invited: Option<Result<Invitation, LinkError>>,
    /// Whether the partnership's name goes into the link.
    pub share_partnership: bool,
    /// Whether the organisation's name goes into the link.
    pub share_organisation: bool,
    /// What is known of the stores.
    pub store: Store<Record>,
    /// Whether the chair's newest change is kept.
    pub folder_kept: Kept,
    /// Whether the chair's screen shows a problem.
    pub chair_refused: bool,
    /// The settings as they were last found on the device; the language also as it was last chosen here.
    pub settings: Settings,
    /// Whether the person switched off that number keys answer.
    pub keys_off: bool,
    /// What the user is told about their answers' safety, oldest first.
    pub notices: Vec<Notice>,
    /// The notice that came with the screen, which takes the focus.
    pub led: Option<Notice>,
    /// What the live region says.
    pub status: Status,
    /// Whether it was said that what was entered is saved.
    pub first_save: FirstSave,
    /// Whether the user is being asked if everything should be deleted.
    pub confirm_delete: bool,
    /// Whether everything is being deleted, and is not called deleted yet.
    pub deleting: bool,
    /// Whether other checks of the same site keep something on the device, as far as anybody has looked.
    pub others: bool,
    /// Whether the browser offers a share sheet.
    pub has_sheet: bool,
    /// Whether the page is in a frame: the page around it may forbid saving and printing, and the browser then does nothing
    /// and says nothing.
    pub framed: bool,
    /// The last file that was handed to the browser in a frame. Whether it was saved is not known.
    pub handed: Option<File>,
    /// Whether fractions begin with a comma here, as in “2,5”.
    pub decimal_comma: bool,
    /// Whether the second module did not arrive.
    pub second_module_failed: bool,
}

impl State {
    /// The state before anything happened.
    pub fn new(texts: Texts) -> Self {
        Self {
            texts,
            words: String::new(),
            address: String::new(),
            guest: false,
            drawn: Some(Piece::Foot),
            scores: false,
            invitation: None,
            preset: Form::default(),
            today: Day(0),
            seed: 0,
            screen: Screen::Start,
            asked: None,
            form: Form::default(),
            choices: String::new(),
            missing: None,
            record: Record::default(),
            open: None,
            shared: None,
            adding: None,
            shared_plan: None,
            invited: None,
            share_partnership: false,
            share_organisation: false,
            store: Store::default(),
            folder_kept: Kept::Nothing,
            chair_refused: false,
            notices: Vec::new(),
            led: None,
            status: Status::Quiet,
            first_save: FirstSave::None,
            settings: Settings::default(),
            keys_off: false,
            confirm_delete: false,
            deleting: false,
            others: false,
            has_sheet: false,
            framed: false,
            handed: None,
            decimal_comma: false,
            second_module_failed: false,
        }
    }

    /// Whether nothing is drawn yet because the page around the check has words of its own: the second module puts them in.
    pub fn waits_for_words(&self) -> bool {
        !self.words.is_empty() && self.texts.renamed().is_none()
    }

    /// Whether a piece of the first screen is drawn.
    pub fn draws(&self, piece: Piece) -> bool {
        self.drawn >= Some(piece)
    }

    /// The check that is open.
    pub fn check(&self) -> Option<&Check> {
        self.open.and_then(|id| self.record.check(id))
    }

    /// The pages of the open check; none without one.
    pub fn pages(&self) -> Vec<Page> {
        self.check().map(pages_of).unwrap_or_default()
    }

    /// How many statements of the open check have a response, those of whoever invited among them; 0 without one.
    pub fn answered(&self) -> usize {
        self.check().map_or(0, Check::answered)
    }

    /// The summary of the open check, with the names that were ticked.
    pub fn summary(&self) -> Option<Summary> {
        self.check()
            .map(|check| check.summary(self.today, self.share_partnership, self.share_organisation))
    }

    /// The words of the own statements that a summary answers, as far as the checks on this device or the open invitation
    /// tell them.
    pub fn extra_words(&self, summary: &Summary) -> Option<&Extra> {
        let set = summary.extra.as_ref()?.set();
        let invited = self.invited.iter().flatten();
        let invited = invited.filter_map(|invitation| invitation.extra.as_ref());
        let checks = self.record.checks.iter().filter_map(Check::extra_set);
        checks.chain(invited).find(|words| words.fingerprint() == set)
    }

    /// The form for the next check: last time's settings, but for those that a host's page has preset.
    pub(super) fn next_form(&self) -> Form {
        let last = self.record.checks.iter().max_by_key(|check| check.setup.revision);
        let Some(last) = last else {
            return self.preset.clone();
        };
        let form = Form::of(&last.setup.value);
        if self.preset.kind.is_none() && self.preset == Form::default() {
            return form;
        }
        Form {
            sector: form.sector,
            partnership: form.partnership,
            organisation: form.organisation,
            ..self.preset.clone()
        }
    }

    /// The address that carries the open check's summary after `#`.
    pub fn link(&self) -> Option<String> {
        let payload = link::encode(&self.summary()?);
        Some(link::at(&self.address, link::PREFIX, &payload))
    }

    /// Shows a notice, once.
    pub(crate) fn tell(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Removes a notice that no longer applies.
    pub(crate) fn untell(&mut self, notice: Notice) {
        self.notices.retain(|told| *told != notice);
    }

    /// An id for a new check that no check on this device has or had.
    pub(crate) fn new_id(&mut self) -> u32 {
        let record = &self.record;
        draw_id(&mut self.seed, |id| {
            record.check(id).is_some() || record.was_removed(id)
        })
    }
}

/// The next free id, by a linear congruential generator: the seed is random, and ids only have to differ.
pub(crate) fn draw_id(seed: &mut u32, is_taken: impl Fn(u32) -> bool) -> u32 {
    loop {
        *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if !is_taken(*seed) {
            return *seed;
        }
    }
}
