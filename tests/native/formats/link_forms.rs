//! Comparison links, invitation links and plan parts: every one ever released opens for ever, and what goes
//! in comes out.

use super::any::{comparison, invitation, plan, summary, text as any_text};
use super::vectors::{day, links, sealed, tables, text};
use partnership_health_check::domain::answer::StageChoice;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra::{self, Extra};
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::name::{clean_line, clean_name};
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::export::json;
use partnership_health_check::formats::link::{
    COMPARISON_PREFIX, INVITATION_PREFIX, LinkError, PLAN_PREFIX, decode, decode_comparison,
    decode_invitation, decode_plan, encode, encode_comparison, encode_invitation, encode_plan, in_letters,
    is_address, is_in_letters,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::plays::plays;
use toml::{Table, Value};

/// A frozen link and what it means.
pub(super) struct Vector<T> {
    pub(super) name: String,
    pub(super) fragment: String,
    pub(super) meaning: T,
}

fn vectors<T>(folder: &str, meaning: impl Fn(&Table) -> T) -> Vec<Vector<T>> {
    let vector = |table: &Table| Vector {
        name: text(table, "name").to_owned(),
        fragment: text(table, "fragment").to_owned(),
        meaning: meaning(table),
    };
    tables(folder).iter().map(vector).collect()
}

fn list<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    let list = table.get(key).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .map(|entry| entry.as_table().expect("a table"))
}

fn number(table: &Table, key: &str) -> u8 {
    let number = table.get(key).and_then(Value::as_integer);
    number
        .and_then(|number| number.try_into().ok())
        .expect("a number")
}

/// The frozen comparison links.
pub(super) fn comparisons() -> Vec<Vector<Comparison>> {
    vectors("tests/vectors/link-comparison/v1", |table| Comparison {
        day: day(text(table, "day")),
        name: text(table, "partnership").to_owned(),
        partners: list(table, "partner")
            .map(|partner| Partner {
                id: 0,
                label: text(partner, "label").to_owned(),
                organisation: number(partner, "organisation"),
                summary: decode(text(partner, "summary")).expect("a summary link"),
            })
            .collect(),
        by_difference: false,
        sets: sets(table),
    })
}

/// The sets of own statements in a vector.
fn sets(table: &Table) -> Vec<Extra> {
    let mut sets = Vec::new();
    extra::add(
        &mut sets,
        list(table, "set").map(|set| extra(set).expect("statements")),
    );
    sets
}

fn extra(table: &Table) -> Option<Extra> {
    let statements = table.get("statements")?.as_array().expect("a list");
    let texts = statements
        .iter()
        .map(|text| text.as_str().expect("a text").to_owned());
    Some(Extra::new(texts.collect()).expect("a set"))
}

/// The frozen invitation links.
pub(super) fn invitations() -> Vec<Vector<Invitation>> {
    vectors("tests/vectors/link-invitation/v1", |table| Invitation {
        partnership: text(table, "partnership").to_owned(),
        length: Length::parse(text(table, "length")).expect("a length"),
        kind: Kind::parse(text(table, "kind")).expect("a kind"),
        reply_by: Some(text(table, "reply_by"))
            .filter(|text| !text.is_empty())
            .map(day),
        reply_to: text(table, "reply_to").to_owned(),
        extra: extra(table),
    })
}

/// The frozen links with a plan.
pub(super) fn plans() -> Vec<Vector<Plan>> {
    vectors("tests/vectors/link-plan/v1", |table| Plan {
        steps: list(table, "step")
            .map(|step| PlannedStep {
                id: 0,
                topic: Topic::parse(text(step, "topic")),
                what: text(step, "what").to_owned(),
                owner: text(step, "owner").to_owned(),
                due: Some(text(step, "due")).filter(|text| !text.is_empty()).map(day),
                sign: text(step, "sign").to_owned(),
                done: step.get("done").is_some(),
            })
            .collect(),
    })
}

fn behind<'a>(fragment: &'a str, prefix: &str) -> &'a str {
    fragment.split_once(prefix).expect("the prefix").1
}

/// What is answered in each organisation, whoever came first.
fn groups(comparison: &Comparison) -> Vec<Vec<Summary>> {
    let people = |number| {
        let summaries = comparison.people(number).map(|partner| Summary {
            sector: None,
            day: Day(0),
            partnership: String::new(),
            organisation: String::new(),
            ..partner.summary.clone()
        });
        let mut people: Vec<_> = summaries.collect();
        people.sort();
        people
    };
    let mut groups: Vec<_> = comparison
        .organisation_numbers()
        .into_iter()
        .map(people)
        .collect();
    groups.sort();
    groups
}

/// The bits of a comparison link before the names, from the question set.
fn comparison_bits(comparison: &Comparison) -> usize {
    let summary =
        |partner: &Partner| 5 + 28 + 3 * partner.summary.length.statements(partner.summary.kind).len();
    30 + comparison.partners.iter().map(summary).sum::<usize>()
}

/// A comparison without any name.
fn nameless(comparison: &Comparison) -> Comparison {
    let mut comparison = comparison.clone();
    comparison.name.clear();
    for partner in &mut comparison.partners {
        partner.label.clear();
        partner.summary.partnership.clear();
        partner.summary.organisation.clear();
    }
    comparison
}

#[test]
fn frozen_comparisons_open_as_they_were_meant() {
    let all = comparisons();
    assert!(all.len() >= 50, "{}", all.len());
    for Vector {
        name,
        fragment,
        meaning,
    } in all
    {
        assert_eq!(decode_comparison(&fragment), Ok(meaning.clone()), "{name}");
        let named = !name.starts_with("letters: ");
        assert_eq!(
            encode_comparison(&meaning, named),
            behind(&fragment, COMPARISON_PREFIX),
            "{name}"
        );
    }
}

#[test]
fn frozen_invitations_open_as_they_were_meant() {
    let all = invitations();
    assert!(all.len() >= 50, "{}", all.len());
    for Vector {
        name,
        fragment,
        meaning,
    } in all
    {
        assert_eq!(decode_invitation(&fragment), Ok(meaning.clone()), "{name}");
        assert_eq!(
            encode_invitation(&meaning),
            behind(&fragment, INVITATION_PREFIX),
            "{name}"
        );
    }
}

#[test]
fn frozen_plans_open_as_they_were_meant() {
    let all = plans();
    assert!(all.len() >= 50, "{}", all.len());
    for Vector {
        name,
        fragment,
        meaning,
    } in all
    {
        assert_eq!(decode_plan(&fragment), Some(Ok(meaning.clone())), "{name}");
        assert_eq!(encode_plan(&meaning), behind(&fragment, PLAN_PREFIX), "{name}");
    }
}

#[test]
fn eight_full_checks_without_names_take_at_most_280_letters() {
    for all in comparisons() {
        let mut eight = nameless(&all.meaning);
        let full = eight
            .partners
            .iter()
            .all(|partner| partner.summary.length == Length::Full);
        if !full {
            continue;
        }
        while eight.partners.len() < 8 {
            eight.partners.extend_from_within(..1);
        }
        eight.partners.truncate(8);
        let length = encode_comparison(&eight, false).len();
        assert!(length <= 254, "{}: {length}", all.name);
    }
    let eight = comparisons()
        .into_iter()
        .find(|link| link.name == "letters: eight full checks");
    let fragment = eight.expect("the link").fragment;
    assert_eq!(behind(&fragment, COMPARISON_PREFIX).len(), 254);
}

#[test]
fn a_plan_does_not_disturb_the_link_before_it() {
    let (summaries, comparisons, plans) = (links(), comparisons(), plans());
    for plan in plans.iter().filter(|plan| plan.fragment.len() < 2_000) {
        let part = format!("{PLAN_PREFIX}{}", encode_plan(&plan.meaning));
        for link in summaries.iter().step_by(30) {
            let text = format!("https://example.org/{}{part}", link.fragment);
            assert_eq!(decode(&text), Ok(link.summary.clone()), "{text}");
            assert_eq!(decode_plan(&text), Some(Ok(plan.meaning.clone())), "{text}");
        }
        for link in comparisons.iter().step_by(30) {
            let text = format!("https://example.org/{}{part}", link.fragment);
            assert_eq!(decode_comparison(&text), Ok(link.meaning.clone()), "{text}");
            assert_eq!(decode_plan(&text), Some(Ok(plan.meaning.clone())), "{text}");
        }
    }
    assert_eq!(decode_plan(&summaries[0].fragment), None);
    assert_eq!(decode_plan(""), None);
}

#[test]
fn forms_are_told_apart() {
    let (summary, comparison, invitation) = (&links()[0], &comparisons()[0], &invitations()[0]);
    for text in [&comparison.fragment, &invitation.fragment] {
        assert_eq!(decode(text), Err(LinkError::NotALink));
    }
    for text in [&summary.fragment, &invitation.fragment] {
        assert_eq!(decode_comparison(text), Err(LinkError::NotALink));
        assert_eq!(decode_plan(text), None);
    }
    for text in [&summary.fragment, &comparison.fragment] {
        assert_eq!(decode_invitation(text), Err(LinkError::NotALink));
    }
}

#[test]
fn a_payload_behind_another_prefix_is_refused() {
    let payloads: Vec<String> = [
        links().into_iter().map(|link| link.fragment).collect::<Vec<_>>(),
        comparisons().into_iter().map(|link| link.fragment).collect(),
        invitations().into_iter().map(|link| link.fragment).collect(),
    ]
    .concat();
    for fragment in payloads {
        let (form, payload) = fragment.split_once('=').expect("a payload");
        if form != "#phc" {
            assert!(decode(&format!("#phc={payload}")).is_err(), "{fragment}");
        }
        if form != "#phc-compare" {
            assert!(
                decode_comparison(&format!("#phc-compare={payload}")).is_err(),
                "{fragment}"
            );
        }
        if form != "#phc-invite" {
            assert!(
                decode_invitation(&format!("#phc-invite={payload}")).is_err(),
                "{fragment}"
            );
        }
        let plan = decode_plan(&format!("#phc-plan={payload}"));
        assert!(matches!(plan, Some(Err(_))), "{fragment}");
    }
}

#[test]
fn what_a_link_cannot_carry_is_left_out() {
    let mut comparison = comparisons()[3].meaning.clone();
    let partner = comparison.partners[0].clone();
    comparison.partners = (0..40)
        .map(|number| Partner {
            organisation: 200 + number,
            ..partner.clone()
        })
        .collect();
    let found = decode_comparison(&format!("#phc-compare={}", encode_comparison(&comparison, true)));
    let numbers: Vec<_> = found
        .expect("a link")
        .partners
        .iter()
        .map(|each| each.organisation)
        .collect();
    assert_eq!(numbers, (0..30).collect::<Vec<_>>());

    // The lowest number that is too high.
    comparison.partners.truncate(2);
    comparison.partners[0].organisation = 0;
    comparison.partners[1].organisation = 30;
    let found = decode_comparison(&format!("#phc-compare={}", encode_comparison(&comparison, true)));
    assert_eq!(found.expect("a link").partners[1].organisation, 1);
    // A quick check asks no stage.
    let summary = Summary {
        length: Length::Quick,
        stage: Some(StageChoice::ALL[0]),
        ..links()[0].summary.clone()
    };
    let found = decode(&format!("#phc={}", encode(&summary)));
    assert_eq!(found.expect("a link").stage, None);

    let none = encode_comparison(&Comparison::new(Day(1)), true);
    assert_eq!(
        decode_comparison(&format!("#phc-compare={none}")),
        Err(LinkError::Impossible)
    );
    let none = encode_plan(&Plan::default());
    assert_eq!(
        decode_plan(&format!("#phc-plan={none}")),
        Some(Err(LinkError::Impossible))
    );

    let step = |what: &str| PlannedStep {
        what: what.to_owned(),
        ..PlannedStep::default()
    };
    let many: Vec<_> = (0..30)
        .flat_map(|number| [step(&number.to_string()), step(" \n")])
        .collect();
    let found = decode_plan(&format!("#phc-plan={}", encode_plan(&Plan { steps: many })));
    let steps = found.expect("a plan").expect("readable").steps;
    assert_eq!(steps.len(), 20);
    assert_eq!(steps[19].what, "19");

    let mut invitation = invitations()[0].meaning.clone();
    invitation.reply_to = "a@b?bcc=c@d".to_owned();
    let found = decode_invitation(&format!("#phc-invite={}", encode_invitation(&invitation)));
    assert_eq!(found.expect("a link").reply_to, "");
}

#[test]
fn addresses_have_one_receiver_and_nothing_else() {
    for good in [
        "a@b",
        "ann@example.org",
        "o'neil@x.org",
        "a.b+c_d-e@a-b.c1.org",
        "0@1.2",
    ] {
        assert!(is_address(good), "{good}");
    }
    for bad in [
        "",
        "@",
        "a",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        " a@b",
        "a@b ",
        "a@b\n",
        "a@b\r\nBcc: c@d",
        "a@b,c@d",
        "a@b;c@d",
        "a@b?subject=x",
        "a@b&cc=d",
        "a%0A@b",
        "a@b%2Cc@d",
        "a@b#c",
        "a@b/c",
        "mailto:a@b",
        "<a@b>",
        "\"a\"@b",
        "a@b..c",
        "a@.b",
        "a@b.",
        ".a@b",
        "a..b@c",
        "a@-b",
        "a@b-",
        "a@b_c",
        "é@b",
        "a@é",
        "a@[1]",
        "a\u{0}@b",
        "a\u{202E}@b",
        "a=b@c",
        "a(b)@c",
        "a:b@c",
        "a\\@b",
    ] {
        assert!(!is_address(bad), "{bad:?}");
    }
    let long = |count: usize| format!("{}@example.org", "a".repeat(count - 12));
    assert!(is_address(&long(200)) && !is_address(&long(201)));
}

proptest! {
    #![proptest_config(plays(60))]

    #[test]
    fn a_comparison_link_says_what_went_in(comparison in comparison()) {
        let with = encode_comparison(&comparison, true);
        prop_assert_eq!(decode_comparison(&format!("#phc-compare={with}")), Ok(comparison.clone()));
        let without = encode_comparison(&comparison, false);
        let letters = in_letters(&comparison);
        prop_assert_eq!(&letters, &nameless(&letters));
        prop_assert!(is_in_letters(&letters));
        prop_assert_eq!(decode_comparison(&format!("#phc-compare={without}")), Ok(letters));
    }

    #[test]
    fn letters_say_nothing_but_kind_length_side_stage_and_answers(
        comparison in comparison(), other in comparison(), turn in any::<Index>(), first in 0_u8..30,
    ) {
        // The same answers, given by others, on other days, in another order, with other numbers of their groups.
        let mut hidden = comparison.clone();
        hidden.name.clone_from(&other.name);
        for (partner, told) in hidden.partners.iter_mut().zip(other.partners.iter().cycle()) {
            partner.label.clone_from(&told.label);
            partner.organisation = (partner.organisation + first) % 30;
            partner.summary.day = told.summary.day;
            partner.summary.sector = told.summary.sector;
            partner.summary.partnership.clone_from(&told.summary.partnership);
            partner.summary.organisation.clone_from(&told.summary.organisation);
        }
        let count = hidden.partners.len();
        hidden.partners.rotate_left(turn.index(count));
        if first % 2 == 0 {
            hidden.partners.reverse();
        }
        prop_assert_eq!(encode_comparison(&hidden, false), encode_comparison(&comparison, false));
        prop_assert_eq!(json::comparison(&hidden, false), json::comparison(&comparison, false));
        // What they say is all there, and who is with whom.
        let letters = in_letters(&comparison);
        prop_assert_eq!(groups(&letters), groups(&comparison));
    }

    #[test]
    fn a_link_without_names_that_tells_more_is_refused(comparison in comparison()) {
        let named = encode_comparison(&nameless(&comparison), true);
        let mut bytes = data_encoding::BASE64URL_NOPAD.decode(named.as_bytes()).expect("letters");
        // The bit for names, and then none of them.
        bytes[4] &= !0b100;
        let length = 2 + comparison_bits(&comparison).div_ceil(8);
        let told = sealed(&bytes[..length]);
        let found = decode_comparison(&format!("#phc-compare={told}"));
        let letters = is_in_letters(&nameless(&comparison));
        prop_assert_eq!(found.is_ok(), letters, "{:?}", found);
    }

    #[test]
    fn a_plan_part_says_what_went_in(plan in plan(), summary in summary()) {
        let text = format!("#phc={}{PLAN_PREFIX}{}", encode(&summary), encode_plan(&plan));
        prop_assert!(encode_plan(&plan).len() <= 64_250);
        prop_assert_eq!(decode_plan(&text), Some(Ok(plan)));
    }

    #[test]
    fn links_can_be_made_of_any_texts(one in any_text(900), two in any_text(900), three in any_text(900)) {
        let step = PlannedStep { what: one.clone(), owner: two.clone(), sign: three.clone(), ..PlannedStep::default() };
        let found = decode_plan(&format!("#phc-plan={}", encode_plan(&Plan { steps: vec![step] })));
        let what = clean_line(&one).text;
        if what.is_empty() {
            prop_assert_eq!(found, Some(Err(LinkError::Impossible)));
        } else {
            let plan = found.expect("a plan").expect("readable");
            prop_assert_eq!(&plan.steps[0].what, &what);
            prop_assert_eq!(&plan.steps[0].owner, &clean_line(&two).text);
            prop_assert_eq!(&plan.steps[0].sign, &clean_line(&three).text);
        }
        let invitation = Invitation {
            partnership: one.clone(), length: Length::Full, kind: Kind::Grant, reply_by: None, reply_to: two, extra: None,
        };
        let found = decode_invitation(&format!("#phc-invite={}", encode_invitation(&invitation)));
        prop_assert_eq!(found.expect("readable").partnership, clean_name(&one).text);
    }

    #[test]
    fn any_text_is_read_as_a_form_or_refused(text in any_text(300)) {
        for start in ["", "#phc-compare=", "#phc-compare=AQE", "#phc-invite=AQE", "#phc-plan=AQE"] {
            let text = format!("{start}{text}");
            let _ = decode_comparison(&text);
            let _ = decode_invitation(&text);
            let _ = decode_plan(&text);
        }
    }
}

proptest! {
    #![proptest_config(plays(1_000))]

    #[test]
    fn an_invitation_link_says_what_went_in(invitation in invitation()) {
        let payload = encode_invitation(&invitation);
        prop_assert_eq!(decode_invitation(&format!("#phc-invite={payload}")), Ok(invitation));
    }

    #[test]
    fn no_address_can_add_to_a_message(text in any_text(60)) {
        if is_address(&text) {
            prop_assert_eq!(text.matches('@').count(), 1);
            prop_assert!(!text.contains(|c: char| " ,;?&%#:<>\"\\/".contains(c) || c.is_control()));
            prop_assert_eq!(&clean_line(&text).text, &text);
        }
    }
}

/// A summary that is as long as can be.
#[test]
fn the_longest_comparison_can_be_read() {
    let name = "\u{1F600}".repeat(60);
    let vector = &comparisons()[0];
    let partner = &vector.meaning.partners[0];
    let summary = Summary {
        length: Length::Full,
        partnership: "x".repeat(60),
        organisation: name.clone(),
        ..partner.summary.clone()
    };
    let long = Comparison {
        day: Day(u16::MAX),
        name: name.clone(),
        partners: vec![
            Partner {
                id: 0,
                label: name,
                organisation: 29,
                summary
            };
            30
        ],
        by_difference: false,
        sets: Vec::new(),
    };
    let payload = encode_comparison(&long, true);
    assert_eq!(decode_comparison(&format!("#phc-compare={payload}")), Ok(long));
}
