//! One text of one content file.

/// A text with its place in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The file's path: `content/text/en/questions.toml`.
    pub(crate) file: String,
    /// The key of the text in the file: `statement.A1.1`.
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
