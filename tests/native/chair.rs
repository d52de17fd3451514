//! Tests of the part for whoever chairs: partners side by side.

mod coming;
mod compare;
mod earlier;
mod files;
mod keeping;
mod laws;
mod report;
mod support;
