//! A comparison: several partners' summaries, put together by the chair.

use super::day::Day;
use super::extra::{self, Extra};
use super::organisation::Organisation;
use super::summary::Summary;

/// Most partners of one comparison: more do not fit a screen. A funder with more takes the table instead.
pub const MOST_PARTNERS: usize = 30;

/// One person's summary in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Partner {
    /// A random number that tells the partners of one comparison apart; 0 until they are kept on a device.
    pub id: u32,
    /// What the chair calls it; empty if the name in the summary, or else a letter, will do. As
    /// [`super::name::clean_name`] leaves it.
    pub label: String,
    /// Number of its organisation, 0 to 29. Partners with the same number are people of one organisation
    /// and have one vote together (`content.md` section 3.1, rule 1).
    pub organisation: u8,
    /// What it answered.
    pub summary: Summary,
}

/// A comparison on this device.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comparison {
    /// The day on which it was begun.
    pub day: Day,
    /// Name of the partnership; empty if not given. As [`super::name::clean_name`] leaves it.
    pub name: String,
    /// The partners, in the order in which they were added; at most [`MOST_PARTNERS`].
    pub partners: Vec<Partner>,
    /// Whether the topics on which partners differ most come first on screen. It is never in a link or in a file that is
    /// handed on.
    pub by_difference: bool,
    /// The words of the statements that invitations added, as far as they are known: ordered, each set once, at most
    /// [`extra::MOST_SETS`].
    pub sets: Vec<Extra>,
}

impl Comparison {
    /// A comparison without partners.
    pub const fn new(day: Day) -> Self {
        Self {
            day,
            name: String::new(),
            partners: Vec::new(),
            by_difference: false,
            sets: Vec::new(),
        }
    }

    /// What it is called and how it is shown, without its partners and the words of sets.
    #[must_use]
    pub(super) fn without_partners(&self) -> Self {
        Self {
            name: self.name.clone(),
            by_difference: self.by_difference,
            ..Self::new(self.day)
        }
    }

    /// The comparison as it may be handed on: without the names that no screen of it shows. Those are what a partner
    /// calls itself where the chair calls it something else, and what each calls the partnership.
    #[must_use]
    pub fn to_hand_on(&self) -> Self {
        let mut handed = self.clone();
        handed.by_difference = false;
        handed.sets = self.sets_answered();
        for partner in &mut handed.partners {
            partner.summary.partnership.clear();
            if !partner.label.is_empty() {
                partner.summary.organisation.clear();
            }
        }
        handed
    }

    /// The words that are known of the sets that partners answered, in the order of [`extra::add`].
    pub fn sets_answered(&self) -> Vec<Extra> {
        let mut sets = Vec::new();
        let answers = self
            .partners
            .iter()
            .filter_map(|partner| partner.summary.extra.as_ref());
        extra::add(
            &mut sets,
            answers.filter_map(|answers| extra::find(&self.sets, answers.set()).cloned()),
        );
        sets
    }

    /// The partner with this id, to be changed.
    pub fn partner_mut(&mut self, id: u32) -> Option<&mut Partner> {
        self.partners.iter_mut().find(|partner| partner.id == id)
    }

    /// All names in it: the partnership's, and the partners' as the screen shows them, each once.
    pub fn names(&self) -> Vec<&str> {
        let partners = self.partners.iter().map(|partner| {
            if partner.label.is_empty() {
                &partner.summary.organisation
            } else {
                &partner.label
            }
        });
        let mut names: Vec<&str> = Vec::new();
        for name in [&self.name].into_iter().chain(partners) {
            if !name.is_empty() && !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The numbers of the organisations, in the order in which their first people were added.
    pub fn organisation_numbers(&self) -> Vec<u8> {
        let mut numbers = Vec::new();
        for partner in &self.partners {
            if !numbers.contains(&partner.organisation) {
                numbers.push(partner.organisation);
            }
        }
        numbers
    }

    /// The lowest number that no organisation has yet.
    pub fn free_number(&self) -> u8 {
        (0..=u8::MAX)
            .find(|number| {
                self.partners
                    .iter()
                    .all(|partner| partner.organisation != *number)
            })
            .unwrap_or(0)
    }

    /// The people of the organisation with this number.
    pub fn people(&self, number: u8) -> impl Iterator<Item = &Partner> {
        self.partners
            .iter()
            .filter(move |partner| partner.organisation == number)
    }

    /// The organisations with the answers of their people, in the order of
    /// [`Self::organisation_numbers`].
    pub fn organisations(&self) -> Vec<Organisation<'_>> {
        self.organisation_numbers()
            .into_iter()
            .map(|number| Organisation::of_summaries(self.people(number).map(|partner| &partner.summary)))
            .collect()
    }
}
