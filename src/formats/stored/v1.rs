//! Version 1 of the stored text.
//!
//! ```json
//! {"phc":"stored","v":1,"written_by":"0.1.0","checks":[
//!   {"id":7,"started":20734,
//!    "setup":{"at":1,"length":"full","kind":"grant","side":"second","sector":"charity",
//!             "partnership":"Tea for all","organisation":"B"},
//!    "responses":{"A1.1":"4@2","A1.2":"dk@3","A1.3":"@5"},
//!    "notes":{"A1":"They never came.@6"},
//!    "stage":"norming@50","finished":"20735@51","place":"14@52","reply":"20760 chair@example.org@1",
//!    "extra":{"at":1,"set":1990545071,"statements":["We return calls within two days."]}}],
//!  "removed":[3]}
//! ```
//!
//! A field is a text: its value, `@`, and its revision, 1 or more. A field that was set and cleared again
//! has an empty value; one that was never set is left out. In `setup`, `at` is the revision, and what was
//! not given is left out; so is `removed`, the ids of checks that were deleted, while there are none. `extra` has the
//! statements that whoever invited added, with their fingerprint, and `responses` has the responses to them as E1 to E5. Days are
//! counted from 1 January 1970. The ids are those of `domain`.
//!
//! A member that is not listed makes the text unreadable, so that nothing is lost by writing it back: who
//! adds one makes a new version. Of a member that comes twice the later counts, but of responses and
//! notes the one with the higher revision. Frozen once released.

use super::super::decimal::{decimal, push_number};
use super::Loaded;
use super::json::{Reader, Writer};
use crate::domain::answer::{Response, StageChoice};
use crate::domain::check::{Check, MOST_UNKNOWN, NoteId, Revised, Setup};
use crate::domain::day::Day;
use crate::domain::extra::{self, Extra};
use crate::domain::ids::{Kind, Length, Sector, Side, StatementId};
use crate::domain::name::{clean_line, clean_name, clean_note};
use crate::domain::record::Record;
use crate::domain::reply::Reply;

/// The number of this version.
pub(super) const VERSION: u32 = 1;

/// Most checks of a text. One that was begun takes 130 characters, so that `localStorage`, which has five million, does
/// not hold as many.
const MOST_CHECKS: usize = 40_000;

/// The text for a record.
pub(super) fn write(record: &Record) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.name("phc");
    out.text("stored");
    out.name("v");
    out.number(VERSION);
    out.name("written_by");
    out.text(env!("CARGO_PKG_VERSION"));
    out.name("checks");
    out.open('[');
    for check in &record.checks {
        write_check(&mut out, check);
    }
    out.close(']');
    if !record.removed.is_empty() {
        out.name("removed");
        out.open('[');
        for id in &record.removed {
            out.number(*id);
        }
        out.close(']');
    }
    out.close('}');
    out.finish()
}

fn write_check(out: &mut Writer, check: &Check) {
    out.open('{');
    out.name("id");
    out.number(check.id);
    out.name("started");
    out.number(u32::from(check.started.0));
    write_setup(out, &check.setup);
    out.name("responses");
    out.open('{');
    for (statement, field) in StatementId::all().zip(&check.responses) {
        let value = field.value.map_or("", Response::value);
        write_field(out, statement.id(), value, field.revision);
    }
    for (id, field) in extra::IDS.iter().zip(&check.extra_responses) {
        let value = field.value.map_or("", Response::value);
        write_field(out, id, value, field.revision);
    }
    for (id, text) in &check.unknown {
        out.name(id);
        out.text(text);
    }
    out.close('}');
    out.name("notes");
    out.open('{');
    for (note, field) in NoteId::all().zip(&check.notes) {
        write_field(out, note.id(), &field.value, field.revision);
    }
    out.close('}');
    let stage = check.stage.value.map_or("", StageChoice::id);
    write_field(out, "stage", stage, check.stage.revision);
    let finished = check.finished.value.map(|day| decimal(usize::from(day.0)));
    write_field(
        out,
        "finished",
        &finished.unwrap_or_default(),
        check.finished.revision,
    );
    let place = decimal(usize::from(check.place.value));
    write_field(out, "place", &place, check.place.revision);
    write_field(
        out,
        "reply",
        &reply_text(&check.reply.value),
        check.reply.revision,
    );
    write_extra(out, &check.extra);
    out.close('}');
}

fn reply_text(reply: &Reply) -> String {
    if *reply == Reply::default() {
        return String::new();
    }
    let day = reply.by.map(|day| decimal(usize::from(day.0)));
    [&day.unwrap_or_default(), " ", &reply.to].concat()
}

fn write_setup(out: &mut Writer, field: &Revised<Setup>) {
    if field.revision == 0 {
        return;
    }
    let setup = &field.value;
    let members = [
        ("length", setup.length.id()),
        ("kind", setup.kind.id()),
        ("side", setup.side.id()),
        ("sector", setup.sector.map_or("", Sector::id)),
        ("partnership", &setup.partnership),
        ("organisation", &setup.organisation),
    ];
    out.name("setup");
    out.open('{');
    out.name("at");
    out.number(field.revision);
    for (name, value) in members {
        if !value.is_empty() {
            out.name(name);
            out.text(value);
        }
    }
    out.close('}');
}

fn write_extra(out: &mut Writer, field: &Revised<Option<Extra>>) {
    let Some(set) = field.value.as_ref().filter(|_| field.revision > 0) else {
        return;
    };
    out.name("extra");
    out.open('{');
    out.name("at");
    out.number(field.revision);
    out.name("set");
    out.number(set.fingerprint().sum);
    out.name("statements");
    out.open('[');
    for statement in set.statements() {
        out.text(statement);
    }
    out.close(']');
    out.close('}');
}

fn write_field(out: &mut Writer, name: &str, value: &str, revision: u32) {
    if revision > 0 {
        let mut text = String::from(value);
        text.push('@');
        push_number(&mut text, revision);
        out.name(name);
        out.text(&text);
    }
}

/// The record in a text; `None` if it is not as described above.
pub(super) fn read(text: &str) -> Option<Loaded> {
    let mut loaded = Loaded::default();
    let mut has_checks = false;
    let mut found = Record::default();
    let mut reader = Reader::new(text);
    reader.object(&mut |name, reader| {
        match name {
            "phc" | "written_by" => {
                reader.text()?;
            }
            "v" => {
                reader.number()?;
            }
            "checks" => {
                has_checks = true;
                reader.array(&mut |reader| {
                    found.checks.push(read_check(reader, &mut loaded.out_of_range)?);
                    (found.checks.len() <= MOST_CHECKS).then_some(())
                })?;
            }
            "removed" => reader.array(&mut |reader| {
                found.removed.push(reader.number()?);
                Some(())
            })?,
            _ => return None,
        }
        Some(())
    })?;
    reader.end()?;
    // Puts all in order, merges those with the same id, and drops the deleted ones.
    loaded.record.merge(found);
    loaded.unknown_statements = loaded.record.checks.iter().map(|check| check.unknown.len()).sum();
    has_checks.then_some(loaded)
}

fn read_check(reader: &mut Reader<'_>, out_of_range: &mut usize) -> Option<Check> {
    let (mut id, mut started) = (None, None);
    let mut check = Check::new(0, Day(0));
    reader.object(&mut |name, reader| {
        match name {
            "id" => id = Some(reader.number()?),
            "started" => started = Some(Day(reader.number()?.try_into().ok()?)),
            "setup" => check.setup = read_setup(reader)?,
            "responses" => reader.object(&mut |id, reader| {
                let text = reader.text()?;
                read_response(&mut check, id, text, out_of_range);
                Some(())
            })?,
            "notes" => reader.object(&mut |id, reader| {
                let note = read_note(&reader.text()?)?;
                check.notes.get_mut(NoteId::parse(id)?.index())?.merge(note);
                Some(())
            })?,
            "stage" => check.stage = read_optional(&reader.text()?, StageChoice::parse)?,
            "finished" => {
                check.finished = read_optional(&reader.text()?, |text| number(text).map(Day))?;
            }
            "place" => check.place = read_field(&reader.text()?, number)?,
            "reply" => check.reply = read_field(&reader.text()?, read_reply)?,
            "extra" => check.extra = read_extra(reader)?,
            _ => return None,
        }
        Some(())
    })?;
    drop_unasked(&mut check, out_of_range);
    check.id = id?;
    check.started = started?;
    Some(check)
}

fn read_setup(reader: &mut Reader<'_>) -> Option<Revised<Setup>> {
    let (mut revision, mut length, mut kind, mut side) = (None, None, None, None);
    let mut setup = Setup::default();
    reader.object(&mut |name, reader| {
        match name {
            "at" => revision = Some(reader.number()?),
            "length" => length = Some(Length::parse(&reader.text()?)?),
            "kind" => kind = Some(Kind::parse(&reader.text()?)?),
            "side" => side = Some(Side::parse(&reader.text()?)?),
            "sector" => setup.sector = Some(Sector::parse(&reader.text()?)?),
            "partnership" => setup.partnership = clean_name(&reader.text()?).text,
            "organisation" => setup.organisation = clean_name(&reader.text()?).text,
            _ => return None,
        }
        Some(())
    })?;
    (setup.length, setup.kind, setup.side) = (length?, kind?, side?);
    Some(Revised {
        revision: revision.filter(|revision| *revision > 0)?,
        value: setup,
    })
}

/// The statements that whoever invited added; none if they are not those of the fingerprint, or are no set.
fn read_extra(reader: &mut Reader<'_>) -> Option<Revised<Option<Extra>>> {
    let (mut revision, mut sum) = (None, None);
    let mut statements = Vec::new();
    reader.object(&mut |name, reader| {
        match name {
            "at" => revision = Some(reader.number()?),
            "set" => sum = Some(reader.number()?),
            "statements" => reader.array(&mut |reader| {
                let text = reader.text()?;
                // Of too many, none is a set.
                if statements.len() <= extra::MOST_STATEMENTS {
                    statements.push(text);
                }
                Some(())
            })?,
            _ => return None,
        }
        Some(())
    })?;
    let sum = sum?;
    Some(Revised {
        revision: revision.filter(|revision| *revision > 0)?,
        value: Extra::new(statements).filter(|set| set.fingerprint().sum == sum),
    })
}

/// Leaves out responses to statements that are not there: nobody could tell what they answer. Each is counted.
fn drop_unasked(check: &mut Check, out_of_range: &mut usize) {
    if check.extra.revision > 0 && check.extra.value.is_none() {
        *out_of_range += 1;
        check.extra = Revised::default();
    }
    let asked = check.extra_statements().len();
    for response in check.extra_responses.iter_mut().skip(asked) {
        if response.revision > 0 {
            *out_of_range += 1;
            *response = Revised::default();
        }
    }
}

/// A response; kept as it is if the statement is unknown, counted if its text says what cannot be.
fn read_response(check: &mut Check, id: &str, text: String, out_of_range: &mut usize) {
    if let Some(position) = extra::position(id) {
        let place = check.extra_responses.get_mut(position);
        match (read_optional(&text, Response::parse), place) {
            (Some(response), Some(place)) => drop(place.merge(response)),
            _ => *out_of_range += 1,
        }
        return;
    }
    let Some(statement) = StatementId::parse(id) else {
        // Of too many one is left out.
        *out_of_range += usize::from(check.unknown.len() == MOST_UNKNOWN);
        check.keep_unknown((String::from(id), text));
        return;
    };
    let place = check.responses.get_mut(statement.index());
    match (read_optional(&text, Response::parse), place) {
        (Some(response), Some(place)) => {
            place.merge(response);
        }
        _ => *out_of_range += 1,
    }
}

/// A field with words of a person.
fn read_note(text: &str) -> Option<Revised<String>> {
    read_field(text, |text| Some(clean_note(text).text))
}

/// Who asked, and by when: the day, a space and the e-mail address, either of them perhaps missing.
fn read_reply(text: &str) -> Option<Reply> {
    if text.is_empty() {
        return Some(Reply::default());
    }
    let (day, to) = text.split_once(' ')?;
    let by = match day {
        "" => None,
        day => Some(Day(number(day)?)),
    };
    let to = clean_line(to).text;
    Some(Reply { by, to })
}

/// A field that can be cleared.
fn read_optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Revised<Option<T>>> {
    read_field(text, |value| {
        if value.is_empty() {
            Some(None)
        } else {
            read(value).map(Some)
        }
    })
}

/// A whole number, in the range of its type. One reader for all of them: each of the standard library's is code of its own.
fn number<T: TryFrom<u32>>(text: &str) -> Option<T> {
    text.parse::<u32>().ok()?.try_into().ok()
}

/// A field: its value, `@`, and its revision.
fn read_field<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Revised<T>> {
    let at = text.bytes().rposition(|byte| byte == b'@')?;
    let (value, revision) = (text.get(..at)?, text.get(at + 1..)?);
    let revision = number::<u32>(revision).filter(|revision| *revision > 0)?;
    Some(Revised {
        revision,
        value: read(value)?,
    })
}
