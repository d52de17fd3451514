//! The embed code for the chosen options. Attributes equal to the element's defaults are omitted. Every value is
//! escaped, so that it cannot end its attribute.

use super::looks;
use crate::app::chair::State;
use crate::app::chair::builder::{Code, EVENTS, Form, LEVEL};
use crate::content::{Key, keys};
use crate::domain::ids::{Kind, Length, Side};
use crate::formats::escape::markup;
use crate::formats::link::encode_invitation;

/// Name of the element.
pub const ELEMENT: &str = "partnership-health-check";

/// The script for the head of a host's page.
const HEAD: &str = include_str!("../../embed/head.js");

/// An attribute and its value.
pub type Attribute = (&'static str, String);

/// The folder of the page with this address.
pub fn folder(address: &str) -> &str {
    let end = address.rfind('/').map_or(0, |at| at + 1);
    &address[..end]
}

/// A storage key made from the folders of the page with this address; `None` at the top of its site. Organisations that
/// share a site have a folder each there, and one storage in the browser.
pub fn proposed_key(address: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let (_, rest) = folder(address).split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let mut key = words.join("-").to_ascii_lowercase();
    key.truncate(LONGEST);
    let key = key.trim_end_matches('-');
    (!key.is_empty()).then(|| key.to_owned())
}

/// A folder as a policy names it: with all that is in it, and no more of its site. Two letters that may stand in an
/// address end a source in a policy.
pub fn source(folder: &str) -> String {
    folder.replace(';', "%3B").replace(',', "%2C")
}

/// The folder with the files of the custom element, as a policy names it.
pub fn embed_source(state: &State) -> String {
    let context = &state.context;
    let folder = [folder(&context.address), "embed/"].concat();
    source(&folder)
}

/// The attributes of the element, in the order in which they are written.
pub fn attributes(form: &Form) -> Vec<Attribute> {
    let words = form.words();
    let payload = form.invitation().map(|invitation| encode_invitation(&invitation));
    // An invitation says kind and length, and the visitor the side.
    let free = payload.is_none();
    let chosen = [
        ("invitation", payload.as_deref()),
        ("kind", form.kind.map(Kind::id).filter(|_| free)),
        ("side", form.side().map(Side::id).filter(|_| free)),
        ("length", form.length.map(Length::id).filter(|_| free)),
        ("lang", form.language),
        ("words", words.as_deref()),
        ("storage-key", form.storage_key()),
        ("link-base", form.own_links.then_some("own")),
        ("keep", form.keep()),
        ("loading", form.eager.then_some("eager")),
        ("scores", form.scores.then_some("")),
    ];
    let mut found: Vec<Attribute> = chosen
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?.to_owned())))
        .collect();
    if form.level != LEVEL {
        found.push(("heading-level", form.level.to_string()));
    }
    found
}

/// A piece of code, to be shown and copied.
pub fn code(state: &State, code: Code) -> String {
    match code {
        Code::Head => head(&state.builder.form),
        Code::Html => html(state),
        Code::Looks => rule(&state.builder.form),
        Code::Events => listener(state),
        Code::Shortcode => shortcode(state),
        Code::Frame => frame(state),
        Code::Address => folder(&state.context.address).to_owned(),
        Code::Policy => {
            let files = embed_source(state);
            ["script-src ", &files, " 'wasm-unsafe-eval'; connect-src ", &files].concat()
        }
        Code::FramePolicy => {
            let page = source(folder(&state.context.address));
            ["frame-src ", &page, "; script-src ", &embed_source(state)].concat()
        }
    }
}

/// Two lines that take a link out of the page's address before other scripts run, and hand it to the loader; empty if
/// links do not open the page.
fn head(form: &Form) -> String {
    if form.own_links {
        return String::new();
    }
    ["<script>\n", HEAD, "</script>"].concat()
}

/// Script tag and element. The content of the element is shown until the check has started, and if it cannot start.
fn html(state: &State) -> String {
    let texts = state.context.texts;
    // Said, so that it holds for a copy of the files on another site too.
    let mut attributes = attributes(&state.builder.form);
    attributes.push(("own-page", folder(&state.context.address).to_owned()));
    [
        &script(state, "partnership-health-check.js"),
        "\n<",
        ELEMENT,
        &written(&attributes),
        ">\n  <p><a",
        &attribute("href", folder(&state.context.address)),
        ">",
        &markup(texts.get(keys::builder::TAKE)),
        "</a></p>\n</",
        ELEMENT,
        ">",
    ]
    .concat()
}

fn script(state: &State, file: &str) -> String {
    let context = &state.context;
    let address = [folder(&context.address), "embed/", file].concat();
    [
        "<script type=\"module\" fetchpriority=\"low\"",
        &attribute("src", &address),
        "></script>",
    ]
    .concat()
}

/// The looks as a CSS rule, for the site's style sheet or the preview; empty if none were chosen.
fn rule(form: &Form) -> String {
    let properties = looks::properties(form);
    if properties.is_empty() {
        return String::new();
    }
    let mut rule = [ELEMENT, " {\n"].concat();
    for (name, value) in properties {
        rule.extend(["  ", name, ": ", &value, ";\n"]);
    }
    rule.push('}');
    rule
}

/// The description of each event, in the order of [`EVENTS`].
pub const EVENT_WORDS: [Key; EVENTS.len()] = [
    keys::builder::EVENT_START,
    keys::builder::EVENT_ANSWER,
    keys::builder::EVENT_FINISH,
    keys::builder::EVENT_SHARE,
    keys::builder::EVENT_DELETE,
    keys::builder::EVENT_ERROR,
];

/// A script that logs the chosen events to the console, as a starting point; empty if none were chosen.
fn listener(state: &State) -> String {
    let chosen: Vec<usize> = (0..EVENTS.len())
        .filter(|event| state.builder.form.events[*event])
        .collect();
    if chosen.is_empty() {
        return String::new();
    }
    let mut script = [
        "<script type=\"module\">\n  const check = document.querySelector(\"",
        ELEMENT,
        "\");\n",
    ]
    .concat();
    for event in chosen {
        script.extend([
            "  // ",
            state.context.texts.get(EVENT_WORDS[event]),
            "\n  check.addEventListener(\"",
            EVENTS[event],
            "\", ({ type, detail }) => console.log(type, detail));\n",
        ]);
    }
    script.push_str("</script>");
    script
}

/// The plugin's shortcode, with the element's attributes. The plugin has the element's files but not the own page, so
/// the shortcode includes that page's address.
fn shortcode(state: &State) -> String {
    let mut attributes = attributes(&state.builder.form);
    attributes.push(("own-page", folder(&state.context.address).to_owned()));
    ["[partnership_health_check", &written(&attributes), "]"].concat()
}

/// An iframe with the own page, and the script that sizes it to its content.
fn frame(state: &State) -> String {
    let mut attributes = vec![
        ("src", folder(&state.context.address).to_owned()),
        ("title", state.context.texts.get(keys::app::NAME).to_owned()),
        ("width", "100%".to_owned()),
        ("height", "800".to_owned()),
        // Without this permission a cross-origin frame cannot copy links.
        ("allow", "clipboard-write; web-share".to_owned()),
        // No border, without a style attribute, which a site's policy may forbid.
        ("frameborder", "0".to_owned()),
    ];
    if !state.builder.form.eager {
        attributes.push(("loading", "lazy".to_owned()));
    }
    [
        // WordPress block themes place a frame without a wrapper beside the text.
        "<div><iframe",
        &written(&attributes),
        "></iframe></div>\n",
        &script(state, "frame.js"),
    ]
    .concat()
}

fn written(attributes: &[Attribute]) -> String {
    attributes
        .iter()
        .map(|(name, value)| attribute(name, value))
        .collect()
}

/// An attribute with a space before it; one without a value is its name alone.
fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        return [" ", name].concat();
    }
    [" ", name, "=\"", &markup(value), "\""].concat()
}
