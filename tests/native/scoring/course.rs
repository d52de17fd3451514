//! Scores over three times and more (`content.md` section 3.5).

use itertools::Itertools as _;
use partnership_health_check::charts::spark::{HEIGHT, WIDTH, spark};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::change::{Change, Comparable};
use partnership_health_check::domain::course::{Course, MOST};
use partnership_health_check::domain::ids::{Criterion, StatementId};
use partnership_health_check::domain::organisation::Organisation;
use partnership_health_check::domain::score::Score;
use partnership_health_check::domain::scoring::{Finding, ScoreCard};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::domain::value::ValueCard;
use proptest::collection::vec;
use proptest::prelude::*;

use super::laws::sheet;

/// A sheet with these responses to A1.
fn a1(responses: [&str; 3]) -> AnswerSheet {
    let mut sheet = AnswerSheet::default();
    for (statement, response) in Criterion::A1.statements().into_iter().zip_eq(responses) {
        sheet.set(statement, Response::parse(response));
    }
    sheet
}

/// The course of A1 of one person.
fn course(sheets: &[AnswerSheet]) -> Option<Course> {
    let times: Vec<_> = sheets
        .iter()
        .map(|sheet| vec![Organisation::of_sheet(sheet)])
        .collect();
    let (topic, course) = Course::of(&times).swap_remove(0);
    assert_eq!(topic, Topic::Criterion(Criterion::A1));
    course
}

/// The numbers, the change and the number between.
fn told(responses: &[[&str; 3]]) -> Option<(Vec<u8>, Change, Option<u8>)> {
    let sheets: Vec<_> = responses.iter().map(|responses| a1(*responses)).collect();
    let course = course(&sheets)?;
    let between = course.between().map(Score::shown);
    Some((course.shown(), course.change(), between))
}

#[test]
fn a_course_says_how_it_ends_and_what_was_between() {
    let same = |number| [number; 3];
    for (responses, wanted) in [
        // Rises throughout.
        (
            vec![same("2"), same("3"), same("4")],
            (vec![25, 50, 75], Change::Higher(50), None),
        ),
        // Nothing happens; one answer moved by one step is nothing.
        (
            vec![same("3"), ["3", "3", "4"], same("3")],
            (vec![50, 58, 50], Change::NotClear, None),
        ),
        // Falls and comes back: not as if nothing had been.
        (
            vec![same("4"), same("2"), same("3"), ["4", "4", "3"]],
            (vec![75, 25, 50, 67], Change::NotClear, Some(25)),
        ),
        // The one that is furthest from both ends, the earlier of two.
        (
            vec![same("3"), same("4"), same("2"), same("3")],
            (vec![50, 75, 25, 50], Change::NotClear, Some(75)),
        ),
        // What rose is no news, however it went on the way.
        (
            vec![same("2"), same("5"), same("4")],
            (vec![25, 100, 75], Change::Higher(50), None),
        ),
    ] {
        assert_eq!(told(&responses), Some(wanted), "{responses:?}");
    }
}

#[test]
fn only_statements_with_a_value_every_time_count() {
    // The third has no value in the middle, and would move the ends.
    let kept = [["3", "3", "5"], ["3", "3", "dk"], ["3", "3", "1"]];
    assert_eq!(told(&kept), Some((vec![50, 50, 50], Change::NotClear, None)));
    assert_eq!(told(&[["3", "3", "5"], ["3", "", "na"], ["3", "3", "1"]]), None);
    assert_eq!(told(&[["3", "3", "3"]]), None, "one time is no course");
    assert_eq!(Course::of(&[]).len(), Topic::COUNT);
}

#[test]
fn an_organisation_counts_by_what_its_people_say_together() {
    // Two people: either has a value each time, one of them every time.
    let (high, low, none) = (a1(["5"; 3]), a1(["1"; 3]), a1(["dk"; 3]));
    let times: Vec<_> = [[&high, &low], [&high, &none], [&none, &low]]
        .into_iter()
        .map(|people| {
            vec![Organisation {
                people: people.to_vec(),
                ..Organisation::of_sheet(&high)
            }]
        })
        .collect();
    let course = Course::of(&times).swap_remove(0).1.expect("a course");
    assert_eq!(course.shown(), [50, 100, 0]);
}

proptest! {
    /// Of two times the course is what compares two checks.
    #[test]
    fn two_times_are_compared_as_two_checks(earlier in sheet(), later in sheet()) {
        let both = Comparable::of(&earlier, &later);
        let cards = [both.earlier, both.later].map(|sheet| {
            let card = ScoreCard::of_sheet(&sheet);
            let mut scores: Vec<_> = Criterion::ALL.iter().map(|criterion| card.score(*criterion)).collect();
            scores.push(ValueCard::of_sheet(&sheet).score());
            scores
        });
        let times = [&earlier, &later].map(|sheet| vec![Organisation::of_sheet(sheet)]);
        for ((_, course), (then, now)) in Course::of(&times).into_iter().zip_eq(cards[0].iter().zip_eq(&cards[1])) {
            let wanted = then.and_then(|then| Some((then, (*now)?)));
            prop_assert_eq!(course.as_ref().map(Course::shown), wanted.map(|(then, now)| vec![then.shown(), now.shown()]));
            prop_assert_eq!(course.map(|course| course.change()), wanted.map(|(then, now)| Change::between(then, now)));
        }
    }

    /// Where every statement has a value, each point is the score of its time.
    #[test]
    fn whole_sheets_keep_their_scores(points in vec(vec(1..=5_u8, StatementId::COUNT), 2..MOST)) {
        let sheets: Vec<AnswerSheet> = points
            .iter()
            .map(|points| {
                let mut sheet = AnswerSheet::default();
                for (statement, point) in StatementId::all().zip_eq(points) {
                    sheet.set(statement, Response::parse(&point.to_string()));
                }
                sheet
            })
            .collect();
        let times: Vec<_> = sheets.iter().map(|sheet| vec![Organisation::of_sheet(sheet)]).collect();
        for (topic, course) in Course::of(&times) {
            let scores = times.iter().map(|time| Finding::of(topic, time).outcome.score());
            let shown: Vec<u8> = scores.map(|score| score.expect("a score").shown()).collect();
            prop_assert_eq!(course.expect("a course").shown(), shown);
        }
    }

    /// The dots of a line stay apart and inside, in the order of their days.
    #[test]
    fn a_small_line_has_room_for_its_dots(mut values in vec((any::<u16>(), 0..=100_u8), 1..=MOST)) {
        values.sort_unstable();
        let drawn = spark(&values);
        for ((x, y), (_, value)) in drawn.points.iter().zip_eq(&values) {
            prop_assert!((4..=WIDTH - 4).contains(x) && (4..=HEIGHT - 4).contains(y), "{drawn:?}");
            let among = drawn.grid.iter().filter(|line| y < *line).count();
            prop_assert!(usize::from(value / 25).abs_diff(among) <= 1, "{value} is drawn at {y}: {drawn:?}");
        }
        for ((one, _), (next, _)) in drawn.points.iter().tuple_windows() {
            prop_assert!(next - one >= 12, "{drawn:?}");
        }
        let [first, .., last] = &drawn.points[..] else {
            return Ok(());
        };
        let is_long = values.first().map(|value| value.0) != values.last().map(|value| value.0);
        prop_assert!(!is_long || (first.0, last.0) == (5, WIDTH - 5), "{drawn:?}");
    }
}
