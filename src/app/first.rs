//! What happens up to the last question, and with the stores. One arm per message; anything longer than a line or two
//! has a file of its own.

use super::effect::Effect;
use super::message::Message;
use super::notice::Notice;
use super::screen::Screen;
use super::state::{Piece, State};
use super::status::Status;
use super::{answering, choices, following, moving, opening, storing};

/// Handles what can happen until all questions are answered. [`update`](super::update) handles every message.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    let told = state.notices.last().copied();
    let does = &mut effects;
    match message {
        Message::Started(found) => opening::started(state, found, does),
        Message::FragmentChanged(fragment, open) => moving::fragment_changed(state, &fragment, open, does),
        Message::LinkFollowed(fragment) => {
            if let Some(screen) = Screen::parse(fragment) {
                moving::go(state, screen, does);
            }
        }
        Message::SkipPressed => does.push(Effect::ShowTop),
        Message::ErrorFollowed(id) => does.push(Effect::Focus(id)),
        Message::FormChanged(change) => state.form.apply(change),
        Message::StartPressed => opening::start_pressed(state, does),
        Message::CheckOpened(id) => opening::check_opened(state, id, does),
        Message::SecondModuleArrived(arrived) => {
            state.second_module_failed = !arrived;
            // In a host's page the reader may be elsewhere by now; `widget.js` restores the focus.
            if !state.guest && !matches!(state.screen, Screen::Start | Screen::Questions(_)) {
                does.push(Effect::ShowTop);
            }
        }
        Message::SecondModuleWanted => {
            state.second_module_failed = false;
            // The durable store is part of that module, and is read again.
            state.store.expect_durable();
            does.push(Effect::LoadSecondModule);
            // The button that was pressed goes.
            does.push(Effect::ShowTop);
        }
        Message::LanguageChosen(tag) => following::language_chosen(state, tag, does),
        Message::SettingsRead(found) => following::settings_read(state, found, does),
        Message::WordsCame(Some(texts)) => {
            state.texts = texts;
            state.status = Status::Spoken;
            state.untell(Notice::Speechless);
        }
        Message::WordsCame(None) => state.tell(Notice::Speechless),
        Message::KeysSwitched => {
            state.keys_off = !state.keys_off;
            state.status = Status::Keys(!state.keys_off);
            does.push(Effect::KeepKeys(state.keys_off));
        }
        Message::DayRead(day) => state.today = day,
        Message::ReleaseCame => state.tell(Notice::NewRelease),
        Message::TurnCame => state.drawn = Piece::after(state.drawn),

        Message::Answered(statement, response) => answering::answered(state, statement, response, does),
        Message::ExtraAnswered(position, response) => {
            answering::extra_answered(state, position, response, does);
        }
        Message::StageChosen(choice) => answering::stage_chosen(state, choice, does),
        Message::NoteWritten(note, text) => answering::note_written(state, note, &text, does),
        Message::NextPressed => answering::next_pressed(state, does),
        Message::PreviousPressed => answering::previous_pressed(state, does),

        Message::Stored(heard) => storing::heard_early(state, heard, does),
        Message::DownloadPressed => storing::download(state, does),
        Message::DownloadAsidePressed => storing::download_aside(state, does),
        Message::Handed(file) => storing::handed(state, file, does),
        Message::HandedClosed => {
            state.handed = None;
            does.push(Effect::ShowTop);
        }
        Message::PrintRefused => {
            state.tell(Notice::NotPrinted);
            does.push(Effect::ShowTop);
        }
        Message::BesidePressed => storing::begin_beside(state, does),
        Message::NoticeClosed(notice) => {
            state.untell(notice);
            does.push(Effect::ShowTop);
        }

        // Only on the screens after the questions: `update` handles these.
        Message::SetupPressed
        | Message::ChangePressed(..)
        | Message::FinishPressed
        | Message::FullCheckPressed
        | Message::TakeItPressed
        | Message::InvitedPressed
        | Message::SharePartnershipChosen(_)
        | Message::ShareOrganisationChosen(_)
        | Message::CopyPressed
        | Message::Copied(_)
        | Message::FolderDeleted
        | Message::FolderKept(_)
        | Message::ChairRefused(_)
        | Message::SheetPressed
        | Message::MailPressed
        | Message::SheetClosed(_)
        | Message::PrintPressed
        | Message::FileMade(_)
        | Message::PictureMade(_)
        | Message::AddPressed
        | Message::Added
        | Message::RecordGiven(_)
        | Message::DeletePressed
        | Message::DeleteCancelled
        | Message::OthersFound
        | Message::DeleteConfirmed(_) => {}
    }
    choices::keep(state, &mut effects);
    moving::lead_to_notice(state, told, &mut effects);
    effects
}
