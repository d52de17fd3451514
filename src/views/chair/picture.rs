//! The comparison as a picture in a file.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::compare::Message as Act;
use crate::app::chair::{Message, State};
use crate::app::file::Picture;
use crate::charts::picture::{Frame, Partner, Row, comparison};
use crate::content::{Key, Texts, keys};
use crate::present::chair::comparison::Report;
use crate::present::date::file_name;
use crate::views::parts::button;

/// Two buttons that save the comparison. The file is made when one of them is pressed, not before.
pub(super) fn save(texts: Texts, send: &Dispatch) -> Html {
    let button = |png: bool, label: Key| {
        let message = Message::Compare(Act::PicturePressed(png));
        button(send, message, "button button--quiet", texts.get(label))
    };
    html! {
        <div class="save" role="group" aria-label={texts.get(keys::picture::SAVE)}>
            { button(false, keys::picture::SVG) }
            { button(true, keys::picture::PNG) }
        </div>
    }
}

/// The picture of a comparison.
pub fn comparison_picture(state: &State, report: &Report, png: bool) -> Picture {
    Picture {
        name: file_name("comparison", state.context.today),
        svg: comparison_svg(state.context.texts, report),
        png,
    }
}

/// The rows of a comparison as they stand on the screen, with headline and date.
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
    comparison(&frame, &partners, &rows)
}

fn row(row: &crate::present::chair::comparison::Row) -> Row {
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
