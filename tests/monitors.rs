//! The examples of docs/examples, word for word, in the programs that they are for. Each test runs in a network and a
//! view of the files of its own, in which `mail.example.com` is a server on loopback.
#![cfg(target_os = "linux")]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use support::monitored::{EXAMPLES, Running, get, shown, succeed, until, world};

#[test]
#[ignore = "needs root and Nagios: tests/run real"]
fn nagios_sees_the_right_states() {
    let Some(world) = world("nagios_sees_the_right_states") else {
        return;
    };
    let mut more = String::new();
    for (host, services) in [
        ("ends", "imaps"),
        ("down", "submission,imaps"),
        ("busy", "submission"),
        // What makes no sense is no server that is down.
        ("wrong", "smpt"),
    ] {
        write!(more, "define host {{\n use generic-host\n host_name {host}\n address {host}.example.com\n \
             max_check_attempts 1\n contact_groups admins\n}}\ndefine service {{\n use generic-service\n \
             host_name {host}\n service_description Mail\n check_command check_mailcheck!{services}\n}}\n").expect("memory takes all");
    }
    let more = world.write("more.cfg", &more);
    let spool = world.path("spool");
    fs::create_dir(&spool).expect("a directory");
    let main = nagios_configuration(world.directory.path(), &more);
    let main = world.write("nagios.cfg", &main);
    let checked = succeed(world.command("nagios4").arg("-v").arg(&main));
    assert!(checked.contains("Total Warnings: 0"), "{checked}");
    assert!(checked.contains("Total Errors:   0"), "{checked}");

    let _nagios = Running::start(world.command("nagios4").arg(&main));
    let expected = [
        ("mail.example.com", "Sending mail", "0", "OK"),
        ("mail.example.com", "Reading mail", "0", "OK"),
        // There is no DNS here, and that is not the server's fault.
        ("mail.example.com", "Mail for example.com", "3", "UNKNOWN"),
        ("ends", "Mail", "1", "WARNING"),
        ("down", "Mail", "2", "CRITICAL"),
        ("busy", "Mail", "3", "UNKNOWN"),
        ("wrong", "Mail", "3", "UNKNOWN"),
    ];
    let status = world.path("status.dat");
    let services = until("every service is checked", || {
        let services = statuses(&fs::read_to_string(&status).unwrap_or_default());
        let checked = services.iter().filter(|one| one["has_been_checked"] == "1");
        (checked.count() == expected.len()).then_some(services)
    });
    for (host, description, state, word) in expected {
        let service = services
            .iter()
            .find(|one| one["host_name"] == host && one["service_description"] == description);
        let service = service.expect("the service is in the status file");
        assert_eq!(service["current_state"], state, "{service:?}");
        let begins = format!("MAILCHECK {word} - ");
        assert!(service["plugin_output"].starts_with(&begins), "{service:?}");
    }
    let sending = &services[services
        .iter()
        .position(|one| one["service_description"] == "Sending mail")
        .expect("it is there")];
    let data = &sending["performance_data"];
    assert!(data.contains("'submission'=0."), "{data}");
    // The two hundredth day has begun or is just about to.
    let days = |left| format!("'days'={left};14:;3:");
    assert!(
        [199, 200].map(days).iter().any(|part| data.contains(part)),
        "{data}"
    );
    assert!(
        sending["long_plugin_output"].contains("submissions port 465"),
        "{sending:?}"
    );
}

/// As little as Nagios needs beside the example and what Debian brings.
fn nagios_configuration(directory: &Path, more: &Path) -> String {
    let mut text = String::new();
    for objects in ["commands", "contacts", "timeperiods", "templates"] {
        writeln!(text, "cfg_file=/etc/nagios4/objects/{objects}.cfg").expect("memory takes all");
    }
    write!(
        text,
        "cfg_file={EXAMPLES}/nagios.cfg\ncfg_file={}\n",
        more.display()
    )
    .expect("memory takes all");
    for (key, file) in [
        ("log_file", "nagios.log"),
        ("object_cache_file", "objects.cache"),
        ("precached_object_file", "objects.precache"),
        ("status_file", "status.dat"),
        ("temp_file", "nagios.tmp"),
        ("temp_path", ""),
        ("lock_file", "nagios.pid"),
        ("check_result_path", "spool"),
        ("query_socket", "nagios.qh"),
        ("command_file", "nagios.cmd"),
    ] {
        writeln!(text, "{key}={}", directory.join(file).display()).expect("memory takes all");
    }
    text.push_str(
        "resource_file=/etc/nagios4/resource.cfg\nnagios_user=root\nnagios_group=root\nuse_syslog=0\n\
         retain_state_information=0\nenable_notifications=0\ncheck_external_commands=0\n\
         service_inter_check_delay_method=n\ncheck_result_reaper_frequency=1\nstatus_update_interval=1\n\
         service_check_timeout=60\nhost_check_timeout=30\nprocess_performance_data=0\nillegal_macro_output_chars=`~$&|'\"<>\n",
    );
    text
}

/// The blocks of services in a status file of Nagios.
fn statuses(text: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let blocks = text.split("servicestatus {\n").skip(1);
    let fields = |block: &str| {
        let lines = block.lines().take_while(|line| line.trim() != "}");
        let pairs = lines.filter_map(|line| line.trim().split_once('='));
        pairs
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    };
    blocks.map(fields).collect()
}

#[test]
#[ignore = "needs root and Icinga: tests/run real"]
fn icinga_sees_the_right_states() {
    let Some(world) = world("icinga_sees_the_right_states") else {
        return;
    };
    let mut text = format!(
        "const NodeName = \"test\"\nconst ZoneName = NodeName\ninclude <itl>\ninclude \"{EXAMPLES}/icinga2.conf\"\n\
         object CheckerComponent \"checker\" {{ }}\n"
    );
    for (host, services) in [
        ("ends", "imaps"),
        ("down", "submission,imaps"),
        ("busy", "submission"),
        ("wrong", "smpt"),
    ] {
        write!(
            text,
            "object Host \"{host}.example.com\" {{\n check_command = \"dummy\"\n \
             vars.mailcheck[\"Mail\"] = \"{services}\"\n}}\n"
        )
        .expect("memory takes all");
    }
    // A line for each result.
    let results = world.path("results");
    fs::create_dir(&results).expect("a directory");
    let place = results.display();
    write!(text, "object PerfdataWriter \"results\" {{\n service_perfdata_path = \"{place}/service\"\n \
         service_temp_path = \"{place}/service.new\"\n host_perfdata_path = \"{place}/host\"\n \
         host_temp_path = \"{place}/host.new\"\n rotation_interval = 1s\n service_format_template = \
         \"$host.name$|$service.name$|$service.state$|$service.output$|$service.perfdata$\"\n}}\n").expect("memory takes all");
    let main = world.write("icinga2.conf", &text);
    let directory = world.directory.path().display();
    let places = ["DataDir", "LogDir", "CacheDir", "SpoolDir", "InitRunDir"];
    let mut options: Vec<String> = places
        .iter()
        .map(|name| format!("--define={name}={directory}/{name}"))
        .collect();
    for name in places {
        fs::create_dir(world.path(name)).expect("a directory");
    }
    options.extend(["--define=RunAsUser=root", "--define=RunAsGroup=root"].map(str::to_owned));
    options.push(format!("--config={}", main.display()));
    let mut validate = world.command("icinga2");
    let said = succeed(validate.args(["daemon", "--validate"]).args(&options));
    assert!(said.contains("6 Services."), "{said}");
    assert!(!said.contains("warning/"), "{said}");

    let _icinga = Running::start(world.command("icinga2").arg("daemon").args(&options));
    let expected = [
        ["mail.example.com", "Reading mail", "OK"],
        ["mail.example.com", "Sending mail", "OK"],
        ["ends.example.com", "Mail", "WARNING"],
        ["down.example.com", "Mail", "CRITICAL"],
        ["busy.example.com", "Mail", "UNKNOWN"],
        ["wrong.example.com", "Mail", "UNKNOWN"],
    ];
    let lines = until("every service is checked", || {
        let files = fs::read_dir(&results).expect("the directory is there");
        let texts = files.filter_map(|file| {
            let file = file.expect("a file");
            let is_done = !file.file_name().to_string_lossy().ends_with(".new");
            is_done.then(|| fs::read_to_string(file.path()).unwrap_or_default())
        });
        let text: String = texts.collect();
        let seen = |[host, service, _]: &[&str; 3]| text.contains(&format!("{host}|{service}|"));
        expected.iter().all(seen).then_some(text)
    });
    for [host, service, state] in expected {
        let begins = format!("{host}|{service}|{state}|MAILCHECK {state} - ");
        assert!(
            lines.lines().any(|line| line.starts_with(&begins)),
            "{begins}: {lines}"
        );
    }
    assert!(lines.contains("submissions=0."), "{lines}");
}

#[test]
#[ignore = "needs root and systemd-analyze: tests/run real"]
fn systemd_takes_the_units() {
    let Some(world) = world("systemd_takes_the_units") else {
        return;
    };
    let units = [
        "mailcheck.service",
        "mailcheck.timer",
        "mailcheck-serve.service",
    ]
    .map(|unit| format!("{EXAMPLES}/{unit}"));
    let mut verify = world.command("systemd-analyze");
    let output = verify.args(["verify", "--man=no"]).args(&units).output();
    let output = output.expect("systemd-analyze runs");
    let said = shown(&output);
    let about = said.lines().filter(|line| line.contains("mailcheck"));
    assert_eq!(about.count(), 0, "{said}");
    assert!(output.status.success(), "{said}");
}

#[test]
#[ignore = "needs root, Prometheus and its node_exporter: tests/run real"]
fn prometheus_reads_what_the_service_writes() {
    let Some(world) = world("prometheus_reads_what_the_service_writes") else {
        return;
    };
    let unit = fs::read_to_string(format!("{EXAMPLES}/mailcheck.service")).expect("the unit");
    let start = unit
        .lines()
        .find_map(|line| line.strip_prefix("ExecStart="));
    let start = start.expect("a command");
    // Once for a server that works, once for one that does not; the unit takes both for a run that did its work.
    let down = start.replace("mailcheck.prom", "down.prom");
    let down = down.replace("mail.example.com", "down.example.com");
    for (line, code) in [(start, 0), (&down, 1)] {
        let mut words = line.split_whitespace();
        let program = words.next().expect("a program");
        let run = world.command(program).args(words).output();
        let run = run.expect("it runs");
        assert_eq!(run.status.code(), Some(code), "{}", shown(&run));
    }
    assert!(unit.contains("\nSuccessExitStatus=1 3\n"), "{unit}");

    let textfiles = "--collector.textfile.directory=/var/lib/prometheus/node-exporter";
    let _exporter = Running::start(world.command("prometheus-node-exporter").args([
        "--web.listen-address=127.0.0.1:9100",
        "--collector.disable-defaults",
        "--collector.textfile",
        textfiles,
    ]));
    let configuration = world.write(
        "prometheus.yml",
        "scrape_configs:\n- job_name: node\n  scrape_interval: 1s\n  static_configs:\n  - targets: ['127.0.0.1:9100']\n",
    );
    let _prometheus = Running::start(
        world
            .command("prometheus")
            .arg(format!("--config.file={}", configuration.display()))
            .arg(format!(
                "--storage.tsdb.path={}",
                world.path("tsdb").display()
            ))
            .arg("--web.listen-address=127.0.0.1:9090"),
    );
    let answer = until("Prometheus knows mailcheck_up", || {
        let body = get(9090, "/api/v1/query?query=mailcheck_up")?;
        let json: serde_json::Value = serde_json::from_str(&body).ok()?;
        let several = json["data"]["result"].as_array()?.clone();
        (several.len() >= 6).then_some(several)
    });
    let mut up: Vec<[&str; 3]> = answer
        .iter()
        .map(|one| {
            let labels = &one["metric"];
            let values = [&labels["target"], &labels["port"], &one["value"][1]];
            values.map(|value| value.as_str().expect("a text"))
        })
        .collect();
    up.sort_unstable();
    let expected = [
        ["down.example.com", "465", "0"],
        ["down.example.com", "587", "0"],
        ["down.example.com", "993", "0"],
        ["mail.example.com", "465", "1"],
        ["mail.example.com", "587", "1"],
        ["mail.example.com", "993", "1"],
    ];
    assert_eq!(up, expected);
}

#[test]
#[ignore = "needs root and curl: tests/run real"]
fn the_jobs_for_ci_run() {
    let Some(world) = world("the_jobs_for_ci_run") else {
        return;
    };
    let packed = world.path("mailcheck-v0.0.0-target");
    fs::create_dir(&packed).expect("a directory");
    fs::copy(env!("CARGO_BIN_EXE_mailcheck"), packed.join("mailcheck")).expect("a copy");
    fs::write(packed.join("README.md"), "not for the path\n").expect("a file");
    let archive = world.path("mailcheck.tar.gz");
    let mut tar = Command::new("tar");
    tar.arg("-C")
        .arg(world.directory.path())
        .arg("-czf")
        .arg(&archive);
    succeed(tar.arg("mailcheck-v0.0.0-target"));
    let archive = format!("file://{}", archive.display());

    let gitlab = fs::read_to_string(format!("{EXAMPLES}/gitlab-ci.yml")).expect("the job");
    fs::remove_file("/usr/local/bin/mailcheck").expect("it is there");
    let lines = [items(&gitlab, "before_script:"), items(&gitlab, "script:")].concat();
    assert_eq!(lines.len(), 3, "{lines:?}");
    let job = world.path("gitlab");
    fs::create_dir(&job).expect("a directory");
    for (line, code) in lines.iter().zip([0, 0, 0]) {
        let mut bash = world.command("bash");
        bash.args(["-ec", line]).env("ARCHIVE", &archive);
        let done = bash.current_dir(&job).output().expect("bash runs");
        assert_eq!(done.status.code(), Some(code), "{line}: {}", shown(&done));
    }
    let [junit, page] = ["mail.xml", "mail.html"].map(|name| fs::read_to_string(job.join(name)));
    assert!(junit.expect("the artifact").contains("failures=\"0\""));
    assert!(page.expect("the artifact").contains("mail.example.com"));
    assert!(!Path::new("/usr/local/bin/README.md").exists());

    let github = fs::read_to_string(format!("{EXAMPLES}/github.yml")).expect("the workflow");
    let [install, check, show] = runs(&github).try_into().expect("three steps");
    let job = world.path("github");
    fs::create_dir(&job).expect("a directory");
    let step = |script: &str, path: &str| {
        let mut bash = world.command("bash");
        bash.args(["-eo", "pipefail", "-c", script])
            .env("ARCHIVE", &archive)
            .env("RUNNER_TEMP", &job);
        bash.env("GITHUB_PATH", job.join("path"))
            .env("GITHUB_STEP_SUMMARY", job.join("summary"));
        bash.env("PATH", format!("{path}:/usr/sbin:/usr/bin:/sbin:/bin"));
        let done = bash.current_dir(&job).output().expect("bash runs");
        (done.status.code().expect("a code"), shown(&done))
    };
    assert_eq!(step(&install, ""), (0, String::new()));
    let path = fs::read_to_string(job.join("path")).expect("the step adds to the path");
    let path = path.trim_end().to_owned();
    assert_eq!(Path::new(&path), job);
    let (code, said) = step(&check, &path);
    assert_eq!(code, 0, "{said}");
    let (code, said) = step(
        &check.replace("mail.example.com", "down.example.com"),
        &path,
    );
    assert_eq!(code, 1, "{said}");
    assert_eq!(step(&show, &path), (0, String::new()));
    let summary = fs::read_to_string(job.join("summary")).expect("the summary");
    assert!(summary.contains("10061"), "{summary}");
}

/// The entries of a list of one-line scripts below `key`.
fn items(yaml: &str, key: &str) -> Vec<String> {
    let below = yaml.lines().skip_while(|line| line.trim() != key).skip(1);
    let entries = below.map_while(|line| line.trim().strip_prefix("- "));
    entries.map(str::to_owned).collect()
}

/// What the steps of a workflow run.
fn runs(yaml: &str) -> Vec<String> {
    let lines: Vec<&str> = yaml.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut scripts = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        match line.trim().strip_prefix("run: ") {
            Some("|") => {
                let deeper = |one: &&&str| indent(one) > indent(line);
                let script: Vec<&str> = lines[number + 1..]
                    .iter()
                    .take_while(deeper)
                    .copied()
                    .collect();
                scripts.push(script.join("\n"));
            }
            Some(script) => scripts.push(script.to_owned()),
            None => {}
        }
    }
    scripts
}
