//! Without a network, and when a new release comes: the own page opens from what its service worker keeps, and a visit
//! has one release, never half of two. Each journey has a server of its own, which is stopped and started again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use partnership_health_check::charts::logo;
use partnership_health_check::content::keys;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha384};
use tempfile::TempDir;
use xtask::browser::{Browser, Engine, Options};
use xtask::dist::HOME_SCREEN_ICON;
use xtask::places;
use xtask::serve::Server;

use crate::support::answers::Given;
use crate::support::steps::{answer_all, at, begin, local_storage, press, saved, started, words};
use crate::support::{address, journey, journey_as, look};

/// What can be kept: WebKit's driver has no service workers, see docs/reliability.md.
const ENGINES: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

const WORKER: &str = "service-worker.js";

/// A copy of the page on a host of its own.
struct Copy {
    folder: TempDir,
    server: Option<Server>,
    port: u16,
}

impl Copy {
    fn start() -> Result<Self> {
        // Builds it where nobody did.
        address("")?;
        let folder = TempDir::new()?;
        copy(&places::test_site(), folder.path())?;
        let server = Server::start(folder.path(), 0)?;
        let port = server.origin().rsplit(':').next().context("no port")?.parse()?;
        Ok(Self {
            folder,
            server: Some(server),
            port,
        })
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// No network any more.
    fn stop(&mut self) {
        self.server = None;
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes a file, which is then served as it is.
    fn change(&self, name: &str, change: impl FnOnce(String) -> String) -> Result<()> {
        let path = self.path(name);
        fs::write(&path, change(fs::read_to_string(&path)?))?;
        for packed in ["br", "gz"] {
            let _ = fs::remove_file(format!("{}.{packed}", path.display()));
        }
        Ok(())
    }

    /// Puts another release there: one whose page has another description.
    fn release(&self) -> Result<()> {
        let before = sum(&self.path("index.html"))?;
        self.change("index.html", |page| {
            page.replacen(
                "name=\"description\" content=\"",
                "name=\"description\" content=\"Newer. ",
                1,
            )
        })?;
        let after = sum(&self.path("index.html"))?;
        ensure!(before != after, "The page did not change.");
        // Its worker keeps it in a cache of another name, which ends with the release's.
        self.change(WORKER, |worker| {
            let (start, rest) = worker.split_once("registration.scope} `").unwrap_or_default();
            let (between, release) = rest.split_once('}').unwrap_or_default();
            let release = release.get(10..).unwrap_or_default();
            [start, "registration.scope} `", between, "}newer", release]
                .concat()
                .replace(&before, &after)
        })
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

fn sum(path: &Path) -> Result<String> {
    Ok(BASE64.encode(&Sha384::digest(fs::read(path)?)))
}

async fn in_each(name: &str, steps: impl AsyncFn(&Browser, &mut Copy) -> Result<()>) -> Result<()> {
    for engine in ENGINES {
        let options = Options {
            engine,
            ..Options::default()
        };
        let mut copy = Copy::start()?;
        journey_as(
            &format!("{name}-{engine:?}"),
            options,
            async |browser: &Browser| steps(browser, &mut copy).await,
        )
        .await
        .with_context(|| format!("in {engine:?}"))?;
    }
    Ok(())
}

/// A visit, until the page is kept.
async fn visit(browser: &Browser, copy: &Copy) -> Result<()> {
    browser.open(&copy.address()).await?;
    started(browser).await?;
    kept(browser, 1).await?;
    let told = browser.run_until_done(HOME_SCREEN, vec![]).await?;
    ensure!(told == true, "A phone's home screen is told nothing: {told}");
    Ok(())
}

/// Whether the page has a manifest with name and mark.
const HOME_SCREEN: &str = "
    const done = arguments[0];
    fetch(document.querySelector('link[rel=manifest]').href)
        .then((found) => found.json())
        .then(({ name, icons }) => done(name !== '' && icons.length > 0), (error) => done(String(error)));";

/// The icon for phones that read no SVG is a picture that was made of the logo once.
#[tokio::test]
async fn the_icon_for_a_home_screen_is_the_logo() -> Result<()> {
    const COMPARE: &str = "
        const [drawing, picture, done] = arguments;
        const pixels = async (bytes, type) => {
            const image = new Image();
            image.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
            await image.decode();
            const canvas = new OffscreenCanvas(180, 180);
            canvas.getContext('2d').drawImage(image, 0, 0, 180, 180);
            return [image.naturalWidth, canvas.getContext('2d').getImageData(0, 0, 180, 180).data];
        };
        (async () => {
            const [, drawn] = await pixels(drawing, 'image/svg+xml');
            const [width, kept] = await pixels(picture, 'image/png');
            // Edges are not drawn the same by all releases of a browser.
            const others = drawn.filter((value, at) => Math.abs(value - kept[at]) > 64).length;
            return [width, others / drawn.length];
        })().then(done, (error) => done(String(error)));";
    journey("icon", async |browser: &Browser| {
        let drawing = logo::home_screen_icon();
        let arguments = vec![json!(drawing.as_bytes()), json!(HOME_SCREEN_ICON)];
        browser.open("about:blank").await?;
        let found = browser.run_until_done(COMPARE, arguments).await?;
        let others = found[1].as_f64().unwrap_or(1.0);
        ensure!(
            found[0] == 180 && others < 0.005,
            "Width, and share of pixels that are others: {found}. `cargo xtask pictures` makes it."
        );
        Ok(())
    })
    .await
}

/// A later visit. Firefox' driver would load a page again without its service worker.
async fn again(browser: &Browser, copy: &Copy, path: &str) -> Result<()> {
    browser.open("about:blank").await?;
    browser.open(&format!("{}{path}", copy.address())).await?;
    started(browser).await
}

/// So many releases are kept, and the newest serves.
async fn kept(browser: &Browser, number: usize) -> Result<()> {
    const KEPT: &str = "
        const [number, done] = arguments;
        (async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            const names = await caches.keys();
            const still = registration?.installing || registration?.waiting;
            return !still && registration?.active?.state === 'activated' && names.length === number;
        })().then(done);";
    until(browser, KEPT, vec![json!(number)])
        .await
        .with_context(|| format!("Not {number} releases are kept."))
}

/// Neither caches nor a service worker.
async fn nothing_kept(browser: &Browser) -> Result<()> {
    const NOTHING: &str = "
        const done = arguments[0];
        (async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            return registration === undefined && (await caches.keys()).length === 0;
        })().then(done);";
    until(browser, NOTHING, vec![])
        .await
        .context("Something is kept.")
}

/// Waits until a script that tells later says true.
async fn until(browser: &Browser, script: &str, arguments: Vec<Value>) -> Result<()> {
    for _ in 0..200 {
        if browser.run_until_done(script, arguments.clone()).await? == true {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let names = browser
        .run_until_done("caches.keys().then(arguments[0]);", vec![])
        .await?;
    anyhow::bail!("The caches are {names}.")
}

#[tokio::test]
async fn without_a_network_a_whole_check_is_taken() -> Result<()> {
    in_each("offline", async |browser, copy| {
        visit(browser, copy).await?;
        copy.stop();
        let given = Given::full();
        again(browser, copy, "").await?;
        begin(browser, &given.setup).await?;
        answer_all(browser, &given).await?;
        press(browser, keys::answers::FINISH).await?;
        at(browser, "#result").await?;
        look::same(&look::result(browser).await?, &look::expected(&given))?;
        saved(browser).await?;
        // The program of whoever chairs, and a language.
        for (link, fragment) in [
            (keys::navigation::PLAN, "#plan"),
            (keys::navigation::PARTNERS, "#compare"),
            (keys::navigation::EARLIER, "#earlier"),
        ] {
            press(browser, link).await?;
            at(browser, fragment).await?;
        }
        again(browser, copy, "cy/#result").await?;
        let language = browser
            .run("return document.documentElement.lang;", vec![])
            .await?;
        ensure!(language == "cy", "It speaks {language}.");
        browser.find(".chart").await.map(drop)
    })
    .await
}

/// Whether the page is of the release that came second.
async fn is_newer(browser: &Browser) -> Result<bool> {
    let script = "return document.querySelector('meta[name=description]').content.startsWith('Newer. ');";
    Ok(browser.run(script, vec![]).await? == true)
}

#[tokio::test]
async fn a_new_release_comes_whole_in_the_middle_of_a_check() -> Result<()> {
    in_each("release", async |browser, copy| {
        visit(browser, copy).await?;
        let given = Given::quick();
        begin(browser, &given.setup).await?;
        answer_all(browser, &given).await?;
        saved(browser).await?;
        copy.release()?;
        // With the page that is kept, the browser asks for another one.
        again(browser, copy, "#answers").await?;
        ensure!(!is_newer(browser).await?, "It changed without being asked.");
        kept(browser, 2).await?;
        look::notice(browser, words(keys::notice::NEW_RELEASE)).await?;
        // This tab goes on with the release before, which the host has no more.
        copy.stop();
        press(browser, keys::answers::FINISH).await?;
        at(browser, "#result").await?;
        let stored = local_storage(browser).await?;
        again(browser, copy, "#result").await?;
        ensure!(is_newer(browser).await?, "It is the release before.");
        at(browser, "#result").await?;
        ensure!(local_storage(browser).await? == stored, "The answers changed.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_release_that_is_not_whole_changes_nothing() -> Result<()> {
    in_each("release-broken", async |browser, copy| {
        visit(browser, copy).await?;
        copy.release()?;
        // The host has a page of errors in place of the style sheet, and says that all is well.
        let sheet = browser
            .run(
                "return new URL(document.querySelector('link[rel=stylesheet]').href).pathname.slice(1);",
                vec![],
            )
            .await?;
        let sheet = sheet.as_str().context("no style sheet")?.to_owned();
        copy.change(&sheet, |_| "<h1>Not found</h1>".to_owned())?;
        copy.change(WORKER, |worker| worker.replace(&sheet, "phc.ffffffffff.css"))?;
        fs::write(copy.path("phc.ffffffffff.css"), "<h1>Not found</h1>")?;
        again(browser, copy, "").await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        kept(browser, 1).await?;
        copy.stop();
        again(browser, copy, "").await?;
        ensure!(!is_newer(browser).await?, "Half of a release is here.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_takes_it_away_again() -> Result<()> {
    in_each("offline-off", async |browser, copy| {
        visit(browser, copy).await?;
        fs::copy(copy.path("service-worker-off.js"), copy.path(WORKER))?;
        copy.change(WORKER, |worker| worker)?;
        again(browser, copy, "").await?;
        nothing_kept(browser).await?;
        again(browser, copy, "").await?;
        nothing_kept(browser).await
    })
    .await
}

#[tokio::test]
async fn a_host_leaves_it_out() -> Result<()> {
    in_each("offline-without", async |browser, copy| {
        for name in [WORKER, "service-worker.js.br", "service-worker.js.gz"] {
            fs::remove_file(copy.path(name))?;
        }
        browser.open(&copy.address()).await?;
        started(browser).await?;
        tokio::time::sleep(Duration::from_secs(6)).await;
        nothing_kept(browser).await?;
        begin(browser, &Given::quick().setup).await
    })
    .await
}

#[tokio::test]
async fn what_the_browser_has_cleared_is_kept_again() -> Result<()> {
    in_each("offline-cleared", async |browser, copy| {
        const CLEAR: &str = "
            const [done] = arguments;
            caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => done(true));";
        visit(browser, copy).await?;
        browser.run_until_done(CLEAR, vec![]).await?;
        again(browser, copy, "").await?;
        kept(browser, 1).await?;
        copy.stop();
        again(browser, copy, "").await
    })
    .await
}

#[tokio::test]
async fn deleting_everything_deletes_it_too() -> Result<()> {
    in_each("offline-deleted", async |browser, copy| {
        visit(browser, copy).await?;
        browser.open(&format!("{}#privacy", copy.address())).await?;
        press(browser, keys::delete::ASK).await?;
        press(browser, keys::delete::YES).await?;
        look::notice(browser, words(keys::notice::DELETED)).await?;
        nothing_kept(browser).await
    })
    .await
}
