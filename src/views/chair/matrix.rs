//! Partners side by side in one table: a row for each topic, a column for each organisation, and one for all together.
//! A row opens its statements.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableCellElement};
use yew::prelude::*;

use super::dispatch::Dispatch;
use super::dots::{badge, line, strip};
use crate::app::chair::{Message, State, compare};
use crate::charts::shape::Tone;
use crate::charts::underline::{COLUMN, HEIGHT, underlines};
use crate::content::{Texts, keys};
use crate::domain::topic::Topic;
use crate::formats::decimal::of_hundred;
use crate::present::chair::comparison::{Cell, Group, Mark, NAMED, Report, Row, StatementRow};
use crate::present::report::tone;
use crate::views::charts::track;
use crate::views::memo::{Memo, Part};
use crate::views::parts::words;

/// Most organisations whose columns have room on a phone, and most whose columns are wide elsewhere. Further columns are
/// left to the strip of dots in a narrow place; who listens hears them all.
pub(super) const FEW: usize = 6;
pub(super) const SOME: usize = NAMED;

/// Draws the table.
pub(super) fn matrix(state: &State, report: &Report, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let letters: Rc<[String]> = report.marks.iter().map(|mark| mark.letter.clone()).collect();
    let is_many = letters.len() > SOME;
    let class = if letters.len() <= FEW {
        "matrix"
    } else if is_many {
        "matrix matrix--many"
    } else {
        "matrix matrix--some"
    };
    html! {
        <table {class}>
            <caption class="visually-hidden">{ texts.get(keys::compare::NUMBERS) }</caption>
            <thead>
                <tr>
                    <th scope="col" class="matrix__name">{ texts.get(keys::result::COLUMN_CRITERION) }</th>
                    { for report.marks.iter().enumerate().map(|(index, mark)| who(index, mark, is_many)) }
                    <th scope="col" class="matrix__all">{ texts.get(keys::compare::COLUMN_ALL) }</th>
                    <th scope="col" class="matrix__agreement">{ texts.get(keys::compare::COLUMN_AGREEMENT) }</th>
                </tr>
            </thead>
            // One body: rows in another order are moved, which from one body to another would make them anew.
            <tbody>{ for report.groups.iter().flat_map(|group| self::group(state, &letters, group, send)) }</tbody>
        </table>
    }
}

/// The head of an organisation's column: its sign, and its name for who listens.
fn who(index: usize, mark: &Mark, is_many: bool) -> Html {
    let sign = badge(index, &mark.letter);
    html! {
        <th scope="col" class="matrix__who">
            if is_many {
                { picture([&mark.letter, ": ", &mark.name].concat(), sign) }
            } else {
                { sign }
                <span class="visually-hidden">{ &mark.letter }{ ": " }<bdi>{ &mark.name }</bdi></span>
            }
        </th>
    }
}

/// The heading of a group, then its rows.
fn group(state: &State, letters: &Rc<[String]>, group: &Group, send: &Dispatch) -> Vec<Html> {
    let columns = (letters.len() + 1).to_string();
    let heading = html! {
        <tr class="matrix__group" key={group.name}>
            <th scope="row" colspan={columns}>{ group.name }</th>
            <td Class="matrix__all" colspan="2">{ &group.score }</td>
        </tr>
    };
    let row = |row: &Rc<Row>| {
        html! {
            <Memo<RowProps> key={row.bar.id} texts={state.context.texts} row={row.clone()} letters={letters.clone()}
                open={state.compare.opened.contains(&row.topic)} whose={whose(state, row.topic)} send={send.clone()} />
        }
    };
    std::iter::once(heading)
        .chain(group.rows.iter().map(row))
        .collect()
}

/// The properties of a row.
#[derive(Properties, PartialEq)]
struct RowProps {
    texts: Texts,
    row: Rc<Row>,
    /// The organisations' letters.
    letters: Rc<[String]>,
    /// Whether its statements are shown.
    open: bool,
    /// The letter of the organisation whose answers were asked for, if any.
    whose: Option<String>,
    send: Dispatch,
}

/// A part of its own: most changes of a comparison, such as a name or an opened row, affect one row or none.
impl Part for RowProps {
    fn draw(&self) -> Html {
        let Self {
            texts,
            row,
            letters,
            open,
            whose,
            send,
        } = self;
        let id = ["statements-", row.bar.id].concat();
        let press = {
            let (send, topic) = (send.clone(), row.topic);
            Callback::from(move |_: MouseEvent| {
                send.emit(Message::Compare(compare::Message::RowToggled(topic)));
            })
        };
        let columns = (letters.len() + 3).to_string();
        let is_many = letters.len() > SOME;
        html! {
            <>
                <tr class="matrix__row" onclick={on_cell(row.topic, letters, send)}>
                    <th scope="row" class="matrix__name">
                        <button type="button" Class="matrix__open" aria-expanded={open.to_string()} aria-controls={open.then(|| id.clone())} onclick={press}>
                            <span class="matrix__id">{ row.bar.id }</span>{ " " }<span class="matrix__words">{ row.bar.name }</span>
                        </button>
                        { brief(row) }
                    </th>
                    if is_many {
                        { narrow_cells(*texts, &row.cells) }
                    } else {
                        { for row.cells.iter().map(cell) }
                    }
                    <td Class="matrix__all">
                        if let Some(shown) = row.bar.shown {
                            <div class="matrix__line">
                                <b>{ shown }</b>
                                if is_many {
                                    { picture(row.bar.words.to_owned(), track(&row.bar, 9, 1)) }
                                } else {
                                    <span class="visually-hidden">{ ", " }{ row.bar.words }</span>
                                    { track(&row.bar, 9, 1) }
                                }
                            </div>
                        } else {
                            <span class="matrix__none">{ row.bar.words }</span>
                        }
                    </td>
                    <td Class="matrix__agreement">
                        <div class="matrix__line">
                            if is_many {
                                { picture(spread(row, letters), strip(*texts, row.strip())) }
                            } else {
                                { strip(*texts, row.strip()) }
                            }
                            if !row.label.is_empty() {
                                <span class="matrix__label">{ row.label }</span>
                            }
                            if row.agreed {
                                <b class="matrix__agreed" aria-hidden="true" />
                            } else if row.opposites > 0 {
                                <strong class="matrix__opposite" aria-hidden="true">{ "⇄ " }{ row.opposites }</strong>
                                if !is_many {
                                    <span class="visually-hidden">{ ". " }{ &row.opposite }</span>
                                }
                            }
                        </div>
                    </td>
                </tr>
                if *open {
                    <tr class="matrix__more" {id}>
                        <td colspan={columns}>
                            <p class="ends" aria-hidden="true"><span>{ texts.get(keys::compare::LOWEST) }</span><span>{ texts.get(keys::compare::HIGHEST) }</span></p>
                            <ul class="said">{ for row.statements.iter().map(|one| statement(*texts, letters, whose.as_deref(), one)) }</ul>
                        </td>
                    </tr>
                }
            </>
        }
    }
}

/// Which organisations are in which band, and how many statements have opposite sides.
fn spread(row: &Row, letters: &[String]) -> String {
    let mut words = row.bands(letters);
    if row.opposites > 0 {
        words.extend([". ", &row.opposite]);
    }
    words
}

/// A picture in the table of many, with its words for who listens. Hidden text beside it would be laid out and painted with
/// each change.
fn picture(words: String, drawn: Html) -> Html {
    html! { <span class="matrix__picture" role="img" aria-label={words}>{ drawn }</span> }
}

/// How the organisations compare, below the name, where there is no room for a column of it. Who listens has the column.
fn brief(row: &Row) -> Html {
    html! {
        <span class="matrix__brief" aria-hidden="true">
            { row.label }
            if row.agreed {
                <b class="matrix__agreed" />
            } else if row.opposites > 0 {
                <strong class="matrix__sides">{ "⇄ " }{ row.opposites }</strong>
            }
        </span>
    }
}

/// A press on a cell opens the row at the organisation's answers. It is a shorter way for a hand: who has none opens the row,
/// in which everybody's answers are.
fn on_cell(topic: Topic, letters: &Rc<[String]>, send: &Dispatch) -> Callback<MouseEvent> {
    let (send, letters) = (send.clone(), letters.clone());
    Callback::from(move |event: MouseEvent| {
        let pressed = event.target_dyn_into::<Element>();
        let cell = pressed.and_then(|pressed| pressed.closest(".cell").ok().flatten());
        let cell = cell.and_then(|cell| cell.dyn_into::<HtmlTableCellElement>().ok());
        // The first column has the names.
        let column = cell.and_then(|cell| usize::try_from(cell.cell_index() - 1).ok());
        if let Some(letter) = column.and_then(|column| letters.get(column)) {
            send.emit(Message::Compare(compare::Message::CellPressed(
                topic,
                letter.clone(),
            )));
        }
    })
}

/// What an organisation has on a topic: the number, and its band in words for who listens. Every cell has the same parts,
/// so that columns in another order are new texts and no new elements.
fn cell(cell: &Cell) -> Html {
    let (shown, spoken) = match cell.shown {
        Some(shown) => (of_hundred(shown), [", ", cell.words].concat()),
        None => ("", cell.words.to_owned()),
    };
    html! {
        <td Class={cell_class(tone(cell.band))}>{ words(shown) }<span class="visually-hidden">{ spoken }</span></td>
    }
}

/// The same where there are many: the row says the bands in one sentence and draws their lines in its first cell. A cell
/// is its number alone, so columns in another order are new texts: a browser lays them out in half the time.
fn narrow_cells(texts: Texts, cells: &[Cell]) -> Html {
    let number = |cell: &Cell| words(cell.shown.map(of_hundred).unwrap_or_default());
    let Some((first, others)) = cells.split_first() else {
        return html! {};
    };
    html! {
        <>
            <td Class="cell cell--first">{ number(first) }{ lines(texts, cells) }</td>
            { for others.iter().map(|cell| html! { <td Class="cell">{ number(cell) }</td> }) }
        </>
    }
}

/// The lines of a row of equally wide cells, from its first cell.
fn lines(texts: Texts, cells: &[Cell]) -> Html {
    let mut tones: Vec<Tone> = cells.iter().map(|cell| tone(cell.band)).collect();
    if texts.is_right_to_left() {
        tones.reverse();
    }
    let units = (cells.len() * COLUMN).to_string();
    let view_box = ["0 0 ", &units, " ", &HEIGHT.to_string()].concat();
    // Of its cell.
    let width = [&(cells.len() * 100).to_string(), "%"].concat();
    html! {
        <svg class="underlines" viewBox={view_box} {width} height="5" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            { for underlines(tones).into_iter().map(|(tone, path)| html! {
                <path class={underline_class(tone)} d={path} />
            }) }
        </svg>
    }
}

/// Class of the lines of a band.
const fn underline_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Strong => "underline underline--strong",
        Tone::GettingThere => "underline underline--getting-there",
        Tone::NeedsWork => "underline underline--needs-work",
        Tone::ActNow => "underline underline--act-now",
        Tone::Unknown => "underline underline--none",
    }
}

/// Class of a cell: its band is told by the colour and the kind of its line.
const fn cell_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Strong => "cell cell--strong",
        Tone::GettingThere => "cell cell--getting-there",
        Tone::NeedsWork => "cell cell--needs-work",
        Tone::ActNow => "cell cell--act-now",
        Tone::Unknown => "cell cell--none",
    }
}

/// Whose answers to this topic were asked for.
fn whose(state: &State, topic: Topic) -> Option<String> {
    let cell = state.compare.cell.as_ref();
    cell.filter(|(of, _)| *of == topic)
        .map(|(_, letter)| letter.clone())
}

pub(super) fn statement(
    texts: Texts,
    letters: &[String],
    whose: Option<&str>,
    statement: &StatementRow,
) -> Html {
    let asked = letters
        .iter()
        .zip(&statement.answers)
        .filter(|(letter, _)| Some(letter.as_str()) == whose)
        .map(|(letter, answer)| says(texts, letter, answer));
    html! {
        <li class="said__one">
            <p dir={statement.direction()}>{ &*statement.words }</p>
            { line(texts, &statement.line) }
            <p class={if statement.line.opposite { "said__label said__label--opposite" } else { "said__label" }}>{ statement.label }</p>
            { for asked.map(|words| html! { <p class="said__asked">{ words }</p> }) }
            <p class="said__answers">{ spoken(texts, letters, &statement.answers) }</p>
        </li>
    }
}

fn says(texts: Texts, letter: &str, answer: &str) -> String {
    texts.fill(keys::compare::SAYS, &[("letter", letter), ("answer", answer)])
}

/// Each organisation's letter and what it says, in one line.
fn spoken(texts: Texts, letters: &[String], said: &[String]) -> String {
    let each: Vec<String> = letters
        .iter()
        .zip(said)
        .map(|(letter, said)| says(texts, letter, said))
        .collect();
    each.join(" · ")
}

/// What the lines under the numbers mean.
pub(super) fn legend(texts: Texts) -> Html {
    let bands = [
        (Tone::Strong, keys::compare::KEY_STRONG),
        (Tone::GettingThere, keys::compare::KEY_GETTING_THERE),
        (Tone::NeedsWork, keys::compare::KEY_NEEDS_WORK),
        (Tone::ActNow, keys::compare::KEY_ACT_NOW),
    ];
    html! {
        <ul class="legend">
            { for bands.into_iter().map(|(tone, key)| html! {
                <li><span class={["legend__line ", cell_class(tone)].concat()} aria-hidden="true" />{ texts.get(key) }</li>
            }) }
            <li><b class="matrix__agreed" aria-hidden="true" />{ texts.get(keys::compare::KEY_AGREED) }</li>
            <li><strong class="matrix__opposite" aria-hidden="true">{ "⇄ 2" }</strong>{ texts.get(keys::compare::KEY_OPPOSITE) }</li>
            <li>{ texts.get(keys::compare::KEY_AGREEMENT) }</li>
        </ul>
    }
}
