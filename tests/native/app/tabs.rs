//! Two tabs on one device that change the same checks: simulated with `localStorage`, its events and the
//! durable store as browsers have them, in any order.

use std::collections::{BTreeMap, VecDeque};

use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, Task};
use partnership_health_check::app::{Effect, Message, Screen, State, update};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::formats::stored;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::select;

use super::support::{Device, quick_text, statement, today};

/// The answer with the highest revision that anybody gave to a statement of a check.
type Answers = BTreeMap<(u32, usize), (u32, Option<Response>)>;

/// What reaches a tab some time later.
enum News {
    Message(Message),
    Written(String),
}

struct Tab {
    state: State,
    /// What the tab last read or wrote in `localStorage`.
    known: Option<String>,
    news: VecDeque<News>,
}

/// A device with two tabs.
struct Tabs {
    both: Vec<Tab>,
    local: Option<String>,
    durable: Option<String>,
    saves: usize,
}

impl Tabs {
    /// Both tabs opened on a device with this text in both stores.
    fn open(text: Option<&str>) -> Self {
        let mut tabs = Self {
            both: Vec::new(),
            local: text.map(str::to_owned),
            durable: text.map(str::to_owned),
            saves: 0,
        };
        for seed in [1, 2] {
            let mut state = State::new(Texts::english());
            state.seed = seed;
            state.today = today();
            tabs.both.push(Tab {
                state,
                known: text.map(str::to_owned),
                news: VecDeque::new(),
            });
            let tab = tabs.both.len() - 1;
            let stored = tabs.local.clone();
            tabs.take(
                tab,
                Message::Started(Found {
                    stored,
                    ..Found::default()
                }),
            );
            let read = Message::Stored(Heard::DurableRead(Ok(tabs.durable.clone())));
            tabs.both[tab].news.push_back(News::Message(read));
        }
        tabs
    }

    /// Takes a message in, and what `localStorage` says at once.
    fn take(&mut self, tab: usize, message: Message) {
        let mut now = VecDeque::from([message]);
        while let Some(message) = now.pop_front() {
            for effect in update(&mut self.both[tab].state, message) {
                match effect {
                    Effect::Store(Task::Save {
                        text,
                        number,
                        durable,
                    }) => {
                        now.push_back(self.save(tab, text, number, durable));
                    }
                    Effect::Store(Task::SetAside(_)) => {
                        now.push_back(Message::Stored(Heard::SetAside(Ok(()))));
                    }
                    _ => {}
                }
            }
        }
    }

    /// As the door to the browser does it: what another tab wrote is taken in before anything is written.
    fn save(&mut self, tab: usize, text: String, number: u32, durable: bool) -> Message {
        if let Some(found) = self.local.clone()
            && self.both[tab].known.as_ref() != Some(&found)
        {
            self.both[tab].known = Some(found.clone());
            return Message::Stored(Heard::FoundElsewhere(found));
        }
        self.saves += 1;
        if self.local.as_ref() != Some(&text) {
            // The event reaches the other tab only, and only if the text is another one.
            self.both[1 - tab].news.push_back(News::Written(text.clone()));
        }
        self.local = Some(text.clone());
        self.both[tab].known = Some(text.clone());
        if durable {
            self.durable = Some(text);
            let saved = Message::Stored(Heard::DurableSaved(number, Ok(())));
            self.both[tab].news.push_back(News::Message(saved));
        }
        Message::Stored(Heard::LocalSaved(number, Ok(())))
    }

    /// Delivers the oldest news of a tab.
    fn deliver(&mut self, tab: usize) -> bool {
        match self.both[tab].news.pop_front() {
            Some(News::Message(message)) => self.take(tab, message),
            Some(News::Written(text)) => {
                self.both[tab].known = Some(text.clone());
                self.take(tab, Message::Stored(Heard::FoundElsewhere(text)));
            }
            None => return false,
        }
        true
    }

    /// Delivers everything; says how many saves that took.
    fn settle(&mut self) -> usize {
        let before = self.saves;
        for _ in 0..500 {
            if !(self.deliver(0) | self.deliver(1)) {
                return self.saves - before;
            }
        }
        panic!("the tabs answer each other without end");
    }

    fn text(&self, tab: usize) -> String {
        stored::save(&self.both[tab].state.record)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Answer(usize, &'static str, Option<Response>),
    Note(usize, String),
    Begin(usize),
    Next(usize),
    Finish(usize),
    Deliver(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..2usize;
    let response = proptest::option::weighted(0.8, select(&Response::ALL[..]));
    let id = select(&["A1.2", "A2.2", "V2"][..]);
    prop_oneof![
        8 => (tab.clone(), id, response).prop_map(|(tab, id, response)| Step::Answer(tab, id, response)),
        1 => (tab.clone(), "[a-c]{0,2}").prop_map(|(tab, text)| Step::Note(tab, text)),
        1 => tab.clone().prop_map(Step::Begin),
        1 => tab.clone().prop_map(Step::Next),
        1 => tab.clone().prop_map(Step::Finish),
        8 => tab.prop_map(Step::Deliver),
    ]
}

fn play(tabs: &mut Tabs, step: Step) {
    match step {
        Step::Answer(tab, id, response) => tabs.take(tab, Message::Answered(statement(id), response)),
        Step::Note(tab, text) => {
            let note = partnership_health_check::domain::check::NoteId::VALUE;
            tabs.take(tab, Message::NoteWritten(note, text));
        }
        Step::Begin(tab) => {
            tabs.take(tab, Message::FormChanged(Change::Length(Length::Quick)));
            tabs.take(tab, Message::FormChanged(Change::Kind(Kind::Other)));
            tabs.take(tab, Message::StartPressed);
        }
        Step::Next(tab) => tabs.take(tab, Message::NextPressed),
        Step::Finish(tab) => tabs.take(tab, Message::FinishPressed),
        Step::Deliver(tab) => {
            tabs.deliver(tab);
        }
    }
}

/// Remembers the newest answers that this tab knows.
fn note_down(tabs: &Tabs, newest: &mut Answers) {
    for tab in &tabs.both {
        for check in &tab.state.record.checks {
            for id in StatementId::all() {
                let field = check.responses[id.index()];
                let known = newest.entry((check.id, id.index())).or_insert((0, None));
                *known = (*known).max((field.revision, field.value));
            }
        }
    }
}

proptest! {
    #![proptest_config(plays(400))]

    /// However two tabs take turns: both end with the same checks, every answer is the newest one that was
    /// given, both stores hold it, both tabs say "Saved", and they do not answer each other for ever.
    #[test]
    fn no_newer_answer_is_lost(steps in vec(step(), 0..40), empty: bool, unlike: bool) {
        let mut text = quick_text("4", 2);
        if unlike {
            // Statements of another version come along, whatever their order.
            text = text.replace("\"A1.2\"", "\"Z2.1\":\"1@7\",\"Z1.1\":\"2@7\",\"A1.2\"");
        }
        let mut tabs = Tabs::open((!empty).then_some(&*text));
        let mut newest = Answers::new();
        for step in steps {
            play(&mut tabs, step);
            note_down(&tabs, &mut newest);
        }
        let saves = tabs.settle();
        prop_assert!(saves <= 60, "{} saves", saves);
        prop_assert_eq!(tabs.text(0), tabs.text(1));
        for ((check, statement), (_, value)) in newest {
            let check = tabs.both[0].state.record.check(check).expect("a check is never lost");
            prop_assert_eq!(check.responses[statement].value, value);
        }
        if tabs.saves > 0 {
            let written = stored::load(tabs.local.as_ref().expect("a text")).expect("ours").record;
            prop_assert_eq!(&written, &tabs.both[0].state.record);
            let durable = stored::load(tabs.durable.as_ref().expect("a text")).expect("ours").record;
            prop_assert_eq!(&durable, &tabs.both[0].state.record);
        }
        for tab in &tabs.both {
            // A tab that had nothing of its own to keep has nothing to say.
            let silent = tab.state.store.number() == 0 && tab.state.store.kept() == Kept::Nothing;
            prop_assert!(silent || tab.state.store.kept() == Kept::Saved, "{:?}", tab.state.store);
        }
        // Quiet means quiet.
        prop_assert_eq!(tabs.settle(), 0);
    }
}

#[test]
fn both_tabs_answers_are_kept_and_the_person_is_told() {
    let mut tabs = Tabs::open(Some(&quick_text("4", 2)));
    tabs.settle();
    tabs.take(0, Message::Answered(statement("A1.2"), Response::parse("1")));
    tabs.take(1, Message::Answered(statement("A2.2"), Response::parse("2")));
    tabs.settle();
    for tab in &tabs.both {
        let sheet = tab.state.check().expect("a check").sheet();
        assert_eq!(sheet.get(statement("A1.2")).map(Response::value), Some("1"));
        assert_eq!(sheet.get(statement("A2.2")).map(Response::value), Some("2"));
        assert!(tab.state.notices.contains(&Notice::ChangedElsewhere));
    }
}

#[test]
fn a_page_that_another_tab_took_out_of_the_check_gives_way_to_the_answers() {
    let mut device = Device::begun(Length::Full, Kind::Other, Side::First);
    let mut elsewhere = device.saved();
    device.take([Message::ChangePressed(12, None)]);
    let check = &mut elsewhere.checks[0];
    check.setup.revision = 900;
    check.setup.value.length = Length::Quick;
    device.take([Message::Stored(Heard::FoundElsewhere(stored::save(&elsewhere)))]);
    assert_eq!(*device.screen(), Screen::CheckAnswers);
    assert_eq!(
        device.gone_to().last(),
        Some(&"#answers"),
        "the address names what is shown"
    );
}

#[test]
fn moving_about_in_another_tab_is_no_news() {
    let mut tabs = Tabs::open(Some(&quick_text("4", 2)));
    tabs.settle();
    tabs.take(0, Message::CheckOpened(5));
    tabs.take(0, Message::NextPressed);
    tabs.settle();
    assert!(tabs.both[1].state.notices.is_empty());
    assert_eq!(tabs.text(0), tabs.text(1));
}

/// A release was put online between the opening of the two tabs: their texts differ for equal checks.
#[test]
fn tabs_of_two_releases_do_not_answer_each_other() {
    let mut device = Device::begun(
        Length::Quick,
        Kind::Other,
        partnership_health_check::domain::ids::Side::First,
    );
    device.answer("A1.2", "4").local(Ok(())).durable(Ok(()));
    let ours = stored::save(&device.state.record);
    let theirs = ours.replace(env!("CARGO_PKG_VERSION"), "9.9.9");
    assert_ne!(ours, theirs);
    device.take([Message::Stored(Heard::FoundElsewhere(theirs))]);
    assert!(device.effects.is_empty());
    assert_eq!(device.kept(), Kept::Saved);
}

/// Copies that know other statements, in another order, become the same text.
#[test]
fn unknown_statements_of_two_tabs_come_to_one_order() {
    let with = |unknown: &str| quick_text("4", 2).replace("\"A1.2\"", &[unknown, "\"A1.2\""].concat());
    let (one, other) = (with("\"Z2.1\":\"1@7\","), with("\"Z1.1\":\"1@7\","));
    let mut first = Device::with_stored(&one);
    let mut second = Device::with_stored(&other);
    first.take([
        Message::Stored(Heard::DurableRead(Ok(None))),
        Message::Stored(Heard::FoundElsewhere(other)),
    ]);
    second.take([
        Message::Stored(Heard::DurableRead(Ok(None))),
        Message::Stored(Heard::FoundElsewhere(one)),
    ]);
    assert_eq!(
        stored::save(&first.state.record),
        stored::save(&second.state.record)
    );
}

/// The save that came upon another tab's text is not made. If nothing is left to write, the person still
/// reads "Saved".
#[test]
fn a_save_that_came_upon_an_equal_text_is_answered() {
    let mut device = Device::begun(
        Length::Quick,
        Kind::Other,
        partnership_health_check::domain::ids::Side::First,
    );
    device.answer("A1.2", "4");
    let text = stored::save(&device.state.record);
    device.take([Message::Stored(Heard::FoundElsewhere(text))]);
    assert_eq!(device.saves().len(), 1);
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}
