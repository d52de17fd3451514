//! Many summaries at once, as an umbrella body has them: counted criterion by criterion, and written as a table. Each
//! summary counts by itself; there are no organisations.

use crate::domain::fraction::Fraction;
use crate::domain::ids::{Length, StatementId};
use crate::domain::scoring::{Finding, Outcome};
use crate::domain::summary::Summary;
use crate::domain::topic::Topic;
use crate::formats::export::tables;

/// Summaries per chunk: a few milliseconds on a slow phone.
const PIECE: usize = 20;

/// What the summaries say on one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The topic.
    pub topic: Topic,
    /// Its statements.
    statements: Vec<StatementId>,
    /// How many have a score.
    pub scored: u32,
    /// The sum of their scores, for the mean.
    sum: Fraction,
    /// How many scores are in each band, from the lowest.
    pub bands: [u32; 4],
    /// How many say that not enough is known.
    pub unknown: u32,
}

impl Count {
    fn add(&mut self, summary: &Summary) {
        match Finding::of_one(self.topic, &self.statements, &summary.sheet).outcome {
            Outcome::Score(score) => {
                self.scored += 1;
                self.sum = self.sum.plus(score.exact());
                if let Some(count) = self.bands.get_mut(score.band().index()) {
                    *count += 1;
                }
            }
            Outcome::NotEnoughKnown => self.unknown += 1,
            Outcome::TooFewAnswers => {}
        }
    }

    /// The mean of the scores, rounded to a whole number from 0 to 100; `None` where there is none.
    pub fn mean(&self) -> Option<u64> {
        self.sum.over(self.scored).map(Fraction::rounded)
    }
}

/// Many summaries, and what was counted so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Many {
    /// The summaries.
    pub summaries: Vec<Summary>,
    /// How many are counted.
    pub counted: usize,
    /// The counts, in the order of the check.
    pub counts: Vec<Count>,
    /// How many took the quick check: they have no scores.
    pub quick: usize,
    /// A table that is being written: how many summaries are in it, and its text so far.
    pub writing: Option<(usize, String)>,
}

impl Many {
    /// Nothing counted yet.
    pub fn new(summaries: Vec<Summary>) -> Self {
        let count = |topic: Topic| Count {
            statements: topic.statements(),
            topic,
            scored: 0,
            sum: Fraction::ZERO,
            bands: [0; 4],
            unknown: 0,
        };
        Self {
            summaries,
            counted: 0,
            counts: Topic::all().map(count).collect(),
            quick: 0,
            writing: None,
        }
    }

    /// Counts the next chunk; returns whether there is more to do.
    pub(super) fn go_on(&mut self) -> bool {
        let piece = self.summaries.iter().skip(self.counted).take(PIECE);
        let mut done = 0;
        for summary in piece {
            done += 1;
            if summary.length == Length::Quick {
                self.quick += 1;
                continue;
            }
            for count in &mut self.counts {
                count.add(summary);
            }
        }
        self.counted += done;
        self.counted < self.summaries.len()
    }

    /// The table of all answers was asked for.
    pub(super) fn begin_writing(&mut self) {
        let mut table = String::new();
        tables::long_head(&mut table);
        self.writing = Some((0, table));
    }

    /// Writes the next chunk; returns the table once it is complete.
    pub(super) fn write_on(&mut self) -> Option<String> {
        let (written, table) = self.writing.as_mut()?;
        for summary in self.summaries.iter().skip(*written).take(PIECE) {
            *written += 1;
            tables::long_rows(table, *written as u64, summary);
        }
        if *written < self.summaries.len() {
            return None;
        }
        self.writing.take().map(|(_, table)| table)
    }
}
