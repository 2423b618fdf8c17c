//! What the server speaks, where it found nothing in what we offered: hellos made by hand for older versions, with every
//! cipher suite that there was.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::{Subject, talk};
use crate::facts::{TlsAnswer, TlsOffer};
use crate::failure::Trouble;
use crate::net::{self, Wait};
use crate::wire::tls_record::{Flight, Hello, Version, client_hello, first_flight};
use crate::wire::tls_suites::{Kind, SUITES};

/// The newest first: a server that knows an older one only answers with that, and need not be asked again. Some fail at
/// a version that they do not know, and are asked for each.
const VERSIONS: [Version; 3] = [Version::Tls12, Version::Tls11, Version::Tls10];

/// `close_notify` in clear: the end of a session that never began (RFC 8446 section 6.1).
const CLOSE_NOTIFY: [u8; 7] = [21, 3, 1, 0, 2, 1, 0];

/// `None` where the dialogue did not come as far as TLS again.
pub(super) async fn ask(subject: Subject<'_>) -> Option<Vec<TlsOffer>> {
    let mut offers = Vec::new();
    for (done, version) in VERSIONS.into_iter().enumerate() {
        let mut subject = subject;
        subject.asking.budget = subject.asking.budget.share(VERSIONS.len() - done);
        let Ok(answer) = offer(subject, version).await else {
            break;
        };
        offers.push(TlsOffer {
            version: version.number(),
            answer,
        });
        if matches!(answer, TlsAnswer::Chosen { .. }) {
            break;
        }
    }
    Some(offers).filter(|offers| !offers.is_empty())
}

async fn offer(subject: Subject<'_>, version: Version) -> Result<TlsAnswer, Trouble> {
    let budget = subject.asking.budget;
    let line = talk::connect(subject.asking, subject.address).await?;
    let stream = talk::up_to_tls(subject, line.stream, line.local).await?;
    let hello = hello(version, subject.server_name);
    Ok(answer(stream, &hello, budget.wait()).await)
}

/// A hello for one version, with every suite that it may have.
pub(super) fn hello(version: Version, server_name: &str) -> Vec<u8> {
    let is_name = server_name.parse::<std::net::IpAddr>().is_err();
    // RFC 5246 section 1.2: suites with another hash than SHA-1 or MD5 came with TLS 1.2.
    let fits =
        |name: &str| version >= Version::Tls12 || name.ends_with("_SHA") || name.ends_with("_MD5");
    let suites = SUITES
        .iter()
        .filter(|suite| suite.kind != Kind::Tls13 && fits(suite.name));
    client_hello(&Hello {
        max_version: version,
        min_version: version,
        suites: suites.map(|suite| suite.number).collect(),
        server_name: is_name.then(|| server_name.to_owned()),
        padding: None,
    })
}

/// Sends the hello and reads to the first thing that decides.
async fn answer<S>(mut stream: S, hello: &[u8], wait: Wait) -> TlsAnswer
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut received = Vec::new();
    let reading = async {
        stream.write_all(hello).await.ok()?;
        stream.flush().await.ok()?;
        loop {
            match first_flight(&received) {
                Ok(Some(flight)) => return Some(flight),
                Ok(None) => {}
                Err(_) => return None,
            }
            if stream.read_buf(&mut received).await.ok()? == 0 {
                return None;
            }
        }
    };
    let flight = net::within(wait, reading).await.ok().flatten();
    match flight {
        Some(Flight::ServerHello { version, suite }) => {
            // A server that has gone already misses nothing.
            let _ = net::within(wait, stream.write_all(&CLOSE_NOTIFY)).await;
            TlsAnswer::Chosen { version, suite }
        }
        Some(Flight::Alert { description, .. }) => TlsAnswer::Alert(description),
        Some(Flight::NotTls) | None => TlsAnswer::Nothing,
    }
}
