//! Whether the port works in the other TLS mode: then a setting is wrong, and nothing else.

use super::talk::{self, FirstWords};
use super::{Asking, Budget, Subject};
use crate::facts::OtherMode;
use crate::failure::Trouble;
use crate::net::Stream;
use crate::net::seats::Room;
use crate::probe::Visit;
use crate::service::{Endpoint, Security};
use crate::wire::proxy::Goal;

/// Asks when the turn comes.
pub(super) async fn ask(subject: Subject<'_>) -> Option<OtherMode> {
    let security = other(subject.check.endpoint);
    Some(told(security, outcome(subject).await))
}

/// Asks at once. Whoever calls has the turn at the address, and has given up the connection before.
pub(in crate::probe) async fn look(
    visit: &Visit<'_>,
    room: &Room,
    server_name: &str,
    goal: Goal<'_>,
    endpoint: Endpoint,
) -> OtherMode {
    let asking = Asking {
        visit,
        room,
        budget: Budget::new(visit.step()),
        distances: &[],
        echoes: &[],
    };
    let security = other(endpoint);
    let words = async {
        let dialed = visit.door.connect(goal, asking.budget.wait()).await?;
        words(asking, dialed.stream, endpoint, server_name).await
    };
    let outcome = words.await;
    told(security, outcome)
}

async fn outcome(subject: Subject<'_>) -> Result<FirstWords, Trouble> {
    let asking = subject.asking;
    let line = talk::connect(asking, subject.goal).await?;
    words(
        asking,
        line.stream,
        subject.check.endpoint,
        subject.server_name,
    )
    .await
}

async fn words(
    asking: Asking<'_>,
    stream: Stream,
    endpoint: Endpoint,
    server_name: &str,
) -> Result<FirstWords, Trouble> {
    let protocol = endpoint.service.protocol();
    match other(endpoint) {
        Security::Starttls => {
            talk::first_words_and_offer(asking, stream, protocol, server_name).await
        }
        Security::Tls => {
            let words = talk::first_words(asking, stream, protocol, Security::Tls, server_name);
            let greeting = words.await?;
            Ok(FirstWords {
                greeting,
                starttls: None,
            })
        }
    }
}

fn other(endpoint: Endpoint) -> Security {
    match endpoint.service.security() {
        Security::Starttls => Security::Tls,
        Security::Tls => Security::Starttls,
    }
}

fn told(security: Security, words: Result<FirstWords, Trouble>) -> OtherMode {
    OtherMode {
        security,
        starttls: words.as_ref().ok().and_then(|words| words.starttls),
        outcome: words.map(|words| words.greeting),
    }
}
