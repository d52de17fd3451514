//! Files and pictures that are made here and saved on the device.

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
