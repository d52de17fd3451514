//! What both commands do with their input, their output and their exit code.

use std::fs::File;
use std::io::{self, BufReader, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Bytes that are read and written at once.
pub(crate) const BLOCK: usize = 1 << 18;
/// The exit code if the command or the file is wrong.
const WRONG: u8 = 2;

/// How many lines became what they should, and how many could not be read.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) done: u64,
    pub(crate) failed: u64,
}

/// The file, which may have any name, or standard input.
///
/// # Errors
///
/// The exit code, when it was told why the file cannot be read.
pub(crate) fn input(file: Option<&Path>) -> Result<BufReader<Box<dyn Read>>, ExitCode> {
    let input: Box<dyn Read> = match file {
        None => Box::new(io::stdin().lock()),
        Some(path) if path == Path::new("-") => Box::new(io::stdin().lock()),
        Some(path) => match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return Err(wrong(&format!("{}: {error}\n", path.display()))),
        },
    };
    Ok(BufReader::with_capacity(BLOCK, input))
}

/// Tells how many lines were `done`, such as "links read", or why the command stopped; with the exit code.
pub(crate) fn end(result: io::Result<Count>, done: &str) -> ExitCode {
    match result {
        Ok(count) => {
            say(&format!(
                "{} {done}, {} lines could not be read\n",
                count.done, count.failed
            ));
            ExitCode::from(u8::from(count.failed > 0))
        }
        // Who reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => wrong(&format!("{error}\n")),
    }
}

/// Tells what is wrong with the command or the file; with the exit code.
pub(crate) fn wrong(text: &str) -> ExitCode {
    say(text);
    ExitCode::from(WRONG)
}

/// Tells something on standard error. Where that cannot be written to, the exit code still says it.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
