//! The house that every test has for itself, and the daemons that live in it.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::netns::{self, HOME, run};
use crate::support::certificates::Pki;

/// Set where a test runs inside of its house.
const INSIDE: &str = "MAILCHECK_POSTMEN_INSIDE";

/// How long a daemon may take to start.
const START: Duration = Duration::from_secs(40);

/// The user that owns the mailboxes: Debian has it.
pub(crate) const MAIL_USER: (&str, u32) = ("mail", 8);

/// Namespaces, files and certificates of one test.
pub(crate) struct House {
    /// The authority that mailcheck trusts.
    pub(crate) pki: Pki,
}

impl House {
    /// Inside of the house: it. Outside: starts this test again in namespaces of its own, and gives nothing when it went
    /// well. A package that cannot be installed beside Postfix is unpacked before, as there is no network inside.
    pub(crate) fn enter(test: &str, unpacked: &[&str]) -> Option<Self> {
        if env::var_os(INSIDE).is_none() {
            go_inside(test, unpacked);
            return None;
        }
        netns::prepare_box(true);
        run(Command::new("ip").args(["link", "set", "lo", "up"]));
        let house = Self { pki: Pki::new() };
        house.certify("good", &house.pki, "127.0.0.1");
        house.certify("misnamed", &house.pki, "other.test");
        house.certify("unknown", &Pki::new(), "127.0.0.1");
        Some(house)
    }

    /// Makes `NAME.pem` and `NAME.key`, where every daemon may read them. Keys are RSA.
    fn certify(&self, name: &str, pki: &Pki, host: &str) {
        let key = run(Command::new("openssl").args(["genrsa", "2048"]));
        self.write(&format!("{name}.pem"), &pki.certify(&[host], &key));
        self.write(&format!("{name}.key"), &key);
    }

    /// A file or directory of the house.
    #[expect(clippy::unused_self, reason = "no house, no path into it")]
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        Path::new(HOME).join(name)
    }

    /// Writes a file, and the directories that lead there.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory).expect("a directory on our own tmpfs");
        }
        fs::write(&path, text).expect("a file on our own tmpfs");
        path
    }

    /// What a file holds; nothing where there is none yet.
    pub(crate) fn read(&self, name: &str) -> String {
        let bytes = fs::read(self.path(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Makes a directory that belongs to a user.
    pub(crate) fn directory(&self, name: &str, owner: &str, mode: u32) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(&path).expect("a directory on our own tmpfs");
        run(Command::new("chown").arg(owner).arg(&path));
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("its mode");
        path
    }

    /// Starts a daemon that stays in the foreground; what it says goes to `NAME.out.log`. It ends with the house, or with the
    /// value.
    pub(crate) fn start(&self, name: &str, command: &mut Command) -> Daemon {
        let log = fs::File::create(self.path(&format!("{name}.out.log"))).expect("a log");
        let mut whole = Command::new("unshare");
        whole.args(["--pid", "--fork", "--kill-child", "--mount-proc"]);
        whole.arg(command.get_program()).args(command.get_args());
        let child = whole
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a descriptor"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        Daemon(child)
    }

    /// Waits until something is as it must be, and shows every log where it never is.
    pub(crate) fn wait_for(&self, what: &str, ready: impl Fn() -> bool) {
        let limit = Instant::now() + START;
        while !ready() {
            assert!(Instant::now() < limit, "no {what}\n{}", self.logs());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until all these ports are open.
    #[expect(clippy::disallowed_methods, reason = "the walls are for the program")]
    pub(crate) fn wait_for_ports(&self, ports: &[u16]) {
        for port in ports {
            self.wait_for(&format!("answer at port {port}"), || {
                TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok()
            });
        }
    }

    /// The last lines of everything that the daemons wrote.
    #[expect(clippy::unused_self, reason = "no house, no logs of it")]
    pub(crate) fn logs(&self) -> String {
        run(Command::new("sh").args([
            "-c",
            &format!("find {HOME} -name '*log' -type f -exec tail -n 40 -v {{}} +"),
        ]))
    }
}

/// A running daemon.
pub(crate) struct Daemon(std::process::Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where a package is unpacked.
pub(crate) fn unpacked() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("lab-packages")
}

fn go_inside(test: &str, packages: &[&str]) {
    assert!(
        nix::unistd::geteuid().is_root(),
        "cannot run here: real servers need root; tests/run real"
    );
    unpack(packages);
    let status = Command::new("setpriv")
        .args([
            "--pdeathsig",
            "KILL",
            "unshare",
            "--mount",
            "--net",
            "--pid",
        ])
        .args(["--fork", "--kill-child", "--mount-proc"])
        .arg(env::current_exe().expect("a program has a name"))
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(INSIDE, "1")
        .stdin(Stdio::null())
        // The chatter of the test harness inside; what the test has to say goes to stderr.
        .stdout(Stdio::null())
        .status()
        .expect("setpriv and unshare are in util-linux");
    assert!(
        status.success(),
        "{test} failed inside of its house; what it said is above"
    );
}

/// One at a time: apt allows no two.
fn unpack(packages: &[&str]) {
    static APT: Mutex<()> = Mutex::new(());
    let _turn = APT.lock().unwrap_or_else(PoisonError::into_inner);
    if !packages.is_empty() {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages");
        let mut command = Command::new(script);
        run(command.arg("--unpack").arg(unpacked()).args(packages));
    }
}
