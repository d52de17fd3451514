//! The npm package: two tools look at it, and three projects of `tests/e2e/projects` take it as its README says, each in a
//! clean folder. Nothing comes from a network: what they need besides is beside this test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;
use xtask::browser::Browser;
use xtask::places;
use xtask::serve::Server;

use super::{between, clean, released};
use crate::guest;
use crate::support::journey;

const NAME: &str = "partnership-health-check";

fn tests() -> PathBuf {
    places::root().join("tests/e2e")
}

fn package() -> Result<PathBuf> {
    Ok(released()?.path(&released()?.names.npm))
}

/// Runs a command to its end; what it said is in the error.
pub(super) fn run(command: &mut Command) -> Result<()> {
    let line = xtask::program::line(command);
    let said = command
        .output()
        .with_context(|| format!("Could not run `{line}`."))?;
    let text = [said.stdout, said.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    ensure!(said.status.success(), "`{line}` says:\n{}", text.concat());
    Ok(())
}

#[test]
fn publint_finds_no_fault() -> Result<()> {
    run(Command::new("node")
        .arg(tests().join("node_modules/publint/src/cli.js"))
        .arg(package()?)
        .arg("--strict"))
}

#[test]
fn its_types_are_right_however_they_are_looked_for() -> Result<()> {
    run(Command::new("node")
        .arg(tests().join("node_modules/@arethetypeswrong/cli/dist/index.js"))
        .args(["--profile", "esm-only"])
        .arg(package()?))
}

/// A project in a clean folder.
struct Project {
    /// The folders above it end where Node finds what is not the project's own.
    #[expect(dead_code, reason = "dropping it removes the folder")]
    above: TempDir,
    folder: PathBuf,
}

impl Project {
    /// A project of `tests/e2e/projects` with the package installed.
    fn of(name: &str) -> Result<Self> {
        let above = clean()?;
        std::os::unix::fs::symlink(tests().join("node_modules"), above.path().join("node_modules"))?;
        let folder = above.path().join(name);
        let copied = tests().join("projects").join(name);
        run(Command::new("cp").arg("-r").arg(copied).arg(&folder))?;
        let project = Self { above, folder };
        let install = [
            "install",
            "--offline",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ];
        run(project.command("npm").args(install).arg(package()?))?;
        Ok(project)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder);
        command
    }

    fn installed(&self) -> PathBuf {
        self.folder.join("node_modules").join(NAME)
    }

    /// The code of the README that follows this heading, in this language.
    fn readme(&self, heading: &str, language: &str) -> Result<String> {
        let text = fs::read_to_string(self.installed().join("README.md"))?;
        let (_, part) = text
            .split_once(&format!("\n## {heading}\n"))
            .with_context(|| format!("The README has no part “{heading}”."))?;
        let code = between(part, &format!("```{language}\n"), "```");
        Ok(code
            .with_context(|| format!("“{heading}” has no {language}."))?
            .to_owned())
    }

    /// Puts code where the page has its mark.
    fn put(&self, code: &str) -> Result<()> {
        let page = self.folder.join("index.html");
        let text = fs::read_to_string(&page)?;
        Ok(fs::write(page, text.replace("<!-- check -->", code))?)
    }

    /// Takes the steps that the README has for bundlers, and builds.
    fn build(&self) -> Result<()> {
        let part = "With Vite or another bundler";
        let copying = self.readme(part, "sh")?;
        run(self.command("sh").args(["-e", "-c", &copying]))?;
        self.put(&self.readme(part, "html")?)?;
        run(self.command("npm").args(["run", "build"]))
    }

    /// Serves a folder, takes the check there and looks whether the page hears of it.
    async fn works_in(&self, name: &str, folder: &Path) -> Result<()> {
        let server = Server::start_plain(folder)?;
        journey(&format!("released-{name}"), async |browser: &Browser| {
            browser.open(&server.origin()).await?;
            guest::press_until(browser, "label[for$=kind-other]", "[id$=kind-other]:checked").await?;
            guest::press_until(browser, "label[for$=length-quick]", "[id$=length-quick]:checked").await?;
            guest::begin(browser).await?;
            let heard = "return document.title === arguments[0];";
            browser
                .wait("the page to hear of it", heard, vec![json!("1 answered")])
                .await
                .map(drop)
        })
        .await
    }
}

#[tokio::test]
async fn a_plain_page_takes_the_package() -> Result<()> {
    let project = Project::of("plain")?;
    project.put(&project.readme("In a page", "html")?)?;
    // A page that somebody writes by hand, with the folder beside it.
    run(Command::new("cp")
        .arg("-r")
        .arg(project.installed())
        .arg(project.folder.join(NAME)))?;
    fs::remove_dir_all(project.folder.join("node_modules"))?;
    project.works_in("plain", &project.folder).await
}

#[tokio::test]
async fn a_project_with_vite_takes_the_package() -> Result<()> {
    let project = Project::of("vite")?;
    project.build()?;
    project.works_in("vite", &project.folder.join("dist")).await
}

#[tokio::test]
async fn a_project_with_react_takes_the_package_and_its_types() -> Result<()> {
    let project = Project::of("react")?;
    let component = project.readme("With Vite or another bundler", "tsx")?;
    fs::write(project.folder.join("src/check.tsx"), component)?;
    project.build()?;
    project.works_in("react", &project.folder.join("dist")).await
}
