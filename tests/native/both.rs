//! The check's program and the chair's on one device, as the browser part ties them together.

use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::{Effect, Message, State, update};
use partnership_health_check::app::file::File;
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::domain::record::Record;
use partnership_health_check::present::spoken;

use crate::app::support::Device;

/// A device with both programs: the check's, which has the record, and the chair's.
pub(crate) struct Both {
    pub(crate) device: Device,
    pub(crate) chair: State,
    /// What was focused since the last call of [`Self::focused`].
    focused: Vec<String>,
}

fn context(device: &Device, place: Place) -> Context {
    let state = &device.state;
    Context {
        texts: state.texts,
        promise: spoken::promise(state),
        address: state.address.clone(),
        today: state.today,
        has_sheet: false,
        keys_off: false,
        decimal_comma: false,
        place,
        record: state.record.clone(),
        open: state.open,
        adding: None,
    }
}

impl Both {
    /// The list of what is kept is on screen.
    pub(crate) fn on(device: Device) -> Self {
        let mut both = Self {
            chair: State::new(context(&device, Place::Earlier)),
            device,
            focused: Vec::new(),
        };
        both.chair(Message::Stored(Heard::DurableRead(Ok(None))));
        both
    }

    /// A device that keeps these checks, the first of which is open.
    pub(crate) fn new(record: Record) -> Self {
        let mut device = Device::new();
        device.state.open = record.checks.first().map(|check| check.id);
        device.state.record = record;
        Self::on(device)
    }

    /// Takes in a message of the chair's program and whatever is long after it, hands on what it tells the check's
    /// program, and tells it what that knows then. Gives the file that was saved, if one was.
    pub(crate) fn chair(&mut self, message: Message) -> Option<File> {
        self.tell(self.chair.context.place.clone());
        let mut file = None;
        let mut next = Some(message);
        while let Some(message) = next.take() {
            for effect in update(&mut self.chair, message) {
                match effect {
                    Effect::Tell(message) => drop(self.device.take([message])),
                    Effect::Continue => next = Some(Message::Continued),
                    Effect::Download(made) => file = Some(made),
                    Effect::Focus(id) => self.focused.push(id),
                    _ => {}
                }
            }
        }
        self.tell(self.chair.context.place.clone());
        file
    }

    /// Ids of what was focused since this was asked last.
    pub(crate) fn focused(&mut self) -> Vec<String> {
        std::mem::take(&mut self.focused)
    }

    /// Shows another screen of the chair's.
    pub(crate) fn go(&mut self, place: Place) {
        self.tell(place);
    }

    fn tell(&mut self, place: Place) {
        update(
            &mut self.chair,
            Message::ContextChanged(context(&self.device, place)),
        );
    }
}
