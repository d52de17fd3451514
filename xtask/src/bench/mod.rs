//! `cargo xtask bench`: how much the page loads and how long a person waits, beside a plain page that shows
//! the same first screen without any script, in the same run.
//!
//! A slow phone on a slow network: the processor four times slower, 1600 kbit/s, 150 ms a request, nothing in
//! the cache. Where to start: `visit` loads a page and notes when what happens, `table` sets the figures
//! against their limits.

mod plain_page;
mod table;
mod visit;

use anyhow::Result;

use crate::dist::{Languages, dist};
use crate::serve::Server;
use crate::{places, setup};
use table::Figure;
use visit::{Seen, Task, visit};

const ROUNDS: usize = 5;

/// Measures and prints. Returns whether every figure is within the limit that it must never pass.
pub async fn bench() -> Result<bool> {
    setup::for_testing()?;
    let site = places::bench_site();
    dist(&site, Languages::Real)?;
    let plain = plain_page::add_to(&site)?;
    let server = Server::start(&site, 0)?;
    let ours = format!("{}/", server.origin());
    let plain = format!("{}/{plain}", server.origin());

    let (mut asked, mut kept, mut still) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        println!("Round {round} of {ROUNDS}");
        still.push(visit(&plain, Task::Answer).await?);
        asked.push(visit(&ours, Task::Answer).await?);
        kept.push(visit(&ours, Task::KeepChoice).await?);
    }
    Ok(table::print(&figures(&asked, &kept, &still)))
}

fn figures(asked: &[Seen], kept: &[Seen], still: &[Seen]) -> Vec<Figure> {
    let of = |visits: &[Seen], figure: fn(&Seen) -> f64| median(visits.iter().map(figure).collect());
    let beside = |name, unit, visits, figure: fn(&Seen) -> f64| {
        Figure::new(name, unit, of(visits, figure)).beside(of(still, figure))
    };
    vec![
        beside(
            "Packed with Brotli, before the first answer",
            "kB",
            asked,
            |seen| seen.packed,
        )
        .limits(90.0, 120.0),
        beside("Unpacked", "kB", asked, |seen| seen.unpacked).limits(260.0, 330.0),
        beside("Requests", "", asked, |seen| seen.requests).limits(5.0, 5.0),
        beside("First paint", "ms", asked, |seen| seen.first_paint).ratios(1.1, 1.4),
        beside("First question answers", "ms", asked, |seen| seen.answered).ratios(2.4, 3.0),
        beside("First choice kept", "ms", kept, |seen| seen.chosen).ratios(1.1, 1.4),
        beside("Work for an answer, median", "ms", asked, |seen| {
            median(seen.work.clone())
        }),
        beside("Work for an answer, longest", "ms", asked, |seen| {
            longest(&seen.work)
        }),
    ]
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn longest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NAN, f64::max)
}
