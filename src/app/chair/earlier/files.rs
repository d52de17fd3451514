//! Files that hold what is kept here, to be taken in again on this or another device.

use super::Thing;
use crate::app::chair::shared::Shared;
use crate::app::file::{File, Kind};
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::domain::record::Record;
use crate::formats::{export, folder as folder_text, stored};

fn file(about: &str, text: String) -> File {
    File::new(about, Kind::Json, text)
}

/// The file of one thing, whole: a check with its notes. `None` if it is not there any more.
pub(super) fn one(shared: &Shared, thing: Thing) -> Option<File> {
    let id = thing.id();
    match thing {
        Thing::Check(_) => {
            let checks = vec![shared.context.record.check(id)?.clone()];
            let removed = Vec::new();
            Some(file("check", stored::save(&Record { checks, removed })))
        }
        Thing::Comparison(_) => {
            let comparison = shared.folder.comparison(id)?;
            Some(file("comparison", export::json::comparison(comparison, true)))
        }
        Thing::Plan(_) | Thing::Statements(_) => {
            let about = if matches!(thing, Thing::Plan(_)) {
                "plan"
            } else {
                "statements"
            };
            let entry = shared.folder.entries.iter().find(|entry| entry.id == id)?;
            let entries = vec![entry.clone()];
            Some(file(about, folder_text::save(&Folder { entries })))
        }
    }
}

/// All checks in one file. The traces of deleted ones stay here.
pub(super) fn checks(shared: &Shared) -> File {
    let record = Record {
        removed: Vec::new(),
        ..shared.context.record.clone()
    };
    file("checks", stored::save(&record))
}

/// All comparisons and plans in one file.
pub(super) fn folder(shared: &Shared) -> File {
    let entries = shared.folder.entries.iter();
    let entries = entries.filter(|entry| entry.item != Item::Removed).cloned();
    let entries = entries.collect();
    file("comparisons", folder_text::save(&Folder { entries }))
}
