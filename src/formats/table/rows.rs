//! The rows of a table, as a stream, of any program that writes tables: their cells and the number of their line.
//!
//! A row is mostly a line. Where a quotation mark is open at its end, the row goes on in the next lines. If nothing
//! closes it, or the row then has too many cells, it was a stray one: its line is lost, and each line behind is read by
//! itself. Each line is read at most twice, and nothing longer than [`MOST_ROW_BYTES`] is held.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read as _};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use super::fault::RowFault;

/// Most bytes of a row; a longer one is a fault, and is never held as a whole.
pub const MOST_ROW_BYTES: usize = 65_536;

/// A line without its end; `None` if it is too long.
type Line = Option<Vec<u8>>;

/// The rows of a table that is read from `input`.
pub(super) struct Rows<R> {
    input: R,
    parser: Reader,
    /// What ends a line: a line feed, or in a file of an old Macintosh a carriage return.
    end: u8,
    /// How many cells each row must have; `None` until the first row is read.
    width: Option<usize>,
    /// The number of the line that was read last.
    number: u64,
    line: Vec<u8>,
    /// Lines that were read in vain as part of a row; each is a row by itself now.
    again: VecDeque<(u64, Line)>,
    cells: Cells,
}

/// The cells of the row that was read last.
pub(super) struct Cells {
    text: Vec<u8>,
    length: usize,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The cell at a place, from 0, as it stands; empty if there is none.
    pub(super) fn get(&self, place: usize) -> &[u8] {
        let ends = self.ends.get(..self.count).unwrap_or_default();
        let begin = place.checked_sub(1).and_then(|before| ends.get(before));
        let end = ends.get(place).copied().unwrap_or(0);
        self.text
            .get(begin.copied().unwrap_or(0)..end)
            .unwrap_or_default()
    }

    /// Whether nothing stands in any of them.
    fn are_blank(&self) -> bool {
        let text = self.text.get(..self.length).unwrap_or_default();
        text.iter().all(u8::is_ascii_whitespace)
    }
}

impl<R: BufRead> Rows<R> {
    /// Rows whose cells have this byte between them, of lines that end with `end`.
    pub(super) fn new(input: R, between: u8, end: u8) -> Self {
        Self {
            input,
            parser: ReaderBuilder::new()
                .delimiter(between)
                .terminator(Terminator::Any(b'\n'))
                .build(),
            end,
            width: None,
            number: 0,
            line: Vec::new(),
            again: VecDeque::new(),
            cells: Cells {
                text: vec![0; 1 << 10],
                length: 0,
                ends: vec![0; 1 << 7],
                count: 0,
            },
        }
    }

    /// The first row; `None` if there is none. A line before it in which a spreadsheet is told what is between cells, such
    /// as `sep=;`, is passed over.
    pub(super) fn head(&mut self) -> io::Result<Option<Result<&Cells, RowFault>>> {
        let mut head = self.next()?.map(|(_, row)| row.map(|_| ()));
        if self.line.starts_with(b"sep=") && self.line.len() <= b"sep=;".len() {
            self.width = None;
            head = self.next()?.map(|(_, row)| row.map(|_| ()));
        }
        Ok(head.map(|row| row.map(|()| &self.cells)))
    }

    /// The number of the line on which the next row begins and its cells, or what is wrong with it; `None` at the end.
    /// Rows in which nothing stands are passed over.
    pub(super) fn next(&mut self) -> io::Result<Option<(u64, Result<&Cells, RowFault>)>> {
        loop {
            let is_alone = !self.again.is_empty();
            let Some((number, is_short)) = self.next_line()? else {
                return Ok(None);
            };
            if !is_short {
                return Ok(Some((number, Err(RowFault::TooLong))));
            }
            if self.line.trim_ascii().is_empty() {
                continue;
            }
            self.begin();
            let is_closed = if is_alone {
                self.feed_line()
            } else {
                self.feed_line() || self.go_on()?
            };
            if !is_closed {
                return Ok(Some((number, Err(RowFault::OpenQuote))));
            }
            if self.cells.are_blank() {
                continue;
            }
            let found = self.cells.len();
            let wanted = *self.width.get_or_insert(found);
            if found != wanted {
                return Ok(Some((number, Err(RowFault::Cells { found, wanted }))));
            }
            return Ok(Some((number, Ok(&self.cells))));
        }
    }

    /// Reads the lines behind one that leaves a quotation mark open, until it is closed. `false` if it was a stray one.
    fn go_on(&mut self) -> io::Result<bool> {
        let mut behind = VecDeque::new();
        let mut bytes = self.line.len();
        let is_closed = loop {
            let Some((number, is_short)) = self.next_line()? else {
                break false;
            };
            bytes += self.line.len();
            if !is_short || bytes > MOST_ROW_BYTES {
                behind.push_back((number, is_short.then(|| self.line.clone())));
                break false;
            }
            let is_closed = self.feed_line();
            behind.push_back((number, Some(self.line.clone())));
            if is_closed {
                break true;
            }
        };
        let fits = self.width.is_none_or(|width| width == self.cells.len());
        if !is_closed || !fits {
            self.again = behind;
            return Ok(false);
        }
        Ok(true)
    }

    /// Takes the next line, with its number and whether it is short enough; `None` at the end.
    fn next_line(&mut self) -> io::Result<Option<(u64, bool)>> {
        if let Some((number, line)) = self.again.pop_front() {
            let is_short = line.is_some();
            self.line = line.unwrap_or_default();
            return Ok(Some((number, is_short)));
        }
        self.line.clear();
        let most = MOST_ROW_BYTES as u64 + 1;
        self.input
            .by_ref()
            .take(most)
            .read_until(self.end, &mut self.line)?;
        if self.line.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let is_whole = self.line.pop_if(|last| *last == self.end).is_some();
        if !is_whole && self.line.len() > MOST_ROW_BYTES {
            self.input.skip_until(self.end)?;
            return Ok(Some((self.number, false)));
        }
        self.line.pop_if(|last| *last == b'\r');
        Ok(Some((self.number, true)))
    }

    /// Begins a row.
    fn begin(&mut self) {
        self.parser.reset();
        self.cells.length = 0;
        self.cells.count = 0;
    }

    /// Adds the line to the row, and whether that ends it: `false` if a quotation mark is open.
    fn feed_line(&mut self) -> bool {
        let cells = &mut self.cells;
        for part in [self.line.as_slice(), b"\n"] {
            let mut rest = part;
            loop {
                let text = cells.text.get_mut(cells.length..).unwrap_or_default();
                let ends = cells.ends.get_mut(cells.count..).unwrap_or_default();
                let (result, read, written, ended) = self.parser.read_record(rest, text, ends);
                rest = rest.get(read..).unwrap_or_default();
                cells.length += written;
                cells.count += ended;
                match result {
                    ReadRecordResult::Record => return true,
                    ReadRecordResult::InputEmpty | ReadRecordResult::End => break,
                    ReadRecordResult::OutputFull => cells.text.resize(cells.text.len() * 2, 0),
                    ReadRecordResult::OutputEndsFull => cells.ends.resize(cells.ends.len() * 2, 0),
                }
            }
        }
        false
    }
}
