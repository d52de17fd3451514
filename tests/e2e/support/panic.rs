//! A panic of the app, as the page hears of it. In the journeys of `panic.rs` the module traps for real.

use anyhow::Result;
use xtask::browser::Browser;

/// A trap of the module arrives as an error that nobody caught. An error that this script threw itself would
/// not do: the browser keeps what it was from the page. Firefox runs scripts of ours beside the page, with errors of
/// their own.
const TRAP: &str = "
    const error = new (window.wrappedJSObject ?? window).WebAssembly.RuntimeError('unreachable');
    window.dispatchEvent(new ErrorEvent('error', { error, cancelable: true }));";

/// Lets the page believe that the app has panicked.
pub(crate) async fn panic(browser: &Browser) -> Result<()> {
    browser.run(TRAP, vec![]).await?;
    Ok(())
}
