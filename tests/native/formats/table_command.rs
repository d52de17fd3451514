//! `phc encode`: the links, what it says of rows that cannot be read, and its exit code.

use itertools::Itertools as _;

use super::command::{run, text};
use super::vectors::{links, package};
use partnership_health_check::formats::export::tables;
use partnership_health_check::formats::link;

#[test]
fn a_table_becomes_the_links_that_it_was_made_of() {
    let summaries: Vec<_> = links().into_iter().map(|link| link.summary).collect();
    let wanted: Vec<String> = summaries
        .iter()
        .map(|summary| ["#phc=", &link::encode(summary), "\n"].concat())
        .collect();
    let wanted = wanted.concat();
    let table = run(&["decode"], wanted.as_bytes()).stdout;
    assert_eq!(text(&table), tables::wide(&summaries));
    let output = run(&["encode"], &table);
    assert_eq!(text(&output.stdout), wanted);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        text(&output.stderr),
        format!("{} links written, 0 lines could not be read\n", summaries.len())
    );
    let at = run(&["encode", "--address", "https://example.org/check", "-"], &table);
    let addressed = wanted.replace("#phc=", "https://example.org/check#phc=");
    assert_eq!(text(&at.stdout), addressed);
    assert_eq!(run(&["decode"], &at.stdout).stdout, table);
}

#[test]
fn rows_that_cannot_be_read_are_told_and_the_others_go_on() {
    let table = "Zeit;A1.1;A2.1;organisation\n\
        1;4;Mostly true;Food bank\n\
        \n\
        2;Sometimes;\x1B[2J;Food bank\n\
        3;4\n\
        4;dk;;Choir\n";
    let options = [
        "encode",
        "--kind",
        "commissioning",
        "--side",
        "second",
        "--day",
        "2026-10-08",
    ];
    let output = run(&options, table.as_bytes());
    assert_eq!(
        text(&output.stderr),
        "columns that are passed over: “Zeit”\n\
         line 4, column 2, A1.1: found “Sometimes”: right is 1 to 5, dk, na, nothing, or Not true, Mostly not true, \
         Partly true, Mostly true, Completely true, Do not know, Does not apply yet\n\
         line 5: has 2 cells, the first row has 4\n\
         2 links written, 2 lines could not be read\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let read = run(&["decode"], &output.stdout).stdout;
    let rows: Vec<&str> = text(&read).lines().skip(1).collect();
    assert!(rows[0].starts_with("1,full,commissioning,second,,,2026-10-08,,\"Food bank\",4,,,4,"));
    assert!(rows[1].starts_with("2,full,commissioning,second,,,2026-10-08,,\"Choir\",dk,"));
    assert_eq!(rows.len(), 2);
}

#[test]
fn what_is_wrong_with_the_table_or_an_option_is_said_in_a_sentence() {
    let known = ["--kind", "grant", "--side", "first", "--day", "2026-10-08"];
    for (options, table, sentence) in [
        (
            &known[2..],
            "A1.1\n4\n",
            "no column is named kind: add one, or give --kind with consortium, commissioning, grant, prime or other\n",
        ),
        (
            &known,
            "A1,A2\n4,4\n",
            "no column is a statement: the first row must hold their ids, such as A1.1, or their words\n",
        ),
        (
            &known,
            "A1.1,V1,A1.1\n",
            "columns 1 and 3 are both A1.1: keep one of them\n",
        ),
        (
            &["--kind", "charity"],
            "",
            "--kind: found “charity”: right is consortium, commissioning, grant, prime or other\n",
        ),
        (
            &["--day", "8.10.26"],
            "",
            "--day: found “8.10.26”: right is a day from 1970 to 2149, such as 2026-10-08\n",
        ),
    ] {
        let arguments: Vec<&str> = ["encode"].iter().chain(options).copied().collect();
        let output = run(&arguments, table.as_bytes());
        assert_eq!(text(&output.stderr), sentence);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    }
}

#[test]
fn what_was_found_is_shown_without_what_moves_the_cursor() {
    let heading = format!("{}\u{1B}[2J\u{202E}", "n".repeat(50));
    let many: Vec<String> = (0..30).map(|at| format!("x{at}")).collect();
    let table = format!(
        "kind,day,A1.1,\"a\u{1B}[2J\u{202E}b\",{heading},{}\n",
        many.join(",")
    );
    let output = run(&["encode"], table.as_bytes());
    let told = text(&output.stderr);
    assert!(!told.contains('\u{1B}') && !told.contains('\u{202E}'), "{told}");
    assert!(told.starts_with(&format!(
        "columns that are passed over: “a\\u{{1b}}[2J\\u{{202e}}b”, “{}…”, “x0”, ",
        "n".repeat(40)
    )));
    assert!(told.contains("“x17” and 12 more\n0 links written"), "{told}");
}

/// The way from a form service's export to links, as `docs/data.md` tells it.
#[test]
fn the_example_in_the_document_is_what_happens() {
    let document = std::fs::read_to_string(package("docs/data.md")).expect("the document");
    let (_, section) = document
        .split_once("### From a form service to a comparison")
        .expect("the heading");
    let blocks: Vec<String> = section
        .split("   ```\n")
        .skip(1)
        .step_by(2)
        .map(|block| {
            block
                .lines()
                .map(|line| line.trim_start().to_owned() + "\n")
                .collect()
        })
        .collect();
    let [sheet, command, told] = &blocks[..] else {
        panic!("a sheet, a command and what it tells: {blocks:?}");
    };
    let arguments = command
        .strip_prefix("phc ")
        .and_then(|rest| rest.strip_suffix(" responses.csv > links.txt\n"))
        .expect("a command of phc");
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let output = run(&arguments, sheet.as_bytes());
    assert_eq!(text(&output.stderr), told);
    let corrected = sheet.replace("Don't know", "Do not know");
    let output = run(&arguments, corrected.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let table = run(&["decode"], &output.stdout).stdout;
    let rows: Vec<&str> = text(&table).lines().skip(1).collect();
    for (row, beginning) in rows.iter().zip_eq([
        "1,full,consortium,second,,,2026-10-08,\"Riverside\",\"Food bank\",4,,,5,,,",
        "2,full,consortium,second,,,2026-10-08,\"Riverside\",\"Riverside Choir\",3,,,dk,,,",
        "3,full,consortium,second,,,2026-10-09,\"Riverside\",\"Allotments\",1,,,4,,,",
    ]) {
        assert!(row.starts_with(beginning), "{row}");
    }
}
