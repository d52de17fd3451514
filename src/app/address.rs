//! The address with which links are made.

use crate::content::NAMES;

/// The page for everybody: of one in a language's own folder (`…/cy/`) the one above. A link made there opens in the
/// language of whoever opens it, and does not tell which one its maker reads.
pub fn for_everybody(address: &str) -> &str {
    let folder = address.strip_suffix("index.html").unwrap_or(address);
    let above = NAMES.iter().find_map(|(tag, _)| {
        let above = folder.strip_suffix('/')?.strip_suffix(tag)?;
        (*tag != "en" && above.ends_with('/')).then_some(above)
    });
    above.unwrap_or(address)
}
