//! Made-up checks to measure with; every seed gives the same one again.

use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;

/// A full check in which every statement has a response.
pub(super) fn summary(seed: u64) -> Summary {
    let mut state = seed;
    let mut next = |below: usize| {
        // SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ mixed >> 31) % below as u64).unwrap_or(0)
    };
    let kind = Kind::ALL[next(4)];
    let mut sheet = AnswerSheet::default();
    for statement in Length::Full.statements(kind) {
        sheet.set(statement, Some(Response::ALL[next(7)]));
    }
    Summary {
        length: Length::Full,
        kind,
        side: Side::ALL[next(2)],
        sector: Some(Sector::ALL[next(4)]),
        day: Day(20_000 + u16::try_from(next(1_000)).unwrap_or(0)),
        sheet,
        stage: Some(StageChoice::ALL[next(5)]),
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}
