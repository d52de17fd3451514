//! One text of one content file.

/// A text with the place it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The file, as an editor names it: `content/text/en/questions.toml`.
    pub(crate) file: String,
    /// The way to the text inside the file, joined by dots: `statement.A1.1`.
    pub(crate) key: String,
    /// The text.
    pub(crate) text: String,
}

impl Entry {
    /// The name of the file without its folder and ending: `questions`.
    pub(crate) fn stem(&self) -> &str {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        name.strip_suffix(".toml").unwrap_or(name)
    }
}
