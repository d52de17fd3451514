//! Expected files in `tests/golden`, compared line by line, or written anew with `UPDATE_EXPECT=1`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Asserts that this folder holds exactly these files.
pub(crate) fn check(folder: &str, found: &BTreeMap<String, String>) {
    // The journeys, whose package lies inside the other, use this file too.
    let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|above| above.join("tests/golden"))
        .find(|golden| golden.is_dir());
    let folder: PathBuf = golden.expect("the folder of expected files").join(folder);
    let update = env::var_os("UPDATE_EXPECT").is_some();
    if update {
        fs::create_dir_all(&folder).expect("a folder");
    }
    let mut expected = read(&folder);
    let mut faults = Vec::new();
    for (name, text) in found {
        let before = expected.remove(name);
        if before.as_ref() == Some(text) {
            continue;
        }
        if update {
            fs::write(folder.join(name), text).expect("a file");
        } else {
            faults.push(format!(
                "{name}: {}",
                first_difference(&before.unwrap_or_default(), text)
            ));
        }
    }
    for name in expected.keys() {
        if update {
            fs::remove_file(folder.join(name)).expect("a file");
        } else {
            faults.push(format!("{name}: no example of this name any more"));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\n\nIf this is meant, run it again with UPDATE_EXPECT=1 and review the difference.",
        faults.join("\n")
    );
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| entry.expect("an entry"))
        .map(|entry| {
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            (name, fs::read_to_string(entry.path()).expect("a text"))
        })
        .collect()
}

fn first_difference(expected: &str, found: &str) -> String {
    let (mut before, mut now) = (expected.lines(), found.lines());
    for line in 1.. {
        match (before.next(), now.next()) {
            (Some(one), Some(other)) if one == other => {}
            (None, None) => break,
            (one, other) => {
                let show = |line: Option<&str>| line.map_or("(end of file)", str::trim).to_owned();
                return format!(
                    "line {line}\n  expected {}\n  found    {}",
                    show(one),
                    show(other)
                );
            }
        }
    }
    "another line end".to_owned()
}
