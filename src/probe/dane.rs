//! The certificate associations of mail exchangers (RFC 7672).

use super::Visit;
use crate::facts::{
    AddressSource, DnsExchange, DnsOutcome, HostFacts, Lookup, RecordData, RecordKind, Tlsa,
};
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
    let name = format!("_25._tcp.{}", host.name);
    let question = Question::new(&name, RecordKind::Tlsa);
    let anchors = &visit.machine.anchors;
    let answer = visit
        .resolver
        .lookup_validated(question, anchors, visit.step())
        .await;
    Some(match answer.records {
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
        Lookup::Found(records) => Lookup::Found(Tlsa {
            secure: answer.secure,
            records: records.into_iter().filter_map(association).collect(),
        }),
    })
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
        | RecordData::Other(_) => None,
    }
}
