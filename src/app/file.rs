//! Files to be saved on the device: the one place that gives them names, types and, for tables, the byte order mark.

use crate::formats::export::csv;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A table, CSV.
    Table,
    /// Data, JSON.
    Json,
    /// Text in Markdown.
    Markdown,
    /// Dates, iCalendar.
    Calendar,
    /// Whatever a text is.
    Text,
}

impl Kind {
    /// The ending of the name, and the type.
    const fn marks(self) -> [&'static str; 2] {
        match self {
            Self::Table => ["csv", "text/csv"],
            Self::Json => ["json", "application/json"],
            Self::Markdown => ["md", "text/markdown"],
            Self::Calendar => ["ics", "text/calendar"],
            Self::Text => ["txt", "text/plain"],
        }
    }
}

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
    /// A file about something, such as `plan`. A table begins with a byte order mark, which tells spreadsheets that it
    /// is UTF-8.
    pub fn new(about: &str, kind: Kind, text: String) -> Self {
        let [ending, name] = kind.marks();
        Self {
            name: [&named(about), ".", ending].concat(),
            kind: name,
            text: if kind == Kind::Table {
                csv::file(&text)
            } else {
                text
            },
        }
    }

    /// The file for the spreadsheets of this country: where fractions begin with a comma, a table has semicolons between
    /// its cells.
    #[must_use]
    pub fn for_country(mut self, decimal_comma: bool) -> Self {
        if decimal_comma && self.kind == Kind::Table.marks()[1] {
            self.text = csv::with_semicolons(&self.text);
        }
        self
    }
}

/// A picture to be saved as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The name of the file without its ending.
    pub name: String,
    /// The picture as SVG, complete in itself.
    pub svg: String,
    /// Whether it is saved as PNG, at twice its size, and not as SVG.
    pub png: bool,
}

impl Picture {
    /// A picture of something, such as `wheel`.
    pub fn new(about: &str, svg: String, png: bool) -> Self {
        Self {
            name: named(about),
            svg,
            png,
        }
    }
}

impl Picture {
    /// The picture as a file of text, SVG.
    pub fn as_text(&self) -> File {
        File {
            name: [&self.name, ".svg"].concat(),
            kind: "image/svg+xml",
            text: self.svg.clone(),
        }
    }
}

/// The name of a file without its ending.
fn named(about: &str) -> String {
    ["partnership-health-check-", about].concat()
}
