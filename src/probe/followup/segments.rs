//! Whether a TLS handshake that stalled completes when all segments are small: then large packets are lost on the way.

use super::{Subject, talk};
use crate::net::tls;

/// `None` where the question could not be put: this system cannot, or the dialogue did not come as far as TLS again.
pub(super) async fn ask(subject: Subject<'_>) -> Option<bool> {
    let budget = subject.asking.budget;
    let machine = subject.asking.visit.machine;
    let _place = talk::place(subject.asking, subject.goal, 1).await.ok()?;
    let door = subject.asking.visit.door;
    let dialed = door.connect_small(subject.goal, budget.wait()).await?;
    let dialed = dialed.ok()?;
    let stream = talk::up_to_tls(subject, dialed.stream, dialed.local)
        .await
        .ok()?;
    let handshake =
        tls::handshake(stream, subject.server_name, &machine.trust, budget.wait()).await;
    let Ok(stream) = handshake.stream else {
        return Some(false);
    };
    talk::goodbye(subject, stream).await;
    Some(true)
}
