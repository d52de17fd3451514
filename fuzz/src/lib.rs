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
/// An address is read by five of them, one after the other.
const ADDRESS: Duration = Duration::from_millis(50);
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
    read: fn(&str),
    time: Duration,
    memory: usize,
}

/// All readers.
pub const TARGETS: [Target; 8] = [
    Target {
        time: ADDRESS,
        ..target("address", reading::read_address, MEMORY)
    },
    target("pasted", reading::read_pasted, MEMORY),
    target("file", reading::read_file, MEMORY),
    target("table", reading::read_table, MEMORY),
    target("language", reading::read_language, MEMORY),
    target("words", reading::read_words, MEMORY),
    target("stored", reading::read_stored, STORED),
    target("folder", reading::read_folder, STORED),
];

const fn target(name: &'static str, read: fn(&str), memory: usize) -> Target {
    Target {
        name,
        read,
        time: TIME,
        memory,
    }
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
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let took = self.took(text);
        let used = ALLOCATOR.peak_usage().saturating_sub(before);
        assert!(used <= self.memory, "{}: {used} bytes in use", self.name);
        assert!(
            !timed || took <= self.time || (1..TRIES).any(|_| self.took(text) <= self.time),
            "{}: {took:?}",
            self.name
        );
    }

    /// The time that the reader takes of the processor, whatever else is at work.
    fn took(&self, text: &str) -> Duration {
        let begun = processor();
        (self.read)(text);
        processor().saturating_sub(begun)
    }
}

/// The time that this thread has taken of the processor.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}
