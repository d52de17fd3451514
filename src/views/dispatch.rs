//! Where what is pressed and typed on the check's own screens goes.

use yew::Callback;

use crate::app::Message;

/// Takes a message to `app::update`: the component at the root, `browser::root`, holds it. The chair's screens have one
/// of their own, [`super::chair::Dispatch`].
pub(super) type Dispatch = Callback<Message>;
