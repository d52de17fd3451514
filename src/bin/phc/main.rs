//! `phc`: summary links into tables and tables into links, for who collects many checks. It works with the same code as
//! the page. See `docs/data.md`.

mod decode;
mod encode;
mod sentences;
mod streams;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Runs a command; `None` if its arguments are wrong.
type Run = fn(&[OsString]) -> Option<ExitCode>;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (command, rest) = arguments
        .split_first()
        .map_or((None, &[][..]), |(command, rest)| (command.to_str(), rest));
    let (help, run): (_, Run) = match command {
        Some("decode") => (decode::HELP.to_owned(), decode::run),
        Some("encode") => (encode::HELP.to_owned(), encode::run),
        _ => ([decode::HELP, "\n", encode::HELP].concat(), |_| None),
    };
    let asks = |argument: Option<&str>| matches!(argument, Some("--help" | "-h" | "help"));
    if asks(command) || asks(rest.first().and_then(|first| first.to_str())) {
        // Nobody is there to read it if this fails.
        let _ = io::stdout().write_all(help.as_bytes());
        return ExitCode::SUCCESS;
    }
    run(rest).unwrap_or_else(|| streams::wrong(&help))
}
