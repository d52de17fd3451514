//! "Saved on this device": what both stores answer, in every order, and what the person reads meanwhile.

use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Durable, Heard, Kept, LocalStore, SaveError};
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::present::spoken;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::select;

use super::support::{Device, quick_text, refusing};

type Answer = Result<(), SaveError>;

const ANSWERS: [Answer; 3] = [Ok(()), Err(SaveError::Refused), Err(SaveError::Full)];

/// A check with a save that neither store has answered yet.
fn saving() -> Device {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.answer("A1.2", "4");
    assert_eq!(device.kept(), Kept::Pending);
    assert_eq!(device.saves().len(), 1);
    device
}

/// What holds once both stores have answered.
fn settled(local: Answer, durable: Answer) -> Kept {
    match (local, durable) {
        (_, Ok(())) | (Ok(()), _) => Kept::Saved,
        (Err(error), _) => Kept::Not(error),
    }
}

fn check_told(device: &Device) {
    let kept = device.kept();
    assert_eq!(
        device.told(Notice::StorageOff),
        kept == Kept::Not(SaveError::Refused)
    );
    assert_eq!(
        device.told(Notice::StorageFull),
        kept == Kept::Not(SaveError::Full)
    );
}

#[test]
fn local_first_then_durable() {
    for local in ANSWERS {
        for durable in ANSWERS {
            let mut device = saving();
            device.local(local);
            assert_eq!(
                device.kept(),
                Kept::Pending,
                "not before the durable store said so"
            );
            device.durable(durable);
            assert_eq!(device.kept(), settled(local, durable), "{local:?} {durable:?}");
            check_told(&device);
        }
    }
}

#[test]
fn durable_first_then_local() {
    for local in ANSWERS {
        for durable in ANSWERS {
            let mut device = saving();
            device.durable(durable);
            let early = match durable {
                Ok(()) => Kept::Saved,
                Err(_) => Kept::Pending,
            };
            assert_eq!(device.kept(), early, "{durable:?}");
            device.local(local);
            assert_eq!(device.kept(), settled(local, durable), "{local:?} {durable:?}");
            check_told(&device);
        }
    }
}

#[test]
fn answers_to_older_saves_say_nothing() {
    for result in ANSWERS {
        let mut device = saving();
        let old = device.number();
        device.answer("A1.2", "5");
        device.take([
            Message::Stored(Heard::LocalSaved(old, result)),
            Message::Stored(Heard::DurableSaved(old, Ok(()))),
        ]);
        assert_eq!(device.kept(), Kept::Pending);
        device.local(Ok(())).durable(Ok(()));
        assert_eq!(device.kept(), Kept::Saved);
    }
}

#[test]
fn a_refusal_of_an_older_durable_save_counts_for_the_next() {
    let mut device = saving();
    let old = device.number();
    device.answer("A1.2", "5");
    device.take([Message::Stored(Heard::DurableSaved(old, Err(SaveError::Refused)))]);
    assert_eq!(device.state.store.durable(), Durable::Refused);
    device.local(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
    device.answer("A1.2", "1");
    assert!(device.saves().iter().all(|(_, durable)| !durable));
}

#[test]
fn until_the_durable_store_is_read_it_is_not_written_and_nothing_is_called_saved() {
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.answer("A1.2", "5");
    assert_eq!(device.saves().len(), 1);
    assert!(device.saves().iter().all(|(_, durable)| !durable));
    device.local(Ok(()));
    assert_eq!(device.kept(), Kept::Pending);
    device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    assert!(device.saves().iter().all(|(_, durable)| *durable));
    assert_eq!(device.saves().len(), 1);
    assert_eq!(device.kept(), Kept::Pending);
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

#[test]
fn without_a_durable_store_the_local_one_decides() {
    for local in ANSWERS {
        let mut device = Device::fresh();
        device.state.store.expect_durable();
        device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
        assert_eq!(device.kept(), Kept::Nothing);
        device.begin(Length::Quick, Kind::Other, Side::First);
        device.local(local);
        assert_eq!(device.kept(), settled(local, local), "{local:?}");
        check_told(&device);
    }
}

#[test]
fn an_answer_given_while_the_durable_store_turns_out_refused() {
    for local in ANSWERS {
        let mut device = Device::with_stored(&quick_text("4", 2));
        device.answer("A1.2", "5").local(local);
        device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
        assert_eq!(device.kept(), settled(local, local), "{local:?}");
    }
}

#[test]
fn answers_found_in_local_storage_are_not_saving_for_ever_where_there_is_no_durable_store() {
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
    device.local(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

#[test]
fn with_both_stores_refused_the_person_is_told_before_the_first_answer() {
    let mut device = refusing();
    assert!(
        device.state.notices.is_empty(),
        "the durable store may still help"
    );
    device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
    assert!(device.told(Notice::StorageOff));
    assert_eq!(device.kept(), Kept::Not(SaveError::Refused));
    assert!(Notice::StorageOff.offers_download());
    // Answering works, and the quiet line does not flicker.
    device.begin(Length::Quick, Kind::Other, Side::First);
    assert_eq!(device.kept(), Kept::Not(SaveError::Refused));
    device.local(Err(SaveError::Refused));
    assert_eq!(device.state.notices, [Notice::StorageOff]);
}

#[test]
fn the_durable_store_alone_is_enough() {
    let mut device = refusing();
    assert_eq!(device.state.store.local(), LocalStore::Refused);
    device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.local(Err(SaveError::Refused)).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
    assert!(device.state.notices.is_empty());
}

#[test]
fn room_again_takes_the_notice_back() {
    let mut device = saving();
    device.local(Err(SaveError::Full)).durable(Err(SaveError::Full));
    assert!(device.told(Notice::StorageFull));
    device.answer("A1.2", "1");
    assert_eq!(device.kept(), Kept::Not(SaveError::Full));
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
    assert!(device.state.notices.is_empty());
}

#[test]
fn the_quiet_line_says_what_holds() {
    let mut device = Device::fresh();
    assert_eq!(spoken::kept(&device.state), Kept::Nothing);
    device.begin(Length::Quick, Kind::Other, Side::First);
    assert_eq!(spoken::kept(&device.state), Kept::Pending);
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(spoken::kept(&device.state), Kept::Saved);
    device.answer("A1.2", "1");
    device.local(Err(SaveError::Full)).durable(Err(SaveError::Full));
    assert_eq!(spoken::kept(&device.state), Kept::Not(SaveError::Full));
}

/// The module with the durable store did not come, and came when it was asked for again.
#[test]
fn a_durable_store_that_comes_later_is_read_and_used() {
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.take([
        Message::Stored(Heard::DurableRead(Err(SaveError::Refused))),
        Message::SecondModuleArrived(false),
    ]);
    assert!(device.state.second_module_failed);
    device.answer("A1.2", "5").local(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
    device.take([Message::SecondModuleWanted]);
    assert_eq!(device.effects, [Effect::LoadSecondModule, Effect::ShowTop]);
    assert!(!device.state.second_module_failed);
    let durable = quick_text("4", 2).replace("A1.2", "A2.2");
    device.take([
        Message::Stored(Heard::DurableRead(Ok(Some(durable)))),
        Message::SecondModuleArrived(true),
    ]);
    assert_eq!(
        (device.response("A1.2"), device.response("A2.2")),
        (Some("5"), Some("4"))
    );
    assert_eq!(device.saves().len(), 1);
    assert!(device.saves().iter().all(|(_, durable)| *durable));
}

#[test]
fn a_notice_of_stores_that_are_off_goes_when_one_comes() {
    let mut device = refusing();
    device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
    assert!(device.told(Notice::StorageOff));
    device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    assert!(device.state.notices.is_empty());
    assert_eq!(device.kept(), Kept::Nothing);
}

#[derive(Clone, Debug)]
enum Step {
    Answer(&'static str),
    Local(u32, Answer),
    Durable(u32, Answer),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        select(&["1", "2", "dk"][..]).prop_map(Step::Answer),
        (0..4u32, select(&ANSWERS[..])).prop_map(|(back, answer)| Step::Local(back, answer)),
        (0..4u32, select(&ANSWERS[..])).prop_map(|(back, answer)| Step::Durable(back, answer)),
    ]
}

proptest! {
    #![proptest_config(plays(256))]

    /// Whatever the stores answer and when: "Saved" means that one of them has the newest answer, and the
    /// durable one unless it failed.
    #[test]
    fn saved_is_never_said_too_early(steps in vec(step(), 0..30)) {
        let mut device = saving();
        let (mut local, mut durable) = (None, None);
        let mut refused = false;
        for step in steps {
            match step {
                Step::Answer(value) => {
                    device.answer("A1.2", value);
                    (local, durable) = (None, None);
                    prop_assert_eq!(device.saves().len(), device.effects.len());
                }
                Step::Local(back, answer) => {
                    let number = device.number() - back.min(device.number());
                    device.take([Message::Stored(Heard::LocalSaved(number, answer))]);
                    if back == 0 { local = Some(answer); }
                }
                Step::Durable(back, answer) => {
                    let number = device.number() - back.min(device.number());
                    device.take([Message::Stored(Heard::DurableSaved(number, answer))]);
                    refused |= answer == Err(SaveError::Refused);
                    if back == 0 { durable = Some(answer); }
                }
            }
            if device.kept() == Kept::Saved {
                let durable_failed = refused || durable.is_some_and(|answer| answer.is_err());
                prop_assert!(durable == Some(Ok(())) || (durable_failed && local == Some(Ok(()))));
            }
        }
    }
}

#[test]
fn a_page_of_questions_is_not_drawn_again_because_an_answer_is_kept() {
    let mut device = Device::fresh();
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.local(Ok(())).durable(Ok(()));
    device.answer("A1.2", "1");
    device.local(Ok(()));
    assert_eq!(device.effects, [Effect::SayKept]);
    device.durable(Ok(()));
    assert_eq!(device.effects, [Effect::SayKept]);

    // A notice comes, and goes.
    device.answer("A1.2", "2");
    device.local(Err(SaveError::Full)).durable(Err(SaveError::Full));
    assert!(device.told(Notice::StorageFull));
    assert!(!device.effects.contains(&Effect::SayKept), "{:?}", device.effects);
    device.answer("A1.2", "3").local(Ok(())).durable(Ok(()));
    assert!(!device.told(Notice::StorageFull));
    assert!(!device.effects.contains(&Effect::SayKept), "{:?}", device.effects);

    // Another tab's text, and every other screen.
    device.take([Message::Stored(Heard::FoundElsewhere(quick_text("4", 900)))]);
    assert!(!device.effects.contains(&Effect::SayKept), "{:?}", device.effects);
    device.take([Message::LinkFollowed("answers")]);
    device.local(Ok(())).durable(Ok(()));
    assert!(!device.effects.contains(&Effect::SayKept), "{:?}", device.effects);
}
