//! Tables as CSV (RFC 4180): commas, lines end with CR LF, and no text that a spreadsheet would run.
//!
//! Written by hand: the quoting is ten lines; `csv-core` adds 3.9 kB of WASM, and would still leave the
//! rule on formulas to us.
//!
//! **Formulas.** A text that a spreadsheet could take for a formula gets an apostrophe before it, as OWASP
//! advises ("CSV Injection"): one that begins with `= + - @`, their full-width forms, a tab or a line break, also after
//! spaces, quotation marks or apostrophes. The same applies after a comma, a semicolon, a tab or a line break inside a text: a
//! spreadsheet that expects another separator starts a new cell or row there, even in quotation marks. Texts that people typed are always in quotation marks;
//! ids, numbers and days never are, and none of them begins so.
//!
//! **Names of digits.** A spreadsheet turns `3-4` into a day in March, `1E5` into 100000 and `0123` into 123, also where
//! they are in quotation marks, and saves them so. Such a text gets an apostrophe too.
//!
//! [`without_guard`] removes those apostrophes.
//!
//! **Semicolons.** Where fractions begin with a comma, spreadsheets expect semicolons between cells, and take `2.5` for a day
//! in May. [`with_semicolons`] makes such a table of one with commas.

/// The byte order mark, which tells a spreadsheet that a file is UTF-8.
pub const BOM: char = '\u{FEFF}';

/// A table as the text of a file, with the [`BOM`] before it.
pub fn file(table: &str) -> String {
    let mut out = String::from(BOM);
    out.push_str(table);
    out
}

/// The table with semicolons between its cells and a comma before the tenths of its numbers.
pub fn with_semicolons(table: &str) -> String {
    let mut out = String::with_capacity(table.len());
    let mut is_quoted = false;
    // Whether the cell has been a number so far: ids of statements have a point, too.
    let mut is_number = true;
    for c in table.chars() {
        out.push(match c {
            ',' if !is_quoted => ';',
            '.' if !is_quoted && is_number => ',',
            _ => c,
        });
        is_quoted ^= c == '"';
        is_number = !is_quoted && (matches!(c, ',' | '\n') || is_number && c.is_ascii_digit());
    }
    out
}

/// Adds a cell that a person typed, quoted and escaped.
pub(super) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    if is_number(text) {
        out.push('\'');
    }
    for part in parts(text) {
        if is_formula(part) {
            out.push('\'');
        }
        for c in part.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
    }
    out.push('"');
}

/// Ends a row, whose last cell may be followed by a comma.
pub(super) fn end_row(out: &mut String) {
    if out.ends_with(',') {
        out.pop();
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet could take a text for a formula.
pub fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\u{A0}', '"', '\'']);
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

/// Whether a spreadsheet could read a text as a number, a date or a time: digits and their separators. A text that
/// begins like a formula is handled before.
pub fn is_number(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\u{A0}', '\'']);
    let among = |c: char| c.is_ascii_digit() || " \u{A0}.,:/-+()%eE£$€".contains(c);
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(among) && !is_formula(text)
}

/// Unescapes a cell.
pub fn without_guard(cell: &str) -> String {
    if let Some(text) = cell.strip_prefix('\'')
        && is_number(text)
    {
        return text.to_owned();
    }
    let bare = |part| match str::strip_prefix(part, '\'') {
        Some(text) if is_formula(text) => text,
        _ => part,
    };
    parts(cell).map(bare).collect()
}

/// The parts of a text that a spreadsheet may read as cells, each with its separator.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([',', ';', '\t', '\r', '\n'])
}
