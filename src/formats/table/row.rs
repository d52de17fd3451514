//! A row of a table as a check.

use super::super::export::csv::without_guard;
use super::columns::Columns;
use super::day::{DayOrder, read_day};
use super::fault::{About, CellFault, RowFault, TableFault};
use super::rows::Cells;
use super::words::Meanings;
use crate::domain::answer::{Point, Response, StageChoice};
use crate::domain::day::Day;
use crate::domain::extra::{self, ExtraAnswers, Fingerprint};
use crate::domain::ids::{Kind, Length, Sector, Side, StatementId};
use crate::domain::name::clean_name;
use crate::domain::sheet::AnswerSheet;
use crate::domain::summary::Summary;

/// What counts for a row where no column tells it, or its cell is empty.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// How many statements were asked. If nothing tells it: full if any column is a statement that a quick check does
    /// not ask.
    pub length: Option<Length>,
    /// Kind of relationship.
    pub kind: Option<Kind>,
    /// The side; passed over where the kind has none.
    pub side: Option<Side>,
    /// The sector.
    pub sector: Option<Sector>,
    /// The day on which the checks were finished.
    pub day: Option<Day>,
    /// Name of the partnership, or empty.
    pub partnership: String,
    /// Name of the organisation, or empty.
    pub organisation: String,
    /// Which comes first in days whose year comes last.
    pub day_order: Option<DayOrder>,
}

/// Reads the rows of one table.
pub(super) struct Reader<'a> {
    columns: Columns,
    defaults: Defaults,
    meanings: &'a Meanings,
    /// Whether a check of a length and kind asks a statement.
    asked: [[[bool; StatementId::COUNT]; Kind::ALL.len()]; Length::ALL.len()],
}

impl<'a> Reader<'a> {
    /// A reader for a table with these columns.
    pub(super) fn new(
        columns: Columns,
        mut defaults: Defaults,
        meanings: &'a Meanings,
    ) -> Result<Self, TableFault> {
        let mut asked = [[[false; StatementId::COUNT]; Kind::ALL.len()]; Length::ALL.len()];
        for length in Length::ALL {
            for kind in Kind::ALL {
                for statement in length.statements(kind) {
                    asked[length as usize][kind.index()][statement.index()] = true;
                }
            }
        }
        let quick = &asked[Length::Quick as usize][Kind::Other.index()];
        let is_quick = |(_, statement, _): &(usize, StatementId, _)| quick[statement.index()];
        defaults
            .length
            .get_or_insert(if columns.statements.iter().all(is_quick) {
                Length::Quick
            } else {
                Length::Full
            });
        let has = |about| columns.about.iter().any(|(_, known)| *known == about);
        // With a column of kinds each row says whether it needs a side.
        let has_sides = !has(About::Kind) && defaults.kind.is_some_and(Kind::has_pairs);
        for (about, is_known) in [
            (About::Kind, defaults.kind.is_some()),
            (About::Side, defaults.side.is_some() || !has_sides),
            (About::Day, defaults.day.is_some()),
        ] {
            if !is_known && !has(about) {
                return Err(TableFault::Missing(about));
            }
        }
        Ok(Self {
            columns,
            defaults,
            meanings,
            asked,
        })
    }

    /// The check in a row.
    pub(super) fn summary(&self, cells: &Cells) -> Result<Summary, RowFault> {
        let defaults = &self.defaults;
        let mut told = Told {
            length: defaults.length,
            kind: defaults.kind,
            sector: defaults.sector,
            day: defaults.day,
            ..Told::default()
        };
        for (place, about) in &self.columns.about {
            let cell = cells.get(*place);
            if !is_blank(cell) {
                self.tell(&mut told, *about, cell)
                    .map_err(|fault| wrong(*place, about.name(), cell, fault))?;
            }
        }
        let length = told.length.unwrap_or(Length::Full);
        let kind = told.kind.ok_or_else(|| self.missing(About::Kind))?;
        let side = self.side(cells, kind)?;
        if length == Length::Quick && told.stage.is_some() {
            return Err(self.unfit(cells, About::Stage, CellFault::NoStage));
        }
        Ok(Summary {
            length,
            kind,
            side,
            sector: told.sector,
            day: told.day.ok_or_else(|| self.missing(About::Day))?,
            sheet: self.sheet(cells, length, kind, side)?,
            stage: told.stage,
            partnership: told.partnership.unwrap_or_else(|| defaults.partnership.clone()),
            organisation: told.organisation.unwrap_or_else(|| defaults.organisation.clone()),
            extra: self.extra(cells, told.extra_set)?,
        })
    }

    /// Reads a cell that is not blank and tells something beside the responses. A side is left for later: its words
    /// depend on the kind.
    fn tell(&self, told: &mut Told, about: About, cell: &[u8]) -> Result<(), CellFault> {
        let meanings = self.meanings;
        let fault = CellFault::NotAValue(about);
        match about {
            About::Length => told.length = Some(meanings.lengths.find(cell).ok_or(fault)?),
            About::Kind => told.kind = Some(meanings.kinds.find(cell).ok_or(fault)?),
            About::Side => {}
            About::Sector => told.sector = Some(meanings.sectors.find(cell).ok_or(fault)?),
            About::Stage => told.stage = Some(meanings.stages.find(cell).ok_or(fault)?),
            About::Day => told.day = Some(read_day(text(cell)?, self.defaults.day_order)?),
            About::Partnership => told.partnership = Some(read_name(&without_guard(text(cell)?))?),
            About::Organisation => told.organisation = Some(read_name(&without_guard(text(cell)?))?),
            About::ExtraSet => told.extra_set = Some(Fingerprint::parse(text(cell)?.trim()).ok_or(fault)?),
        }
        Ok(())
    }

    /// The side of a row of this kind.
    fn side(&self, cells: &Cells, kind: Kind) -> Result<Side, RowFault> {
        let place = self.place(About::Side);
        let cell = place.map(|place| cells.get(place)).filter(|cell| !is_blank(cell));
        match (cell, kind.has_pairs()) {
            (None, false) => Ok(Side::First),
            (None, true) => self.defaults.side.ok_or_else(|| self.missing(About::Side)),
            (Some(_), false) => Err(self.unfit(cells, About::Side, CellFault::NoSides)),
            (Some(cell), true) => self
                .meanings
                .sides
                .get(kind.index())
                .and_then(|sides| sides.find(cell))
                .ok_or_else(|| self.unfit(cells, About::Side, CellFault::NotAValue(About::Side))),
        }
    }

    /// The responses of a row.
    fn sheet(&self, cells: &Cells, length: Length, kind: Kind, side: Side) -> Result<AnswerSheet, RowFault> {
        let asked = &self.asked[length as usize][kind.index()];
        let mut sheet = AnswerSheet::default();
        for (place, statement, of_side) in &self.columns.statements {
            let cell = cells.get(*place);
            if is_blank(cell) {
                continue;
            }
            let response = self.response(cell);
            let fault = if response.is_none() {
                CellFault::NotAResponse
            } else if !asked[statement.index()] {
                CellFault::NotAsked(length, kind)
            } else if of_side.is_some_and(|of_side| of_side != side) {
                CellFault::OtherSide(side)
            } else {
                sheet.set(*statement, response);
                continue;
            };
            return Err(wrong(*place, statement.id(), cell, fault));
        }
        Ok(sheet)
    }

    /// The response in a cell that is not blank.
    fn response(&self, cell: &[u8]) -> Option<Response> {
        match cell {
            [digit @ b'1'..=b'5'] => Point::new(digit - b'0').map(Response::Point),
            // Nearly every other cell.
            b"dk" => Some(Response::DoNotKnow),
            b"na" => Some(Response::NotYet),
            _ => self.meanings.responses.find(cell),
        }
    }

    /// The responses of a row to the set of own statements that it names.
    fn extra(&self, cells: &Cells, set: Option<Fingerprint>) -> Result<Option<ExtraAnswers>, RowFault> {
        let mut responses = vec![None; set.map_or(0, |set| usize::from(set.size))];
        for (place, position) in &self.columns.extra {
            let cell = cells.get(*place);
            if is_blank(cell) {
                continue;
            }
            let fault = match (self.response(cell), responses.get_mut(*position)) {
                (Some(response), Some(place)) => {
                    *place = Some(response);
                    continue;
                }
                (None, _) => CellFault::NotAResponse,
                (_, None) => CellFault::NotInSet,
            };
            return Err(wrong(*place, extra::IDS[*position], cell, fault));
        }
        Ok(set.and_then(|set| ExtraAnswers::new(set.sum, responses)))
    }

    /// The place of the column that tells this.
    fn place(&self, about: About) -> Option<usize> {
        let mut columns = self.columns.about.iter();
        columns
            .find(|(_, known)| *known == about)
            .map(|(place, _)| *place)
    }

    /// What a row does not tell, and must.
    fn missing(&self, about: About) -> RowFault {
        RowFault::Cell {
            column: self.place(about).map(|place| place + 1),
            name: about.name(),
            found: String::new(),
            fault: CellFault::Missing(about),
        }
    }

    /// What does not fit what the rest of the row tells.
    fn unfit(&self, cells: &Cells, about: About, fault: CellFault) -> RowFault {
        let place = self.place(about).unwrap_or(0);
        wrong(place, about.name(), cells.get(place), fault)
    }
}

/// What a row tells beside the responses, as far as it was read.
#[derive(Default)]
struct Told {
    length: Option<Length>,
    kind: Option<Kind>,
    sector: Option<Sector>,
    day: Option<Day>,
    stage: Option<StageChoice>,
    partnership: Option<String>,
    organisation: Option<String>,
    extra_set: Option<Fingerprint>,
}

/// A name as a check keeps it.
///
/// # Errors
///
/// [`CellFault::NameTooLong`]: it is never cut in silence.
pub fn read_name(text: &str) -> Result<String, CellFault> {
    let cleaned = clean_name(text);
    if cleaned.shortened {
        Err(CellFault::NameTooLong)
    } else {
        Ok(cleaned.text)
    }
}

/// The text in a cell.
fn text(cell: &[u8]) -> Result<&str, CellFault> {
    str::from_utf8(cell).map_err(|_| CellFault::NotText)
}

/// Whether nothing can be seen in a cell.
fn is_blank(cell: &[u8]) -> bool {
    match cell.first() {
        None => true,
        // Nearly every cell.
        Some(first) if first.is_ascii_graphic() => false,
        Some(_) => str::from_utf8(cell).is_ok_and(|text| text.trim().is_empty()),
    }
}

/// What is wrong with a cell; its place is counted from 0.
fn wrong(place: usize, name: &'static str, cell: &[u8], fault: CellFault) -> RowFault {
    RowFault::Cell {
        column: Some(place + 1),
        name,
        found: String::from_utf8_lossy(cell.trim_ascii()).into_owned(),
        fault,
    }
}
