//! The texts that the shape of the check requires, in the order of the table, from the ids of the domain.

use super::answer::{Response, StageChoice};
use super::ids::{Criterion, Kind, Length, Sector, StatementId};

/// A run of texts that one look-up of `src/content/lookup.rs` indexes.
pub(crate) struct Section {
    /// Name of the constant with the position of its first text.
    pub(crate) name: &'static str,
    /// The file that holds its texts, without folder and ending.
    pub(crate) file: &'static str,
    /// The keys of its texts, in order.
    pub(crate) keys: Vec<String>,
}

/// Every section, in the order of the table.
pub(crate) fn sections() -> Vec<Section> {
    let mut all = questions();
    all.extend(meaning());
    all.extend(stages());
    all.extend(topics());
    all
}

/// Ids that a person's answers or a link may carry: none of them may be a retired one.
pub(crate) fn ids() -> Vec<&'static str> {
    let statements = StatementId::all().map(StatementId::id);
    let criteria = Criterion::ALL.into_iter().map(Criterion::id);
    let kinds = Kind::ALL.into_iter().map(Kind::id);
    let stages = StageChoice::ALL.into_iter().map(StageChoice::id);
    statements.chain(criteria).chain(kinds).chain(stages).collect()
}

fn questions() -> Vec<Section> {
    let section = |name, keys| Section {
        name,
        file: "questions",
        keys,
    };
    let criterion = |field| keys(Criterion::ALL, |c| format!("criterion.{}.{field}", c.id()));
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.has_pairs());
    let sides = kinds.flat_map(|kind| ["first", "second"].map(|side| format!("kind.{}.{side}", kind.id())));
    vec![
        section("DIMENSION", keys(["A", "B", "C"], |id| format!("dimension.{id}"))),
        section("CRITERION", criterion("name")),
        section("CRITERION_ASKS", criterion("asks")),
        section("STATEMENT", keys(StatementId::all(), statement)),
        section(
            "STATEMENT_SECOND",
            keys(pairs(), |pair| format!("statement.{}.second", pair.id())),
        ),
        section(
            "RESPONSE",
            keys(Response::ALL, |r| format!("response.{}", r.value())),
        ),
        section("KIND", keys(Kind::ALL, |kind| format!("kind.{}.name", kind.id()))),
        section("SIDE", sides.collect()),
        section("SECTOR", keys(Sector::ALL, |s| format!("sector.{}", s.id()))),
        section("LENGTH", keys(Length::ALL, |l| format!("length.{}", l.id()))),
        section("MONTH", keys(1..=12, |month| format!("month.{month}"))),
    ]
}

/// What each statement means, and an example.
fn meaning() -> Vec<Section> {
    let section = |name, field, second| Section {
        name,
        file: "meaning",
        keys: if second {
            keys(pairs(), |pair| format!("{}.second.{field}", pair.id()))
        } else {
            keys(StatementId::all(), |statement| {
                format!("{}.{field}", asked(statement))
            })
        },
    };
    vec![
        section("MEANING", "what", false),
        section("MEANING_SECOND", "what", true),
        section("EXAMPLE", "example", false),
        section("EXAMPLE_SECOND", "example", true),
    ]
}

/// The statements of the pairs, kind by kind.
fn pairs() -> impl Iterator<Item = StatementId> {
    Kind::ALL.into_iter().flat_map(Kind::pairs)
}

/// The key of a statement as everybody, or the first side of a pair, reads it.
fn statement(statement: StatementId) -> String {
    format!("statement.{}", asked(statement))
}

/// The id of a statement, with the first side if it belongs to a pair.
fn asked(statement: StatementId) -> String {
    let is_pair = pairs().any(|pair| pair == statement);
    let side = if is_pair { ".first" } else { "" };
    format!("{}{side}", statement.id())
}

fn stages() -> Vec<Section> {
    let section = |name, choices: &[StageChoice], field| Section {
        name,
        file: "stages",
        keys: keys(choices, |choice| format!("{}.{field}", choice.id())),
    };
    let (stages, _) = StageChoice::ALL.split_at(4);
    vec![
        section("STAGE", stages, "name"),
        section("STAGE_CHOICE", &StageChoice::ALL, "choice"),
        section("STAGE_ADVICE", stages, "advice"),
    ]
}

fn topics() -> Vec<Section> {
    let topics = || Criterion::ALL.into_iter().map(Criterion::id).chain(["V"]);
    let kinds = || {
        Kind::ALL
            .into_iter()
            .filter(|kind| kind.has_pairs())
            .map(Kind::id)
    };
    let section = |name, file, field, ids: Vec<&str>| Section {
        name,
        file,
        keys: keys(ids, |id| format!("{id}.{field}")),
    };
    vec![
        section("TALK", "actions", "talk", topics().collect()),
        section("FIRST_STEP", "actions", "first", topics().collect()),
        section("NEXT_STEP", "actions", "next", topics().collect()),
        section("COMPACT", "mapping", "compact", topics().collect()),
        section("COVENANT", "mapping", "covenant", topics().collect()),
        section("GUIDE", "mapping", "guide", topics().collect()),
        section("KIND_COMPACT", "mapping", "compact", kinds().collect()),
        section("KIND_GUIDE", "mapping", "guide", kinds().collect()),
    ]
}

fn keys<T>(items: impl IntoIterator<Item = T>, key: impl Fn(T) -> String) -> Vec<String> {
    items.into_iter().map(key).collect()
}
