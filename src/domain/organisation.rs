//! One organisation's people and what they answer together (`content.md` section 3.1, rules 1 and 2).

use super::answer::Response;
use super::fraction::Fraction;
use super::ids::{Length, StatementId};
use super::score::Score;
use super::sheet::AnswerSheet;
use super::summary::Summary;
use super::topic::Topic;

/// One organisation: it has one vote, however many of its people answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation<'a> {
    /// The responses of its people, in any order. An organisation without people counts nowhere.
    pub people: Vec<&'a AnswerSheet>,
    /// The longest check that any of its people took.
    pub length: Length,
}

/// What an organisation says to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// What one person chose; of several who gave no number, the first.
    Response(Response),
    /// The mean of several, 1 to 5.
    Mean(Fraction),
}

/// How often each sort of response was given to the statements of a topic, over all people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers with a value, 1 to 5.
    pub values: u32,
    /// "Not true", value 1. They are among the `values`.
    pub not_true: u32,
    /// "Do not know".
    pub do_not_know: u32,
    /// "Does not apply yet".
    pub not_yet: u32,
    /// Answers that were not given.
    pub blank: u32,
}

impl Tally {
    /// Counts one response more, or one blank.
    pub(super) fn count(&mut self, response: Option<Response>) {
        let field = match response {
            Some(Response::Point(point)) => {
                self.not_true += u32::from(point.number() == 1);
                &mut self.values
            }
            Some(Response::DoNotKnow) => &mut self.do_not_know,
            Some(Response::NotYet) => &mut self.not_yet,
            None => &mut self.blank,
        };
        *field += 1;
    }

    /// The tally of both together.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            values: self.values + other.values,
            not_true: self.not_true + other.not_true,
            do_not_know: self.do_not_know + other.do_not_know,
            not_yet: self.not_yet + other.not_yet,
            blank: self.blank + other.blank,
        }
    }

    /// The share of "do not know" among the counted answers, 0 to 1; `None` where nothing is counted.
    /// "Does not apply yet" and blanks are not counted (`content.md` section 3.1, rule 6).
    pub fn unknown_share(self) -> Option<Fraction> {
        let unknown = u64::from(self.do_not_know);
        Fraction::new(unknown, unknown + u64::from(self.values))
    }
}

/// The mean of the responses that have a value, 1 to 5; `None` without any.
pub(super) fn mean(responses: impl Iterator<Item = Response>) -> Option<Fraction> {
    let numbers = responses.filter_map(Response::number);
    Fraction::mean(numbers.map(|number| Fraction::whole(u32::from(number))))
}

/// What people of one organisation say together: the response of the one who gave any, or the mean of several. `None`
/// without any.
pub(super) fn said(responses: impl Iterator<Item = Response> + Clone) -> Option<Said> {
    let mut given = responses.clone();
    let first = given.next()?;
    Some(match (given.next(), mean(responses)) {
        (Some(_), Some(mean)) => Said::Mean(mean),
        _ => Said::Response(first),
    })
}

impl<'a> Organisation<'a> {
    /// The organisation of one person who took the full check.
    pub fn of_sheet(sheet: &'a AnswerSheet) -> Self {
        Self {
            people: vec![sheet],
            length: Length::Full,
        }
    }

    /// The organisation of the people who gave these summaries.
    pub fn of_summaries(summaries: impl Iterator<Item = &'a Summary>) -> Self {
        let mut found = Self {
            people: Vec::new(),
            length: Length::Quick,
        };
        for summary in summaries {
            found.people.push(&summary.sheet);
            if summary.length == Length::Full {
                found.length = Length::Full;
            }
        }
        found
    }

    /// Whether anybody in it was asked enough for a score. The quick check asks one statement of each topic,
    /// which is too few; the full check asks all.
    pub fn can_have_scores(&self) -> bool {
        self.length == Length::Full
    }

    /// Its answer to a statement, 1 to 5: the mean of its people who gave a value (rule 1). `None` if
    /// nobody did.
    pub fn answer(&self, statement: StatementId) -> Option<Fraction> {
        mean(self.responses(statement))
    }

    /// The responses of its people to a statement.
    fn responses(&self, statement: StatementId) -> impl Iterator<Item = Response> + Clone {
        self.people.iter().filter_map(move |sheet| sheet.get(statement))
    }

    /// What it says to a statement: the response of its one person who gave any, or the mean of several. `None` if
    /// nobody gave one.
    pub fn said(&self, statement: StatementId) -> Option<Said> {
        said(self.responses(statement))
    }

    /// Its score for a topic: the mean of its answers on 0 to 100, if at least 2 of 3 have a value, or
    /// 4 of 6 for value (rule 2 and section 3.7). Rule 6, on "do not know", is not applied here: it is
    /// about the criterion, not about one organisation's vote.
    pub fn score(&self, topic: Topic) -> Option<Score> {
        let answers: Vec<Fraction> = topic
            .statements()
            .into_iter()
            .filter_map(|statement| self.answer(statement))
            .collect();
        if answers.len() < topic.needed() {
            return None;
        }
        Fraction::mean(answers).map(Score::of_answer)
    }

    /// How often each sort of response was given to a topic, over all its people.
    pub fn tally(&self, topic: Topic) -> Tally {
        let mut tally = Tally::default();
        for statement in topic.statements() {
            for sheet in &self.people {
                tally.count(sheet.get(statement));
            }
        }
        tally
    }
}
