//! The part of the changelog that is about this version.

use anyhow::{Context, Result};

use crate::dist::{source, version};

/// Its text, without the heading.
pub(super) fn of_this_version() -> Result<String> {
    let version = version()?;
    let part = part(&source("CHANGELOG.md")?, &version);
    part.with_context(|| format!("CHANGELOG.md has no part for {version}."))
}

/// What stands below the heading that ends or begins with the version: "## 0.1.0, 1 January" or "## Unreleased: 0.1.0".
fn part(text: &str, version: &str) -> Option<String> {
    let mut parts = text.split("\n## ").skip(1);
    let is_it = |part: &&str| {
        let heading = part.lines().next().unwrap_or_default();
        heading.split([' ', ',', ':']).any(|word| word == version)
    };
    let (_, body) = parts.find(is_it)?.split_once('\n')?;
    Some(format!("{}\n", without_our_links(body.trim())))
}

/// Links within the repository lead nowhere from a page of a release: their words stay.
fn without_our_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let parts = link
            .split_once("](")
            .and_then(|(words, after)| Some((words, after.split_once(')')?)));
        match parts {
            Some((words, (address, after))) if !address.contains("://") && !words.contains(']') => {
                plain.push_str(words);
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = link;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{of_this_version, part};

    #[test]
    fn a_version_has_its_part() {
        let text = "# Changelog\n\nFor people.\n\n## Unreleased: 0.2.0\n\nNew: [a](docs/a.md), [b](https://b.example), [c].\n\
                    \n### Formats\n\n* One\n\n## 0.1.0, 1 January 2027\n\nOld.\n";
        let new = part(text, "0.2.0").expect("a part");
        assert_eq!(
            new,
            "New: a, [b](https://b.example), [c].\n\n### Formats\n\n* One\n"
        );
        assert_eq!(part(text, "0.1.0").as_deref(), Some("Old.\n"));
        assert_eq!(part(text, "0.1"), None);
        assert!(of_this_version().expect("a part").contains("### "));
    }
}
