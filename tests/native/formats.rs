//! Tests: formats. Frozen examples, damage of every kind, and rules that hold for any text.

mod any;
mod frozen;
mod link_bytes;
mod link_damage;
mod link_paste;
mod link_vectors;
mod names;
mod properties;
mod stored_damage;
mod stored_vectors;
mod vectors;
