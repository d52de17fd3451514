//! Files and pictures that are made here and saved on the device.

use crate::formats::export::csv;

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its type, such as `text/csv`.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

impl File {
    /// A table for spreadsheets.
    pub fn table(what: &str, table: &str) -> Self {
        Self {
            name: Self::name(what, "csv"),
            kind: "text/csv",
            text: csv::file(table),
        }
    }

    /// A text that programs read.
    pub fn json(what: &str, text: String) -> Self {
        Self {
            name: Self::name(what, "json"),
            kind: "application/json",
            text,
        }
    }

    /// The name of a file: what it is, and the ending of its type.
    pub fn name(what: &str, ending: &str) -> String {
        ["partnership-health-check-", what, ".", ending].concat()
    }
}

/// A picture to be saved as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The name of the file without its ending.
    pub name: String,
    /// The picture as SVG, complete in itself.
    pub svg: String,
    /// Whether it is saved as PNG, twice as large as its units say, and not as SVG.
    pub png: bool,
}
