//! Promises of the repository itself, so that they stay true.

use std::collections::BTreeSet;

use clap::CommandFactory;
use mailcheck::cli::Cli;
use mailcheck::finding::Verdict;
use mailcheck::report::{Format, nagios};

/// Every dependency has its reason in CONTRIBUTING.md, and no reason is left of one that went.
#[test]
fn every_dependency_has_its_reason() {
    let manifest = include_str!("../Cargo.toml");
    let contributing = include_str!("../CONTRIBUTING.md");
    let (_, reasons) = contributing
        .split_once("\n## Dependencies\n")
        .expect("the section is there");
    let explained: BTreeSet<&str> = reasons
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(dependencies(manifest), explained);
}

/// The oldest Rust is the same wherever it is named.
#[test]
fn the_oldest_rust_is_named_right() {
    let manifest = include_str!("../Cargo.toml");
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .expect("Cargo.toml names it")
        .trim_matches('"');
    let contributing = include_str!("../CONTRIBUTING.md");
    assert!(contributing.contains(&format!("Rust {version} or later")));
}

/// Every path that the map names is there, and nothing at the top of the sources or the tests is left out.
#[test]
fn the_map_names_what_there_is() {
    let root = env!("CARGO_MANIFEST_DIR");
    let map = include_str!("../ARCHITECTURE.md");
    let named: BTreeSet<&str> = map.split('`').skip(1).step_by(2).collect();
    let is_path = |word: &&&str| {
        ["src/", "tests/", "docs/"]
            .iter()
            .any(|top| word.starts_with(top))
    };
    let paths: Vec<&&str> = named.iter().filter(is_path).collect();
    assert!(paths.len() > 100, "{paths:?}");
    for path in paths {
        assert!(
            std::fs::exists(format!("{root}/{path}")).expect("a directory"),
            "{path}"
        );
    }
    for top in ["src", "tests"] {
        for entry in std::fs::read_dir(format!("{root}/{top}")).expect("a directory") {
            let name = entry.expect("a file").file_name();
            let name = name.to_string_lossy().into_owned();
            let path = format!("{top}/{}", name.trim_end_matches(".rs"));
            // A directory beside a file of its name has what the file is about.
            let forms = ["", "/", ".rs"].map(|form| format!("{path}{form}"));
            let is_named = forms.iter().any(|form| named.contains(form.as_str()));
            assert!(is_named, "{path}");
        }
    }
}

/// Every example is told of where people look for it.
#[test]
fn every_example_is_described() {
    let page = concat!(
        include_str!("../docs/monitoring.md"),
        include_str!("../docs/scale.md")
    );
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples");
    let files = std::fs::read_dir(directory).expect("the examples");
    let names: Vec<String> = files
        .map(|file| file.expect("a file").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        assert!(page.contains(&format!("(examples/{name})")), "{name}");
    }
}

/// What is written about the states of a monitoring system is what the program does.
#[test]
fn the_states_of_monitoring_are_told_right() {
    let help = Cli::command().render_help().to_string();
    for verdict in [
        Verdict::Ok,
        Verdict::Warning,
        Verdict::Failed,
        Verdict::Inconclusive,
    ] {
        let (word, code) = nagios::state(verdict);
        let told = format!("{code} {word}");
        let rows = include_str!("../docs/monitoring.md").lines();
        let row = rows.filter(|line| line.starts_with("| `-f nagios` |"));
        assert!(row.collect::<String>().contains(&told), "{told}");
        assert!(help.contains(&told), "{told}");
        let readme = include_str!("../README.md").to_uppercase();
        assert!(readme.contains(&told), "{told}");
    }
}

/// What a new format costs: its file, its row, a snapshot, and its name where Chinese readers look.
#[test]
fn every_format_has_what_the_price_list_says() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"));
    let snapshots = std::fs::read_dir(format!("{root}/tests/report/snapshots"));
    let snapshots = snapshots
        .expect("the snapshots")
        .chain(std::fs::read_dir(format!("{root}/tests/snapshots")).expect("the snapshots"));
    let snapshots: Vec<String> = snapshots
        .map(|file| file.expect("a file").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let help = Cli::command().render_help().to_string();
    let pages = concat!(
        include_str!("../README.md"),
        include_str!("../docs/monitoring.md")
    );
    for format in Format::all() {
        let name = format.name();
        let source = format!("{root}/src/report/{name}.rs");
        assert!(std::fs::exists(&source).expect("a directory"), "{source}");
        let shown = |snapshot: &String| snapshot.contains(&format!("__{name}-"));
        assert!(snapshots.iter().any(shown), "{name}: no snapshot");
        let chinese = include_str!("../locales/zh-CN-help.ftl");
        let line = chinese.lines().find(|line| line.starts_with("help-format"));
        assert!(line.is_some_and(|line| line.contains(name)), "{name}");
        assert!(help.contains(name), "{name}");
        assert!(pages.contains(name), "{name}: README and docs");
    }
}

/// The keys of every dependency table of the manifest, whatever its target.
fn dependencies(manifest: &str) -> BTreeSet<&str> {
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && let Some((name, _)) = line.split_once(" = ") {
            names.insert(name);
        }
    }
    names
}
