//! Memoized parts of a screen: a part is drawn again only when its properties have changed.

use std::cell::Cell;
use std::marker::PhantomData;

use yew::prelude::*;

/// The properties of a part, and how it is drawn.
pub(crate) trait Part: Properties + 'static {
    /// Draws the part.
    fn draw(&self) -> Html;
}

/// A part with the properties `P`. It is a component, because Yew compares the properties of components alone. On a slow
/// device Yew lets the browser go on between a component and those inside it.
pub(crate) struct Memo<P>(PhantomData<P>);

thread_local! {
    /// Called before a component inside the root is drawn.
    static BEFORE: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Calls `before` before each component inside the root is drawn.
pub fn before_each(before: fn()) {
    BEFORE.set(before);
}

/// A component is about to be drawn.
pub(super) fn begin() {
    BEFORE.get()();
}

impl<P: Part> Component for Memo<P> {
    type Message = ();
    type Properties = P;

    fn create(_: &Context<Self>) -> Self {
        Self(PhantomData)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        begin();
        ctx.props().draw()
    }
}
