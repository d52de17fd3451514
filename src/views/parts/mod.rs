//! The components that screens are made of. They are generic over the message, so the check's own screens and the
//! chair's share them.
//!
//! Those that are given their class set it as `Class`, which is the same attribute in HTML. `html!` would take a `class`
//! that is not written out apart into a set of words, and that is 4 kB of the first module. All elements with their tags have
//! `Class`, or one that takes the place of another would lose both.

mod button;
mod checkbox;
mod choice;
mod events;
mod link;
mod link_field;
mod onward;
mod radio;
mod select;
mod status;
mod table;
mod texts;

pub(crate) use button::{button, button_of};
pub(crate) use checkbox::{Checkbox, checkbox};
pub(crate) use events::{on_clear, on_click, on_click_if, on_input, text_in};
pub(crate) use link::{link, mail_link};
pub(crate) use link_field::link_field;
pub(crate) use onward::{onward, onward_list};
pub(crate) use radio::{Group, Radio, on_scale, radio, radio_group};
pub(crate) use select::{Select, select};
pub(crate) use status::{live_region, outcome};
pub(crate) use table::table;
pub(crate) use texts::{
    before_title, block, disclosure, disclosure_of, terms, title, title_alone, title_of, words,
};
