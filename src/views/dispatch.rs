//! The callback for messages from the check's own screens.

use yew::Callback;

use crate::app::Message;

/// Sends a message to `app::update`, through the root component, `browser::root`. The chair's screens have their own:
/// [`super::chair::Dispatch`].
pub(super) type Dispatch = Callback<Message>;
