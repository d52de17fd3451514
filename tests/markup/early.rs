//! Before the second module is here: the first screens are whole, and later ones say that they come.

use itertools::Itertools as _;
use partnership_health_check::app::State;
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::ids::{Side, StatementId};
use partnership_health_check::present::spoken;
use partnership_health_check::views::{frame, markup};
use yew::prelude::*;

use crate::examples::{early, waiting};
use crate::html::parse;

#[derive(PartialEq, Properties)]
struct Props {
    state: State,
}

#[component]
fn Early(props: &Props) -> Html {
    frame(&props.state, None, &Callback::noop())
}

/// The markup of a state without the second module.
pub(crate) fn markup_without_second(state: State) -> String {
    let renderer = yew::LocalServerRenderer::<Early>::with_props(Props { state }).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The markup with "One moment" in place of what each statement means: that alone comes with the second module.
fn with_meanings_to_come(markup: &str) -> String {
    let texts = Texts::english();
    StatementId::all()
        .flat_map(|statement| [Side::First, Side::Second].map(|side| (statement, side)))
        .map(|(statement, side)| [texts.meaning(statement, side), texts.example(statement, side)].join(" "))
        .fold(markup.to_owned(), |markup, meaning| {
            markup.replace(&meaning, texts.get(keys::app::LOADING))
        })
}

#[test]
fn no_word_of_the_first_screens_is_in_the_second_module() {
    let whole = early(Texts::english());
    let first = early(Texts::first_of_english());
    assert!(first.len() > 15);
    assert_eq!(first.len(), whole.len());
    for (first, whole) in first.into_iter().zip_eq(whole) {
        let name = &first.name;
        assert_eq!(spoken::title(&first.state), spoken::title(&whole.state), "{name}");
        let expected = with_meanings_to_come(&parse(&markup(whole.state)).pretty());
        assert_eq!(
            parse(&markup_without_second(first.state)).pretty(),
            expected,
            "{name}"
        );
    }
}

#[test]
fn a_screen_that_does_not_come_says_so() {
    for example in waiting(Texts::first_of_english()) {
        let failed = example.state.second_module_failed;
        assert_eq!(spoken::title(&example.state), "Partnership health check");
        let page = parse(&markup_without_second(example.state));
        assert_eq!(page.named("h1").len(), 1, "{}", example.name);
        assert_eq!(
            page.named("main")[0].named("button").len(),
            usize::from(failed),
            "{}",
            example.name
        );
        let words = page.named("main")[0].texts().concat();
        assert!(!words.trim().is_empty(), "{}", example.name);
    }
}
