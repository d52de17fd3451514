//! Which texts a website with words of its own cannot replace whole, from `content/kept.toml`.

use toml::{Table, Value};

use super::entry::Entry;

const FILE: &str = "content/kept.toml";

/// The lists of the file, each with the letter that stands for it in the table.
const LISTS: [(&str, char); 3] = [("compared", 'c'), ("promised", 'p'), ("fixed", 'f')];

/// A letter for each text of the table: that of its list, or `.` for a text that can be replaced.
///
/// # Errors
///
/// A list that is missing, or an item that is the beginning of no key.
pub(crate) fn letters(file: &Table, table: &[Entry]) -> Result<String, String> {
    let mut letters = vec!['.'; table.len()];
    for (name, letter) in LISTS {
        let items = file.get(name).and_then(Value::as_array);
        let items = items.ok_or_else(|| format!("{FILE}: `{name}` is missing."))?;
        for item in items.iter().filter_map(Value::as_str) {
            let mut found = false;
            for (entry, kept) in table.iter().zip(&mut letters) {
                if begins(entry, item) {
                    *kept = letter;
                    found = true;
                }
            }
            if !found {
                return Err(format!("{FILE}: `{item}` is the beginning of no key."));
            }
        }
    }
    Ok(letters.into_iter().collect())
}

/// Whether the key of a text, behind the name of its file, begins with these whole words.
fn begins(entry: &Entry, item: &str) -> bool {
    let key = format!("{}.{}", entry.stem(), entry.key);
    key.strip_prefix(item)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '_']))
}
