//! A link as a QR code, with the link as text beside it.

use yew::prelude::*;

use crate::charts::qr::{Code, code};
use crate::content::{Texts, keys};

/// What the code of a link depends on.
#[derive(Properties, PartialEq)]
struct Props {
    texts: Texts,
    link: String,
}

/// A component, so that the code of a link that stays as it is is not worked out again with each change of its screen.
struct LinkCode;

impl Component for LinkCode {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { texts, link } = ctx.props();
        figure(*texts, link)
    }
}

/// Draws the code of a link inside the chair's component, or says that the link is too long for one.
pub(crate) fn qr(texts: Texts, link: impl Into<String>) -> Html {
    html! { <LinkCode {texts} link={link.into()} /> }
}

/// The same, at once: on screens of the root, where all is drawn in one task. A component may be drawn after a translator
/// has been at work in between.
pub(crate) fn figure(texts: Texts, link: &str) -> Html {
    let Some(code) = code(link) else {
        return html! { <p>{ texts.get(keys::qr::TOO_LONG) }</p> };
    };
    html! {
        <figure class="qr">
            { draw(&code, texts.get(keys::qr::LABEL)) }
            <figcaption>
                <p>{ texts.get(keys::qr::SAY) }</p>
                <p class="qr__link" dir="ltr">{ link }</p>
            </figcaption>
        </figure>
    }
}

fn draw(code: &Code, label: &'static str) -> Html {
    let size = code.size.to_string();
    html! {
        <svg class="qr__code" viewBox={["0 0 ", &size, " ", &size].concat()} role="img" aria-label={label}
            focusable="false" shape-rendering="crispEdges">
            <rect class="qr__paper" width={size.clone()} height={size} />
            <path class="qr__ink" d={code.path.clone()} />
        </svg>
    }
}
