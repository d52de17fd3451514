//! What two tabs and two stores must not do, one case each.

use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, LocalStore, SaveError, Task};
use partnership_health_check::app::{Effect, Message, State, update};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::ids::{Kind, StatementId};

/// A record with one quick check: its id, the answer to A1.2 and its revision, and ids that were removed.
fn text(id: u32, value: &str, revision: u32, removed: &[u32]) -> String {
    format!(
        r#"{{"phc":"stored","v":1,"written_by":"0.1.0","checks":[{{"id":{id},"started":20000,"setup":{{"at":1,"length":"quick","kind":"other","side":"first"}},"responses":{{"A1.2":"{value}@{revision}"}},"notes":{{}}}}],"removed":{removed:?}}}"#
    )
}

fn opened(stored: Option<&str>) -> State {
    let mut state = State::new(Texts::english());
    let found = Found {
        stored: stored.map(str::to_owned),
        ..Found::default()
    };
    update(&mut state, Message::Started(found));
    state
}

fn hear(state: &mut State, heard: Heard) -> Vec<Effect> {
    update(state, Message::Stored(heard))
}

#[test]
fn one_check_deleted_and_another_begun_elsewhere_is_no_delete_everything() {
    let one = text(5, "4", 3, &[]);
    let mut state = opened(Some(&one));
    hear(&mut state, Heard::DurableRead(Ok(Some(one.clone()))));
    let found = Some(text(9, "3", 4, &[5]));
    hear(
        &mut state,
        Heard::CameBack {
            known: Some(one),
            found,
        },
    );
    assert!(
        !state.notices.contains(&Notice::DeletedElsewhere),
        "{:?}",
        state.notices
    );
}

#[test]
fn an_answer_given_before_the_durable_store_was_read_stays() {
    let statement = StatementId::parse("A1.2").expect("id");
    for durable in [6, 1_000, 2_000, 4_000_000] {
        let mut state = opened(Some(&text(5, "2", 5, &[])));
        update(&mut state, Message::Answered(statement, Response::parse("5")));
        hear(
            &mut state,
            Heard::DurableRead(Ok(Some(text(5, "3", durable, &[])))),
        );
        let value = state.check().expect("check").responses[statement.index()].value;
        assert_eq!(value, Response::parse("5"), "durable copy at {durable}");
    }
}

/// A browser that is killed loses the last minute of `localStorage`.
#[test]
fn saved_is_said_only_once_the_durable_store_has_it() {
    let mut state = opened(None);
    hear(&mut state, Heard::DurableRead(Ok(None)));
    update(&mut state, Message::FormChanged(Change::Kind(Kind::Other)));
    update(&mut state, Message::StartPressed);
    let number = state.store.number();
    hear(&mut state, Heard::LocalSaved(number, Ok(())));
    assert_eq!(state.store.kept(), Kept::Pending);
    hear(&mut state, Heard::DurableSaved(number, Ok(())));
    assert_eq!(state.store.kept(), Kept::Saved);
}

#[test]
fn saved_is_said_where_the_durable_store_never_answers_and_a_late_answer_is_taken_in() {
    let mut state = opened(None);
    update(&mut state, Message::FormChanged(Change::Kind(Kind::Other)));
    update(&mut state, Message::StartPressed);
    let number = state.store.number();
    hear(&mut state, Heard::LocalSaved(number, Ok(())));
    assert_eq!(state.store.kept(), Kept::Pending);
    hear(&mut state, Heard::DurableSilent);
    assert_eq!(state.store.kept(), Kept::Saved);
    let effects = hear(&mut state, Heard::DurableRead(Ok(Some(text(5, "3", 4, &[])))));
    assert!(state.record.check(5).is_some());
    assert!(matches!(
        effects[..],
        [Effect::Store(Task::Save { durable: true, .. })]
    ));
}

/// Only the durable store knows whether what is missing was deleted; while it is silent nothing is called saved or deleted.
#[test]
fn what_is_missing_in_one_store_is_not_called_deleted_while_the_other_is_silent() {
    let one = text(5, "3", 4, &[]);
    let mut state = opened(Some(&one));
    hear(&mut state, Heard::DurableRead(Ok(Some(one.clone()))));
    let gone = Heard::CameBack {
        known: Some(one.clone()),
        found: None,
    };
    hear(&mut state, gone);
    hear(&mut state, Heard::DurableSilent);
    assert_eq!(state.store.kept(), Kept::Not(SaveError::Refused));
    assert!(state.record.check(5).is_some());
    assert!(!state.notices.contains(&Notice::DeletedElsewhere));
    // It answers after all, and has the check: nobody pressed "Delete everything".
    let effects = hear(&mut state, Heard::DurableRead(Ok(Some(one))));
    assert!(state.record.check(5).is_some());
    assert!(matches!(
        effects[..],
        [Effect::Store(Task::Save { durable: true, .. })]
    ));
}

#[test]
fn saved_never_stands_beside_the_notice_that_nothing_is_kept() {
    let mut state = State::new(Texts::english());
    let found = Found {
        local: LocalStore::Refused,
        ..Found::default()
    };
    update(&mut state, Message::Started(found));
    hear(&mut state, Heard::DurableRead(Err(SaveError::Refused)));
    update(&mut state, Message::SecondModuleArrived(false));
    assert!(state.notices.contains(&Notice::StorageOff));
    update(&mut state, Message::SecondModuleWanted);
    hear(&mut state, Heard::DurableRead(Ok(Some(text(5, "4", 2, &[])))));
    let number = state.store.number();
    hear(&mut state, Heard::LocalSaved(number, Err(SaveError::Refused)));
    hear(&mut state, Heard::DurableSaved(number, Ok(())));
    assert_eq!(state.store.kept(), Kept::Saved);
    assert!(state.notices.is_empty(), "{:?}", state.notices);
}
