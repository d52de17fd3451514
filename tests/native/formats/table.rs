//! Tables of answers in: what other programs write is read, and what cannot be read is told.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::any::{summary, text as any_text};
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::{csv, tables};
use partnership_health_check::formats::table::{
    About, CellFault, DayOrder, Defaults, Dictionary, MOST_ROW_BYTES, RowFault, Table, TableFault, read_day,
};
use partnership_health_check::present::table::words;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What a row became.
type Row = (u64, Result<Summary, RowFault>);

fn open(table: &[u8], defaults: Defaults) -> Result<(Vec<Row>, Vec<String>), TableFault> {
    let dictionary = Dictionary::new(&words());
    let mut table = Table::open(table, defaults, &dictionary).expect("bytes in memory can be read")?;
    let mut rows = Vec::new();
    while let Some(row) = table.next_row().expect("bytes in memory can be read") {
        rows.push(row);
    }
    Ok((rows, table.ignored().to_vec()))
}

/// The rows of a table without options.
fn rows(table: &str) -> Vec<Row> {
    open(table.as_bytes(), Defaults::default()).expect("a table").0
}

/// The only row, which is a check.
fn only(table: &str, defaults: Defaults) -> Summary {
    let (rows, _) = open(table.as_bytes(), defaults).expect("a table");
    let [(_, Ok(summary))] = &rows[..] else {
        panic!("one check expected: {rows:?}");
    };
    summary.clone()
}

/// Members of a consortium, on a day.
fn members() -> Defaults {
    Defaults {
        kind: Some(Kind::Consortium),
        side: Some(Side::Second),
        day: Some(Day(20_000)),
        ..Defaults::default()
    }
}

/// A table in another writing: as any program may save it that opened ours.
fn rewritten(table: &str, between: u8, end: &str, all_quoted: bool, mark: &str) -> Vec<u8> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let style = if all_quoted {
        ::csv::QuoteStyle::Always
    } else {
        ::csv::QuoteStyle::Necessary
    };
    let mut out = mark.as_bytes().to_vec();
    for record in reader.records() {
        let mut writer = ::csv::WriterBuilder::new()
            .delimiter(between)
            .quote_style(style)
            .terminator(::csv::Terminator::Any(b'\n'))
            .from_writer(Vec::new());
        writer.write_record(&record.expect("a row")).expect("a row");
        let mut line = writer.into_inner().expect("a row");
        line.pop();
        out.extend(line);
        out.extend(end.as_bytes());
    }
    out
}

proptest! {
    #[test]
    fn what_was_written_is_read_in_any_writing(
        summaries in vec(summary(), 1..6),
        between in select(&b",;\t"[..]),
        end in select(&["\n", "\r\n", "\n\n"][..]),
        all_quoted in any::<bool>(),
        mark in select(&["", "\u{FEFF}", "sep=X\r\n", "\u{FEFF}sep=X\n"][..]),
    ) {
        let table = tables::wide(&summaries);
        let read = |table: &[u8]| -> Vec<Summary> {
            let (rows, ignored) = open(table, Defaults::default()).expect("a table");
            assert_eq!(ignored, [""; 0]);
            rows.into_iter().map(|(_, row)| row.expect("a check")).collect()
        };
        prop_assert_eq!(&read(table.as_bytes()), &summaries);
        prop_assert_eq!(&read(csv::file(&table).as_bytes()), &summaries);
        prop_assert_eq!(&read(csv::with_semicolons(&csv::file(&table)).as_bytes()), &summaries);
        let mark = mark.replace('X', &char::from(between).to_string());
        prop_assert_eq!(&read(&rewritten(&table, between, end, all_quoted, &mark)), &summaries);
        // Of an old Macintosh: no line feed anywhere.
        let old = rewritten(&table, between, "\r", all_quoted, "");
        prop_assert_eq!(&read(&old), &summaries);
    }

    #[test]
    fn any_table_is_read_to_its_end(
        lines in vec(any_text(40), 0..20),
        with_head in any::<bool>(),
    ) {
        let head = if with_head { "kind,side,day,A1.1,A1.2,V1\n" } else { "" };
        let table = [head, &lines.join("\n")].concat();
        let lines = table.lines().count() as u64 + 1;
        if let Ok((rows, _)) = open(table.as_bytes(), members()) {
            let numbers: Vec<u64> = rows.iter().map(|(number, _)| *number).collect();
            prop_assert!(numbers.is_sorted_by(|one, two| one < two), "{numbers:?}");
            prop_assert!(numbers.iter().all(|number| (2..=lines).contains(number)), "{numbers:?}");
        }
    }
}

#[test]
fn no_two_statements_have_the_same_words() {
    let words = words();
    let mut seen = BTreeSet::new();
    for statement in StatementId::all() {
        let texts: BTreeSet<_> = Side::ALL.map(|side| (words.statement)(statement, side)).into();
        assert!(
            texts.into_iter().all(|text| seen.insert(text)),
            "{}",
            statement.id()
        );
    }
}

#[test]
fn a_sheet_of_a_form_is_read_by_its_words() {
    let words = words();
    let asked = Length::Full.statements(Kind::Consortium);
    // The question of a grid before each row of it, a number before it, an id, and nothing.
    let headings = asked.iter().enumerate().map(|(place, statement)| {
        let text = (words.statement)(*statement, Side::Second);
        let heading = match place % 4 {
            0 => format!("How true is this of your partnership today? [{text}]"),
            1 => format!("{}. {text}", place + 1),
            2 => format!("{}: {}", statement.id(), text.to_uppercase()),
            _ => text.replace('’', "'"),
        };
        format!("\"{heading}\"")
    });
    let headings: Vec<String> = headings.collect();
    let mut table = format!(
        "\"When\";\"{}\";{};\"Anything else?\";Organisation\n",
        words.stage_question,
        headings.join(";")
    );
    let responses: Vec<Option<Response>> = asked
        .iter()
        .enumerate()
        .map(|(place, _)| Response::ALL.get(place % 8).copied())
        .collect();
    let cells: Vec<String> = responses
        .iter()
        .enumerate()
        .map(|(place, response)| match response {
            None => String::new(),
            Some(response) => {
                let word = (words.response)(*response);
                match place % 5 {
                    0 => word.to_owned(),
                    1 => format!("  {} ", word.to_lowercase()),
                    2 => format!("{} - {word}", response.value()),
                    3 => response.number().map_or(word.to_owned(), |n| format!("{n}.0")),
                    _ => response.value().to_owned(),
                }
            }
        })
        .collect();
    let stage = StageChoice::ALL[1];
    let row = format!(
        "08/10/2026 10:00;\"{}\";{};\"Two\r\nlines; and \"\"more\"\"\";\"Food bank\"\n;;\n",
        (words.stage)(stage),
        cells.join(";")
    );
    table.push_str(&row);
    // The last row is cut off.
    let (rows, ignored) = open(table.as_bytes(), members()).expect("a table");
    assert_eq!(ignored, ["When", "Anything else?"]);
    let [(2, Ok(summary))] = &rows[..] else {
        panic!("one check expected: {rows:?}");
    };
    for (statement, response) in asked.iter().zip_eq(responses) {
        assert_eq!(summary.sheet.get(*statement), response, "{}", statement.id());
    }
    assert_eq!(summary.organisation, "Food bank");
    assert_eq!(summary.stage, Some(stage));
    assert_eq!(
        (summary.length, summary.kind, summary.side, summary.day),
        (Length::Full, Kind::Consortium, Side::Second, Day(20_000))
    );
}

#[test]
fn columns_count_before_options() {
    let table = "Length,KIND,side,sector,day,partnership,organisation,A1.2\n\
        quick check,Commissioner and provider,Provider,Public body,2026-10-08T09:30,Ours,\"'=1\",4\n\
        ,,,,,,,4\n";
    let defaults = Defaults {
        sector: Some(Sector::Charity),
        partnership: "Theirs".to_owned(),
        organisation: "They".to_owned(),
        ..members()
    };
    let (rows, _) = open(table.as_bytes(), defaults).expect("a table");
    let [(2, Ok(columns)), (3, Ok(options))] = &rows[..] else {
        panic!("two checks expected: {rows:?}");
    };
    let day = Day::from_date(Date {
        year: 2026,
        month: 10,
        day: 8,
    });
    assert_eq!(
        (
            columns.length,
            columns.kind,
            columns.side,
            columns.sector,
            Some(columns.day)
        ),
        (
            Length::Quick,
            Kind::Commissioning,
            Side::Second,
            Some(Sector::PublicBody),
            day
        )
    );
    assert_eq!((&*columns.partnership, &*columns.organisation), ("Ours", "=1"));
    assert_eq!(
        (
            options.length,
            options.kind,
            options.side,
            options.sector,
            options.day
        ),
        (
            Length::Quick,
            Kind::Consortium,
            Side::Second,
            Some(Sector::Charity),
            Day(20_000)
        )
    );
    assert_eq!(
        (&*options.partnership, &*options.organisation),
        ("Theirs", "They")
    );
}

#[test]
fn a_form_that_asks_each_side_in_its_words_is_read() {
    let words = words();
    let pair = StatementId::parse("CO4").expect("a pair");
    let [first, second] = Side::ALL.map(|side| (words.statement)(pair, side));
    let table = format!(
        "side,{first},{second}\nLead organisation,4,\nMember organisation,,2\nMember organisation,1,2\n"
    );
    let (rows, _) = open(table.as_bytes(), members()).expect("a table");
    let [(_, Ok(lead)), (_, Ok(member)), (4, Err(fault))] = &rows[..] else {
        panic!("two checks and a fault expected: {rows:?}");
    };
    let number = |summary: &Summary| summary.sheet.get(pair).and_then(Response::number);
    assert_eq!((number(lead), number(member)), (Some(4), Some(2)));
    let other = RowFault::Cell {
        column: Some(2),
        name: "CO4",
        found: "1".to_owned(),
        fault: CellFault::OtherSide(Side::Second),
    };
    assert_eq!(*fault, other);
}

#[test]
fn a_stray_quotation_mark_costs_its_line_alone() {
    let head = "kind,side,day,organisation,A1.2";
    let row = |name: &str| format!("grant,first,2026-10-08,{name},4");
    let read = |rows: &[Row]| -> Vec<(u64, bool)> {
        rows.iter().map(|(number, row)| (*number, row.is_ok())).collect()
    };
    let whole = [head, &row("\"a"), &row("b"), &row("c")].join("\n");
    assert_eq!(read(&rows(&whole)), [(2, false), (3, true), (4, true)]);
    assert_eq!(rows(&whole)[0].1, Err(RowFault::OpenQuote));
    // Another mark behind closes it, and the row has too many cells.
    let closed = [
        head,
        &row("\"a"),
        &row("b"),
        "grant,first,2026-10-08\",c,4",
        &row("d"),
    ]
    .join("\n");
    assert_eq!(
        read(&rows(&closed)),
        [(2, false), (3, true), (4, false), (5, true)]
    );
    // It would swallow more than a row may have; a line that is too long is told too.
    let long = "x".repeat(MOST_ROW_BYTES + 1);
    let many = vec![row("b"); 3_000].join("\n");
    let swallows = [head, &row("\"a"), &many, &long, &row("c")].join("\n");
    let found = rows(&swallows);
    assert_eq!(found.len(), 3_003);
    assert_eq!(found[0], (2, Err(RowFault::OpenQuote)));
    assert!(found[1..3_001].iter().all(|(_, row)| row.is_ok()));
    assert_eq!(found[3_001], (3_003, Err(RowFault::TooLong)));
    assert!(matches!(found[3_002], (3_004, Ok(_))));
    let near = [head, &row("\"a"), &long, &row("c")].join("\n");
    assert!(matches!(
        &rows(&near)[..],
        [
            (2, Err(RowFault::OpenQuote)),
            (3, Err(RowFault::TooLong)),
            (4, Ok(_))
        ]
    ));
}

/// Form services keep the line breaks of long comments. What counts is how long the row is in all.
#[test]
fn a_comment_of_many_lines_is_part_of_its_row_until_the_row_is_too_long() {
    let head = "kind,side,day,A1.2,Your comment";
    let row = |lines: usize| {
        let comment = vec!["x".repeat(999); lines].join("\n");
        format!("{head}\ngrant,first,2026-10-08,4,\"{comment}\"\ngrant,first,2026-10-08,4,short\n")
    };
    for lines in [1, 2, 60] {
        let found = rows(&row(lines));
        assert!(
            matches!(&found[..], [(2, Ok(_)), (_, Ok(_))]),
            "{lines} lines: {found:?}"
        );
    }
    let found = rows(&row(70));
    assert_eq!(found[0], (2, Err(RowFault::OpenQuote)));
    assert!(matches!(found.last(), Some((72, Ok(_)))), "{found:?}");
}

#[test]
fn what_cannot_be_in_a_row_is_told() {
    let table = "length,kind,side,sector,stage,day,partnership,organisation,A1.1,A1.2,CO1,CP1\n\
        full,grant,first,,,2026-10-08,,,1,Sometimes,,\n\
        full,grant,first,,,2026-10-08,,,6,,,\n\
        full,grant,third,,,2026-10-08,,,,,,\n\
        full,other,first,,,2026-10-08,,,,,,\n\
        full,grant,,,,2026-10-08,,,,,,\n\
        full,grant,first,bank,,2026-10-08,,,,,,\n\
        quick,grant,first,,norming,2026-10-08,,,,,,\n\
        quick,grant,first,,,2026-10-08,,,1,,,\n\
        full,grant,first,,,2026-10-08,,,,,3,\n\
        full,grant,first,,,2026-02-30,,,,,,\n\
        full,grant,first,,,8/10/2026,,,,,,\n\
        full,grant,first,,,,,,,,,\n\
        full,,first,,,2026-10-08,,,,,,\n\
        full,grant,first,,,2026-10-08,NAME,,,,,\n\
        full,grant,first,,,2026-10-08,\n"
        .replace("NAME", &"n".repeat(61));
    let (rows, _) = open(table.as_bytes(), Defaults::default()).expect("a table");
    let cell = |column, name, found: &str, fault| RowFault::Cell {
        column: Some(column),
        name,
        found: found.to_owned(),
        fault,
    };
    let wanted = [
        cell(10, "A1.2", "Sometimes", CellFault::NotAResponse),
        cell(9, "A1.1", "6", CellFault::NotAResponse),
        cell(3, "side", "third", CellFault::NotAValue(About::Side)),
        cell(3, "side", "first", CellFault::NoSides),
        cell(3, "side", "", CellFault::Missing(About::Side)),
        cell(4, "sector", "bank", CellFault::NotAValue(About::Sector)),
        cell(5, "stage", "norming", CellFault::NoStage),
        cell(9, "A1.1", "1", CellFault::NotAsked(Length::Quick, Kind::Grant)),
        cell(11, "CO1", "3", CellFault::NotAsked(Length::Full, Kind::Grant)),
        cell(6, "day", "2026-02-30", CellFault::NotADay),
        cell(6, "day", "8/10/2026", CellFault::DayOrMonth),
        cell(6, "day", "", CellFault::Missing(About::Day)),
        cell(2, "kind", "", CellFault::Missing(About::Kind)),
        cell(7, "partnership", &"n".repeat(61), CellFault::NameTooLong),
        RowFault::Cells { found: 7, wanted: 12 },
    ];
    let found: Vec<_> = rows
        .into_iter()
        .map(|(_, row)| row.expect_err("a fault"))
        .collect();
    assert_eq!(found, wanted);
    let latin = b"kind,day,organisation,A1.1\nother,2026-10-08,Caf\xE9,4\nother,2026-10-08,Cafe,4\n";
    let (rows, _) = open(latin, Defaults::default()).expect("a table");
    assert_eq!(
        rows[0].1,
        Err(cell(3, "organisation", "Caf\u{FFFD}", CellFault::NotText))
    );
    assert!(rows[1].1.is_ok());
}

#[test]
fn a_table_that_cannot_be_one_is_told() {
    let twice = |first, second, name| TableFault::Twice { first, second, name };
    let pair = |id| StatementId::parse(id).expect("a statement");
    for (table, fault) in [
        (&b""[..], TableFault::Empty),
        (b"\xEF\xBB\xBF\r\n \r\n", TableFault::Empty),
        (b"\xFF\xFEA\0", TableFault::Utf16),
        (b"a,b\n1,2\n", TableFault::NoStatement),
        (b"respondent,kind,day,statement,response\n", TableFault::Long),
        (b"\"A1.1,A1.2\n", TableFault::FirstRow),
        (b"day;kind;day;A1.1\n", twice(1, 3, "day")),
        (
            b"A1.1;We have written down what this partnership is for.\n",
            twice(1, 2, "A1.1"),
        ),
        (
            b"A1.2 - We have written down what this partnership is for.\n",
            TableFault::TwoStatements {
                column: 1,
                id: pair("A1.2"),
                words: pair("A1.1"),
            },
        ),
    ] {
        let name = String::from_utf8_lossy(table);
        assert_eq!(open(table, members()).err(), Some(fault), "{name}");
    }
    for (defaults, about) in [
        (
            Defaults {
                kind: None,
                ..members()
            },
            About::Kind,
        ),
        (
            Defaults {
                side: None,
                ..members()
            },
            About::Side,
        ),
        (
            Defaults {
                day: None,
                ..members()
            },
            About::Day,
        ),
    ] {
        let found = open(b"A1.1\n4\n", defaults).err();
        assert_eq!(found, Some(TableFault::Missing(about)));
    }
    // A kind without sides needs none.
    let other = Defaults {
        kind: Some(Kind::Other),
        side: None,
        ..members()
    };
    assert_eq!(only("A1.1\n4\n", other).side, Side::First);
}

#[test]
fn the_length_follows_from_what_was_asked() {
    assert_eq!(only("A1.2,V2\n4,2\n", members()).length, Length::Quick);
    assert_eq!(only("A1.2,V1\n4,2\n", members()).length, Length::Full);
}

#[test]
fn days_are_read_as_they_are_meant() {
    let date = |year, month, day| Day::from_date(Date { year, month, day }).ok_or(CellFault::NotADay);
    let october = date(2026, 10, 8);
    for text in [
        "2026-10-08",
        "2026/10/8 2:03:22 PM GMT+1",
        "2026.10.08",
        "2026-10-08T14:03:22Z",
        " 2026-10-08 ",
    ] {
        assert_eq!(read_day(text, None), october, "{text}");
    }
    for text in ["8/10/2026", "08.10.2026 14:03", "8-10-2026"] {
        assert_eq!(read_day(text, Some(DayOrder::DayFirst)), october, "{text}");
        assert_eq!(
            read_day(text, Some(DayOrder::MonthFirst)),
            date(2026, 8, 10),
            "{text}"
        );
        assert_eq!(read_day(text, None), Err(CellFault::DayOrMonth), "{text}");
    }
    for text in [
        "",
        "-",
        "2026",
        "2026-10",
        "2026-10-08-1",
        "26-10-08",
        "2026-1O-08",
        "2026-+1-08",
        "2026-13-01",
        "2026-02-29",
        "1969-12-31",
        "2150-01-01",
        "99999-01-01",
        "8/10/26",
        "a/b/2026",
        "2026-010-08",
    ] {
        for order in [None, Some(DayOrder::DayFirst)] {
            assert_eq!(read_day(text, order), Err(CellFault::NotADay), "{text}");
        }
    }
}
