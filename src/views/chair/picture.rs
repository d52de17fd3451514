//! The comparison as a picture in a file.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::{Message, State};
use crate::app::file::Picture;
use crate::charts::picture::{Frame, Partner, Row, comparison};
use crate::content::{Key, Texts, keys};
use crate::domain::day::Day;
use crate::present::chair::comparison::{Report, on_screen, report};
use crate::present::date::file_name;

/// Two buttons that save the comparison. The file is made when one of them is pressed, not before.
pub(super) fn save(state: &State, send: &Dispatch) -> Html {
    let (texts, today) = (state.context.texts, state.context.today);
    let Some((shown, names)) = on_screen(state) else {
        return html! {};
    };
    let shown = Rc::new(shown.clone());
    let button = |png: bool, label: Key| {
        let (shown, send) = (Rc::clone(&shown), send.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(report) = report(texts, &shown, names) {
                send.emit(Message::PictureMade(comparison_picture(
                    texts, today, &report, png,
                )));
            }
        });
        html! { <button type="button" class="button button--quiet" {onclick}>{ texts.get(label) }</button> }
    };
    html! {
        <div class="save" role="group" aria-label={texts.get(keys::picture::SAVE)}>
            { button(false, keys::picture::SVG) }
            { button(true, keys::picture::PNG) }
        </div>
    }
}

/// The picture of a comparison.
fn comparison_picture(texts: Texts, today: Day, report: &Report, png: bool) -> Picture {
    Picture {
        name: file_name("comparison", today),
        svg: comparison_svg(texts, report),
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
