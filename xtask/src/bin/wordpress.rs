//! `cargo xtask wordpress`: a program of its own, because only it, the bench and the tests need a browser.

use std::process::ExitCode;

use xtask::wordpress::{Options, try_out};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut options = Options {
        site: None,
        wordpress: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().map(Into::into);
        match name.as_str() {
            "--site" if value.is_some() => options.site = value,
            "--wordpress" if value.is_some() => options.wordpress = value,
            _ => {
                eprintln!("cargo xtask wordpress [--site FOLDER] [--wordpress FOLDER]");
                return ExitCode::FAILURE;
            }
        }
    }
    // The servers end with it.
    let outcome = tokio::select! {
        outcome = try_out(&options) => outcome,
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("Stopped.")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
