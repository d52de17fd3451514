//! What the page is when the program starts, and what happens around it later.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Date, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlInputElement, StorageEvent};
use yew::Callback;

use super::storage::{self, FOLDER, Local, RECORD};
use super::{host, location, share};
use crate::app::State;
use crate::app::message::Found;
use crate::content::Texts;
use crate::domain::day::{Date as Calendar, Day};
use crate::formats::link;

/// Today by the device's calendar. A clock outside the range of [`Day`] counts as its first day.
pub(crate) fn today() -> Day {
    let now = Date::new_0();
    let date = Calendar {
        year: u16::try_from(now.get_full_year()).unwrap_or(0),
        month: now.get_month() as u8 + 1,
        day: now.get_date() as u8,
    };
    Day::from_date(date).unwrap_or(Day(0))
}

#[wasm_bindgen]
extern "C" {
    /// The element in which the program runs. `boot.js` hands what it holds to the element that takes its place
    /// when the program is started again after a failure.
    #[derive(Clone)]
    pub(crate) type Page;

    /// The newest text, while `localStorage` does not have it.
    #[wasm_bindgen(method, getter, structural, js_name = phcHeld)]
    fn held(this: &Page) -> Option<String>;

    /// The newest comparisons and plans, while `localStorage` does not have them.
    #[wasm_bindgen(method, getter, structural, js_name = phcHeldFolder)]
    pub(crate) fn held_folder(this: &Page) -> Option<String>;

    /// Holds the newest comparisons and plans, or nothing any more.
    #[wasm_bindgen(method, setter, structural, js_name = phcHeldFolder)]
    pub(crate) fn set_held_folder(this: &Page, text: Option<&str>);

    /// Tells the page around a guest what happened, see `HostEvent`.
    #[wasm_bindgen(method, structural, js_name = phcTell)]
    pub(crate) fn tell(this: &Page, name: &str, statement: &str, answered: usize, of: usize, scores: &str);

    /// The program is about to draw: what other programs did to its nodes is undone, see `src/page/others.js`.
    #[wasm_bindgen(method, structural, js_name = phcDrawing)]
    pub(crate) fn drawing(this: &Page);

    /// The program has drawn.
    #[wasm_bindgen(method, structural, js_name = phcDrawn)]
    pub(crate) fn drawn(this: &Page);

    /// Asks `boot.js` or `widget.js` for the words of a language. An event `words` follows.
    #[wasm_bindgen(method, structural, js_name = phcSpeak)]
    pub(crate) fn speak(this: &Page, tag: &str);

    /// The words that came: a language file, null for English, undefined if they did not arrive.
    #[wasm_bindgen(method, getter, structural, js_name = phcWords)]
    fn words(this: &Page) -> JsValue;

    /// Asks `boot.js` to keep the page no longer for visits without a network. A guest's page is never kept.
    #[wasm_bindgen(method, structural, js_name = phcForgetPage)]
    pub(crate) fn forget_page(this: &Page);

    /// Holds the newest text, or nothing any more.
    #[wasm_bindgen(method, setter, structural, js_name = phcHeld)]
    pub(crate) fn set_held(this: &Page, text: Option<&str>);
}

/// The element in which the program runs.
pub(crate) fn page() -> Option<Page> {
    host::root().map(JsCast::unchecked_into)
}

/// The state to begin with and what was found: stored text, fragment, and what was chosen in the
/// prerendered form inside `root`.
pub(crate) fn found(root: &Element, texts: Texts, recovered: bool) -> (State, Found, Local) {
    host::settle(root);
    let mut state = State::new(texts);
    state.guest = host::is_guest();
    let payload = host::attribute("data-invitation");
    state.invitation = payload.map(|payload| [link::INVITATION_PREFIX, &payload].concat());
    state.words = host::attribute("data-words").unwrap_or_default();
    state.scores = host::attribute("data-scores").is_some();
    location::arrived(true);
    state.address = location::address();
    state.today = today();
    state.seed = random();
    state.has_sheet = share::is_there();
    state.framed = framed();
    let local = Local::open(RECORD);
    let found = Found {
        fragment: location::fragment(),
        open: location::open_check(),
        stored: local.known(),
        held: root.unchecked_ref::<Page>().held(),
        local: storage::local_store(),
        aside: storage::aside(),
        early: early(root),
        choices: storage::choices(),
        begun: root.has_attribute("data-begun"),
        recovered,
        speechless: host::attribute("data-speechless").is_some(),
        settings: storage::settings(),
    };
    (state, found, local)
}

/// A random number: ids only have to differ on this device.
#[allow(
    clippy::cast_sign_loss,
    reason = "the browser's random number is never below 0"
)]
pub(crate) fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// What the visitor chose or typed in the prerendered screens, or a host's page preset: name and value.
fn early(root: &Element) -> Vec<(String, String)> {
    let Ok(inputs) = root.query_selector_all("input:checked, input[type=text], textarea") else {
        return Vec::new();
    };
    (0..inputs.length())
        // A text area has a name and a value too.
        .filter_map(|position| Some(inputs.get(position)?.unchecked_into::<HtmlInputElement>()))
        // The length that the page itself ticks is nobody's choice.
        .filter(|input| !input.default_checked())
        .map(|input| (input.name(), input.value()))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// A listener for news.
type Teller = Rc<dyn Fn(News)>;

thread_local! {
    /// The listener for news, once there is one.
    static TELL: RefCell<Option<Teller>> = const { RefCell::new(None) };
    /// The listener for news of the folder, while one of its screens is shown.
    static TELL_FOLDER: RefCell<Option<Callback<TextNews>>> = const { RefCell::new(None) };
}

/// Sets the listener for news of the folder, or removes it.
pub(super) fn listen_to_folder(send: Option<Callback<TextNews>>) {
    TELL_FOLDER.set(send);
}

fn tell_folder(news: TextNews) {
    if let Some(send) = TELL_FOLDER.with_borrow(Clone::clone) {
        send.emit(news);
    }
}

/// Asks the program whether it is alive: it calls `answer` from Yew's scheduler. A JavaScript exception that passes
/// through the module skips Rust's unwinding, so the scheduler stays locked and `answer` is never called.
pub fn ask(answer: Function) {
    tell(News::Asked(answer));
}

/// Tells the program that everything was deleted by another program of ours.
pub(super) fn removed() {
    tell_folder(TextNews::Removed(None));
    tell(News::Record(TextNews::Removed(None)));
}

fn tell(news: News) {
    let tell = TELL.with_borrow(Clone::clone);
    if let Some(tell) = tell {
        tell(news);
    }
}

/// Something that happened to a stored text.
pub(crate) enum TextNews {
    /// Another tab wrote it.
    Written,
    /// Another tab, or another check in this page, removed it: the old text, where the browser reports it.
    Removed(Option<String>),
    /// The page is in view again.
    Back,
}

/// Something that happened outside.
pub(crate) enum News {
    /// The page asks whether the program is alive: the function to call if it is.
    Asked(Function),
    /// The fragment changed; with the check that was open there.
    Fragment(String, Option<u32>),
    /// Something happened to the record.
    Record(TextNews),
    /// The page is in view again, perhaps after a day.
    Back,
    /// Another tab changed a setting.
    Settings,
    /// The page around a guest lets it go on.
    Turn,
    /// The words of the language that was chosen arrived, or did not.
    Words(Option<Texts>),
    /// A newer release of the page is kept.
    Release,
}

/// Reports events of the page and other tabs, for as long as the page lives.
pub(crate) fn listen(listener: impl Fn(News) + 'static) {
    TELL.set(Some(Rc::new(listener)));
    let Some(target) = host::news() else { return };
    let hear = |name: &str, listener: Box<dyn Fn(Event)>| {
        let closure = Closure::wrap(listener);
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        // The event target and the program end together, so the listener is never removed.
        closure.forget();
    };
    hear(
        "popstate",
        Box::new(|_| {
            location::arrived(false);
            tell(News::Fragment(location::fragment(), location::open_check()));
        }),
    );
    hear(
        "storage",
        Box::new(|event| {
            let Ok(event) = event.dyn_into::<StorageEvent>() else {
                return;
            };
            // No key: somebody cleared the whole store, which "Delete everything" never does.
            let Some(key) = event.key() else { return };
            let news = match event.new_value() {
                Some(_) => TextNews::Written,
                None => TextNews::Removed(event.old_value()),
            };
            if key == host::key(RECORD) {
                tell(News::Record(news));
            } else if key == host::key(FOLDER) {
                tell_folder(news);
            } else if storage::is_setting(&key) {
                tell(News::Settings);
            }
        }),
    );
    // The page around a guest has had time for itself.
    hear("turn", Box::new(|_| tell(News::Turn)));
    hear("words", Box::new(|_| tell(News::Words(words()))));
    hear("release", Box::new(|_| tell(News::Release)));
    // A page out of view sleeps, and may miss what other tabs write or delete.
    for name in ["visibilitychange", "pageshow"] {
        hear(
            name,
            Box::new(|_| {
                if document().is_some_and(|document| !document.hidden()) {
                    tell_folder(TextNews::Back);
                    tell(News::Back);
                }
            }),
        );
    }
}

/// The words that the page has fetched.
fn words() -> Option<Texts> {
    let words = page()?.words();
    if words.is_null() {
        return Some(Texts::first_of_english());
    }
    Texts::from_file(&words.as_string()?).ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the page is in a frame.
fn framed() -> bool {
    let window = web_sys::window();
    let parent = window.as_ref().and_then(|window| window.parent().ok()?);
    parent != window
}

/// How long a browser may take until it prints, in milliseconds.
const SOON: i32 = 1_000;

/// Opens the print dialogue. In a frame that may not, the browser does nothing: then `refused` is called.
pub(crate) fn print(refused: Callback<()>) {
    let Some(window) = web_sys::window() else { return };
    let printed = Rc::new(Cell::new(!framed()));
    let heard = printed.clone();
    let hear = Closure::once_into_js(move || heard.set(true));
    let _ = window.add_event_listener_with_callback("beforeprint", hear.unchecked_ref());
    let _ = window.print();
    let look = Closure::once_into_js(move || {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("beforeprint", hear.unchecked_ref());
        }
        if !printed.get() {
            refused.emit(());
        }
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(look.unchecked_ref(), SOON);
}
