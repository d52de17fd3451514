//! What a person typed, made safe to show beside other people's text: names and notes.
//!
//! Control characters, and all that Unicode calls `Default_Ignorable_Code_Point`, are dropped: marks that turn the reading
//! direction of their neighbours, and letters that cannot be seen. What Persian, Indic scripts, Mongolian, names of both
//! reading directions and emoji need (joiners, non-joiners, variation selectors, direction hints, the tags of a flag)
//! stays. Letters that are blank count as spaces. Nothing is
//! brought into a normal form (NFC): that needs tables of many kilobytes, and what people type on
//! today's devices is in that form already.
//!
//! Lengths are counted in characters as a person sees them, *approximately*: a character belongs to the
//! one before if it is a combining mark of the blocks listed at the end of this file, a joiner, a variation
//! selector, a skin tone, a tag of a flag, a symbol after a joiner, or the second half of a country flag.
//! Indic conjuncts and decomposed Hangul count as several. Who needs it exact must ask the browser.

/// Most characters of a name, as a person sees them.
pub const NAME_CHARACTERS: usize = 60;
/// Most bytes of a name in UTF-8. A link gives the length of a name in one byte.
pub const NAME_BYTES: usize = 240;
/// Most characters of a line of a plan, as a person sees them.
pub const LINE_CHARACTERS: usize = 200;
/// Most bytes of a line of a plan in UTF-8.
pub const LINE_BYTES: usize = 800;
/// Most characters of a statement that a chair writes, as a person sees them.
pub const STATEMENT_CHARACTERS: usize = 140;
/// Most bytes of such a statement in UTF-8.
pub const STATEMENT_BYTES: usize = 560;
/// Most Unicode characters of a note.
pub const NOTE_CHARACTERS: usize = 2_000;
/// Most combining marks on one character.
const MARKS: usize = 8;

/// A cleaned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text; cleaning it again gives the same text.
    pub text: String,
    /// Whether something that can be seen was left out because the text was too long or a character
    /// carried too many marks. The person should be told.
    pub shortened: bool,
}

/// Cleans a name: one line, single spaces, none at the ends, at most [`NAME_CHARACTERS`] characters as a
/// person sees them, at most eight combining marks on each and at most [`NAME_BYTES`] bytes. A character
/// is kept whole or left out whole. A name in which nothing can be seen becomes empty. Any text is taken.
///
/// For the moment when a name is kept or sent, not for each key: it takes the space after a word.
pub fn clean_name(text: &str) -> Cleaned {
    clean(text, NAME_CHARACTERS, NAME_BYTES)
}

/// Cleans a line of a plan or an address, by the rules of [`clean_name`]: at most [`LINE_CHARACTERS`]
/// characters as a person sees them, and at most [`LINE_BYTES`] bytes.
pub fn clean_line(text: &str) -> Cleaned {
    clean(text, LINE_CHARACTERS, LINE_BYTES)
}

/// Cleans a statement that a chair writes, by the rules of [`clean_name`]: at most [`STATEMENT_CHARACTERS`] characters as a
/// person sees them, and at most [`STATEMENT_BYTES`] bytes.
pub fn clean_statement(text: &str) -> Cleaned {
    clean(text, STATEMENT_CHARACTERS, STATEMENT_BYTES)
}

fn clean(text: &str, most_characters: usize, most_bytes: usize) -> Cleaned {
    let mut cleaned = Cleaned::nothing();
    let mut clusters = Clusters::default();
    let mut space_due = false;
    // Where the text ends if the character that is being read turns out not to fit.
    let mut fitting = 0;
    for c in text.chars() {
        if is_space(c) {
            space_due = true;
            continue;
        }
        if clusters.drop(c) {
            continue;
        }
        let before = cleaned.text.len();
        let mut next = clusters;
        if space_due && before > 0 {
            next.take(' ');
            cleaned.text.push(' ');
            fitting = before;
        }
        match next.take(c) {
            Taken::New => fitting = before,
            Taken::Joined => {}
            Taken::TooManyMarks => {
                cleaned.text.truncate(before);
                cleaned.shortened = true;
                continue;
            }
        }
        space_due = false;
        clusters = next;
        cleaned.text.push(c);
        if clusters.count > most_characters || cleaned.text.len() > most_bytes {
            cleaned.text.truncate(fitting);
            cleaned.shortened = true;
            break;
        }
    }
    cleaned.or_nothing()
}

/// Cleans a note: line breaks are kept (as `\n`), other white space becomes a space, at most
/// [`NOTE_CHARACTERS`] Unicode characters, at most eight combining marks on each. A note in which nothing
/// can be seen becomes empty. Any text is taken. Spaces at the ends stay, so that it can run at each key.
pub fn clean_note(text: &str) -> Cleaned {
    let mut cleaned = Cleaned::nothing();
    let mut clusters = Clusters::default();
    let mut length = 0;
    let mut fitting = 0;
    let mut after_return = false;
    for c in text.chars() {
        let second_half = after_return && c == '\n';
        after_return = c == '\r';
        let c = match c {
            _ if second_half => continue,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            _ if is_space(c) => ' ',
            _ if clusters.drop(c) => continue,
            _ => c,
        };
        match clusters.take(c) {
            Taken::New => fitting = cleaned.text.len(),
            Taken::Joined => {}
            Taken::TooManyMarks => {
                cleaned.shortened = true;
                continue;
            }
        }
        length += 1;
        if length > NOTE_CHARACTERS {
            cleaned.text.truncate(fitting);
            cleaned.shortened = true;
            break;
        }
        cleaned.text.push(c);
    }
    cleaned.or_nothing()
}

impl Cleaned {
    fn nothing() -> Self {
        Self {
            text: String::new(),
            shortened: false,
        }
    }

    /// Nothing at all rather than a text in which nothing can be seen.
    fn or_nothing(mut self) -> Self {
        let seen = |c: char| !is_space(c) && !is_hint(c) && !is_attached(c);
        if !self.text.contains(seen) {
            self.text.clear();
        }
        self
    }
}

/// Counts characters as a person sees them.
#[derive(Clone, Copy, Default)]
struct Clusters {
    /// Characters so far.
    count: usize,
    /// Combining marks on the last one.
    marks: usize,
    /// The last Unicode character.
    last: Option<char>,
    /// Whether the last one is the first half of a country flag.
    half_flag: bool,
}

/// What became of a Unicode character.
enum Taken {
    /// It starts a character.
    New,
    /// It belongs to the one before, or cannot be seen.
    Joined,
    /// It is a mark too many, and was not taken.
    TooManyMarks,
}

impl Clusters {
    /// Whether this is left out where it stands: it cannot be seen or does harm, or has nothing to belong to.
    fn drop(&self, c: char) -> bool {
        c.is_control()
            || (is_ignorable(c) && !is_hint(c) && !is_joiner(c))
            || (self.count == 0 && is_attached(c))
            || (is_tag(c) && !self.last.is_some_and(|last| last == BLACK_FLAG || is_tag(last)))
    }

    fn take(&mut self, c: char) -> Taken {
        let mark = is_mark(c);
        if mark && self.marks == MARKS {
            return Taken::TooManyMarks;
        }
        let flag = is_flag_half(c);
        let joined = is_attached(c)
            || is_hint(c)
            || (self.last == Some(ZWJ) && is_symbol(c))
            || (self.half_flag && flag);
        self.half_flag = flag && !joined;
        self.last = Some(c);
        if joined {
            self.marks += usize::from(mark);
            return Taken::Joined;
        }
        self.count += 1;
        self.marks = 0;
        Taken::New
    }
}

/// The joiner of emoji families.
const ZWJ: char = '\u{200D}';
/// The flag that tags turn into those of England, Scotland and Wales.
const BLACK_FLAG: char = '\u{1F3F4}';

/// White space, and the letters that are blank: the empty pattern of Braille and the fillers of Hangul.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2800}' | '\u{3164}' | '\u{115F}' | '\u{1160}' | '\u{FFA0}')
}

/// Whether this is a `Default_Ignorable_Code_Point` of Unicode: it cannot be seen by itself.
pub fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
    ) || matches!(c, '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}')
        || matches!(c, '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Joiners, non-joiners, variation selectors and tags: not seen, but they change how what stands before them is drawn.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | ZWJ | '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}')
        || matches!(c, '\u{E0100}'..='\u{E01EF}')
        || is_tag(c)
}

/// Whether this is a tag, which only a flag has.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0020}'..='\u{E007F}')
}

/// Left-to-right, right-to-left and Arabic letter marks: kept, not seen, not counted.
fn is_hint(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Whether this belongs to the character before it, whatever that is.
fn is_attached(c: char) -> bool {
    is_mark(c) || is_joiner(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Whether this is a half of a country flag (a regional indicator).
fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Whether this can be part of an emoji after a joiner.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FBFF}')
}

/// First and last of the runs of combining marks of Latin, Greek, Cyrillic, Hebrew, Arabic, Syriac,
/// Sinhala, Thai, Lao, Tibetan, Burmese and Khmer, and of those for symbols.
const MARK_RUNS: [(char, char); 33] = [
    ('\u{300}', '\u{36F}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5BD}'),
    ('\u{5BF}', '\u{5BF}'),
    ('\u{5C1}', '\u{5C2}'),
    ('\u{5C4}', '\u{5C5}'),
    ('\u{5C7}', '\u{5C7}'),
    ('\u{610}', '\u{61A}'),
    ('\u{64B}', '\u{65F}'),
    ('\u{670}', '\u{670}'),
    ('\u{6D6}', '\u{6DC}'),
    ('\u{6DF}', '\u{6E4}'),
    ('\u{6E7}', '\u{6E8}'),
    ('\u{6EA}', '\u{6ED}'),
    ('\u{711}', '\u{711}'),
    ('\u{730}', '\u{74A}'),
    ('\u{DCA}', '\u{DDF}'),
    ('\u{E31}', '\u{E31}'),
    ('\u{E34}', '\u{E3A}'),
    ('\u{E47}', '\u{E4E}'),
    ('\u{EB1}', '\u{EB1}'),
    ('\u{EB4}', '\u{EBC}'),
    ('\u{EC8}', '\u{ECE}'),
    ('\u{F71}', '\u{F84}'),
    ('\u{102B}', '\u{103E}'),
    ('\u{1056}', '\u{1059}'),
    ('\u{17B4}', '\u{17D3}'),
    ('\u{1AB0}', '\u{1AFF}'),
    ('\u{1DC0}', '\u{1DFF}'),
    ('\u{20D0}', '\u{20FF}'),
    ('\u{302A}', '\u{302F}'),
    ('\u{3099}', '\u{309A}'),
    ('\u{FE20}', '\u{FE2F}'),
];

/// Whether this is a combining mark, as far as the runs above and the vowel signs of India go.
fn is_mark(c: char) -> bool {
    // Nine scripts of India, each in a block of 128 with its vowel signs in the same places.
    let indian = matches!(c, '\u{900}'..='\u{D7F}')
        && matches!(c as u32 % 128, 0..=3 | 0x3C | 0x3E..=0x4D | 0x51..=0x57 | 0x62..=0x63);
    indian
        || MARK_RUNS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
}
