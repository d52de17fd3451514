//! The colours of `styles/tokens.css`, for files, which cannot use style sheets, and for colours derived from them.

/// The roles of `styles/tokens.css` in the light or in the dark. A test holds them to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Behind everything.
    pub paper: &'static str,
    /// Behind what is set apart.
    pub surface: &'static str,
    /// Words.
    pub ink: &'static str,
    /// Hints.
    pub muted: &'static str,
    /// Edges of controls.
    pub border: &'static str,
    /// Thin lines.
    pub hair: &'static str,
    /// Links, buttons, chosen answers.
    pub accent: &'static str,
    /// Words on buttons.
    pub on_accent: &'static str,
    /// The bands from the best to the worst; the last is that of warnings too.
    pub bands: [&'static str; 4],
}

/// In the light.
pub const LIGHT: Tokens = Tokens {
    paper: "#fffdf8",
    surface: "#f4f0e8",
    ink: "#1c2830",
    muted: "#55606a",
    border: "#787064",
    hair: "#d9d2c5",
    accent: "#0b625d",
    on_accent: "#ffffff",
    bands: ["#0b5f5a", "#3f7f8c", "#b26a00", "#a82e1c"],
};
/// In the dark.
pub const DARK: Tokens = Tokens {
    paper: "#12181d",
    surface: "#1c252c",
    ink: "#eef2f2",
    muted: "#b3bdc3",
    border: "#8a949b",
    hair: "#39444c",
    accent: "#6fd3c8",
    on_accent: "#0c1417",
    bands: ["#5cc9be", "#86b9d6", "#f0b054", "#ff8f7a"],
};
