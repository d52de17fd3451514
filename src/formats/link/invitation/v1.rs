//! Version 1 of the invitation link: the body of its frame.
//!
//! | bits | field | values |
//! |---|---|---|
//! | 8 | question set | 1, as in version 1 of the summary link |
//! | 1 | length | 0 full, 1 quick |
//! | 3 | kind | 0 consortium, 1 commissioning, 2 grant, 3 prime, 4 other |
//! | 1 | reply by | 1 if a day follows |
//! | 1 | partnership | 1 if its name follows |
//! | 1 | reply to | 1 if an address follows |
//! | 1 | own statements | 1 if statements follow |
//! | 16, if given | day | days since 1 January 1970 |
//!
//! Then the name of the partnership if given, as `clean_name` leaves it, the e-mail address if given, as
//! [`is_address`] takes it, and the statements if there are any: a byte with their number, 1 to 5, and each, as
//! `clean_statement` leaves it, none of them twice. Each is a text as in `strings.rs`, and is not empty. Another rule for
//! addresses may only take more, so that old links stay readable.
//!
//! Frozen once released: nothing here may change what a link means.

use super::super::error::LinkError;
use super::super::strings;
use super::address::is_address;
use crate::domain::day::Day;
use crate::domain::extra::Extra;
use crate::domain::ids::{Kind, Length};
use crate::domain::invitation::Invitation;
use crate::domain::name::{clean_name, clean_statement};

/// The number of this version.
pub(in super::super) const VERSION: u8 = 1;
/// The number of the question set.
const QUESTIONS: u8 = 1;
/// The kinds, by number.
const KINDS: [Kind; 5] = [
    Kind::Consortium,
    Kind::Commissioning,
    Kind::Grant,
    Kind::Prime,
    Kind::Other,
];

const QUICK: u8 = 0b1000_0000;
const BY: u8 = 0b1000;
const PARTNERSHIP: u8 = 0b0100;
const TO: u8 = 0b0010;
const STATEMENTS: u8 = 0b0001;

/// The body for an invitation, see [`super::encode_invitation`].
pub(super) fn write(invitation: &Invitation) -> Vec<u8> {
    let name = clean_name(&invitation.partnership).text;
    let address = Some(invitation.reply_to.as_str()).filter(|text| is_address(text));
    let kind = KINDS.iter().position(|kind| *kind == invitation.kind);
    let flags = [
        (invitation.length == Length::Quick, QUICK),
        (invitation.reply_by.is_some(), BY),
        (!name.is_empty(), PARTNERSHIP),
        (address.is_some(), TO),
        (invitation.extra.is_some(), STATEMENTS),
    ];
    let flags = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| flag);
    let mut body = vec![QUESTIONS, (kind.unwrap_or(0) as u8) << 4 | flags.sum::<u8>()];
    if let Some(day) = invitation.reply_by {
        body.extend(day.0.to_be_bytes());
    }
    if !name.is_empty() {
        strings::put(&mut body, &name);
    }
    if let Some(address) = address {
        strings::put(&mut body, address);
    }
    if let Some(extra) = &invitation.extra {
        body.push(extra.statements().len() as u8);
        for statement in extra.statements() {
            strings::put(&mut body, statement);
        }
    }
    body
}

/// The invitation in a body whose checksum is right.
pub(in super::super) fn read(body: &[u8]) -> Result<Invitation, LinkError> {
    let [questions, fields @ ..] = body else {
        return Err(LinkError::Damaged);
    };
    if *questions != QUESTIONS {
        return Err(LinkError::OtherQuestions);
    }
    let wire = Wire::read(fields).ok_or(LinkError::Damaged)?;
    let invitation = wire.check().ok_or(LinkError::Impossible)?;
    if write(&invitation) == body {
        Ok(invitation)
    } else {
        Err(LinkError::Damaged)
    }
}

/// All fields, not yet checked.
struct Wire<'a> {
    head: u8,
    reply_by: Option<Day>,
    partnership: &'a [u8],
    reply_to: &'a [u8],
    statements: Vec<&'a [u8]>,
}

impl<'a> Wire<'a> {
    /// The fields; `None` if the bytes end before them.
    fn read(fields: &'a [u8]) -> Option<Self> {
        let (&head, mut rest) = fields.split_first()?;
        let mut reply_by = None;
        if head & BY != 0 {
            let (day, behind) = rest.split_first_chunk()?;
            reply_by = Some(Day(u16::from_be_bytes(*day)));
            rest = behind;
        }
        let mut text = |flag: u8| {
            if head & flag == 0 {
                return Some(&[][..]);
            }
            let (text, behind) = strings::take(rest)?;
            rest = behind;
            Some(text)
        };
        let (partnership, reply_to) = (text(PARTNERSHIP)?, text(TO)?);
        let mut statements = Vec::new();
        if head & STATEMENTS != 0 {
            let (count, mut behind) = rest.split_first()?;
            for _ in 0..*count {
                let (statement, after) = strings::take(behind)?;
                behind = after;
                statements.push(statement);
            }
        }
        Some(Self {
            head,
            reply_by,
            partnership,
            reply_to,
            statements,
        })
    }

    /// The invitation; `None` if a field says what cannot be.
    fn check(self) -> Option<Invitation> {
        let kind = *KINDS.get(usize::from(self.head >> 4 & 0b111))?;
        let reply_to = str::from_utf8(self.reply_to).ok()?;
        if !(reply_to.is_empty() || is_address(reply_to)) {
            return None;
        }
        let clean = |text: &[u8]| strings::cleaned(text, |text| clean_statement(text).text);
        let extra = if self.head & STATEMENTS == 0 {
            None
        } else {
            let statements: Option<_> = self.statements.into_iter().map(clean).collect();
            Some(Extra::new(statements?)?)
        };
        Some(Invitation {
            partnership: strings::cleaned(self.partnership, |text| clean_name(text).text)?,
            length: if self.head & QUICK == 0 {
                Length::Full
            } else {
                Length::Quick
            },
            kind,
            reply_by: self.reply_by,
            reply_to: reply_to.to_owned(),
            extra,
        })
    }
}

/// The length in bytes of a whole body that begins like this; or how many bytes are needed at least to tell.
pub(in super::super) fn length(body: &[u8]) -> Result<usize, usize> {
    let head = *body.get(1).ok_or(2_usize)?;
    let mut length = if head & BY == 0 { 2 } else { 4 };
    for flag in [PARTNERSHIP, TO] {
        if head & flag != 0 {
            length = strings::skip(body, length)?;
        }
    }
    if head & STATEMENTS != 0 {
        let count = *body.get(length).ok_or(length + 1)?;
        length += 1;
        for _ in 0..count {
            length = strings::skip(body, length)?;
        }
    }
    Ok(length)
}
