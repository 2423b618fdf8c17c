//! Compares what mailcheck reported with what a scenario expects.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::Value;

use crate::scenario::{Expect, ExpectedCheck, ExpectedFinding, ExpectedLocation};

/// The severities that claim that something is wrong.
const CLAIMS: [&str; 3] = ["warning", "inconclusive", "error"];

/// Follow-ups are over two seconds after the last check. A machine that plays several labs at once gets some more.
const FOLLOW_UPS: Duration = Duration::from_millis(3500);
/// Where no greeting comes, one command is said before the check is given up, and its answer is waited for. The report has
/// the end of the wait for the greeting alone.
const LAST_WORD: Duration = Duration::from_secs(1);

/// Everything that is not as expected, a line each.
pub(crate) fn compare(
    expect: &Expect,
    report: &Value,
    exit: Option<i32>,
    connections: &[(u16, usize)],
    took: Duration,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut unequal = |what: &str, wanted: &dyn std::fmt::Display, got: &dyn std::fmt::Display| {
        let (wanted, got) = (wanted.to_string(), got.to_string());
        if wanted != got {
            wrong.push(format!("{what}: expected {wanted}, found {got}"));
        }
    };
    unequal(
        "exit",
        &expect.exit,
        &exit.map_or_else(|| "killed".to_owned(), |code| code.to_string()),
    );
    let target = &report["targets"][0];
    unequal("verdict", &expect.verdict, &text(&target["verdict"]));
    for (port, wanted) in &expect.connections {
        unequal(
            &format!("connections to port {port}"),
            wanted,
            &connections_to(connections, port),
        );
    }
    for (port, most) in &expect.at_most {
        let seen = connections_to(connections, port);
        if seen > *most {
            wrong.push(format!(
                "connections to port {port}: expected at most {most}, found {seen}"
            ));
        }
    }
    if let Some(limit) = expect.within
        && took.as_secs_f64() > limit
    {
        wrong.push(format!(
            "took {:.1} s, expected at most {limit} s",
            took.as_secs_f64()
        ));
    }
    if let Some(took) = follow_ups_took(report).filter(|took| *took > FOLLOW_UPS) {
        wrong.push(format!(
            "the run ended {took:.1?} after its last check, expected at most 2 s"
        ));
    }
    compare_findings(expect, target, &mut wrong);
    for check in &expect.check {
        compare_check(check, target, &mut wrong);
    }
    wrong
}

/// How long the run went on after the last of its own checks. `None` where no check was made.
///
/// A domain's policy is waited for as long as a server is: what does not come in that time says something. So is the answer to a
/// hello that the user wanted tried.
fn follow_ups_took(report: &Value) -> Option<Duration> {
    let mut targets = items(&report["targets"]).iter();
    if targets.any(|target| target["mail_policy"]["answer"] == "failed") {
        return None;
    }
    let checks = items(&report["targets"])
        .iter()
        .flat_map(|target| items(&target["checks"]));
    if checks
        .clone()
        .any(|check| check["follow_ups"]["large_hello"].is_object())
    {
        return None;
    }
    let checks = checks.filter(|check| check["context"] != true);
    let ends = checks
        .flat_map(|check| items(&check["steps"]))
        .filter_map(|step| Some(step["at_ms"].as_f64()? + step["elapsed_ms"].as_f64()?));
    let last = ends.max_by(f64::total_cmp)?;
    let after = report["elapsed_ms"].as_f64()? - last;
    let after = Duration::from_secs_f64((after / 1000.0).max(0.0));
    let last_word = if is_without_greeting(report) {
        LAST_WORD
    } else {
        Duration::ZERO
    };
    Some(after.saturating_sub(last_word))
}

fn is_without_greeting(report: &Value) -> bool {
    let mut checks = items(&report["targets"])
        .iter()
        .flat_map(|target| items(&target["checks"]));
    checks.any(|check| {
        let failure = &check["failure"];
        failure["stage"] == "greeting" && failure["class"] == "timeout"
    })
}

/// The findings of a report in one line, worst words first.
pub(crate) fn summary(report: &Value) -> String {
    let mut words: Vec<String> = items(&report["targets"][0]["findings"])
        .iter()
        .filter(|finding| CLAIMS.contains(&text(&finding["severity"])))
        .map(|finding| text(&finding["id"]).to_owned())
        .collect();
    words.dedup();
    if words.is_empty() {
        text(&report["targets"][0]["verdict"]).to_owned()
    } else {
        words.join(" ")
    }
}

/// What a report says of findings, checks and paths, for people who look for the reason.
pub(crate) fn digest(report: Option<&Value>) -> String {
    let Some(report) = report else {
        return String::new();
    };
    let mut lines = String::new();
    for target in items(&report["targets"]) {
        for finding in items(&target["findings"]) {
            let _ = writeln!(
                lines,
                "  finding {} {} owner={} {} {}",
                text(&finding["severity"]),
                text(&finding["id"]),
                text(&finding["owner"]),
                finding["location"],
                finding["evidence"]
            );
        }
        for check in items(&target["checks"]) {
            let _ = writeln!(
                lines,
                "  check {} {} {}{} {}",
                text(&check["service"]),
                text(&check["address"]),
                text(&check["outcome"]),
                if check["context"] == true {
                    " (context)"
                } else {
                    ""
                },
                if check["failure"].is_null() {
                    String::new()
                } else {
                    check["failure"].to_string()
                }
            );
            if !items(&check["path"]).is_empty() {
                let _ = writeln!(lines, "    path {}", check["path"]);
            }
        }
        for exchange in items(&target["dns"]) {
            let _ = writeln!(lines, "  dns {exchange}");
        }
    }
    lines
}

fn connections_to(connections: &[(u16, usize)], port: &str) -> usize {
    let port: u16 = port.parse().expect("the key is a port");
    connections
        .iter()
        .find(|(seen, _)| *seen == port)
        .map_or(0, |(_, count)| *count)
}

fn compare_findings(expect: &Expect, target: &Value, wrong: &mut Vec<String>) {
    let found = items(&target["findings"]);
    for wanted in &expect.finding {
        let same: Vec<&Value> = found
            .iter()
            .filter(|finding| finding["id"] == wanted.id.as_str())
            .collect();
        if same.is_empty() {
            wrong.push(format!("finding {}: missing", wanted.id));
        } else if !same
            .iter()
            .any(|finding| mismatch(wanted, finding).is_empty())
        {
            for finding in same {
                wrong.push(format!(
                    "finding {}: {}",
                    wanted.id,
                    mismatch(wanted, finding).join("; ")
                ));
            }
        }
    }
    for finding in found {
        let (id, severity) = (text(&finding["id"]), text(&finding["severity"]));
        let expected = expect.finding.iter().any(|wanted| wanted.id == id)
            || expect.may.iter().any(|may| may == id);
        if CLAIMS.contains(&severity) && !expected {
            wrong.push(format!("finding {id} ({severity}) was not expected"));
        }
    }
}

/// How a finding of the right id differs from the expected one.
fn mismatch(wanted: &ExpectedFinding, finding: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut field = |name: &str, wanted: Option<&str>| {
        let got = text(&finding[name]);
        if let Some(wanted) = wanted.filter(|wanted| *wanted != got) {
            wrong.push(format!("{name} expected {wanted}, found {got}"));
        }
    };
    field("severity", Some(&wanted.severity));
    field("owner", wanted.owner.as_deref());
    let location = &finding["location"];
    if wanted.nowhere && !location.is_null() {
        wrong.push(format!("no location expected, found {location}"));
    }
    if let Some(place) = &wanted.location
        && !is_place(place, location, wanted.less_of_place)
    {
        wrong.push(format!(
            "location expected hop {:?} {:?} {}, found {location}",
            place.hop, place.address, place.certainty
        ));
    }
    let whole = finding.to_string();
    wrong.extend(
        wanted
            .says
            .iter()
            .filter(|words| !whole.contains(words.as_str()))
            .map(|words| format!("does not say {words:?}")),
    );
    wrong
}

/// Whether a place is the one that is wanted. Where `less` is enough, what it says must be true all the same: nothing, the
/// same without a part, or an earlier one with `at-or-after`.
fn is_place(wanted: &ExpectedLocation, found: &Value, less: bool) -> bool {
    if less && found.is_null() {
        return true;
    }
    let open = found["certainty"] == "at-or-after";
    let earlier = less
        && open
        && match (found["hop"].as_u64(), wanted.hop) {
            (Some(found), Some(wanted)) => found < wanted,
            _ => false,
        };
    if earlier {
        return true;
    }
    let hop = wanted.hop.is_none_or(|hop| found["hop"] == hop) || less && found["hop"].is_null();
    let address = wanted.address.is_empty()
        || less && found["address"].is_null()
        || wanted
            .address
            .iter()
            .any(|address| found["address"] == address.as_str());
    hop && address && (found["certainty"] == wanted.certainty.as_str() || less && open)
}

fn compare_check(wanted: &ExpectedCheck, target: &Value, wrong: &mut Vec<String>) {
    let name = format!(
        "check {} {}",
        wanted.service.as_deref().unwrap_or("*"),
        wanted
            .address
            .clone()
            .or_else(|| wanted.family.map(|family| format!("IPv{family}")))
            .unwrap_or_default()
    );
    let chosen: Vec<&Value> = items(&target["checks"])
        .iter()
        .filter(|check| check["context"] != true)
        .filter(|check| {
            wanted
                .service
                .as_ref()
                .is_none_or(|service| check["service"] == service.as_str())
        })
        .filter(|check| {
            wanted
                .address
                .as_ref()
                .is_none_or(|address| check["address"] == address.as_str())
        })
        .filter(|check| {
            wanted
                .family
                .is_none_or(|family| (family == 6) == text(&check["address"]).contains(':'))
        })
        .collect();
    if chosen.is_empty() {
        wrong.push(format!("{name}: there is none"));
    }
    for check in chosen {
        let failure = &check["failure"];
        let fields = [
            ("outcome", &wanted.outcome, &check["outcome"]),
            ("stage", &wanted.stage, &failure["stage"]),
            ("class", &wanted.class, &failure["class"]),
            ("errno", &wanted.errno, &failure["os_error"]["name"]),
            ("tls", &wanted.tls, &check["tls"]["version"]),
        ];
        for (field, wanted, got) in fields {
            if let Some(wanted) = wanted.as_ref().filter(|wanted| **wanted != text(got)) {
                wrong.push(format!("{name}: {field} expected {wanted}, found {got}"));
            }
        }
        let parts = [
            ("reason", &wanted.reason, &failure["reason"]),
            ("greeting", &wanted.greeting, &check["greeting"]),
        ];
        for (field, wanted, got) in parts {
            if let Some(wanted) = wanted
                .as_ref()
                .filter(|wanted| !got.to_string().contains(wanted.as_str()))
            {
                wrong.push(format!("{name}: {field} expected {wanted:?}, found {got}"));
            }
        }
        if let Some(code) = wanted
            .winsock
            .filter(|code| failure["winsock"]["code"] != *code)
        {
            wrong.push(format!(
                "{name}: winsock expected {code}, found {}",
                failure["winsock"]
            ));
        }
        if let Some(code) = &wanted.outlook
            && !items(&failure["outlook"])
                .iter()
                .any(|known| text(known).eq_ignore_ascii_case(code))
        {
            wrong.push(format!(
                "{name}: outlook expected {code}, found {}",
                failure["outlook"]
            ));
        }
        compare_session(wanted, check, &name, wrong);
        if let Some((kind, code, from)) = &wanted.icmp {
            let icmp = &failure["icmp"];
            if icmp["type"] != *kind || icmp["code"] != *code || icmp["from"] != from.as_str() {
                wrong.push(format!(
                    "{name}: icmp expected {kind}/{code} from {from}, found {icmp}"
                ));
            }
        }
    }
}

/// What was seen of a session that came about.
fn compare_session(wanted: &ExpectedCheck, check: &Value, name: &str, wrong: &mut Vec<String>) {
    if let Some(trusted) = wanted
        .trusted
        .filter(|trusted| check["tls"]["trusted"] != *trusted)
    {
        wrong.push(format!("{name}: trusted expected {trusted}"));
    }
    let chain = items(&check["tls"]["certificates"]).len();
    if let Some(wanted) = wanted.chain.filter(|wanted| *wanted != chain) {
        wrong.push(format!(
            "{name}: expected {wanted} certificates, found {chain}"
        ));
    }
    if let Some(stages) = &wanted.stages {
        let good = items(&check["steps"])
            .iter()
            .filter(|step| step["outcome"] == "ok");
        let good: Vec<&str> = good.map(|step| text(&step["stage"])).collect();
        if good != *stages {
            wrong.push(format!(
                "{name}: expected the stages {stages:?}, found {good:?}"
            ));
        }
    }
    let (after, before) = (
        words(&check["capabilities"]),
        words(&check["capabilities_before_tls"]),
    );
    for (offer, list) in wanted.offers.iter().map(|offer| (offer, &after)).chain(
        wanted
            .offers_before_tls
            .iter()
            .map(|offer| (offer, &before)),
    ) {
        if !list.contains(&offer.as_str()) {
            wrong.push(format!("{name}: does not offer {offer}: {list:?}"));
        }
    }
    for offer in &wanted.lacks {
        if after.contains(&offer.as_str()) || before.contains(&offer.as_str()) {
            wrong.push(format!("{name}: offers {offer}"));
        }
    }
    if let Some(auth) = &wanted.auth {
        let found: Vec<&str> = items(&check["auth_mechanisms"]).iter().map(text).collect();
        if found != *auth {
            wrong.push(format!("{name}: auth expected {auth:?}, found {found:?}"));
        }
    }
}

/// The first word of each string of a list.
fn words(list: &Value) -> Vec<&str> {
    items(list)
        .iter()
        .filter_map(|offer| text(offer).split(' ').next())
        .collect()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
