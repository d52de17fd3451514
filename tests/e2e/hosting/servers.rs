//! nginx and Apache as Debian has them, each with the configuration that docs/hosting.md gives, word for word.

use std::fs::{self, Permissions};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::places;
use xtask::program::{output, run};

use crate::released;

/// Which server, and where its configuration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Nginx,
    /// In the configuration of the site.
    Apache,
    /// In a file in the folder.
    ApacheFolder,
}

/// A running server, which ends with the value.
pub(super) struct Server {
    process: Child,
    port: u16,
    #[expect(dead_code, reason = "dropping it removes the folder")]
    folder: TempDir,
}

impl Server {
    /// A server with the page, as the zip of a release has it, in the folder that the document names.
    pub(super) fn start(kind: Kind) -> Result<Self> {
        // Somebody else may take the port before it does.
        Self::start_once(kind).or_else(|_| Self::start_once(kind))
    }

    fn start_once(kind: Kind) -> Result<Self> {
        let folder = TempDir::with_prefix("phc-hosting-").context("Could not make a folder.")?;
        let at = folder.path();
        // The server may be another user.
        fs::set_permissions(at, Permissions::from_mode(0o755))?;
        fs::create_dir(at.join("html"))?;
        let page = released::site_in(&at.join("html"), "partnership-check")?;
        run(Command::new("chmod").args(["-R", "a+rX"]).arg(at))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let is_root = output(Command::new("id").arg("-u"))? == "0";
        let documented = documented(if kind == Kind::Nginx { "nginx" } else { "apache" })?;
        let file = at.join("server.conf");
        let mut command = if kind == Kind::Nginx {
            fs::write(&file, nginx(at, port, is_root, &documented))?;
            let mut command = Command::new("/usr/sbin/nginx");
            command.arg("-c").arg(&file).arg("-p").arg(at);
            command
        } else {
            let own = if kind == Kind::Apache {
                let named = "/var/www/html/partnership-check";
                ensure!(
                    documented.contains(named),
                    "The document names no folder {named}."
                );
                documented.replace(named, &page.display().to_string())
            } else {
                let lines: Vec<_> = documented.lines().collect();
                fs::write(page.join(".htaccess"), lines[1..lines.len() - 1].join("\n"))?;
                format!(
                    "<Directory \"{}\">\nAllowOverride FileInfo\n</Directory>",
                    page.display()
                )
            };
            fs::write(&file, apache(at, port, is_root, &own))?;
            let mut command = Command::new("/usr/sbin/apache2");
            command.arg("-DFOREGROUND").arg("-f").arg(&file);
            command
        };
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("Could not start the server.")?;
        let mut server = Self {
            process,
            port,
            folder,
        };
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let log = || fs::read_to_string(at_log(&file)).unwrap_or_default();
            let is_alive = server.process.try_wait()?.is_none();
            ensure!(
                is_alive && Instant::now() < end,
                "{kind:?} did not start: {}",
                log()
            );
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    /// Where it listens: `127.0.0.1:1234`.
    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked to end, it ends those that it started.
        let line = format!("kill {} 2>/dev/null || true", self.process.id());
        let _ = run(Command::new("sh").args(["-c", &line]));
        let _ = self.process.wait();
    }
}

fn at_log(configuration: &Path) -> std::path::PathBuf {
    configuration.with_file_name("error.log")
}

/// The block of the document in this language.
fn documented(language: &str) -> Result<String> {
    let text = fs::read_to_string(places::root().join("docs/hosting.md"))?;
    let (_, block) = text
        .split_once(&format!("```{language}\n"))
        .with_context(|| format!("docs/hosting.md has no {language}."))?;
    let (block, _) = block.split_once("```").context("The block does not end.")?;
    Ok(block.to_owned())
}

fn nginx(at: &Path, port: u16, is_root: bool, documented: &str) -> String {
    let at = at.display();
    let user = if is_root { "user www-data;" } else { "" };
    let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
        .concat();
    format!(
        "{user}\ndaemon off;\nworker_processes 1;\npid {at}/pid;\nerror_log {at}/error.log;\nevents {{}}\n\
         http {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n{folders}\
         server {{\nlisten 127.0.0.1:{port};\nroot {at}/html;\n{documented}\n}}\n}}\n"
    )
}

fn apache(at: &Path, port: u16, is_root: bool, documented: &str) -> String {
    let at = at.display();
    let user = if is_root {
        "User www-data\nGroup www-data"
    } else {
        ""
    };
    let modules: String = ["mpm_event", "authz_core", "mime", "dir", "headers"]
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    format!(
        "{modules}{user}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {at}/pid\nErrorLog {at}/error.log\n\
         DefaultRuntimeDir {at}\nTypesConfig /etc/mime.types\nDocumentRoot {at}/html\nDirectoryIndex index.html\n{documented}\n"
    )
}
