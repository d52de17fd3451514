//! Writes the table of English as Rust source, and other languages as language files.

use std::collections::BTreeMap;

use super::check::FREE_FILES;
use super::entry::Entry;
use super::plurals::has_forms;
use super::shape::Section;

/// Tables of the interface that only the later screens need.
const LATER_TABLES: [&str; 11] = [
    "answers",
    "translation",
    "extra",
    "result",
    "share",
    "shared",
    "delete",
    "onward",
    "bands",
    "verdict",
    "page",
];

/// Whether only screens after the questions need a text. Those texts form the second part of the table, which is in the
/// second module.
fn is_later(entry: &Entry) -> bool {
    let key = entry.key.as_str();
    let last = key.rsplit('.').next().unwrap_or_default();
    match entry.stem() {
        "meaning" | "actions" | "mapping" | "chair" | "sources" => true,
        "pages" => last != "title",
        "stages" => last == "advice",
        "questions" => last == "asks",
        _ => LATER_TABLES.contains(&key.split('.').next().unwrap_or_default()),
    }
}

/// The entries in the order of the table: what the questions need, then the rest; each of the two in the
/// order sections of the shape, pages, interface.
pub(crate) fn in_table_order(entries: &[Entry], sections: &[Section]) -> Vec<Entry> {
    let find = |file: &str, key: &str| entries.iter().find(|e| e.stem() == file && e.key == key).cloned();
    let fixed = sections
        .iter()
        .flat_map(|section| section.keys.iter().filter_map(move |key| find(section.file, key)));
    let free = |file| {
        entries
            .iter()
            .filter(move |entry: &&Entry| entry.stem() == file)
            .cloned()
    };
    let (later, first): (Vec<_>, Vec<_>) = fixed
        .chain(FREE_FILES.into_iter().flat_map(free))
        .partition(is_later);
    first.into_iter().chain(later).collect()
}

/// A number that changes when a key is added, removed, renamed or moved: FNV-1a over the key names.
pub(crate) fn fingerprint(table: &[Entry]) -> u32 {
    let bytes = table
        .iter()
        .flat_map(|entry| [entry.stem(), ".", &entry.key, "\n"]);
    bytes.flat_map(str::bytes).fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// A language file: what `Texts::from_file` reads. `places` says which number takes which form.
pub(crate) fn language_file(tag: &str, direction: &str, table: &[Entry], print: u32, places: &str) -> String {
    let mut file = format!("phc-texts 1 {tag} {direction} {print:08x} {places}\n");
    for entry in table {
        file.push_str(&entry.text);
        file.push('\n');
    }
    file
}

/// The Rust source: the texts, the fingerprint, what a website cannot replace (`kept`, a letter for each text), where each
/// section starts, the keys.
pub(crate) fn rust(table: &[Entry], sections: &[Section], print: u32, kept: &str) -> Result<String, String> {
    let (first, later) = table.split_at(table.iter().take_while(|entry| !is_later(entry)).count());
    let mut lines = Vec::new();
    for (name, texts) in [("ENGLISH_FIRST", first), ("ENGLISH_LATER", later)] {
        lines.push(format!("pub(crate) static {name}: [&str; {}] = [", texts.len()));
        lines.extend(texts.iter().map(|entry| format!("    {:?},", entry.text)));
        lines.push("];\n".to_string());
    }
    let (high, low) = (print >> 16, print & 0xffff);
    lines.push(format!(
        "pub(crate) const FINGERPRINT: u32 = 0x{high:04x}_{low:04x};\n"
    ));

    lines.push(format!("pub(crate) static KEPT: &[u8] = b{kept:?};\n"));

    lines.push("pub(crate) mod at {".to_string());
    let position = |section: &Section, key: &String| {
        table
            .iter()
            .position(|entry| entry.stem() == section.file && entry.key == *key)
    };
    for section in sections {
        let at = section
            .keys
            .first()
            .and_then(|key| position(section, key))
            .unwrap_or_default();
        lines.push(format!("    /// In `{}.toml`.", section.file));
        lines.push(format!("    pub(crate) const {}: usize = {at};", section.name));
    }
    lines.push("}\n".to_string());

    let mut root = Module::default();
    for (at, entry) in table
        .iter()
        .enumerate()
        .filter(|(_, entry)| FREE_FILES.contains(&entry.stem()))
    {
        root.place(entry, at)?;
    }
    lines.push("/// The texts of the screens and pages, by table and name in their files.".to_string());
    root.write("keys", &mut lines);
    Ok(lines.join("\n") + "\n")
}

/// A table of the interface or the pages, as a module of constants.
#[derive(Default)]
struct Module {
    constants: BTreeMap<String, Constant>,
    modules: BTreeMap<String, Module>,
}

struct Constant {
    first: usize,
    /// How many texts; `None` for one text that is no list.
    count: Option<usize>,
    has_forms: bool,
    text: String,
}

impl Module {
    fn place(&mut self, entry: &Entry, at: usize) -> Result<(), String> {
        let mut names: Vec<_> = entry.key.split('.').collect();
        let is_item = names.last().is_some_and(|name| name.parse::<usize>().is_ok());
        if is_item {
            names.pop();
        }
        let (last, modules) = names
            .split_last()
            .ok_or_else(|| format!("{}: a text has no name.", entry.file))?;
        if let Some(name) = names.iter().find(|name| !is_name(name)) {
            return Err(format!(
                "{}: `{}`: `{name}` is no name: use a to z, digits and _.",
                entry.file, entry.key
            ));
        }
        let module = modules.iter().fold(self, |module, name| {
            module.modules.entry((*name).to_string()).or_default()
        });
        let constant = module.constants.entry(last.to_uppercase()).or_insert(Constant {
            first: at,
            count: is_item.then_some(0),
            has_forms: has_forms(entry),
            text: entry.text.clone(),
        });
        constant.count = constant.count.map(|count| count + 1);
        Ok(())
    }

    fn write(&self, name: &str, lines: &mut Vec<String>) {
        lines.push(format!("pub mod {name} {{"));
        for (name, constant) in &self.constants {
            let Constant {
                first,
                count,
                has_forms,
                text,
            } = constant;
            let value = match count {
                None if *has_forms => {
                    format!("crate::content::Counted = crate::content::Counted::at({first})")
                }
                Some(count) => format!("crate::content::Keys = crate::content::Keys::at({first}, {count})"),
                None => format!("crate::content::Key = crate::content::Key::at({first})"),
            };
            lines.push(format!(
                "#[doc = {:?}]",
                format!("`{}`", text.replace('`', "'").replace('\t', " / "))
            ));
            lines.push(format!("pub const {name}: {value};"));
        }
        for (name, module) in &self.modules {
            lines.push(format!("/// `[{name}]`"));
            module.write(name, lines);
        }
        lines.push("}".to_string());
    }
}

fn is_name(name: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.bytes().all(sound) && name.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
}
