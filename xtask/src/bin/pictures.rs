//! `cargo xtask pictures`: a program of its own, because it needs a browser.

use std::path::Path;
use std::process::ExitCode;

use xtask::pictures::pictures;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let site = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        ["--site", folder] => Some(Path::new(folder)),
        _ => {
            eprintln!("cargo xtask pictures [--site FOLDER]");
            return ExitCode::FAILURE;
        }
    };
    match pictures(site).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
