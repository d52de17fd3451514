//! Tables of other shapes: of many columns, with cells in which nothing can be seen, with a statement in two columns.

use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Side, StatementId};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::table::{
    Defaults, Dictionary, MOST_ROW_BYTES, RowFault, Table, TableFault,
};
use partnership_health_check::present::table::words;

/// What a row became.
type Row = (u64, Result<Summary, RowFault>);

fn open(table: &str) -> Result<Vec<Row>, TableFault> {
    let dictionary = Dictionary::new(&words());
    let defaults = Defaults {
        kind: Some(Kind::Consortium),
        side: Some(Side::First),
        day: Some(Day(20_000)),
        ..Defaults::default()
    };
    let mut table =
        Table::open(table.as_bytes(), defaults, &dictionary).expect("bytes in memory can be read")?;
    let mut rows = Vec::new();
    while let Some(row) = table.next_row().expect("bytes in memory can be read") {
        rows.push(row);
    }
    Ok(rows)
}

fn statement(id: &str) -> StatementId {
    StatementId::parse(id).expect("a statement")
}

/// Which of the rows are checks.
fn read(table: &str) -> Vec<bool> {
    let rows = open(table).expect("a table");
    rows.into_iter().map(|(_, row)| row.is_ok()).collect()
}

#[test]
fn a_table_of_many_columns_is_read() {
    for more in [120, 200, 1_000] {
        let head: Vec<String> = (0..more).map(|number| format!("Question {number}")).collect();
        let table = format!("{},A1.2\n{}4\n", head.join(","), ",".repeat(more));
        let rows = open(&table).expect("a table");
        let [(2, Ok(summary))] = &rows[..] else {
            panic!("one check expected: {rows:?}");
        };
        assert!(summary.sheet.get(statement("A1.2")).is_some());
    }
}

#[test]
fn a_cell_in_which_nothing_can_be_seen_is_blank() {
    let rows = open("side,A1.2,A1.1\n \t,\u{A0}, 4 \n").expect("a table");
    let [(2, Ok(summary))] = &rows[..] else {
        panic!("one check expected: {rows:?}");
    };
    assert_eq!(summary.sheet.get(statement("A1.2")), None);
    assert!(summary.sheet.get(statement("A1.1")).is_some());
    assert_eq!(summary.side, Side::First);
}

#[test]
fn a_statement_has_one_column_in_whatever_way_it_is_written() {
    let words = words();
    let pair = statement("CO4");
    let [first, second] = Side::ALL.map(|side| (words.statement)(pair, side));
    for (one, two, fits) in [
        ("CO4", "CO4", false),
        ("CO4", first, false),
        (second, "CO4", false),
        (first, first, false),
        (first, second, true),
        (second, first, true),
    ] {
        let twice = TableFault::Twice {
            first: 1,
            second: 2,
            name: "CO4",
        };
        let found = open(&format!("\"{one}\",\"{two}\"\n,\n")).map(|_| ());
        assert_eq!(found, if fits { Ok(()) } else { Err(twice) }, "{one} and {two}");
    }
}

#[test]
fn an_id_behind_a_number_counts_against_other_words() {
    let of = |id: &str| (words().statement)(statement(id), Side::First);
    for (before, id) in [("A1.2", "A1.2"), ("Question 5: A1.2", "A1.2"), ("5. V1", "V1")] {
        let wrong = TableFault::TwoStatements {
            column: 1,
            id: statement(id),
            words: statement("A1.1"),
        };
        let found = open(&format!("\"{before} {}\"\n4\n", of("A1.1"))).map(|_| ());
        assert_eq!(found, Err(wrong), "{before}");
        assert_eq!(read(&format!("\"{before} {}\"\n4\n", of(id))), [true], "{before}");
    }
}

#[test]
fn a_long_table_is_told_as_one_without_other_columns_too() {
    assert_eq!(open("statement,response\nA1.1,4\n").err(), Some(TableFault::Long));
    // A table of one column has commas between its cells, should there be more in a row.
    let rows = open("A1.2\n4,5\n4\n").expect("a table");
    assert_eq!(rows[0].1, Err(RowFault::Cells { found: 2, wanted: 1 }));
    assert!(rows[1].1.is_ok());
}

/// A row of the most bytes is read, in one line or more, and with a line end behind it or none.
#[test]
fn a_row_of_the_most_bytes_is_read() {
    let row = |bytes: usize| format!("4,{}", "x".repeat(bytes - 2));
    for end in ["", "\n"] {
        let table = |bytes: usize| format!("A1.2,Comment\n{}{end}", row(bytes));
        assert_eq!(read(&table(MOST_ROW_BYTES)), [true], "{end:?}");
        assert_eq!(read(&table(MOST_ROW_BYTES + 1)), [false], "{end:?}");
    }
    let half = "x".repeat(MOST_ROW_BYTES / 2);
    let lines = |more: &str| format!("A1.2,Comment\n4,\"{}\n{half}{more}\"\n", &half[4..]);
    assert_eq!(read(&lines("")), [true]);
    assert!(read(&lines("xx")).contains(&false));
}
