//! The comparison's screen: partners are added, named, grouped and removed.

mod came;
mod editing;
mod holding;
mod joining;
pub mod many;
mod reading;
mod sharing;
mod state;
mod taking;

use super::context::Context;
use super::effect::Effect;
use super::field::TextField;
use super::known;
use super::shared::Shared;
use crate::app::file::{File, Kind};
use crate::app::screen::Place;
use crate::domain::comparison::Comparison;
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::domain::plan::Plan;
use crate::domain::summary::Summary;
use crate::formats::link;

pub(super) use came::is_same;
pub(super) use holding::{kept_as, twin_of, with_lacking};
pub use reading::{Problem, Reading, Taken, TextLine};
pub use sharing::address;
pub use state::{Message, Said, State, Undo};
pub use taking::own_partners;

/// Runs the next chunk of a long task: reading, counting or writing.
pub(super) fn go_on(state: &mut State, shared: &mut Shared) -> Vec<Effect> {
    let mut effects = Vec::new();
    effects.extend(taking::go_on(state, shared));
    if let Some(many) = &mut state.many {
        let counting = many.go_on();
        let written = many.write_on();
        if counting || many.writing.is_some() {
            effects.push(Effect::Continue);
        }
        let file = written.map(|table| File::new("answers", Kind::Table, table));
        effects.extend(file.map(Effect::Download));
    }
    effects
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, shared: &mut Shared, message: Message) -> Option<Effect> {
    match message {
        Message::Opened(id) => {
            open(state, id);
            return Some(to_screen());
        }
        Message::NewPressed => {
            begin(state, shared);
            return Some(Effect::Focus(TextField::Links.id()));
        }
        Message::TakePressed => {
            let text = std::mem::take(&mut state.typed);
            return taking::begin(state, shared, vec![text]);
        }
        Message::FilesRead(texts) => return taking::begin(state, shared, texts),
        Message::FilesRefused(number, fault) => return taking::refuse(state, shared, number, fault),
        Message::OwnAdded(id) => return taking::own(state, shared, id),
        Message::Removed(id) => return Some(editing::remove(state, shared, id)),
        Message::ClaimAnswered(to, yes) => return editing::answer(state, shared, to, yes),
        Message::UndoPressed => return editing::undo(state, shared),
        Message::CopyPressed => return sharing::copy(state, shared),
        Message::SheetPressed => return sharing::sheet(state, shared),
        Message::AnswersPressed => {
            // It is written in pieces.
            state.many.as_mut()?.begin_writing();
            return Some(Effect::Continue);
        }
        Message::ManyClosed => {
            state.many = None;
            state.taken = None;
            state.said = None;
            return Some(Effect::Focus("phc-title".to_owned()));
        }
        Message::KeepPressed => return keep(state, shared),
        Message::Named(id, name) => editing::name(state, shared, id, &name),
        Message::Renamed(id, name) => editing::rename(state, shared, id, &name),
        Message::Grouped(id, with) => editing::group(state, shared, id, with),
        Message::LinksWritten(text) => state.typed = text,
        Message::NamesChosen(names) => state.names = names,
        Message::OrderChosen(by_difference) => editing::order(state, shared, by_difference),
        Message::ListToggled => state.list_open = !state.list_open,
        Message::CellPressed(topic, letter) => {
            if !state.opened.contains(&topic) {
                state.opened.push(topic);
            }
            state.cell = Some((topic, letter));
        }
        Message::RowToggled(topic) => match state.opened.iter().position(|found| *found == topic) {
            Some(position) => drop(state.opened.remove(position)),
            None => state.opened.push(topic),
        },
        Message::ShareNamesChosen(chosen) => state.share_names = chosen,
    }
    None
}

/// The comparison's screen is wanted.
fn to_screen() -> Effect {
    Effect::Tell(crate::app::Message::LinkFollowed("compare"))
}

fn open(state: &mut State, id: u32) {
    *state = State {
        open: Some(id),
        names: state.names,
        ..State::default()
    };
}

/// Opens a comparison without partners. It is kept once it has one.
fn begin(state: &mut State, shared: &mut Shared) -> u32 {
    let id = shared.new_id();
    open(state, id);
    id
}

/// The comparison that is open, or a new one, and its id.
fn current(state: &mut State, shared: &mut Shared) -> (u32, Comparison) {
    if let Some((id, comparison)) = state.comparison(shared.folder) {
        return (id, comparison.clone());
    }
    let id = state.open.unwrap_or_else(|| begin(state, shared));
    (id, Comparison::new(shared.context.today))
}

/// Changes the comparison that is open, so that it can be taken back.
fn change(state: &mut State, shared: &mut Shared, change: impl FnOnce(&mut Comparison)) {
    let (id, before) = current(state, shared);
    let mut after = before.clone();
    change(&mut after);
    if after != before {
        let before = shared.folder.item(id).clone();
        shared.put(id, Item::Comparison(after));
        let after = shared.folder.item(id).clone();
        state.undo = Some(Undo { id, before, after });
        state.said = None;
    }
}

/// Adds the summary of a link that was opened.
pub(super) fn add_given(state: &mut State, shared: &mut Shared, summary: Summary) -> Vec<Effect> {
    let mut effects = Vec::new();
    effects.extend(taking::given(state, shared, summary));
    effects.push(Effect::Tell(crate::app::Message::Added));
    effects
}

/// Adds the answers of a form from paper, and shows them.
pub(super) fn add_form(state: &mut State, shared: &mut Shared, summary: Summary) -> Vec<Effect> {
    let mut effects = Vec::new();
    effects.extend(taking::given(state, shared, summary));
    effects.push(to_screen());
    effects
}

/// The screen was entered: reads the link that came, or opens the newest comparison.
pub(super) fn entered(state: &mut State, context: &Context, folder: &Folder) {
    if let Place::Received(fragment) = &context.place {
        state.received_plan = link::decode_plan(fragment);
        let mut received = link::decode_comparison(fragment);
        if let Ok(received) = &mut received {
            known::fill(received, folder, &context.record);
        }
        state.received = Some(received);
        state.opened.clear();
        state.cell = None;
        return;
    }
    state.received = None;
    state.received_plan = None;
    if state.comparison(folder).is_none() && state.taken.is_none() {
        state.open = newest(folder);
    }
}

/// The comparison that was changed last.
fn newest(folder: &Folder) -> Option<u32> {
    let comparisons = folder
        .entries
        .iter()
        .filter(|entry| matches!(entry.item, Item::Comparison(_)));
    comparisons
        .max_by_key(|entry| entry.revision)
        .map(|entry| entry.id)
}

/// Keeps a comparison from a link, with its plan, as one of the user's own, and opens it. If it is kept already, it is only
/// opened.
fn keep(state: &mut State, shared: &mut Shared) -> Option<Effect> {
    let received = state.received.take()?.ok()?;
    let plan = state.received_plan.take();
    let id = if let Some(id) = kept_as(shared.folder, &received) {
        open(state, id);
        id
    } else {
        let id = begin(state, shared);
        shared.put(id, Item::Comparison(received));
        id
    };
    if let Some(Ok(plan)) = plan {
        keep_plan(shared, id, plan);
    }
    Some(to_screen())
}

/// Keeps the plan of a comparison. One that is kept already gets the steps that it lacks.
fn keep_plan(shared: &mut Shared, of: u32, plan: Plan) {
    let Some((entry, mine)) = shared.folder.plan(of) else {
        let entry = shared.new_id();
        shared.put(entry, Item::Plan { of, plan });
        return;
    };
    if let Some(plan) = mine.with_lacking(plan) {
        shared.put(entry, Item::Plan { of, plan });
    }
}
