//! `phc encode`: a table of answers into lines of summary links, as a stream.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::formats::link::{self, PREFIX};
use partnership_health_check::formats::table::{
    About, CellFault, DayOrder, Defaults, Dictionary, Table, read_day, read_name,
};
use partnership_health_check::present::table::words;

use crate::sentences;
use crate::streams::{BLOCK, Count, end, input, say, wrong};

/// How the command is used.
pub(crate) const HELP: &str = "\
phc encode [OPTION ...] [FILE]

Reads a table of answers, one row a person and one column a statement, from FILE or standard input, and
writes summary links to standard output, one a line, as `phc decode` reads them.

The table is what `phc decode` writes, or what a form service or spreadsheet does: CSV in UTF-8, with
commas, semicolons or tabs. Its first row says what each column is:
  the id or the words of a statement, such as A1.1: the response, 1 to 5, dk, na, or the words of the
      scale, such as Mostly true; empty if it was skipped
  length, kind, side, sector, stage, day, partnership, organisation: as `phc decode` writes them
  extra_set, E1 to E5: which statements of whoever invited were asked, and the responses to them
Columns that are not understood are passed over, and named once on standard error.

Options say what counts where no column tells it, or its cell is empty:
  --kind KIND            consortium, commissioning, grant, prime or other
  --side SIDE            first (lead, commissioner, grant-maker, prime contractor) or second
  --day DAY              the day of the answers, such as 2026-10-08
  --length LENGTH        full or quick; else told by the columns
  --sector SECTOR        charity, public, business or other
  --partnership NAME
  --organisation NAME
And:
  --day-first, --month-first
                         how days such as 8/10/2026 are meant
  --address ADDRESS      of the page that the links open; without it they begin with #phc=

A row that cannot be read is told on standard error with the number of its line, its column, what was
found and what would be right; the others still become links. A count follows at the end.

Exit code: 0 if every row was read, 1 if one was not, 2 if the command or the file is wrong.
";

/// What the command was asked for.
#[derive(Default)]
struct Options<'a> {
    defaults: Defaults,
    address: &'a str,
    file: Option<&'a Path>,
}

/// Runs the command; `None` if its arguments are wrong in a way that only the help explains.
pub(crate) fn run(arguments: &[OsString]) -> Option<ExitCode> {
    let options = match options(arguments)? {
        Ok(options) => options,
        Err(sentence) => return Some(wrong(&sentence)),
    };
    let input = match input(options.file) {
        Ok(input) => input,
        Err(code) => return Some(code),
    };
    let dictionary = Dictionary::new(&words());
    Some(match Table::open(input, options.defaults, &dictionary) {
        Ok(Ok(table)) => {
            say(&sentences::ignored(table.ignored()));
            end(
                encode(table, io::stdout().lock(), options.address),
                "links written",
            )
        }
        Ok(Err(fault)) => wrong(&sentences::table(&fault)),
        Err(error) => wrong(&format!("{error}\n")),
    })
}

/// What the arguments say, or what is wrong with one; `None` if one is unknown or lacks its value.
fn options(arguments: &[OsString]) -> Option<Result<Options<'_>, String>> {
    let mut options = Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let defaults = &mut options.defaults;
        let (name, about) = match argument.as_encoded_bytes() {
            b"--day-first" => {
                defaults.day_order = Some(DayOrder::DayFirst);
                continue;
            }
            b"--month-first" => {
                defaults.day_order = Some(DayOrder::MonthFirst);
                continue;
            }
            b"--address" => {
                options.address = arguments.next()?.to_str()?;
                continue;
            }
            path if options.file.is_none() && (path == b"-" || !path.starts_with(b"-")) => {
                options.file = Some(Path::new(argument));
                continue;
            }
            option => {
                let name = str::from_utf8(option).ok()?.strip_prefix("--")?;
                (name, About::ALL.into_iter().find(|about| about.name() == name)?)
            }
        };
        let value = arguments.next()?.to_str()?;
        let fault = CellFault::NotAValue(about);
        let taken = match about {
            About::Length => Length::parse(value)
                .ok_or(fault)
                .map(|length| defaults.length = Some(length)),
            About::Kind => Kind::parse(value)
                .ok_or(fault)
                .map(|kind| defaults.kind = Some(kind)),
            About::Side => Side::parse(value)
                .ok_or(fault)
                .map(|side| defaults.side = Some(side)),
            About::Sector => Sector::parse(value)
                .ok_or(fault)
                .map(|sector| defaults.sector = Some(sector)),
            About::Day => read_day(value, None).map(|day| defaults.day = Some(day)),
            About::Partnership => read_name(value).map(|text| defaults.partnership = text),
            About::Organisation => read_name(value).map(|text| defaults.organisation = text),
            // Each person chooses one.
            About::Stage | About::ExtraSet => return None,
        };
        if let Err(fault) = taken {
            return Some(Err(sentences::option(name, value, fault)));
        }
    }
    Some(Ok(options))
}

fn encode(mut table: Table<'_, impl BufRead>, mut output: impl Write, address: &str) -> io::Result<Count> {
    let mut errors = io::stderr().lock();
    let mut count = Count::default();
    let mut links = String::with_capacity(BLOCK);
    while let Some((number, row)) = table.next_row()? {
        match row {
            Ok(summary) => {
                count.done += 1;
                links.push_str(&link::at(address, PREFIX, &link::encode(&summary)));
                links.push('\n');
            }
            Err(fault) => {
                count.failed += 1;
                // An error that cannot be told still counts.
                let _ = errors.write_all(sentences::row(number, &fault).as_bytes());
            }
        }
        if links.len() >= BLOCK {
            output.write_all(links.as_bytes())?;
            links.clear();
        }
    }
    output.write_all(links.as_bytes())?;
    output.flush()?;
    Ok(count)
}
