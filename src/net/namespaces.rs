//! Networks for tests: a script makes them in namespaces of an ordinary user, and the test runs itself again inside.
//! Where only root may make namespaces, and the test runs as root, they are root's.

use std::fs::File;
use std::process::Command;
use std::thread;

use nix::sched::{CloneFlags, setns};

use super::skip::skip;

/// Runs the ignored test `name` inside the network that `script` of `tests/fixtures` makes.
pub(crate) fn run_inside(script: &str, name: &str) {
    let works = |flags: &&str| {
        let tried = Command::new("unshare").args([*flags, "true"]).output();
        tried.is_ok_and(|output| output.status.success())
    };
    let Some(flags) = ["-Urnm", "-nm"].into_iter().find(works) else {
        return skip("neither unshare -Urnm nor unshare -nm works here");
    };
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    let output = Command::new("unshare")
        .args([flags, "sh", &format!("{fixtures}{script}")])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--ignored"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    match said.lines().find_map(|line| line.strip_prefix("skipped: ")) {
        Some(reason) => skip(reason),
        None => assert!(said.contains("1 passed"), "{said}"),
    }
}

/// Does some work in the network of `host`, as the script calls it. Sockets keep the network that they were made in.
pub(crate) fn on<T: Send>(host: &str, work: impl FnOnce() -> T + Send) -> T {
    let process = process(host);
    thread::scope(|scope| {
        // The namespace is the thread's alone, and this one ends with the work.
        let worker = scope.spawn(|| {
            let namespace = File::open(format!("/proc/{process}/ns/net")).unwrap();
            setns(namespace, CloneFlags::CLONE_NEWNET).unwrap();
            work()
        });
        worker.join().unwrap()
    })
}

/// Runs a command in the network of `host`.
pub(crate) fn run_on(host: &str, command: &[&str]) {
    let process = process(host);
    let status = Command::new("nsenter")
        .args(["-t", &process, "-n"])
        .args(command)
        .status();
    assert!(status.unwrap().success(), "{command:?}");
}

fn process(host: &str) -> String {
    std::env::var(host).unwrap_or_else(|_| panic!("the script makes no {host}"))
}
