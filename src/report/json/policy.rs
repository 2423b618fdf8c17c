//! How a mail domain has its mail protected, and who delivers to it, in JSON form.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::{Delivers, PolicyMode};
use crate::diagnose::delivery::{Delivery, deliveries};
use crate::facts::{Facts, Lookup, MailPolicy, PolicyAnswer};
use crate::mta_sts::policy::Policy;
use crate::mta_sts::{policy, record, reports};

/// What a mail domain says of the protection of its mail (RFC 8461, RFC 8460).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "mail-policy")]
pub struct MailPolicyJson {
    /// The id of the MTA-STS record; null where there is no record that counts.
    pub mta_sts_id: Option<String>,
    /// What came of asking for the policy, in a word such as `document`, `redirect` or `untrusted`. Absent where it was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub answer: Option<String>,
    /// The policy as it was read; null where there is none that can be used. It counts only where there is an id as well.
    pub policy: Option<PolicyJson>,
    /// Where reports of failures go (TLSRPT); null where no record counts.
    pub reports: Option<Vec<String>>,
}

/// A policy of MTA-STS.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "policy")]
pub struct PolicyJson {
    /// What senders do where a server does not keep to it.
    pub mode: PolicyMode,
    /// The hosts and patterns that may take the domain's mail.
    pub mx: Vec<String>,
    /// How long senders keep it, in seconds.
    pub max_age: u64,
}

/// Which senders deliver to a mail exchanger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "delivery")]
pub struct DeliveryJson {
    /// The host, in DNS form.
    pub host: String,
    /// A sender that checks DANE and not MTA-STS.
    pub dane: Delivers,
    /// A sender that checks MTA-STS and not DANE.
    pub mta_sts: Delivers,
    /// A sender that checks neither.
    pub neither: Delivers,
}

pub(super) fn mail_policy(said: &MailPolicy) -> MailPolicyJson {
    MailPolicyJson {
        mta_sts_id: said.record.found().and_then(|records| id(records)),
        answer: said.answer.as_ref().map(|answer| answer.name().to_owned()),
        policy: document(said).as_ref().map(of_policy),
        reports: match &said.reports {
            Lookup::Found(records) => places(records),
            Lookup::Failed(_) => None,
        },
    }
}

fn id(records: &[String]) -> Option<String> {
    match record::read(records) {
        record::Read::Id(id) => Some(id),
        record::Read::Nothing | record::Read::Bad { .. } => None,
    }
}

fn places(records: &[String]) -> Option<Vec<String>> {
    match reports::read(records) {
        reports::Read::To(places) => Some(places),
        reports::Read::Nothing | reports::Read::Bad(_) => None,
    }
}

fn document(said: &MailPolicy) -> Option<Policy> {
    match said.answer.as_ref()? {
        PolicyAnswer::Document { body, .. } => policy::read(body).policy,
        PolicyAnswer::NoHost
        | PolicyAnswer::Unresolved(_)
        | PolicyAnswer::Failed { .. }
        | PolicyAnswer::NotHttp
        | PolicyAnswer::Untrusted(_)
        | PolicyAnswer::Redirect(_)
        | PolicyAnswer::Status(_) => None,
    }
}

fn of_policy(policy: &Policy) -> PolicyJson {
    PolicyJson {
        mode: policy.mode.into(),
        mx: policy.patterns.iter().map(ToString::to_string).collect(),
        max_age: policy.max_age,
    }
}

/// Absent where the domain was not asked how it has its mail protected.
pub(super) fn of_hosts(facts: &Facts) -> Option<Vec<DeliveryJson>> {
    facts.policy.as_ref()?;
    let hosts = deliveries(facts).into_iter();
    Some(hosts.filter_map(|one| of_host(facts, one)).collect())
}

fn of_host(facts: &Facts, delivery: Delivery) -> Option<DeliveryJson> {
    Some(DeliveryJson {
        host: facts.hosts.get(delivery.host)?.name.clone(),
        dane: delivery.dane.into(),
        mta_sts: delivery.mta_sts.into(),
        neither: delivery.neither.into(),
    })
}
