//! Any text, any summary and any record, for the properties.

use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::{Check, Revised, Setup};
use partnership_health_check::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::{Entry, Item};
use partnership_health_check::domain::extra::{self, Extra, ExtraAnswers};
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::name::{clean_line, clean_name, clean_note, clean_statement};
use partnership_health_check::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::reply::Reply;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::link::sets_written;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

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

/// A set of own statements.
pub(crate) fn extra_set() -> impl Strategy<Value = Extra> {
    let statement = text(160).prop_map(|text| clean_statement(&text).text);
    vec(statement, 1..6).prop_map(|mut statements| {
        statements.sort();
        statements.dedup();
        statements.retain(|statement| !statement.is_empty());
        Extra::new(statements).unwrap_or_else(|| Extra::new(vec!["x".to_owned()]).expect("a set"))
    })
}

/// Answers to a set; in a third of cases to one of a few sets, so that partners meet.
fn extra_answers() -> impl Strategy<Value = Option<ExtraAnswers>> {
    let sum = prop_oneof![2 => any::<u32>(), 1 => 0..3_u32];
    let answers = (sum, vec(response(), 1..6))
        .prop_map(|(sum, responses)| ExtraAnswers::new(sum, responses).expect("answers"));
    option::weighted(0.4, answers)
}

/// A summary that a check can give.
pub(crate) fn summary() -> impl Strategy<Value = Summary> {
    let given = (
        setup(),
        any::<u16>(),
        vec(response(), 49),
        stage(),
        extra_answers(),
    );
    given.prop_map(|(setup, day, responses, stage, extra)| {
        let mut sheet = AnswerSheet::default();
        for (place, statement) in setup.length.statements(setup.kind).into_iter().enumerate() {
            sheet.set(statement, responses[place]);
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
            extra,
        }
    })
}

prop_compose! {
    fn partner()(label in name(), organisation in 0..30_u8, summary in summary()) -> Partner {
        Partner { id: 0, label, organisation, summary }
    }
}

prop_compose! {
    /// A comparison that a chair can make, with at least one partner.
    pub(crate) fn comparison()(
        day in any::<u16>(),
        name in name(),
        mut partners in vec(partner(), 1..31),
        shared in any::<bool>(),
        known in vec((any::<Index>(), extra_set(), vec(response(), 5)), 0..4),
    ) -> Comparison {
        if shared && let Some(partner) = partners.first_mut() {
            partner.summary.partnership.clone_from(&name);
        }
        let mut sets = Vec::new();
        for (at, set, responses) in known {
            let size = set.statements().len();
            let extra = ExtraAnswers::new(set.fingerprint().sum, responses.into_iter().take(size).collect());
            at.get_mut(&mut partners).summary.extra = extra;
            sets.push(set);
        }
        let mut comparison = Comparison { day: Day(day), name, partners, by_difference: false, sets };
        // A later set may have taken the place of an earlier one; and links have the words of the first few alone.
        comparison.sets = sets_written(&comparison);
        extra::add(&mut comparison.sets, []);
        comparison
    }
}

fn line() -> impl Strategy<Value = String> {
    text(300).prop_map(|text| clean_line(&text).text)
}

prop_compose! {
    fn step()(
        topic in option::of(select(Topic::all().collect::<Vec<_>>())),
        what in line(),
        owner in line(),
        due in option::of(any::<u16>().prop_map(Day)),
        sign in line(),
        done in any::<bool>(),
    ) -> PlannedStep {
        let what = if what.is_empty() { "x".to_owned() } else { what };
        PlannedStep { id: 0, topic, what, owner, due, sign, done }
    }
}

/// A plan with at least one step.
pub(super) fn plan() -> impl Strategy<Value = Plan> {
    vec(step(), 1..21).prop_map(|steps| Plan { steps })
}

prop_compose! {
    /// An invitation that a chair can make.
    pub(super) fn invitation()(
        partnership in name(),
        length in select(&Length::ALL[..]),
        kind in select(&Kind::ALL[..]),
        reply_by in option::of(any::<u16>().prop_map(Day)),
        extra in option::of(extra_set()),
        reply_to in prop_oneof![Just(String::new()), "[a-zA-Z0-9_+'-]{1,20}@[a-z0-9]{1,9}(\\.[a-z]{1,5}){0,3}"],
    ) -> Invitation {
        Invitation { partnership, length, kind, reply_by, reply_to, extra }
    }
}

/// A comparison, a plan, statements or a removed one.
pub(super) fn item() -> impl Strategy<Value = Item> {
    let items = prop_oneof![
        Just(Item::Removed),
        comparison().prop_map(Item::Comparison),
        extra_set().prop_map(Item::Statements),
        (any::<u32>(), plan()).prop_map(|(of, plan)| Item::Plan { of, plan }),
    ];
    (items, any::<u32>()).prop_map(|(mut item, first)| {
        let mut next = first;
        item.number(|| {
            next = next.wrapping_add(1);
            next
        });
        item
    })
}

/// A folder: entries in the order of their ids, each id once, and some of them changed since.
pub(super) fn folder() -> impl Strategy<Value = Folder> {
    // Few ids and revisions, so that two folders meet in both.
    let entries = vec((0..5_u32, 1..4_u32, item()), 0..5);
    (entries, vec((any::<Index>(), change()), 0..4)).prop_map(|(entries, changes)| {
        let entries = entries
            .into_iter()
            .map(|(id, revision, item)| Entry::new(id, revision, item));
        let mut folder = Folder {
            entries: entries.collect(),
        };
        folder.entries.sort_by_key(|entry| entry.id);
        folder.entries.dedup_by_key(|entry| entry.id);
        for (at, change) in changes {
            if !folder.entries.is_empty() {
                let id = at.get(&folder.entries).id;
                let item = change.made(folder.item(id));
                folder.set(id, item);
            }
        }
        folder
    })
}

/// A change to one thing of a folder.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Rename(String),
    Write(Index, String),
    Remove(Index),
    MoveFirst(Index),
    Add(u32),
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let word = || "[a-z]{1,8}";
    prop_oneof![
        word().prop_map(Change::Rename),
        (any::<Index>(), word()).prop_map(|(at, word)| Change::Write(at, word)),
        any::<Index>().prop_map(Change::Remove),
        any::<Index>().prop_map(Change::MoveFirst),
        (1_000..u32::MAX).prop_map(Change::Add),
    ]
}

impl Change {
    /// The item after the change; the same where there is nothing to change.
    pub(super) fn made(&self, item: &Item) -> Item {
        let mut item = item.clone();
        match &mut item {
            Item::Removed | Item::Statements(_) => {}
            Item::Comparison(comparison) => {
                let partners = &mut comparison.partners;
                let count = partners.len();
                match self {
                    Self::Rename(word) => comparison.name.clone_from(word),
                    _ if count == 0 => {}
                    Self::Write(at, word) => partners[at.index(count)].label.clone_from(word),
                    Self::Remove(at) => drop(partners.remove(at.index(count))),
                    Self::Add(id)
                        if count < MOST_PARTNERS && partners.iter().all(|partner| partner.id != *id) =>
                    {
                        let one = Partner {
                            id: *id,
                            ..partners[0].clone()
                        };
                        partners.push(one);
                    }
                    // Partners stay in the order in which they were added.
                    Self::MoveFirst(_) | Self::Add(_) => {}
                }
            }
            Item::Plan { plan, .. } => {
                let steps = &mut plan.steps;
                let count = steps.len();
                match self {
                    Self::Add(id) if count < MOST_PLANNED && steps.iter().all(|step| step.id != *id) => {
                        steps.push(PlannedStep {
                            id: *id,
                            what: "added".to_owned(),
                            ..PlannedStep::default()
                        });
                    }
                    Self::Rename(_) | Self::Add(_) => {}
                    _ if count == 0 => {}
                    Self::Write(at, word) => steps[at.index(count)].owner.clone_from(word),
                    Self::Remove(at) => drop(steps.remove(at.index(count))),
                    Self::MoveFirst(at) => steps[..=at.index(count)].rotate_right(1),
                }
            }
        }
        item
    }
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
    /// Anybody who asked.
    fn reply()(by in option::of(any::<u16>().prop_map(Day)), to in text(40)) -> Reply {
        Reply { by, to: clean_line(&to).text }
    }
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
        reply in revised(Reply::default(), reply()),
        extra in revised(None, option::of(extra_set())),
        extra_responses in vec(revised(None, response()), 5),
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
        if extra.value.is_some() {
            check.extra = extra;
        }
        let asked = check.extra_statements().len();
        check.extra_responses[..asked].copy_from_slice(&extra_responses[..asked]);
        for entry in unknown {
            check.keep_unknown(entry);
        }
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
