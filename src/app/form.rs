//! The settings form of the start screen, before a check is begun or while its settings are changed.

use crate::domain::check::Setup;
use crate::domain::ids::{Kind, Length, Sector, Side};
use crate::domain::invitation::Invitation;
use crate::domain::name::clean_name;

/// The settings so far. Only the length has a default; a kind and, where it has sides, a side must be chosen, because
/// they decide which statements are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// How many statements are asked.
    pub length: Length,
    /// Kind of relationship.
    pub kind: Option<Kind>,
    /// The respondent's side.
    pub side: Option<Side>,
    /// Sector of the respondent's organisation.
    pub sector: Option<Sector>,
    /// Name of the partnership, as typed.
    pub partnership: String,
    /// Name of the respondent's organisation, as typed.
    pub organisation: String,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            length: Length::Full,
            kind: None,
            side: None,
            sector: None,
            partnership: String::new(),
            organisation: String::new(),
        }
    }
}

/// A setting that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No kind of relationship was chosen.
    Kind,
    /// No side was chosen, though the kind has two.
    Side,
}

/// One change to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A length was chosen.
    Length(Length),
    /// A kind was chosen.
    Kind(Kind),
    /// A side was chosen.
    Side(Side),
    /// A sector was chosen.
    Sector(Sector),
    /// The partnership's name was typed.
    Partnership(String),
    /// The organisation's name was typed.
    Organisation(String),
}

impl Change {
    /// The change made by a form control with this name and value; `None` for any other control. The prerendered first
    /// screen uses the same names.
    pub fn parse(name: &str, value: &str) -> Option<Self> {
        match name {
            "length" => Length::parse(value).map(Self::Length),
            "kind" => Kind::parse(value).map(Self::Kind),
            "side" => Side::parse(value).map(Self::Side),
            "sector" => Sector::parse(value).map(Self::Sector),
            "partnership" => Some(Self::Partnership(value.to_owned())),
            "organisation" => Some(Self::Organisation(value.to_owned())),
            _ => None,
        }
    }
}

impl Form {
    /// The form that shows this setup.
    pub fn of(setup: &Setup) -> Self {
        Self {
            length: setup.length,
            kind: Some(setup.kind),
            side: setup.kind.has_pairs().then_some(setup.side),
            sector: setup.sector,
            partnership: setup.partnership.clone(),
            organisation: setup.organisation.clone(),
        }
    }

    /// The form as an invitation fills it in.
    pub(super) fn asked(invitation: &Invitation) -> Self {
        Self {
            length: invitation.length,
            kind: Some(invitation.kind),
            partnership: invitation.partnership.clone(),
            ..Self::default()
        }
    }

    /// Applies a change. A side belongs to its kind, so another kind clears it.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Length(length) => self.length = length,
            Change::Kind(kind) => {
                if self.kind != Some(kind) {
                    self.side = None;
                }
                self.kind = Some(kind);
            }
            Change::Side(side) => self.side = Some(side),
            Change::Sector(sector) => self.sector = Some(sector),
            Change::Partnership(name) => self.partnership = name,
            Change::Organisation(name) => self.organisation = name,
        }
    }

    /// What is missing before a check can begin.
    pub fn missing(&self) -> Option<Missing> {
        match (self.kind, self.side) {
            (None, _) => Some(Missing::Kind),
            (Some(kind), None) if kind.has_pairs() => Some(Missing::Side),
            _ => None,
        }
    }

    /// The settings, with cleaned names, and whether a name was shortened.
    ///
    /// # Errors
    /// What is missing, if anything is.
    pub fn setup(&self) -> Result<(Setup, bool), Missing> {
        if let Some(missing) = self.missing() {
            return Err(missing);
        }
        let partnership = clean_name(&self.partnership);
        let organisation = clean_name(&self.organisation);
        let kind = self.kind.ok_or(Missing::Kind)?;
        let setup = Setup {
            length: self.length,
            kind,
            side: if kind.has_pairs() {
                self.side.unwrap_or(Side::First)
            } else {
                Side::First
            },
            sector: self.sector,
            partnership: partnership.text,
            organisation: organisation.text,
        };
        Ok((setup, partnership.shortened || organisation.shortened))
    }
}
