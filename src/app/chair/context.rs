//! What the chair's program knows of the check's.

use crate::app::screen::Place;
use crate::content::Texts;
use crate::domain::check::Check;
use crate::domain::day::Day;
use crate::domain::record::Record;
use crate::domain::summary::Summary;

/// What the check's program tells this one, each time it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The words of the language in use.
    pub texts: Texts,
    /// What is promised about the answers here, on the check's own page or in somebody else's.
    pub promise: &'static str,
    /// Address of this page without its fragment; links are made with it.
    pub address: String,
    /// Today, by the device's calendar.
    pub today: Day,
    /// Whether the browser offers a share sheet.
    pub has_sheet: bool,
    /// Whether the person switched off number keys.
    pub keys_off: bool,
    /// Whether fractions begin with a comma here.
    pub decimal_comma: bool,
    /// What is on screen.
    pub place: Place,
    /// The own checks on this device.
    pub record: Record,
    /// Id of the own check that is open.
    pub open: Option<u32>,
    /// A summary to be added to the comparison.
    pub adding: Option<Box<Summary>>,
}

impl Context {
    /// The own check that is open.
    pub fn own(&self) -> Option<&Check> {
        self.open.and_then(|id| self.record.check(id))
    }
}
