//! The blackbox exporter of Prometheus (Debian: prometheus-blackbox-exporter) on the same servers.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::cost;

const MODULES: &str = "modules:
  starttls:
    prober: tcp
    timeout: 10s
    tcp:
      tls_config:
        ca_file: CA
        server_name: mail.test
      query_response:
        - expect: '^220 '
        - send: 'EHLO client.test'
        - expect: '^250 STARTTLS'
        - send: 'STARTTLS'
        - expect: '^220'
        - starttls: true
        - send: 'EHLO client.test'
        - expect: '^250 AUTH'
        - send: 'QUIT'
";

/// CPU that it takes for so many probes, all of which have to succeed. `None` where it is not installed.
pub(crate) fn cpu(port: u16, many: u32, ca_file: &str) -> Option<Duration> {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("blackbox.yml");
    std::fs::write(&file, MODULES.replace("CA", ca_file)).expect("it is written");
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let own = free.local_addr().expect("it is bound");
    drop(free);
    let child = Command::new("prometheus-blackbox-exporter")
        .arg(format!("--config.file={}", file.display()))
        .arg(format!("--web.listen-address={own}"))
        .arg("--log.level=error")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let exporter = Exporter(child);
    thread::sleep(Duration::from_secs(2));
    let before = exporter.cpu();
    let workers = (0..16).map(|worker| {
        thread::spawn(move || {
            let targets = (1..=many).filter(|number| number % 16 == worker);
            let asked = targets.map(|number| {
                let target = cost::address(number);
                let request = format!(
                    "GET /probe?module=starttls&target={target}:{port} HTTP/1.0\r\nHost: here\r\n\r\n"
                );
                let mut stream = TcpStream::connect(own).expect("it listens");
                stream.write_all(request.as_bytes()).expect("it takes it");
                let mut answer = String::new();
                stream.read_to_string(&mut answer).expect("text");
                u32::from(answer.contains("probe_success 1"))
            });
            asked.sum::<u32>()
        })
    });
    let workers: Vec<_> = workers.collect();
    let good: u32 = workers
        .into_iter()
        .map(|worker| worker.join().expect("no panic"))
        .sum();
    assert_eq!(good, many, "probes that succeeded");
    Some(exporter.cpu().saturating_sub(before))
}

struct Exporter(Child);

impl Exporter {
    /// User and system time so far (`proc_pid_stat(5)`), in hundredths of a second.
    fn cpu(&self) -> Duration {
        let text = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id()));
        let text = text.expect("it runs");
        let fields = text
            .rsplit(')')
            .next()
            .into_iter()
            .flat_map(str::split_whitespace);
        let ticks = fields
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok());
        Duration::from_millis(ticks.sum::<u64>() * 10)
    }
}

impl Drop for Exporter {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
