//! Tests: formats. Frozen examples, damage of every kind, and rules that hold for any text.

pub(crate) mod any;
mod command;
mod escape;
mod export;
mod folder;
mod folder_items;
mod frozen;
mod frozen_names;
mod import;
mod link_bytes;
mod link_damage;
mod link_doors;
mod link_forms;
mod link_forms_damage;
mod link_paste;
mod link_scan;
mod link_vectors;
mod names;
mod properties;
mod reminder;
mod stored_damage;
mod stored_vectors;
mod table;
mod table_command;
pub(crate) mod vectors;
