//! What screens say: titles, the preview of a link, the report's numbers, dates and lists.

use itertools::Itertools as _;
use partnership_health_check::app::pages::Asked;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::app::{Message, Screen, State};
use partnership_health_check::content::{Texts, keys, pseudo};
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::{Check, Revised, Setup};
use partnership_health_check::domain::extra::ExtraAnswers;
use partnership_health_check::domain::ids::{Criterion, Dimension, Kind, Length, Sector, Side};
use partnership_health_check::domain::score::{Band, Score};
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::value::ValueCard;
use partnership_health_check::present::date::{date, list};
use partnership_health_check::present::preview::preview;
use partnership_health_check::present::report::report;
use partnership_health_check::present::{checks, rows, spoken};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::select;

use super::support::{Device, day, today};

fn english() -> Texts {
    Texts::english()
}

fn of(length: Length, kind: Kind, value: impl Fn(usize) -> &'static str) -> Summary {
    let mut sheet = AnswerSheet::default();
    for (position, statement) in length.statements(kind).into_iter().enumerate() {
        sheet.set(statement, Response::parse(value(position)));
    }
    Summary {
        length,
        kind,
        side: Side::First,
        sector: None,
        day: today(),
        sheet,
        stage: None,
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}

#[test]
fn dates_are_written_out() {
    assert_eq!(date(english(), today()), "22 November 2026");
    assert_eq!(date(english(), day(1, 1, 1970)), "1 January 1970");
    assert_eq!(date(english(), day(29, 2, 2028)), "29 February 2028");
    assert_eq!(date(english(), day(31, 12, 2099)), "31 December 2099");
}

#[test]
fn lists_are_phrases() {
    for (names, phrase) in [
        (&[][..], ""),
        (&["A"], "A"),
        (&["A", "B"], "A and B"),
        (&["A", "B", "C"], "A, B and C"),
        (&["A", "B", "C", "D"], "A, B, C and D"),
        (&["{last}", "{list}"], "{last} and {list}"),
    ] {
        assert_eq!(list(english(), names), phrase);
    }
}

#[test]
fn titles_name_the_screen_and_the_product() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    let title = |device: &Device| spoken::title(&device.state);
    assert_eq!(
        title(&device),
        "Step 1 of 3: How we get on – Partnership health check"
    );
    device.take([Message::LinkFollowed("answers")]);
    assert_eq!(title(&device), "Check your answers – Partnership health check");
    device.finish();
    assert_eq!(
        title(&device),
        "A first look at the partnership – Partnership health check"
    );
    device.state.screen = Screen::Chair(Place::Compare);
    assert_eq!(title(&device), "Compare partners – Partnership health check");
    device.take([Message::ChairRefused(true)]);
    assert_eq!(
        title(&device),
        "Error: Compare partners – Partnership health check"
    );
    let mut device = Device::fresh();
    device.take([Message::StartPressed]);
    assert_eq!(
        title(&device),
        "Error: How well does your partnership work? – Partnership health check"
    );
}

#[test]
fn every_screen_has_a_title_of_its_own() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.finish();
    let mut screens = vec![
        Screen::Start,
        Screen::Setup,
        Screen::CheckAnswers,
        Screen::Result,
        Screen::Share,
        Screen::Shared(String::new()),
    ];
    screens.extend(Info::ALL.map(Screen::Info));
    screens.extend((0..device.state.pages().len()).map(Screen::Questions));
    let titles: std::collections::BTreeSet<_> = screens
        .iter()
        .map(|screen| {
            device.state.screen = screen.clone();
            spoken::title(&device.state)
        })
        .collect();
    assert_eq!(titles.len(), screens.len());
    assert!(
        titles
            .iter()
            .all(|title| title.ends_with(" – Partnership health check"))
    );
}

#[test]
fn the_preview_lists_everything_in_a_summary_and_nothing_else() {
    let mut summary = of(Length::Full, Kind::Grant, |_| "4");
    summary.sector = Some(Sector::Charity);
    summary.stage = StageChoice::parse("storming");
    summary.partnership = "Tea for all".to_owned();
    summary.organisation = "B".to_owned();
    summary.extra = ExtraAnswers::new(0x9D2C_4A11, vec![Response::parse("4"), None]);
    let texts = english();
    // Whoever adds a field to the summary must come by here.
    let Summary {
        length,
        kind,
        side,
        sector,
        day,
        sheet: _,
        stage,
        partnership,
        organisation,
        extra: _,
    } = summary.clone();
    let expected = vec![
        ("Partnership", partnership),
        ("Organisation", organisation),
        ("Length", texts.length(length).to_owned()),
        ("Relationship", texts.kind(kind).to_owned()),
        ("Your side", texts.side(kind, side).to_owned()),
        (
            "Your organisation is",
            texts.sector(sector.expect("a sector")).to_owned(),
        ),
        ("Date", date(texts, day)),
        (
            "Answers",
            "Your answers to 49 of 49 statements, and the result that they give".to_owned(),
        ),
        (
            "Added statements",
            "1 of 2 answered. The link has your answers and the number E2-9D2C4A11 of these statements, but not the words."
                .to_owned(),
        ),
        ("Stage", texts.stage_choice(stage.expect("a stage")).to_owned()),
    ];
    assert_eq!(preview(texts, &summary), expected);
}

#[test]
fn the_preview_says_what_is_not_in_the_link() {
    let lines = preview(
        english(),
        &of(Length::Quick, Kind::Other, |position| ["4", ""][position % 2]),
    );
    let words: Vec<_> = lines.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words[..2], ["Not in the link", "Not in the link"]);
    assert!(words.contains(&"Not given"));
    assert!(
        lines
            .iter()
            .any(|(_, words)| words.starts_with("Your answers to 7 of 13 statements"))
    );
    let names: Vec<_> = lines.iter().map(|(name, _)| *name).collect();
    assert!(!names.contains(&"Your side"));
    assert!(!names.contains(&"Stage"));
    let blank = preview(english(), &of(Length::Full, Kind::Other, |_| ""));
    assert_eq!(blank.last(), Some(&("Stage", "Not answered".to_owned())));
}

#[test]
fn the_report_says_whose_check_it_is() {
    let mut summary = of(Length::Full, Kind::Grant, |_| "5");
    assert_eq!(
        report(english(), &summary).about[0],
        "Finished on 22 November 2026"
    );
    summary.partnership = "Tea {date} for all".to_owned();
    summary.organisation = "B".to_owned();
    summary.sector = Some(Sector::Charity);
    let about = report(english(), &summary).about;
    assert_eq!(about[0], "Tea {date} for all, 22 November 2026");
    assert_eq!(about[1], "Answered by B");
    assert!(about[2].contains(english().kind(Kind::Grant)));
    assert!(about[2].contains(english().side(Kind::Grant, Side::First)));
    assert!(about[2].contains(english().sector(Sector::Charity)));
}

#[test]
fn the_report_counts_what_is_missing() {
    let missing = |blanks: usize| {
        report(
            english(),
            &of(Length::Full, Kind::Other, |position| {
                if position < blanks { "" } else { "3" }
            }),
        )
        .missing
    };
    assert_eq!(missing(0), "");
    assert_eq!(missing(1), "1 statement was not answered and is left out.");
    assert_eq!(missing(2), "2 statements were not answered and are left out.");
}

#[test]
fn one_weak_criterion_keeps_the_headline_from_strong() {
    let all = report(english(), &of(Length::Full, Kind::Other, |_| "5"));
    assert_eq!(all.title, english().get(keys::result::TITLE_STRONG));
    assert_eq!(all.overall, "Overall 100 of 100 – Strong");
    let weak = report(
        english(),
        &of(
            Length::Full,
            Kind::Other,
            |position| if position < 3 { "1" } else { "5" },
        ),
    );
    assert_eq!(weak.title, "Getting there – see A1 Shared purpose");
    assert_eq!(weak.overall, "Overall 92 of 100 – Getting there");
    assert!(
        weak.saying.ends_with("Weakest: Shared purpose."),
        "{}",
        weak.saying
    );
}

#[test]
fn a_quick_check_has_no_score() {
    let quick = report(english(), &of(Length::Quick, Kind::Grant, |_| "2"));
    assert_eq!(quick.full, None);
    assert_eq!(quick.overall, "");
    assert_eq!(quick.cards.len(), 2);
}

#[test]
fn value_that_is_held_back_is_not_to_be_kept_and_proved() {
    let v1 = Length::Full.statements(Kind::Other).len() - 6;
    let held = report(
        english(),
        &of(
            Length::Full,
            Kind::Other,
            |position| if position == v1 { "1" } else { "5" },
        ),
    );
    let value = held.full.expect("a full result").value;
    assert_eq!((value.verdict, value.bar.shown), ("Not yet.", Some(83)));
    let cards: Vec<_> = held.cards.iter().map(|card| card.what.as_str()).collect();
    assert_eq!(cards, ["Keep and prove Shared purpose"]);
}

#[test]
fn nothing_known_gives_no_number() {
    for value in ["", "dk", "na"] {
        let summary = of(Length::Full, Kind::Grant, |_| value);
        let report = report(english(), &summary);
        assert_eq!(
            report.title,
            english().get(keys::result::TITLE_UNKNOWN),
            "{value}"
        );
        assert_eq!(
            report.overall,
            english().get(keys::result::OVERALL_NONE),
            "{value}"
        );
        let full = report.full.expect("a full result");
        assert!(!full.is_scored, "{value}");
        assert!(
            full.rows
                .iter()
                .flat_map(|rows| &rows.bars)
                .all(|bar| bar.shown.is_none())
        );
    }
}

fn any_summary() -> impl Strategy<Value = Summary> {
    let value = prop_oneof![
        3 => select(&["4", "5", "5", "5"][..]),
        1 => select(&["1", "2", "3", "4", "5", "dk", "na", ""][..]),
    ];
    (vec(value, 49), select(&Kind::ALL[..]), select(&Side::ALL[..])).prop_map(|(values, kind, side)| {
        Summary {
            side: if kind.has_pairs() { side } else { Side::First },
            ..of(Length::Full, kind, |position| values[position])
        }
    })
}

proptest! {
    #![proptest_config(plays(256))]

    #[test]
    fn the_report_shows_the_domains_numbers(summary in any_summary()) {
        let texts = english();
        let card = ScoreCard::of_sheet(&summary.sheet);
        let shown = report(texts, &summary);
        let full = shown.full.expect("a full result");
        let bars: Vec<_> = full.rows.iter().flat_map(|rows| &rows.bars).collect();
        prop_assert_eq!(bars.len(), 12);
        for (bar, criterion) in bars.iter().zip_eq(Criterion::ALL) {
            prop_assert_eq!(bar.id, criterion.id());
            prop_assert_eq!(bar.name, texts.criterion(criterion));
            prop_assert_eq!(bar.shown, card.score(criterion).map(Score::shown));
            prop_assert_eq!(bar.band, card.score(criterion).map(Score::band));
            prop_assert!(!bar.words.is_empty());
        }
        for (rows, dimension) in full.rows.iter().zip_eq(Dimension::ALL) {
            let score = card.dimension(dimension).map(|score| score.shown().to_string());
            prop_assert!(rows.score.starts_with(&score.unwrap_or_default()));
        }
        let value = ValueCard::of_sheet(&summary.sheet);
        prop_assert_eq!(full.value.bar.shown, value.score().map(Score::shown));
        let overall = card.overall().map_or(texts.get(keys::result::OVERALL_NONE).to_owned(), |score| {
            format!("Overall {} of 100 ", score.shown())
        });
        prop_assert!(shown.overall.starts_with(&overall));
        let low = Criterion::ALL.into_iter().filter_map(|criterion| card.score(criterion)).min();
        if let Some(low) = low {
            let low = format!("({} of 100)", low.shown());
            prop_assert!(full.bars_say.contains(&low), "{}", full.bars_say);
        }
        prop_assert_eq!(full.pairs.len(), if summary.kind.has_pairs() { 7 } else { 0 });
        prop_assert!(shown.cards.len() <= 3);
    }

    #[test]
    fn the_headline_is_never_strong_with_a_weak_criterion(summary in any_summary()) {
        let texts = english();
        let card = ScoreCard::of_sheet(&summary.sheet);
        let weak = Criterion::ALL.into_iter().any(|criterion| card.score(criterion).is_some_and(|score| score.shown() < 50));
        let shown = report(texts, &summary);
        if weak {
            prop_assert_ne!(&shown.title, texts.get(keys::result::TITLE_STRONG));
            prop_assert!(!shown.overall.contains(texts.get(keys::bands::STRONG)), "{}", shown.overall);
        } else if card.overall().is_some_and(|score| score.band() == Band::Strong) {
            prop_assert_eq!(&shown.title, texts.get(keys::result::TITLE_STRONG));
        }
    }
}

#[test]
fn no_placeholder_is_left_open() {
    for file in [None, Some(pseudo::LONG), Some(pseudo::RIGHT_TO_LEFT)] {
        let texts = file.map_or_else(english, |file| Texts::from_file(file).expect("a language"));
        for kind in Kind::ALL {
            for length in Length::ALL {
                for value in ["1", "2", "3", "4", "5", "dk", "na", ""] {
                    let mut summary = of(length, kind, |position| if position < 4 { "1" } else { value });
                    summary.partnership = "Tea".to_owned();
                    summary.organisation = "B".to_owned();
                    let words = format!("{:?}{:?}", report(texts, &summary), preview(texts, &summary));
                    // Debug writes structures with a space inside the braces.
                    for name in [
                        "{score}", "{names}", "{name}", "{topic}", "{band}", "{n}", "{stage}", "{reason}",
                    ] {
                        assert!(!words.contains(name), "{name} {kind:?} {value}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_checks_on_this_device_are_listed_newest_first() {
    let mut state = State::new(english());
    for (id, partnership, revision, finished) in [
        (1, "One", 5, None),
        (2, "", 9, None),
        (3, "Three", 2, Some(day(1, 2, 2026))),
        (4, "Four", 3, Some(day(1, 3, 2026))),
    ] {
        let mut check = Check::new(id, today());
        check.setup = Revised {
            revision,
            value: Setup {
                partnership: partnership.to_owned(),
                length: Length::Quick,
                ..Setup::default()
            },
        };
        check.finished = Revised {
            revision: 1,
            value: finished,
        };
        state.record.checks.push(check);
    }
    let names = |entries: Vec<checks::Entry>| entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
    assert_eq!(names(checks::in_progress(state.texts, &state.record)), [2, 1]);
    assert_eq!(names(checks::finished(state.texts, &state.record)), [4, 3]);
    assert!(
        checks::in_progress(state.texts, &state.record)[0]
            .name
            .starts_with("Check without a name · ")
    );
    assert_eq!(
        checks::in_progress(state.texts, &state.record)[1].about,
        "0 of 13 statements answered, started on 22 November 2026"
    );
    assert_eq!(
        checks::finished(state.texts, &state.record)[0].about,
        "0 of 13 statements answered, on 1 March 2026"
    );
}

#[test]
fn the_rows_are_every_statement_once_with_the_page_it_is_on() {
    for length in Length::ALL {
        for kind in Kind::ALL {
            let device = Device::begun(length, kind, Side::Second);
            let rows: Vec<_> = rows::groups(&device.state)
                .into_iter()
                .flat_map(|group| group.rows)
                .collect();
            let pages = device.state.pages();
            assert_eq!(rows.len(), device.check().statements().len());
            assert_eq!(rows::missing(&device.state), rows.len());
            for row in rows {
                let Asked::Statement(statement) = row.asked else {
                    panic!("a statement of the check");
                };
                assert!(pages[row.page].statements.contains(&statement));
                assert_eq!(
                    row.words,
                    english().statement(statement, device.check().setup.value.side)
                );
                assert_eq!((row.answer, row.answered), ("Not answered", false));
            }
        }
    }
}
