//! Journeys through the page in a real browser. Where to start: `start`; `support` opens the browser.

mod start;
mod support;
