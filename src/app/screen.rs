//! The screens, and how each is written after the `#` of the page's address.

use crate::formats::link;

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

/// A screen on which whoever chairs brings the partners together: a program of its own, see
/// [`crate::app::chair`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Makes an invitation link.
    Invite,
    /// The comparison that is open, and how partners get into it.
    Compare,
    /// A comparison that came by a link. Holds the fragment.
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
    /// Those with a fragment of their own, with it.
    const NAMED: [(&str, Self); 7] = [
        ("invite", Self::Invite),
        ("compare", Self::Compare),
        ("compare-plan", Self::ComparisonPlan),
        ("meeting", Self::Meeting),
        ("plan", Self::Plan),
        ("kept", Self::Earlier),
        ("builder", Self::Builder),
    ];

    /// The place that a fragment without `#` names.
    fn parse(fragment: &str) -> Option<Self> {
        if starts_with(fragment, link::COMPARISON_PREFIX) {
            return Some(Self::Received(fragment.to_owned()));
        }
        let found = Self::NAMED.into_iter().find(|(name, _)| *name == fragment);
        found.map(|(_, place)| place)
    }

    /// Its fragment, without `#`.
    pub fn fragment(&self) -> &str {
        match self {
            Self::Invite => "invite",
            Self::Compare => "compare",
            Self::Received(fragment) => fragment,
            Self::ComparisonPlan => "compare-plan",
            Self::Meeting => "meeting",
            Self::Plan => "plan",
            Self::Earlier => "kept",
            Self::Builder => "builder",
        }
    }
}

/// What is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What it is, the settings, checks in progress and finished.
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
    /// An invitation that came by a link. Holds the fragment.
    Invited(String),
    /// Partners side by side, plans, and what is kept on this device.
    Chair(Place),
    /// A page of plain words.
    Info(Info),
}

/// Whether a fragment starts with a prefix; mail programs may write its `=` as `%3D`.
fn starts_with(fragment: &str, prefix: &str) -> bool {
    let name = prefix.trim_end_matches('=');
    fragment
        .strip_prefix(name)
        .is_some_and(|rest| rest.starts_with('=') || rest.starts_with("%3D"))
}

impl Screen {
    /// The screen that a fragment names; `None` for a fragment that is not ours. The empty fragment is
    /// the start.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if starts_with(fragment, link::PREFIX) {
            return Some(Self::Shared(fragment.to_owned()));
        }
        if starts_with(fragment, link::INVITATION_PREFIX) {
            return Some(Self::Invited(fragment.to_owned()));
        }
        if let Some(number) = fragment.strip_prefix("q-") {
            let number: usize = number.parse().ok()?;
            return number.checked_sub(1).map(Self::Questions);
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
                text.push_str(&(page + 1).to_string());
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

    /// Whether it shows the check that is open, and so makes no sense without one.
    pub const fn needs_check(&self) -> bool {
        matches!(
            self,
            Self::Setup | Self::Questions(_) | Self::CheckAnswers | Self::Result | Self::Share
        )
    }
}
