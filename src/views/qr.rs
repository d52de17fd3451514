//! A link as a QR code, with the link as text beside it.

use yew::prelude::*;

use super::memo::{Memo, Part};
use crate::charts::qr::{Code, code};
use crate::content::{Texts, keys};

/// What the code of a link depends on.
#[derive(Properties, PartialEq)]
struct CodeProps {
    texts: Texts,
    link: String,
}

impl Part for CodeProps {
    fn draw(&self) -> Html {
        let Some(code) = code(&self.link) else {
            return html! { <p>{ self.texts.get(keys::qr::TOO_LONG) }</p> };
        };
        html! {
            <figure class="qr">
                { draw(&code, self.texts.get(keys::qr::LABEL)) }
                <figcaption>
                    <p>{ self.texts.get(keys::qr::SAY) }</p>
                    <p class="qr__link" dir="ltr">{ self.link.clone() }</p>
                </figcaption>
            </figure>
        }
    }
}

/// Draws the code of a link, or says that the link is too long for one. The code is worked out again only for another link.
pub(crate) fn qr(texts: Texts, link: impl Into<String>) -> Html {
    html! { <Memo<CodeProps> {texts} link={link.into()} /> }
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
