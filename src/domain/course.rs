//! How scores went over three times or more (`content.md` section 3.5).
//!
//! What the rules leave open, decided here:
//!
//! * **"The same statements"** are, of each organisation, those with a value every time: a line whose points rest on other
//!   statements would show a change where there is none. Each point is scored from these alone.
//! * **The change is taken from the first number shown to the last**, as [`super::change`] does between two. Where these
//!   are close, and a number between them is not, that one is named: a partnership that fell and rose again has not stayed
//!   as it was.
//! * **At most the newest eight**, four years at two a year: each further one takes away statements.

use super::change::Change;
use super::organisation::Organisation;
use super::score::Score;
use super::scoring::Finding;
use super::sheet::AnswerSheet;
use super::topic::Topic;

/// Two checks are compared with each other; from three on there is a course.
pub const FEWEST: usize = 3;
/// Most times of a course; of more, the newest count.
pub const MOST: usize = 8;

/// How the score of a topic went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The scores, in the order of the times; at least two.
    scores: Vec<Score>,
}

impl Course {
    /// The course of each topic, in the order of the check. `times` are in their order, and each has the same organisations
    /// in the same places. `None` where too few statements have a value every time, or there are fewer than two times.
    pub fn of(times: &[Vec<Organisation<'_>>]) -> Vec<(Topic, Option<Self>)> {
        let kept: Vec<Vec<Vec<AnswerSheet>>> = times
            .iter()
            .map(|organisations| {
                let places = organisations.iter().enumerate();
                places.map(|(place, one)| same(one, place, times)).collect()
            })
            .collect();
        let times: Vec<Vec<Organisation<'_>>> = kept
            .iter()
            .zip(times)
            .map(|(organisations, time)| {
                let both = organisations.iter().zip(time);
                both.map(|(people, one)| Organisation {
                    people: people.iter().collect(),
                    length: one.length,
                })
                .collect()
            })
            .collect();
        let course = |topic| {
            let scores = times.iter().map(|time| Finding::of(topic, time).outcome.score());
            let scores: Vec<Score> = scores.collect::<Option<_>>()?;
            (scores.len() > 1).then_some(Self { scores })
        };
        Topic::all().map(|topic| (topic, course(topic))).collect()
    }

    /// The numbers shown, 0 to 100, in the order of the times.
    pub fn shown(&self) -> Vec<u8> {
        self.scores.iter().map(|score| score.shown()).collect()
    }

    /// The change from the first to the last.
    pub fn change(&self) -> Change {
        match &self.scores[..] {
            [first, .., last] => Change::between(*first, *last),
            _ => Change::NotClear,
        }
    }

    /// Where the first and the last are close: the number between them that is the furthest from both, if its change from
    /// and to them is clear.
    pub fn between(&self) -> Option<Score> {
        let [first, between @ .., last] = &self.scores[..] else {
            return None;
        };
        if self.change() != Change::NotClear {
            return None;
        }
        let size = |score: &Score, end: &Score| match Change::between(*end, *score) {
            Change::NotClear => None,
            Change::Higher(by) | Change::Lower(by) => Some(by),
        };
        let clear = between.iter().filter_map(|score| {
            let both = size(score, first)?.min(size(score, last)?);
            Some((both, *score))
        });
        // The earlier of two that are as far.
        clear
            .reduce(|most, next| if next.0 > most.0 { next } else { most })
            .map(|(_, score)| score)
    }
}

/// The sheets of an organisation's people, with the statements alone to which it has an answer every time.
fn same(organisation: &Organisation<'_>, place: usize, times: &[Vec<Organisation<'_>>]) -> Vec<AnswerSheet> {
    let mut sheets = vec![AnswerSheet::default(); organisation.people.len()];
    for statement in Topic::all().flat_map(Topic::statements) {
        let has_answer =
            |time: &Vec<Organisation<'_>>| time.get(place).is_some_and(|one| one.answer(statement).is_some());
        if times.iter().all(has_answer) {
            for (sheet, person) in sheets.iter_mut().zip(&organisation.people) {
                let response = person.get(statement);
                sheet.set(statement, response.filter(|response| response.number().is_some()));
            }
        }
    }
    sheets
}
