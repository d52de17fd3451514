//! `cargo xtask bench`: how much the page loads and how long a person waits, beside a plain page that shows
//! the same first screen without any script, in the same run.
//!
//! A slow phone on a slow network: the processor four times slower, 1600 kbit/s, 150 ms a request, nothing in
//! the cache. Where to start: `visit` loads a page, notes when what happens, and visits it again; `guest` does so with a
//! host's page, `taps` weighs single taps and `whole` those of a whole check, both with `finger`, `chair` compares many
//! partners, `table` sets the figures against their limits.

mod chair;
mod command;
mod finger;
mod guest;
mod host_page;
mod plain_page;
mod table;
mod taps;
mod visit;
mod whole;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dist::{Languages, dist};
use crate::serve::Server;
use crate::{places, setup};
use table::Figure;
use visit::{Seen, visits};

const ROUNDS: usize = 9;

/// What can be measured by itself.
const PARTS: [&str; 6] = ["page", "taps", "whole", "host", "chair", "phc"];

/// Measures these parts, or all if there is none, and prints. Returns whether every figure is within the limit that it
/// must never pass.
pub async fn bench(parts: &[String]) -> Result<bool> {
    if let Some(other) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        bail!(
            "There is no part {other} to measure; there are {}.",
            PARTS.join(", ")
        );
    }
    let is_asked = |part: &str| parts.is_empty() || parts.iter().any(|asked| asked == part);
    setup::for_measuring()?;
    let site = places::bench_site();
    dist(&site, Languages::Real)?;
    plain_page::add_to(&site)?;
    let server = Server::start(&site, 0)?;
    let ours = format!("{}/", server.origin());
    let plain = format!("{ours}{}", plain_page::FIRST);
    let mut figures = Vec::new();
    if is_asked("page") {
        figures.extend(page(&ours, &plain).await?);
        let all = Figure::alone(
            "Both modules and all other files of the page",
            "kB",
            packed(&site)?,
        );
        figures.push(all.limits(240.0, 290.0));
    }
    if is_asked("taps") {
        figures.extend(taps::taps(&ours, &plain).await?);
    }
    if is_asked("whole") {
        let plain = format!("{ours}{}#q-1", plain_page::WHOLE);
        figures.extend(whole::whole(&ours, &plain).await?);
    }
    if is_asked("host") {
        figures.extend(guest::guest(&site).await?);
    }
    if is_asked("chair") {
        figures.extend(chair::chair(&ours).await?);
    }
    if is_asked("phc") {
        figures.extend(command::phc()?);
    }
    Ok(table::print(&figures))
}

/// What all screens of the own page take in English, in kB packed with Brotli.
fn packed(site: &Path) -> Result<f64> {
    let mut bytes = 0_u32;
    for file in fs::read_dir(site).context("There is no page.")? {
        let file = file?;
        let name = file.file_name();
        let name = name.to_string_lossy();
        let is_of_page = ["index.html", "page.", "phc"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_of_page && name.ends_with(".br") {
            bytes += u32::try_from(file.metadata()?.len())?;
        }
    }
    Ok(f64::from(bytes) / 1000.0)
}

async fn page(ours: &str, plain: &str) -> Result<Vec<Figure>> {
    let (mut with_ours, mut with_plain) = (Vec::new(), Vec::new());
    let mut paints = Vec::new();
    for round in 1..=ROUNDS {
        println!("Round {round} of {ROUNDS}");
        // In turns, so that neither is always the first on a machine that has just become busy.
        if round % 2 == 0 {
            with_plain.push(visits(plain).await?);
        }
        with_ours.push(visits(ours).await?);
        paints.push(visit::paints(ours).await?);
        if round % 2 == 1 {
            with_plain.push(visits(plain).await?);
        }
    }
    let [first, largest] = [0, 1].map(|paint| median(paints.iter().map(|both| both[paint]).collect()));
    let largest = Figure::new("Largest paint, beside our first", "ms", largest, first).ratios(1.0, 1.1);
    Ok([figures(&with_ours, &with_plain), vec![largest]].concat())
}

fn figures(ours: &[[Seen; 2]], plain: &[[Seen; 2]]) -> Vec<Figure> {
    let of_visit = |visit: usize, name, unit, of: fn(&Seen) -> f64| {
        let over = |visits: &[[Seen; 2]]| median(visits.iter().map(|both| of(&both[visit])).collect());
        Figure::new(name, unit, over(ours), over(plain))
    };
    let figure = |name, unit, of| of_visit(0, name, unit, of);
    let again = |name, of| of_visit(1, name, "ms", of);
    vec![
        figure("Packed with Brotli, to the first answer", "kB", |seen| {
            seen.packed
        })
        .limits(70.0, 90.0),
        figure("Unpacked", "kB", |seen| seen.unpacked).limits(210.0, 260.0),
        figure("Requests", "", |seen| seen.requests).limits(5.0, 5.0),
        figure("First paint", "ms", |seen| seen.first_paint).ratios(1.05, 1.15),
        figure("First choice kept", "ms", |seen| seen.chosen).ratios(1.1, 1.4),
        figure("First question answers", "ms", |seen| seen.answered).ratios(2.4, 3.0),
        figure("The program has the answer", "ms", |seen| seen.taken).ratios(1.6, 2.1),
        figure("Blocked until then, above 50 a piece", "ms", |seen| seen.blocked).limits(50.0, 100.0),
        figure("Longest piece until then (0: below 50)", "ms", |seen| {
            seen.longest
        })
        .limits(50.0, 70.0),
        figure("Work for an answer, median", "ms", |seen| {
            median(seen.work.clone())
        }),
        figure("Work for an answer, longest", "ms", |seen| longest(&seen.work)),
        again("Second visit, first paint", |seen| seen.first_paint),
        again("Second visit, first question answers", |seen| seen.answered).ratios(1.1, 1.25),
        again("Second visit, the program has the answer", |seen| seen.taken),
    ]
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn longest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NAN, f64::max)
}
