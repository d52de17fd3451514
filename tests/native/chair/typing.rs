//! What stands in a field counts when somebody acts, however they do it.

use partnership_health_check::app::chair::builder::{self, Role};
use partnership_health_check::app::chair::compare::Message as Act;
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::field::{StepField, TextField, Typing};
use partnership_health_check::app::chair::statements;
use partnership_health_check::app::chair::{Message, State, invite, meeting, plan};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::ids::Kind;
use partnership_health_check::formats::folder;
use partnership_health_check::present::chair::plan::field_date;
use partnership_health_check::present::chair::spoken::cut;

use super::support::{Device, address, all, named};

/// Every field, as a device shows it on which a comparison has a plan, and what is typed there.
fn fields(device: &Device) -> Vec<(TextField, Place, &'static str)> {
    let of = device.state.compare.open.expect("a comparison");
    let plan = device.state.folder.plan(of);
    let step = plan.expect("a plan").1.steps[0].id;
    let partner = device.partner(0);
    vec![
        (TextField::Links, Place::Compare, "no link"),
        (TextField::ComparisonName(of), Place::Compare, "Tea for all"),
        (TextField::PartnerName(partner), Place::Compare, "Council"),
        (
            TextField::Step(step, StepField::What),
            Place::ComparisonPlan,
            "Meet",
        ),
        (TextField::Step(step, StepField::Owner), Place::Meeting, "Sam"),
        (
            TextField::Step(step, StepField::Due),
            Place::ComparisonPlan,
            "2026-12-24",
        ),
        (
            TextField::Step(step, StepField::Sign),
            Place::ComparisonPlan,
            "Fewer calls",
        ),
        (TextField::OwnStep, Place::ComparisonPlan, "Buy a kettle"),
        (TextField::InvitePartnership, Place::Invite, "Tea for all"),
        (TextField::InviteReplyBy, Place::Invite, "2026-12-24"),
        (TextField::InviteReplyTo, Place::Invite, "sam@example.org"),
        (TextField::InviteStatement(0), Place::Invite, "Calls are returned"),
        (TextField::BlankPartnership, Place::Blank, "Tea for all"),
        (TextField::BlankSendTo, Place::Blank, "Room 4"),
        (TextField::EntryName, Place::Entry, "Harbour Kitchen"),
        (TextField::Invitation, Place::Builder, "phc-invite=AQ"),
        (TextField::StorageKey, Place::Builder, "tea"),
        (TextField::Keep, Place::Builder, "page_id lang"),
        (TextField::Accent, Place::Builder, "#123456"),
        (TextField::Paper, Place::Builder, "#ffffff"),
        (TextField::Ink, Place::Builder, "#000000"),
        (TextField::Font, Place::Builder, "Arial"),
        (TextField::OwnWords, Place::Builder, "partner = ally"),
    ]
}

/// What the state has in place of a field. A field that is added must be here, and in [`fields`].
fn taken_over(state: &State, field: TextField) -> String {
    let step = |id| {
        let plan = state.plan_shown();
        plan.position(id)
            .map(|at| plan.steps[at].clone())
            .expect("the step")
    };
    let colour = |role| state.builder.form.colours[role as usize].clone();
    let comparison = || state.comparison().expect("a comparison").1;
    match field {
        TextField::Links => state.compare.typed.clone(),
        TextField::ComparisonName(_) => comparison().name.clone(),
        TextField::PartnerName(id) => {
            let partner = comparison().partners.iter().find(|partner| partner.id == id);
            partner.expect("the partner").label.clone()
        }
        TextField::Step(id, StepField::What) => step(id).what,
        TextField::Step(id, StepField::Owner) => step(id).owner,
        TextField::Step(id, StepField::Due) => field_date(step(id).due),
        TextField::Step(id, StepField::Sign) => step(id).sign,
        TextField::OwnStep => state.plan.own_step.clone(),
        TextField::InvitePartnership => state.invite.form.partnership.clone(),
        TextField::InviteReplyBy => state.invite.form.reply_by.clone(),
        TextField::InviteReplyTo => state.invite.form.reply_to.clone(),
        TextField::InviteStatement(position) => state.invite.form.statements.0[position].clone(),
        TextField::BlankPartnership => state.blank.partnership.clone(),
        TextField::BlankSendTo => state.blank.send_to.clone(),
        TextField::EntryName => state.entry.name.clone(),
        TextField::Invitation => state.builder.form.invitation.clone(),
        TextField::StorageKey => state.builder.form.storage_key.clone(),
        TextField::Keep => state.builder.form.keep.clone(),
        TextField::OwnWords => state.builder.form.words.clone(),
        TextField::Accent => colour(Role::Accent),
        TextField::Paper => colour(Role::Paper),
        TextField::Ink => colour(Role::Ink),
        TextField::Font => state.builder.form.font.clone(),
    }
}

/// A device on which a comparison of three partners has a plan of one step.
fn device() -> Device {
    let mut device = Device::new();
    let people = ["Alder", "Birch", "Cedar"].map(|name| address(&named(all("4"), name)));
    device.paste(&people.join(" "));
    go(&mut device, Place::ComparisonPlan);
    device.take([
        Message::Plan(plan::Message::OwnStepWritten("one".to_owned())),
        Message::Plan(plan::Message::OwnStepAdded),
        Message::Invite(invite::Message::Statements(statements::Act::Added)),
    ]);
    device
}

fn go(device: &mut Device, place: Place) {
    let context = Context {
        place,
        ..device.state.context.clone()
    };
    device.take([Message::ContextChanged(context)]);
}

fn typed(field: TextField, text: &str) -> Message {
    Message::Typed(typing(field, text))
}

fn typing(field: TextField, text: &str) -> Typing {
    Typing {
        field,
        text: text.to_owned(),
    }
}

/// What a person, a browser or a tool may do while a text stands in a field that was not left.
fn acts() -> Vec<Message> {
    vec![
        Message::Hidden,
        Message::Printing(true),
        Message::PrintPressed,
        Message::LinkFollowed("start"),
        Message::Compare(Act::NamesChosen(false)),
        Message::Plan(plan::Message::LinkChosen(true)),
        Message::Meeting(meeting::Message::TimeAsked),
        Message::Invite(invite::Message::CopyPressed),
        Message::Builder(builder::Message::CopyPressed(builder::Code::Html, String::new())),
    ]
}

#[test]
fn every_field_counts_whatever_is_done_first() {
    let all = fields(&device()).len();
    for at in 0..all {
        for act in acts() {
            let mut device = device();
            let (field, place, text) = fields(&device).swap_remove(at);
            go(&mut device, place);
            device.take([typed(field, text)]);
            assert_ne!(
                taken_over(&device.state, field),
                text,
                "{field:?}: taken over at a key"
            );
            assert_eq!(device.state.typed(field), Some(text));
            let told = format!("{field:?} before {act:?}");
            device.take([act]);
            assert_eq!(taken_over(&device.state, field), text, "{told}");
            assert_eq!(device.state.typing, None, "{told}");
        }
    }
}

#[test]
fn every_field_counts_when_it_is_left_or_another_one_is_filled_in() {
    let all = fields(&device()).len();
    for at in 0..all {
        for next in 0..all {
            let mut device = device();
            let (field, place, text) = fields(&device).swap_remove(at);
            let (other, _, _) = fields(&device).swap_remove(next);
            go(&mut device, place);
            device.take([typed(field, "x")]);
            let last = if next == at {
                Message::Left(typing(field, text))
            } else {
                device.take([typed(field, text)]);
                typed(other, "y")
            };
            device.take([last]);
            assert_eq!(
                taken_over(&device.state, field),
                text,
                "{field:?}, then {other:?}"
            );
        }
    }
}

#[test]
fn a_text_stays_in_its_field_while_nobody_does_anything() {
    let mut device = device();
    let (field, place, text) = fields(&device).swap_remove(1);
    go(&mut device, place);
    let found = folder::save(&device.state.folder);
    let context = device.state.context.clone();
    device.take([
        typed(field, text),
        Message::Stored(Heard::FoundElsewhere(found)),
        Message::Stored(Heard::DurableRead(Ok(None))),
        Message::Stored(Heard::LocalSaved(1, Ok(()))),
        Message::Stored(Heard::DurableSaved(1, Ok(()))),
        Message::ContextChanged(context),
        Message::Meeting(meeting::Message::Ticked(5)),
        Message::Copied(true),
    ]);
    assert_eq!(device.state.typed(field), Some(text));
    assert_eq!(device.comparison().name, "");
}

#[test]
fn a_field_that_is_left_as_it_was_says_nothing() {
    let mut device = device();
    go(&mut device, Place::Invite);
    let before = device.state.folder.clone();
    let fields = fields(&device);
    for (field, _, _) in fields {
        device.take([Message::Left(typing(field, "x"))]);
    }
    assert_eq!(device.state.folder, before);
    assert_eq!(device.state.invite.form.partnership, "");
}

#[test]
fn another_screen_takes_over_what_was_typed_on_the_one_before() {
    let mut device = device();
    let (field, place, text) = fields(&device).swap_remove(4);
    go(&mut device, place);
    device.take([typed(field, text)]);
    // Back in the browser's history: nothing on the screen was pressed.
    go(&mut device, Place::Earlier);
    assert!(device.saved().is_some_and(|kept| kept.contains(text)));
    go(&mut device, Place::ComparisonPlan);
    assert_eq!(taken_over(&device.state, field), text);
}

#[test]
fn links_that_stand_in_the_field_are_taken_by_a_press_that_leaves_no_field() {
    let mut device = device();
    go(&mut device, Place::Compare);
    let link = address(&named(all("2"), "Dogwood"));
    device.take([typed(TextField::Links, &link), Message::Compare(Act::TakePressed)]);
    assert_eq!(
        device.comparison().names(),
        ["Alder", "Birch", "Cedar", "Dogwood"]
    );
    assert_eq!(device.state.compare.typed, "");
    assert_eq!(device.state.typed(TextField::Links), None);
}

#[test]
fn a_step_of_ones_own_is_added_with_the_words_in_its_field() {
    let mut device = device();
    device.take([
        typed(TextField::OwnStep, "Buy a kettle"),
        Message::Plan(plan::Message::OwnStepAdded),
    ]);
    let whats: Vec<_> = device
        .state
        .plan_shown()
        .steps
        .into_iter()
        .map(|step| step.what)
        .collect();
    assert_eq!(whats, ["one", "Buy a kettle"]);
}

#[test]
fn an_invitation_is_made_with_what_stands_in_its_fields() {
    let mut device = device();
    go(&mut device, Place::Invite);
    device.take([
        Message::Invite(invite::Message::Changed(invite::Change::Kind(Kind::Other))),
        typed(TextField::InviteReplyTo, "sam@example.org"),
        typed(TextField::InvitePartnership, "Tea for all"),
        Message::Invite(invite::Message::MakePressed),
    ]);
    let made = device.state.invite.made.as_ref().expect("made");
    assert_eq!(
        (&*made.partnership, &*made.reply_to),
        ("Tea for all", "sam@example.org")
    );
}

/// Reads the list of fields, so that a field that is added is tried too.
#[test]
fn no_field_is_left_out_here() {
    let source = include_str!("../../../src/app/chair/field.rs");
    let variants = |name: &str| {
        let (_, list) = source.split_once(name).expect("the list");
        let (list, _) = list.split_once("\n}").expect("its end");
        let is_variant = |line: &&str| line.trim_start().starts_with(char::is_uppercase);
        list.lines().filter(is_variant).count()
    };
    // A step has one field of each kind.
    let all = variants("pub enum TextField {") - 1 + variants("pub enum StepField {");
    assert_eq!(fields(&device()).len(), all);
}

#[test]
fn each_field_has_an_id_of_its_own() {
    let mut ids: Vec<_> = fields(&device())
        .into_iter()
        .map(|(field, ..)| field.id())
        .collect();
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "{ids:?}");
}

#[test]
fn what_is_typed_for_one_that_another_tab_removed_is_dropped() {
    let mut device = device();
    go(&mut device, Place::Compare);
    let alder = device.partner(0);
    device.take([typed(TextField::PartnerName(alder), "Council")]);
    let mut elsewhere = device.state.folder.clone();
    let id = device.state.compare.open.expect("a comparison");
    let mut comparison = device.comparison().clone();
    comparison.partners.remove(0);
    elsewhere.set(id, Item::Comparison(comparison));
    device.take([
        Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere))),
        Message::Hidden,
    ]);
    assert_eq!(device.comparison().names(), ["Birch", "Cedar"]);
}

#[test]
fn a_name_for_a_comparison_that_another_tab_removed_goes_to_no_other() {
    for others in [0, 1] {
        let mut device = device();
        go(&mut device, Place::Compare);
        let id = device.state.compare.open.expect("a comparison");
        let other = Item::Comparison(device.comparison().clone());
        for id in 7..7 + others {
            device.state.folder.set(id, other.clone());
        }
        let mut elsewhere = device.state.folder.clone();
        elsewhere.set(id, Item::Removed);
        device.take([
            typed(TextField::ComparisonName(id), "Tea for all"),
            Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere))),
            Message::Hidden,
        ]);
        let names = device.state.folder.comparisons().map(|(_, found)| &*found.name);
        assert_eq!(names.collect::<Vec<_>>(), vec![""; others as usize]);
    }
}

#[test]
fn a_name_that_is_cut_is_told_beside_its_field() {
    let long = "a".repeat(61);
    let mut told = 0;
    for (field, place, _) in fields(&device()) {
        let mut device = device();
        go(&mut device, place);
        device.take([typed(field, &long), Message::Left(typing(field, &long))]);
        let is_name = matches!(
            field,
            TextField::ComparisonName(_)
                | TextField::PartnerName(_)
                | TextField::BlankPartnership
                | TextField::BlankSendTo
                | TextField::EntryName
        );
        assert_eq!(device.state.cut, is_name.then_some(field));
        assert_eq!(cut(&device.state).contains("60 characters"), is_name, "{field:?}");
        told += usize::from(is_name);
        // Until something else is typed, or another screen is shown.
        let mut elsewhere = device;
        elsewhere.take([typed(field, "b")]);
        assert_eq!(elsewhere.state.cut, None, "{field:?}");
    }
    assert_eq!(told, 5);
}
