//! Whether the TLS hello of newer programs is taken, where that was to be tried.

use crate::args;
use crate::codes::tls::alert_name;
use crate::facts::{Check, HelloAnswer, LargeHello};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};

use super::case::Case;
use super::draft::sentence;
use super::evidence;

/// Older programs connect, and those with the larger hello do not.
pub(super) fn is_refused(case: &mut Case<'_>) {
    let mut groups: Vec<(Who, Vec<Tried<'_>>)> = Vec::new();
    for one in tried(case) {
        if one.2.is_taken() != Some(false) {
            continue;
        }
        let who = who(&one.2);
        match groups.iter_mut().find(|(other, _)| *other == who) {
            Some((_, group)) => group.push(one),
            None => groups.push((who, vec![one])),
        }
    }
    for (who, group) in groups {
        let ids: Vec<usize> = group.iter().map(|(id, ..)| *id).collect();
        let seen = group.iter().map(|(_, check, hello)| (*check, met(hello)));
        let in_one = group
            .iter()
            .map(|(_, check, hello)| (*check, control(hello)));
        let on_the_way = matches!(who, Who::Lost | Who::Segments);
        let (owner, variant) = who.told();
        let finding = Finding::about(case, FindingId::TlsLargeHello, owner, &ids)
            .severity(Severity::Warning)
            .variant(variant)
            .evidence(evidence::by_place(case.facts, seen))
            .evidence(evidence::by_place(case.facts, in_one))
            .step_if(!on_the_way, "step-tell-server-large-hello")
            .step_if(
                matches!(who, Who::Lost | Who::Anybody),
                "step-ask-network-large-hello",
            )
            .step_if(who == Who::Segments, "step-let-too-big-through")
            .step_if(who == Who::Segments, "step-lower-mtu")
            .step("step-smaller-hello");
        case.add(finding);
    }
}

/// That it is taken, or that nothing can be said: whoever asked for it wants to hear.
pub(super) fn is_taken(case: &mut Case<'_>) {
    for told in [Some(true), None] {
        let those: Vec<_> = tried(case)
            .filter(|(_, _, hello)| hello.is_taken() == told)
            .collect();
        if those.is_empty() {
            continue;
        }
        let ids: Vec<usize> = those.iter().map(|(id, ..)| *id).collect();
        let seen = those.iter().map(|(_, check, hello)| (*check, met(hello)));
        let finding = Finding::about(case, FindingId::TlsLargeHelloTried, Owner::Server, &ids)
            .severity(Severity::Info)
            .variant(told.is_none().then_some("unsure"))
            .arg("told", if told.is_some() { "taken" } else { "unsure" })
            .evidence(evidence::by_place(case.facts, seen));
        case.add(finding);
    }
}

/// A check by its id, and what came of the larger hello there.
type Tried<'a> = (usize, &'a Check, LargeHello);

/// The checks of which it was asked.
fn tried<'a>(case: &Case<'a>) -> impl Iterator<Item = Tried<'a>> + use<'a> {
    case.own()
        .filter_map(|(id, check)| Some((id, check, check.follow_ups.large_hello?)))
}

/// With whom it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// The server, or a device in front that answers for it: it has the whole hello, or says something.
    Server,
    /// The same, and it is the group that it does not take, whatever the size.
    Group,
    /// The server or anybody on the way: the connection is cut off, or nothing says how far the hello came.
    Anybody,
    /// The way: a part of the hello never arrived.
    Lost,
    /// The way: the same hello arrives in small segments.
    Segments,
}

impl Who {
    /// The owner, and which explanation.
    const fn told(self) -> (Owner, Option<&'static str>) {
        match self {
            Self::Server => (Owner::Server, None),
            Self::Group => (Owner::Server, Some("group")),
            Self::Anybody => (Owner::Unknown, Some("anybody")),
            Self::Lost => (Owner::Network, Some("lost")),
            Self::Segments => (Owner::Network, Some("segments")),
        }
    }
}

fn who(hello: &LargeHello) -> Who {
    if hello.smaller != Some(true) {
        return Who::Group;
    }
    match (hello.answer, hello.lost, hello.small_segments) {
        (_, Some(true), Some(true)) => Who::Segments,
        (_, Some(true), _) => Who::Lost,
        (Some(HelloAnswer::Reset), ..) | (Some(HelloAnswer::Silence(_)), None, _) => Who::Anybody,
        _ => Who::Server,
    }
}

/// What came of it.
fn met(hello: &LargeHello) -> Sentence {
    let (answer, seconds, said) = match hello.answer {
        None => ("nothing", 0, None),
        Some(HelloAnswer::Chosen {
            group: Some(crate::wire::tls_record::X25519MLKEM768),
        }) => ("agreed", 0, None),
        Some(HelloAnswer::Chosen { .. }) => ("taken", 0, None),
        Some(HelloAnswer::Alert(number)) => ("alert", 0, Some(alert(number))),
        Some(HelloAnswer::Closed) => ("closed", 0, None),
        Some(HelloAnswer::Reset) => ("reset", 0, None),
        Some(HelloAnswer::Silence(seconds)) if hello.lost == Some(true) => ("lost", seconds, None),
        Some(HelloAnswer::Silence(seconds)) if hello.lost == Some(false) => {
            ("arrived", seconds, None)
        }
        Some(HelloAnswer::Silence(seconds)) => ("silence", seconds, None),
        Some(HelloAnswer::NotTls) => ("not-tls", 0, None),
    };
    let bytes = u32::try_from(hello.bytes).unwrap_or(u32::MAX);
    let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
    sentence(
        "evidence-large-hello",
        args! { "bytes" => bytes, "answer" => answer, "seconds" => seconds, "alert" => said.unwrap_or_default() },
    )
}

/// Which smaller one was taken.
fn control(hello: &LargeHello) -> Sentence {
    let small = match (hello.smaller, hello.small_segments) {
        (Some(true), Some(true)) => "segments",
        (Some(true), _) => "small",
        _ => "old",
    };
    sentence("evidence-smaller-hello", args! { "small" => small })
}

fn alert(number: u8) -> String {
    alert_name(number).map_or_else(|| number.to_string(), str::to_owned)
}
