//! One Postfix and one Dovecot on every address of the tests, each address with its own certificate.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::certificates::{self, DOMAIN, Served, Variant};
use crate::names::{NameServer, Zone};
use crate::namespace::{Namespace, run};

/// The host that Postfix names in its greeting.
pub(crate) const GREETS_AS: &str = "mail.mailcheck.test";
/// Where the names of the tests are served.
pub(crate) const RESOLVER: &str = "192.0.2.53";

/// The addresses of the client. It must not share one with the servers: Dovecot takes a connection from its own address
/// for a safe one and offers passwords before TLS.
const CLIENT: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(192, 0, 2, 200)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x200)),
];

/// The seven services: IANA name, port, true for TLS from the first byte, the beginning of the greeting.
pub(crate) const SERVICES: [(&str, u16, bool, &str); 7] = [
    ("smtp", 25, false, "220 mail.mailcheck.test"),
    ("submission", 587, false, "220 mail.mailcheck.test"),
    ("submissions", 465, true, "220 mail.mailcheck.test"),
    ("pop3", 110, false, "+OK"),
    ("pop3s", 995, true, "+OK"),
    ("imap", 143, false, "* OK"),
    ("imaps", 993, true, "* OK"),
];

/// How long the servers may take to start. They need a second or two.
const START: Duration = Duration::from_secs(30);

/// Real servers in a network of their own. Dropping it ends them and removes every file.
pub(crate) struct Servers {
    // The order is the order of the end: name server, processes and namespace, files.
    _names: NameServer,
    namespace: Namespace,
    /// The machine that mailcheck and openssl run on, one cable away.
    pub(crate) client: Namespace,
    daemons: Vec<Child>,
    directory: TempDir,
    /// The authority to trust, readable for everybody.
    pub(crate) root: PathBuf,
    certificates: Vec<Served>,
}

impl Servers {
    /// Starts everything and waits until every port answers.
    ///
    /// # Panics
    ///
    /// With the reason, when this machine cannot do it or a server does not come up.
    pub(crate) fn start() -> Self {
        require();
        let directory = directory();
        let (root, certificates) = certificates::make(directory.path());
        let resolver: IpAddr = RESOLVER.parse().expect("an address");
        let mut addresses: Vec<IpAddr> = Variant::ALL.map(Variant::addresses).concat();
        addresses.push(resolver);
        let namespace = Namespace::new(resolver);
        let client = Namespace::new(resolver);
        namespace.connect(&addresses, &client, &CLIENT);
        let names = NameServer::start(&namespace, resolver, zone());
        let mut servers = Self {
            _names: names,
            namespace,
            client,
            daemons: Vec::new(),
            directory,
            root,
            certificates,
        };
        // Dovecot first: Postfix asks it which mechanisms there are.
        servers.start_dovecot();
        servers.start_postfix();
        servers.wait_until_ready();
        servers
    }

    /// The certificate of one variant.
    pub(crate) fn certificate(&self, variant: Variant) -> &Served {
        self.certificates
            .iter()
            .find(|served| served.variant == variant)
            .expect("every variant is made")
    }

    /// The program under test, where an unprivileged user may run it.
    ///
    /// It is copied by another process: a file that this one had open for writing could still be open in a
    /// child that another test is just starting, and then it could not be run.
    pub(crate) fn install(&self, program: &str) -> PathBuf {
        let target = self.directory.path().join("program");
        run(Command::new("install")
            .args(["-m", "0755", program])
            .arg(&target));
        target
    }

    /// A command on the client's side as an ordinary user, ended after two minutes.
    pub(crate) fn unprivileged(&self, program: &Path) -> Command {
        let mut command = self.client.command("timeout");
        command.args(["--kill-after=5", "120", "setpriv"]);
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command.arg("--no-new-privs").arg(program);
        command
    }

    fn start_dovecot(&mut self) {
        let home = self.directory.path().join("dovecot");
        make_directory(&home, 0o755);
        let config = home.join("dovecot.conf");
        fs::write(&config, self.dovecot_conf(&home)).expect("the configuration can be written");
        self.spawn(&["dovecot", "-F", "-c", utf8(&config)]);
        self.wait_for(|_| home.join("sasl").exists());
    }

    fn start_postfix(&mut self) {
        let home = self.directory.path().join("postfix");
        for (name, mode) in [("config", 0o755), ("spool", 0o755), ("data", 0o700)] {
            make_directory(&home.join(name), mode);
        }
        run(Command::new("chown").arg("postfix").arg(home.join("data")));
        let config = home.join("config");
        fs::write(config.join("main.cf"), self.main_cf(&home)).expect("main.cf can be written");
        fs::write(config.join("master.cf"), self.master_cf()).expect("master.cf can be written");
        self.spawn(&["postfix", "-c", utf8(&config), "start-fg"]);
    }

    /// Starts a daemon that stays in the foreground; what it says goes to a file that a failure shows.
    ///
    /// It is the first process of a process namespace, which ends with it, and it ends with the thread of this
    /// test, however that ends.
    fn spawn(&mut self, words: &[&str]) {
        let log = fs::File::create(self.log(&self.daemons.len().to_string())).expect("a log file");
        let child = self
            .namespace
            .command("setpriv")
            .args(["--pdeathsig", "KILL"])
            .args(["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"])
            .args(words)
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a descriptor"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{words:?}: {error}"));
        self.daemons.push(child);
    }

    fn wait_until_ready(&mut self) {
        for address in Variant::ALL.map(Variant::addresses).concat() {
            for (_, port, implicit_tls, greeting) in SERVICES {
                let address = SocketAddr::new(address, port);
                self.wait_for(|servers| match servers.greeting(address) {
                    // The first word belongs to the client there: to be accepted is all there is to see.
                    Ok(_) if implicit_tls => true,
                    Ok(line) => line.starts_with(greeting),
                    Err(_) => false,
                });
            }
        }
    }

    /// The first line of a server, or nothing from one that waits for TLS.
    pub(crate) fn greeting(&self, address: SocketAddr) -> std::io::Result<String> {
        let implicit_tls = SERVICES
            .iter()
            .any(|(_, port, implicit_tls, _)| *port == address.port() && *implicit_tls);
        self.client.inside(|| {
            let stream = connect(address)?;
            let mut line = String::new();
            if !implicit_tls {
                stream.set_read_timeout(Some(Duration::from_secs(5)))?;
                BufReader::new(stream).read_line(&mut line)?;
            }
            Ok(line)
        })
    }

    /// Waits for something to become true, within the time that a start may take and while the daemons live.
    fn wait_for(&mut self, ready: impl Fn(&Self) -> bool) {
        let limit = Instant::now() + START;
        while !ready(self) {
            assert!(Instant::now() < limit, "no server within {START:?}");
            for daemon in &mut self.daemons {
                let ended = daemon.try_wait().expect("a child can be asked");
                assert!(ended.is_none(), "a server ended: {ended:?}");
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn log(&self, name: &str) -> PathBuf {
        self.directory.path().join(format!("{name}.log"))
    }

    /// What the servers said so far.
    fn logs(&self) -> String {
        let mut text = String::new();
        for name in ["0", "1", "dovecot", "postfix"] {
            let log = fs::read_to_string(self.log(name)).unwrap_or_default();
            let _ = writeln!(text, "--- {name}\n{log}");
        }
        text
    }

    fn dovecot_conf(&self, home: &Path) -> String {
        let listen: Vec<String> = Variant::ALL
            .map(Variant::addresses)
            .concat()
            .iter()
            .map(ToString::to_string)
            .collect();
        let good = self.certificate(Variant::Good);
        let mut text = format!(
            "base_dir = {home}/run\n\
             state_dir = {home}/state\n\
             instance_name = mailcheck-test\n\
             log_path = {log}\n\
             protocols = imap pop3\n\
             listen = {listen}\n\
             ssl = required\n\
             ssl_cert = <{chain}\n\
             ssl_key = <{key}\n\
             auth_mechanisms = plain login\n\
             passdb {{\n  driver = static\n  args = password=nobody-ever-logs-in\n}}\n\
             userdb {{\n  driver = static\n  args = uid=65534 gid=65534 home=/nonexistent\n}}\n\
             service auth {{\n  unix_listener {home}/sasl {{\n    mode = 0666\n  }}\n}}\n\
             service stats {{\n  unix_listener stats-writer {{\n    mode = 0666\n  }}\n}}\n",
            home = home.display(),
            log = self.log("dovecot").display(),
            listen = listen.join(", "),
            chain = good.chain.display(),
            key = good.key.display(),
        );
        for served in &self.certificates {
            for address in served.variant.addresses() {
                let _ = writeln!(
                    text,
                    "local {address} {{\n  ssl_cert = <{}\n  ssl_key = <{}\n}}",
                    served.chain.display(),
                    served.key.display()
                );
            }
        }
        text
    }

    fn main_cf(&self, home: &Path) -> String {
        let prefix = self.directory.path().display();
        format!(
            "compatibility_level = 3.6\n\
             queue_directory = {home}/spool\n\
             data_directory = {home}/data\n\
             maillog_file = {log}\n\
             maillog_file_prefixes = {prefix}\n\
             myhostname = {GREETS_AS}\n\
             mydestination =\n\
             mynetworks = 127.0.0.0/8\n\
             inet_interfaces = all\n\
             inet_protocols = all\n\
             alias_maps =\n\
             local_recipient_maps =\n\
             smtpd_peername_lookup = no\n\
             smtpd_tls_security_level = may\n\
             smtpd_sasl_type = dovecot\n\
             smtpd_sasl_path = {dovecot}/sasl\n\
             smtpd_tls_auth_only = yes\n\
             smtpd_relay_restrictions = reject\n",
            home = home.display(),
            log = self.log("postfix").display(),
            dovecot = self.directory.path().join("dovecot").display(),
        )
    }

    fn master_cf(&self) -> String {
        // No column is chrooted: the certificates and the SASL socket lie outside the queue.
        let mut text = "postlog unix-dgram n - n - 1 postlogd\n\
             tlsmgr unix - - n 1000? 1 tlsmgr\n\
             anvil unix - - n - 1 anvil\n\
             scache unix - - n - 1 scache\n\
             pickup unix n - n 60 1 pickup\n\
             cleanup unix n - n - 0 cleanup\n\
             qmgr unix n - n 300 1 qmgr\n\
             rewrite unix - - n - - trivial-rewrite\n\
             bounce unix - - n - 0 bounce\n\
             defer unix - - n - 0 bounce\n\
             trace unix - - n - 0 bounce\n\
             verify unix - - n - 1 verify\n\
             proxymap unix - - n - - proxymap\n\
             error unix - - n - - error\n\
             retry unix - - n - - error\n"
            .to_owned();
        for served in &self.certificates {
            for address in served.variant.addresses() {
                for (port, options) in [
                    (25, ""),
                    (587, " -o smtpd_sasl_auth_enable=yes"),
                    (
                        465,
                        " -o smtpd_sasl_auth_enable=yes -o smtpd_tls_wrappermode=yes",
                    ),
                ] {
                    let _ = writeln!(
                        text,
                        "{} inet n - n - - smtpd -o smtpd_tls_chain_files={},{}{options}",
                        SocketAddr::new(address, port),
                        served.key.display(),
                        served.chain.display()
                    );
                }
            }
        }
        text
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        if thread::panicking() {
            eprint_logs(&self.logs());
        }
        for daemon in &mut self.daemons {
            let _ = daemon.kill();
            let _ = daemon.wait();
        }
    }
}

/// Says at once, in words, what this machine lacks.
fn require() {
    let missing: Vec<&str> = [
        "ip", "postfix", "dovecot", "openssl", "setpriv", "unshare", "timeout", "install",
    ]
    .into_iter()
    .filter(|program| {
        let found = Command::new("sh")
            .args(["-c", "command -v \"$0\"", program])
            .output();
        !found.is_ok_and(|output| output.status.success())
    })
    .collect();
    assert!(missing.is_empty(), "not installed: {}", missing.join(", "));
    let user = run(Command::new("id").arg("-u"));
    assert_eq!(
        user.trim(),
        "0",
        "network namespaces with real servers need root"
    );
}

/// A directory that another user may look into; `/tmp`, because `TMPDIR` may be private and long.
fn directory() -> TempDir {
    let directory = tempfile::Builder::new()
        .prefix("mailcheck-")
        .tempdir_in("/tmp")
        .expect("/tmp can be written to");
    set_mode(directory.path(), 0o755);
    directory
}

/// The directory is ours, and has a plain name.
fn utf8(path: &Path) -> &str {
    path.to_str().expect("ASCII")
}

fn make_directory(path: &Path, mode: u32) {
    fs::create_dir_all(path).expect("a directory can be made");
    set_mode(path, mode);
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the mode can be set");
}

fn zone() -> Zone {
    let hosts = Variant::ALL
        .map(|variant| (variant.host(), variant.addresses().to_vec()))
        .to_vec();
    Zone {
        hosts,
        domains: vec![(DOMAIN.to_owned(), Variant::Good.host())],
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tests look at the servers themselves; the wall holds for the product"
)]
fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    TcpStream::connect_timeout(&address, Duration::from_secs(2))
}

#[expect(
    clippy::print_stderr,
    reason = "a failing test shows what the servers said"
)]
fn eprint_logs(logs: &str) {
    eprintln!("{logs}");
}
