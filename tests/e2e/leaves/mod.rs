//! What leaves the check, and what it leaves behind: a walk over all screens, in the page of its own, inside somebody
//! else's page and in a frame, that records every request, cookie, stored key, message, copied text, saved file and
//! address. All of it stands in `docs/privacy.md`, and nothing stands there that does not happen.

mod listed;
mod walk;

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::browser::{Browser, Engine, Options};

use crate::support::host::Host;
use crate::support::journey_as;
use crate::support::relay::Relay;
use crate::support::steps::before_loading;
use listed::{Entry, kept, listed};
use walk::Walk;

const RECORDER: &str = include_str!("recorder.js");

/// Where the check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Own,
    Inside,
    Frame,
}

impl Place {
    const ALL: [Self; 3] = [Self::Own, Self::Inside, Self::Frame];

    /// As the table has it.
    const fn name(self) -> &'static str {
        match self {
            Self::Own => "own page",
            Self::Inside => "inside a page",
            Self::Frame => "frame",
        }
    }

    /// The page around the check, which comes from this address.
    fn page(self, files: &str) -> Option<String> {
        let head = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><link rel=\"icon\" href=\"data:,\"><script>{RECORDER}</script>"
        );
        match self {
            Self::Own => None,
            Self::Inside => Some(format!(
                "{head}<script type=\"module\" src=\"{files}embed/partnership-health-check.js\"></script>\
                 <body><partnership-health-check loading=\"eager\"></partnership-health-check>"
            )),
            Self::Frame => Some(format!(
                // The script comes after the frame, so that the check hears what it asks.
                "{head}<body><iframe src=\"{files}\" title=\"Check\" width=\"1000\" height=\"700\" allow=\"clipboard-write\"></iframe>\
                 <script>document.querySelector(\"iframe\").onload = () => {{\
                 const script = document.createElement(\"script\"); script.type = \"module\";\
                 script.src = \"{files}embed/frame.js\"; document.head.append(script); }};</script>"
            )),
        }
    }
}

/// Names in files and pages that nobody else may see.
const SECRETS: [&str; 3] = ["Teaforall", "Harbourkitchen", "Confidentialnote"];

/// What Firefox asks for, and Chromium does not.
const OF_OTHERS: &str = "CHECK/home-screen-icon.*.png";

#[tokio::test]
async fn everything_that_leaves_is_listed() -> Result<()> {
    let mut seen = BTreeSet::new();
    for place in Place::ALL {
        let options = Options {
            requests: true,
            ..Options::default()
        };
        journey_as(
            &format!("leaves-{place:?}"),
            options,
            async |browser: &Browser| {
                before_loading(browser, RECORDER).await?;
                let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
                browser.devtools("Browser.grantPermissions", permissions).await?;
                seen.append(&mut recorded(browser, place).await?);
                Ok(())
            },
        )
        .await
        .with_context(|| place.name())?;
    }
    same(&seen)?;
    let missed: Vec<_> = listed()?
        .into_iter()
        .filter(|entry| !seen.contains(entry) && entry.name != OF_OTHERS)
        .collect();
    ensure!(missed.is_empty(), "Listed, and never seen: {missed:#?}");
    Ok(())
}

/// In an engine in which less can be recorded: all of it is listed.
pub(crate) async fn is_listed(browser: &Browser) -> Result<()> {
    for place in Place::ALL {
        let seen = recorded(browser, place).await.context(place.name())?;
        same(&seen)?;
    }
    Ok(())
}

fn same(seen: &BTreeSet<Entry>) -> Result<()> {
    let listed = [listed()?, kept()?].concat();
    let unlisted: Vec<_> = seen
        .iter()
        .filter(|seen| !listed.contains(seen))
        .map(|seen| format!("{} | {} | {}", seen.what, seen.name, seen.place))
        .collect();
    ensure!(
        unlisted.is_empty(),
        "docs/privacy.md does not list:\n{}",
        unlisted.join("\n")
    );
    Ok(())
}

/// Walks over all screens and returns all that was seen.
async fn recorded(browser: &Browser, place: Place) -> Result<BTreeSet<Entry>> {
    let relay = Relay::start()?;
    let host = Host::start()?;
    let page = place.page(&relay.address).map(|page| host.made(&page));
    let page = page.unwrap_or_else(|| relay.address.clone());
    if browser.engine() == Engine::Chromium {
        // What the browser's own first page asks for is not ours.
        browser.open("about:blank").await?;
        browser.requests().await?;
    }
    let mut walk = Walk::begin(browser, place, &page, &relay.address).await?;
    walk.over_all_screens().await?;
    walk.what_is_kept().await?;
    walk.delete_everything().await?;
    let mut seen = walk.seen;
    let heard = relay.heard();
    for line in heard.lines() {
        let line = line.to_lowercase();
        if let Some(cookie) = line.strip_prefix("cookie:") {
            seen.insert(Entry::new("cookie", cookie.trim(), place));
        }
        if let Some(referrer) = line.strip_prefix("referer:") {
            seen.insert(Entry::new(
                "referrer",
                &named(referrer.trim(), &page, &relay.address),
                place,
            ));
        }
        if let Some(path) = line.strip_prefix("get ") {
            let path = path.split(' ').next().unwrap_or_default().trim_start_matches('/');
            seen.insert(Entry::new(
                "request",
                &named(&[&relay.address, path].concat(), &page, &relay.address),
                place,
            ));
        } else if line.starts_with("post ") || line.starts_with("put ") {
            seen.insert(Entry::new("request", &line, place));
        }
    }
    if browser.engine() == Engine::Chromium {
        for address in browser.requests().await? {
            if !address.starts_with("data:") && !address.starts_with("blob:") {
                seen.insert(Entry::new(
                    "request",
                    &named(&address, &page, &relay.address),
                    place,
                ));
            }
        }
    }
    for entry in &seen {
        let everything = [&entry.name, &heard].map(|text| text.to_lowercase());
        let told = SECRETS.iter().find(|secret| {
            everything
                .iter()
                .any(|text| text.contains(&secret.to_lowercase()))
        });
        ensure!(told.is_none(), "{told:?} is in {entry:?} or was sent");
    }
    ensure!(!heard.contains("phc="), "A link was sent:\n{heard}");
    Ok(seen)
}

/// A name without what differs from run to run: the page and the site of the files, hashes, days, and what a link holds.
fn named(text: &str, page: &str, files: &str) -> String {
    let mut text = text.to_owned();
    if let Some(end) = text
        .find("phc")
        .and_then(|at| Some(at + text[at..].find('=')? + 1))
    {
        text.truncate(end);
        text.push('…');
    }
    let origin = |address: &str| address.split('/').take(3).collect::<Vec<_>>().join("/");
    // The page of its own is both.
    for (address, name) in [(files, "CHECK/"), (page, "PAGE"), (&origin(page), "SITE")] {
        text = text.replace(address, name);
    }
    let mut name = String::new();
    for part in text.split_inclusive(['.', '-', '/', ' ']) {
        let word = part.trim_end_matches(['.', '-', '/', ' ']);
        let is_hash = word.len() == 10 && word.chars().all(|letter| letter.is_ascii_hexdigit());
        let is_number = !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit());
        if is_hash || is_number {
            name.push('*');
            name.push_str(&part[word.len()..]);
        } else {
            name.push_str(part);
        }
    }
    name.replace("*-*-*", "DATE")
}

fn strings(value: &Value) -> Vec<String> {
    let values = value.as_array().into_iter().flatten();
    values
        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        .collect()
}
