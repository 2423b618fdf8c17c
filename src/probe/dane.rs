//! The certificate associations of servers that take mail on port 25 (RFC 7672).

use super::Visit;
use crate::facts::{
    AddressSource, DnsExchange, DnsOutcome, DnsRecord, HostFacts, Lookup, RecordData, RecordKind,
    Tlsa,
};
use crate::failure::ResolveTrouble;
use crate::net::dns::Question;

/// Asks for the TLSA records of a mail exchanger on port 25, and validates them. `None` where the question would be a
/// mistake.
///
/// Only a host whose addresses are signed is asked about (RFC 7672 section 2.2.2): some name servers of unsigned zones
/// fail at the unknown type, and no mail server would ask them. Whether the domain's MX records are signed does not
/// matter here: mail servers use DANE for a host that an unsigned record named (Postfix:
/// `smtp_tls_dane_insecure_mx_policy`).
pub(super) async fn associations(visit: &Visit<'_>, host: &HostFacts) -> Option<Lookup<Tlsa>> {
    if host.source != AddressSource::Dns || !is_signed(host, &visit.resolver.exchanges()) {
        return None;
    }
    // Few hosts are asked about, and it takes room.
    Box::pin(of_signed(visit, host)).await
}

async fn of_signed(visit: &Visit<'_>, host: &HostFacts) -> Option<Lookup<Tlsa>> {
    let asked_before = visit.resolver.exchanges();
    // RFC 7672 section 2.2.3: the records at the end of the aliases go before those of the name itself, where every alias
    // on the way is signed.
    let end = host.aliases.last();
    let end = end.filter(|_| aliases_are_signed(host, &asked_before));
    let mut found = None;
    for base in end.into_iter().chain([&host.name]) {
        let answer = of_base(visit, base).await;
        let none = matches!(
            answer,
            Lookup::Failed(ResolveTrouble::NoData | ResolveTrouble::NotFound)
        );
        let secure = matches!(&answer, Lookup::Found(tlsa) if tlsa.secure || tlsa.unvalidated);
        found = Some(answer);
        // A question that failed ends it too: what it hides may be the record (section 2.1.2).
        if secure || !none {
            break;
        }
    }
    found
}

/// The records of one base domain.
async fn of_base(visit: &Visit<'_>, base: &str) -> Lookup<Tlsa> {
    let name = format!("_25._tcp.{base}");
    let question = Question::new(&name, RecordKind::Tlsa);
    let anchors = &visit.machine.anchors;
    let answer = visit
        .resolver
        .lookup_validated(question, anchors, visit.step())
        .await;
    let tlsa = |records: Vec<RecordData>, secure, unvalidated| Tlsa {
        secure,
        unvalidated,
        base: base.to_owned(),
        records: records.into_iter().filter_map(association).collect(),
    };
    match answer.records {
        Lookup::Found(records) => {
            // The resolver knows more ways to sign than we do.
            let by_resolver =
                !answer.secure && handed_out(&visit.resolver.exchanges(), &name).is_some();
            Lookup::Found(tlsa(records, answer.secure, by_resolver))
        }
        // The resolver has checked them by a key of the root that is not ours: a root of one's own.
        Lookup::Failed(ResolveTrouble::ServFail) => {
            match handed_out(&visit.resolver.exchanges(), &name) {
                Some(records) => Lookup::Found(tlsa(records, false, true)),
                None => Lookup::Failed(ResolveTrouble::ServFail),
            }
        }
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

/// The records that the resolver gives as validated by itself.
fn handed_out(exchanges: &[DnsExchange], name: &str) -> Option<Vec<RecordData>> {
    exchanges.iter().find_map(|exchange| {
        let about = exchange.kind == RecordKind::Tlsa && exchange.name.eq_ignore_ascii_case(name);
        let DnsOutcome::Reply(reply) = &exchange.outcome else {
            return None;
        };
        let data = reply.answers.iter().map(|record| record.data.clone());
        let records: Vec<RecordData> = data
            .filter(|data| matches!(data, RecordData::Tlsa(..)))
            .collect();
        (about && reply.authenticated && !records.is_empty()).then_some(records)
    })
}

/// Whether every alias of the host came with signatures.
fn aliases_are_signed(host: &HostFacts, exchanges: &[DnsExchange]) -> bool {
    let signed = |owner: &String| {
        exchanges.iter().any(|exchange| match &exchange.outcome {
            DnsOutcome::Reply(reply) => {
                let mut records = reply.answers.iter();
                let alias = |record: &DnsRecord| {
                    record.name.eq_ignore_ascii_case(owner)
                        && matches!(record.data, RecordData::Cname(_))
                };
                records.any(alias) && (reply.authenticated || reply.signed)
            }
            DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => false,
        })
    };
    let links = std::iter::once(&host.name).chain(&host.aliases);
    links.take(host.aliases.len()).all(signed)
}

/// Whether an address of the host came with signatures: the resolver says that they hold, or it hands them on and
/// leaves the rest to us. Behind a resolver that does neither there is no DANE.
fn is_signed(host: &HostFacts, exchanges: &[DnsExchange]) -> bool {
    let is_address = |kind| matches!(kind, RecordKind::A | RecordKind::Aaaa);
    let own = |name: &str| name == host.name || host.aliases.iter().any(|alias| alias == name);
    let mut about = exchanges
        .iter()
        .filter(|exchange| is_address(exchange.kind) && own(&exchange.name));
    about.any(|exchange| match &exchange.outcome {
        DnsOutcome::Reply(reply) => {
            let mut records = reply.answers.iter().map(|record| &record.data);
            let addresses =
                |data: &RecordData| matches!(data, RecordData::A(_) | RecordData::Aaaa(_));
            let signature =
                |data: &RecordData| matches!(data, RecordData::Other(kind) if kind == "RRSIG");
            records.clone().any(addresses) && (reply.authenticated || records.any(signature))
        }
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => false,
    })
}

fn association(record: RecordData) -> Option<(u8, u8, u8, Vec<u8>)> {
    match record {
        RecordData::Tlsa(usage, selector, matching, data) => {
            Some((usage, selector, matching, data))
        }
        RecordData::A(_)
        | RecordData::Aaaa(_)
        | RecordData::Cname(_)
        | RecordData::Mx(_)
        | RecordData::Srv(_)
        | RecordData::Txt(_)
        | RecordData::Ptr(_)
        | RecordData::Other(_) => None,
    }
}
