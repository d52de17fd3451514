//! Version 1 of the summary link: the body of its frame.
//!
//! | bits | field | values |
//! |---|---|---|
//! | 8 | question set | 1 = this one |
//! | 1 | length | 0 full, 1 quick |
//! | 3 | kind | 0 consortium, 1 commissioning, 2 grant, 3 prime, 4 other |
//! | 1 | side | 0 first, 1 second; 0 if the kind is other |
//! | 3 | sector | 0 not given, 1 charity, 2 public body, 3 business, 4 other |
//! | 3 | stage | 0 none, 1 forming, 2 storming, 3 norming, 4 performing, 5 not sure; 0 in a quick check |
//! | 1 | names | 1 if names follow |
//! | 16 | day | days since 1 January 1970 |
//! | 3 each | responses, in the order of the lists below | 0 blank, 1 to 5 the point, 6 do not know, 7 does not apply yet |
//! | 1 | own statements | 1 if answers to statements of whoever invited follow |
//! | 0 to 7 | filling up to a byte | 0 |
//! | 16, if given | answers to them | zeros, a 1, and 3 bits for each of one to five statements, as above |
//! | 32, if given | fingerprint | CRC-32 (ISO-HDLC) of these statements, each with a line feed behind it |
//!
//! If names follow: one byte with the length in bytes of the partnership's name, that name in UTF-8, and
//! the same for the organisation. At least one of them is not empty, both are as `clean_name` leaves them.
//!
//! Frozen once released: nothing here may change what a link means. The lists of statements are written
//! out here, so that the check can change without its old links.

use std::sync::LazyLock;

use super::super::bits::{BitReader, BitWriter};
use super::super::error::LinkError;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::day::Day;
use crate::domain::extra::{ExtraAnswers, MOST_STATEMENTS};
use crate::domain::ids::{Kind, Length, Sector, Side, StatementId};
use crate::domain::name::clean_name;
use crate::domain::sheet::AnswerSheet;
use crate::domain::summary::Summary;

/// The number of this version.
pub(in super::super) const VERSION: u8 = 1;
/// The number of the question set.
const QUESTIONS: u8 = 1;
/// Bits before the responses, without the question set.
const HEAD: usize = 28;
/// Bits of a response.
const RESPONSE: usize = 3;
/// Bytes of the answers to own statements, and of their fingerprint.
const EXTRA: usize = 6;
/// Responses that are read or written at once.
const AT_ONCE: usize = 5;

/// The core and value statements of a full check.
const FULL: &str = "A1.1 A1.2 A1.3 A2.1 A2.2 A2.3 A3.1 A3.2 A3.3 A4.1 A4.2 A4.3 \
    B1.1 B1.2 B1.3 B2.1 B2.2 B2.3 B3.1 B3.2 B3.3 B4.1 B4.2 B4.3 \
    C1.1 C1.2 C1.3 C2.1 C2.2 C2.3 C3.1 C3.2 C3.3 C4.1 C4.2 C4.3 V1 V2 V3 V4 V5 V6";
/// The pair statements that follow in a full check, by kind.
const PAIRS: [&str; 5] = [
    "CO1 CO2 CO3 CO4 CO5 CO6 CO7",
    "CP1 CP2 CP3 CP4 CP5 CP6 CP7",
    "GR1 GR2 GR3 GR4 GR5 GR6 GR7",
    "PS1 PS2 PS3 PS4 PS5 PS6 PS7",
    "",
];
/// The statements of a quick check.
const QUICK: &str = "A1.2 A2.2 A3.1 A4.3 B1.2 B2.1 B3.2 B4.1 C1.2 C2.1 C3.3 C4.1 V2";
/// The kinds, by number.
const KINDS: [Kind; 5] = [
    Kind::Consortium,
    Kind::Commissioning,
    Kind::Grant,
    Kind::Prime,
    Kind::Other,
];
/// The sectors, by number less one.
const SECTORS: [Sector; 4] = [
    Sector::Charity,
    Sector::PublicBody,
    Sector::Business,
    Sector::Other,
];
/// What can be chosen for the stage question, by number less one.
const STAGES: [&str; 5] = ["forming", "storming", "norming", "performing", "unsure"];
/// The responses, by number less one.
const RESPONSES: [&str; 7] = ["1", "2", "3", "4", "5", "dk", "na"];

/// The body for a summary. What this version cannot carry is left out, see [`super::encode`].
pub(in super::super) fn write(summary: &Summary) -> Vec<u8> {
    let kind = place(&KINDS, &summary.kind);
    let second = summary.kind.has_pairs() && summary.side == Side::Second;
    let sector = summary.sector.map_or(0, |sector| place(&SECTORS, &sector) + 1);
    let quick = summary.length == Length::Quick;
    let stage = match summary.stage {
        Some(choice) if !quick => place(&STAGES, &choice.id()) + 1,
        _ => 0,
    };
    let partnership = clean_name(&summary.partnership).text;
    let organisation = clean_name(&summary.organisation).text;
    let named = !(partnership.is_empty() && organisation.is_empty());

    let mut bits = BitWriter::default();
    bits.put(u16::from(QUESTIONS), 8);
    bits.put(u16::from(quick), 1);
    bits.put(kind, 3);
    bits.put(u16::from(second), 1);
    bits.put(sector, 3);
    bits.put(stage, 3);
    bits.put(u16::from(named), 1);
    bits.put(summary.day.0, 16);
    for some in MEANINGS.statements(quick, kind).chunks(AT_ONCE) {
        let values = some.iter().fold(0, |values, statement| {
            let response = statement.and_then(|statement| summary.sheet.get(statement));
            values << RESPONSE | response.map_or(0, |response| MEANINGS.values[response.index()])
        });
        bits.put(values, RESPONSE * some.len());
    }
    bits.put(u16::from(summary.extra.is_some()), 1);
    let mut body = bits.finish();
    if let Some(extra) = &summary.extra {
        body.extend(pack(extra.responses()).to_be_bytes());
        body.extend(extra.set().sum.to_be_bytes());
    }
    if named {
        for name in [partnership, organisation] {
            body.push(name.len() as u8);
            body.extend_from_slice(name.as_bytes());
        }
    }
    body
}

/// The summary in a body whose checksum is right. Nothing is allocated on the way but names.
pub(in super::super) fn read(body: &[u8]) -> Result<Summary, LinkError> {
    let Some((&questions, fields)) = body.split_first() else {
        return Err(LinkError::Damaged);
    };
    if questions != QUESTIONS {
        return Err(LinkError::OtherQuestions);
    }
    let wire = Wire::read(fields).ok_or(LinkError::Damaged)?;
    let is_exact = wire.is_exact;
    let summary = wire.check().ok_or(LinkError::Impossible)?;
    if is_exact {
        Ok(summary)
    } else {
        Err(LinkError::Damaged)
    }
}

/// The length in bytes of a whole body that begins like this; or how many bytes are needed at least to tell.
pub(in super::super) fn length(body: &[u8]) -> Result<usize, usize> {
    let head = Head::read(&mut BitReader::new(body.get(1..).unwrap_or_default()));
    let head = head.ok_or(1 + HEAD.div_ceil(8))?;
    let count = match (head.quick, head.kind) {
        (true, _) => 13,
        (false, 0..=3) => 49,
        _ => 42,
    };
    let responses = HEAD + RESPONSE * count;
    let mut length = 1 + (responses + 1).div_ceil(8);
    let own = *body.get(1 + responses / 8).ok_or(length)?;
    if own >> (7 - responses % 8) & 1 == 1 {
        length += EXTRA;
    }
    if head.named {
        for _ in 0..2 {
            length += 1 + usize::from(*body.get(length).ok_or(length + 1)?);
        }
    }
    Ok(length)
}

/// Whether a payload begins like this version with this question set: the letters of the bytes 1 and 1.
/// The last two bits of the third letter belong to the length and the kind.
pub(in super::super) fn begins(payload: &[u8]) -> bool {
    matches!(payload, [b'A', b'Q', b'E'..=b'H', ..])
}

/// The ids of the statements, in the order of their responses.
fn statements(quick: bool, kind: u16) -> impl Iterator<Item = &'static str> {
    let (first, then) = if quick {
        (QUICK, "")
    } else {
        (FULL, PAIRS.get(usize::from(kind)).copied().unwrap_or_default())
    };
    first
        .split_ascii_whitespace()
        .chain(then.split_ascii_whitespace())
}

/// What the numbers of a body stand for, worked out once.
struct Meanings {
    /// The statements of a full check of each kind, and of one of an unknown kind.
    full: [Vec<Option<StatementId>>; 6],
    quick: Vec<Option<StatementId>>,
    responses: [Option<Response>; 8],
    /// The numbers, by [`Response::index`].
    values: [u16; 7],
}

impl Meanings {
    /// The statements, in the order of their responses.
    fn statements(&self, quick: bool, kind: u16) -> &[Option<StatementId>] {
        if quick {
            return &self.quick;
        }
        // An unknown kind has the last list.
        let at = usize::from(kind).min(self.full.len() - 1);
        self.full.get(at).map_or(&[], Vec::as_slice)
    }
}

static MEANINGS: LazyLock<Meanings> = LazyLock::new(|| {
    let list = |quick, kind| statements(quick, kind).map(StatementId::parse).collect();
    Meanings {
        full: [0, 1, 2, 3, 4, 5].map(|kind| list(false, kind)),
        quick: list(true, 0),
        responses: [0, 1, 2, 3, 4, 5, 6, 7].map(|value: usize| {
            let response = value.checked_sub(1).and_then(|at| RESPONSES.get(at));
            response.and_then(|value| Response::parse(value))
        }),
        values: Response::ALL.map(|response| place(&RESPONSES, &response.value()) + 1),
    }
});

/// The fields before the responses, as numbers.
struct Head {
    quick: bool,
    kind: u16,
    side: u16,
    sector: u16,
    stage: u16,
    named: bool,
    day: u16,
}

impl Head {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        Some(Self {
            quick: bits.take(1)? == 1,
            kind: bits.take(3)?,
            side: bits.take(1)?,
            sector: bits.take(3)?,
            stage: bits.take(3)?,
            named: bits.take(1)? == 1,
            day: bits.take(16)?,
        })
    }
}

/// All fields, not yet checked.
struct Wire<'a> {
    head: Head,
    sheet: AnswerSheet,
    /// The answers to own statements as they are packed, and their fingerprint.
    extra: Option<(u16, u32)>,
    partnership: &'a [u8],
    organisation: &'a [u8],
    /// Whether this is how they are written: filled up with zeros, nothing behind, names only where there are any.
    is_exact: bool,
}

impl<'a> Wire<'a> {
    /// The fields; `None` if the bytes end before them.
    fn read(fields: &'a [u8]) -> Option<Self> {
        let mut bits = BitReader::new(fields);
        let head = Head::read(&mut bits)?;
        let meanings = &*MEANINGS;
        let list = meanings.statements(head.quick, head.kind);
        let mut sheet = AnswerSheet::default();
        for some in list.chunks(AT_ONCE) {
            let values = bits.take(RESPONSE * some.len())?;
            for (statement, place) in some.iter().zip((0..some.len()).rev()) {
                let value = usize::from(values >> (RESPONSE * place)) % meanings.responses.len();
                if let Some(statement) = statement {
                    sheet.set(*statement, meanings.responses.get(value).copied().flatten());
                }
            }
        }
        let own = bits.take(1)? == 1;
        let is_filled = bits.is_filled_with_zeros();
        let (mut partnership, mut organisation): (&[u8], &[u8]) = (&[], &[]);
        let mut rest = bits.rest();
        let mut extra = None;
        if own {
            let (answers, behind) = rest.split_first_chunk()?;
            let (set, behind) = behind.split_first_chunk()?;
            extra = Some((u16::from_be_bytes(*answers), u32::from_be_bytes(*set)));
            rest = behind;
        }
        if head.named {
            (partnership, rest) = take_name(rest)?;
            (organisation, rest) = take_name(rest)?;
        }
        let has_names = !(partnership.is_empty() && organisation.is_empty());
        Some(Self {
            is_exact: is_filled && rest.is_empty() && has_names == head.named,
            head,
            sheet,
            extra,
            partnership,
            organisation,
        })
    }

    /// The summary; `None` if a field says what cannot be.
    fn check(self) -> Option<Summary> {
        let head = self.head;
        let kind = *KINDS.get(usize::from(head.kind))?;
        let side = if head.side == 0 { Side::First } else { Side::Second };
        let length = if head.quick { Length::Quick } else { Length::Full };
        let sector = match head.sector.checked_sub(1) {
            None => None,
            Some(at) => Some(*SECTORS.get(usize::from(at))?),
        };
        let stage = match head.stage.checked_sub(1) {
            None => None,
            Some(at) => Some(StageChoice::parse(STAGES.get(usize::from(at))?)?),
        };
        let extra = match self.extra {
            None => None,
            Some((answers, sum)) => Some(ExtraAnswers::new(sum, unpack(answers)?)?),
        };
        let side_fits = kind.has_pairs() || side == Side::First;
        let stage_fits = length == Length::Full || stage.is_none();
        (side_fits && stage_fits).then_some(Summary {
            length,
            kind,
            side,
            sector,
            day: Day(head.day),
            sheet: self.sheet,
            stage,
            partnership: read_name(self.partnership)?,
            organisation: read_name(self.organisation)?,
            extra,
        })
    }
}

/// The responses to own statements in one number: a 1 and three bits for each.
pub(in super::super) fn pack(responses: &[Option<Response>]) -> u16 {
    responses
        .iter()
        .take(MOST_STATEMENTS)
        .fold(1, |packed, response| {
            packed << RESPONSE | response.map_or(0, |response| MEANINGS.values[response.index()])
        })
}

/// The responses in such a number; `None` if it has none.
pub(in super::super) fn unpack(packed: u16) -> Option<Vec<Option<Response>>> {
    // The place of the 1.
    let count = packed.checked_ilog2()? as usize;
    if !count.is_multiple_of(RESPONSE) {
        return None;
    }
    let places = (0..count / RESPONSE).rev();
    let value = |place: usize| usize::from(packed >> (RESPONSE * place)) % MEANINGS.responses.len();
    Some(
        places
            .map(|place| MEANINGS.responses.get(value(place)).copied().flatten())
            .collect(),
    )
}

/// A name, and the bytes behind it.
fn take_name(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first()?;
    rest.split_at_checked(usize::from(*length))
}

/// A name; `None` if this program would not have written it.
fn read_name(bytes: &[u8]) -> Option<String> {
    if bytes.is_empty() {
        return Some(String::new());
    }
    let name = str::from_utf8(bytes).ok()?;
    let cleaned = clean_name(name).text;
    (cleaned == name).then_some(cleaned)
}

/// The place of a value in a list that holds every value of its type.
fn place<T: PartialEq>(list: &[T], value: &T) -> u16 {
    list.iter().position(|known| known == value).unwrap_or(0) as u16
}
