//! Tests of the pure parts: no browser, no Yew.

mod scoring;

mod extra;
mod formats;

mod content;

mod app;

mod both;
mod builder;

mod chair;
mod heard;
mod letters;
mod made_with;
mod markdown;
mod pictures;
mod plan;
mod plays;
mod qr;
mod store;

mod tidy;
