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
