//! Prometheus asks `mailcheck serve`, with the configuration, the alerts and the dashboard of docs/examples.
#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::monitored::{EXAMPLES, Running, World, get, succeed, until, world};

/// Targets beside the four of the example, at which nobody listens.
const MORE: u8 = 46;

fn example(name: &str) -> String {
    fs::read_to_string(format!("{EXAMPLES}/{name}")).expect("the example")
}

/// The example, faster, with more targets. It lies beside its rules.
fn configuration(world: &World) -> String {
    let rules = example("mailcheck.rules.yml");
    let lines = rules.lines().map(|line| match line.split_once("for: ") {
        Some((indent, _)) => format!("{indent}for: 0s\n"),
        None => format!("{line}\n"),
    });
    let lines: Vec<String> = lines.collect();
    world.write("mailcheck.rules.yml", &lines.concat());
    let mut more = "          - busy.example.com\n".to_owned();
    for number in 1..=MORE {
        writeln!(more, "          - smtp://127.70.0.{number}:9").expect("memory takes all");
    }
    let text = example("prometheus.yml")
        .replace("          - busy.example.com\n", &more)
        .replace(
            "scrape_interval: 60s",
            "scrape_interval: 5s\n  evaluation_interval: 1s",
        )
        .replace("scrape_timeout: 20s", "scrape_timeout: 5s");
    assert!(text.contains("127.70.0.46") && text.contains("evaluation_interval"));
    world.write("prometheus.yml", &text).display().to_string()
}

/// What Prometheus answers to a query: the samples.
fn query(expression: &str) -> Option<Vec<Value>> {
    let bytes = expression.bytes();
    let encoded: Vec<String> = bytes.map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    let body = get(9090, &format!("/api/v1/query?query={encoded}"))?;
    let json: Value = serde_json::from_str(&body).ok()?;
    Some(json["data"]["result"].as_array()?.clone())
}

fn label<'v>(sample: &'v Value, name: &str) -> &'v str {
    sample["metric"][name].as_str().unwrap_or_default()
}

#[test]
#[ignore = "needs root and Prometheus: tests/run real"]
fn prometheus_asks_alerts_and_shows() {
    let Some(world) = world("prometheus_asks_alerts_and_shows") else {
        return;
    };
    let rules = format!("{EXAMPLES}/mailcheck.rules.yml");
    let said = succeed(Command::new("promtool").args(["check", "rules", &rules]));
    assert!(said.contains("SUCCESS: 6 rules found"), "{said}");
    let said = succeed(Command::new("promtool").args([
        "check",
        "config",
        &format!("{EXAMPLES}/prometheus.yml"),
    ]));
    assert!(!said.contains("FAILED"), "{said}");

    let modules = format!("{EXAMPLES}/modules.toml");
    let _exporter =
        Running::start(
            world
                .command("mailcheck")
                .args(["serve", "--modules", &modules]),
        );
    let begun = Instant::now();
    let configuration = configuration(&world);
    let _prometheus = Running::start(
        world
            .command("prometheus")
            .arg(format!("--config.file={configuration}"))
            .arg(format!(
                "--storage.tsdb.path={}",
                world.path("tsdb").display()
            ))
            .arg("--web.listen-address=127.0.0.1:9090"),
    );
    let verdicts = until("every target has its verdict", || {
        let samples = query("mailcheck_verdict == 1")?;
        (samples.len() >= 4 + usize::from(MORE)).then_some(samples)
    });
    // Relabelled: what was asked about is the instance, not the exporter.
    let of = |instance: &str| {
        let mut samples = verdicts.iter();
        let sample = samples.find(|sample| label(sample, "instance") == instance);
        let sample = sample.unwrap_or_else(|| panic!("{instance}: {verdicts:?}"));
        assert_eq!(label(sample, "target"), instance);
        label(sample, "verdict").to_owned()
    };
    assert_eq!(of("mail.example.com"), "ok");
    assert_eq!(of("down.example.com"), "failed");
    assert_eq!(of("smtp://127.70.0.46:9"), "failed");

    // The reason is a label, and alerts go by it.
    let refused = query("mailcheck_failure{class=\"refused\",instance=\"down.example.com\"}");
    assert_eq!(refused.map(|samples| samples.len()), Some(2));
    let alerts = until("the alerts fire", || {
        let samples = query("ALERTS{alertstate=\"firing\"}")?;
        let pairs = samples.iter().map(|sample| {
            let pair = ["alertname", "instance"].map(|name| label(sample, name).to_owned());
            pair.into()
        });
        let alerts: BTreeSet<(String, String)> = pairs.collect();
        let wanted = [
            ("MailServerRefusesConnections", "down.example.com"),
            ("MailServerFails", "down.example.com"),
            ("MailCertificateEnds", "ends.example.com"),
        ];
        let mut wanted = wanted
            .iter()
            .map(|(alert, instance)| (String::from(*alert), String::from(*instance)));
        wanted.all(|pair| alerts.contains(&pair)).then_some(alerts)
    });
    let about_mail = alerts
        .iter()
        .filter(|(_, instance)| instance == "mail.example.com");
    assert_eq!(about_mail.count(), 0, "{alerts:?}");
    assert!(
        !alerts
            .iter()
            .any(|(alert, _)| alert == "MailServerNotChecked"),
        "{alerts:?}"
    );

    every_panel_shows_something();
    flat_memory(begun);
}

/// Every query of the dashboard, for every target.
fn every_panel_shows_something() {
    let dashboard: Value = serde_json::from_str(&example("grafana.json")).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    assert!(panels.len() >= 10);
    for panel in panels {
        let expression = panel["targets"][0]["expr"].as_str().expect("a query");
        let expression = expression.replace("$instance", ".*");
        let title = &panel["title"];
        let samples = until(&format!("{title}: {expression}"), || {
            query(&expression).filter(|samples| !samples.is_empty())
        });
        let value = samples[0]["value"][1].as_str().expect("a value");
        assert!(value.parse::<f64>().is_ok(), "{title}: {value}");
    }
}

/// A minute of fifty targets again and again, twelve times each, leaves nothing behind.
fn flat_memory(begun: Instant) {
    let memory = || {
        let samples = query("process_resident_memory_bytes{job=\"mailcheck\"}")?;
        samples.first()?["value"][1].as_str()?.parse::<f64>().ok()
    };
    let seconds = |seconds| begun + Duration::from_secs(seconds);
    until("it is warm", || {
        (Instant::now() > seconds(25)).then_some(())
    });
    let before = until("its memory is known", memory);
    until("it has run on", || {
        (Instant::now() > seconds(85)).then_some(())
    });
    let after = until("its memory is known", memory);
    assert!(after < before * 1.2, "{before} bytes, then {after}");
}
