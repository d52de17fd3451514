//! Tests of the protocol of the two stores, with both texts that are kept.

mod faults;
mod items;
mod late;
mod model;
mod sample;
mod world;
