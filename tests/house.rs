//! Promises of the repository itself, so that they stay true.

use std::collections::BTreeSet;

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
