//! A summary or a comparison as JSON: readable values, and the payload of its link, which
//! [`super::super::import`] reads. The envelope is that of the stored text.

use super::super::json::Writer;
use super::super::link;
use super::day;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::comparison::{Comparison, MOST_PARTNERS};
use crate::domain::ids::Sector;
use crate::domain::summary::Summary;

/// The version of both files.
pub(in super::super) const VERSION: u32 = 1;

/// A summary, with the names in it.
pub fn summary(summary: &Summary) -> String {
    let mut out = Writer::default();
    open(&mut out, "summary");
    out.name("link");
    out.text(&link::encode(summary));
    members(&mut out, summary);
    out.close('}');
    out.finish()
}

/// A summary as one line of many, with the number of its respondent and without its link.
pub fn line(number: u64, summary: &Summary) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.name("respondent");
    out.long_number(number);
    members(&mut out, summary);
    out.close('}');
    out.finish()
}

/// A comparison; with its names only if `with_names`.
pub fn comparison(comparison: &Comparison, with_names: bool) -> String {
    let mut out = Writer::default();
    open(&mut out, "comparison");
    out.name("link");
    out.text(&link::encode_comparison(comparison, with_names));
    out.name("day");
    out.text(&day(comparison.day));
    if with_names {
        given(&mut out, "partnership", &comparison.name);
    }
    out.name("partners");
    out.open('[');
    for partner in comparison.partners.iter().take(MOST_PARTNERS) {
        out.open('{');
        out.name("organisation_number");
        out.number(u32::from(partner.organisation));
        let mut summary = partner.summary.clone();
        if with_names {
            given(&mut out, "label", &partner.label);
        } else {
            summary.partnership.clear();
            summary.organisation.clear();
        }
        members(&mut out, &summary);
        out.close('}');
    }
    out.close(']');
    out.close('}');
    out.finish()
}

fn open(out: &mut Writer, kind: &str) {
    out.open('{');
    out.name("phc");
    out.text(kind);
    out.name("v");
    out.number(VERSION);
    out.name("written_by");
    out.text(env!("CARGO_PKG_VERSION"));
}

/// The readable values of a summary; what is not given is left out.
fn members(out: &mut Writer, summary: &Summary) {
    let side = if summary.kind.has_pairs() {
        summary.side.id()
    } else {
        ""
    };
    given(out, "length", summary.length.id());
    given(out, "kind", summary.kind.id());
    given(out, "side", side);
    given(out, "sector", summary.sector.map_or("", Sector::id));
    given(out, "stage", summary.stage.map_or("", StageChoice::id));
    given(out, "day", &day(summary.day));
    given(out, "partnership", &summary.partnership);
    given(out, "organisation", &summary.organisation);
    out.name("responses");
    out.open('{');
    for statement in summary.length.statements(summary.kind) {
        let response = summary.sheet.get(statement);
        given(out, statement.id(), response.map_or("", Response::value));
    }
    out.close('}');
}

fn given(out: &mut Writer, name: &str, text: &str) {
    if !text.is_empty() {
        out.name(name);
        out.text(text);
    }
}
