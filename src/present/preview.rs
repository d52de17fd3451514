//! The preview of a summary link: everything in the link, and nothing else.

use crate::content::{Texts, keys};
use crate::domain::ids::Length;
use crate::domain::summary::Summary;

use super::date::date;

/// One line of the preview: what, and its value in words.
pub type Line = (&'static str, String);

/// The lines, in order. Everything that [`Summary`] holds is named here.
pub fn preview(texts: Texts, summary: &Summary) -> Vec<Line> {
    let name = |name: &str| {
        if name.is_empty() {
            texts.get(keys::share::PREVIEW_NONE).to_owned()
        } else {
            name.to_owned()
        }
    };
    let statements = summary.length.statements(summary.kind);
    let answers = texts.fill(
        keys::share::PREVIEW_ANSWERS_TEXT,
        &[
            ("n", &summary.sheet.answered(&statements).to_string()),
            ("all", &statements.len().to_string()),
        ],
    );
    let mut lines = vec![
        (
            texts.get(keys::share::PREVIEW_PARTNERSHIP),
            name(&summary.partnership),
        ),
        (
            texts.get(keys::share::PREVIEW_ORGANISATION),
            name(&summary.organisation),
        ),
        (
            texts.get(keys::answers::LENGTH),
            texts.length(summary.length).to_owned(),
        ),
        (
            texts.get(keys::share::PREVIEW_KIND),
            texts.kind(summary.kind).to_owned(),
        ),
    ];
    if summary.kind.has_pairs() {
        lines.push((
            texts.get(keys::answers::SIDE),
            texts.side(summary.kind, summary.side).to_owned(),
        ));
    }
    let sector = summary
        .sector
        .map_or(texts.get(keys::answers::NOT_GIVEN), |sector| texts.sector(sector));
    lines.push((texts.get(keys::answers::SECTOR), sector.to_owned()));
    lines.push((texts.get(keys::share::PREVIEW_DATE), date(texts, summary.day)));
    lines.push((texts.get(keys::share::PREVIEW_ANSWERS), answers));
    if let Some(extra) = &summary.extra {
        let (n, all) = (extra.answered().to_string(), extra.responses().len().to_string());
        let values = [
            ("n", n.as_str()),
            ("all", &all),
            ("set", &extra.set().to_string()),
        ];
        lines.push((
            texts.get(keys::extra::TITLE),
            texts.fill(keys::extra::PREVIEW, &values),
        ));
    }
    if summary.length == Length::Full {
        let stage = summary.stage.map_or(texts.get(keys::answers::BLANK), |choice| {
            texts.stage_choice(choice)
        });
        lines.push((texts.get(keys::share::PREVIEW_STAGE), stage.to_owned()));
    }
    lines
}
