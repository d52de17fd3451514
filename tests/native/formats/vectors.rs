//! Reads the frozen examples in `tests/vectors`.

use std::fs;
use std::path::{Path, PathBuf};

use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::extra::{ExtraAnswers, Fingerprint};
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use toml::{Table, Value};

/// A file or folder of this package.
pub(super) fn package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files in a folder with this extension, sorted.
pub(super) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(package(folder))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// A frozen link and what it means.
pub(super) struct LinkVector {
    pub(super) name: String,
    pub(super) fragment: String,
    pub(super) summary: Summary,
}

/// All frozen summary links of version 1.
pub(super) fn links() -> Vec<LinkVector> {
    tables("tests/vectors/link/v1").iter().map(link_vector).collect()
}

/// The tables named `link` of all files in a folder.
pub(super) fn tables(folder: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    for file in files(folder, "toml") {
        let text = fs::read_to_string(file).expect("a text");
        let table: Table = text.parse().expect("a TOML file");
        for link in table["link"].as_array().expect("links") {
            tables.push(link.as_table().expect("a table").clone());
        }
    }
    tables
}

/// A text of a table; empty if it has none of this name.
pub(super) fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The payload of a frozen link.
pub(super) fn payload(vector: &LinkVector) -> &str {
    vector
        .fragment
        .strip_prefix("#phc=")
        .expect("a fragment with the prefix")
}

fn link_vector(table: &Table) -> LinkVector {
    let text = |key: &str| text(table, key);
    let given = |key: &str| Some(text(key)).filter(|text| !text.is_empty());
    LinkVector {
        name: text("name").to_owned(),
        fragment: text("fragment").to_owned(),
        summary: Summary {
            length: Length::parse(text("length")).expect("a length"),
            kind: Kind::parse(text("kind")).expect("a kind"),
            side: Side::parse(text("side")).expect("a side"),
            sector: given("sector").map(|id| Sector::parse(id).expect("a sector")),
            day: day(text("day")),
            sheet: sheet(text("responses")),
            stage: given("stage").map(|id| StageChoice::parse(id).expect("a stage")),
            partnership: text("partnership").to_owned(),
            organisation: text("organisation").to_owned(),
            extra: given("extra_set").map(|set| answers(set, text("extra"))),
        },
    }
}

/// Answers to a set of own statements, written as `4 dk -`, where a hyphen stands for none.
fn answers(set: &str, given: &str) -> ExtraAnswers {
    let set = Fingerprint::parse(set).expect("a fingerprint");
    let responses = given.split_whitespace().map(|value| match value {
        "-" => None,
        value => Some(Response::parse(value).expect("a value")),
    });
    let answers = ExtraAnswers::new(set.sum, responses.collect()).expect("answers");
    assert_eq!(answers.set(), set);
    answers
}

/// A day written as `2026-10-08`.
pub(super) fn day(text: &str) -> Day {
    let parts: Vec<u16> = text
        .split('-')
        .map(|part| part.parse().expect("a number"))
        .collect();
    Day::from_date(Date {
        year: parts[0],
        month: parts[1] as u8,
        day: parts[2] as u8,
    })
    .expect("a day that exists")
}

/// Responses written as `A1.1=4 A1.2=dk`.
fn sheet(text: &str) -> AnswerSheet {
    let mut sheet = AnswerSheet::default();
    for entry in text.split_whitespace() {
        let (id, value) = entry.split_once('=').expect("a response");
        let statement = StatementId::parse(id).expect("a statement");
        sheet.set(statement, Some(Response::parse(value).expect("a value")));
    }
    sheet
}

/// A payload with these bytes before its checksum, and one more where the frame wants it.
pub(crate) fn sealed(bytes: &[u8]) -> String {
    let mut bytes = bytes.to_vec();
    if (bytes.len() + 4).is_multiple_of(3) {
        bytes.push(0);
    }
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&bytes);
    bytes.extend(checksum.to_be_bytes());
    data_encoding::BASE64URL_NOPAD.encode(&bytes)
}
