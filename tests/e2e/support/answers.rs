//! What is answered in the journeys, and what the rules of the product make of it without a browser.

use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::check::{Check, Revised, Setup};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::stored;
use partnership_health_check::present::report::{Report, report};

use super::steps::spoken;

/// One person's check.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    pub(crate) setup: Setup,
    pub(crate) sheet: AnswerSheet,
    pub(crate) stage: Option<StageChoice>,
}

/// By criterion: the first two answers; the third is one lower. Some are strong, some weak, one in the middle.
const POINTS: [u8; 12] = [5, 4, 2, 5, 3, 5, 2, 4, 5, 3, 1, 5];

impl Given {
    /// A provider's full check: all 49 statements, names and stage. Among the answers are one "Do not know" and
    /// one "Does not apply yet".
    pub(crate) fn full() -> Self {
        let setup = Setup {
            length: Length::Full,
            kind: Kind::Commissioning,
            side: Side::Second,
            sector: Some(Sector::Charity),
            partnership: "Tea for all".to_owned(),
            organisation: "Harbour Kitchen".to_owned(),
        };
        let mut sheet = AnswerSheet::default();
        for (number, statement) in setup.length.statements(setup.kind).into_iter().enumerate() {
            let point = POINTS.get(number / 3).copied().unwrap_or(4);
            let point = if number % 3 == 2 { point.max(2) - 1 } else { point };
            sheet.set(statement, Response::parse(&point.to_string()));
        }
        let mut given = Self {
            setup,
            sheet,
            stage: Some(StageChoice::Stage(Stage::Norming)),
        };
        given.set("A2.3", "dk");
        given.set("B3.1", "na");
        given
    }

    /// A quick check without sides or names, all answered.
    pub(crate) fn quick() -> Self {
        let setup = Setup {
            length: Length::Quick,
            kind: Kind::Other,
            ..Setup::default()
        };
        let mut sheet = AnswerSheet::default();
        for (number, statement) in setup.length.statements(setup.kind).into_iter().enumerate() {
            sheet.set(statement, Some(Response::ALL[(number * 3 + 1) % 5]));
        }
        Self {
            setup,
            sheet,
            stage: None,
        }
    }

    /// Changes an answer.
    pub(crate) fn set(&mut self, statement: &str, response: &str) {
        let statement = partnership_health_check::domain::ids::StatementId::parse(statement);
        if let Some(statement) = statement {
            self.sheet.set(statement, Response::parse(response));
        }
    }

    /// The check as it would stand on a device, finished on this day or, without one, in progress.
    pub(crate) fn check(&self, id: u32, finished: Option<Day>) -> Check {
        let mut check = Check::new(id, Day(20_700));
        check.setup = revised(self.setup.clone());
        for statement in self.setup.length.statements(self.setup.kind) {
            check.responses[statement.index()] = revised(self.sheet.get(statement));
        }
        check.stage = revised(self.stage);
        check.finished = revised(finished);
        check
    }

    /// What a link with both names carries.
    pub(crate) fn summary(&self, day: Day) -> Summary {
        self.check(0, Some(day)).summary(day, true, true)
    }

    /// The result in English.
    pub(crate) fn report(&self, day: Day) -> Report {
        report(spoken(), &self.summary(day))
    }
}

/// What organisations are called.
pub(crate) const PARTNERS: [&str; 12] = [
    "Riverside Advice",
    "Northgate Borough Council",
    "Harbour Hospice",
    "The Kettle Community Trust",
    "Youth Action North",
    "Saint Brigid’s Housing Association",
    "Greenway Trust",
    "Food for All",
    "Old Mill Arts",
    "Citizens of Castleton",
    "Mind in the Valleys",
    "Parkside Surgery",
];

/// Partners on both sides, who differ.
pub(crate) fn partners(count: usize) -> Vec<Given> {
    let given = |number: usize| {
        let mut given = Given::full();
        given.setup.organisation = match PARTNERS.get(number) {
            Some(name) => (*name).to_owned(),
            None => format!("Organisation {number}"),
        };
        given.setup.side = if number.is_multiple_of(2) {
            Side::First
        } else {
            Side::Second
        };
        for (place, statement) in Length::Full.statements(given.setup.kind).into_iter().enumerate() {
            let point = (place * (number + 2) + number) % 5;
            given.sheet.set(statement, Some(Response::ALL[point]));
        }
        given
    };
    (0..count).map(given).collect()
}

/// The text that the product keeps for these checks.
pub(crate) fn stored(mut checks: Vec<Check>) -> String {
    checks.sort_by_key(|check| check.id);
    stored::save(&Record {
        checks,
        removed: Vec::new(),
    })
}

fn revised<T>(value: T) -> Revised<T> {
    Revised { revision: 1, value }
}
