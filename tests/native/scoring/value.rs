//! The value verdict and its two overrides (`content.md` section 2.2).

use partnership_health_check::domain::value::{ValueCard, Verdict};
use serde::Deserialize;

use super::vectors::{Partners, cases, outcome_words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueCase {
    why: String,
    partners: Partners,
    outcome: String,
    verdict: String,
    not_worth_it: bool,
}

fn verdict_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::Probably => "probably",
        Verdict::NotYet => "not yet",
        Verdict::NoSign => "no sign",
        Verdict::Unknown => "unknown",
    }
}

#[test]
fn verdicts() {
    for case in cases::<ValueCase>("value") {
        let value = ValueCard::of(&case.partners.organisations());
        assert_eq!(outcome_words(value.finding.outcome), case.outcome, "{}", case.why);
        assert_eq!(verdict_words(value.verdict), case.verdict, "{}", case.why);
        assert_eq!(value.not_worth_it, case.not_worth_it, "{}", case.why);
    }
}
