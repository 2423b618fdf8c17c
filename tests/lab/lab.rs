//! One lab: a network with servers in it, in which one scenario after the other is played.

use std::borrow::Cow;
use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::certificates::Certificates;
use crate::daemons::Daemons;
use crate::expect;
use crate::fault::Broken;
use crate::hosts::{HOSTS, Runs};
use crate::names::{NameServers, RESOLVER, Zones};
use crate::netns::{HOME, run};
use crate::scenario::{Expect, Needs, Scenario};
use crate::stand_ins;
use crate::support::server::Server;
use crate::topology::{Place, Topology};
use crate::wine::{self, Wine};

/// A command of the shell to run on the client too, while the scenario is broken, to look around.
const EXEC: &str = "MAILCHECK_LAB_EXEC";

/// Waits that a scenario does not choose itself. A connect must last for several retransmissions of a SYN.
const USUAL_WAITS: [(&str, &[&str], &str); 3] = [
    ("--timeout", &["-t", "--timeout"], "5"),
    ("--greeting-timeout", &["--greeting-timeout"], "8"),
    ("--deadline", &["--deadline"], "75"),
];

/// What all labs have in common.
pub(crate) struct Shared {
    /// The certificates of the servers.
    pub(crate) certificates: Certificates,
    /// Whether real servers can be had: they want several users.
    pub(crate) root: bool,
    zones: Zones,
    program: Program,
    others: PathBuf,
}

/// What is played.
enum Program {
    /// The program of this system, at this place.
    Ours(PathBuf),
    /// The Windows build.
    Windows(Wine),
}

impl Shared {
    /// Makes certificates and zones, and puts the program where everybody may run it.
    ///
    /// `others` is where the packages are unpacked that cannot be installed.
    pub(crate) fn make(program: &Path, others: &Path, root: bool) -> Self {
        let installed = Path::new(HOME).join("mailcheck");
        run(Command::new("install")
            .args(["-m", "0755"])
            .arg(program)
            .arg(&installed));
        Self::with(Program::Ours(installed), others, root)
    }

    /// The same for the Windows build.
    pub(crate) fn for_windows(program: &Path, others: &Path) -> Self {
        let wine = Wine::make(program, &Path::new(HOME).join("wine"));
        Self::with(Program::Windows(wine), others, true)
    }

    /// What the program must make of a scenario.
    pub(crate) fn expected<'a>(&self, scenario: &'a Scenario) -> Cow<'a, Expect> {
        match self.program {
            Program::Ours(_) => Cow::Borrowed(&scenario.expect),
            Program::Windows(_) => Cow::Owned(scenario.expected_of_windows()),
        }
    }

    fn with(program: Program, others: &Path, root: bool) -> Self {
        let home = Path::new(HOME);
        let certificates = Certificates::make(&directory(&home.join("certificates")));
        let zones = Zones::make(&home.join("zones"), &certificates);
        Self {
            certificates,
            root,
            zones,
            program,
            others: others.to_owned(),
        }
    }
}

/// One lab.
pub(crate) struct Lab<'a> {
    /// The machines and cables.
    pub(crate) topology: Topology,
    /// What all labs have in common.
    pub(crate) shared: &'a Shared,
    /// Its files.
    pub(crate) home: PathBuf,
    servers: Servers,
    _names: NameServers,
}

/// The healthy servers.
enum Servers {
    /// Real ones.
    Daemons(Daemons),
    /// Scripted ones in their place.
    StandIns(#[expect(dead_code, reason = "they live as long as the lab")] Vec<Server>),
}

/// How one scenario went.
#[derive(Default)]
pub(crate) struct Outcome {
    /// What was not as expected; empty when all was.
    pub(crate) wrong: Vec<String>,
    /// What mailcheck found, for the table.
    pub(crate) found: String,
    /// How long it took, with breaking and mending.
    pub(crate) elapsed: Duration,
    /// What was done and what mailcheck printed, for people.
    pub(crate) story: String,
}

impl<'a> Lab<'a> {
    /// Builds one and waits until every server answers.
    pub(crate) fn start(number: usize, shared: &'a Shared) -> Self {
        let prefix = format!("l{number}-");
        let home = Path::new(HOME).join(number.to_string());
        // What an earlier lab of the same number left.
        let _ = fs::remove_dir_all(&home);
        let home = directory(&home);
        let topology = Topology::build(&prefix, shared.root);
        let names = NameServers::start(
            topology.at(Place::Router1),
            topology.at(Place::Client),
            &shared.zones,
            &home.join("dns"),
        );
        let server = topology.at(Place::Server);
        let servers = if shared.root {
            let home = directory(&home.join("daemons"));
            Servers::Daemons(Daemons::start(
                server,
                &shared.certificates,
                &home,
                &shared.others,
            ))
        } else {
            Servers::StandIns(stand_ins::start(server, &shared.certificates))
        };
        Self {
            topology,
            shared,
            home,
            servers,
            _names: names,
        }
    }

    /// The real servers.
    ///
    /// # Panics
    ///
    /// In a lab without: the scenario must say that it needs root.
    pub(crate) fn daemons(&self) -> &Daemons {
        match &self.servers {
            Servers::Daemons(daemons) => daemons,
            Servers::StandIns(_) => panic!("the scenario wants real servers: needs = \"root\""),
        }
    }

    /// Why a scenario cannot be played here.
    pub(crate) fn why_not<'s>(scenario: &'s Scenario, shared: &Shared) -> Option<&'s str> {
        let root = shared.root;
        if let (Program::Windows(_), Some(why)) = (&shared.program, scenario.not_on_windows()) {
            return Some(why);
        }
        let of_real_host = |word: &String| {
            let real =
                |host: &&crate::hosts::Host| !matches!(host.runs, Runs::Both(_) | Runs::Nothing);
            HOSTS
                .iter()
                .filter(real)
                .any(|host| word.contains(host.label))
        };
        match scenario.needs {
            Needs::Root if !root => Some("needs real servers, and they need root"),
            Needs::Root | Needs::Namespaces if !root && scenario.args.iter().any(of_real_host) => {
                Some("names a host that only root can start")
            }
            Needs::Root | Needs::Namespaces => None,
        }
    }

    /// Breaks what the scenario says, runs mailcheck, compares, and mends everything.
    pub(crate) fn play(&mut self, scenario: &Scenario, as_text_too: bool) -> Outcome {
        let start = Instant::now();
        let mut broken = Broken::default();
        for fault in &scenario.faults {
            broken.add(self, fault);
        }
        self.topology.forget_neighbours();
        let mut story = String::new();
        for line in &broken.done {
            let _ = writeln!(story, "  {line}");
        }
        let run_start = Instant::now();
        let output = self.mailcheck(scenario, &broken, &["--format", "json"]);
        let took = run_start.elapsed();
        let connections = self.topology.connections();
        let words = self.words(scenario).join(" ");
        let _ = writeln!(
            story,
            "  client: mailcheck {words}    (exit {:?}, {took:.1?})",
            output.status.code()
        );
        if let Some(words) = env::var_os(EXEC) {
            let words = ["sh".into(), "-c".into(), words];
            let output = self.on_client(scenario, &broken, &words, None);
            let _ = writeln!(story, "{}", String::from_utf8_lossy(&output.stdout));
            let _ = writeln!(story, "{}", String::from_utf8_lossy(&output.stderr));
        }
        if as_text_too {
            let text = self.mailcheck(scenario, &broken, &["--color", "never", "--lang", "en"]);
            let _ = writeln!(story, "{}", String::from_utf8_lossy(&text.stdout));
        }
        let mut wrong = Vec::new();
        let stdout = String::from_utf8_lossy(&output.stdout);
        let report: Option<Value> = serde_json::from_str(&stdout).ok();
        let found = report
            .as_ref()
            .map_or_else(|| "no report".to_owned(), expect::summary);
        match &report {
            Some(report) => wrong.extend(expect::compare(
                &self.shared.expected(scenario),
                report,
                output.status.code(),
                &connections,
                took,
            )),
            None => wrong.push(format!(
                "no JSON report (exit {:?}): {stdout}{}",
                output.status.code(),
                String::from_utf8_lossy(&output.stderr)
            )),
        }
        if !wrong.is_empty() || as_text_too {
            let _ = writeln!(story, "{}", expect::digest(report.as_ref()));
            let _ = writeln!(story, "  connections at the server: {connections:?}");
            story.push_str(&String::from_utf8_lossy(&output.stderr));
        }
        broken.mend(self);
        self.topology.restore();
        Outcome {
            wrong,
            found,
            elapsed: start.elapsed(),
            story,
        }
    }

    /// What a scenario left behind, in words; empty when the lab is as new.
    pub(crate) fn dirt(&mut self) -> String {
        let mut dirt = self.topology.dirt();
        if let Servers::Daemons(daemons) = &mut self.servers
            && !daemons.are_well(self.topology.at(Place::Server))
        {
            let _ = writeln!(
                dirt,
                "the servers do not greet any more\n{}",
                daemons.logs()
            );
        }
        dirt
    }

    /// The words behind `mailcheck`.
    fn words(&self, scenario: &Scenario) -> Vec<String> {
        let mut words = Vec::new();
        for (option, spellings, usual) in USUAL_WAITS {
            if !scenario
                .args
                .iter()
                .any(|word| spellings.contains(&word.as_str()))
            {
                words.extend([option.to_owned(), usual.to_owned()]);
            }
        }
        if !scenario
            .args
            .iter()
            .any(|word| word == "--roots" || word == "--ca-file")
        {
            words.extend([
                "--ca-file".to_owned(),
                self.shared.certificates.roots.display().to_string(),
            ]);
        }
        // The lab's DNS has a root of its own.
        words.extend([
            "--trust-anchor".to_owned(),
            self.shared.zones.anchor().display().to_string(),
        ]);
        words.extend(scenario.args.iter().cloned());
        words
    }

    /// Runs mailcheck on the client.
    fn mailcheck(&self, scenario: &Scenario, broken: &Broken, more: &[&str]) -> Output {
        let options = self.words(scenario);
        let (mut words, wine) = match &self.shared.program {
            Program::Ours(file) => (vec![file.clone().into()], None),
            Program::Windows(wine) => (wine.command(), Some(wine)),
        };
        words.extend(options.into_iter().map(OsString::from));
        words.extend(more.iter().map(OsString::from));
        self.on_client(scenario, broken, &words, wine)
    }

    /// Runs a command on the client with the files of `/etc` that the scenario wants: in Wine, or as an ordinary user.
    fn on_client(
        &self,
        scenario: &Scenario,
        broken: &Broken,
        words: &[OsString],
        wine: Option<&Wine>,
    ) -> Output {
        let hosts = format!("127.0.0.1 localhost\n::1 localhost\n{}", broken.hosts);
        // Wine looks its own machine up at its start, by libc: that is not to wait for broken resolvers.
        let order = if wine.is_some() { "files" } else { "files dns" };
        let mut script = self.files_of_etc(broken, &hosts, order);
        if let Some(limit) = scenario.descriptors {
            let _ = writeln!(script, "ulimit -n {limit}");
        }
        let mut environment = vec!["LC_ALL=C.UTF-8".to_owned()];
        if let Some(wine) = wine {
            let prefix = wine.prefix(&self.home, &hosts);
            script.push_str(&wine.script(&prefix));
            environment.extend(wine::environment(&prefix));
        } else {
            script.push_str(if self.shared.root {
                "exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs \"$@\"\n"
            } else {
                // Nobody's user again: without this the program would have the network's privileges.
                "exec unshare --user --map-user=65534 --map-group=65534 setpriv --no-new-privs \"$@\"\n"
            });
        }
        let own = scenario.env.iter();
        environment.extend(own.map(|(name, value)| format!("{name}={value}")));
        self.topology
            .at(Place::Client)
            .command("sh")
            .args(["-euc", &script, "sh", "timeout", "--kill-after=5", "150"])
            .args(["env", "-i"])
            .args(environment)
            .args(words)
            .current_dir("/")
            .output()
            .expect("ip can be run")
    }

    /// The beginning of a shell script that puts files of the scenario over those of `/etc`.
    fn files_of_etc(&self, broken: &Broken, hosts: &str, order: &str) -> String {
        let etc = directory(&self.home.join("etc"));
        let usual = format!("nameserver {RESOLVER}\n");
        let switch = format!("passwd: files\ngroup: files\nhosts: {order}\n");
        let files = [
            (
                "resolv.conf",
                broken.resolv_conf.as_deref().unwrap_or(&usual),
            ),
            ("hosts", hosts),
            ("nsswitch.conf", &switch),
        ];
        let mut script = String::new();
        for (name, text) in files {
            fs::write(etc.join(name), text).expect("a file on our own tmpfs");
            // Only over what exists can another file be mounted.
            let _ = writeln!(
                script,
                "[ ! -e /etc/{name} ] || mount --bind {}/{name} /etc/{name}",
                etc.display()
            );
        }
        script
    }
}

fn directory(path: &Path) -> PathBuf {
    fs::create_dir_all(path).expect("a directory on our own tmpfs");
    path.to_owned()
}
