//! A nats-server of the test's own.

use std::fmt::Write as _;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use async_nats::jetstream::{self, Context};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose};

/// How long it may take to start. It reads what it has stored.
const STARTED: Duration = Duration::from_secs(20);

/// A server on loopback, gone with the test.
pub(crate) struct Nats {
    pub(crate) port: u16,
    directory: tempfile::TempDir,
    child: Child,
}

impl Nats {
    /// A server with JetStream, and with what `config` says.
    pub(crate) fn start(config: &str) -> Self {
        Self::with(config, true)
    }

    /// A server without JetStream.
    pub(crate) fn bare(config: &str) -> Self {
        Self::with(config, false)
    }

    fn with(config: &str, is_storing: bool) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let mut text = format!("listen: \"127.0.0.1:{port}\"\n{config}\n");
        if is_storing {
            let store = directory.path().join("store");
            let _ = writeln!(text, "jetstream {{ store_dir: \"{}\" }}", store.display());
        }
        fs::write(directory.path().join("nats.conf"), text).expect("it can be written");
        let child = begin(&directory);
        let mut nats = Self {
            port,
            directory,
            child,
        };
        nats.is_there();
        nats
    }

    /// Ends it as a crash does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("it ran");
        self.child.wait().expect("it ends");
    }

    /// Starts it again with what it has stored.
    pub(crate) fn restart(&mut self) {
        self.child = begin(&self.directory);
        self.is_there();
    }

    fn is_there(&mut self) {
        let begun = Instant::now();
        #[expect(clippy::disallowed_methods, reason = "the wall is for the program")]
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let ended = self.child.try_wait().expect("it can be asked");
            let log = fs::read_to_string(self.directory.path().join("log"));
            assert!(ended.is_none() && begun.elapsed() < STARTED, "{log:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The test itself, as a client.
    pub(crate) async fn client(&self) -> async_nats::Client {
        let client = async_nats::connect(format!("127.0.0.1:{}", self.port)).await;
        client.expect("it listens")
    }

    /// What the test itself does there.
    pub(crate) async fn context(&self) -> Context {
        jetstream::new(self.client().await)
    }

    /// A stream of the fleet.
    pub(crate) async fn stream(&self, name: &str) -> jetstream::stream::Stream {
        self.context().await.get_stream(name).await.expect(name)
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn begin(directory: &tempfile::TempDir) -> Child {
    let log = fs::File::create(directory.path().join("log")).expect("a file");
    // Debian puts it where daemons are, which is not on the path of every user.
    let path = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin";
    Command::new("nats-server")
        .env("PATH", path)
        .arg("--config")
        .arg(directory.path().join("nats.conf"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("nats-server runs")
}

/// Certificates of a server and of a machine, by an authority of their own.
pub(crate) struct Keys {
    directory: tempfile::TempDir,
}

impl Keys {
    pub(crate) fn new() -> Self {
        let keys = Self {
            directory: tempfile::tempdir().expect("a directory"),
        };
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let ca = CertifiedIssuer::self_signed(params, key).expect("a certificate");
        keys.write("ca.pem", &ca.pem());
        for name in ["server", "client"] {
            let own = KeyPair::generate().expect("a key");
            let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
            let leaf = params.signed_by(&own, &ca).expect("a certificate");
            keys.write(&format!("{name}.pem"), &leaf.pem());
            keys.write(&format!("{name}.key"), &own.serialize_pem());
        }
        keys
    }

    fn at(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).expect("it can be written");
    }

    /// What the server is told of them: it wants a certificate of every machine.
    pub(crate) fn config(&self) -> String {
        let [certificate, key, ca] =
            ["server.pem", "server.key", "ca.pem"].map(|name| self.at(name));
        format!(
            "tls {{ cert_file: \"{}\", key_file: \"{}\", ca_file: \"{}\", verify: true }}",
            certificate.display(),
            key.display(),
            ca.display()
        )
    }

    /// What a machine is told of them.
    pub(crate) fn own(&self) -> Vec<String> {
        let rows = [
            ("--tls-ca", "ca.pem"),
            ("--tls-cert", "client.pem"),
            ("--tls-key", "client.key"),
        ];
        let words = rows
            .into_iter()
            .flat_map(|(option, name)| [option.to_owned(), self.at(name).display().to_string()]);
        words.collect()
    }
}
