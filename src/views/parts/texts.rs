//! Headings and lists of words.

use yew::prelude::*;
use yew::virtual_dom::{AttrValue, VText};

use crate::content::{Texts, keys};

/// Words as markup, for a piece whose label may be markup too.
pub(crate) fn words(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// A line for who listens before the heading of a screen. Orca does not read out a heading that is the first text of its
/// screen when the focus comes from a button that has gone.
pub(crate) fn before_title(texts: Texts) -> Html {
    html! { <p class="visually-hidden">{ texts.get(keys::app::NAME) }</p> }
}

/// The heading of a screen; it gets the focus when the screen changes.
pub(crate) fn title(texts: Texts, words: impl Into<AttrValue>) -> Html {
    html! {
        <>
            { before_title(texts) }
            { title_alone(words) }
        </>
    }
}

/// The heading alone, where the name of the check is not known yet.
pub(crate) fn title_alone(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <h1 class="title" id="phc-title" tabindex="-1">{ words }</h1> }
}

/// The heading of a screen that is one of several, after words for who listens that say which, such as "Step 2 of 17". Each has
/// an element of its own: one that had the focus before would not be read out again.
pub(crate) fn title_of(place: &str, words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! {
        <h1 class="title" id="phc-title" tabindex="-1" key={place}>
            <span class="visually-hidden">{ [place, ": "].concat() }</span>{ words }
        </h1>
    }
}

/// A description list.
pub(crate) fn terms(lines: Vec<(&'static str, String)>) -> Html {
    html! {
        <dl class="terms">{ for lines.into_iter().map(|(term, words)| html! {
            <div class="terms__line"><dt>{ term }</dt><dd><bdi>{ words }</bdi></dd></div>
        }) }</dl>
    }
}

/// A disclosure, closed at first.
pub(crate) fn disclosure(label: &'static str, inside: Html) -> Html {
    disclosure_of(words(label), inside)
}

/// The same, of a list, whose label says which entry it is for.
pub(crate) fn disclosure_of(label: Html, inside: Html) -> Html {
    html! {
        <details class="disclosure">
            <summary class="disclosure__label">{ label }</summary>
            <div class="disclosure__inside">{ inside }</div>
        </details>
    }
}

/// A section of a screen, with a heading.
pub(crate) fn block(heading: impl Into<AttrValue>, inside: Html) -> Html {
    let heading: AttrValue = heading.into();
    html! { <section class="block"><h2 class="heading">{ heading }</h2>{ inside }</section> }
}
