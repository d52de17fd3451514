//! Rules over our own sources, for which nobody should need a review.

mod circles;
mod content;
mod dependencies;
mod documents;
mod embedding;
mod files;
mod layers;
mod promises;
mod sources;
mod styles;
mod wordpress;
mod workflows;
