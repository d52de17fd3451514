//! Entering a paper form in words: the question on screen, what can be said to it and by which key, and what was said
//! before.

use crate::app::chair::entry::{Act, Question, State, act_of_key};
use crate::content::{Texts, keys};
use crate::domain::answer::{Response, StageChoice};
use crate::domain::ids::Side;

/// One answer that can be given: the key, its words, what it does, and whether it was given before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The key that gives it.
    pub key: &'static str,
    /// Its words.
    pub words: &'static str,
    /// What it does.
    pub act: Act,
    /// Whether it was given.
    pub is_given: bool,
}

/// A row of the list of everything that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place, counted from 0; it is numbered from 1, as on the form.
    pub at: usize,
    /// The statement, or the stage question.
    pub words: String,
    /// What was ticked in words.
    pub answer: &'static str,
}

/// The keys of the answers, in their order; the last is for nothing ticked.
const KEYS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

/// The words of a question; at the end, that everything is entered.
pub fn words(texts: Texts, state: &State, question: Question) -> String {
    match question {
        Question::Statement(statement) => texts
            .statement(statement, state.side.unwrap_or(Side::First))
            .to_owned(),
        Question::Extra(position) => state
            .extra_statements()
            .get(position)
            .cloned()
            .unwrap_or_default(),
        Question::Stage => texts.get(keys::questions::STAGE).to_owned(),
        Question::End => texts.get(keys::entry::END).to_owned(),
    }
}

/// What can be said to a question.
pub fn choices(texts: Texts, state: &State, question: Question) -> Vec<Choice> {
    let choice = |key, words, is_given| {
        let act = act_of_key(question, key)?;
        Some(Choice {
            key,
            words,
            act,
            is_given,
        })
    };
    let nothing = || choice("0", texts.get(keys::entry::SKIP), false);
    match question {
        Question::Statement(_) | Question::Extra(_) => {
            let given = state.response(question);
            let each = KEYS.into_iter().zip(Response::ALL);
            let each = each.filter_map(|(key, one)| choice(key, texts.response(one), given == Some(one)));
            each.chain(nothing()).collect()
        }
        Question::Stage => {
            let each = KEYS.into_iter().zip(StageChoice::ALL);
            let each =
                each.filter_map(|(key, one)| choice(key, texts.stage_choice(one), state.stage == Some(one)));
            each.chain(nothing()).collect()
        }
        Question::End => Vec::new(),
    }
}

/// Everything that was asked, with what was ticked.
pub fn rows(texts: Texts, state: &State) -> Vec<Row> {
    (0..state.questions()).map(|at| row(texts, state, at)).collect()
}

/// One question with what was ticked.
pub fn row(texts: Texts, state: &State, at: usize) -> Row {
    let question = state.question(at);
    let answer = match question {
        Question::Statement(_) | Question::Extra(_) => {
            state.response(question).map(|given| texts.response(given))
        }
        Question::Stage => state.stage.map(|given| texts.stage_choice(given)),
        Question::End => None,
    };
    Row {
        at,
        words: words(texts, state, question),
        answer: answer.unwrap_or(texts.get(keys::answers::BLANK)),
    }
}
