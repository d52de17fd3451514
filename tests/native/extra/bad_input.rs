//! What comes from outside: links, stored texts and files that say what cannot be.

use partnership_health_check::app::chair::Message as Chair;
use partnership_health_check::app::chair::earlier::Told;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::record::Record;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::json;
use partnership_health_check::formats::import::{self, ImportFault, Imported};
use partnership_health_check::formats::link::{
    LinkError, decode, decode_invitation, encode, encode_invitation,
};
use partnership_health_check::formats::stored::{self, StoredError};
use partnership_health_check::formats::{folder, link};

use super::support::{THREE, answers, set};
use crate::both::Both;
use crate::formats::vectors::sealed;
use crate::plan::support::summary;

fn invitation(extra: Option<Extra>) -> Invitation {
    Invitation {
        partnership: String::new(),
        length: Length::Full,
        kind: Kind::Grant,
        reply_by: None,
        reply_to: String::new(),
        extra,
    }
}

/// What an invitation with these statements, as bytes, is read as.
fn read(count: u8, statements: &[&[u8]]) -> Result<Invitation, LinkError> {
    // Version, question set, full and grant with own statements.
    let mut bytes = vec![1, 1, 0b0010_0001, count];
    for statement in statements {
        if statement.len() > 127 {
            bytes.push(0x80 | (statement.len() >> 8) as u8);
        }
        bytes.push(statement.len() as u8);
        bytes.extend(*statement);
    }
    decode_invitation(&["#phc-invite=", &sealed(&bytes)].concat())
}

#[test]
fn an_invitation_without_own_statements_is_as_it_was() {
    // A frozen link of the time before.
    let link = encode_invitation(&invitation(None));
    assert_eq!(link, "AQEg3PairA");
}

#[test]
fn statements_that_this_program_does_not_write_are_refused() {
    let good: &[u8] = b"Calls are returned.";
    assert_eq!(
        read(1, &[good]),
        Ok(invitation(Some(set(&["Calls are returned."]))))
    );
    let long = "x".repeat(141);
    let five_thousand = "x".repeat(5_000);
    for (count, statements) in [
        (0, &[][..]),
        (2, &[good, good]),
        (1, &[b""]),
        (1, &[b" padded "]),
        (1, &[b"two\nlines"]),
        (1, &[b"bell\x07"]),
        (1, &["turned \u{202E}round".as_bytes()]),
        (1, &["unseen \u{200B}space".as_bytes()]),
        (1, &[b"\xFF\xFE"]),
        (1, &[long.as_bytes()]),
        (1, &[five_thousand.as_bytes()]),
        (6, &[b"a", b"b", b"c", b"d", b"e", b"f"]),
    ] {
        assert_eq!(
            read(count, statements),
            Err(LinkError::Impossible),
            "{count} {statements:?}"
        );
    }
    // Markup is text like any other.
    let markup = read(1, &[b"<script>alert(1)</script>"]).expect("readable");
    assert_eq!(markup.extra, Some(set(&["<script>alert(1)</script>"])));
}

#[test]
fn a_cut_invitation_is_told_as_cut() {
    let whole = encode_invitation(&invitation(Some(set(&THREE))));
    for letters in 12..whole.len() {
        let cut = ["#phc-invite=", &whole[..letters]].concat();
        assert_eq!(decode_invitation(&cut), Err(LinkError::CutOff), "{letters}");
    }
}

/// A quick check of another kind, all blank, with these six bytes behind its responses.
fn with(bytes: [u8; 6]) -> Result<Summary, LinkError> {
    let plain = Summary {
        length: Length::Quick,
        kind: Kind::Other,
        sheet: partnership_health_check::domain::sheet::AnswerSheet::default(),
        stage: None,
        ..summary("4", &[], "")
    };
    let letters = encode(&plain);
    let whole = data_encoding::BASE64URL_NOPAD
        .decode(letters.as_bytes())
        .expect("base64url");
    let mut body = whole[..11].to_vec();
    // The first bit behind 28 and 39 bits is the fourth of the last byte.
    body[10] |= 0b0001_0000;
    body.extend(bytes);
    decode(&sealed(&body))
}

#[test]
fn answers_that_cannot_be_are_refused() {
    let good = with([0b0000_0000, 0b0000_1100, 1, 2, 3, 4])
        .expect("readable")
        .extra
        .expect("answers");
    assert_eq!(good.set().to_string(), "E1-01020304");
    assert_eq!(good.responses().len(), 1);
    // No start, and starts with no whole statement behind them or with none at all.
    for packed in [0_u16, 1, 2, 4, 0b1_0000, 0b10_0000] {
        let [high, low] = packed.to_be_bytes();
        assert_eq!(
            with([high, low, 1, 2, 3, 4]),
            Err(LinkError::Impossible),
            "{packed:b}"
        );
    }
}

#[test]
fn words_changed_in_a_stored_check_are_left_out_and_counted() {
    let sum = set(&THREE).fingerprint().sum;
    let text = |words: &str| {
        format!(
            r#"{{"phc":"stored","v":1,"written_by":"0.1.0","checks":[{{"id":1,"started":20780,"setup":{{"at":1,"length":"quick","kind":"other","side":"first"}},"responses":{{"A1.2":"4@2","E1":"5@3","E3":"1@4"}},"notes":{{}},"extra":{{"at":1,"set":{sum},"statements":{words}}}}}]}}"#
        )
    };
    let three = serde_json::to_string(&THREE).expect("JSON");
    let whole = stored::load(&text(&three)).expect("readable");
    assert_eq!(
        (whole.out_of_range, whole.record.checks[0].extra_set()),
        (0, Some(&set(&THREE)))
    );
    let long = format!("[\"{}\"]", "x".repeat(5_000));
    for changed in [
        &three.replace("two days", "ten days"),
        "[]",
        "[\"\"]",
        &long,
        "[\"a\",\"a\"]",
    ] {
        let loaded = stored::load(&text(changed)).expect("readable");
        let check = &loaded.record.checks[0];
        assert_eq!((loaded.out_of_range, check.extra_set()), (3, None), "{changed}");
        assert!(check.extra_responses.iter().all(|field| field.value.is_none()));
        assert_eq!(check.answered(), 1, "the published check is as it was");
    }
    // What is no statement at all makes the text unreadable, as anywhere else.
    for broken in ["[1]", "{}", "\"a\"", "null"] {
        assert_eq!(
            stored::load(&text(broken)),
            Err(StoredError::Unreadable),
            "{broken}"
        );
    }
}

#[test]
fn words_changed_in_a_folder_make_it_unreadable() {
    let sum = set(&THREE).fingerprint().sum;
    let three = serde_json::to_string(&THREE).expect("JSON");
    let text = |words: &str| {
        format!(
            r#"{{"phc":"folder","v":1,"entries":[{{"id":1,"revision":1,"statements":{{"set":{sum},"words":{words}}}}}]}}"#
        )
    };
    let found = folder::load(&text(&three)).expect("readable");
    assert_eq!(found.statements(), [(1, &set(&THREE))]);
    assert_eq!(
        folder::load(&text(&three.replace("two", "ten"))),
        Err(StoredError::Unreadable)
    );
}

#[test]
fn words_changed_in_a_file_are_refused_with_their_field() {
    let summary = Summary {
        extra: Some(answers(&set(&THREE), &["4", "", "dk"])),
        ..summary("4", &[], "norming")
    };
    let file = json::summary(&summary, Some(&set(&THREE)));
    let found = import::json(&file);
    assert_eq!(
        found,
        Ok(Imported::Summary(Box::new(summary.clone()), Some(set(&THREE))))
    );
    for (what, field) in [
        (file.replace("two days", "ten days"), "extra.statements[0]"),
        (file.replace("\"E1\":\"4\"", "\"E1\":\"5\""), "extra.responses.E1"),
        (file.replace("\"set\":\"E3", "\"set\":\"E2"), "extra.set"),
    ] {
        assert_ne!(what, file);
        let error = import::json(&what).expect_err("refused");
        assert_eq!((error.field.as_str(), error.fault), (field, ImportFault::Differs));
    }
    // Without the words it is the link's file, as ever.
    let bare = json::summary(&summary, None);
    assert_eq!(
        import::json(&bare),
        Ok(Imported::Summary(Box::new(summary), None))
    );
}

/// Answers to statements whose words nobody knows could not be read by anybody; it is told how many are left out.
#[test]
fn answers_without_their_words_are_told_when_a_file_is_opened() {
    let summary = Summary {
        extra: Some(answers(&set(&THREE), &["4", "", "dk"])),
        ..summary("4", &[], "norming")
    };
    let opened = |both: &mut Both| {
        both.chair(Chair::FilesRead(vec![json::summary(&summary, None)]));
        let Some(Told::Imported { new, left_out, .. }) = both.chair.earlier.told else {
            panic!("{:?}", both.chair.earlier.told);
        };
        let check = &both.device.state.record.checks[0];
        (new, left_out, check.extra_answers())
    };
    let mut stranger = Both::new(Record::default());
    assert_eq!(opened(&mut stranger), (1, 2, None));
    // Where the words are known they are found.
    let mut chair = Both::new(Record::default());
    chair.chair.folder.set(9, Item::Statements(set(&THREE)));
    assert_eq!(opened(&mut chair), (1, 0, summary.extra.clone()));
}

#[test]
fn a_long_invitation_can_still_be_read() {
    let statements: Vec<String> = (0..5)
        .map(|number| format!("{number}{}", "\u{1F600}".repeat(139)))
        .collect();
    let invitation = Invitation {
        partnership: "\u{1F600}".repeat(60),
        reply_to: format!("{}@example.org", "a".repeat(180)),
        ..invitation(Extra::new(statements))
    };
    assert!(invitation.extra.is_some());
    let address = link::at(
        "https://check.example/",
        link::INVITATION_PREFIX,
        &encode_invitation(&invitation),
    );
    assert_eq!(decode_invitation(&address), Ok(invitation));
}
