//! `cargo xtask release --twice`: makes a release again, as somebody else would elsewhere, and compares every file.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::dist::archive::{Files, files_in};
use crate::places;
use crate::program::{cargo, output, program, run};

/// What a build fetches into, or is set up by, in the folder of whoever builds. None of it is built here.
const OF_HOME: [&str; 4] = [".cargo", ".rustup", ".npm", ".npmrc"];

/// The folders below `target` that have to be the same.
const MADE: [&str; 2] = ["site", "release-files"];

/// Makes the release here and in a folder of its own, which stays if a file differs.
pub fn twice() -> Result<()> {
    super::release()?;
    let folder = env::temp_dir().join(format!("phc-release-again-{}", std::process::id()));
    let (home, copy) = (folder.join("home"), folder.join("copy/of/the/repository"));
    make_home(&home)?;
    copy_tracked(&copy)?;
    println!("\nAgain, in {}", copy.display());
    let start = Instant::now();
    run(&mut elsewhere(&home, &copy))?;
    println!("Made again in {} seconds.", start.elapsed().as_secs());

    let mut compared = 0;
    let mut different = Vec::new();
    for made in MADE {
        let first = files_in(&places::target().join(made))?;
        let again = files_in(&copy.join("target").join(made))?;
        compared += first.len();
        different.extend(
            differences(&first, &again)
                .into_iter()
                .map(|line| format!("{made}/{line}")),
        );
    }
    ensure!(
        different.is_empty(),
        "These files differ from those in {}:\n{}",
        copy.join("target").display(),
        different.join("\n")
    );
    fs::remove_dir_all(&folder).with_context(|| format!("Could not remove {}.", folder.display()))?;
    println!("{compared} files, each the same to the byte.");
    Ok(())
}

/// `cargo xtask release` in the copy: with another home, another user's name, another time zone, in which it is mostly
/// another day, another language, and new files that nobody else may read.
fn elsewhere(home: &Path, copy: &Path) -> Command {
    let make = cargo(&["xtask", "release"]);
    let mut command = if cfg!(unix) {
        let mut shell = program("sh", &["-c", "umask 077; exec \"$@\"", "sh"]);
        shell.arg(make.get_program()).args(make.get_args());
        shell
    } else {
        make
    };
    for name in ["SOURCE_DATE_EPOCH", "CARGO_TARGET_DIR", "npm_config_cache"] {
        command.env_remove(name);
    }
    command
        .current_dir(copy)
        .env("HOME", home)
        .env("CARGO_HOME", home.join(".cargo"))
        .env("USER", "somebody-else")
        .env("LOGNAME", "somebody-else")
        .env("TZ", "EAST-14")
        .env("LC_ALL", "POSIX");
    command
}

/// A home with nothing of ours but what is fetched.
fn make_home(home: &Path) -> Result<()> {
    fs::create_dir_all(home).with_context(|| format!("Could not make {}.", home.display()))?;
    for name in OF_HOME {
        let ours = env::var_os("HOME").map(|home| PathBuf::from(home).join(name));
        let ours = match name {
            ".cargo" => env::var_os("CARGO_HOME").map(PathBuf::from).or(ours),
            _ => ours,
        };
        if let Some(ours) = ours.filter(|ours| ours.exists()) {
            link(&ours, &home.join(name))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(ours: &Path, name: &Path) -> Result<()> {
    std::os::unix::fs::symlink(ours, name).with_context(|| format!("Could not link {}.", name.display()))
}

/// Elsewhere everything is fetched again.
#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    Ok(())
}

/// The files that Git knows, as they are here, and nothing that was built.
fn copy_tracked(to: &Path) -> Result<()> {
    let names = output(&mut program("git", &["ls-files", "-z"])).context("Only a clone can be copied.")?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap_or(to))?;
        let content = fs::read(places::root().join(name)).with_context(|| format!("{name} is gone."))?;
        fs::write(&path, content).with_context(|| format!("Could not write {}.", path.display()))?;
    }
    Ok(())
}

/// A line for each file that is missing on one side, or that is not the same.
fn differences(first: &Files, again: &Files) -> Vec<String> {
    let names: BTreeSet<_> = first.keys().chain(again.keys()).collect();
    let difference = |name: &String| match (first.get(name), again.get(name)) {
        (Some(one), Some(other)) if one == other => None,
        (Some(one), Some(other)) => {
            let same = one
                .iter()
                .zip(other)
                .take_while(|(one, other)| one == other)
                .count();
            Some(format!(
                "{name}: from byte {same} on; {} bytes and {}",
                one.len(),
                other.len()
            ))
        }
        (Some(_), None) => Some(format!("{name}: not made again")),
        (None, _) => Some(format!("{name}: made again only")),
    };
    names.into_iter().filter_map(difference).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::dist::archive::Files;

    fn files(list: &[(&str, &str)]) -> Files {
        let file = |(name, content): &(&str, &str)| ((*name).to_owned(), content.as_bytes().to_vec());
        list.iter().map(file).collect()
    }

    #[test]
    fn every_difference_is_named() {
        let first = files(&[("a", "same"), ("b", "one day"), ("c", "gone")]);
        let again = files(&[("a", "same"), ("b", "one night"), ("d", "new")]);
        assert!(differences(&first, &first).is_empty());
        assert_eq!(
            differences(&first, &again),
            [
                "b: from byte 4 on; 7 bytes and 9",
                "c: not made again",
                "d: made again only"
            ]
        );
    }
}
