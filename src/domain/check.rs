//! A check on this device: what one person has set and answered so far, each field with its revision.
//!
//! Two copies of a check (two tabs, `localStorage` and `IndexedDB`) are merged field by field: the higher
//! revision wins. A revision is a counter, never a clock.

use super::answer::{Response, StageChoice};
use super::day::Day;
use super::extra::{Extra, ExtraAnswers, MOST_STATEMENTS};
use super::ids::{Criterion, Kind, Length, Sector, Side, StatementId};
use super::reply::Reply;
use super::sheet::AnswerSheet;
use super::summary::Summary;

/// A value and the number of the change that set it; revision 0 means never set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revised<T> {
    /// The revision comes first, so that the derived order compares it first. Equal revisions (two tabs
    /// that changed the same field before either heard of the other) are settled by the greater value,
    /// which is the same in both tabs.
    pub revision: u32,
    /// The value.
    pub value: T,
}

impl<T: Ord> Revised<T> {
    /// Takes the other value if its revision is higher; says whether anything changed.
    pub fn merge(&mut self, other: Self) -> bool {
        let wins = other > *self;
        if wins {
            *self = other;
        }
        wins
    }
}

/// What was chosen before the first statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setup {
    /// How many statements are asked.
    pub length: Length,
    /// Kind of relationship.
    pub kind: Kind,
    /// The respondent's side; [`Side::First`] where the kind has none.
    pub side: Side,
    /// Sector of the respondent's organisation, if given.
    pub sector: Option<Sector>,
    /// Name of the partnership; empty if not given. At most 60 characters as the user sees them.
    pub partnership: String,
    /// Name of the respondent's organisation, or a letter; empty if not given. The same limit.
    pub organisation: String,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            length: Length::Full,
            kind: Kind::Consortium,
            side: Side::First,
            sector: None,
            partnership: String::new(),
            organisation: String::new(),
        }
    }
}

/// What a note is about: a criterion, the value statements, or the pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteId(u8);

impl NoteId {
    /// How many notes a check can hold: one a criterion, one for value, one for the pairs.
    pub const COUNT: usize = 14;
    /// The note on the value statements.
    pub const VALUE: Self = Self(12);
    /// The note on the pairs.
    pub const PAIRS: Self = Self(13);

    /// The note on a criterion.
    pub const fn of(criterion: Criterion) -> Self {
        Self(criterion.index() as u8)
    }

    /// All fourteen, in the order of the check.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u8).map(Self)
    }

    /// Position, 0 to 13.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Its id in forms and storage: a criterion's id, `V` or `P`.
    pub fn id(self) -> &'static str {
        match Criterion::ALL.get(self.index()) {
            Some(criterion) => criterion.id(),
            None if self == Self::VALUE => "V",
            None => "P",
        }
    }

    /// The note with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::all().find(|note| note.id() == id)
    }
}

/// Most responses of one check that this version does not know: ten times as many as it knows.
pub const MOST_UNKNOWN: usize = 500;

/// One check of one person, in progress or finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// A random number that tells checks on one device apart; it is in files that are saved, never in a link.
    pub id: u32,
    /// The day of the first answer or setting.
    pub started: Day,
    /// What was chosen before the first statement.
    pub setup: Revised<Setup>,
    /// The responses, by [`StatementId::index`].
    pub responses: [Revised<Option<Response>>; StatementId::COUNT],
    /// The notes, by [`NoteId::index`]; empty if none. At most 2,000 characters each.
    pub notes: [Revised<String>; NoteId::COUNT],
    /// The stage question.
    pub stage: Revised<Option<StageChoice>>,
    /// The day on which the result was asked for, once it was.
    pub finished: Revised<Option<Day>>,
    /// The page where the person was last, counted from 0.
    pub place: Revised<u8>,
    /// Who asked for this check, if it was begun from an invitation.
    pub reply: Revised<Reply>,
    /// The statements that whoever invited added, if there are any. Set once, when the check is begun.
    pub extra: Revised<Option<Extra>>,
    /// The responses to them, by position.
    pub extra_responses: [Revised<Option<Response>>; MOST_STATEMENTS],
    /// Responses to statements that this version does not know, kept as they were read: id and text, in their order.
    /// At most [`MOST_UNKNOWN`].
    pub unknown: Vec<(String, String)>,
}

impl Check {
    /// An empty check.
    pub fn new(id: u32, started: Day) -> Self {
        Self {
            id,
            started,
            setup: Revised {
                revision: 0,
                value: Setup::default(),
            },
            responses: [Revised {
                revision: 0,
                value: None,
            }; StatementId::COUNT],
            notes: std::array::from_fn(|_| Revised::default()),
            stage: Revised {
                revision: 0,
                value: None,
            },
            finished: Revised {
                revision: 0,
                value: None,
            },
            place: Revised {
                revision: 0,
                value: 0,
            },
            reply: Revised::default(),
            extra: Revised::default(),
            extra_responses: [Revised::default(); MOST_STATEMENTS],
            unknown: Vec::new(),
        }
    }

    /// The statements this check asks, in order.
    pub fn statements(&self) -> Vec<StatementId> {
        self.setup.value.length.statements(self.setup.value.kind)
    }

    /// The statements that whoever invited added; none without an invitation that has any.
    pub fn extra_statements(&self) -> &[String] {
        self.extra_set().map_or(&[], Extra::statements)
    }

    /// The set of these statements, if there is one.
    pub const fn extra_set(&self) -> Option<&Extra> {
        self.extra.value.as_ref()
    }

    /// The answers to them, if there are any.
    pub fn extra_answers(&self) -> Option<ExtraAnswers> {
        let set = self.extra_set()?;
        let responses = self.extra_responses.iter().map(|field| field.value);
        ExtraAnswers::new(
            set.fingerprint().sum,
            responses.take(set.statements().len()).collect(),
        )
    }

    /// How many statements are asked, those of whoever invited among them.
    pub fn asked(&self) -> usize {
        self.statements().len() + self.extra_statements().len()
    }

    /// How many of them have a response.
    pub fn answered(&self) -> usize {
        let extra = self.extra_answers().map_or(0, |answers| answers.answered());
        self.sheet().answered(&self.statements()) + extra
    }

    /// Whether the stage question belongs to this check: the quick check leaves it out.
    pub fn asks_stage(&self) -> bool {
        self.setup.value.length == Length::Full
    }

    /// The responses without their revisions.
    pub fn sheet(&self) -> AnswerSheet {
        let mut sheet = AnswerSheet::default();
        for statement in StatementId::all() {
            sheet.set(statement, self.responses[statement.index()].value);
        }
        sheet
    }

    /// The note with this id; empty if there is none.
    pub fn note(&self, note: NoteId) -> &str {
        &self.notes[note.index()].value
    }

    /// What may leave the browser: only the statements that this length and kind ask, no notes, and the
    /// names only where they are wanted. `today` stands in where the check is not finished.
    pub fn summary(&self, today: Day, with_partnership: bool, with_organisation: bool) -> Summary {
        let setup = &self.setup.value;
        let mut sheet = AnswerSheet::default();
        for statement in self.statements() {
            sheet.set(statement, self.responses[statement.index()].value);
        }
        let name = |wanted: bool, name: &String| if wanted { name.clone() } else { String::new() };
        Summary {
            length: setup.length,
            kind: setup.kind,
            side: if setup.kind.has_pairs() {
                setup.side
            } else {
                Side::First
            },
            sector: setup.sector,
            day: self.finished.value.unwrap_or(today),
            sheet,
            stage: if self.asks_stage() { self.stage.value } else { None },
            partnership: name(with_partnership, &setup.partnership),
            organisation: name(with_organisation, &setup.organisation),
            extra: self.extra_answers(),
        }
    }

    /// The highest revision of any field.
    pub fn revision(&self) -> u32 {
        let responses = self.responses.iter().map(|field| field.revision);
        let notes = self.notes.iter().map(|field| field.revision);
        let others = [
            self.setup.revision,
            self.stage.revision,
            self.finished.revision,
            self.place.revision,
            self.reply.revision,
            self.extra.revision,
        ];
        let extra = self.extra_responses.iter().map(|field| field.revision);
        responses
            .chain(notes)
            .chain(others)
            .chain(extra)
            .max()
            .unwrap_or(0)
    }

    /// Makes every field that was ever set as old as can be, so that any other copy counts as newer.
    pub fn forget_revisions(&mut self) {
        fn oldest<T>(field: &mut Revised<T>) {
            field.revision = field.revision.min(1);
        }
        self.responses.iter_mut().for_each(oldest);
        self.notes.iter_mut().for_each(oldest);
        oldest(&mut self.setup);
        oldest(&mut self.stage);
        oldest(&mut self.finished);
        oldest(&mut self.place);
        oldest(&mut self.reply);
        oldest(&mut self.extra);
        self.extra_responses.iter_mut().for_each(oldest);
    }

    /// Keeps a response to a statement that this version does not know, in its place: one order for both tabs, so that
    /// equal records are equal texts. Of more than [`MOST_UNKNOWN`] the last are left out. Says whether anything changed.
    pub fn keep_unknown(&mut self, entry: (String, String)) -> bool {
        match self.unknown.binary_search(&entry) {
            Err(place) if place < MOST_UNKNOWN => {
                self.unknown.insert(place, entry);
                self.unknown.truncate(MOST_UNKNOWN);
                true
            }
            _ => false,
        }
    }

    /// Sets each field again that `ours` has set since `base` and that another copy has set to something else here.
    pub fn set_again(&mut self, base: &Self, ours: &Self, revision: u32) {
        fn set_again<T: Clone + PartialEq>(
            mine: &mut Revised<T>,
            base: &Revised<T>,
            ours: &Revised<T>,
            revision: u32,
        ) {
            if ours != base && ours != mine {
                let value = ours.value.clone();
                *mine = Revised { revision, value };
            }
        }
        let theirs = base.responses.iter().zip(&ours.responses);
        for (mine, (base, ours)) in self.responses.iter_mut().zip(theirs) {
            set_again(mine, base, ours, revision);
        }
        let theirs = base.notes.iter().zip(&ours.notes);
        for (mine, (base, ours)) in self.notes.iter_mut().zip(theirs) {
            set_again(mine, base, ours, revision);
        }
        set_again(&mut self.setup, &base.setup, &ours.setup, revision);
        set_again(&mut self.stage, &base.stage, &ours.stage, revision);
        set_again(&mut self.finished, &base.finished, &ours.finished, revision);
        set_again(&mut self.place, &base.place, &ours.place, revision);
        set_again(&mut self.reply, &base.reply, &ours.reply, revision);
        set_again(&mut self.extra, &base.extra, &ours.extra, revision);
        let theirs = base.extra_responses.iter().zip(&ours.extra_responses);
        for (mine, (base, ours)) in self.extra_responses.iter_mut().zip(theirs) {
            set_again(mine, base, ours, revision);
        }
    }

    /// Takes every field of another copy of this check whose revision is higher; says whether anything
    /// changed.
    pub fn merge(&mut self, other: Self) -> bool {
        let mut changed = false;
        for (mine, theirs) in self.responses.iter_mut().zip(other.responses) {
            changed |= mine.merge(theirs);
        }
        for (mine, theirs) in self.notes.iter_mut().zip(other.notes) {
            changed |= mine.merge(theirs);
        }
        changed |= self.setup.merge(other.setup);
        changed |= self.stage.merge(other.stage);
        changed |= self.finished.merge(other.finished);
        changed |= self.place.merge(other.place);
        changed |= self.reply.merge(other.reply);
        changed |= self.extra.merge(other.extra);
        for (mine, theirs) in self.extra_responses.iter_mut().zip(other.extra_responses) {
            changed |= mine.merge(theirs);
        }
        for entry in other.unknown {
            changed |= self.keep_unknown(entry);
        }
        // And the same day, whichever copy takes in which.
        self.started = self.started.min(other.started);
        changed
    }
}
