//! A slow device: Yew lets the browser go on wherever it may in the middle of a change, and the browser takes its time to
//! come back.

/// Runs before the page's own scripts.
pub(crate) const SLOW: &str = "
    const now = Date.now;
    let late = 0;
    Date.now = () => now() + (late += 100);
    const later = window.setTimeout;
    window.setTimeout = (what, after, ...given) => later(what, after || 100, ...given);";
