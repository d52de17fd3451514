//! What the chair's screens show, as plain data in the user's language.

pub mod advice;
pub mod blank;
pub mod compare;
pub mod comparison;
pub mod earlier;
pub mod entry;
pub mod files;
mod findings;
pub mod invite;
pub mod looks;
pub mod made_with;
pub mod meeting;
pub mod over_time;
pub mod picture;
pub mod plan;
pub mod snippet;
pub mod spoken;
pub mod talk;
