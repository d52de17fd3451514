//! What a site is made with: which code comes first for it, and what is said of it.

use std::collections::BTreeSet;

use partnership_health_check::app::chair::builder::{Change, Code, MadeWith};
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::present::chair::looks::said;
use partnership_health_check::present::chair::made_with::{advice, name};
use partnership_health_check::present::chair::snippet::code;

use crate::builder::{ADDRESS, after};

#[test]
fn the_code_that_comes_first_is_one_that_the_site_takes() {
    assert_eq!(after([]).builder.form.made_with, MadeWith::Other);
    for (made_with, first) in [
        (MadeWith::Other, Code::Html),
        (MadeWith::WordPress, Code::Shortcode),
        (MadeWith::Drupal, Code::Html),
        (MadeWith::Wix, Code::Address),
        (MadeWith::Squarespace, Code::Html),
        (MadeWith::Webflow, Code::Html),
        (MadeWith::GoogleSites, Code::Address),
        (MadeWith::SharePoint, Code::Address),
        (MadeWith::Moodle, Code::Address),
    ] {
        let state = after([Change::MadeWith(made_with)]);
        assert_eq!(state.builder.form.made_with.first(), first, "{made_with:?}");
        assert!(!code(&state, first).is_empty(), "{made_with:?}");
    }
}

/// It decides what comes first, and changes no code.
#[test]
fn no_code_changes_with_what_the_site_is_made_with() {
    let all = [
        Code::Head,
        Code::Html,
        Code::Shortcode,
        Code::Frame,
        Code::Address,
    ];
    let written = |made_with| all.map(|which| code(&after([Change::MadeWith(made_with)]), which));
    for made_with in MadeWith::ALL {
        assert_eq!(written(made_with), written(MadeWith::Other), "{made_with:?}");
    }
    assert_eq!(code(&after([]), Code::Address), ADDRESS);
}

#[test]
fn each_has_a_value_a_name_and_advice_of_its_own() {
    let texts = Texts::english();
    let every = |of: fn(MadeWith) -> String| MadeWith::ALL.map(of).into_iter().collect::<BTreeSet<_>>().len();
    assert_eq!(every(|made_with| made_with.id().to_owned()), MadeWith::ALL.len());
    assert_eq!(
        every(|made_with| Texts::english().get(name(made_with)).to_owned()),
        MadeWith::ALL.len()
    );
    assert_eq!(
        every(|made_with| Texts::english().get(advice(made_with)).to_owned()),
        MadeWith::ALL.len()
    );
    for made_with in MadeWith::ALL {
        assert_eq!(MadeWith::parse(made_with.id()), Some(made_with));
        // Whoever does not see it beside the list hears it.
        let state = after([Change::MadeWith(made_with)]);
        assert_eq!(said(&state), texts.get(advice(made_with)));
    }
    assert_eq!(MadeWith::parse("joomla"), None);
    let later = after([Change::MadeWith(MadeWith::Wix), Change::Level(1)]);
    assert_eq!(said(&later), "");
    assert_eq!(
        texts.get(name(MadeWith::Other)),
        texts.get(keys::builder::MADE_OTHER)
    );
}

/// "the address below" is said where the address comes first, and nowhere else.
#[test]
fn the_advice_speaks_of_the_code_that_comes_first() {
    for made_with in MadeWith::ALL {
        let words = Texts::english().get(advice(made_with));
        let has_address = words.contains("the address below");
        assert_eq!(has_address, made_with.first() == Code::Address, "{words}");
        let has_shortcode = words.contains("shortcode");
        assert_eq!(has_shortcode, made_with.first() == Code::Shortcode, "{words}");
    }
}

#[test]
fn the_document_has_a_section_for_each() {
    let document = include_str!("../../docs/site-builders.md");
    for made_with in MadeWith::ALL
        .into_iter()
        .filter(|made_with| *made_with != MadeWith::Other)
    {
        let heading = format!("\n## {}\n", Texts::english().get(name(made_with)));
        assert!(document.contains(&heading), "{heading}");
    }
}
