//! Welsh changes the first letter of a word by what stands before it.
//!
//! The text shows which change a named word went through, and the website's word goes through the same. What it cannot show
//! is the gender of that word, nor the change of a word such as "sefydliad", whose first letter never changes.

/// A change of the first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutation {
    /// partner, bartner.
    Soft,
    /// partner, mhartner.
    Nasal,
    /// partner, phartner.
    Aspirate,
    /// aelod, haelod.
    H,
}

/// Two letters that are one. Only "ll" and "rh" change.
const PAIRS: [&str; 8] = ["ch", "dd", "ff", "ng", "ph", "th", "ll", "rh"];

impl Mutation {
    pub(super) const ALL: [Self; 4] = [Self::Soft, Self::Nasal, Self::Aspirate, Self::H];

    const fn table(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Soft => &[
                ("ll", "l"),
                ("rh", "r"),
                ("p", "b"),
                ("t", "d"),
                ("c", "g"),
                ("b", "f"),
                ("d", "dd"),
                ("g", ""),
                ("m", "f"),
            ],
            Self::Nasal => &[
                ("p", "mh"),
                ("t", "nh"),
                ("c", "ngh"),
                ("b", "m"),
                ("d", "n"),
                ("g", "ng"),
            ],
            Self::Aspirate => &[("p", "ph"), ("t", "th"), ("c", "ch")],
            Self::H => &[],
        }
    }

    /// The word after the change; `None` if its first letter does not change.
    pub(super) fn of(self, word: &str) -> Option<String> {
        let first = word.chars().next()?;
        if self == Self::H {
            return is_vowel(word).then(|| cased("h", first, word));
        }
        let lower = word.to_lowercase();
        let pair = PAIRS.into_iter().find(|pair| lower.starts_with(pair));
        let (from, to) = self.table().iter().find(|(from, _)| match pair {
            Some(pair) => *from == pair,
            None => lower.starts_with(from),
        })?;
        // The letters of the table are of one byte each, in capitals too.
        Some(cased(to, first, word.get(from.len()..)?))
    }
}

/// The new letters with the capital of the old one.
fn cased(new: &str, first: char, rest: &str) -> String {
    if !first.is_uppercase() {
        return [new, rest].concat();
    }
    let joined = [new, &rest.to_lowercase().chars().take(1).collect::<String>()].concat();
    let tail: String = rest.chars().skip(1).collect();
    let mut letters = joined.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    [&capital, letters.as_str(), &tail].concat()
}

/// Words that have another form before a vowel. All but the article change p, t and c after them.
const JOINTS: [(&str, &str); 6] = [
    ("a", "ac"),
    ("â", "ag"),
    ("na", "nac"),
    ("gyda", "gydag"),
    ("tua", "tuag"),
    ("y", "yr"),
];

/// What the word before becomes, if it is one that changes, and the website's word after it. `becomes` is that word with
/// the change that the text has.
pub(super) fn after(before: &str, radical: &str, becomes: String) -> (Option<&'static str>, String) {
    let joint = JOINTS
        .into_iter()
        .find(|(consonant, vowel)| [*consonant, *vowel].contains(&before));
    let Some((consonant, vowel)) = joint else {
        return (None, becomes);
    };
    if consonant == "y" {
        let is_yr = is_vowel(&becomes) || becomes.to_lowercase().starts_with('h');
        return (Some(if is_yr { vowel } else { consonant }), becomes);
    }
    if is_vowel(radical) {
        return (Some(vowel), radical.to_owned());
    }
    let mutated = Mutation::Aspirate.of(radical);
    (Some(consonant), mutated.unwrap_or_else(|| radical.to_owned()))
}

/// Whether a word begins with a vowel. A "w" before a vowel, "r" or "l" is none: "y wefan", "y wlad".
fn is_vowel(word: &str) -> bool {
    const VOWELS: &str = "aeiouyâêîôûŷàèìòùáéíóúäëïöü";
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    let first = letters.next();
    let next = letters.next();
    match first {
        Some('w' | 'ŵ') => !next.is_some_and(|next| VOWELS.contains(next) || matches!(next, 'r' | 'l')),
        Some(first) => VOWELS.contains(first),
        None => false,
    }
}
