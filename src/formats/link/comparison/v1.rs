//! Version 1 of the comparison link: the body of its frame.
//!
//! | bits | field | values |
//! |---|---|---|
//! | 8 | question set | 1, as in version 1 of the summary link |
//! | 16 | day | days since 1 January 1970 |
//! | 5 | partners | 1 to 30; 0 if anybody answered own statements |
//! | 1 | names | 1 if names follow; 0 if the partners are letters |
//! | 5, only behind a 0 | partners | 1 to 30 |
//! | 5, for each partner | organisation | 0 to 29 |
//! | 67, 154 or 175 | summary | as in the body of a summary link of version 1, from the length to the last response; its bit for names is 0 |
//! | 1, only behind a 0 | own statements | 1 if this partner answered any |
//! | 5 and 16, if so | set and answers | number of the set, from 0 by first use; answers as in the summary link |
//! | 0 to 7 | filling up to a byte | 0 |
//!
//! The sets follow, if there are any: a byte with the number of statements whose words follow, each a text as
//! `clean_statement` leaves it; or 0 and four bytes with the fingerprint, if the words are not known. The words of
//! five sets are written, the least in the order of their bytes.
//!
//! If names follow: that of the comparison, and for each partner the partnership in its summary, its label,
//! and the organisation in its summary. Each is a text as in `strings.rs`, as `clean_name` leaves it; a partnership
//! that is the name of the comparison is the two bytes `FF FF` instead. All of them may be empty.
//!
//! If none follow, nothing tells a partner from another but kind, length, side, stage and responses: each has the day of
//! the comparison and no sector. The bytes of each one's summary link put them in order: the people of an organisation,
//! and then the organisations, by their people. Organisations have their numbers by that order, from 0. A link that says
//! anything else is refused.
//!
//! Frozen once released: nothing here may change what a link means.

use super::super::bits::{BitReader, BitWriter};
use super::super::error::LinkError;
use super::super::strings;
use super::super::summary::v1;
use super::sets::{self, Answers};
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::day::Day;
use crate::domain::extra::{self, Extra};
use crate::domain::name::clean_name;
use crate::domain::summary::Summary;

/// The number of this version.
pub(in super::super) const VERSION: u8 = 1;
/// The number of the question set, which is also that of the summaries.
const QUESTIONS: u8 = 1;
/// Bits before the partners, without the question set.
const HEAD: usize = 22;
/// Bits of an organisation.
const ORGANISATION: usize = 5;
/// Organisations have numbers below this.
const ORGANISATIONS: u8 = 30;
/// Bits of the number of partners.
const COUNT: usize = 5;
/// Bits of a summary before its responses.
const SUMMARY_HEAD: usize = 28;
/// Stands for a partnership that has the name of the comparison. No text begins so.
const SAME: [u8; 2] = [0xFF, 0xFF];

/// The body for a comparison, see [`super::encode_comparison`].
pub(super) fn write(comparison: &Comparison, with_names: bool) -> Vec<u8> {
    if with_names {
        let mut body = fields(comparison, true);
        body.extend(names(&comparison.name, first(comparison)));
        body
    } else {
        fields(&in_letters(comparison), false)
    }
}

/// The partners that a link has room for.
pub(super) fn first(comparison: &Comparison) -> &[Partner] {
    let partners = comparison.partners.get(..MOST_PARTNERS);
    partners.unwrap_or(&comparison.partners)
}

/// See [`super::sets_written`].
pub(super) fn sets_written(comparison: &Comparison) -> Vec<Extra> {
    let asked = sets::sets(first(comparison)).into_iter();
    let mut known = Vec::new();
    extra::add(
        &mut known,
        asked.filter_map(|set| extra::find(&comparison.sets, set).cloned()),
    );
    known.truncate(sets::WORDED);
    known
}

/// All that comes before the names.
fn fields(comparison: &Comparison, named: bool) -> Vec<u8> {
    let partners = first(comparison);
    let mut bits = BitWriter::default();
    bits.put(u16::from(QUESTIONS), 8);
    bits.put(comparison.day.0, 16);
    let asked = sets::sets(partners);
    let count = partners.len() as u16;
    bits.put(if asked.is_empty() { count } else { 0 }, COUNT);
    bits.put(u16::from(named), 1);
    if !asked.is_empty() {
        bits.put(count, COUNT);
    }
    let numbers = numbers(partners);
    for (partner, number) in partners.iter().zip(numbers) {
        bits.put(number, ORGANISATION);
        write_summary(&mut bits, &partner.summary);
        if !asked.is_empty() {
            sets::write_answers(&mut bits, &asked, partner.summary.extra.as_ref());
        }
    }
    let mut body = bits.finish();
    sets::write_sets(&mut body, asked, &sets_written(comparison));
    body
}

/// The comparison as a link without names has it, see [`super::in_letters`].
pub(super) fn in_letters(comparison: &Comparison) -> Comparison {
    let mut letters = Comparison::new(comparison.day);
    let partners = first(comparison).iter();
    let said = partners.map(|partner| {
        let partner = letter(partner, comparison.day);
        (v1::write(&partner.summary), partner)
    });
    let said: Vec<_> = said.collect();
    // Each partner behind what all people of its organisation say. Of two organisations that say the same, one comes first
    // as a whole.
    let sorted = said.iter().map(|(bytes, partner)| {
        let people = said
            .iter()
            .filter(|(_, other)| other.organisation == partner.organisation);
        let mut group: Vec<_> = people.map(|(bytes, _)| bytes).collect();
        group.sort();
        (group, partner.organisation, bytes, partner)
    });
    let mut sorted: Vec<_> = sorted.collect();
    sorted.sort_by(|one, other| (&one.0, one.1, one.2).cmp(&(&other.0, other.1, other.2)));
    let mut last = None;
    for (_, organisation, _, partner) in sorted {
        let number = letters.partners.last().map_or(0, |before| before.organisation);
        let is_next = last.is_some_and(|last| last != organisation);
        last = Some(organisation);
        letters.partners.push(Partner {
            organisation: number + u8::from(is_next),
            ..partner.clone()
        });
    }
    letters.sets = comparison.sets_answered();
    letters
}

/// A partner without all that may tell it from another of the same answers.
fn letter(partner: &Partner, day: Day) -> Partner {
    Partner {
        label: String::new(),
        summary: Summary {
            sector: None,
            day,
            partnership: String::new(),
            organisation: String::new(),
            ..partner.summary.clone()
        },
        ..*partner
    }
}

/// The numbers of the organisations. Should one be too high, all are counted anew.
fn numbers(partners: &[Partner]) -> Vec<u16> {
    let given: Vec<u8> = partners.iter().map(|partner| partner.organisation).collect();
    if given.iter().all(|number| *number < ORGANISATIONS) {
        return given.into_iter().map(u16::from).collect();
    }
    let mut known: Vec<u8> = Vec::new();
    let mut number = |given: u8| {
        let place = known.iter().position(|number| *number == given);
        place.unwrap_or_else(|| {
            known.push(given);
            known.len() - 1
        }) as u16
    };
    given.into_iter().map(&mut number).collect()
}

fn write_summary(bits: &mut BitWriter, summary: &Summary) {
    let body = v1::write(&Summary {
        partnership: String::new(),
        organisation: String::new(),
        ..summary.clone()
    });
    // Without the question set, which the comparison has once for all.
    let fields = body.get(1..).unwrap_or_default();
    copy(&mut BitReader::new(fields), bits);
}

/// Copies a summary; `None` if the bits end before it does.
fn copy(from: &mut BitReader<'_>, to: &mut BitWriter) -> Option<()> {
    let (length, kind) = (from.take(1)?, from.take(3)?);
    to.put(length, 1);
    to.put(kind, 3);
    for _ in 4..SUMMARY_HEAD + responses(length, kind) {
        to.put(from.take(1)?, 1);
    }
    Some(())
}

/// Bits of the responses of a summary.
const fn responses(length: u16, kind: u16) -> usize {
    match (length, kind) {
        (1, _) => 39,
        (_, 0..=3) => 147,
        _ => 126,
    }
}

/// The names.
fn names(name: &str, partners: &[Partner]) -> Vec<u8> {
    let name = clean_name(name).text;
    let mut out = Vec::new();
    strings::put(&mut out, &name);
    for partner in partners {
        let partnership = clean_name(&partner.summary.partnership).text;
        let others = [&partner.label, &partner.summary.organisation].map(|name| clean_name(name).text);
        if partnership == name && !name.is_empty() {
            out.extend(SAME);
        } else {
            strings::put(&mut out, &partnership);
        }
        for other in others {
            strings::put(&mut out, &other);
        }
    }
    out
}

/// The comparison in a body whose checksum is right.
pub(in super::super) fn read(body: &[u8]) -> Result<Comparison, LinkError> {
    let Some((&questions, fields)) = body.split_first() else {
        return Err(LinkError::Damaged);
    };
    if questions != QUESTIONS {
        return Err(LinkError::OtherQuestions);
    }
    let mut bits = BitReader::new(fields);
    let head = Head::read(&mut bits).ok_or(LinkError::Damaged)?;
    if !(1..=MOST_PARTNERS).contains(&head.count) {
        return Err(LinkError::Impossible);
    }
    let mut comparison = Comparison::new(head.day);
    let mut answers = Vec::new();
    for _ in 0..head.count {
        comparison.partners.push(read_partner(&mut bits)?);
        if head.extra {
            answers.push(Answers::read(&mut bits)?);
        }
    }
    let mut rest = bits.rest();
    let count = answers.iter().flatten().map(|answers| answers.set + 1).max();
    let mut sums = Vec::new();
    for _ in 0..count.unwrap_or(0) {
        sums.push(sets::read_set(&mut rest, &mut comparison.sets)?);
    }
    for (partner, answers) in comparison.partners.iter_mut().zip(answers) {
        if let Some(answers) = answers {
            let extra = answers.of(&sums).ok_or(LinkError::Impossible)?;
            partner.summary.extra = Some(extra);
        }
    }
    extra::add(&mut comparison.sets, []);
    if head.named {
        read_names(rest, &mut comparison)?;
    }
    if write(&comparison, head.named) == body {
        Ok(comparison)
    } else {
        Err(LinkError::Damaged)
    }
}

/// The fields before the partners.
struct Head {
    day: Day,
    count: usize,
    /// Whether names follow.
    named: bool,
    /// Whether anybody answered own statements.
    extra: bool,
}

impl Head {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let day = Day(bits.take(16)?);
        let count = bits.take(COUNT)?;
        let named = bits.take(1)? == 1;
        let extra = count == 0;
        let count = if extra { bits.take(COUNT)? } else { count };
        Some(Self {
            day,
            count: usize::from(count),
            named,
            extra,
        })
    }
}

fn read_partner(bits: &mut BitReader<'_>) -> Result<Partner, LinkError> {
    let organisation = bits.take(ORGANISATION).ok_or(LinkError::Damaged)? as u8;
    let mut body = BitWriter::default();
    body.put(u16::from(QUESTIONS), 8);
    copy(bits, &mut body).ok_or(LinkError::Damaged)?;
    let summary = v1::read(&body.finish()).map_err(|_| LinkError::Impossible)?;
    if organisation >= ORGANISATIONS {
        return Err(LinkError::Impossible);
    }
    Ok(Partner {
        id: 0,
        label: String::new(),
        organisation,
        summary,
    })
}

fn read_names(bytes: &[u8], comparison: &mut Comparison) -> Result<(), LinkError> {
    let mut rest = bytes;
    comparison.name = take_name(&mut rest)?;
    for partner in &mut comparison.partners {
        if let Some(behind) = rest.strip_prefix(&SAME) {
            rest = behind;
            partner.summary.partnership.clone_from(&comparison.name);
        } else {
            partner.summary.partnership = take_name(&mut rest)?;
        }
        partner.label = take_name(&mut rest)?;
        partner.summary.organisation = take_name(&mut rest)?;
    }
    Ok(())
}

/// The name at the start of some bytes, which go on behind it.
fn take_name(rest: &mut &[u8]) -> Result<String, LinkError> {
    let (name, behind) = strings::take(rest).ok_or(LinkError::Damaged)?;
    *rest = behind;
    strings::cleaned(name, |text| clean_name(text).text).ok_or(LinkError::Impossible)
}

/// The length in bytes of a whole body that begins like this; or how many bytes are needed at least to tell.
pub(in super::super) fn length(body: &[u8]) -> Result<usize, usize> {
    let more = body.len() + 1;
    let mut bits = BitReader::new(body.get(1..).unwrap_or_default());
    let head = Head::read(&mut bits).ok_or(more)?;
    let count = head.count;
    let mut length = if head.extra { HEAD + COUNT } else { HEAD };
    let mut count_of_sets = 0;
    for _ in 0..count {
        bits.take(ORGANISATION).ok_or(more)?;
        let (quick, kind) = (bits.take(1).ok_or(more)?, bits.take(3).ok_or(more)?);
        let summary = SUMMARY_HEAD + responses(quick, kind);
        length += ORGANISATION + summary;
        bits.skip(summary - 4).ok_or(1 + length.div_ceil(8))?;
        if head.extra {
            length += 1;
            if let Some(answers) = Answers::read(&mut bits).map_err(|_| more)? {
                length += Answers::BITS;
                count_of_sets = count_of_sets.max(answers.set + 1);
            }
        }
    }
    let mut length = 1 + length.div_ceil(8);
    length = sets::skip(body, length, count_of_sets)?;
    if head.named {
        for _ in 0..=3 * count {
            length = if body.get(length..).unwrap_or_default().starts_with(&SAME) {
                length + SAME.len()
            } else {
                strings::skip(body, length)?
            };
        }
    }
    Ok(length)
}
