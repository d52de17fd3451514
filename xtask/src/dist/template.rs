//! Fills in `{{name}}` in a text.

use anyhow::{Context, Result, ensure};

/// Replaces each `{{name}}` in the text. A name without a value is an error, and so is a value without a name.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut used = Vec::new();
    for part in parts {
        let (name, after) = part.split_once("}}").context("A {{ has no }}.")?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .with_context(|| format!("There is no value for {{{{{name}}}}}."))?;
        used.push(name);
        filled.push_str(value);
        filled.push_str(after);
    }
    for (name, _) in values {
        ensure!(used.contains(name), "There is no place for {{{{{name}}}}}.");
    }
    Ok(filled)
}

/// Escapes words for HTML, between tags and in attributes.
pub(super) fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, fill};

    #[test]
    fn every_place_is_filled_and_every_value_used() {
        assert_eq!(
            fill("a {{b}} c {{b}}", &[("b", "{{x}}")]).expect("all is there"),
            "a {{x}} c {{x}}"
        );
        assert!(fill("{{b}}", &[]).is_err());
        assert!(fill("b", &[("b", "1")]).is_err());
        assert!(fill("{{b", &[("b", "1")]).is_err());
    }

    #[test]
    fn words_never_become_markup() {
        assert_eq!(escaped("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    }
}
