//! The component at the root: holds the state, calls `update`, runs the effects, draws the frame.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::door::Door;
use super::outside::{self, News, Page, TextNews};
use super::second::{self, SecondModule};
use super::storage::{self, Local, RECORD};
use super::stored_text::StoredText;
use super::{drawing, focus};
use crate::app::message::Found;
use crate::app::store::{Heard, SaveError};
use crate::app::{Effect, Message, State, first};
use crate::content::Texts;
use crate::present::spoken;
use crate::views::{frame, say_kept};

/// What the root starts with: the initial state, what was found on the page, and the text that was read. The root takes
/// it out once, so that nothing is copied or compared.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    /// All of it, until the root has taken it.
    pub(crate) start: Rc<Cell<Option<(State, Found, Local)>>>,
    /// The root element.
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
    /// Something happened outside.
    News(News),
    /// The second module arrived, or did not.
    Second(Option<Box<SecondModule>>),
}

/// The component at the root.
pub(crate) struct Root {
    state: State,
    door: Door,
    send: Callback<Message>,
    /// Effects that wait until the screen is rendered: only an element that exists can be focused.
    after_drawing: Vec<Effect>,
    /// What had the focus before the drawing after which these effects come. On a slow device a person may move on between
    /// the two, and the focus is theirs.
    focused: OnceCell<Option<Element>>,
    /// Whether what is drawn next was asked for by the address, as the browser's "Back" does.
    by_address: bool,
    /// Whether all that the last event changed is on screen already.
    is_drawn: bool,
    title: String,
    /// The second module, once it is here.
    second: Option<Box<SecondModule>>,
    arrived: Callback<Option<Box<SecondModule>>>,
}

impl Root {
    fn take(&mut self, message: Message) {
        let effects = match &self.second {
            Some(second) => (second.update)(&mut self.state, message),
            None => first::update(&mut self.state, message),
        };
        for effect in effects {
            match effect {
                Effect::Focus(_) | Effect::FocusFromTop(_) | Effect::ShowTop | Effect::Print => {
                    self.after_drawing.push(effect);
                }
                Effect::LoadSecondModule => second::load(self.arrived.clone()),
                Effect::SayKept => {
                    say_kept(&self.state);
                    self.is_drawn = true;
                }
                effect => self.perform(effect),
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        if let Some(effect) = self.door.perform(effect)
            && let Some(second) = &self.second
        {
            (second.perform)(&mut self.door, effect);
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Fragment(fragment, open) => {
                self.by_address = true;
                self.hear_message(Message::FragmentChanged(fragment, open));
            }
            News::Record(TextNews::Written) => self.look(),
            News::Record(TextNews::Removed(old)) => {
                let heard = self.door.record.removed(old);
                self.take(Message::Stored(heard));
            }
            News::Record(TextNews::Back) | News::Back => {
                self.take(Message::DayRead(outside::today()));
                self.take(Message::SettingsRead(storage::settings()));
                let heard = self.door.record.came_back();
                self.take(Message::Stored(heard));
            }
            News::Settings => self.take(Message::SettingsRead(storage::settings())),
            News::Turn => self.take(Message::TurnCame),
            News::Words(texts) => self.take(Message::WordsCame(texts)),
            News::Release => self.take(Message::ReleaseCame),
            News::Asked(answer) => {
                let _ = answer.call0(&answer);
            }
        }
    }

    /// Takes in what another tab wrote first, so that this message's change counts as newer. What a store says is no change.
    fn hear_message(&mut self, message: Message) {
        if !matches!(message, Message::Stored(_)) {
            self.look();
        }
        self.take(message);
    }

    /// Takes in what another tab wrote.
    fn look(&mut self) {
        if let Some(heard) = self.door.record.news() {
            self.take(Message::Stored(heard));
        }
    }
}

impl Component for Root {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let send = link.callback(Event::App);
        outside::listen(move |news| link.send_message(Event::News(news)));
        let (state, found, local) = ctx.props().start.take().unwrap_or_else(|| {
            let state = State::new(Texts::first_of_english());
            (state, Found::default(), Local::open(RECORD))
        });
        let page = ctx.props().page.clone();
        let record = StoredText::open(
            local,
            Some(page.clone()),
            Page::set_held,
            send.reform(Message::Stored),
        );
        let mut root = Self {
            state,
            door: Door::open(page, record, send.clone()),
            send,
            after_drawing: Vec::new(),
            focused: OnceCell::new(),
            by_address: false,
            is_drawn: false,
            title: String::new(),
            second: None,
            arrived: ctx.link().callback(Event::Second),
        };
        root.take(Message::Started(found));
        second::load(root.arrived.clone());
        root
    }

    fn update(&mut self, _: &Context<Self>, event: Self::Message) -> bool {
        self.is_drawn = matches!(event, Event::News(News::Asked(_)));
        match event {
            Event::App(message) => self.hear_message(message),
            Event::News(news) => self.hear(news),
            Event::Second(second) => {
                let arrived = second.is_some();
                self.second = second;
                self.take(Message::SecondModuleArrived(arrived));
                if let Some(second) = &self.second {
                    self.state.decimal_comma = second.decimal_comma;
                    let send = self.send.reform(Message::Stored);
                    self.door.record.take_durable((second.open_store)(send));
                } else {
                    // Without the second module there is no durable store; localStorage has to do.
                    self.door.record.expect_durable();
                    self.take(Message::Stored(Heard::DurableRead(Err(SaveError::Refused))));
                }
            }
        }
        !self.is_drawn
    }

    fn view(&self, _: &Context<Self>) -> Html {
        drawing::begin();
        if !self.after_drawing.is_empty() {
            self.focused.get_or_init(focus::focused);
        }
        let draw = self.second.as_ref().map(|second| second.draw);
        frame(&self.state, draw, &self.send)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        drawing::end();
        // After Alt and Left, Orca would read out the letter at a caret that moves.
        let moves_caret = !std::mem::take(&mut self.by_address);
        let before = self.focused.take().flatten();
        for effect in std::mem::take(&mut self.after_drawing) {
            if effect == Effect::ShowTop {
                if focus::has_left(before.as_ref()) {
                    continue;
                }
                if moves_caret {
                    focus::caret_to_top();
                }
            }
            self.perform(effect);
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
