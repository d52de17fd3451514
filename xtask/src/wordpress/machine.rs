//! A WordPress of its own: a copy of its files, a database behind a socket and a web server on this machine only.
//! Dropping it ends both and removes everything.

use std::fs::{self, Permissions};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::dist::template::fill;
use crate::places;
use crate::program::{output, run};
use crate::setup;

/// Where Debian has the parts of Apache.
const MODULES: &str = "/usr/lib/apache2/modules";

/// Where Debian has WordPress.
const WORDPRESS: &str = "/usr/share/wordpress";

pub(super) struct Machine {
    /// What WordPress says of itself.
    pub(super) version: String,
    port: u16,
    plain_port: u16,
    // Before the folder, so that they are gone when it goes.
    #[expect(dead_code, reason = "dropping them ends them")]
    servers: [Running; 2],
    folder: TempDir,
}

impl Machine {
    /// Installs what is missing, and a WordPress with the built page in a folder beside it.
    pub(super) fn start(page: &Path, wordpress: Option<&Path>) -> Result<Self> {
        setup::for_wordpress()?;
        let folder = TempDir::with_prefix("phc-wordpress-").context("Could not make a folder.")?;
        let at = folder.path();
        // The web server is another user, who has to reach the site and the socket.
        fs::set_permissions(at, Permissions::from_mode(0o755))?;
        let (port, plain_port) = free_ports()?;
        let is_root = output(Command::new("id").arg("-u"))? == "0";
        copy(page, wordpress.unwrap_or(Path::new(WORDPRESS)), at)?;
        let values = [
            ("folder", at.to_string_lossy().into_owned()),
            ("socket", at.join("socket").to_string_lossy().into_owned()),
            ("port", port.to_string()),
            ("plain-port", plain_port.to_string()),
            ("modules", MODULES.to_owned()),
            ("php", php_module()?),
            (
                "user",
                if is_root {
                    "User www-data\nGroup www-data"
                } else {
                    ""
                }
                .to_owned(),
            ),
        ];
        filled("wp-config.php", &at.join("site/wp-config.php"), &values)?;
        filled("apache.conf", &at.join("apache.conf"), &values)?;
        fs::write(
            at.join("mime.types"),
            "text/html html\ntext/css css\ntext/javascript js\nimage/png png\n",
        )?;

        let database = database(at, is_root)?;
        let version = php(at, "install.php")?;
        if is_root {
            run(Command::new("chown")
                .args(["-R", "www-data:www-data"])
                .arg(at.join("site")))?;
            fs::write(at.join("debug.log"), "")?;
            run(Command::new("chown").arg("www-data").arg(at.join("debug.log")))?;
        }
        let server = Running::start(Command::new("/usr/sbin/apache2").args([
            "-DFOREGROUND",
            "-f",
            &at.join("apache.conf").to_string_lossy(),
        ]))?;
        wait("Apache", at, || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        })?;
        Ok(Self {
            version,
            port,
            plain_port,
            servers: [server, database],
            folder,
        })
    }

    /// The address of the site.
    pub(super) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The same site where nobody reads `.htaccess`.
    pub(super) fn plain_origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.plain_port)
    }

    /// The address of the built page, which was copied beside WordPress.
    pub(super) fn own_page(&self) -> String {
        format!("{}/partnership-check/", self.origin())
    }

    /// A folder for files of the trial.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What a script of `wordpress/try` says.
    pub(super) fn php(&self, script: &str) -> Result<String> {
        php(self.folder(), script)
    }

    /// Lines of WordPress's log that speak of the plugin.
    pub(super) fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder().join("debug.log")).unwrap_or_default();
        let ours = |line: &&str| line.contains("partnership");
        log.lines().filter(ours).map(str::to_owned).collect()
    }
}

/// WordPress as it comes, and the page in a folder of it.
fn copy(page: &Path, wordpress: &Path, folder: &Path) -> Result<()> {
    let site = folder.join("site");
    run(Command::new("cp").args(["-rL", "--"]).args([wordpress, &site]))?;
    run(Command::new("cp")
        .args(["-r", "--"])
        .args([page, &site.join("partnership-check")]))?;
    // Debian's configuration of the whole system, and its hints for it.
    for name in ["wp-config.php", ".htaccess"] {
        let path = site.join(name);
        if path.exists() {
            fs::remove_file(&path)?;
        }
    }
    fs::create_dir_all(site.join("wp-content/plugins"))?;
    Ok(())
}

/// Fills a file of `wordpress/try` with the values that it has placeholders for.
fn filled(name: &str, to: &Path, values: &[(&str, String)]) -> Result<()> {
    let path = places::root().join("wordpress/try").join(name);
    let text = fs::read_to_string(&path)?;
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .filter(|(name, _)| text.contains(&format!("{{{{{name}}}}}")))
        .collect();
    let text = fill(&text, &values).with_context(|| format!("{} cannot be filled in.", path.display()))?;
    fs::write(to, text).with_context(|| format!("Could not write {}.", to.display()))
}

fn php(folder: &Path, script: &str) -> Result<String> {
    output(
        Command::new("php")
            .arg(places::root().join("wordpress/try").join(script))
            .arg(folder.join("site")),
    )
    .with_context(|| {
        let log = fs::read_to_string(folder.join("debug.log")).unwrap_or_default();
        log.lines().last().unwrap_or_default().to_owned()
    })
}

/// Apache's PHP, whatever its version is.
fn php_module() -> Result<String> {
    let mut found: Vec<PathBuf> = fs::read_dir(MODULES)
        .context("Apache has no modules.")?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("libphp") && name.ends_with(".so")
        })
        .collect();
    found.sort();
    let newest = found.pop().context("Apache has no PHP: libapache2-mod-php.")?;
    Ok(newest.to_string_lossy().into_owned())
}

/// Starts a database server without a network port, with an empty database `wordpress`.
fn database(folder: &Path, is_root: bool) -> Result<Running> {
    let data = format!("--datadir={}", folder.join("data").display());
    let user: &[&str] = if is_root { &["--user=root"] } else { &[] };
    run(Command::new("mariadb-install-db")
        .args(["--no-defaults", &data])
        .args(["--auth-root-authentication-method=normal", "--skip-test-db"])
        .args(user)
        .stdout(Stdio::null()))?;
    fs::write(folder.join("begin.sql"), "CREATE DATABASE wordpress;\n")?;
    let database = Running::start(
        Command::new("/usr/sbin/mariadbd")
            .args(["--no-defaults", "--skip-networking", &data])
            .arg(format!("--socket={}", folder.join("socket").display()))
            .arg(format!("--pid-file={}", folder.join("database.pid").display()))
            .arg(format!("--log-error={}", folder.join("database.log").display()))
            .arg(format!("--init-file={}", folder.join("begin.sql").display()))
            .args(user),
    )?;
    wait("MariaDB", folder, || {
        UnixStream::connect(folder.join("socket")).is_ok()
    })?;
    Ok(database)
}

fn wait(name: &str, folder: &Path, is_there: impl Fn() -> bool) -> Result<()> {
    let end = Instant::now() + Duration::from_mins(1);
    while !is_there() {
        ensure!(
            Instant::now() < end,
            "{name} did not start. Its log was in {}.",
            folder.display()
        );
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn free_ports() -> Result<(u16, u16)> {
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("There is no free port.");
    let (one, other) = (listen()?, listen()?);
    Ok((one.local_addr()?.port(), other.local_addr()?.port()))
}

/// A program that ends with the value.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Self> {
        let name = crate::program::line(command);
        // Apache ends its whole group, and we are not to be in it.
        let process = command.process_group(0).stdout(Stdio::null()).spawn();
        Ok(Self(process.with_context(|| format!("Could not run `{name}`."))?))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked this way, each ends those that it started.
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let end = Instant::now() + Duration::from_secs(20);
        while asked.is_ok() && Instant::now() < end {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        // Failing means that it has ended in the meantime.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
