//! Tests of what happens and of what is said: journeys as lists of messages.

mod again;
mod beside;
mod choices;
mod deleting;
mod deleting_one;
mod framed;
mod guest;
mod heard;
mod invite;
mod invited_here;
mod journeys;
mod keeping;
mod language;
mod links;
mod markdown;
mod moving;
mod starting;
mod stored_texts;
mod storing;
pub(crate) mod support;
mod tabs;
mod words;
