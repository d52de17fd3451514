//! Where what is pressed, typed and opened on the chair's screens goes.

use js_sys::Uint8Array;
use web_sys::File;
use yew::Callback;

use crate::app::chair::Message;

/// Takes a message to `app::chair::update`: the component of these screens, `browser::chair`, holds it.
pub type Dispatch = Callback<Message>;

/// A text that is not read yet.
pub enum Source {
    /// A file that was chosen or dropped.
    File(File),
    /// A long text that was pasted, in UTF-8.
    Pasted(Uint8Array),
}

/// Where such texts go; the browser part reads them.
pub type Files = Callback<Vec<Source>>;
