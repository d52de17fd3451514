//! The callbacks for messages and texts from the chair's screens.

use js_sys::Uint8Array;
use web_sys::File;
use yew::Callback;

use crate::app::chair::Message;

/// Sends a message to `app::chair::update`, through the component of these screens, `browser::chair`.
pub type Dispatch = Callback<Message>;

/// A text that is not read yet.
pub enum Source {
    /// A file that was chosen or dropped.
    File(File),
    /// A long text that was pasted, in UTF-8.
    Pasted(Uint8Array),
}

/// The callback for such texts; `browser` reads them.
pub type Files = Callback<Vec<Source>>;
