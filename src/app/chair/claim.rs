//! Claims of new partners to belong to an organisation that is already in the comparison. A link does not prove that, so
//! whoever chairs is asked first.

use crate::domain::comparison::Comparison;

/// People who claim to belong to an organisation of a comparison. They stay apart from it until somebody says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Id of the comparison.
    pub comparison: u32,
    /// Id of a partner of the organisation.
    pub to: u32,
    /// The ids of the people.
    pub people: Vec<u32>,
}

impl Claim {
    /// The number of the organisation in this comparison; `None` where it is gone.
    pub fn organisation(&self, comparison: &Comparison) -> Option<u8> {
        let partner = comparison.partners.iter().find(|partner| partner.id == self.to);
        partner.map(|partner| partner.organisation)
    }

    /// The ids of the people who are still in this comparison and stand apart from the organisation.
    pub fn apart(&self, comparison: &Comparison) -> Vec<u32> {
        let Some(to) = self.organisation(comparison) else {
            return Vec::new();
        };
        let partners = comparison.partners.iter();
        partners
            .filter(|partner| partner.organisation != to && self.people.contains(&partner.id))
            .map(|partner| partner.id)
            .collect()
    }
}

/// What people claim who just came: the numbers of the organisations, with the places of those who say they belong to each.
pub(super) type Claimed = Vec<(u8, Vec<usize>)>;

/// Adds what the people who came last claim, to what was claimed before of the same organisation.
pub(super) fn add(claims: &mut Vec<Claim>, comparison: (u32, &Comparison), claimed: Claimed) {
    let (id, comparison) = comparison;
    for (number, places) in claimed {
        let ids = places.iter().filter_map(|place| comparison.partners.get(*place));
        let people: Vec<u32> = ids.map(|partner| partner.id).collect();
        let is_same =
            |claim: &&mut Claim| claim.comparison == id && claim.organisation(comparison) == Some(number);
        if let Some(claim) = claims.iter_mut().find(is_same) {
            claim.people.extend(people);
        } else if let Some(to) = comparison.people(number).next() {
            let to = to.id;
            claims.push(Claim {
                comparison: id,
                to,
                people,
            });
        }
    }
}
