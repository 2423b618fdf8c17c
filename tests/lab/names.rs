//! The DNS of the lab: signed zones with NSD, and unbound, which validates, as the client's resolver.
//!
//! All of it runs on router 1, the resolver on the client's own network, the authoritative servers on loopback addresses, so that
//! what is broken between router 1 and the server never touches it.

use std::fmt::Write as _;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::certificates::{Certificates, Variant};
use crate::hosts::{ABSENT, HOSTS, ZONE};
use crate::netns::{Netns, run};

/// The resolver of the client.
pub(crate) const RESOLVER: &str = "10.1.0.53";
/// Where a scripted resolver answers when a scenario has one.
pub(crate) const SCRIPTED: &str = "10.1.0.54";
/// An address of router 1 at which a resolver takes every question and answers none.
pub(crate) const SILENT: &str = "10.1.0.57";

/// Serves every zone.
const AUTHORITY: Ipv4Addr = Ipv4Addr::new(127, 0, 53, 1);
/// Serves none: the delegation to it is lame.
const LAME: Ipv4Addr = Ipv4Addr::new(127, 0, 53, 2);
/// Never answers.
const MUTE: Ipv4Addr = Ipv4Addr::new(127, 0, 53, 3);
/// Nothing is there.
const DEAD: Ipv4Addr = Ipv4Addr::new(127, 0, 53, 4);

/// How a zone is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signing {
    Secure,
    None,
    /// The parent names another key.
    Bogus,
    /// The signatures are past their date.
    Stale,
}

/// A domain of the table of providers, which here says something else about its servers.
const HOSTED: &str = "migadu.com";

/// The zones below the root.
const ZONES: &[(&str, Signing)] = &[
    (ZONE, Signing::Secure),
    ("insecure.test", Signing::None),
    ("bogus.test", Signing::Bogus),
    ("stale.test", Signing::Stale),
    (HOSTED, Signing::None),
];

/// The zone files, signed; they are the same for every lab.
pub(crate) struct Zones {
    directory: PathBuf,
}

impl Zones {
    /// Writes and signs every zone below `directory`.
    pub(crate) fn make(directory: &Path, certificates: &Certificates) -> Self {
        fs::create_dir_all(directory).expect("a directory on our own tmpfs");
        let zones = Self {
            directory: directory.to_owned(),
        };
        let mut root = format!(
            ". 300 IN SOA a.root. hostmaster.root. 1 3600 600 86400 300\n. IN NS a.root.\na.root. IN A {AUTHORITY}\n\
             lame.test. IN NS ns.lame.test.\nns.lame.test. IN A {LAME}\n\
             silent.test. IN NS ns.silent.test.\nns.silent.test. IN A {MUTE}\n\
             dead.test. IN NS ns.dead.test.\nns.dead.test. IN A {DEAD}\n"
        );
        for (name, signing) in ZONES {
            let _ = writeln!(
                root,
                "{name}. IN NS ns.{name}.\nns.{name}. IN A {AUTHORITY}"
            );
            zones.write(name, &contents(name, certificates));
            if *signing != Signing::None {
                let ds = zones.sign(name, *signing);
                root.push_str(&ds);
            }
        }
        zones.write("root", &root);
        zones.sign(".", Signing::Secure);
        zones
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory
            .join(format!("{}.zone", if name == "." { "root" } else { name }))
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).expect("a file on our own tmpfs");
    }

    /// The key of the root, where every chain of signatures begins.
    pub(crate) fn anchor(&self) -> PathBuf {
        self.directory.join("anchor.key")
    }

    /// Signs a zone in place and gives the DS records for its parent.
    fn sign(&self, name: &str, signing: Signing) -> String {
        let key = run(Command::new("ldns-keygen")
            .current_dir(&self.directory)
            .args(["-r", "/dev/urandom", "-k", "-a", "ECDSAP256SHA256", name]));
        let key = key.trim();
        let dates: &[&str] = match signing {
            Signing::Stale => &["-i", "20200101000000", "-e", "20200201000000"],
            Signing::Secure | Signing::None | Signing::Bogus => {
                &["-i", "20200101000000", "-e", "20370101000000"]
            }
        };
        let signed = self.file(name).with_extension("signed");
        run(Command::new("ldns-signzone")
            .current_dir(&self.directory)
            .arg("-n")
            .args(dates)
            .args(["-o", name, "-f"])
            .arg(&signed)
            .arg(self.file(name))
            .arg(key));
        fs::rename(signed, self.file(name)).expect("both are on our own tmpfs");
        if name == "." {
            fs::rename(self.directory.join(format!("{key}.key")), self.anchor())
                .expect("the key of the root");
            return String::new();
        }
        let ds = fs::read_to_string(self.directory.join(format!("{key}.ds")))
            .expect("ldns-keygen -k makes it");
        match signing {
            Signing::Bogus => {
                let (head, digest) = ds
                    .trim_end()
                    .rsplit_once(char::is_whitespace)
                    .expect("a digest at the end");
                format!("{head} {}\n", digest.chars().rev().collect::<String>())
            }
            Signing::Secure | Signing::None | Signing::Stale => format!("{}\n", ds.trim_end()),
        }
    }
}

/// Domains with MTA-STS, right and wrong; their web server is the scripted host.
const STS: &str = "sts IN MX 10 mail\n_mta-sts.sts IN TXT \"v=STSv1; id=20260101T000000;\"\nmta-sts.sts IN A 203.0.113.80\n\
    _smtp._tls.sts IN TXT \"v=TLSRPTv1; rua=mailto:reports@example.test\"\n\
    sts-unreported IN MX 10 mail\n_mta-sts.sts-unreported IN TXT \"v=STSv1; id=1\"\nmta-sts.sts-unreported IN A 203.0.113.80\n\
    sts-misnamed IN MX 10 misnamed\n_mta-sts.sts-misnamed IN TXT \"v=STSv1; id=1;\"\nmta-sts.sts-misnamed IN A 203.0.113.80\n\
    sts-no-tls IN MX 10 no-tls\n_mta-sts.sts-no-tls IN TXT \"v=STSv1; id=1;\"\nmta-sts.sts-no-tls IN A 203.0.113.80\n\
    sts-two-mx IN MX 10 mail\nsts-two-mx IN MX 20 second\n_mta-sts.sts-two-mx IN TXT \"v=STSv1; id=1;\"\n\
    mta-sts.sts-two-mx IN A 203.0.113.80\n\
    sts-unsaid IN MX 10 mail\nmta-sts.sts-unsaid IN A 203.0.113.80\n\
    sts-elsewhere IN MX 10 mail\n_mta-sts.sts-elsewhere IN TXT \"v=STSv1; id=1;\"\nmta-sts.sts-elsewhere IN A 203.0.113.80\n\
    sts-hostless IN MX 10 mail\n_mta-sts.sts-hostless IN TXT \"v=STSv1; id=1;\"\n\
    sts-down IN MX 10 mail\n_mta-sts.sts-down IN TXT \"v=STSv1; id=1;\"\nmta-sts.sts-down IN A 203.0.113.90\n\
    sts-twice IN MX 10 mail\n_mta-sts.sts-twice IN TXT \"v=STSv1; id=1;\"\n_mta-sts.sts-twice IN TXT \"v=STSv1; id=2;\"\n\
    sts-id IN MX 10 mail\n_mta-sts.sts-id IN TXT \"v=STSv1; id=2026-01-01;\"\n\
    sts-underscore IN MX 10 mail\n_mta_sts.sts-underscore IN TXT \"v=STSv1; id=1;\"\n\
    reports IN MX 10 mail\n_smtp._tls.reports IN TXT \"v=TLSRPTv1; rua=postmaster@example.test\"\n";

/// Domains that publish their servers on a web server, which is the scripted host. The digests are those of the documents
/// in the scenarios: one that names this lab's server, one that names the second.
const WEB: &str = "web IN MX 10 mail\n_imaps._tcp.web IN SRV 0 1 993 mail\n_submissions._tcp.web IN SRV 0 1 465 mail\n\
    autoconfig.web IN A 203.0.113.80\n\
    web-alone IN MX 10 mail\nautoconfig.web-alone IN A 203.0.113.80\n\
    web-misnamed IN MX 10 mail\n_imaps._tcp.web-misnamed IN SRV 0 1 993 mail\nautoconfig.web-misnamed IN A 203.0.113.80\n\
    srv-lame IN MX 10 mail\n_imaps._tcp.srv-lame IN SRV 0 1 993 nothing\n_submissions._tcp.srv-lame IN SRV 0 1 465 mail\n\
    srv-port IN MX 10 mail\n_imaps._tcp.srv-port IN SRV 0 1 9933 mail\n_submissions._tcp.srv-port IN SRV 0 1 465 mail\n\
    srv-gone IN MX 10 mail\n_imaps._tcp.srv-gone IN SRV 0 1 993 gone\n_submissions._tcp.srv-gone IN SRV 0 1 465 gone\n\
    srv-none IN MX 10 mail\n_imaps._tcp.srv-none IN SRV 0 0 0 .\n_imap._tcp.srv-none IN SRV 0 0 0 .\n\
    _pop3s._tcp.srv-none IN SRV 0 0 0 .\n_submissions._tcp.srv-none IN SRV 0 1 465 mail\n\
    srv-misnamed IN MX 10 mail\n_imaps._tcp.srv-misnamed IN SRV 0 1 993 misnamed\n\
    _submissions._tcp.srv-misnamed IN SRV 0 1 465 mail\n\
    srv-two IN MX 10 mail\n_imaps._tcp.srv-two IN SRV 0 1 993 mail\n_imaps._tcp.srv-two IN SRV 10 1 993 second\n\
    _submissions._tcp.srv-two IN SRV 0 1 465 mail\n\
    pacc IN MX 10 mail\n_imaps._tcp.pacc IN SRV 0 1 993 mail\n_submissions._tcp.pacc IN SRV 0 1 465 mail\n\
    ua-auto-config.pacc IN A 203.0.113.80\n\
    _ua-auto-config.pacc IN TXT \"v=UAAC1; a=sha256; d=2gzQ0oPYbC4GXFCcYnb7JupJlU6W/V0jmOum2a0nN90=\"\n\
    _ua-auto-config.pacc IN TXT \"v=UAAC1; a=sha256; d=lBwuoJ/pcqsshNlmfSTw/zSZu3Z5ReTkZ3m8XOf4Kj8=\"\n";

/// What is in a zone.
fn contents(zone: &str, certificates: &Certificates) -> String {
    let mut text = format!(
        "$ORIGIN {zone}.\n$TTL 300\n@ IN SOA ns hostmaster 1 3600 600 86400 300\n@ IN NS ns\nns IN A {AUTHORITY}\n\
         @ IN MX 10 mail\n"
    );
    if zone == HOSTED {
        text.push_str(
            "_imaps._tcp IN SRV 0 1 993 mail.example.test.\n_submissions._tcp IN SRV 0 1 465 mail.example.test.\n",
        );
    }
    if zone != ZONE {
        text.push_str("mail IN A 203.0.113.25\nmail IN AAAA 2001:db8:113::25\n");
        return text;
    }
    for host in HOSTS {
        let _ = writeln!(
            text,
            "{0} IN A {1}\n{0} IN AAAA {2}",
            host.label,
            host.ipv4(),
            host.ipv6()
        );
    }
    let good = &certificates.get(Variant::Good).spki_sha256;
    let wrong: String = good.chars().rev().collect();
    let _ = write!(
        text,
        "smtp IN A 203.0.113.25\nsmtp IN AAAA 2001:db8:113::25\n\
         imap IN A 203.0.113.25\nimap IN AAAA 2001:db8:113::25\n\
         pop IN A 203.0.113.25\npop IN AAAA 2001:db8:113::25\n\
         legacy IN A 203.0.113.25\n\
         modern IN AAAA 2001:db8:113::25\n\
         pair IN A 203.0.113.25\npair IN A 203.0.113.26\n\
         pair IN AAAA 2001:db8:113::25\npair IN AAAA 2001:db8:113::26\n\
         half IN A 203.0.113.25\nhalf IN A 203.0.113.90\n\
         lost-half IN A 203.0.113.25\nlost-half IN A 203.0.113.{ABSENT}\n\
         absent IN A 203.0.113.{ABSENT}\nabsent IN AAAA 2001:db8:113::{ABSENT}\n\
         ghost6 IN A 203.0.113.25\nghost6 IN AAAA 2001:db8:113::{ABSENT}\n\
         neighbour IN A 10.1.0.77\nneighbour6 IN AAAA 2001:db8:1::77\n\
         alias IN CNAME mail\n\
         long-alias IN CNAME alias\n\
         loop-a IN CNAME loop-b\nloop-b IN CNAME loop-a\n\
         dangling IN CNAME gone\n\
         _imaps._tcp.accounts IN SRV 0 1 993 mail\n_submissions._tcp.accounts IN SRV 0 1 465 mail\n\
         _pop3._tcp.accounts IN SRV 0 0 0 .\n\
         _imaps._tcp.outdated IN SRV 0 1 993 gone\n_imap._tcp.outdated IN SRV 0 1 143 mail\n\
         _submissions._tcp.outdated IN SRV 0 1 465 mail\n\
         no-settings IN TXT \"a domain without mail\"\n\
         no-address IN TXT \"a name without an address\"\n\
         null-mx IN MX 0 .\n\
         alias-mx IN MX 10 alias\n\
         gone-mx IN MX 10 gone\n\
         empty-mx IN MX 10 no-address\n\
         literal-mx IN MX 10 203.0.113.25.\n\
         second-mx IN MX 10 nothing\nsecond-mx IN MX 20 mail\n\
         half-gone-mx IN MX 10 gone\nhalf-gone-mx IN MX 20 mail\n\
         pair-mx IN MX 10 mail\npair-mx IN MX 10 second\n\
         misnamed-mx IN MX 10 misnamed\n\
         {STS}{WEB}\
         dane IN MX 10 dane-host\n\
         dane-host IN A 203.0.113.25\ndane-host IN AAAA 2001:db8:113::25\n\
         _25._tcp.dane-host IN TLSA 3 1 1 {good}\n\
         dane-wrong IN MX 10 dane-wrong-host\n\
         dane-wrong-host IN A 203.0.113.25\ndane-wrong-host IN AAAA 2001:db8:113::25\n\
         _25._tcp.dane-wrong-host IN TLSA 3 1 1 {wrong}\n\
         dane-next IN MX 10 dane-next-host\n\
         dane-next-host IN A 203.0.113.25\ndane-next-host IN AAAA 2001:db8:113::25\n\
         _25._tcp.dane-next-host IN TLSA 3 1 1 {good}\n\
         _25._tcp.dane-next-host IN TLSA 3 1 1 {wrong}\n\
         dane-self-signed IN MX 10 self-signed\n\
         _25._tcp.self-signed IN TLSA 3 1 1 {self_signed}\n",
        self_signed = certificates.get(Variant::SelfSigned).spki_sha256,
    );
    text
}

/// Running name servers. Dropping them ends them.
pub(crate) struct NameServers {
    children: Vec<Child>,
    _mute: Vec<UdpSocket>,
}

impl NameServers {
    /// Starts NSD twice and unbound once, and waits until a name is resolved.
    pub(crate) fn start(router: &Netns, client: &Netns, zones: &Zones, home: &Path) -> Self {
        fs::create_dir_all(home).expect("a directory on our own tmpfs");
        let mute = [SILENT.parse().expect("an address"), MUTE]
            .map(|address| router.inside(|| bind(SocketAddr::from((address, 53)))));
        let mut servers = Self {
            children: Vec::new(),
            _mute: mute.into(),
        };
        servers.start_nsd(router, home, "nsd", AUTHORITY, Some(zones));
        servers.start_nsd(router, home, "lame", LAME, None);
        // No error, in the last four bits. unbound asks for the root's key at once, and keeps for a while that nobody had it.
        wait_for(
            router,
            AUTHORITY,
            b"\0\0\x06\0\x01",
            |answer: &[u8]| answer[3].trailing_zeros() >= 4,
            home,
        );
        servers.start_unbound(router, home, zones);
        wait_for_name(client, home);
        servers
    }

    fn start_nsd(
        &mut self,
        router: &Netns,
        home: &Path,
        name: &str,
        address: Ipv4Addr,
        zones: Option<&Zones>,
    ) {
        let mut text = format!(
            "server:\n  ip-address: {address}\n  username: \"\"\n  chroot: \"\"\n  database: \"\"\n  pidfile: \"\"\n  \
             zonelistfile: \"{home}/{name}.list\"\n  xfrdfile: \"{home}/{name}.xfrd\"\n  xfrdir: \"{home}\"\n  \
             logfile: \"{home}/{name}.log\"\n  server-count: 1\nremote-control:\n  control-enable: no\n",
            home = home.display()
        );
        if let Some(zones) = zones {
            for name in ZONES.iter().map(|(name, _)| *name).chain(["."]) {
                let _ = writeln!(
                    text,
                    "zone:\n  name: \"{name}\"\n  zonefile: \"{}\"",
                    zones.file(name).display()
                );
            }
        }
        let config = home.join(format!("{name}.conf"));
        fs::write(&config, text).expect("a file on our own tmpfs");
        self.spawn(router, home, name, &["nsd", "-d", "-c", path(&config)]);
    }

    fn start_unbound(&mut self, router: &Netns, home: &Path, zones: &Zones) {
        let hints = home.join("root.hints");
        fs::write(
            &hints,
            format!(". 3600 IN NS a.root.\na.root. 3600 IN A {AUTHORITY}\n"),
        )
        .expect("a file");
        // The zones are made for examples, and unbound knows them as such ("nodefault" makes it ask). It gives up
        // on silent servers sooner than the tests would.
        let text = format!(
            "server:\n  interface: {RESOLVER}\n  interface: 2001:db8:1::1\n  interface: 127.0.0.1\n  \
             access-control: 0.0.0.0/0 allow\n  access-control: ::/0 allow\n  directory: \"\"\n  username: \"\"\n  \
             chroot: \"\"\n  pidfile: \"\"\n  use-syslog: no\n  logfile: \"{home}/unbound.log\"\n  num-threads: 1\n  \
             do-not-query-localhost: no\n  root-hints: \"{hints}\"\n  trust-anchor-file: \"{anchor}\"\n  ede: yes\n  \
             val-log-level: 2\n  local-zone: \"test.\" nodefault\n  infra-cache-max-rtt: 500\n  outbound-msg-retry: 2\n  \
             do-ip6: yes\n  edns-buffer-size: 1232\n  max-udp-size: 1232\nremote-control:\n  control-enable: no\n",
            home = home.display(),
            hints = hints.display(),
            anchor = zones.anchor().display(),
        );
        let config = home.join("unbound.conf");
        fs::write(&config, text).expect("a file on our own tmpfs");
        self.spawn(
            router,
            home,
            "unbound",
            &["unbound", "-d", "-c", path(&config)],
        );
    }

    fn spawn(&mut self, router: &Netns, home: &Path, name: &str, words: &[&str]) {
        let log = fs::File::create(home.join(format!("{name}.out.log"))).expect("a log file");
        let child = router
            .command(words[0])
            .args(&words[1..])
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a descriptor"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{words:?}: {error}"));
        self.children.push(child);
    }
}

impl Drop for NameServers {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn path(path: &Path) -> &str {
    path.to_str().expect("ASCII")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the lab is the server; the wall holds for the product"
)]
fn bind(address: SocketAddr) -> UdpSocket {
    UdpSocket::bind(address).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// Waits until the resolver gives the address of the mail host to the client, validated.
fn wait_for_name(client: &Netns, home: &Path) {
    let resolver = RESOLVER.parse().expect("an address");
    let question = b"\x04mail\x07example\x04test\0\0\x01\0\x01";
    // The AD bit and no error.
    wait_for(
        client,
        resolver,
        question,
        |answer| answer[3] & 0x2f == 0x20,
        home,
    );
}

/// Asks a question (name, type and class) until the answer has records and is as wanted.
fn wait_for(
    netns: &Netns,
    server: Ipv4Addr,
    question: &[u8],
    wanted: impl Fn(&[u8]) -> bool,
    home: &Path,
) {
    // Recursion desired; authenticated data understood; one question.
    let query = [b"\x12\x34\x01\x20\0\x01\0\0\0\0\0\0", question].concat();
    let socket = netns.inside(|| bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0))));
    socket
        .set_read_timeout(Some(Duration::from_millis(300)))
        .expect("a positive time");
    let limit = Instant::now() + Duration::from_secs(30);
    loop {
        let _ = socket.send_to(&query, (server, 53));
        let mut answer = [0; 1500];
        if let Ok(length) = socket.recv(&mut answer)
            && length > 12
            && answer[7] > 0
            && wanted(&answer)
        {
            return;
        }
        if Instant::now() > limit {
            let logs = [
                "nsd.log",
                "nsd.out.log",
                "lame.log",
                "unbound.log",
                "unbound.out.log",
            ]
            .map(|name| fs::read_to_string(home.join(name)).unwrap_or_default());
            panic!("{server} does not answer as it should: {}", logs.concat());
        }
        thread::sleep(Duration::from_millis(50));
    }
}
