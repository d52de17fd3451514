//! The partnership health check. Where to start: `domain` for the rules, `app` for what happens,
//! `present` for what a screen shows, `views` for how it is drawn.

pub mod domain;

pub mod content;

pub mod formats;

pub mod app;

pub mod charts;

pub mod present;

#[cfg(feature = "views")]
pub mod views;

#[cfg(feature = "web")]
pub mod browser;
