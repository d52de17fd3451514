//! One arm a message; whatever takes more than a line or two has a file of its own.

use super::effect::Effect;
use super::message::Message;
use super::state::{Durable, PIECES, State};
use super::{answering, opening, sharing, storing};
use crate::app::screen::Screen;

/// Takes in what happened: changes the state and returns what the browser should do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    let does = &mut effects;
    match message {
        Message::Started(found) => opening::started(state, found, does),
        Message::FragmentChanged(fragment) => opening::fragment_changed(state, &fragment, does),
        Message::LinkFollowed(fragment) => {
            if let Some(screen) = Screen::parse(fragment) {
                opening::go(state, screen, does);
            }
        }
        Message::SkipPressed => does.push(Effect::ShowTop),
        Message::ErrorFollowed(id) => does.push(Effect::Focus(id)),
        Message::FormChanged(change) => state.form.apply(change),
        Message::StartPressed => opening::start_pressed(state, does),
        Message::SetupPressed => opening::setup_pressed(state, does),
        Message::CheckOpened(id) => opening::check_opened(state, id, does),
        Message::FullCheckPressed => opening::full_check_pressed(state, does),
        Message::TakeItPressed => opening::take_it_pressed(state, does),
        Message::Later(message) => {
            if let Some(links) = state.links {
                (links.update)(state, &message, does);
            }
        }
        Message::LaterArrived(arrived) => {
            state.later_failed = !arrived;
            // In somebody else's page the reader may be elsewhere by now; `widget.js` keeps the keyboard where it was.
            if !state.guest && !matches!(state.screen, Screen::Start | Screen::Setup | Screen::Questions(_)) {
                does.push(Effect::ShowTop);
            }
        }
        Message::LaterWanted => {
            state.later_failed = false;
            // The durable store comes with it, and is read afresh.
            state.saving.durable = Durable::Reading;
            does.push(Effect::LoadLater);
        }
        Message::DayRead(day) => {
            state.today = day;
            // `widget.js` tells a guest of its turn by the event with which a page comes back into view.
            state.pieces = PIECES.min(state.pieces + 1);
        }

        Message::Answered(statement, response) => answering::answered(state, statement, response, does),
        Message::StageChosen(choice) => answering::stage_chosen(state, choice, does),
        Message::NoteWritten(note, text) => answering::note_written(state, note, &text, does),
        Message::NextPressed => answering::next_pressed(state, does),
        Message::PreviousPressed => answering::previous_pressed(state, does),
        Message::ChangePressed(page) => opening::go(state, Screen::Questions(page), does),
        Message::FinishPressed => answering::finish_pressed(state, does),

        Message::SharePartnershipChosen(chosen) => state.share_partnership = chosen,
        Message::ShareOrganisationChosen(chosen) => state.share_organisation = chosen,
        Message::CopyPressed => sharing::copy_pressed(state, does),
        Message::Copied(done) => sharing::copied(state, done, does),
        Message::SheetPressed => sharing::sheet_pressed(state, does),
        Message::SheetClosed(shared) => sharing::sheet_closed(state, shared, does),
        Message::PrintPressed => does.push(Effect::Print),

        Message::DurableRead(read) => {
            storing::durable_read(state, read, does);
            opening::arrive_late(state, does);
        }
        Message::LocalSaved(number, result) => storing::local_saved(state, number, result),
        Message::DurableSaved(number, result) => storing::durable_saved(state, number, result),
        Message::SetAside(result) => storing::set_aside(state, result, does),
        Message::FoundElsewhere(text) => storing::found_elsewhere(state, &text, does),
        Message::DeletedElsewhere => storing::deleted_elsewhere(state, does),
        Message::CameBack { known, found } => storing::came_back(state, known, found, does),
        Message::DownloadPressed => storing::download(state, does),
        Message::DownloadAsidePressed => storing::download_aside(state, does),
        Message::DeletePressed => {
            state.confirm_delete = true;
            does.push(Effect::Focus("phc-delete"));
        }
        Message::DeleteCancelled => {
            state.confirm_delete = false;
            does.push(Effect::Focus("phc-delete-ask"));
        }
        Message::DeleteConfirmed => storing::delete_confirmed(state, does),
        Message::NoticeClosed(notice) => {
            state.untell(notice);
            does.push(Effect::ShowTop);
        }
    }
    effects
}
