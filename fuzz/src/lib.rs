//! The readers of text from outside, and what none of them may do with any text: panic, take long, or fill the memory.
//!
//! Where to start: [`TARGETS`]. `main.rs` gives them texts that the engine finds, `tests/kept.rs` the kept texts and
//! changes of them.

#[path = "../../tests/growth/reading.rs"]
mod reading;

use std::time::Duration;

use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Bytes of the longest text that is tried.
pub const LONGEST: usize = 64 << 10;
/// The longest that a reader may take for it, when it is built as for release.
const TIME: Duration = Duration::from_millis(10);
/// Other programs use the caches too: only what is too slow each time is.
const TRIES: usize = 5;
/// Most bytes in use at once while a reader is at work.
const MEMORY: usize = 1 << 20;
/// The same for a reader of what is stored: 24 bytes of text can be an empty check, which takes a kilobyte. The store is the
/// device's own, and `tests/growth` holds what each byte may take.
const STORED: usize = 8 << 20;

/// A reader.
pub struct Target {
    /// Its name: that of its folder in `fuzz/corpus`.
    pub name: &'static str,
    /// What reads its texts, each on its own.
    reads: &'static [fn(&str)],
    memory: usize,
}

/// All readers.
pub const TARGETS: [Target; 8] = [
    target("address", &reading::ADDRESS, MEMORY),
    target("pasted", &[reading::read_pasted], MEMORY),
    target("file", &[reading::read_file], MEMORY),
    target("table", &[reading::read_table], MEMORY),
    target("language", &[reading::read_language], MEMORY),
    target("words", &[reading::read_words], MEMORY),
    target("stored", &[reading::read_stored], STORED),
    target("folder", &[reading::read_folder], STORED),
];

const fn target(name: &'static str, reads: &'static [fn(&str)], memory: usize) -> Target {
    Target { name, reads, memory }
}

impl Target {
    /// The reader with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TARGETS.iter().find(|target| target.name == name)
    }

    /// Reads the text; one that is no UTF-8 is none. `timed` says whether it was built as for release.
    ///
    /// # Panics
    ///
    /// If the reader does, takes too long or takes too much memory.
    pub fn hold(&self, data: &[u8], timed: bool) {
        let Ok(text) = std::str::from_utf8(data) else {
            return;
        };
        for read in self.reads {
            let before = ALLOCATOR.current_usage();
            ALLOCATOR.reset_peak_usage();
            let took = took(*read, text);
            let used = ALLOCATOR.peak_usage().saturating_sub(before);
            assert!(used <= self.memory, "{}: {used} bytes in use", self.name);
            assert!(
                !timed || took <= TIME || (1..TRIES).any(|_| self::took(*read, text) <= TIME),
                "{}: {took:?}",
                self.name
            );
        }
    }
}

/// The time that a reader takes of the processor, whatever else is at work.
fn took(read: fn(&str), text: &str) -> Duration {
    let begun = processor();
    read(text);
    processor().saturating_sub(begun)
}

/// The time that this thread has taken of the processor.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}
