//! Version 1 of the stored folder.
//!
//! ```json
//! {"phc":"folder","v":1,"min_reader":1,"written_by":"0.1.0","entries":[
//!   {"id":7,"revision":3,"comparison":{"day":20734,"name":"Tea for all","partners":[
//!     {"id":3,"organisation":0,"label":"Town hall","link":"AQGKBRwKqmlbVYDJkYCl"}]}},
//!   {"id":8,"revision":4,"plan":{"of":7,"steps":[
//!     {"id":5,"topic":"A1","what":"Write the aim down","owner":"Ann","due":20800,"sign":"All sign","done":1}]}},
//!   {"id":9,"revision":5}]}
//! ```
//!
//! An entry without a comparison and without a plan was removed. What is empty, not given or not done is
//! left out. A link is the payload of a summary link, which may be of any version that can be read. Days
//! are counted from 1 January 1970.
//!
//! A member that is not listed makes the text unreadable, so that nothing is lost by writing it back: who
//! adds one makes a new version. Of a member that comes twice the later counts. Frozen once released.

use super::super::json::{Reader, Writer};
use super::super::link::{self, LinkError};
use super::super::stored::StoredError;
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::day::Day;
use crate::domain::folder::{Entry, Folder, Item};
use crate::domain::name::{clean_line, clean_name};
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::domain::topic::Topic;

/// The number of this version.
pub(super) const VERSION: u32 = 1;
/// The oldest version whose reader understands what this one writes.
const MIN_READER: u32 = 1;
/// Organisations have numbers below this.
const ORGANISATIONS: u8 = 30;

/// The text for a folder.
pub(super) fn write(folder: &Folder) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.name("phc");
    out.text("folder");
    out.name("v");
    out.number(VERSION);
    out.name("min_reader");
    out.number(MIN_READER);
    out.name("written_by");
    out.text(env!("CARGO_PKG_VERSION"));
    out.name("entries");
    out.open('[');
    for entry in &folder.entries {
        write_entry(&mut out, entry);
    }
    out.close(']');
    out.close('}');
    out.finish()
}

/// The text of one entry.
pub(super) fn entry_text(entry: &Entry) -> String {
    let mut out = Writer::default();
    write_entry(&mut out, entry);
    out.finish()
}

fn write_entry(out: &mut Writer, entry: &Entry) {
    out.open('{');
    out.name("id");
    out.number(entry.id);
    out.name("revision");
    out.number(entry.revision);
    match &entry.item {
        Item::Removed => {}
        Item::Comparison(comparison) => {
            out.name("comparison");
            write_comparison(out, comparison);
        }
        Item::Plan { of, plan } => {
            out.name("plan");
            out.open('{');
            out.name("of");
            out.number(*of);
            out.name("steps");
            out.open('[');
            for step in plan.steps.iter().take(MOST_PLANNED) {
                write_step(out, step);
            }
            out.close(']');
            out.close('}');
        }
    }
    out.close('}');
}

fn write_comparison(out: &mut Writer, comparison: &Comparison) {
    out.open('{');
    out.name("day");
    out.number(u32::from(comparison.day.0));
    write_text(out, "name", &clean_name(&comparison.name).text);
    out.name("partners");
    out.open('[');
    for partner in comparison.partners.iter().take(MOST_PARTNERS) {
        out.open('{');
        out.name("id");
        out.number(partner.id);
        out.name("organisation");
        out.number(u32::from(partner.organisation.min(ORGANISATIONS - 1)));
        write_text(out, "label", &clean_name(&partner.label).text);
        out.name("link");
        out.text(&link::encode(&partner.summary));
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

fn write_step(out: &mut Writer, step: &PlannedStep) {
    let what = clean_line(&step.what).text;
    if what.is_empty() {
        return;
    }
    out.open('{');
    out.name("id");
    out.number(step.id);
    write_text(out, "topic", step.topic.map_or("", Topic::id));
    write_text(out, "what", &what);
    write_text(out, "owner", &clean_line(&step.owner).text);
    if let Some(day) = step.due {
        out.name("due");
        out.number(u32::from(day.0));
    }
    write_text(out, "sign", &clean_line(&step.sign).text);
    if step.done {
        out.name("done");
        out.number(1);
    }
    out.close('}');
}

fn write_text(out: &mut Writer, name: &str, text: &str) {
    if !text.is_empty() {
        out.name(name);
        out.text(text);
    }
}

/// The folder in a text.
pub(super) fn read(text: &str) -> Result<Folder, StoredError> {
    // A link of a newer version is remembered here, as the reader only knows that something is wrong.
    let mut newer = false;
    read_folder(text, &mut newer).ok_or(if newer {
        StoredError::NewerVersion
    } else {
        StoredError::Unreadable
    })
}

fn read_folder(text: &str, newer: &mut bool) -> Option<Folder> {
    let mut entries = None;
    let mut reader = Reader::new(text);
    reader.object(&mut |name, reader| {
        match name {
            "phc" | "written_by" => {
                reader.text()?;
            }
            "v" | "min_reader" => {
                reader.number()?;
            }
            "entries" => {
                let mut found = Vec::new();
                reader.array(&mut |reader| {
                    found.push(read_entry(reader, newer)?);
                    Some(())
                })?;
                entries = Some(found);
            }
            _ => return None,
        }
        Some(())
    })?;
    reader.end()?;
    Some(ordered(entries?))
}

/// The entries by id, those with the same id merged.
fn ordered(entries: Vec<Entry>) -> Folder {
    let mut folder = Folder::default();
    for entry in entries {
        match folder.entries.binary_search_by_key(&entry.id, |known| known.id) {
            Err(at) => folder.entries.insert(at, entry),
            Ok(at) => {
                if let Some(known) = folder.entries.get_mut(at) {
                    let later = entry.revision > known.revision;
                    if later || (entry.revision == known.revision && super::prefers(known, &entry)) {
                        *known = entry;
                    }
                }
            }
        }
    }
    folder
}

fn read_entry(reader: &mut Reader<'_>, newer: &mut bool) -> Option<Entry> {
    let (mut id, mut revision) = (None, None);
    let mut item = Item::Removed;
    reader.object(&mut |name, reader| {
        match name {
            "id" => id = Some(reader.number()?),
            "revision" => revision = Some(reader.number()?),
            "comparison" => item = Item::Comparison(read_comparison(reader, newer)?),
            "plan" => item = read_plan(reader)?,
            _ => return None,
        }
        Some(())
    })?;
    item.is_numbered().then_some(Entry {
        id: id?,
        revision: revision.filter(|revision| *revision > 0)?,
        item,
    })
}

fn read_comparison(reader: &mut Reader<'_>, newer: &mut bool) -> Option<Comparison> {
    let (mut day, mut name, mut partners) = (None, String::new(), None);
    reader.object(&mut |member, reader| {
        match member {
            "day" => day = Some(read_day(reader)?),
            "name" => name = clean_name(&reader.text()?).text,
            "partners" => {
                let mut found = Vec::new();
                reader.array(&mut |reader| {
                    found.push(read_partner(reader, newer)?);
                    (found.len() <= MOST_PARTNERS).then_some(())
                })?;
                partners = Some(found);
            }
            _ => return None,
        }
        Some(())
    })?;
    Some(Comparison {
        day: day?,
        name,
        partners: partners?,
    })
}

fn read_partner(reader: &mut Reader<'_>, newer: &mut bool) -> Option<Partner> {
    let (mut id, mut organisation, mut label, mut summary) = (None, None, String::new(), None);
    reader.object(&mut |name, reader| {
        match name {
            "id" => id = Some(reader.number()?),
            "organisation" => organisation = u8::try_from(reader.number()?).ok(),
            "label" => label = clean_name(&reader.text()?).text,
            "link" => match link::decode(&reader.text()?) {
                Ok(found) => summary = Some(found),
                Err(fault) => {
                    *newer |= matches!(fault, LinkError::NewerVersion | LinkError::OtherQuestions);
                    return None;
                }
            },
            _ => return None,
        }
        Some(())
    })?;
    Some(Partner {
        id: id?,
        label,
        organisation: organisation.filter(|number| *number < ORGANISATIONS)?,
        summary: summary?,
    })
}

fn read_plan(reader: &mut Reader<'_>) -> Option<Item> {
    let (mut of, mut steps) = (None, None);
    reader.object(&mut |name, reader| {
        match name {
            "of" => of = Some(reader.number()?),
            "steps" => {
                let mut found = Vec::new();
                reader.array(&mut |reader| {
                    found.push(read_step(reader)?);
                    (found.len() <= MOST_PLANNED).then_some(())
                })?;
                steps = Some(found);
            }
            _ => return None,
        }
        Some(())
    })?;
    Some(Item::Plan {
        of: of?,
        plan: Plan { steps: steps? },
    })
}

fn read_step(reader: &mut Reader<'_>) -> Option<PlannedStep> {
    let mut step = PlannedStep::default();
    reader.object(&mut |name, reader| {
        match name {
            "id" => step.id = reader.number()?,
            "topic" => step.topic = Some(Topic::parse(&reader.text()?)?),
            "what" => step.what = clean_line(&reader.text()?).text,
            "owner" => step.owner = clean_line(&reader.text()?).text,
            "due" => step.due = Some(read_day(reader)?),
            "sign" => step.sign = clean_line(&reader.text()?).text,
            "done" => step.done = reader.number()? == 1,
            _ => return None,
        }
        Some(())
    })?;
    (!step.what.is_empty()).then_some(step)
}

fn read_day(reader: &mut Reader<'_>) -> Option<Day> {
    Some(Day(reader.number()?.try_into().ok()?))
}
