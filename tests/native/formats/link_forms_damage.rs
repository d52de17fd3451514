//! A damaged comparison, invitation or plan is refused, or means what it meant: never something else. And
//! those with a right checksum that say what cannot be are told apart.

use super::link_forms::{Vector, comparisons, invitations, plans};
use data_encoding::BASE64URL_NOPAD;
use partnership_health_check::formats::link::{LinkError, decode_comparison, decode_invitation, decode_plan};

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// A few characters that no payload has.
const OTHERS: &str = "=+/%&#*?!:~ .\n<\u{AD}\u{e9}\u{1F600}\0";

/// Every change of one character, every lost and every doubled one, and every swap of neighbours.
fn changes(text: &str) -> impl Iterator<Item = String> {
    (0..text.len()).flat_map(move |at| {
        let new = LETTERS.chars().chain(OTHERS.chars());
        let changed = new.map(move |new| {
            let mut changed = text.to_owned();
            changed.replace_range(at..=at, new.encode_utf8(&mut [0; 4]));
            changed
        });
        let lost = [&text[..at], &text[at + 1..]].concat();
        let doubled = [&text[..=at], &text[at..]].concat();
        let after = text.get(at + 1..at + 2).unwrap_or_default();
        let rest = text.get(at + 2..).unwrap_or_default();
        let swapped = [&text[..at], after, &text[at..=at], rest].concat();
        changed.chain([lost, doubled, swapped])
    })
}

fn short<T>(vectors: Vec<Vector<T>>, most: usize) -> impl Iterator<Item = Vector<T>> {
    vectors
        .into_iter()
        .filter(move |vector| vector.fragment.len() <= most)
        .step_by(5)
}

#[test]
fn every_change_of_a_comparison_is_refused_or_means_the_same() {
    let mut count = 0;
    for link in short(comparisons(), 110) {
        count += 1;
        for text in changes(&link.fragment) {
            if let Ok(found) = decode_comparison(&text) {
                assert_eq!(found, link.meaning, "{}: {text}", link.name);
            }
        }
    }
    assert!(count > 3, "{count}");
}

#[test]
fn every_change_of_an_invitation_is_refused_or_means_the_same() {
    for link in short(invitations(), 120) {
        for text in changes(&link.fragment) {
            if let Ok(found) = decode_invitation(&text) {
                assert_eq!(found, link.meaning, "{}: {text}", link.name);
            }
        }
    }
}

#[cfg(feature = "slow-tests")]
#[test]
fn every_change_of_a_plan_is_refused_or_means_the_same() {
    for link in short(plans(), 180) {
        for text in changes(&link.fragment) {
            if let Some(Ok(found)) = decode_plan(&text) {
                assert_eq!(found, link.meaning, "{}: {text}", link.name);
            }
        }
    }
}

#[test]
fn every_cut_is_told_as_a_cut() {
    for link in short(comparisons(), 2_000) {
        for end in "#phc-compare=".len()..link.fragment.len() {
            assert_eq!(
                decode_comparison(&link.fragment[..end]),
                Err(LinkError::CutOff),
                "{end}"
            );
        }
    }
    for link in short(invitations(), 2_000) {
        for end in "#phc-invite=".len()..link.fragment.len() {
            assert_eq!(
                decode_invitation(&link.fragment[..end]),
                Err(LinkError::CutOff),
                "{end}"
            );
        }
    }
    for link in short(plans(), 2_000) {
        let start = link.fragment.find("plan=").expect("a plan") + 5;
        for end in start..link.fragment.len() {
            assert_eq!(
                decode_plan(&link.fragment[..end]),
                Some(Err(LinkError::CutOff)),
                "{end}"
            );
        }
    }
}

/// A payload with these bytes and their right checksum.
fn sealed(bytes: &[u8]) -> String {
    super::vectors::sealed(bytes)
}

fn bytes(fragment: &str) -> Vec<u8> {
    let payload = fragment.rsplit('=').next().expect("a payload");
    let mut bytes = BASE64URL_NOPAD.decode(payload.as_bytes()).expect("base64url");
    bytes.truncate(bytes.len() - 4);
    bytes
}

fn comparison_fault(bytes: &[u8]) -> Option<LinkError> {
    decode_comparison(&format!("#phc-compare={}", sealed(bytes))).err()
}

fn invitation_fault(bytes: &[u8]) -> Option<LinkError> {
    decode_invitation(&format!("#phc-invite={}", sealed(bytes))).err()
}

fn plan_fault(bytes: &[u8]) -> Option<LinkError> {
    decode_plan(&format!("#phc-plan={}", sealed(bytes)))?.err()
}

type Fault = fn(&[u8]) -> Option<LinkError>;

/// One link of each form, as bytes.
fn each() -> [(Vec<u8>, Fault); 3] {
    [
        (bytes(&comparisons()[2].fragment), comparison_fault),
        (bytes(&invitations()[1].fragment), invitation_fault),
        (bytes(&plans()[20].fragment), plan_fault),
    ]
}

#[test]
fn newer_versions_and_other_questions_are_told() {
    for (whole, fault) in each() {
        assert_eq!(fault(&whole), None);
        for number in 2..=255 {
            let mut changed = whole.clone();
            changed[0] = number;
            assert_eq!(fault(&changed), Some(LinkError::NewerVersion));
            changed[0] = 1;
            changed[1] = number;
            assert_eq!(fault(&changed), Some(LinkError::OtherQuestions));
        }
        assert_eq!(fault(&[2]), Some(LinkError::NewerVersion));
        assert_eq!(fault(&[3; 1_500]), Some(LinkError::NewerVersion));
    }
}

#[test]
fn only_one_writing_is_taken() {
    for (whole, fault) in each() {
        let longer = [&whole[..], &[0]].concat();
        assert_eq!(fault(&longer), Some(LinkError::Damaged), "a byte too many");
        // Others are filled up, with what may be the byte that was there.
        for end in (1..whole.len()).filter(|end| !(end + 4).is_multiple_of(3)) {
            let found = fault(&whole[..end]);
            assert!(
                matches!(found, Some(LinkError::Damaged | LinkError::Impossible)),
                "{end}: {found:?}"
            );
        }
    }
}

/// Any change of a byte that has a right checksum again gives another meaning or a fault, never a panic;
/// and what it gives would be written the same.
#[cfg(feature = "slow-tests")]
#[test]
fn any_changed_byte_with_a_right_checksum_is_read_or_refused() {
    use partnership_health_check::formats::link::{encode_comparison, encode_invitation, encode_plan};
    for (whole, _) in each() {
        for at in 0..whole.len() {
            for value in 0..=255 {
                let mut changed = whole.clone();
                changed[at] = value;
                let payload = sealed(&changed);
                if let Ok(found) = decode_comparison(&format!("#phc-compare={payload}")) {
                    // With its names, or with letters in their place.
                    let written = [true, false].map(|names| encode_comparison(&found, names));
                    assert!(written.contains(&payload), "{payload} is written {written:?}");
                }
                if let Ok(found) = decode_invitation(&format!("#phc-invite={payload}")) {
                    assert_eq!(encode_invitation(&found), payload);
                }
                if let Some(Ok(found)) = decode_plan(&format!("#phc-plan={payload}")) {
                    assert_eq!(encode_plan(&found), payload);
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_is_told() {
    let impossible = Some(LinkError::Impossible);
    // Partners: bits 0 to 4 of the fifth byte. None, and 31.
    let comparison = bytes(&comparisons()[2].fragment);
    for count in [0, 31] {
        let mut changed = comparison.clone();
        changed[4] = changed[4] & 0b111 | count << 3;
        assert_eq!(comparison_fault(&changed), impossible, "{count} partners");
    }
    // Organisation of the first partner: bits 6 and 7 of the fifth byte, 0 to 2 of the sixth.
    let mut changed = comparison;
    changed[4] |= 0b11;
    changed[5] |= 0b1110_0000;
    assert_eq!(comparison_fault(&changed), impossible, "organisation 31");

    assert_eq!(plan_fault(&[1, 1, 0]), impossible, "no steps");
    assert_eq!(plan_fault(&[1, 1, 21]), impossible, "21 steps");
    assert_eq!(plan_fault(&[1, 1, 1, 0xE0, 1, b'x']), impossible, "topic 14");
    assert_eq!(plan_fault(&[1, 1, 1, 0, 0]), impossible, "nothing will be done");
    assert_eq!(
        plan_fault(&[1, 1, 1, 2, 1, b'x', 0]),
        impossible,
        "an empty owner"
    );
    assert_eq!(
        plan_fault(&[1, 1, 1, 0, 2, b'x', b' ']),
        impossible,
        "a space at the end"
    );
    assert_eq!(plan_fault(&[1, 1, 1, 0, 1, 0xFF]), impossible, "not UTF-8");
    assert_eq!(
        plan_fault(&[1, 1, 1, 0, 0x80, 1, b'x']),
        Some(LinkError::Damaged),
        "a long writing of 1"
    );
    assert_eq!(plan_fault(&[1, 1, 1, 0, 1, b'x']), None);

    assert_eq!(invitation_fault(&[1, 1, 0b0101_0000]), impossible, "kind 5");
    assert_eq!(
        invitation_fault(&[1, 1, 0b0000_0001]),
        Some(LinkError::Damaged),
        "filling"
    );
    assert_eq!(
        invitation_fault(&[1, 1, 0b0000_0010, 0]),
        Some(LinkError::Damaged),
        "an empty address"
    );
    assert_eq!(
        invitation_fault(&[1, 1, 0b0000_0100, 0]),
        Some(LinkError::Damaged),
        "an empty name"
    );
    let address = |text: &str| [&[1, 1, 0b0000_0010, text.len() as u8], text.as_bytes()].concat();
    assert_eq!(invitation_fault(&address("a@b")), None);
    for bad in ["a@b?cc=c", "a@b,c@d", "a@b\r\n", "a", "a@b%0a", "a@b&body=x"] {
        assert_eq!(invitation_fault(&address(bad)), impossible, "{bad}");
    }
}
