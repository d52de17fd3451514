//! Journeys through the page in a real browser. Where to start: `whole` is the main one; `support` opens the
//! browser.

mod start;
mod support;
mod whole;
