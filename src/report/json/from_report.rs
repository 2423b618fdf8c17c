//! From the report to its JSON form.

use std::time::Duration;

use super::room::Room;
use super::sets::{
    CheckOutcome, DnsResult, DnsTransport, Kind, Os, Source, Speaker, StepOutcome, Timer,
};
use super::{
    CertificateJson, CheckJson, DnsJson, FailureJson, FindingJson, HostJson, IcmpJson, LineJson,
    LocationJson, MxJson, NumberJson, ProblemJson, ProgramConnects, ProgramJson, ProgramUnknown,
    ReportJson, SCHEMA_VERSION, SettingJson, StepJson, TargetJson, TlsJson, VantageJson,
};
use super::{follow_ups, logins, policy, sender, through};
use crate::codes;
use crate::facts::{
    AddressSource, Certificate, Check, Direction, DnsExchange, DnsOutcome, DnsReply, Facts,
    HostFacts, Line, Lookup, Mx, Reading, RecordData, RecordKind, Step, Tls, Transport, Vantage,
};
use crate::failure::{Failure, Icmp, Stage};
use crate::finding::{Finding, Location, Verdict};
use crate::programs::Connects;
use crate::report::rows::Outcome;
use crate::report::sentences::{icmp_name, lossy};
use crate::report::settings::{Setting, working};
use crate::report::{Run, TargetReport, path, record, sentences};
use crate::target::Host;
use crate::wire::Text;
use crate::words::Words;

impl ReportJson {
    /// What stands around the targets of a run.
    pub(super) fn without_targets(run: &Run, verdict: Verdict, elapsed: Duration) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            mailcheck_version: run.version.to_owned(),
            started_at: sentences::rfc3339(run.started_at),
            elapsed_ms: milliseconds(elapsed),
            verdict: verdict.into(),
            vantage: vantage(&run.vantage),
            options: run.options.clone(),
            targets: Vec::new(),
        }
    }

    /// The report about `target` alone.
    pub(in crate::report) fn alone(run: &Run, words: &Words, target: &TargetReport) -> Self {
        Self {
            targets: vec![TargetJson::new(words, target)],
            ..Self::without_targets(run, target.verdict, target.elapsed)
        }
    }
}

impl TargetJson {
    /// The JSON form of `report`.
    pub(super) fn new(words: &Words, report: &TargetReport) -> Self {
        target(words, report)
    }
}

fn vantage(vantage: &Vantage) -> VantageJson {
    VantageJson {
        os: match vantage.os {
            codes::Os::Linux => Os::Linux,
            codes::Os::MacOs => Os::Macos,
            codes::Os::Windows => Os::Windows,
        },
        resolvers: vantage.resolvers.iter().map(ToString::to_string).collect(),
        ipv4: vantage.ipv4,
        ipv6: vantage.ipv6,
        proxies: vantage.proxies.clone(),
        system_proxy: vantage.system_proxy.as_ref().map(through::system),
    }
}

fn target(words: &Words, target: &TargetReport) -> TargetJson {
    let facts = &target.facts;
    let checks = facts.checks.iter().enumerate();
    let mut room = Room::new();
    TargetJson {
        target: facts.target.typed.clone(),
        line: facts.target.line,
        kind: match facts.reading {
            Reading::Host => Kind::Host,
            Reading::Service => Kind::Service,
            Reading::Domain => Kind::Domain,
            Reading::Account => Kind::Account,
        },
        reading: facts.because.name().to_owned(),
        name: facts.target.host.to_string(),
        unicode_name: match &facts.target.host {
            Host::Name(name) if name.is_international() => Some(name.unicode.clone()),
            Host::Name(_) | Host::Address(_) => None,
        },
        verdict: target.verdict.into(),
        mx: facts.mx.as_ref().map(|lookup| found(lookup, mx)),
        hosts: facts.hosts.iter().map(host).collect(),
        dns: facts.dns.iter().map(exchange).collect(),
        checks: checks
            .map(|one| check(words, facts, one, &mut room))
            .collect(),
        dns_control: facts.dns_control.as_ref().map(follow_ups::dns_control),
        nat64_prefixes: facts
            .nat64
            .iter()
            .map(|prefix| format!("{}/{}", prefix.address, prefix.length))
            .collect(),
        proxy: facts.proxy.as_ref().map(follow_ups::proxy),
        through: facts.through.as_ref().map(through::through),
        logins: logins::logins(words, facts, &mut room),
        transaction: logins::transaction(words, facts, &mut room),
        counters: facts.counters.map(follow_ups::counters),
        mail_policy: facts.policy.as_ref().map(policy::mail_policy),
        delivery: policy::of_hosts(facts),
        sender: facts.sender.as_ref().map(sender::sender),
        findings: target
            .findings
            .iter()
            .map(|one| finding(words, facts, one))
            .collect(),
        settings: (facts.reading != Reading::Domain)
            .then(|| working(target).iter().map(setting).collect()),
    }
}

fn setting(setting: &Setting) -> SettingJson {
    SettingJson {
        protocol: setting.protocol.into(),
        host: setting.ascii_host.clone(),
        port: setting.port,
        security: setting.security.into(),
        mechanisms: setting.mechanisms.clone(),
        everywhere: setting.everywhere,
    }
}

fn mx(mx: &Mx) -> MxJson {
    MxJson {
        preference: mx.preference,
        host: mx.exchange.clone(),
    }
}

fn host(host: &HostFacts) -> HostJson {
    HostJson {
        name: host.name.clone(),
        preference: host.preference,
        source: match host.source {
            AddressSource::Literal => Source::Literal,
            AddressSource::ConnectTo => Source::ConnectTo,
            AddressSource::HostsFile => Source::HostsFile,
            AddressSource::Dns => Source::Dns,
            AddressSource::Proxy => Source::Proxy,
        },
        aliases: host.aliases.clone(),
        suggestion: host.suggestion.clone(),
        tlsa: host
            .tlsa
            .as_ref()
            .map(|lookup| lookup.found().and_then(follow_ups::tlsa)),
        ipv4: host
            .ipv4
            .as_ref()
            .map(|lookup| found(lookup, ToString::to_string)),
        ipv6: host
            .ipv6
            .as_ref()
            .map(|lookup| found(lookup, ToString::to_string)),
    }
}

/// What a lookup found; none where it found nothing.
pub(super) fn found<T, U>(lookup: &Lookup<Vec<T>>, form: impl Fn(&T) -> U) -> Option<Vec<U>> {
    lookup
        .found()
        .filter(|list| !list.is_empty())
        .map(|list| list.iter().map(form).collect())
}

/// Records of an answer that are told: more is a server's whim.
const ANSWERS_MAX: usize = 64;

pub(super) fn exchange(exchange: &DnsExchange) -> DnsJson {
    let reply = match &exchange.outcome {
        DnsOutcome::Reply(reply) => Some(reply),
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
    };
    let answers = reply.iter().flat_map(|reply| &reply.answers);
    DnsJson {
        question: format!(
            "{} {}",
            record::dns_name(&exchange.name),
            exchange.kind.name()
        ),
        server: exchange.server.to_string(),
        transport: match exchange.transport {
            Transport::Udp => DnsTransport::Udp,
            Transport::Tcp => DnsTransport::Tcp,
        },
        elapsed_ms: milliseconds(exchange.elapsed),
        outcome: dns_result(exchange),
        answers: answers
            .take(ANSWERS_MAX)
            .map(|one| record::dns_record(&exchange.name, one))
            .collect(),
        authenticated: reply.is_some_and(|reply| reply.authenticated),
        detail: dns_detail(exchange),
    }
}

fn dns_result(exchange: &DnsExchange) -> DnsResult {
    match &exchange.outcome {
        DnsOutcome::Reply(reply) => match reply.rcode {
            0 if answers(reply, exchange.kind) => DnsResult::Answer,
            0 => DnsResult::Nodata,
            2 => DnsResult::Servfail,
            3 => DnsResult::Nxdomain,
            5 => DnsResult::Refused,
            _ => DnsResult::Error,
        },
        DnsOutcome::Timeout => DnsResult::Timeout,
        DnsOutcome::Os(_) | DnsOutcome::Malformed => DnsResult::Error,
    }
}

fn answers(reply: &DnsReply, kind: RecordKind) -> bool {
    reply.answers.iter().any(|record| {
        matches!(
            (&record.data, kind),
            (RecordData::A(_), RecordKind::A)
                | (RecordData::Aaaa(_), RecordKind::Aaaa)
                | (RecordData::Mx(_), RecordKind::Mx)
                | (RecordData::Tlsa(..), RecordKind::Tlsa)
                | (RecordData::Srv(_), RecordKind::Srv)
                | (RecordData::Txt(_), RecordKind::Txt)
                | (RecordData::Ptr(_), RecordKind::Ptr)
        ) || matches!(&record.data, RecordData::Other(name) if name == kind.name())
    })
}

fn dns_detail(exchange: &DnsExchange) -> Option<String> {
    let mut parts = Vec::new();
    if exchange.checking_disabled {
        parts.push("checking disabled".to_owned());
    }
    match &exchange.outcome {
        DnsOutcome::Reply(reply) => {
            if !matches!(reply.rcode, 0 | 2 | 3 | 5) {
                parts.push(format!("rcode {}", reply.rcode));
            }
            if reply.truncated {
                parts.push("truncated".to_owned());
            }
            for (code, text) in &reply.extended_errors {
                parts.push(format!("EDE {code} {}", lossy(text)).trim_end().to_owned());
            }
        }
        DnsOutcome::Os(error) => parts.push(error.text.clone()),
        DnsOutcome::Malformed => parts.push("malformed".to_owned()),
        DnsOutcome::Timeout => {}
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn check(words: &Words, facts: &Facts, (id, check): (usize, &Check), room: &mut Room) -> CheckJson {
    room.next_check();
    let outcome = Outcome::of(check);
    let reached = |stage| check.step(stage).is_some();
    let capabilities = asked(
        reached(Stage::Capabilities),
        check.capabilities.as_ref(),
        |list| room.texts(list),
    );
    let mechanisms = Some(&check.auth_mechanisms).filter(|list| !list.is_empty());
    let capabilities_before_tls = check.capabilities_before_tls.as_ref();
    let capabilities_before_tls = capabilities_before_tls.map(|list| room.texts(list));
    let greeting = asked(
        reached(Stage::Greeting),
        check.greeting.as_ref(),
        |greeting| room.joined(&greeting.lines),
    );
    let starttls_reply = asked(
        reached(Stage::Starttls),
        check.starttls_reply.as_ref(),
        |lines| room.joined(lines),
    );
    let session = asked(reached(Stage::Tls), check.tls.as_ref(), |session| {
        tls(words, session, room)
    });
    let dialogue: Vec<LineJson> = check
        .dialogue
        .iter()
        .map_while(|one| Some(line(one, room.text(&one.text)?)))
        .collect();
    CheckJson {
        id,
        service: check.endpoint.service.into(),
        protocol: check.endpoint.service.protocol().into(),
        security: check.endpoint.service.security().into(),
        context: check.context,
        shared: check.shared,
        host: facts
            .hosts
            .get(check.host)
            .map(|host| host.name.clone())
            .unwrap_or_default(),
        address: check.address.map(|address| address.to_string()),
        port: check.endpoint.port,
        local: check.local.map(|local| local.to_string()),
        outcome: match outcome {
            Outcome::Ok => CheckOutcome::Ok,
            Outcome::Failed => CheckOutcome::Failed,
            Outcome::Skipped => CheckOutcome::Skipped,
        },
        steps: check.steps.iter().map(step).collect(),
        greeting,
        auth_mechanisms: asked(capabilities.is_some(), mechanisms, Clone::clone),
        capabilities,
        capabilities_before_tls,
        helo_fallback: check.helo_fallback,
        starttls_reply,
        early_bytes: check.early_bytes.as_ref().map(lossy),
        tls: session,
        programs: programs(words, facts, check),
        failure: asked(outcome != Outcome::Skipped, check.failure.as_ref(), |one| {
            failure(words, facts, check, one)
        }),
        path: path::of(facts, check).map(|sweep| follow_ups::hops(&sweep.hops)),
        path_deaf: path::of(facts, check)
            .map(|sweep| sweep.deaf)
            .filter(|deaf| *deaf),
        echo_path: check
            .address
            .and_then(|address| facts.echo_to(address))
            .map(|echo| follow_ups::hops(&echo.hops)),
        route: check.route.map(follow_ups::route),
        tcp: check.tcp.as_ref().map(follow_ups::tcp),
        follow_ups: follow_ups::of(&check.follow_ups),
        dialogue_left_out: Some(check.dialogue.len() - dialogue.len()).filter(|left| *left > 0),
        dialogue,
    }
}

/// Absent where it was not asked for, null where nothing came.
#[expect(
    clippy::option_option,
    reason = "JSON has both ways of saying nothing, and they mean two things"
)]
fn asked<T, U>(asked: bool, value: Option<&T>, form: impl FnOnce(&T) -> U) -> Option<Option<U>> {
    (asked || value.is_some()).then(|| value.map(form))
}

fn step(step: &Step) -> StepJson {
    StepJson {
        stage: step.stage.into(),
        at_ms: milliseconds(step.at),
        elapsed_ms: milliseconds(step.elapsed),
        outcome: if step.ok {
            StepOutcome::Ok
        } else {
            StepOutcome::Failed
        },
    }
}

fn tls(words: &Words, tls: &Tls, room: &mut Room) -> TlsJson {
    let problems = tls.problems.iter().map(|problem| ProblemJson {
        reason: problem.reason().to_owned(),
        message: sentences::problem(words, problem),
    });
    TlsJson {
        server_name: tls.server_name.clone(),
        version: tls.version.clone(),
        cipher_suite: tls.cipher_suite.clone(),
        key_exchange: tls.key_exchange.clone(),
        trusted: tls.is_trusted(),
        problems: problems.collect(),
        certificates: tls
            .certificates
            .iter()
            .map(certificate)
            .take_while(|one| room.takes(one))
            .collect(),
        client_certificate_requested: tls.client_certificate_requested,
    }
}

/// Told where some can and others cannot.
fn programs(words: &Words, facts: &Facts, check: &Check) -> Vec<ProgramJson> {
    let differing = sentences::differing_programs(facts, check);
    let told = differing.iter().map(|one| ProgramJson {
        name: one.profile.name.to_owned(),
        connects: match one.connects {
            Connects::Yes => ProgramConnects::Known(true),
            Connects::No => ProgramConnects::Known(false),
            Connects::Unknown => ProgramConnects::Unknown(ProgramUnknown::Unknown),
        },
        why: sentences::program_reasons(words, one),
    });
    told.collect()
}

fn certificate(certificate: &Certificate) -> CertificateJson {
    CertificateJson {
        subject: certificate.subject.clone(),
        issuer: certificate.issuer.clone(),
        names: certificate.names.clone(),
        not_before: sentences::rfc3339(certificate.not_before),
        not_after: sentences::rfc3339(certificate.not_after),
        serial: certificate.serial.clone(),
        sha256: certificate.sha256.clone(),
        key: certificate.key.clone(),
        signature: certificate.signature.clone(),
    }
}

pub(super) fn failure(
    words: &Words,
    facts: &Facts,
    check: &Check,
    failure: &Failure,
) -> FailureJson {
    let protocol = check.endpoint.service.protocol();
    let codes = failure.outlook(protocol).into_iter();
    FailureJson {
        stage: failure.stage.into(),
        class: failure.class.into(),
        message: sentences::failure_message(words, facts, check, failure),
        timer: sentences::timer(&failure.trouble).map(|timer| match timer {
            sentences::Timer::Own => Timer::Own,
            sentences::Timer::Kernel => Timer::Kernel,
            sentences::Timer::Deadline => Timer::Deadline,
        }),
        winsock: failure.winsock().map(number),
        os_error: failure.os_error().map(number),
        outlook: codes.map(|code| format!("0x{code:08X}")).collect(),
        icmp: failure.trouble.icmp().map(icmp),
        reply: sentences::reply(&failure.trouble),
        reason: sentences::reason(&failure.trouble).map(ToOwned::to_owned),
        proxy: through::failure(&failure.trouble),
    }
}

fn number((code, name): (i32, &str)) -> NumberJson {
    NumberJson {
        code,
        name: name.to_owned(),
    }
}

pub(super) fn icmp(icmp: Icmp) -> IcmpJson {
    IcmpJson {
        r#type: icmp.kind,
        code: icmp.code,
        v6: icmp.v6,
        name: icmp_name(icmp).map(ToOwned::to_owned),
        from: icmp.from.map(|from| from.to_string()),
    }
}

pub(super) fn line(line: &Line, text: String) -> LineJson {
    LineJson {
        from: match line.direction {
            Direction::Sent => Speaker::Client,
            Direction::Received => Speaker::Server,
        },
        at_ms: milliseconds(line.at),
        under_tls: line.under_tls,
        text,
    }
}

fn finding(words: &Words, facts: &Facts, finding: &Finding) -> FindingJson {
    let sentence = |one| sentences::sentence(words, one);
    FindingJson {
        id: finding.id.into(),
        severity: finding.severity.into(),
        owner: finding.owner.into(),
        title: sentences::title(words, finding),
        explanation: sentences::explanation(words, finding),
        evidence: sentences::evidence(words, facts, finding),
        next_steps: finding.next_steps.iter().map(sentence).collect(),
        checks: finding.checks.clone(),
        location: finding.location.map(location),
    }
}

fn location(location: Location) -> LocationJson {
    LocationJson {
        hop: location.hop,
        address: location.address.map(|address| address.to_string()),
        certainty: location.certainty.into(),
    }
}

fn texts(list: &[Text]) -> Vec<String> {
    list.iter().map(lossy).collect()
}

pub(super) fn joined(lines: &[Text]) -> String {
    texts(lines).join("\n")
}

/// Milliseconds with three decimals at the most.
pub(super) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_have_three_decimals_at_the_most() {
        for nanoseconds in [
            0,
            1,
            499,
            500,
            1_499,
            12_345_678,
            350_000_123,
            10_000_012_345_u64,
        ] {
            let shown = milliseconds(Duration::from_nanos(nanoseconds)).to_string();
            let decimals = shown.split_once('.').map_or(0, |(_, behind)| behind.len());
            assert!(decimals <= 3, "{shown}");
        }
    }
}
