//! Texts that stand in markup and in addresses, and digits.

use partnership_health_check::formats::decimal::of_hundred;
use partnership_health_check::formats::escape::{markup, percent};
use partnership_health_check::formats::mail::mail_address;
use proptest::prelude::*;

use crate::plays::plays;

#[test]
fn a_mail_address_holds_its_texts() {
    let address = mail_address("kim+tea@example.org", "Tea & cake", "Zoë\r\n#1");
    assert_eq!(
        address,
        "mailto:kim%2Btea@example.org?subject=Tea%20%26%20cake&body=Zo%C3%AB%0D%0A%231"
    );
    assert!(mail_address("", "a", "b").starts_with("mailto:?subject=a"));
}

#[test]
fn digits_of_a_score_are_those_of_the_number() {
    for number in 0..=100 {
        assert_eq!(of_hundred(number), number.to_string());
    }
    assert!((101..=u8::MAX).all(|number| of_hundred(number).is_empty()));
}

proptest! {
    #![proptest_config(plays(256))]

    #[test]
    fn markup_has_nothing_that_means_something_and_reads_the_same(text in any::<String>()) {
        let escaped = markup(&text);
        prop_assert!(!escaped.contains(['<', '>', '"', '\'', '[', ']', '`', '\n', '\r']));
        let document = format!("<t a=\"{escaped}\">{escaped}</t>");
        let document = roxmltree::Document::parse(&document).expect("XML");
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        prop_assert_eq!(document.root_element().text().unwrap_or_default(), &plain);
        prop_assert_eq!(document.root_element().attribute("a"), Some(plain.as_str()));
    }

    #[test]
    fn percent_comes_back(text in any::<String>()) {
        let encoded = percent(&text);
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        let mut bytes = Vec::new();
        let mut rest = encoded.as_str();
        while let Some(first) = rest.chars().next() {
            let length = if first == '%' { 3 } else { 1 };
            let byte = if first == '%' { u8::from_str_radix(&rest[1..3], 16).expect("two digits") } else { first as u8 };
            bytes.push(byte);
            rest = &rest[length..];
        }
        prop_assert_eq!(String::from_utf8(bytes).expect("UTF-8"), text);
    }
}
