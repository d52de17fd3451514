//! The comparison's screen: partners come in, are named, grouped and taken out again.

mod came;
mod editing;
mod holding;
mod joining;
pub mod many;
mod reading;
mod sharing;
mod state;
mod taking;

use super::effect::Effect;
use super::field::TextField;
use super::state::State as Chair;
use crate::app::file::{File, Kind};
use crate::domain::comparison::Comparison;
use crate::domain::folder::Item;
use crate::domain::plan::Plan;
use crate::formats::link;

pub(super) use came::is_same;
pub use editing::can_undo;
pub(super) use holding::{kept_as, with_lacking};
pub use reading::{Problem, Reading, Taken};
pub use sharing::address;
pub use state::{Message, Said, State, Undo};
pub use taking::own_checks;

/// Does the next piece of whatever is long: reading, counting, writing.
pub(super) fn go_on(state: &mut Chair, effects: &mut Vec<Effect>) {
    if state.compare.reading.is_some() {
        taking::go_on(state, effects);
    }
    if let Some(many) = &mut state.compare.many {
        let counting = many.go_on();
        let written = many.write_on();
        if counting || many.writing.is_some() {
            effects.push(Effect::Continue);
        }
        let file = written.map(|table| File::new("answers", Kind::Table, table));
        effects.extend(file.map(Effect::Download));
    }
}

/// Takes in what happened.
pub(super) fn update(state: &mut Chair, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::Opened(id) => {
            open(state, id);
            effects.push(Effect::Tell(crate::app::Message::LinkFollowed("compare")));
        }
        Message::NewPressed => {
            begin(state);
            effects.push(Effect::Focus(TextField::Links.id()));
        }
        Message::Named(id, name) => editing::name(state, id, &name),
        Message::LinksWritten(text) => state.compare.typed = text,
        Message::TakePressed => {
            let text = std::mem::take(&mut state.compare.typed);
            taking::begin(state, vec![text], effects);
        }
        Message::FilesRead(texts) => taking::begin(state, texts, effects),
        Message::FilesTooLarge(number) => taking::refuse(state, number, effects),
        Message::OwnAdded(id) => taking::own(state, id, effects),
        Message::Removed(id) => editing::remove(state, id, effects),
        Message::Renamed(id, name) => editing::rename(state, id, &name),
        Message::Grouped(id, with) => editing::group(state, id, with),
        Message::UndoPressed => editing::undo(state, effects),
        Message::NamesChosen(names) => state.compare.names = names,
        Message::ListToggled => state.compare.list_open = !state.compare.list_open,
        Message::RowToggled(topic) => {
            let opened = &mut state.compare.opened;
            match opened.iter().position(|found| *found == topic) {
                Some(position) => drop(opened.remove(position)),
                None => opened.push(topic),
            }
        }
        Message::ShareNamesChosen(chosen) => state.compare.share_names = chosen,
        Message::CopyPressed => sharing::copy(state, effects),
        Message::SheetPressed => sharing::sheet(state, effects),
        Message::AnswersPressed => {
            // It is written in pieces.
            if let Some(many) = &mut state.compare.many {
                many.begin_writing();
                effects.push(Effect::Continue);
            }
        }
        Message::ManyClosed => {
            state.compare.many = None;
            state.compare.taken = None;
            state.compare.said = None;
            effects.push(Effect::Focus("phc-title".to_owned()));
        }
        Message::KeepPressed => keep(state, effects),
    }
}

fn open(state: &mut Chair, id: u32) {
    state.compare = State {
        open: Some(id),
        names: state.compare.names,
        ..State::default()
    };
}

/// Opens a comparison without partners. It is kept once it has one.
fn begin(state: &mut Chair) -> u32 {
    let id = state.new_id();
    open(state, id);
    id
}

/// The comparison that is open, or a new one, and its id.
fn current(state: &mut Chair) -> (u32, Comparison) {
    if let Some((id, comparison)) = state.comparison() {
        return (id, comparison.clone());
    }
    let id = state.compare.open.unwrap_or_else(|| begin(state));
    (id, Comparison::new(state.context.today))
}

/// Changes the comparison that is open, so that it can be taken back.
fn change(state: &mut Chair, change: impl FnOnce(&mut Comparison)) {
    let (id, before) = current(state);
    let mut after = before.clone();
    change(&mut after);
    if after != before {
        let before = state.item(id).clone();
        state.put(id, Item::Comparison(after));
        let after = state.item(id).clone();
        state.compare.undo = Some(Undo { id, before, after });
        state.compare.said = None;
    }
}

/// Adds the summary that whoever opened its link wants in a comparison.
pub(super) fn add_given(state: &mut Chair, effects: &mut Vec<Effect>) {
    if state.context.place != crate::app::screen::Place::Compare {
        return;
    }
    if let Some(summary) = state.context.adding.take() {
        taking::given(state, &summary, effects);
        effects.push(Effect::Tell(crate::app::Message::Added));
    }
}

/// The screen was entered: reads the link that came, or opens the newest comparison.
pub(super) fn entered(state: &mut Chair) {
    use crate::app::screen::Place;
    if let Place::Received(fragment) = &state.context.place {
        state.compare.received_plan = link::decode_plan(fragment);
        state.compare.received = Some(link::decode_comparison(fragment));
        state.compare.opened.clear();
        return;
    }
    state.compare.received = None;
    state.compare.received_plan = None;
    if state.comparison().is_none() && state.compare.taken.is_none() {
        state.compare.open = newest(state);
    }
}

/// The comparison that was changed last.
fn newest(state: &Chair) -> Option<u32> {
    let comparisons = state
        .folder
        .entries
        .iter()
        .filter(|entry| matches!(entry.item, Item::Comparison(_)));
    comparisons
        .max_by_key(|entry| entry.revision)
        .map(|entry| entry.id)
}

/// Keeps the comparison that came by a link as one of one's own, with its plan, and opens it. One that is kept
/// already is only opened.
fn keep(state: &mut Chair, effects: &mut Vec<Effect>) {
    let Some(Ok(received)) = state.compare.received.take() else {
        return;
    };
    let plan = state.compare.received_plan.take();
    let id = if let Some(id) = kept_as(&state.folder, &received) {
        open(state, id);
        id
    } else {
        let id = begin(state);
        state.put(id, Item::Comparison(received));
        id
    };
    if let Some(Ok(plan)) = plan {
        keep_plan(state, id, plan);
    }
    effects.push(Effect::Tell(crate::app::Message::LinkFollowed("compare")));
}

/// Keeps the plan of a comparison. One that is kept already gets the steps that it lacks.
fn keep_plan(state: &mut Chair, of: u32, plan: Plan) {
    let Some((entry, mine)) = state.folder.plan(of) else {
        let entry = state.new_id();
        state.put(entry, Item::Plan { of, plan });
        return;
    };
    if let Some(plan) = mine.with_lacking(plan) {
        state.put(entry, Item::Plan { of, plan });
    }
}
