//! Charts of the screen as picture files, for papers and slides.

use super::date::{date, dated};
use super::report::{Full, Report, petals, report};
use crate::app::file::Picture;
use crate::charts::picture::{Frame, wheel as draw_wheel};
use crate::content::{Texts, keys};
use crate::domain::summary::Summary;

/// The wheel of a result; `None` where there is none.
pub fn wheel(texts: Texts, summary: &Summary, png: bool) -> Option<Picture> {
    let report = report(texts, summary);
    let svg = wheel_svg(texts, summary, &report, report.full.as_ref()?);
    Some(Picture::new(&dated("wheel", summary.day), svg, png))
}

/// The wheel with the title, the headline and the day of its result.
pub fn wheel_svg(texts: Texts, summary: &Summary, report: &Report, full: &Full) -> String {
    let title = if summary.partnership.is_empty() {
        texts.get(keys::app::NAME).to_owned()
    } else {
        summary.partnership.clone()
    };
    let finished = texts.fill(keys::result::DATE, &[("date", &date(texts, summary.day))]);
    let frame = Frame {
        title,
        about: [&report.title, " · ", &finished].concat(),
        source: texts.get(keys::picture::SOURCE).to_owned(),
        says: [texts.get(keys::result::WHEEL_SAYS), " ", &full.bars_say].concat(),
        language: texts.language().to_owned(),
        right_to_left: texts.is_right_to_left(),
    };
    let key = [
        keys::bands::STRONG,
        keys::bands::GETTING_THERE,
        keys::bands::NEEDS_WORK,
        keys::bands::ACT_NOW,
        keys::result::UNKNOWN,
    ];
    draw_wheel(&frame, &petals(full), key.map(|key| texts.get(key)))
}
