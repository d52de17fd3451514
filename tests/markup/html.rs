//! Reads what the server renderer writes, and writes it again one tag a line.

/// Elements without content.
const VOID: [&str; 4] = ["input", "br", "hr", "img"];

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Element {
    pub(crate) tag: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class")
            .is_some_and(|classes| classes.split(' ').any(|found| found == class))
    }

    /// This element and all inside it, in the order of the document.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                found.extend(element.all());
            }
        }
        found
    }

    /// All elements of this name inside it, and itself.
    pub(crate) fn named(&self, tag: &str) -> Vec<&Element> {
        self.all()
            .into_iter()
            .filter(|element| element.tag == tag)
            .collect()
    }

    /// The texts inside it, in the order of the document.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for child in &self.children {
            match child {
                Node::Element(element) => found.extend(element.texts()),
                Node::Text(text) => found.push(text),
            }
        }
        found
    }

    /// One tag a line; an element with nothing but a text stays on its line.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        out.push_str(&indent);
        self.open(out);
        match &self.children[..] {
            [] if VOID.contains(&self.tag.as_str()) => out.push('\n'),
            [] => self.close(out),
            [Node::Text(text)] => {
                out.push_str(&escaped(text));
                self.close(out);
            }
            children => {
                out.push('\n');
                for child in children {
                    match child {
                        Node::Element(element) => element.write(depth + 1, out),
                        Node::Text(text) => {
                            // A space at the end of a line could not be seen.
                            let text = escaped(text).replace(' ', "\u{1}");
                            let inner = text.trim_matches('\u{1}');
                            let shown = text.replacen(inner, &inner.replace('\u{1}', " "), 1);
                            out.extend([&indent, "  ", &shown.replace('\u{1}', "␣"), "\n"]);
                        }
                    }
                }
                out.push_str(&indent);
                self.close(out);
            }
        }
    }

    fn open(&self, out: &mut String) {
        out.extend(["<", &self.tag]);
        for (name, value) in &self.attributes {
            out.extend([" ", name, "=\"", &escaped(value).replace('"', "&quot;"), "\""]);
        }
        out.push('>');
    }

    fn close(&self, out: &mut String) {
        out.extend(["</", &self.tag, ">\n"]);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains('<'), "not escaped: {text}");
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter))
    .replace("&amp;", "&")
}

/// The one element of a markup.
pub(crate) fn parse(markup: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = markup;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = unescaped(&rest[..end]);
            open.last_mut()
                .expect("an element")
                .children
                .push(Node::Text(text));
            rest = &rest[end..];
            continue;
        };
        let end = end_of_tag(tag);
        let inside = &tag[..end];
        rest = &tag[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            let element = open.pop().expect("an open element");
            assert_eq!(element.tag, name, "closed in another order than opened");
            open.last_mut()
                .expect("an element")
                .children
                .push(Node::Element(element));
            continue;
        }
        let element = element(inside.trim_end_matches('/'));
        if VOID.contains(&element.tag.as_str()) || inside.ends_with('/') {
            open.last_mut()
                .expect("an element")
                .children
                .push(Node::Element(element));
        } else {
            open.push(element);
        }
    }
    let [root] = &open[..] else {
        panic!("not closed: {:?}", open.last().map(|element| &element.tag));
    };
    match &root.children[..] {
        [Node::Element(element)] => element.clone(),
        children => panic!("one element expected, found {}", children.len()),
    }
}

/// Position of the `>` that ends the tag, which may hold others in its attributes.
fn end_of_tag(tag: &str) -> usize {
    let mut inside = false;
    tag.find(|c: char| {
        inside ^= c == '"';
        c == '>' && !inside
    })
    .expect("the end of a tag")
}

fn element(inside: &str) -> Element {
    let (tag, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        // A browser reads `Class` as `class`; in names of SVG, such as `viewBox`, the case matters.
        let name = if rest.starts_with(|c: char| c.is_ascii_uppercase()) {
            rest[..end].to_ascii_lowercase()
        } else {
            rest[..end].to_owned()
        };
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (found, after) = quoted.split_once('"').expect("a closed quote");
            (value, rest) = (found, after);
        }
        attributes.push((name, unescaped(value)));
    }
    Element {
        tag: tag.to_owned(),
        attributes,
        children: Vec::new(),
    }
}

#[test]
fn markup_is_read_as_it_was_meant() {
    let read = parse(r#"<p class="a b" hidden>x &lt; <b>y</b> <input value="&quot;>"></p>"#);
    assert!(read.has_class("b"));
    assert_eq!(read.get("hidden"), Some(""));
    assert_eq!(read.texts(), ["x < ", "y", " "]);
    assert_eq!(read.named("input")[0].get("value"), Some("\">"));
    assert_eq!(
        read.pretty(),
        "<p class=\"a b\" hidden=\"\">\n  x &lt;␣\n  <b>y</b>\n  ␣\n  <input value=\"&quot;&gt;\">\n</p>\n"
    );
}
