//! Puts a website's words in place of named words, inside any text.

use super::welsh;
use crate::content::pieces::{Piece, pieces};

/// A named word and what stands for it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    from: String,
    /// The website's word, without an article.
    pub(super) to: String,
    /// The English article that the website wrote before it.
    article: Option<&'static str>,
}

impl Word {
    /// "a union" says which article "union" has.
    pub(super) fn new(from: &str, to: &str) -> Self {
        let written = ["a", "an"].into_iter().find_map(|article| {
            let rest = to.strip_prefix(article)?.strip_prefix(' ')?;
            Some((article, rest))
        });
        Self {
            from: from.to_owned(),
            to: written.map_or(to, |(_, rest)| rest).to_owned(),
            article: written.map(|(article, _)| article),
        }
    }
}

/// A form of a named word in a text, and what stands for it there.
struct Form {
    seen: String,
    becomes: String,
    word: Word,
}

/// What changes around and inside a word in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grammar {
    /// The article follows the first letter.
    English,
    /// The first letter follows what is before the word.
    Welsh,
    /// Nothing.
    Plain,
}

/// Replaces named words in the texts of a language.
pub(super) struct Renamer {
    grammar: Grammar,
    /// The longest first: "lead organisation" is no "organisation".
    forms: Vec<Form>,
}

impl Renamer {
    pub(super) fn new(language: &str, words: &[Word]) -> Self {
        let grammar = match language {
            "en" => Grammar::English,
            "cy" => Grammar::Welsh,
            _ => Grammar::Plain,
        };
        let mut forms: Vec<Form> = words.iter().flat_map(|word| forms(grammar, word)).collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.seen.len()));
        Self { grammar, forms }
    }

    /// The text with the website's words; `None` if none of the named words is in it. Placeholders stay as they are.
    pub(super) fn rename(&self, text: &str) -> Option<String> {
        let mut renamed = String::new();
        let mut changed = false;
        for piece in pieces(text) {
            match piece {
                Piece::Placeholder(name) => renamed.extend(["{", name, "}"]),
                Piece::Words(words) => changed |= self.rename_words(words, &mut renamed),
            }
        }
        changed.then_some(renamed)
    }

    fn rename_words(&self, words: &str, out: &mut String) -> bool {
        let mut changed = false;
        let mut rest = words;
        // A value that is filled in may end with a letter, but never with half of a word of ours.
        let mut inside = false;
        while let Some(letter) = rest.chars().next() {
            let mut forms = self.forms.iter().filter(|_| !inside);
            let found = forms.find_map(|form| Some((form, matched(&form.seen, rest)?)));
            if let Some((form, (length, is_capital))) = found {
                self.put(form, is_capital, out);
                rest = &rest[length..];
                (inside, changed) = (true, true);
            } else {
                out.push(letter);
                rest = &rest[letter.len_utf8()..];
                inside = is_inside(letter);
            }
        }
        changed
    }

    fn put(&self, form: &Form, is_capital: bool, out: &mut String) {
        let before = word_before(out).to_owned();
        let lower = before.to_lowercase();
        let mut becomes = form.becomes.clone();
        let article = match self.grammar {
            Grammar::English if ["a", "an"].contains(&&*lower) => {
                let by_letter = if is_vowel(&becomes) { "an" } else { "a" };
                Some(form.word.article.unwrap_or(by_letter))
            }
            Grammar::Welsh => {
                let (article, mutated) = welsh::after(&lower, &form.word.to, becomes);
                becomes = mutated;
                article
            }
            Grammar::English | Grammar::Plain => None,
        };
        if let Some(article) = article {
            out.truncate(out.len() - before.len() - 1);
            let is_capital = before.starts_with(char::is_uppercase);
            out.push_str(&if is_capital {
                capitalised(article)
            } else {
                article.to_owned()
            });
            out.push(' ');
        }
        out.push_str(&if is_capital {
            capitalised(&becomes)
        } else {
            becomes
        });
    }
}

fn forms(grammar: Grammar, word: &Word) -> Vec<Form> {
    let form = |seen: String, becomes: String| Form {
        seen,
        becomes,
        word: word.clone(),
    };
    let mut forms = vec![form(word.from.clone(), word.to.clone())];
    if grammar == Grammar::Welsh {
        let mutated = welsh::Mutation::ALL.into_iter().filter_map(|mutation| {
            let seen = mutation.of(&word.from)?;
            Some(form(
                seen,
                mutation.of(&word.to).unwrap_or_else(|| word.to.clone()),
            ))
        });
        forms.extend(mutated);
    }
    forms
}

/// Whether a text starts with this whole word, perhaps with a capital: how long it is there, and whether it has one.
fn matched(word: &str, text: &str) -> Option<(usize, bool)> {
    let (small, capital) = (word.to_owned(), capitalised(word));
    let mut tried = [(small, false), (capital, true)].into_iter();
    let found = tried.find(|(word, _)| {
        let rest = text.strip_prefix(word.as_str());
        rest.is_some_and(|rest| !rest.chars().next().is_some_and(is_inside))
    });
    found.map(|(word, is_capital)| (word.len(), is_capital))
}

/// Whether this letter belongs to a word. A hyphen does: "sub-contractor" is no "contractor".
fn is_inside(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

/// The word before the end of a text, if one space is between them.
fn word_before(text: &str) -> &str {
    let Some(text) = text.strip_suffix(' ') else {
        return "";
    };
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, letter)| is_inside(*letter))
        .last();
    start.map_or("", |(at, _)| &text[at..])
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether an English word begins with a vowel, by its letter.
fn is_vowel(word: &str) -> bool {
    word.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
}
