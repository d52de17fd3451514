//! The text fields of the chair's screens, and the text being typed in one.

/// A field to type into. What a text in it means is in [`super::typing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// Links from partners.
    Links,
    /// The name of the comparison with this id.
    ComparisonName(u32),
    /// The name of the partner with this id.
    PartnerName(u32),
    /// A field of the planned step with this id.
    Step(u32, StepField),
    /// The user's own step, before it is added.
    OwnStep,
    /// The name of the partnership on an invitation.
    InvitePartnership,
    /// The day by which to reply.
    InviteReplyBy,
    /// The address for replies.
    InviteReplyTo,
    /// The statement at this position on an invitation.
    InviteStatement(usize),
    /// The name of the partnership on a blank form.
    BlankPartnership,
    /// Where a blank form is sent.
    BlankSendTo,
    /// The organisation that filled in a form on paper.
    EntryName,
    /// The invitation with which the check on another website begins.
    Invitation,
    /// The name under which the check on another website keeps answers.
    StorageKey,
    /// What its links keep of the page's query.
    Keep,
    /// Its colour of links and buttons.
    Accent,
    /// Its colour behind everything.
    Paper,
    /// Its colour of words.
    Ink,
    /// Its fonts.
    Font,
    /// What it says in its own words.
    OwnWords,
}

/// A field of a planned step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepField {
    /// What will be done.
    What,
    /// Who sees to it.
    Owner,
    /// By when: a date as `2026-11-22`, the value of a date field.
    Due,
    /// How the partners will know that it worked.
    Sign,
}

impl TextField {
    /// Its id on the screen.
    pub fn id(self) -> String {
        let id = match self {
            Self::Links => "phc-links",
            Self::ComparisonName(_) => "phc-comparison-name",
            Self::PartnerName(partner) => return numbered("phc-partner-", partner, ""),
            Self::Step(step, StepField::What) => return step_id(step, "what"),
            Self::Step(step, StepField::Owner) => return step_id(step, "owner"),
            Self::Step(step, StepField::Due) => return step_id(step, "due"),
            Self::Step(step, StepField::Sign) => return step_id(step, "sign"),
            Self::OwnStep => "step-own",
            Self::InvitePartnership => "invite-partnership",
            Self::InviteReplyBy => "invite-reply-by",
            Self::InviteReplyTo => "invite-reply-to",
            Self::InviteStatement(position) => return ["invite-statement-", &position.to_string()].concat(),
            Self::BlankPartnership => "blank-partnership",
            Self::BlankSendTo => "blank-send-to",
            Self::EntryName => "entry-name",
            Self::Invitation => "builder-invitation",
            Self::StorageKey => "builder-key",
            Self::Keep => "builder-keep",
            Self::Accent => "builder-accent",
            Self::Paper => "builder-paper",
            Self::Ink => "builder-ink",
            Self::Font => "builder-font",
            Self::OwnWords => "builder-words",
        };
        id.to_owned()
    }

    /// Whether it is a date field: those fire `change` at each key that completes a date, such as the year 0002.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Step(_, StepField::Due) | Self::InviteReplyBy)
    }
}

/// Id on the screen of something that belongs to the planned step with this id.
pub fn step_id(step: u32, name: &str) -> String {
    numbered("step-", step, &["-", name].concat())
}

fn numbered(before: &str, number: u32, behind: &str) -> String {
    [before, &number.to_string(), behind].concat()
}

/// A text in a field that does not count yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The field.
    pub field: TextField,
    /// Its text.
    pub text: String,
}
