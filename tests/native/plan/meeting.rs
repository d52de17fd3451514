//! The meeting: its pages, and time that is told by messages.

use partnership_health_check::app::chair::meeting::{Message as Turn, Subject};
use partnership_health_check::app::chair::{Effect, Message, compare, meeting};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::folder;
use partnership_health_check::present::chair::meeting::{Page, clock, meeting as present, time};

use super::support::{COMPARED, Table, comparison, summary, taken, topic};

/// A meeting with three things to talk about, so five pages.
fn begun() -> Table {
    let one = summary("5", &[], "norming");
    let two = summary("5", &[("A3.1", "1"), ("B2.1", "1")], "forming");
    Table::compare(Place::Meeting, vec![one, two])
}

fn turn(table: &mut Table, turns: impl IntoIterator<Item = Turn>) -> &mut Table {
    table.take(turns.into_iter().map(Message::Meeting))
}

fn page(table: &Table) -> Page {
    let (_, comparison) = table.state.comparison().expect("a comparison");
    present(Texts::english(), comparison, table.state.meeting.at).page
}

#[test]
fn pages_turn_one_at_a_time_and_stop_at_the_ends() {
    let mut table = begun();
    assert_eq!(
        meeting::pages(table.state.comparison().map(|(_, comparison)| comparison)).len(),
        5
    );
    assert_eq!(page(&table), Page::Rules);
    turn(&mut table, [Turn::Turned { on: false }]);
    assert_eq!(table.state.meeting.at, 0);
    assert_eq!(table.focus(), None, "nothing was turned");
    for name in ["Respect and independence", "Decisions", "Your stage"] {
        turn(&mut table, [Turn::Turned { on: true }]);
        let Page::Talk(item) = page(&table) else {
            panic!("not a thing to talk about")
        };
        assert_eq!(item.name, name);
        assert_eq!(table.focus(), Some("phc-title"));
    }
    turn(&mut table, [Turn::Turned { on: true }, Turn::Turned { on: true }]);
    assert_eq!((table.state.meeting.at, page(&table)), (4, Page::Plan));
    turn(&mut table, [Turn::Shown(Subject::Topic(topic("C1")))]);
    assert_eq!(table.state.meeting.at, 4, "nobody differs on it");
    assert_eq!(table.focus(), None);
    turn(&mut table, [Turn::Shown(Subject::Plan)]);
    assert_eq!(table.focus(), None, "it is on screen");
    turn(&mut table, [Turn::Shown(Subject::Topic(topic("B2")))]);
    assert_eq!(table.state.meeting.at, 2);
}

#[test]
fn time_is_counted_for_what_is_on_screen() {
    let mut table = begun();
    turn(
        &mut table,
        [
            Turn::Ticked(5),
            Turn::ClockPressed,
            // The count began long before the timer did.
            Turn::Ticked(1_000),
            Turn::Ticked(1_001),
            Turn::Ticked(1_062),
            Turn::Turned { on: true },
            Turn::Ticked(1_065),
        ],
    );
    assert_eq!(
        table.state.meeting.spent,
        [(Subject::Rules, 62), (Subject::Topic(topic("A3")), 3)]
    );
    assert_eq!(table.state.meeting.seconds(), 3);
    turn(&mut table, [Turn::ClockPressed, Turn::Ticked(2_000)]);
    assert!(table.effects.contains(&Effect::Clock(false)));
    assert_eq!(table.state.meeting.seconds(), 3, "stopped");
    turn(
        &mut table,
        [Turn::ClockPressed, Turn::Ticked(3_000), Turn::Ticked(3_001)],
    );
    assert_eq!(table.state.meeting.seconds(), 4, "the pause is not counted");
    turn(&mut table, [Turn::Ticked(7), Turn::Ticked(8)]);
    assert_eq!(
        table.state.meeting.seconds(),
        5,
        "a count that jumps back adds nothing"
    );
}

#[test]
fn the_clock_starts_only_when_asked_and_stops_when_the_screen_is_left() {
    let mut table = begun();
    turn(&mut table, [Turn::Turned { on: true }]);
    assert!(
        !table
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Clock(_)))
    );
    turn(
        &mut table,
        [Turn::ClockPressed, Turn::Ticked(1), Turn::Ticked(31)],
    );
    assert!(table.effects.contains(&Effect::Clock(true)));
    table.go(Place::Compare);
    assert!(table.effects.contains(&Effect::Clock(false)));
    table.go(Place::Meeting);
    assert!(!table.state.meeting.running);
    assert_eq!(
        (table.state.meeting.at, table.state.meeting.seconds()),
        (1, 30),
        "a look at the comparison loses neither place nor time"
    );
}

#[test]
fn another_comparison_is_another_meeting() {
    let mut table = begun();
    turn(&mut table, [Turn::Shown(Subject::Stage)]);
    table.go(Place::Compare);
    let other = comparison(vec![summary("5", &[], ""), summary("1", &[], "")]);
    table.state.folder.set(77, Item::Comparison(other));
    table.take([Message::Compare(compare::Message::Opened(77))]);
    table.go(Place::Meeting);
    assert_eq!(table.state.meeting.at, 0);
}

#[test]
fn time_is_told_in_minutes_and_only_when_asked() {
    let mut table = begun();
    turn(
        &mut table,
        [Turn::ClockPressed, Turn::Ticked(0), Turn::Ticked(59)],
    );
    assert_eq!(time(&table.state), "The timer is running.", "no tick is told");
    let mut asked = |seconds| {
        turn(&mut table, [Turn::Ticked(seconds), Turn::TimeAsked]);
        time(&table.state).trim_end().to_owned()
    };
    assert_eq!(asked(59), "Less than a minute on this.");
    assert_eq!(asked(60), "1 minute on this.");
    assert_eq!(asked(725), "12 minutes on this.");
    turn(&mut table, [Turn::Turned { on: true }]);
    assert_eq!(time(&table.state), "", "another thing, another time");
}

#[test]
fn each_answer_to_how_long_it_has_been_is_heard_once() {
    let mut table = begun();
    turn(
        &mut table,
        [
            Turn::ClockPressed,
            Turn::Ticked(0),
            Turn::Ticked(61),
            Turn::TimeAsked,
        ],
    );
    let told = time(&table.state);
    assert_eq!(told.trim_end(), "1 minute on this.");
    turn(&mut table, [Turn::Ticked(150)]);
    assert_eq!(time(&table.state), told, "nobody asked again");
    turn(&mut table, [Turn::TimeAsked, Turn::TimeAsked]);
    let told = time(&table.state);
    turn(&mut table, [Turn::TimeAsked]);
    assert_ne!(
        time(&table.state),
        told,
        "a live region says nothing of the same text"
    );
    assert_eq!(time(&table.state).trim_end(), told.trim_end());
    turn(&mut table, [Turn::ClockPressed]);
    assert_eq!(time(&table.state).trim_end(), "The timer has stopped.");
}

#[test]
fn what_was_said_stays_while_time_goes_by() {
    let mut table = begun();
    table.plan([taken("A1", "one")]);
    turn(&mut table, [Turn::ClockPressed]);
    table.plan([taken("A1", "two")]);
    let news = table.state.plan.news;
    assert!(news.is_some());
    turn(&mut table, [Turn::Ticked(1), Turn::Ticked(2)]);
    assert_eq!(table.state.plan.news, news);
}

#[test]
fn a_clock_reads_minutes_and_seconds() {
    assert_eq!(clock(0), "0:00");
    assert_eq!(clock(65), "1:05");
    assert_eq!(clock(3_599), "59:59");
    assert_eq!(clock(3_600), "60:00");
}

/// Another tab keeps these partners in the comparison that is open.
fn changed_elsewhere(table: &mut Table, partners: Vec<Summary>) {
    let mut elsewhere = table.state.folder.clone();
    elsewhere.set(COMPARED, Item::Comparison(comparison(partners)));
    table.take([Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere)))]);
}

#[test]
fn the_way_back_leads_on_after_another_tab_has_shortened_the_list() {
    let mut table = begun();
    turn(&mut table, [Turn::Shown(Subject::Plan)]);
    changed_elsewhere(&mut table, vec![summary("5", &[], "norming"); 2]);
    assert_eq!((table.state.meeting.at, page(&table)), (1, Page::Plan));
    turn(&mut table, [Turn::Turned { on: false }]);
    assert_eq!((table.state.meeting.at, page(&table)), (0, Page::Rules));
}

#[test]
fn what_is_talked_about_stays_on_screen_while_it_is_on_the_list() {
    let mut table = begun();
    turn(
        &mut table,
        [
            Turn::Shown(Subject::Topic(topic("B2"))),
            Turn::ClockPressed,
            Turn::Ticked(0),
            Turn::Ticked(30),
        ],
    );
    let one = summary("5", &[], "norming");
    // Nobody differs on what came before it.
    let other = summary("5", &[("B2.1", "1")], "forming");
    changed_elsewhere(&mut table, vec![one.clone(), other]);
    let state = &table.state.meeting;
    assert_eq!((state.on, state.at), (Subject::Topic(topic("B2")), 1));
    assert_eq!(state.seconds(), 30);
    // And now on nothing but the stage, which takes its place.
    changed_elsewhere(&mut table, vec![one, summary("5", &[], "forming")]);
    let state = &table.state.meeting;
    assert_eq!((state.on, state.at), (Subject::Stage, 1));
    assert_eq!(state.seconds(), 0, "the time was spent on something else");
}

#[test]
fn the_last_page_of_a_list_that_became_shorter_is_shown() {
    let ids = ["A1.1", "A2.1", "A3.1", "A4.1", "B1.1", "B2.1", "B3.1", "B4.1"];
    let apart: Vec<_> = ids.iter().map(|id| (*id, "1")).collect();
    let (one, two) = (summary("5", &[], "norming"), summary("5", &apart, "norming"));
    let mut table = Table::compare(Place::Meeting, vec![one.clone(), two]);
    let (_, comparison) = table.state.comparison().expect("a comparison");
    let last = *meeting::pages(Some(comparison)).last().expect("a page");
    turn(&mut table, [Turn::Shown(last)]);
    assert_eq!(table.state.meeting.at, 9);
    changed_elsewhere(&mut table, vec![one.clone(), one]);
    assert_eq!(
        (table.state.meeting.at, table.state.meeting.on),
        (1, Subject::Plan)
    );
}

/// The page may be loaded on this screen, before the comparison is read.
#[test]
fn a_meeting_whose_comparison_came_late_keeps_its_place() {
    let text = folder::save(&begun().state.folder);
    let mut table = Table::at(Place::Meeting);
    table.take([Message::Opened, Message::Stored(Heard::FoundElsewhere(text))]);
    turn(&mut table, [Turn::Turned { on: true }]);
    table.go(Place::Compare).go(Place::Meeting);
    assert_eq!(table.state.meeting.at, 1);
}

/// The comparison's first five subjects are the meeting's; the plan follows, and the others are for when there is time.
#[test]
fn a_meeting_is_for_five_subjects() {
    let ids = ["A1.1", "A2.1", "A3.1", "A4.1", "B1.1", "B2.1", "B3.1", "B4.1"];
    let apart: Vec<_> = ids.iter().map(|id| (*id, "1")).collect();
    let (one, two) = (summary("5", &[], "norming"), summary("5", &apart, "norming"));
    let table = Table::compare(Place::Meeting, vec![one, two]);
    let (_, comparison) = table.state.comparison().expect("a comparison");
    let pages = meeting::pages(Some(comparison));
    assert_eq!(pages.len(), 1 + 8 + 1);
    assert_eq!((pages[0], pages[6]), (Subject::Rules, Subject::Plan));
    let names = |at| {
        let meeting = present(Texts::english(), comparison, at);
        let place = partnership_health_check::present::chair::meeting::place(Texts::english(), &meeting);
        (meeting.talks.len(), meeting.rest.len(), place)
    };
    assert_eq!(names(5), (5, 3, "6 of 7".to_owned()));
    assert_eq!(names(6), (5, 3, "7 of 7".to_owned()));
    assert_eq!(names(7), (5, 3, "If there is time".to_owned()));
    let report =
        partnership_health_check::present::chair::comparison::report(Texts::english(), comparison, true);
    let talk = report.expect("a report").talk;
    for (at, item) in talk.iter().enumerate() {
        let page = if at < 5 { at + 1 } else { at + 2 };
        assert_eq!(pages[page], item.subject);
    }
}
