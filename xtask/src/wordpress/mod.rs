//! `cargo xtask wordpress`: the plugin in a real WordPress, for each role, as a visitor sees it. Where to start:
//! `try_out`. `machine` runs the database and the web server, `builder` gives the code, `admin` is what people do who
//! write the pages, `visit` what visitors do.

mod admin;
mod builder;
mod machine;
mod visit;

use std::path::{self, Path, PathBuf};

use anyhow::{Result, ensure};
use partnership_health_check::app::chair::builder::{Change, Code};
use partnership_health_check::domain::ids::{Kind, Length, Side};

use crate::dist::{self, Languages, wordpress};
use crate::places;
use admin::Writer;
use builder::code;
use machine::Machine;
use visit::{Page, Place};

/// Where things come from.
#[derive(Debug)]
pub struct Options {
    /// The built page, with the custom element in the folder `embed`; built if there is none.
    pub site: Option<PathBuf>,
    /// An unpacked WordPress. If there is none: Debian's.
    pub wordpress: Option<PathBuf>,
}

/// Puts the plugin into a WordPress of its own, writes pages in every way that is documented, and takes the check on
/// each of them. What was seen stays as pictures.
pub async fn try_out(options: &Options) -> Result<()> {
    let site = if let Some(site) = &options.site {
        site.clone()
    } else {
        dist::dist(&places::site(), Languages::Real)?;
        places::site()
    };
    let machine = Machine::start(&site, options.wordpress.as_deref())?;
    println!("WordPress {}, at {}", machine.version, machine.origin());
    // The file that a release has, in a place of which the browser can be told.
    let zip = path::absolute(site.join(wordpress::ZIP))?;
    let pictures = places::target().join("pictures/wordpress");

    let administrator = Writer::log_in(&machine, "administrator", &pictures).await?;
    administrator.install(&zip).await?;
    let [html, frame] = written_by_administrator(&administrator, &machine).await?;
    administrator.leave().await?;
    let wrong = machine.php("attributes.php")?;
    ensure!(wrong.is_empty(), "The shortcode takes what it must not:\n{wrong}");
    println!("ok  the shortcode leaves out values that make no sense");

    let editor = Writer::log_in(&machine, "editor", &pictures).await?;
    let [block, shortcode] = written_by_editor(&editor, &machine).await?;
    let stripped = stripped_of_scripts(&editor, &machine).await?;
    editor.leave().await?;

    for page in [&html, &frame, &block, &shortcode] {
        visit::take(&machine.origin(), page, &pictures).await?;
    }
    visit::take(
        &machine.plain_origin(),
        &block.named("block-plain-host"),
        &pictures,
    )
    .await?;
    visit::open_links(&machine.origin(), &block, &pictures).await?;
    visit::failing(&machine.origin(), &block, &pictures).await?;
    visit::without_check(&machine, stripped, &pictures).await?;
    visit::types(&machine).await?;
    in_welsh(&machine, &pictures).await?;
    let left = machine.php("deleted.php")?;
    ensure!(left.is_empty(), "The plugin leaves this behind:\n{left}");
    println!("ok  the plugin was deleted and leaves nothing in the database");
    let complaints = machine.complaints();
    ensure!(
        complaints.is_empty(),
        "WordPress complains:\n{}",
        complaints.join("\n")
    );
    println!("ok  WordPress has no complaint about the plugin");
    println!("Look at the pictures in {}", pictures.display());
    Ok(())
}

/// A site in Welsh, with words of its own in both languages.
async fn in_welsh(machine: &Machine, pictures: &Path) -> Result<()> {
    let refused = machine.php("welsh.php")?;
    ensure!(refused.is_empty(), "{refused}");
    let english = machine.php("words.php")?;
    ensure!(english.is_empty(), "These words are not Welsh:\n{english}");
    let editor = Writer::log_in(machine, "editor", pictures).await?;
    editor.look_at_block_in_welsh().await?;
    let text = "[partnership_health_check words=\"partnership = alliance | cy: partneriaeth = cynghrair\"]";
    let own_words = editor.write("Ein geiriau ni", "core/shortcode", text).await?;
    editor.leave().await?;
    let page = Page::new("welsh", own_words.id, Place::Element);
    visit::read_own_words(&machine.origin(), &page, pictures).await
}

/// Pages that need the right to write scripts.
async fn written_by_administrator(writer: &Writer, machine: &Machine) -> Result<[Page; 2]> {
    let html = writer
        .write("Custom HTML block", "core/html", &snippet(machine))
        .await?;
    ensure!(
        html.text.contains("<partnership-health-check "),
        "An administrator may write scripts, and yet this was saved: {}",
        html.text
    );
    println!("ok  the administrator wrote a page with a Custom HTML block");
    let frame = writer.write("iframe", "core/html", &frame(machine)).await?;
    ensure!(
        frame.text.contains("<iframe "),
        "An administrator may write frames, and yet this was saved: {}",
        frame.text
    );
    println!("ok  the administrator wrote a page with an iframe");
    Ok([
        Page::new("html", html.id, Place::Element),
        Page::new("iframe", frame.id, Place::Frame),
    ])
}

/// Pages that an editor can write who may not write scripts.
async fn written_by_editor(writer: &Writer, machine: &Machine) -> Result<[Page; 2]> {
    let block = writer.write_block().await?;
    let wanted = r#"{"kind":"grant","length":"quick","side":"second"}"#;
    ensure!(
        block.text.contains(wanted),
        "The block was saved as {}",
        block.text
    );
    println!("ok  the editor wrote a page with the block");
    let code = shortcode(machine);
    let shortcode = writer.write("Shortcode", "core/shortcode", &code).await?;
    ensure!(
        shortcode.text.contains(&code),
        "The shortcode was saved as {}",
        shortcode.text
    );
    println!("ok  the editor wrote a page with the shortcode");
    Ok([
        Page::new("block", block.id, Place::Element),
        Page::new("shortcode", shortcode.id, Place::Element),
    ])
}

/// What WordPress leaves of a Custom HTML block of somebody who may not write scripts.
async fn stripped_of_scripts(writer: &Writer, machine: &Machine) -> Result<u64> {
    let both = format!("{}\n{}", snippet(machine), frame(machine));
    let written = writer
        .write("Custom HTML by the editor", "core/html", &both)
        .await?;
    for lost in ["<script", "<partnership-health-check", "<iframe"] {
        ensure!(
            !written.text.contains(lost),
            "An editor without unfiltered_html could write {lost}: {}",
            written.text
        );
    }
    println!("ok  of the editor’s Custom HTML block WordPress leaves the words alone");
    Ok(written.id)
}

/// What the builder gives for a Custom HTML block.
fn snippet(machine: &Machine) -> String {
    let choices = [
        Change::Kind(Some(Kind::Other)),
        Change::Length(Some(Length::Quick)),
    ];
    code(&machine.own_page(), choices, Code::Html)
}

/// What it gives for a frame.
fn frame(machine: &Machine) -> String {
    code(&machine.own_page(), [], Code::Frame)
}

/// What it gives for the plugin.
fn shortcode(machine: &Machine) -> String {
    let choices = [
        Change::Kind(Some(Kind::Prime)),
        Change::Side(Some(Side::First)),
        Change::Length(Some(Length::Full)),
    ];
    code(&machine.own_page(), choices, Code::Shortcode)
}

/// The picture of a page at a moment.
fn picture(pictures: &Path, name: &str) -> PathBuf {
    pictures.join(format!("{name}.png"))
}
