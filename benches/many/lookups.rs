//! The resolver of the program alone: what it makes of the names that the bare client asks for.

use std::net::{Ipv4Addr, SocketAddr};
use std::thread;
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use mailcheck::facts::{Lookup, RecordKind};
use mailcheck::net::dns::{Question, Resolver};
use mailcheck::net::{Machine, Wait};
use mailcheck::plan::{Pace, Plan};
use mailcheck::target::Host;
use tokio::runtime::Builder;
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
    let many = number::<u32>(many);
    let mut machine = opened(&plan);
    machine.expect_many();
    // On as many threads as a list has, each with its part of the names.
    let threads = mailcheck::probe::threads(Pace::default(), &machine);
    let at_once = Pace::default().jobs.div_ceil(threads);
    thread::scope(|scope| {
        for first in 1..=threads {
            let machine = machine.for_another_thread();
            let first = u32::try_from(first).expect("few threads");
            let mine = (first..=many).step_by(threads);
            scope.spawn(move || {
                block_on(async {
                    let asked = stream::iter(mine).map(|number| one(&machine, number));
                    let mut asked = asked.buffer_unordered(at_once);
                    while asked.next().await.is_some() {}
                });
            });
        }
    });
}

fn opened(plan: &Plan) -> Machine {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let _inside = runtime.enter();
    Machine::open(plan).expect("it opens")
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
