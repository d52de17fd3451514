//! Links whose checksum is right, but which say what cannot be, or what only a later version knows.

use super::vectors::{links, payload};
use data_encoding::BASE64URL_NOPAD;
use partnership_health_check::formats::link::{LinkError, decode};

/// A fragment with these bytes and their right checksum.
fn sealed(bytes: &[u8]) -> String {
    format!("#phc={}", super::vectors::sealed(bytes))
}

/// The bytes before the checksum of the frozen link with this name.
fn bytes_of(name: &str) -> Vec<u8> {
    let link = links()
        .into_iter()
        .find(|link| link.name == name)
        .expect("a link");
    let mut bytes = BASE64URL_NOPAD
        .decode(payload(&link).as_bytes())
        .expect("base64url");
    bytes.truncate(bytes.len() - 4);
    bytes
}

/// The fault of a frozen link after a change, with a right checksum.
fn fault(name: &str, change: impl Fn(&mut Vec<u8>)) -> Option<LinkError> {
    let mut bytes = bytes_of(name);
    change(&mut bytes);
    decode(&sealed(&bytes)).err()
}

const FULL: &str = "full prime second, all answered";
const FULL_OTHER: &str = "full other first, all answered";
const QUICK: &str = "quick and blank";
const BOTH: &str = "both";

#[test]
fn sealing_is_what_the_frozen_links_do() {
    for link in links() {
        assert_eq!(sealed(&bytes_of(&link.name)), link.fragment);
    }
}

#[test]
fn a_newer_version_is_told() {
    let mut bytes = bytes_of(FULL);
    for version in 2..=255 {
        bytes[0] = version;
        assert_eq!(decode(&sealed(&bytes)), Err(LinkError::NewerVersion), "{version}");
    }
    assert_eq!(decode(&sealed(&[2])), Err(LinkError::NewerVersion));
    assert_eq!(decode(&sealed(&[9; 900])), Err(LinkError::NewerVersion));
    let bare = sealed(&[2, 3, 4]);
    assert_eq!(decode(&bare[5..]), Err(LinkError::NewerVersion));
}

#[test]
fn a_newer_version_broken_over_lines_is_told() {
    let link = sealed(&[7; 120]);
    let broken = format!("{}\r\n{}\n{}", &link[..70], &link[70..110], &link[110..]);
    assert_eq!(decode(&broken), Err(LinkError::NewerVersion));
}

#[test]
fn version_zero_was_never_released() {
    assert_eq!(fault(FULL, |bytes| bytes[0] = 0), Some(LinkError::Damaged));
}

#[test]
fn other_questions_are_told() {
    let mut bytes = bytes_of(FULL);
    for set in (0..=255).filter(|set| *set != 1) {
        bytes[1] = set;
        assert_eq!(decode(&sealed(&bytes)), Err(LinkError::OtherQuestions), "{set}");
    }
    assert_eq!(decode(&sealed(&[1, 2])), Err(LinkError::OtherQuestions));
}

#[test]
fn what_cannot_be_is_told() {
    let impossible = Some(LinkError::Impossible);
    // Length and kind: bits 0 and 1 to 3 of the third byte; side: bit 4; sector: bits 5 to 7.
    for kind in 5..=7 {
        let change = |bytes: &mut Vec<u8>| bytes[2] = bytes[2] & 0b1000_1111 | kind << 4;
        assert_eq!(fault(FULL_OTHER, change), impossible, "kind {kind}");
        assert_eq!(fault(QUICK, change), impossible, "kind {kind}");
    }
    // The same whatever the responses would be as lengths of names.
    for kind in 5..=7 {
        let change = |bytes: &mut Vec<u8>| {
            bytes[2] = bytes[2] & 0b1000_1111 | kind << 4;
            bytes[3] |= 0b0001_0000;
            bytes[6..22].fill(0xFF);
            bytes[21] = 0b1100_0000;
            bytes.splice(22.., [1, b'a', 0]);
        };
        assert_eq!(fault(FULL_OTHER, change), impossible, "kind {kind} with names");
    }
    for sector in 5..=7 {
        let change = |bytes: &mut Vec<u8>| bytes[2] = bytes[2] & 0b1111_1000 | sector;
        assert_eq!(fault(FULL, change), impossible, "sector {sector}");
    }
    assert_eq!(
        fault(FULL_OTHER, |bytes| bytes[2] |= 0b0000_1000),
        impossible,
        "side"
    );
    // Stage: bits 0 to 2 of the fourth byte.
    for stage in 6..=7 {
        let change = |bytes: &mut Vec<u8>| bytes[3] = bytes[3] & 0b0001_1111 | stage << 5;
        assert_eq!(fault(FULL, change), impossible, "stage {stage}");
    }
    assert_eq!(
        fault(QUICK, |bytes| bytes[3] |= 0b0010_0000),
        impossible,
        "quick stage"
    );
}

#[test]
fn names_that_this_program_would_not_write_are_told() {
    let name_at = 2 + 22;
    let at = |bytes: &[u8]| {
        bytes
            .windows(4)
            .position(|window| window == b"Warm")
            .expect("the name")
    };
    assert!(at(&bytes_of(BOTH)) <= name_at + 1);
    for wrong in [&[0xFF][..], b"\n", b" ", &[0xC0]] {
        let change = |bytes: &mut Vec<u8>| {
            let at = at(bytes);
            bytes.splice(at..=at, wrong.iter().copied());
        };
        assert_eq!(fault(BOTH, change), Some(LinkError::Impossible), "{wrong:?}");
    }
    let override_mark = |bytes: &mut Vec<u8>| {
        let at = at(bytes);
        bytes.splice(at..at + 3, "\u{202E}".bytes());
    };
    assert_eq!(fault(BOTH, override_mark), Some(LinkError::Impossible));
}

#[test]
fn only_one_writing_of_a_summary_is_taken() {
    let damaged = Some(LinkError::Damaged);
    assert_eq!(fault(FULL, |bytes| bytes.push(0)), damaged, "a byte too many");
    assert_eq!(
        fault(FULL, |bytes| *bytes.last_mut().expect("a byte") |= 1),
        damaged,
        "filling"
    );
    // The responses of these end within a byte.
    for name in [QUICK, FULL_OTHER] {
        for bit in 0..3 {
            let change = |bytes: &mut Vec<u8>| bytes[if name == QUICK { 10 } else { 21 }] |= 1 << bit;
            assert_eq!(fault(name, change), damaged, "{name}, bit {bit}");
        }
    }
    // One alone would make the frame a multiple of three, which is filled up.
    let shorter = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 2);
    assert_eq!(fault(FULL, shorter), damaged, "two bytes too few");
    let no_names = |bytes: &mut Vec<u8>| {
        bytes[3] |= 0b0001_0000;
        bytes.extend([0, 0]);
    };
    assert_eq!(fault(FULL, no_names), damaged, "names that are not there");
    assert_eq!(
        fault(BOTH, |bytes| bytes[3] &= 0b1110_1111),
        damaged,
        "hidden names"
    );
    assert_eq!(decode(&sealed(&[1])), Err(LinkError::Damaged), "no body");
    assert_eq!(decode(&sealed(&[1, 1])), Err(LinkError::Damaged), "no fields");
    assert_eq!(decode(&sealed(&[])), Err(LinkError::Damaged), "only a checksum");
}
