//! Which part may know which, and who may reach the browser.

use super::files::{Source, assert_none, file, files, words};

/// The parts, each with those it may know.
const LAYERS: [(&str, &[&str]); 8] = [
    ("domain", &["domain"]),
    ("content", &["content", "domain"]),
    ("formats", &["formats", "domain"]),
    ("app", &["app", "formats", "content", "domain"]),
    ("charts", &["charts", "formats"]),
    (
        "present",
        &["present", "charts", "app", "formats", "content", "domain"],
    ),
    (
        "views",
        &[
            "views", "charts", "present", "app", "formats", "content", "domain",
        ],
    ),
    (
        "browser",
        &[
            "browser", "views", "present", "app", "formats", "content", "domain",
        ],
    ),
];

/// The parts of the crate that a line of this file names: after `crate::`, or after as many `super::` as lead to the
/// crate's root.
fn named<'a>(path: &str, line: &'a str) -> Vec<&'a str> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let depth = inside.trim_end_matches("/mod").split('/').count();
    let to_the_root = "super::".repeat(depth);
    ["crate::", &to_the_root]
        .iter()
        .flat_map(|root| line.split(root).skip(1))
        .map(|rest| words(rest).next().unwrap_or_default())
        .collect()
}

#[test]
fn a_part_is_named_from_the_root_or_by_the_way_up() {
    assert_eq!(
        named("src/domain/order.rs", "use super::super::app::Screen as _;"),
        ["app"]
    );
    assert_eq!(named("src/domain/order.rs", "use super::ids::Kind;"), [""; 0]);
    assert_eq!(named("src/app/mod.rs", "use super::browser;"), ["browser"]);
    assert_eq!(
        named(
            "src/app/chair/state.rs",
            "crate::app::State, super::super::super::views"
        ),
        ["app", "views"]
    );
    assert_eq!(
        named("src/app/chair/mod.rs", "use super::super::{views, app};"),
        [""]
    );
}

fn part(name: &str) -> Vec<Source> {
    files(&[&format!("src/{name}")], &[".rs"])
}

#[test]
fn each_part_knows_only_those_below_it() {
    let mut found = Vec::new();
    for (name, allowed) in LAYERS {
        for source in part(name) {
            found.extend(source.places(|line| {
                named(&source.path, line)
                    .iter()
                    .any(|known| !allowed.contains(known))
            }));
        }
    }
    assert_none("Knows only the parts below it", &found);
}

#[test]
fn every_part_has_its_place_in_the_order() {
    let modules: Vec<_> = file("src/lib.rs")
        .text
        .lines()
        .filter_map(|line| {
            line.strip_prefix("pub mod ")?
                .strip_suffix(';')
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(modules, LAYERS.map(|(name, _)| name));
}

#[test]
fn the_domain_knows_no_format_and_no_language() {
    let found: Vec<_> = part("domain")
        .iter()
        .flat_map(|source| {
            source.places(|line| {
                let code = line.split("//").next().unwrap_or_default();
                words(code).any(|word| ["serde", "texts", "Texts", "locale", "Locale"].contains(&word))
            })
        })
        .collect();
    assert_none("src/domain knows no serde, no texts, no locale", &found);
}

#[test]
fn only_the_browser_part_reaches_the_window() {
    let reaches = [
        "web_sys::window",
        "js_sys::global",
        "gloo_storage",
        "idb::",
        "local_storage",
    ];
    let found: Vec<_> = files(&["src"], &[".rs"])
        .iter()
        .filter(|source| !source.path.starts_with("src/browser/"))
        .flat_map(|source| source.places(|line| reaches.iter().any(|reach| line.contains(reach))))
        .collect();
    assert_none("Only src/browser reaches the window and storage", &found);
}

/// The day comes in a message and the seed is in the state: so each play can be played again.
#[test]
fn only_the_browser_part_asks_for_time_and_chance() {
    let asks = [
        "std::time",
        "Instant::now",
        "SystemTime",
        "js_sys::Date",
        "Math::random",
        "getrandom",
        "rand::",
    ];
    let found: Vec<_> = files(&["src"], &[".rs"])
        .iter()
        .filter(|source| !source.path.starts_with("src/browser/") && !source.path.starts_with("src/bin/"))
        .flat_map(|source| source.places(|line| asks.iter().any(|ask| line.contains(ask))))
        .collect();
    assert_none("Only src/browser asks for the time and for chance", &found);
}

#[test]
fn views_write_no_style_and_no_raw_markup() {
    // A strict policy of the page drops style attributes; raw markup would let a name run as a script.
    let banned = [
        "style=",
        "style:",
        "from_html_unchecked",
        "set_inner_html",
        "inner_html",
        "VRaw",
        "javascript:",
    ];
    let found: Vec<_> = part("views")
        .iter()
        .chain(&part("browser"))
        .flat_map(|source| source.places(|line| banned.iter().any(|word| line.contains(word))))
        .collect();
    assert_none("No style attribute and no raw markup", &found);
}

/// Where one element takes the place of another of its tag, Yew sets the attributes that it has and then takes away those
/// that only the other had: of `Class` and `class`, which are the same in HTML, none would be left. In drawings they are not
/// the same.
#[test]
fn elements_of_one_tag_write_their_class_alike() {
    const GIVEN: [&str; 4] = ["a", "button", "fieldset", "td"];
    let mut found = Vec::new();
    for source in part("views").iter().chain(&part("browser")) {
        for rest in source.text.split('<').skip(1) {
            let tag = rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
            let tag = tag.unwrap_or_default();
            let attributes = attributes(&rest[tag.len()..]);
            let other = if GIVEN.contains(&tag) {
                [" class=", " {class}"].as_slice()
            } else {
                &[" Class="]
            };
            if !tag.is_empty() && other.iter().any(|other| attributes.contains(other)) {
                found.push(format!("{}: <{tag}{attributes}>", source.path));
            }
        }
    }
    assert_none(
        "`Class` for those whose class can be given, `class` for all others",
        &found,
    );
}

/// Of what follows the name of an element, that up to its end.
fn attributes(text: &str) -> &str {
    let mut depth = 0_i32;
    let end = text.find(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == '>' && depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// What stands in a field must count however somebody acts, so there is one way to hear of it for each program.
#[test]
fn fields_are_typed_into_in_one_way() {
    const PLACES: [&str; 2] = ["src/views/parts/events.rs", "src/views/chair/typing.rs"];
    let mut found = Vec::new();
    for source in part("views") {
        if !PLACES.contains(&source.path.as_str()) {
            found.extend(source.places(|line| line.contains("InputEvent") || line.contains("FocusEvent")));
        }
    }
    assert_none("Hears of what is typed through `typed` or `on_input`", &found);
}
