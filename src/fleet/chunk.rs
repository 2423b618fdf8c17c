//! Which targets one machine takes together: whole groups, so that a destination has one visitor.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::names::ChunkName;
use crate::registries;
use crate::resume;
use crate::shard::network;
use crate::target::{Host, Target};

/// Bytes of targets that a chunk has at the most; a message of the server takes a megabyte where nobody said otherwise.
pub const MAX_BYTES: usize = 256 * 1024;

/// A target of a list, as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed(
    /// Where it stands in the list; `None` where it was typed.
    pub Option<u64>,
    /// As typed.
    pub String,
);

/// What one machine takes at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Whom to ask.
    pub targets: Vec<Listed>,
    /// The chunk that may begin when this one has ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub then: Option<String>,
}

impl Chunk {
    /// The chunk that may begin when this one has ended.
    pub fn next(&self) -> Option<ChunkName> {
        ChunkName::read(self.then.as_deref()?)
    }
}

/// A list that is being divided.
#[derive(Debug, Default)]
pub struct Division {
    groups: HashMap<String, Vec<Listed>>,
    known: HashSet<[u8; 16]>,
    repeated: u32,
}

impl Division {
    /// Takes in a target of the list. One that stands there again, word for word, would have the same result.
    pub fn add(&mut self, target: &Target) {
        if !self.known.insert(resume::key(&target.typed)) {
            self.repeated += 1;
            return;
        }
        let listed = Listed(target.line, target.typed.clone());
        self.groups.entry(group(target)).or_default().push(listed);
    }

    /// Makes one group of all, for whom everything goes to one address.
    #[must_use]
    pub fn into_one_group(self) -> Self {
        let all = self.groups.into_values().flatten().collect();
        Self {
            groups: HashMap::from([(String::new(), all)]),
            ..self
        }
    }

    /// How many targets were there before.
    pub const fn repeated(&self) -> u32 {
        self.repeated
    }

    /// The chunks, of `most` targets at the most. The same list gives the same chunks, in an order that has nothing to do
    /// with that of the list, so that the thousand domains of one provider do not come together.
    pub fn chunks(self, most: usize) -> Vec<(ChunkName, Chunk)> {
        let groups = self.groups.into_iter();
        let by_digest = groups.map(|(name, targets)| (resume::key(&name), targets));
        let groups: BTreeMap<_, _> = by_digest.collect();
        let mut chunks = Packing::new(most);
        for (_, mut targets) in groups {
            targets.sort_by_key(|listed| listed.0);
            chunks.add(targets);
        }
        chunks.named()
    }
}

/// Whose a target is, as far as its name tells: the domain that is registered; of an address its network.
pub fn group(target: &Target) -> String {
    match &target.host {
        Host::Name(name) => registries::base(&name.ascii),
        Host::Address(address) => network(*address),
    }
}

/// Groups on their way into chunks.
struct Packing {
    most: usize,
    open: Part,
    parts: Vec<Part>,
}

/// What is to be a chunk.
#[derive(Default)]
struct Part {
    targets: Vec<Listed>,
    bytes: usize,
    follows: bool,
}

impl Packing {
    fn new(most: usize) -> Self {
        Self {
            most,
            open: Part::default(),
            parts: Vec::new(),
        }
    }

    /// Adds a group: into the open chunk where it fits, else into one of its own, and into as many as it needs, one after
    /// the other.
    fn add(&mut self, group: Vec<Listed>) {
        let bytes: usize = group.iter().map(|listed| listed.1.len()).sum();
        let fits = |part: &Part| {
            part.targets.len() + group.len() <= self.most && part.bytes + bytes <= MAX_BYTES
        };
        if !fits(&self.open) {
            self.close(false);
        }
        for listed in group {
            let is_full = self.open.targets.len() == self.most
                || self.open.bytes + listed.1.len() > MAX_BYTES;
            if is_full && !self.open.targets.is_empty() {
                self.close(true);
            }
            self.open.bytes += listed.1.len();
            self.open.targets.push(listed);
        }
        // Nobody joins the last of several: it may wait long for its turn.
        if self.open.follows {
            self.close(false);
        }
    }

    fn close(&mut self, is_followed: bool) {
        let next = Part {
            follows: is_followed,
            ..Part::default()
        };
        let part = std::mem::replace(&mut self.open, next);
        if !part.targets.is_empty() {
            self.parts.push(part);
        }
    }

    fn named(mut self) -> Vec<(ChunkName, Chunk)> {
        self.close(false);
        let names: Vec<ChunkName> = (0..).zip(&self.parts).map(named).collect();
        let next = names
            .iter()
            .skip(1)
            .map(|name| name.follows.then_some(*name));
        let next: Vec<_> = next.chain([None]).collect();
        let chunks = self.parts.into_iter().zip(next).map(|(part, next)| Chunk {
            targets: part.targets,
            then: next.map(|name| name.to_string()),
        });
        names.into_iter().zip(chunks).collect()
    }
}

fn named((number, part): (u32, &Part)) -> ChunkName {
    ChunkName {
        number,
        // A chunk has a thousand at the most.
        targets: u32::try_from(part.targets.len()).unwrap_or(u32::MAX),
        follows: part.follows,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::cli::Cli;
    use crate::cli::meaning::{self, Meaning};

    fn division(targets: impl IntoIterator<Item = String>) -> Division {
        let words = ["mailcheck", "--targets", "-"];
        let args = <Cli as clap::Parser>::try_parse_from(words)
            .expect("good")
            .check;
        let plan = meaning::plan(&args).expect("a plan");
        let meaning = Meaning::new(&args, &plan).expect("a meaning");
        let mut division = Division::default();
        for (line, typed) in (1..).zip(targets) {
            let target = meaning.of(&typed).expect(&typed);
            division.add(&Target {
                line: Some(line),
                ..target
            });
        }
        division
    }

    fn group_of(typed: &str) -> String {
        let division = division([typed.to_owned()]);
        let groups: Vec<String> = division.groups.into_keys().collect();
        groups.concat()
    }

    #[test]
    fn a_group_is_what_one_operator_runs_as_far_as_names_tell() {
        let rows = [
            ("mx1.example.com", "example.com"),
            ("example.com", "example.com"),
            ("smtp://MX2.Example.com.:25", "example.com"),
            ("someone@example.com", "example.com"),
            ("mx.example.co.uk", "example.co.uk"),
            ("localhost", "localhost"),
            ("192.0.2.7:25", "192.0.2.0/24"),
            ("imaps://192.0.2.200", "192.0.2.0/24"),
            ("2001:db8:1:2::3", "2001:db8:1::/48"),
            ("[2001:db8:1:ffff::3]:25", "2001:db8:1::/48"),
        ];
        for (typed, expected) in rows {
            assert_eq!(group_of(typed), expected, "{typed}");
        }
    }

    /// Five hosts each of four hundred domains.
    fn many() -> Vec<String> {
        let hosts = (0..5).flat_map(|host| (0..400).map(move |domain| (host, domain)));
        hosts
            .map(|(host, domain)| format!("mx{host}.d{domain:03}.test"))
            .collect()
    }

    #[test]
    fn every_target_is_in_one_chunk_and_every_group_too() {
        let chunks = division(many()).chunks(33);
        let mut all = BTreeSet::new();
        let mut owner = HashMap::new();
        for (name, chunk) in &chunks {
            assert_eq!(usize::try_from(name.targets), Ok(chunk.targets.len()));
            assert!((1..=33).contains(&name.targets) && !name.follows);
            for Listed(_, typed) in &chunk.targets {
                assert!(all.insert(typed.clone()), "{typed} is there twice");
                let group = group_of(typed);
                let first = *owner.entry(group).or_insert(name.number);
                assert_eq!(first, name.number, "{typed}");
            }
        }
        assert_eq!(all, many().into_iter().collect());
        // Six groups of five fit into one.
        assert!(chunks.len() <= 67, "{}", chunks.len());
    }

    #[test]
    fn the_same_list_gives_the_same_chunks() {
        assert_eq!(division(many()).chunks(100), division(many()).chunks(100));
        let first = division(many()).chunks(100).swap_remove(0).1;
        let lines: Vec<_> = first.targets.iter().map(|listed| listed.0).collect();
        assert_ne!(lines, (1..=100).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_group_that_is_too_big_is_spread_over_time() {
        let big = (0..10).map(|host| format!("mx{host}.large.test"));
        let small = ["a.test", "b.test", "c.test"].map(str::to_owned);
        let chunks = division(big.chain(small)).chunks(4);
        let of_large: Vec<_> = chunks
            .iter()
            .filter(|(_, chunk)| chunk.targets[0].1.ends_with("large.test"))
            .collect();
        let sizes: Vec<u32> = of_large.iter().map(|(name, _)| name.targets).collect();
        assert_eq!(sizes, [4, 4, 2]);
        let follows: Vec<bool> = of_large.iter().map(|(name, _)| name.follows).collect();
        assert_eq!(follows, [false, true, true]);
        for pair in of_large.windows(2) {
            assert_eq!(pair[0].1.next(), Some(pair[1].0));
        }
        assert_eq!(of_large[2].1.next(), None);
        let others = chunks.iter().filter(|(name, _)| !name.follows).count();
        assert!(others <= 1 + 3);
    }

    #[test]
    fn a_chunk_fits_into_a_message() {
        let long = |number: u32| {
            let label = "a".repeat(60);
            format!("m{number}.{label}.{label}.{label}.one.test")
        };
        let chunks = division((0..4000).map(long)).chunks(4000);
        assert!(chunks.len() > 1);
        for (_, chunk) in &chunks {
            let bytes = serde_json::to_vec(chunk).expect("JSON").len();
            assert!(bytes < 2 * MAX_BYTES, "{bytes}");
        }
        let told: usize = chunks.iter().map(|(_, chunk)| chunk.targets.len()).sum();
        assert_eq!(told, 4000);
    }

    #[test]
    fn what_stands_there_twice_is_asked_once() {
        let list = ["a.test", "b.test", "a.test", "a.test:25"].map(str::to_owned);
        let division = division(list);
        assert_eq!(division.repeated(), 1);
        let chunks = division.chunks(10);
        assert_eq!(chunks.len(), 1);
        assert_eq!(chunks[0].1.targets.len(), 3);
    }

    #[test]
    fn a_chunk_is_read_as_it_was_written() {
        let chunk = Chunk {
            targets: vec![
                Listed(Some(1), "a.test".to_owned()),
                Listed(None, "b".to_owned()),
            ],
            then: Some("4-2-f".to_owned()),
        };
        let text = serde_json::to_string(&chunk).expect("JSON");
        assert_eq!(
            text,
            r#"{"targets":[[1,"a.test"],[null,"b"]],"then":"4-2-f"}"#
        );
        assert_eq!(
            serde_json::from_str::<Chunk>(&text).expect("a chunk"),
            chunk
        );
        assert_eq!(chunk.next().map(|name| name.number), Some(4));
    }
}
