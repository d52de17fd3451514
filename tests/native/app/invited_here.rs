//! A host's page that asks statements of its own: each check there begins with its invitation.

use partnership_health_check::app::message::Found;
use partnership_health_check::app::store::Heard;
use partnership_health_check::app::{Message, Screen, form};
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link;

use super::support::Device;

fn fragment() -> String {
    let invitation = Invitation {
        partnership: "Riverside".to_owned(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: None,
        reply_to: "sam@example.org".to_owned(),
        extra: Extra::new(vec!["The kitchen opens on time.".to_owned()]),
    };
    format!(
        "{}{}",
        link::INVITATION_PREFIX,
        link::encode_invitation(&invitation)
    )
}

/// The host's page, loaded with what `localStorage` has, at this fragment.
fn loaded(invitation: &str, stored: Option<String>, fragment: &str) -> Device {
    let mut device = Device::new();
    device.state.guest = true;
    device.state.invitation = Some(invitation.to_owned());
    device.take([
        Message::Started(Found {
            stored,
            fragment: fragment.to_owned(),
            ..Found::default()
        }),
        Message::Stored(Heard::DurableRead(Ok(None))),
    ]);
    device
}

fn is_invited(device: &Device) -> bool {
    matches!(device.screen(), Screen::Invited(_))
}

#[test]
fn a_check_in_a_page_with_an_invitation_begins_with_it() {
    let mut device = loaded(&fragment(), None, "");
    assert_eq!(device.screen(), &Screen::Invited(fragment()));
    device.take([
        Message::FormChanged(form::Change::Side(Side::Second)),
        Message::InvitedPressed,
    ]);
    let check = device.check();
    assert_eq!(
        (check.setup.value.kind, check.setup.value.length),
        (Kind::Grant, Length::Quick)
    );
    assert!(check.extra_set().is_some_and(|set| set.statements().len() == 1));
    assert_eq!(check.reply.value.to, "sam@example.org");
    let text = device.saves().last().expect("a save").0.to_owned();

    // Whoever has a check finds it on the start screen, and the invitation behind "Start".
    let mut device = loaded(&fragment(), Some(text), "");
    assert_eq!(device.screen(), &Screen::Start);
    device.take([Message::StartPressed]);
    assert!(is_invited(&device));
    device.take([
        Message::FormChanged(form::Change::Side(Side::First)),
        Message::InvitedPressed,
    ]);
    assert_eq!(device.state.record.checks.len(), 2);
    assert!(device.check().extra_set().is_some());
}

#[test]
fn a_link_goes_before_the_invitation_of_the_page() {
    let device = loaded(&fragment(), None, "#privacy");
    assert!(matches!(device.screen(), Screen::Info(_)));
    let device = loaded(&fragment(), None, "#phc=AQ");
    assert!(matches!(device.screen(), Screen::Shared(_)));
    // What needs a check leads to the invitation, as it leads to the start elsewhere.
    assert!(is_invited(&loaded(&fragment(), None, "#result")));
}

#[test]
fn a_damaged_invitation_of_somebody_else_leaves_that_of_the_page() {
    let mut device = loaded(&fragment(), None, "#phc-invite=AQ");
    assert!(matches!(device.state.invited, Some(Err(_))));
    device.take([Message::LinkFollowed("start")]);
    assert_eq!(device.screen(), &Screen::Invited(fragment()));
}

#[test]
fn a_damaged_invitation_of_the_page_is_told_and_leaves_a_check() {
    let mut fragment = fragment();
    fragment.truncate(fragment.len() - 4);
    let mut device = loaded(&fragment, None, "");
    assert!(is_invited(&device));
    assert!(matches!(device.state.invited, Some(Err(_))));
    device.take([
        Message::LinkFollowed("start"),
        Message::FormChanged(form::Change::Kind(Kind::Other)),
        Message::StartPressed,
    ]);
    assert_eq!(device.screen(), &Screen::Questions(0));
    assert!(device.check().extra_set().is_none());
}
