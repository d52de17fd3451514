//! Counts seconds for as long as it lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// In milliseconds.
const SECOND: i32 = 1_000;

/// A count that is under way; it ends when this is dropped.
pub(crate) struct Clock {
    /// What the browser calls the interval; `None` if it gave none.
    interval: Option<i32>,
    /// What the interval calls.
    _tick: Closure<dyn Fn()>,
}

impl Clock {
    /// Says at once, and after each second, how many seconds have passed since the page was opened. A page
    /// in the background is told less often; the number is right all the same.
    pub(crate) fn start(tell: impl Fn(u32) + 'static) -> Self {
        tell(now());
        let tick = Closure::<dyn Fn()>::new(move || tell(now()));
        let interval = web_sys::window().and_then(|window| {
            let call = tick.as_ref().unchecked_ref();
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(call, SECOND)
                .ok()
        });
        Self {
            interval,
            _tick: tick,
        }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        if let (Some(window), Some(interval)) = (web_sys::window(), self.interval) {
            window.clear_interval_with_handle(interval);
        }
    }
}

/// Whole seconds since the page was opened, by a clock that nobody sets.
#[allow(
    clippy::cast_sign_loss,
    reason = "the browser's count is never below 0, and a cast holds at its ends"
)]
fn now() -> u32 {
    let performance = web_sys::window().and_then(|window| window.performance());
    (performance.map_or(0.0, |performance| performance.now()) / f64::from(SECOND)) as u32
}
