//! Parts of a list: the examples of docs/examples in the programs that they are for, and `DuckDB` on what comes of them.
#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::run::{finished, mailcheck};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples");
/// Targets at which nobody listens, each in a network of its own.
const TARGETS: u8 = 60;

fn list(directory: &Path) -> BTreeSet<String> {
    let names = (0..TARGETS).map(|number| format!("smtp://127.71.{number}.1:9"));
    let names: BTreeSet<String> = names.collect();
    let mut text = String::new();
    for name in &names {
        writeln!(text, "{name}").expect("memory takes all");
    }
    fs::write(directory.join("domains.txt"), text).expect("it can be written");
    names
}

/// The targets of each file of results, all files together; each of them once.
fn results(directory: &Path, parts: impl Iterator<Item = u32>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for part in parts {
        let path = directory.join(format!("result-{part}.ndjson"));
        let text = fs::read_to_string(&path).expect("every part has its file");
        for line in text.lines() {
            let json: Value = serde_json::from_str(line).expect("JSON");
            let name = json["targets"][0]["target"].as_str().expect("a name");
            assert!(seen.insert(name.to_owned()), "{name} is there twice");
        }
    }
    seen
}

/// A shell in which `mailcheck` is the one of this test.
fn shell(directory: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_mailcheck"));
    let own = own.parent().expect("a directory").display();
    let mut command = Command::new("bash");
    command
        .env("PATH", format!("{own}:/usr/bin:/bin"))
        .env("HOME", directory)
        .current_dir(directory);
    command
}

fn succeed(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn the_parts_of_a_list_are_the_list() {
    let directory = tempfile::tempdir().expect("a directory");
    let names = list(directory.path());
    for part in 1..=3 {
        let mut command = mailcheck();
        command.current_dir(directory.path());
        let file = format!("result-{part}.ndjson");
        let shard = format!("{part}/3");
        let options = [
            "--targets",
            "domains.txt",
            "--no-trace",
            "-q",
            "--shard",
            &shard,
            "-o",
            &file,
        ];
        let run = finished(command.args(options).output().expect("it runs"));
        assert_eq!(run.code, 1, "{}", run.stderr);
    }
    assert_eq!(results(directory.path(), 1..=3), names);
}

#[test]
fn a_part_that_nobody_tells_is_wrong_usage() {
    let rows = [
        ("0/3", "1/8"),
        ("env", "JOB_COMPLETION_INDEX"),
        ("env/x", "1/8"),
    ];
    for (shard, says) in rows {
        let mut command = mailcheck();
        command.args(["--targets", "-", "--shard", shard]);
        let run = finished(command.output().expect("it runs"));
        assert_eq!(run.code, 2, "{shard}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{shard}: {}", run.stderr);
    }
}

/// The script as Slurm would start it: with the variables of each task of the array that it asks for.
#[test]
fn an_array_of_slurm_asks_each_target_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let names = list(directory.path());
    let script = format!("{EXAMPLES}/slurm.sh");
    let text = fs::read_to_string(&script).expect("the example");
    assert!(text.contains("#SBATCH --array=0-7%4\n"), "{text}");
    for task in 0..8 {
        let mut bash = shell(directory.path());
        bash.env("SLURM_ARRAY_TASK_ID", task.to_string())
            .env("SLURM_ARRAY_TASK_MIN", "0")
            .env("SLURM_ARRAY_TASK_MAX", "7")
            .env("SLURM_ARRAY_TASK_STEP", "1")
            .env("SLURM_ARRAY_TASK_COUNT", "8");
        succeed(
            &bash
                .args([&script, "domains.txt"])
                .output()
                .expect("bash runs"),
        );
    }
    assert_eq!(results(directory.path(), 0..=7), names);
}

#[test]
#[ignore = "needs GNU parallel: tests/run real"]
fn parallel_asks_each_target_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let names = list(directory.path());
    let script = format!("{EXAMPLES}/parallel.sh");
    // Done again, nothing is asked again.
    for _ in 0..2 {
        let output = shell(directory.path())
            .args([&script, "domains.txt"])
            .output();
        succeed(&output.expect("bash runs"));
        assert_eq!(results(directory.path(), 1..=8), names);
    }
}

/// A Python with what only `PyPI` has, which tests/run makes.
fn python() -> Option<String> {
    let python = std::env::var("MAILCHECK_SCALE_PYTHON").ok();
    assert!(
        python.is_some() || std::env::var_os("MAILCHECK_EVERY_TEST").is_none(),
        "MAILCHECK_SCALE_PYTHON is not set"
    );
    python
}

#[test]
#[ignore = "needs a Python with kubernetes-validate: tests/run real"]
fn kubernetes_takes_the_job_and_its_pods_ask_each_target_once() {
    let Some(python) = python() else {
        return;
    };
    let path = format!("{EXAMPLES}/kubernetes-job.yml");
    let program = "import sys, json, yaml, kubernetes_validate\n\
        job = yaml.safe_load(open(sys.argv[1]))\n\
        kubernetes_validate.validate(job, '1.33', strict=True)\n\
        print(json.dumps(job))";
    let output = Command::new(python).args(["-c", program, &path]).output();
    let output = output.expect("Python runs");
    succeed(&output);
    let job: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let container = &job["spec"]["template"]["spec"]["containers"][0];
    let script = container["args"][0].as_str().expect("a script");
    let pods = u32::try_from(job["spec"]["completions"].as_u64().expect("a number"));
    let pods = pods.expect("a small number");
    assert!(script.contains(&format!("--shard env/{pods} ")), "{script}");

    let directory = tempfile::tempdir().expect("a directory");
    let names = list(directory.path());
    let script = script.replace("/data/", "");
    for index in 0..pods {
        let mut bash = shell(directory.path());
        bash.env("JOB_COMPLETION_INDEX", index.to_string());
        succeed(&bash.args(["-c", &script]).output().expect("bash runs"));
    }
    assert_eq!(results(directory.path(), 0..pods), names);
}

/// The queries of docs/scale.md, word for word.
#[test]
#[ignore = "needs a Python with DuckDB: tests/run real"]
fn duckdb_reads_the_results() {
    let Some(python) = python() else {
        return;
    };
    let directory = tempfile::tempdir().expect("a directory");
    let names = list(directory.path());
    let mut command = mailcheck();
    command.current_dir(directory.path());
    let options = [
        "--targets",
        "domains.txt",
        "--no-trace",
        "-q",
        "-o",
        "result-1.ndjson",
    ];
    finished(command.args(options).output().expect("it runs"));
    let page = include_str!("../docs/scale.md");
    let queries: Vec<&str> = page
        .split("```sql\n")
        .skip(1)
        .map(|rest| rest.split("```").next().expect("an end"))
        .collect();
    assert!(queries.len() >= 3, "{queries:?}");
    let program = "import sys, json, duckdb\ndatabase = duckdb.connect()\n\
        print(json.dumps([database.execute(query).fetchall() for query in sys.argv[1:]], default=str))";
    let mut command = Command::new(python);
    command
        .current_dir(directory.path())
        .args(["-c", program])
        .args(&queries);
    let output = command.output().expect("Python runs");
    succeed(&output);
    let answers: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let all = u64::try_from(names.len()).expect("a small number");
    assert_eq!(answers[0], serde_json::json!([["failed", all]]));
    let finding = &answers[1][0];
    assert_eq!(
        (finding[0].as_str(), finding[2].as_u64()),
        (Some("all-ports-closed"), Some(all)),
        "{answers}"
    );
    assert!(directory.path().join("result.parquet").exists());
}
