//! The figures in a table, each with what it should be and what it must never be.

/// One line of the table.
#[derive(Clone)]
pub(super) struct Figure {
    name: &'static str,
    unit: &'static str,
    ours: f64,
    /// The same of the plain page.
    plain: f64,
    limit: Limit,
}

#[derive(Clone, Copy)]
enum Limit {
    None,
    /// Of the figure itself.
    Value {
        aim: f64,
        never_above: f64,
    },
    /// Of the figure divided by that of the plain page.
    Ratio {
        aim: f64,
        never_above: f64,
    },
}

impl Figure {
    pub(super) fn new(name: &'static str, unit: &'static str, ours: f64, plain: f64) -> Self {
        Self {
            name,
            unit,
            ours,
            plain,
            limit: Limit::None,
        }
    }

    /// A figure that the plain page does not have.
    pub(super) fn alone(name: &'static str, unit: &'static str, ours: f64) -> Self {
        Self::new(name, unit, ours, f64::NAN)
    }

    pub(super) fn limits(self, aim: f64, never_above: f64) -> Self {
        Self {
            limit: Limit::Value { aim, never_above },
            ..self
        }
    }

    pub(super) fn ratios(self, aim: f64, never_above: f64) -> Self {
        Self {
            limit: Limit::Ratio { aim, never_above },
            ..self
        }
    }

    fn ratio(&self) -> f64 {
        self.ours / self.plain
    }

    fn verdict(&self) -> Verdict {
        let (value, aim, never_above) = match self.limit {
            Limit::None => return Verdict::NoLimit,
            Limit::Value { aim, never_above } => (self.ours, aim, never_above),
            Limit::Ratio { aim, never_above } => (self.ratio(), aim, never_above),
        };
        // A figure that could not be measured is within no limit.
        if value <= aim {
            Verdict::Met
        } else if value <= never_above {
            Verdict::Missed
        } else {
            Verdict::Above
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    NoLimit,
    Met,
    Missed,
    Above,
}

/// Prints the table. Returns whether no figure is above what it must never be.
pub(super) fn print(figures: &[Figure]) -> bool {
    println!(
        "\n{:<44} {:>9} {:>9} {:>7} {:>8} {:>8}",
        "", "ours", "plain", "ratio", "aim", "never >"
    );
    for figure in figures {
        let (aim, never_above) = match figure.limit {
            Limit::None => (String::new(), String::new()),
            Limit::Value { aim, never_above } => (format!("{aim}"), format!("{never_above}")),
            Limit::Ratio { aim, never_above } => (format!("{aim} x"), format!("{never_above} x")),
        };
        let verdict = match figure.verdict() {
            Verdict::NoLimit => "",
            Verdict::Met => "good",
            Verdict::Missed => "aim missed",
            Verdict::Above => "TOO MUCH",
        };
        println!(
            "{:<44} {:>9.1} {:>9} {:>7} {aim:>8} {never_above:>8}  {verdict}",
            match figure.unit {
                "" => figure.name.to_owned(),
                unit => format!("{}, {unit}", figure.name),
            },
            figure.ours,
            unless_none(figure.plain, 1),
            unless_none(figure.ratio(), 2),
        );
    }
    figures.iter().all(|figure| figure.verdict() != Verdict::Above)
}

/// A number with so many decimals; nothing for one that there is not.
fn unless_none(number: f64, decimals: usize) -> String {
    if number.is_nan() {
        return String::new();
    }
    format!("{number:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::{Figure, Verdict};

    #[test]
    fn a_figure_is_held_against_its_limits() {
        let ratio = |ours| Figure::new("", "", ours, 10.0).ratios(1.1, 1.4).verdict();
        assert!(ratio(11.0) == Verdict::Met);
        assert!(ratio(12.0) == Verdict::Missed);
        assert!(ratio(15.0) == Verdict::Above);
        assert!(ratio(f64::NAN) == Verdict::Above);
    }
}
