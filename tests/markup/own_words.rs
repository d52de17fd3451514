//! Screens in a website's own words: they say so, what has to stay does, and nothing of them is markup.

use std::collections::BTreeMap;

use partnership_health_check::app::chair::builder::{Change, Message as Builder};
use partnership_health_check::app::chair::{Message as Chair, update as chair_update};
use partnership_health_check::app::message::Found;
use partnership_health_check::app::{Effect, Message, State, update};
use partnership_health_check::content::{LANGUAGES, Texts, keys};
use partnership_health_check::present::chair::looks::said as said_by;
use partnership_health_check::present::own_words::said;
use partnership_health_check::views::markup;

use crate::chair;
use crate::early::markup_without_second;
use crate::examples::{early, examples};
use crate::golden;
use crate::html::parse;

const WORDS: &str = "partnership = alliance | partnerships = alliances | grant-maker = funder | \
    organisation = <i>group</i> | Shared purpose = Our common aim | Start the check = Begin | \
    cy: partneriaeth = cynghrair | Dechrau’r gwiriad = Cychwyn";

fn welsh() -> Texts {
    let file = LANGUAGES.iter().find(|(tag, _)| *tag == "cy").expect("Welsh");
    Texts::from_file(file.1).expect("a language")
}

/// The screens that have the words on them in the clearest way.
const SHOWN: [&str; 5] = ["start", "questions", "result", "shared", "compare"];

#[test]
fn screens_in_own_words_look_as_reviewed() {
    let mut found = BTreeMap::new();
    for texts in [Texts::english(), welsh()] {
        let (own, faults) = texts.in_own_words(WORDS);
        assert_eq!(faults, []);
        let checks = examples(own)
            .into_iter()
            .map(|example| (example.name, markup(example.state)));
        let chair = chair::examples(own)
            .into_iter()
            .map(|example| (example.name.to_owned(), example.markup()));
        let mut all = 0;
        for (name, markup) in checks.chain(chair) {
            all += 1;
            let screen = parse(&markup);
            assert!(screen.named("i").is_empty(), "{name}");
            if SHOWN.contains(&name.as_str()) {
                let words = screen.named("main")[0].texts().join("\n");
                found.insert(format!("{}-{name}.txt", texts.language()), words + "\n");
            }
        }
        assert!(all > 60, "{all}");
        found.insert(format!("{}-builder.txt", texts.language()), builder(texts));
    }
    assert_eq!(found.len(), 2 * (SHOWN.len() + 1), "{:?}", found.keys());
    golden::check("own-words", &found);
}

/// The part of the builder in which the words are typed: what each line does, and what is wrong.
fn builder(texts: Texts) -> String {
    let mut examples = chair::examples(texts).into_iter();
    let mut example = examples
        .find(|example| example.name == "builder-words")
        .expect("it");
    let wrong = "partnr = <b>ally</b> | Kept = | A letter that nobody sees = \u{200b} | fr: a = b";
    let change = Change::Words([WORDS, " | ", texts.language(), ": ", wrong].concat());
    chair_update(&mut example.state, Chair::Builder(Builder::Changed(change)));
    assert!(!said_by(&example.state).is_empty());
    let screen = parse(&example.markup());
    let title = texts.get(keys::words::TITLE);
    let mut parts = screen
        .all()
        .into_iter()
        .filter(|part| part.has_class("builder__part"));
    let part = parts.find(|part| part.texts().contains(&title));
    let check = screen.named("partnership-health-check");
    assert!(
        check[0]
            .get("words")
            .is_some_and(|words| words.starts_with("partnership = alliance | "))
    );
    part.expect("the part").pretty()
}

#[test]
fn results_and_comparisons_say_that_a_website_has_its_own_words() {
    let own = Texts::english().in_own_words(WORDS).0;
    let words = said(own).expect("words");
    assert_eq!(
        words,
        "This website uses some words of its own: “alliance” for “partnership”, “alliances” for “partnerships”, \
         “funder” for “grant-maker” and 3 more. What is meant and how it is scored stay the same."
    );
    let has = |markup: &str| parse(markup).texts().iter().any(|text| *text == words);
    let mut seen = 0;
    for example in examples(own) {
        let is_result = ["result", "shared"].iter().any(|screen| example.name == *screen)
            || example.name.starts_with("result-");
        let markup = markup(example.state);
        seen += usize::from(is_result);
        assert!(!is_result || has(&markup), "{}", example.name);
    }
    for example in chair::examples(own) {
        let is_compared = ["compare", "compare-printed", "received"].contains(&example.name);
        let name = example.name;
        seen += usize::from(is_compared);
        let markup = example.markup();
        assert!(!is_compared || has(&markup), "{name}");
    }
    assert!(seen > 8, "{seen}");
    // Without them nothing is said.
    assert_eq!(said(Texts::english()), None);
    assert_eq!(
        said(Texts::english().in_own_words("cy: partner = ffrind").0),
        None
    );
}

/// No unchanged word is shown before the second part of the program has put the website's in.
#[test]
fn a_page_with_own_words_waits_for_them() {
    for example in early(Texts::first_of_english()) {
        let mut state = example.state;
        let plain = markup_without_second(state.clone());
        state.words = WORDS.to_owned();
        let screen = parse(&markup_without_second(state.clone()));
        if state.drawn.is_some() {
            assert_eq!(
                screen.texts(),
                [Texts::english().get(keys::app::LOADING)],
                "{}",
                example.name
            );
        }
        // It does not come.
        let mut failed = state.clone();
        update(&mut failed, Message::SecondModuleArrived(false));
        let screen = parse(&markup_without_second(failed.clone()));
        if state.drawn.is_some() {
            assert_eq!(screen.named("button").len(), 1, "{}", example.name);
            assert_ne!(plain, markup_without_second(failed));
        }
        // It comes: whole, in the website's words, and the page is told the name of the check.
        let effects = update(&mut state, Message::SecondModuleArrived(true));
        assert!(effects.contains(&Effect::TellWords {
            name: "Alliance health check",
            faults: Vec::new()
        }));
        assert!(!state.waits_for_words());
        let words = parse(&markup(state)).texts().concat();
        assert!(
            !words.contains("artnership health check"),
            "{}: {words}",
            example.name
        );
    }
}

#[test]
fn another_language_has_its_own_entries_and_faults_are_told() {
    let mut state = State::new(Texts::first_of_english());
    state.words = [WORDS, " | en: partnr = ally | cy: partnr = ffrind"].concat();
    update(&mut state, Message::Started(Found::default()));
    let told = |effects: Vec<Effect>| {
        let told = effects.into_iter().find_map(|effect| match effect {
            Effect::TellWords { faults, .. } => Some(faults),
            _ => None,
        });
        told.expect("what is told")
    };
    let faults = told(update(&mut state, Message::SecondModuleArrived(true)));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("“partnr = ally” is left out, and the other lines count."));
    assert!(markup(state.clone()).contains(">Begin<"));
    let faults = told(update(&mut state, Message::WordsCame(Some(welsh()))));
    assert!(
        faults[0].starts_with("Mae “partnr = ffrind” wedi’i adael allan"),
        "{faults:?}"
    );
    assert!(markup(state.clone()).contains(">Cychwyn<"));
    assert!(markup(state.clone()).contains("gynghrair"));
    // And back.
    told(update(
        &mut state,
        Message::WordsCame(Some(Texts::first_of_english())),
    ));
    assert!(markup(state.clone()).contains(">Begin<"));
    // The second part arrives once more: nothing is replaced twice.
    let before = state.texts;
    update(&mut state, Message::SecondModuleArrived(true));
    assert_eq!(state.texts, before);
}
