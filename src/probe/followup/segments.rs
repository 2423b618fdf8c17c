//! Whether a TLS handshake that stalled completes when all segments are small: then large packets are lost on the way.

use super::{Subject, talk};
use crate::net::door::Door;
use crate::net::tls;

/// `None` where the question could not be put: this system cannot, or the dialogue did not come as far as TLS again. Where
/// segments that fit every usual line do not help, smaller ones are tried in the time that is left: a tunnel within a tunnel
/// may carry less.
pub(super) async fn ask(subject: Subject<'_>) -> Option<bool> {
    let mut answer = None;
    for (done, &bytes) in Door::SEGMENTS.iter().enumerate() {
        let shares = Door::SEGMENTS.len() - done;
        answer = of_bytes(subject, bytes, shares).await.or(answer);
        if answer != Some(false) {
            break;
        }
    }
    answer
}

async fn of_bytes(subject: Subject<'_>, bytes: u32, shares: usize) -> Option<bool> {
    let budget = subject.asking.budget.share(shares);
    let machine = subject.asking.visit.machine;
    let _place = talk::place(subject.asking, subject.goal, 1).await.ok()?;
    let door = subject.asking.visit.door;
    let dialed = door
        .connect_small(subject.goal, bytes, budget.wait())
        .await?;
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
