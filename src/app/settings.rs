//! What the person has set for every check of a site.

/// The settings, as they are kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The tag of the language that was chosen, if one was.
    pub language: Option<&'static str>,
    /// Whether number keys are switched off.
    pub keys_off: bool,
}
