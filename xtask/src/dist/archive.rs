//! Files as a zip that is the same wherever and whenever it is made.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files by their names, with `/` on every system.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Writes the zip. All files are in one folder in it, so that whoever unpacks it gets one thing.
pub(crate) fn zip(files: &Files, folder: &str, zip: &Path) -> Result<()> {
    write(files, folder, zip).with_context(|| format!("Could not write {}.", zip.display()))
}

fn write(files: &Files, folder: &str, zip: &Path) -> Result<()> {
    // A date that never changes, and that every program can read.
    let settings = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(File::create(zip)?);
    for (name, content) in files {
        writer.start_file(format!("{folder}/{name}"), settings)?;
        writer.write_all(content)?;
    }
    writer.finish()?;
    Ok(())
}

/// Every file in the folder and in the folders in it.
pub(crate) fn files_in(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for path in files_below(folder)? {
        files.insert(name_below(folder, &path)?, read(&path)?);
    }
    Ok(files)
}

/// The same without files that are packed forms (`.br`, `.gz`) of others: only some hosts look for them.
pub(crate) fn without_packed(mut files: Files) -> Files {
    let names: Vec<String> = files.keys().cloned().collect();
    files.retain(|name, _| {
        let unpacked = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"));
        unpacked.is_none_or(|unpacked| !names.iter().any(|name| name == unpacked))
    });
    files
}

/// Whether the name ends in a full stop and this.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

/// Every file in the folder and in the folders in it.
pub(super) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("There is no folder {}.", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// The path relative to the folder, with `/` on every system.
pub(super) fn name_below(folder: &Path, path: &Path) -> Result<String> {
    let below = path.strip_prefix(folder)?;
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    Ok(parts.join("/"))
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("Could not read {}.", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use zip::ZipArchive;

    use super::{files_in, zip};

    /// What a folder has of its own machine: the order in which files came, their times, and who may read them.
    #[test]
    fn a_zip_has_nothing_of_its_machine() {
        let folder = std::env::temp_dir().join(format!("phc-archive-{}", std::process::id()));
        let made = |place: &str, order: &[&str], days: u64, mode: u32| {
            let from = folder.join(place);
            for name in order {
                let path = from.join(name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(&path, name).expect("a file");
                let time = SystemTime::UNIX_EPOCH + Duration::from_secs(days * 86_400);
                let file = fs::File::options().write(true).open(&path).expect("a file");
                file.set_modified(time).expect("a time");
                set_mode(&path, mode);
            }
            let to = folder.join(format!("{place}.zip"));
            zip(&files_in(&from).expect("files"), "top", &to).expect("a zip");
            fs::read(to).expect("a file")
        };
        let one = made("one", &["b", "a/z", "a/c"], 10_000, 0o644);
        let other = made("other/place", &["a/c", "a/z", "b"], 20_000, 0o600);
        assert!(one == other, "the same files make the same zip");

        let mut archive = ZipArchive::new(std::io::Cursor::new(one)).expect("a zip");
        let mut names = Vec::new();
        for at in 0..archive.len() {
            let file = archive.by_index(at).expect("a file");
            assert_eq!(file.unix_mode().map(|mode| mode & 0o7777), Some(0o644));
            names.push(file.name().expect("a name").into_owned());
        }
        assert_eq!(names, ["top/a/c", "top/a/z", "top/b"]);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[cfg(unix)]
    fn set_mode(path: &std::path::Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
    }

    #[cfg(not(unix))]
    fn set_mode(_: &std::path::Path, _: u32) {}
}
