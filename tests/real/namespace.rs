//! A network of its own for one test: nothing in it reaches the outside, and nothing outlives it.

use std::fs::{self, File};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use nix::sched::{CloneFlags, setns};

/// A network namespace, with a loopback device and nothing else.
pub(crate) struct Namespace {
    name: String,
    handle: File,
}

impl Namespace {
    /// Makes one. The resolver configuration that programs in it see names `resolver` alone.
    pub(crate) fn new(resolver: IpAddr) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("mailcheck-{}-{number}", process::id());
        run(Command::new("ip").args(["netns", "add", &name]));
        let handle = File::open(Path::new("/run/netns").join(&name))
            .expect("ip netns add makes a file in /run/netns");
        let namespace = Self { name, handle };
        namespace.bind_over_etc(resolver);
        run(namespace.command("ip").args(["link", "set", "lo", "up"]));
        namespace
    }

    /// Lays a cable to another namespace. Every address has the whole network as its neighbours.
    pub(crate) fn connect(&self, ours: &[IpAddr], other: &Self, theirs: &[IpAddr]) {
        let ends = ["name", "cable", "netns"];
        run(Command::new("ip")
            .args(["link", "add"])
            .args(ends)
            .args([self.name.as_str(), "type", "veth", "peer"])
            .args(ends)
            .arg(&other.name));
        for (namespace, addresses) in [(self, ours), (other, theirs)] {
            for address in addresses {
                let prefix = if address.is_ipv4() { 24 } else { 64 };
                run(namespace
                    .command("ip")
                    .args(["address", "add", &format!("{address}/{prefix}")])
                    // Nobody else can have the address, and the wait would cost a second.
                    .args(["dev", "cable", "nodad"]));
            }
            run(namespace.command("ip").args(["link", "set", "cable", "up"]));
        }
    }

    /// A command that runs in here: it sees this network and the files of `/etc/netns`.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name, program]);
        command
    }

    /// Does some work of the test itself in here. Sockets keep the network they were made in.
    pub(crate) fn inside<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        thread::scope(|scope| {
            // A namespace belongs to a thread; this one ends with the work.
            let worker = scope.spawn(|| {
                setns(&self.handle, CloneFlags::CLONE_NEWNET).expect("root may enter a namespace");
                work()
            });
            worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    /// Writes the files that `ip netns exec` binds over those of `/etc`.
    fn bind_over_etc(&self, resolver: IpAddr) {
        let directory = self.etc();
        fs::create_dir_all(&directory).expect("root may write to /etc/netns");
        let files = [
            ("resolv.conf", format!("nameserver {resolver}\n")),
            ("hosts", "127.0.0.1 localhost\n::1 localhost\n".to_owned()),
            (
                "nsswitch.conf",
                "passwd: files\ngroup: files\nhosts: files dns\n".to_owned(),
            ),
        ];
        for (name, text) in files {
            // ip binds only over what exists.
            if Path::new("/etc").join(name).exists() {
                fs::write(directory.join(name), text).expect("root may write to /etc/netns");
            }
        }
    }

    fn etc(&self) -> PathBuf {
        Path::new("/etc/netns").join(&self.name)
    }

    /// The processes whose network this is. The test's own process is none of them.
    fn processes(&self) -> Vec<String> {
        let output = Command::new("ip")
            .args(["netns", "pids", &self.name])
            .output();
        let text = output.map(|output| output.stdout).unwrap_or_default();
        String::from_utf8_lossy(&text)
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    }

    /// Ends every process in here and waits a while until they are gone.
    fn end_all(&self) {
        let limit = Instant::now() + Duration::from_secs(5);
        while Instant::now() < limit {
            let processes = self.processes();
            if processes.is_empty() {
                return;
            }
            // The shell has its own; the program of that name is not on every machine.
            let _ = Command::new("sh")
                .args(["-c", "kill -KILL \"$@\"", "kill"])
                .args(&processes)
                .output();
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        self.end_all();
        let _ = Command::new("ip")
            .args(["netns", "delete", &self.name])
            .output();
        let _ = fs::remove_dir_all(self.etc());
    }
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
