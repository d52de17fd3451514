//! Why a text contains no readable link.

/// Why a text gave no summary. Each has its own sentence on the screen; in each case nothing that is kept
/// on the device is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkError {
    /// There is no summary link in the text. The caller asks for one.
    NotALink,
    /// The text has more than 131,072 characters. The caller asks for the link alone.
    TooLong,
    /// The link stops before its end. The caller asks to copy the whole link.
    CutOff,
    /// A character of the link was changed, added or lost. The caller asks to have it sent again.
    Damaged,
    /// The link is whole, from a newer version of this program. The caller offers to load the page anew.
    NewerVersion,
    /// The link is whole, from a check with other questions. The caller points to the page it came from.
    OtherQuestions,
    /// The link is whole but says what cannot be, so this program did not make it. The caller refuses it.
    Impossible,
}
