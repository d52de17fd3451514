//! Making an invitation, and opening one: nothing is stored by the first, and nothing lost by the second.

use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::invite::{Change as InviteChange, Message as Invite, Problem};
use partnership_health_check::app::chair::{self, Effect as Does, Message as Chair, State as ChairState};
use partnership_health_check::app::form::{Change, Missing};
use partnership_health_check::app::message::Found;
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::status::Status;
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::content::keys;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link::{self, LinkError};
use partnership_health_check::formats::stored;
use partnership_health_check::present::chair::spoken as chair_spoken;
use partnership_health_check::present::spoken;

use super::support::{Device, day};

/// The chair's program on this device.
fn chair(device: &Device) -> ChairState {
    let state = &device.state;
    ChairState::new(Context {
        texts: state.texts,
        promise: spoken::promise(state),
        address: state.address.clone(),
        today: state.today,
        has_sheet: false,
        keys_off: false,
        decimal_comma: false,
        place: Place::Invite,
        record: state.record.clone(),
        open: state.open,
        adding: None,
    })
}

fn say(state: &mut ChairState, message: Invite) -> Vec<Does> {
    chair::update(state, Chair::Invite(message))
}

fn fill_in(state: &mut ChairState, changes: impl IntoIterator<Item = InviteChange>) {
    for change in changes {
        assert_eq!(say(state, Invite::Changed(change)).len(), 0);
    }
}

fn invitation() -> Invitation {
    Invitation {
        partnership: "Tea for all".to_owned(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: Some(day(30, 11, 2026)),
        reply_to: "chair@example.org".to_owned(),
        extra: None,
    }
}

fn fragment(invitation: &Invitation) -> String {
    ["#", link::INVITATION_PREFIX, &link::encode_invitation(invitation)].concat()
}

/// A device on which this invitation was opened.
fn opened(mut device: Device, invitation: &Invitation) -> Device {
    device.take([Message::FragmentChanged(fragment(invitation), None)]);
    device
}

#[test]
fn the_link_holds_what_was_filled_in() {
    let mut state = chair(&Device::fresh());
    fill_in(
        &mut state,
        [
            InviteChange::Partnership("  Tea for   all ".to_owned()),
            InviteChange::Kind(Kind::Grant),
            InviteChange::Length(Length::Quick),
            InviteChange::ReplyBy("2026-11-30".to_owned()),
            InviteChange::ReplyTo(" chair@example.org ".to_owned()),
        ],
    );
    let effects = say(&mut state, Invite::MakePressed);
    assert_eq!(effects, [Does::Focus("phc-made".to_owned())]);
    let address = state.invite.address(&state.context).expect("a link");
    let (page, payload) = address.split_once("#phc-invite=").expect("a prefix");
    assert_eq!(page, "https://check.example/");
    let read = link::decode_invitation(&["#phc-invite=", payload].concat());
    assert_eq!(read, Ok(invitation()));
    assert_eq!(say(&mut state, Invite::CopyPressed), [Does::Copy(address)]);
}

#[test]
fn each_field_that_is_wrong_is_named() {
    let mut state = chair(&Device::fresh());
    fill_in(
        &mut state,
        [
            InviteChange::ReplyBy("2026-11-21".to_owned()),
            InviteChange::ReplyTo("chair".to_owned()),
        ],
    );
    let effects = say(&mut state, Invite::MakePressed);
    let told = Does::Tell(Message::ChairRefused(true));
    assert_eq!(effects, [Does::Focus("phc-problem".to_owned()), told]);
    let all = [Problem::Kind, Problem::ReplyBy, Problem::ReplyTo];
    assert_eq!(state.invite.problems, all);
    assert_eq!(state.invite.address(&state.context), None);
    for problem in all {
        let effects = say(&mut state, Invite::ProblemFollowed(problem));
        assert_eq!(effects, [Does::Focus(problem.target())]);
    }
    for (bad, good) in [
        ("kim@gmail", "kim@gmail.com"),
        ("kim.example.org", "kim@example.org"),
        ("a b@example.org", "a.b@example.org"),
    ] {
        for (text, wrong) in [(bad, true), (good, false)] {
            fill_in(&mut state, [InviteChange::ReplyTo(text.to_owned())]);
            say(&mut state, Invite::MakePressed);
            assert_eq!(state.invite.problems.contains(&Problem::ReplyTo), wrong, "{text}");
        }
    }
    for (text, wrong) in [
        ("2026-11-22", false),
        ("", false),
        ("2026-02-30", true),
        ("2150-01-01", true),
        ("12026-01-01", true),
        ("nonsense", true),
        ("2026-12-01-01", true),
    ] {
        fill_in(&mut state, [InviteChange::ReplyBy(text.to_owned())]);
        say(&mut state, Invite::MakePressed);
        assert_eq!(state.invite.problems.contains(&Problem::ReplyBy), wrong, "{text}");
    }
    fill_in(
        &mut state,
        [
            InviteChange::ReplyBy(String::new()),
            InviteChange::Kind(Kind::Other),
        ],
    );
    say(&mut state, Invite::MakePressed);
    assert!(state.invite.problems.is_empty() && state.invite.address(&state.context).is_some());
}

#[test]
fn a_change_takes_the_link_away_so_that_no_old_one_is_sent() {
    let mut state = chair(&Device::fresh());
    fill_in(&mut state, [InviteChange::Kind(Kind::Other)]);
    say(&mut state, Invite::MakePressed);
    assert!(state.invite.address(&state.context).is_some());
    fill_in(&mut state, [InviteChange::Partnership("Tea".to_owned())]);
    assert_eq!(state.invite.address(&state.context), None);
    assert!(say(&mut state, Invite::CopyPressed).is_empty());
}

/// What was copied before is not what is on screen now, and a second copy is told like the first.
#[test]
fn that_a_link_was_copied_is_told_until_it_changes() {
    let mut state = chair(&Device::fresh());
    fill_in(&mut state, [InviteChange::Kind(Kind::Other)]);
    for next in [
        Invite::CopyPressed,
        Invite::Changed(InviteChange::Partnership("Tea".to_owned())),
    ] {
        say(&mut state, Invite::MakePressed);
        chair::update(&mut state, Chair::Copied(true));
        assert_eq!(state.status, Status::Copied);
        say(&mut state, next);
        assert_eq!(state.status, Status::Quiet);
    }
}

#[test]
fn whoever_has_no_mail_program_for_an_invitation_is_told_another_way() {
    let mut state = chair(&Device::fresh());
    fill_in(&mut state, [InviteChange::Kind(Kind::Other)]);
    say(&mut state, Invite::MakePressed);
    assert_eq!(chair::update(&mut state, Chair::MailPressed), []);
    assert_eq!(
        chair_spoken::status(&state),
        state.context.texts.get(keys::share::MAILED)
    );
    say(
        &mut state,
        Invite::Changed(InviteChange::Partnership("Tea".to_owned())),
    );
    assert_eq!(chair_spoken::status(&state), "");
}

#[test]
fn what_the_own_check_says_is_filled_in() {
    let mut device = Device::fresh();
    device.take([Message::FormChanged(Change::Partnership(
        "Tea for all".to_owned(),
    ))]);
    device.begin(Length::Quick, Kind::Prime, Side::Second);
    let form = chair(&device).invite.form;
    assert_eq!(
        (form.partnership.as_str(), form.kind, form.length),
        ("Tea for all", Some(Kind::Prime), Length::Quick)
    );
}

#[test]
fn a_partner_picks_a_side_and_starts() {
    let mut device = opened(Device::fresh(), &invitation());
    assert_eq!(device.state.invited, Some(Ok(invitation())));
    assert_eq!(device.saves().len(), 0);
    device.take([Message::InvitedPressed]);
    assert_eq!(device.state.missing, Some(Missing::Side));
    assert_eq!(device.effects, [Effect::Focus("phc-problem")]);
    assert!(matches!(device.screen(), Screen::Invited(_)));
    device.take([
        Message::FormChanged(Change::Side(Side::Second)),
        Message::FormChanged(Change::Sector(Sector::Charity)),
        Message::InvitedPressed,
    ]);
    assert_eq!(*device.screen(), Screen::Questions(0));
    let check = device.check();
    let setup = &check.setup.value;
    assert_eq!(
        (setup.kind, setup.length, setup.side),
        (Kind::Grant, Length::Quick, Side::Second)
    );
    assert_eq!(
        (setup.partnership.as_str(), setup.sector),
        ("Tea for all", Some(Sector::Charity))
    );
    assert_eq!(check.reply.value.to, "chair@example.org");
    assert_eq!(check.reply.value.by, Some(day(30, 11, 2026)));
}

#[test]
fn who_asked_is_known_after_a_reload() {
    let mut device = opened(Device::fresh(), &invitation());
    device.take([
        Message::FormChanged(Change::Side(Side::First)),
        Message::InvitedPressed,
    ]);
    let text = stored::save(&device.saved());
    let later = Device::with_stored(&text);
    assert_eq!(later.check().reply, device.check().reply);
    assert_eq!(later.check().reply.value.to, "chair@example.org");
}

#[test]
fn a_day_or_an_address_alone_is_known_after_a_reload() {
    let whole = invitation();
    for (reply_by, reply_to) in [(whole.reply_by, String::new()), (None, whole.reply_to.clone())] {
        let asked = Invitation {
            reply_by,
            reply_to: reply_to.clone(),
            ..invitation()
        };
        let mut device = opened(Device::fresh(), &asked);
        device.take([
            Message::FormChanged(Change::Side(Side::First)),
            Message::InvitedPressed,
        ]);
        let later = Device::with_stored(&stored::save(&device.saved()));
        let reply = &later.check().reply.value;
        assert_eq!((reply.by, reply.to.as_str()), (reply_by, reply_to.as_str()));
    }
}

#[test]
fn own_checks_stay_as_they_are() {
    let mut device = Device::begun(Length::Full, Kind::Consortium, Side::First);
    device.answer("A1.1", "4");
    let own = device.check().clone();
    let mut device = opened(device, &invitation());
    assert_eq!(device.saves().len(), 0);
    assert_eq!(device.check(), &own);
    device.take([
        Message::FormChanged(Change::Side(Side::First)),
        Message::InvitedPressed,
    ]);
    assert_eq!(device.state.record.checks.len(), 2);
    assert_eq!(device.state.record.check(own.id), Some(&own));
    assert_ne!(device.check().id, own.id);
}

#[test]
fn an_invitation_without_an_address_leaves_nothing_behind() {
    let plain = Invitation {
        reply_by: None,
        reply_to: String::new(),
        kind: Kind::Other,
        ..invitation()
    };
    let mut device = opened(Device::fresh(), &plain);
    device.take([Message::InvitedPressed]);
    assert_eq!(device.check().reply.revision, 0);
}

#[test]
fn an_invitation_that_cannot_be_read_says_why() {
    let whole = fragment(&invitation());
    let (half, _) = whole.split_at(whole.len() / 2);
    for (text, error) in [(half, LinkError::CutOff), ("#phc-invite=", LinkError::CutOff)] {
        let mut device = Device::fresh();
        device.take([Message::FragmentChanged(text.to_owned(), None)]);
        assert_eq!(device.state.invited, Some(Err(error)), "{text}");
        assert!(spoken::title(&device.state).starts_with("Error: "));
        device.take([Message::InvitedPressed]);
        assert!(device.state.record.checks.is_empty());
    }
}

#[test]
fn an_invitation_waits_for_the_module_that_reads_it() {
    let mut device = Device::new();
    device.take_in_first_module([Message::Started(Found {
        fragment: fragment(&invitation()),
        ..Found::default()
    })]);
    assert_eq!(device.state.invited, None);
    device.take_in_first_module([Message::InvitedPressed]);
    assert!(device.state.record.checks.is_empty());
    device.take([Message::SecondModuleArrived(true)]);
    assert_eq!(device.state.invited, Some(Ok(invitation())));
    assert_eq!(device.state.form.kind, Some(Kind::Grant));
}

#[test]
fn a_full_check_after_the_quick_one_that_was_asked_for_still_knows_who_asked() {
    let mut device = opened(Device::fresh(), &invitation());
    device.take([
        Message::FormChanged(Change::Side(Side::Second)),
        Message::InvitedPressed,
        Message::FinishPressed,
        Message::FullCheckPressed,
    ]);
    let full = device.state.check().expect("a check");
    assert_eq!(full.setup.value.length, Length::Full);
    assert_eq!(full.reply.value.to, "chair@example.org");
    assert_eq!(full.reply.value.by, Some(day(30, 11, 2026)));
    let kept = stored::save(&device.state.record);
    assert_eq!(stored::load(&kept).expect("a record").record, device.state.record);
}
