//! What holds for the markup of every screen, in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use partnership_health_check::app::Screen;
use partnership_health_check::app::opening::BEGIN;
use partnership_health_check::content::{Key, LANGUAGES, Texts, keys, pseudo};
use partnership_health_check::views::markup;

use crate::chair;
use crate::examples::{examples, is_statement, unanswered};
use crate::html::{Element, Node, parse};

/// Name and markup of every example in every language.
static PAGES: LazyLock<Vec<(String, Element)>> = LazyLock::new(pages);

fn languages() -> Vec<Texts> {
    let of = |file| Texts::from_file(file).expect("a language");
    let made_up = [pseudo::LONG, pseudo::RIGHT_TO_LEFT];
    let others = LANGUAGES.iter().map(|(_, file)| *file).chain(made_up);
    [Texts::english()].into_iter().chain(others.map(of)).collect()
}

fn pages() -> Vec<(String, Element)> {
    let mut pages = Vec::new();
    for texts in languages() {
        for example in examples(texts) {
            let name = format!("{} {}", texts.language(), example.name);
            pages.push((name, parse(&markup(example.state))));
        }
        for example in chair::examples(texts) {
            let name = format!("{} {}", texts.language(), example.name);
            pages.push((name, parse(&example.markup())));
        }
    }
    for example in unanswered(Texts::english()) {
        pages.push((example.name, parse(&markup(example.state))));
    }
    pages
}

/// Calls `check` for every page; it returns what is wrong.
fn check(rule: &str, check: impl Fn(&Element) -> Vec<String>) {
    let mut faults = BTreeSet::new();
    for (name, page) in PAGES.iter() {
        faults.extend(check(page).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    let shown: Vec<_> = faults.iter().take(12).map(String::as_str).collect();
    assert!(
        faults.is_empty(),
        "{rule}: {} times\n{}",
        faults.len(),
        shown.join("\n")
    );
}

fn ids(page: &Element) -> Vec<&str> {
    page.all()
        .into_iter()
        .filter_map(|element| element.get("id"))
        .collect()
}

/// The first line of an element, to be shown.
fn shown(element: &Element) -> String {
    element
        .pretty()
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(160)
        .collect()
}

fn faulty(elements: Vec<&Element>, is_faulty: impl Fn(&Element) -> bool) -> Vec<String> {
    elements
        .into_iter()
        .filter(|element| is_faulty(element))
        .map(shown)
        .collect()
}

#[test]
fn ids_are_unique() {
    check("An id occurs once", |page| {
        let mut seen = BTreeSet::new();
        ids(page)
            .into_iter()
            .filter(|id| !seen.insert(*id))
            .map(str::to_owned)
            .collect()
    });
}

#[test]
fn references_lead_to_something() {
    check("A reference names an id on the page", |page| {
        let ids = ids(page);
        let references = ["for", "aria-describedby", "aria-labelledby", "aria-controls"];
        faulty(page.all(), |element| {
            references
                .iter()
                .filter_map(|name| element.get(name))
                .any(|value| value.is_empty() || value.split(' ').any(|id| !ids.contains(&id)))
        })
    });
}

#[test]
fn links_lead_somewhere() {
    check(
        "A link names a screen, an id on the page, or an address with a known scheme",
        |page| {
            let ids = ids(page);
            faulty(page.named("a"), |link| {
                let href = link.get("href").unwrap_or_default();
                let target = href.trim_start_matches('#');
                let ours = href.starts_with('#')
                    && (href == BEGIN || ids.contains(&target) || Screen::parse(href).is_some());
                !(ours || href.starts_with("https://") || href.starts_with("mailto:"))
            })
        },
    );
}

#[test]
fn every_control_has_a_name() {
    check("A control has a label", |page| {
        let labels: Vec<_> = page
            .named("label")
            .into_iter()
            .filter_map(|label| label.get("for"))
            .collect();
        let mut controls = page.named("input");
        controls.extend(page.named("textarea"));
        let mut faults = faulty(controls, |control| {
            !control.get("id").is_some_and(|id| labels.contains(&id))
        });
        let mut pressed = page.named("button");
        pressed.extend(page.named("a"));
        pressed.extend(page.named("summary"));
        faults.extend(faulty(pressed, |element| {
            element.get("aria-label").unwrap_or_default().is_empty()
                && element.texts().concat().trim().is_empty()
        }));
        faults
    });
}

/// What stands at the top and at the end of a long screen, or in more than one notice, and does the same in each place.
const THE_SAME: [Key; 5] = [
    keys::shared::TAKE,
    keys::shared::ADD,
    keys::answers::FINISH,
    keys::notice::DOWNLOAD,
    keys::notice::DOWNLOAD_ASIDE,
];

/// Who listens to a list of the controls, or speaks their names, has nothing else to tell them apart by.
#[test]
fn what_is_pressed_is_told_apart_by_its_name() {
    let the_same: BTreeSet<&str> = languages()
        .into_iter()
        .flat_map(|texts| THE_SAME.map(|key| texts.get(key)))
        .collect();
    check("Controls of one name lead to one place", |page| {
        // What is only there while the browser prints is on paper.
        let on_paper: Vec<_> = page
            .all()
            .into_iter()
            .filter(|found| found.has_class("paper"))
            .flat_map(|paper| paper.named("button"))
            .collect();
        let mut targets: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for control in ["a", "button", "summary"]
            .into_iter()
            .flat_map(|tag| page.named(tag))
        {
            if on_paper.iter().any(|other| std::ptr::eq(*other, control)) {
                continue;
            }
            let label = control.get("aria-label").map(str::to_owned);
            let name = label.unwrap_or_else(|| control.texts().concat());
            let found = targets.entry(name.trim().to_owned()).or_default();
            let target = control.get("href").unwrap_or_default();
            if target.is_empty() || !found.contains(&target) {
                found.push(target);
            }
        }
        targets
            .into_iter()
            .filter(|(name, targets)| targets.len() > 1 && !the_same.contains(name.as_str()))
            .map(|(name, targets)| format!("{name}: {targets:?}"))
            .collect()
    });
}

/// The words of an element, with one space between: all of them, or those that are seen.
fn words(element: &Element, is_seen: bool) -> String {
    fn add(element: &Element, is_seen: bool, out: &mut String) {
        for child in &element.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(inside) if is_seen && inside.has_class("visually-hidden") => {}
                Node::Element(inside) => add(inside, is_seen, out),
            }
        }
    }
    let mut out = String::new();
    add(element, is_seen, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who speaks to the page says what they see.
#[test]
fn a_name_begins_with_what_is_seen() {
    check("The name of a control begins with its words", |page| {
        let controls = ["a", "button", "summary", "label"];
        faulty(
            controls.into_iter().flat_map(|tag| page.named(tag)).collect(),
            |control| {
                let label = control.get("aria-label").map(str::to_owned);
                let name = label.unwrap_or_else(|| words(control, false));
                // A made-up language puts more words behind the text.
                let seen = words(control, true);
                !name.starts_with(seen.split(['~', ']']).next().unwrap_or_default())
            },
        )
    });
}

/// Whoever reads line by line meets each answer once: its words are the name of its button, and nothing beside it.
#[test]
fn an_answer_is_one_stop() {
    check(
        "The words of an answer are the name of its button alone",
        |page| {
            let labels = page.named("label");
            let scales = labels.into_iter().filter(|label| label.has_class("scale__label"));
            faulty(scales.collect(), |label| {
                let inputs = label.named("input");
                let [input] = &inputs[..] else { return true };
                let name = input.get("aria-labelledby");
                let named = label
                    .all()
                    .into_iter()
                    .find(|inside| name.is_some() && inside.get("id") == name);
                named.is_none_or(|named| {
                    named.get("aria-hidden") != Some("true") || words(named, false) != words(label, false)
                })
            })
        },
    );
}

/// What the program moves the focus to is read out by its name: a heading by its words, a group by what it is called.
#[test]
fn what_takes_the_focus_has_a_name() {
    check("What takes the focus has a name", |page| {
        faulty(page.all(), |element| {
            let is_named = match element.tag.as_str() {
                "h1" | "h2" | "h3" | "p" | "fieldset" => true,
                tag => {
                    (tag == "section" || element.get("role") == Some("group"))
                        && (element.get("aria-label").is_some() || element.get("aria-labelledby").is_some())
                }
            };
            element.get("tabindex") == Some("-1") && !is_named && !element.texts().concat().trim().is_empty()
        })
    });
}

/// Orca takes the own words of what a name is made of. A list has none: then the name is said, and before it what of it has
/// words, twice.
#[test]
fn no_list_is_a_name() {
    check("A name is not made of a list", |page| {
        let lists = page
            .all()
            .into_iter()
            .filter(|element| matches!(&*element.tag, "ul" | "ol" | "dl"));
        let lists: Vec<&str> = lists.filter_map(|list| list.get("id")).collect();
        faulty(page.all(), |element| {
            let name = element.get("aria-labelledby").unwrap_or_default();
            name.split(' ').any(|id| lists.contains(&id))
        })
    });
}

/// Orca says nothing of a heading that is the first text of its screen, if the button that led there has gone.
#[test]
fn words_stand_before_the_heading_of_a_screen() {
    check("A heading is not the first text of its screen", |page| {
        let screens = page
            .all()
            .into_iter()
            .filter(|element| element.has_class("screen"));
        let first = |screen: &Element| {
            let title = screen.named("h1").first().map(|title| words(title, true));
            let all = words(screen, false);
            title.filter(|title| all.starts_with(title.as_str()))
        };
        screens.filter_map(first).collect()
    });
}

#[test]
fn buttons_are_buttons() {
    check("A button does not send a form", |page| {
        faulty(page.named("button"), |button| {
            button.get("type") != Some("button")
        })
    });
}

#[test]
fn drawings_are_named_or_hidden() {
    check("A drawing has a name or is hidden", |page| {
        faulty(page.named("svg"), |svg| {
            let named =
                svg.get("role") == Some("img") && svg.get("aria-label").is_some_and(|name| !name.is_empty());
            let hidden = svg.get("aria-hidden") == Some("true");
            named == hidden
        })
    });
}

#[test]
fn tables_have_a_caption_and_heads_a_scope() {
    check("A table has a caption, a head a scope", |page| {
        let mut faults = faulty(page.named("table"), |table| {
            table
                .named("caption")
                .iter()
                .all(|caption| caption.texts().concat().is_empty())
        });
        faults.extend(faulty(page.named("th"), |head| {
            !matches!(head.get("scope"), Some("col" | "row" | "rowgroup" | "colgroup"))
        }));
        faults
    });
}

#[test]
fn groups_have_a_legend() {
    check("A group begins with its legend", |page| {
        faulty(page.named("fieldset"), |group| {
            let first = group.all().get(1).is_some_and(|child| child.tag == "legend");
            !first || group.named("legend").len() != 1 || group.named("legend")[0].texts().concat().is_empty()
        })
    });
}

#[test]
fn radio_buttons_stand_in_a_group() {
    check("A radio button stands in a group", |page| {
        let in_groups: Vec<_> = page
            .named("fieldset")
            .into_iter()
            .flat_map(|group| group.named("input"))
            .filter_map(|input| input.get("id"))
            .collect();
        faulty(page.named("input"), |input| {
            input.get("type") == Some("radio") && !in_groups.contains(&input.get("id").unwrap_or_default())
        })
    });
}

#[test]
fn headings_skip_no_level() {
    check("One first heading, and no level is skipped", |page| {
        let mut faults = Vec::new();
        let levels: Vec<_> = page
            .all()
            .into_iter()
            .filter_map(|element| element.tag.strip_prefix('h')?.parse::<u8>().ok())
            .collect();
        if levels.first() != Some(&1) || levels[1..].contains(&1) {
            faults.push(format!("{levels:?}"));
        }
        if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            faults.push(format!("skipped: {levels:?}"));
        }
        faults
    });
}

#[test]
fn the_heading_can_take_focus() {
    check("The heading can be focused", |page| {
        faulty(page.named("h1"), |heading| {
            heading.get("id") != Some("phc-title") || heading.get("tabindex") != Some("-1")
        })
    });
}

/// A strict policy of the page blocks these; and a name that the person typed is never more than a text.
#[test]
fn nothing_runs_and_nothing_is_styled_inline() {
    check("No inline style, script or handler", |page| {
        faulty(page.all(), |element| {
            ["script", "style", "iframe", "object"].contains(&element.tag.as_str())
                || element.attributes.iter().any(|(name, value)| {
                    let address = ["href", "src", "action"].contains(&name.as_str());
                    name == "style" || name.starts_with("on") || (address && value.starts_with("javascript:"))
                })
        })
    });
}

#[test]
fn the_page_has_its_landmarks_once() {
    check(
        "Header, main and footer once, without a main in somebody else's page; navigations named; language and direction set",
        |page| {
            let is_guest = !page.named("a").iter().any(|link| link.has_class("skip"));
            let mut faults: Vec<_> = ["header", "main", "footer"]
                .into_iter()
                .filter(|tag| page.named(tag).len() != usize::from(*tag != "main" || !is_guest))
                .map(str::to_owned)
                .collect();
            // A reader tells them apart by name.
            let names: Vec<_> = page
                .named("nav")
                .iter()
                .map(|nav| nav.get("aria-label"))
                .collect();
            let distinct: BTreeSet<_> = names.iter().flatten().collect();
            if names.is_empty() || distinct.len() != names.len() {
                faults.push(format!("nav {names:?}"));
            }
            let direction = if page.get("lang") == Some("qps-rtl") {
                "rtl"
            } else {
                "ltr"
            };
            if page.get("dir") != Some(direction) {
                faults.push("dir".to_owned());
            }
            faults
        },
    );
}

#[test]
fn no_statement_is_answered_beforehand() {
    let pages = unanswered(Texts::english());
    assert!(pages.len() > 100);
    for example in pages {
        let page = parse(&markup(example.state));
        let radios: Vec<_> = page
            .named("input")
            .into_iter()
            .filter(|input| input.get("type") == Some("radio"))
            .collect();
        assert!(!radios.is_empty(), "{}", example.name);
        for radio in radios {
            assert_eq!(radio.get("checked"), None, "{}: {}", example.name, shown(radio));
        }
    }
}

/// So that any tool can fill the form in.
#[test]
fn radio_buttons_have_the_promised_names_and_values() {
    let mut names = BTreeSet::new();
    for example in unanswered(Texts::english()) {
        let page = parse(&markup(example.state));
        for group in page.named("fieldset") {
            let inputs = group.named("input");
            let name = inputs[0].get("name").unwrap_or_default();
            let values: Vec<_> = inputs.iter().filter_map(|input| input.get("value")).collect();
            if name == "stage" {
                assert_eq!(values, ["forming", "storming", "norming", "performing", "unsure"]);
            } else {
                assert!(is_statement(name), "{name}");
                assert_eq!(values, ["1", "2", "3", "4", "5", "dk", "na"], "{name}");
            }
            assert!(
                inputs.iter().all(|input| input.get("name") == Some(name)),
                "{name}"
            );
            names.insert(name.to_owned());
        }
    }
    assert_eq!(names.len(), 70 + 1);
}

#[test]
fn only_the_length_is_chosen_on_the_start_screen() {
    let start = examples(Texts::english())
        .into_iter()
        .find(|example| example.name == "start");
    let page = parse(&markup(start.expect("an example").state));
    let checked: Vec<_> = page
        .named("input")
        .into_iter()
        .filter(|input| input.get("checked").is_some())
        .filter_map(|input| input.get("id"))
        .collect();
    assert_eq!(checked, ["length-full"]);
}
