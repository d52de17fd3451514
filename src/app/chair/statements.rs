//! The statements that a chair writes for an invitation, as they are being written.

use super::field::TextField;
use crate::domain::alike;
use crate::domain::extra::{Extra, MOST_STATEMENTS};
use crate::domain::name::clean_statement;

/// The statements as they were typed, in their order; at most [`MOST_STATEMENTS`]. Empty ones count as none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements(pub Vec<String>);

/// What is wrong with a statement, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is longer than a statement can be.
    TooLong(usize),
    /// It is the same as one before it, perhaps in another case.
    Twice(usize),
}

impl Problem {
    /// The position of the statement.
    pub const fn position(self) -> usize {
        match self {
            Self::TooLong(position) | Self::Twice(position) => position,
        }
    }
}

/// What happens to the list of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// One more was asked for.
    Added,
    /// The one at this position was moved up, or down.
    Moved(usize, bool),
    /// The one at this position was removed.
    Removed(usize),
    /// Those of the last invitation were asked for.
    LastTaken,
}

/// Id of the button that adds a statement.
pub const ADD: &str = "invite-add";

impl Statements {
    /// The set; none if nothing was written.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn set(&self) -> Result<Option<Extra>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut known: Vec<String> = Vec::new();
        let mut statements = Vec::new();
        for (position, typed) in self.0.iter().enumerate() {
            let cleaned = clean_statement(typed);
            if cleaned.shortened {
                problems.push(Problem::TooLong(position));
            }
            let key = alike::key(&cleaned.text);
            if cleaned.text.is_empty() {
                continue;
            }
            if known.contains(&key) {
                problems.push(Problem::Twice(position));
            }
            known.push(key);
            statements.push(cleaned.text);
        }
        if problems.is_empty() {
            Ok(Extra::new(statements))
        } else {
            Err(problems)
        }
    }

    /// Sets the text at a position.
    pub(super) fn write(&mut self, position: usize, text: String) {
        if let Some(place) = self.0.get_mut(position) {
            *place = text;
        }
    }

    /// Does one of the acts; returns the id of what gets the focus. `last` are the statements of the last invitation.
    pub(super) fn act(&mut self, act: Act, last: Option<&Extra>) -> Option<String> {
        let statements = &mut self.0;
        match act {
            Act::Added if statements.len() < MOST_STATEMENTS => {
                statements.push(String::new());
                Some(field(statements.len() - 1))
            }
            Act::Added => None,
            Act::Moved(from, up) => {
                let to = if up { from.checked_sub(1)? } else { from + 1 };
                if from.max(to) >= statements.len() {
                    return None;
                }
                statements.swap(from, to);
                Some(field(to))
            }
            Act::Removed(position) => {
                if position >= statements.len() {
                    return None;
                }
                statements.remove(position);
                Some(ADD.to_owned())
            }
            Act::LastTaken => {
                *statements = last?.statements().to_vec();
                Some(field(0))
            }
        }
    }
}

fn field(position: usize) -> String {
    TextField::InviteStatement(position).id()
}
