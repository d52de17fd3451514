//! Running other programs.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::places;

/// A program that is to run in the top folder.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(places::root());
    command
}

/// The Cargo that runs us.
pub fn cargo(arguments: &[&str]) -> Command {
    program(
        &std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()),
        arguments,
    )
}

/// Runs the program to its end; failing is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command
        .status()
        .with_context(|| format!("Could not run `{line}`."))?;
    ensure!(status.success(), "`{line}` failed ({status}).");
    Ok(())
}

/// What the program says, without the line's end.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command
        .output()
        .with_context(|| format!("Could not run `{line}`."))?;
    ensure!(output.status.success(), "`{line}` failed ({}).", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// Whether a program of this name can be called.
pub fn is_installed(name: &str) -> bool {
    find(name).is_some()
}

/// Where the program of this name is, if it can be called.
pub fn find(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The kind of machine we run on, as the compiler calls it.
pub(crate) fn host() -> Result<String> {
    let version = output(&mut program("rustc", &["-vV"]))?;
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
        .context("The compiler does not say what machine this is.")
}

/// The command as someone would type it.
pub fn line(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
