//! The component that runs the chair's program: holds its state, calls its `update`, runs its effects, draws its
//! screens. It lives as long as one of these screens is shown.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use yew::prelude::*;

use super::clock::Clock;
use super::durable::IndexedDb;
use super::hiding::Hiding;
use super::outside::{Page, TextNews};
use super::printing::Printing;
use super::storage::{self, FOLDER, Local};
use super::stored_text::StoredText;
use super::{clipboard, download, drawing, files, focus, host, outside, pause, picture, preview, share};
use crate::app::chair::builder::Code;
use crate::app::chair::{Effect, Message, State, context, entry, meeting, update};
use crate::app::screen::{Place, Screen};
use crate::app::state::State as Check;
use crate::app::store::Heard;
use crate::content::Texts;
use crate::domain::comparison::Comparison;
use crate::formats::folder;
use crate::present::chair::comparison::{self, Report};
use crate::present::chair::snippet;
use crate::present::spoken;
use crate::views::chair as views;

/// How long a chunk of a long task may run before the screen is drawn again, in milliseconds.
const UNNOTICED: f64 = 12.0;

/// What the component is given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// What the check's program passes on.
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
        promise: spoken::promise(state),
        address: state.address.clone(),
        today: state.today,
        has_sheet: state.has_sheet,
        keys_off: state.keys_off,
        decimal_comma: state.decimal_comma,
        place: place.clone(),
        record: state.record.clone(),
        open: state.open,
        adding: state.adding.clone().map(Box::new),
    });
    let tell = tell.clone();
    Some(html! { <Chair {context} {tell} /> })
}

thread_local! {
    /// The form from paper that is being entered, while none of these screens is shown: nothing of it is stored before it
    /// is in the comparison.
    static FORM: RefCell<entry::State> = RefCell::default();
}

/// Everything on this device was deleted.
pub(crate) fn forget_form() {
    FORM.take();
}

/// Something for the component.
pub(crate) enum Event {
    /// For `update`.
    App(Message),
    /// Something happened to the folder.
    Folder(TextNews),
}

/// The component.
pub(crate) struct Chair {
    state: State,
    send: Callback<Message>,
    /// The door to the folder.
    folder: StoredText,
    files: views::Files,
    report: RefCell<WorkedOut>,
    /// For parts of `browser` that reply with messages of the check's program.
    answer: Callback<crate::app::Message>,
    /// Where messages to the check's program go.
    tell: Callback<crate::app::Message>,
    /// The looks of the preview that was drawn last.
    painted: Option<String>,
    /// Whether to print once the screen is rendered.
    prints: bool,
    /// Id of what gets the focus once it is drawn.
    next_focus: Rc<RefCell<Option<String>>>,
    _printing: Printing,
    _hiding: Hiding,
    /// Counts seconds while the meeting's timer runs.
    clock: Option<Clock>,
}

/// The reports of the comparison that was drawn last, with letters and with names: whoever chairs goes to and fro between
/// the two. Each has its input.
#[derive(Default)]
struct WorkedOut([Option<(Texts, Comparison, Option<Report>)>; 2]);

impl WorkedOut {
    /// The report of a comparison; only what has changed is worked out again.
    fn of(&mut self, texts: Texts, shown: &Comparison, names: bool) -> Option<&Report> {
        let [letters, whole] = &mut self.0;
        let kept = if names { whole } else { letters };
        let report = match kept.take() {
            Some((said, before, report)) if said == texts && before == *shown => report,
            Some((said, before, Some(report)))
                if said == texts && comparison::differ_in_names_alone(&before, shown) =>
            {
                Some(report.renamed(texts, shown, names))
            }
            _ => comparison::report(texts, shown, names),
        };
        let (_, _, report) = kept.insert((texts, shown.clone(), report));
        report.as_ref()
    }
}

impl Chair {
    /// Takes in what another tab wrote, then a message, so that the message's change counts as newer.
    fn hear(&mut self, message: Message, tell: &Callback<crate::app::Message>) {
        self.look(tell);
        self.take(message, tell);
    }

    /// Takes in what another tab wrote.
    fn look(&mut self, tell: &Callback<crate::app::Message>) {
        if let Some(heard) = self.folder.news() {
            self.take(Message::Stored(heard), tell);
        }
    }

    fn take(&mut self, message: Message, tell: &Callback<crate::app::Message>) {
        let begun = Date::now();
        // A task that has just begun goes on once the screen says so: drawing that takes as long as a chunk.
        let goes_on = matches!(message, Message::Continued);
        let mut next = Some(message);
        while let Some(message) = next.take() {
            for effect in update(&mut self.state, message) {
                // A long task continues without a render until its chunk is over.
                if effect == Effect::Continue && goes_on && Date::now() - begun < UNNOTICED {
                    next = Some(Message::Continued);
                } else {
                    self.perform(effect, tell);
                }
            }
        }
    }

    fn perform(&mut self, effect: Effect, tell: &Callback<crate::app::Message>) {
        match effect {
            Effect::Store(task) => self.folder.perform(task),
            Effect::Continue => {
                let send = self.send.clone();
                pause::then(move || send.emit(Message::Continued));
            }
            Effect::Copy(text) => clipboard::copy(&text, self.answer.clone()),
            Effect::ShareSheet { title, address } => share::share(&title, &address, self.answer.clone()),
            Effect::Download(file) => {
                download::download(&file);
                tell.emit(crate::app::Message::Handed(file));
            }
            Effect::DownloadPicture(picture) => {
                picture::download(&picture);
                tell.emit(crate::app::Message::Handed(picture.as_text()));
            }
            Effect::Tell(message) => tell.emit(message),
            Effect::Clock(on) => self.clock = on.then(|| clock(&self.send)),
            Effect::LoadPreview => preview::load(),
            Effect::Print => self.prints = true,
            Effect::Focus(id) => {
                self.next_focus.replace(Some(id));
                // A drawing may take away what has the focus. Keys must not arrive before something has it again.
                let next = self.next_focus.clone();
                pause::within_this_task(move || focus_next(&next));
            }
        }
    }
}

/// Focuses what is next if it is drawn already: parts of a screen that are components of their own may be drawn later.
fn focus_next(next: &RefCell<Option<String>>) {
    let id = next.take();
    if let Some(id) = id.filter(|id| !focus::focus(id)) {
        next.replace(Some(id));
    }
}

/// Counts seconds and tells the meeting.
fn clock(send: &Callback<Message>) -> Clock {
    let send = send.clone();
    Clock::start(move |seconds| send.emit(Message::Meeting(meeting::Message::Ticked(seconds))))
}

impl Component for Chair {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(Event::App);
        let answer = ctx.link().batch_callback(|message| match message {
            crate::app::Message::Copied(done) => Some(Event::App(Message::Copied(done))),
            crate::app::Message::SheetClosed(sheet) => Some(Event::App(Message::SheetClosed(sheet))),
            _ => None,
        });
        let files = send.clone();
        let heard = send.reform(Message::Stored);
        let local = Local::open(FOLDER);
        if let Some(text) = local.known() {
            heard.emit(Heard::FoundElsewhere(text));
        }
        // What an older release kept aside because a newer one had written it.
        for text in storage::aside() {
            if folder::load(&text).is_ok() {
                heard.emit(Heard::FoundElsewhere(text));
            }
        }
        let page = outside::page();
        // What no store took while these screens were shown earlier.
        if let Some(text) = page.as_ref().and_then(Page::held_folder) {
            heard.emit(Heard::FoundElsewhere(text));
        }
        send.emit(Message::Opened);
        let mut folder = StoredText::open(local, page, Page::set_held_folder, heard.clone());
        folder.take_durable(Box::new(IndexedDb::new(host::key(FOLDER), heard)));
        outside::listen_to_folder(Some(ctx.link().callback(Event::Folder)));
        let printing = send.reform(Message::Printing);
        let hiding = Hiding::listen(send.reform(|()| Message::Hidden));
        let mut state = State::new(ctx.props().context.as_ref().clone());
        state.seed = outside::random();
        state.entry = FORM.take();
        Self {
            state,
            send,
            folder,
            report: RefCell::default(),
            files: Callback::from(move |list| files::read(list, files.clone())),
            answer,
            tell: ctx.props().tell.clone(),
            painted: None,
            prints: false,
            next_focus: Rc::default(),
            _printing: Printing::listen(&printing),
            _hiding: hiding,
            clock: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Self::Properties) -> bool {
        let context = ctx.props().context.as_ref().clone();
        self.hear(Message::ContextChanged(context), &ctx.props().tell);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, event: Self::Message) -> bool {
        // The field shows what is being typed already: no render is needed.
        let draws =
            !matches!(&event, Event::App(Message::Typed(typing)) if self.state.typed(typing.field).is_some());
        let tell = &ctx.props().tell;
        match event {
            Event::App(message) => self.hear(message, tell),
            Event::Folder(TextNews::Written) => self.look(tell),
            Event::Folder(TextNews::Removed(old)) => {
                let heard = self.folder.removed(old);
                self.take(Message::Stored(heard), tell);
            }
            Event::Folder(TextNews::Back) => {
                let heard = self.folder.came_back();
                self.take(Message::Stored(heard), tell);
            }
        }
        draws
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.hear(Message::Hidden, &ctx.props().tell);
        FORM.set(std::mem::take(&mut self.state.entry));
        outside::listen_to_folder(None);
    }

    fn view(&self, _: &Context<Self>) -> Html {
        drawing::begin();
        let mut worked_out = self.report.borrow_mut();
        let report = match comparison::on_screen(&self.state) {
            Some((shown, names)) => worked_out.of(self.state.context.texts, &shown, names),
            None => None,
        };
        views::screen(&self.state, report, &self.send, &self.files)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        drawing::end();
        if self.state.context.place == Place::Builder {
            let looks = snippet::code(&self.state, Code::Looks);
            if self.painted.as_ref() != Some(&looks) {
                preview::paint(&looks);
                self.painted = Some(looks);
            }
        }
        focus_next(&self.next_focus);
        self.next_focus.take();
        if std::mem::take(&mut self.prints) {
            let refused = |()| crate::app::Message::PrintRefused;
            outside::print(self.tell.reform(refused));
            // A browser that prints later sends `beforeprint` itself.
            self.send.emit(Message::Printing(false));
        }
    }
}
