//! `phc decode`: lines of summary links into a table, as a stream, for who collects many checks.

use std::ffi::OsString;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::{json, tables};
use partnership_health_check::formats::link::{self, LinkError};

use crate::streams::{BLOCK, Count, end, input};

/// How the command is used.
pub(crate) const HELP: &str = "\
phc decode [--long | --ndjson] [FILE]

Reads summary links, one a line, from FILE or standard input, and writes a table to standard output:
one row a link and one column a statement (CSV), one row a statement (--long), or one JSON object a link
(--ndjson). `respondent` is the number of the line.

A line may be an address, a fragment, a payload, or any text around one, as mail programs leave it; a
link may go on in the lines behind. Empty lines are passed over. A line that cannot be read is told on
standard error with its number, and a count follows at the end.

Exit code: 0 if every line was read, 1 if one was not, 2 if the command or the file is wrong.
";

/// Most bytes of a line; a longer one is an error, and is never held in memory as a whole.
const LINE: usize = 65_536;

#[derive(Clone, Copy)]
enum Shape {
    Wide,
    Long,
    Ndjson,
}

/// Runs the command; `None` if its arguments are wrong.
pub(crate) fn run(arguments: &[OsString]) -> Option<ExitCode> {
    let (shape, file) = options(arguments)?;
    Some(match input(file) {
        Ok(input) => end(decode(input, io::stdout().lock(), shape), "links read"),
        Err(code) => code,
    })
}

/// The shape of the table and the file, which may have any name; `None` if the command is wrong.
fn options(arguments: &[OsString]) -> Option<(Shape, Option<&Path>)> {
    let (mut shape, mut file) = (Shape::Wide, None);
    for argument in arguments {
        match argument.as_encoded_bytes() {
            b"--long" => shape = Shape::Long,
            b"--ndjson" => shape = Shape::Ndjson,
            path if file.is_none() && (path == b"-" || !path.starts_with(b"-")) => {
                file = Some(Path::new(argument));
            }
            _ => return None,
        }
    }
    Some((shape, file))
}

fn decode(mut input: impl BufRead, mut output: impl Write, shape: Shape) -> io::Result<Count> {
    let mut errors = io::stderr().lock();
    let mut count = Count::default();
    let mut table = String::with_capacity(BLOCK + LINE);
    match shape {
        Shape::Wide => tables::wide_head(&mut table),
        Shape::Long => tables::long_head(&mut table),
        Shape::Ndjson => {}
    }
    let mut line = Vec::new();
    let mut number = 0;
    let mut broken = Broken::default();
    loop {
        let next = next_line(&mut input, &mut line)?;
        number += 1;
        let text = line.trim_ascii();
        let is_last = next.is_none();
        let unread = match next {
            Some(_) if text.is_empty() => None,
            Some(true) => match read(text) {
                Ok(summary) => {
                    broken.end(&mut count, &mut errors);
                    count.done += 1;
                    write(&mut table, shape, number, &summary);
                    None
                }
                Err(unread) => Some(unread),
            },
            Some(false) => Some(Unread::TooLong),
            None => None,
        };
        match unread {
            Some(Unread::Link(LinkError::NotALink)) if !broken.lines.is_empty() => match broken.go_on(text) {
                GoesOn::Whole(summary) => {
                    count.done += 1;
                    write(&mut table, shape, broken.number, &summary);
                    broken.clear();
                }
                // What is still missing may be in the line behind.
                GoesOn::Short => {}
                GoesOn::No => {
                    broken.end(&mut count, &mut errors);
                    tell(number, Unread::Link(LinkError::NotALink), &mut count, &mut errors);
                }
            },
            Some(unread) => {
                broken.end(&mut count, &mut errors);
                if !broken.begin(number, text, unread) {
                    tell(number, unread, &mut count, &mut errors);
                }
            }
            None => broken.end(&mut count, &mut errors),
        }
        if table.len() >= BLOCK || is_last {
            output.write_all(table.as_bytes())?;
            table.clear();
        }
        if is_last {
            output.flush()?;
            return Ok(count);
        }
    }
}

/// The next line without its end, and whether it is short enough; `None` at the end. Of a line that is
/// too long only the beginning is kept.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    input.by_ref().take(LINE as u64 + 1).read_until(b'\n', line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_some() || line.len() <= LINE {
        return Ok(Some(true));
    }
    input.skip_until(b'\n')?;
    Ok(Some(false))
}

/// Why there is no summary in a line.
#[derive(Clone, Copy)]
enum Unread {
    TooLong,
    NoText,
    Link(LinkError),
}

impl Unread {
    const fn reason(self) -> &'static str {
        match self {
            Self::TooLong => "is longer than 65,536 bytes",
            Self::NoText => "is not text in UTF-8",
            Self::Link(error) => match error {
                LinkError::NotALink => "has no summary link",
                LinkError::TooLong => "has more than 131,072 characters",
                LinkError::CutOff => "the link is cut off",
                LinkError::Damaged => "the link is damaged",
                LinkError::NewerVersion => "the link is from a newer version",
                LinkError::OtherQuestions => "the link is from a check with other questions",
                LinkError::Impossible => "the link says what cannot be",
            },
        }
    }
}

/// The summary in a line.
fn read(line: &[u8]) -> Result<Summary, Unread> {
    let text = str::from_utf8(line).map_err(|_| Unread::NoText)?;
    link::decode(text).map_err(Unread::Link)
}

fn write(table: &mut String, shape: Shape, number: u64, summary: &Summary) {
    match shape {
        Shape::Wide => tables::wide_row(table, number, summary),
        Shape::Long => tables::long_rows(table, number, summary),
        Shape::Ndjson => {
            table.push_str(&json::line(number, summary));
            table.push('\n');
        }
    }
}

/// Lines in which a link may be broken, from the one on which it begins. Few of them, so that little is held.
#[derive(Default)]
struct Broken {
    number: u64,
    text: Vec<u8>,
    /// What is wrong with each line alone.
    lines: Vec<Unread>,
}

impl Broken {
    /// Most lines of a link: the longest has 682 letters.
    const LINES: usize = 24;

    /// Begins with a line, if its link may go on in the next.
    fn begin(&mut self, number: u64, line: &[u8], unread: Unread) -> bool {
        let may_go_on = match unread {
            Unread::Link(LinkError::CutOff) => true,
            // Broken in its prefix.
            Unread::Link(LinkError::NotALink) => {
                matches!(line, [.., b'=' | b'#' | b'p' | b'P' | b'h' | b'H' | b'c' | b'C'])
            }
            _ => false,
        };
        if may_go_on {
            self.number = number;
            self.text.extend_from_slice(line);
            self.lines.push(unread);
        }
        may_go_on
    }

    /// Goes on with a line that has no link of its own.
    fn go_on(&mut self, line: &[u8]) -> GoesOn {
        self.text.push(b'\n');
        self.text.extend_from_slice(line);
        match read(&self.text) {
            Ok(summary) => GoesOn::Whole(Box::new(summary)),
            Err(Unread::Link(LinkError::CutOff)) if self.lines.len() < Self::LINES => {
                self.lines.push(Unread::Link(LinkError::NotALink));
                GoesOn::Short
            }
            Err(_) => GoesOn::No,
        }
    }

    /// Ends without a link, and tells what is wrong with each of its lines.
    fn end(&mut self, count: &mut Count, errors: &mut impl Write) {
        for (number, unread) in (self.number..).zip(&self.lines) {
            tell(number, *unread, count, errors);
        }
        self.clear();
    }

    fn clear(&mut self) {
        self.text.clear();
        self.lines.clear();
    }
}

/// What became of a broken link with one line more.
enum GoesOn {
    Whole(Box<Summary>),
    Short,
    No,
}

fn tell(number: u64, unread: Unread, count: &mut Count, errors: &mut impl Write) {
    count.failed += 1;
    // An error that cannot be told still counts.
    let _ = writeln!(errors, "line {number}: {}", unread.reason());
}
