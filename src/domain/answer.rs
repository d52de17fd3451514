//! What a person can choose for a statement, and for the stage question.

/// A point on the scale of truth, 1 ("Not true") to 5 ("Completely true"), `content.md` section 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point(u8);

impl Point {
    /// The point with this number; `None` outside 1 to 5.
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=5) {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Its number, 1 to 5.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// What was chosen for one statement. A blank is the absence of a response (`content.md` section 3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Response {
    /// A point, 1 to 5.
    Point(Point),
    /// "Do not know": no value, counted.
    DoNotKnow,
    /// "Does not apply yet": no value, not counted.
    NotYet,
}

/// Values of the seven radio buttons, in the order in which they are offered.
const VALUES: [&str; 7] = ["1", "2", "3", "4", "5", "dk", "na"];

impl Response {
    /// All seven, in the order in which they are offered: 1 to 5, do not know, does not apply yet.
    pub const ALL: [Self; 7] = [
        Self::Point(Point(1)),
        Self::Point(Point(2)),
        Self::Point(Point(3)),
        Self::Point(Point(4)),
        Self::Point(Point(5)),
        Self::DoNotKnow,
        Self::NotYet,
    ];

    /// Position in [`Response::ALL`], 0 to 6.
    pub const fn index(self) -> usize {
        match self {
            Self::Point(point) => point.0 as usize - 1,
            Self::DoNotKnow => 5,
            Self::NotYet => 6,
        }
    }

    /// Its value in forms and storage: `1` to `5`, `dk` or `na`.
    pub const fn value(self) -> &'static str {
        VALUES[self.index()]
    }

    /// The response with this value.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|response| response.value() == value)
    }

    /// The number of its point, 1 to 5, if it has one.
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::Point(point) => Some(point.0),
            Self::DoNotKnow | Self::NotYet => None,
        }
    }
}

/// A stage of development (`content.md` section 2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Stage {
    Forming,
    Storming,
    Norming,
    Performing,
}

impl Stage {
    /// All four, in their fixed order.
    pub const ALL: [Self; 4] = [Self::Forming, Self::Storming, Self::Norming, Self::Performing];

    /// Position in [`Stage::ALL`], 0 to 3.
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What was chosen for the stage question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageChoice {
    /// One of the four.
    Stage(Stage),
    /// "Not sure".
    NotSure,
}

impl StageChoice {
    /// All five, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Stage(Stage::Forming),
        Self::Stage(Stage::Storming),
        Self::Stage(Stage::Norming),
        Self::Stage(Stage::Performing),
        Self::NotSure,
    ];

    /// Position in [`StageChoice::ALL`], 0 to 4.
    pub const fn index(self) -> usize {
        match self {
            Self::Stage(stage) => stage.index(),
            Self::NotSure => 4,
        }
    }

    /// Its id in forms and storage: `forming`, `storming`, `norming`, `performing`, `unsure`.
    pub const fn id(self) -> &'static str {
        ["forming", "storming", "norming", "performing", "unsure"][self.index()]
    }

    /// The choice with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }
}
