//! Comparisons are kept in both stores, and no tab's comparison is lost.

use partnership_health_check::app;
use partnership_health_check::app::chair::compare::Message as Act;
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::{Place, Screen};
use partnership_health_check::app::store::{Heard, Kept, SaveError, Task, Trouble};
use partnership_health_check::content::Texts;
use partnership_health_check::present::chair::spoken::keeping;
use partnership_health_check::present::spoken;

use super::support::{Device, address, all};

fn two() -> String {
    format!("{} {}", address(&all("4")), address(&all("2")))
}

#[test]
fn what_was_kept_is_there_again() {
    let mut device = Device::new();
    device.paste(&two());
    let text = device.saved().expect("kept").to_owned();

    let mut later = Device::new();
    later.take([Message::Stored(Heard::FoundElsewhere(text))]);
    assert_eq!(
        later.comparison(),
        device.comparison(),
        "the newest comparison opens by itself"
    );
}

#[test]
fn saved_is_said_only_when_it_is_true() {
    let mut device = Device::new();
    assert_eq!(device.state.store.kept(), Kept::Nothing);
    device.paste(&two());
    assert_eq!(device.state.store.kept(), Kept::Pending);
    let number = device.state.store.number();
    device.take([Message::Stored(Heard::LocalSaved(number, Ok(())))]);
    assert_eq!(
        device.state.store.kept(),
        Kept::Pending,
        "the durable store has not answered"
    );
    device.take([Message::Stored(Heard::DurableSaved(number, Ok(())))]);
    assert_eq!(device.state.store.kept(), Kept::Saved);

    device.act(Act::Removed(device.partner(0)));
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::LocalSaved(number, Err(SaveError::Full))),
        Message::Stored(Heard::DurableSaved(number, Err(SaveError::Refused))),
    ]);
    assert_eq!(device.state.store.kept(), Kept::Not(SaveError::Full));
}

/// The header belongs to the check's program, which knows of the folder what the chair's tells.
#[test]
fn the_header_calls_nothing_saved_while_a_comparison_is_not() {
    let mut check = app::State::new(Texts::english());
    check.screen = Screen::Chair(Place::Compare);
    let mut device = Device::new();
    let says = |check: &mut app::State, device: &mut Device| {
        for effect in device.effects.drain(..) {
            if let Effect::Tell(message) = effect {
                app::update(check, message);
            }
        }
        spoken::kept(check)
    };
    assert_eq!(says(&mut check, &mut device), Kept::Nothing);
    device.paste(&two());
    assert_eq!(says(&mut check, &mut device), Kept::Pending);
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::LocalSaved(number, Ok(()))),
        Message::Stored(Heard::DurableSaved(number, Ok(()))),
    ]);
    assert_eq!(says(&mut check, &mut device), Kept::Saved);
    device.act(Act::Removed(device.partner(0)));
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::LocalSaved(number, Err(SaveError::Full))),
        Message::Stored(Heard::DurableSaved(number, Err(SaveError::Refused))),
    ]);
    assert!(matches!(says(&mut check, &mut device), Kept::Not(_)));
    check.screen = Screen::Start;
    assert_eq!(says(&mut check, &mut device), Kept::Nothing, "no check was begun");
}

#[test]
fn what_is_not_kept_is_told_on_every_screen() {
    let mut device = Device::new();
    device.paste(&two());
    assert_eq!(keeping(&device.state), None);
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::LocalSaved(number, Err(SaveError::Full))),
        Message::Stored(Heard::DurableSaved(number, Err(SaveError::Refused))),
    ]);
    let words = keeping(&device.state).expect("told");
    assert!(
        words.starts_with("This browser does not keep comparisons and plans."),
        "{words}"
    );

    for (text, wanted) in [
        ("{", "could not be read"),
        ("{\"phc\":\"folder\",\"v\":9}", "newer version"),
    ] {
        let mut device = Device::new();
        device.take([Message::Stored(Heard::FoundElsewhere(text.to_owned()))]);
        let words = keeping(&device.state).expect("told");
        assert!(words.contains(wanted), "{words}");
    }
}

#[test]
fn two_tabs_lose_nothing() {
    let (mut one, mut two_) = (Device::new(), Device::new());
    two_.state.seed = 99;
    one.paste(&two());
    let from_one = one.saved().expect("kept").to_owned();
    two_.paste(&format!("{} {}", address(&all("5")), address(&all("1"))));
    // The second tab finds the first one's text when it writes, and writes both.
    two_.take([Message::Stored(Heard::FoundElsewhere(from_one))]);
    let both = two_.saved().expect("written again").to_owned();
    one.take([Message::Stored(Heard::FoundElsewhere(both))]);
    assert_eq!(one.state.folder, two_.state.folder);
    assert_eq!(one.state.folder.comparisons().count(), 2);
}

#[test]
fn what_only_the_durable_store_has_comes_back() {
    let mut device = Device::new();
    device.paste(&two());
    let text = device.saved().expect("kept").to_owned();

    let mut later = Device::new();
    later.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
    assert_eq!(later.comparison(), device.comparison());
    assert_eq!(later.saved(), Some(text.as_str()), "localStorage gets it too");
}

#[test]
fn an_unreadable_text_is_kept_aside_and_a_newer_one_is_left_alone() {
    let mut device = Device::new();
    device.take([Message::Stored(Heard::FoundElsewhere(
        "{\"phc\":\"folder\",\"v\":1,".to_owned(),
    ))]);
    assert_eq!(device.state.store.trouble(), Some(Trouble::Unreadable));
    assert!(matches!(
        device.effects.first(),
        Some(Effect::Store(Task::SetAside(_)))
    ));
    device.paste(&two());
    assert_eq!(
        device.saved(),
        None,
        "the text still stands where a save would go"
    );
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    let kept = device.saved().expect("kept, once the text is aside").to_owned();
    let mut later = Device::new();
    later.take([Message::Stored(Heard::FoundElsewhere(kept))]);
    assert_eq!(later.state.store.trouble(), None, "it is met only once");
    assert_eq!(later.comparison(), device.comparison());

    let mut device = Device::new();
    device.take([Message::Stored(Heard::FoundElsewhere(
        "{\"phc\":\"folder\",\"v\":9}".to_owned(),
    ))]);
    assert_eq!(device.state.store.trouble(), Some(Trouble::NewerVersion));
    device.paste(&two());
    assert_eq!(device.saved(), None, "nothing is written over it");
    // It can be downloaded as it is, and stays aside where somebody begins beside it.
    device.take([Message::UnreadPressed]);
    let [Effect::Download(file)] = &device.effects[..] else {
        panic!("one file: {:?}", device.effects)
    };
    assert_eq!(file.text, "{\"phc\":\"folder\",\"v\":9}");
    device.take([Message::BesidePressed]);
    let aside = Effect::Store(Task::SetAside("{\"phc\":\"folder\",\"v\":9}".to_owned()));
    assert_eq!(device.effects.first(), Some(&aside));
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    let kept = device.saved().expect("kept, once the text is aside").to_owned();
    let mut later = Device::new();
    later.take([Message::Stored(Heard::FoundElsewhere(kept))]);
    assert_eq!(later.comparison(), device.comparison());
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::DurableRead(Err(SaveError::Refused))),
        Message::Stored(Heard::LocalSaved(number, Ok(()))),
    ]);
    assert_eq!(keeping(&device.state), None);
}

#[test]
fn an_unreadable_text_that_cannot_be_kept_aside_stays_where_it_is() {
    let mut device = Device::new();
    device.take([
        Message::Stored(Heard::FoundElsewhere("{".to_owned())),
        Message::Stored(Heard::SetAside(Err(SaveError::Full))),
    ]);
    device.paste(&two());
    assert_eq!(device.saved(), None, "nothing is written over it");
    assert_eq!(device.state.store.kept(), Kept::Not(SaveError::Full));
    let words = keeping(&device.state).expect("told");
    assert!(
        words.contains("no room to make a copy of the saved text"),
        "{words}"
    );
}

#[test]
fn an_unreadable_text_found_again_while_it_is_set_aside_is_set_aside_once() {
    let mut device = Device::new();
    device.take([
        Message::Stored(Heard::FoundElsewhere("{".to_owned())),
        Message::Stored(Heard::DurableRead(Ok(Some("{".to_owned())))),
    ]);
    device.take([
        Message::Stored(Heard::SetAside(Ok(()))),
        Message::Stored(Heard::SetAside(Ok(()))),
    ]);
    device.paste(&two());
    assert!(device.saved().is_some());
}

/// As the check's program does it: both stores are empty, so that was "Delete everything".
#[test]
fn a_chair_who_slept_through_a_deletion_does_not_write_comparisons_back() {
    let mut device = Device::new();
    device.paste(&two());
    let open = device.state.compare.open.expect("a comparison");
    let known = device.saved().map(str::to_owned);
    let number = device.state.store.number();
    device.take([
        Message::Stored(Heard::LocalSaved(number, Ok(()))),
        Message::Stored(Heard::DurableSaved(number, Ok(()))),
        Message::Stored(Heard::CameBack { known, found: None }),
        Message::Stored(Heard::DurableRead(Ok(None))),
    ]);
    assert!(device.state.folder.entries.is_empty());
    let told = Effect::Tell(partnership_health_check::app::Message::FolderDeleted);
    assert!(device.effects.contains(&told), "{:?}", device.effects);
    device.act(Act::Named(open, "Tea".to_owned()));
    let written = device.saved().is_some_and(|text| text.contains("\"link\""));
    assert!(!written, "the deleted comparison is written again");
}

#[test]
fn the_order_of_the_subjects_is_kept_and_takes_no_undo_away() {
    let mut device = Device::new();
    device.paste(&two());
    device.act(Act::Removed(device.partner(1)));
    device.act(Act::OrderChosen(true));
    assert!(device.comparison().by_difference);
    let mut later = Device::new();
    let text = device.saved().expect("kept").to_owned();
    later.take([Message::Stored(Heard::FoundElsewhere(text))]);
    assert!(later.comparison().by_difference);
    device.act(Act::UndoPressed);
    assert_eq!(device.comparison().partners.len(), 2, "the removal is taken back");
    assert!(device.comparison().by_difference, "and the order stays");
}
