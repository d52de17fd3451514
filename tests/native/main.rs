//! Tests of the pure parts: no browser, no Yew.

mod scoring;

mod formats;

mod content;

mod app;

mod builder;

mod pictures;
mod plan;
mod qr;
mod together;

mod tidy;
