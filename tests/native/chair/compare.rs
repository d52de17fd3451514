//! Partners come in, are named, grouped and taken out.

use itertools::Itertools as _;
use partnership_health_check::app::chair::compare::{Message as Act, Problem, Said, TextLine};
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::check::{Check, Revised};
use partnership_health_check::domain::comparison::{Comparison, MOST_PARTNERS};
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::folder;
use partnership_health_check::formats::link::{LinkError, in_letters};
use partnership_health_check::present::chair::compare::{own_checks, own_letters, taken_words};
use partnership_health_check::present::chair::comparison::people;

use super::support::{Device, TODAY, address, all, context, named, without_ids};

/// Breaks a text over two lines of a reply, as mail programs do.
fn quoted(text: &str) -> String {
    let (first, second) = text.split_at(45);
    format!("> {first}\n> {second}")
}

#[test]
fn a_long_text_is_read_as_it_is_pasted_with_what_stood_in_the_field() {
    let mut device = Device::new();
    let (one, two) = (all("4"), all("2"));
    device.act(Act::LinksWritten("not yet taken".to_owned()));
    let typed = address(&one);
    device.act(Act::LinksWritten(String::new()));
    device.act(Act::FilesRead(vec![typed, address(&two)]));
    assert_eq!(device.comparison().partners.len(), 2);
    assert_eq!(device.state.compare.typed, "");
}

#[test]
fn an_email_thread_brings_its_partners_in() {
    let mut device = Device::new();
    let (one, two, three) = (all("4"), all("2"), named(all("5"), "Tea for all"));
    let text = format!(
        "Dear Ann,\nhere is ours: <{}>.\n\nBest, Bo\n\n{}\n\nSee also https://example.org/#news\n\"{}\" thanks",
        address(&one),
        quoted(&address(&two)),
        address(&three),
    );
    device.paste(&text);
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!(taken.added, 3);
    assert!(taken.problems.is_empty(), "{taken:?}");
    let found: Vec<_> = device
        .comparison()
        .partners
        .iter()
        .map(|partner| partner.summary.clone())
        .collect();
    assert_eq!(found, [one, two, three]);
    assert_eq!(device.comparison().organisation_numbers().len(), 3);
    assert!(device.saved().is_some());
    assert_eq!(
        device.state.compare.typed, "",
        "the field is free for the next text"
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let mut device = Device::new();
    let good = address(&all("4"));
    let mut damaged = address(&all("3"));
    damaged.replace_range(40..41, if &damaged[40..41] == "A" { "B" } else { "A" });
    let cut = address(&all("2"));
    let cut = &cut[..cut.len() - 6];
    device.paste(&format!("{good}\n{damaged}\nnothing here\n{cut}\n"));
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!(taken.added, 1);
    assert_eq!(
        taken.problems,
        [
            Problem {
                place: TextLine { text: None, line: 2 },
                error: LinkError::Damaged
            },
            Problem {
                place: TextLine { text: None, line: 4 },
                error: LinkError::CutOff
            },
        ]
    );
}

/// The page lists two hundred; how many more there are is said.
#[test]
fn of_many_that_cannot_be_read_the_first_are_told_and_the_others_counted() {
    let mut device = Device::new();
    let cut = address(&all("2"));
    let cut = &cut[..cut.len() - 6];
    device.paste(&format!("{cut}\n").repeat(205));
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!((taken.problems.len(), taken.more_problems), (200, 5));
    assert!(taken.refused());
}

/// Each of them alone gives the page's title its "Error:".
#[test]
fn whatever_is_refused_is_an_error_of_the_page() {
    let cut = address(&all("2"));
    let cut = &cut[..cut.len() - 6];
    for text in [cut, "https://check.example/", "nothing here"] {
        let mut device = Device::new();
        device.paste(text);
        let taken = device.state.compare.taken.clone().expect("told");
        assert!(taken.refused(), "{text}");
        device.paste(&address(&all("4")));
        let taken = device.state.compare.taken.clone().expect("told");
        assert!(!taken.refused(), "{taken:?}");
    }
    let mut device = Device::new();
    device.act(Act::FilesRead(vec!["{ \"phc\": \"comparison\" }".to_owned()]));
    let taken = device.state.compare.taken.clone().expect("told");
    assert!(taken.refused() && taken.problems.is_empty(), "{taken:?}");
}

#[test]
fn each_of_several_texts_has_lines_of_its_own() {
    let mut device = Device::new();
    let cut = address(&all("2"));
    let cut = &cut[..cut.len() - 6];
    device.act(Act::FilesRead(vec![
        format!("one\ntwo\n{}", address(&all("4"))),
        format!("one\n{cut}"),
    ]));
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!(taken.added, 1);
    let problem = Problem {
        place: TextLine {
            text: Some(2),
            line: 2,
        },
        error: LinkError::CutOff,
    };
    assert_eq!(taken.problems, [problem]);
}

#[test]
fn the_same_summary_counts_once() {
    let mut device = Device::new();
    let one = address(&all("4"));
    device.paste(&format!(
        "{one}\nand again, lower down\n{one}\n{}",
        address(&all("2"))
    ));
    let taken = device.state.compare.taken.clone().expect("told");
    assert_eq!(device.comparison().partners.len(), 2);
    device.paste(&one);
    let again = device.state.compare.taken.clone().expect("told");
    assert_eq!((again.added, again.again, again.nothing), (0, 1, false));
    assert_eq!(device.comparison().partners.len(), 2);
    assert_eq!(taken.added, 2);
}

#[test]
fn people_of_one_organisation_have_one_vote() {
    let mut device = Device::new();
    let (ann, bo) = (named(all("4"), "Tea for all"), named(all("2"), "tea for ALL"));
    device.paste(&format!("{} {}", address(&ann), address(&bo)));
    assert_eq!(device.comparison().organisation_numbers(), [0, 1]);
    let question =
        "One person, shown apart as B, says they belong to Tea for all (A). Add them to the organisation?";
    assert_eq!(device.say_yes(), [question]);
    assert_eq!(device.comparison().organisation_numbers(), [0]);

    device.act(Act::Grouped(device.partner(1), None));
    assert_eq!(device.comparison().organisation_numbers(), [0, 1]);
    device.act(Act::Grouped(device.partner(1), Some(device.partner(0))));
    assert_eq!(device.comparison().organisation_numbers(), [0]);
}

#[test]
fn a_change_can_be_taken_back() {
    let mut device = Device::new();
    device.paste(&format!("{} {}", address(&all("4")), address(&all("2"))));
    let before = device.comparison().clone();
    device.act(Act::Removed(device.partner(0)));
    assert_eq!(device.comparison().partners.len(), 1);
    let told = Effect::Focus("phc-taken".to_owned());
    assert!(device.effects.contains(&told));
    assert_eq!(device.state.compare.said, Some(Said::Removed));
    device.act(Act::UndoPressed);
    assert_eq!(*device.comparison(), before);
    assert!(device.effects.contains(&told));
    assert_eq!(device.state.compare.said, Some(Said::Undone));

    device.act(Act::Renamed(device.partner(1), "  The   council ".to_owned()));
    assert_eq!(device.comparison().partners[1].label, "The council");
    device.act(Act::UndoPressed);
    assert_eq!(*device.comparison(), before);
}

#[test]
fn files_come_in_whole_or_not_at_all() {
    use partnership_health_check::formats::export::json;
    let mut device = Device::new();
    device.paste(&format!("{} {}", address(&all("4")), address(&all("2"))));
    let file = json::comparison(device.comparison(), true);
    let damaged = file.replacen("\"A1.1\":\"4\"", "\"A1.1\":\"5\"", 1);
    assert_ne!(file, damaged);

    let mut other = Device::new();
    other.act(Act::FilesRead(vec![damaged]));
    let taken = other.state.compare.taken.clone().expect("told");
    assert_eq!(taken.files.len(), 1);
    assert_eq!(taken.files[0].1.field, "partners[0].responses.A1.1");
    assert!(other.state.comparison().is_none(), "nothing of it came in");

    other.act(Act::FilesRead(vec![file, json::summary(&all("5"), None)]));
    assert_eq!(other.comparison().partners.len(), 3);
}

#[test]
fn a_text_without_links_says_so_and_changes_nothing() {
    let mut device = Device::new();
    device.paste("Dear all, the meeting is on Monday.");
    assert!(
        device
            .state
            .compare
            .taken
            .as_ref()
            .is_some_and(|taken| taken.nothing)
    );
    assert!(device.state.comparison().is_none());
    assert_eq!(
        device.saved(),
        None,
        "nothing is kept before there is something to keep"
    );
}

#[test]
fn more_than_fit_side_by_side_are_summed_up() {
    let mut device = Device::new();
    let mut text = String::new();
    for day in 0..250_u16 {
        let mut summary = all(if day % 2 == 0 { "5" } else { "3" });
        summary.day.0 -= day;
        text.push_str(&address(&summary));
        text.push('\n');
    }
    device.paste(&text);
    assert!(device.state.comparison().is_none(), "they are not kept");
    let many = device.state.compare.many.as_ref().expect("summed up");
    assert_eq!((many.summaries.len(), many.counted), (250, 250));
    for count in &many.counts {
        assert_eq!((count.scored, count.mean()), (250, Some(75)), "{:?}", count.topic);
        assert_eq!(count.bands, [0, 0, 125, 125]);
    }
    const { assert!(MOST_PARTNERS < 250) };
}

#[test]
fn a_comparison_opens_elsewhere_as_it_was_made() {
    let mut device = Device::new();
    let (one, two) = (named(all("4"), "Tea for all"), all("2"));
    device.paste(&format!("{} {}", address(&one), address(&two)));
    device.act(Act::ShareNamesChosen(true));
    device.act(Act::CopyPressed);
    let Some(Effect::Copy(link)) = device.effects.first().cloned() else {
        panic!("nothing was copied: {:?}", device.effects)
    };
    let fragment = link.strip_prefix("https://check.example/#").expect("our address");

    // The link is the first thing that is opened there, and no store has answered yet.
    let mut other = Device::at(Place::Received(fragment.to_owned()));
    let received = other
        .state
        .compare
        .received
        .clone()
        .expect("read")
        .expect("sound");
    let partners = without_ids(device.comparison().partners.clone());
    assert_eq!(received.partners, partners);
    assert_eq!(other.saved(), None, "opening a link keeps nothing");
    other.act(Act::KeepPressed);
    assert_eq!(without_ids(other.comparison().partners.clone()), partners);
    other.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    assert!(other.saved().is_some());
}

#[test]
fn names_stay_out_of_the_link_until_they_are_wanted() {
    let mut device = Device::new();
    device.paste(&format!(
        "{} {}",
        address(&named(all("4"), "Tea for all")),
        address(&all("2"))
    ));
    device.act(Act::Renamed(device.partner(1), "Secret council".to_owned()));
    device.act(Act::CopyPressed);
    let Some(Effect::Copy(link)) = device.effects.first().cloned() else {
        panic!("nothing was copied")
    };
    let fragment = link.split_once('#').expect("a fragment").1.to_owned();
    let mut other = Device::new();
    other.take([Message::ContextChanged(context(Place::Received(fragment)))]);
    let received = other
        .state
        .compare
        .received
        .clone()
        .expect("read")
        .expect("sound");
    for partner in &received.partners {
        assert_eq!(
            (partner.label.as_str(), partner.summary.organisation.as_str()),
            ("", "")
        );
    }
}

/// A device with an own check, finished today without any name.
fn with_own_check() -> Device {
    let mut device = Device::new();
    let mut check = Check::new(5, TODAY);
    check.finished = Revised {
        revision: 1,
        value: Some(TODAY),
    };
    let told = Context {
        record: Record {
            checks: vec![check],
            ..Record::default()
        },
        ..context(Place::Compare)
    };
    device.take([Message::ContextChanged(told)]);
    device
}

#[test]
fn the_own_check_is_known_among_partners_with_names_and_with_letters() {
    let mut device = with_own_check();
    device.paste(&address(&named(all("4"), "Alder")));
    assert_eq!(own_letters(&device.state), [""; 0]);
    let offered = |device: &Device| -> Vec<u32> {
        let checks = own_checks(&device.state).into_iter();
        checks.map(|(id, _)| id).collect()
    };
    assert_eq!(offered(&device), [5]);
    device.act(Act::OwnAdded(5));
    assert_eq!(own_letters(&device.state), ["B"]);
    assert_eq!(offered(&device), [0; 0], "it comes in once");
    // Letters are given by the answers.
    device.act(Act::NamesChosen(false));
    let own = own_letters(&device.state);
    let people = people(Texts::english(), &in_letters(device.comparison()), false);
    let blank: Vec<&str> = people
        .iter()
        .filter(|person| person.id == device.partner(1))
        .map(|person| &*person.letter)
        .collect();
    assert_eq!(own, blank);
    // Among others of one organisation a person is not told apart.
    device.act(Act::NamesChosen(true));
    let (first, own) = (device.partner(0), device.partner(1));
    device.act(Act::Grouped(own, Some(first)));
    assert_eq!(own_letters(&device.state), [""; 0]);
}

#[test]
fn a_full_comparison_says_that_it_takes_no_own_check() {
    let mut device = with_own_check();
    let links = (0..MOST_PARTNERS).map(|number| address(&named(all("4"), &number.to_string())));
    device.paste(&links.collect::<Vec<_>>().join("\n"));
    device.act(Act::OwnAdded(5));
    assert_eq!(device.comparison().partners.len(), MOST_PARTNERS);
    let taken = device.state.compare.taken.as_ref().expect("told");
    let [words] = &taken_words(Texts::english(), taken)[..] else {
        panic!("{taken:?}")
    };
    assert!(words.contains("This one is full"), "{words}");
}

/// Changes the comparison in another tab, whose text this tab finds before what is pressed here, as the browser does.
fn changed_elsewhere(device: &mut Device, change: impl FnOnce(&mut Comparison)) {
    let mut elsewhere = device.state.folder.clone();
    let id = device.state.compare.open.expect("a comparison");
    let mut comparison = device.comparison().clone();
    change(&mut comparison);
    elsewhere.set(id, Item::Comparison(comparison));
    device.take([Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere)))]);
}

fn three() -> (Device, [u32; 3]) {
    let mut device = Device::new();
    let people = ["Alder", "Birch", "Cedar"].map(|name| address(&named(all("4"), name)));
    device.paste(&people.join(" "));
    let ids = [0, 1, 2].map(|at| device.partner(at));
    (device, ids)
}

fn names(device: &Device) -> Vec<&str> {
    device.comparison().names()
}

#[test]
fn a_press_changes_the_partner_beside_whom_it_was_shown() {
    let (mut device, [alder, birch, cedar]) = three();
    changed_elsewhere(&mut device, |comparison| drop(comparison.partners.remove(0)));
    device.act(Act::Renamed(cedar, "Council".to_owned()));
    assert_eq!(names(&device), ["Birch", "Council"]);
    // Nobody is there to be removed, named, or joined.
    let before = device.comparison().clone();
    device.act(Act::Removed(alder));
    device.act(Act::Renamed(alder, "Nobody".to_owned()));
    device.act(Act::Grouped(alder, None));
    device.act(Act::Grouped(birch, Some(alder)));
    assert_eq!(*device.comparison(), before);
    device.act(Act::Removed(birch));
    assert_eq!(names(&device), ["Council"]);
}

#[test]
fn a_partner_joins_the_organisation_that_was_chosen() {
    let (mut device, [alder, birch, cedar]) = three();
    // In another tab the numbers of the organisations become others.
    changed_elsewhere(&mut device, |comparison| {
        for (partner, number) in comparison.partners.iter_mut().zip_eq([2, 1, 0]) {
            partner.organisation = number;
        }
    });
    device.act(Act::Grouped(birch, Some(cedar)));
    let number = |id| {
        let mut partners = device.comparison().partners.iter();
        partners
            .find(|partner| partner.id == id)
            .expect("a partner")
            .organisation
    };
    assert_eq!(number(birch), number(cedar));
    assert_ne!(number(birch), number(alder));
}

#[test]
fn each_partner_has_an_id_of_its_own() {
    let (mut device, [alder, ..]) = three();
    device.act(Act::Removed(alder));
    device.paste(&address(&named(all("2"), "Dogwood")));
    let ids: Vec<u32> = device
        .comparison()
        .partners
        .iter()
        .map(|partner| partner.id)
        .collect();
    assert!(!ids.contains(&alder), "an id is used once");
    assert!(Item::Comparison(device.comparison().clone()).is_numbered());
    // As only a file that was changed by hand has them.
    let mut item = Item::Comparison(device.comparison().clone());
    if let Item::Comparison(comparison) = &mut item {
        for (partner, id) in comparison.partners.iter_mut().zip_eq([7, 7, 0]) {
            partner.id = id;
        }
    }
    assert!(!item.is_numbered());
    let mut draws = [0, 7, 8, 8, 9].into_iter();
    item.number(|| draws.next().expect("enough"));
    assert!(item.is_numbered(), "{item:?}");
}

#[test]
fn a_cell_opens_its_row_at_the_organisations_answers() {
    let mut device = Device::new();
    device.paste(&[address(&all("5")), address(&all("2"))].join(" "));
    let topic = Topic::parse("B2").expect("a topic");
    for letter in ["B", "A"] {
        device.act(Act::CellPressed(topic, letter.to_owned()));
        assert_eq!(device.state.compare.opened, [topic], "opened once");
        assert_eq!(device.state.compare.cell, Some((topic, letter.to_owned())));
    }
    device.act(Act::RowToggled(topic));
    assert!(device.state.compare.opened.is_empty());
}
