//! What can be wrong with a table of answers, with where it stands.

use crate::domain::ids::{Kind, Length, Side, StatementId};

/// What a column or an option may tell of a check beside its responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// How many statements were asked.
    Length,
    /// Kind of relationship.
    Kind,
    /// The respondent's side.
    Side,
    /// Sector of the respondent's organisation.
    Sector,
    /// What was chosen for the stage question.
    Stage,
    /// The day on which the check was finished.
    Day,
    /// Name of the partnership.
    Partnership,
    /// Name of the respondent's organisation.
    Organisation,
    /// Fingerprint of the statements that whoever invited added.
    ExtraSet,
}

impl About {
    /// All nine, in the order of their columns.
    pub const ALL: [Self; 9] = [
        Self::Length,
        Self::Kind,
        Self::Side,
        Self::Sector,
        Self::Stage,
        Self::Day,
        Self::Partnership,
        Self::Organisation,
        Self::ExtraSet,
    ];

    /// The name of its column, as [`super::super::export::tables`] writes it: `length` to
    /// `organisation`, and `extra_set`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Kind => "kind",
            Self::Side => "side",
            Self::Sector => "sector",
            Self::Stage => "stage",
            Self::Day => "day",
            Self::Partnership => "partnership",
            Self::Organisation => "organisation",
            Self::ExtraSet => "extra_set",
        }
    }
}

/// Why a table cannot be read at all. Columns are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// There is no row in it.
    Empty,
    /// It is UTF-16, not UTF-8.
    Utf16,
    /// Its first row is longer than [`super::MOST_ROW_BYTES`], or opens a quotation mark that nothing closes.
    FirstRow,
    /// It is the long table, with a row per statement.
    Long,
    /// No column is a statement of the check.
    NoStatement,
    /// Two columns are the same.
    Twice {
        /// The earlier of the two.
        first: usize,
        /// The later of the two.
        second: usize,
        /// What both are: the name of the column or the id of the statement.
        name: &'static str,
    },
    /// The heading of a column has the id of one statement and the words of another.
    TwoStatements {
        /// The column.
        column: usize,
        /// The statement whose id it has.
        id: StatementId,
        /// The statement whose words it has.
        words: StatementId,
    },
    /// Neither a column nor an option tells it.
    Missing(About),
}

/// Why a row is no check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It is longer than [`super::MOST_ROW_BYTES`].
    TooLong,
    /// It opens a quotation mark that nothing closes, or that swallows the rows behind.
    OpenQuote,
    /// It has too few cells, or too many.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the first row has.
        wanted: usize,
    },
    /// A cell cannot be read.
    Cell {
        /// The column, from 1; `None` if no column tells this.
        column: Option<usize>,
        /// What the column is: its name or the id of its statement.
        name: &'static str,
        /// What the cell holds.
        found: String,
        /// What is wrong with it.
        fault: CellFault,
    },
}

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// It is not text in UTF-8.
    NotText,
    /// It is no response.
    NotAResponse,
    /// It is none of the values of this column.
    NotAValue(About),
    /// It is no day.
    NotADay,
    /// It is a day such as 8/10/2026, and nothing says whether day or month comes first.
    DayOrMonth,
    /// It is a name that is too long.
    NameTooLong,
    /// It is empty, and no option tells it.
    Missing(About),
    /// A check of this length and kind does not ask this statement.
    NotAsked(Length, Kind),
    /// The words of the column are those of the other side; this is the side of the row.
    OtherSide(Side),
    /// A kind without pairs has no sides.
    NoSides,
    /// A quick check has no stage.
    NoStage,
    /// The set that the row names has no such statement, or the row names none.
    NotInSet,
}
