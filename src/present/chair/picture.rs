//! The comparison as a picture in a file.

use super::comparison::{self, Report};
use crate::app::file::Picture;
use crate::charts::picture::{Cell, Frame, Partner, Row, Words, comparison as draw};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::domain::day::Day;
use crate::present::date::dated;
use crate::present::report::tone;

/// The picture of a comparison, with names or with letters alone; `None` if there is nothing to compare.
pub fn picture(texts: Texts, comparison: &Comparison, names: bool, today: Day, png: bool) -> Option<Picture> {
    let svg = comparison_svg(texts, &comparison::report(texts, comparison, names)?);
    Some(Picture::new(&dated("comparison", today), svg, png))
}

/// The rows of a comparison as on the screen, with headline and date.
pub fn comparison_svg(texts: Texts, report: &Report) -> String {
    let about = report.about.join(" · ");
    let rows: Vec<Row> = report.rows().map(row).collect();
    let says: Vec<String> = report.rows().map(said).collect();
    let frame = Frame {
        title: report.title.clone(),
        about,
        source: texts.get(keys::picture::SOURCE_MANY).to_owned(),
        says: says.join(". "),
        language: texts.language().to_owned(),
        right_to_left: texts.is_right_to_left(),
    };
    let partners: Vec<Partner> = report
        .marks
        .iter()
        .map(|mark| Partner {
            letter: mark.letter.clone(),
            name: mark.name.clone(),
        })
        .collect();
    let bands = [
        keys::compare::KEY_STRONG,
        keys::compare::KEY_GETTING_THERE,
        keys::compare::KEY_NEEDS_WORK,
        keys::compare::KEY_ACT_NOW,
    ];
    let words = Words {
        together: texts.get(keys::compare::COLUMN_ALL).to_owned(),
        bands: bands.map(|key| texts.get(key).to_owned()),
    };
    draw(&frame, &words, &partners, &rows)
}

/// A row in words, for those who do not see the picture.
fn said(row: &comparison::Row) -> String {
    let shown = row.bar.shown.map(|shown| shown.to_string());
    let words = [
        shown.as_deref().unwrap_or_default(),
        row.bar.words,
        row.label,
        &row.opposite,
    ];
    let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
    [&name(row), ": ", &words.join(" · ")].concat()
}

fn name(row: &comparison::Row) -> String {
    match row.bar.id {
        "V" => row.bar.name.to_owned(),
        id => [id, " ", row.bar.name].concat(),
    }
}

fn row(row: &comparison::Row) -> Row {
    let words = [row.label, &row.opposite];
    let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
    let cell = |number, band| Cell {
        number,
        tone: tone(band),
    };
    Row {
        name: name(row),
        cells: row.cells.iter().map(|one| cell(one.shown, one.band)).collect(),
        together: cell(row.bar.shown, row.bar.band),
        dots: row.line.dots.clone(),
        words: words.join(" · "),
        opposite: row.line.opposite,
    }
}
