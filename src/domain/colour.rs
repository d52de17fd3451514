//! Colours of a site, and how well they can be told apart: contrast as WCAG 2.2 defines it.
//!
//! Source: Web Content Accessibility Guidelines 2.2, "relative luminance" and "contrast ratio",
//! <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>. The light of a channel is irrational; it is rounded once,
//! to a thousand-millionth. From there on everything is a whole number, so that 4.5 is never "almost 4.5".

/// Contrast that words need: success criterion 1.4.3, level AA, in hundredths.
pub const ENOUGH: u32 = 450;

/// One of the 16 million colours of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue.
    pub channels: [u8; 3],
}

/// Parts of red, green and blue in luminance, in ten-thousandths.
const PARTS: [u64; 3] = [2126, 7152, 722];
/// Full light of a channel, and what a part of it is counted in.
const FULL: f64 = 1e9;
/// 0.05 in units of luminance: light that a screen throws back.
const FLARE: u64 = 500_000_000_000;

impl Colour {
    /// White.
    pub const WHITE: Self = Self { channels: [255; 3] };
    /// Black.
    pub const BLACK: Self = Self { channels: [0; 3] };

    /// A colour as `#rrggbb`, in letters of either size and with or without `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text).as_bytes();
        if digits.len() != 6 {
            return None;
        }
        let mut channels = [0; 3];
        for (channel, pair) in channels.iter_mut().zip(digits.chunks(2)) {
            *channel = digit(pair[0])? * 16 + digit(pair[1])?;
        }
        Some(Self { channels })
    }

    /// As `#rrggbb`, in small letters.
    pub fn hex(self) -> String {
        let digits = b"0123456789abcdef";
        let mut text = String::from("#");
        for channel in self.channels {
            text.push(char::from(digits[usize::from(channel / 16)]));
            text.push(char::from(digits[usize::from(channel % 16)]));
        }
        text
    }

    /// Relative luminance, 0 to 10^13.
    fn luminance(self) -> u64 {
        let parts = self.channels.into_iter().zip(PARTS);
        parts.map(|(channel, part)| light(channel) * part).sum()
    }

    /// Whether it is darker than another.
    pub fn is_darker(self, than: Self) -> bool {
        self.luminance() < than.luminance()
    }

    /// Contrast ratio to another in hundredths, 100 to 2100, rounded down: 449 is not enough where 450 is asked.
    pub fn contrast(self, other: Self) -> u32 {
        let (one, two) = (self.luminance() + FLARE, other.luminance() + FLARE);
        (one.max(two) * 100 / one.min(two)) as u32
    }

    /// Black or white, whichever stands out more on this colour: at least 4.58 to 1.
    pub fn words_on(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    /// This colour with so many hundredths of another in it, rounded to the nearest.
    pub fn mixed(self, other: Self, hundredths: u8) -> Self {
        let part = u32::from(hundredths.min(100));
        let mut channels = self.channels;
        for (channel, other) in channels.iter_mut().zip(other.channels) {
            *channel = ((u32::from(*channel) * (100 - part) + u32::from(other) * part + 50) / 100) as u8;
        }
        Self { channels }
    }
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).map(|digit| digit as u8)
}

/// Light of a channel, 0 to 10^9: `v / 12.92` up to 0.04045, else `((v + 0.055) / 1.055)^2.4`. The power is the fifth
/// root of the twelfth one, found by Newton's method: the usual function costs the module some kilobytes.
#[allow(clippy::cast_sign_loss, reason = "it is never below 0")]
pub fn light(channel: u8) -> u64 {
    let value = f64::from(channel) / 255.0;
    let light = if value <= 0.040_45 {
        value / 12.92
    } else {
        let base = (value + 0.055) / 1.055;
        let square = base * base;
        square * fifth_root(square)
    };
    (light * FULL + 0.5) as u64
}

/// The fifth root of a number from 0.001 to 1. From 1 downwards, each step comes closer; 20 are more than enough.
fn fifth_root(number: f64) -> f64 {
    let mut root = 1.0;
    for _ in 0..20 {
        let fourth = root * root * root * root;
        root -= (fourth * root - number) / (5.0 * fourth);
    }
    root
}
