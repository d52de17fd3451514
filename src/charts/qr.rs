//! A QR code of a link, as the path of its dark squares.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The empty margin that readers need, in squares.
const QUIET: i32 = 4;
/// The largest code, 89 squares wide: printed 3 cm wide a square is a third of a millimetre, and phones do not read
/// much less.
const LARGEST: u8 = 18;

/// A code as it is drawn: one unit a square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Width and height, the empty margin included.
    pub size: i32,
    /// Path of the dark squares.
    pub path: String,
}

/// The code of a text, which can be read with a seventh of it missing (level M); `None` if the text is too long for a
/// code that can be read at 3 cm.
pub fn code(text: &str) -> Option<Code> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let found = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(LARGEST),
        None,
        false,
    );
    let found = found.ok()?;
    let mut path = String::new();
    for y in 0..found.size() {
        push_row(&mut path, &found, y);
    }
    Some(Code {
        size: found.size() + 2 * QUIET,
        path,
    })
}

/// Adds a row, neighbouring squares in one piece: seams between them would show when it is printed.
fn push_row(path: &mut String, code: &QrCode, y: i32) {
    let mut x = 0;
    while x < code.size() {
        let start = x;
        // Outside the code every square is light.
        while code.get_module(x, y) {
            x += 1;
        }
        if x > start {
            let width = (x - start).to_string();
            path.extend([
                "M",
                &(start + QUIET).to_string(),
                " ",
                &(y + QUIET).to_string(),
                "h",
                &width,
                "v1h-",
                &width,
                "z",
            ]);
        }
        x += 1;
    }
}
