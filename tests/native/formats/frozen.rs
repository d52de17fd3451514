//! Released files never change: each has its checksum in `docs/formats.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::vectors::package;

/// Where released files are. Only vectors, and sources named after a version or shared by all versions.
const FOLDERS: [&str; 13] = [
    "src/formats/folder",
    "src/formats/link",
    "src/formats/link/comparison",
    "src/formats/link/invitation",
    "src/formats/link/plan",
    "src/formats/link/summary",
    "src/formats/stored",
    "tests/vectors/folder/v1",
    "tests/vectors/link/v1",
    "tests/vectors/link-comparison/v1",
    "tests/vectors/link-invitation/v1",
    "tests/vectors/link-plan/v1",
    "tests/vectors/stored/v1",
];

/// The shared parts of links, which every version needs as they are.
const SHARED: [&str; 5] = ["base64url.rs", "bits.rs", "frame.rs", "sets.rs", "strings.rs"];

fn is_released(file: &Path) -> bool {
    let source = file.extension().is_some_and(|extension| extension == "rs");
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let numbered = name
        .strip_prefix('v')
        .and_then(|rest| rest.strip_suffix(".rs"))
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    !source || numbered || SHARED.contains(&name)
}

/// The released files and their checksums, CRC-32 in hexadecimal digits.
fn on_disk() -> BTreeMap<String, String> {
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    let mut found = BTreeMap::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(package(folder)).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_file() && is_released(&path) {
                let bytes = fs::read(&path).expect("a file");
                let name = path.file_name().expect("a name").to_string_lossy();
                found.insert(
                    format!("{folder}/{name}"),
                    format!("{:08x}", checksum.checksum(&bytes)),
                );
            }
        }
    }
    found
}

/// The table in the document: rows of a path and a checksum, both in backticks.
fn in_document() -> BTreeMap<String, String> {
    let document = fs::read_to_string(package("docs/formats.md")).expect("the document");
    document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.strip_suffix("` |")?.split_once("` | `"))
        .filter(|(path, _)| path.contains('/'))
        .map(|(path, checksum)| (path.to_owned(), checksum.to_owned()))
        .collect()
}

#[test]
fn released_files_are_as_the_document_says() {
    let (disk, document) = (on_disk(), in_document());
    for (path, checksum) in &document {
        assert_eq!(
            disk.get(path),
            Some(checksum),
            "{path} is released and must not change: make a new version (docs/formats.md)"
        );
    }
    for (path, checksum) in &disk {
        assert!(
            document.contains_key(path),
            "docs/formats.md has no row for a released file: | `{path}` | `{checksum}` |"
        );
    }
}
