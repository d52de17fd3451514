//! The screens, and how each is written after the `#` of the page's address.

use crate::formats::decimal::decimal;
use crate::formats::link::Form;

/// A page of plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the page of that name")]
pub enum Info {
    Definition,
    Scoring,
    Privacy,
    Accessibility,
    About,
}

impl Info {
    /// All, in the order in which the foot of the page lists them.
    pub const ALL: [Self; 5] = [
        Self::Definition,
        Self::Scoring,
        Self::Privacy,
        Self::Accessibility,
        Self::About,
    ];

    /// Its fragment, without `#`.
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Scoring => "scoring",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::About => "about",
        }
    }
}

/// A screen of the chair's program, see [`crate::app::chair`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Makes an invitation link.
    Invite,
    /// A blank form to print.
    Blank,
    /// Entering a form that was filled in on paper.
    Entry,
    /// The comparison that is open, and how partners get into it.
    Compare,
    /// A comparison from a link. Holds the fragment.
    Received(String),
    /// The plan of the comparison that is open.
    ComparisonPlan,
    /// The meeting on the comparison that is open.
    Meeting,
    /// The plan of the own check that is open.
    Plan,
    /// Everything kept on this device: checks, comparisons, plans.
    Earlier,
    /// Code that puts the check on another website.
    Builder,
}

impl Place {
    /// Those with a fragment of their own.
    const NAMED: [Self; 9] = [
        Self::Invite,
        Self::Blank,
        Self::Entry,
        Self::Compare,
        Self::ComparisonPlan,
        Self::Meeting,
        Self::Plan,
        Self::Earlier,
        Self::Builder,
    ];

    /// The place that a fragment without `#` names.
    fn parse(fragment: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|place| place.fragment() == fragment)
    }

    /// Its fragment, without `#`.
    pub fn fragment(&self) -> &str {
        match self {
            Self::Invite => "invite",
            Self::Blank => "blank-form",
            Self::Entry => "enter-form",
            Self::Compare => "compare",
            Self::Received(fragment) => fragment,
            Self::ComparisonPlan => "compare-plan",
            Self::Meeting => "meeting",
            Self::Plan => "plan",
            Self::Earlier => "earlier",
            Self::Builder => "builder",
        }
    }
}

/// The screen that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start: introduction, settings, checks in progress and finished.
    Start,
    /// The settings of the check that is open, to be changed.
    Setup,
    /// A page of questions, counted from 0.
    Questions(usize),
    /// Every statement with its answer.
    CheckAnswers,
    /// The result of the check that is open.
    Result,
    /// What goes into the link, and ways to send it.
    Share,
    /// Somebody else's summary, or why it could not be read. Holds the fragment it came from.
    Shared(String),
    /// An invitation from a link. Holds the fragment.
    Invited(String),
    /// Partners side by side, plans, and what is kept on this device.
    Chair(Place),
    /// A page of plain words.
    Info(Info),
}

/// The form of the first of our links in a fragment, if there is one. Mail programs and filters may have encoded its
/// prefix or inserted invisible characters. The rest is decoded where the link is read.
fn linked(fragment: &str) -> Option<Form> {
    let mut rest = fragment.as_bytes();
    // The word before the place: the longest name has ten letters without its hyphen.
    let mut word = [0; 10];
    let mut length = 0;
    while let Some((byte, behind)) = meant(rest) {
        rest = behind;
        match byte {
            b'=' => match word.get(..length) {
                Some(b"phc" | b"phcplan") => return Some(Form::Summary),
                Some(name) if named(name).is_some() => return named(name),
                _ => length = 0,
            },
            b'a'..=b'z' | b'0'..=b'9' => {
                if let Some(place) = word.get_mut(length) {
                    *place = byte;
                }
                length += 1;
            }
            NOTHING => {}
            _ => length = 0,
        }
    }
    // A link that was cut right after its name.
    word.get(..length).and_then(named)
}

/// The forms whose names are no ids of elements in the page.
const fn named(name: &[u8]) -> Option<Form> {
    match name {
        b"phccompare" => Some(Form::Comparison),
        b"phcinvite" => Some(Form::Invitation),
        _ => None,
    }
}

/// Placeholder for hyphens, spaces and non-ASCII characters: names differ without them.
const NOTHING: u8 = 0;

/// Decodes the first character of a text, in lower case; returns it and the rest.
fn meant(text: &[u8]) -> Option<(u8, &[u8])> {
    for sign in ["-3d", "&#61;", "&#x3d;", "&equals;"] {
        if let Some((start, behind)) = text.split_at_checked(sign.len())
            && start.eq_ignore_ascii_case(sign.as_bytes())
        {
            return Some((b'=', behind));
        }
    }
    let (&first, mut behind) = text.split_first()?;
    let mut byte = first;
    if byte == b'%' {
        while let Some(rest) = behind.strip_prefix(b"25") {
            behind = rest;
        }
        let digit = |digit: u8| char::from(digit).to_digit(16);
        if let [high, low, rest @ ..] = behind
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            byte = (high << 4 | low) as u8;
            behind = rest;
        }
    }
    let is_nothing = byte == b'-' || byte <= b' ' || byte > b'~';
    Some((
        if is_nothing {
            NOTHING
        } else {
            byte.to_ascii_lowercase()
        },
        behind,
    ))
}

impl Screen {
    /// The screen that a fragment names; `None` for a fragment that is not ours. The empty fragment is
    /// the start.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if let Some(form) = linked(fragment) {
            let fragment = fragment.to_owned();
            return Some(match form {
                Form::Comparison => Self::Chair(Place::Received(fragment)),
                Form::Invitation => Self::Invited(fragment),
                Form::Summary | Form::Plan => Self::Shared(fragment),
            });
        }
        if let Some(number) = fragment.strip_prefix("q-") {
            let number: u32 = number.parse().ok()?;
            return number.checked_sub(1).map(|page| Self::Questions(page as usize));
        }
        Some(match fragment {
            "" | "start" => Self::Start,
            "setup" => Self::Setup,
            "answers" => Self::CheckAnswers,
            "result" => Self::Result,
            "share" => Self::Share,
            _ => {
                let info = Info::ALL.into_iter().find(|info| info.fragment() == fragment);
                return info
                    .map(Self::Info)
                    .or_else(|| Place::parse(fragment).map(Self::Chair));
            }
        })
    }

    /// Its fragment, with `#`.
    pub fn fragment(&self) -> String {
        let mut text = String::from("#");
        match self {
            Self::Start => text.push_str("start"),
            Self::Setup => text.push_str("setup"),
            Self::Questions(page) => {
                text.push_str("q-");
                text.push_str(&decimal(page + 1));
            }
            Self::CheckAnswers => text.push_str("answers"),
            Self::Result => text.push_str("result"),
            Self::Share => text.push_str("share"),
            Self::Shared(fragment) | Self::Invited(fragment) => text.push_str(fragment),
            Self::Chair(place) => text.push_str(place.fragment()),
            Self::Info(info) => text.push_str(info.fragment()),
        }
        text
    }

    /// Whether it shows the open check, and so needs one.
    pub const fn needs_check(&self) -> bool {
        matches!(
            self,
            Self::Setup | Self::Questions(_) | Self::CheckAnswers | Self::Result | Self::Share
        )
    }
}
