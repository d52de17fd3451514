//! Writes as many summary links as asked for, one a line, to measure `phc decode` with (`docs/performance.md`).
//! Every seed gives the same links again.

use std::io::{self, BufWriter, Write};

use partnership_health_check::formats::link::encode;
use summaries::summary;

#[path = "support/summaries.rs"]
mod summaries;

/// How many different checks there are; more links repeat them.
const DIFFERENT: u64 = 100_000;

fn main() -> io::Result<()> {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok());
    let count: u64 = count.unwrap_or(10_000);
    let links: Vec<String> = (0..count.min(DIFFERENT))
        .map(|seed| format!("https://example.org/check#phc={}\n", encode(&summary(seed))))
        .collect();
    let mut out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
    for link in links.iter().cycle().zip(0..count).map(|(link, _)| link) {
        out.write_all(link.as_bytes())?;
    }
    out.flush()
}
