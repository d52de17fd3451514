//! Handles every message. Those of the screens after the questions have an arm here, and anything longer than a line or
//! two a file of its own; the rest is in `first`.

use super::effect::Effect;
use super::message::Message;
use super::screen::{Place, Screen};
use super::state::State;
use super::status::Status;
use super::{answering, choices, first, given, inviting, moving, opening, sharing, storing};
use crate::content::keys;

/// Handles a message: changes the state and returns what the browser should do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    let told = state.notices.last().copied();
    let does = &mut effects;
    match message {
        Message::SetupPressed => opening::setup_pressed(state, does),
        Message::ChangePressed(page, statement) => answering::change_pressed(state, page, statement, does),
        Message::FinishPressed => answering::finish_pressed(state, does),
        Message::FullCheckPressed => opening::full_check_pressed(state, does),
        Message::TakeItPressed => opening::take_it_pressed(state, does),
        Message::InvitedPressed => inviting::pressed(state, does),

        Message::FormChanged(change) if state.screen == Screen::Share => {
            sharing::name_changed(state, change, does);
        }
        Message::SharePartnershipChosen(chosen) => state.share_partnership = chosen,
        Message::ShareOrganisationChosen(chosen) => state.share_organisation = chosen,
        Message::CopyPressed => sharing::copy_pressed(state, does),
        Message::Copied(done) => sharing::copied(state, done, does),
        Message::SheetPressed => sharing::sheet_pressed(state, does),
        Message::SheetClosed(shared) => sharing::sheet_closed(state, shared, does),
        Message::MailPressed => state.status = Status::Mailed,
        Message::PrintPressed => does.push(Effect::Print),
        Message::FileMade(file) => does.push(Effect::Download(file.for_country(state.decimal_comma))),
        Message::PictureMade(picture) => does.push(Effect::DownloadPicture(picture)),

        Message::AddPressed => {
            state.adding = state.shared.clone().and_then(Result::ok);
            moving::go(state, Screen::Chair(Place::Compare), does);
        }
        Message::Added => state.adding = None,
        Message::FolderKept(kept) => state.folder_kept = kept,
        Message::ChairRefused(refused) => state.chair_refused = refused,
        Message::RecordGiven(record) => given::record(state, record, does),

        Message::Stored(heard) => storing::heard(state, heard, does),
        Message::FolderDeleted => storing::folder_deleted(state, does),
        Message::DeletePressed => {
            state.confirm_delete = true;
            state.others = false;
            does.push(Effect::LookForOthers);
            does.push(Effect::Focus("phc-delete"));
        }
        Message::DeleteCancelled => {
            state.confirm_delete = false;
            does.push(Effect::Focus("phc-delete-ask"));
        }
        Message::OthersFound => state.others = true,
        Message::DeleteConfirmed(extent) => storing::delete_confirmed(state, extent, does),

        message => {
            let brings_words = matches!(
                message,
                Message::SecondModuleArrived(true) | Message::WordsCame(_)
            );
            effects = first::update(state, message);
            if brings_words {
                state.texts = state.texts.complete();
                put_own_words(state, &mut effects);
            }
        }
    }
    given::read_link(state);
    choices::keep(state, &mut effects);
    moving::lead_to_notice(state, told, &mut effects);
    effects
}

/// Puts the words of a host's page in place of the check's, and tells the page which of its entries were left out.
fn put_own_words(state: &mut State, effects: &mut Vec<Effect>) {
    if !state.waits_for_words() {
        return;
    }
    let (texts, faults) = state.texts.in_own_words(&state.words);
    state.texts = texts;
    let faults = faults.iter().map(|fault| fault.sentence(state.texts));
    effects.push(Effect::TellWords {
        name: state.texts.get(keys::app::NAME),
        faults: faults.collect(),
    });
}
