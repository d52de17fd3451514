//! Every link ever released opens for ever, and a full check stays short.

use super::vectors::{links, payload};
use partnership_health_check::domain::extra::ExtraAnswers;
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
fn a_full_check_without_names_takes_38_letters_and_eight_more_with_own_statements() {
    let full: Vec<_> = links()
        .into_iter()
        .filter(|link| link.name.starts_with("full") && link.summary.kind.has_pairs())
        .filter(|link| link.summary.partnership.is_empty() && link.summary.organisation.is_empty())
        .collect();
    assert!(full.len() > 10);
    let (own, plain): (Vec<_>, Vec<_>) = full.into_iter().partition(|link| link.summary.extra.is_some());
    assert!(!own.is_empty());
    for (links, letters) in [(plain, 38), (own, 46)] {
        for link in links {
            assert_eq!(payload(&link).len(), letters, "{}", link.name);
        }
    }
}

#[test]
fn the_longest_link_is_as_long_as_documented() {
    let links = links();
    let longest = links
        .iter()
        .max_by_key(|link| payload(link).len())
        .expect("links");
    assert_eq!(payload(longest).len(), 682);
    let mut own = longest.summary.clone();
    own.extra = ExtraAnswers::new(u32::MAX, vec![None; 5]);
    assert_eq!(encode(&own).len(), 690);
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
