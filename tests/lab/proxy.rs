//! Proxies on router 1, which reaches the server when the client does not.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::names::RESOLVER;
use crate::netns::Netns;

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ProxyKind {
    /// tinyproxy: HTTP CONNECT on port 3128.
    Http,
    /// Dante: SOCKS 5 on port 1080.
    Socks,
}

/// Runs a command that finds its resolver in another file.
const WITH_RESOLVER: &str =
    r#"[ ! -e /etc/resolv.conf ] || mount --bind "$1" /etc/resolv.conf; shift; exec "$@""#;

/// A running proxy. Dropping it ends it.
pub(crate) struct Proxy {
    child: Child,
}

impl Proxy {
    /// Starts one and waits until its port is open.
    #[expect(
        clippy::disallowed_methods,
        reason = "the lab looks at its servers; the wall holds for the product"
    )]
    pub(crate) fn start(router: &Netns, kind: ProxyKind, home: &Path) -> Self {
        let config = home.join(format!("{kind:?}.conf"));
        let log = home.join(format!("{kind:?}.log"));
        let (text, words, port) = match kind {
            ProxyKind::Http => (
                format!(
                    "Port 3128\nListen 10.1.0.1\nTimeout 60\nLogFile \"{}\"\nConnectPort 25\nConnectPort 465\n\
                     ConnectPort 587\nConnectPort 993\nConnectPort 995\nConnectPort 143\nConnectPort 110\n",
                    log.display()
                ),
                vec!["tinyproxy", "-d", "-c"],
                3128,
            ),
            ProxyKind::Socks => (
                format!(
                    "logoutput: {}\ninternal: 10.1.0.1 port = 1080\nexternal: right\nsocksmethod: none\nclientmethod: none\n\
                     client pass {{ from: 0/0 to: 0/0 }}\nsocks pass {{ from: 0/0 to: 0/0 }}\n",
                    log.display()
                ),
                vec!["danted", "-f"],
                1080,
            ),
        };
        fs::write(&config, text).expect("a file on our own tmpfs");
        // The names are the lab's; the resolver of the machine outside knows none of them.
        let resolv_conf = home.join("proxy.resolv.conf");
        fs::write(&resolv_conf, format!("nameserver {RESOLVER}\n"))
            .expect("a file on our own tmpfs");
        let child = router
            .command("unshare")
            // It starts others, which end with it.
            .args(["--pid", "--fork", "--kill-child", "--mount-proc"])
            .args(["sh", "-euc", WITH_RESOLVER, "sh"])
            .arg(&resolv_conf)
            .args(&words)
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{words:?}: {error}"));
        let proxy = Self { child };
        let limit = Instant::now() + Duration::from_secs(10);
        while router
            .inside(|| TcpStream::connect(("10.1.0.1", port)))
            .is_err()
        {
            assert!(
                Instant::now() < limit,
                "{words:?}: {}",
                fs::read_to_string(&log).unwrap_or_default()
            );
            thread::sleep(Duration::from_millis(20));
        }
        proxy
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
