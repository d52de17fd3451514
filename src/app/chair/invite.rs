//! Making an invitation link. The link itself holds everything; only statements that the chair wrote are kept, because the
//! summaries that come back do not have their words.

use super::context::Context;
use super::effect::Effect;
use super::field::TextField;
use super::shared::Shared;
use super::statements::{self, Act, Statements};
use crate::content::keys;
use crate::domain::day::{Date, Day};
use crate::domain::entry::Item;
use crate::domain::extra::Extra;
use crate::domain::folder::Folder;
use crate::domain::ids::{Kind, Length};
use crate::domain::invitation::Invitation;
use crate::domain::name::{clean_line, clean_name};
use crate::formats::link;

/// What this screen knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The form, as it was filled in.
    pub form: Form,
    /// What is wrong with it, once the link was asked for.
    pub problems: Vec<Problem>,
    /// The invitation, once it was made; any change to the form takes it away again.
    pub made: Option<Invitation>,
    /// Whether the name was longer than a name can be.
    pub shortened: bool,
    /// The statements of the invitation before, if the one that was made has others.
    pub before: Option<Extra>,
}

/// The form, as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Name of the partnership.
    pub partnership: String,
    /// Kind of relationship.
    pub kind: Option<Kind>,
    /// How many statements are asked.
    pub length: Length,
    /// The day by which to reply, as the browser writes it: `2026-11-30`.
    pub reply_by: String,
    /// The e-mail address for replies.
    pub reply_to: String,
    /// Statements of the chair's own.
    pub statements: Statements,
}

/// A field that is wrong, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No kind of relationship was chosen.
    Kind,
    /// The day has passed, or is not a day.
    ReplyBy,
    /// The address is not an address.
    ReplyTo,
    /// A statement is wrong.
    Statement(statements::Problem),
}

impl Problem {
    /// Id of the element on which it can be put right.
    pub fn target(self) -> String {
        match self {
            Self::Kind => "invite-kind-consortium".to_owned(),
            Self::ReplyBy => TextField::InviteReplyBy.id(),
            Self::ReplyTo => TextField::InviteReplyTo.id(),
            Self::Statement(problem) => TextField::InviteStatement(problem.position()).id(),
        }
    }
}

/// One change to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The partnership's name was typed.
    Partnership(String),
    /// A kind was chosen.
    Kind(Kind),
    /// A length was chosen.
    Length(Length),
    /// A day was chosen.
    ReplyBy(String),
    /// An address was typed.
    ReplyTo(String),
    /// The statement at this position was typed.
    Statement(usize, String),
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The form was changed.
    Changed(Change),
    /// The list of statements was changed.
    Statements(Act),
    /// "Make the invitation link" was pressed.
    MakePressed,
    /// A link of the error summary was followed.
    ProblemFollowed(Problem),
    /// "Copy invitation link" was pressed.
    CopyPressed,
    /// The system's share sheet was asked for.
    SheetPressed,
}

impl State {
    /// The form with what the own check that is open says already, so that nobody types it twice.
    pub fn new(context: &Context) -> Self {
        let own = context.open.and_then(|id| context.record.check(id));
        let setup = own.map(|check| check.setup.value.clone());
        Self {
            form: Form {
                kind: setup.as_ref().map(|setup| setup.kind),
                length: setup.as_ref().map_or(Length::Full, |setup| setup.length),
                partnership: setup.map(|setup| setup.partnership).unwrap_or_default(),
                reply_by: String::new(),
                reply_to: String::new(),
                statements: Statements::default(),
            },
            problems: Vec::new(),
            made: None,
            shortened: false,
            before: None,
        }
    }
}

impl Form {
    /// The invitation, and whether its name was shortened.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn invitation(&self, today: Day) -> Result<(Invitation, bool), Vec<Problem>> {
        let mut problems = Vec::new();
        if self.kind.is_none() {
            problems.push(Problem::Kind);
        }
        let reply_by = parse_day(&self.reply_by).filter(|day| *day >= today);
        if reply_by.is_none() && !self.reply_by.is_empty() {
            problems.push(Problem::ReplyBy);
        }
        let reply_to = clean_line(&self.reply_to);
        let is_cut = reply_to.shortened;
        let reply_to = reply_to.text;
        if is_cut || !reply_to.is_empty() && !is_address(&reply_to) {
            problems.push(Problem::ReplyTo);
        }
        let extra = self.statements.set().unwrap_or_else(|wrong| {
            problems.extend(wrong.into_iter().map(Problem::Statement));
            None
        });
        let name = clean_name(&self.partnership);
        match self.kind {
            Some(kind) if problems.is_empty() => Ok((
                Invitation {
                    partnership: name.text,
                    length: self.length,
                    kind,
                    reply_by,
                    reply_to,
                    extra,
                },
                name.shortened,
            )),
            _ => Err(problems),
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Partnership(name) => self.partnership = name,
            Change::Kind(kind) => self.kind = Some(kind),
            Change::Length(length) => self.length = length,
            Change::ReplyBy(day) => self.reply_by = day,
            Change::ReplyTo(address) => self.reply_to = address,
            Change::Statement(position, text) => self.statements.write(position, text),
        }
    }
}

/// An address that a link can carry, and whose domain has a dot: without one it is a slip, such as `kim@gmail`.
fn is_address(text: &str) -> bool {
    link::is_address(text) && text.rsplit('@').next().is_some_and(|domain| domain.contains('.'))
}

/// A day as the browser writes it.
pub(super) fn parse_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let date = Date {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    };
    if parts.next().is_some() {
        return None;
    }
    Day::from_date(date)
}

impl State {
    /// The address that carries the invitation after `#`, once it was made.
    pub fn address(&self, context: &Context) -> Option<String> {
        let payload = link::encode_invitation(self.made.as_ref()?);
        Some(link::at(&context.address, link::INVITATION_PREFIX, &payload))
    }

    fn make(&mut self, shared: &mut Shared) -> Effect {
        let focus = match self.form.invitation(shared.context.today) {
            Ok((invitation, shortened)) => {
                self.keep(shared, invitation.extra.as_ref());
                self.problems.clear();
                self.made = Some(invitation);
                self.shortened = shortened;
                "phc-made"
            }
            Err(problems) => {
                self.problems = problems;
                self.made = None;
                "phc-problem"
            }
        };
        Effect::Focus(focus.to_owned())
    }
}

impl State {
    /// Keeps the statements of an invitation as the newest ones, and remembers those before.
    fn keep(&mut self, shared: &mut Shared, made: Option<&Extra>) {
        let Some(made) = made else {
            self.before = None;
            return;
        };
        let kept = shared.folder.statements();
        let newest = kept.first().map(|(_, set)| *set);
        if newest == Some(made) {
            return;
        }
        self.before = newest.cloned();
        let same = kept.iter().find(|(_, set)| *set == made).map(|(id, _)| *id);
        let id = same.unwrap_or_else(|| shared.new_id());
        shared.put(id, Item::Statements(made.clone()));
    }

    /// The statements of the invitation before the one that is being made, if they are others.
    pub fn last<'a>(&'a self, folder: &'a Folder) -> Option<&'a Extra> {
        let newest = || folder.statements().first().map(|(_, set)| *set);
        let last = match &self.made {
            Some(_) => self.before.as_ref(),
            None => newest(),
        };
        last.filter(|set| set.statements() != self.form.statements.0)
    }
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, shared: &mut Shared, message: Message) -> Option<Effect> {
    let context = shared.context;
    match message {
        Message::Changed(change) => {
            state.form.apply(change);
            state.made = None;
            None
        }
        Message::Statements(act) => {
            let last = state.last(shared.folder).cloned();
            state.made = None;
            let focus = state.form.statements.act(act, last.as_ref());
            focus.map(Effect::Focus)
        }
        Message::MakePressed => Some(state.make(shared)),
        Message::ProblemFollowed(problem) => Some(Effect::Focus(problem.target())),
        Message::CopyPressed => state.address(context).map(Effect::Copy),
        Message::SheetPressed => {
            let title = context.texts.get(keys::invite::SUBJECT).to_owned();
            let address = state.address(context)?;
            Some(Effect::ShareSheet { title, address })
        }
    }
}
