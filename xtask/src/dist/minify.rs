//! Minifies scripts (terser) and styles (esbuild).

use std::io::Write as _;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::program::{line, program};
use crate::setup;

/// What the text is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A module of JavaScript.
    Script,
    Style,
}

/// The text, shorter, that does the same.
pub(super) fn minified(text: &str, kind: Kind) -> Result<String> {
    let (tool, arguments): (_, &[&str]) = match kind {
        Kind::Script => (
            "terser",
            &[
                // The names at the top of a module are its own, so they may become shorter too.
                "--module",
                "--ecma=2020",
                // The glue is made of functions that nobody makes objects with, so they may become arrows.
                "--compress=passes=3,unsafe_arrows=true,unsafe_methods=true",
                "--mangle",
                "--comments=false",
            ],
        ),
        Kind::Style => (
            "esbuild",
            &[
                "--loader=css",
                "--minify",
                "--charset=utf8",
                "--legal-comments=none",
            ],
        ),
    };
    let mut command = program(&setup::tool(tool), arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let line = line(&command);
    let mut process = command
        .spawn()
        .with_context(|| format!("Could not run `{line}`."))?;
    // It reads everything before it writes anything.
    process
        .stdin
        .take()
        .with_context(|| format!("{tool} reads no text."))?
        .write_all(text.as_bytes())
        .with_context(|| format!("{tool} stopped reading."))?;
    let output = process
        .wait_with_output()
        .with_context(|| format!("`{line}` was lost."))?;
    ensure!(output.status.success(), "`{line}` failed ({}).", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("{tool} wrote no text."))
}

#[cfg(test)]
mod tests {
    use super::{Kind, minified};

    #[test]
    fn what_runs_stays_and_what_is_read_goes() {
        let script = "// one\nconst number = 1;\nexport function start() {\n  return number; // two\n}\n";
        let small = minified(script, Kind::Script).expect("a script");
        assert!(small.len() < 60 && small.contains("start"), "{small}");
        let small = minified("/* one */\n.a {\n  margin: 0px;\n}\n", Kind::Style).expect("a sheet");
        assert_eq!(small.trim_end(), ".a{margin:0}");
    }

    #[test]
    fn what_is_no_script_is_an_error() {
        assert!(minified("a b", Kind::Script).is_err());
    }
}
