//! Journeys through the page in a real browser. Where to start: `whole` is the main one; `support` opens the
//! browser.

mod axe;
mod builder;
mod compare;
mod early;
mod engines;
mod entered;
mod files;
mod fit;
mod glance;
#[path = "../markup/golden.rs"]
mod golden;
mod guest;
mod invited;
mod keyboard;
mod killed;
mod leaves;
mod letters;
mod links;
mod names;
mod others;
mod panic;
mod paper;
mod plan;
mod policy;
mod privacy;
mod pseudo;
mod shared;
mod start;
mod storage;
mod stores;
mod support;
mod two_lists;
mod two_tabs;
mod types;
mod whole;
