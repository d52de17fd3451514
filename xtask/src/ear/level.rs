//! Takes out of what was said whatever differs from one day, machine or run to the next.

/// What Orca says of itself, of the browser's window and of loading; when it says that depends on how fast things go.
const OF_THE_READER: [&str; 7] = [
    "Screen reader on.",
    "Finished loading",
    "Loading",
    "Page has ",
    "Mozilla Firefox",
    "Nightly",
    "Tab list",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What was said, or nothing if it is no word of the page. `origin` is where the page is.
pub(super) fn said(said: &str, origin: &str) -> Option<String> {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if said.is_empty() || OF_THE_READER.iter().any(|start| said.starts_with(start)) {
        return None;
    }
    // Whether a link was visited depends on what was tried before.
    let said = said
        .replace("unvisited link", "link")
        .replace("visited link", "link");
    Some(level(&said, origin))
}

/// A text without days, links and the place of the page.
pub fn level(text: &str, origin: &str) -> String {
    let text = text.replace(origin.trim_end_matches('/'), "https://check.example");
    without_payloads(&without_days(&text))
}

/// `29 November 2026` becomes `[day]`.
fn without_days(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut levelled = Vec::new();
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        let day = match after {
            [month, year, ..] if MONTHS.contains(month) => around_day(word, year),
            _ => None,
        };
        rest = if day.is_some() { &rest[3..] } else { after };
        levelled.push(day.unwrap_or_else(|| (*word).to_owned()));
    }
    levelled.join(" ")
}

/// What stands before the number of the day and behind the year, such as quotation marks, with the day between.
fn around_day(day: &str, year: &str) -> Option<String> {
    let before = day.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let behind = year.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_day = (1..=2).contains(&(day.len() - before.len())) && year.len() - behind.len() == 4;
    is_day.then(|| format!("{before}[day]{behind}"))
}

/// What stands behind the mark of a link is another text each day: its day is in it.
fn without_payloads(said: &str) -> String {
    let mut levelled = String::new();
    let mut rest = said;
    while let Some(at) = rest.find("#phc") {
        let Some(equals) = rest[at..].find('=') else {
            break;
        };
        let (before, payload) = rest.split_at(at + equals + 1);
        let end = payload
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))
            .unwrap_or(payload.len());
        levelled.push_str(before);
        if end > 0 {
            levelled.push('…');
        }
        rest = &payload[end..];
    }
    levelled + rest
}

#[cfg(test)]
mod tests {
    fn heard(said: &str) -> Option<String> {
        super::said(said, "http://127.0.0.1:4321")
    }

    #[test]
    fn what_differs_is_taken_out() {
        assert_eq!(
            heard("Finished on 29 November 2026. Copied.").as_deref(),
            Some("Finished on [day]. Copied.")
        );
        assert_eq!(
            heard("http://127.0.0.1:4321/#phc=AQ_-x. selected").as_deref(),
            Some("https://check.example/#phc=…. selected")
        );
        assert_eq!(heard("Privacy visited link.").as_deref(), Some("Privacy link."));
        assert_eq!(heard(" Finished loading How well does it work?"), None);
    }

    #[test]
    fn other_numbers_stay() {
        for said in [
            "Step 2 of 17.",
            "58 of 100",
            "In May 2026",
            "A link has #phc= in it.",
        ] {
            assert_eq!(heard(said).as_deref(), Some(said));
        }
    }
}
