//! From the chair's three statements to three partners side by side: one left the page out, one came by another invitation.

use partnership_health_check::app::chair::compare::Message as Act;
use partnership_health_check::app::chair::invite::{Change, Message as Invite};
use partnership_health_check::app::chair::{Message as Chair, statements};
use partnership_health_check::app::pages::{Asked, PageTopic};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::{Effect, Message, Screen, form};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::extra::ExtraAnswers;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::formats::{link, stored};
use partnership_health_check::present::chair::comparison::{Report, on_screen, report};
use partnership_health_check::present::chair::files::{Form, file};
use partnership_health_check::present::{extra, rows};

use super::support::{THREE, set};
use crate::app::support::{Device, response};
use crate::both::Both;

const CHANGED: [&str; 3] = [THREE[0], THREE[1], "The kitchen is open in time."];

/// A chair's device on which an invitation with these statements was made, and its fragment.
fn invited(chair: &mut Both, statements: &[&str]) -> String {
    chair.go(Place::Invite);
    let mut say = |message| drop(chair.chair(Chair::Invite(message)));
    say(Invite::Changed(Change::Kind(Kind::Consortium)));
    say(Invite::Changed(Change::Length(Length::Full)));
    for (position, text) in statements.iter().enumerate() {
        say(Invite::Statements(statements::Act::Added));
        say(Invite::Changed(Change::Statement(position, (*text).to_owned())));
    }
    say(Invite::MakePressed);
    let address = chair.chair.invite.address(&chair.chair.context).expect("a link");
    let (_, fragment) = address.split_once('#').expect("a fragment");
    let fragment = format!("#{fragment}");
    // The fields are empty for the next one.
    for _ in statements {
        drop(chair.chair(Chair::Invite(Invite::Statements(statements::Act::Removed(0)))));
    }
    fragment
}

/// A partner's device on which the check of this invitation was begun.
fn begun(fragment: &str, side: Side) -> Device {
    let mut device = Device::fresh();
    device.take([
        Message::FragmentChanged(fragment.to_owned(), None),
        Message::FormChanged(form::Change::Side(side)),
        Message::InvitedPressed,
    ]);
    device
}

/// The summary link of a partner who answers all, and own statements with these values.
fn answered(device: &mut Device, value: &str, own: &[&str]) -> String {
    device.answer_all(value);
    for (position, value) in own.iter().enumerate() {
        device.take([Message::ExtraAnswered(position, Some(response(value)))]);
    }
    device.take([Message::FinishPressed]);
    device.state.link().expect("a link")
}

fn compared(chair: &Both) -> Report {
    let (comparison, names) = on_screen(&chair.chair).expect("a comparison");
    report(Texts::english(), &comparison, names).expect("partners")
}

fn paste(chair: &mut Both, text: &str) {
    chair.go(Place::Compare);
    drop(chair.chair(Chair::Compare(Act::LinksWritten(text.to_owned()))));
    drop(chair.chair(Chair::Compare(Act::TakePressed)));
}

#[test]
fn a_partner_meets_them_behind_the_pairs_and_before_the_stage() {
    let fragment = invited(&mut Both::on(Device::fresh()), &THREE);
    let mut device = begun(&fragment, Side::Second);
    let topics: Vec<_> = device.state.pages().into_iter().map(|page| page.topic).collect();
    assert_eq!(topics.len(), 18);
    assert_eq!(
        topics[15..],
        [PageTopic::Pairs, PageTopic::Extra, PageTopic::Stage]
    );
    assert_eq!(device.check().asked(), 52);
    device.answer_all("4");
    assert_eq!(rows::missing(&device.state), 3);
    device.take([Message::ChangePressed(16, Some(Asked::Extra(1)))]);
    assert_eq!(device.effects.last(), Some(&Effect::Focus("E2")));
    assert_eq!(device.state.screen, Screen::Questions(16));
    device.take([Message::ExtraAnswered(1, Some(response("dk")))]);
    device.take([Message::ExtraAnswered(0, Some(response("2")))]);
    device.take([Message::ExtraAnswered(0, None)]);
    assert_eq!((device.state.answered(), rows::missing(&device.state)), (50, 2));
    let groups = rows::groups(&device.state);
    let last = groups.last().expect("groups");
    assert_eq!(last.heading, "From the person who invited you");
    let answers: Vec<_> = last
        .rows
        .iter()
        .map(|row| (row.words.as_ref(), row.answer))
        .collect();
    assert_eq!(
        answers[..2],
        [(THREE[0], "Not answered"), (THREE[1], "Do not know")]
    );
    // Kept with the check, and there again when the page is loaded anew.
    let text = stored::save(&device.state.record);
    let again = Device::with_stored(&text);
    assert_eq!(again.state.record.checks[0].extra_set(), Some(&set(&THREE)));
    assert_eq!(again.state.record.checks[0].answered(), 50);
}

#[test]
fn a_quick_check_has_them_last_and_takes_them_into_the_full_one() {
    let fragment = invited(&mut Both::on(Device::fresh()), &THREE);
    let mut invitation = link::decode_invitation(&fragment).expect("readable");
    invitation.length = Length::Quick;
    let fragment = ["#phc-invite=", &link::encode_invitation(&invitation)].concat();
    let mut device = begun(&fragment, Side::First);
    let topics: Vec<_> = device.state.pages().into_iter().map(|page| page.topic).collect();
    assert_eq!(topics.last(), Some(&PageTopic::Extra));
    answered(&mut device, "4", &["5", "na", "1"]);
    device.take([Message::FullCheckPressed]);
    let full = device.check();
    assert_eq!(
        (full.setup.value.length, full.answered(), full.asked()),
        (Length::Full, 16, 52)
    );
    assert_eq!(full.extra_answers().expect("answers").answered(), 3);
}

#[test]
fn the_link_has_the_answers_and_the_fingerprint_and_no_words() {
    let fragment = invited(&mut Both::on(Device::fresh()), &THREE);
    let mut device = begun(&fragment, Side::First);
    let own = answered(&mut device, "4", &["5", "na"]);
    let summary = link::decode(&own).expect("readable");
    let wanted = ExtraAnswers::new(
        set(&THREE).fingerprint().sum,
        vec![Some(response("5")), Some(response("na")), None],
    );
    assert_eq!(summary.extra, wanted);
    let mut plain = summary.clone();
    plain.extra = None;
    assert_eq!(link::encode(&summary).len(), link::encode(&plain).len() + 8);
    // Whoever has no check of that invitation sees answers without words.
    let texts = Texts::english();
    let answers = summary.extra.as_ref().expect("answers");
    let stranger = Device::fresh();
    let told = extra::rows(texts, answers, stranger.state.extra_words(&summary));
    assert_eq!(told.rows[0].words, "Statement 1");
    assert!(told.lead.contains("E3-"), "{}", told.lead);
    let told = extra::rows(texts, answers, device.state.extra_words(&summary));
    assert_eq!(told.rows[0].words, THREE[0]);
    assert_eq!(told.rows[2].answer, "Not answered");
}

#[test]
fn three_partners_are_compared_on_what_they_share() {
    let mut chair = Both::on(Device::fresh());
    let fragment = invited(&mut chair, &THREE);
    let other = invited(&mut chair, &CHANGED);
    let links = [
        answered(&mut begun(&fragment, Side::First), "4", &["5", "4", "2"]),
        answered(&mut begun(&fragment, Side::Second), "4", &[]),
        answered(&mut begun(&other, Side::Second), "4", &["1", "4", "4"]),
        answered(&mut begun(&fragment, Side::Second), "5", &["1", "4", "dk"]),
    ];
    paste(&mut chair, &links.join("\n"));
    let report = compared(&chair);
    let [first, second] = &report.extra[..] else {
        panic!("two sets expected: {:?}", report.extra);
    };
    // The words come from the invitations that this browser made.
    let words = |set: &partnership_health_check::present::chair::comparison::ExtraSet| -> Vec<String> {
        set.rows.iter().map(|row| row.words.to_string()).collect()
    };
    let both = [words(first), words(second)];
    assert!(both.contains(&THREE.map(str::to_owned).to_vec()), "{both:?}");
    assert!(both.contains(&CHANGED.map(str::to_owned).to_vec()), "{both:?}");
    let three = report
        .extra
        .iter()
        .find(|set| words(set)[2] == THREE[2])
        .expect("the set");
    assert!(three.rows[0].line.opposite, "{:?}", three.rows[0]);
    let signs: Vec<String> = three.rows[0].signs().collect();
    assert_eq!(
        signs.iter().filter(|sign| sign.is_empty()).count(),
        2,
        "one left it out, one was not asked: {signs:?}"
    );
    assert_eq!(
        three.rows[0]
            .answers
            .iter()
            .filter(|words| *words == "Not asked")
            .count(),
        1
    );

    // The comparison's link and files carry the words to somebody who knows none of it.
    let (_, comparison) = chair.chair.comparison().expect("a comparison");
    for names in [true, false] {
        let payload = link::encode_comparison(&comparison.to_hand_on(), names);
        let read = link::decode_comparison(&["#phc-compare=", &payload].concat()).expect("readable");
        assert_eq!(read.sets.len(), 2, "{names}");
        for form in [Form::Json, Form::Markdown] {
            let text = file(Texts::english(), comparison, names, form)
                .expect("a file")
                .text;
            assert!(
                text.contains(CHANGED[2]) && text.contains(THREE[2]),
                "{form:?} {names}"
            );
        }
        let table = file(Texts::english(), comparison, names, Form::Statements)
            .expect("a table")
            .text;
        let print = set(&THREE).fingerprint();
        assert!(table.contains(&format!("E1,{print},opposite,")), "{table}");
    }
}

#[test]
fn an_invitation_that_is_pasted_tells_the_words() {
    let mut maker = Both::on(Device::fresh());
    let fragment = invited(&mut maker, &THREE);
    let links = [
        answered(&mut begun(&fragment, Side::First), "4", &["5", "4", "2"]),
        answered(&mut begun(&fragment, Side::Second), "4", &["4"]),
    ];
    // Another chair, who did not make the invitation.
    let mut chair = Both::on(Device::fresh());
    paste(&mut chair, &links.join("\n"));
    assert_eq!(compared(&chair).extra[0].rows[0].words, "Statement 1");
    paste(&mut chair, &format!("https://check.example/{fragment}"));
    let taken = chair.chair.compare.taken.as_ref().expect("an outcome");
    assert_eq!((taken.other, taken.worded), (1, 1));
    assert!(!taken.refused());
    assert_eq!(compared(&chair).extra[0].rows[0].words, THREE[0]);
    // It changes nothing a second time, and words that nobody here answered are not kept.
    let other = invited(&mut maker, &CHANGED);
    paste(
        &mut chair,
        &format!("https://check.example/{other} https://check.example/{fragment}"),
    );
    let taken = chair.chair.compare.taken.as_ref().expect("an outcome");
    assert_eq!((taken.other, taken.worded), (2, 0));
    assert_eq!(
        chair.chair.comparison().expect("a comparison").1.sets,
        [set(&THREE)]
    );
}

#[test]
fn ones_own_check_tells_the_words_of_a_comparison() {
    let mut maker = Both::on(Device::fresh());
    let fragment = invited(&mut maker, &THREE);
    let mut device = begun(&fragment, Side::First);
    let own = answered(&mut device, "4", &["5", "4", "2"]);
    let theirs = answered(&mut begun(&fragment, Side::Second), "2", &["1"]);
    let mut chair = Both::on(device);
    paste(&mut chair, &format!("{own}\n{theirs}"));
    assert_eq!(compared(&chair).extra[0].rows[0].words, THREE[0]);
    // A comparison of such partners that came as a link gets them too.
    let (_, comparison) = chair.chair.comparison().expect("a comparison");
    let mut bare = comparison.clone();
    bare.sets.clear();
    let fragment = ["#phc-compare=", &link::encode_comparison(&bare, true)].concat();
    chair.go(Place::Received(fragment));
    assert_eq!(compared(&chair).extra[0].rows[0].words, THREE[0]);
}
