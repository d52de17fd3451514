//! A page as a real screen reader speaks it: Orca reads Firefox on a display that nobody sees, and what it says comes as
//! text. Where to start: `Ear`; `stage` is what it runs in, `script` the text of a journey, `level` takes out what
//! differs from run to run.

mod level;
mod script;
mod stage;

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

pub use level::level;
use script::Script;
pub use stage::Stage;

/// What stands behind a key that leads to another page.
const PAGE: &str = ", to another page";
/// What stands between a key and the words that it has to tell.
const TELLS: &str = ", which tells ";
/// How long it is silent when it has said what was expected.
const QUIET: Duration = Duration::from_millis(300);
/// How long it is silent when it has said all that it will say. Long, because the machine may be busy.
const SILENT: Duration = Duration::from_millis(1200);
/// The same, when more is expected than was heard.
const PATIENCE: Duration = Duration::from_secs(10);

/// Somebody who listens. Each key that they press stands in the script with what was heard.
pub struct Ear {
    stage: Stage,
    speech: BufReader<File>,
    origin: String,
    script: Script,
    expected: Script,
}

impl Ear {
    /// Starts Orca, which listens to nothing yet. `expected` is the script of an earlier time, or nothing: it says how long
    /// to wait for what is late. `origin` is where the page is.
    pub fn start(origin: &str, expected: &str) -> Result<Self> {
        let stage = Stage::start()?;
        let speech = File::open(stage.speech()).context("Orca has no file for its words.")?;
        let mut ear = Self {
            stage,
            speech: BufReader::new(speech),
            origin: origin.trim_end_matches('/').to_owned(),
            script: Script::default(),
            expected: Script::read(expected),
        };
        let end = Instant::now() + Duration::from_secs(90);
        while ear.lines()?.is_empty() {
            if Instant::now() > end {
                bail!("Orca does not start.\n{}", ear.stage.complaints());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(ear)
    }

    /// What Firefox has to be started in.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// All that was done and heard.
    pub fn script(&self) -> String {
        self.script.to_string()
    }

    /// A heading in the script.
    pub fn part(&mut self, name: &str) {
        self.script.part(name);
    }

    /// Waits until it has taken in a page that was loaded. What it says then depends on how fast the page came, and is no
    /// part of the script.
    pub fn wait(&mut self) -> Result<()> {
        let mut last = Instant::now();
        while last.elapsed() < SILENT {
            if !self.lines()?.is_empty() {
                last = Instant::now();
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Presses a key that leads to another page of the check. The script says so, and a test holds each script to it.
    pub fn turn(&mut self, key: &str) -> Result<String> {
        self.script.step(&format!("{key}{PAGE}"));
        self.send(key)?;
        self.listen(false)
    }

    /// Presses a key that has to tell this once, in these words.
    pub fn told(&mut self, key: &str, words: &str) -> Result<String> {
        self.script.step(&format!("{key}{TELLS}“{words}”"));
        self.send(key)?;
        self.listen(false)
    }

    /// Presses a key, by the names of xdotool: `Tab`, `ctrl+Home`. Returns what was heard.
    pub fn press(&mut self, key: &str) -> Result<String> {
        self.script.step(key);
        self.send(key)?;
        self.listen(false)
    }

    /// Presses a key until these words are heard.
    pub fn until(&mut self, key: &str, words: &str) -> Result<String> {
        for _ in 0..60 {
            let heard = self.press(key)?;
            if heard.contains(words) {
                return Ok(heard);
            }
        }
        bail!("“{words}” is never heard with {key}.")
    }

    /// Types a text, in a field.
    pub fn types(&mut self, text: &str) -> Result<String> {
        self.script.step(&format!("types “{text}”"));
        self.stage.press(&["type", "--delay", "15", text])?;
        self.listen(false)
    }

    /// Has everything read from here to the end.
    pub fn read_on(&mut self) -> Result<String> {
        self.script.step("reads on");
        self.send("KP_Add")?;
        self.listen(true)
    }

    /// Each modifier is let go of after its key: xdotool itself lets go of it first, and Orca takes what is left for
    /// another command.
    fn send(&self, key: &str) -> Result<()> {
        let mut modifiers: Vec<&str> = key.split('+').collect();
        let last = modifiers.pop().unwrap_or_default();
        let mut words = Vec::new();
        for modifier in &modifiers {
            words.extend(["keydown", modifier]);
        }
        words.extend(["key", "--delay", "20", last]);
        for modifier in modifiers.iter().rev() {
            words.extend(["keyup", modifier]);
        }
        self.stage.press(&words)
    }

    /// Waits until it has said everything, and writes that into the script.
    fn listen(&mut self, to_the_end: bool) -> Result<String> {
        let expected = self.expected.same_step(&self.script);
        let (mut last, mut reads) = (Instant::now(), to_the_end);
        let mut spoke = last;
        loop {
            let lines = self.lines()?;
            if !lines.is_empty() {
                last = Instant::now();
            }
            for (kind, said) in lines {
                match kind.as_str() {
                    "said" => {
                        spoke = last;
                        if let Some(said) = level::said(&said, &self.origin) {
                            self.script.heard(&said);
                        }
                    }
                    "read to the end" => reads = false,
                    _ => {}
                }
            }
            let heard = self.script.last();
            let silent = match &expected {
                _ if reads => PATIENCE * 5,
                Some(expected) if heard == expected => QUIET,
                Some(expected) if expected.starts_with(heard) => PATIENCE,
                // Hardly any key says nothing.
                None if heard.is_empty() => SILENT * 3,
                _ => SILENT,
            };
            // A clock on the page keeps Orca at work for ever.
            let is_idle = !reads && spoke.elapsed() >= PATIENCE;
            if last.elapsed() >= silent || is_idle {
                return Ok(heard.join(" | "));
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What has come since the last time: kinds and words.
    fn lines(&mut self) -> Result<Vec<(String, String)>> {
        let mut lines = Vec::new();
        let mut line = String::new();
        loop {
            let before = line.len();
            self.speech.read_line(&mut line)?;
            if line.ends_with('\n') {
                lines.push(serde_json::from_str(&line)?);
                line.clear();
            } else if line.len() == before {
                break;
            }
        }
        if !line.is_empty() {
            // Half a line: the other half comes with the next look.
            let back = i64::try_from(line.len())?;
            self.speech.seek_relative(-back)?;
        }
        Ok(lines)
    }
}
