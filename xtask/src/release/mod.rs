//! `cargo xtask release`: everything that is published with a version, in one flat folder. Where to start: `files`
//! makes them one after the other; `docs/releasing.md` says what each is for.

mod changes;
mod sbom;
pub mod tool;
mod twice;

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::dist::archive::{self, Files, files_in, has_ending, read, without_packed};
use crate::dist::{self, Languages, licences, module, sums, wordpress};
use crate::places;
use crate::program::{line, program, run};
pub use twice::twice;

/// The folder in the zip of the site: the one that somebody uploads.
pub const FOLDER: &str = "partnership-health-check";

/// Makes `target/release-files` anew.
pub fn release() -> Result<()> {
    let site = places::site();
    dist::dist(&site, Languages::Real)?;
    let folder = places::release_files();
    let names = files(&site, &tool::build()?, &folder)?;
    // The tests take the other files; this one they build faster, without optimising.
    tool::try_out(&folder.join(names.phc), tool::TABLE)?;
    println!("{}", folder.display());
    print!("{}", String::from_utf8_lossy(&read(&folder.join(sums::SUMS))?));
    Ok(())
}

/// Makes the files of a site and a tool that were built, in a folder that is emptied first.
pub fn files(site: &Path, tool: &Path, folder: &Path) -> Result<Names> {
    emptied(folder)?;
    let names = Names::of(&dist::version()?);
    let uploaded = to_upload(site)?;
    nothing_of_here(&uploaded)?;
    archive::zip(&uploaded, FOLDER, &folder.join(&names.site))?;
    pack_for_npm(&site.join("embed"), &folder.join(&names.npm))?;
    copy(&site.join(wordpress::ZIP), &folder.join(&names.wordpress))?;
    copy(tool, &folder.join(&names.phc))?;
    copy(&site.join("embed/integrity.txt"), &folder.join("integrity.txt"))?;
    copy(&site.join(licences::LICENCES), &folder.join(licences::LICENCES))?;
    write(&folder.join("sbom.cdx.json"), &sbom::text()?)?;
    write(&folder.join("CHANGES.md"), &changes::of_this_version()?)?;
    sums::add(folder)?;
    Ok(names)
}

/// The version, and the files whose names have it in them.
pub struct Names {
    /// That of the product.
    pub version: String,
    /// The page, to unzip and upload.
    pub site: String,
    /// The package.
    pub npm: String,
    /// The plugin.
    pub wordpress: String,
    /// The tool.
    pub phc: String,
}

impl Names {
    fn of(version: &str) -> Self {
        let ours = format!("{}-{version}", dist::crates::OURS);
        Self {
            version: version.to_owned(),
            site: format!("{ours}-site.zip"),
            npm: format!("{ours}-npm.tgz"),
            wordpress: format!("{ours}-wordpress.zip"),
            phc: format!("phc-{version}-{ARCH}-{OS}{EXE_SUFFIX}"),
        }
    }
}

/// The site without the plugin, which is a file of its own, with the sums of what is left.
fn to_upload(site: &Path) -> Result<Files> {
    let mut files = files_in(site)?;
    for gone in [wordpress::ZIP, sums::SUMS] {
        files
            .remove(gone)
            .with_context(|| format!("The site has no {gone}."))?;
    }
    let text = sums::of(&files);
    files.insert(sums::SUMS.to_owned(), text.into_bytes());
    Ok(files)
}

/// Whoever builds it elsewhere gets the same bytes, so none of them may be a folder of this machine.
fn nothing_of_here(files: &Files) -> Result<()> {
    for (place, _) in module::here()? {
        for (name, content) in files {
            let found = content.windows(place.len()).any(|part| part == place.as_bytes());
            ensure!(!found, "{name} has a folder of this machine in it: {place}");
        }
    }
    Ok(())
}

/// What `npm pack` makes of `embed/`, without the packed forms: whoever bundles it packs it.
fn pack_for_npm(embed: &Path, to: &Path) -> Result<()> {
    let folder = places::target().join("npm");
    emptied(&folder)?;
    let package = folder.join("package");
    for (name, content) in without_packed(files_in(embed)?) {
        let path = package.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&package))?;
        fs::write(&path, content)?;
        // npm packs who may read a file, which depends on the person who made it.
        permit(&path, 0o644)?;
    }
    let pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", ".."];
    run(program("npm", &pack).current_dir(&package))?;
    let packed = files_in(&folder)?
        .into_iter()
        .find(|(name, _)| has_ending(name, "tgz"));
    let (_, packed) = packed.with_context(|| format!("`{}` made no file.", line(&program("npm", &pack))))?;
    fs::write(to, packed).with_context(|| format!("Could not write {}.", to.display()))
}

/// Says who may read, write and run a file, where files have that.
#[cfg(unix)]
fn permit(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(mode))?)
}

#[cfg(not(unix))]
fn permit(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

fn emptied(folder: &Path) -> Result<()> {
    dist::removed(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("Could not make {}.", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("Could not copy {} to {}.", from.display(), to.display()))?;
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("Could not write {}.", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Names, pack_for_npm, to_upload};

    #[test]
    fn the_documents_name_the_files() {
        let text = dist_source("docs/releasing.md");
        let names = Names::of("VERSION");
        for name in [
            &names.site,
            &names.npm,
            &names.wordpress,
            "phc-VERSION-x86_64-linux",
            "integrity.txt",
            "LICENCES.txt",
            "sbom.cdx.json",
            "CHANGES.md",
            "SHA256SUMS",
        ] {
            assert!(text.contains(&format!("`{name}`")), "{name}");
        }
    }

    fn dist_source(path: &str) -> String {
        crate::dist::source(path).expect("a document")
    }

    /// npm packs times and modes, and in which order it finds files is its own affair.
    #[test]
    fn the_npm_package_has_nothing_of_its_machine() {
        let folder = std::env::temp_dir().join(format!("phc-npm-{}", std::process::id()));
        let packed = |place: &str, names: [&str; 3], days: u64| {
            let from = folder.join(place);
            fs::create_dir_all(from.join("more")).expect("a folder");
            for name in names {
                let content = if name == "package.json" {
                    "{\"name\":\"a\",\"version\":\"1.0.0\"}"
                } else {
                    name
                };
                fs::write(from.join(name), content).expect("a file");
                let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(days * 86_400);
                let file = fs::File::options().write(true).open(from.join(name));
                file.expect("a file").set_modified(time).expect("a time");
            }
            let to = folder.join(format!("{days}.tgz"));
            pack_for_npm(&from, &to).expect("packed");
            fs::read(to).expect("a file")
        };
        let one = packed("one", ["package.json", "more/b.js", "a.js"], 10_000);
        let other = packed("other/place", ["a.js", "more/b.js", "package.json"], 20_000);
        fs::remove_dir_all(&folder).expect("removed");
        assert!(one == other, "the same files make the same package");
    }

    #[test]
    fn what_is_uploaded_has_its_own_sums() {
        let folder = std::env::temp_dir().join(format!("phc-release-{}", std::process::id()));
        fs::create_dir_all(folder.join("embed")).expect("a folder");
        for name in [
            "index.html",
            "embed/a.js",
            "SHA256SUMS",
            crate::dist::wordpress::ZIP,
        ] {
            fs::write(folder.join(name), "abc").expect("a file");
        }
        let files = to_upload(&folder).expect("files");
        fs::remove_dir_all(folder).expect("removed");
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["SHA256SUMS", "embed/a.js", "index.html"]);
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            String::from_utf8_lossy(&files["SHA256SUMS"]),
            format!("{sum}  embed/a.js\n{sum}  index.html\n")
        );
    }
}
