//! What can be seen of a result, and what should be seen by the rules of the product.

use anyhow::{Context, Result, ensure};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::ids::Criterion;
use partnership_health_check::domain::score::Score;
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::value::ValueCard;
use serde_json::{Value, json};
use xtask::browser::Browser;

use super::answers::Given;

const LOOK: &str = "
    const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
    const text = (element) => element ? element.textContent.replace(/\\s+/g, ' ').trim() : null;
    const texts = (selector) => all(selector).map(text);
    const parts = (selector, names) => all(selector).map(
        (element) => names.map((name) => text(element.querySelector(name)) ?? ''));
    const charts = all('.chart');
    return {
        title: text(document.querySelector('#phc-title')),
        bars: parts('.bars .bar', [':scope > span > b', '.bar__words > b', '.bar__words']),
        tracks: all('.bars .bar__track').map((track) => track.querySelector('.mark')?.getAttribute('width') ?? ''),
        wheel: texts('.wheel--named .wheel__number'),
        tables: charts.map((chart) => all('tbody tr', chart).map((row) => all('th, td', row).map(text))),
        value: [text(document.querySelector('.verdict')), ...texts('.verdict ~ .bars__list .bar__words > b')],
        keep: texts('.keep li'),
        cards: parts('.card', ['.card__what', '.card__why']),
        pairs: parts('.pairs .pair', [':scope > span', '.pair__other', '.pair__answer']),
        guides: texts('.guide__topic'),
    };";

/// The result on screen.
pub(crate) async fn result(browser: &Browser) -> Result<Value> {
    browser.run(LOOK, vec![]).await
}

/// The result that this full check must have: numbers from the scoring rules, words from the result's report.
pub(crate) fn expected(given: &Given) -> Value {
    let card = ScoreCard::of_sheet(&given.sheet);
    let report = given.report(Day(0));
    let full = report.full.as_ref();
    let shown: Vec<Option<u8>> = Criterion::ALL
        .into_iter()
        .map(|criterion| card.score(criterion).map(Score::shown))
        .collect();
    let number = |shown: Option<u8>| shown.map(|shown| shown.to_string()).unwrap_or_default();
    let words: Vec<_> = full
        .iter()
        .flat_map(|full| &full.rows)
        .flat_map(|rows| &rows.bars)
        .collect();
    let bars: Vec<_> = words
        .iter()
        .zip(&shown)
        .map(|(bar, shown)| {
            let number = number(*shown);
            let words = format!("{number} {}", bar.words);
            json!([bar.id, number, words.trim()])
        })
        .collect();
    let table: Vec<_> = words
        .iter()
        .zip(&shown)
        .map(|(bar, shown)| json!([format!("{} {}", bar.id, bar.name), number(*shown), bar.words]))
        .collect();
    let mut value = vec![json!(full.map(|full| full.value.verdict))];
    value.extend(
        ValueCard::of_sheet(&given.sheet)
            .score()
            .map(|score| json!(score.shown().to_string())),
    );
    json!({
        "title": report.title,
        "bars": bars,
        "tracks": shown.iter().map(|shown| shown.map(|shown| format!("{shown}%")).unwrap_or_default()).collect::<Vec<_>>(),
        "wheel": shown.iter().map(|shown| shown.map_or("?".to_owned(), |shown| shown.to_string())).collect::<Vec<_>>(),
        "tables": [table, table],
        "value": value,
        "keep": full.map(|full| full.keep.clone()),
        "cards": report.cards.iter().map(|card| json!([card.what, card.why])).collect::<Vec<_>>(),
        "pairs": full.iter().flat_map(|full| &full.pairs).map(|pair| json!([pair.words, pair.other, pair.answer])).collect::<Vec<_>>(),
        "guides": full.iter().flat_map(|full| &full.guides).map(|guide| guide.topic).collect::<Vec<_>>(),
    })
}

/// Says what differs, part by part, so that a failing test can be read.
pub(crate) fn same(seen: &Value, expected: &Value) -> Result<()> {
    for (part, expected) in expected.as_object().into_iter().flatten() {
        let seen = &seen[part];
        ensure!(seen == expected, "{part}\nseen:     {seen}\nexpected: {expected}");
    }
    Ok(())
}

/// Fails with all faults, if there are any.
pub(crate) fn none(faults: &[String]) -> Result<()> {
    ensure!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    Ok(())
}

/// The texts of all elements that the selector finds.
pub(crate) async fn texts(browser: &Browser, selector: &str) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])]
        .map((element) => element.textContent.replace(/\\s+/g, ' ').trim());";
    let found = browser.run(script, vec![json!(selector)]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Waits until a notice with this text is shown.
pub(crate) async fn notice(browser: &Browser, text: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('.notice__text')]
        .some((notice) => notice.textContent === arguments[0]);";
    browser
        .wait(&format!("the notice “{text}”"), script, vec![json!(text)])
        .await
        .map(drop)
}

/// The values of the radio buttons that are chosen on screen, by name.
pub(crate) async fn chosen(browser: &Browser) -> Result<Value> {
    let script = "return Object.fromEntries(
        [...document.querySelectorAll('input:checked')].map((input) => [input.name, input.value]));";
    browser.run(script, vec![]).await
}

/// Today, as the browser's clock has it.
pub(crate) async fn today(browser: &Browser) -> Result<Day> {
    let script = "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()];";
    let (year, month, day) = serde_json::from_value(browser.run(script, vec![]).await?)?;
    Day::from_date(Date { year, month, day }).context("The browser's clock is far off.")
}
