//! Twenty thousand targets of every kind, the servers and names that they lead to, and what must be said of each.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use crate::servers::{Full, Manner, Watch, listen};
use crate::support::certificates::Pki;
use crate::support::dns::{Behaviour, DnsServer, Zone};

/// How many targets there are.
pub(crate) const TARGETS: usize = 20_000;

/// What may be said of a target: its verdict, and the first of these findings that it has is the only one of weight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Due {
    pub(crate) verdict: &'static str,
    /// Findings of which one has to be there. None where this is empty: then no error is said of it.
    pub(crate) findings: &'static [&'static str],
}

const fn fails(findings: &'static [&'static str]) -> Due {
    Due {
        verdict: "failed",
        findings,
    }
}

const fn unclear(findings: &'static [&'static str]) -> Due {
    Due {
        verdict: "inconclusive",
        findings,
    }
}

const WORKS: Due = Due {
    verdict: "ok",
    findings: &[],
};

/// The whole of it.
pub(crate) struct World {
    pub(crate) watch: Arc<Watch>,
    pub(crate) pki: Pki,
    pub(crate) dns: DnsServer,
    /// What must be said of each target.
    pub(crate) due: HashMap<String, Due>,
    full: Full,
}

/// What is being made.
struct Making {
    zone: Zone,
    due: HashMap<String, Due>,
    watch: Arc<Watch>,
    pki: Pki,
}

/// The address of this number in a block of 65 536.
fn address(block: u8, number: usize) -> Ipv4Addr {
    let [_, _, high, low] = u32::try_from(number + 1)
        .expect("a small number")
        .to_be_bytes();
    Ipv4Addr::new(127, block, high, low)
}

impl World {
    pub(crate) fn new() -> Self {
        let mut making = Making {
            zone: Zone::new(),
            due: HashMap::new(),
            watch: Arc::default(),
            pki: Pki::for_names(&["*.mixed.test", "*.provider.test"]),
        };
        making.servers();
        let full = making.full();
        making.names();
        making.exchangers();
        making.refused();
        Self {
            watch: making.watch,
            pki: making.pki,
            dns: DnsServer::start(making.zone),
            due: making.due,
            full,
        }
    }

    /// The list, in an order of no meaning: neighbours in it have nothing in common.
    pub(crate) fn list(&self) -> String {
        let mut targets: Vec<&str> = self.due.keys().map(String::as_str).collect();
        targets.sort_unstable_by_key(|target| target.bytes().rev().collect::<Vec<u8>>());
        targets.join("\n") + "\n"
    }

    /// Servers that nobody could connect to.
    pub(crate) fn full(&self) -> usize {
        self.full.count()
    }
}

impl Making {
    fn listen(&self, manner: Manner) -> u16 {
        listen(
            Ipv4Addr::UNSPECIFIED,
            0,
            manner,
            &self.watch,
            self.pki.server(),
        )
    }

    /// So many servers of one manner, each with a name of its own and at each of these ports.
    fn named(&mut self, kind: &str, block: u8, count: usize, ports: &[u16], due: Due) {
        for number in 0..count {
            let name = format!("{kind}{number}.mixed.test");
            let address = address(block, number).to_string();
            self.zone = std::mem::take(&mut self.zone).a(&name, &address);
            for port in ports {
                let target = format!("smtp://{name}.:{port}");
                self.due.insert(target, due);
            }
        }
    }

    fn servers(&mut self) {
        let works = Manner::Works(Duration::ZERO);
        // Three ports of one address may not have three visitors.
        let ports = [(); 3].map(|()| self.listen(works));
        self.named("healthy", 100, 500, &ports, WORKS);
        let rows: [(&str, usize, Manner, Due); 9] = [
            (
                "slow",
                300,
                Manner::Works(Duration::from_millis(150)),
                WORKS,
            ),
            ("silent", 200, Manner::Silent, fails(&["silent-service"])),
            (
                "closes",
                150,
                Manner::Closes,
                fails(&["closed-before-greeting"]),
            ),
            (
                "resets",
                150,
                Manner::Resets,
                fails(&["reset-before-greeting"]),
            ),
            ("web", 100, Manner::Web, fails(&["wrong-service"])),
            (
                "busy",
                100,
                Manner::Says("421 4.3.2 too many connections"),
                unclear(&["temporarily-refused"]),
            ),
            (
                "refuses",
                100,
                Manner::Says("554 5.7.1 no access for you"),
                fails(&["greeting-rejected"]),
            ),
            (
                "odd",
                50,
                Manner::Says("hello there"),
                fails(&["unexpected-reply"]),
            ),
            ("endless", 50, Manner::Endless, fails(&["unexpected-reply"])),
        ];
        for (block, (kind, count, manner, due)) in (101..).zip(rows) {
            let port = self.listen(manner);
            self.named(kind, block, count, &[port], due);
        }
    }

    fn full(&mut self) -> Full {
        let (full, places) = Full::at((0..100).map(|number| address(120, number)));
        for place in places {
            let due = fails(&["no-answer"]);
            self.due.insert(format!("smtp://{place}"), due);
        }
        full
    }

    /// Names of which the DNS knows nothing, or says nothing.
    fn names(&mut self) {
        let rows: [(&str, usize, Option<Behaviour>, Due); 4] = [
            ("gone", 2000, None, fails(&["name-not-found"])),
            (
                "broken",
                100,
                Some(Behaviour::Rcode(2)),
                fails(&["dns-server-failure"]),
            ),
            (
                "empty",
                100,
                Some(Behaviour::Answer),
                fails(&["no-address"]),
            ),
            ("mute", 20, Some(Behaviour::Silent), fails(&["dns-timeout"])),
        ];
        for (kind, count, behaviour, due) in rows {
            for number in 0..count {
                let name = format!("{kind}{number}.mixed.test");
                let mut zone = std::mem::take(&mut self.zone);
                if let Some(behaviour) = behaviour.clone() {
                    zone = zone.exists(&name).at(&name, behaviour);
                }
                self.zone = zone;
                self.due.insert(format!("smtp://{name}."), due);
            }
        }
    }

    /// Mail exchangers of eight hundred names at ten addresses.
    fn exchangers(&mut self) {
        let works = Manner::Works(Duration::ZERO);
        for number in 0..800 {
            let place = address(121, number % 10);
            if number < 10 {
                listen(place, 25, works, &self.watch, self.pki.server());
            }
            let name = format!("customer{number}.provider.test");
            self.zone = std::mem::take(&mut self.zone).a(&name, &place.to_string());
            self.due.insert(format!("smtp://{name}."), WORKS);
        }
    }

    /// Addresses at which nobody listens: all the others.
    fn refused(&mut self) {
        let left = TARGETS - self.due.len();
        for number in 0..left {
            let target = format!("smtp://{}:9", address(122, number));
            self.due.insert(target, fails(&["all-ports-closed"]));
        }
    }
}
