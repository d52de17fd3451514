//! `docs/content.md` has the words of the check once more, beside their reasons: they are those of `content/`.

use std::path::Path;

use itertools::Itertools as _;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Stage, StageChoice};
use partnership_health_check::domain::ids::{Criterion, Kind, Length, Side, StatementId};
use partnership_health_check::domain::topic::Topic;

use super::files::{assert_none, file, files};

/// The rows of the tables below a heading, each with its cells.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let document = file("docs/content.md").text;
    let (_, section) = document.split_once(&format!("\n{heading}")).expect("the heading");
    let end = section
        .find("\n## ")
        .into_iter()
        .chain(section.find("\n### "))
        .min();
    section[..end.unwrap_or(section.len())]
        .lines()
        .filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'))
        .map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// Typed quotes, as the document has them.
fn typed(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace('’', "'")
}

/// Asserts that the rows that begin with one of these cells are these, up to the last cell that is given.
fn same(heading: &str, wanted: &[Vec<&str>]) {
    let mut found = rows(heading);
    found.retain(|row| wanted.iter().any(|wanted| wanted[0] == row[0]));
    for row in &mut found {
        row.truncate(wanted[0].len());
    }
    let wanted: Vec<Vec<_>> = wanted
        .iter()
        .map(|row| row.iter().map(|cell| typed(cell)).collect())
        .collect();
    assert_eq!(found.len(), wanted.len(), "{heading}");
    for (row, wanted) in found.iter().zip_eq(&wanted) {
        assert_eq!(row, wanted, "{heading}");
    }
}

#[test]
fn statements_are_those_that_are_asked() {
    let texts = Texts::english();
    let asked = |id| texts.statement(id, Side::First);
    let core: Vec<_> = Criterion::ALL
        .into_iter()
        .flat_map(|criterion| {
            let names = [texts.criterion(criterion), "", ""];
            criterion
                .statements()
                .into_iter()
                .enumerate()
                .map(move |(place, id)| vec![id.id(), names[place], asked(id)])
        })
        .collect();
    same("### 2.1", &core);
    let value: Vec<_> = StatementId::value().map(|id| vec![id.id(), asked(id)]).collect();
    same("### 2.2", &value);
    let mut pairs = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.has_pairs()) {
        let all = Length::Full.statements(kind).into_iter();
        for id in all.filter(|id| {
            !StatementId::core()
                .chain(StatementId::value())
                .any(|other| other == *id)
        }) {
            let [first, second] = Side::ALL.map(|side| texts.statement(id, side));
            pairs.push(vec![
                id.id(),
                first,
                if first == second { "Same words" } else { second },
            ]);
        }
    }
    assert_eq!(pairs.len(), 28);
    same("### 2.4", &pairs);
    let quick: Vec<_> = Length::Quick
        .statements(Kind::Other)
        .into_iter()
        .map(StatementId::id)
        .collect();
    let (last, others) = quick.split_last().expect("statements");
    let document = file("docs/content.md").text;
    let sentence = format!(
        "\n### 2.3 Quick check ({})\n\n{} and {last}.",
        quick.len(),
        others.join(", ")
    );
    assert!(document.contains(&sentence), "{sentence}");
}

#[test]
fn stages_cards_and_criteria_are_those_that_are_shown() {
    let texts = Texts::english();
    let choices =
        Stage::ALL.map(|stage| vec![texts.stage(stage), texts.stage_choice(StageChoice::Stage(stage))]);
    let advice = Stage::ALL.map(|stage| vec![texts.stage(stage), texts.stage_advice(stage)]);
    same("### 2.5", &[choices, advice].concat());
    let cards: Vec<_> = Topic::all()
        .map(|topic| {
            vec![
                topic.id(),
                texts.talk(topic),
                texts.first_step(topic),
                texts.next_step(topic),
            ]
        })
        .collect();
    same("### 2.6", &cards);
    let named: Vec<_> = rows("## 1.").into_iter().map(|row| row[1].clone()).collect();
    for criterion in Criterion::ALL {
        let name = format!("{} {}", criterion.id(), texts.criterion(criterion));
        assert!(named.contains(&name), "{name}");
    }
}

#[test]
fn paths_in_the_documents_exist() {
    let documents = [
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/dev/embedded.md",
        "docs/dev/failures.md",
        "docs/dev/first-screen.md",
        "docs/dev/keeping-answers.md",
        "docs/editing.md",
        "docs/releasing.md",
        "docs/upgrading.md",
    ];
    let exists = |path: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
    let folders = [
        "build/",
        "content/",
        "docs/",
        "src/",
        "styles/",
        "tests/",
        "wordpress/",
        "xtask/",
    ];
    let mut gone = Vec::new();
    for document in documents {
        let text = file(document).text;
        for path in text.split('`').skip(1).step_by(2) {
            let is_path =
                folders.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', ' ', '*', '…']);
            if is_path && !exists(path) {
                gone.push(format!("{document}: {path}"));
            }
        }
    }
    // The map of screens: a column for each layer, with what lies in it.
    let text = file("ARCHITECTURE.md").text;
    let (_, map) = text
        .split_once("| screen | `app` | `present` | `views` |\n")
        .expect("the map of screens");
    for row in map.lines().skip(1).take_while(|line| line.starts_with('|')) {
        for (layer, cell) in ["app", "present", "views"]
            .iter()
            .zip_eq(row.split('|').skip(2).take(3))
        {
            for name in cell.split('`').skip(1).step_by(2) {
                let path = format!("src/{layer}/{name}");
                if !exists(&path) && !exists(&format!("{path}.rs")) {
                    gone.push(format!("ARCHITECTURE.md: {path}"));
                }
            }
        }
    }
    assert_none("Named in a document and not there", &gone);
}

/// The front door: what it links to is there, and its pictures are small and say what they show.
#[test]
fn the_readme_leads_somewhere() {
    let text = file("README.md").text;
    let links: Vec<_> = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .collect();
    assert!(links.len() > 20, "{links:?}");
    let mut gone = Vec::new();
    for (link, _) in links.iter().filter(|(link, _)| !link.contains("://")) {
        let path = link.split('#').next().unwrap_or_default();
        let found = Path::new(env!("CARGO_MANIFEST_DIR")).join(path).metadata();
        let is_picture = path.starts_with("docs/pictures/");
        if found.is_err() || is_picture && found.is_ok_and(|found| found.len() > 120_000) {
            gone.push((*link).to_owned());
        }
    }
    assert_none("Gone from the README, or too big", &gone);
    let pictures: Vec<_> = text.split("![").skip(1).collect();
    assert_eq!(pictures.len(), 2);
    assert!(pictures.iter().all(|rest| rest.find(']') > Some(40)));
}

/// People copy the examples, so they have every header, not most of them.
#[test]
fn the_examples_for_servers_have_every_header() {
    let text = file("docs/hosting.md").text;
    let (_, headers) = text.split_once("\n## Headers\n").expect("the headers");
    let (headers, _) = headers.split_once("| part |").expect("their end");
    let headers: Vec<_> = headers
        .lines()
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| name.contains('-') && name.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter(|(name, _)| !name.contains(['`', ' ']))
        // It is for a whole domain.
        .filter(|(name, _)| *name != "Strict-Transport-Security")
        .collect();
    assert_eq!(headers.len(), 7, "{headers:?}");
    for (server, word) in [("nginx", "add_header"), ("apache", "Header set")] {
        let (_, example) = text.split_once(&format!("```{server}\n")).expect("an example");
        let (example, _) = example.split_once("```").expect("its end");
        for (name, value) in &headers {
            let plain = format!("{word} {name} {value}");
            let quoted = format!("{word} {name} \"{value}\"");
            assert!(
                example.contains(&plain) || example.contains(&quoted),
                "{server}: {name}"
            );
        }
    }
}

/// The tests that documents name, as in `store::faults::…`, by their module or with their own names.
#[test]
fn tests_that_the_documents_name_exist() {
    let mut tests = String::new();
    let mut modules = Vec::new();
    for source in files(&["tests"], &[".rs"]) {
        tests.push_str(&source.text);
        modules.push(source.path.clone());
    }
    let is_name = |word: &&str| {
        word.contains("::")
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == ':')
    };
    let mut named = Vec::new();
    for (document, least) in [("docs/reliability.md", 30), ("docs/site-builders.md", 10)] {
        let text = file(document).text;
        let before = named.len();
        named.extend(
            quoted_as_code(&text)
                .into_iter()
                .filter(is_name)
                .map(str::to_owned),
        );
        assert!(named.len() - before >= least, "{document}: {named:?}");
    }
    let gone: Vec<String> = named
        .into_iter()
        .filter(|name| {
            let last = name.rsplit("::").next().unwrap_or_default();
            let module = name.replace("::", "/");
            !tests.contains(&format!("fn {last}(")) && !modules.iter().any(|path| path.contains(&module))
        })
        .collect();
    assert_none("These tests are gone", &gone);
}

/// What stands between backticks.
fn quoted_as_code(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}
