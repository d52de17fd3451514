//! Random interleavings of two tabs and both stores, against what a person may rely on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use partnership_health_check::app::store::{Durable, Kept};
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use super::sample::Sample;
use super::world::{Mood, World};

#[derive(Clone, Debug)]
enum Step {
    Begin(usize),
    Write(usize, usize),
    Remove(usize, usize),
    DeleteAll(usize),
    WipeLocal,
    MinutesPass,
    Deliver(usize),
    Work(usize),
    Answer(usize),
    LosePatience(usize),
    Hang(bool),
    LocalFull(bool),
    DurableFull(bool),
    Sleep(usize),
    Wake(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..2usize;
    prop_oneof![
        4 => tab().prop_map(Step::Begin),
        8 => (tab(), 0..4usize).prop_map(|(tab, which)| Step::Write(tab, which)),
        1 => (tab(), 0..4usize).prop_map(|(tab, which)| Step::Remove(tab, which)),
        2 => tab().prop_map(Step::DeleteAll),
        1 => Just(Step::WipeLocal),
        1 => Just(Step::MinutesPass),
        8 => tab().prop_map(Step::Deliver),
        8 => tab().prop_map(Step::Work),
        8 => tab().prop_map(Step::Answer),
        1 => tab().prop_map(Step::LosePatience),
        1 => any::<bool>().prop_map(Step::Hang),
        1 => any::<bool>().prop_map(Step::LocalFull),
        1 => any::<bool>().prop_map(Step::DurableFull),
        1 => tab().prop_map(Step::Sleep),
        2 => tab().prop_map(Step::Wake),
    ]
}

/// What the tabs are opened on.
#[derive(Clone, Debug)]
struct Start {
    local: Mood,
    durable: Mood,
    /// Whether something is stored, and by how many changes `localStorage` is behind the durable store.
    stored: Option<usize>,
}

fn start() -> impl Strategy<Value = Start> {
    let moods = select(
        &[
            (Mood::Works, Mood::Works),
            (Mood::Works, Mood::Works),
            (Mood::Works, Mood::Refuses),
            (Mood::Refuses, Mood::Works),
        ][..],
    );
    let stored = proptest::option::of(select(&[0, 1, 5_000][..]));
    (moods, stored).prop_map(|((local, durable), stored)| Start {
        local,
        durable,
        stored,
    })
}

impl Start {
    fn open<T: Sample>(&self, person: &mut Person) -> World<T> {
        let (mut local, mut durable) = (None, None);
        if let Some(behind) = self.stored {
            let mut value = T::default();
            value.write(1, "old");
            local = Some(value.save()).filter(|_| self.local == Mood::Works);
            let mut word = "old".to_owned();
            if self.durable == Mood::Works {
                // The same word again would be no change.
                for left in (0..behind).rev() {
                    let new = if left % 2 == 0 { "new" } else { "newer" };
                    value.write(1, new);
                    new.clone_into(&mut word);
                }
                durable = Some(value.save());
            }
            person.there.insert(1, BTreeSet::from([word]));
            person.before = BTreeSet::from(["old", "new", "newer"].map(str::to_owned));
        }
        let mut world = World::open(local, durable, self.local, self.durable);
        // While one tab does not know the newer copy yet, no other one may spread it.
        world.tabs[1].asleep = self.is_behind();
        world
    }

    fn is_behind(&self) -> bool {
        self.stored.is_some_and(|behind| behind > 0)
    }
}

/// What the person did, as far as they may rely on it.
#[derive(Default)]
struct Person {
    next: u32,
    /// What is there: under each id the words of which one must be there at the end. There are several where both
    /// tabs wrote before either heard of the other.
    there: BTreeMap<u32, BTreeSet<String>>,
    /// Words that were in a store before the tabs were opened: any word written since counts as newer.
    before: BTreeSet<String>,
    gone: BTreeSet<u32>,
    /// What was begun in one tab while everything was being deleted in the other: it may stay or go.
    crossing: BTreeSet<u32>,
}

impl Person {
    fn word(&mut self) -> String {
        self.next += 1;
        format!("w{}", self.next)
    }

    /// Writes into a thing that the tab shows, or begins it.
    fn write<T: Sample>(&mut self, world: &mut World<T>, at: usize, id: u32) {
        let new = self.word();
        let mut seen = None;
        world.act(at, |value| {
            seen = value.ids().contains(&id).then(|| value.word(id));
            value.write(id, &new);
        });
        // Before the other tab has heard of a deletion it may write what was deleted, and then this is written again.
        if world.is_deleting() {
            for shown in world.tabs[at].value.ids() {
                if self.gone.remove(&shown) {
                    self.crossing.insert(shown);
                }
            }
        }
        if self.gone.remove(&id) || self.crossing.contains(&id) {
            self.crossing.insert(id);
            return;
        }
        if world.tabs[at].unheard || world.is_deleting() && world.local_mood != Mood::Works {
            self.there.remove(&id);
            self.crossing.insert(id);
            return;
        }
        let is_certain = !may_be_set_again(world, at);
        let words = self.there.entry(id).or_default();
        words.retain(|old| !(self.before.contains(old) || is_certain && seen.as_ref() == Some(old)));
        words.insert(new);
    }
}

/// Whether the other tab may set again what it wrote, because it does not know the durable copy yet, and has no way to
/// hear that this tab knew of it.
fn may_be_set_again<T: Sample>(world: &World<T>, at: usize) -> bool {
    world.local_mood != Mood::Works && world.tabs[1 - at].store.durable() != Durable::Ready
}

fn run<T: Sample>(start: &Start, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut person = Person::default();
    let mut world = start.open::<T>(&mut person);
    let mut log = String::new();
    for step in steps {
        let _ = writeln!(log, "{step:?}");
        play(&mut world, &mut person, start, step);
        for tab in &world.tabs {
            // Before a deletion is heard of, the tab cannot know.
            if tab.store.kept() == Kept::Saved && !tab.unheard && !tab.asleep {
                let stored = world.stored();
                let mut both = stored.clone();
                both.merge(tab.value.clone());
                for id in tab.value.ids().iter().filter(|id| person.there.contains_key(id)) {
                    prop_assert!(
                        stored.ids().contains(id) && stored.word(*id) == both.word(*id),
                        "{} is called saved\n{}",
                        id,
                        log
                    );
                }
            }
        }
    }
    if start.is_behind() {
        world.hangs = false;
        if world.tabs[0].asleep {
            world.finish_deleting();
            world.wake(0);
        }
        while world.work(0) | world.answer(0) {}
    }
    // There is room again, and each tab is used once more, so that it notices.
    world.local_mood = start.local;
    world.durable_mood = start.durable;
    world.settle();
    for at in [0, 1, 0, 1] {
        let id = person.next + 1_000;
        person.write(&mut world, at, id);
        world.settle();
    }
    // Without `localStorage` a tab hears of another one when it comes into view.
    for at in [0, 1] {
        world.sleep(at);
        world.settle();
    }

    let [one, two] = &world.tabs;
    prop_assert_eq!(
        one.value.save(),
        two.value.save(),
        "both tabs show the same\n{}",
        log
    );
    let here = BTreeSet::from_iter(one.value.ids());
    for id in person.there.keys() {
        prop_assert!(here.contains(id), "{} is lost\n{}", id, log);
    }
    for id in &here {
        prop_assert!(
            !person.gone.contains(id),
            "{} was deleted and is back\n{}",
            id,
            log
        );
    }
    for (id, words) in &person.there {
        prop_assert!(
            words.contains(&one.value.word(*id)),
            "{} is {}, none of {:?}\n{}",
            id,
            one.value.word(*id),
            words,
            log
        );
    }
    for (text, mood) in [(&world.local, start.local), (&world.durable, start.durable)] {
        if mood == Mood::Works {
            prop_assert_eq!(text, &Some(one.value.save()), "both stores have it\n{}", log);
        }
    }
    for tab in &world.tabs {
        prop_assert_eq!(tab.store.kept(), Kept::Saved, "{:?}\n{}", tab.store, log);
    }
    Ok(())
}

/// Whether the first tab knows the durable copy, and `localStorage` has all that it knows.
fn is_spread<T: Sample>(world: &World<T>) -> bool {
    let tab = &world.tabs[0];
    let has_all = |text: &String| *text == tab.value.save();
    tab.store.durable() == Durable::Ready && world.local.as_ref().is_none_or(has_all)
}

fn play<T: Sample>(world: &mut World<T>, person: &mut Person, start: &Start, step: &Step) {
    let awake = |world: &World<T>, at: usize| !world.tabs[at].asleep;
    // What another tab wrote is drawn before anything on the screen can be pressed.
    let chosen = |world: &mut World<T>, at: usize, which: usize| {
        world.look(at);
        world.tabs[at].value.ids().get(which).copied()
    };
    match *step {
        Step::Begin(at) if awake(world, at) => {
            let id = person.next + 1_000;
            person.write(world, at, id);
        }
        Step::Write(at, which) if awake(world, at) => {
            if let Some(id) = chosen(world, at, which) {
                person.write(world, at, id);
            }
        }
        Step::Remove(at, which) if awake(world, at) => {
            if let Some(id) = chosen(world, at, which) {
                let seen = BTreeSet::from([world.tabs[at].value.word(id)]);
                world.act(at, |value| value.remove(id));
                // What the other tab wrote meanwhile may bring it back.
                let is_last = person.there.remove(&id).is_none_or(|words| words == seen);
                if is_last && !may_be_set_again(world, at) {
                    person.gone.insert(id);
                } else {
                    person.crossing.insert(id);
                }
            }
        }
        // A tab in view hears of a deletion from `localStorage` alone.
        Step::DeleteAll(at) if awake(world, at) && (world.local.is_some() || !awake(world, 1 - at)) => {
            let mut here = world.stored();
            here.merge(world.tabs[at].value.clone());
            world.delete(at);
            let is_on_its_way = world.is_waiting(1 - at);
            for (id, words) in std::mem::take(&mut person.there) {
                if here.knows(id) {
                    person.gone.insert(id);
                } else if is_on_its_way {
                    person.crossing.insert(id);
                } else {
                    // Neither store took it: nobody can have deleted it.
                    person.there.insert(id, words);
                }
            }
        }
        // Somebody wipes what the other store has too, and keeps: nothing is said.
        Step::WipeLocal
            if !world.is_deleting()
                && world
                    .durable
                    .as_ref()
                    .is_some_and(|text| *text == world.stored().save()) =>
        {
            world.local = None;
        }
        Step::MinutesPass => world.let_minutes_pass(),
        Step::Deliver(at) if awake(world, at) => drop(world.deliver(at)),
        Step::Work(at) if awake(world, at) => drop(world.work(at)),
        Step::Answer(at) if awake(world, at) => drop(world.answer(at)),
        Step::LosePatience(at) if awake(world, at) => world.lose_patience(at),
        Step::Hang(hangs) => world.hangs = hangs,
        Step::LocalFull(full) if start.local == Mood::Works => {
            world.local_mood = if full { Mood::Full } else { Mood::Works };
        }
        Step::DurableFull(full) if start.durable == Mood::Works => {
            world.durable_mood = if full { Mood::Full } else { Mood::Works };
        }
        Step::Sleep(at) if awake(world, at) => world.sleep(at),
        // Going to another tab takes longer than an event or a save.
        Step::Wake(at) if !awake(world, at) && (at == 0 || !start.is_behind() || is_spread(world)) => {
            world.catch_up(1 - at);
            world.finish_deleting();
            world.wake(at);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(plays(400))]

    #[test]
    fn two_tabs_with_checks(start in start(), steps in vec(step(), 0..60)) {
        run::<Record>(&start, &steps)?;
    }

    #[test]
    fn two_tabs_with_comparisons(start in start(), steps in vec(step(), 0..60)) {
        run::<Folder>(&start, &steps)?;
    }
}

/// One play with both texts, in a browser that has both stores and nothing in them.
fn play_both(steps: &[Step]) -> TestCaseResult {
    let start = Start {
        local: Mood::Works,
        durable: Mood::Works,
        stored: None,
    };
    run::<Record>(&start, steps)?;
    run::<Folder>(&start, steps)
}

/// The durable copy is the newer one, and older than what this page has set.
#[test]
fn what_is_written_before_the_durable_copy_was_read_stays() -> TestCaseResult {
    let start = Start {
        local: Mood::Works,
        durable: Mood::Works,
        stored: Some(5_000),
    };
    run::<Record>(&start, &[Step::Write(0, 0)])?;
    run::<Folder>(&start, &[Step::Write(0, 0)])
}

#[test]
fn what_was_begun_while_nobody_knew_of_a_deletion_stays() -> TestCaseResult {
    use Step::{Begin, DeleteAll, Sleep, Wake};
    play_both(&[Begin(0), Sleep(1), DeleteAll(0), Wake(1), Begin(1), Begin(0)])
}

#[test]
fn a_second_deletion_that_was_not_heard_of_is_not_undone() -> TestCaseResult {
    use Step::{Answer, Begin, DeleteAll, Sleep, Wake, Work};
    play_both(&[
        Work(0),
        Begin(0),
        Answer(0),
        Sleep(0),
        DeleteAll(1),
        Wake(0),
        Work(0),
        Begin(0),
        Begin(1),
        Answer(0),
        DeleteAll(0),
    ])
}

#[test]
fn what_is_begun_while_the_durable_store_is_still_being_emptied_stays() -> TestCaseResult {
    use Step::{Answer, Begin, DeleteAll, Work};
    play_both(&[
        Work(0),
        Begin(0),
        Answer(0),
        DeleteAll(1),
        Begin(1),
        Begin(0),
        Work(0),
    ])
}

/// The browser was killed after "Delete everything", and `localStorage` has on the disk what was removed from it.
fn killed_after_a_deletion<T: Sample>(begins_again: bool) {
    let mut value = T::default();
    value.write(1, "old");
    let old = Some(value.save());
    let mut world = World::<T>::open(old.clone(), old.clone(), Mood::Works, Mood::Works);
    world.settle();
    world.delete(0);
    world.settle();
    if begins_again {
        world.act(0, |value| value.write(2, "new"));
        world.settle();
    }
    let mut world = World::<T>::open(old, world.durable.clone(), Mood::Works, Mood::Works);
    world.settle();
    let expected: &[u32] = if begins_again { &[2] } else { &[] };
    for tab in &world.tabs {
        assert_eq!(tab.value.ids(), expected);
    }
}

#[test]
fn a_browser_that_is_killed_after_a_deletion_brings_nothing_back() {
    for begins_again in [false, true] {
        killed_after_a_deletion::<Record>(begins_again);
        killed_after_a_deletion::<Folder>(begins_again);
    }
}
