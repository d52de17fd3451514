//! Two languages made from English for tests, as language files.

/// `qps-ploc`: accented letters, about 40 % longer, in brackets.
pub const LONG: &str = include_str!(concat!(env!("OUT_DIR"), "/qps-ploc.txt"));

/// `qps-rtl`: Hebrew letters, in brackets, from right to left.
pub const RIGHT_TO_LEFT: &str = include_str!(concat!(env!("OUT_DIR"), "/qps-rtl.txt"));
