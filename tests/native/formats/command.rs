//! `phc decode`: the table, what it says of lines that cannot be read, and its exit code.

use itertools::Itertools as _;
use std::io::{Read as _, Write as _};
use std::process::{Command, Output, Stdio};
use std::thread;

use super::vectors::{links, payload};
use partnership_health_check::formats::export::tables;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phc"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub(super) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("an input");
    let input = input.to_vec();
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command ends");
    // A command that is wrong reads nothing.
    let _ = writer.join();
    output
}

pub(super) fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn lines_become_the_tables_of_the_page() {
    let links = links();
    let mut input = String::new();
    for link in &links {
        input.extend(["https://example.org/", &link.fragment, "\r\n"]);
    }
    let summaries: Vec<_> = links.iter().map(|link| &link.summary).collect();
    let wide = run(&["decode"], input.as_bytes());
    assert_eq!(text(&wide.stdout), tables::wide(summaries.iter().copied()));
    assert_eq!(wide.status.code(), Some(0));
    assert_eq!(
        text(&wide.stderr),
        format!("{} links read, 0 lines could not be read\n", links.len())
    );
    let long = run(&["decode", "--long", "-"], input.as_bytes());
    assert_eq!(text(&long.stdout), tables::long(summaries.iter().copied()));
    let objects = run(&["decode", "--ndjson"], input.as_bytes());
    for (line, link) in text(&objects.stdout).lines().zip_eq(&links) {
        let read: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(read["kind"], link.summary.kind.id());
        assert_eq!(
            read["partnership"].as_str().unwrap_or_default(),
            link.summary.partnership
        );
    }
}

#[test]
fn lines_that_cannot_be_read_are_told_with_their_numbers() {
    let links = links();
    let good = payload(&links[0]);
    let mut input = format!("{good}\n\nhello\n#phc={}\n#phc=AgME0IWapg\n", &good[..20]).into_bytes();
    input.extend(b"\xFF\xFE\n");
    input.extend("x".repeat(200_000).bytes());
    input.extend(format!("\n  see https://example.org/?a=b#phc={good}. \n#phc={good}").bytes());
    let output = run(&["decode"], &input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "line 3: has no summary link\n\
         line 4: the link is cut off\n\
         line 5: the link is from a newer version\n\
         line 6: is not text in UTF-8\n\
         line 7: is longer than 65,536 bytes\n\
         3 links read, 5 lines could not be read\n"
    );
    let numbers: Vec<_> = text(&output.stdout)
        .lines()
        .skip(1)
        .map(|row| row.split(',').next())
        .collect();
    assert_eq!(numbers, [Some("1"), Some("8"), Some("9")]);
}

#[test]
fn a_wrong_command_says_how_it_is_used() {
    for (arguments, help) in [
        (&[][..], "phc decode "),
        (&["compare"], "phc decode "),
        (&["decode", "--wide"], "phc decode "),
        (&["decode", "a", "b"], "phc decode "),
        (&["encode", "--wide"], "phc encode "),
        (&["encode", "a", "b"], "phc encode "),
        (&["encode", "--kind"], "phc encode "),
        (&["encode", "--stage", "forming"], "phc encode "),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).starts_with(help), "{arguments:?}");
    }
    for command in ["decode", "encode"] {
        assert_eq!(run(&[command, "no-such-file"], b"").status.code(), Some(2));
        let help = run(&[command, "--help"], b"");
        assert_eq!(help.status.code(), Some(0));
        assert!(text(&help.stdout).starts_with(&format!("phc {command} ")));
    }
    assert_eq!(run(&["--help"], b"").status.code(), Some(0));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let line = format!("{}\n", payload(&links()[0]));
    let mut child = command(&["decode"]).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("an input");
    let writer = thread::spawn(move || stdin.write_all(line.repeat(50_000).as_bytes()));
    let mut stdout = child.stdout.take().expect("an output");
    stdout.read_exact(&mut [0; 10]).expect("a beginning");
    drop(stdout);
    let output = child.wait_with_output().expect("the command ends");
    let _ = writer.join();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_told_the_exit_code_still_says_it() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let links = links();
    let link = payload(&links[0]);
    let input = format!("{link}\nno link\n");
    for (input, code) in [(link, 0), (&*input, 1)] {
        let mut child = command(&["decode"]).spawn().expect("the command starts");
        // Nobody reads what it says.
        drop(child.stderr.take());
        let mut stdin = child.stdin.take().expect("an input");
        stdin.write_all(input.as_bytes()).expect("it reads");
        drop(stdin);
        let output = child.wait_with_output().expect("the command ends");
        assert_eq!(output.status.code(), Some(code), "{input}");
        assert_eq!(text(&output.stdout).lines().count(), 2, "{input}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_phc"))
        .arg("decode")
        .arg(OsStr::from_bytes(b"\xFF.txt"))
        .output()
        .expect("the command starts");
    assert_eq!(output.status.code(), Some(2), "a file name that is no text");
}
