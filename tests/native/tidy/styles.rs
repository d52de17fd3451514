//! Classes: each has its rule, and each rule its class.

use std::collections::BTreeSet;

use super::files::{assert_none, file, files, quoted};

/// A sheet without its comments.
fn rules(sheet: &str) -> String {
    let parts = sheet.split("/*").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once("*/").map_or("", |(_, rest)| rest),
    });
    parts.collect()
}

/// The classes that the stylesheets know.
fn styled() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for sheet in files(&["styles"], &[".css"]) {
        let mut selectors = String::new();
        // Only what stands before a brace is a selector; comments and texts are none.
        let text = rules(&sheet.text);
        for block in text.split(['}', ';']) {
            if let Some((selector, _)) = block.rsplit_once('{') {
                selectors.push_str(selector);
                selectors.push('\n');
            }
        }
        for part in selectors.split('.').skip(1) {
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .unwrap_or(part.len());
            let class = &part[..end];
            if class.starts_with(|c: char| c.is_ascii_alphabetic()) {
                classes.insert(class.to_owned());
            }
        }
    }
    classes
}

fn page() -> String {
    [file("index.html").text, file("src/page/boot.js").text].concat()
}

/// The classes that the views and the page set by name.
fn set() -> BTreeSet<String> {
    let mut text = page();
    for view in files(&["src/views"], &[".rs"]) {
        text.push_str(&view.text);
    }
    text.split("lass=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// Every word in quotes: a class that is set in another way than by `class="…"` is among them.
fn written() -> BTreeSet<String> {
    let mut texts: Vec<_> = files(&["src/views"], &[".rs"])
        .into_iter()
        .map(|view| view.text)
        .collect();
    texts.push(page());
    texts
        .iter()
        .flat_map(|text| quoted(text))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_class_has_a_rule() {
    let found: Vec<_> = set().difference(&styled()).cloned().collect();
    assert_none("Has no rule in styles", &found);
}

#[test]
fn every_rule_has_a_class() {
    assert!(styled().len() > 50, "the stylesheets could not be read");
    let found: Vec<_> = styled().difference(&written()).cloned().collect();
    assert_none("Has rules but is set nowhere", &found);
}

/// Where the system sets the colours, it draws a transparent border like any other.
#[test]
fn what_a_transparent_border_hides_is_hidden_in_forced_colours_too() {
    let forced = ["styles/forced.css", "styles/forced-later.css"].map(|path| rules(&file(path).text));
    let mut hidden = 0;
    let mut found = Vec::new();
    for sheet in files(&["styles"], &[".css"]) {
        for rule in rules(&sheet.text).split('}') {
            let Some((selector, declarations)) = rule.rsplit_once('{') else {
                continue;
            };
            let is_hidden = |one: &str| one.trim().starts_with("border") && one.contains("transparent");
            if !declarations.split(';').any(is_hidden) {
                continue;
            }
            hidden += 1;
            let class = selector.rsplit('.').next().unwrap_or_default();
            let class = class.split([':', ' ', '[', '\n']).next().unwrap_or_default();
            if !forced.iter().any(|rules| rules.contains(&[".", class].concat())) {
                found.push(class.to_owned());
            }
        }
    }
    assert!(hidden > 2, "the stylesheets could not be read");
    assert_none("Its transparent border shows in forced colours", &found);
}

/// What a sheet adds is a sign for the eye: the words beside it, or the element itself, say it. A browser that does not know
/// the form without words for who listens takes the declaration before it.
#[test]
fn what_a_sheet_adds_is_not_read_out() {
    let mut found = Vec::new();
    for sheet in files(&["styles"], &[".css"]) {
        let text = rules(&sheet.text);
        let added: Vec<_> = text
            .lines()
            .map(str::trim)
            .filter_map(|line| line.strip_prefix("content: ")?.strip_suffix(';'))
            .collect();
        for (at, content) in added.iter().enumerate() {
            let seen = [
                "none",
                "\"\"",
                "var(--phc-running, \"\")",
                "counter(page) \" / \" counter(pages)",
            ];
            let silent = format!("{content} / \"\"");
            if !seen.contains(content)
                && !content.ends_with(" / \"\"")
                && added.get(at + 1) != Some(&silent.as_str())
            {
                found.push(format!("{}: {content}", sheet.path));
            }
        }
    }
    assert_none("Is read out", &found);
}

/// A live region is read out when its words come, if it was there before them: one that shows up with its words is missed.
#[test]
fn no_live_region_is_hidden_while_it_is_empty() {
    let mut live = BTreeSet::new();
    for view in files(&["src/views"], &[".rs"]) {
        for tag in view.text.split('<').filter(|tag| tag.contains("role=\"status\"")) {
            let classes = tag
                .split("lass=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            live.extend(classes.unwrap_or_default().split(' ').map(str::to_owned));
        }
    }
    assert!(live.contains("notices"), "{live:?}");
    let mut found = Vec::new();
    for sheet in files(&["styles"], &[".css"]) {
        for block in rules(&sheet.text).split('}') {
            let Some((selector, rule)) = block.rsplit_once('{') else {
                continue;
            };
            let hides = rule.contains("display: none") || rule.contains("visibility: hidden");
            // On paper nothing is read out.
            if hides && !matches!(sheet.path.as_str(), "styles/print.css" | "styles/paper.css") {
                let names = live
                    .iter()
                    .filter(|class| selector.contains(&format!(".{class}")));
                found.extend(names.map(|class| format!("{}: .{class}", sheet.path)));
            }
        }
    }
    assert_none("A live region is hidden", &found);
}

/// Whoever is made ill by motion, or cannot read through what shines through, has nothing to switch off.
#[test]
fn nothing_moves_and_nothing_shines_through() {
    // The box that says that the script did not arrive shows up after eight seconds; a hidden element tells of the page's
    // colours; and the lines of a bar are paler than its edge.
    let known = [
        "animation: speak 1ms 8s forwards;",
        "transition: color 1ms;",
        "opacity: 0.55;",
    ];
    let mut found = Vec::new();
    for sheet in files(&["styles", "src/embed"], &[".css"]) {
        for line in rules(&sheet.text).lines().map(str::trim) {
            let moves = [
                "animation",
                "transition",
                "opacity",
                "backdrop-filter",
                "scroll-behavior",
            ];
            if moves.iter().any(|name| line.starts_with(&format!("{name}: "))) && !known.contains(&line) {
                found.push(format!("{}: {line}", sheet.path));
            }
        }
    }
    assert_none("Moves or shines through", &found);
}
