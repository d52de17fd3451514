//! What only the later screens can make happen. The check's program knows `update` here by a pointer that comes
//! with the second module, so that none of it weighs on the first one.

use super::effect::Effect as Does;
use super::state::State;
use super::together::effect::{File, Picture};

/// Something that happened on a later screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A file was made, to be saved.
    FileMade(File),
    /// A picture was made, to be saved.
    PictureMade(Picture),
}

/// What the browser is asked to do for a later screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save a file.
    Download(File),
    /// Save a picture.
    DownloadPicture(Picture),
}

/// Takes in what happened.
pub(super) fn update(_: &mut State, message: Message, effects: &mut Vec<Does>) {
    match message {
        Message::FileMade(file) => effects.push(Does::Later(Effect::Download(file))),
        Message::PictureMade(picture) => effects.push(Does::Later(Effect::DownloadPicture(picture))),
    }
}
