//! One table of writings of a link, and every door through which a link comes in: pasting, an address that is opened, in
//! the own page and in a host's, and `phc decode`.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::link_forms::{comparisons, invitations};
use super::vectors::{LinkVector, links, package, payload};
use itertools::Itertools as _;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::tables;
use partnership_health_check::formats::link::{
    Content, LinkError, decode, decode_all, decode_comparison, decode_invitation, encode,
};
use serde_json::{Value, json};

const TABLE: &str = "tests/vectors/link-writings.json";

fn table(part: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(package(TABLE)).expect("the table");
    let table: Value = serde_json::from_str(&text).expect("JSON");
    table[part].as_array().expect("a list").clone()
}

fn text_of<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}

/// A link in one of the writings.
fn write(entry: &Value, payload: &str) -> String {
    let (start, end) = payload.split_at(payload.len() / 2);
    let mut payload = [start, text_of(entry, "insert"), end].concat();
    for pair in entry["replace"].as_array().into_iter().flatten() {
        let [old, new] = [0, 1].map(|at| pair[at].as_str().expect("a text"));
        payload = payload.replace(old, new);
    }
    text_of(entry, "text").replace("{}", &payload)
}

/// Links of every length and kind, with hyphens, two in a row, and low lines in them.
fn some_links() -> Vec<LinkVector> {
    let mut all = links();
    let doubled = ["", "x", "xx"].map(|before| {
        let summary = Summary {
            organisation: [before, "\u{3FE}"].concat(),
            ..all[0].summary.clone()
        };
        let fragment = ["#phc=", &encode(&summary)].concat();
        LinkVector {
            name: "two hyphens in a row".to_owned(),
            fragment,
            summary,
        }
    });
    all.extend(doubled);
    let has = |mark: &str| all.iter().position(|link| payload(link).contains(mark));
    let marks = ["-", "--", "_"].map(|mark| has(mark).expect("a link"));
    let wanted = [marks.as_slice(), &[0, 7, 40, 60]].concat();
    let kept = |(at, link)| wanted.contains(&at).then_some(link);
    all.into_iter().enumerate().filter_map(kept).collect()
}

/// What a browser has of an address behind its `#`, with that sign.
fn fragment_of(address: &str) -> String {
    let mut out = String::from("#");
    for c in address.split_once('#').expect("a fragment").1.chars() {
        match c {
            '\n' | '\r' | '\t' => {}
            '!' | '#'..=';' | '=' | '?'..='_' | 'a'..='~' => out.push(c),
            _ => out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}"))),
        }
    }
    out
}

fn is_followed(entry: &Value) -> bool {
    entry["follow"].as_bool() == Some(true)
}

/// Every writing that can be followed, of every link, with what it means.
fn followed() -> Vec<(String, LinkVector)> {
    let mut all = Vec::new();
    for entry in table("writings").iter().filter(|entry| is_followed(entry)) {
        all.extend(
            some_links()
                .into_iter()
                .map(|link| (write(entry, payload(&link)), link)),
        );
    }
    all
}

#[test]
fn every_writing_is_read_where_it_is_pasted() {
    let table = table("writings");
    assert!(table.len() > 60, "{}", table.len());
    for entry in table {
        for link in some_links() {
            let text = write(&entry, payload(&link));
            assert_eq!(
                decode(&text),
                Ok(link.summary.clone()),
                "{}: {text}",
                entry["name"]
            );
            let mut hits = decode_all(&text).map(|hit| hit.content);
            let wanted = Some(Ok(Content::Summary(link.summary)));
            assert_eq!(
                (hits.next(), hits.next()),
                (wanted, None),
                "{}: {text}",
                entry["name"]
            );
        }
    }
}

#[test]
fn every_writing_is_read_where_it_is_followed() {
    for (text, link) in followed() {
        let fragment = fragment_of(&text);
        let Some(Screen::Shared(shown)) = Screen::parse(&fragment) else {
            panic!("{text} shows {:?}", Screen::parse(&fragment));
        };
        assert_eq!(decode(&shown), Ok(link.summary), "{text}");
    }
}

#[test]
fn every_writing_is_read_by_the_command() {
    let links = some_links();
    let mut input = String::new();
    let mut rows = Vec::new();
    for entry in table("writings") {
        for link in &links {
            rows.push((input.lines().count() as u64 + 1, &link.summary));
            input.extend([&*write(&entry, payload(link)), "\n\n"]);
        }
    }
    let mut wanted = String::new();
    tables::wide_head(&mut wanted);
    for (line, summary) in &rows {
        tables::wide_row(&mut wanted, *line, summary);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_phc"))
        .arg("decode")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("an input");
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the command ends");
    writer
        .join()
        .expect("it is written")
        .expect("it reads everything");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        said,
        format!("{} links read, 0 lines could not be read\n", rows.len())
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout), wanted);
}

/// In a host's page the loader takes the link out of the address, or two lines in the page's head before it.
#[test]
fn every_writing_is_read_where_it_is_followed_to_a_host() {
    let followed = followed();
    let addresses: Vec<_> = followed.iter().map(|(text, _)| text).collect();
    let taken = taken_by_a_host(&json!(addresses));
    assert_eq!(taken.len(), followed.len());
    for ((text, link), doors) in followed.iter().zip_eq(taken) {
        for taken in &doors {
            let fragment = text_of(taken, "link");
            let Some(Screen::Shared(shown)) = Screen::parse(fragment) else {
                panic!("{text}: a host takes {fragment:?}");
            };
            assert_eq!(decode(&shown), Ok(link.summary.clone()), "{text}");
            let left = [text_of(taken, "left"), text_of(taken, "state")].concat();
            let letters = payload(link).get(..8).expect("letters");
            assert!(!left.contains(letters), "{left} is left of {text}");
            if text.contains("#/check?") {
                assert_eq!(text_of(taken, "left"), "https://host.example/page#/check");
            }
            let at = if text.contains("phc-at=team") { "team" } else { "" };
            assert_eq!(text_of(taken, "at"), at, "{text}");
        }
        let head = text_of(&doors[1], "head");
        assert_eq!(head, text_of(&doors[1], "left"), "the head's lines leave {head}");
    }
}

/// Fragments of the page itself stay as they are, and so does what is longer than any link.
#[test]
fn what_is_not_ours_stays_in_a_hosts_address() {
    let long = ["#phc=", &"A".repeat(300_000)].concat();
    let many = ["#/", &"?phc-at=a&".repeat(19_000)].concat();
    let encoded = ["#", &"%25".repeat(60_000)].concat();
    let others = [
        "#",
        "#phc",
        "#phc-title",
        "#phc-compare",
        "#/graphc=AQEA",
        "#phc-at=team",
        "#section=phc",
        "#/a?b=phc&c",
        "#caf%C3%A9",
        "#%",
        &long,
        &many,
        &encoded,
    ];
    let addresses: Vec<_> = others
        .iter()
        .map(|fragment| ["https://host.example/page", *fragment].concat())
        .collect();
    let begun = std::time::Instant::now();
    let taken = taken_by_a_host(&json!(addresses));
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    for (doors, (fragment, address)) in taken.iter().zip_eq(others.iter().zip_eq(&addresses)) {
        for taken in doors {
            let short: String = fragment.chars().take(40).collect();
            assert_eq!(text_of(taken, "link"), "", "{short}");
            assert_eq!(text_of(taken, "left"), address, "{short}");
        }
        if fragment.len() < 40 && *fragment != "#phc-compare" {
            assert_eq!(
                Screen::parse(fragment).filter(|screen| *screen != Screen::Start),
                None,
                "{fragment}"
            );
        }
    }
}

/// The lines for a page's head and the loader know a link by the same expression.
#[test]
fn the_lines_for_the_head_are_two_and_say_what_the_loader_says() {
    let [head, loader] = ["src/embed/head.js", "src/embed/loader.js"]
        .map(|path| std::fs::read_to_string(package(path)).expect(path));
    assert_eq!(head.lines().count(), 2);
    for same in [
        "\"((?:[#?&]phc-at=(.{0,40}?))?)[#?&/]phc(?:compare|invite)?(?:=|&#(?:61|x3d);|&equals;)\"",
        "/[\\]a-z]/g",
        "\"$&[-\\\\s\\\\x80-\\\\xff]*\"",
        "/%(?:25)*([\\da-f]{2})/gi",
        "2e5",
        "\"phc-link\"",
    ] {
        assert!(head.contains(same) && loader.contains(same), "{same}");
    }
    let embedding = std::fs::read_to_string(package("docs/embedding.md")).expect("the document");
    assert!(embedding.contains(&["<script>\n", &head, "</script>"].concat()));
}

/// What is taken out of each address, and what is left: by `loader.js` alone, and by the lines in a page's head and
/// `loader.js`. Runs Node, which `cargo xtask test` needs too.
fn taken_by_a_host(addresses: &Value) -> Vec<[Value; 2]> {
    let mut child = Command::new("node")
        .arg(package("tests/native/formats/link_doors.mjs"))
        .arg(package("src/embed/loader.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node runs");
    let head = std::fs::read_to_string(package("src/embed/head.js")).expect("the lines");
    let input = json!({ "addresses": addresses, "head": head });
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(input.to_string().as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A writing of a link of another form: its name stands where that of a summary does. Nothing where there is no name, or
/// a name in pieces.
fn write_named(entry: &Value, name: &str, payload: &str) -> Option<String> {
    let text = text_of(entry, "text");
    let at = ["phc=", "phc%", "phc&", "phc-3D"].map(|name| text.rfind(name));
    let (before, behind) = text.split_at(at.into_iter().flatten().max()?);
    let mut name = name.to_owned();
    for pair in entry["replace"].as_array().into_iter().flatten() {
        let [old, new] = [0, 1].map(|at| pair[at].as_str().expect("a text"));
        name = name.replace(old, new);
    }
    let text = [before, &name, &behind["phc".len()..]].concat();
    let entry = json!({ "text": text, "insert": entry["insert"], "replace": entry["replace"] });
    Some(write(&entry, payload))
}

/// A frozen comparison and a frozen invitation with hyphens, and what they hold.
fn other_forms() -> [(&'static str, String, Content); 2] {
    let payload = |fragment: &str| fragment.split_once('=').expect("a prefix").1.to_owned();
    let comparison = comparisons()
        .into_iter()
        .find(|link| payload(&link.fragment).contains('-'));
    let comparison = comparison.expect("one with a hyphen");
    let invitation = invitations()
        .into_iter()
        .find(|link| payload(&link.fragment).contains('-'));
    let invitation = invitation.expect("one with a hyphen");
    [
        (
            "phc-compare",
            payload(&comparison.fragment),
            Content::Comparison(comparison.meaning),
        ),
        (
            "phc-invite",
            payload(&invitation.fragment),
            Content::Invitation(invitation.meaning),
        ),
    ]
}

/// What an opened fragment shows.
fn shown(fragment: &str) -> Option<Content> {
    match Screen::parse(fragment)? {
        Screen::Chair(Place::Received(shown)) => decode_comparison(&shown).ok().map(Content::Comparison),
        Screen::Invited(shown) => decode_invitation(&shown).ok().map(Content::Invitation),
        _ => None,
    }
}

#[test]
fn every_writing_of_the_other_forms_is_read_where_it_is_pasted_and_followed() {
    for (name, payload, content) in other_forms() {
        let (mut count, mut addresses) = (0, Vec::new());
        for entry in table("writings") {
            let Some(text) = write_named(&entry, name, &payload) else {
                continue;
            };
            count += 1;
            let hits: Vec<_> = decode_all(&text).map(|hit| hit.content).collect();
            assert_eq!(hits, [Ok(content.clone())], "{}: {text}", entry["name"]);
            let one = match &content {
                Content::Comparison(_) => decode_comparison(&text).map(Content::Comparison),
                _ => decode_invitation(&text).map(Content::Invitation),
            };
            assert_eq!(one.as_ref(), Ok(&content), "{}: {text}", entry["name"]);
            if is_followed(&entry) {
                assert_eq!(
                    shown(&fragment_of(&text)).as_ref(),
                    Some(&content),
                    "{}: {text}",
                    entry["name"]
                );
                addresses.push(text);
            }
        }
        assert!(count > 55 && addresses.len() > 25, "{count}, {}", addresses.len());
        for (text, doors) in addresses.iter().zip_eq(taken_by_a_host(&json!(addresses))) {
            for taken in doors {
                let fragment = text_of(&taken, "link");
                assert_eq!(
                    shown(fragment).as_ref(),
                    Some(&content),
                    "{text}: a host takes {fragment:?}"
                );
            }
        }
    }
}

#[test]
fn every_fault_is_told_and_none_opens_an_empty_start_screen() {
    for entry in table("faults") {
        let wanted = match text_of(&entry, "fault") {
            "cut off" => LinkError::CutOff,
            "changed" => LinkError::Damaged,
            "too new" => LinkError::NewerVersion,
            other => panic!("{other}"),
        };
        let text = text_of(&entry, "text");
        assert_eq!(decode(text), Err(wanted), "{}", entry["name"]);
        let hits: Vec<_> = decode_all(text).map(|hit| hit.content.err()).collect();
        assert_eq!(hits, [Some(wanted)], "{}", entry["name"]);
        let Some(Screen::Shared(shown)) = Screen::parse(&fragment_of(text)) else {
            panic!("{} shows nothing", entry["name"]);
        };
        assert_eq!(decode(&shown), Err(wanted), "{}", entry["name"]);
    }
}
