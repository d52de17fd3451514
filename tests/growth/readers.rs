//! The readers of text from outside, each with texts that would cost it most.

use partnership_health_check::content::pseudo;

use super::reading::{
    ADDRESS, read_file, read_folder, read_language, read_pasted, read_stored, read_table, read_words,
};

/// A reader, and a kind of text.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// A text of about so many bytes.
    pub(crate) text: fn(usize) -> String,
    pub(crate) read: fn(&str),
}

fn read_address(text: &str) {
    for read in ADDRESS {
        read(text);
    }
}

/// The payload of a summary link: a quick check.
const PAYLOAD: &str = "AQGKBRwKqmlbVYAAdHcpag";

/// All readers with all their texts.
pub(crate) const READERS: &[Reader] = &[
    Reader {
        name: "stored text, responses to unknown statements",
        text: |length| {
            // Two copies of one check, in the order that is the furthest from ours.
            let half = (length - 120) / 2;
            let check = |from: &str| {
                let responses = numbered(half, |at| format!("\"{from}{:06}\":\"4@1\"", 999_999 - at));
                format!(r#"{{"id":5,"started":1,"responses":{{{responses}}}}}"#)
            };
            stored_text(&[check("Y"), check("X")].join(","), "")
        },
        read: read_stored,
    },
    Reader {
        name: "stored text, ids of deleted checks",
        text: |length| stored_text("", &numbered(length - 60, |at| (999_999 - at).to_string())),
        read: read_stored,
    },
    Reader {
        name: "stored text, many checks",
        text: |length| {
            let check = |at| format!(r#"{{"id":{},"started":1}}"#, 999_999 - at);
            stored_text(&numbered(length - 60, check), "")
        },
        read: read_stored,
    },
    Reader {
        name: "stored text, many copies of one check",
        text: |length| {
            let check = |at| format!(r#"{{"id":1,"started":1,"responses":{{"x{at}":"4@1"}}}}"#);
            stored_text(&numbered(length - 60, check), "")
        },
        read: read_stored,
    },
    Reader {
        name: "stored text, one long note",
        text: |length| {
            let note = "e\u{301}".repeat((length - 110) / 3);
            stored_text(
                &format!(r#"{{"id":1,"started":1,"notes":{{"A1":"{note}@1"}}}}"#),
                "",
            )
        },
        read: read_stored,
    },
    Reader {
        name: "stored text, brackets of a newer version",
        text: |length| format!(r#"{{"phc":"stored","v":2,"x":{}"#, "[".repeat(length - 28)),
        read: read_stored,
    },
    Reader {
        name: "stored folder, many entries",
        text: |length| folder_text(length, |at| format!(r#"{{"id":{},"revision":1}}"#, 999_999 - at)),
        read: read_folder,
    },
    Reader {
        name: "stored folder, many copies of one comparison",
        text: |length| {
            folder_text(length, |at| {
                let partners = format!(r#"{{"id":1,"organisation":0,"link":"{PAYLOAD}","label":"{at}"}}"#);
                format!(r#"{{"id":1,"revision":1,"comparison":{{"day":1,"partners":[{partners}]}}}}"#)
            })
        },
        read: read_folder,
    },
    Reader {
        name: "stored folder, many plans",
        text: |length| {
            folder_text(length, |at| {
                let steps: Vec<_> = (1..=20)
                    .map(|id| format!(r#"{{"id":{id},"what":"x"}}"#))
                    .collect();
                let steps = steps.join(",");
                format!(r#"{{"id":{at},"revision":1,"plan":{{"of":7,"steps":[{steps}]}}}}"#)
            })
        },
        read: read_folder,
    },
    Reader {
        name: "file, a long name around many values",
        text: |length| {
            let (name, values) = ("a".repeat(length / 2), "0,".repeat(length / 4));
            format!("{{\"{name}\":[{values}0]}}")
        },
        read: read_file,
    },
    Reader {
        name: "file, names as long as can be around many values",
        text: |length| {
            let name = "a".repeat(64);
            let open = format!("{{\"{name}\":").repeat(5);
            let values = "0,".repeat((length - open.len()) / 2 - 5);
            format!("{open}[{values}0]{}", "}".repeat(5))
        },
        read: read_file,
    },
    Reader {
        name: "file, many values that are no values of ours",
        text: |length| {
            let members = numbered(length - 70, |at| format!("\"x{at}\":1"));
            format!(r#"{{"phc":"summary","v":1,"link":"{PAYLOAD}",{members}}}"#)
        },
        read: read_file,
    },
    Reader {
        name: "file, one value again and again",
        text: |length| {
            let members = numbered(length - 70, |_| "\"kind\":\"grant\"".to_owned());
            format!(r#"{{"phc":"summary","v":1,"link":"{PAYLOAD}",{members}}}"#)
        },
        read: read_file,
    },
    Reader {
        name: "file, many lines",
        text: |length| format!("[0{}]", fill("\n,0", length)),
        read: read_file,
    },
    Reader {
        name: "file, brackets",
        text: |length| "[".repeat(length),
        read: read_file,
    },
    Reader {
        name: "file, a link that is long",
        text: |length| {
            format!(
                r#"{{"phc":"comparison","v":1,"link":"{}"}}"#,
                "A".repeat(length - 45)
            )
        },
        read: read_file,
    },
    Reader {
        name: "pasted text, many links",
        text: |length| fill(&format!("https://a.example/#phc={PAYLOAD} "), length),
        read: read_pasted,
    },
    Reader {
        name: "pasted text, beginnings of links",
        text: |length| fill("p=\nphc=", length),
        read: read_pasted,
    },
    Reader {
        name: "pasted text, encodings one in the other",
        text: |length| format!("phc%{}3D", fill("25", length)),
        read: read_pasted,
    },
    Reader {
        name: "pasted text, quoted-printable",
        text: |length| format!("phc-compare=3D{}", fill("AQE=\r\n", length)),
        read: read_pasted,
    },
    Reader {
        name: "pasted text, one long line",
        text: |length| "A".repeat(length),
        read: read_pasted,
    },
    Reader {
        name: "address, a long summary",
        text: |length| format!("#phc={}", fill("AQ%253D", length)),
        read: read_address,
    },
    Reader {
        name: "address, a long plan",
        text: |length| format!("#phc={PAYLOAD}&phc-plan={}", fill("AQE", length)),
        read: read_address,
    },
    Reader {
        name: "table, many rows",
        text: |length| table_text(&fill("grant,first,2026-10-08,Food bank,4\n", length)),
        read: read_table,
    },
    Reader {
        name: "table, quotation marks that nothing closes",
        text: |length| table_text(&fill("a\"b,\"c\n", length)),
        read: read_table,
    },
    Reader {
        name: "table, one long row",
        text: |length| table_text(&",".repeat(length - 40)),
        read: read_table,
    },
    Reader {
        name: "table, many columns",
        text: |length| numbered(length, |at| format!("x{at}")),
        read: read_table,
    },
    Reader {
        name: "table, a heading of many words",
        text: |length| fill("we ", length),
        read: read_table,
    },
    Reader {
        name: "table, one statement again and again",
        text: |length| fill("V1,", length),
        read: read_table,
    },
    Reader {
        name: "table, a name of many marks",
        text: |length| {
            let name = fill("\u{301}", length - 80);
            table_text(&format!("grant,first,2026-10-08,e{name},4\n"))
        },
        read: read_table,
    },
    Reader {
        name: "language file, many lines",
        text: |length| {
            // The head of a language file of this build: any other is refused before its lines are counted.
            let head = pseudo::LONG.lines().next().unwrap_or_default();
            format!("{head}\n{}", "\n".repeat(length - head.len()))
        },
        read: read_language,
    },
    Reader {
        name: "attribute or field, marks on one letter",
        text: |length| format!("e{}", fill("\u{301}", length)),
        read: read_words,
    },
    Reader {
        name: "attribute or field, white space",
        text: |length| fill(" \n", length),
        read: read_words,
    },
];

/// A text again and again.
fn fill(unit: &str, length: usize) -> String {
    unit.repeat(length / unit.len())
}

/// As many texts as fit into the length, with commas between them.
fn numbered(length: usize, text: impl Fn(usize) -> String) -> String {
    let mut all = text(0);
    for at in 1.. {
        let next = text(at);
        if all.len() + 1 + next.len() > length {
            break;
        }
        all.push(',');
        all.push_str(&next);
    }
    all
}

fn table_text(rows: &str) -> String {
    format!("kind,side,day,organisation,A1.2\n{rows}")
}

fn stored_text(checks: &str, removed: &str) -> String {
    format!(r#"{{"phc":"stored","v":1,"checks":[{checks}],"removed":[{removed}]}}"#)
}

fn folder_text(length: usize, entry: impl Fn(usize) -> String) -> String {
    let entries = numbered(length - 50, entry);
    format!(r#"{{"phc":"folder","v":1,"written_by":"","entries":[{entries}]}}"#)
}
