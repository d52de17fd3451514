//! Version 1 of the stored folder.
//!
//! ```json
//! {"phc":"folder","v":1,"written_by":"0.1.0","entries":[
//!   {"id":7,"revision":3,"comparison":{"day":20734,"name":"Tea for all","by_difference":1,"partners":[
//!     {"id":3,"organisation":0,"label":"Town hall","link":"AQGKBRwKqmlbVYAAdHcpag"}]}},
//!   {"id":8,"revision":4,"plan":{"of":7,"steps":[
//!     {"id":5,"revision":2,"topic":"A1","what":"Write the aim down","owner":"Ann","due":20800,"sign":"All sign","done":1}]},
//!     "removed":[[6,3]]},
//!   {"id":9,"revision":5},
//!   {"id":10,"revision":6,"statements":{"set":1990545071,"words":["We return calls within two days."]}}]}
//! ```
//!
//! An entry without a comparison, a plan and statements was removed. `revision` is the number of the change that set an entry
//! last; `rest` that of the last change to more than its partners or steps, which have revisions of their own. Each of
//! these is left out where it is the entry's. `removed` has the partners or steps that were removed, by id with revision.
//!
//! What is empty, not given or not done is left out. A link is the payload of a summary link, which may be of any version
//! that can be read. Days are counted from 1 January 1970.
//!
//! A member that is not listed, or that comes twice, makes the text unreadable, so that nothing is lost by writing it
//! back: who adds one makes a new version. Frozen once released.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::super::link::{self, LinkError};
use super::super::stored::StoredError;
use super::super::wire;
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::day::Day;
use crate::domain::entry::{Entry, Item};
use crate::domain::extra::{self, Extra};
use crate::domain::folder::Folder;
use crate::domain::listed::{MOST_REMOVED, Mark};
use crate::domain::name::{clean_line, clean_name};
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::domain::topic::Topic;

/// The number of this version.
pub(super) const VERSION: u32 = 1;
/// Organisations have numbers below this.
const ORGANISATIONS: u8 = 30;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FolderText {
    phc: String,
    v: u32,
    #[serde(default)]
    written_by: String,
    entries: Vec<EntryText>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryText {
    id: u32,
    revision: NonZeroU32,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<NonZeroU32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<ComparisonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<SetText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    removed: Vec<(u32, NonZeroU32)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparisonText {
    day: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    /// 1: the topics on which partners differ most come first on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    by_difference: Option<u8>,
    partners: Vec<PartnerText>,
    /// The words of sets that partners answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sets: Vec<SetText>,
}

/// A set of own statements: its fingerprint and its words.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetText {
    set: u32,
    words: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartnerText {
    id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<NonZeroU32>,
    organisation: u8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    link: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanText {
    of: u32,
    steps: Vec<StepText>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepText {
    id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<NonZeroU32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    topic: String,
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    owner: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<u16>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sign: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<u8>,
}

/// The text for a folder.
pub(super) fn write(folder: &Folder) -> String {
    wire::write(&FolderText {
        phc: "folder".to_owned(),
        v: VERSION,
        written_by: env!("CARGO_PKG_VERSION").to_owned(),
        entries: folder.entries.iter().map(EntryText::of).collect(),
    })
}

impl EntryText {
    fn of(entry: &Entry) -> Self {
        let own = |revision: u32| NonZeroU32::new(revision).filter(|own| own.get() != entry.revision);
        let revision_of = |id: u32| own(entry.mark(id)?);
        let (mut comparison, mut plan, mut statements) = (None, None, None);
        match &entry.item {
            Item::Removed => {}
            Item::Comparison(found) => comparison = Some(ComparisonText::of(found, revision_of)),
            Item::Plan { of, plan: found } => plan = Some(PlanText::of(*of, found, revision_of)),
            Item::Statements(set) => statements = Some(SetText::of(set)),
        }
        let removed = entry.removed();
        Self {
            id: entry.id,
            // Revisions begin with 1.
            revision: NonZeroU32::new(entry.revision).unwrap_or(NonZeroU32::MIN),
            rest: own(entry.rest),
            comparison,
            plan,
            statements,
            removed: removed
                .filter_map(|mark| Some((mark.id, NonZeroU32::new(mark.revision)?)))
                .collect(),
        }
    }
}

impl ComparisonText {
    fn of(comparison: &Comparison, revision_of: impl Fn(u32) -> Option<NonZeroU32>) -> Self {
        let partner = |partner: &Partner| PartnerText {
            id: partner.id,
            revision: revision_of(partner.id),
            organisation: partner.organisation.min(ORGANISATIONS - 1),
            label: clean_name(&partner.label).text,
            link: link::encode(&partner.summary),
        };
        let partners = comparison.partners.iter().take(MOST_PARTNERS);
        Self {
            day: comparison.day.0,
            name: clean_name(&comparison.name).text,
            by_difference: comparison.by_difference.then_some(1),
            partners: partners.map(partner).collect(),
            sets: comparison.sets.iter().map(SetText::of).collect(),
        }
    }
}

impl SetText {
    fn of(set: &Extra) -> Self {
        Self {
            set: set.fingerprint().sum,
            words: set.statements().to_vec(),
        }
    }

    /// The set, if its words are those of its fingerprint.
    fn read(&self) -> Result<Extra, StoredError> {
        let set = Extra::new(self.words.clone()).filter(|set| set.fingerprint().sum == self.set);
        set.ok_or(StoredError::Unreadable)
    }
}

impl PlanText {
    fn of(of: u32, plan: &Plan, revision_of: impl Fn(u32) -> Option<NonZeroU32>) -> Self {
        let step = |step: &PlannedStep| StepText {
            id: step.id,
            revision: revision_of(step.id),
            topic: step.topic.map_or("", Topic::id).to_owned(),
            what: clean_line(&step.what).text,
            owner: clean_line(&step.owner).text,
            due: step.due.map(|day| day.0),
            sign: clean_line(&step.sign).text,
            done: step.done.then_some(1),
        };
        let steps = plan.steps.iter().take(MOST_PLANNED).map(step);
        Self {
            of,
            steps: steps.filter(|step| !step.what.is_empty()).collect(),
        }
    }
}

/// The folder in a text.
pub(super) fn read(text: &str) -> Result<Folder, StoredError> {
    let found: FolderText = wire::read(text).ok_or(StoredError::Unreadable)?;
    let entries: Result<_, _> = found.entries.iter().map(entry).collect();
    // Puts them in order, one for each id.
    let mut folder = Folder::default();
    folder.merge(Folder { entries: entries? });
    Ok(folder)
}

fn entry(found: &EntryText) -> Result<Entry, StoredError> {
    let item = match (&found.comparison, &found.plan, &found.statements) {
        (None, None, None) => Item::Removed,
        (Some(found), None, None) => Item::Comparison(comparison(found)?),
        (None, Some(found), None) => plan(found).ok_or(StoredError::Unreadable)?,
        (None, None, Some(found)) => Item::Statements(found.read()?),
        _ => return Err(StoredError::Unreadable),
    };
    if !item.is_numbered() || found.removed.len() > MOST_REMOVED {
        return Err(StoredError::Unreadable);
    }
    let partners = found.comparison.iter().flat_map(|found| &found.partners);
    let steps = found.plan.iter().flat_map(|found| &found.steps);
    let own = partners
        .map(|found| (found.id, found.revision))
        .chain(steps.map(|found| (found.id, found.revision)));
    let own = own.map(|(id, revision)| (id, revision.unwrap_or(found.revision)));
    let marks = own
        .chain(found.removed.iter().copied())
        .map(|(id, revision)| Mark {
            id,
            revision: revision.get(),
        });
    let mut entry = Entry::new(found.id, found.revision.get(), item);
    entry.rest = found.rest.unwrap_or(found.revision).get();
    entry.with_marks(marks).ok_or(StoredError::Unreadable)
}

fn comparison(found: &ComparisonText) -> Result<Comparison, StoredError> {
    if found.partners.len() > MOST_PARTNERS {
        return Err(StoredError::Unreadable);
    }
    let partners: Result<_, _> = found.partners.iter().map(partner).collect();
    let read: Result<Vec<_>, _> = found.sets.iter().map(SetText::read).collect();
    let mut sets = Vec::new();
    extra::add(&mut sets, read?);
    Ok(Comparison {
        day: Day(found.day),
        name: clean_name(&found.name).text,
        partners: partners?,
        by_difference: found.by_difference == Some(1),
        sets,
    })
}

fn partner(found: &PartnerText) -> Result<Partner, StoredError> {
    if found.organisation >= ORGANISATIONS {
        return Err(StoredError::Unreadable);
    }
    let summary = link::decode(&found.link).map_err(|fault| match fault {
        LinkError::NewerVersion | LinkError::OtherQuestions => StoredError::NewerVersion,
        _ => StoredError::Unreadable,
    })?;
    Ok(Partner {
        id: found.id,
        label: clean_name(&found.label).text,
        organisation: found.organisation,
        summary,
    })
}

fn plan(found: &PlanText) -> Option<Item> {
    if found.steps.len() > MOST_PLANNED {
        return None;
    }
    let steps: Option<_> = found.steps.iter().map(step).collect();
    Some(Item::Plan {
        of: found.of,
        plan: Plan { steps: steps? },
    })
}

fn step(found: &StepText) -> Option<PlannedStep> {
    let what = clean_line(&found.what).text;
    if what.is_empty() {
        return None;
    }
    Some(PlannedStep {
        id: found.id,
        topic: match found.topic.as_str() {
            "" => None,
            id => Some(Topic::parse(id)?),
        },
        what,
        owner: clean_line(&found.owner).text,
        due: found.due.map(Day),
        sign: clean_line(&found.sign).text,
        done: found.done == Some(1),
    })
}
