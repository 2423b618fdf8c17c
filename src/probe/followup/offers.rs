//! What the server speaks, where it found nothing in what we offered: hellos made by hand, first with every cipher suite
//! that there was, then as the programs make theirs that would take nothing of what it chose. A server that takes none of
//! all these is asked for the suites that show no certificate or do not encrypt.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::{Subject, talk};
use crate::facts::{Agreed, Tls, TlsAnswer, TlsOffer};
use crate::failure::Trouble;
use crate::net::{self, Wait, tls};
use crate::programs::{self, Profile};
use crate::wire::tls_flight::{Answer, ServerFlight, hello_alone, server_flight};
use crate::wire::tls_record::{GROUPS, Hello, SCHEMES, Version, client_hello};
use crate::wire::tls_suites::{Kind, SUITES};

/// The newest first: a server that knows an older one only answers with that, and need not be asked again. Some fail at
/// a version that they do not know, and are asked for each.
const VERSIONS: [Version; 3] = [Version::Tls12, Version::Tls11, Version::Tls10];

/// `close_notify` in clear: the end of a session that never began (RFC 8446 section 6.1).
pub(super) const CLOSE_NOTIFY: [u8; 7] = [21, 3, 1, 0, 2, 1, 0];

/// The alert of a server that takes nothing of what it was offered (RFC 8446 section 6.2).
const HANDSHAKE_FAILURE: u8 = 40;

/// The alert of a server that does not speak the version (RFC 8446 section 6.2).
const PROTOCOL_VERSION: u8 = 70;

/// How many hellos are made as programs make theirs: each is a connection.
const PROGRAMS: usize = 6;

/// What the hellos brought.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// The answers, in the order of the questions. `None` where the dialogue did not come as far as TLS again.
    pub(super) offers: Option<Vec<TlsOffer>>,
    /// The first chain that was shown in clear, judged, with what was agreed to.
    pub(super) tls: Option<Tls>,
}

/// Asks for each version, and then for programs.
pub(super) async fn ask(subject: Subject<'_>) -> Shown {
    let mut shown = Shown::default();
    for (done, version) in VERSIONS.into_iter().enumerate() {
        let left = VERSIONS.len() - done + 1;
        let hello = hello(version, subject.server_name);
        let Some(answer) = offer(subject, left, version, None, &hello, &mut shown).await else {
            break;
        };
        if matches!(answer, TlsAnswer::Chosen { .. }) {
            break;
        }
    }
    ask_for_programs(subject, &mut shown).await;
    let offers = shown.offers.as_deref().unwrap_or_default();
    if !offers.is_empty() && offers.iter().all(refuses_the_suites) {
        let hello = hello_with(Version::Tls12, HOLLOW, subject.server_name);
        offer(subject, 1, Version::Tls12, None, &hello, &mut shown).await;
    }
    shown
}

/// Suites that hide nothing or prove nothing. They are offered apart: some servers prefer them to all others.
const HOLLOW: &[Kind] = &[Kind::Anonymous, Kind::Unencrypted];

/// Whether a server refused what it was offered: the suites, or the version, which old ones are refused by.
fn refuses_the_suites(offer: &TlsOffer) -> bool {
    matches!(
        offer.answer,
        TlsAnswer::Alert(HANDSHAKE_FAILURE | PROTOCOL_VERSION)
    )
}

/// Programs whose answer does not follow from what the server agreed to. A server that agreed to nothing may speak
/// TLS 1.3 alone.
async fn ask_for_programs(subject: Subject<'_>, shown: &mut Shown) {
    for left in (1..=PROGRAMS).rev() {
        let offers = shown.offers.as_deref();
        // A server that takes no version of these either speaks a newer one alone, and says that it is the version, or
        // takes nobody: then one more hello tells nothing new.
        let speaks = |offers: &&[TlsOffer]| {
            offers.iter().any(|offer| match offer.answer {
                TlsAnswer::Chosen { .. } | TlsAnswer::Alert(PROTOCOL_VERSION) => true,
                TlsAnswer::Alert(_) | TlsAnswer::Nothing => false,
            })
        };
        let Some(profile) = offers.filter(speaks).and_then(programs::undecided) else {
            return;
        };
        let version = profile_version(profile);
        let hello = hello_of(profile, subject.server_name);
        let answer = offer(subject, left, version, Some(profile), &hello, shown);
        if answer.await.is_none() {
            return;
        }
    }
}

async fn offer(
    mut subject: Subject<'_>,
    shares: usize,
    version: Version,
    profile: Option<&Profile>,
    hello: &[u8],
    shown: &mut Shown,
) -> Option<TlsAnswer> {
    subject.asking.budget = subject.asking.budget.share(shares);
    let (answer, flight) = answered(subject, hello).await.ok()?;
    let agreed = flight.as_ref().map(|flight| flight.agreed);
    shown.offers.get_or_insert_default().push(TlsOffer {
        version: version.number(),
        profile: profile.map(|profile| profile.id),
        answer,
        agreed,
    });
    if let Some(flight) = flight.filter(|flight| !flight.certificates.is_empty()) {
        let tls = shown.tls.take();
        shown.tls = tls.or_else(|| Some(session(subject, flight)));
    }
    Some(answer)
}

/// What a flight shows of the session that would have come of it.
fn session(subject: Subject<'_>, flight: ServerFlight) -> Tls {
    let Agreed { version, suite, .. } = flight.agreed;
    let name = |name: Option<&str>| name.map(str::to_owned);
    let tls = Tls {
        server_name: subject.server_name.to_owned(),
        version: name(crate::codes::tls::version_name(version)),
        cipher_suite: name(crate::codes::tls::cipher_suite_name(suite)),
        key_exchange: None,
        certificates: Vec::new(),
        problems: Vec::new(),
        path: None,
        agreed: Some(flight.agreed),
        private_root: None,
        client_certificate_requested: flight.certificate_requested,
        status: None,
    };
    tls::judge_chain(
        tls,
        flight.certificates,
        &subject.asking.visit.machine.trust,
    )
}

async fn answered(
    subject: Subject<'_>,
    hello: &[u8],
) -> Result<(TlsAnswer, Option<ServerFlight>), Trouble> {
    let budget = subject.asking.budget;
    let line = talk::connect(subject.asking, subject.goal).await?;
    let stream = talk::up_to_tls(subject, line.stream, line.local).await?;
    Ok(answer(stream, hello, budget.wait()).await)
}

/// The newest version of a program.
fn profile_version(profile: &Profile) -> Version {
    let newest = profile.versions.iter().max().copied();
    newest
        .and_then(Version::from_number)
        .unwrap_or(Version::Tls12)
}

/// A hello as a program makes it: its versions, suites, groups and schemes.
fn hello_of(profile: &Profile, server_name: &str) -> Vec<u8> {
    client_hello(&Hello {
        max_version: profile_version(profile),
        min_version: Version::Tls12,
        suites: profile.suites.to_vec(),
        groups: profile.groups.to_vec(),
        large_share: false,
        schemes: profile.schemes.to_vec(),
        server_name: sni(server_name),
        padding: None,
    })
}

/// An address is not sent as a name (RFC 6066 section 3).
pub(super) fn sni(server_name: &str) -> Option<String> {
    let is_name = server_name.parse::<std::net::IpAddr>().is_err();
    is_name.then(|| server_name.to_owned())
}

/// A hello for one version, with every suite that it may have but those that are hollow.
pub(super) fn hello(version: Version, server_name: &str) -> Vec<u8> {
    let kinds = Kind::ALL.into_iter();
    let kinds = kinds.filter(|kind| *kind != Kind::Tls13 && !HOLLOW.contains(kind));
    hello_with(version, &kinds.collect::<Vec<_>>(), server_name)
}

fn hello_with(version: Version, kinds: &[Kind], server_name: &str) -> Vec<u8> {
    // RFC 5246 section 1.2: suites with another hash than SHA-1 or MD5 came with TLS 1.2.
    let fits =
        |name: &str| version >= Version::Tls12 || name.ends_with("_SHA") || name.ends_with("_MD5");
    let suites = SUITES
        .iter()
        .filter(|suite| kinds.contains(&suite.kind) && fits(suite.name));
    client_hello(&Hello {
        max_version: version,
        min_version: version,
        suites: suites.map(|suite| suite.number).collect(),
        groups: GROUPS.to_vec(),
        large_share: false,
        schemes: SCHEMES.to_vec(),
        server_name: sni(server_name),
        padding: None,
    })
}

/// Sends the hello and reads to the end of the server's flight, or as far as it comes.
async fn answer<S>(mut stream: S, hello: &[u8], wait: Wait) -> (TlsAnswer, Option<ServerFlight>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut received = Vec::new();
    let reading = async {
        stream.write_all(hello).await.ok()?;
        stream.flush().await.ok()?;
        loop {
            match server_flight(&received) {
                Ok(Some(answer)) => return Some(answer),
                Ok(None) => {}
                Err(_) => return None,
            }
            if stream.read_buf(&mut received).await.ok()? == 0 {
                return None;
            }
        }
    };
    let answer = net::within(wait, reading).await.ok().flatten();
    let flight = match answer {
        Some(Answer::Alert(description)) => return (TlsAnswer::Alert(description), None),
        Some(Answer::NotTls) => return (TlsAnswer::Nothing, None),
        Some(Answer::Flight(flight)) => Some(flight),
        None => hello_alone(&received),
    };
    let Some(flight) = flight else {
        return (TlsAnswer::Nothing, None);
    };
    // A server that has gone already misses nothing.
    let _ = net::within(wait, stream.write_all(&CLOSE_NOTIFY)).await;
    let Agreed { version, suite, .. } = flight.agreed;
    (TlsAnswer::Chosen { version, suite }, Some(flight))
}
