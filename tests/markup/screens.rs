//! The markup of every example, as it was last reviewed.

use partnership_health_check::content::Texts;
use partnership_health_check::views::markup;

use crate::early::markup_without_later;
use crate::examples::{examples, waiting};
use crate::golden;
use crate::html::{Element, Node, parse};
use crate::together;

#[test]
fn screens_look_as_reviewed() {
    let drawn = examples(Texts::english())
        .into_iter()
        .map(|example| (example.name, markup(example.state)));
    let waiting = waiting(Texts::first_of_english())
        .into_iter()
        .map(|example| (example.name, markup_without_later(example.state)));
    let together = together::examples(Texts::english())
        .into_iter()
        .map(|example| (example.name.to_owned(), example.markup()));
    let found = drawn
        .chain(waiting)
        .chain(together)
        .map(|(name, markup)| {
            let mut screen = parse(&markup);
            leave_out_wheels(&mut screen);
            (format!("{name}.html"), screen.pretty())
        })
        .collect();
    golden::check("markup", &found);
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
