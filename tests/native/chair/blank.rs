//! A blank form: it begins with the invitation, and says what the check asks.

use partnership_health_check::app::chair::Message;
use partnership_health_check::app::chair::blank::Message as Blank;
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::invite::{Change, Message as Invite};
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::present::chair::blank::{Form, form};

use super::support::Device;

fn go(device: &mut Device, place: Place) {
    let context = Context {
        place,
        ..device.state.context.clone()
    };
    device.take([Message::ContextChanged(context)]);
}

fn invited(change: Change) -> Message {
    Message::Invite(Invite::Changed(change))
}

fn shown(device: &Device) -> Option<Form> {
    form(Texts::english(), &device.state.blank)
}

#[test]
fn it_begins_with_what_the_invitation_says() {
    let mut device = Device::new();
    go(&mut device, Place::Blank);
    assert_eq!(shown(&device), None, "without a kind there is no form");
    go(&mut device, Place::Invite);
    device.take([
        invited(Change::Kind(Kind::Prime)),
        invited(Change::Length(Length::Quick)),
        invited(Change::Partnership("Tea for all".to_owned())),
        invited(Change::ReplyTo("sam@example.org".to_owned())),
        invited(Change::ReplyBy("2026-12-24".to_owned())),
    ]);
    go(&mut device, Place::Blank);
    let form = shown(&device).expect("a form");
    assert_eq!(form.heading, "Partnership health check: Tea for all");
    assert_eq!(form.send_to, "sam@example.org");
    assert_eq!(form.reply_by, "24 December 2026");
    assert_eq!(form.parts.len(), 1);
    assert_eq!(form.sides.len(), 2);

    // What was chosen here stays until the invitation is changed, and the invitation stays as it is.
    device.take([Message::Blank(Blank::Kind(Kind::Grant))]);
    go(&mut device, Place::Invite);
    assert_eq!(device.state.invite.form.kind, Some(Kind::Prime));
    go(&mut device, Place::Blank);
    assert_eq!(device.state.blank.kind, Some(Kind::Grant));
    device.take([invited(Change::Length(Length::Full))]);
    go(&mut device, Place::Invite);
    go(&mut device, Place::Blank);
    assert_eq!(
        (device.state.blank.kind, device.state.blank.length),
        (Some(Kind::Prime), Length::Full)
    );
}

#[test]
fn it_has_every_statement_that_the_check_asks_in_its_order() {
    let texts = Texts::english();
    let mut device = Device::new();
    go(&mut device, Place::Blank);
    for length in Length::ALL {
        for kind in Kind::ALL {
            for side in Side::ALL {
                device.take([
                    Message::Blank(Blank::Length(length)),
                    Message::Blank(Blank::Kind(kind)),
                    Message::Blank(Blank::Side(side)),
                ]);
                let form = shown(&device).expect("a form");
                let rows: Vec<_> = form.parts.iter().flat_map(|part| part.rows.clone()).collect();
                let asked = length.statements(kind).into_iter().enumerate();
                let asked: Vec<_> = asked
                    .map(|(at, statement)| (at + 1, texts.statement(statement, side).into()))
                    .collect();
                assert_eq!(rows, asked, "{length:?} {kind:?} {side:?}");
                assert_eq!(form.stages.is_empty(), length == Length::Quick);
            }
        }
    }
}
