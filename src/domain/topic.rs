//! What a score, an agreement or a card is about: one of the twelve criteria, or value.

use super::ids::{Criterion, StatementId};

/// A criterion, or the value of the partnership. Ordered as in the check: A1 to C4, then value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// One of the twelve criteria.
    Criterion(Criterion),
    /// V, "Is the sum greater than the parts?" (`content.md` section 2.2).
    Value,
}

impl Topic {
    /// How many topics there are.
    pub const COUNT: usize = 13;

    /// All thirteen, in the order of the check.
    pub fn all() -> impl Iterator<Item = Self> {
        Criterion::ALL
            .into_iter()
            .map(Self::Criterion)
            .chain([Self::Value])
    }

    /// Position in the check, 0 to 12.
    pub const fn index(self) -> usize {
        match self {
            Self::Criterion(criterion) => criterion.index(),
            Self::Value => 12,
        }
    }

    /// Its id as content writes it: a criterion's id, or `V`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Criterion(criterion) => criterion.id(),
            Self::Value => "V",
        }
    }

    /// The topic with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::all().find(|topic| topic.id() == id)
    }

    /// Its statements, in the order of the check: three, or six for value.
    pub fn statements(self) -> Vec<StatementId> {
        match self {
            Self::Criterion(criterion) => criterion.statements().to_vec(),
            Self::Value => StatementId::value().collect(),
        }
    }

    /// How many of its statements need a value before it has a score: 2 of 3 (`content.md` section 3.1,
    /// rule 2), or 4 of 6 for value (section 3.7).
    pub const fn needed(self) -> usize {
        match self {
            Self::Criterion(_) => 2,
            Self::Value => 4,
        }
    }
}
