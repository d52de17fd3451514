//! Tables of answers in: a row per person and a column per statement, as [`super::export::tables::wide`] writes them, or
//! as form services and spreadsheets do. See `docs/data.md`.
//!
//! The table is a stream: what is held does not grow with it. Any bytes yield rows or named faults.

mod columns;
mod day;
mod dictionary;
mod fault;
mod row;
mod rows;
mod words;

pub use day::{DayOrder, read_day};
pub use dictionary::Dictionary;
pub use fault::{About, CellFault, RowFault, TableFault};
pub use row::{Defaults, read_name};
pub use rows::MOST_ROW_BYTES;
pub use words::Words;

use std::io::{self, BufRead, Chain, Cursor, Read as _};

use crate::domain::summary::Summary;
use row::Reader;
use rows::Rows;

/// What may stand between the cells of a row: a comma; a semicolon, as spreadsheets write where commas begin fractions;
/// a tab.
const BETWEEN: [u8; 3] = *b",;\t";
/// The mark of UTF-8 at the beginning of a file.
const UTF_8: &[u8] = b"\xEF\xBB\xBF";

/// A table that is being read from `R`.
pub struct Table<'a, R> {
    rows: Rows<Chain<Cursor<Vec<u8>>, R>>,
    reader: Reader<'a>,
    ignored: Vec<String>,
}

impl<'a, R: BufRead> Table<'a, R> {
    /// Begins with a table: finds out what is between its cells, and what its columns are.
    ///
    /// # Errors
    ///
    /// What the input says, or else see [`TableFault`].
    pub fn open(
        mut input: R,
        defaults: Defaults,
        dictionary: &'a Dictionary,
    ) -> io::Result<Result<Self, TableFault>> {
        let mut head = Vec::new();
        input
            .by_ref()
            .take(MOST_ROW_BYTES as u64 + 1)
            .read_to_end(&mut head)?;
        if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
            return Ok(Err(TableFault::Utf16));
        }
        if head.starts_with(UTF_8) {
            head.drain(..UTF_8.len());
        }
        let end = if head.contains(&b'\r') && !head.contains(&b'\n') {
            b'\r'
        } else {
            b'\n'
        };
        let headings = &dictionary.headings;
        let mut between = BETWEEN[0];
        let mut most = 0;
        for candidate in BETWEEN {
            let mut rows = Rows::new(head.as_slice(), candidate, end);
            let known = match rows.head()? {
                Some(Ok(cells)) => headings.known(cells),
                _ => 0,
            };
            if known > most {
                (between, most) = (candidate, known);
            }
        }
        let mut rows = Rows::new(Cursor::new(head).chain(input), between, end);
        let columns = match rows.head()? {
            None => Err(TableFault::Empty),
            Some(Err(_)) => Err(TableFault::FirstRow),
            Some(Ok(cells)) => headings.columns(cells),
        };
        Ok(columns.and_then(|columns| {
            let ignored = columns.ignored.clone();
            Reader::new(columns, defaults, &dictionary.meanings).map(|reader| Self {
                rows,
                reader,
                ignored,
            })
        }))
    }

    /// The headings of the columns that are not understood, in their order.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// The number of the line on which the next row begins, and its check or what is wrong with it; `None` at the end.
    ///
    /// # Errors
    ///
    /// What the input says.
    pub fn next_row(&mut self) -> io::Result<Option<(u64, Result<Summary, RowFault>)>> {
        let Some((number, cells)) = self.rows.next()? else {
            return Ok(None);
        };
        Ok(Some((number, cells.and_then(|cells| self.reader.summary(cells)))))
    }
}
