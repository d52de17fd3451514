//! How far letters in place of names hide who is who, counted on made-up partnerships. The numbers stand in
//! `docs/privacy.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use itertools::Itertools as _;
use partnership_health_check::domain::answer::{Response, Stage, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link::{decode_comparison, encode_comparison};

/// Made-up partnerships of each size.
const ROUNDS: u32 = 100;

/// `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }

    /// Whether something of this many in a hundred happens.
    fn happens(&mut self, hundredths: u64) -> bool {
        self.below(100) < hundredths
    }

    /// From -1 to 1, more often near 0.
    fn around(&mut self) -> i64 {
        i64::from(self.below(2) == 1) - i64::from(self.below(2) == 1)
    }
}

/// A made-up person: seven in ten are of charities, one in five took the quick check. Answers lie around what the
/// partnership, the topic and the person tend to, from 1 to 5; one in twelve has no number.
fn summary(chance: &mut Chance, side: Side, level: i64, topics: &[i64]) -> Summary {
    let kind = Kind::Consortium;
    let length = if chance.happens(20) {
        Length::Quick
    } else {
        Length::Full
    };
    let own = chance.around();
    let mut sheet = AnswerSheet::default();
    for statement in length.statements(kind) {
        let topic = topics[statement.index() % topics.len()];
        let number = (level + own + topic + chance.around()).clamp(1, 5);
        let response = match chance.below(24) {
            0 => Response::DoNotKnow,
            1 => Response::NotYet,
            _ => Response::parse(&number.to_string()).expect("1 to 5"),
        };
        sheet.set(statement, Some(response));
    }
    let sector = match chance.below(10) {
        0..7 => Sector::Charity,
        7 | 8 => Sector::PublicBody,
        _ => Sector::Business,
    };
    let stage = Stage::ALL[chance.below(2) as usize + 1];
    Summary {
        length,
        kind,
        side,
        sector: Some(sector),
        day: Day(20_700 + chance.below(14) as u16),
        sheet,
        stage: (length == Length::Full).then_some(StageChoice::Stage(stage)),
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}

/// A made-up partnership: one lead, and members.
fn partnership(chance: &mut Chance, size: u8) -> Comparison {
    let level = 3 + chance.around();
    let topics: Vec<i64> = (0..12).map(|_| chance.around()).collect();
    let mut comparison = Comparison::new(Day(20_720));
    let lead = chance.below(u64::from(size)) as u8;
    for place in 0..size {
        let seat = if place == lead { Side::First } else { Side::Second };
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation: place,
            summary: summary(chance, seat, level, &topics),
        });
    }
    comparison
}

/// How many have something that nobody else in the link has.
fn alone<T: Ord>(comparison: &Comparison, what: impl Fn(&Summary) -> T) -> usize {
    let mut found: BTreeMap<T, usize> = BTreeMap::new();
    for partner in &comparison.partners {
        *found.entry(what(&partner.summary)).or_default() += 1;
    }
    found.values().filter(|count| **count == 1).count()
}

/// Whose row is known by these answers: those who gave all of them.
fn found_by(comparison: &Comparison, known: &[(StatementId, Response)]) -> usize {
    let gave = |partner: &&Partner| {
        let sheet = &partner.summary.sheet;
        known
            .iter()
            .all(|(statement, response)| sheet.get(*statement) == Some(*response))
    };
    comparison.partners.iter().filter(gave).count()
}

/// Some answers of a person, as somebody may have heard them.
fn heard(chance: &mut Chance, summary: &Summary, count: usize) -> Vec<(StatementId, Response)> {
    let mut all: Vec<_> = StatementId::all()
        .filter_map(|statement| Some((statement, summary.sheet.get(statement)?)))
        .collect();
    (0..count)
        .map(|_| all.swap_remove(chance.below(all.len() as u64) as usize))
        .collect()
}

fn through_a_link(comparison: &Comparison, named: bool) -> Comparison {
    let payload = encode_comparison(comparison, named);
    decode_comparison(&format!("#phc-compare={payload}")).expect("a link")
}

/// What somebody looks for, and how many partners they find with days, sectors and order, and with letters.
type Row = (&'static str, [f64; 2]);

fn count(size: u8) -> Vec<Row> {
    let mut chance = Chance(u64::from(size));
    let mut sums: Vec<(&str, [u32; 2])> = Vec::new();
    let mut add = |name: &'static str, at: usize, count: usize| {
        let place = sums.iter().position(|(known, _)| *known == name);
        let place = place.unwrap_or_else(|| {
            sums.push((name, [0; 2]));
            sums.len() - 1
        });
        sums[place].1[at] += count as u32;
    };
    for _ in 0..ROUNDS {
        let made = partnership(&mut chance, size);
        let known: Vec<_> = made
            .partners
            .iter()
            .map(|partner| [1, 3, 6].map(|count| heard(&mut chance, &partner.summary, count)))
            .collect();
        for (at, link) in [through_a_link(&made, true), through_a_link(&made, false)]
            .iter()
            .enumerate()
        {
            let placed = link.partners.iter().zip_eq(&made.partners);
            let placed = placed.filter(|(one, other)| one.summary.sheet == other.summary.sheet);
            add("its place in the order in which they came", at, placed.count());
            add("its day", at, alone(link, |found| found.day));
            add("its sector", at, alone(link, |found| found.sector));
            add("its side", at, alone(link, |found| found.side));
            let shape = |found: &Summary| (found.length, found.kind, found.side);
            add("its length, kind and side", at, alone(link, shape));
            let all = |found: &Summary| (shape(found), found.stage, found.sector, found.day);
            add("all of this and the stage", at, alone(link, all));
            for (name, which) in [
                ("one of its answers", 0),
                ("three of them", 1),
                ("six of them", 2),
            ] {
                let found = known.iter().filter(|known| found_by(link, &known[which]) == 1);
                add(name, at, found.count());
            }
            // With one partner's own summary link at hand, for each partner in turn.
            let own = made.partners.iter().filter(|partner| {
                let own = &partner.summary;
                let same = |found: &&Partner| found.summary.sheet == own.sheet;
                link.partners.iter().filter(same).count() == 1
            });
            add("its own summary link", at, own.count());
        }
    }
    let mean = |sum: u32| f64::from(sum) / f64::from(ROUNDS);
    sums.into_iter()
        .map(|(name, sum)| (name, sum.map(mean)))
        .collect()
}

#[test]
fn the_document_says_how_many_can_be_told_apart() {
    let sizes = [3_u8, 5, 8, 12];
    let counted = sizes.map(count);
    let mut table =
        String::from("| who knows of a partner | of 3 | of 5 | of 8 | of 12 |\n|---|---|---|---|---|\n");
    for (place, (name, _)) in counted[0].iter().enumerate() {
        write!(table, "| {name} |").expect("a text");
        for rows in &counted {
            let [before, after] = rows[place].1;
            write!(table, " {before:.1} → {after:.1} |").expect("a text");
        }
        table.push('\n');
    }
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/privacy.md");
    let document = fs::read_to_string(document).expect("the document");
    assert!(document.contains(&table), "docs/privacy.md should say:\n{table}");
    for (rows, size) in counted.iter().zip_eq(sizes) {
        let of = |name: &str| rows.iter().find(|row| row.0 == name).expect("a row").1;
        assert!(of("its day")[1] < 0.01);
        assert!(of("its sector")[1] < 0.01);
        // One stands at its own place in any order, on average: that is chance.
        let [before, after] = of("its place in the order in which they came");
        assert!(before > f64::from(size) - 0.01 && after < 1.5, "{after}");
    }
}
