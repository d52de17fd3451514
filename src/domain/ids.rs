//! The parts of the check by name: dimensions, criteria, statements, kinds of relationship, sides.
//!
//! The shape (3 dimensions, 12 criteria of 3 statements, 6 value statements, 4 sets of 7 pairs) is fixed
//! here, because the scoring rules and the released link layouts rely on it. The words are content.

/// One of the three dimensions of a partnership (`content.md` section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// A. How we get on.
    Relationship,
    /// B. How we run things.
    Running,
    /// C. What we achieve.
    Results,
}

impl Dimension {
    /// All three, in the order of the check.
    pub const ALL: [Self; 3] = [Self::Relationship, Self::Running, Self::Results];

    /// Position in the check, 0 to 2.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The four criteria of this dimension, in the order of the check.
    pub fn criteria(self) -> impl Iterator<Item = Criterion> {
        Criterion::ALL
            .into_iter()
            .filter(move |criterion| criterion.dimension() == self)
    }
}

/// One of the twelve criteria, A1 to C4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the ids of content.md section 1")]
pub enum Criterion {
    A1,
    A2,
    A3,
    A4,
    B1,
    B2,
    B3,
    B4,
    C1,
    C2,
    C3,
    C4,
}

/// Ids of the criteria, by index.
const CRITERION_IDS: [&str; 12] = [
    "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4",
];

impl Criterion {
    /// All twelve, in the order of the check.
    pub const ALL: [Self; 12] = [
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::B1,
        Self::B2,
        Self::B3,
        Self::B4,
        Self::C1,
        Self::C2,
        Self::C3,
        Self::C4,
    ];

    /// Position in the check, 0 to 11.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The dimension it belongs to.
    pub const fn dimension(self) -> Dimension {
        Dimension::ALL[self.index() / 4]
    }

    /// Its id as content, links and files write it, such as `A1`.
    pub const fn id(self) -> &'static str {
        CRITERION_IDS[self.index()]
    }

    /// The criterion with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.id() == id)
    }

    /// Its three statements, in the order of the check.
    pub fn statements(self) -> [StatementId; 3] {
        let first = self.index() as u8 * 3;
        [StatementId(first), StatementId(first + 1), StatementId(first + 2)]
    }
}

/// Kind of relationship; the first four have mirrored pairs (`content.md` section 2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Partnership or consortium of civil society organisations: lead and member.
    Consortium,
    /// Commissioner and provider.
    Commissioning,
    /// Grant-maker and recipient.
    Grant,
    /// Prime contractor and sub-contractor.
    Prime,
    /// Any other partnership: it has no sides and no pairs.
    Other,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Consortium,
        Self::Commissioning,
        Self::Grant,
        Self::Prime,
        Self::Other,
    ];

    /// Position in [`Kind::ALL`], 0 to 4.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its id in forms, storage and content: `consortium`, `commissioning`, `grant`, `prime`, `other`.
    pub const fn id(self) -> &'static str {
        ["consortium", "commissioning", "grant", "prime", "other"][self.index()]
    }

    /// The kind with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether it has two sides and seven mirrored pairs.
    pub const fn has_pairs(self) -> bool {
        !matches!(self, Self::Other)
    }

    /// Its seven pair statements, in order; empty for [`Kind::Other`].
    pub fn pairs(self) -> impl Iterator<Item = StatementId> {
        let first = StatementId::FIRST_PAIR + self.index() as u8 * 7;
        let count = if self.has_pairs() { 7 } else { 0 };
        (first..first + count).map(StatementId)
    }
}

/// The seat from which a person sees the relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Lead organisation, commissioner, grant-maker or prime contractor.
    First,
    /// Member organisation, provider, recipient or sub-contractor.
    Second,
}

impl Side {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// Its id in forms and storage: `first` or `second`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The side with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.id() == id)
    }

    /// The side across the table.
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// Sector of the respondent's organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sector {
    /// Charity or community group.
    Charity,
    /// Public body.
    PublicBody,
    /// Business.
    Business,
    /// Something else.
    Other,
}

impl Sector {
    /// All sectors, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Charity, Self::PublicBody, Self::Business, Self::Other];

    /// Position in [`Sector::ALL`], 0 to 3.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its id in forms and storage: `charity`, `public`, `business`, `other`.
    pub const fn id(self) -> &'static str {
        ["charity", "public", "business", "other"][self.index()]
    }

    /// The sector with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.id() == id)
    }
}

/// How many statements are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// 36 core and 6 value statements, the seven of the side, the stage: about 10 minutes.
    Full,
    /// 13 statements: about 3 minutes (`content.md` section 2.3).
    Quick,
}

impl Length {
    /// Both lengths, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Full, Self::Quick];

    /// Its id in forms and storage: `full` or `quick`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Quick => "quick",
        }
    }

    /// The length with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.id() == id)
    }

    /// The statements that a check of this length and kind asks, in order. The stage question is apart.
    pub fn statements(self, kind: Kind) -> Vec<StatementId> {
        match self {
            Self::Full => StatementId::core()
                .chain(StatementId::value())
                .chain(kind.pairs())
                .collect(),
            Self::Quick => QUICK.iter().copied().map(StatementId).collect(),
        }
    }
}

/// The quick check's statements by index: A1.2, A2.2, A3.1, A4.3, B1.2, B2.1, B3.2, B4.1, C1.2, C2.1,
/// C3.3, C4.1 and V2 (`content.md` section 2.3).
const QUICK: [u8; 13] = [1, 4, 6, 11, 13, 15, 19, 21, 25, 27, 32, 33, 37];

/// A statement of the check. Opaque: made from an id with [`StatementId::parse`], or listed by a
/// [`Criterion`], a [`Kind`] or a [`Length`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(u8);

/// Ids of all statements, by index.
const STATEMENT_IDS: [&str; StatementId::COUNT] = [
    "A1.1", "A1.2", "A1.3", "A2.1", "A2.2", "A2.3", "A3.1", "A3.2", "A3.3", "A4.1", "A4.2", "A4.3", "B1.1",
    "B1.2", "B1.3", "B2.1", "B2.2", "B2.3", "B3.1", "B3.2", "B3.3", "B4.1", "B4.2", "B4.3", "C1.1", "C1.2",
    "C1.3", "C2.1", "C2.2", "C2.3", "C3.1", "C3.2", "C3.3", "C4.1", "C4.2", "C4.3", "V1", "V2", "V3", "V4",
    "V5", "V6", "CO1", "CO2", "CO3", "CO4", "CO5", "CO6", "CO7", "CP1", "CP2", "CP3", "CP4", "CP5", "CP6",
    "CP7", "GR1", "GR2", "GR3", "GR4", "GR5", "GR6", "GR7", "PS1", "PS2", "PS3", "PS4", "PS5", "PS6", "PS7",
];

impl StatementId {
    /// How many statements there are in all: 36 core, 6 value, 4 x 7 pairs.
    pub const COUNT: usize = 70;
    const FIRST_VALUE: u8 = 36;
    const FIRST_PAIR: u8 = 42;

    /// Every statement, in the order core, value, pairs.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u8).map(Self)
    }

    /// The 36 core statements, A1.1 to C4.3.
    pub fn core() -> impl Iterator<Item = Self> {
        (0..Self::FIRST_VALUE).map(Self)
    }

    /// The six value statements, V1 to V6.
    pub fn value() -> impl Iterator<Item = Self> {
        (Self::FIRST_VALUE..Self::FIRST_PAIR).map(Self)
    }

    /// V1: what is achieved together.
    pub const V1: Self = Self(36);
    /// V2: worth the time for my organisation.
    pub const V2: Self = Self(37);

    /// Position among all statements, 0 to 69.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Its id as content, links, files and forms write it, such as `A1.1`, `V2` or `CP7`.
    pub const fn id(self) -> &'static str {
        STATEMENT_IDS[self.index()]
    }

    /// The statement with this id.
    pub fn parse(id: &str) -> Option<Self> {
        STATEMENT_IDS
            .iter()
            .position(|known| *known == id)
            .map(|index| Self(index as u8))
    }

    /// The criterion of a core statement; `None` for value and pair statements.
    pub fn criterion(self) -> Option<Criterion> {
        Criterion::ALL.get(self.index() / 3).copied()
    }
}
