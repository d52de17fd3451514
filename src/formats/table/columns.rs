//! What each column of a table is, by its heading.

use std::collections::HashMap;

use super::fault::{About, TableFault};
use super::rows::Cells;
use super::words::{Words, plain};
use crate::domain::extra;
use crate::domain::ids::{Side, StatementId};

/// Columns of the tables that say nothing of a check.
const PASSED_OVER: [&str; 2] = ["respondent", ""];
/// The columns by which the long table is known, and how many follow each other.
const LONG: [&str; 2] = ["statement", "response"];

/// Which columns tell what.
pub(super) struct Columns {
    /// Place of each column that tells something beside the responses.
    pub(super) about: Vec<(usize, About)>,
    /// Place of each column of responses, its statement, and the side whose words it has if both sides read other ones.
    pub(super) statements: Vec<(usize, StatementId, Option<Side>)>,
    /// Place of each column of responses to own statements, and the position of its statement in the set.
    pub(super) extra: Vec<(usize, usize)>,
    /// The headings of the others, as they are written.
    pub(super) ignored: Vec<String>,
}

/// What a heading says that its column is.
enum Column {
    About(About),
    Statement(StatementId, Option<Side>),
    Extra(usize),
    PassedOver,
    Unknown,
}

/// What headings may be.
pub(super) struct Headings {
    about: HashMap<String, About>,
    ids: HashMap<String, StatementId>,
    texts: HashMap<String, (StatementId, Option<Side>)>,
    /// Most words of a statement.
    longest: usize,
}

impl Headings {
    pub(super) fn new(words: &Words) -> Self {
        let mut about: HashMap<_, _> = About::ALL.map(|about| (about.name().to_owned(), about)).into();
        // Of a heading only letters and digits count.
        about.insert(plain(About::ExtraSet.name()), About::ExtraSet);
        about.insert(plain(words.stage_question), About::Stage);
        let ids = StatementId::all().map(|statement| (plain(statement.id()), statement));
        let mut texts = HashMap::new();
        for statement in StatementId::all() {
            let [first, second] = Side::ALL.map(|side| plain((words.statement)(statement, side)));
            if first == second {
                texts.insert(first, (statement, None));
            } else {
                texts.insert(first, (statement, Some(Side::First)));
                texts.insert(second, (statement, Some(Side::Second)));
            }
        }
        let longest = texts.keys().map(|text| text.split(' ').count()).max();
        Self {
            about,
            ids: ids.collect(),
            longest: longest.unwrap_or(0),
            texts,
        }
    }

    /// How many columns of a first row are understood.
    pub(super) fn known(&self, row: &Cells) -> usize {
        let is_known = |place: &usize| {
            let heading = String::from_utf8_lossy(row.get(*place));
            !matches!(self.column(&heading, 0), Ok(Column::PassedOver | Column::Unknown))
        };
        (0..row.len()).filter(is_known).count()
    }

    /// What the columns of the first row are.
    pub(super) fn columns(&self, row: &Cells) -> Result<Columns, TableFault> {
        let mut columns = Columns {
            about: Vec::new(),
            statements: Vec::new(),
            extra: Vec::new(),
            ignored: Vec::new(),
        };
        let mut long = 0;
        for place in 0..row.len() {
            let heading = String::from_utf8_lossy(row.get(place));
            match self.column(&heading, place + 1)? {
                Column::About(about) => {
                    if let Some((first, _)) = columns.about.iter().find(|(_, known)| *known == about) {
                        return Err(twice(*first, place, about.name()));
                    }
                    columns.about.push((place, about));
                }
                Column::Statement(statement, side) => {
                    let same = |known: &&(usize, StatementId, Option<Side>)| {
                        known.1 == statement && (known.2 == side || known.2.is_none() || side.is_none())
                    };
                    if let Some((first, ..)) = columns.statements.iter().find(same) {
                        return Err(twice(*first, place, statement.id()));
                    }
                    columns.statements.push((place, statement, side));
                }
                Column::Extra(position) => {
                    if let Some((first, _)) = columns.extra.iter().find(|(_, known)| *known == position) {
                        return Err(twice(*first, place, extra::IDS[position]));
                    }
                    columns.extra.push((place, position));
                }
                Column::PassedOver => {}
                Column::Unknown => {
                    long += usize::from(LONG.contains(&heading.trim()));
                    columns.ignored.push(heading.trim().to_owned());
                }
            }
        }
        if columns.statements.is_empty() {
            return Err(if long == LONG.len() {
                TableFault::Long
            } else {
                TableFault::NoStatement
            });
        }
        Ok(columns)
    }

    /// What a heading says: the name of a column, the id of a statement, or its words, also behind other words such as
    /// its id, a number or the question that a form asks for all of them.
    fn column(&self, heading: &str, column: usize) -> Result<Column, TableFault> {
        let heading = plain(heading);
        if PASSED_OVER.contains(&heading.as_str()) {
            return Ok(Column::PassedOver);
        }
        if let Some(about) = self.about.get(&heading) {
            return Ok(Column::About(*about));
        }
        if let Some(statement) = self.ids.get(&heading) {
            return Ok(Column::Statement(*statement, None));
        }
        if let Some(position) = extra::position(&heading.to_uppercase()) {
            return Ok(Column::Extra(position));
        }
        // No longer than statements are, so that a heading of many words costs no more than it is long.
        let begins = heading.rmatch_indices(' ').map(|(at, _)| at + 1);
        let words = begins.chain([0]).take(self.longest).filter_map(|at| {
            let (before, text) = heading.split_at(at);
            Some((before.trim_end(), *self.texts.get(text)?))
        });
        // The longest, should one statement end like another.
        let words = words.last();
        let Some((before, (statement, side))) = words else {
            return Ok(Column::Unknown);
        };
        // The id that stands before the words, of one word or two: `V1`, `A1.1`.
        let spaces = before.rmatch_indices(' ').map(|(at, _)| at + 1).take(2);
        let id = spaces
            .chain([0])
            .find_map(|at| self.ids.get(before.split_at(at).1));
        match id {
            Some(id) if *id != statement => Err(TableFault::TwoStatements {
                column,
                id: *id,
                words: statement,
            }),
            _ => Ok(Column::Statement(statement, side)),
        }
    }
}

/// Two columns are the same; their places are counted from 0.
fn twice(first: usize, second: usize, name: &'static str) -> TableFault {
    TableFault::Twice {
        first: first + 1,
        second: second + 1,
        name,
    }
}
