//! The markup of every example, as it was last reviewed.

use std::collections::BTreeMap;

use partnership_health_check::app::State;
use partnership_health_check::app::chair::builder::{self, Code};
use partnership_health_check::app::chair::{Effect, Message, update};
use partnership_health_check::app::form::Change;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::{Texts, keys, pseudo};
use partnership_health_check::domain::answer::Stage;
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::views::{begun, first_page, markup, sides};

use crate::chair;
use crate::early::markup_without_second;
use crate::examples::{examples, waiting};
use crate::golden;
use crate::html::{Element, Node, parse};

/// The golden file of what stands around every screen: on the own page, in somebody else's, and where that page is told
/// scores.
fn frame_of(name: &str) -> String {
    let guests = ["guest-scores-", "guest-"];
    let guest = guests.into_iter().find(|guest| name.starts_with(guest));
    [guest.unwrap_or_default(), "frame.html"].concat()
}

#[test]
fn screens_look_as_reviewed() {
    let drawn = examples(Texts::english())
        .into_iter()
        .map(|example| (example.name, markup(example.state)));
    let waiting = waiting(Texts::first_of_english())
        .into_iter()
        .map(|example| (example.name, markup_without_second(example.state)));
    let chair = chair::examples(Texts::english())
        .into_iter()
        .map(|example| (example.name.to_owned(), example.markup()));
    let mut found = BTreeMap::new();
    let mut navigations = String::new();
    for (name, markup) in drawn.chain(waiting).chain(chair) {
        let mut screen = parse(&markup);
        leave_out_wheels(&mut screen);
        navigations.extend([name.as_str(), ": ", &take_navigation(&mut screen), "\n"]);
        let frame = take_frame(&mut screen).pretty();
        let first = found.entry(frame_of(&name)).or_insert_with(|| frame.clone());
        assert_eq!(*first, frame, "{name} has another header or footer");
        found.insert(format!("{name}.html"), screen.pretty());
    }
    found.insert("navigation.txt".to_owned(), navigations);
    golden::check("markup", &found);
}

/// A browser may refuse to copy: then the focus goes to a field in which it stands, and which selects it.
#[test]
fn what_is_not_copied_stands_in_a_field_that_gets_the_focus() {
    let mut seen = 0;
    for example in chair::examples(Texts::english()) {
        let (name, mut tried) = (example.name, example);
        if tried.state.context.place == Place::Builder {
            let copy = builder::Message::CopyPressed(Code::Html, String::new());
            update(&mut tried.state, Message::Builder(copy));
        }
        let effects = update(&mut tried.state, Message::Copied(false));
        let screen = parse(&tried.markup());
        let buttons = screen.named("button").into_iter();
        let mut buttons = buttons.map(|button| button.texts().concat());
        if !buttons.any(|words| words.starts_with("Copy ")) {
            continue;
        }
        let [Effect::Focus(id)] = &effects[..] else {
            panic!("{name}: {effects:?}")
        };
        let all = screen.all();
        let field = all.iter().find(|element| element.get("id") == Some(id));
        assert!(
            field.is_some_and(|field| field.get("readonly").is_some()),
            "{name}: {id}"
        );
        seen += 1;
    }
    assert!(seen > 4, "{seen}");
}

/// A browser may have cleared its stores between two visits: whoever finds nothing learns what brings a check back.
#[test]
fn where_nothing_is_kept_the_start_leads_to_what_brings_a_check_back() {
    let mut seen = [0; 2];
    for example in examples(Texts::english()) {
        if !example.name.starts_with("start") && !example.name.ends_with("-start") {
            continue;
        }
        let is_empty = example.state.record.checks.is_empty();
        let screen = parse(&markup(example.state));
        let ways = screen.named("a").into_iter();
        let mut back =
            ways.filter(|way| way.texts().concat() == Texts::english().get(keys::start::BRING_BACK));
        let leads = back.any(|way| way.get("href") == Some("#earlier"));
        assert_eq!(leads, is_empty, "{}", example.name);
        seen[usize::from(is_empty)] += 1;
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
    let words = Texts::english().get(keys::earlier::NOTHING);
    assert!(words.contains("file") && words.contains("link"), "{words}");
}

/// Takes the navigation out of the header: it differs from screen to screen. Returns its ways in one line, the current one
/// in brackets.
fn take_navigation(screen: &mut Element) -> String {
    let ways = screen
        .named("a")
        .into_iter()
        .filter(|way| way.has_class("nav__way"));
    let words = ways.map(|way| {
        let words = format!("{} {}", way.texts().concat(), way.get("href").unwrap_or_default());
        if way.get("aria-current").is_some() {
            format!("[{words}]")
        } else {
            words
        }
    });
    let line = words.collect::<Vec<_>>().join(" | ");
    for child in &mut screen.children {
        if let Node::Element(header) = child
            && header.tag == "header"
        {
            header
                .children
                .retain(|inner| !matches!(inner, Node::Element(inner) if inner.tag == "nav"));
        }
    }
    line
}

/// Takes the header and the footer out of a screen and returns them, so that a change to them changes one golden
/// file. What differs from screen to screen stays: the counts for tools, and whether the answers are saved.
fn take_frame(screen: &mut Element) -> Element {
    let saved = screen
        .named("span")
        .into_iter()
        .find(|span| span.has_class("top__kept"));
    let saved = Node::Element(saved.expect("the save status").clone());
    let mut frame = screen.clone();
    frame.attributes.retain(|(name, _)| !name.starts_with("data-"));
    screen.attributes.retain(|(name, _)| name.starts_with("data-"));
    screen.children.retain(|child| !is_frame(child));
    screen.children.insert(0, saved.clone());
    for child in &mut frame.children {
        if let Node::Element(child) = child {
            child.children.retain(|inner| *inner != saved);
        }
        if !is_frame(child) {
            *child = Node::Text("the screen".to_owned());
        }
    }
    frame.children.dedup();
    frame
}

fn is_frame(child: &Node) -> bool {
    matches!(child, Node::Element(element)
        if ["header", "footer"].contains(&element.tag.as_str()) || element.has_class("skip"))
}

/// The wheels are compared on their own, in `tests/golden/charts`.
fn leave_out_wheels(element: &mut Element) {
    if element.has_class("wheel") {
        element.children = vec![Node::Text("see tests/golden/charts".to_owned())];
    }
    for child in &mut element.children {
        if let Node::Element(element) = child {
            leave_out_wheels(element);
        }
    }
}

#[test]
fn the_first_screen_is_the_start() {
    let first = partnership_health_check::views::first_screen(Texts::english());
    let start = examples(Texts::english())
        .into_iter()
        .find(|example| example.name == "start");
    assert_eq!(first, markup(start.expect("an example").state));
}

/// Of whoever sent it, not of whoever reads.
#[test]
fn a_shared_summary_says_you_to_nobody_but_its_reader() {
    let texts = Texts::english();
    // Statements, questions, steps and the stages' words speak as the partners do.
    let quoted: Vec<&str> = StatementId::all()
        .flat_map(|statement| [Side::First, Side::Second].map(|side| texts.statement(statement, side)))
        .chain(
            Topic::all()
                .flat_map(|topic| [texts.talk(topic), texts.first_step(topic), texts.next_step(topic)]),
        )
        .chain(Stage::ALL.map(|stage| texts.stage_advice(stage)))
        .collect();
    let mut said = 0;
    for example in examples(texts) {
        if !["shared", "shared-with-names"].contains(&example.name.as_str()) {
            continue;
        }
        let page = parse(&markup(example.state));
        let result = page.all().into_iter().find(|found| found.has_class("result"));
        // What is said to the reader stands in the banner.
        for part in result
            .expect("a result")
            .children
            .iter()
            .filter_map(|child| match child {
                Node::Element(part) if !part.has_class("banner") && !part.has_class("onward") => Some(part),
                _ => None,
            })
        {
            for words in part.texts() {
                said += 1;
                let is_you = |word: &str| ["you", "your", "yours"].contains(&word.to_lowercase().as_str());
                let you = words.split(|letter: char| !letter.is_alphabetic()).any(is_you);
                assert!(!you || quoted.contains(&words), "{}: {words}", example.name);
            }
        }
    }
    assert!(said > 100);
}

#[test]
fn without_a_score_nothing_is_called_weak_or_strong() {
    let texts = Texts::english();
    let drawn = |name: &str| {
        let mut all = examples(texts).into_iter();
        let found = all.find(|example| example.name == name);
        markup(found.expect("an example").state)
    };
    for (key, where_true) in [
        (keys::result::KEEP_NONE, "result-weak"),
        (keys::result::GUIDES_NONE, "result-strong"),
    ] {
        assert!(drawn(where_true).contains(texts.get(key)));
        assert!(
            !drawn("result-nothing-known").contains(texts.get(key)),
            "{}",
            texts.get(key)
        );
    }
}

#[test]
fn what_stands_in_before_the_program_is_what_the_program_draws() {
    for texts in [
        Texts::english(),
        Texts::from_file(pseudo::RIGHT_TO_LEFT).expect("a language"),
    ] {
        for kind in Kind::ALL {
            for length in Length::ALL {
                let whole = parse(&markup(begun(texts, length, kind)));
                let alone = ["<main>", &first_page(texts, length, kind), "</main>"].concat();
                assert_eq!(parse(&alone).children, whole.named("main")[0].children);
            }
            let mut state = State::new(texts);
            state.form.apply(Change::Kind(kind));
            let (whole, sides) = (markup(state), sides(texts, kind));
            assert_eq!(sides.is_empty(), !kind.has_pairs());
            assert!(whole.contains(&sides));
        }
    }
}

#[test]
fn only_the_number_of_pages_and_statements_depends_on_the_kind() {
    // The own page holds one first page for all kinds with sides.
    let texts = Texts::english();
    for length in Length::ALL {
        for kind in Kind::ALL.into_iter().filter(|kind| kind.has_pairs()) {
            assert_eq!(
                first_page(texts, length, kind),
                first_page(texts, length, Kind::ALL[0])
            );
        }
    }
}

#[test]
fn no_way_leads_to_a_result_that_is_not_there() {
    let mut without = 0;
    for example in chair::examples(Texts::english()) {
        let own = example.state.context.own();
        if own.is_some_and(|check| check.finished.value.is_some()) {
            continue;
        }
        without += 1;
        let name = example.name;
        let page = parse(&example.markup());
        let leads = |link: &&Element| link.get("href") == Some("#result");
        assert!(!page.named("main")[0].named("a").iter().any(leads), "{name}");
    }
    assert!(without > 2);
}
