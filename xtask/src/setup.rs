//! Installs what is missing, and says so.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::places;
use crate::program::{cargo, is_installed, line, output, program, run};

const WASM: &str = "wasm32-unknown-unknown";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";

/// What building the page needs: the standard library for WebAssembly, ready and as source, and the tools that make
/// files small.
pub fn for_building() -> Result<()> {
    from_rustup(&["rust-src"])?;
    let library = output(&mut program(
        "rustc",
        &["--print", "target-libdir", "--target", WASM],
    ))?;
    if !Path::new(&library).is_dir() {
        announced(&mut program("rustup", &["target", "add", WASM]))?;
    }
    from_npm(&places::tools())
}

/// Where one of the tools is that make files small.
pub(crate) fn tool(name: &str) -> String {
    let path = places::tools().join("node_modules/.bin").join(name);
    path.to_string_lossy().into_owned()
}

/// What the bench needs: a page to measure, and Chromium.
pub fn for_measuring() -> Result<()> {
    for_building()?;
    with_chromium()
}

/// What the tests without a browser need: the lints, what builds the page, and what reads workflows.
pub fn for_testing() -> Result<()> {
    from_rustup(&["clippy", "rustfmt"])?;
    for_building()?;
    from_npm(&places::root().join("tests/e2e"))
}

/// What the journeys need besides: three browsers with their drivers, a screen reader, a reader of PDF files, two web
/// servers, and what unpacks a release.
pub fn for_journeys() -> Result<()> {
    with_chromium()?;
    with_firefox()?;
    with_webkit()?;
    with_orca()?;
    with_pdf_reader()?;
    with_servers()?;
    if is_installed("unzip") {
        return Ok(());
    }
    from_apt(&["--no-install-recommends", "unzip"])
}

/// What `cargo xtask listen` needs: the page, Firefox, Orca, and a desktop without a screen for both.
pub fn for_listening() -> Result<()> {
    for_building()?;
    with_firefox()?;
    with_orca()
}

/// Orca, and what it needs of a desktop. Nothing of it makes a sound.
fn with_orca() -> Result<()> {
    let programs = ["orca", "xdotool", "openbox", "Xvfb", "dbus-daemon"];
    let bus = Path::new("/usr/libexec/at-spi-bus-launcher");
    if programs.into_iter().all(is_installed) && bus.is_file() {
        return Ok(());
    }
    from_apt(&[
        "--no-install-recommends",
        "orca",
        "at-spi2-core",
        "dbus-daemon",
        "openbox",
        "xdotool",
        "xvfb",
    ])
}

/// What the trial in WordPress needs: Debian's own, with Apache, PHP and a database, and a browser.
#[cfg(feature = "browser")]
pub(crate) fn for_wordpress() -> Result<()> {
    with_chromium()?;
    let programs = ["php", "/usr/sbin/apache2", "/usr/sbin/mariadbd"];
    let is_there = |name: &&str| is_installed(name) || Path::new(name).is_file();
    // Without a theme WordPress shows nothing.
    let themes = std::fs::read_dir("/usr/share/wordpress/wp-content/themes");
    let has_theme = themes.is_ok_and(|themes| {
        themes
            .flatten()
            .any(|theme| theme.path().join("style.css").is_file())
    });
    if programs.iter().all(is_there) && has_theme {
        return Ok(());
    }
    from_apt(&[
        // The default theme is among what it recommends, under a name that changes with the version.
        "--install-recommends",
        "wordpress",
        "php-cli",
        "php-mysql",
        "mariadb-server",
        "apache2",
        "libapache2-mod-php",
    ])
}

/// Firefox, and its driver, which Debian does not have.
fn with_firefox() -> Result<()> {
    if !is_installed("firefox-esr") && !is_installed("firefox") {
        from_apt(&["--no-install-recommends", "firefox-esr"])?;
    }
    if is_installed("geckodriver") {
        return Ok(());
    }
    from_crates("geckodriver", GECKODRIVER)
}

/// What looks at licences and sources of all that we build from. It is always the one of this version: another may read
/// `deny.toml` otherwise.
pub fn for_supply() -> Result<()> {
    from_crates("cargo-deny", CARGO_DENY)
}

/// Where one of the programs is that `cargo install` builds for the tests.
pub(crate) fn built_tool(name: &str) -> String {
    let path = places::built_tools().join("bin").join(name);
    path.to_string_lossy().into_owned()
}

/// Builds a program, unless this version is there: without optimising, because that takes a third of the time.
fn from_crates(name: &str, version: &str) -> Result<()> {
    let tools = places::built_tools();
    let installed = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("\"{name} {version} ")) {
        return Ok(());
    }
    let install = [
        "install",
        name,
        "--version",
        version,
        "--locked",
        "--debug",
        "--root",
    ];
    // Nobody debugs it.
    announced(cargo(&install).arg(tools).env("CARGO_PROFILE_DEV_DEBUG", "false"))
}

/// WebKit's small browser, its driver, and a screen for it; and what runs one that keeps what is stored.
fn with_webkit() -> Result<()> {
    let programs = ["WebKitWebDriver", "Xvfb", "gjs"];
    if programs.into_iter().all(is_installed) && has_webkit_for_scripts()? {
        return Ok(());
    }
    from_apt(&[
        "--no-install-recommends",
        "webkit2gtk-driver",
        "xvfb",
        "gjs",
        WEBKIT_FOR_SCRIPTS,
    ])
}

/// The description of WebKit that gjs reads.
const WEBKIT_FOR_SCRIPTS: &str = "gir1.2-webkit2-4.1";

fn has_webkit_for_scripts() -> Result<bool> {
    let mut query = program("dpkg-query", &["--show", "--showformat", "${db:Status-Status}"]);
    let found = query
        .arg(WEBKIT_FOR_SCRIPTS)
        .output()
        .context("Could not run `dpkg-query`.")?;
    Ok(found.stdout == b"installed")
}

/// What reads the words of printed sheets back.
fn with_pdf_reader() -> Result<()> {
    if is_installed("pdftotext") {
        return Ok(());
    }
    from_apt(&["--no-install-recommends", "poppler-utils"])
}

/// What `cargo xtask fuzz` builds its engine with.
pub fn for_fuzzing() -> Result<()> {
    if is_installed("c++") {
        return Ok(());
    }
    from_apt(&["--no-install-recommends", "g++"])
}

/// nginx and Apache, to be started with the configuration that docs/hosting.md gives.
fn with_servers() -> Result<()> {
    let programs = ["/usr/sbin/nginx", "/usr/sbin/apache2", "/etc/mime.types"];
    if programs.into_iter().all(|program| Path::new(program).is_file()) {
        return Ok(());
    }
    // `apache2-bin` is Apache without a service.
    from_apt(&["--no-install-recommends", "nginx", "apache2-bin", "media-types"])
}

/// Chromium and its driver.
fn with_chromium() -> Result<()> {
    if is_installed("chromium") && is_installed("chromedriver") {
        return Ok(());
    }
    from_apt(&["--no-install-recommends", "chromium", "chromium-driver"])
}

/// Installs packages; words for apt-get may stand before them.
fn from_apt(packages: &[&str]) -> Result<()> {
    ensure!(
        is_installed("apt-get"),
        "Install these, or what they are called on this system: {}.",
        packages.join(" ")
    );
    let wait = ["-o", "DPkg::Lock::Timeout=300"];
    announced(program("apt-get", &wait).arg("update"))?;
    announced(program("apt-get", &wait).args(["install", "-y"]).args(packages))
}

/// Adds the components that the toolchain lacks. rust-toolchain.toml names them too, but rustup does not read that list
/// for a toolchain that is installed already, or where it is told to install nothing by itself.
fn from_rustup(components: &[&str]) -> Result<()> {
    // Without rustup, whoever installed the compiler has to bring them.
    if !is_installed("rustup") {
        return Ok(());
    }
    let installed = output(&mut program("rustup", &["component", "list", "--installed"]))?;
    for component in components {
        if !installed.lines().any(|line| line.starts_with(component)) {
            announced(&mut program("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Installs what the lock file in the folder names, unless it is there.
fn from_npm(folder: &Path) -> Result<()> {
    if is_fresh(folder).unwrap_or(false) {
        return Ok(());
    }
    ensure!(
        is_installed("npm"),
        "Some tools come with the program npm. Install Node, which brings it."
    );
    // No package may run a script of its own on this machine: none of ours needs one.
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    announced(program("npm", &install).current_dir(folder))
}

/// Whether npm has installed since the lock file last changed.
fn is_fresh(folder: &Path) -> Result<bool> {
    let changed = |name: &str| {
        folder
            .join(name)
            .metadata()?
            .modified()
            .context("The disk keeps no dates.")
    };
    Ok(changed("node_modules/.package-lock.json")? >= changed("package-lock.json")?)
}

fn announced(command: &mut Command) -> Result<()> {
    println!("Installing what is missing: {}", line(command));
    run(command)
}
