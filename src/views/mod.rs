//! How screens are drawn: functions from the state to markup. They hold no rule and reach no storage; where a screen
//! computes something, `present` has done it. Events go back as messages, through a [`dispatch::Dispatch`], to the
//! component that holds the state. `parts` has the pieces that screens are made of.

mod after_questions;
mod again;
mod answers;
mod cards;
pub mod chair;
mod charts;
mod delete;
mod dispatch;
mod frame;
mod info;
mod invited;
mod kept;
mod logo;
mod memo;
mod navigation;
mod notices;
mod parts;
mod pictures;
mod qr;
mod questions;
mod result;
mod settings;
mod share;
mod shared;
mod stage;
mod start;
mod translation;

pub use after_questions::{Draw, after_questions};
pub use frame::frame;
pub use kept::say_kept;
pub use memo::before_each;

#[cfg(feature = "ssr")]
mod first_screen;
#[cfg(feature = "ssr")]
pub use first_screen::{begun, first_page, first_screen, markup, sides};
