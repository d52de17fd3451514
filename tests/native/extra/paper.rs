//! Own statements on paper: on the blank form, entered from it, and compared with those that came by link.

use partnership_health_check::app::chair::Message as Chair;
use partnership_health_check::app::chair::blank::Message as Blank;
use partnership_health_check::app::chair::entry::{Act, Message as Entry, Question};
use partnership_health_check::app::chair::invite::{Change, Message as Invite};
use partnership_health_check::app::chair::statements;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::record::Record;
use partnership_health_check::present::chair::blank::form;

use super::support::{THREE, answers, set};
use crate::app::support::response;
use crate::both::Both;

/// A chair's device on which a form with the three statements was printed.
fn printed() -> Both {
    let mut chair = Both::new(Record::default());
    chair.go(Place::Invite);
    chair.chair(Chair::Invite(Invite::Changed(Change::Kind(Kind::Other))));
    chair.chair(Chair::Invite(Invite::Changed(Change::Length(Length::Quick))));
    for (position, text) in THREE.iter().enumerate() {
        chair.chair(Chair::Invite(Invite::Statements(statements::Act::Added)));
        let change = Change::Statement(position, (*text).to_owned());
        chair.chair(Chair::Invite(Invite::Changed(change)));
    }
    chair.go(Place::Blank);
    chair.chair(Chair::PrintPressed);
    chair
}

fn enter(chair: &mut Both, act: Act) {
    chair.chair(Chair::Entry(Entry::Act(act)));
}

#[test]
fn a_blank_form_asks_what_the_invitation_asks() {
    let mut chair = printed();
    let shown = form(Texts::english(), &chair.chair.blank).expect("a form");
    let last = shown.parts.last().expect("a part");
    let words: Vec<&str> = last.rows.iter().map(|(_, words)| words.as_ref()).collect();
    assert_eq!(words, THREE);
    // They go on counting, and the number of the set tells whoever enters the form which they are.
    let before: usize = shown.parts.iter().rev().skip(1).map(|part| part.rows.len()).sum();
    assert_eq!(last.rows[0].0, before + 1);
    let print = set(&THREE).fingerprint().to_string();
    assert!(last.heading.ends_with(&print), "{}", last.heading);
    // Their words are kept, although no link was made.
    assert_eq!(chair.chair.folder.statements().len(), 1);
    chair.chair(Chair::PrintPressed);
    assert_eq!(chair.chair.folder.statements().len(), 1, "once");
    chair.chair(Chair::Blank(Blank::Extra(None)));
    let shown = form(Texts::english(), &chair.chair.blank).expect("a form");
    assert_eq!(shown.parts.len(), 1);
}

#[test]
fn a_form_with_own_statements_goes_into_the_comparison() {
    let mut chair = printed();
    chair.go(Place::Entry);
    // It begins like the form that was printed.
    assert_eq!(chair.chair.entry.extra, Some(set(&THREE)));
    enter(&mut chair, Act::Side(Side::First));
    enter(&mut chair, Act::Begun);
    let core = Length::Quick.statements(Kind::Other).len();
    for _ in 0..core {
        enter(&mut chair, Act::Answered(Some(response("4"))));
    }
    assert_eq!(chair.chair.entry.question(core), Question::Extra(0));
    for value in ["5", "", "dk"] {
        enter(&mut chair, Act::Answered(Response::parse(value)));
    }
    assert_eq!(
        (chair.chair.entry.answered(), chair.chair.entry.asked()),
        (core + 2, core + 3)
    );
    // From the settings it goes on behind the last answer.
    enter(&mut chair, Act::Settings);
    enter(&mut chair, Act::Begun);
    assert_eq!(chair.chair.entry.at, Some(core + 3));
    enter(&mut chair, Act::Added);
    chair.go(Place::Compare);
    let (_, comparison) = chair.chair.comparison().expect("a comparison");
    let expected = answers(&set(&THREE), &["5", "", "dk"]);
    assert_eq!(comparison.partners[0].summary.extra, Some(expected));
    assert_eq!(comparison.sets, [set(&THREE)]);
    // The next form has the same statements, and no answers yet.
    let next = &chair.chair.entry;
    assert_eq!((next.extra.as_ref(), next.answered()), (Some(&set(&THREE)), 0));
}

#[test]
fn other_statements_lose_what_was_ticked_for_the_first() {
    let mut chair = printed();
    chair.go(Place::Entry);
    enter(&mut chair, Act::Side(Side::First));
    enter(
        &mut chair,
        Act::Shown(Length::Quick.statements(Kind::Other).len()),
    );
    enter(&mut chair, Act::Answered(Some(response("5"))));
    assert_eq!(chair.chair.entry.answered(), 1);
    chair.chair(Chair::Entry(Entry::Extra(Some(set(&THREE)))));
    assert_eq!(chair.chair.entry.answered(), 1, "the same set");
    chair.chair(Chair::Entry(Entry::Extra(Some(set(&THREE[..2])))));
    assert_eq!(chair.chair.entry.answered(), 0);
    chair.chair(Chair::Entry(Entry::Extra(None)));
    assert!(chair.chair.entry.extra_statements().is_empty());
}
