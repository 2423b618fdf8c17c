//! `mailcheck serve`: the binary, asked as Prometheus asks, as people ask, and as nobody should.
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::certificates::Pki;
use support::exporter::{Answer, Exporter, answer};
use support::run::{finished, mailcheck};
use support::server::Server;

const STARTTLS: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n\
    TLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";
/// htpasswd -nbBC 5 alice s3cret
const ALICE: &str = "$2y$05$";

/// A port of an address of its own at which nobody listens.
fn refused(last: u8) -> String {
    format!("smtp://127.69.0.{last}:9")
}

fn modules(directory: &Path, text: &str) -> String {
    let path = directory.join("modules.toml");
    fs::write(&path, text).expect("it can be written");
    path.display().to_string()
}

fn has(answer: &Answer, line: &str) -> bool {
    answer.body.lines().any(|one| one == line)
}

#[test]
fn a_probe_answers_what_the_format_for_prometheus_prints() {
    let pki = Pki::for_names(&["127.0.0.1"]);
    let server = Server::play_tls(STARTTLS, pki.server());
    let directory = tempfile::tempdir().expect("a directory");
    let ca = pki.ca_file();
    let text = format!("[modules.default]\nca-file = \"{}\"\n", ca.display());
    let exporter = Exporter::start(&["--modules", &modules(directory.path(), &text)]);
    let target = format!("submission://127.0.0.1:{}", server.port());
    let path = format!("/probe?target={}", target.replace("://", "%3A%2F%2F"));
    let probe = exporter.get(&path);
    assert_eq!(probe.status, 200, "{probe:?}");
    assert!(
        probe.head.contains("text/plain; version=0.0.4"),
        "{probe:?}"
    );
    let verdict = format!("mailcheck_verdict{{target=\"{target}\",verdict=\"ok\"}} 1");
    assert!(has(&probe, &verdict), "{probe:?}");
    let mut command = mailcheck();
    command
        .args(["-f", "prometheus", "--ca-file"])
        .arg(&ca)
        .arg(&target);
    let run = finished(command.output().expect("it runs"));
    let series = |text: &str| {
        let lines = text.lines().map(|line| match line.strip_prefix('#') {
            Some(_) => line.to_owned(),
            None => line.rsplit_once(' ').expect("a value").0.to_owned(),
        });
        lines.collect::<Vec<String>>()
    };
    assert_eq!(series(&probe.body), series(&run.stdout));

    // The reason of a failure is a label.
    let closed = exporter.get(&format!("/probe?target={}", refused(1)));
    let reason = "mailcheck_failure{target=\"smtp://127.69.0.1:9\",host=\"127.69.0.1\",service=\"smtp\",address=\"127.69.0.1\",\
        port=\"9\",stage=\"connect\",class=\"refused\"} 1";
    assert!(has(&closed, reason), "{closed:?}");

    // People see the whole report of the same check.
    let html = exporter.get(&format!("{path}&format=html"));
    assert!(html.head.contains("text/html") && html.head.contains("default-src 'none'"));
    assert!(html.body.starts_with("<!doctype html>") && !html.body.contains("<script"));
    let json = exporter.get(&format!("{path}&format=json"));
    let json: Value = serde_json::from_str(&json.body).expect("JSON");
    assert_eq!(json["targets"][0]["verdict"], "ok");
    let text = exporter.get(&format!("{path}&format=text&lang=zh-CN"));
    assert!(text.body.contains("正常"), "{text:?}");
    assert_eq!(server.connections(), 2, "one by serve, one by the command");
    assert_eq!(
        exporter.metric("mailcheck_serve_cache_hits_total{from=\"memory\"}"),
        3
    );
    assert_eq!(
        exporter.metric("mailcheck_serve_probes_total{verdict=\"ok\"}"),
        1
    );
    assert_eq!(
        exporter.metric("mailcheck_serve_probes_total{verdict=\"failed\"}"),
        1
    );

    let page = exporter.get("/");
    assert!(
        page.body.contains("format=html\">smtp://127.69.0.1:9</a>"),
        "{page:?}"
    );
    assert!(page.head.contains("default-src 'none'") && !page.body.contains("<script"));
    for path in ["/-/healthy", "/-/ready"] {
        assert_eq!(exporter.get(path).status, 200);
    }
}

#[test]
fn two_who_ask_the_same_at_once_share_one_check() {
    // It greets late, so that both are there before the answer is.
    let server = Server::play(
        "WAIT 1000\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250 mail.test\nC: QUIT\nS: 221 bye",
    );
    let exporter = Exporter::start(&["--keep", "0"]);
    let path = format!("/probe?target=smtp://127.0.0.1:{}", server.port());
    let (one, two) = std::thread::scope(|scope| {
        let ask = || exporter.get(&path);
        let one = scope.spawn(ask);
        let two = scope.spawn(ask);
        (
            one.join().expect("an answer"),
            two.join().expect("an answer"),
        )
    });
    assert_eq!((one.status, two.status), (200, 200));
    assert_eq!(one.body, two.body);
    assert_eq!(server.connections(), 1);
    assert_eq!(
        exporter.metric("mailcheck_serve_cache_hits_total{from=\"flight\"}"),
        1
    );
}

#[test]
fn prometheus_is_answered_before_it_gives_up() {
    // Nobody ever greets.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let exporter = Exporter::start(&[]);
    let begun = Instant::now();
    let path = format!("/probe?target=smtp://127.0.0.1:{port}");
    let probe = exporter.ask("GET", &path, &["X-Prometheus-Scrape-Timeout-Seconds: 3"]);
    assert!(
        begun.elapsed() < Duration::from_millis(2900),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(probe.status, 200);
    assert!(probe.body.contains("verdict=\"failed\"} 1"), "{probe:?}");
    assert!(probe.body.contains("class=\"timeout\"} 1"), "{probe:?}");
}

#[test]
fn what_makes_no_sense_is_told_so() {
    let exporter = Exporter::start(&[]);
    let rows = [
        ("/probe", 400, "target="),
        ("/probe?target=h&sevice=smtp", 400, "sevice"),
        ("/probe?target=h&service=smpt", 400, "smpt"),
        ("/probe?target=h&module=none", 400, "default"),
        ("/probe?target=h&format=pdf", 400, "html"),
        ("/probe?target=https://h/owa", 400, "h"),
        ("/probe?target=h%zz", 400, "%zz"),
        ("/nothing", 404, "/"),
        ("/-/reload", 405, "method"),
    ];
    for (path, status, says) in rows {
        let answer = exporter.get(path);
        assert_eq!(answer.status, status, "{path}: {answer:?}");
        assert!(answer.body.contains(says), "{path}: {answer:?}");
        assert_eq!(answer.body.lines().count(), 1, "{path}: {answer:?}");
    }
    let long = format!("/probe?target={}", "a".repeat(5000));
    assert_eq!(exporter.get(&long).status, 414);
    assert_eq!(exporter.ask("POST", "/probe?target=h", &[]).status, 405);
    assert_eq!(exporter.ask("HEAD", "/metrics", &[]).body, "");
}

#[test]
fn what_is_not_listed_is_refused_and_nothing_is_asked() {
    let server = Server::play("S: 220 hello");
    server.forgive();
    let port = server.port();
    let exporter = Exporter::start(&[
        "--allow",
        "*.example.test,127.69.0.0/16",
        "--allow",
        "localhost",
    ]);
    let refused_by = |target: &str, status, says: &str| {
        let answer = exporter.get(&format!("/probe?target={target}"));
        assert_eq!(answer.status, status, "{target}: {answer:?}");
        assert!(answer.body.contains(says), "{target}: {answer:?}");
    };
    refused_by(&format!("smtp://127.0.0.1:{port}"), 403, "--allow");
    refused_by("mail.example.com", 403, "--allow");
    refused_by("example.test", 403, "--allow");
    refused_by("smtp://127.69.0.1:9", 200, "refused");
    // The name is listed, and leads to where nobody is let.
    refused_by(&format!("smtp://localhost:{port}"), 403, "127.0.0.1");
    assert_eq!(server.connections(), 0);
    let refused = |why: &str| {
        exporter.metric(&format!(
            "mailcheck_serve_probes_refused_total{{reason=\"{why}\"}}"
        ))
    };
    assert_eq!((refused("not-allowed"), refused("leads-elsewhere")), (3, 1));
}

#[test]
fn whoever_listens_to_all_answers_nobody_about_anything() {
    let mut exporter = Exporter::at(":0", &[]);
    let warning = exporter.logged();
    assert!(warning.contains("--allow"), "{warning}");
    let answer = exporter.get(&format!("/probe?target={}", refused(2)));
    assert_eq!(answer.status, 403, "{answer:?}");
}

#[test]
fn a_page_of_somebody_else_cannot_have_a_browser_ask() {
    let exporter = Exporter::start(&["--name", "mailcheck.example.com"]);
    let probe = format!("/probe?target={}&format=html", refused(3));
    let rows: [(&[&str], u16); 7] = [
        (&[], 200),
        (&["Host: mailcheck.example.com:9825"], 200),
        // Its own name leads here (DNS rebinding).
        (&["Host: evil.example:9825"], 421),
        (
            &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"],
            403,
        ),
        (&["Referer: http://evil.example/"], 403),
        (
            &[
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document",
            ],
            303,
        ),
        (&["Sec-Fetch-Site: same-origin"], 200),
    ];
    for (more, status) in rows {
        let answer = exporter.ask("GET", &probe, more);
        assert_eq!(answer.status, status, "{more:?}: {answer:?}");
        if status == 303 {
            let place = "location: /?target=smtp%3A%2F%2F127.69.0.3%3A9&format=html";
            assert!(answer.head.contains(place), "{answer:?}");
        }
    }
    assert_eq!(
        exporter.metric("mailcheck_serve_probes_total{verdict=\"failed\"}"),
        1
    );
    let reload = |more: &[&str]| exporter.ask("POST", "/-/reload", more).status;
    assert_eq!(reload(&["Origin: http://evil.example"]), 403);
    assert_eq!(reload(&["Origin: null"]), 403);
    assert_eq!(reload(&["Origin: http://localhost"]), 200);
    assert_eq!(reload(&[]), 200);
}

#[test]
fn a_bad_file_is_refused_and_the_old_one_stays() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = modules(directory.path(), "[modules.one]\nservice = \"imap\"\n");
    let mut exporter = Exporter::start(&["--modules", &path]);
    let status = |module: &str| {
        let target = "127.69.0.4";
        let path = format!("/probe?target={target}&module={module}");
        exporter.get(&path).status
    };
    assert_eq!((status("one"), status("two")), (200, 400));
    fs::write(&path, "[modules.two]\nservise = \"imap\"\n").expect("it can be written");
    let answer = exporter.ask("POST", "/-/reload", &[]);
    assert_eq!(answer.status, 500);
    for says in ["line 2, column 1", "servise", "greeting-timeout"] {
        assert!(answer.body.contains(says), "{answer:?}");
    }
    assert_eq!((status("one"), status("two")), (200, 400));
    let good = "mailcheck_serve_config_last_reload_successful";
    assert_eq!(exporter.metric(good), 0);
    let logged = exporter.logged();
    assert!(logged.contains("servise"), "{logged}");
    fs::write(&path, "[modules.two]\nservice = \"imap\"\n").expect("it can be written");
    exporter.signal("HUP");
    let logged = exporter.logged();
    assert!(logged.contains("read again"), "{logged}");
    let status = |module: &str| {
        let path = format!("/probe?target=127.69.0.4&module={module}");
        exporter.get(&path).status
    };
    assert_eq!((status("one"), status("two")), (400, 200));
    assert_eq!(exporter.metric(good), 1);
}

#[test]
fn tls_and_passwords_come_from_the_usual_file() {
    let directory = tempfile::tempdir().expect("a directory");
    let pki = Pki::for_names(&["localhost"]);
    let key = rcgen::KeyPair::generate().expect("a key");
    let own = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).expect("parameters");
    let own = own.self_signed(&key).expect("a certificate");
    fs::write(directory.path().join("cert.pem"), own.pem()).expect("it can be written");
    fs::write(directory.path().join("key.pem"), key.serialize_pem()).expect("it can be written");
    drop(pki);
    let hash = bcrypt::hash("s3cret", 5)
        .expect("a hash")
        .replace("$2b$05$", ALICE);
    let config = directory.path().join("web.yml");
    let text = format!(
        "tls_server_config:\n  cert_file: cert.pem\n  key_file: key.pem\nbasic_auth_users:\n  alice: {hash}\n"
    );
    fs::write(&config, text).expect("it can be written");
    let exporter = Exporter::start(&["--web-config", &config.display().to_string()]);
    let ask = |more: &[&str]| {
        let url = format!("https://localhost:{}/-/healthy", exporter.port);
        let ca = directory.path().join("cert.pem");
        let mut curl = std::process::Command::new("curl");
        curl.args([
            "-sS",
            "--noproxy",
            "*",
            "-o",
            "/dev/null",
            "-w",
            "%{http_code}",
        ]);
        let output = curl.arg("--cacert").arg(ca).args(more).arg(url).output();
        String::from_utf8(output.expect("curl runs").stdout).expect("text")
    };
    assert_eq!(ask(&["-u", "alice:s3cret"]), "200");
    assert_eq!(ask(&["-u", "alice:wrong"]), "401");
    assert_eq!(ask(&["-u", "bob:s3cret"]), "401");
    assert_eq!(ask(&[]), "401");
    // Whoever speaks without TLS is no harm.
    assert_ne!(exporter.get("/").status, 200);
}

#[test]
fn who_says_nothing_or_too_much_does_no_harm() {
    let exporter = Exporter::start(&[]);
    let memory = || exporter.metric("process_resident_memory_bytes");
    let before = memory();
    // Slow ones: more than there is room for, each with half a request.
    let mut slow: Vec<_> = (0..600).map(|_| exporter.guest()).collect();
    for stream in &mut slow {
        let _ = stream.write_all(b"GET /probe?target=h HTTP/1.1\r\nHost: local");
    }
    let begun = Instant::now();
    let answer = exporter.get(&format!("/probe?target={}", refused(5)));
    assert_eq!(answer.status, 200);
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
    drop(slow);
    // Ten million bytes of header.
    let mut flood = b"GET / HTTP/1.1\r\nHost: localhost\r\n".to_vec();
    while flood.len() < 10_000_000 {
        flood.extend(b"X-More: ");
        flood.extend([b'a'; 1000]);
        flood.extend(b"\r\n");
    }
    let mut guest = exporter.guest();
    let _ = guest.write_all(&flood);
    assert_ne!(support::exporter::answer(&mut guest).status, 200);
    let one_long = [b"GET / HTTP/1.1\r\nX: ".to_vec(), vec![b'a'; 10_000_000]].concat();
    let long = exporter.raw(&one_long);
    assert!([0, 400, 431].contains(&long.status), "{long:?}");
    let many: Vec<String> = (0..200)
        .map(|number| format!("X-{number}: a\r\n"))
        .collect();
    let many = many.concat();
    let many = exporter.raw(format!("GET / HTTP/1.1\r\n{many}\r\n").as_bytes());
    assert_eq!(many.status, 431, "{many:?}");
    for nonsense in [
        &b"\x16\x03\x01\x02\x00\x01\x00"[..],
        b"\0\0\0\0",
        b"GET\r\n\r\n",
        b"EHLO h\r\n\r\n",
    ] {
        let answer = exporter.raw(nonsense);
        assert!([0, 400].contains(&answer.status), "{answer:?}");
    }
    assert_eq!(exporter.get("/-/healthy").status, 200);
    let grown = memory().saturating_sub(before);
    assert!(grown < 16 * 1024 * 1024, "{grown} bytes more");
}

#[test]
fn it_ends_when_it_is_asked_to_and_answers_who_waits() {
    let server = Server::play(
        "WAIT 2000\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250 mail.test\nC: QUIT\nS: 221 bye",
    );
    for signal in ["TERM", "INT"] {
        let mut exporter = Exporter::start(&[]);
        // One who has nothing to say holds nobody up.
        let _idle = exporter.guest();
        let mut guest = exporter.guest();
        let path = format!("/probe?target=smtp://127.0.0.1:{}", server.port());
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        guest.write_all(request.as_bytes()).expect("it listens");
        while exporter.metric("mailcheck_serve_probes_in_flight") < 1 {
            std::thread::sleep(Duration::from_millis(20));
        }
        exporter.signal(signal);
        let answer = answer(&mut guest);
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(exporter.ended(), Some(0));
    }
}

#[test]
fn what_is_wrong_at_the_start_is_one_sentence() {
    let directory = tempfile::tempdir().expect("a directory");
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let taken = taken.local_addr().expect("an address").to_string();
    let bad = modules(directory.path(), "[modules.a]\nlogin = true\n");
    let web = directory.path().join("web.yml");
    fs::write(&web, "basic_auth_users:\n  alice: s3cret\n").expect("it can be written");
    let web = web.display().to_string();
    let rows = [
        (vec!["--listen", &taken], taken.as_str()),
        (vec!["--listen", "here"], "127.0.0.1:9825"),
        (vec!["--allow", "a..b"], "--allow"),
        (vec!["--modules", &bad], "line 2, column 1"),
        (
            vec!["--modules", "/nonexistent/modules.toml"],
            "/nonexistent/modules.toml",
        ),
        (vec!["--web-config", &web], "bcrypt"),
        (vec!["--jobs", "0"], "--jobs"),
        (vec!["--keep", "-1"], "--keep"),
        (vec!["--timeout-offset", "x"], "--timeout-offset"),
        (vec!["--login"], "--login"),
    ];
    for (options, says) in rows {
        let run = mailcheck().arg("serve").args(&options).output();
        let run = finished(run.expect("it runs"));
        assert_eq!(run.code, 2, "{options:?}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{options:?}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{options:?}: {}", run.stderr);
        // A password that was written in clear is not said again.
        assert!(!run.stderr.contains("s3cret"), "{}", run.stderr);
    }
}

/// It would ask past the proxy, and who set the variable for everything on this machine would not know.
#[test]
fn a_proxy_in_the_environment_is_refused_in_one_sentence() {
    let with_fleet = ["serve", "fleet work --server nats://127.0.0.1:1"];
    let commands = if cfg!(feature = "nats") {
        &with_fleet[..]
    } else {
        &with_fleet[..1]
    };
    for command in commands {
        let mut program = mailcheck();
        program.args(command.split(' '));
        let name = command.split(" --").next().expect("a name");
        program.env("MAILCHECK_PROXY", "socks5h://me:s3cret@127.0.0.1:1");
        let run = finished(program.output().expect("it runs"));
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("MAILCHECK_PROXY"), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("mailcheck {name}")),
            "{}",
            run.stderr
        );
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
        assert!(!run.stderr.contains("s3cret"), "{}", run.stderr);
    }
}

#[test]
fn a_client_that_does_not_read_is_let_go() {
    let exporter = Exporter::start(&[]);
    let mut guest = exporter.guest();
    for _ in 0..200 {
        if guest
            .write_all(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .is_err()
        {
            break;
        }
    }
    assert_eq!(exporter.get("/-/healthy").status, 200);
    let mut some = [0; 10];
    assert!(guest.read(&mut some).is_ok());
}
