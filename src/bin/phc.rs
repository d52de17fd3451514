//! `phc decode`: lines of summary links into a table, as a stream, for who collects many checks. It works
//! with the same code as the page. See `docs/data.md`.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::{json, tables};
use partnership_health_check::formats::link::{self, LinkError, Rapid};

const HELP: &str = "\
phc decode [--long | --ndjson] [FILE]

Reads summary links, one a line, from FILE or standard input, and writes a table to standard output:
one row a link and one column a statement (CSV), one row a statement (--long), or one JSON object a link
(--ndjson). `respondent` is the number of the line.

A line may be an address, a fragment or a payload. Empty lines are passed over. A line that cannot be
read is told on standard error with its number, and a count follows at the end.

Exit code: 0 if every line was read, 1 if one was not, 2 if the command or the file is wrong.
";

/// Most bytes of a line; a longer one is an error, and is never held in memory as a whole.
const LINE: usize = 65_536;
/// Bytes that are read and written at once.
const BLOCK: usize = 1 << 18;

#[derive(Clone, Copy)]
enum Shape {
    Wide,
    Long,
    Ndjson,
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((shape, file)) = options(&arguments) else {
        let wanted = matches!(
            arguments.first().and_then(|argument| argument.to_str()),
            Some("--help" | "-h" | "help")
        );
        if wanted {
            // Nobody is there to read it if this fails.
            let _ = io::stdout().write_all(HELP.as_bytes());
            return ExitCode::SUCCESS;
        }
        say(HELP);
        return ExitCode::from(2);
    };
    let input: Box<dyn Read> = match file {
        None => Box::new(io::stdin().lock()),
        Some(path) if path == Path::new("-") => Box::new(io::stdin().lock()),
        Some(path) => match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => {
                say(&format!("{}: {error}\n", path.display()));
                return ExitCode::from(2);
            }
        },
    };
    match decode(BufReader::with_capacity(BLOCK, input), io::stdout().lock(), shape) {
        Ok(count) => {
            say(&format!(
                "{} links read, {} lines could not be read\n",
                count.read, count.failed
            ));
            ExitCode::from(u8::from(count.failed > 0))
        }
        // Who reads the table has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error}\n"));
            ExitCode::from(2)
        }
    }
}

/// Tells something on standard error. Where that cannot be written to, the exit code still says it.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The shape of the table and the file, which may have any name; `None` if the command is wrong.
fn options(arguments: &[OsString]) -> Option<(Shape, Option<&Path>)> {
    let (command, rest) = arguments.split_first()?;
    if command != "decode" {
        return None;
    }
    let (mut shape, mut file) = (Shape::Wide, None);
    for argument in rest {
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

/// How many lines were read, and how many could not be.
#[derive(Default)]
struct Count {
    read: u64,
    failed: u64,
}

fn decode(mut input: impl BufRead, mut output: impl Write, shape: Shape) -> io::Result<Count> {
    let rapid = Rapid::new();
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
    while let Some(fits) = next_line(&mut input, &mut line)? {
        number += 1;
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        let found = if fits {
            read(&rapid, text)
        } else {
            Err("is longer than 65,536 bytes")
        };
        match found {
            Ok(summary) => {
                count.read += 1;
                write(&mut table, shape, number, &summary);
            }
            Err(reason) => {
                count.failed += 1;
                // An error that cannot be told still counts.
                let _ = writeln!(errors, "line {number}: {reason}");
            }
        }
        if table.len() >= BLOCK {
            output.write_all(table.as_bytes())?;
            table.clear();
        }
    }
    output.write_all(table.as_bytes())?;
    output.flush()?;
    Ok(count)
}

/// The next line without its end, and whether it is short enough; `None` at the end. Of a line that is
/// too long only the beginning is kept.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let (mut any, mut fits) = (false, true);
    loop {
        let block = input.fill_buf()?;
        if block.is_empty() {
            return Ok(any.then_some(fits));
        }
        any = true;
        let end = memchr(block);
        let part = block.get(..end.unwrap_or(block.len())).unwrap_or_default();
        if line.len() + part.len() > LINE {
            fits = false;
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(Some(fits));
        }
    }
}

/// Where the first line of a block ends.
fn memchr(block: &[u8]) -> Option<usize> {
    block.iter().position(|byte| *byte == b'\n')
}

/// The summary in a line, or a sentence on why there is none.
fn read(rapid: &Rapid, line: &[u8]) -> Result<Summary, &'static str> {
    if let Some(summary) = rapid.read(payload(line)) {
        return Ok(summary);
    }
    let text = str::from_utf8(line).map_err(|_| "is not text in UTF-8")?;
    link::decode(text).map_err(|error| match error {
        LinkError::NotALink => "has no summary link",
        LinkError::TooLong => "has more than 16,384 characters",
        LinkError::CutOff => "the link is cut off",
        LinkError::Damaged => "the link is damaged",
        LinkError::NewerVersion => "the link is from a newer version",
        LinkError::OtherQuestions => "the link is from a check with other questions",
        LinkError::Impossible => "the link says what cannot be",
    })
}

/// The payload of a line that is an address with nothing behind it, or the line itself.
fn payload(line: &[u8]) -> &[u8] {
    let Some(sign) = line.iter().position(|byte| *byte == b'=') else {
        return line;
    };
    // Only where there is no doubt that this is the first link in the line.
    let (before, behind) = line.split_at_checked(sign + 1).unwrap_or_default();
    if before.ends_with(b"#phc=") { behind } else { &[] }
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
