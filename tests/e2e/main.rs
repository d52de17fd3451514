//! Journeys through the page in a real browser. Where to start: `whole` is the main one; `support` opens the
//! browser.

mod axe;
mod fit;
mod killed;
mod links;
mod policy;
mod pseudo;
mod shared;
mod start;
mod support;
mod two_tabs;
mod whole;
