//! `cargo xtask COMMAND`: the one door to build, serve, test and measure.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::{dist, fuzz, kill, listen, places, program, release, serve, test};

const HELP: &str = "\
cargo xtask serve [--port N]   build the page and serve it on 127.0.0.1 (port 8080)
cargo xtask dist               build the page into target/site
cargo xtask release            make the files of a release in target/release-files; `--twice` makes them again elsewhere, and compares
cargo xtask test               check everything, in a browser too
cargo xtask kill N [--seed S]  kill each browser N times, and see that nothing is lost; names of engines may follow
cargo xtask listen [NAME...]   hear the page with a real screen reader, and compare with what was heard before
cargo xtask bench [PART...]    measure sizes and times on a slow phone: page, host, chair, phc, or all
cargo xtask fuzz [READER...]   give the readers texts made to break them; `--texts N` may follow
cargo xtask wordpress          try the plugin in a WordPress of its own
cargo xtask pictures           make the pictures of the README in docs/pictures";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    match arguments {
        ["serve"] => serve::page(8080)?,
        ["serve", "--port", port] => {
            serve::page(
                port.parse()
                    .with_context(|| format!("{port} is not the number of a port."))?,
            )?;
        }
        ["dist"] => dist::dist(&places::site(), dist::Languages::Real)?,
        ["release"] => release::release()?,
        ["release", "--twice"] => release::twice()?,
        ["kill", kills, options @ ..] => kill::kill(kills, options)?,
        ["listen", names @ ..] => listen::listen(names)?,
        ["bench", parts @ ..] => with_browser("bench", parts)?,
        ["fuzz", readers @ .., "--texts", texts] => fuzz::fuzz(readers, Some(texts))?,
        ["fuzz", readers @ ..] => fuzz::fuzz(readers, None)?,
        ["pictures", options @ ..] => with_browser("pictures", options)?,
        ["wordpress", options @ ..] => with_browser("wordpress", options)?,
        ["test"] => return test::test(),
        _ => bail!("{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs a program of its own, so that nothing else waits for the remote control of a browser to be built.
fn with_browser(name: &str, options: &[&str]) -> Result<()> {
    let run = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--features",
        "browser",
        "--bin",
        name,
        "--",
    ];
    program::run(&mut program::cargo(&[&run, options].concat()))
}
