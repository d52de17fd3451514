//! The component at the root: holds the state, calls `update`, runs the effects, draws the frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use super::later::Later;
use super::outside::{self, News, Page};
use super::storage::Local;
use super::{Door, later};
use crate::app::message::{Found, SaveError};
use crate::app::{Effect, Message, State, update};
use crate::content::Texts;
use crate::present::spoken;
use crate::views::{Draw, frame};

thread_local! {
    /// What sends an event to the root, once there is one.
    static SEND: RefCell<Option<Callback<Event>>> = const { RefCell::new(None) };
}

/// Asks the program whether it still goes on: it calls `answer` as soon as it has the turn again. A JavaScript
/// exception that flies through the module leaves Yew in the middle of a change for good, because nothing on the way
/// back runs; then `answer` is never called.
pub fn ask(answer: Function) {
    SEND.with_borrow(|send| {
        if let Some(send) = send {
            send.emit(Event::Asked(answer));
        }
    });
}

/// Tells the program that everything was deleted by another program of ours.
pub(super) fn deleted_elsewhere() {
    SEND.with_borrow(|send| {
        if let Some(send) = send {
            send.emit(Event::Removed);
        }
    });
}

/// What the root starts with: the state before anything happened, and what the page found. It is taken out
/// once, so that neither has to be copied or compared.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    /// Both, until the root has taken them.
    pub(crate) start: Rc<Cell<Option<(State, Found)>>>,
    /// The element in which all of it stands.
    pub(crate) page: Page,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.start, &other.start)
    }
}

/// Something for the root.
pub(crate) enum Event {
    /// For `update`.
    App(Message),
    /// Another tab wrote; the door must know before the next save.
    Written(String),
    /// Another tab deleted everything; what this one wrote too late must go too.
    Removed,
    /// The page is in view again.
    Back,
    /// The page asks whether the program still goes on, and what to call if it does.
    Asked(Function),
    /// The later screens arrived, or did not.
    Later(Option<Box<Later>>),
}

/// The component at the root.
pub(crate) struct Root {
    state: State,
    door: Door,
    send: Callback<Message>,
    /// Effects that need the screen drawn first: the keyboard can only go to what is there.
    after_drawing: Vec<Effect>,
    title: String,
    /// The later screens, once they are here.
    draw: Option<Draw>,
    /// Does what they ask for.
    perform: Option<fn(&crate::app::later::Effect)>,
    later_link: Callback<Option<Box<Later>>>,
}

impl Root {
    fn take(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            match effect {
                Effect::Focus(_) | Effect::ShowTop | Effect::Print => self.after_drawing.push(effect),
                Effect::LoadLater => later::load(self.later_link.clone()),
                Effect::Later(effect) => {
                    if let Some(perform) = self.perform {
                        perform(&effect);
                    }
                }
                effect => self.door.perform(effect),
            }
        }
    }
}

impl Component for Root {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let send = link.callback(Event::App);
        SEND.set(Some(link.callback(|event| event)));
        outside::listen(move |news| {
            link.send_message(match news {
                News::Fragment(fragment) => Event::App(Message::FragmentChanged(fragment)),
                News::Removed => Event::Removed,
                News::Written(text) => Event::Written(text),
                News::Back => Event::Back,
            });
        });
        let (local, _, _) = Local::read();
        let (state, found) = ctx
            .props()
            .start
            .take()
            .unwrap_or_else(|| (State::first(Texts::first_of_english()), Found::default()));
        let mut root = Self {
            state,
            door: Door::open(ctx.props().page.clone(), local, send.clone()),
            send,
            after_drawing: Vec::new(),
            title: String::new(),
            draw: None,
            perform: None,
            later_link: ctx.link().callback(Event::Later),
        };
        root.take(Message::Started(found));
        later::load(root.later_link.clone());
        root
    }

    fn update(&mut self, _: &Context<Self>, event: Self::Message) -> bool {
        match event {
            Event::App(message) => {
                // What another tab wrote comes first, so that what is done here now counts as newer.
                if let Some(other) = self.door.written_elsewhere() {
                    self.take(Message::FoundElsewhere(other));
                }
                self.take(message);
            }
            Event::Written(text) => {
                self.door.noticed(&text);
                self.take(Message::FoundElsewhere(text));
            }
            Event::Removed => {
                self.door.deleted_elsewhere();
                self.take(Message::DeletedElsewhere);
            }
            Event::Later(later) => {
                let arrived = later.is_some();
                if let Some(later) = later {
                    (later.complete)(&mut self.state);
                    self.draw = Some(later.draw);
                    self.perform = Some(later.perform);
                    self.door.take_store((later.open_store)(self.send.clone()));
                } else {
                    // Without the second module there is no durable store; localStorage has to do.
                    self.take(Message::DurableRead(Err(SaveError::Refused)));
                }
                self.take(Message::LaterArrived(arrived));
            }
            Event::Asked(answer) => {
                let _ = answer.call0(&answer);
                return false;
            }
            Event::Back => {
                self.take(Message::DayRead(outside::today()));
                let seen = self.door.look_again();
                self.take(seen);
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        frame(&self.state, self.draw, &self.send)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        for effect in std::mem::take(&mut self.after_drawing) {
            self.door.perform(effect);
        }
        let title = spoken::title(&self.state);
        if title != self.title {
            // A guest's page has a title of its own.
            if !self.state.guest
                && let Some(document) = web_sys::window().and_then(|window| window.document())
            {
                document.set_title(&title);
            }
            self.title = title;
        }
    }
}
