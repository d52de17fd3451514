//! Whatever stands in a text from outside, reading it takes time and memory in proportion to its length.
//!
//! This is a test program of its own because it counts what is allocated, which two tests at a time would mix up.

mod readers;
mod reading;

use std::fs;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use readers::{READERS, Reader};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Bytes of a short text.
const SHORT: usize = 8 << 10;
/// A long text is this many times as long.
const TIMES: usize = 16;
/// A long text may take this many times as long as short ones of the same length together. What grows with `n log n`
/// takes 1.3 times as long, what grows with the square 16 times.
const MOST_TIMES: u32 = 4;
/// Most bytes in use at once while a text is read, for each byte of it. The most are used for empty checks: 24 bytes of
/// text become a kilobyte, and more while the list of them grows.
const MOST_BYTES: usize = 128;
/// Most bytes in use at once however short the text is: tables and the like.
const ALLOWANCE: usize = 64 << 10;
/// Other programs disturb the measuring: only what is too slow each time is.
const TRIES: usize = 5;

#[test]
fn time_and_memory_grow_in_proportion() {
    let mut faults = Vec::new();
    for reader in READERS {
        let (short, long) = ((reader.text)(SHORT), (reader.text)(SHORT * TIMES));
        for (text, length) in [(&short, SHORT), (&long, SHORT * TIMES)] {
            assert!(
                text.len().abs_diff(length) < SHORT / 8,
                "{}: {}",
                reader.name,
                text.len()
            );
            let (most, used) = (ALLOWANCE + MOST_BYTES * text.len(), memory(reader, text));
            if used > most {
                faults.push(format!("{}: {used} bytes in use for {}", reader.name, text.len()));
            }
        }
        let slow = (0..TRIES).all(|_| {
            let together = time(|| (0..TIMES).for_each(|_| (reader.read)(&short)));
            let alone = time(|| (reader.read)(&long));
            alone > together * MOST_TIMES
        });
        if slow {
            faults.push(format!("{}: the time grows faster than the text", reader.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The most bytes that are in use at once while the text is read.
fn memory(reader: &Reader, text: &str) -> usize {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    (reader.read)(text);
    ALLOCATOR.peak_usage().saturating_sub(before)
}

/// How long it takes: the processor's time of this thread where the system tells it, so that other programs do not count.
fn time(work: impl Fn()) -> Duration {
    let processor = || -> Option<u64> {
        let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        told.split(' ').next()?.parse().ok()
    };
    let (clock, before) = (Instant::now(), processor());
    work();
    match (before, processor()) {
        (Some(before), Some(after)) => Duration::from_nanos(after - before),
        _ => clock.elapsed(),
    }
}
