//! `phc` of a release: how it is built, and a try of the file that was built, as somebody uses it who has only that.

use std::env;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

use super::{nothing_of_here, permit};
use crate::dist::archive::{Files, read};
use crate::dist::module;
use crate::places;
use crate::program::{cargo, host, line, run};

/// Builds the tool for this machine, and says where it is.
pub(super) fn build() -> Result<PathBuf> {
    let (host, target) = (host()?, places::target());
    run(cargo(&[
        "build",
        "--locked",
        "--profile",
        "native",
        "--no-default-features",
        "--bin",
        "phc",
    ])
    // A target that is named keeps the flags from programs that run while building.
    .args(["--target", &host, "--target-dir"])
    .arg(&target)
    .env("CARGO_PROFILE_NATIVE_STRIP", "symbols")
    .env(
        "CARGO_ENCODED_RUSTFLAGS",
        module::without_places()?.join(module::BETWEEN),
    ))?;
    let tool = target.join(host).join("native").join(format!("phc{EXE_SUFFIX}"));
    nothing_of_here(&Files::from([("phc".to_owned(), read(&tool)?)]))?;
    Ok(tool)
}

/// Two people's answers, as a form service has them.
pub(super) const TABLE: &str = "length,kind,side,day,organisation,A1.1,A1.2\n\
                                full,grant,second,2026-10-08,Harbour Kitchen,4,dk\n\
                                quick,other,,2026-10-09,,,2\n";

/// Copies the tool into a clean folder, makes links of a table there and a table of the links, and gives it a line that
/// is no link. Returns the table.
pub fn try_out(tool: &Path, table: &str) -> Result<String> {
    let folder = env::temp_dir().join(format!("phc-tool-{}", std::process::id()));
    fs::create_dir_all(&folder).with_context(|| format!("Could not make {}.", folder.display()))?;
    let tried = try_in(&folder, tool, table);
    fs::remove_dir_all(&folder).with_context(|| format!("Could not remove {}.", folder.display()))?;
    tried
}

fn try_in(folder: &Path, tool: &Path, table: &str) -> Result<String> {
    let copy = folder.join(format!("phc{EXE_SUFFIX}"));
    fs::copy(tool, &copy).with_context(|| format!("Could not copy {}.", tool.display()))?;
    // What is downloaded may not run before somebody says so: docs/releasing.md.
    permit(&copy, 0o755)?;
    let answer = |command: &str, content: &str| {
        fs::write(folder.join("given"), content)?;
        let mut command_line = Command::new(&copy);
        command_line.args([command, "given"]).current_dir(folder);
        let output = command_line
            .output()
            .with_context(|| format!("Could not run `{}`.", line(&command_line)))?;
        anyhow::Ok(output)
    };
    let made = |command: &str, content: &str| {
        let output = answer(command, content)?;
        ensure!(output.status.success(), "`phc {command}` says: {}", said(&output));
        Ok(String::from_utf8(output.stdout)?)
    };
    let links = made("encode", table)?;
    ensure!(
        links.lines().count() + 1 == table.lines().count(),
        "`phc encode` makes of {table}: {links}"
    );
    let decoded = made("decode", &links)?;
    let again = made("encode", &decoded)?;
    ensure!(links == again, "Decoded and encoded, {links} is {again}");

    // A line that cannot be read is told with its number, and the others are read.
    let number = links.lines().count() + 1;
    let output = answer("decode", &format!("{links}Dear all\n"))?;
    let names_it = said(&output).contains(&format!("line {number}: "));
    ensure!(
        output.status.code() == Some(1) && names_it && output.stdout == decoded.as_bytes(),
        "Of a wrong line {number}, `phc decode` says ({}): {}",
        output.status,
        said(&output)
    );
    Ok(decoded)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
