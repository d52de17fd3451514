//! Tests of the pure parts: no browser, no Yew.

mod scoring;

mod formats;

mod content;

mod app;

mod plan;

mod together;

mod tidy;
