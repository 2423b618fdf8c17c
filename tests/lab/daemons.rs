//! The real servers: Postfix and Dovecot, and beside them Exim and GNU Mailutils.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::certificates::{Certificates, Variant};
use crate::hosts::{HOSTS, Host, Runs};
use crate::netns::{Netns, run};

/// How long the servers may take to start. They need a second or two, and more while four labs start at once.
const START: Duration = Duration::from_secs(30);

/// The ports of SMTP, and whether TLS comes first.
const SMTP_PORTS: [(u16, bool); 3] = [(25, false), (587, false), (465, true)];
/// The ports of POP3 and IMAP.
const READING_PORTS: [(u16, bool); 4] = [(110, false), (995, true), (143, false), (993, true)];

/// Which server, where a scenario names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Daemon {
    /// SMTP.
    Postfix,
    /// POP3 and IMAP.
    Dovecot,
}

/// Running servers. Dropping them ends them.
pub(crate) struct Daemons {
    children: Vec<(String, Child)>,
    home: PathBuf,
}

impl Daemons {
    /// Starts everything below `home` and waits until it answers.
    ///
    /// `others` is where the package of Exim is unpacked: it cannot be installed beside Postfix.
    pub(crate) fn start(
        netns: &Netns,
        certificates: &Certificates,
        home: &Path,
        others: &Path,
    ) -> Self {
        let mut daemons = Self {
            children: Vec::new(),
            home: home.to_owned(),
        };
        // Dovecot first: Postfix asks it which mechanisms there are.
        daemons.start_dovecot(netns, certificates);
        daemons.start_postfix(netns, certificates);
        daemons.start_exim(netns, certificates, others);
        daemons.start_mailutils(netns, certificates);
        for host in HOSTS {
            // Whoever has one port in one family has all: every server opens them in one go.
            let everything = if host.number == HOSTS[0].number {
                usize::MAX
            } else {
                1
            };
            for (port, greets) in ports(host).into_iter().take(everything) {
                for address in [host.ipv4(), host.ipv6()].into_iter().take(everything) {
                    let address = SocketAddr::new(address.parse().expect("an address"), port);
                    daemons.wait_for(&format!("answer of {} at {address}", host.label), || {
                        greeting(netns, address, greets).is_some()
                    });
                }
            }
        }
        daemons
    }

    /// Whether the two main servers still greet.
    pub(crate) fn are_well(&mut self, netns: &Netns) -> bool {
        let alive = self
            .children
            .iter_mut()
            .all(|(_, child)| child.try_wait().is_ok_and(|end| end.is_none()));
        let mail: IpAddr = HOSTS[0].ipv4().parse().expect("an address");
        alive
            && [25, 143]
                .iter()
                .all(|port| greeting(netns, SocketAddr::new(mail, *port), true).is_some())
    }

    /// Stops a server in the middle of what it does, as if it hung; its kernel goes on.
    pub(crate) fn freeze(&self, daemon: Daemon) {
        self.signal(daemon, "STOP");
    }

    /// Lets it go on.
    pub(crate) fn thaw(&self, daemon: Daemon) {
        self.signal(daemon, "CONT");
    }

    /// What the servers said so far.
    pub(crate) fn logs(&self) -> String {
        let mut text = String::new();
        let directories = [self.home.clone(), self.home.join("exim")];
        let entries = directories
            .iter()
            .filter_map(|path| fs::read_dir(path).ok());
        for entry in entries.flatten().flatten() {
            if entry.path().to_string_lossy().ends_with("log") {
                let log = fs::read_to_string(entry.path()).unwrap_or_default();
                let lines: Vec<&str> = log.lines().collect();
                let last = lines[lines.len().saturating_sub(20)..].join("\n");
                let _ = writeln!(text, "--- {}\n{last}", entry.path().display());
            }
        }
        text
    }

    fn signal(&self, daemon: Daemon, signal: &str) {
        let name = match daemon {
            Daemon::Postfix => "postfix",
            Daemon::Dovecot => "dovecot",
        };
        let child = self
            .children
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, child)| child.id());
        let Some(root) = child else {
            panic!("{name} is not running")
        };
        let processes: Vec<String> = descendants(root).iter().map(ToString::to_string).collect();
        // The shell has its own; the program of that name is not on every machine. A session may just have ended.
        run(Command::new("sh")
            .args([
                "-c",
                &format!("kill -{signal} \"$@\" 2>/dev/null || true"),
                "kill",
            ])
            .args(processes));
    }

    /// Starts a daemon that stays in the foreground; what it says goes to a file.
    ///
    /// It is the first process of a process namespace, which ends with it.
    fn spawn(&mut self, netns: &Netns, name: &str, command: &mut Command) {
        let log = fs::File::create(self.home.join(format!("{name}.out.log"))).expect("a log file");
        let mut whole = netns.command("unshare");
        whole.args(["--pid", "--fork", "--kill-child", "--mount-proc"]);
        whole.arg(command.get_program()).args(command.get_args());
        let child = whole
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a descriptor"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        self.children.push((name.to_owned(), child));
    }

    fn wait_for(&mut self, what: &str, ready: impl Fn() -> bool) {
        let limit = Instant::now() + START;
        while !ready() {
            assert!(
                Instant::now() < limit,
                "no {what} within {START:?}\n{}",
                self.logs()
            );
            for (name, child) in &mut self.children {
                let ended = child.try_wait().expect("a child can be asked");
                if let Some(ended) = ended {
                    let name = name.clone();
                    panic!("{name} ended: {ended}\n{}", self.logs());
                }
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn directory(&self, name: &str, mode: u32) -> PathBuf {
        let path = self.home.join(name);
        fs::create_dir_all(&path).expect("a directory can be made");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("the mode can be set");
        path
    }

    fn start_dovecot(&mut self, netns: &Netns, certificates: &Certificates) {
        let home = self.directory("dovecot", 0o755);
        let config = home.join("dovecot.conf");
        let good = certificates.get(Variant::Good);
        let mut listen = String::new();
        let mut locals = String::new();
        for host in HOSTS {
            let Runs::Both(variant) = host.runs else {
                continue;
            };
            let served = certificates.get(variant);
            for address in [host.ipv4(), host.ipv6()] {
                let _ = write!(
                    listen,
                    "{}{address}",
                    if listen.is_empty() { "" } else { ", " }
                );
                let _ = writeln!(
                    locals,
                    "local {address} {{\n  ssl_cert = <{}\n  ssl_key = <{}\n}}",
                    served.chain.display(),
                    served.key.display()
                );
            }
        }
        let text = format!(
            "base_dir = {home}/run\n\
             state_dir = {home}/state\n\
             instance_name = mailcheck-lab\n\
             log_path = {all}/dovecot.log\n\
             protocols = imap pop3\n\
             listen = {listen}\n\
             ssl = required\n\
             ssl_cert = <{chain}\n\
             ssl_key = <{key}\n\
             auth_mechanisms = plain login\n\
             passdb {{\n  driver = static\n  args = password=nobody-ever-logs-in\n}}\n\
             userdb {{\n  driver = static\n  args = uid=65534 gid=65534 home=/nonexistent\n}}\n\
             service auth {{\n  unix_listener {home}/sasl {{\n    mode = 0666\n  }}\n}}\n\
             service stats {{\n  unix_listener stats-writer {{\n    mode = 0666\n  }}\n}}\n\
             {locals}",
            home = home.display(),
            all = self.home.display(),
            chain = good.chain.display(),
            key = good.key.display(),
        );
        fs::write(&config, text).expect("the configuration can be written");
        self.spawn(
            netns,
            "dovecot",
            Command::new("dovecot").args(["-F", "-c"]).arg(&config),
        );
        let sasl = home.join("sasl");
        self.wait_for("SASL socket", || sasl.exists());
    }

    fn start_postfix(&mut self, netns: &Netns, certificates: &Certificates) {
        let config = self.directory("postfix/config", 0o755);
        self.directory("postfix/spool", 0o755);
        let data = self.directory("postfix/data", 0o700);
        run(Command::new("chown").arg("postfix").arg(data));
        let rsa = certificates.get(Variant::Rsa);
        let text = format!(
            "compatibility_level = 3.6\n\
             queue_directory = {home}/postfix/spool\n\
             data_directory = {home}/postfix/data\n\
             maillog_file = {home}/postfix.log\n\
             maillog_file_prefixes = {home}\n\
             myhostname = mail.example.test\n\
             mydestination =\n\
             mynetworks = 127.0.0.0/8\n\
             inet_interfaces = all\n\
             inet_protocols = all\n\
             alias_maps =\n\
             local_recipient_maps =\n\
             smtpd_peername_lookup = no\n\
             smtpd_tls_security_level = may\n\
             smtpd_sasl_type = dovecot\n\
             smtpd_sasl_path = {home}/dovecot/sasl\n\
             smtpd_tls_auth_only = yes\n\
             smtpd_relay_restrictions = reject\n\
             rsa_chain = {rsa_key},{rsa_chain}\n",
            home = self.home.display(),
            rsa_key = rsa.key.display(),
            rsa_chain = rsa.chain.display(),
        );
        fs::write(config.join("main.cf"), text).expect("main.cf can be written");
        fs::write(config.join("master.cf"), master_cf(certificates))
            .expect("master.cf can be written");
        self.spawn(
            netns,
            "postfix",
            Command::new("postfix")
                .arg("-c")
                .arg(&config)
                .arg("start-fg"),
        );
    }

    fn start_exim(&mut self, netns: &Netns, certificates: &Certificates, others: &Path) {
        let home = self.directory("exim", 0o755);
        run(Command::new("chown")
            .arg("-R")
            .arg("Debian-exim")
            .arg(&home));
        let host = of(Runs::Exim);
        let good = certificates.get(Variant::Good);
        let text = format!(
            "primary_hostname = {name}\n\
             spool_directory = {home}/spool\n\
             log_file_path = {home}/%slog\n\
             pid_file_path = {home}/exim.pid\n\
             local_interfaces = <; {v4} ; {v6}\n\
             daemon_smtp_ports = 25 : 587 : 465\n\
             tls_on_connect_ports = 465\n\
             tls_advertise_hosts = *\n\
             tls_certificate = {chain}\n\
             tls_privatekey = {key}\n\
             host_lookup =\n\
             rfc1413_query_timeout = 0s\n\
             keep_environment =\n\
             begin acl\n\
             begin routers\n\
             begin transports\n\
             begin retry\n\
             begin rewrite\n\
             begin authenticators\n",
            name = host.name(),
            home = home.display(),
            v4 = host.ipv4(),
            v6 = host.ipv6(),
            chain = good.chain.display(),
            key = good.key.display(),
        );
        let config = home.join("exim.conf");
        fs::write(&config, text).expect("the configuration can be written");
        let program = others.join("usr/sbin/exim4");
        self.spawn(
            netns,
            "exim",
            Command::new(program).arg("-C").arg(&config).arg("-bdf"),
        );
    }

    fn start_mailutils(&mut self, netns: &Netns, certificates: &Certificates) {
        let home = self.directory("mailutils", 0o755);
        let host = of(Runs::Mailutils);
        let good = certificates.get(Variant::Good);
        for (name, plain, implicit) in [("imap4d", 143, 993), ("pop3d", 110, 995)] {
            let mut text = format!(
                "mode daemon;\nforeground yes;\npidfile \"{home}/{name}.pid\";\nlogging {{ syslog no; }};\n\
                 tls-file-checks {{ key-file none; }};\n\
                 tls {{ ssl-certificate-file \"{chain}\"; ssl-key-file \"{key}\"; }};\n",
                home = home.display(),
                chain = good.chain.display(),
                key = good.key.display(),
            );
            for address in [host.ipv4(), host.ipv6()] {
                for (port, mode) in [(plain, "ondemand"), (implicit, "connection")] {
                    let address: IpAddr = address.parse().expect("an address");
                    let address = SocketAddr::new(address, port);
                    let _ = writeln!(text, "server \"{address}\" {{ tls-mode {mode}; }};");
                }
            }
            let config = home.join(format!("{name}.conf"));
            fs::write(&config, text).expect("the configuration can be written");
            let argument = format!("--config-file={}", config.display());
            self.spawn(netns, name, Command::new(name).args([&argument]));
        }
    }
}

impl Drop for Daemons {
    fn drop(&mut self) {
        for (_, child) in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The only host that runs this.
fn of(runs: Runs) -> &'static Host {
    HOSTS
        .iter()
        .find(|host| host.runs == runs)
        .expect("a host for every kind")
}

/// The ports that answer at a host, and whether the server speaks first there.
fn ports(host: &Host) -> Vec<(u16, bool)> {
    let plain = |ports: &[(u16, bool)]| {
        ports
            .iter()
            .map(|(port, implicit)| (*port, !implicit))
            .collect::<Vec<_>>()
    };
    match host.runs {
        Runs::Both(_) => plain(&[&SMTP_PORTS[..], &READING_PORTS[..]].concat()),
        // It greets late, or in two halves.
        Runs::Smtpd(_) | Runs::Postscreen => vec![(25, false)],
        Runs::Submission(_) | Runs::Exim => plain(&SMTP_PORTS),
        Runs::Mailutils => plain(&READING_PORTS),
        Runs::Nothing => Vec::new(),
    }
}

/// The first line of a server where it speaks first; an empty one where to be accepted is all there is to see.
#[expect(
    clippy::disallowed_methods,
    reason = "the lab looks at its servers; the wall holds for the product"
)]
fn greeting(netns: &Netns, address: SocketAddr, greets: bool) -> Option<String> {
    netns.inside(|| {
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(2)).ok()?;
        let mut line = String::new();
        if greets {
            stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
            BufReader::new(stream).read_line(&mut line).ok()?;
            (!line.is_empty()).then_some(line)
        } else {
            Some(line)
        }
    })
}

/// A process and all that came from it.
fn descendants(root: u32) -> Vec<u32> {
    let mut parents = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // "PID (NAME) STATE PARENT ...", and a name may hold anything.
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        let process = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok());
        if let (Some(process), Some(parent)) = (process, parent) {
            parents.push((process, parent));
        }
    }
    let mut found = vec![root];
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == parent)
                .map(|(process, _): &(u32, u32)| *process),
        );
        next += 1;
    }
    found
}

fn master_cf(certificates: &Certificates) -> String {
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
         retry unix - - n - - error\n\
         tlsproxy unix - - n - 0 tlsproxy\n\
         dnsblog unix - - n - 0 dnsblog\n"
        .to_owned();
    let chain = |variant| {
        let served = certificates.get(variant);
        format!(
            "-o smtpd_tls_chain_files={},{}",
            served.key.display(),
            served.chain.display()
        )
    };
    let good = chain(Variant::Good);
    let _ = writeln!(text, "smtpd pass - - n - - smtpd {good}");
    for host in HOSTS {
        for address in [host.ipv4(), host.ipv6()] {
            let address: IpAddr = address.parse().expect("an address");
            let mut service = |port, program: &str, options: &str| {
                let _ = writeln!(
                    text,
                    "{} inet n - n - {program} {options}",
                    SocketAddr::new(address, port)
                );
            };
            let auth = "-o smtpd_sasl_auth_enable=yes";
            let wrapper = "-o smtpd_tls_wrappermode=yes";
            match host.runs {
                Runs::Both(variant) => {
                    let chain = chain(variant);
                    service(25, "- smtpd", &chain);
                    service(587, "- smtpd", &format!("{chain} {auth}"));
                    service(465, "- smtpd", &format!("{chain} {auth} {wrapper}"));
                }
                Runs::Smtpd(options) => service(25, "- smtpd", &format!("{good} {options}")),
                Runs::Submission(options) => {
                    service(25, "- smtpd", &format!("{good} {options}"));
                    service(587, "- smtpd", &format!("{good} {auth} {options}"));
                    service(
                        465,
                        "- smtpd",
                        &format!("{good} {auth} {wrapper} {options}"),
                    );
                }
                Runs::Postscreen => service(
                    25,
                    "1 postscreen",
                    "-o postscreen_greet_wait=6s -o postscreen_cache_map= -o postscreen_greet_action=enforce \
                     -o postscreen_access_list=",
                ),
                Runs::Exim | Runs::Mailutils | Runs::Nothing => {}
            }
        }
    }
    text
}
