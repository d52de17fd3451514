//! One arm per message; each screen has its own file.

use super::builder::Code;
use super::effect::Effect;
use super::message::Message;
use super::state::State;
use super::{blank, builder, compare, earlier, entry, invite, keeping, known, meeting, plan, typing};
use crate::app::screen::Place;
use crate::app::sharing::LINK_FIELD;
use crate::app::status::Status;
use crate::domain::entry::Item;
use crate::formats::import;

/// Takes in what happened: changes the state and returns what the browser should do. What changed in the
/// folder is kept.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(typed) = typing::before(state, &message) {
        take(state, typed, &mut effects);
    }
    take(state, message, &mut effects);
    keeping::save(state, &mut effects);
    keeping::tell(state, &mut effects);
    let decimal_comma = state.context.decimal_comma;
    let for_country = |effect| match effect {
        Effect::Download(file) => Effect::Download(file.for_country(decimal_comma)),
        effect => effect,
    };
    effects.into_iter().map(for_country).collect()
}

/// Whether this message clears the copy status in the live region. It is emptied before the next copy too, so that
/// a second "Copied" is heard again.
fn ends_status(message: &Message) -> bool {
    match message {
        Message::Invite(message) => {
            matches!(
                message,
                invite::Message::Changed(_) | invite::Message::Statements(_) | invite::Message::CopyPressed
            )
        }
        Message::Meeting(message) => !matches!(message, meeting::Message::Ticked(_)),
        Message::Builder(_) | Message::Plan(_) | Message::Compare(compare::Message::CopyPressed) => true,
        _ => false,
    }
}

fn take(state: &mut State, message: Message, does: &mut Vec<Effect>) {
    if ends_status(&message) {
        state.status = Status::Quiet;
    }
    match message {
        Message::ContextChanged(context) => {
            let moved = context.place != state.context.place;
            state.context = context;
            if moved {
                state.cut = None;
                state.status = Status::Quiet;
                state.earlier.asked = None;
                compare::entered(&mut state.compare, &state.context, &state.folder);
                state.plan = plan::State::default();
                let is_shown = state.context.place == Place::Meeting;
                let (meeting, open) = state.meeting();
                does.extend(meeting::moved(meeting, open, is_shown));
                does.extend(entered(state));
                add_given(state, does);
            }
        }
        Message::Opened => {
            compare::entered(&mut state.compare, &state.context, &state.folder);
            does.extend(entered(state));
            add_given(state, does);
            // Of what was told before these screens were left, nothing holds.
            does.push(Effect::Tell(crate::app::Message::FolderKept(state.told_kept)));
        }
        Message::Stored(heard) => keeping::heard(state, heard, does),
        Message::UnreadPressed => does.push(keeping::unread(state)),
        Message::BesidePressed => keeping::begin_beside(state, does),
        Message::Typed(typing) => {
            // The outcome of the text before no longer applies.
            state.plan.news = None;
            state.cut = None;
            state.typing = Some(typing);
        }
        // What was typed was taken over before.
        Message::Left(_) | Message::Hidden => {}
        Message::Continued => {
            let (screens, mut shared) = state.split();
            does.extend(compare::go_on(screens.compare, &mut shared));
        }
        Message::FilesRead(texts) if state.context.place == Place::Earlier => {
            let (screens, mut shared) = state.split();
            does.extend(earlier::files_read(screens.earlier, &mut shared, &texts));
        }
        Message::FilesRead(texts) => {
            compare(state, compare::Message::FilesRead(texts), does);
        }
        Message::FilesRefused(number, fault) if state.context.place == Place::Earlier => {
            does.push(earlier::refuse(&mut state.earlier, number, import::whole(fault)));
        }
        Message::FilesRefused(number, fault) => {
            compare(state, compare::Message::FilesRefused(number, fault), does);
        }
        Message::Compare(message) => compare(state, message, does),
        Message::Plan(message) => {
            let of = state.plan_of();
            let (screens, shared) = state.split();
            does.extend(plan::update(screens.plan, shared, of, message));
        }
        Message::Meeting(message) => {
            let says = !matches!(message, meeting::Message::Ticked(_));
            let (meeting, open) = state.meeting();
            does.extend(meeting::update(meeting, open, message));
            // The plan is on one of its pages.
            if says {
                state.plan.news = None;
            }
        }
        Message::Invite(message) => invite(state, message, does),
        Message::Blank(message) => blank::update(&mut state.blank, message),
        Message::Entry(message) => enter(state, message, does),
        Message::Builder(message) => does.extend(builder::update(&mut state.builder, message)),
        Message::Earlier(message) => {
            let (screens, mut shared) = state.split();
            let outcome = earlier::update(screens.earlier, &mut shared, message);
            if let Some(id) = outcome.comparison {
                compare(state, compare::Message::Opened(id), does);
            }
            does.extend(outcome.effects);
        }
        Message::Copied(done) => {
            state.status = Status::copied(done);
            if !done {
                does.extend(by_hand(state).map(|id| Effect::Focus(id.to_owned())));
            }
        }
        Message::MailPressed => state.status = Status::Mailed,
        Message::SheetClosed(sheet) => state.status = Status::sheet_closed(sheet),
        Message::FileMade(file) => does.push(Effect::Download(file)),
        Message::PictureMade(picture) => does.push(Effect::DownloadPicture(picture)),
        Message::PrintPressed => {
            state.printing = true;
            keep_printed(state);
            does.push(Effect::Print);
        }
        Message::Printing(printing) => state.printing = printing,
        Message::JumpPressed(id) => does.push(Effect::Focus(id.to_owned())),
        Message::LinkFollowed(fragment) => {
            does.push(Effect::Tell(crate::app::Message::LinkFollowed(fragment)));
        }
    }
}

/// Id of the field from which what was not copied can be copied by hand.
fn by_hand(state: &State) -> Option<&'static str> {
    match state.context.place {
        Place::Compare => Some("phc-comparison-link"),
        Place::Invite => Some("phc-invite-link"),
        Place::Plan | Place::ComparisonPlan => Some(LINK_FIELD),
        Place::Builder => state.builder.copied.map(Code::id),
        Place::Blank | Place::Entry | Place::Received(_) | Place::Meeting | Place::Earlier => None,
    }
}

/// A screen of the chair's was entered.
fn entered(state: &mut State) -> Option<Effect> {
    if state.context.place == Place::Blank {
        blank::entered(&mut state.blank, &state.invite.form);
    }
    if state.context.place == Place::Entry {
        let comparison = state.compare.comparison(&state.folder);
        let comparison = comparison.map(|(_, comparison)| comparison);
        entry::entered(&mut state.entry, comparison, &state.blank);
    }
    let is_shown = state.context.place == Place::Builder;
    builder::entered(&mut state.builder, is_shown)
}

/// Keeps statements of the chair's own that go out on paper: their words are needed when the forms come back.
fn keep_printed(state: &mut State) {
    if state.context.place != Place::Blank {
        return;
    }
    let Some(set) = state.blank.extra.clone() else {
        return;
    };
    let (_, mut shared) = state.split();
    if !known::all(shared.folder, &shared.context.record).contains(&&set) {
        let id = shared.new_id();
        shared.put(id, Item::Statements(set));
    }
}

/// Something was done with a form from paper; once it is whole it goes into the comparison, as a link does.
fn enter(state: &mut State, message: entry::Message, does: &mut Vec<Effect>) {
    let (effect, summary) = entry::update(&mut state.entry, &state.context, message);
    does.extend(effect);
    if let Some(summary) = summary {
        let (screens, mut shared) = state.split();
        does.extend(compare::add_form(screens.compare, &mut shared, summary));
    }
}

fn invite(state: &mut State, message: invite::Message, does: &mut Vec<Effect>) {
    let (screens, mut shared) = state.split();
    does.extend(invite::update(screens.invite, &mut shared, message));
}

fn compare(state: &mut State, message: compare::Message, does: &mut Vec<Effect>) {
    let (screens, mut shared) = state.split();
    does.extend(compare::update(screens.compare, &mut shared, message));
}

/// Adds the summary of an opened link, if one is waiting, to the comparison on screen.
fn add_given(state: &mut State, does: &mut Vec<Effect>) {
    if state.context.place != Place::Compare {
        return;
    }
    if let Some(summary) = state.context.adding.take() {
        let (screens, mut shared) = state.split();
        does.extend(compare::add_given(screens.compare, &mut shared, *summary));
    }
}
