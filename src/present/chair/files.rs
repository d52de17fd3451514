//! The files that a comparison can be saved as. Every number in them is the one on screen, because the same
//! rules make both.

use super::comparison::{self, Pairs, Report, StatementRow, marks, report};
use crate::app::file::{File, Kind};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::formats::export::{json, tables};
use crate::formats::link::in_letters;
use crate::present::markdown::{heading, line, paragraph, row as table_row};
use crate::present::own_words;

/// What a comparison can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One row per criterion, with every organisation's score.
    Table,
    /// One row per statement, with every organisation's answer.
    Statements,
    /// One row per respondent and statement.
    Responses,
    /// All of it as JSON, to be imported again.
    Json,
    /// The report as text.
    Markdown,
}

/// The file of a comparison in this form, with names or with letters alone; `None` if there is nothing to compare.
pub fn file(texts: Texts, comparison: &Comparison, names: bool, form: Form) -> Option<File> {
    let comparison = &if names {
        comparison.to_hand_on()
    } else {
        in_letters(comparison)
    };
    let labels = || -> Vec<String> {
        let marks = marks(texts, comparison, names);
        marks.into_iter().map(|mark| mark.name).collect()
    };
    let table = |about, table| File::new(about, Kind::Table, table);
    Some(match form {
        Form::Table => table("comparison", tables::comparison(comparison, &labels())),
        Form::Statements => table("statements", tables::statements(comparison, &labels())),
        Form::Responses => {
            let summaries: Vec<_> = comparison::shown(texts, comparison, names);
            table("answers", tables::long(&summaries))
        }
        Form::Json => File::new("comparison", Kind::Json, json::comparison(comparison, names)),
        Form::Markdown => File::new("comparison", Kind::Markdown, markdown(texts, comparison, names)?),
    })
}

/// A comparison as text in Markdown.
pub fn markdown(texts: Texts, comparison: &Comparison, names: bool) -> Option<String> {
    // A table has the order of the check, whatever the screen's is.
    let comparison = &Comparison {
        by_difference: false,
        ..comparison.clone()
    };
    let report = report(texts, comparison, names)?;
    let mut text = String::new();
    let out = &mut text;
    heading(out, 1, &report.title);
    for words in report.about.iter().chain(&report.left_out) {
        paragraph(out, words);
    }
    for mark in &report.marks {
        line(out, "- ", &[&mark.letter, ": ", &mark.name].concat());
    }
    heading(out, 2, texts.get(keys::compare::NUMBERS));
    numbers(out, texts, &report);
    heading(out, 2, texts.get(keys::compare::STATEMENTS));
    let all = report.rows().flat_map(|row| &row.statements);
    statements(out, texts, &report, all);
    heading(out, 2, texts.get(keys::result::VALUE));
    paragraph(out, report.value.verdict);
    for note in &report.value.notes {
        paragraph(out, note);
    }
    heading(out, 2, texts.get(keys::result::STEPS));
    for card in &report.cards {
        heading(out, 3, &card.what);
        paragraph(out, &card.why);
        if !card.first.is_empty() {
            paragraph(out, card.first);
        }
        paragraph(
            out,
            &[texts.get(keys::result::CARD_TALK), ": “", card.talk, "”"].concat(),
        );
    }
    heading(out, 2, texts.get(keys::result::STAGE));
    for words in report.stage.all() {
        paragraph(out, words);
    }
    for pairs in &report.pairs {
        self::pairs(out, texts, pairs);
    }
    for set in &report.extra {
        heading(out, 2, &set.name);
        for words in &set.lead {
            paragraph(out, words);
        }
        statements(out, texts, &report, set.rows.iter());
    }
    if let Some(said) = own_words::said(texts) {
        paragraph(out, &said);
    }
    Some(text)
}

/// The line below the heads of a table.
fn rule(out: &mut String, columns: usize) {
    out.push_str(&"|---".repeat(columns));
    out.push_str("|\n");
}

fn numbers(out: &mut String, texts: Texts, report: &Report) {
    let mut heads = vec![
        texts.get(keys::result::COLUMN_CRITERION),
        texts.get(keys::compare::COLUMN_ALL),
        texts.get(keys::compare::COLUMN_AGREEMENT),
    ];
    heads.extend(report.marks.iter().map(|mark| mark.letter.as_str()));
    table_row(out, &heads);
    rule(out, heads.len());
    for row in report.rows() {
        let name = [row.bar.id, " ", row.bar.name].concat();
        let all = row
            .bar
            .shown
            .map_or_else(|| row.bar.words.to_owned(), |shown| shown.to_string());
        let agreement = row.agreement();
        let scores: Vec<String> = row.scores().collect();
        let mut cells = vec![name.as_str(), &all, &agreement];
        cells.extend(scores.iter().map(String::as_str));
        table_row(out, &cells);
    }
    out.push('\n');
}

/// Every statement with each organisation's answer, in the order of the screen.
fn statements<'a>(
    out: &mut String,
    texts: Texts,
    report: &Report,
    statements: impl Iterator<Item = &'a StatementRow>,
) {
    let mut heads = vec![
        texts.get(keys::result::COLUMN_STATEMENT),
        texts.get(keys::compare::COLUMN_AGREEMENT),
    ];
    heads.extend(report.marks.iter().map(|mark| mark.letter.as_str()));
    table_row(out, &heads);
    rule(out, heads.len());
    for statement in statements {
        let mut cells = vec![&*statement.words, statement.label];
        cells.extend(statement.answers.iter().map(String::as_str));
        table_row(out, &cells);
    }
    out.push('\n');
}

fn pairs(out: &mut String, texts: Texts, pairs: &Pairs) {
    heading(out, 2, &texts.fill(keys::compare::PAIRS, &[("kind", pairs.kind)]));
    let [first, second] = pairs.sides;
    table_row(
        out,
        &[texts.get(keys::result::COLUMN_STATEMENT), first, second, ""],
    );
    rule(out, 4);
    for row in &pairs.rows {
        let words = if row.second.is_empty() {
            row.first.to_owned()
        } else {
            [row.first, " / ", row.second].concat()
        };
        table_row(out, &[&words, &row.first_says, &row.second_says, &row.gap]);
    }
    out.push('\n');
}
