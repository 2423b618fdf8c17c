//! Names over unbound, which has an address of loopback for each of them, and asks nobody about any other.

use std::fmt::Write as _;
use std::net::UdpSocket;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::cost;

/// An unbound that runs.
pub(crate) struct Unbound {
    pub(crate) port: u16,
    child: Child,
    _directory: tempfile::TempDir,
}

/// Starts it with so many names. `None` where it is not installed.
pub(crate) fn unbound(many: u32) -> Option<Unbound> {
    let directory = tempfile::tempdir().expect("a directory");
    let free = UdpSocket::bind("127.0.0.1:0").expect("a free port");
    let port = free.local_addr().expect("it is bound").port();
    drop(free);
    let mut text = format!(
        "server:\n  interface: 127.0.0.1\n  port: {port}\n  chroot: \"\"\n  username: \"\"\n  pidfile: \"\"\n  use-syslog: no\n  \
         do-daemonize: no\n  local-zone: \".\" static\n"
    );
    for number in 1..=many {
        let address = cost::address(number);
        let _ = writeln!(text, "  local-data: \"n{number}.names.test. A {address}\"");
    }
    let file = directory.path().join("unbound.conf");
    std::fs::write(&file, text).expect("it is written");
    let child = Command::new("unbound")
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .arg("-dc")
        .arg(&file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    thread::sleep(Duration::from_secs(2));
    Some(Unbound {
        port,
        child,
        _directory: directory,
    })
}

impl Drop for Unbound {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
