//! What stays, and what is said, while somebody moves between the chair's screens.

use partnership_health_check::app;
use partnership_health_check::app::chair::builder::{Code, Message as Builder};
use partnership_health_check::app::chair::compare::{Message as Act, address as address_of};
use partnership_health_check::app::chair::entry::{Act as Entering, Message as Entry};
use partnership_health_check::app::chair::{Effect, Message, meeting, plan};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::status::Status;
use partnership_health_check::app::store::Heard;
use partnership_health_check::content::keys;
use partnership_health_check::domain::check::Check;
use partnership_health_check::domain::comparison::Comparison;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::ids::{Kind, Length};

use super::support::{Device, TODAY, address, all, context, named};

fn go(device: &mut Device, place: Place) {
    device.take([Message::ContextChanged(context(place))]);
}

/// A device with two comparisons, of which the older is open, and the older one's id.
fn two() -> (Device, u32) {
    let mut device = Device::new();
    device.paste(&address(&named(all("4"), "Alder")));
    let older = device.state.compare.open.expect("a comparison");
    device.act(Act::NewPressed);
    device.paste(&address(&named(all("2"), "Birch")));
    device.act(Act::NamesChosen(false));
    device.act(Act::Opened(older));
    (device, older)
}

#[test]
fn the_comparison_that_was_opened_stays_open() {
    let (mut device, older) = two();
    assert_eq!(device.comparison().names(), ["Alder"]);
    for place in [Place::Earlier, Place::Compare] {
        go(&mut device, place);
    }
    assert_eq!(device.state.compare.open, Some(older));
}

/// They may be on the wall of a room.
#[test]
fn names_that_were_hidden_stay_hidden_in_the_next_comparison() {
    let (mut device, _) = two();
    assert!(!device.state.compare.names);
    device.act(Act::NewPressed);
    assert!(!device.state.compare.names);
}

#[test]
fn the_list_of_partners_opens_and_closes() {
    let mut device = Device::new();
    let pressed: Vec<_> = (0..3)
        .map(|_| {
            device.act(Act::ListToggled);
            device.state.compare.list_open
        })
        .collect();
    assert_eq!(pressed, [true, false, true]);
}

#[test]
fn the_share_sheet_gets_the_link_of_the_comparison() {
    let mut device = Device::new();
    device.act(Act::SheetPressed);
    assert_eq!(device.effects, [], "there is none yet");
    device.paste(&address(&all("4")));
    device.act(Act::SheetPressed);
    let texts = device.state.context.texts;
    let sheet = Effect::ShareSheet {
        title: texts.get(keys::compare::SUBJECT).to_owned(),
        address: address_of("https://check.example/", device.comparison(), false),
    };
    assert_eq!(device.effects, [sheet]);
}

#[test]
fn files_go_where_they_were_dropped() {
    let mut device = Device::new();
    device.take([Message::FilesRead(vec![address(&all("4")), address(&all("2"))])]);
    assert_eq!(device.comparison().partners.len(), 2);
    assert_eq!(device.state.earlier.told, None);
}

/// The only way that is left is by hand, from the field with the link.
#[test]
fn the_focus_goes_to_a_link_that_was_not_copied() {
    let code = Message::Builder(Builder::CopyPressed(Code::Html, "<p>".to_owned()));
    for (place, field) in [
        (Place::Compare, Some("phc-comparison-link")),
        (Place::Invite, Some("phc-invite-link")),
        (Place::Plan, Some("phc-link")),
        (Place::ComparisonPlan, Some("phc-link")),
        (Place::Builder, Some(Code::Html.id())),
        (Place::Earlier, None),
    ] {
        let mut device = Device::new();
        go(&mut device, place.clone());
        device.take([code.clone()]);
        device.take([Message::Copied(true)]);
        assert_eq!(device.effects, [], "{place:?}");
        device.take([Message::Copied(false)]);
        let focus = field.map(|id| Effect::Focus(id.to_owned()));
        assert_eq!(device.effects, Vec::from_iter(focus), "{place:?}");
    }
}

#[test]
fn what_is_said_of_a_copy_stays_until_somebody_does_something_else() {
    let said = |message: Message| {
        let mut device = Device::new();
        device.take([Message::Copied(true), message]);
        device.state.status
    };
    // A second copy is heard as the first was.
    for message in [
        Message::Compare(Act::CopyPressed),
        Message::Builder(Builder::CopyPressed(Code::Html, String::new())),
        Message::Plan(plan::Message::LinkChosen(true)),
        Message::Meeting(meeting::Message::TimeAsked),
    ] {
        assert_eq!(said(message.clone()), Status::Quiet, "{message:?}");
    }
    for message in [
        Message::Stored(Heard::DurableRead(Ok(None))),
        Message::Meeting(meeting::Message::Ticked(1)),
    ] {
        assert_eq!(said(message.clone()), Status::Copied, "{message:?}");
    }
}

#[test]
fn a_form_from_paper_is_first_taken_for_one_like_those_in_the_comparison() {
    let mut device = Device::new();
    let mut quick = all("4");
    (quick.length, quick.stage) = (Length::Quick, None);
    device.paste(&address(&quick));
    go(&mut device, Place::Entry);
    let entry = &device.state.entry;
    assert_eq!(
        (entry.kind, entry.length),
        (Some(Kind::Consortium), Length::Quick)
    );
}

#[test]
fn a_setting_that_is_missing_is_an_error_of_the_page() {
    let mut device = Device::new();
    go(&mut device, Place::Entry);
    for (act, refused) in [
        (Entering::Begun, true),
        (Entering::Kind(Kind::Other), true),
        (Entering::Begun, false),
    ] {
        device.take([Message::Entry(Entry::Act(act))]);
        assert_eq!(device.state.refused(), refused, "{act:?}");
    }
    let told = Effect::Tell(app::Message::ChairRefused(false));
    assert!(device.effects.contains(&told));
}

/// Two devices may draw the same number.
#[test]
fn a_new_comparison_is_put_over_nothing() {
    let mut device = Device::new();
    device.paste(&address(&all("4")));
    let drawn = device.state.compare.open.expect("a comparison");
    let ways: [fn(&mut Device, u32); 3] = [
        |device, id| {
            device
                .state
                .folder
                .set(id, Item::Comparison(Comparison::new(TODAY)));
        },
        |device, id| device.state.context.record.checks.push(Check::new(id, TODAY)),
        |device, id| device.state.context.record.removed.push(id),
    ];
    for (at, take) in ways.into_iter().enumerate() {
        let mut device = Device::new();
        take(&mut device, drawn);
        device.act(Act::NewPressed);
        device.paste(&address(&all("4")));
        assert_ne!(device.state.compare.open, Some(drawn), "{at}");
    }
}
