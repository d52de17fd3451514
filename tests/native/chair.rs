//! Tests of the part for whoever chairs: partners side by side.

mod blank;
mod coming;
mod compare;
mod cut_addresses;
mod earlier;
mod entry;
mod files;
mod files_in;
mod game;
mod in_and_out;
mod in_and_out_laws;
mod keeping;
mod laws;
mod over_time;
mod reading;
mod report;
mod screens;
pub(crate) mod support;
mod taking_back;
mod typing;
