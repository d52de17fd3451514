//! The comparison as a picture in a file.

use super::comparison::{self, Report};
use crate::app::file::Picture;
use crate::charts::picture::{Frame, Partner, Row, comparison as draw};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::domain::day::Day;
use crate::present::date::dated;

/// The picture of a comparison, with names or with letters alone; `None` if there is nothing to compare.
pub fn picture(texts: Texts, comparison: &Comparison, names: bool, today: Day, png: bool) -> Option<Picture> {
    let svg = comparison_svg(texts, &comparison::report(texts, comparison, names)?);
    Some(Picture::new(&dated("comparison", today), svg, png))
}

/// The rows of a comparison as on the screen, with headline and date.
pub fn comparison_svg(texts: Texts, report: &Report) -> String {
    let about = report.about.join(" · ");
    let rows: Vec<Row> = report.rows().map(row).collect();
    let says: Vec<String> = rows
        .iter()
        .map(|row| [&row.name, ": ", &row.words].concat())
        .collect();
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
    draw(&frame, &partners, &rows)
}

fn row(row: &comparison::Row) -> Row {
    let shown = row.bar.shown.map(|shown| shown.to_string());
    let words = [shown.as_deref().unwrap_or_default(), row.bar.words, row.label];
    let words = words.into_iter().filter(|words| !words.is_empty());
    let words: Vec<&str> = words
        .chain([row.opposite.as_str()])
        .filter(|words| !words.is_empty())
        .collect();
    Row {
        name: match row.bar.id {
            "V" => row.bar.name.to_owned(),
            id => [id, " ", row.bar.name].concat(),
        },
        dots: row.line.dots.clone(),
        words: words.join(" · "),
        opposite: row.line.opposite,
    }
}
