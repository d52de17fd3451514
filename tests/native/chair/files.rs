//! Files of a comparison: the numbers in each are those on screen.

use itertools::Itertools as _;
use partnership_health_check::app::chair::Effect;
use partnership_health_check::app::chair::compare::{Message as Act, address as address_of};
use partnership_health_check::app::file::File;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::ids::{Side, StatementId};
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::import::{self, Imported};
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::comparison::report;
use partnership_health_check::present::chair::files::{self, Form, markdown};
use partnership_health_check::present::files as summary_files;

use super::support::{Device, address, all, named, with};

/// All files that a comparison can be saved as.
const FORMS: [Form; 5] = [
    Form::Table,
    Form::Statements,
    Form::Responses,
    Form::Json,
    Form::Markdown,
];

fn device() -> Device {
    let mut device = Device::new();
    let one = with(
        named(all("4"), "=Tea | *all*"),
        &[("A2.1", "2"), ("B1.1", "dk"), ("B1.2", "dk")],
    );
    let two = with(all("3"), &[("A2.1", "5"), ("V1", "1")]);
    device.paste(&format!("{} {}", address(&one), address(&two)));
    device
}

/// The file of the comparison that is open.
fn file(device: &Device, form: Form) -> Option<File> {
    let names = device.state.compare.names;
    files::file(Texts::english(), device.comparison(), names, form)
}

/// Name of a topic and its scores, together and of each organisation, as the screen shows them.
fn on_screen(device: &Device) -> Vec<(String, String, Vec<String>)> {
    let report = report(Texts::english(), device.comparison(), true).expect("two organisations");
    let mut rows: Vec<_> = report
        .rows()
        .map(|row| {
            let shown = row.bar.shown.map(|shown| shown.to_string()).unwrap_or_default();
            let scores = row.scores().map(|score| score.replace("no score", ""));
            (row.bar.id.to_owned(), shown, scores.collect())
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn the_table_has_the_numbers_on_screen() {
    let device = device();
    let table = file(&device, Form::Table).expect("a file");
    assert_eq!(table.name, "partnership-health-check-comparison.csv");
    let text = table.text.strip_prefix('\u{FEFF}').expect("the mark of UTF-8");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .expect("heads")
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(
        heads[7..],
        ["'=Tea | *all*", "Partner B"],
        "no formula, and the names on screen"
    );
    let mut rows: Vec<_> = reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            (
                row[0].to_owned(),
                row[2].to_owned(),
                vec![row[7].to_owned(), row[8].to_owned()],
            )
        })
        .collect();
    rows.sort();
    assert_eq!(rows, on_screen(&device));
}

#[test]
fn the_statements_have_the_answers_on_screen() {
    let mut device = device();
    device.paste(&address(&with(all("2"), &[("A1.1", "dk"), ("A1.2", "5")])));
    device.act(Act::Grouped(device.partner(2), Some(device.partner(1))));
    let table = file(&device, Form::Statements).expect("a file");
    assert_eq!(table.name, "partnership-health-check-statements.csv");
    let text = table.text.strip_prefix('\u{FEFF}').expect("the mark of UTF-8");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    let of = |id: &str| rows.iter().find(|row| &row[0] == id).expect("the statement");
    assert_eq!(of("A1.1"), vec!["A1.1", "A1", "similar", "", "4", "3.0"]);
    assert_eq!(of("A1.2"), vec!["A1.2", "A1", "similar", "", "4", "4.0"]);
    assert_eq!(of("B1.1"), vec!["B1.1", "B1", "", "", "dk", "2.5"]);
    assert_eq!(of("A2.1"), vec!["A2.1", "A2", "similar", "", "2", "3.5"]);

    let texts = Texts::english();
    let report = report(texts, device.comparison(), true).expect("two organisations");
    let shown: Vec<_> = report.rows().flat_map(|row| &row.statements).collect();
    assert_eq!(shown.len(), rows.len());
    for statement in shown {
        let is_its = |row: &&csv::StringRecord| {
            StatementId::parse(&row[0]).is_some_and(|id| texts.statement(id, Side::First) == statement.words)
        };
        let row = rows.iter().find(is_its).expect("the statement on screen");
        for (answer, cell) in statement.answers.iter().zip_eq(row.iter().skip(4)) {
            let in_words = Response::parse(cell).map(|response| texts.response(response).to_owned());
            assert!(
                in_words.as_ref() == Some(answer) || answer.contains(cell),
                "{answer} is {cell}"
            );
        }
    }
}

#[test]
fn markdown_has_the_numbers_on_screen_and_no_marks_of_others() {
    let device = device();
    let text = markdown(Texts::english(), device.comparison(), true).expect("two organisations");
    assert!(text.contains("A: =Tea \\| \\*all\\*"), "{text}");
    for (id, shown, scores) in on_screen(&device) {
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("| {id} ")))
            .unwrap_or_else(|| panic!("{id} is missing in {text}"));
        let cells: Vec<_> = row.split(" | ").collect();
        if !shown.is_empty() {
            assert_eq!(cells[1], shown, "{row}");
        }
        assert!(row.contains(scores[1].as_str()), "{row}");
    }
}

#[test]
fn letters_leave_the_names_out_of_every_file() {
    let mut device = device();
    device.act(Act::NamesChosen(false));
    for form in FORMS {
        let text = file(&device, form).expect("a file").text;
        assert!(!text.contains("Tea"), "{form:?}: {text}");
    }
}

#[test]
fn the_table_of_many_has_a_row_a_respondent_and_statement() {
    let mut device = Device::new();
    let mut text = String::new();
    for day in 0..40_u16 {
        let mut summary = all("3");
        summary.day.0 -= day;
        text.push_str(&address(&summary));
        text.push('\n');
    }
    device.paste(&text);
    device.act(Act::AnswersPressed);
    let Some(Effect::Download(file)) = device.effects.first() else {
        panic!("no table: {:?}", device.effects)
    };
    assert_eq!(file.name, "partnership-health-check-answers.csv");
    assert!(file.text.starts_with("\u{FEFF}respondent,"));
    assert_eq!(file.text.lines().count(), 1 + 40 * 49);
}

#[test]
fn no_link_and_no_file_holds_a_name_that_the_screen_does_not_show() {
    let mut device = Device::new();
    let mut one = named(all("4"), "Secret Trust");
    one.partnership = "Their own name for it".to_owned();
    let two = named(all("2"), "Town hall");
    device.paste(&format!("{} {}", address(&one), address(&two)));
    device.act(Act::Renamed(device.partner(0), "Partner one".to_owned()));
    let open = device.state.compare.open.expect("a comparison");
    device.act(Act::Named(open, "Tea for all".to_owned()));
    device.act(Act::ShareNamesChosen(true));
    assert_eq!(
        device.comparison().names(),
        ["Tea for all", "Partner one", "Town hall"]
    );

    let link = link::decode_comparison(&address_of(
        &device.state.context.address,
        device.comparison(),
        device.state.compare.share_names,
    ))
    .expect("a link");
    let json = file(&device, Form::Json).expect("a file").text;
    let Ok(Imported::Comparison(saved)) = import::json(&json) else {
        panic!("{json}");
    };
    for found in [link, saved] {
        assert_eq!(found.names(), ["Tea for all", "Partner one", "Town hall"]);
        let hidden = found.partners.iter().map(|partner| &partner.summary);
        let hidden: Vec<_> = hidden
            .map(|one| [&*one.organisation, &*one.partnership])
            .collect();
        assert_eq!(hidden, [["", ""], ["Town hall", ""]]);
    }
    for form in FORMS {
        let text = file(&device, form).expect("a file").text;
        assert!(!text.contains("Secret") && !text.contains("Their own"), "{text}");
    }
    // On the device itself nothing is forgotten.
    device.act(Act::Renamed(device.partner(0), String::new()));
    assert_eq!(
        device.comparison().names(),
        ["Tea for all", "Secret Trust", "Town hall"]
    );
}

/// A website's own words are for people: what programs read, and every link, is the same.
#[test]
fn own_words_change_no_file_for_programs() {
    let device = device();
    let (words, faults) = Texts::english().in_own_words("partnership = alliance | Shared purpose = Our aim");
    assert_eq!(faults, []);
    for form in FORMS {
        let file = |texts| {
            let file = files::file(texts, device.comparison(), device.state.compare.names, form);
            file.expect("a file").text
        };
        let (plain, own) = (file(Texts::english()), file(words));
        assert_eq!(plain == own, form != Form::Markdown, "{form:?}");
        let says = own.contains("“alliance” for “partnership”") && own.contains("Our aim");
        assert_eq!(says, form == Form::Markdown, "{form:?}");
    }
    let summary = &device.comparison().partners[0].summary;
    let both = |make: fn(Texts, &Summary, Option<&Extra>) -> File| {
        [Texts::english(), words].map(|texts| make(texts, summary, None).text)
    };
    for make in [summary_files::table, summary_files::json] {
        let [plain, own] = both(make);
        assert_eq!(plain, own);
    }
    let [plain, own] = both(summary_files::markdown);
    assert_ne!(plain, own);
    assert!(own.contains("“Our aim” for “Shared purpose”"), "{own}");
}
