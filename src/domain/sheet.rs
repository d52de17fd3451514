//! The responses of one person, by statement.

use super::answer::Response;
use super::ids::StatementId;

/// One person's responses; a statement without one is a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerSheet([Option<Response>; StatementId::COUNT]);

impl Default for AnswerSheet {
    fn default() -> Self {
        Self([None; StatementId::COUNT])
    }
}

impl AnswerSheet {
    /// The response to a statement, if one was given.
    pub fn get(&self, statement: StatementId) -> Option<Response> {
        self.0[statement.index()]
    }

    /// Gives, changes or (with `None`) clears a response.
    pub fn set(&mut self, statement: StatementId, response: Option<Response>) {
        self.0[statement.index()] = response;
    }

    /// How many of these statements have a response.
    pub fn answered(&self, statements: &[StatementId]) -> usize {
        statements
            .iter()
            .filter(|statement| self.get(**statement).is_some())
            .count()
    }
}
