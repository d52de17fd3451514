//! Counts seconds until it is dropped or the check leaves the page: a host's page may remove the element, and an
//! interval that still runs would keep the program in memory.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::host;

/// In milliseconds.
const SECOND: i32 = 1_000;

/// A count that is under way; it ends when this is dropped.
pub(crate) struct Clock {
    /// The browser's id of the interval; `None` if it has none.
    interval: Rc<Cell<Option<i32>>>,
    /// The interval's callback.
    _tick: Closure<dyn Fn()>,
}

impl Clock {
    /// Reports the seconds since the page was opened, at once and then every second. Browsers throttle this in
    /// background tabs; the number stays right.
    pub(crate) fn start(tell: impl Fn(u32) + 'static) -> Self {
        tell(now());
        let interval = Rc::new(Cell::new(None));
        let ends = Rc::clone(&interval);
        let tick = Closure::<dyn Fn()>::new(move || {
            if host::is_there() {
                tell(now());
            } else {
                end(&ends);
            }
        });
        interval.set(web_sys::window().and_then(|window| {
            let call = tick.as_ref().unchecked_ref();
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(call, SECOND)
                .ok()
        }));
        Self {
            interval,
            _tick: tick,
        }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        end(&self.interval);
    }
}

fn end(interval: &Cell<Option<i32>>) {
    if let (Some(window), Some(interval)) = (web_sys::window(), interval.take()) {
        window.clear_interval_with_handle(interval);
    }
}

/// Whole seconds since the page was opened, by a monotonic clock.
#[allow(
    clippy::cast_sign_loss,
    reason = "the browser's count is never below 0, and a cast holds at its ends"
)]
fn now() -> u32 {
    let performance = web_sys::window().and_then(|window| window.performance());
    (performance.map_or(0.0, |performance| performance.now()) / f64::from(SECOND)) as u32
}
