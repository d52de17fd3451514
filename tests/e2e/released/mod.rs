//! The files of a release, each taken as its reader would, in a clean folder. Where to start: `released` makes them, of the
//! page that the other journeys use; `npm` takes the package, `integrity` the code for a page of another site, `sbom` the list
//! of what is inside, `upgraded` a release beside the one before. Installing the plugin is `cargo xtask wordpress`.

mod integrity;
mod npm;
mod sbom;
mod upgraded;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::export::tables;
use tempfile::TempDir;
use xtask::browser::Browser;
use xtask::places;
use xtask::program::{cargo, run};
use xtask::release::{FOLDER, Names, files, tool};
use xtask::serve::Server;

use crate::support::answers::Given;
use crate::support::steps::{answered, begin, choose, started};
use crate::support::{address, journey};

struct Released {
    folder: PathBuf,
    names: Names,
}

impl Released {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// The files, made once for all tests. The tool among them is the one that tests are built with, which is there sooner.
fn released() -> Result<&'static Released> {
    static RELEASED: OnceLock<Result<Released, String>> = OnceLock::new();
    let made = RELEASED.get_or_init(|| make().map_err(|error| format!("{error:#}")));
    made.as_ref().map_err(|error| anyhow::anyhow!("{error}"))
}

fn make() -> Result<Released> {
    // Makes the site, if no journey has.
    address("")?;
    run(&mut cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--no-default-features",
        "--bin",
        "phc",
    ]))?;
    let folder = places::target().join("release-files-for-tests");
    let names = files(&places::test_site(), &places::target().join("debug/phc"), &folder)?;
    Ok(Released { folder, names })
}

fn clean() -> Result<TempDir> {
    TempDir::with_prefix("phc-released-").context("Could not make a folder.")
}

/// Unpacks a zip in a clean folder; there is one folder in it.
fn unzipped(name: &str) -> Result<TempDir> {
    let folder = clean()?;
    unzip(name, folder.path())?;
    let inside = names_in(folder.path())?;
    ensure!(inside == [FOLDER.to_owned()].into(), "In {name}: {inside:?}");
    Ok(folder)
}

fn unzip(name: &str, to: &Path) -> Result<()> {
    let zip = released()?.path(name);
    run(Command::new("unzip").arg("-q").arg(zip).arg("-d").arg(to))
}

/// The folder that is in the zip of the site, unpacked below another one and named like this.
pub(crate) fn site_in(folder: &Path, name: &str) -> Result<PathBuf> {
    unzip(&released()?.names.site, folder)?;
    let page = folder.join(name);
    fs::rename(folder.join(FOLDER), &page)?;
    Ok(page)
}

fn names_in(folder: &Path) -> Result<BTreeSet<String>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect()
}

/// Runs `sha256sum`, and says how many files were compared.
fn sums_fit(folder: &Path) -> Result<usize> {
    let check = ["--check", "--strict", "--quiet", "SHA256SUMS"];
    run(Command::new("sha256sum").args(check).current_dir(folder))?;
    Ok(fs::read_to_string(folder.join("SHA256SUMS"))?.lines().count())
}

#[tokio::test]
async fn the_zip_of_the_site_works_on_a_host_that_knows_nothing_of_it() -> Result<()> {
    let unzipped = unzipped(&released()?.names.site)?;
    let page = unzipped.path().join(FOLDER);
    ensure!(sums_fit(&page)? > 50, "There are fewer sums than files.");
    let server = Server::start_plain(unzipped.path())?;
    journey("released-site", async |browser: &Browser| {
        browser.open(&format!("{}/{FOLDER}/", server.origin())).await?;
        started(browser).await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        browser
            .open(&format!("{}/{FOLDER}/START-HERE.html", server.origin()))
            .await?;
        browser.find("[data-verdict=works]:not([hidden])").await.map(drop)
    })
    .await
}

#[test]
fn the_plugin_is_one_folder_of_one_version() -> Result<()> {
    let Names {
        wordpress, version, ..
    } = &released()?.names;
    let unzipped = unzipped(wordpress)?;
    let plugin = unzipped.path().join(FOLDER);
    for (name, line) in [
        ("readme.txt", format!("Stable tag: {version}")),
        ("readme.txt", format!("= {version} =")),
        (
            "partnership-health-check.php",
            format!(" * Version:           {version}"),
        ),
        (
            "partnership-health-check.php",
            format!("const VERSION = '{version}';"),
        ),
        ("block/block.json", format!("    \"version\": \"{version}\",")),
    ] {
        let text = fs::read_to_string(plugin.join(name)).with_context(|| name.to_owned())?;
        ensure!(
            text.lines().any(|found| found == line),
            "{name} has no line: {line}"
        );
    }
    let element = names_in(&plugin.join("embed"))?;
    ensure!(element.contains("partnership-health-check.js"), "{element:?}");
    Ok(())
}

/// That of a release is the same program, built with optimising: `cargo xtask release` tries it in this way, too.
#[test]
fn the_tool_reads_the_links_that_it_writes_and_says_what_it_cannot_read() -> Result<()> {
    let table = tables::wide(&[Given::full(), Given::quick()].map(|given| given.summary(Day(20_750))));
    let again = tool::try_out(&released()?.path(&released()?.names.phc), &table)?;
    ensure!(again == table, "{again}\ninstead of\n{table}");
    Ok(())
}

#[test]
fn the_sums_are_those_of_all_files() -> Result<()> {
    let folder = &released()?.folder;
    let files = names_in(folder)?;
    let sums = sums_fit(folder)?;
    ensure!(sums == 8 && files.len() == 9, "{sums} sums of {files:?}");
    Ok(())
}

/// As docs/releasing.md says it: with one file of a release beside its sums.
#[test]
fn a_file_that_did_not_come_whole_has_another_sum() -> Result<()> {
    let folder = clean()?;
    let name = &released()?.names.wordpress;
    for name in ["SHA256SUMS", name] {
        fs::copy(released()?.path(name), folder.path().join(name))?;
    }
    let check = || {
        let mut check = Command::new("sha256sum");
        check.args(["--check", "--ignore-missing", "SHA256SUMS"]);
        check.current_dir(folder.path()).output()
    };
    let whole = check()?;
    ensure!(whole.status.success(), "Of a whole file it says {whole:?}");
    let file = folder.path().join(name);
    let content = fs::read(&file)?;
    fs::write(&file, &content[..content.len() - 1])?;
    let cut = check()?;
    ensure!(!cut.status.success(), "Of a file that was cut it says {cut:?}");
    Ok(())
}

/// What stands between two texts.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}
