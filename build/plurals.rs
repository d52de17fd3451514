//! Texts that depend on a number: which forms a language has, which number takes which, and the forms of a text as one
//! entry of the table.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

use super::check::{FREE_FILES, placeholders};
use super::entry::Entry;

/// The names of the forms, as CLDR has them, in its order. Every language has the last.
pub(crate) const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Between the forms of a text in the table. No text of the content files has a tab.
pub(crate) const BETWEEN: &str = "\t";

/// The form of each number from 0 to 199, by the language's cardinal rule in CLDR.
///
/// # Errors
///
/// A tag that is none.
fn by_number(tag: &str) -> Result<Vec<&'static str>, String> {
    // The made-up languages have every form, as Welsh has.
    let known = if tag.starts_with("qps-") { "cy" } else { tag };
    let unknown = || format!("content/text/{tag}: `{tag}` is no tag of a language.");
    let locale: Locale = known.parse().map_err(|_| unknown())?;
    let rules =
        PluralRules::try_new(locale.into(), PluralRuleType::Cardinal.into()).map_err(|_| unknown())?;
    let form = |n: usize| match rules.category_for(n) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    Ok((0..200).map(form).collect())
}

/// The forms of a language, in the order of [`NAMES`].
///
/// # Errors
///
/// A tag that is none.
pub(crate) fn forms(tag: &str) -> Result<Vec<&'static str>, String> {
    let used = by_number(tag)?;
    let is_used = |name: &&str| *name == "other" || used.contains(name);
    Ok(NAMES.into_iter().filter(is_used).collect())
}

/// For 0 to 99, then for 100 to 199, the place of the form among those of the language, a digit each. Rules look at the
/// last two digits of a number, so the second hundred stands for every one that follows.
///
/// # Errors
///
/// A tag that is none.
pub(crate) fn places(tag: &str) -> Result<String, String> {
    let forms = forms(tag)?;
    let place = |name: &str| forms.iter().position(|form| *form == name).unwrap_or_default();
    let digits = by_number(tag)?.into_iter().map(|name| place(name).to_string());
    Ok(digits.collect())
}

/// The forms of a language, each with the first numbers that take it: `one (1), other (0, 2, 3 …)`.
///
/// # Errors
///
/// A tag that is none.
fn forms_in_words(tag: &str) -> Result<String, String> {
    let used = by_number(tag)?;
    let words = forms(tag)?.into_iter().map(|form| {
        let numbers: Vec<_> = (0..used.len()).filter(|&n| used[n] == form).collect();
        let first: Vec<_> = numbers.iter().take(3).map(usize::to_string).collect();
        let goes_on = numbers.len() > 3 || numbers.iter().any(|&n| n >= 100);
        let more = if goes_on { " …" } else { "" };
        if first.is_empty() {
            format!("{form} (fractions)")
        } else {
            format!("{form} ({}{more})", first.join(", "))
        }
    });
    Ok(words.collect::<Vec<_>>().join(", "))
}

/// The text and the form that a key names, if it names one: `plan.late.one`.
fn form_of(entry: &Entry) -> Option<(&str, &str)> {
    let (text, form) = entry.key.rsplit_once('.')?;
    (FREE_FILES.contains(&entry.stem()) && text.contains('.') && NAMES.contains(&form))
        .then_some((text, form))
}

/// The entries with the forms of each text as one, in the order of [`NAMES`], at the place of the first.
///
/// # Errors
///
/// A form that the language has and a text lacks, or the other way round; a form with other placeholders than `other`,
/// save that it may leave out `{n}`.
pub(crate) fn joined(entries: &[Entry], tag: &str) -> Result<Vec<Entry>, String> {
    let forms = forms(tag)?;
    let mut all: Vec<Entry> = Vec::new();
    for entry in entries {
        let Some((text, _)) = form_of(entry) else {
            all.push(entry.clone());
            continue;
        };
        let is_same =
            |other: &&Entry| other.file == entry.file && form_of(other).is_some_and(|(same, _)| same == text);
        if all
            .iter()
            .any(|known| known.file == entry.file && known.key == text)
        {
            continue;
        }
        let of_text: Vec<&Entry> = entries.iter().filter(is_same).collect();
        all.push(one_text(text, &forms, &of_text, tag)?);
    }
    Ok(all)
}

fn one_text(text: &str, forms: &[&str], found: &[&Entry], tag: &str) -> Result<Entry, String> {
    let file = found.first().map_or("", |entry| &entry.file);
    let get = |form: &str| {
        let key = format!("{text}.{form}");
        found.iter().find(|entry| entry.key == key)
    };
    let without_n = |words: &str| -> Vec<String> {
        let names = placeholders(words).into_iter().filter(|name| *name != "n");
        names.map(str::to_string).collect()
    };
    let mut words = Vec::new();
    let all = forms_in_words(tag)?;
    let needed = |form: &str| {
        get(form)
            .ok_or_else(|| format!("{file}: `{text}.{form}` is missing: the forms of `{tag}` are {all}."))
    };
    let most = &needed("other")?.text;
    for form in forms {
        let entry = needed(form)?;
        if without_n(&entry.text) != without_n(most) {
            return Err(format!(
                "{file}: `{text}.{form}` has other placeholders than `{text}.other`."
            ));
        }
        words.push(entry.text.as_str());
    }
    if let Some(more) = found
        .iter()
        .find(|entry| form_of(entry).is_some_and(|(_, form)| !forms.contains(&form)))
    {
        return Err(format!(
            "{file}: `{}` is a form that `{tag}` does not have: its forms are {all}.",
            more.key
        ));
    }
    Ok(Entry {
        file: file.to_string(),
        key: text.to_string(),
        text: words.join(BETWEEN),
    })
}

/// Whether the text of an entry has forms.
pub(crate) fn has_forms(entry: &Entry) -> bool {
    entry.text.contains(BETWEEN)
}

/// The form for most numbers: what placeholders are compared by.
pub(crate) fn most(text: &str) -> &str {
    text.rsplit(BETWEEN).next().unwrap_or(text)
}
