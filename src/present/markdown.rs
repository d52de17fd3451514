//! Markdown with escaped names, and a short result in it, for minutes, wikis and reports.

use crate::content::{Texts, keys};
use crate::domain::extra::Extra;
use crate::domain::summary::Summary;

use super::extra;
use super::own_words;
use super::report::{Bar, Card, Report, report};

/// The result of a summary: headline, whose it is, the criteria as a table, the next steps, and the answers to the
/// statements of whoever invited, with their words as far as they are known.
pub fn markdown(texts: Texts, summary: &Summary, words: Option<&Extra>) -> String {
    let report = report(texts, summary);
    let mut out = String::new();
    head(&mut out, &report);
    if let Some(full) = &report.full {
        heading(&mut out, 2, texts.get(keys::result::CRITERIA));
        let bars = full.rows.iter().flat_map(|rows| &rows.bars);
        let bars = bars.chain([&full.value.bar]);
        table(&mut out, texts, bars);
    }
    heading(&mut out, 2, texts.get(keys::result::STEPS));
    for card in &report.cards {
        step(&mut out, card);
    }
    if report.cards.is_empty() {
        line(&mut out, "", texts.get(keys::result::STEPS_NONE));
    }
    if let Some(answers) = &summary.extra {
        extra(&mut out, texts, &extra::rows(texts, answers, words));
    }
    out.push('\n');
    line(&mut out, "", texts.get(keys::result::NOT_A_RATING));
    if let Some(said) = own_words::said(texts) {
        out.push('\n');
        line(&mut out, "", &said);
    }
    out
}

fn extra(out: &mut String, texts: Texts, extra: &extra::Rows) {
    heading(out, 2, texts.get(keys::extra::TITLE));
    paragraph(out, &extra.lead);
    let heads = [keys::result::COLUMN_STATEMENT, keys::result::COLUMN_RESPONSE];
    row(out, &heads.map(|head| texts.get(head)));
    out.push_str("|---|---|\n");
    for found in &extra.rows {
        row(out, &[found.words.as_str(), found.answer]);
    }
}

fn head(out: &mut String, report: &Report) {
    heading(out, 1, &report.title);
    let about = report.about.iter().chain([&report.overall, &report.missing]);
    for words in about.filter(|words| !words.is_empty()) {
        line(out, "- ", words);
    }
}

fn table<'a>(out: &mut String, texts: Texts, bars: impl Iterator<Item = &'a Bar>) {
    row(
        out,
        &[
            texts.get(keys::result::COLUMN_CRITERION),
            texts.get(keys::result::COLUMN_SCORE),
            texts.get(keys::result::COLUMN_BAND),
        ],
    );
    out.push_str("|---|--:|---|\n");
    for bar in bars {
        let shown = bar.shown.map(|shown| shown.to_string()).unwrap_or_default();
        row(out, &[&[bar.id, " ", bar.name].concat(), &shown, bar.words]);
    }
}

/// Adds a row of a table.
pub(super) fn row<T: AsRef<str>>(out: &mut String, cells: &[T]) {
    for cell in cells {
        out.push_str("| ");
        push(out, cell.as_ref());
        out.push(' ');
    }
    out.push_str("|\n");
}

fn step(out: &mut String, card: &Card) {
    line(out, "1. **", &card.what);
    // Remove the line end, so that the asterisks directly follow the words.
    out.pop();
    out.push_str("**\n");
    for words in [card.why.as_str(), card.first, card.talk] {
        if !words.is_empty() {
            line(out, "   - ", words);
        }
    }
}

/// Adds a heading with an empty line around it.
pub(super) fn heading(out: &mut String, level: usize, words: &str) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
    line(out, &["#".repeat(level).as_str(), " "].concat(), words);
    out.push('\n');
}

/// Adds a paragraph.
pub(super) fn paragraph(out: &mut String, words: &str) {
    line(out, "", words);
    out.push('\n');
}

/// Adds a line, with an optional marker before it, such as that of a list.
pub(super) fn line(out: &mut String, before: &str, words: &str) {
    out.push_str(before);
    let words = words.trim();
    let begins = words.len() - without_start(words).len();
    if begins > 0 {
        // Escape the last character of a start that would make a list, a heading or an underline.
        push(out, &words[..begins - 1]);
        out.push('\\');
        out.push_str(&words[begins - 1..begins]);
    }
    push(out, &words[begins..]);
    out.push('\n');
}

/// The text after a start that would make the line a list item or a heading: `+`, `-`, `=`, `:`, or a number with a
/// full stop or bracket. [`push`] escapes every other character that can begin a block.
fn without_start(words: &str) -> &str {
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark: &[char] = if number.len() < words.len() {
        &['.', ')']
    } else {
        &['+', '-', '=', ':']
    };
    number.strip_prefix(mark).unwrap_or(words)
}

/// Adds escaped words: a name may contain anything.
fn push(out: &mut String, words: &str) {
    for c in words.chars() {
        if "\\`*_{}[]<>#|~&!$^".contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
}
