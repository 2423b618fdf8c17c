//! Network namespaces, and the box around all of them that makes sure that nothing is left.
//!
//! The whole lab runs in mount, network and process namespaces of its own: `/run` is a fresh tmpfs there, so that the
//! namespaces that `ip netns add` makes, the files of the daemons and the daemons themselves end with the lab,
//! however it ends.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use nix::sched::{CloneFlags, setns};

/// Where the files of the lab lie: on the tmpfs that only the lab sees.
pub(crate) const HOME: &str = "/run/mailcheck-lab";

/// A network namespace.
pub(crate) struct Netns {
    /// Its name for `ip netns`.
    pub(crate) name: String,
    handle: File,
}

impl Netns {
    /// Makes one, with its loopback device up.
    pub(crate) fn new(name: &str) -> Self {
        run(Command::new("ip").args(["netns", "add", name]));
        let handle = File::open(Path::new("/run/netns").join(name))
            .expect("ip netns add makes a file in /run/netns");
        let netns = Self {
            name: name.to_owned(),
            handle,
        };
        netns.ip("link set dev lo up\n");
        netns
    }

    /// A command that runs in here.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name, program]);
        command
    }

    /// Runs `ip` commands, one a line.
    pub(crate) fn ip(&self, batch: &str) {
        // -force would go on after an error; a mistake must be seen.
        run_with_input(
            Command::new("ip").args(["-netns", &self.name, "-batch", "-"]),
            batch,
        );
    }

    /// Loads nftables rules.
    pub(crate) fn nft(&self, rules: &str) {
        run_with_input(self.command("nft").args(["-f", "-"]), rules);
    }

    /// Runs a shell script and gives its output.
    pub(crate) fn sh(&self, script: &str) -> String {
        run(self.command("sh").args(["-euc", script]))
    }

    /// Does some work of the test itself in here. Sockets keep the network they were made in.
    pub(crate) fn inside<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        thread::scope(|scope| {
            // A namespace belongs to a thread; this one ends with the work.
            let worker = scope.spawn(|| {
                setns(&self.handle, CloneFlags::CLONE_NEWNET)
                    .expect("a namespace of ours can be entered");
                work()
            });
            worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }
}

impl Drop for Netns {
    fn drop(&mut self) {
        let _ = Command::new("ip")
            .args(["netns", "delete", &self.name])
            .output();
    }
}

/// Sets up what the box needs; once, first of all.
pub(crate) fn prepare_box(root: bool) {
    run(Command::new("mount").args(["-t", "tmpfs", "-o", "mode=0755", "mailcheck-lab", "/run"]));
    for directory in ["/run/netns", "/run/lock", HOME] {
        fs::create_dir_all(directory).expect("a directory on our own tmpfs");
    }
    if root {
        for (file, more) in USERS {
            cover(file, |text| text + more);
        }
        // The defaults of Debian forbid the weak keys and the old versions that some servers here are to have.
        cover("/etc/ssl/openssl.cnf", |_| SECURITY_LEVEL_0.to_owned());
    }
}

/// The user of Exim, which is unpacked and not installed.
const USERS: [(&str, &str); 2] = [
    (
        "/etc/passwd",
        "Debian-exim:x:64001:64001::/nonexistent:/bin/false\n",
    ),
    ("/etc/group", "Debian-exim:x:64001:\n"),
];

const SECURITY_LEVEL_0: &str = "openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = default\n\
     [default]\nMinProtocol = TLSv1\nCipherString = DEFAULT@SECLEVEL=0\n\
     [req]\ndistinguished_name = name\n[name]\n";

/// Puts a changed copy of a file over it; only the box sees that.
pub(crate) fn cover(file: &str, change: impl FnOnce(String) -> String) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let copy = Path::new(HOME).join(file.replace('/', "_"));
    fs::write(&copy, change(text)).expect("a file on our own tmpfs");
    run(Command::new("mount").arg("--bind").arg(copy).arg(file));
}

/// Runs a command to its end, and shows what it said when it fails.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?}: {}\n{stdout}{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    stdout
}

/// The same, with something to read.
pub(crate) fn run_with_input(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that ends early says why on its own.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("a child can be waited for");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?}: {}\n{input}\n{stdout}{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    stdout
}
