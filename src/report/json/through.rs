//! The proxy that was gone through, as data.

use super::{ProxyFailureJson, SystemProxyJson, ThroughJson};
use crate::facts::{SystemProxy, Through};
use crate::failure::{ProxyFault, ProxyMet, Trouble};
use crate::plan::Named;
use crate::wire::proxy::No;

pub(super) fn through(through: &Through) -> ThroughJson {
    ThroughJson {
        kind: through.kind.name().to_owned(),
        host: through.host.clone(),
        port: through.port,
        address: through.address.map(|address| address.to_string()),
        login: through.login,
        named_by: match through.named {
            Named::Typed => "option",
            Named::Variable(name) => name,
            Named::System => "system",
        }
        .to_owned(),
        names: if through.kind.looks_names_up() {
            "proxy"
        } else {
            "here"
        }
        .to_owned(),
        passed_by: through.passed_by,
        left_out: through
            .left_out()
            .iter()
            .map(|&word| word.to_owned())
            .collect(),
    }
}

pub(super) fn system(settings: &SystemProxy) -> SystemProxyJson {
    SystemProxyJson {
        proxy: settings.proxy.clone(),
        bypass: settings.bypass.clone(),
        pac: settings.pac.clone(),
    }
}

pub(super) fn failure(trouble: &Trouble) -> Option<ProxyFailureJson> {
    let Trouble::Proxy(trouble) = trouble else {
        return None;
    };
    let fault = trouble.fault();
    let no = match &trouble.met {
        ProxyMet::No(no) => Some(no),
        ProxyMet::Trouble(_) => None,
    };
    Some(ProxyFailureJson {
        step: trouble.step.name().to_owned(),
        fault: fault.name().to_owned(),
        why: match fault {
            ProxyFault::CannotReach(beyond) => Some(beyond.name().to_owned()),
            ProxyFault::Refused(why) => Some(why.name().to_owned()),
            _ => None,
        },
        status: no.and_then(No::code),
        answer: no.map(No::words),
    })
}
