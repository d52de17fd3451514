//! Tests of the content: what the build script checks, the look-ups, language files, pseudo-languages.

use partnership_health_check::content::{self, Piece, Texts, keys, pseudo};
use partnership_health_check::domain::answer::{self, Response, Stage, StageChoice};
use partnership_health_check::domain::ids::{
    self, Criterion, Dimension, Kind, Length, Sector, Side, StatementId,
};
use partnership_health_check::domain::topic::Topic;

use check::{check, placeholders, same_as_english};
use content as pieces;
use entry::Entry;
use shape::Section;

mod languages;
mod own;
mod third;

#[allow(dead_code, reason = "the tests use a part of the build script")]
#[path = "../../build/check.rs"]
mod check;
#[path = "../../build/entry.rs"]
mod entry;
#[path = "../../build/plurals.rs"]
mod plurals;
#[allow(dead_code, reason = "the tests use a part of the build script")]
#[path = "../../build/read.rs"]
mod read;
#[allow(dead_code, reason = "the tests use a part of the build script")]
#[path = "../../build/shape.rs"]
mod shape;
#[allow(dead_code, reason = "the tests use a part of the build script")]
#[path = "../../build/write.rs"]
mod write;

fn entry(file: &str, key: &str, text: &str) -> Entry {
    Entry {
        file: format!("content/text/en/{file}.toml"),
        key: key.to_string(),
        text: text.to_string(),
    }
}

/// A check of two statements and one stage.
fn small_shape() -> Vec<Section> {
    let section = |file, keys: &[&str]| Section {
        name: "ANY",
        file,
        keys: keys.iter().map(ToString::to_string).collect(),
    };
    vec![
        section("questions", &["statement.A1.1", "statement.A1.2"]),
        section("stages", &["forming.name"]),
    ]
}

fn small_content() -> Vec<Entry> {
    vec![
        entry("questions", "statement.A1.1", "One."),
        entry("questions", "statement.A1.2", "Two."),
        entry("stages", "forming.name", "Forming"),
        entry("interface", "start.title", "Step {n} of {all}"),
    ]
}

#[test]
fn sound_content_passes() {
    assert_eq!(
        check(&small_content(), &small_shape(), &["A1.1", "A1.2"], &[]),
        Ok(())
    );
}

#[test]
fn each_fault_is_one_sentence_with_file_and_id() {
    let questions = "content/text/en/questions.toml: `statement.A1.1`";
    let cases: [(&str, &str, &str, String); 12] = [
        ("questions", "statement.A1.1", "Again.", format!("{questions} is there twice.")),
        ("questions", "statement.A1.9", "New.", "content/text/en/questions.toml: `statement.A1.9` is unknown: the check has no such id.".into()),
        ("interface", "start.title", "Again", "content/text/en/interface.toml: `start.title` is there twice.".into()),
        ("pages", "start.title", "Again", "content/text/en/pages.toml: `start.title` is there twice.".into()),
        ("questions", "statement.B7.1", "Old.", "content/text/en/questions.toml: `statement.B7.1` uses an id that content/retired.toml has retired.".into()),
        ("interface", "a.b", "", "content/text/en/interface.toml: `a.b` is empty.".into()),
        ("interface", "a.b", "# ", "content/text/en/interface.toml: `a.b` is empty.".into()),
        ("interface", "a.b", "x\ty", "content/text/en/interface.toml: `a.b` has a tab, a line break or another control character.".into()),
        ("interface", "a.b", "x\ny", "content/text/en/interface.toml: `a.b` has a tab, a line break or another control character.".into()),
        ("interface", "a.b", " x", "content/text/en/interface.toml: `a.b` starts or ends with a space.".into()),
        ("interface", "a.b", "{Name}", "content/text/en/interface.toml: `a.b` has a brace that is no {placeholder}.".into()),
        ("interface", "a.b", "75 (unconfirmed)", "content/text/en/interface.toml: `a.b` carries words marked as unconfirmed.".into()),
    ];
    for (file, key, text, sentence) in cases {
        let mut entries = small_content();
        entries.push(entry(file, key, text));
        assert_eq!(
            check(&entries, &small_shape(), &[], &["B7.1".to_string()]),
            Err(sentence)
        );
    }
}

#[test]
fn a_missing_text_is_named() {
    let mut entries = small_content();
    entries.remove(1);
    let sentence = "content/text/en/questions.toml: `statement.A1.2` is missing.".to_string();
    assert_eq!(check(&entries, &small_shape(), &[], &[]), Err(sentence));
}

#[test]
fn a_retired_id_is_never_used_again() {
    let sentence = "content/retired.toml: `A1.1` is retired, but src/domain still uses it.".to_string();
    let retired = ["A1.1".to_string()];
    assert_eq!(
        check(&small_content(), &small_shape(), &["A1.1"], &retired),
        Err(sentence)
    );
    let longer = ["A1".to_string(), "1.1".to_string()];
    assert!(check(&small_content(), &small_shape(), &[], &longer[..1]).is_err());
}

#[test]
fn a_translation_has_the_same_texts_and_placeholders() {
    let welsh = |change: fn(&mut Vec<Entry>)| {
        let mut entries = small_content();
        for entry in &mut entries {
            entry.file = entry.file.replace("/en/", "/cy/");
        }
        change(&mut entries);
        same_as_english(&small_content(), &entries)
    };
    let title = "content/text/cy/interface.toml: `start.title`";
    assert_eq!(welsh(|_| ()), Ok(()));
    assert_eq!(welsh(|all| all[3].text = "{all}: cam {n}".into()), Ok(()));
    assert_eq!(
        welsh(|all| all[3].text = "Cam {n}".into()),
        Err(format!(
            "{title} has other placeholders than in English: {{all}}, {{n}}."
        ))
    );
    assert_eq!(
        welsh(|all| all[3].text = "- {n} {all}".into()),
        Err(format!("{title} starts with another marker than in English."))
    );
    assert_eq!(welsh(|all| drop(all.pop())), Err(format!("{title} is missing.")));
    assert_eq!(
        welsh(|all| all.push(Entry {
            key: "x.y".into(),
            ..all[3].clone()
        })),
        Err("content/text/cy/interface.toml: `x.y` is not a text of English.".into())
    );
}

#[test]
fn the_shape_has_every_id_once() {
    let sections = shape::sections();
    let mut keys: Vec<_> = sections
        .iter()
        .flat_map(|s| s.keys.iter().map(|key| (s.file, key)))
        .collect();
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count);
    for id in shape::ids() {
        let named = |(_, key): &(&str, &String)| format!(".{key}.").contains(&format!(".{id}."));
        assert!(keys.iter().any(named), "{id}");
    }
}

#[test]
fn the_fingerprint_follows_the_keys_not_the_words() {
    let first = small_content();
    let mut other = small_content();
    other[0].text = "Reworded.".into();
    assert_eq!(write::fingerprint(&first), write::fingerprint(&other));
    other[0].key = "statement.A1.3".into();
    assert_ne!(write::fingerprint(&first), write::fingerprint(&other));
}

fn load(file: &str) -> Texts {
    Texts::from_file(file).expect("the build makes whole language files")
}

/// English and the two pseudo-languages.
fn languages() -> [Texts; 3] {
    [Texts::english(), load(pseudo::LONG), load(pseudo::RIGHT_TO_LEFT)]
}

#[test]
fn every_look_up_has_words_in_every_language() {
    let others = content::LANGUAGES.iter().map(|(_, file)| load(file));
    for texts in languages().into_iter().chain(others) {
        let mut words = Vec::new();
        words.extend(Dimension::ALL.map(|x| texts.dimension(x)));
        words.extend(Criterion::ALL.map(|x| texts.criterion(x)));
        words.extend(Criterion::ALL.map(|x| texts.criterion_asks(x)));
        words.extend(StatementId::all().flat_map(|x| Side::ALL.map(|side| texts.statement(x, side))));
        words.extend(StatementId::all().flat_map(|x| Side::ALL.map(|side| texts.meaning(x, side))));
        words.extend(StatementId::all().flat_map(|x| Side::ALL.map(|side| texts.example(x, side))));
        words.extend(Response::ALL.map(|x| texts.response(x)));
        words.extend(Stage::ALL.map(|x| texts.stage(x)));
        words.extend(Stage::ALL.map(|x| texts.stage_advice(x)));
        words.extend(StageChoice::ALL.map(|x| texts.stage_choice(x)));
        words.extend(Kind::ALL.map(|x| texts.kind(x)));
        words.extend(Sector::ALL.map(|x| texts.sector(x)));
        words.extend(Length::ALL.map(|x| texts.length(x)));
        words.extend((1..=12).map(|x| texts.month(x)));
        for topic in Topic::all() {
            words.extend([texts.talk(topic), texts.first_step(topic), texts.next_step(topic)]);
            words.extend([texts.compact(topic), texts.covenant(topic), texts.guide(topic)]);
        }
        for kind in Kind::ALL.into_iter().filter(|kind| kind.has_pairs()) {
            words.extend(Side::ALL.map(|side| texts.side(kind, side)));
            words.extend(
                [texts.kind_mapping_compact(kind), texts.kind_mapping_guide(kind)].map(Option::unwrap),
            );
        }
        assert!(words.iter().all(|text| !text.is_empty()));
        let pages = keys::scoring::BLOCKS.iter().chain(keys::about::SOURCES.iter());
        assert!(pages.map(|key| texts.get(key)).all(|text| !text.is_empty()));
    }
}

/// Different examples could move the answers of the two sides apart.
#[test]
fn both_sides_of_a_pair_read_the_same_example() {
    let others = content::LANGUAGES.iter().map(|(_, file)| load(file));
    for texts in languages().into_iter().chain(others) {
        for statement in StatementId::all() {
            assert_eq!(
                texts.example(statement, Side::First),
                texts.example(statement, Side::Second),
                "{}",
                statement.id()
            );
        }
    }
}

#[test]
fn each_look_up_finds_its_own_words() {
    let texts = Texts::english();
    let statement = |id, side| texts.statement(StatementId::parse(id).expect("known"), side);
    assert_eq!(texts.dimension(Dimension::Results), "What we achieve");
    assert_eq!(texts.criterion(Criterion::C4), "Ready for change");
    assert_eq!(
        statement("A1.1", Side::First),
        "We have written down what this partnership is for."
    );
    assert_eq!(statement("A1.1", Side::Second), statement("A1.1", Side::First));
    assert_eq!(statement("CO1", Side::Second), statement("CO1", Side::First));
    assert_eq!(
        statement("CO4", Side::First),
        "We pass on what the funder tells us to every member."
    );
    assert_eq!(
        statement("PS7", Side::Second),
        "We can raise concerns with the commissioner."
    );
    let meaning = |id, side| texts.meaning(StatementId::parse(id).expect("known"), side);
    assert_ne!(meaning("PS7", Side::First), meaning("PS7", Side::Second));
    assert_eq!(texts.response(Response::NotYet), "Does not apply yet");
    assert_eq!(texts.stage_choice(StageChoice::NotSure), "Not sure");
    assert_eq!(texts.stage(Stage::Performing), "Performing");
    assert!(texts.stage_advice(Stage::Forming).starts_with("Agree the aim"));
    assert_eq!(texts.side(Kind::Prime, Side::Second), "Sub-contractor");
    assert_eq!(texts.side(Kind::Other, Side::First), "");
    assert_eq!(texts.kind_mapping_compact(Kind::Other), None);
    assert!(
        texts
            .kind_mapping_guide(Kind::Prime)
            .is_some_and(|text| text.contains("Pathways"))
    );
    assert_eq!(
        texts.next_step(Topic::Value),
        "Put costs and results next to the best other option."
    );
    assert_eq!(
        texts.talk(Topic::Criterion(Criterion::A3)),
        "Whose voice do we hear least?"
    );
    assert_eq!(texts.length(Length::Quick), "Quick check");
    assert_eq!(texts.sector(Sector::PublicBody), "Public body");
    assert_eq!(
        (texts.month(1), texts.month(12), texts.month(13)),
        ("January", "December", "")
    );
}

#[test]
fn core_statements_hold_one_idea() {
    for statement in StatementId::core() {
        let text = Texts::english().statement(statement, Side::First).to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphabetic());
        assert!(!words.any(|word| ["and", "or", "not"].contains(&word)), "{text}");
    }
}

#[test]
fn english_keeps_to_the_house_style() {
    for text in Texts::english().all() {
        assert!(!text.contains(['!', '\'', '"']), "{text}");
        let words = text.to_lowercase();
        assert!(
            !words.contains("please") && !words.contains("unconfirmed"),
            "{text}"
        );
    }
}

#[test]
fn placeholders_are_filled_and_unknown_ones_stay() {
    let texts = Texts::english();
    let filled = |values| texts.fill(keys::checks::ANSWERED, values);
    assert_eq!(
        filled(&[("n", "3"), ("all", "15"), ("date", "{n} <b>")]),
        "3 of 15 statements answered, started on {n} <b>"
    );
    assert_eq!(
        filled(&[("n", "3")]),
        "3 of {all} statements answered, started on {date}"
    );
}

#[test]
fn a_brace_that_is_no_placeholder_stays_among_the_words() {
    use Piece::{Placeholder, Words};
    let pieces = |text| pieces::pieces(text).collect::<Vec<_>>();
    assert_eq!(pieces(""), []);
    assert_eq!(pieces("{a}{b_c}"), [Placeholder("a"), Placeholder("b_c")]);
    assert_eq!(pieces("x {a} y"), [Words("x "), Placeholder("a"), Words(" y")]);
    assert_eq!(pieces("{ {} {A} }"), [Words("{ {} {A} }")]);
    assert_eq!(pieces("{{a}é{"), [Words("{"), Placeholder("a"), Words("é{")]);
}

/// "Decisions is below 50" and "The people we serve needs you most" are wrong, and a language may have more forms than two.
#[test]
fn no_verb_follows_the_name_of_a_criterion() {
    for name in ["names", "names_high", "topic", "criterion", "strong", "weak"] {
        let place = format!("{{{name}}}");
        let with_it: Vec<_> = Texts::english()
            .all()
            .flat_map(|text| text.split(plurals::BETWEEN))
            .filter(|text| text.contains(&place))
            .collect();
        assert!(!with_it.is_empty(), "{place} is gone");
        for text in with_it {
            let followed = text
                .split(&place)
                .skip(1)
                .any(|rest| !(rest.is_empty() || rest.starts_with(['.', ',', ':'])));
            assert!(!followed, "put {place} at the end of its sentence: {text}");
        }
    }
}
