//! As a guest in somebody else's page: what the page is told, and what it has chosen beforehand.

use partnership_health_check::app::effect::Extent;
use partnership_health_check::app::form::{Change, Form};
use partnership_health_check::app::message::Found;
use partnership_health_check::app::state::Piece;
use partnership_health_check::app::status::Sheet;
use partnership_health_check::app::store::Heard;
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::formats::link;
use partnership_health_check::present::spoken;

use super::support::{Device, response, statement};

/// What the page was told by the last messages: the event, the statement, and the two counts.
fn told(device: &Device) -> Vec<(&'static str, &'static str, usize, usize)> {
    let events = device.effects.iter().filter_map(|effect| match effect {
        Effect::Tell(event) => Some((event.name, event.statement, event.answered, event.of)),
        _ => None,
    });
    events.collect()
}

fn guest(scores: bool) -> Device {
    let mut device = Device::new();
    device.state.guest = true;
    device.state.scores = scores;
    let early = [("kind", "grant"), ("length", "quick"), ("side", "second")];
    device.take([
        Message::Started(Found {
            early: early
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            ..Found::default()
        }),
        Message::Stored(Heard::DurableRead(Ok(None))),
    ]);
    device
}

#[test]
fn the_page_hears_what_happens_and_no_answer() {
    let mut device = guest(false);
    device.take([Message::StartPressed]);
    assert_eq!(told(&device), [("phc-start", "", 0, 0)]);
    device.take([Message::Answered(statement("A1.2"), Some(response("4")))]);
    assert_eq!(told(&device), [("phc-answer", "A1.2", 1, 13)]);
    device.take([Message::FinishPressed]);
    assert_eq!(told(&device), [("phc-finish", "", 1, 13)]);
    device.take([Message::Copied(false)]);
    assert_eq!(told(&device), []);
    device.take([Message::Copied(true)]);
    assert_eq!(told(&device), [("phc-share", "", 0, 0)]);
    device.take([
        Message::SheetClosed(Sheet::Closed),
        Message::SheetClosed(Sheet::Refused),
    ]);
    assert_eq!(told(&device), []);
    device.take([Message::SheetClosed(Sheet::Shared)]);
    assert_eq!(told(&device), [("phc-share", "", 0, 0)]);
    device.take([Message::DeletePressed, Message::DeleteConfirmed(Extent::Site)]);
    assert!(
        told(&device).contains(&("phc-delete", "all", 0, 0)),
        "{:?}",
        told(&device)
    );
}

#[test]
fn the_first_screen_comes_in_pieces() {
    let mut device = guest(false);
    assert_eq!(device.state.drawn, None);
    for piece in Piece::ALL {
        // The page comes into view again: nothing that has to do with pieces.
        device.take([Message::DayRead(device.state.today)]);
        assert!(!device.state.draws(piece));
        device.take([Message::TurnCame]);
        assert_eq!(device.state.drawn, Some(piece));
    }
    device.take([Message::TurnCame]);
    assert_eq!(device.state.drawn, Some(Piece::Foot));
    let mut device = Device::new();
    device.state.guest = true;
    device.take([Message::Started(Found {
        recovered: true,
        ..Found::default()
    })]);
    assert_eq!(
        device.state.drawn,
        Some(Piece::Foot),
        "After a failure the focus goes to what has to be there."
    );

    let mut own = Device::new();
    own.take([Message::Started(Found::default())]);
    assert_eq!(
        own.state.drawn,
        Some(Piece::Foot),
        "The own page's first screen stands there already."
    );
}

#[test]
fn the_page_hears_scores_only_where_it_may() {
    let mut device = guest(true);
    device.state.form.length = Length::Full;
    device.take([Message::StartPressed]);
    for id in ["A1.1", "A1.2", "A1.3"] {
        device.take([Message::Answered(statement(id), Some(response("4")))]);
    }
    device.take([Message::FinishPressed]);
    let scores = device.effects.iter().find_map(|effect| match effect {
        Effect::Tell(event) if event.name == "phc-finish" => Some(event.scores.clone()),
        _ => None,
    });
    let scores: serde_json::Value = serde_json::from_str(&scores.expect("an event")).expect("JSON");
    assert_eq!(scores["A1"], 75);
    assert!(scores["A2"].is_null() && scores["overall"].is_null() && scores["V"].is_null());
}

#[test]
fn a_quick_check_gives_no_scores_of_answers_that_it_does_not_ask() {
    let mut device = guest(true);
    device.state.form.length = Length::Full;
    device.take([Message::StartPressed]);
    for id in Length::Full.statements(Kind::Grant) {
        device.take([Message::Answered(id, Some(response("4")))]);
    }
    device.take([Message::LinkFollowed("setup")]);
    device.state.form.length = Length::Quick;
    device.take([Message::SetupPressed, Message::FinishPressed]);
    let scores = device.effects.iter().find_map(|effect| match effect {
        Effect::Tell(event) if event.name == "phc-finish" => Some(event.scores.clone()),
        _ => None,
    });
    let scores: serde_json::Value = serde_json::from_str(&scores.expect("an event")).expect("JSON");
    let numbers = scores.as_object().expect("an object").values();
    assert!(numbers.into_iter().all(serde_json::Value::is_null), "{scores}");
}

#[test]
fn the_own_page_tells_nobody() {
    let mut device = Device::fresh();
    device.take([
        Message::StartPressed,
        Message::DeletePressed,
        Message::DeleteConfirmed(Extent::Site),
        Message::Copied(true),
    ]);
    assert_eq!(told(&device), []);
}

#[test]
fn what_the_page_has_chosen_is_chosen_again_for_the_next_check() {
    let mut device = guest(false);
    let chosen = (Length::Quick, Some(Kind::Grant), Some(Side::Second));
    let form = |device: &Device| {
        let form = &device.state.form;
        (form.length, form.kind, form.side)
    };
    assert_eq!(form(&device), chosen);
    device.take([
        Message::FormChanged(Change::Sector(Sector::Charity)),
        Message::FormChanged(Change::Partnership("Riverside".to_owned())),
        Message::FormChanged(Change::Organisation("Alder".to_owned())),
        // For this check alone.
        Message::FormChanged(Change::Length(Length::Full)),
        Message::StartPressed,
    ]);
    let next = Form {
        length: Length::Quick,
        kind: Some(Kind::Grant),
        side: Some(Side::Second),
        sector: Some(Sector::Charity),
        partnership: "Riverside".to_owned(),
        organisation: "Alder".to_owned(),
    };
    assert_eq!(device.state.form, next, "after a check was begun");
    device.take([Message::DeletePressed, Message::DeleteConfirmed(Extent::Site)]);
    assert_eq!(form(&device), chosen, "after everything was deleted");
}

#[test]
fn a_length_that_the_page_has_chosen_counts_without_a_kind() {
    let mut device = Device::new();
    device.state.guest = true;
    device.take([Message::Started(Found {
        early: vec![("length".to_owned(), "quick".to_owned())],
        ..Found::default()
    })]);
    device.begin(Length::Full, Kind::Other, Side::First);
    let form = &device.state.form;
    assert_eq!((form.length, form.kind), (Length::Quick, None));
}

/// A page on which somebody may be reading something else keeps its place.
#[test]
fn only_the_own_page_leads_to_its_heading_when_the_program_arrives() {
    let leads = |guest, recovered, fragment: &str| {
        let mut device = Device::new();
        device.state.guest = guest;
        let fragment = fragment.to_owned();
        device.take([Message::Started(Found {
            fragment,
            recovered,
            ..Found::default()
        })]);
        let first = device.effects.contains(&Effect::ShowTop);
        device.take([Message::SecondModuleArrived(true)]);
        (first, device.effects.contains(&Effect::ShowTop))
    };
    assert_eq!(leads(false, false, "#privacy"), (true, true));
    assert_eq!(leads(false, false, ""), (false, false));
    assert_eq!(leads(true, false, "#privacy"), (false, false));
    assert_eq!(leads(true, true, "#privacy"), (true, false));
}

#[test]
fn words_of_the_page_come_with_the_second_module() {
    let mut device = guest(false);
    device.state.words = "partnership = alliance | nonsense = x".to_owned();
    assert!(device.state.waits_for_words());
    device.take([Message::SecondModuleArrived(true)]);
    let told = device.effects.iter().find_map(|effect| match effect {
        Effect::TellWords { name, faults } => Some((*name, faults.len())),
        _ => None,
    });
    assert_eq!(told, Some(("Alliance health check", 1)));
    assert!(!device.state.waits_for_words());
}

#[test]
fn a_page_that_is_known_by_its_fragment_keeps_it_in_links() {
    assert_eq!(
        link::at("https://a.example/", "phc=", "AB"),
        "https://a.example/#phc=AB"
    );
    assert_eq!(
        link::at("https://a.example/#/check?", "phc=", "AB"),
        "https://a.example/#/check?phc=AB"
    );
}

/// What stands on the first screen and at its foot is true where the program runs.
#[test]
fn the_promise_is_the_one_that_is_kept_here() {
    let words = |guest, scores| {
        let mut device = Device::new();
        (device.state.guest, device.state.scores) = (guest, scores);
        [spoken::promise(&device.state), spoken::sees(&device.state)]
    };
    assert!(words(false, false)[0].contains("Nothing is sent."));
    // Nobody has told a host's page of scores on the own page.
    assert_eq!(words(false, true), words(false, false));
    let [promise, sees] = words(true, false);
    assert!(promise.starts_with("This check sends nothing."), "{promise}");
    assert!(!sees.contains("Nobody"), "{sees}");
    let [promise, sees] = words(true, true);
    assert!(
        promise.starts_with("This website is told your scores."),
        "{promise}"
    );
    assert!(
        !promise.contains("nothing") && !sees.contains("Nobody"),
        "{promise} {sees}"
    );
}
