//! Files for other programs, read by other libraries.

use super::any::{comparison, plan, summary, text as any_text};
use super::link_forms::comparisons;
use super::vectors::links;
use icalendar::{Calendar, CalendarComponent, Component as _};
use itertools::Itertools as _;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra;
use partnership_health_check::domain::ids::{Sector, StatementId};
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::domain::value::ValueCard;
use partnership_health_check::formats::export::calendar::{Version, Words, calendar};
use partnership_health_check::formats::export::{csv, json, tables};
use proptest::prelude::*;

use crate::plays::plays;

/// A plan that was changed three times.
const SEVENTH: Version = Version { id: 7, revision: 3 };

/// A table as an independent reader sees it: its first row, and the others.
fn read(table: &str) -> (Vec<String>, Vec<Vec<String>>) {
    read_between(table, b',')
}

/// The same with another byte between the cells.
fn read_between(table: &str, between: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(between)
        .from_reader(table.as_bytes());
    let row = |row: Result<::csv::StringRecord, _>| row.expect("a row").iter().map(str::to_owned).collect();
    let mut rows: Vec<Vec<String>> = reader.records().map(row).collect();
    let head = rows.remove(0);
    (head, rows)
}

fn at<'a>(head: &[String], row: &'a [String], column: &str) -> &'a str {
    let place = head.iter().position(|name| name == column).expect("a column");
    &row[place]
}

/// A day as the tables write it.
fn iso(day: Day) -> String {
    let date = day.date();
    format!("{}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Asserts that a row of either table of summaries begins with what is known of its respondent.
fn tells_about(head: &[String], row: &[String], number: usize, summary: &Summary) {
    let side = if summary.kind.has_pairs() {
        summary.side.id()
    } else {
        ""
    };
    let of_respondent = [
        ("respondent", number.to_string().as_str()),
        ("length", summary.length.id()),
        ("kind", summary.kind.id()),
        ("side", side),
        ("sector", summary.sector.map_or("", Sector::id)),
        ("stage", summary.stage.map_or("", StageChoice::id)),
        ("day", iso(summary.day).as_str()),
    ]
    .map(|(column, wanted)| (column, wanted.to_owned()));
    for (column, wanted) in of_respondent {
        assert_eq!(at(head, row, column), wanted, "{column}");
    }
    assert_eq!(
        csv::without_guard(at(head, row, "partnership")),
        summary.partnership
    );
    assert_eq!(
        csv::without_guard(at(head, row, "organisation")),
        summary.organisation
    );
}

/// The columns of the tables below a heading of `docs/data.md`, in their order.
pub(super) fn documented(heading: &str) -> Vec<Vec<String>> {
    let document = std::fs::read_to_string(super::vectors::package("docs/data.md")).expect("the document");
    let (_, section) = document
        .split_once(&format!("\n## {heading}\n"))
        .expect("the heading");
    let section = section.split("\n## ").next().unwrap_or_default();
    let mut tables: Vec<Vec<String>> = Vec::new();
    for line in section.lines() {
        match line.strip_prefix("| ").and_then(|row| row.split(" |").next()) {
            Some("column") => tables.push(Vec::new()),
            Some(column) => tables.last_mut().expect("a head").push(column.replace('`', "")),
            None => {}
        }
    }
    tables
}

/// What stands in `docs/data.md` for the column of each organisation.
const NAMED: &str = "name of an organisation";

#[test]
fn the_columns_are_the_documented_ones_in_their_order() {
    let summaries = documented("Summaries");
    let [long] = &summaries[..] else {
        panic!("one table of summaries expected: {summaries:?}");
    };
    assert_eq!(read(&tables::long([])).0, *long);
    let about = long.strip_suffix(&["extra_set", "statement", "response"].map(str::to_owned));
    let mut wide = about.expect("the long table ends with these").to_vec();
    wide.extend(StatementId::all().map(|statement| statement.id().to_owned()));
    wide.push("extra_set".to_owned());
    wide.extend(extra::IDS.map(str::to_owned));
    assert_eq!(read(&tables::wide([])).0, wide);

    let link = comparisons().remove(2);
    let labels = vec![NAMED.to_owned(); link.meaning.organisations().len()];
    let of_one = |mut head: Vec<String>| {
        head.dedup();
        head
    };
    let drawn = [
        of_one(read(&tables::comparison(&link.meaning, &labels)).0),
        of_one(read(&tables::statements(&link.meaning, &labels)).0),
    ];
    assert_eq!(documented("A comparison"), drawn);
    assert_eq!(documented("A plan"), [read(&tables::plan(&Plan::default())).0]);
}

#[test]
fn a_file_begins_with_the_mark_of_utf_8() {
    assert_eq!(csv::file("a,b\r\n").as_bytes()[..4], [0xEF, 0xBB, 0xBF, b'a']);
}

/// 2.5 is a day in May to a spreadsheet that expects 2,5.
#[test]
fn where_fractions_begin_with_a_comma_so_do_those_of_a_table() {
    let table = "statement,topic,\"Tea, 2.5 \"\"b\"\"\"\r\nA1.1,A1,2.5\r\nA1.2,A1,10.5\r\n";
    let wanted = "statement;topic;\"Tea, 2.5 \"\"b\"\"\"\r\nA1.1;A1;2,5\r\nA1.2;A1;10,5\r\n";
    assert_eq!(csv::with_semicolons(table), wanted);
}

#[test]
fn texts_that_a_spreadsheet_would_run_are_made_harmless() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\"=1",
        "'=1",
        " \" ' =1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "=cmd|' /C calc'!A0",
        "\u{A0}=1",
        "\0=1",
    ] {
        assert!(csv::is_formula(text), "{text:?}");
        let step = PlannedStep {
            what: text.to_owned(),
            ..PlannedStep::default()
        };
        let (head, rows) = read(&tables::plan(&Plan { steps: vec![step] }));
        let cell = at(&head, &rows[0], "what");
        let guarded = ["\t", "\n", "\r"].iter().fold(text.to_owned(), |text, at| {
            text.replace(&format!("{at}="), &format!("{at}'="))
        });
        assert_eq!(cell, format!("'{guarded}"));
        assert_eq!(csv::without_guard(cell), text);
    }
    // Where a semicolon separates cells, a row may begin inside a text in quotation marks.
    for (text, guarded) in [
        ("a\n=1+1", "a\n'=1+1"),
        ("a\r@b", "a\r'@b"),
        ("a\r\n-1", "a\r'\n'-1"),
        ("a, =1", "a,' =1"),
    ] {
        let step = PlannedStep {
            what: text.to_owned(),
            ..PlannedStep::default()
        };
        let (head, rows) = read(&tables::plan(&Plan { steps: vec![step] }));
        assert_eq!(at(&head, &rows[0], "what"), guarded);
        assert_eq!(csv::without_guard(guarded), text);
    }
    for text in ["", "a=1", "1+1", "'a", "''", "Tea \"for\" all", "5 - 3", "'tis"] {
        assert!(!csv::is_formula(text), "{text:?}");
        assert_eq!(csv::without_guard(text), text);
    }
}

#[test]
fn names_that_a_spreadsheet_would_take_for_numbers_stay_names() {
    for text in [
        "3-4",
        "1E5",
        "0123",
        "1/2",
        "2026-11-22",
        "12:30",
        "1,000.5",
        " 7",
        "10 %",
        "£5",
        "(5)",
        "'7",
        "1 000",
    ] {
        assert!(csv::is_number(text), "{text:?}");
        let mut summary = links().remove(0).summary;
        text.clone_into(&mut summary.organisation);
        let (head, rows) = read(&tables::wide([&summary]));
        let cell = at(&head, &rows[0], "organisation");
        assert_eq!(cell, format!("'{text}"));
        assert_eq!(csv::without_guard(cell), text);
    }
    for text in [
        "",
        "A",
        "3rd Town Scouts",
        "Route 66",
        "E",
        "'",
        "1; 2",
        "Tea-4",
        "=1",
        "-4",
    ] {
        assert!(!csv::is_number(text), "{text:?}");
    }
}

/// The worked example of the rules: A2 of three organisations comes to 65, "Getting there", "Mixed", with
/// one statement on opposite sides.
#[test]
fn a_comparison_has_the_numbers_of_the_worked_example() {
    let mut example = Comparison::new(Day(20_000));
    for (place, answers) in [["4", "2", "3"], ["5", "4", "4"], ["4", "3", "dk"]]
        .iter()
        .enumerate()
    {
        let mut summary = Summary {
            sheet: AnswerSheet::default(),
            ..links()[0].summary.clone()
        };
        for (statement, answer) in ["A2.1", "A2.2", "A2.3"].iter().zip_eq(answers) {
            let statement = StatementId::parse(statement).expect("a statement");
            summary.sheet.set(statement, Response::parse(answer));
        }
        example.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation: place as u8,
            summary,
        });
    }
    let labels = ["=X", "Council \"Y\"", ""].map(str::to_owned);
    let table = tables::comparison(&example, &labels);
    let lines: Vec<_> = table.lines().collect();
    let head = "topic,outcome,score,band,agreement,opposites,opposite_statements";
    assert_eq!(
        lines[0],
        format!("{head},\"'=X\",\"Council \"\"Y\"\"\",organisation_3")
    );
    assert_eq!(lines[1], "A1,too-few-answers,,,,0,,,,");
    assert_eq!(lines[2], "A2,score,65,getting-there,mixed,1,A2.2,50,83,63");
    assert_eq!(lines.len(), 14);
}

#[test]
fn a_step_keeps_its_name_in_calendars_whatever_becomes_of_it() {
    let words = Words {
        title: "",
        owner: "",
        sign: "",
    };
    let named = |steps: &[(u32, &str)], id: u32| {
        let step = |(id, what): &(u32, &str)| PlannedStep {
            id: *id,
            what: (*what).to_owned(),
            due: Some(Day(20_734)),
            ..PlannedStep::default()
        };
        let plan = Plan {
            steps: steps.iter().map(step).collect(),
        };
        let file = calendar(&plan, Version { id, revision: 1 }, Day(20_700), &words).expect("an event");
        let names = file.lines().filter(|line| line.starts_with("UID:"));
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let all = named(&[(1, "meet"), (2, "talk"), (3, "meet")], 7);
    assert!(
        all[0] != all[1] && all[0] != all[2] && all[1] != all[2],
        "{all:?}"
    );
    let moved = named(&[(2, "talk, as agreed"), (1, "meet")], 7);
    assert_eq!(moved, [all[1].clone(), all[0].clone()]);
    assert_ne!(named(&[(1, "meet")], 8)[0], all[0], "of another plan");
}

#[test]
fn a_calendar_tells_no_number_of_the_device_and_the_newer_of_two_files() {
    let words = Words {
        title: "",
        owner: "",
        sign: "",
    };
    let file = |revision: u32| {
        let step = PlannedStep {
            id: 987_654_321,
            what: "Meet".to_owned(),
            due: Some(Day(20_734)),
            ..PlannedStep::default()
        };
        let version = Version {
            id: 123_456_789,
            revision,
        };
        calendar(&Plan { steps: vec![step] }, version, Day(20_700), &words).expect("an event")
    };
    let line = |file: &str, name: &str| {
        file.lines()
            .find(|line| line.starts_with(name))
            .map(str::to_owned)
    };
    let [older, newer] = [file(4), file(11)];
    assert!(
        !older.contains("123456789") && !older.contains("987654321"),
        "{older}"
    );
    assert_eq!(line(&older, "UID:"), line(&newer, "UID:"));
    assert_eq!(line(&older, "DTSTAMP:"), line(&newer, "DTSTAMP:"));
    assert_eq!(line(&older, "SEQUENCE:").as_deref(), Some("SEQUENCE:4"));
    assert_eq!(line(&newer, "SEQUENCE:").as_deref(), Some("SEQUENCE:11"));
}

#[test]
fn calendars_keep_to_the_rules_of_lines() {
    let text = "Meet; bring tea, cake \\ and 茶 ".repeat(9);
    let step = |what: &str, due, done| PlannedStep {
        what: what.to_owned(),
        owner: "Ann,\nZoë".to_owned(),
        due,
        done,
        ..PlannedStep::default()
    };
    let words = Words {
        title: "Tea; all",
        owner: "Owner: ",
        sign: "Sign: ",
    };
    let due = Some(Day(20_734));
    let plan = Plan {
        steps: vec![
            step(&text, due, false),
            step("done", due, true),
            step("some day", None, false),
        ],
    };
    let file = calendar(&plan, SEVENTH, Day(20_700), &words).expect("an event");
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    let unfolded = file.replace("\r\n ", "");
    for line in [
        "SEQUENCE:3",
        "DTSTAMP:20260904T000000Z",
        "DTSTART;VALUE=DATE:20261008",
        "DTEND;VALUE=DATE:20261009",
        "DESCRIPTION:Owner: Ann\\,\\nZoë",
        "X-WR-CALNAME:Tea\\; all",
    ] {
        assert!(
            unfolded.contains(&format!("\r\n{line}\r\n")),
            "{line} in {unfolded}"
        );
    }
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 1);
    assert_eq!(
        calendar(
            &Plan {
                steps: plan.steps[1..].to_vec()
            },
            SEVENTH,
            Day(1),
            &words
        ),
        None
    );
    let last = Plan {
        steps: vec![step("x", Some(Day(u16::MAX)), false)],
    };
    assert!(
        !calendar(&last, SEVENTH, Day(1), &words)
            .expect("an event")
            .contains("DTEND")
    );
}

#[test]
fn json_is_read_by_others() {
    for link in links() {
        let file: serde_json::Value =
            serde_json::from_str(&json::summary(&link.summary, None)).expect("JSON");
        assert_eq!((&file["phc"], &file["v"]), (&"summary".into(), &1.into()));
        assert_eq!(file["kind"], link.summary.kind.id());
        let responses = file["responses"].as_object().expect("responses");
        for (id, value) in responses {
            let statement = StatementId::parse(id).expect("a statement");
            let response = link.summary.sheet.get(statement).expect("a response");
            assert_eq!(value, response.value());
        }
    }
    for link in comparisons() {
        let nameless = json::comparison(&link.meaning, false);
        for member in ["partnership", "organisation\"", "label"] {
            assert!(!nameless.contains(&format!("\"{member}")), "{nameless}");
        }
        let file: serde_json::Value =
            serde_json::from_str(&json::comparison(&link.meaning, true)).expect("JSON");
        let partners = file["partners"].as_array().expect("partners");
        for (read, partner) in partners.iter().zip_eq(&link.meaning.partners) {
            assert_eq!(read["label"].as_str().unwrap_or_default(), partner.label);
            assert_eq!(read["organisation_number"], partner.organisation);
        }
    }
}

/// What the long table says of a summary: set, id of the statement, response.
fn asked(summary: &Summary) -> Vec<(String, &'static str, Option<Response>)> {
    let statements = summary.length.statements(summary.kind).into_iter();
    let published = statements.map(|each| (String::new(), each.id(), summary.sheet.get(each)));
    let extra = summary.extra.iter().flat_map(|extra| {
        let set = extra.set().to_string();
        let ids = extra::IDS.into_iter().take(extra.responses().len());
        let all = ids.zip_eq(extra.responses());
        all.map(move |(id, response)| (set.clone(), id, *response))
    });
    published.chain(extra).collect()
}

proptest! {
    #![proptest_config(plays(60))]

    #[test]
    fn tables_of_summaries_say_what_went_in(summaries in proptest::collection::vec(summary(), 0..6)) {
        let (head, rows) = read(&tables::wide(&summaries));
        prop_assert_eq!(rows.len(), summaries.len());
        for (number, (row, summary)) in (1..).zip(rows.iter().zip_eq(&summaries)) {
            tells_about(&head, row, number, summary);
            for statement in StatementId::all() {
                let wanted = summary.sheet.get(statement).map_or("", Response::value);
                prop_assert_eq!(at(&head, row, statement.id()), wanted);
            }
            let extra = summary.extra.as_ref();
            prop_assert_eq!(at(&head, row, "extra_set"), extra.map_or(String::new(), |extra| extra.set().to_string()));
            for (position, id) in extra::IDS.into_iter().enumerate() {
                let wanted = extra.and_then(|extra| *extra.responses().get(position)?);
                prop_assert_eq!(at(&head, row, id), wanted.map_or("", Response::value));
            }
        }
        let (head, rows) = read(&tables::long(&summaries));
        let asked: Vec<_> = summaries
            .iter()
            .enumerate()
            .flat_map(|(place, each)| asked(each).into_iter().map(move |asked| (place + 1, each, asked)))
            .collect();
        prop_assert_eq!(rows.len(), asked.len());
        for (row, (number, summary, (set, id, response))) in rows.iter().zip_eq(asked) {
            tells_about(&head, row, number, summary);
            prop_assert_eq!(at(&head, row, "extra_set"), set);
            prop_assert_eq!(at(&head, row, "statement"), id);
            prop_assert_eq!(at(&head, row, "response"), response.map_or("", Response::value));
        }
    }

    #[test]
    fn a_comparison_has_the_numbers_of_the_rules(comparison in comparison()) {
        let (head, rows) = read(&tables::comparison(&comparison, &[]));
        let organisations = comparison.organisations();
        let (card, value) = (ScoreCard::of(&organisations), ValueCard::of(&organisations));
        prop_assert_eq!(head.len(), 7 + organisations.len());
        for (topic, row) in Topic::all().zip_eq(&rows) {
            let score = match topic {
                Topic::Criterion(criterion) => card.score(criterion),
                Topic::Value => value.score(),
            };
            prop_assert_eq!(at(&head, row, "topic"), topic.id());
            prop_assert_eq!(at(&head, row, "score"), score.map_or(String::new(), |score| score.shown().to_string()));
        }
    }

    #[test]
    fn a_plan_table_says_what_went_in(plan in plan()) {
        let (head, rows) = read(&tables::plan(&plan));
        prop_assert_eq!(rows.len(), plan.steps.len());
        for (number, (row, step)) in (1..).zip(rows.iter().zip_eq(&plan.steps)) {
            prop_assert_eq!(at(&head, row, "number"), number.to_string());
            prop_assert_eq!(&csv::without_guard(at(&head, row, "what")), &step.what);
            prop_assert_eq!(&csv::without_guard(at(&head, row, "owner")), &step.owner);
            prop_assert_eq!(&csv::without_guard(at(&head, row, "sign")), &step.sign);
            prop_assert_eq!(at(&head, row, "topic"), step.topic.map_or("", Topic::id));
            prop_assert_eq!(at(&head, row, "due"), step.due.map_or(String::new(), iso));
            prop_assert_eq!(at(&head, row, "done"), if step.done { "yes" } else { "no" });
        }
    }

    #[test]
    fn a_calendar_is_read_by_others(plan in plan(), today in any::<u16>()) {
        let words = Words { title: "Plan", owner: "Owner: ", sign: "Sign: " };
        let dated: Vec<_> = plan.steps.iter().filter(|step| step.due.is_some() && !step.done).collect();
        let Some(file) = calendar(&plan, SEVENTH, Day(today), &words) else {
            prop_assert!(dated.is_empty());
            return Ok(());
        };
        let read: Calendar = file.parse().expect("a calendar");
        let events: Vec<_> = read.components.iter().filter_map(CalendarComponent::as_event).collect();
        prop_assert_eq!(events.len(), dated.len());
        for (event, step) in events.iter().zip_eq(dated) {
            prop_assert_eq!(event.get_summary(), Some(step.what.as_str()));
            prop_assert!(event.get_start().is_some() && event.get_uid().is_some());
        }
    }
}

proptest! {
    #![proptest_config(plays(1_000))]

    #[test]
    fn any_cell_is_harmless_and_comes_back(text in any_text(30)) {
        let step = PlannedStep { what: text.clone(), ..PlannedStep::default() };
        let (head, rows) = read(&tables::plan(&Plan { steps: vec![step] }));
        let cell = at(&head, &rows[0], "what");
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
        prop_assert_eq!(&csv::without_guard(cell), &text);
    }

    #[test]
    fn any_number_comes_back(text in "[0-9 '\"=.,:/Ee%+-]{0,9}") {
        let step = PlannedStep { what: text.clone(), ..PlannedStep::default() };
        let (head, rows) = read(&tables::plan(&Plan { steps: vec![step] }));
        prop_assert_eq!(&csv::without_guard(at(&head, &rows[0], "what")), &text);
    }
}

proptest! {
    #![proptest_config(plays(256))]

    /// Where another sign parts columns, quotation marks mean nothing in the middle of a line.
    #[test]
    fn no_spreadsheet_finds_a_formula_behind_another_separator(name in "[a,;\t=+@' \"-]{0,12}") {
        let mut summary = links().remove(0).summary;
        summary.organisation.clone_from(&name);
        let table = tables::wide([&summary].into_iter());
        for table in [csv::with_semicolons(&table), table] {
            let row = table.lines().nth(1).expect("a row");
            for separator in [',', ';', '\t'] {
                for cell in row.split(separator).skip(1) {
                    let begins = cell.trim_start_matches([' ', '"']);
                    prop_assert!(!begins.starts_with(['=', '+', '-', '@']), "{cell:?} of {row:?}");
                }
            }
        }
    }

    /// Of the spreadsheets of another country: the same cells, but for the sign before the tenths of a number.
    #[test]
    fn a_table_with_semicolons_has_the_same_cells(comparison in comparison(), plan in plan(), name in "[a,;\".\n0-9]{0,9}") {
        let labels = vec![name; comparison.organisations().len()];
        let summaries: Vec<_> = comparison.partners.iter().map(|partner| partner.summary.clone()).collect();
        let tables = [
            tables::wide(&summaries),
            tables::long(&summaries),
            tables::comparison(&comparison, &labels),
            tables::statements(&comparison, &labels),
            tables::plan(&plan),
        ];
        for table in tables {
            let (head, rows) = read(&table);
            let (other_head, other_rows) = read_between(&csv::with_semicolons(&table), b';');
            prop_assert_eq!(&other_head, &head);
            prop_assert_eq!(other_rows.len(), rows.len());
            for (other, row) in other_rows.iter().flatten().zip_eq(rows.iter().flatten()) {
                let is_mean = row.len() > 2 && row.split('.').count() == 2 && row.chars().all(|c| c == '.' || c.is_ascii_digit());
                prop_assert_eq!(other, &if is_mean { row.replace('.', ",") } else { row.clone() });
            }
        }
    }
}
