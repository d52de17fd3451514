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
    /// A page of plain words.
    Info(Info),
}

impl Screen {
    /// The screen that a fragment names; `None` for a fragment that is not ours. The empty fragment is
    /// the start.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        // Mail programs may write the `=` as `%3D`; `link` reads both.
        if fragment.starts_with(link::PREFIX) || fragment.starts_with("phc%3D") {
            return Some(Self::Shared(fragment.to_owned()));
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
                return Info::ALL
                    .into_iter()
                    .find(|info| info.fragment() == fragment)
                    .map(Self::Info);
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
            Self::Shared(fragment) => text.push_str(fragment),
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
