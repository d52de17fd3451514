//! A damaged link is refused, or means what it meant: never something else.

use super::vectors::{LinkVector, links, payload};
use partnership_health_check::formats::link::{LinkError, decode};

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// A few characters that no payload has.
const OTHERS: &str = "=+/%&#*?!:~ .\n<\u{AD}\u{e9}\u{1F600}\0";

/// Short links in full, long ones (with long names) would only repeat the same code.
fn short_links() -> impl Iterator<Item = LinkVector> {
    links().into_iter().filter(|link| link.fragment.len() < 120)
}

fn refused_or_equal(link: &LinkVector, changed: &str) {
    if let Ok(summary) = decode(changed) {
        assert_eq!(summary, link.summary, "{}: {changed}", link.name);
    }
}

#[test]
fn every_prefix_is_refused() {
    for link in links() {
        for (end, _) in link.fragment.char_indices() {
            let cut = &link.fragment[..end];
            let wanted = if end < "#phc=".len() {
                LinkError::NotALink
            } else {
                LinkError::CutOff
            };
            assert_eq!(decode(cut), Err(wanted), "{}: {cut}", link.name);
        }
    }
}

#[test]
fn every_prefix_of_a_payload_is_refused() {
    for link in links() {
        let payload = payload(&link);
        for end in 0..payload.len() {
            let wanted = if end < 3 {
                LinkError::NotALink
            } else {
                LinkError::CutOff
            };
            assert_eq!(decode(&payload[..end]), Err(wanted), "{}: {end}", link.name);
        }
    }
}

#[test]
fn every_changed_character_is_refused_or_means_the_same() {
    for link in short_links() {
        for (at, old) in link.fragment.char_indices() {
            // Letters in the place of letters of the payload are the next test's.
            let letters = if at < "#phc=".len() { LETTERS } else { "" };
            for new in letters.chars().chain(OTHERS.chars()).filter(|new| *new != old) {
                let mut changed = link.fragment.clone();
                changed.replace_range(at..=at, new.encode_utf8(&mut [0; 4]));
                refused_or_equal(&link, &changed);
            }
        }
    }
}

#[test]
fn every_changed_letter_of_a_payload_is_told_as_damage_or_a_cut() {
    for link in short_links() {
        for at in 5..link.fragment.len() {
            for new in LETTERS.chars() {
                let mut changed = link.fragment.clone();
                changed.replace_range(at..=at, new.encode_utf8(&mut [0; 4]));
                if changed != link.fragment {
                    let found = decode(&changed);
                    assert!(
                        matches!(found, Err(LinkError::Damaged | LinkError::CutOff)),
                        "{}: {changed}: {found:?}",
                        link.name
                    );
                }
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_refused_or_means_the_same() {
    for link in links() {
        for at in 0..link.fragment.len() - 1 {
            let mut bytes = link.fragment.clone().into_bytes();
            bytes.swap(at, at + 1);
            refused_or_equal(&link, &String::from_utf8(bytes).expect("ASCII"));
        }
    }
}

#[test]
fn every_lost_or_doubled_character_is_refused_or_means_the_same() {
    for link in short_links() {
        for at in 0..link.fragment.len() {
            let mut lost = link.fragment.clone();
            let gone = lost.remove(at);
            refused_or_equal(&link, &lost);
            lost.insert(at, gone);
            lost.insert(at, gone);
            refused_or_equal(&link, &lost);
        }
    }
}

#[test]
fn letters_behind_a_link_change_nothing() {
    for link in links() {
        for letter in LETTERS.chars() {
            let longer = format!("{}{letter}", link.fragment);
            assert_eq!(
                decode(&longer),
                Ok(link.summary.clone()),
                "{}: {longer}",
                link.name
            );
        }
    }
}

#[test]
fn a_link_ends_with_a_letter_or_digit() {
    for link in links() {
        let last = link.fragment.chars().last();
        assert!(
            last.is_some_and(|last| last.is_ascii_alphanumeric()),
            "{}",
            link.fragment
        );
    }
}

#[test]
fn another_case_is_damage() {
    for link in links() {
        assert_eq!(decode(&link.fragment.to_lowercase()).ok(), None, "{}", link.name);
        assert_eq!(decode(&link.fragment.to_uppercase()).ok(), None, "{}", link.name);
    }
}
