//! What only the later screens can make happen. The check's program knows `update` and `read` here by pointers that
//! come with the second module, so that none of it weighs on the first one.

use std::rc::Rc;

use super::chair::effect::{File, Picture};
use super::effect::Effect as Does;
use super::form::Form;
use super::notice::Notice;
use super::screen::{Place, Screen};
use super::state::State;
use super::{opening, storing};
use crate::domain::check::{Check, Revised};
use crate::domain::ids::Criterion;
use crate::domain::invitation::Invitation;
use crate::domain::record::Record;
use crate::domain::reply::Reply;
use crate::domain::score::Score;
use crate::domain::scoring::ScoreCard;
use crate::domain::value::ValueCard;
use crate::formats::link;

/// Something that happened on a later screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// "Start the check" was pressed on an invitation.
    InvitedPressed,
    /// "Add to a comparison" was pressed on a shared summary.
    AddPressed,
    /// The summary came into the comparison.
    Added,
    /// Checks were brought in, or deleted: what the record takes in as another copy.
    RecordGiven(Record),
    /// A file was made, to be saved.
    FileMade(File),
    /// A picture was made, to be saved.
    PictureMade(Picture),
}

/// What the browser is asked to do for a later screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save a file.
    Download(File),
    /// Save a picture.
    DownloadPicture(Picture),
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, message: &Message, effects: &mut Vec<Does>) {
    match message {
        Message::InvitedPressed => invited_pressed(state, effects),
        Message::AddPressed => {
            state.adding = state.shared.clone().and_then(Result::ok).map(Rc::new);
            opening::go(state, Screen::Chair(Place::Compare), effects);
        }
        Message::Added => state.adding = None,
        Message::RecordGiven(record) => record_given(state, record.clone(), effects),
        Message::FileMade(file) => push(effects, Effect::Download(file.clone())),
        Message::PictureMade(picture) => push(effects, Effect::DownloadPicture(picture.clone())),
    }
}

fn push(effects: &mut Vec<Does>, effect: Effect) {
    effects.push(Does::Later(Box::new(effect)));
}

impl From<Message> for super::Message {
    fn from(message: Message) -> Self {
        Self::Later(Rc::new(message))
    }
}

/// Reads the link that is open, if one is: somebody's summary with its plan, or an invitation, which fills in the form.
pub(super) fn read(state: &mut State) {
    match &state.screen {
        Screen::Shared(fragment) => {
            // A long plan behind the answers must not make them too long to be read.
            let answers = fragment.split_once(link::PLAN_PREFIX);
            state.shared = Some(link::decode(answers.map_or(fragment, |(answers, _)| answers)));
            state.shared_plan = link::decode_plan(fragment);
        }
        Screen::Invited(fragment) => {
            let found = link::decode_invitation(fragment);
            if let Ok(invitation) = &found {
                state.form = form_of(invitation);
            }
            state.invited = Some(found);
        }
        _ => {}
    }
}

/// The scores of the open check as JSON, 0 to 100 as shown, `null` where there are not enough answers: `overall`, each
/// criterion, and `V` for value.
pub(super) fn scores(state: &State) -> String {
    let Some(check) = state.check() else {
        return "{}".to_owned();
    };
    let number =
        |score: Option<Score>| score.map_or_else(|| "null".to_owned(), |score| score.shown().to_string());
    // What this check asks: a full one that became a quick one still has the other answers.
    let sheet = check.summary(state.today, false, false).sheet;
    let card = ScoreCard::of_sheet(&sheet);
    let named = Criterion::ALL.map(|criterion| (criterion.id(), card.score(criterion)));
    let value = ("V", ValueCard::of_sheet(&sheet).score());
    let rest: String = named
        .into_iter()
        .chain([value])
        .map(|(id, score)| [",\"", id, "\":", &number(score)].concat())
        .collect();
    ["{\"overall\":", &number(card.overall()), &rest, "}"].concat()
}

fn form_of(invitation: &Invitation) -> Form {
    Form {
        length: invitation.length,
        kind: Some(invitation.kind),
        partnership: invitation.partnership.clone(),
        ..Form::default()
    }
}

/// Begins a check with what the invitation sets and the partner has chosen. Other checks stay as they are.
fn invited_pressed(state: &mut State, effects: &mut Vec<Does>) {
    let Some(Ok(invitation)) = &state.invited else {
        return;
    };
    let reply = Reply::new(&invitation.reply_to, invitation.reply_by);
    let (setup, shortened) = match state.form.setup() {
        Ok(setup) => setup,
        Err(missing) => {
            state.missing = Some(missing);
            effects.push(Does::Focus("phc-problem"));
            return;
        }
    };
    let revision = state.next_revision();
    let mut check = Check::new(state.new_id(), state.today);
    check.setup = Revised {
        revision,
        value: setup,
    };
    if reply != Reply::default() {
        check.reply = Revised {
            revision,
            value: reply,
        };
    }
    opening::add(state, check, effects);
    if shortened {
        state.tell(Notice::NameShortened);
    }
}

fn record_given(state: &mut State, record: Record, effects: &mut Vec<Does>) {
    if !state.record.merge(record) {
        return;
    }
    if state.check().is_none() {
        state.open = None;
        state.share_partnership = false;
        state.share_organisation = false;
        opening::open_latest(state, false);
    }
    storing::save(state, effects);
}
