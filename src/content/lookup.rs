//! Texts of what has an id of the domain, by that id.

use super::built::at;
use super::texts::Texts;
use crate::domain::answer::{Response, Stage, StageChoice};
use crate::domain::ids::{Criterion, Dimension, Kind, Length, Sector, Side, StatementId};
use crate::domain::topic::Topic;

/// Position of the first pair among the statements: only pairs have a second wording.
const FIRST_PAIR: usize = 42;

impl Texts {
    /// The name of a dimension: "How we get on".
    pub fn dimension(self, dimension: Dimension) -> &'static str {
        self.line(at::DIMENSION + dimension.index())
    }

    /// The name of a criterion: "Shared purpose".
    pub fn criterion(self, criterion: Criterion) -> &'static str {
        self.line(at::CRITERION + criterion.index())
    }

    /// What a criterion asks, in one short line.
    pub fn criterion_asks(self, criterion: Criterion) -> &'static str {
        self.line(at::CRITERION_ASKS + criterion.index())
    }

    /// A statement as this side reads it. The side matters only for the pairs.
    pub fn statement(self, statement: StatementId, side: Side) -> &'static str {
        self.seen_from(statement, side, at::STATEMENT, at::STATEMENT_SECOND)
    }

    /// What a statement asks, in one or two sentences, as this side reads it.
    pub fn meaning(self, statement: StatementId, side: Side) -> &'static str {
        self.seen_from(statement, side, at::MEANING, at::MEANING_SECOND)
    }

    /// An example from a partnership for [`Texts::meaning`].
    pub fn example(self, statement: StatementId, side: Side) -> &'static str {
        self.seen_from(statement, side, at::EXAMPLE, at::EXAMPLE_SECOND)
    }

    /// The text of a statement in a section for all statements, or in one for the second sides of the pairs.
    fn seen_from(self, statement: StatementId, side: Side, all: usize, second: usize) -> &'static str {
        match (statement.index().checked_sub(FIRST_PAIR), side) {
            (Some(pair), Side::Second) => self.line(second + pair),
            _ => self.line(all + statement.index()),
        }
    }

    /// The label of a response: "Mostly true".
    pub fn response(self, response: Response) -> &'static str {
        self.line(at::RESPONSE + response.index())
    }

    /// The name of a stage: "Forming".
    pub fn stage(self, stage: Stage) -> &'static str {
        self.line(at::STAGE + stage.index())
    }

    /// The words to choose from at the stage question, the last of them "Not sure".
    pub fn stage_choice(self, choice: StageChoice) -> &'static str {
        self.line(at::STAGE_CHOICE + choice.index())
    }

    /// The line of advice for a stage.
    pub fn stage_advice(self, stage: Stage) -> &'static str {
        self.line(at::STAGE_ADVICE + stage.index())
    }

    /// The question to ask each other about a topic.
    pub fn talk(self, topic: Topic) -> &'static str {
        self.line(at::TALK + topic.index())
    }

    /// What to do first about a topic, for a score below 50.
    pub fn first_step(self, topic: Topic) -> &'static str {
        self.line(at::FIRST_STEP + topic.index())
    }

    /// What to do next about a topic, for a score from 50 to 74.
    pub fn next_step(self, topic: Topic) -> &'static str {
        self.line(at::NEXT_STEP + topic.index())
    }

    /// Where a topic stands in the Compact of 2010.
    pub fn compact(self, topic: Topic) -> &'static str {
        self.line(at::COMPACT + topic.index())
    }

    /// Where a topic stands in the Civil Society Covenant of 2025.
    pub fn covenant(self, topic: Topic) -> &'static str {
        self.line(at::COVENANT + topic.index())
    }

    /// Where a topic stands in the guides of the National Audit Office.
    pub fn guide(self, topic: Topic) -> &'static str {
        self.line(at::GUIDE + topic.index())
    }

    /// The name of a kind of relationship: "Commissioner and provider".
    pub fn kind(self, kind: Kind) -> &'static str {
        self.line(at::KIND + kind.index())
    }

    /// The name of a side: "Provider". Empty for [`Kind::Other`], which has no sides.
    pub fn side(self, kind: Kind, side: Side) -> &'static str {
        if kind.has_pairs() {
            self.line(at::SIDE + kind.index() * 2 + side as usize)
        } else {
            ""
        }
    }

    /// Where a kind of relationship stands in the Compact of 2010, if it has pairs.
    pub fn kind_mapping_compact(self, kind: Kind) -> Option<&'static str> {
        kind.has_pairs()
            .then(|| self.line(at::KIND_COMPACT + kind.index()))
    }

    /// Where a kind of relationship stands in the guides, if it has pairs.
    pub fn kind_mapping_guide(self, kind: Kind) -> Option<&'static str> {
        kind.has_pairs().then(|| self.line(at::KIND_GUIDE + kind.index()))
    }

    /// The name of a sector: "Charity or community group".
    pub fn sector(self, sector: Sector) -> &'static str {
        self.line(at::SECTOR + sector.index())
    }

    /// The name of a length: "Quick check".
    pub fn length(self, length: Length) -> &'static str {
        self.line(at::LENGTH + length as usize)
    }

    /// The name of a month, 1 to 12; empty for another number.
    pub fn month(self, month: u8) -> &'static str {
        if matches!(month, 1..=12) {
            self.line(at::MONTH + usize::from(month) - 1)
        } else {
            ""
        }
    }
}
