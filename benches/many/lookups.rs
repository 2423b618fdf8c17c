//! The resolver of the program alone: what it makes of the names that the bare client asks for.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use mailcheck::facts::{Lookup, RecordKind};
use mailcheck::net::dns::{Question, Resolver};
use mailcheck::net::{Machine, Wait};
use mailcheck::plan::{Pace, Plan};
use mailcheck::target::Host;
use tokio::time::Instant;

use super::bare::{block_on, number};

/// Looks up the address of each name as a list does, with a resolver for each that has the answers of all: PORT MANY.
pub(crate) fn all(arguments: &[String]) {
    let [port, many] = arguments else {
        panic!("PORT MANY");
    };
    let plan = Plan {
        resolvers: vec![SocketAddr::from((Ipv4Addr::LOCALHOST, number(port)))],
        ..Plan::default()
    };
    block_on(async {
        let mut machine = Machine::open(&plan).expect("it opens");
        machine.expect_many();
        let machine = &machine;
        let asked = stream::iter(1..=number::<u32>(many)).map(|number| one(machine, number));
        let mut asked = asked.buffer_unordered(Pace::default().jobs);
        while asked.next().await.is_some() {}
    });
}

async fn one(machine: &Machine, number: u32) {
    let name = format!("n{number}.names.test.");
    let host = Host::Name(name.parse().expect("a name"));
    let resolver = Resolver::of_target(machine, &host);
    let limit = Duration::from_secs(10);
    let wait = Wait {
        limit,
        deadline: Instant::now() + limit * 9,
    };
    let answer = resolver.lookup(Question::new(&name, RecordKind::A), wait);
    assert!(matches!(answer.await.records, Lookup::Found(_)), "{name}");
}
