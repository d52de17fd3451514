//! The text of a journey: what was pressed, a line each, and below it what was heard, a line for each utterance.

use std::fmt;

const HEARD: &str = "    ";
const PART: &str = "== ";
const NOTHING: &str = "(silence)";

/// Steps under headings.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Script {
    steps: Vec<Step>,
    /// A heading stands before the step with this number.
    parts: Vec<(usize, String)>,
}

#[derive(Debug, Default, PartialEq)]
struct Step {
    done: String,
    heard: Vec<String>,
}

impl Script {
    /// Reads what [`fmt::Display`] wrote.
    pub(super) fn read(text: &str) -> Self {
        let mut script = Self::default();
        for line in text.lines() {
            if let Some(said) = line.strip_prefix(HEARD) {
                if said != NOTHING {
                    script.heard(said);
                }
            } else if let Some(name) = line.strip_prefix(PART) {
                script.part(name);
            } else if !line.is_empty() {
                script.step(line);
            }
        }
        script
    }

    pub(super) fn part(&mut self, name: &str) {
        self.parts.push((self.steps.len(), name.to_owned()));
    }

    pub(super) fn step(&mut self, done: &str) {
        self.steps.push(Step {
            done: done.to_owned(),
            heard: Vec::new(),
        });
    }

    /// Adds what was heard to the last step.
    pub(super) fn heard(&mut self, said: &str) {
        if let Some(step) = self.steps.last_mut() {
            step.heard.push(said.to_owned());
        }
    }

    /// What was heard in the last step.
    pub(super) fn last(&self) -> &[String] {
        self.steps.last().map_or(&[], |step| &step.heard)
    }

    /// What is heard in this script at the place of the other's last step, if the same was done up to there.
    pub(super) fn same_step(&self, other: &Self) -> Option<Vec<String>> {
        let done = self.steps.iter().map(|step| &step.done);
        let same = self.steps.len() >= other.steps.len()
            && done.zip(&other.steps).all(|(done, step)| *done == step.done);
        let at = other.steps.len().checked_sub(1)?;
        same.then(|| self.steps[at].heard.clone())
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.parts.iter().peekable();
        for (at, step) in self.steps.iter().enumerate() {
            while let Some((_, name)) = parts.next_if(|(before, _)| *before == at) {
                writeln!(f, "{}{PART}{name}\n", if at == 0 { "" } else { "\n" })?;
            }
            writeln!(f, "{}", step.done)?;
            if step.heard.is_empty() {
                writeln!(f, "{HEARD}{NOTHING}")?;
            }
            for said in &step.heard {
                writeln!(f, "{HEARD}{said}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Script;

    const TEXT: &str = "\
== Start

Tab
    Skip to the check link.
space
    (silence)

== Next

Return
    Shared purpose
    heading level 1
";

    #[test]
    fn a_script_is_read_as_it_was_written() {
        assert_eq!(Script::read(TEXT).to_string(), TEXT);
    }

    #[test]
    fn what_is_expected_ends_where_something_else_is_done() {
        let (known, mut now) = (Script::read(TEXT), Script::default());
        now.step("Tab");
        assert_eq!(
            known.same_step(&now),
            Some(vec!["Skip to the check link.".to_owned()])
        );
        now.step("Return");
        assert_eq!(known.same_step(&now), None);
    }
}
