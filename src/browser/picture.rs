//! Saving a picture as a file. An SVG file is its text; for a PNG file the browser draws the SVG, twice as large,
//! on a canvas outside the page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::download;
use crate::app::file::Picture;
use crate::formats::escape::percent;

/// Pixels of a PNG file for each unit of the picture: enough for a page of a report.
const SCALE: u32 = 2;

/// Saves it. A browser that does not allow it does nothing.
pub(crate) fn download(picture: &Picture) {
    if picture.png {
        let _ = draw(picture);
    } else {
        download::download(&picture.as_text());
    }
}

/// Loads the SVG as an image and saves the PNG once it has loaded. It uses a `data:` address, because the page's policy
/// allows those for images and they do not taint the canvas.
fn draw(picture: &Picture) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let name = [&picture.name, ".png"].concat();
    let drawn = image.clone();
    let on_load = Closure::once_into_js(move || {
        let _ = save(&drawn, name);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &percent(&picture.svg)].concat());
    Ok(())
}

fn save(image: &HtmlImageElement, name: String) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return Ok(()) };
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * SCALE, image.natural_height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let Some(context) = canvas.get_context("2d")? else {
        return Ok(());
    };
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let on_blob = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            let _ = download::save_blob(&name, &blob);
        }
    });
    canvas.to_blob(on_blob.unchecked_ref())
}
