//! One reader under the engine: `PHC_READER` names it. `cargo xtask fuzz` builds and runs it.

#![no_main]

use std::sync::LazyLock;

use fuzz::Target;
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("PHC_READER").unwrap_or_default();
    Target::named(&name).expect("PHC_READER names a reader")
});

fuzz_target!(|data: &[u8]| TARGET.hold(data, true));
