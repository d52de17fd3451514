//! QR codes: what we draw is read by another library, as a phone reads it from paper.

use partnership_health_check::charts::qr::{Code, code};
use proptest::prelude::*;

use crate::plays::plays;

/// Squares become this many pixels.
const SCALE: usize = 4;

/// The drawn path as grey pixels, dark on white, row by row, and the width of a row.
fn pixels(code: &Code) -> (Vec<u8>, usize) {
    let width = usize::try_from(code.size).expect("a size") * SCALE;
    let mut pixels = vec![255; width * width];
    for piece in code.path.split_terminator('z') {
        let (place, length) = piece
            .strip_prefix('M')
            .and_then(|piece| piece.split_once('h'))
            .expect("a place and a length");
        let (x, y) = place.split_once(' ').expect("two numbers");
        let (length, back) = length.split_once("v1h-").expect("there and back");
        assert_eq!(length, back);
        let number = |text: &str| text.parse::<usize>().expect("a number") * SCALE;
        for row in number(y)..number(y) + SCALE {
            let start = row * width + number(x);
            pixels[start..start + number(length)].fill(0);
        }
    }
    (pixels, width)
}

/// What another library reads.
fn read(code: &Code) -> String {
    let (pixels, width) = pixels(code);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| pixels[y * width + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    let (meta, text) = grids[0].decode().expect("readable");
    assert_eq!(meta.ecc_level, 0, "level M is written as 0");
    text
}

#[test]
fn what_is_drawn_is_read_as_the_link() {
    let letters = "AQGKBRwKqmlbVYAAdHcpag";
    for length in [1, 20, 38, 120, 280, 500] {
        let payload: String = letters.chars().cycle().take(length).collect();
        let link = format!("https://check.example.org/our-partnership/#phc={payload}");
        let code = code(&link).expect("short enough");
        assert_eq!(read(&code), link);
    }
}

#[test]
fn the_margin_is_four_squares_wide() {
    let code = code("https://check.example/").expect("short enough");
    let (pixels, width) = pixels(&code);
    let margin = 4 * SCALE;
    for (place, pixel) in pixels.iter().enumerate() {
        let (x, y) = (place % width, place / width);
        let outside = [x, y].iter().any(|at| *at < margin || *at >= width - margin);
        assert!(!outside || *pixel == 255, "dark at {x}, {y}");
    }
    // The corner of a finder, so that the margin is not wider either.
    assert_eq!(pixels[margin * width + margin], 0);
}

#[test]
fn a_summary_without_names_is_easily_read_at_three_centimetres() {
    let code = code(&format!(
        "https://www.a-long-name-of-a-charity.org.uk/partnerships/health-check/#phc={}",
        "x".repeat(38)
    ));
    let squares = code.expect("short enough").size - 8;
    assert!(30.0 / f64::from(squares) > 0.5, "{squares} squares");
}

#[test]
fn a_link_that_would_be_too_fine_has_no_code() {
    let longest = (1..2_000)
        .take_while(|length| code(&"x".repeat(*length)).is_some())
        .count();
    let squares = code(&"x".repeat(longest)).expect("short enough").size - 8;
    assert_eq!((longest, squares), (560, 89));
    assert!(30.0 / f64::from(squares) > 0.33);
    assert_eq!(code(&"x".repeat(1_000_000)), None);
}

proptest! {
    #![proptest_config(plays(12))]

    #[test]
    fn any_text_is_read_as_it_was(text in "[ -~]{1,200}") {
        prop_assert_eq!(read(&code(&text).expect("short enough")), text);
    }
}
