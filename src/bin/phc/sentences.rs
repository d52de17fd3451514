//! What `phc encode` says of a table: where, what was found, and what would be right.

use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::ids::Side;
use partnership_health_check::formats::table::{About, CellFault, RowFault, TableFault};

/// Most characters of what was found that are shown.
const FOUND: usize = 40;
/// Most headings that are named.
const HEADINGS: usize = 20;

/// The columns that are passed over; empty without any.
pub(crate) fn ignored(headings: &[String]) -> String {
    if headings.is_empty() {
        return String::new();
    }
    let named: Vec<String> = headings
        .iter()
        .take(HEADINGS)
        .map(|heading| quoted(heading))
        .collect();
    let more = match headings.len().saturating_sub(HEADINGS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("columns that are passed over: {}{more}\n", named.join(", "))
}

/// Why a table cannot be read at all.
pub(crate) fn table(fault: &TableFault) -> String {
    let sentence = match fault {
        TableFault::Empty => "there is no row in the table".to_owned(),
        TableFault::Utf16 => "the table is UTF-16: save it as CSV UTF-8".to_owned(),
        TableFault::FirstRow => {
            "the first row is longer than 65,536 bytes, or a quotation mark in it is not closed".to_owned()
        }
        TableFault::Long => {
            "this is the long table: only the wide one can be read, with one row a person".to_owned()
        }
        TableFault::NoStatement => {
            "no column is a statement: the first row must hold their ids, such as A1.1, or their words"
                .to_owned()
        }
        TableFault::Twice { first, second, name } => {
            format!("columns {first} and {second} are both {name}: keep one of them")
        }
        TableFault::TwoStatements { column, id, words } => format!(
            "column {column} has the id {} and the words of {}: correct one of them",
            id.id(),
            words.id()
        ),
        TableFault::Missing(about) => {
            let name = about.name();
            format!(
                "no column is named {name}: add one, or give --{name} with {}",
                values(*about)
            )
        }
    };
    sentence + "\n"
}

/// Why a row is no check.
pub(crate) fn row(number: u64, fault: &RowFault) -> String {
    match fault {
        RowFault::TooLong => format!("line {number}: is longer than 65,536 bytes\n"),
        RowFault::OpenQuote => {
            format!(
                "line {number}: a quotation mark is not closed: close it, or write it twice inside a cell\n"
            )
        }
        RowFault::Cells { found, wanted } => {
            format!("line {number}: has {found} cells, the first row has {wanted}\n")
        }
        RowFault::Cell {
            column,
            name,
            found,
            fault,
        } => {
            let place = column.map_or(String::new(), |column| format!(", column {column}"));
            let right = right(*fault);
            match found.as_str() {
                "" => format!("line {number}{place}: no {name}: {right}\n"),
                found => format!("line {number}{place}, {name}: found {}: {right}\n", quoted(found)),
            }
        }
    }
}

/// Why the value of an option cannot be taken.
pub(crate) fn option(name: &str, value: &str, fault: CellFault) -> String {
    format!("--{name}: found {}: {}\n", quoted(value), right(fault))
}

/// What would be right.
fn right(fault: CellFault) -> String {
    match fault {
        CellFault::NotText => "is not text in UTF-8: save the table as CSV UTF-8".to_owned(),
        CellFault::NotAResponse => {
            let words = Response::ALL.map(|response| Texts::english().response(response));
            format!("right is 1 to 5, dk, na, nothing, or {}", words.join(", "))
        }
        CellFault::NotAValue(about) => format!("right is {}", values(about)),
        CellFault::NotADay => format!("right is {}", values(About::Day)),
        CellFault::DayOrMonth => {
            "give --day-first or --month-first, or write year, month and day, such as 2026-10-08".to_owned()
        }
        CellFault::NameTooLong => "a name has at most 60 characters".to_owned(),
        CellFault::Missing(about) => {
            format!("fill the cell, or give --{} with {}", about.name(), values(about))
        }
        CellFault::NotAsked(length, kind) => format!(
            "a {} check of the kind {} does not ask this: leave the cell empty, or correct length and kind",
            length.id(),
            kind.id()
        ),
        CellFault::OtherSide(side) => format!(
            "the words of this column are for the side {}, and the row is of the side {}: correct one of them",
            if side == Side::First { "second" } else { "first" },
            side.id()
        ),
        CellFault::NoSides => "the kind other has no sides: leave the cell empty".to_owned(),
        CellFault::NotInSet => {
            "extra_set names no set with such a statement: fill in extra_set, or leave the cell empty"
                .to_owned()
        }
        CellFault::NoStage => "a quick check has no stage: leave the cell empty".to_owned(),
    }
}

/// What a column or option can hold.
const fn values(about: About) -> &'static str {
    match about {
        About::Length => "full or quick",
        About::Kind => "consortium, commissioning, grant, prime or other",
        About::Side => "first or second",
        About::Sector => "charity, public, business, other or nothing",
        About::Stage => "forming, storming, norming, performing, unsure or nothing",
        About::Day => "a day from 1970 to 2149, such as 2026-10-08",
        About::Partnership | About::Organisation => "a name",
        About::ExtraSet => "a fingerprint as `phc decode` writes it, such as E3-9D2C4A11, or nothing",
    }
}

/// A text from the table in quotation marks, shortened, and with nothing that would move a terminal's cursor.
fn quoted(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars().take(FOUND) {
        match c {
            '"' | '\'' | '\\' => shown.push(c),
            _ => shown.extend(c.escape_debug()),
        }
    }
    if text.chars().nth(FOUND).is_some() {
        shown.push('…');
    }
    format!("“{shown}”")
}
