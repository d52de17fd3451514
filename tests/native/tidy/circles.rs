//! No file knows one that knows it: each can be understood with those below it alone.
//!
//! What a file knows is read from its `use` lines and from the paths in its code that begin with `crate::`, `super::` or
//! `self::`. `pub use` names something for others, and is followed to the file that it names.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{assert_none, files};

/// A module's path, such as `["app", "screen"]`; of a path in the code, with the names of its items.
type Path = Vec<String>;

/// All modules with the code of their files, without comments, texts and tests.
struct Sources(BTreeMap<Path, String>);

/// Where a module says that its items can be found too: the path that others use, and the one that it names.
type Renamed = BTreeMap<Path, Path>;

fn sources() -> Sources {
    let all = files(&["src"], &[".rs"]).into_iter();
    let modules = all.filter(|source| !source.path.starts_with("src/bin/") && source.path != "src/main.rs");
    Sources(
        modules
            .map(|source| (module(&source.path), code(&source.text)))
            .collect(),
    )
}

fn module(path: &str) -> Path {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = path.split('/').filter(|part| *part != "mod" && *part != "lib");
    parts.map(str::to_owned).collect()
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut code = String::new();
    for line in text.lines() {
        let line = line.replace("\\\"", "");
        let outside: String = line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
        code.push_str(outside.split("//").next().unwrap_or_default());
        code.push('\n');
    }
    code
}

/// The paths of a tree such as `a::{b, c::{d, e as f}}`.
fn expand(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, inner)) = tree.strip_suffix('}').and_then(|tree| tree.split_once('{')) else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![path.trim().to_owned()];
    };
    let mut depth = 0;
    let branches = inner.split(|letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    let branches = branches.filter(|branch| !branch.trim().is_empty());
    branches
        .flat_map(|branch| expand(branch).into_iter().map(|path| [head, &path].concat()))
        .collect()
}

impl Sources {
    /// The path from the root of the crate; nothing for one that leads out of it.
    fn absolute(&self, here: &Path, path: &str) -> Option<Path> {
        let mut parts = path
            .split("::")
            .map(str::trim)
            .filter(|part| !part.is_empty() && *part != "*")
            .peekable();
        let mut from = here.clone();
        match *parts.peek()? {
            "crate" => {
                parts.next();
                from.clear();
            }
            "self" => drop(parts.next()),
            "super" => {
                while parts.next_if_eq(&"super").is_some() {
                    from.pop();
                }
            }
            name => {
                let child = [here.as_slice(), &[name.to_owned()]].concat();
                self.0.get(&child)?;
            }
        }
        from.extend(parts.filter(|part| *part != "self").map(str::to_owned));
        Some(from)
    }

    /// The `use` lines of a module: whether each is for others, and its paths.
    fn uses(&self, here: &Path) -> Vec<(bool, Path)> {
        let mut found = Vec::new();
        let statements = self.0[here].split(';').map(str::trim);
        for statement in statements {
            let Some((before, tree)) = statement.rsplit_once("use ") else {
                continue;
            };
            let before = before.rsplit(['\n', '}', ']']).next().unwrap_or_default().trim();
            if before.is_empty() || before.starts_with("pub") {
                let paths = expand(tree)
                    .into_iter()
                    .filter_map(|path| self.absolute(here, &path));
                found.extend(paths.map(|path| (!before.is_empty(), path)));
            }
        }
        found
    }

    /// The paths that stand in a module's code.
    fn paths(&self, here: &Path) -> Vec<Path> {
        let text = self.0[here]
            .split(';')
            .filter(|statement| !statement.contains("use "))
            .collect::<Vec<_>>()
            .join(";");
        let words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
        let starts = ["crate::", "super::", "self::"];
        let paths = words.filter(|word| starts.iter().any(|start| word.starts_with(start)));
        paths.filter_map(|path| self.absolute(here, path)).collect()
    }

    /// The file that holds what a path names.
    fn file(&self, path: &[String], renamed: &Renamed) -> Option<Path> {
        for end in (0..=path.len()).rev() {
            let (front, rest) = path.split_at(end);
            if self.0.contains_key(front) {
                return Some(front.to_vec());
            }
            if let Some(named) = renamed.get(front) {
                return self.file(&[named, rest].concat(), renamed);
            }
        }
        None
    }

    /// Which files each file knows.
    fn edges(&self) -> BTreeMap<Path, BTreeSet<Path>> {
        let mut renamed = Renamed::new();
        for here in self.0.keys() {
            for (_, path) in self.uses(here).into_iter().filter(|(for_others, _)| *for_others) {
                let name = path.last().cloned();
                renamed.insert(here.iter().cloned().chain(name).collect(), path);
            }
        }
        let known = |here: &Path| {
            let uses = self.uses(here).into_iter().filter(|(for_others, _)| !for_others);
            let all = uses.map(|(_, path)| path).chain(self.paths(here));
            let files = all.filter_map(|path| self.file(&path, &renamed));
            files.filter(|file| file != here && !file.is_empty()).collect()
        };
        self.0.keys().map(|here| (here.clone(), known(here))).collect()
    }
}

/// One circle in the graph, as lines that say which file knows which; nothing where there is none.
fn circle(mut edges: BTreeMap<Path, BTreeSet<Path>>) -> Vec<String> {
    // Whatever knows only files that are in no circle is in none.
    loop {
        let left: BTreeSet<_> = edges.keys().cloned().collect();
        edges.retain(|_, known| known.iter().any(|file| left.contains(file)));
        if edges.len() == left.len() {
            break;
        }
    }
    let Some(mut here) = edges.keys().next() else {
        return Vec::new();
    };
    let mut way = Vec::new();
    while !way.contains(&here) {
        way.push(here);
        here = edges[here]
            .iter()
            .find_map(|next| edges.get_key_value(next))
            .expect("a file that is left")
            .0;
    }
    let start = way.iter().position(|file| *file == here).unwrap_or_default();
    let way = &way[start..];
    let name = |path: &Path| path.join("::");
    let next = |at: usize| way.get(at + 1).or(way.first()).copied().unwrap_or(here);
    let knows = |(at, file): (usize, &&Path)| format!("{} knows {}", name(file), name(next(at)));
    way.iter().enumerate().map(knows).collect()
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let edges = sources().edges();
    let count: usize = edges.values().map(BTreeSet::len).sum();
    assert!(count > 500, "The files say too little of each other: {count}");
    assert_none("Files know each other in a circle", &circle(edges));
}

#[test]
fn a_circle_is_found_through_any_way_of_naming() {
    let source = |here: &str, text: &str| (module(here), code(text));
    let found = |texts: &[(&str, &str)]| {
        circle(Sources(texts.iter().map(|(here, text)| source(here, text)).collect()).edges()).len()
    };
    let leaf = ("a/leaf.rs", "pub struct Leaf;");
    let root = (
        "a/mod.rs",
        "mod leaf;\nmod top;\npub use top::Top;\nfn f() { leaf::f() }",
    );
    assert_eq!(
        found(&[root, leaf, ("a/top.rs", "use super::leaf::{self, Leaf};")]),
        0
    );
    // By `use`, by a path in the code, by what another module shows, and by a module of its own.
    for text in [
        "use crate::a::{leaf::Leaf, top::{self as t}};",
        "// super::top\nfn f() -> &'static str { \"\\\"\"; super::top::g() }",
        "use super::Top;",
        "fn f(_: &crate::a::Top) {}",
    ] {
        let top = ("a/top.rs", "use super::leaf::Leaf;");
        assert_eq!(found(&[root, ("a/leaf.rs", text), top]), 2, "{text}");
    }
    assert_eq!(
        found(&[root, ("a/top.rs", "use super::f;"), leaf]),
        0,
        "shown, not known"
    );
    let root = ("a/mod.rs", "mod leaf;\nuse leaf::Leaf;");
    assert_eq!(found(&[root, ("a/leaf.rs", "use super::f;")]), 2);
}
