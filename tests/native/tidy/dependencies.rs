//! Every dependency says why it is there.

use super::files::file;

/// At most this many dependencies share one comment.
const SHARING: usize = 3;

#[test]
fn every_dependency_says_what_it_is_for() {
    let mut seen = 0;
    for path in ["Cargo.toml", "xtask/Cargo.toml"] {
        let (mut inside, mut since_comment) = (false, SHARING);
        for (at, line) in file(path).lines() {
            if line.starts_with('[') {
                inside = line.ends_with("dependencies]");
                since_comment = SHARING;
            } else if line.starts_with('#') {
                since_comment = 0;
            } else if line.is_empty() {
                since_comment = SHARING;
            } else if inside && line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                assert!(
                    since_comment < SHARING,
                    "{path}:{at}: a comment above says what it is for: {line}"
                );
                since_comment += 1;
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "the dependencies could not be read");
}
