//! The component that runs the program for whoever chairs: holds its state, calls its `update`, runs its
//! effects, draws its screens. It lives as long as one of these screens is shown.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use yew::prelude::*;

use super::clock::Clock;
use super::durable::{Durable, Store as _};
use super::folder::{FOLDER, Local};
use super::printing::Printing;
use super::{clipboard, download, files, focus, host, outside, pause, picture, preview, share, storage};
use crate::app::chair::builder::Code;
use crate::app::chair::{Effect, Message, State, context, meeting, update};
use crate::app::screen::{Place, Screen};
use crate::app::state::State as Check;
use crate::content::Texts;
use crate::domain::comparison::Comparison;
use crate::present::chair::comparison::{self, Report};
use crate::present::chair::snippet;
use crate::views::chair as views;

/// How long a piece of something long may take before the screen is drawn again, in milliseconds.
const UNNOTICED: f64 = 16.0;

/// What the component is given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// What the check's program tells.
    pub(crate) context: Rc<context::Context>,
    /// Where messages to the check's program go.
    pub(crate) tell: Callback<crate::app::Message>,
}

/// The component, if one of its screens is shown.
pub(crate) fn draw(state: &Check, tell: &Callback<crate::app::Message>) -> Option<Html> {
    let Screen::Chair(place) = &state.screen else {
        return None;
    };
    let context = Rc::new(context::Context {
        texts: state.texts,
        address: state.address.clone(),
        today: state.today,
        has_sheet: state.has_sheet,
        place: place.clone(),
        record: state.record.clone(),
        open: state.open,
        adding: state.adding.clone().map(Box::new),
    });
    let tell = tell.clone();
    Some(html! { <Chair {context} {tell} /> })
}

/// The component.
pub(crate) struct Chair {
    state: State,
    send: Callback<Message>,
    local: Local,
    durable: Durable,
    files: views::Files,
    report: RefCell<WorkedOut>,
    /// For the parts of the browser that answer with messages of the check's program.
    answer: Callback<crate::app::Message>,
    /// The looks of the preview that was drawn last.
    painted: Option<String>,
    /// Effects that need the screen drawn first.
    after_drawing: Vec<Effect>,
    _printing: Printing,
    /// Counts seconds while somebody wants them counted.
    clock: Option<Clock>,
}

/// The report of the comparison that was drawn last, and what it was worked out from.
#[derive(Default)]
struct WorkedOut {
    from: Option<(Comparison, bool)>,
    report: Option<Report>,
}

impl WorkedOut {
    /// The report of a comparison; worked out again only as far as it is another than before.
    fn of(&mut self, texts: Texts, shown: &Comparison, names: bool) -> Option<&Report> {
        if let Some((before, were)) = &self.from
            && before == shown
            && *were == names
        {
            return self.report.as_ref();
        }
        let before = self.from.replace((shown.clone(), names));
        let answers = before.filter(|(before, _)| comparison::differ_in_names_alone(before, shown));
        self.report = match self.report.take().filter(|_| answers.is_some()) {
            Some(report) => Some(report.renamed(texts, shown, names)),
            None => comparison::report(texts, shown, names),
        };
        self.report.as_ref()
    }
}

impl Chair {
    /// Takes a message in, and before it what another tab wrote, so that what is done here counts as newer.
    fn hear(&mut self, message: Message, tell: &Callback<crate::app::Message>) {
        if let Some(other) = self.local.news() {
            self.take(Message::FolderFound(other), tell);
        }
        self.take(message, tell);
    }

    fn take(&mut self, message: Message, tell: &Callback<crate::app::Message>) {
        let begun = Date::now();
        let mut next = Some(message);
        while let Some(message) = next.take() {
            for effect in update(&mut self.state, message) {
                // What is long goes on at once for as long as nobody notices.
                if effect == Effect::Continue && Date::now() - begun < UNNOTICED {
                    next = Some(Message::Continued);
                } else {
                    self.perform(effect, tell);
                }
            }
        }
    }

    fn perform(&mut self, effect: Effect, tell: &Callback<crate::app::Message>) {
        match effect {
            Effect::Save {
                text,
                number,
                durable,
            } => {
                // What another tab wrote is taken in first, and the save is made again with it.
                if let Some(other) = self.local.news() {
                    self.send.emit(Message::FolderFound(other));
                    return;
                }
                self.send
                    .emit(Message::LocalSaved(number, self.local.write(&text)));
                if durable {
                    self.durable.save(number, text);
                }
            }
            Effect::SetAside(text) => {
                // Each visit to these screens finds it again, until something is saved.
                let result = if storage::Local::aside().contains(&text) {
                    Ok(())
                } else {
                    storage::Local::set_aside(&text)
                };
                self.send.emit(Message::SetAside(result));
            }
            Effect::Continue => {
                let send = self.send.clone();
                pause::then(move || send.emit(Message::Continued));
            }
            Effect::Copy(text) => clipboard::copy(&text, self.answer.clone()),
            Effect::ShareSheet { title, address } => share::share(&title, &address, self.answer.clone()),
            Effect::Download(file) => download::download(&file),
            Effect::DownloadPicture(picture) => picture::download(&picture),
            Effect::Tell(message) => tell.emit(message),
            Effect::Clock(on) => self.clock = on.then(|| clock(&self.send)),
            Effect::LoadPreview => preview::load(),
            Effect::Print | Effect::Focus(_) => self.after_drawing.push(effect),
        }
    }
}

/// A count of seconds that is told to the meeting.
fn clock(send: &Callback<Message>) -> Clock {
    let send = send.clone();
    Clock::start(move |seconds| send.emit(Message::Meeting(meeting::Message::Ticked(seconds))))
}

impl Component for Chair {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|message| message);
        let answer = ctx.link().batch_callback(|message| match message {
            crate::app::Message::Copied(done) => Some(Message::Copied(done)),
            crate::app::Message::SheetClosed(shared) => Some(Message::SheetClosed(shared)),
            crate::app::Message::DurableRead(read) => Some(Message::DurableRead(read)),
            crate::app::Message::DurableSaved(number, result) => Some(Message::DurableSaved(number, result)),
            _ => None,
        });
        let files = send.clone();
        let mut local = Local::default();
        if let Some(text) = local.news() {
            send.emit(Message::FolderFound(text));
        }
        send.emit(Message::Opened);
        let durable = Durable::new(host::key(FOLDER), answer.clone());
        durable.read();
        let mut state = State::new(ctx.props().context.as_ref().clone());
        state.seed = outside::random();
        Self {
            state,
            send,
            local,
            durable,
            report: RefCell::default(),
            files: Callback::from(move |list| files::read(list, files.clone())),
            answer,
            painted: None,
            after_drawing: Vec::new(),
            _printing: Printing::listen(&ctx.link().callback(Message::Printing)),
            clock: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Self::Properties) -> bool {
        let context = ctx.props().context.as_ref().clone();
        self.hear(Message::ContextChanged(context), &ctx.props().tell);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Self::Message) -> bool {
        // What is being typed stands in its field already.
        let draws = !matches!(message, Message::Typing(..));
        self.hear(message, &ctx.props().tell);
        draws
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let mut worked_out = self.report.borrow_mut();
        let report = match comparison::on_screen(&self.state) {
            Some((shown, names)) => worked_out.of(self.state.context.texts, shown, names),
            None => None,
        };
        views::screen(&self.state, report, &self.send, &self.files)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.state.context.place == Place::Builder {
            let looks = snippet::code(&self.state, Code::Looks);
            if self.painted.as_ref() != Some(&looks) {
                preview::paint(&looks);
                self.painted = Some(looks);
            }
        }
        for effect in std::mem::take(&mut self.after_drawing) {
            match effect {
                Effect::Print => {
                    outside::print();
                    // Where the browser prints later, it says so itself.
                    self.send.emit(Message::Printing(false));
                }
                Effect::Focus(id) => focus::focus(&id),
                _ => {}
            }
        }
    }
}
