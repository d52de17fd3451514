//! Code that puts the check on another website: what is in it, that nothing breaks out of it, and colours.

use partnership_health_check::app::address::for_everybody;
use partnership_health_check::app::chair::builder::{
    Change, Code, Corners, EVENTS, Form, Message as Builder, Role,
};
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::{Effect, Message, State, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::charts::colours::{DARK, LIGHT, Tokens};
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::colour::{Colour, ENOUGH, light};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::looks::{properties, said, verdicts};
use partnership_health_check::present::chair::snippet::{code, folder, proposed_key, source};
use proptest::prelude::*;

use crate::plays::plays;

pub(crate) const ADDRESS: &str = "https://check.example/partnership/";

fn at(address: &str) -> State {
    State::new(Context {
        texts: Texts::english(),
        promise: "",
        address: address.to_owned(),
        today: Day(20_779),
        has_sheet: false,
        keys_off: false,
        decimal_comma: false,
        place: Place::Builder,
        record: Record::default(),
        open: None,
        adding: None,
    })
}

pub(crate) fn after(changes: impl IntoIterator<Item = Change>) -> State {
    let mut state = at(ADDRESS);
    for change in changes {
        update(&mut state, Message::Builder(Builder::Changed(change)));
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
        Change::Language(Some("en")),
        Change::Level(3),
        Change::StorageKey("North-team".to_owned()),
        Change::OwnLinks(true),
        Change::Keep("  page_id   lang ".to_owned()),
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
        let found = u32::try_from(light(channel)).expect("at most 10^9");
        assert!(
            (f64::from(found) - exact * 1e9).abs() <= 0.501,
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
    let light = include_str!("../../styles/tokens.css");
    let dark = include_str!("../../styles/dark.css");
    for (text, tokens) in [(light, LIGHT), (dark, DARK)] {
        for (name, value) in named(tokens) {
            let short = value.replace("#ffffff", "#fff");
            assert!(
                text.contains(&format!("--phc-{name}: {short};")),
                "{name}: {value}"
            );
        }
    }
}

fn named(tokens: Tokens) -> [(&'static str, &'static str); 12] {
    let [strong, getting_there, needs_work, act_now] = tokens.bands;
    [
        ("paper", tokens.paper),
        ("surface", tokens.surface),
        ("ink", tokens.ink),
        ("muted", tokens.muted),
        ("border", tokens.border),
        ("hair", tokens.hair),
        ("accent", tokens.accent),
        ("on-accent", tokens.on_accent),
        ("strong", strong),
        ("getting-there", getting_there),
        ("needs-work", needs_work),
        ("act-now", act_now),
    ]
}

#[test]
fn only_what_was_chosen_is_set() {
    assert!(properties(&Form::default()).is_empty());
    let set = |changes: Vec<Change>| {
        let found = properties(&after(changes).builder.form);
        found
            .into_iter()
            .map(|(name, value)| [name, ": ", &value].concat())
            .collect::<Vec<_>>()
    };
    let colour = |role, text: &str| Change::Colour(role, text.to_owned());
    assert_eq!(
        set(vec![colour(Role::Accent, "#FCE300")]),
        [
            "color-scheme: light",
            "--phc-accent: #fce300",
            "--phc-on-accent: #000000"
        ]
    );
    assert_eq!(
        set(vec![colour(Role::Paper, "#101010")]),
        [
            "color-scheme: dark",
            "--phc-paper: #101010",
            "--phc-surface: #1b1b1b",
            "--phc-ink: #eef2f2",
            "--phc-muted: #b7baba",
            "--phc-border: #959898",
            "--phc-hair: #383939",
        ],
        "words are light on a dark background"
    );
    let text_alone = set(vec![colour(Role::Ink, "#222222")]);
    assert_eq!(text_alone[..2], ["color-scheme: light", "--phc-paper: #fffdf8"]);
    assert_eq!(
        set(vec![
            Change::Corners(Corners::Square),
            Change::Font(" \"Open Sans\", Arial, sans-serif ".to_owned()),
            colour(Role::Paper, "#10101"),
        ]),
        [
            "--phc-radius: 0px",
            "--phc-font: \"Open Sans\", Arial, sans-serif"
        ]
    );
    assert_eq!(set(vec![Change::Corners(Corners::Round)]), ["--phc-radius: 16px"]);
}

#[test]
fn fonts_are_names_and_nothing_else() {
    let is_font = |text: &str| {
        after([Change::Font(text.to_owned())])
            .builder
            .form
            .font()
            .is_some()
    };
    for font in [
        "Georgia",
        "Georgia, serif",
        "\"Source Sans 3\", Arial",
        "'Noto Sans', sans-serif",
        "Größe",
        "-apple-system",
    ] {
        assert!(is_font(font), "{font}");
    }
    for wrong in [
        "",
        ",",
        "Georgia,",
        "Source Sans 3",
        "\"Open Sans, Arial",
        "red; }",
        "url(x)",
        "var(--x)",
        "a\\b",
        "\"\"",
        "/**/",
        "\"a\"b\"",
    ] {
        assert!(!is_font(wrong), "{wrong}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_what_to_do() {
    let texts = Texts::english();
    let pale = after([Change::Colour(Role::Accent, "#fce300".to_owned())]);
    let told = verdicts(texts, &pale.builder.form);
    let low: Vec<_> = told.iter().filter(|verdict| !verdict.enough).collect();
    assert_eq!(low.len(), 1);
    assert_eq!(
        low[0].words,
        "Links on the background: 1.1 to 1. Too little, 4.5 is needed. Make the colour darker or the background lighter."
    );
    assert_eq!(said(&pale), low[0].words);
    let dim = after([
        Change::Colour(Role::Paper, "#202020".to_owned()),
        Change::Colour(Role::Accent, "#505050".to_owned()),
    ]);
    assert!(
        said(&dim).contains("Make the colour lighter or the background darker."),
        "{}",
        said(&dim)
    );
    let good = after([Change::Colour(Role::Accent, "#0b625d".to_owned())]);
    let told = verdicts(texts, &good.builder.form);
    assert_eq!(told.len(), 1);
    assert_eq!(
        told[0].words,
        "Links on the background: 6.3 to 1. Enough, 4.5 is needed."
    );
    assert_eq!(said(&good), "The contrast of these colours is enough.");
    let later = after([
        Change::Colour(Role::Accent, "#0b625d".to_owned()),
        Change::Level(1),
    ]);
    assert_eq!(said(&later), "");
    let grey = after([Change::Colour(Role::Paper, "#777777".to_owned())]);
    assert!(
        verdicts(texts, &grey.builder.form)
            .iter()
            .filter(|verdict| verdict.words.contains("closer to white or to black"))
            .count()
            >= 1
    );
}

#[test]
fn what_is_wrong_with_a_text_is_told() {
    let told = |change| said(&after([change]));
    assert!(told(Change::StorageKey("a b".to_owned())).starts_with("Use 1 to 40 letters"));
    assert!(told(Change::Font("}".to_owned())).starts_with("Write names of fonts"));
    assert!(told(Change::Colour(Role::Ink, "red".to_owned())).starts_with("Write the colour"));
    assert!(told(Change::Keep("page&id".to_owned())).starts_with("Write names of letters"));
    assert!(told(Change::Invitation("phc-invite=A".to_owned())).contains("invitation"));
    let invitation = link::encode_invitation(&Invitation {
        partnership: String::new(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: None,
        reply_to: String::new(),
        extra: None,
    });
    let whole = [link::INVITATION_PREFIX, &invitation].concat();
    for change in [
        Change::Invitation(String::new()),
        Change::Invitation(whole),
        Change::Keep(String::new()),
        Change::Keep("page_id".to_owned()),
    ] {
        assert_eq!(told(change.clone()), "", "{change:?}");
    }
    assert_eq!(told(Change::StorageKey("a-b".to_owned())), "");
    assert_eq!(told(Change::Font(String::new())), "");
}

#[test]
fn defaults_are_left_out() {
    let state = at(ADDRESS);
    let expected = r#"<script type="module" fetchpriority="low" src="https://check.example/partnership/embed/partnership-health-check.js"></script>
<partnership-health-check own-page="https://check.example/partnership/">
  <p><a href="https://check.example/partnership/">Take the partnership health check</a></p>
</partnership-health-check>"#;
    assert_eq!(code(&state, Code::Html), expected);
    assert_eq!(
        code(&state, Code::Shortcode),
        r#"[partnership_health_check own-page="https://check.example/partnership/"]"#
    );
    assert_eq!(code(&state, Code::Looks), "");
    assert_eq!(
        code(&state, Code::Policy),
        "script-src https://check.example/partnership/embed/ 'wasm-unsafe-eval'; connect-src https://check.example/partnership/embed/"
    );
    assert_eq!(
        code(&state, Code::FramePolicy),
        "frame-src https://check.example/partnership/; script-src https://check.example/partnership/embed/"
    );
    assert_eq!(
        code(&state, Code::Frame),
        r#"<div><iframe src="https://check.example/partnership/" title="Partnership health check" width="100%" height="800" allow="clipboard-write; web-share" frameborder="0" loading="lazy"></iframe></div>
<script type="module" fetchpriority="low" src="https://check.example/partnership/embed/frame.js"></script>"#
    );
}

#[test]
fn what_was_chosen_is_in_the_code() {
    let state = after(everything());
    let attributes = r#" kind="grant" side="second" length="quick" lang="en" storage-key="North-team" link-base="own" keep="page_id lang" loading="eager" scores heading-level="3""#;
    let html = code(&state, Code::Html);
    let own = " own-page=\"https://check.example/partnership/\"";
    assert!(html.contains(&["<partnership-health-check", attributes, own, ">"].concat()));
    assert_eq!(
        code(&state, Code::Shortcode),
        [
            "[partnership_health_check",
            attributes,
            r#" own-page="https://check.example/partnership/"]"#
        ]
        .concat()
    );
    assert_eq!(
        code(&state, Code::Frame),
        r#"<div><iframe src="https://check.example/partnership/" title="Partnership health check" width="100%" height="800" allow="clipboard-write; web-share" frameborder="0"></iframe></div>
<script type="module" fetchpriority="low" src="https://check.example/partnership/embed/frame.js"></script>"#
    );
    assert_eq!(
        code(&state, Code::Looks),
        "partnership-health-check {\n  color-scheme: light;\n  --phc-accent: #0b625d;\n  --phc-on-accent: #ffffff;\n}"
    );
}

/// A page that counts visitors gets no links; the answer is a proposal, and a later choice counts.
#[test]
fn a_page_that_counts_visitors_is_not_opened_by_links() {
    let head = |state: &State| code(state, Code::Head);
    let unanswered = at(ADDRESS);
    assert_eq!(unanswered.builder.form.counts, None);
    assert_eq!(head(&unanswered).lines().count(), 4);
    assert!(head(&unanswered).starts_with("<script>\n(h=>{"));
    let counting = after([Change::Counts(true)]);
    assert!(code(&counting, Code::Html).contains(" link-base=\"own\""));
    assert_eq!(head(&counting), "", "no link comes to that page");
    let all_the_same = after([Change::Counts(true), Change::OwnLinks(false)]);
    assert!(!code(&all_the_same, Code::Html).contains("link-base"));
    assert_ne!(head(&all_the_same), "");
    assert!(!code(&after([Change::Counts(false)]), Code::Html).contains("link-base"));
}

#[test]
fn each_event_that_was_ticked_has_its_line() {
    assert_eq!(code(&at(ADDRESS), Code::Events), "");
    let finished = EVENTS.iter().position(|name| *name == "phc-finish").expect("one");
    let failed = EVENTS.iter().position(|name| *name == "phc-error").expect("one");
    let state = after([
        Change::Event(0, true),
        Change::Event(finished, true),
        Change::Event(failed, true),
        Change::Event(0, false),
    ]);
    assert_eq!(
        code(&state, Code::Events),
        r#"<script type="module">
  const check = document.querySelector("partnership-health-check");
  // The result was opened: how many of all statements are answered, and the scores if you let your site have them.
  check.addEventListener("phc-finish", ({ type, detail }) => console.log(type, detail));
  // The check could not start, or stopped: a code.
  check.addEventListener("phc-error", ({ type, detail }) => console.log(type, detail));
</script>"#
    );
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
    for (address, expected) in [
        ("https://a.example/", "https://a.example/"),
        ("https://a.example/x/index.html", "https://a.example/x/index.html"),
        ("https://a.example/x/cy/", "https://a.example/x/"),
        ("https://a.example/x/cy/index.html", "https://a.example/x/"),
        ("https://a.example/x/en/", "https://a.example/x/en/"),
        ("https://a.example/fancy/", "https://a.example/fancy/"),
    ] {
        assert_eq!(for_everybody(address), expected);
    }
    assert_eq!(
        folder("https://a.example/x/cy/index.html"),
        "https://a.example/x/cy/"
    );
    for (address, expected) in [
        ("https://a.example/", None),
        ("https://a.example", None),
        ("https://a.example/index.html", None),
        (
            "https://a.example/Charity_A/check/index.html",
            Some("charity-a-check"),
        ),
        ("https://a.example/%C3%A9t%C3%A9/", Some("c3-a9t-c3-a9")),
        ("https://a.example/~x--y/", Some("x-y")),
    ] {
        assert_eq!(proposed_key(address).as_deref(), expected, "{address}");
    }
    assert_eq!(source("https://a.example/b;c,d/"), "https://a.example/b%3Bc%2Cd/");
}

#[test]
fn the_preview_is_fetched_and_painted_where_it_is() {
    let mut state = at(ADDRESS);
    let effects = update(&mut state, Message::Opened);
    assert!(effects.contains(&Effect::LoadPreview), "{effects:?}");
    let change = Change::Colour(Role::Ink, "#222222".to_owned());
    let effects = update(&mut state, Message::Builder(Builder::Changed(change)));
    assert!(effects.is_empty(), "drawn as the form is: {effects:?}");
    let copied = Builder::CopyPressed(Code::Html, "text".to_owned());
    let effects = update(&mut state, Message::Builder(copied));
    assert_eq!(effects, [Effect::Copy("text".to_owned())]);
    assert_eq!(state.builder.copied, Some(Code::Html));
    state.context.place = Place::Invite;
    let effects = update(&mut state, Message::Opened);
    assert!(!effects.contains(&Effect::LoadPreview), "{effects:?}");
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

/// An invitation that is pasted says what is asked, in place of what was chosen.
#[test]
fn an_invitation_is_an_attribute() {
    let invitation = Invitation {
        partnership: "Riverside".to_owned(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: None,
        reply_to: String::new(),
        extra: Extra::new(vec!["The kitchen opens on time.".to_owned()]),
    };
    let payload = link::encode_invitation(&invitation);
    let mut changes = vec![
        Change::Kind(Some(Kind::Consortium)),
        Change::Length(Some(Length::Full)),
    ];
    changes.push(Change::Invitation(format!(
        " https://check.example/#phc-invite={payload} "
    )));
    let state = after(changes.clone());
    let html = code(&state, Code::Html);
    assert!(
        html.contains(&format!(
            "<partnership-health-check invitation=\"{payload}\" own-page="
        )),
        "{html}"
    );
    let shortcode = code(&state, Code::Shortcode);
    assert!(shortcode.starts_with(&format!(
        "[partnership_health_check invitation=\"{payload}\" own-page="
    )));
    // What is no invitation is told, and what was chosen counts.
    let cut = &payload[..payload.len() - 3];
    for wrong in [
        format!("#phc-invite={cut}"),
        "Hello".to_owned(),
        "#phc=AQ".to_owned(),
    ] {
        *changes.last_mut().expect("a change") = Change::Invitation(wrong);
        let state = after(changes.clone());
        assert!(
            code(&state, Code::Html)
                .contains("<partnership-health-check kind=\"consortium\" length=\"full\"")
        );
        assert_eq!(
            said(&state),
            Texts::english().get(keys::builder::INVITATION_WRONG)
        );
    }
}

/// Own words go into each piece of code as one attribute, and end none.
#[test]
fn own_words_are_an_attribute() {
    let typed = "  partnership = alliance\n\n Start the check = \"Go\" [<b>]\ncy:\npartneriaeth = cynghrair ";
    let state = after([Change::Words(typed.to_owned())]);
    let words = "partnership = alliance | Start the check = &quot;Go&quot; &#91;&lt;b&gt;&#93; | cy: | partneriaeth = cynghrair";
    let html = code(&state, Code::Html);
    assert!(
        html.contains(&format!("<partnership-health-check words=\"{words}\" own-page=")),
        "{html}"
    );
    let shortcode = code(&state, Code::Shortcode);
    assert!(
        shortcode.starts_with(&format!("[partnership_health_check words=\"{words}\" own-page=")),
        "{shortcode}"
    );
    assert_eq!(shortcode.matches(']').count(), 1);
    assert!(!code(&state, Code::Frame).contains("alliance"));
    assert_eq!(said(&state), "");
    // What is wrong is told at once, and where nothing was typed nothing is written.
    let state = after([Change::Words("partnership = alliance\nJoin us".to_owned())]);
    assert!(said(&state).starts_with("“Join us” is left out, and the other lines count. It has no = sign."));
    assert!(!code(&after([Change::Words(" \n | ".to_owned())]), Code::Html).contains("words"));
}

proptest! {
    #![proptest_config(plays(256))]

    #[test]
    fn no_address_breaks_out_of_its_attribute(address in any::<String>()) {
        let mut state = after(everything());
        let plain = [Code::Html, Code::Frame].map(|which| shape(&code(&state, which)));
        state.context.address = [address.as_str(), "/"].concat();
        let found = [Code::Html, Code::Frame].map(|which| shape(&code(&state, which)));
        prop_assert_eq!(found, plain);
    }

    #[test]
    fn nothing_typed_breaks_out_of_the_code(
        key in "[a-zA-Z\"'<>&\\[\\] =/-]{0,50}|\\PC*",
        ink in "#[0-9a-f\"; }]{6}|\\PC*",
        keep in "[a-z_ \"'<>&\\[\\]=-]{0,50}|\\PC*",
        font in "[a-z\"', ;{}\\\\/*-]{0,20}|\\PC*",
    ) {
        let state = after([
            Change::StorageKey(key.clone()),
            Change::Keep(keep.clone()),
            Change::Colour(Role::Ink, ink),
            Change::Font(font),
        ]);
        for (name, attributes) in tags(&code(&state, Code::Html)) {
            for (attribute, value) in attributes {
                if attribute == "storage-key" {
                    prop_assert_eq!(&name, "partnership-health-check");
                    prop_assert_eq!(&value, key.trim());
                } else if attribute == "keep" {
                    let names: Vec<_> = keep.split_whitespace().collect();
                    prop_assert_eq!(&value, &names.join(" "));
                }
            }
        }
        let frame = tags(&code(&state, Code::Frame));
        prop_assert_eq!(&frame[0].0, "div");
        let names: Vec<&str> = frame[1].1.iter().map(|(name, _)| name.as_str()).collect();
        prop_assert_eq!(names, ["src", "title", "width", "height", "allow", "frameborder", "loading"]);
        let shortcode = code(&state, Code::Shortcode);
        prop_assert_eq!(shortcode.matches(['[', ']']).count(), 2);
        let css = code(&state, Code::Looks);
        let braces = css.matches(['{', '}']).count();
        let lines = css.lines().count();
        prop_assert!(css.is_empty() || braces == 2 && css.matches(';').count() == lines - 2, "{}", css);
    }

    #[test]
    fn words_on_a_button_can_always_be_read(channels: [u8; 3]) {
        let colour = Colour { channels };
        prop_assert!(colour.contrast(colour.words_on()) >= ENOUGH);
        prop_assert_eq!(Colour::parse(&colour.hex()), Some(colour));
    }

    /// Where nothing is said against the colours, everything that is drawn with them can be seen.
    #[test]
    fn words_hints_and_edges_can_be_seen_where_all_is_enough(paper: [u8; 3], ink: [u8; 3], accent: [u8; 3]) {
        let colours = [(Role::Paper, paper), (Role::Ink, ink), (Role::Accent, accent)];
        let changes = colours.map(|(role, channels)| Change::Colour(role, Colour { channels }.hex()));
        let form = after(changes).builder.form;
        let all_enough = verdicts(Texts::english(), &form).iter().all(|verdict| verdict.enough);
        let set: Vec<_> = properties(&form);
        let value = |name: &str| {
            let found = set.iter().find(|(known, _)| *known == name);
            colour(&found.expect("it is set").1)
        };
        let behind = [value("--phc-paper"), value("--phc-surface")];
        if all_enough {
            for (name, least) in [
                ("--phc-ink", ENOUGH),
                ("--phc-muted", ENOUGH),
                ("--phc-accent", ENOUGH),
                ("--phc-border", 300),
            ] {
                prop_assert!(behind.iter().all(|behind| value(name).contrast(*behind) >= least), "{}", name);
            }
        }
        prop_assert!(value("--phc-accent").contrast(value("--phc-on-accent")) >= ENOUGH);
    }

    #[test]
    fn a_mix_lies_between_its_parts(one: [u8; 3], other: [u8; 3], hundredths in 0u8..=100) {
        let mixed = Colour { channels: one }.mixed(Colour { channels: other }, hundredths);
        for at in 0..3 {
            prop_assert!((one[at].min(other[at])..=one[at].max(other[at])).contains(&mixed.channels[at]));
        }
    }
}
