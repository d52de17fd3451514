//! The chair writes statements: their order, advice, what is refused, and what is kept.

use partnership_health_check::app::chair::earlier::Message as Kept;
use partnership_health_check::app::chair::invite::{Change, Message as Invite, Problem};
use partnership_health_check::app::chair::statements::{ADD, Act, Problem as Wrong, Statements};
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::ids::Kind;
use partnership_health_check::formats::folder;
use partnership_health_check::formats::link::decode_invitation;
use partnership_health_check::present::chair::advice::advice;
use partnership_health_check::present::chair::earlier::lines;

use super::support::{THREE, owned, set};
use crate::app::support::Device as Checks;
use crate::both::Both;
use crate::chair::support::Device;

fn say(device: &mut Device, messages: impl IntoIterator<Item = Invite>) {
    device.take(messages.into_iter().map(Message::Invite));
}

fn write(device: &mut Device, statements: &[&str]) {
    for (position, text) in statements.iter().enumerate() {
        if position >= device.state.invite.form.statements.0.len() {
            say(device, [Invite::Statements(Act::Added)]);
        }
        say(
            device,
            [Invite::Changed(Change::Statement(position, (*text).to_owned()))],
        );
    }
}

/// A device on the invitation, whose kind is chosen.
fn device() -> Device {
    let mut device = Device::new();
    device.state.context.place = Place::Invite;
    say(&mut device, [Invite::Changed(Change::Kind(Kind::Grant))]);
    device
}

fn focused(device: &Device) -> Option<&str> {
    device.effects.iter().rev().find_map(|effect| match effect {
        Effect::Focus(id) => Some(id.as_str()),
        _ => None,
    })
}

#[test]
fn the_link_has_the_statements_in_their_order_and_the_device_keeps_them() {
    let mut device = device();
    write(
        &mut device,
        &["  Calls are   returned within two days. ", THREE[2], "", THREE[1]],
    );
    say(
        &mut device,
        [
            Invite::Statements(Act::Moved(3, true)),
            Invite::Statements(Act::Moved(2, true)),
        ],
    );
    say(&mut device, [Invite::MakePressed]);
    let address = device
        .state
        .invite
        .address(&device.state.context)
        .expect("a link");
    let invitation = decode_invitation(&address).expect("readable");
    assert_eq!(invitation.extra, Some(set(&THREE)));
    let kept = folder::load(device.saved().expect("a save")).expect("readable");
    let kept = kept.statements();
    assert_eq!(
        kept.iter().map(|(_, set)| *set).collect::<Vec<_>>(),
        [&set(&THREE)]
    );
}

#[test]
fn an_invitation_without_statements_keeps_nothing() {
    let mut device = device();
    write(&mut device, &["", "  "]);
    say(&mut device, [Invite::MakePressed]);
    let made = device.state.invite.made.as_ref().expect("an invitation");
    assert_eq!(made.extra, None);
    assert_eq!(device.saved(), None);
    assert!(device.state.folder.entries.is_empty());
}

#[test]
fn what_is_too_long_or_there_twice_is_named_and_nothing_is_cut() {
    let mut device = device();
    let long = "x".repeat(5_000);
    write(
        &mut device,
        &[THREE[0], &long, "calls are returned within two days."],
    );
    say(&mut device, [Invite::MakePressed]);
    let wrong = [Wrong::TooLong(1), Wrong::Twice(2)].map(Problem::Statement);
    assert_eq!(device.state.invite.problems, wrong);
    assert_eq!(device.state.invite.made, None);
    assert_eq!(device.state.invite.form.statements.0[1], long);
    assert_eq!(
        wrong.map(Problem::target),
        ["invite-statement-1", "invite-statement-2"]
    );
    write(&mut device, &[THREE[0], &"x".repeat(140), "\u{202E}Calls\u{7}"]);
    say(&mut device, [Invite::MakePressed]);
    let made = device.state.invite.made.as_ref().expect("an invitation");
    assert_eq!(made.extra.as_ref().expect("a set").statements()[2], "Calls");
}

#[test]
fn the_list_keeps_to_its_ends() {
    let mut device = device();
    for number in 0..7 {
        say(&mut device, [Invite::Statements(Act::Added)]);
        let wanted = (number < 5).then(|| format!("invite-statement-{number}"));
        assert_eq!(focused(&device), wanted.as_deref());
    }
    assert_eq!(device.state.invite.form.statements.0.len(), 5);
    write(&mut device, &["a", "b", "c", "d", "e"]);
    for (act, wanted, focus) in [
        (Act::Moved(0, true), ["a", "b", "c", "d", "e"], None),
        (Act::Moved(4, false), ["a", "b", "c", "d", "e"], None),
        (Act::Moved(9, true), ["a", "b", "c", "d", "e"], None),
        (Act::Removed(9), ["a", "b", "c", "d", "e"], None),
        (
            Act::Moved(0, false),
            ["b", "a", "c", "d", "e"],
            Some("invite-statement-1"),
        ),
    ] {
        say(&mut device, [Invite::Statements(act)]);
        assert_eq!(device.state.invite.form.statements.0, owned(&wanted), "{act:?}");
        assert_eq!(focused(&device), focus, "{act:?}");
    }
    say(&mut device, [Invite::Statements(Act::Removed(1))]);
    assert_eq!(
        device.state.invite.form.statements,
        Statements(owned(&["b", "c", "d", "e"]))
    );
    assert_eq!(focused(&device), Some(ADD));
}

#[test]
fn those_of_the_last_invitation_can_be_taken_again_and_changed_ones_stand_apart() {
    let mut device = device();
    write(&mut device, &THREE);
    say(&mut device, [Invite::MakePressed]);
    assert_eq!(device.state.invite.before, None);
    // A word is changed: another set, and the screen says so.
    write(&mut device, &[THREE[0], THREE[1], "The kitchen is open in time."]);
    assert_eq!(device.state.invite.made, None);
    say(&mut device, [Invite::MakePressed]);
    assert_eq!(device.state.invite.before, Some(set(&THREE)));
    assert_eq!(device.state.folder.statements().len(), 2, "both are kept");
    // Making the same once more is no third set, and says nothing.
    say(&mut device, [Invite::MakePressed]);
    assert_eq!(device.state.folder.statements().len(), 2);
    say(&mut device, [Invite::Statements(Act::LastTaken)]);
    assert_eq!(device.state.invite.form.statements.0, owned(&THREE));
    assert_eq!(device.state.invite.made, None);
    say(&mut device, [Invite::MakePressed]);
    assert_eq!(device.state.folder.statements().len(), 2);
    // They are the newest again, after the page was loaded anew.
    let text = folder::save(&device.state.folder);
    let again = folder::load(&text).expect("readable");
    assert_eq!(again.statements()[0].1, &set(&THREE));
}

#[test]
fn advice_is_a_hint_on_what_strikes() {
    let texts = Texts::english();
    for (statement, word) in [
        ("Are calls returned?", Some("question")),
        ("Calls are not returned.", Some("wrong")),
        ("Nobody answers calls.", Some("wrong")),
        ("Partners feel heard.", Some("seen")),
        ("Calls and letters are answered.", Some("two things")),
        ("Calls are returned within two days.", None),
        ("The brand is known in the band.", None),
        ("", None),
    ] {
        let found = advice(texts, statement);
        assert_eq!(found.is_some(), word.is_some(), "{statement}: {found:?}");
        if let (Some(found), Some(word)) = (found, word) {
            assert!(found.contains(word), "{statement}: {found}");
        }
    }
}

#[test]
fn what_is_kept_is_listed_deleted_brought_back_and_saved() {
    let mut both = Both::on(Checks::fresh());
    let say = |both: &mut Both, message| both.chair(Message::Invite(message));
    both.go(Place::Invite);
    say(&mut both, Invite::Changed(Change::Kind(Kind::Grant)));
    say(&mut both, Invite::Statements(Act::Added));
    say(
        &mut both,
        Invite::Changed(Change::Statement(0, THREE[0].to_owned())),
    );
    say(&mut both, Invite::MakePressed);
    both.go(Place::Earlier);
    let listed = |both: &Both| {
        let [.., statements] = lines(&both.chair);
        statements
    };
    let found = listed(&both);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].name.as_str(), found[0].about.as_str()),
        (THREE[0], "1 statement")
    );
    let thing = found[0].thing;
    let keep = |both: &mut Both, message| both.chair(Message::Earlier(message));
    let file = keep(&mut both, Kept::SavePressed(thing)).expect("a file");
    keep(&mut both, Kept::DeletePressed(thing));
    keep(&mut both, Kept::DeleteConfirmed);
    assert!(listed(&both).is_empty());
    keep(&mut both, Kept::UndoPressed);
    assert_eq!(listed(&both), found);
    // The same is not there twice; and another device takes it in.
    for (mut device, is_new) in [(both, false), (Both::on(Checks::fresh()), true)] {
        device.go(Place::Earlier);
        device.chair(Message::FilesRead(vec![file.text.clone()]));
        assert_eq!(listed(&device).len(), 1);
        assert_eq!(device.chair.earlier.undo.is_some(), is_new);
    }
}
