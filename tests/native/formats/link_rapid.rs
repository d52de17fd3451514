//! The quick reader of plain links gives what the usual one gives, or nothing.

use super::any::summary;
use super::vectors::{links, payload};
use partnership_health_check::formats::link::{Rapid, decode, encode};
use proptest::prelude::*;

fn agrees(rapid: &Rapid, payload: &str) {
    if let Some(summary) = rapid.read(payload.as_bytes()) {
        assert_eq!(decode(payload), Ok(summary), "{payload}");
    }
}

#[test]
fn links_without_names_are_read_and_others_left() {
    let rapid = Rapid::new();
    for link in links() {
        let named = !(link.summary.partnership.is_empty() && link.summary.organisation.is_empty());
        let wanted = (!named).then(|| link.summary.clone());
        assert_eq!(rapid.read(payload(&link).as_bytes()), wanted, "{}", link.name);
    }
}

#[test]
fn every_change_of_a_letter_agrees() {
    let rapid = Rapid::new();
    for link in links().iter().filter(|link| link.fragment.len() < 60).step_by(8) {
        let payload = payload(link);
        for at in 0..payload.len() {
            for new in b" AQ_-09azGHZ=\n\xC3" {
                let mut changed = payload.as_bytes().to_vec();
                changed[at] = *new;
                if let Ok(changed) = str::from_utf8(&changed) {
                    agrees(&rapid, changed);
                } else {
                    assert_eq!(rapid.read(&changed), None);
                }
            }
            agrees(&rapid, &payload[..at]);
        }
        agrees(&rapid, &format!("{payload}A"));
    }
}

/// Any bytes with a right checksum: fields that cannot be, filling, other versions and questions.
#[test]
fn every_change_of_a_byte_with_a_right_checksum_agrees() {
    let rapid = Rapid::new();
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    for link in links().iter().filter(|link| link.fragment.len() < 60).step_by(20) {
        let bytes = data_encoding::BASE64URL_NOPAD
            .decode(payload(link).as_bytes())
            .expect("base64url");
        let sealed = &bytes[..bytes.len() - 4];
        for at in 0..sealed.len() {
            for value in (0..=255).step_by(if at < 6 || at + 1 == sealed.len() { 1 } else { 17 }) {
                let mut changed = sealed.to_vec();
                changed[at] = value;
                changed.extend(checksum.checksum(&changed).to_be_bytes());
                agrees(&rapid, &data_encoding::BASE64URL_NOPAD.encode(&changed));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plain_summary_is_read(mut summary in summary(), junk in proptest::collection::vec(any::<u8>(), 0..50)) {
        summary.partnership.clear();
        summary.organisation.clear();
        let rapid = Rapid::new();
        prop_assert_eq!(rapid.read(encode(&summary).as_bytes()), Some(summary));
        let _ = rapid.read(&junk);
    }
}
