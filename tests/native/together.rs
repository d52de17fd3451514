//! Tests of the part for whoever chairs: partners side by side.

mod coming;
mod comparing;
mod files;
mod keeping;
mod kept;
mod laws;
mod report;
mod support;
