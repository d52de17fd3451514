//! Where things are.

use std::path::{Path, PathBuf};

/// The top folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// The folder that Cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The tools that npm installs for building.
pub fn tools() -> PathBuf {
    root().join("xtask/tools")
}

/// What `cargo install` builds for the tests.
pub fn built_tools() -> PathBuf {
    target().join("tools")
}

/// The files to publish.
pub fn site() -> PathBuf {
    target().join("site")
}

/// What is published with a version.
pub fn release_files() -> PathBuf {
    target().join("release-files")
}

/// The same files and more, for the tests in a browser.
pub fn test_site() -> PathBuf {
    target().join("site-for-tests")
}

/// The same files and a plain page beside them, for the bench.
pub fn bench_site() -> PathBuf {
    target().join("site-for-bench")
}
