//! The stage that the answers look like (`content.md` section 2.5).

use partnership_health_check::domain::agreement::Agreement;
use partnership_health_check::domain::answer::StageChoice;
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::stage::{Diagnosis, Reason, is_worth_a_talk};
use partnership_health_check::domain::value::ValueCard;
use serde::Deserialize;

use super::vectors::{Partners, cases, stage, stage_words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageCase {
    why: String,
    partners: Partners,
    stage: String,
    reasons: Vec<String>,
}

fn reason_words(reason: Reason) -> String {
    match reason {
        Reason::Low(criterion) => format!("{} below 50", criterion.id()),
        Reason::OppositeSides(count) => format!("{count} on opposite sides"),
        Reason::Strong(topic) => format!("{} 75 or more", topic.id()),
        Reason::Ready(criterion) => format!("{} 50 or more", criterion.id()),
        Reason::NotStrong(topic) => format!("{} below 75", topic.id()),
    }
}

#[test]
fn stages() {
    for case in cases::<StageCase>("stages") {
        let organisations = case.partners.organisations();
        let opposites = Agreement::of(&organisations).map_or(0, |found| found.opposites_in_a_and_b());
        let card = ScoreCard::of(&organisations);
        let diagnosis = Diagnosis::of(&card, &ValueCard::of(&organisations), opposites);
        let (stage, reasons) = diagnosis.map_or(("cannot tell", Vec::new()), |found| {
            let reasons = found.reasons.into_iter().map(reason_words).collect();
            (stage_words(found.stage), reasons)
        });
        assert_eq!(stage, case.stage, "{}", case.why);
        assert_eq!(reasons, case.reasons, "{}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkCase {
    why: String,
    chosen: Vec<String>,
    looks_like: Option<String>,
    talk: bool,
}

#[test]
fn chosen_stages() {
    for case in cases::<TalkCase>("chosen-stages") {
        let chosen: Vec<StageChoice> = case
            .chosen
            .iter()
            .map(|id| StageChoice::parse(id).expect("a choice"))
            .collect();
        let looks_like = case.looks_like.as_deref().map(stage);
        assert_eq!(is_worth_a_talk(&chosen, looks_like), case.talk, "{}", case.why);
    }
}
