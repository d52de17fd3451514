//! A form from paper: a key for each statement, and into the comparison as a link would go.

use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::effect::Effect;
use partnership_health_check::app::chair::entry::{Act, Message as Entry, Problem, Question, act_of_key};
use partnership_health_check::app::chair::{Message, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::domain::summary::Summary;

use super::support::{Device, address, all, named};

fn go(device: &mut Device, place: Place) {
    let context = Context {
        place,
        ..device.state.context.clone()
    };
    device.take([Message::ContextChanged(context)]);
}

fn act(act: Act) -> Message {
    Message::Entry(Entry::Act(act))
}

/// On the first statement of a form.
fn begun(device: &mut Device, length: Length, kind: Kind, side: Side) {
    go(device, Place::Entry);
    device.take([
        Message::Entry(Entry::Named("  Harbour Kitchen ".to_owned())),
        act(Act::Length(length)),
        act(Act::Kind(kind)),
        act(Act::Side(side)),
        act(Act::Begun),
    ]);
}

/// Presses a key while a question is on screen.
fn press(device: &mut Device, key: &str) {
    let at = device.state.entry.at.expect("a question");
    let question = device.state.entry.question(at);
    device.take(act_of_key(question, key).map(act));
}

fn partners(device: &Device) -> Vec<Summary> {
    let comparison = device.state.comparison().map(|(_, comparison)| comparison);
    let partners = comparison.map(|comparison| comparison.partners.clone());
    partners
        .unwrap_or_default()
        .into_iter()
        .map(|partner| partner.summary)
        .collect()
}

#[test]
fn a_key_for_each_statement_makes_the_summary_that_a_link_carries() {
    for length in Length::ALL {
        for kind in Kind::ALL {
            let mut device = Device::new();
            begun(&mut device, length, kind, Side::Second);
            let keys = ["1", "2", "3", "4", "5", "6", "7", "0", "?", "-"];
            let given = [
                Response::parse("1"),
                Response::parse("2"),
                Response::parse("3"),
                Response::parse("4"),
                Response::parse("5"),
                Some(Response::DoNotKnow),
                Some(Response::NotYet),
                None,
                Some(Response::DoNotKnow),
                Some(Response::NotYet),
            ];
            let statements = length.statements(kind);
            for at in 0..statements.len() {
                press(&mut device, keys[at % keys.len()]);
            }
            if length == Length::Full {
                press(&mut device, "3");
                press(&mut device, "Backspace");
                press(&mut device, "0");
                assert_eq!(device.state.entry.stage, None, "cleared");
                press(&mut device, "Backspace");
                press(&mut device, "2");
            }
            assert!(partners(&device).is_empty(), "nothing is added by itself");
            let at = device.state.entry.at.expect("the end");
            assert_eq!(device.state.entry.question(at), Question::End);
            let record = device.state.context.record.clone();
            device.take([act(Act::Added)]);

            let added = partners(&device);
            let [summary] = added.as_slice() else {
                panic!("{length:?} {kind:?}: {added:?}");
            };
            assert_eq!((summary.length, summary.kind), (length, kind));
            let side = if kind.has_pairs() {
                Side::Second
            } else {
                Side::First
            };
            assert_eq!(summary.side, side);
            assert_eq!(summary.organisation, "Harbour Kitchen");
            assert_eq!(summary.day, device.state.context.today);
            let stage = StageChoice::Stage(Stage::Storming);
            assert_eq!(summary.stage, (length == Length::Full).then_some(stage));
            for statement in StatementId::all() {
                let asked = statements.iter().position(|asked| *asked == statement);
                let expected = asked.and_then(|at| given[at % given.len()]);
                assert_eq!(summary.sheet.get(statement), expected, "{}", statement.id());
            }
            assert_eq!(device.state.context.record, record, "the own checks are touched");
            // The next form is probably of the same kind, and nobody's yet.
            let next = &device.state.entry;
            assert_eq!((next.kind, next.length, next.answered()), (Some(kind), length, 0));
            assert_eq!((next.name.as_str(), next.side, next.at), ("", None, None));
        }
    }
}

#[test]
fn it_counts_beside_links_and_can_be_taken_back() {
    let mut device = Device::new();
    device.paste(&address(&named(all("4"), "Alder")));
    begun(&mut device, Length::Quick, Kind::Other, Side::First);
    for _ in 0..13 {
        press(&mut device, "2");
    }
    let effects = update(&mut device.state, act(Act::Added));
    let to = Effect::Tell(partnership_health_check::app::Message::LinkFollowed("compare"));
    assert!(effects.contains(&to), "{effects:?}");
    assert_eq!(partners(&device).len(), 2);
    assert_eq!(
        device.state.compare.taken.as_ref().map(|taken| taken.added),
        Some(1)
    );
    go(&mut device, Place::Compare);
    device.take([Message::Compare(
        partnership_health_check::app::chair::compare::Message::UndoPressed,
    )]);
    assert_eq!(partners(&device).len(), 1);
}

#[test]
fn one_goes_back_skips_and_comes_again_without_losing_anything() {
    let mut device = Device::new();
    begun(&mut device, Length::Full, Kind::Grant, Side::First);
    press(&mut device, "5");
    press(&mut device, "0");
    press(&mut device, "x");
    assert_eq!(device.state.entry.at, Some(2), "no other key does anything");
    press(&mut device, "Backspace");
    press(&mut device, "3");
    press(&mut device, "4");
    for place in [Place::Compare, Place::Invite, Place::Entry] {
        go(&mut device, place);
    }
    let values: Vec<_> = device.state.entry.statements()[..4]
        .iter()
        .map(|statement| device.state.entry.sheet.get(*statement).map(Response::value))
        .collect();
    assert_eq!(values, [Some("5"), Some("3"), Some("4"), None]);
    // From the first question back to the settings, and on where it was left.
    device.take([act(Act::Shown(0)), act(Act::Back)]);
    assert_eq!(device.state.entry.at, None);
    // Two keys may come before the page is drawn again.
    device.take([act(Act::Answered(Response::parse("1")))]);
    assert_eq!((device.state.entry.at, device.state.entry.answered()), (None, 3));
    device.take([act(Act::Begun)]);
    assert_eq!(device.state.entry.at, Some(3));

    device.take([act(Act::Settings), act(Act::Discard), act(Act::Discarded(false))]);
    assert_eq!(device.state.entry.answered(), 3);
    device.take([act(Act::Discard)]);
    assert_eq!(device.state.entry.answered(), 3, "it is asked first");
    device.take([act(Act::Discarded(true))]);
    assert_eq!(device.state.entry.answered(), 0);
}

#[test]
fn what_is_missing_is_said_before_the_first_statement() {
    let mut device = Device::new();
    go(&mut device, Place::Entry);
    device.take([act(Act::Begun)]);
    assert_eq!(device.state.entry.problems, [Problem::Kind]);
    device.take([act(Act::Kind(Kind::Prime)), act(Act::Begun)]);
    assert_eq!(device.state.entry.problems, [Problem::Side]);
    assert_eq!(device.state.entry.at, None);
    device.take([act(Act::Side(Side::Second)), act(Act::Begun)]);
    assert_eq!(device.state.entry.at, Some(0));
    // An empty form is no answer.
    for _ in 0..device.state.entry.questions() {
        press(&mut device, "0");
    }
    device.take([act(Act::Added)]);
    assert!(partners(&device).is_empty());
}

#[test]
fn changing_the_kind_leaves_out_what_it_does_not_ask() {
    let mut device = Device::new();
    begun(&mut device, Length::Full, Kind::Grant, Side::Second);
    for _ in 0..49 {
        press(&mut device, "4");
    }
    device.take([
        act(Act::Settings),
        act(Act::Kind(Kind::Other)),
        act(Act::Begun),
        act(Act::Added),
    ]);
    let added = partners(&device);
    assert_eq!((added[0].kind, added[0].side), (Kind::Other, Side::First));
    assert_eq!(added[0].sheet.answered(&Length::Full.statements(Kind::Grant)), 42);
}
