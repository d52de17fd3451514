//! Scripts and styles without what only people read: whole-line comments, indents and empty lines.
//!
//! A real minifier would save a few kilobytes more before packing, but less than one after it, and would be
//! one more tool to keep. Line breaks stay, so that no meaning can change.

/// The text without whole-line comments, indents and empty lines. A comment inside a line stays.
pub(super) fn slim(text: &str) -> String {
    let mut slim = String::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let starts = line.starts_with("/*");
        if in_comment || starts {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            slim.extend([line, "\n"]);
        }
    }
    slim
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn what_runs_stays_and_what_is_read_goes() {
        let text =
            "/* one\n * two */\n\n  // three\n  a(\"/* no comment */\"); // stays\n/** four */\n    b();\n";
        assert_eq!(slim(text), "a(\"/* no comment */\"); // stays\nb();\n");
    }
}
