//! What is chosen and typed in the settings form outlives the page, as long as the tab.

use partnership_health_check::app::effect::Extent;
use partnership_health_check::app::form::{Change, Form};
use partnership_health_check::app::message::Found;
use partnership_health_check::app::store::Heard;
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::{link, stored};

use super::support::Device;

/// A device, and what its tab keeps.
struct Tab {
    device: Device,
    kept: String,
}

impl Tab {
    fn open(found: Found, guest: bool) -> Self {
        let mut device = Device::new();
        device.state.guest = guest;
        let kept = found.choices.clone();
        let mut tab = Self { device, kept };
        tab.take([Message::Started(found)]);
        tab
    }

    fn take(&mut self, messages: impl IntoIterator<Item = Message>) {
        self.device.take(messages);
        for effect in &self.device.effects {
            if let Effect::KeepChoices(text) = effect {
                self.kept.clone_from(text);
            }
        }
    }

    /// Loads the page again, at this fragment.
    fn again(&self, fragment: &str) -> Self {
        let state = &self.device.state;
        let stored = (!state.record.checks.is_empty()).then(|| stored::save(&state.record));
        let found = Found {
            fragment: fragment.to_owned(),
            open: state.open,
            stored,
            choices: self.kept.clone(),
            ..Found::default()
        };
        Self::open(found, state.guest)
    }

    fn form(&self) -> &Form {
        &self.device.state.form
    }
}

fn every_setting() -> [Message; 6] {
    [
        Change::Length(Length::Quick),
        Change::Kind(Kind::Grant),
        Change::Side(Side::Second),
        Change::Sector(Sector::PublicBody),
        Change::Partnership("Tea = for all".to_owned()),
        Change::Organisation(" B".to_owned()),
    ]
    .map(Message::FormChanged)
}

#[test]
fn what_is_chosen_is_there_after_loading_again() {
    for guest in [false, true] {
        let mut tab = Tab::open(Found::default(), guest);
        tab.take(every_setting());
        assert_eq!(tab.again("").form(), tab.form(), "guest: {guest}");
        // On another page too, and once more.
        tab.take([Message::LinkFollowed("privacy")]);
        let mut again = tab.again("#privacy").again("#privacy");
        again.take([Message::LinkFollowed("start")]);
        assert_eq!(again.form(), tab.form(), "guest: {guest}");
        // A check holds it now.
        again.take([Message::StartPressed]);
        assert_eq!(again.kept, "");
    }
}

#[test]
fn what_is_ticked_before_the_program_arrives_counts_more() {
    let mut tab = Tab::open(Found::default(), false);
    tab.take(every_setting());
    let found = Found {
        choices: tab.kept.clone(),
        early: vec![("sector".to_owned(), "charity".to_owned())],
        ..Found::default()
    };
    let form = Tab::open(found, false).form().clone();
    let sector = Some(Sector::Charity);
    assert_eq!(
        form,
        Form {
            sector,
            ..tab.form().clone()
        }
    );
}

#[test]
fn a_choice_counts_more_than_last_times_settings() {
    let mut tab = Tab::open(Found::default(), false);
    tab.take(every_setting());
    tab.take([Message::StartPressed, Message::LinkFollowed("start")]);
    tab.take([
        Message::FormChanged(Change::Length(Length::Full)),
        Message::FormChanged(Change::Kind(Kind::Other)),
    ]);
    assert_eq!(tab.again("").form(), tab.form());
}

#[test]
fn what_nobody_chose_is_not_kept() {
    let mut other = Tab::open(Found::default(), false);
    other.take(every_setting());
    other.take([Message::StartPressed]);
    let text = stored::save(&other.device.state.record);
    let mut tab = Tab::open(Found::default(), false);
    tab.take([Message::Stored(Heard::FoundElsewhere(text))]);
    assert_eq!(tab.kept, "");
}

#[test]
fn settings_that_were_not_saved_are_there_again_on_their_screen_alone() {
    let mut tab = Tab::open(Found::default(), false);
    tab.take(every_setting());
    tab.take([
        Message::StartPressed,
        Message::LinkFollowed("setup"),
        Message::FormChanged(Change::Kind(Kind::Other)),
    ]);
    let again = tab.again("#setup");
    assert_eq!(*again.device.screen(), Screen::Setup);
    assert_eq!(again.form().kind, Some(Kind::Other));
    assert_eq!(again.device.check().setup.value.kind, Kind::Grant);
    assert_eq!(tab.again("#start").form().kind, Some(Kind::Grant));
    tab.take([Message::SetupPressed]);
    assert_eq!(tab.kept, "");
}

#[test]
fn the_side_on_an_invitation_is_there_again() {
    let invitation = |partnership: &str| {
        let invitation = Invitation {
            partnership: partnership.to_owned(),
            kind: Kind::Prime,
            length: Length::Quick,
            reply_by: None,
            reply_to: String::new(),
            extra: None,
        };
        let payload = link::encode_invitation(&invitation);
        ["#", link::INVITATION_PREFIX, &payload].concat()
    };
    let fragment = invitation("Tea for all");
    let found = Found {
        fragment: fragment.clone(),
        ..Found::default()
    };
    let mut tab = Tab::open(found, false);
    assert_eq!(tab.kept, "", "what the invitation says is nobody's choice");
    tab.take([Message::FormChanged(Change::Side(Side::Second))]);
    assert_eq!(tab.again(&fragment).form(), tab.form());
    // Another invitation says the rest.
    let other = tab.again(&invitation("Harbour"));
    assert_eq!(other.form().partnership, "Harbour");
}

#[test]
fn what_a_page_presets_anew_counts_more() {
    let preset = |length: &str| vec![("length".to_owned(), length.to_owned())];
    let found = Found {
        early: preset("quick"),
        ..Found::default()
    };
    let mut tab = Tab::open(found, true);
    tab.take([Message::FormChanged(Change::Kind(Kind::Other))]);
    let open = |length| {
        let found = Found {
            early: preset(length),
            choices: tab.kept.clone(),
            ..Found::default()
        };
        let form = Tab::open(found, true).form().clone();
        (form.length, form.kind)
    };
    assert_eq!(open("quick"), (Length::Quick, Some(Kind::Other)));
    assert_eq!(open("full"), (Length::Full, None));
}

#[test]
fn deleting_everything_forgets_it() {
    let mut tab = Tab::open(Found::default(), false);
    tab.take(every_setting());
    assert_ne!(tab.kept, "");
    tab.take([Message::DeletePressed, Message::DeleteConfirmed(Extent::Check)]);
    assert_eq!(tab.kept, "");
}

#[test]
fn what_the_tab_kept_may_be_anything() {
    for text in [
        "",
        "\n",
        "start",
        "start full  ",
        "start full  \nlength",
        "start full  \n=\nkind=x",
    ] {
        let found = Found {
            choices: text.to_owned(),
            ..Found::default()
        };
        assert_eq!(*Tab::open(found, false).form(), Form::default(), "{text:?}");
    }
}
