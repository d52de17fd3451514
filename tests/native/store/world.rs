//! A device with two tabs: `localStorage`, its events and the durable store as browsers have them, each answer as late as
//! one likes.

use std::collections::VecDeque;

use partnership_health_check::app::store::{
    Begun, Heard, LocalStore, SaveError, Store, Task, has_only_traces, traces,
};

use super::sample::Sample;

/// How a store takes what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    Works,
    Full,
    Refuses,
}

impl Mood {
    const fn writes(self) -> Result<(), SaveError> {
        match self {
            Self::Works => Ok(()),
            Self::Full => Err(SaveError::Full),
            Self::Refuses => Err(SaveError::Refused),
        }
    }
}

/// What another tab did to `localStorage`.
enum News {
    Written,
    Removed(String),
}

/// What the durable store has to do for a tab.
enum Job {
    Read,
    Save(u32, String),
    Remove,
    /// With what `localStorage` held then.
    DeleteAll(Option<String>),
}

pub(super) struct Tab<T> {
    pub(super) value: T,
    pub(super) store: Store<T>,
    /// What the tab last read or wrote in each store.
    known: Option<String>,
    known_durable: Option<String>,
    /// Whether the tab itself wrote what it last found in the durable store.
    is_ours: bool,
    news: VecDeque<News>,
    jobs: VecDeque<Job>,
    answers: VecDeque<Heard>,
    /// What the browser has said at once, and the program takes in when it has done all it was about to do.
    said: VecDeque<Heard>,
    pub(super) asleep: bool,
    /// Whether somebody deleted everything and this tab has not heard of it.
    pub(super) unheard: bool,
}

impl<T> Tab<T> {
    fn is_emptying(&self) -> bool {
        self.jobs.iter().any(|job| matches!(job, Job::DeleteAll(_)))
    }
}

pub(super) struct World<T> {
    pub(super) local: Option<String>,
    pub(super) durable: Option<String>,
    pub(super) local_mood: Mood,
    pub(super) durable_mood: Mood,
    /// The durable store does nothing.
    pub(super) hangs: bool,
    pub(super) tabs: [Tab<T>; 2],
}

impl<T: Sample> World<T> {
    /// A device with these texts, on which two tabs were opened. The durable store is still being read.
    pub(super) fn open(
        local: Option<String>,
        durable: Option<String>,
        local_mood: Mood,
        durable_mood: Mood,
    ) -> Self {
        let tab = || Tab {
            value: T::default(),
            store: Store::default(),
            known: local.clone(),
            known_durable: None,
            is_ours: false,
            news: VecDeque::new(),
            jobs: VecDeque::from([Job::Read]),
            answers: VecDeque::new(),
            said: VecDeque::new(),
            asleep: false,
            unheard: false,
        };
        let mut world = Self {
            tabs: [tab(), tab()],
            local,
            durable,
            local_mood,
            durable_mood,
            hangs: false,
        };
        for at in [0, 1] {
            let stored = world.read();
            let mut tasks = Vec::new();
            let tab = &mut world.tabs[at];
            tab.known.clone_from(&stored);
            let begun = Begun {
                local: if local_mood == Mood::Refuses {
                    LocalStore::Refused
                } else {
                    LocalStore::Usable
                },
                stored: stored.as_deref(),
                held: None,
            };
            tab.store.begin(&mut tab.value, begun, &mut tasks);
            world.perform(at, tasks);
            world.take_in(at);
        }
        world
    }

    fn read(&self) -> Option<String> {
        self.local.clone().filter(|_| self.local_mood != Mood::Refuses)
    }

    /// Writes or removes the text in `localStorage` for one tab and tells the other.
    fn set_local(&mut self, at: usize, text: Option<String>) {
        if self.local != text {
            let old = std::mem::replace(&mut self.local, text.clone());
            let news = match (text, old) {
                (Some(_), _) => News::Written,
                (None, Some(old)) => News::Removed(old),
                (None, None) => return,
            };
            self.tabs[1 - at].news.push_back(news);
        }
    }

    /// A tab takes in what the browser says, and what the browser says to what it then asks for.
    pub(super) fn hear(&mut self, at: usize, heard: Heard) {
        self.tabs[at].said.push_back(heard);
        self.take_in(at);
    }

    /// Before each thing that the browser says, the program looks for what another tab wrote.
    fn take_in(&mut self, at: usize) {
        while let Some(heard) = self.tabs[at].said.pop_front() {
            if let Some(news) = self.news(at) {
                self.tell(at, news);
            }
            self.tell(at, heard);
        }
    }

    fn tell(&mut self, at: usize, heard: Heard) {
        let mut tasks = Vec::new();
        let tab = &mut self.tabs[at];
        tab.store.hear(&mut tab.value, heard, &mut tasks);
        self.perform(at, tasks);
    }

    fn perform(&mut self, at: usize, tasks: Vec<Task>) {
        for task in tasks {
            match task {
                Task::Save {
                    text,
                    number,
                    durable,
                } => self.save(at, text, number, durable),
                Task::SetAside(_) => self.tabs[at].said.push_back(Heard::SetAside(Ok(()))),
                Task::ReadDurable => self.instead_of_saves(at, Job::Read),
                Task::Remove => {
                    if self.read().is_some() && self.read() == self.tabs[at].known {
                        self.set_local(at, None);
                        self.tabs[at].known = None;
                    }
                    self.instead_of_saves(at, Job::Remove);
                }
                Task::Hold(_) => {}
            }
        }
    }

    /// A save that has not begun gives way to what comes after it.
    fn instead_of_saves(&mut self, at: usize, job: Job) {
        let jobs = &mut self.tabs[at].jobs;
        jobs.retain(|job| !matches!(job, Job::Save(..)));
        jobs.push_back(job);
    }

    fn save(&mut self, at: usize, text: String, number: u32, durable: bool) {
        assert!(
            !self.tabs[at]
                .said
                .iter()
                .any(|said| matches!(said, Heard::FoundElsewhere(_))),
            "what another tab wrote is written over"
        );
        if let Some(found) = self.news(at) {
            return self.tabs[at].said.push_back(found);
        }
        let result = self.local_mood.writes();
        if result.is_ok() {
            self.tabs[at].known = Some(text.clone());
            self.set_local(at, Some(text.clone()));
        }
        if durable {
            self.instead_of_saves(at, Job::Save(number, text));
        }
        self.tabs[at].said.push_back(Heard::LocalSaved(number, result));
    }

    /// What another tab wrote to `localStorage`.
    fn news(&mut self, at: usize) -> Option<Heard> {
        let found = self.read()?;
        let tab = &mut self.tabs[at];
        (tab.known.as_ref() != Some(&found)).then(|| {
            tab.known = Some(found.clone());
            Heard::FoundElsewhere(found)
        })
    }

    /// Takes in what another tab wrote, if it did; says whether.
    pub(super) fn look(&mut self, at: usize) -> bool {
        let news = self.news(at);
        let is_news = news.is_some();
        self.tabs[at].said.extend(news);
        self.take_in(at);
        is_news
    }

    /// The person does something in a tab.
    pub(super) fn act(&mut self, at: usize, act: impl FnOnce(&mut T)) {
        self.look(at);
        let mut tasks = Vec::new();
        let tab = &mut self.tabs[at];
        act(&mut tab.value);
        tab.store.save(&tab.value, &mut tasks);
        self.perform(at, tasks);
        self.take_in(at);
    }

    /// "Delete everything".
    pub(super) fn delete(&mut self, at: usize) {
        self.look(at);
        let local = self.local.clone();
        self.set_local(at, None);
        let mut tasks = Vec::new();
        let tab = &mut self.tabs[at];
        tab.known = None;
        tab.unheard = false;
        self.instead_of_saves(at, Job::DeleteAll(local));
        let tab = &mut self.tabs[at];
        tab.store.delete(&mut tab.value, &mut tasks);
        self.perform(at, tasks);
        self.tabs[1 - at].unheard = true;
    }

    /// Whether a tab has not heard of a deletion yet, or the durable store is still to be emptied.
    pub(super) fn is_deleting(&self) -> bool {
        let waits = |tab: &Tab<T>| tab.news.iter().any(|news| matches!(news, News::Removed(_)));
        self.tabs
            .iter()
            .any(|tab| tab.unheard || waits(tab) || tab.is_emptying())
    }

    /// Whether a tab has asked the durable store for something and has no answer yet.
    pub(super) fn is_waiting(&self, at: usize) -> bool {
        !self.tabs[at].jobs.is_empty() || !self.tabs[at].answers.is_empty()
    }

    /// Empties the durable store where that was asked for, after what tabs asleep had asked for before.
    pub(super) fn finish_deleting(&mut self) {
        for at in [0, 1] {
            if self.tabs[at].asleep && self.tabs.iter().any(Tab::is_emptying) {
                self.hangs = false;
                while self.work(at) {}
            }
        }
        for at in [0, 1] {
            while self.tabs[at].is_emptying() {
                self.hangs = false;
                self.work(at);
            }
        }
    }

    /// Lets a tab in view hear all that the other one did, and finish what it is doing.
    pub(super) fn catch_up(&mut self, at: usize) {
        if !self.tabs[at].asleep {
            while self.deliver(at) {}
        }
        let hangs = std::mem::take(&mut self.hangs);
        while self.work(at) {}
        self.hangs = hangs;
    }

    /// Delivers the oldest event of `localStorage`.
    pub(super) fn deliver(&mut self, at: usize) -> bool {
        let Some(news) = self.tabs[at].news.pop_front() else {
            return false;
        };
        match news {
            // What was written may be gone again.
            News::Written => {
                self.look(at);
            }
            News::Removed(old) => {
                let found = self.read();
                let tab = &mut self.tabs[at];
                tab.unheard = false;
                tab.known.clone_from(&found);
                self.hear(
                    at,
                    Heard::Removed {
                        old: Some(old),
                        found,
                    },
                );
            }
        }
        true
    }

    /// Delivers the oldest answer of the durable store.
    pub(super) fn answer(&mut self, at: usize) -> bool {
        let answer = self.tabs[at].answers.pop_front();
        let heard = answer.map(|answer| self.hear(at, answer));
        heard.is_some()
    }

    /// The durable store does the next thing for a tab.
    pub(super) fn work(&mut self, at: usize) -> bool {
        if self.hangs {
            return false;
        }
        let Some(job) = self.tabs[at].jobs.pop_front() else {
            return false;
        };
        let refuses = self.durable_mood == Mood::Refuses;
        let tab = &mut self.tabs[at];
        let answer = match job {
            Job::Read if refuses => Heard::DurableRead(Err(SaveError::Refused)),
            Job::Read => {
                let is_done = |text: &String| self.local.is_none() && has_only_traces::<T>(text);
                let found = self.durable.clone().filter(|text| !is_done(text));
                tab.known_durable.clone_from(&found);
                tab.is_ours = false;
                Heard::DurableRead(Ok(found))
            }
            Job::Save(number, text) => match &self.durable {
                Some(found) if !refuses && tab.known_durable.as_ref() != Some(found) => {
                    tab.known_durable = Some(found.clone());
                    tab.is_ours = false;
                    tab.jobs.retain(|job| !matches!(job, Job::Save(..)));
                    // It is taken in before anything else is saved.
                    let found = Heard::DurableFound(number, found.clone());
                    if tab.asleep {
                        tab.answers.push_back(found);
                    } else {
                        self.hear(at, found);
                    }
                    return true;
                }
                _ => {
                    let result = self.durable_mood.writes();
                    if result.is_ok() {
                        tab.known_durable = Some(text.clone());
                        tab.is_ours = true;
                        self.durable = Some(text);
                    }
                    Heard::DurableSaved(number, result)
                }
            },
            Job::Remove => {
                if tab.is_ours && self.durable == tab.known_durable {
                    self.durable = None;
                }
                tab.known_durable = None;
                return true;
            }
            Job::DeleteAll(local) => {
                if self.durable_mood == Mood::Full {
                    // There is no room for traces.
                    self.durable = None;
                } else if !refuses {
                    let now = self.local.as_deref().filter(|_| self.local_mood != Mood::Refuses);
                    self.durable = traces::<T>(self.durable.as_deref(), local.as_deref(), now);
                }
                tab.known_durable = None;
                Heard::Emptied
            }
        };
        tab.answers.push_back(answer);
        true
    }

    /// The durable store has owed an answer for some seconds.
    pub(super) fn lose_patience(&mut self, at: usize) {
        if !self.tabs[at].jobs.is_empty() {
            self.hear(at, Heard::DurableSilent);
        }
    }

    /// Two minutes pass: who is awake has heard all, and traces are removed if there is nothing else.
    pub(super) fn let_minutes_pass(&mut self) {
        self.finish_deleting();
        for at in [0, 1] {
            self.catch_up(at);
        }
        if self.local.is_none() && self.durable.as_deref().is_some_and(has_only_traces::<T>) {
            self.durable = None;
        }
    }

    /// A tab is put to sleep: it has heard all so far, and hears nothing more. What it has asked the durable store for is
    /// done, unless that hangs.
    pub(super) fn sleep(&mut self, at: usize) {
        while self.deliver(at) | self.work(at) {}
        self.tabs[at].asleep = true;
    }

    /// It comes back into view, after what it missed.
    pub(super) fn wake(&mut self, at: usize) {
        let found = self.read();
        let tab = &mut self.tabs[at];
        tab.news.clear();
        tab.asleep = false;
        tab.unheard = false;
        let known = std::mem::replace(&mut tab.known, found.clone());
        self.hear(at, Heard::CameBack { known, found });
    }

    /// Lets everything happen that is still to come.
    pub(super) fn settle(&mut self) {
        self.hangs = false;
        self.finish_deleting();
        for at in [0, 1] {
            if self.tabs[at].asleep {
                self.catch_up(1 - at);
                self.wake(at);
            }
        }
        for _ in 0..400 {
            let mut busy = false;
            for at in [0, 1] {
                busy |= self.deliver(at) | self.work(at) | self.answer(at);
            }
            if !busy {
                return;
            }
        }
        panic!("the tabs answer each other without end");
    }

    /// Everything that is in the stores.
    pub(super) fn stored(&self) -> T {
        let mut all = T::default();
        for text in [&self.local, &self.durable].into_iter().flatten() {
            all.merge(T::load(text).expect("a text of ours").value);
        }
        all
    }
}
