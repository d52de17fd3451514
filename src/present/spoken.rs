//! The page's title, the save status, and the text of the live region.

use crate::app::notice::Notice;
use crate::app::screen::{Info, Screen};
use crate::app::state::State;
use crate::app::status::Status;
use crate::app::store::Kept;
use crate::content::{Key, keys};
use crate::domain::ids::Length;
use crate::formats::decimal::decimal;

use super::{chair, page};

/// The name of the screen that is shown.
fn name(state: &State) -> &'static str {
    let texts = state.texts;
    texts.get(match &state.screen {
        Screen::Start => keys::start::TITLE,
        Screen::Setup => keys::answers::SETUP_TITLE,
        Screen::Questions(number) => {
            let pages = state.pages();
            return pages.get(*number).map_or("", |found| page::name(texts, found));
        }
        Screen::CheckAnswers => keys::answers::TITLE,
        Screen::Result => match state.check() {
            Some(check) if check.setup.value.length == Length::Quick => keys::result::TITLE_QUICK,
            _ => keys::app::RESULT,
        },
        Screen::Share => keys::share::TITLE,
        Screen::Shared(_) => match state.shared {
            Some(Err(_)) => keys::shared::ERROR_TITLE,
            _ => keys::shared::TITLE,
        },
        Screen::Invited(_) => match state.invited {
            Some(Err(_)) => keys::invited::ERROR_TITLE,
            _ => keys::invited::TITLE,
        },
        Screen::Chair(place) => chair::spoken::heading(place),
        Screen::Info(info) => info_title(*info),
    })
}

/// Title of a page of plain words.
pub const fn info_title(info: Info) -> Key {
    match info {
        Info::Definition => keys::definition::TITLE,
        Info::Scoring => keys::scoring::TITLE,
        Info::Privacy => keys::privacy::TITLE,
        Info::Accessibility => keys::accessibility::TITLE,
        Info::About => keys::about::TITLE,
    }
}

/// What is promised about the answers at the foot of every screen: what is true where the program runs.
pub fn promise(state: &State) -> &'static str {
    state.texts.get(match (state.guest, state.scores) {
        (false, _) => keys::app::PROMISE,
        (true, false) => keys::app::PROMISE_GUEST,
        (true, true) => keys::app::PROMISE_SCORES,
    })
}

/// Who sees the answers. In somebody else's page only the check's own part is promised.
pub fn sees(state: &State) -> &'static str {
    state.texts.get(if state.guest {
        keys::start::SEES_GUEST
    } else {
        keys::start::SEES
    })
}

/// The title of the browser's window: screen and product, with "Error: " in front where there is one.
pub fn title(state: &State) -> String {
    let mut screen = name(state).to_owned();
    if screen.is_empty() {
        // Its words are in the second module, which is not loaded yet.
        return state.texts.get(keys::app::NAME).to_owned();
    }
    if let Screen::Questions(number) = state.screen {
        let pages = state.pages();
        let step = page::step(state.texts, number, pages.len());
        screen = [&step, ": ", &page::heading(state.texts, &pages, number)].concat();
    }
    let title = state.texts.fill(keys::app::PAGE_TITLE, &[("screen", &screen)]);
    if state.missing.is_some()
        || state.chair_refused && matches!(state.screen, Screen::Chair(_))
        || matches!(state.shared, Some(Err(_))) && matches!(state.screen, Screen::Shared(_))
        || matches!(state.invited, Some(Err(_))) && matches!(state.screen, Screen::Invited(_))
    {
        return state
            .texts
            .fill(keys::app::PAGE_TITLE_PROBLEM, &[("title", &title)]);
    }
    title
}

/// The save status. On the chair's screens it is that of checks and comparisons together.
pub fn kept(state: &State) -> Kept {
    match state.screen {
        Screen::Chair(_) => state.store.kept().and(state.folder_kept),
        _ => state.store.kept(),
    }
}

/// What became of the last press on a button of the screen, to be shown beside it; empty if nothing did.
pub fn outcome(state: &State) -> &'static str {
    match state.status {
        Status::Saved | Status::Cleared(_) | Status::Keys(_) => "",
        _ => status(state),
    }
}

/// What the live region says. Where the same is said again the text is another, or nobody would hear it.
pub fn said(state: &State) -> String {
    let again = if state.status == Status::Cleared(true) {
        AGAIN
    } else {
        ""
    };
    [status(state), again].concat()
}

/// What makes a text another one for a live region, and is neither seen nor heard: a no-break space.
pub(super) const AGAIN: &str = "\u{a0}";

/// The outcome of the last press; empty if there is none.
pub fn status(state: &State) -> &'static str {
    let key = match state.status {
        Status::Quiet => return "",
        Status::Copied => keys::share::COPIED,
        Status::NotCopied => keys::share::NOT_COPIED,
        Status::Shared => keys::share::SHARED,
        Status::NotShared => keys::share::NOT_SHARED,
        Status::Mailed => keys::share::MAILED,
        Status::Spoken => keys::app::SPOKEN,
        Status::Saved => keys::app::SAVED,
        Status::Cleared(_) => keys::questions::CLEARED,
        Status::Keys(true) => keys::questions::KEYS_ARE_ON,
        Status::Keys(false) => keys::questions::KEYS_ARE_OFF,
    };
    state.texts.get(key)
}

/// The sentence of a notice.
pub fn notice(state: &State, notice: Notice) -> String {
    let key = match notice {
        Notice::Recovered => keys::notice::RECOVERED,
        Notice::StorageOff => keys::notice::STORAGE_OFF,
        Notice::StorageFull => keys::notice::STORAGE_FULL,
        Notice::Unreadable => keys::notice::UNREADABLE,
        Notice::NewerVersion => keys::notice::NEWER_VERSION,
        Notice::Beside => keys::notice::KEPT_BESIDE,
        Notice::UnknownStatements(n) => return counted(state, keys::notice::UNKNOWN_STATEMENTS, n),
        Notice::OutOfRange(n) => {
            let values = [("n", &*decimal(n))];
            return state.texts.fill_count(keys::notice::OUT_OF_RANGE, n, &values);
        }
        Notice::ChangedElsewhere => keys::notice::CHANGED_ELSEWHERE,
        Notice::DeletedElsewhere => keys::notice::DELETED_ELSEWHERE,
        Notice::CheckDeleted => keys::notice::CHECK_DELETED,
        Notice::Deleted => keys::notice::DELETED,
        Notice::DeletionUnsure => keys::notice::DELETION_UNSURE,
        Notice::NameShortened => keys::notice::NAME_SHORTENED,
        Notice::NoteShortened => keys::notice::NOTE_SHORTENED,
        Notice::NotPrinted => keys::notice::NOT_PRINTED,
        Notice::NewRelease => keys::notice::NEW_RELEASE,
        Notice::Speechless => keys::notice::SPEECHLESS,
    };
    state.texts.get(key).to_owned()
}

fn counted(state: &State, key: Key, n: usize) -> String {
    state.texts.fill(key, &[("n", &decimal(n))])
}
