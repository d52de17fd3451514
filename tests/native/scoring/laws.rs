//! What holds for every set of answers.

use itertools::Itertools as _;
use partnership_health_check::domain::agreement::{Agreement, Closeness, statement_views};
use partnership_health_check::domain::answer::{Point, Response};
use partnership_health_check::domain::change::{Change, Comparable};
use partnership_health_check::domain::ids::{Criterion, Dimension, Kind, Length, Side, StatementId};
use partnership_health_check::domain::organisation::Organisation;
use partnership_health_check::domain::role_gap::{Gap, PairViews};
use partnership_health_check::domain::scoring::{Finding, Outcome, ScoreCard};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::stage::Diagnosis;
use partnership_health_check::domain::steps::{Action, Choice, MOST_CARDS, cards};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::domain::value::{ValueCard, Verdict};
use proptest::prelude::*;

use crate::plays::plays;

type People = Vec<AnswerSheet>;

fn response() -> impl Strategy<Value = Option<Response>> {
    prop_oneof![
        12 => (0_usize..5).prop_map(|index| Some(Response::ALL[index])),
        2 => Just(Some(Response::DoNotKnow)),
        1 => Just(Some(Response::NotYet)),
        1 => Just(None),
    ]
}

pub(super) fn sheet() -> impl Strategy<Value = AnswerSheet> {
    proptest::collection::vec(response(), StatementId::COUNT).prop_map(|responses| {
        let mut sheet = AnswerSheet::default();
        for (statement, response) in StatementId::all().zip_eq(responses) {
            sheet.set(statement, response);
        }
        sheet
    })
}

fn people() -> impl Strategy<Value = People> {
    proptest::collection::vec(sheet(), 1..4)
}

fn partners() -> impl Strategy<Value = Vec<People>> {
    proptest::collection::vec(people(), 1..5)
}

fn organisations(partners: &[People]) -> Vec<Organisation<'_>> {
    partners
        .iter()
        .map(|people| Organisation {
            people: people.iter().collect(),
            length: Length::Full,
        })
        .collect()
}

/// Everything the rules say about these partners, except how many answers there were.
#[derive(Debug, PartialEq)]
struct Everything {
    outcomes: Vec<Outcome>,
    headline: String,
    verdict: Verdict,
    not_worth_it: bool,
    agreement: Option<Agreement>,
    stage: Option<Diagnosis>,
    choice: Choice,
    gaps: Vec<Option<Gap>>,
}

fn everything(partners: &[People]) -> Everything {
    let all = organisations(partners);
    let card = ScoreCard::of(&all);
    let value = ValueCard::of(&all);
    let agreement = Agreement::of(&all);
    let opposites = agreement.as_ref().map_or(0, Agreement::opposites_in_a_and_b);
    let stage = Diagnosis::of(&card, &value, opposites);
    let at_stage = stage.as_ref().map(|found| found.stage);
    Everything {
        outcomes: Topic::all()
            .map(|topic| Finding::of(topic, &all).outcome)
            .collect(),
        headline: format!("{:?} {:?}", card.headline(), card.overall()),
        verdict: value.verdict,
        not_worth_it: value.not_worth_it,
        choice: Choice::of(cards(&card, &value, agreement.as_ref(), at_stage), value.verdict),
        agreement,
        stage,
        gaps: Kind::Grant
            .pairs()
            .map(|statement| PairViews::of(statement, &all, &all[..1]).gap())
            .collect(),
    }
}

proptest! {
    #![proptest_config(plays(256))]

    #[test]
    fn one_person_is_an_organisation_of_one(sheet in sheet()) {
        for topic in Topic::all() {
            let detour = Finding::of(topic, &[Organisation::of_sheet(&sheet)]);
            prop_assert_eq!(Finding::of_one(topic, &topic.statements(), &sheet), detour);
        }
    }
}

proptest! {
    #![proptest_config(plays(100))]

    #[test]
    fn the_order_of_organisations_never_matters(
        (one, other) in partners().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (mut one, mut other) = (everything(&one), everything(&other));
        // The gaps here are between all and the first, which is another one after a shuffle.
        one.gaps.clear();
        other.gaps.clear();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_order_of_people_never_matters(mut all in partners()) {
        let before = everything(&all);
        for people in &mut all {
            people.reverse();
        }
        prop_assert_eq!(before, everything(&all));
    }

    #[test]
    fn a_copy_of_an_organisations_only_person_never_changes_the_result(all in partners(), copies in 1_usize..5) {
        let single: Vec<People> = all.iter().map(|people| vec![people[0]]).collect();
        let mut copied = single.clone();
        copied[0] = vec![single[0][0]; copies];
        prop_assert_eq!(everything(&single), everything(&copied));
    }

    #[test]
    fn a_copy_of_everybody_in_an_organisation_never_changes_the_result(all in partners()) {
        let mut copied = all.clone();
        copied[0].extend(all[0].clone());
        prop_assert_eq!(everything(&all), everything(&copied));
    }

    #[test]
    fn a_copy_of_every_organisation_never_changes_a_score(all in partners()) {
        let twice: Vec<People> = all.iter().chain(&all).cloned().collect();
        prop_assert_eq!(everything(&all).outcomes, everything(&twice).outcomes);
    }

    #[test]
    fn an_organisation_of_blanks_never_changes_a_score(all in partners()) {
        let mut more = all.clone();
        more.push(vec![AnswerSheet::default()]);
        let (before, after) = (everything(&all), everything(&more));
        prop_assert_eq!(before.outcomes, after.outcomes);
        prop_assert_eq!(before.headline, after.headline);
        prop_assert_eq!(before.choice, after.choice);
    }

    #[test]
    fn a_higher_answer_never_lowers_a_score(sheet in sheet(), index in 0_usize..42) {
        let statement = StatementId::all().nth(index).expect("a statement");
        let next = sheet.get(statement).and_then(Response::number).and_then(|number| Point::new(number + 1));
        prop_assume!(next.is_some());
        let mut better = sheet;
        better.set(statement, next.map(Response::Point));
        for topic in Topic::all() {
            let score = |sheet| Finding::of(topic, &[Organisation::of_sheet(sheet)]).outcome.score();
            prop_assert!(score(&better) >= score(&sheet));
        }
        prop_assert!(ScoreCard::of_sheet(&better).overall() >= ScoreCard::of_sheet(&sheet).overall());
    }

    #[test]
    fn partners_with_the_same_answers_agree(sheet in sheet(), count in 2_usize..5) {
        let all = vec![vec![sheet]; count];
        let agreement = Agreement::of(&organisations(&all)).expect("several");
        for topic in Topic::all() {
            let found = agreement.topic(topic).expect("a topic");
            prop_assert!(!found.differs());
            prop_assert!(matches!(found.closeness, None | Some(Closeness::Close)));
        }
        prop_assert_eq!(agreement.opposites_in_a_and_b(), 0);
    }

    #[test]
    fn mirrored_answers_agree_as_much(mut all in partners()) {
        let before = everything(&all).agreement;
        let views = |all: &[People]| -> Vec<_> {
            let all = organisations(all);
            StatementId::all().map(|statement| statement_views(statement, &all)).collect()
        };
        let views_before = views(&all);
        for sheet in all.iter_mut().flatten() {
            for statement in StatementId::all() {
                if let Some(number) = sheet.get(statement).and_then(Response::number) {
                    sheet.set(statement, Point::new(6 - number).map(Response::Point));
                }
            }
        }
        prop_assert_eq!(before, everything(&all).agreement);
        prop_assert_eq!(views_before, views(&all));
    }

    #[test]
    fn a_strong_headline_has_no_weak_criterion(all in partners()) {
        let card = ScoreCard::of(&organisations(&all));
        let weak = Criterion::ALL.into_iter().filter_map(|each| card.score(each)).any(|score| score.shown() < 50);
        if let Some(headline) = card.headline() {
            let overall = card.overall().expect("there is a headline");
            prop_assert_eq!(headline.held_back_by.is_some(), weak && overall.shown() >= 75);
            prop_assert!(headline.band <= overall.band());
        }
        for score in Dimension::ALL.into_iter().filter_map(|each| card.dimension(each)) {
            prop_assert!(score.shown() <= 100);
        }
    }

    #[test]
    fn chosen_cards_are_ordered_and_never_kept_ones(all in partners()) {
        if let Choice::Cards(cards) = everything(&all).choice {
            prop_assert!((1..=MOST_CARDS).contains(&cards.len()));
            prop_assert!(cards.iter().all(|card| card.action != Action::Keep));
            for two in cards.windows(2) {
                let later_and_equal = two[0].priority == two[1].priority && two[0].topic < two[1].topic;
                prop_assert!(two[0].priority > two[1].priority || later_and_equal);
            }
        }
    }

    #[test]
    fn a_gap_is_the_same_from_both_sides(one in people(), two in people()) {
        let all = [one, two];
        let all = organisations(&all);
        let (first, second) = all.split_at(1);
        for statement in Kind::Commissioning.pairs() {
            let there = PairViews::of(statement, first, second).gap();
            let back = PairViews::of(statement, second, first).gap();
            prop_assert_eq!(there.map(|gap| gap.size), back.map(|gap| gap.size));
            let across = back.and_then(|gap| gap.higher).map(Side::other);
            prop_assert_eq!(there.and_then(|gap| gap.higher), across);
        }
    }

    #[test]
    fn what_two_checks_share_is_scored_alike(earlier in sheet(), later in sheet()) {
        let both = Comparable::of(&earlier, &later);
        let (from, to) = (ScoreCard::of_sheet(&both.earlier), ScoreCard::of_sheet(&both.later));
        for criterion in Criterion::ALL {
            prop_assert_eq!(from.score(criterion).is_some(), to.score(criterion).is_some());
        }
        prop_assert_eq!(from.overall().is_some(), to.overall().is_some());
        let same = Comparable::of(&earlier, &earlier);
        if let Some(score) = ScoreCard::of_sheet(&same.earlier).overall() {
            prop_assert_eq!(Change::between(score, score), Change::NotClear);
        }
        prop_assert_eq!(same.earlier, same.later);
    }
}
