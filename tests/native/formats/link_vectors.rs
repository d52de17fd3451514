//! Every link ever released opens for ever, and a full check stays short.

use super::vectors::{links, payload};
use partnership_health_check::formats::link::{PREFIX, decode, encode};

#[test]
fn frozen_links_open_as_they_were_meant() {
    let links = links();
    assert!(links.len() >= 50, "only {} links", links.len());
    for link in &links {
        assert_eq!(decode(&link.fragment), Ok(link.summary.clone()), "{}", link.name);
        assert_eq!(decode(payload(link)), Ok(link.summary.clone()), "{}", link.name);
    }
}

#[test]
fn the_newest_version_writes_the_frozen_links() {
    for link in links() {
        assert_eq!(encode(&link.summary), payload(&link), "{}", link.name);
    }
}

#[test]
fn frozen_links_are_all_different() {
    let mut fragments: Vec<_> = links().into_iter().map(|link| link.fragment).collect();
    let count = fragments.len();
    fragments.sort();
    fragments.dedup();
    assert_eq!(fragments.len(), count);
}

#[test]
fn a_full_check_without_names_takes_38_letters() {
    let full: Vec<_> = links()
        .into_iter()
        .filter(|link| link.name.starts_with("full") && link.summary.kind.has_pairs())
        .collect();
    assert!(full.len() > 10);
    for link in full {
        assert_eq!(payload(&link).len(), 38, "{}", link.name);
    }
}

#[test]
fn the_longest_link_is_as_long_as_documented() {
    let longest = links().iter().map(|link| payload(link).len()).max();
    assert_eq!(longest, Some(682));
}

#[test]
fn payloads_are_base64url_for_anyone() {
    for link in links() {
        let bytes = data_encoding::BASE64URL_NOPAD
            .decode(payload(&link).as_bytes())
            .expect("strict base64url");
        assert_eq!(data_encoding::BASE64URL_NOPAD.encode(&bytes), payload(&link));
    }
}

#[test]
fn the_prefix_is_what_the_fragments_have() {
    assert!(links().iter().all(|link| link.fragment[1..].starts_with(PREFIX)));
}
