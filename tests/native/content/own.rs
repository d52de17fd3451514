//! "Your own words": what a website's words do to every text, and which are refused.

use std::collections::BTreeSet;

use itertools::Itertools as _;
use partnership_health_check::content::{
    Fault, LANGUAGES, MOST_ENTRIES, MOST_LETTERS, NAMES, Piece, Renamed, Texts, Why, entries, keys, pieces,
};
use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::ids::{Criterion, Kind, Side, StatementId};
use partnership_health_check::domain::topic::Topic;
use proptest::prelude::*;
use serde::Deserialize;

use super::load;
use crate::plays::plays;

/// What came of a website's words.
struct Own {
    texts: Texts,
    faults: Vec<Fault>,
    elsewhere: usize,
}

/// Both ways to read them say the same.
fn in_words(plain: Texts, words: &str) -> Own {
    let read = plain.read_own_words(words);
    let (texts, faults) = plain.in_own_words(words);
    assert_eq!(faults, read.faults);
    assert_eq!(texts.renamed(), Some(read.renamed.as_slice()));
    Own {
        texts,
        faults,
        elsewhere: read.elsewhere,
    }
}

fn english(words: &str) -> Own {
    in_words(Texts::english(), words)
}

fn plain_welsh() -> Texts {
    let file = LANGUAGES.iter().find(|(tag, _)| *tag == "cy").expect("Welsh");
    load(file.1)
}

fn welsh(words: &str) -> Own {
    in_words(plain_welsh(), &["cy:\n", words].concat())
}

fn faults(own: &Own) -> Vec<Why> {
    own.faults.iter().map(|fault| fault.why).collect()
}

fn sound(own: &Own) -> Texts {
    assert_eq!(own.faults, []);
    own.texts
}

/// What each text of a language becomes, for those that change.
fn changed(plain: Texts, own: Texts) -> Vec<(&'static str, &'static str)> {
    plain
        .all()
        .zip_eq(own.all())
        .filter(|(before, after)| before != after)
        .collect()
}

#[test]
fn a_named_word_changes_in_every_text() {
    let texts = sound(&english("partnership = alliance | partnerships = alliances"));
    assert_eq!(texts.get(keys::start::TITLE), "How well does your alliance work?");
    assert_eq!(texts.get(keys::app::NAME), "Alliance health check");
    assert_eq!(texts.get(keys::start::WHAT), "What counts as an alliance?");
    assert_eq!(texts.kind(Kind::Other), "Another alliance");
    let definition: Vec<_> = keys::definition::BLOCKS
        .iter()
        .map(|key| texts.get(key))
        .collect();
    assert!(
        definition[1].starts_with("An alliance can be formal"),
        "{}",
        definition[1]
    );
    assert!(
        definition[1].contains("You find alliances in"),
        "{}",
        definition[1]
    );
    // Statements too: only the word is another.
    let a1 = StatementId::all().next().expect("a statement");
    assert_eq!(
        texts.statement(a1, Side::First),
        "We have written down what this alliance is for."
    );
    // No text has the word any more, but for titles of publications and the list of named words.
    let left = |text: &&str| {
        let has = |words: &str| {
            let words = words.to_lowercase();
            words
                .split(|c: char| !c.is_alphanumeric() && c != '-')
                .any(|word| word == "partnership")
        };
        pieces(text).any(|piece| matches!(piece, Piece::Words(words) if has(words)))
    };
    let kept: Vec<_> = texts.all().filter(left).collect();
    let plain: Vec<_> = Texts::english().all().collect();
    let half: Vec<_> = kept.iter().filter(|text| !plain.contains(text)).collect();
    assert_eq!(half, Vec::<&&str>::new());
    assert!(kept.len() < 12, "{kept:#?}");
}

#[test]
fn the_article_follows_the_first_letter() {
    let of = |word: &str, key| sound(&english(&["partnership = ", word].concat())).get(key);
    let what = keys::start::WHAT;
    assert_eq!(of("network", what), "What counts as a network?");
    assert_eq!(of("alliance", what), "What counts as an alliance?");
    // The website knows better.
    assert_eq!(of("a union", what), "What counts as a union?");
    assert_eq!(of("an honest deal", what), "What counts as an honest deal?");
    assert_eq!(
        of("a union", keys::start::TITLE),
        "How well does your union work?"
    );
    assert_eq!(of("The Leeds Way", what), "What counts as a The Leeds Way?");
    // "an organisation" loses its n.
    let texts = sound(&english("organisation = group"));
    assert!(
        texts
            .all()
            .any(|text| text.contains("of a group") || text.contains("a group"))
    );
    assert!(!texts.all().any(|text| text.to_lowercase().contains("an group")));
}

#[test]
fn only_whole_words_change() {
    let texts = sound(&english("partner = ally\norganisation = group"));
    assert_eq!(texts.get(keys::navigation::PARTNERS), "Partners");
    assert_eq!(
        texts.get(keys::start::TITLE),
        "How well does your partnership work?"
    );
    assert_eq!(
        texts.get(keys::start::ORGANISATION),
        "Your group’s name, or a letter such as A"
    );
    // A longer named word is another one.
    assert_eq!(texts.side(Kind::Consortium, Side::First), "Lead group");
    let texts = sound(&english("organisation = group | lead organisation = host"));
    assert_eq!(texts.side(Kind::Consortium, Side::First), "Host");
    let texts = sound(&english(
        "grant-maker = funder | funder = donor | recipient = charity",
    ));
    assert_eq!(texts.kind(Kind::Grant), "Funder and charity");
    let gr1 = StatementId::all().find(|id| id.id() == "GR1").expect("GR1");
    assert_eq!(
        texts.statement(gr1, Side::Second),
        "This donor says clearly what it will fund."
    );
}

#[test]
fn a_whole_text_is_replaced_where_it_stands() {
    let own = english("Shared purpose = Our common aim\nStart the check = Begin");
    let texts = sound(&own);
    assert_eq!(texts.criterion(Criterion::ALL[0]), "Our common aim");
    assert_eq!(texts.get(keys::start::GO), "Begin");
    let plain = Texts::english();
    let places = |text| plain.all().filter(|known| *known == text).count();
    assert_eq!(
        changed(plain, texts).len(),
        places("Shared purpose") + places("Start the check")
    );
    assert_eq!(
        texts.renamed().expect("own words"),
        [("Shared purpose", "Our common aim"), ("Start the check", "Begin")].map(|(from, to)| Renamed {
            from: from.to_owned(),
            to: to.to_owned()
        })
    );
    // As people type it: straight marks, three points; and a heading without its sign.
    let texts = sound(&english(
        "Your organisation's name, or a letter such as A = Your group | One moment ... = Wait | Why it matters = Why",
    ));
    assert_eq!(texts.get(keys::start::ORGANISATION), "Your group");
    assert_eq!(texts.get(keys::app::LOADING), "Wait");
    assert!(
        keys::definition::BLOCKS
            .iter()
            .any(|key| texts.get(key) == "# Why")
    );
    // A label that is a named word with a capital is a whole text.
    let texts = sound(&english("Partners = Everybody"));
    assert_eq!(texts.get(keys::navigation::PARTNERS), "Everybody");
    assert_eq!(texts.get(keys::compare::TITLE), "Compare partners");
}

#[test]
fn welsh_words_change_as_the_text_has_it() {
    let plain = plain_welsh();
    let texts = sound(&welsh("partneriaeth = cynghrair"));
    for (before, after) in [
        ("partneriaeth", "cynghrair"),
        ("bartneriaeth", "gynghrair"),
        ("phartneriaeth", "chynghrair"),
        ("mhartneriaeth", "nghynghrair"),
        ("Partneriaeth", "Cynghrair"),
    ] {
        for (plain, own) in changed(plain, texts) {
            let has = |text: &str, word: &str| {
                text.split(|c: char| !c.is_alphabetic())
                    .any(|found| found == word)
            };
            assert!(!has(own, before), "{own}");
            assert_eq!(has(plain, before), has(own, after), "{plain}\n{own}");
        }
    }
    let a1 = StatementId::all().next().expect("a statement");
    assert_eq!(
        texts.statement(a1, Side::First),
        "Rydym wedi ysgrifennu beth yw pwrpas y gynghrair hon."
    );
    // What is before a vowel has another form: "y" and "a".
    let texts = sound(&welsh("partneriaeth = undeb"));
    assert_eq!(
        texts.statement(a1, Side::First),
        "Rydym wedi ysgrifennu beth yw pwrpas yr undeb hon."
    );
    let texts = sound(&welsh(
        "darparwr = cyflenwr | derbynnydd = elusen | rhoddwr grantiau = grŵp",
    ));
    assert_eq!(texts.kind(Kind::Commissioning), "Comisiynydd a chyflenwr");
    assert_eq!(texts.kind(Kind::Grant), "Grŵp ac elusen");
    assert_eq!(texts.side(Kind::Grant, Side::First), "Grŵp");
    // A "g" goes away.
    let texts = sound(&welsh("partneriaid = grwpiau"));
    let small = StatementId::all().find(|id| id.id() == "A3.1").expect("A3.1");
    assert_eq!(
        texts.statement(small, Side::First),
        "Mae pobl yn gwrando ar rwpiau bach gymaint ag ar rai mawr."
    );
}

#[test]
fn each_language_has_entries_of_its_own() {
    let words = "partnership = alliance\ncy:\npartneriaeth = cynghrair\nen: Start the check = Begin";
    let own = english(words);
    assert_eq!(
        (own.elsewhere, sound(&own).renamed().expect("words").len()),
        (1, 2)
    );
    let own = in_words(plain_welsh(), words);
    assert_eq!(
        (own.elsewhere, sound(&own).renamed().expect("words").len()),
        (2, 1)
    );
    // On one line, as in a shortcode.
    let own = in_words(
        plain_welsh(),
        "partnership = alliance | cy: partneriaeth = cynghrair",
    );
    assert_eq!(sound(&own).renamed().expect("words").len(), 1);
    // A language without entries is as it was.
    let texts = sound(&in_words(plain_welsh(), "partnership = alliance"));
    assert_eq!(changed(plain_welsh(), texts), []);
    assert_eq!(texts.renamed(), Some([].as_slice()));
    // No language of the check: what follows is left out, up to the next that is one.
    let own = english("fr: partenariat = alliance | partner = ally | en: partner = friend");
    assert_eq!(faults(&own), [Why::Language]);
    assert_eq!(own.texts.renamed().expect("words")[0].to, "friend");
}

#[test]
fn what_is_damaged_is_left_out_and_the_rest_counts() {
    let long = ["partner = ", &"a".repeat(61)].concat();
    let cases = [
        ("partner ally", Why::NoEquals),
        ("= ally", Why::Empty),
        ("partner =", Why::Empty),
        ("partnr = ally", Why::Unknown),
        ("3 of 42 statements answered = Done", Why::Filled),
        ("Step 2 of 17 = Page", Why::Filled),
        ("{n} of {all} statements answered = Done", Why::Filled),
        ("1 step to take = One to do", Why::Filled),
        (
            "We have written down what this partnership is for. = We all agree.",
            Why::Compared,
        ),
        ("Mostly true = Sure", Why::Compared),
        ("Forming = Starting", Why::Compared),
        (
            "How true is this of your partnership today? = Do you like this?",
            Why::Compared,
        ),
        ("Act now = Fine", Why::Compared),
        (
            "What would each of us miss if this stopped? = Why?",
            Why::Compared,
        ),
        (
            "Your answers stay in this browser. Nothing is sent. = Answers are public.",
            Why::Promised,
        ),
        (
            "Numbers are rounded once, at the end, and a half is rounded up. Example: 74.5 is shown as 75. = No.",
            Why::Promised,
        ),
        (&long, Why::TooLong(60)),
        ("partner = al\u{200b}ly", Why::Unseen),
        ("partner = \u{202e}ylla", Why::Unseen),
        ("partner = al\u{7}ly", Why::Unseen),
        ("partner = {n}", Why::Sign),
        ("partner = # ally", Why::Sign),
        ("partner = partner", Why::Same),
        ("Start the check = Start the check", Why::Same),
    ];
    for (entry, why) in cases {
        let own = english(&["partnership = alliance\n", entry, "\nStart the check = Begin"].concat());
        assert_eq!(faults(&own), [why], "{entry}");
        assert_eq!(own.texts.get(keys::start::GO), "Begin", "{entry}");
        assert_eq!(own.texts.get(keys::app::NAME), "Alliance health check", "{entry}");
        let sentence = own.faults[0].sentence(own.texts);
        assert!(sentence.contains(&own.faults[0].entry), "{sentence}");
        assert!(
            sentence.ends_with('.') && !sentence.contains("{why}"),
            "{sentence}"
        );
    }
    let own = english("partner = ally | partner = friend | Partner = mate");
    assert_eq!(faults(&own), [Why::Twice, Why::Twice]);
}

#[test]
fn there_is_room_for_so_many_and_no_more() {
    let many = |count: usize| vec!["nothing = x"; count].join("|");
    assert_eq!(english(&many(MOST_ENTRIES)).faults.len(), MOST_ENTRIES);
    let own = english(&[&many(MOST_ENTRIES), "|partner = ally|partner = ally"].concat());
    assert_eq!(own.faults.last().map(|fault| fault.why), Some(Why::TooMany));
    assert_eq!(own.faults.len(), MOST_ENTRIES + 1);
    let long = ["partner = ally|", &"x".repeat(MOST_LETTERS), "|partners = allies"].concat();
    let own = english(&long);
    assert_eq!(faults(&own), [Why::TooMany]);
    assert_eq!(own.texts.renamed().expect("words").len(), 1);
    assert!(own.faults[0].entry.chars().count() < 70);
}

#[test]
fn markup_and_other_scripts_stay_words() {
    let own = english("partnership = <b onclick=\"x\">شراكة</b> | Start the check = ابدأ");
    let texts = sound(&own);
    assert_eq!(
        texts.get(keys::start::TITLE),
        "How well does your <b onclick=\"x\">شراكة</b> work?"
    );
    assert_eq!(texts.get(keys::start::GO), "ابدأ");
}

#[test]
fn nothing_is_replaced_by_which_partners_are_compared() {
    for plain in [Texts::english(), plain_welsh()] {
        let statements = StatementId::all()
            .cartesian_product(Side::ALL)
            .flat_map(|(id, side)| {
                [
                    plain.statement(id, side),
                    plain.meaning(id, side),
                    plain.example(id, side),
                ]
            });
        let topics = Criterion::ALL
            .into_iter()
            .map(Topic::Criterion)
            .chain([Topic::Value]);
        let cards =
            topics.flat_map(|topic| [plain.talk(topic), plain.first_step(topic), plain.next_step(topic)]);
        let responses = Response::ALL.into_iter().map(|response| plain.response(response));
        let stages = Stage::ALL
            .into_iter()
            .flat_map(|stage| [plain.stage(stage), plain.stage_advice(stage)]);
        let choices = StageChoice::ALL
            .into_iter()
            .map(|choice| plain.stage_choice(choice));
        let all = statements
            .chain(cards)
            .chain(responses)
            .chain(stages)
            .chain(choices);
        let all: Vec<&str> = all.collect::<BTreeSet<_>>().into_iter().collect();
        // Several at once: the table is then made once.
        for texts in all.chunks(8) {
            let entries: Vec<_> = texts.iter().map(|text| [*text, " = x"].concat()).collect();
            let own = in_words(plain, &[plain.language(), ":\n", &entries.join("\n")].concat());
            assert_eq!(faults(&own), vec![Why::Compared; texts.len()], "{texts:#?}");
        }
    }
}

#[derive(Deserialize)]
struct Promises {
    promise: Vec<Promise>,
}

#[derive(Deserialize)]
struct Promise {
    says: Vec<String>,
}

/// Whatever the table of promises holds is in texts that no website can replace.
#[test]
fn no_promise_is_replaced() {
    let table = std::fs::read_to_string("tests/promises.toml").expect("the table");
    let table: Promises = toml::from_str(&table).expect("TOML");
    let says: Vec<_> = table
        .promise
        .into_iter()
        .flat_map(|promise| promise.says)
        .collect();
    let plain = Texts::english();
    let promising = plain
        .all()
        .filter(|text| says.iter().any(|says| text.contains(says.as_str())));
    let promising: Vec<_> = promising.map(|text| text.trim_start_matches("- ")).collect();
    assert!(promising.len() > 20);
    for text in promising {
        let own = in_words(plain, &[text, " = x"].concat());
        assert!(
            matches!(*faults(&own), [Why::Promised | Why::Compared | Why::Filled]),
            "{text}: {:?}",
            own.faults
        );
    }
}

#[test]
fn every_named_word_is_in_some_text() {
    for plain in [Texts::english(), plain_welsh()] {
        for key in keys::words::NAMED.iter() {
            let word = plain.get(key);
            let own = in_words(plain, &format!("{}: {word} = zz", plain.language()));
            assert_eq!(own.faults, [], "{word}");
            assert!(
                !changed(plain, own.texts).is_empty(),
                "{} {word}",
                plain.language()
            );
        }
    }
}

#[test]
fn a_second_time_starts_from_the_checks_own_words() {
    let once = sound(&english("partner = ally"));
    let twice = in_words(once, "ally = friend | partners = friends").texts;
    let again = sound(&in_words(twice, "partner = friend"));
    assert_eq!(
        changed(Texts::english(), again),
        changed(Texts::english(), sound(&english("partner = friend")))
    );
    assert_eq!(once.in_its_words(), Texts::english());
}

fn names(text: &str) -> Vec<&str> {
    let pieces = pieces(text).filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Words(_) => None,
    });
    pieces.collect()
}

/// Anything that stands in the attribute: sound entries, halves of them, and any letters.
fn words() -> impl Strategy<Value = String> {
    let english: Vec<String> = Texts::english().all().map(str::to_owned).collect();
    let named: Vec<String> = keys::words::NAMED
        .iter()
        .flat_map(|key| {
            [
                Texts::english().get(key).to_owned(),
                plain_welsh().get(key).to_owned(),
            ]
        })
        .collect();
    let left = prop_oneof![
        proptest::sample::select(named),
        proptest::sample::select(english),
        ".{0,12}",
    ];
    let right = prop_oneof![
        "[a-zA-Z ’-]{1,30}",
        ".{0,30}",
        "\\{[a-z]{0,4}\\}?",
        "[\u{590}-\u{7ff}]{1,9}"
    ];
    let entry = (left, right).prop_map(|(left, right)| [left, right].join(" = "));
    let entry = prop_oneof![8 => entry, 1 => "(en|cy|fr|x):", 1 => ".{0,20}"];
    proptest::collection::vec(entry, 0..60).prop_map(|entries| entries.join("\n"))
}

proptest! {
    #![proptest_config(plays(64))]

    /// Whatever a website writes: every text has the placeholders and the forms that it had, and what has to stay does.
    #[test]
    fn any_words_leave_every_placeholder(words in words()) {
        for plain in [Texts::english(), plain_welsh()] {
            let own = in_words(plain, &words);
            prop_assert_eq!(own.texts.language(), plain.language());
            for (before, after) in plain.all().zip_eq(own.texts.all()) {
                prop_assert_eq!(names(before), names(after));
                prop_assert_eq!(before.matches('\t').count(), after.matches('\t').count());
                prop_assert_eq!(before.starts_with("# "), after.starts_with("# "));
                prop_assert_eq!(before.starts_with("- "), after.starts_with("- "));
                prop_assert!(!after.is_empty());
            }
            for fault in &own.faults {
                prop_assert!(!fault.sentence(own.texts).is_empty());
            }
            let given = entries(&words).count();
            prop_assert!(own.faults.len() <= given);
            prop_assert!(own.texts.renamed().expect("words").len() + own.faults.len() + own.elsewhere <= given.max(1));
        }
    }
}

#[test]
fn the_languages_are_those_that_an_entry_can_name() {
    for (tag, _) in NAMES {
        assert_eq!(english(&[*tag, ": "].concat()).faults, Vec::<Fault>::new());
    }
}
