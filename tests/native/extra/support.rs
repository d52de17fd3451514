//! Sets and answers to try.

use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::extra::{Extra, ExtraAnswers};

/// Three statements.
pub(super) const THREE: [&str; 3] = [
    "Calls are returned within two days.",
    "Minutes reach everybody in a week.",
    "The kitchen is open on time.",
];

/// The set of these statements.
pub(super) fn set(statements: &[&str]) -> Extra {
    Extra::new(owned(statements)).expect("a set")
}

pub(super) fn owned(statements: &[&str]) -> Vec<String> {
    statements.iter().map(|text| (*text).to_owned()).collect()
}

/// Answers to a set, by their values; none where a value is empty.
pub(super) fn answers(set: &Extra, values: &[&str]) -> ExtraAnswers {
    let responses = values.iter().map(|value| Response::parse(value)).collect();
    let answers = ExtraAnswers::new(set.fingerprint().sum, responses).expect("answers");
    assert_eq!(answers.set(), set.fingerprint(), "as many answers as statements");
    answers
}
