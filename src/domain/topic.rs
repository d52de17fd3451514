//! What a next step, a talk question or a source can be about.

use super::ids::Criterion;

/// A criterion, or value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// One of the twelve criteria.
    Criterion(Criterion),
    /// The value statements.
    Value,
}

impl Topic {
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
            Self::Value => Criterion::ALL.len(),
        }
    }

    /// Its id in content: a criterion's id, or `V`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Criterion(criterion) => criterion.id(),
            Self::Value => "V",
        }
    }
}
