//! Every screen in the states that look different, by name.

use partnership_health_check::app::effect::Extent;
use partnership_health_check::app::file::{File, Kind as FileKind};
use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::screen::Info;
use partnership_health_check::app::state::Piece;
use partnership_health_check::app::store::{Heard, SaveError, Store};
use partnership_health_check::app::{Message, Screen, State, update};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::NoteId;
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::extra::{self, Extra};
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::name::clean_statement;
use partnership_health_check::formats::link;

/// What the person typed: shown as it is in every language.
pub(crate) const PARTNERSHIP: &str = "Tea <b>&</b> \"cake\"";
pub(crate) const ORGANISATION: &str = "javascript:alert(1)";
pub(crate) const NOTE: &str = "They never came.";
pub(crate) const ADDRESS: &str = "chair@example.org";

/// A named state.
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) state: State,
}

fn fresh(texts: Texts) -> State {
    let mut state = State::new(texts);
    state.address.push_str("https://check.example/");
    state.today = Day::from_date(Date {
        year: 2026,
        month: 11,
        day: 22,
    })
    .expect("a date");
    state.seed = 7;
    after(
        state,
        [
            Message::Started(Found::default()),
            Message::Stored(Heard::DurableRead(Ok(None))),
        ],
    )
}

fn after(mut state: State, messages: impl IntoIterator<Item = Message>) -> State {
    for message in messages {
        update(&mut state, message);
    }
    state
}

fn begun(texts: Texts, length: Length, kind: Kind, side: Side) -> State {
    after(
        fresh(texts),
        [
            Message::FormChanged(Change::Length(length)),
            Message::FormChanged(Change::Kind(kind)),
            Message::FormChanged(Change::Side(side)),
            Message::StartPressed,
        ],
    )
}

/// A check with names and a sector.
fn named(texts: Texts, length: Length, kind: Kind) -> State {
    after(
        fresh(texts),
        [
            Message::FormChanged(Change::Length(length)),
            Message::FormChanged(Change::Kind(kind)),
            Message::FormChanged(Change::Side(Side::Second)),
            Message::FormChanged(Change::Sector(Sector::Charity)),
            Message::FormChanged(Change::Partnership(PARTNERSHIP.to_owned())),
            Message::FormChanged(Change::Organisation(ORGANISATION.to_owned())),
            Message::StartPressed,
        ],
    )
}

/// Answers the statements of the open check in turn with these values; an empty one leaves a blank.
fn answered(state: State, values: &[&str]) -> State {
    let statements = state.check().expect("a check").statements();
    let answers: Vec<_> = statements
        .into_iter()
        .zip(values.iter().cycle())
        .map(|(statement, value)| Message::Answered(statement, Response::parse(value)))
        .collect();
    after(state, answers)
}

fn noted(state: State) -> State {
    let note = NoteId::parse("A1").expect("a note");
    after(state, [Message::NoteWritten(note, NOTE.to_owned())])
}

fn finished(state: State) -> State {
    after(state, [Message::FinishPressed])
}

/// A finished full check of which every part of the result has something to say.
fn mixed(texts: Texts) -> State {
    let values = [
        "1", "2", "2", "5", "5", "5", "3", "4", "3", "dk", "dk", "4", "na", "", "5", "4", "4",
    ];
    let state = noted(answered(named(texts, Length::Full, Kind::Grant), &values));
    finished(after(
        state,
        [Message::StageChosen(StageChoice::parse("performing"))],
    ))
}

fn quick(texts: Texts) -> State {
    finished(answered(
        named(texts, Length::Quick, Kind::Other),
        &["2", "5", "dk", "4", ""],
    ))
}

fn saved(state: State) -> State {
    let number = state.store.number();
    after(
        state,
        [
            Message::Stored(Heard::LocalSaved(number, Ok(()))),
            Message::Stored(Heard::DurableSaved(number, Ok(()))),
        ],
    )
}

/// The reader of this state's link, who has answers of their own.
fn reader_of(state: &State) -> State {
    let link = state.link().expect("a link");
    let (_, fragment) = link.split_once('#').expect("a fragment");
    let own = begun(state.texts, Length::Quick, Kind::Other, Side::First);
    after(own, [Message::FragmentChanged(["#", fragment].concat(), None)])
}

fn ticked(state: State) -> State {
    after(
        state,
        [
            Message::SharePartnershipChosen(true),
            Message::ShareOrganisationChosen(true),
        ],
    )
}

/// Opens a screen of ours.
fn at(state: State, fragment: &'static str) -> State {
    after(state, [Message::LinkFollowed(fragment)])
}

/// Every screen in this language.
pub(crate) fn examples(texts: Texts) -> Vec<Example> {
    [
        starting(texts),
        asking(texts),
        results(texts),
        shared(texts),
        invited(texts),
        guests(texts),
        others(texts),
    ]
    .into_iter()
    .flatten()
    .map(|(name, state)| Example {
        name: name.to_owned(),
        state,
    })
    .collect()
}

/// The screens that are drawn before the second module is here.
pub(crate) fn early(texts: Texts) -> Vec<Example> {
    [starting(texts), asking(texts), guests(texts), others(texts)]
        .into_iter()
        .flatten()
        .filter(|(_, state)| matches!(state.screen, Screen::Start | Screen::Questions(_)))
        .map(|(name, state)| Example {
            name: name.to_owned(),
            state,
        })
        .collect()
}

/// A later screen while its module has not come yet, and when it does not come.
pub(crate) fn waiting(texts: Texts) -> Vec<Example> {
    let waiting = at(begun(texts, Length::Quick, Kind::Other, Side::First), "answers");
    let failed = after(waiting.clone(), [Message::SecondModuleArrived(false)]);
    [("waiting", waiting), ("waiting-failed", failed)]
        .into_iter()
        .map(|(name, state)| Example {
            name: name.to_owned(),
            state,
        })
        .collect()
}

type Named = (&'static str, State);

fn kind(kind: Kind) -> Message {
    Message::FormChanged(Change::Kind(kind))
}

fn starting(texts: Texts) -> Vec<Named> {
    let again = at(quick(texts), "start");
    let again = after(again, [kind(Kind::Other), Message::StartPressed]);
    let setup = || at(named(texts, Length::Full, Kind::Grant), "setup");
    let without_side = [kind(Kind::Prime), Message::SetupPressed];
    vec![
        ("start", fresh(texts)),
        (
            "start-kind-chosen",
            after(fresh(texts), [kind(Kind::Commissioning)]),
        ),
        ("start-without-kind", after(fresh(texts), [Message::StartPressed])),
        (
            "start-without-side",
            after(fresh(texts), [kind(Kind::Grant), Message::StartPressed]),
        ),
        ("start-again", at(again, "start")),
        ("setup", setup()),
        ("setup-without-side", after(setup(), without_side)),
    ]
}

fn asking(texts: Texts) -> Vec<Named> {
    let full = || begun(texts, Length::Full, Kind::Grant, Side::Second);
    let stage = after(full(), [Message::StageChosen(StageChoice::parse("storming"))]);
    let quick = || begun(texts, Length::Quick, Kind::Other, Side::First);
    let some = noted(answered(
        named(texts, Length::Full, Kind::Prime),
        &["4", "5", "dk"],
    ));
    let some = after(some, [Message::StageChosen(Some(StageChoice::NotSure))]);
    vec![
        ("questions", full()),
        (
            "questions-answered",
            saved(noted(answered(full(), &["4", "dk", ""]))),
        ),
        (
            "questions-value",
            after(full(), [Message::ChangePressed(13, None)]),
        ),
        (
            "questions-pairs",
            after(full(), [Message::ChangePressed(14, None)]),
        ),
        (
            "questions-stage",
            after(full(), [Message::ChangePressed(16, None)]),
        ),
        (
            "questions-stage-chosen",
            after(stage, [Message::ChangePressed(16, None)]),
        ),
        ("questions-quick", quick()),
        (
            "questions-quick-last",
            after(quick(), [Message::ChangePressed(2, None)]),
        ),
        ("answers-none", at(full(), "answers")),
        ("answers", at(some, "answers")),
    ]
}

fn results(texts: Texts) -> Vec<Named> {
    let other = || begun(texts, Length::Full, Kind::Other, Side::First);
    let mut with_sheet = at(ticked(mixed(texts)), "share");
    with_sheet.has_sheet = true;
    vec![
        ("result", mixed(texts)),
        ("result-strong", finished(answered(other(), &["5"]))),
        ("result-weak", finished(answered(other(), &["1"]))),
        ("result-nothing-known", finished(other())),
        ("result-quick", quick(texts)),
        (
            "result-not-copied",
            after(quick(texts), [Message::CopyPressed, Message::Copied(false)]),
        ),
        ("share", at(finished(other()), "share")),
        (
            "share-with-names",
            after(with_sheet, [Message::CopyPressed, Message::Copied(true)]),
        ),
    ]
}

fn shared(texts: Texts) -> Vec<Named> {
    let opened = |fragment: &str| {
        after(
            fresh(texts),
            [Message::FragmentChanged(fragment.to_owned(), None)],
        )
    };
    vec![
        ("shared", reader_of(&mixed(texts))),
        ("shared-with-names", reader_of(&ticked(quick(texts)))),
        ("shared-cut-off", opened("#phc=")),
        ("shared-not-a-link", opened("#phc=%C3%A9")),
        ("shared-damaged", opened("#phc=AQGKBRwKqmlbVYAAdHcpbg")),
    ]
}

/// Statements that a chair wrote.
pub(crate) fn statements() -> Extra {
    let statements = [PARTNERSHIP, ORGANISATION, NOTE];
    Extra::new(statements.map(|text| clean_statement(text).text).to_vec()).expect("a set")
}

/// Opens an invitation.
fn opened_by(state: State, invitation: &Invitation) -> State {
    let payload = link::encode_invitation(invitation);
    let fragment = ["#", link::INVITATION_PREFIX, &payload].concat();
    after(state, [Message::FragmentChanged(fragment, None)])
}

/// A partner who opened an invitation, and what it leads to.
fn invited(texts: Texts) -> Vec<Named> {
    let day = |day| {
        Day::from_date(Date {
            year: 2026,
            month: 11,
            day,
        })
    };
    let invitation = |reply_by| Invitation {
        partnership: PARTNERSHIP.to_owned(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by,
        reply_to: ADDRESS.to_owned(),
        extra: None,
    };
    let own = Invitation {
        extra: Some(statements()),
        length: Length::Full,
        ..invitation(day(30))
    };
    let opened = |state: State, reply_by| opened_by(state, &invitation(reply_by));
    let begun_own = || {
        let said = Message::FormChanged(Change::Side(Side::Second));
        let opened = opened_by(fresh(texts), &own);
        after(opened, [said, Message::InvitedPressed])
    };
    let answered_own = || {
        let response = |value| Message::ExtraAnswered(value, Response::ALL.get(value * 5).copied());
        finished(after(
            answered(begun_own(), &["4", "2", "5"]),
            [response(0), response(1)],
        ))
    };
    let known = answered_own();
    let unknown = reader_of(&known);
    let opened_page = |state, page| after(state, [Message::ChangePressed(page, None)]);
    let start = || -> Message { Message::InvitedPressed };
    let side = || Message::FormChanged(Change::Side(Side::Second));
    let begun = || after(opened(fresh(texts), day(30)), [side(), start()]);
    let done = finished(answered(begun(), &["4", "2", "5"]));
    vec![
        ("invited", opened(fresh(texts), day(30))),
        (
            "invited-without-side",
            after(opened(quick(texts), day(21)), [start()]),
        ),
        ("invited-again", opened(begun(), day(30))),
        (
            "invited-damaged",
            after(
                fresh(texts),
                [Message::FragmentChanged("#phc-invite=AQGA".to_owned(), None)],
            ),
        ),
        ("invited-statements", opened_by(fresh(texts), &own)),
        ("questions-statements", opened_page(begun_own(), 16)),
        ("answers-statements", at(begun_own(), "answers")),
        ("result-statements", known.clone()),
        ("share-statements", at(known, "share")),
        ("shared-statements", unknown),
        ("invited-result", done.clone()),
        ("invited-share", at(done, "share")),
    ]
}

/// The check in somebody else's page, with its own words there, and where that page is told scores.
fn guests(texts: Texts) -> Vec<Named> {
    let guest = |scores| {
        let mut state = State::new(texts);
        (state.guest, state.scores) = (true, scores);
        let turns = Piece::ALL.map(|_| Message::TurnCame);
        let begun = [
            Message::Started(Found::default()),
            Message::Stored(Heard::DurableRead(Ok(None))),
        ];
        after(state, begun.into_iter().chain(turns))
    };
    vec![
        ("guest-start", guest(false)),
        ("guest-privacy", at(guest(false), "privacy")),
        ("guest-scores-start", guest(true)),
        ("guest-scores-privacy", at(guest(true), "privacy")),
    ]
}

fn others(texts: Texts) -> Vec<Named> {
    let privacy = || at(quick(texts), "privacy");
    let full = begun(texts, Length::Quick, Kind::Other, Side::First);
    let number = full.store.number();
    let error = Err(SaveError::Full);
    let full = after(
        full,
        [
            Message::Stored(Heard::LocalSaved(number, error)),
            Message::Stored(Heard::DurableSaved(number, error)),
        ],
    );
    let mut named = vec![
        ("privacy-with-answers", privacy()),
        ("privacy-sure", after(privacy(), [Message::DeletePressed])),
        (
            "privacy-others",
            after(privacy(), [Message::DeletePressed, Message::OthersFound]),
        ),
        (
            "deleted",
            after(
                privacy(),
                [
                    Message::DeleteConfirmed(Extent::Check),
                    Message::Stored(Heard::Emptied),
                ],
            ),
        ),
        ("notices", notices(texts)),
        ("not-saved", full),
    ];
    named.extend(Info::ALL.map(|page| (page.fragment(), at(fresh(texts), page.fragment()))));
    named
}

/// Every notice at once.
fn notices(texts: Texts) -> State {
    let mut state = fresh(texts);
    state.store = Store::with_aside(vec!["nonsense".to_owned()]);
    state.notices = vec![
        Notice::Recovered,
        Notice::StorageOff,
        Notice::StorageFull,
        Notice::Unreadable,
        Notice::NewerVersion,
        Notice::Beside,
        Notice::UnknownStatements(2),
        Notice::OutOfRange(3),
        Notice::ChangedElsewhere,
        Notice::DeletedElsewhere,
        Notice::CheckDeleted,
        Notice::Deleted,
        Notice::DeletionUnsure,
        Notice::NameShortened,
        Notice::NoteShortened,
        Notice::NotPrinted,
    ];
    state.handed = Some(File::new("checks", FileKind::Json, "{}".to_owned()));
    state
}

/// Every page of questions of every length, kind and side, without an answer.
pub(crate) fn unanswered(texts: Texts) -> Vec<Example> {
    let mut examples = Vec::new();
    for length in Length::ALL {
        for kind in Kind::ALL {
            for side in Side::ALL {
                let state = begun(texts, length, kind, side);
                for page in 0..state.pages().len() {
                    examples.push(Example {
                        name: format!("{length:?} {kind:?} {side:?} page {}", page + 1),
                        state: after(state.clone(), [Message::ChangePressed(page, None)]),
                    });
                }
            }
        }
    }
    examples
}

/// Whether this is the name of a statement's radio buttons.
pub(crate) fn is_statement(name: &str) -> bool {
    StatementId::parse(name).is_some() || extra::position(name).is_some()
}
