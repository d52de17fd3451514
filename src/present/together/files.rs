//! The files that a comparison can be saved as. Every number in them is the one on screen, because the same
//! rules make both.

use super::comparison::{self, Group, Pairs, Report, Row, marks, report};
use crate::app::together::State;
use crate::app::together::comparing::File as Kind;
use crate::app::together::effect::File;
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::formats::export::{csv, json, tables};

/// The file of this kind of the comparison that is open; `None` if there is none, or nothing to compare.
pub fn file(state: &State, kind: Kind) -> Option<File> {
    let (_, comparison) = state.comparison()?;
    let texts = state.context.texts;
    let names = state.comparing.names;
    Some(match kind {
        Kind::Table => {
            let marks = marks(texts, comparison, names);
            let labels: Vec<String> = marks.into_iter().map(|mark| mark.name).collect();
            csv_file("comparison", &tables::comparison(comparison, &labels))
        }
        Kind::Responses => {
            let summaries: Vec<_> = comparison::shown(texts, comparison, names);
            csv_file("answers", &tables::long(&summaries))
        }
        Kind::Json => File {
            name: name("comparison", "json"),
            kind: "application/json",
            text: json::comparison(comparison, names),
        },
        Kind::Markdown => File {
            name: name("comparison", "md"),
            kind: "text/markdown",
            text: markdown(texts, comparison, names)?,
        },
    })
}

/// A table as a file for spreadsheets.
pub fn csv_file(what: &str, table: &str) -> File {
    File {
        name: name(what, "csv"),
        kind: "text/csv",
        text: csv::file(table),
    }
}

fn name(what: &str, ending: &str) -> String {
    ["partnership-health-check-", what, ".", ending].concat()
}

/// A comparison as text in Markdown.
pub fn markdown(texts: Texts, comparison: &Comparison, names: bool) -> Option<String> {
    let report = report(texts, comparison, names)?;
    let mut out = Markdown::default();
    out.heading(1, &report.title);
    for line in report.about.iter().chain(&report.left_out) {
        out.paragraph(line);
    }
    let marks = report
        .marks
        .iter()
        .map(|mark| [&mark.letter, ": ", &mark.name].concat());
    out.list(marks);
    out.heading(2, texts.get(keys::compare::NUMBERS));
    numbers(&mut out, texts, &report);
    for group in &report.groups {
        self::group(&mut out, group);
    }
    out.heading(2, texts.get(keys::result::VALUE));
    out.paragraph(report.value.verdict);
    for note in &report.value.notes {
        out.paragraph(note);
    }
    out.heading(2, texts.get(keys::result::STEPS));
    for card in &report.cards {
        out.heading(3, &card.what);
        out.paragraph(&card.why);
        if !card.first.is_empty() {
            out.paragraph(card.first);
        }
        out.paragraph(&[texts.get(keys::result::CARD_TALK), ": “", card.talk, "”"].concat());
    }
    out.heading(2, texts.get(keys::result::STAGE));
    for words in &report.stage {
        out.paragraph(words);
    }
    for pairs in &report.pairs {
        self::pairs(&mut out, texts, pairs);
    }
    Some(out.0)
}

fn numbers(out: &mut Markdown, texts: Texts, report: &Report) {
    let mut heads = vec![
        texts.get(keys::result::COLUMN_CRITERION),
        texts.get(keys::compare::COLUMN_ALL),
        texts.get(keys::compare::COLUMN_AGREEMENT),
    ];
    heads.extend(report.marks.iter().map(|mark| mark.letter.as_str()));
    out.row(&heads);
    out.row(&vec!["---"; heads.len()]);
    let rows = report.groups.iter().flat_map(|group| &group.rows);
    for row in rows.chain([&report.value_row]) {
        let name = [row.bar.id, " ", row.bar.name].concat();
        let all = row
            .bar
            .shown
            .map_or_else(|| row.bar.words.to_owned(), |shown| shown.to_string());
        let mut cells = vec![name.as_str(), &all, row.label];
        cells.extend(row.scores.iter().map(String::as_str));
        out.row(&cells);
    }
    out.0.push('\n');
}

/// The statements of a group on which partners stand on opposite sides.
fn group(out: &mut Markdown, group: &Group) {
    let opposite = |row: &&Row| row.line.opposite;
    if group.rows.iter().any(|row| opposite(&row)) {
        out.heading(2, group.name);
    }
    for row in group.rows.iter().filter(opposite) {
        out.heading(3, row.bar.name);
        let statements = row.statements.iter().filter(|statement| statement.line.opposite);
        out.list(statements.map(|statement| statement.words.to_owned()));
    }
}

fn pairs(out: &mut Markdown, texts: Texts, pairs: &Pairs) {
    out.heading(2, &texts.fill(keys::compare::PAIRS, &[("kind", pairs.kind)]));
    let [first, second] = pairs.sides;
    out.row(&[texts.get(keys::result::COLUMN_STATEMENT), first, second, ""]);
    out.row(&["---"; 4]);
    for row in &pairs.rows {
        out.row(&[row.first, &row.first_says, &row.second_says, &row.gap]);
    }
    out.0.push('\n');
}

/// Text in Markdown, in which what people typed stays what it is.
#[derive(Default)]
struct Markdown(String);

impl Markdown {
    fn heading(&mut self, level: usize, words: &str) {
        self.0.push_str(&"#".repeat(level));
        self.0.push(' ');
        self.paragraph(words);
    }

    fn paragraph(&mut self, words: &str) {
        self.text(words);
        self.0.push_str("\n\n");
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        for item in items {
            self.0.push_str("* ");
            self.text(&item);
            self.0.push('\n');
        }
        self.0.push('\n');
    }

    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        self.0.push('|');
        for cell in cells {
            self.0.push(' ');
            self.text(cell.as_ref());
            self.0.push_str(" |");
        }
        self.0.push('\n');
    }

    /// Whatever Markdown or HTML would take for a mark is written so that it is none.
    fn text(&mut self, words: &str) {
        for c in words.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~'
            ) && words != "---"
            {
                self.0.push('\\');
            }
            self.0.push(c);
        }
    }
}
