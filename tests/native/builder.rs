//! Code that puts the check on another website: what is in it, that nothing breaks out of it, and colours.

use partnership_health_check::app::screen::Place;
use partnership_health_check::app::together::building::{Change, Code, Form, Message as Building, Role};
use partnership_health_check::app::together::state::Context;
use partnership_health_check::app::together::{Effect, Message, State, update};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::colour::{Colour, ENOUGH, light};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::record::Record;
use partnership_health_check::present::together::colours::{DARK, LIGHT, NAMES, properties, said, verdicts};
use partnership_health_check::present::together::snippet::{code, escaped, folder, origin};
use proptest::prelude::*;

const ADDRESS: &str = "https://check.example/partnership/";

fn at(address: &str) -> State {
    State::new(Context {
        texts: Texts::english(),
        address: address.to_owned(),
        today: Day(20_779),
        seed: 7,
        has_sheet: false,
        place: Place::Builder,
        record: Record::default(),
        open: None,
    })
}

fn after(changes: impl IntoIterator<Item = Change>) -> State {
    let mut state = at(ADDRESS);
    for change in changes {
        update(&mut state, Message::Building(Building::Changed(change)));
    }
    state
}

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

fn everything() -> Vec<Change> {
    vec![
        Change::Kind(Some(Kind::Grant)),
        Change::Length(Some(Length::Quick)),
        Change::Side(Some(Side::Second)),
        Change::Level(3),
        Change::StorageKey("north-team".to_owned()),
        Change::OwnLinks(true),
        Change::Eager(true),
        Change::Scores(true),
        Change::Colour(Role::Accent, "#0B625D".to_owned()),
    ]
}

#[test]
fn light_is_what_the_guidelines_say() {
    for channel in 0..=255u8 {
        let value = f64::from(channel) / 255.0;
        let exact = if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        };
        let found = light(channel);
        assert!(
            (found as f64 - exact * 1e9).abs() <= 0.501,
            "{channel}: {found}, not {exact}"
        );
    }
    assert_eq!((light(0), light(255)), (0, 1_000_000_000));
}

/// Known pairs: the limits that every checker of contrast shows, and rows of docs/accessibility.md.
#[test]
fn contrast_is_what_other_checkers_say() {
    for (one, other, expected) in [
        ("#000000", "#ffffff", 2100),
        ("#ffffff", "#ffffff", 100),
        ("#767676", "#ffffff", 454),
        ("#777777", "#ffffff", 447),
        ("#949494", "#ffffff", 303),
        ("#959595", "#ffffff", 299),
        ("#ff0000", "#ffffff", 399),
        ("#0000ff", "#ffffff", 859),
        ("#1c2830", "#fffdf8", 1480),
        ("#0b625d", "#fffdf8", 707),
    ] {
        assert_eq!(colour(one).contrast(colour(other)), expected, "{one} on {other}");
        assert_eq!(colour(other).contrast(colour(one)), expected, "{other} on {one}");
    }
}

#[test]
fn a_colour_is_read_as_people_write_it() {
    assert_eq!(colour(" 0B625D ").hex(), "#0b625d");
    for wrong in [
        "", "#", "#0b625", "#0b625dd", "#0b62 d", "teal", "#+1+1+1", "##0b625",
    ] {
        assert_eq!(Colour::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn our_own_colours_are_those_of_the_styles() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/styles/tokens.css");
    let sheet = std::fs::read_to_string(path).expect("the sheet");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").expect("two parts");
    for (text, values) in [(light, LIGHT), (dark, DARK)] {
        for (name, value) in NAMES.into_iter().zip(values) {
            let short = value.replace("#ffffff", "#fff");
            assert!(text.contains(&format!("{name}: {short};")), "{name}: {value}");
        }
    }
}

#[test]
fn one_colour_sets_all_of_them() {
    assert!(properties(&Form::default()).is_empty());
    let form = |role, text: &str| after([Change::Colour(role, text.to_owned())]).building.form;
    let accent = properties(&form(Role::Accent, "#fce300"));
    assert_eq!(accent.len(), NAMES.len());
    for (at, (name, value)) in accent.iter().enumerate() {
        let expected = match *name {
            "--phc-accent" => "#fce300",
            "--phc-on-accent" => "#000000",
            _ => LIGHT[at],
        };
        assert_eq!(value, expected, "{name}");
    }
    let dark = properties(&form(Role::Paper, "#101010"));
    assert_eq!(dark[2].1, DARK[2], "words are light on a dark background");
    assert!(properties(&form(Role::Paper, "#10101")).is_empty());
}

#[test]
fn what_cannot_be_read_is_told_with_what_to_do() {
    let texts = Texts::english();
    let pale = after([Change::Colour(Role::Accent, "#fce300".to_owned())]);
    let told = verdicts(texts, &pale.building.form);
    let low: Vec<_> = told.iter().filter(|verdict| !verdict.enough).collect();
    assert_eq!(low.len(), 1);
    assert_eq!(
        low[0].words,
        "Links on the background: 1.28 to 1. That is too little, 4.5 is needed. Make the colour darker or the \
         background lighter."
    );
    assert_eq!(said(&pale), low[0].words);
    let good = after([Change::Colour(Role::Accent, "#0b625d".to_owned())]);
    assert!(
        verdicts(texts, &good.building.form)
            .iter()
            .all(|verdict| verdict.enough)
    );
    assert_eq!(said(&good), "The contrast of these colours is enough.");
    let later = after([
        Change::Colour(Role::Accent, "#0b625d".to_owned()),
        Change::Level(1),
    ]);
    assert_eq!(said(&later), "");
}

#[test]
fn defaults_are_left_out() {
    let state = at(ADDRESS);
    let expected = r#"<script type="module" src="https://check.example/partnership/embed/partnership-health-check.js"></script>
<partnership-health-check own-page="https://check.example/partnership/">
  <a href="https://check.example/partnership/">Partnership health check</a>
</partnership-health-check>"#;
    assert_eq!(code(&state, Code::Html), expected);
    assert_eq!(code(&state, Code::Shortcode), "[partnership_health_check]");
    assert_eq!(code(&state, Code::Colours), "");
    assert_eq!(
        code(&state, Code::Policy),
        "script-src https://check.example 'wasm-unsafe-eval'; connect-src https://check.example"
    );
}

#[test]
fn what_was_chosen_is_in_the_code() {
    let state = after(everything());
    let html = code(&state, Code::Html);
    assert!(html.contains(
        r#"<partnership-health-check kind="grant" side="second" length="quick" storage-key="north-team" heading-level="3" link-base="https://check.example/partnership/" own-page="https://check.example/partnership/" loading="eager" scores>"#
    ));
    assert_eq!(
        code(&state, Code::Block),
        ["<!-- wp:html -->\n", &html, "\n<!-- /wp:html -->"].concat()
    );
    assert_eq!(
        code(&state, Code::Shortcode),
        r#"[partnership_health_check kind="grant" length="quick" storage_key="north-team" heading_level="3"]"#
    );
    assert_eq!(
        code(&state, Code::Frame),
        r#"<iframe src="https://check.example/partnership/" title="Partnership health check" width="100%" height="900" data-phc></iframe>
<script type="module" src="https://check.example/partnership/embed/frame.js"></script>"#
    );
    let css = code(&state, Code::Colours);
    assert!(css.starts_with("partnership-health-check {\n  --phc-paper: #fffdf8;\n"));
    assert!(css.contains("  --phc-accent: #0b625d;\n  --phc-on-accent: #ffffff;\n"));
    assert!(css.ends_with(";\n}"));
}

#[test]
fn a_side_is_left_out_where_the_kind_has_none() {
    let state = after([
        Change::Kind(Some(Kind::Grant)),
        Change::Side(Some(Side::First)),
        Change::Kind(Some(Kind::Other)),
    ]);
    assert!(!code(&state, Code::Html).contains("side="));
}

#[test]
fn the_folder_is_found_in_any_address() {
    for (address, language, expected) in [
        ("https://a.example/", "en", "https://a.example/"),
        ("https://a.example/x/index.html", "en", "https://a.example/x/"),
        ("https://a.example/x/cy/", "cy", "https://a.example/x/"),
        ("https://a.example/x/en/", "en", "https://a.example/x/en/"),
        ("https://a.example/fancy/", "cy", "https://a.example/fancy/"),
    ] {
        assert_eq!(folder(address, language), expected);
    }
    assert_eq!(origin("http://127.0.0.1:8080/x/"), "http://127.0.0.1:8080");
    assert_eq!(origin("https://a.example"), "https://a.example");
}

#[test]
fn the_preview_is_fetched_and_painted_where_it_is() {
    let mut state = at(ADDRESS);
    let effects = update(&mut state, Message::Opened);
    assert_eq!(effects, [Effect::LoadPreview, Effect::PaintPreview]);
    let change = Change::Colour(Role::Ink, "#222222".to_owned());
    let effects = update(&mut state, Message::Building(Building::Changed(change)));
    assert_eq!(effects, [Effect::PaintPreview]);
    let copied = Building::CopyPressed(Code::Html, "text".to_owned());
    let effects = update(&mut state, Message::Building(copied));
    assert_eq!(effects, [Effect::Copy("text".to_owned())]);
    assert_eq!(state.building.copied, Some(Code::Html));
    state.context.place = Place::Invite;
    assert!(update(&mut state, Message::Opened).is_empty());
}

/// The tags of a text in order, each with its attributes: a reader as strict as HTML is about quotes.
fn tags(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let (inside, _) = tag.split_once('>').expect("a closed tag");
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while !rest.is_empty() {
            let end = rest.find(['=', ' ']).unwrap_or(rest.len());
            let attribute = rest[..end].to_owned();
            let mut value = "";
            rest = &rest[end..];
            if let Some(quoted) = rest.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"').expect("a closed quote");
            }
            attributes.push((attribute, value.to_owned()));
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
        found.push((name.to_owned(), attributes));
    }
    found
}

/// Names alone: tags, and attributes in them.
fn shape(text: &str) -> Vec<(String, Vec<String>)> {
    let names = |(tag, attributes): (String, Vec<(String, String)>)| {
        (tag, attributes.into_iter().map(|(name, _)| name).collect())
    };
    tags(text).into_iter().map(names).collect()
}

proptest! {
    #[test]
    fn no_address_breaks_out_of_its_attribute(address in any::<String>()) {
        let mut state = after(everything());
        let plain = [Code::Html, Code::Frame].map(|which| shape(&code(&state, which)));
        state.context.address = [address.as_str(), "/"].concat();
        let found = [Code::Html, Code::Frame].map(|which| shape(&code(&state, which)));
        prop_assert_eq!(found, plain);
    }

    #[test]
    fn nothing_typed_breaks_out_of_the_code(key in "[a-z\"'<>&\\[\\] =/-]{0,50}|\\PC*", ink in "#[0-9a-f\"; }]{6}|\\PC*") {
        let state = after([
            Change::StorageKey(key.clone()),
            Change::Colour(Role::Ink, ink),
        ]);
        let html = code(&state, Code::Html);
        for (name, attributes) in tags(&html) {
            for (attribute, value) in attributes {
                if attribute == "storage-key" {
                    prop_assert_eq!(&name, "partnership-health-check");
                    prop_assert_eq!(&value, key.trim());
                }
            }
        }
        let shortcode = code(&state, Code::Shortcode);
        prop_assert_eq!(shortcode.matches(['[', ']']).count(), 2);
        let css = code(&state, Code::Colours);
        let counts = (css.matches(['{', '}']).count(), css.matches(';').count());
        prop_assert!(css.is_empty() || counts == (2, 13), "{}", css);
    }

    #[test]
    fn an_escaped_text_has_nothing_that_means_something(text in any::<String>()) {
        prop_assert!(!escaped(&text).contains(['<', '>', '"', '\'', '[', ']', '`', '\n', '\r']));
    }

    #[test]
    fn words_on_a_button_can_always_be_read(channels: [u8; 3]) {
        let colour = Colour { channels };
        prop_assert!(colour.contrast(colour.words_on()) >= ENOUGH);
        prop_assert_eq!(Colour::parse(&colour.hex()), Some(colour));
    }

    #[test]
    fn hints_can_be_read_where_words_can(paper: [u8; 3], ink: [u8; 3]) {
        let (paper, ink) = (Colour { channels: paper }, Colour { channels: ink });
        let state = after([
            Change::Colour(Role::Paper, paper.hex()),
            Change::Colour(Role::Ink, ink.hex()),
        ]);
        let muted = colour(&properties(&state.building.form)[3].1);
        prop_assert!(muted.contrast(paper) >= ENOUGH || ink.contrast(paper) < ENOUGH);
    }
}
