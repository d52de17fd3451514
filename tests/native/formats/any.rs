//! Any text, any summary and any record, for the properties.

use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::{Check, Revised, Setup};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::name::{clean_name, clean_note};
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::reply::Reply;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Characters that rules here treat apart from others.
const SPECIAL: [char; 40] = [
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
    '"',
    '\\',
    '@',
    '%',
    '=',
    '#',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\u{85}',
    '\u{AD}',
    '\u{300}',
    '\u{301}',
    '\u{93E}',
    '\u{61C}',
    '\u{200B}',
    '\u{200C}',
    '\u{200D}',
    '\u{200E}',
    '\u{200F}',
    '\u{202E}',
    '\u{2028}',
    '\u{2066}',
    '\u{20E3}',
    '\u{FE0F}',
    '\u{FEFF}',
    '\u{1F1E6}',
    '\u{1F1FF}',
    '\u{1F3FB}',
    '\u{1F468}',
    '\u{E0067}',
    '\u{10FFFF}',
];

/// Any text, rich in special characters.
pub(super) fn text(most: usize) -> impl Strategy<Value = String> {
    let any_char = prop_oneof![
        any::<char>(),
        select(&SPECIAL[..]),
        proptest::char::range('a', 'z')
    ];
    vec(any_char, 0..most).prop_map(String::from_iter)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        text(80).prop_map(|text| clean_name(&text).text)
    ]
}

fn response() -> impl Strategy<Value = Option<Response>> {
    option::weighted(0.9, select(&Response::ALL[..]))
}

fn stage() -> impl Strategy<Value = Option<StageChoice>> {
    option::of(select(&StageChoice::ALL[..]))
}

fn setup() -> impl Strategy<Value = Setup> {
    (
        select(&Length::ALL[..]),
        select(&Kind::ALL[..]),
        select(&Side::ALL[..]),
        option::of(select(&Sector::ALL[..])),
        name(),
        name(),
    )
        .prop_map(|(length, kind, side, sector, partnership, organisation)| Setup {
            length,
            kind,
            side,
            sector,
            partnership,
            organisation,
        })
}

/// A summary that a check can give.
pub(super) fn summary() -> impl Strategy<Value = Summary> {
    (setup(), any::<u16>(), vec(response(), 49), stage()).prop_map(|(setup, day, responses, stage)| {
        let mut sheet = AnswerSheet::default();
        for (statement, response) in setup.length.statements(setup.kind).into_iter().zip(responses) {
            sheet.set(statement, response);
        }
        let full = setup.length == Length::Full;
        Summary {
            length: setup.length,
            kind: setup.kind,
            side: if setup.kind.has_pairs() {
                setup.side
            } else {
                Side::First
            },
            sector: setup.sector,
            day: Day(day),
            sheet,
            stage: stage.filter(|_| full),
            partnership: setup.partnership,
            organisation: setup.organisation,
        }
    })
}

/// A field; one that was never set has no value.
fn revised<T: std::fmt::Debug + Clone + 'static>(
    never: T,
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Revised<T>> {
    (value, any::<u32>(), any::<bool>()).prop_map(move |(value, revision, set)| Revised {
        revision: if set { revision.max(1) } else { 0 },
        value: if set { value } else { never.clone() },
    })
}

prop_compose! {
    /// A check with anything in it.
    pub(super) fn check()(
        id in any::<u32>(),
        started in any::<u16>(),
        setup in revised(Setup::default(), setup()),
        responses in vec(revised(None, response()), StatementId::COUNT),
        notes in vec(revised(String::new(), text(40).prop_map(|text| clean_note(&text).text)), 14),
        stage in revised(None, stage()),
        finished in revised(None, option::of(any::<u16>().prop_map(Day))),
        place in revised(0, any::<u8>()),
        reply in revised(Reply::default(), text(40).prop_map(|text| Reply(clean_note(&text).text))),
        unknown in vec((text(6).prop_filter("unknown", |id| StatementId::parse(id).is_none()), text(6)), 0..3),
    ) -> Check {
        let mut check = Check::new(id, Day(started));
        check.setup = setup;
        check.responses.copy_from_slice(&responses);
        check.notes.clone_from_slice(&notes);
        check.stage = stage;
        check.finished = finished;
        check.place = place;
        check.reply = reply;
        check.unknown = unknown;
        check
    }
}

/// A record: checks in the order of their ids, each id once.
pub(super) fn record() -> impl Strategy<Value = Record> {
    (vec(check(), 0..4), vec(any::<u32>(), 0..3)).prop_map(|(mut checks, mut removed)| {
        checks.sort_by_key(|check| check.id);
        checks.dedup_by_key(|check| check.id);
        removed.sort_unstable();
        removed.dedup();
        checks.retain(|check| !removed.contains(&check.id));
        Record { checks, removed }
    })
}
