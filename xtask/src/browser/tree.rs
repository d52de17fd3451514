//! The accessibility tree as a browser hands it to a screen reader: a line for each thing in it, with role, name and
//! states, as deep as it lies.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{Browser, Engine, PATIENCE};

/// States that a person is told.
const TOLD: [&str; 15] = [
    "busy",
    "checked",
    "clickable",
    "collapsed",
    "disabled",
    "expanded",
    "focused",
    "invalid",
    "modal",
    "mixed",
    "pressed",
    "readonly",
    "required",
    "selected",
    "unavailable",
];
/// Boxes without a meaning of their own: what is in them counts, at the place of the box.
const BOXES: [&str; 5] = ["", "generic", "none", "section", "text container"];
/// What Firefox says of all that nobody can write in; it counts where one could expect to.
const WRITTEN_IN: [&str; 4] = ["entry", "textbox", "spinbutton", "combobox"];
/// How Firefox writes its tree: the content of the page as the process has it that speaks with screen readers.
const FIREFOX: &str = r#"
    const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
    // As long as somebody holds it, Firefox makes trees.
    window.phcAccessibility = service;
    const attribute = (thing, name) => {
        try {
            return thing.attributes.getStringProperty(name);
        } catch {
            // It has none of this name.
            return "";
        }
    };
    // What one presses in any case is no surprise.
    const PRESSED = ["link", "pushbutton", "radiobutton", "checkbutton", "summary", "label", "entry", "combobox",
        "combobox list", "combobox option"];
    const written = (thing) => {
        const [state, more] = [{}, {}];
        thing.getState(state, more);
        const role = service.getStringRole(thing.role);
        const states = [...service.getStringStates(state.value, more.value)];
        if (!PRESSED.includes(role) && thing.actionCount > 0 && thing.getActionName(0) === "click")
            states.push("clickable");
        const children = [];
        for (let at = 0; at < thing.childCount; at++) children.push(written(thing.getChildAt(at)));
        return {
            role,
            kind: role === "heading" ? attribute(thing, "level") : role === "landmark" ? attribute(thing, "xml-roles") : "",
            name: thing.name ?? "",
            description: thing.description ?? "",
            states,
            children,
        };
    };
    try {
        const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
        return page ? written(page) : null;
    } catch {
        // It changes while it is read.
        return null;
    }"#;

/// A thing in the tree.
struct Thing {
    role: String,
    /// The level of a heading, and which landmark it is.
    kind: String,
    name: String,
    description: String,
    states: Vec<String>,
    children: Vec<Thing>,
}

impl Browser {
    /// The tree of the page, when it has stopped changing; nothing in `WebKit`, which gives it to nobody but screen readers.
    pub async fn tree(&self) -> Result<Option<String>> {
        if self.engine() == Engine::WebKit {
            return Ok(None);
        }
        let end = Instant::now() + PATIENCE;
        let mut before = None;
        loop {
            let now = match self.engine() {
                Engine::Chromium => Some(self.tree_of_chromium().await?),
                _ => self.tree_of_firefox().await?,
            };
            if now.is_some() && now == before {
                return Ok(now);
            }
            if Instant::now() > end {
                bail!("The accessibility tree does not come to rest.");
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    async fn tree_of_chromium(&self) -> Result<String> {
        let found = self.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = found["nodes"].as_array().context("Chromium has no tree.")?;
        let by_id: HashMap<&str, &Value> = nodes
            .iter()
            .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
            .collect();
        let root = nodes.first().context("The tree is empty.")?;
        Ok(text(&from_chromium(root, &by_id)))
    }

    async fn tree_of_firefox(&self) -> Result<Option<String>> {
        self.set_context("chrome").await?;
        let found = self.run(FIREFOX, vec![]).await;
        self.set_context("content").await?;
        let found = found?;
        let is_ready = !found.is_null() && !has_state(&found, "busy");
        Ok(is_ready.then(|| text(&from_firefox(&found))))
    }
}

fn has_state(thing: &Value, state: &str) -> bool {
    strings(&thing["states"]).any(|found| found == state)
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn from_firefox(thing: &Value) -> Thing {
    let word = |name: &str| thing[name].as_str().unwrap_or_default().to_owned();
    Thing {
        role: word("role"),
        kind: word("kind"),
        name: word("name"),
        description: word("description"),
        states: strings(&thing["states"]).map(str::to_owned).collect(),
        children: thing["children"]
            .as_array()
            .into_iter()
            .flatten()
            .map(from_firefox)
            .collect(),
    }
}

fn from_chromium(node: &Value, by_id: &HashMap<&str, &Value>) -> Thing {
    let word = |name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
    let is_ignored = node["ignored"] == true;
    let properties = || node["properties"].as_array().into_iter().flatten();
    let role = if is_ignored { String::new() } else { word("role") };
    let level = properties().find(|property| property["name"] == "level");
    Thing {
        kind: level
            .filter(|_| role == "heading")
            .map_or_else(String::new, |level| level["value"]["value"].to_string()),
        role,
        name: if is_ignored { String::new() } else { word("name") },
        description: word("description"),
        states: properties()
            .filter_map(|property| {
                let name = property["name"].as_str()?;
                match &property["value"]["value"] {
                    Value::Bool(true) => Some(name.to_owned()),
                    Value::Bool(false) if name == "expanded" => Some("collapsed".to_owned()),
                    Value::String(value) if value == "true" => Some(name.to_owned()),
                    Value::String(value) if value == "mixed" => Some(value.clone()),
                    _ => None,
                }
            })
            .collect(),
        children: strings(&node["childIds"])
            .filter_map(|id| by_id.get(id))
            .map(|child| from_chromium(child, by_id))
            .collect(),
    }
}

fn text(root: &Thing) -> String {
    let mut lines = String::new();
    write(root, 0, "", &mut lines);
    lines
}

fn write(thing: &Thing, depth: usize, above: &str, lines: &mut String) {
    // Lines of letters, as they are laid out, differ with the width of a letter.
    if thing.role == "InlineTextBox" {
        return;
    }
    let is_text = ["StaticText", "text leaf"].contains(&thing.role.as_str());
    let name = thing.name.trim();
    // What is in the name of the thing around it has been told there.
    if is_text && above.contains(name) {
        return;
    }
    let has_focus = thing.states.iter().any(|state| state == "focused");
    let is_box = BOXES.contains(&thing.role.as_str()) && name.is_empty() && !has_focus;
    let inside = if is_box { depth } else { depth + 1 };
    if !is_box {
        lines.push_str(&"  ".repeat(depth));
        lines.push_str(&told(thing, if is_text { "text" } else { &thing.role }));
        lines.push('\n');
    }
    for child in &thing.children {
        write(child, inside, if is_box { above } else { name }, lines);
    }
}

/// What a person is told of a thing, except of what is in it.
fn told(thing: &Thing, role: &str) -> String {
    let (name, description) = (thing.name.trim(), thing.description.trim());
    let is_written_in = WRITTEN_IN.contains(&role);
    let mut states: Vec<&str> = thing.states.iter().map(String::as_str).collect();
    states.retain(|state| TOLD.contains(state) && (*state != "readonly" || is_written_in));
    states.sort_unstable();
    let mut told = vec![role.to_owned()];
    if !thing.kind.is_empty() {
        told.push(format!(" {}", thing.kind));
    }
    if !name.is_empty() {
        told.push(format!(" “{name}”"));
    }
    told.extend(states.into_iter().map(|state| format!(", {state}")));
    if !description.is_empty() && description != name {
        told.push(format!(" – {description}"));
    }
    told.concat()
}
