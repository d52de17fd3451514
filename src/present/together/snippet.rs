//! Code that puts the check on another website, made from what was chosen. What is as the element has it by itself is
//! left out, and every value is escaped, so that none breaks out of its attribute.

use super::colours;
use crate::app::together::State;
use crate::app::together::building::{Code, Form, LEVEL};
use crate::content::keys;

/// Name of the element.
pub const ELEMENT: &str = "partnership-health-check";

/// An attribute and its value.
pub type Attribute = (&'static str, String);

/// The folder of the check's own page, from its address; a language other than English has a folder inside it.
pub fn folder<'a>(address: &'a str, language: &str) -> &'a str {
    let end = address.rfind('/').map_or(0, |at| at + 1);
    let folder = &address[..end];
    let inside = [language, "/"].concat();
    match folder.strip_suffix(inside.as_str()) {
        Some(above) if language != "en" && above.ends_with('/') => above,
        _ => folder,
    }
}

/// Scheme, host and port of an address, as a policy names them.
pub fn origin(address: &str) -> &str {
    let start = address.find("://").map_or(0, |at| at + 3);
    let end = address[start..].find('/').map_or(address.len(), |at| start + at);
    &address[..end]
}

/// The address of the folder in which the check's own page lies.
pub fn own_page(state: &State) -> &str {
    folder(&state.context.address, state.context.texts.language())
}

/// The attributes of the element, in the order in which they are written.
pub fn attributes(form: &Form, own_page: &str) -> Vec<Attribute> {
    let mut found = choices(form);
    if let Some(key) = form.storage_key() {
        found.push(("storage-key", key.to_owned()));
    }
    if form.level != LEVEL {
        found.push(("heading-level", form.level.to_string()));
    }
    if form.own_links {
        found.push(("link-base", own_page.to_owned()));
    }
    found.push(("own-page", own_page.to_owned()));
    if form.eager {
        found.push(("loading", "eager".to_owned()));
    }
    if form.scores {
        found.push(("scores", String::new()));
    }
    found
}

/// What is asked.
fn choices(form: &Form) -> Vec<Attribute> {
    let chosen = [
        ("kind", form.kind.map(|kind| kind.id())),
        ("side", form.side().map(|side| side.id())),
        ("length", form.length.map(|length| length.id())),
    ];
    chosen
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?.to_owned())))
        .collect()
}

/// The code, as it is shown and copied.
pub fn code(state: &State, code: Code) -> String {
    let form = &state.building.form;
    match code {
        Code::Html => html(state),
        Code::Colours => colour_rule(form),
        Code::Shortcode => shortcode(form),
        Code::Block => ["<!-- wp:html -->\n", &html(state), "\n<!-- /wp:html -->"].concat(),
        Code::Frame => frame(state),
        Code::Policy => policy(origin(&state.context.address)),
    }
}

/// Loader and element. What stands inside the element is shown until it is ready.
fn html(state: &State) -> String {
    let own_page = own_page(state);
    let name = escaped(state.context.texts.get(keys::app::NAME));
    let mut element = ["<", ELEMENT].concat();
    for (name, value) in attributes(&state.building.form, own_page) {
        element.push_str(&attribute(name, &value));
    }
    [
        &script(own_page, "partnership-health-check.js"),
        "\n",
        &element,
        ">\n  <a",
        &attribute("href", own_page),
        ">",
        &name,
        "</a>\n</",
        ELEMENT,
        ">",
    ]
    .concat()
}

fn script(own_page: &str, file: &str) -> String {
    let address = [own_page, "embed/", file].concat();
    [
        "<script type=\"module\"",
        &attribute("src", &address),
        "></script>",
    ]
    .concat()
}

/// The colours as a rule for the site's own style sheet; empty while none was chosen.
fn colour_rule(form: &Form) -> String {
    let properties = colours::properties(form);
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

/// The shortcode of the plugin, which takes four of the choices.
fn shortcode(form: &Form) -> String {
    let mut code = "[partnership_health_check".to_owned();
    for (name, value) in choices(form).into_iter().filter(|(name, _)| *name != "side") {
        code.push_str(&attribute(name, &value));
    }
    if let Some(key) = form.storage_key() {
        code.push_str(&attribute("storage_key", key));
    }
    if form.level != LEVEL {
        code.push_str(&attribute("heading_level", &form.level.to_string()));
    }
    code.push(']');
    code
}

/// Whether something was chosen that the shortcode does not take.
pub fn exceeds_shortcode(form: &Form) -> bool {
    form.side().is_some() || form.own_links || form.eager || form.scores
}

/// The own page in a frame, with the script that sets its height.
fn frame(state: &State) -> String {
    let own_page = own_page(state);
    let title = state.context.texts.get(keys::app::NAME);
    let lazy = if state.building.form.eager {
        ""
    } else {
        " loading=\"lazy\""
    };
    [
        "<iframe",
        &attribute("src", own_page),
        &attribute("title", title),
        " width=\"100%\" height=\"900\"",
        lazy,
        " data-phc></iframe>\n",
        &script(own_page, "frame.js"),
    ]
    .concat()
}

/// What a site's policy needs at least, for the element.
fn policy(origin: &str) -> String {
    ["script-src ", origin, " 'wasm-unsafe-eval'; connect-src ", origin].concat()
}

/// An attribute with a space before it; one without a value is its name alone.
fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        return [" ", name].concat();
    }
    [" ", name, "=\"", &escaped(value), "\""].concat()
}

/// A text that means itself in HTML, between quotes and in a shortcode. Line breaks and other control characters do
/// not stay: no value of ours has any.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            '`' => out.push_str("&#96;"),
            letter => out.push(letter),
        }
    }
    out
}
