//! Line breaking for texts in a picture, which SVG lacks.

/// A text in lines of at most so many letters. Words stay whole, except one that is longer than a line: a name
/// may be one.
pub(super) fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in text.split_whitespace() {
        let width = word.chars().map(width).sum::<usize>();
        match lines.last_mut() {
            Some(line) if width < room => {
                line.push(' ');
                line.push_str(word);
                room -= width + 1;
            }
            _ => {
                lines.push(String::new());
                room = push_broken(&mut lines, word, most);
            }
        }
    }
    lines
}

/// Adds a word to the last line, which is empty, and to more where it is too long. Returns the room that is left.
fn push_broken(lines: &mut Vec<String>, word: &str, most: usize) -> usize {
    let mut room = most;
    for c in word.chars() {
        if width(c) > room {
            lines.push(String::new());
            room = most;
        }
        room = room.saturating_sub(width(c));
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    room
}

/// How wide a letter is, in letters: those of East Asia and emoji take the room of two.
fn width(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{1F000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}
