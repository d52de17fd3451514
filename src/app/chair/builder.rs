//! Code that puts the check on another website. Nothing is stored: what was chosen lasts until these screens are
//! left.

pub use super::code::{Code, MadeWith};
use super::effect::Effect;
use crate::content;
use crate::domain::colour::Colour;
use crate::domain::ids::{Kind, Length, Side};
use crate::domain::invitation::Invitation;
use crate::formats::link;

/// What this screen knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The form, as it was filled in.
    pub form: Form,
    /// Which code was copied last.
    pub copied: Option<Code>,
    /// The last change, if it is announced.
    pub told: Option<Told>,
}

/// A change that is announced at once, for people who do not see the text beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// What the site is made with: what to do there.
    MadeWith,
    /// A colour: whether it was understood, and the contrast.
    Colour(Role),
    /// The invitation: that it was understood, or what is wrong.
    Invitation,
    /// The name under which answers are kept, if it is wrong.
    StorageKey,
    /// What links keep of the page's query, if it is wrong.
    Keep,
    /// The fonts, if they are wrong.
    Font,
    /// The site's own words: what is wrong with them.
    Words,
}

impl Told {
    fn of(change: &Change) -> Option<Self> {
        match change {
            Change::MadeWith(_) => Some(Self::MadeWith),
            Change::Colour(role, _) => Some(Self::Colour(*role)),
            Change::Invitation(_) => Some(Self::Invitation),
            Change::StorageKey(_) => Some(Self::StorageKey),
            Change::Keep(_) => Some(Self::Keep),
            Change::Font(_) => Some(Self::Font),
            Change::Words(_) => Some(Self::Words),
            _ => None,
        }
    }
}

/// The form as filled in. `None`, empty or false means the element's default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What the site is made with.
    pub made_with: MadeWith,
    /// The link of the invitation with which each check begins, as it was typed. It says kind and length.
    pub invitation: String,
    /// Kind of relationship; without one, people choose.
    pub kind: Option<Kind>,
    /// How many statements are asked; without one, people choose.
    pub length: Option<Length>,
    /// Side, where the kind has sides; without one, people choose.
    pub side: Option<Side>,
    /// Tag of a language of this build; without one, the check speaks that of the page around it.
    pub language: Option<&'static str>,
    /// Level of the check's first heading, 1 to 6.
    pub level: u8,
    /// The name under which answers are kept, as it was typed.
    pub storage_key: String,
    /// Whether the host's page counts visitors, if that was answered.
    pub counts: Option<bool>,
    /// Whether summary links open the check's own page instead of the host's.
    pub own_links: bool,
    /// What links keep of the query of the page's address, as it was typed: names of parameters.
    pub keep: String,
    /// Whether it loads with the page instead of when it is visible.
    pub eager: bool,
    /// Whether the site gets scores.
    pub scores: bool,
    /// Which events the site listens to, in the order of [`EVENTS`].
    pub events: [bool; EVENTS.len()],
    /// The colours, as they were typed.
    pub colours: [String; 3],
    /// Corners of buttons and fields.
    pub corners: Corners,
    /// The site's fonts, as they were typed.
    pub font: String,
    /// What the site says in its own words, as it was typed: an entry on each line.
    pub words: String,
}

/// What the element tells the page around it.
pub const EVENTS: [&str; 6] = [
    "phc-start",
    "phc-answer",
    "phc-finish",
    "phc-share",
    "phc-delete",
    "phc-error",
];

/// Level of the first heading where none was chosen.
pub const LEVEL: u8 = 2;

impl Default for Form {
    fn default() -> Self {
        Self {
            made_with: MadeWith::Other,
            invitation: String::new(),
            kind: None,
            length: None,
            side: None,
            language: None,
            level: LEVEL,
            storage_key: String::new(),
            counts: None,
            own_links: false,
            keep: String::new(),
            eager: false,
            scores: false,
            events: [false; EVENTS.len()],
            colours: Default::default(),
            corners: Corners::Own,
            font: String::new(),
            words: String::new(),
        }
    }
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Links, buttons, chosen answers.
    Accent,
    /// Behind everything.
    Paper,
    /// Words.
    Ink,
}

impl Role {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Accent, Self::Paper, Self::Ink];
}

/// Corners of buttons and fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corners {
    /// As the check has them.
    Own,
    /// Not rounded.
    Square,
    /// Rounder than the check has them.
    Round,
}

impl Corners {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Own, Self::Square, Self::Round];
}

impl Form {
    /// The invitation, if one was typed and is whole.
    pub fn invitation(&self) -> Option<Invitation> {
        link::decode_invitation(&self.invitation).ok()
    }

    /// Whether what was typed for the invitation is wrong.
    pub fn invitation_is_wrong(&self) -> bool {
        !self.invitation.is_empty() && self.invitation().is_none()
    }

    /// The side, if the kind has sides.
    pub fn side(&self) -> Option<Side> {
        self.side.filter(|_| self.kind.is_some_and(Kind::has_pairs))
    }

    /// The name under which answers are kept, if one was typed and is sound.
    pub fn storage_key(&self) -> Option<&str> {
        Some(self.storage_key.as_str()).filter(|key| is_storage_key(key))
    }

    /// What links keep of the query, if something was typed and is sound.
    pub fn keep(&self) -> Option<&str> {
        Some(self.keep.as_str()).filter(|names| is_keep(names))
    }

    /// Whether what was typed for the query is wrong.
    pub fn keep_is_wrong(&self) -> bool {
        !self.keep.is_empty() && self.keep().is_none()
    }

    /// A colour, if one was typed and is sound.
    pub fn colour(&self, role: Role) -> Option<Colour> {
        Colour::parse(&self.colours[role as usize])
    }

    /// Whether what was typed for the storage is wrong.
    pub fn storage_key_is_wrong(&self) -> bool {
        !self.storage_key.is_empty() && self.storage_key().is_none()
    }

    /// Whether what was typed for a colour is wrong.
    pub fn colour_is_wrong(&self, role: Role) -> bool {
        !self.colours[role as usize].is_empty() && self.colour(role).is_none()
    }

    /// The site's fonts, if they were typed and are sound.
    pub fn font(&self) -> Option<&str> {
        Some(self.font.as_str()).filter(|font| is_font(font))
    }

    /// The site's own words on one line, if there are any. The check itself leaves out what is wrong in them.
    pub fn words(&self) -> Option<String> {
        let entries: Vec<&str> = content::entries(&self.words).collect();
        (!entries.is_empty()).then(|| entries.join(" | "))
    }

    /// Whether what was typed for the fonts is wrong.
    pub fn font_is_wrong(&self) -> bool {
        !self.font.is_empty() && self.font().is_none()
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::MadeWith(made_with) => self.made_with = made_with,
            Change::Invitation(link) => link.trim().clone_into(&mut self.invitation),
            Change::Kind(kind) => self.kind = kind,
            Change::Length(length) => self.length = length,
            Change::Side(side) => self.side = side,
            Change::Language(language) => self.language = language,
            Change::Level(level) => self.level = level.clamp(1, 6),
            Change::StorageKey(key) => key.trim().clone_into(&mut self.storage_key),
            Change::Counts(counts) => {
                self.counts = Some(counts);
                // A proposal: a page that counts visitors also counts the links that open it.
                self.own_links = counts;
            }
            Change::OwnLinks(own) => self.own_links = own,
            Change::Keep(names) => self.keep = names.split_whitespace().collect::<Vec<_>>().join(" "),
            Change::Eager(eager) => self.eager = eager,
            Change::Scores(scores) => self.scores = scores,
            Change::Event(event, is_heard) => {
                if let Some(heard) = self.events.get_mut(event) {
                    *heard = is_heard;
                }
            }
            Change::Colour(role, text) => text.trim().clone_into(&mut self.colours[role as usize]),
            Change::Corners(corners) => self.corners = corners,
            Change::Font(font) => font.trim().clone_into(&mut self.font),
            Change::Words(words) => words.trim().clone_into(&mut self.words),
        }
    }
}

/// One to 40 letters, digits and hyphens.
fn is_storage_key(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(sound)
}

/// Names of parameters with a space between them: each 1 to 40 letters, digits, hyphens and low lines, at most ten.
fn is_keep(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_name = |name: &str| (1..=40).contains(&name.len()) && name.bytes().all(sound);
    text.split(' ').count() <= 10 && text.split(' ').all(is_name)
}

/// A list of font names, such as `"Open Sans", Arial, sans-serif`: each of letters, digits, spaces and hyphens, quoted
/// or not. Anything else is refused, so that the list cannot end its CSS rule.
fn is_font(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.split(',').all(|name| is_font_name(name.trim()))
}

fn is_font_name(name: &str) -> bool {
    let quotes = ["\"", "'"];
    let mut inside = quotes
        .iter()
        .filter_map(|quote| name.strip_prefix(quote)?.strip_suffix(quote));
    let inside = inside.next();
    // Without quotes no word may begin with a digit.
    let begins_well =
        |word: &str| inside.is_some() || !word.starts_with(|letter: char| letter.is_ascii_digit());
    let sound = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    let name = inside.unwrap_or(name);
    !name.trim().is_empty() && name.chars().all(sound) && name.split(' ').all(begins_well)
}

/// One change to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What the site is made with was chosen.
    MadeWith(MadeWith),
    /// The link of an invitation was typed.
    Invitation(String),
    /// A kind was chosen, or left to people.
    Kind(Option<Kind>),
    /// A length was chosen, or left to people.
    Length(Option<Length>),
    /// A side was chosen, or left to people.
    Side(Option<Side>),
    /// A language was chosen, or left to the page around the check.
    Language(Option<&'static str>),
    /// A level of headings was chosen.
    Level(u8),
    /// A name for what is kept was typed.
    StorageKey(String),
    /// Whether the page counts visitors was answered.
    Counts(bool),
    /// What summary links open was chosen.
    OwnLinks(bool),
    /// What links keep of the page's query was typed.
    Keep(String),
    /// When it loads was chosen.
    Eager(bool),
    /// The box about scores was ticked or not.
    Scores(bool),
    /// The box of an event, by its place in [`EVENTS`], was ticked or not.
    Event(usize, bool),
    /// A colour was picked or typed.
    Colour(Role, String),
    /// Corners were chosen.
    Corners(Corners),
    /// Fonts were typed.
    Font(String),
    /// The site's own words were typed.
    Words(String),
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The form was changed.
    Changed(Change),
    /// A button that copies was pressed: which code, and its text.
    CopyPressed(Code, String),
}

/// The screen may have been opened.
pub(super) fn entered(state: &mut State, is_shown: bool) -> Option<Effect> {
    state.copied = None;
    state.told = None;
    is_shown.then_some(Effect::LoadPreview)
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Changed(change) => {
            state.told = Told::of(&change);
            state.copied = None;
            state.form.apply(change);
            None
        }
        Message::CopyPressed(code, text) => {
            state.told = None;
            state.copied = Some(code);
            Some(Effect::Copy(text))
        }
    }
}
