//! A part of a list, for one of several machines that know nothing of each other.
//!
//! Parts are made of whole groups: the hosts of a domain, the addresses of a network. So one machine alone asks a
//! destination, as politely as ever, and nobody has to agree with anybody. The same list has the same parts in every
//! version and on every machine.

use std::net::IpAddr;

use ring::digest::{SHA256, digest};

use crate::target::{Host, Target};
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// Parts of a list at the most.
const MOST: u32 = 100_000;
/// The index of a pod of an Indexed Job of Kubernetes, from 0.
const KUBERNETES: &str = "JOB_COMPLETION_INDEX";
/// The index of a task of an array of Slurm; the others tell from where and in which steps it counts, and how far.
const SLURM: &str = "SLURM_ARRAY_TASK_ID";
const SLURM_FIRST: &str = "SLURM_ARRAY_TASK_MIN";
const SLURM_STEP: &str = "SLURM_ARRAY_TASK_STEP";
const SLURM_COUNT: &str = "SLURM_ARRAY_TASK_COUNT";

/// One part of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// From 1.
    number: u32,
    of: u32,
}

/// Why a part is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShardError {
    /// Not of the form.
    Value(String),
    /// Neither Kubernetes nor Slurm says which part it is.
    NoVariable,
    /// How many parts there are is not known.
    HowMany,
    /// A variable that makes no sense, or not with the rest.
    Variable(&'static str, String),
}

said_errors!(ShardError);

impl Said for ShardError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Value(value) => ("usage-shard", args! { "value" => value.as_str() }),
            Self::NoVariable => (
                "usage-shard-no-variable",
                args! { "one" => KUBERNETES, "other" => SLURM },
            ),
            Self::HowMany => ("usage-shard-how-many", args! { "name" => KUBERNETES }),
            Self::Variable(name, value) => (
                "usage-shard-variable",
                args! { "name" => *name, "value" => value.as_str() },
            ),
        };
        Sentence { id, args }
    }
}

impl Shard {
    /// Reads `2/8`, `env/8` and `env`; `variable` looks up what the scheduler says.
    pub fn read(
        typed: &str,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, ShardError> {
        let wrong = || ShardError::Value(typed.to_owned());
        let (number, of) = match typed.trim().split_once('/') {
            Some((number, of)) => (number.trim(), Some(of.trim())),
            None => (typed.trim(), None),
        };
        let of = of.map(|of| of.parse().ok().filter(|of| (1..=MOST).contains(of)));
        let of: Option<u32> = of.map(|of| of.ok_or_else(wrong)).transpose()?;
        if number.eq_ignore_ascii_case("env") {
            return by_scheduler(of, variable);
        }
        let number: u32 = number.parse().map_err(|_| wrong())?;
        let of = of.ok_or_else(wrong)?;
        (1..=of)
            .contains(&number)
            .then_some(Self { number, of })
            .ok_or_else(wrong)
    }

    /// Whether `target` is in this part.
    pub fn has(self, target: &Target) -> bool {
        let digest = digest(&SHA256, group(target).as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&digest.as_ref()[..8]);
        let place = u64::from_be_bytes(first) % u64::from(self.of);
        place + 1 == u64::from(self.number)
    }
}

/// Which part a scheduler has given to this process.
fn by_scheduler(
    of: Option<u32>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Shard, ShardError> {
    let number = |name: &'static str| -> Result<Option<u32>, ShardError> {
        let Some(value) = variable(name) else {
            return Ok(None);
        };
        let number = value.trim().parse();
        number
            .map(Some)
            .map_err(|_| ShardError::Variable(name, value))
    };
    let (name, index, of) = if let Some(index) = number(KUBERNETES)? {
        (KUBERNETES, index, of.ok_or(ShardError::HowMany)?)
    } else if let Some(task) = number(SLURM)? {
        let first = number(SLURM_FIRST)?.unwrap_or_default();
        let step = number(SLURM_STEP)?.unwrap_or(1).max(1);
        let count = number(SLURM_COUNT)?;
        // With fewer tasks than parts nobody would have the others.
        if let (Some(of), Some(count)) = (of, count)
            && of != count
        {
            return Err(ShardError::Variable(SLURM_COUNT, count.to_string()));
        }
        let index = task.checked_sub(first).map(|behind| behind / step);
        let index = index.ok_or_else(|| ShardError::Variable(SLURM, task.to_string()))?;
        (SLURM, index, of.or(count).ok_or(ShardError::HowMany)?)
    } else {
        return Err(ShardError::NoVariable);
    };
    if index >= of || of > MOST {
        return Err(ShardError::Variable(name, index.to_string()));
    }
    Ok(Shard {
        number: index + 1,
        of,
    })
}

/// Whose a target is, as far as its name tells: the last two labels, or three below `co.uk` and its like. Where that takes
/// two owners for one, one machine asks both, which does no harm. Of an address, its network.
fn group(target: &Target) -> String {
    match &target.host {
        Host::Name(name) => base(&name.ascii).to_owned(),
        Host::Address(address) => network(*address),
    }
}

/// The network that belongs to one site: a /24, or a /48 (RFC 6177).
pub(crate) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

fn base(name: &str) -> &str {
    let mut dots = name.rmatch_indices('.').map(|(at, _)| at);
    let (last, second) = (dots.next(), dots.next());
    let (Some(last), Some(second)) = (last, second) else {
        return name;
    };
    let is_below = last - second - 1 <= 3;
    match dots.next() {
        Some(third) if is_below => &name[third + 1..],
        None if is_below => name,
        _ => &name[second + 1..],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::target::Typed;

    fn target(typed: &str) -> Target {
        let Typed { typed, host, .. } = typed.parse().expect(typed);
        Target {
            typed,
            host,
            endpoints: Vec::new(),
            named: false,
            mx: crate::target::MxQuestion::Ask,
            mailbox: None,
            line: None,
        }
    }

    fn read(typed: &str, set: &[(&str, &str)]) -> Result<(u32, u32), ShardError> {
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Shard::read(typed, &variable).map(|shard| (shard.number, shard.of))
    }

    #[test]
    fn a_part_is_typed_or_told_by_a_scheduler() {
        let kubernetes = [("JOB_COMPLETION_INDEX", "0")];
        let slurm = [
            ("SLURM_ARRAY_TASK_ID", "14"),
            ("SLURM_ARRAY_TASK_MIN", "10"),
            ("SLURM_ARRAY_TASK_STEP", "2"),
            ("SLURM_ARRAY_TASK_COUNT", "5"),
        ];
        assert_eq!(read("1/1", &[]), Ok((1, 1)));
        assert_eq!(read(" 8/8 ", &[]), Ok((8, 8)));
        assert_eq!(read("env/16", &kubernetes), Ok((1, 16)));
        assert_eq!(read("env", &slurm), Ok((3, 5)));
        assert_eq!(read("env/5", &slurm), Ok((3, 5)));
        assert_eq!(read("env/8", &[("SLURM_ARRAY_TASK_ID", "7")]), Ok((8, 8)));
        for wrong in [
            "0/8",
            "9/8",
            "8",
            "a/b",
            "1/0",
            "1/1000000",
            "-1/8",
            "1/2/3",
            "",
        ] {
            let error = read(wrong, &[]);
            assert_eq!(error, Err(ShardError::Value(wrong.to_owned())), "{wrong}");
        }
        assert_eq!(read("env", &[]), Err(ShardError::NoVariable));
        assert_eq!(read("env", &kubernetes), Err(ShardError::HowMany));
        for (typed, set) in [
            ("env/16", &[("JOB_COMPLETION_INDEX", "16")][..]),
            ("env/16", &[("JOB_COMPLETION_INDEX", "x")]),
            ("env/4", &slurm),
            ("env/4", &[("SLURM_ARRAY_TASK_ID", "4")]),
        ] {
            let error = read(typed, set).expect_err(typed);
            assert!(matches!(error, ShardError::Variable(..)), "{error:?}");
        }
    }

    #[test]
    fn every_target_is_in_one_part_and_a_group_in_the_same() {
        let names = (0..3000).map(|number| format!("mail.example{number}.com"));
        let addresses = (0..=255).map(|number| format!("192.0.{number}.25"));
        let typed: Vec<String> = names.chain(addresses).collect();
        let parts = (1..=7).map(|number| Shard { number, of: 7 });
        let mut sizes = BTreeMap::new();
        for typed in &typed {
            let target = target(typed);
            let inside: Vec<u32> = parts
                .clone()
                .filter(|part| part.has(&target))
                .map(|part| part.number)
                .collect();
            assert_eq!(inside.len(), 1, "{typed}");
            *sizes.entry(inside[0]).or_insert(0) += 1;
        }
        // About as large as the others.
        assert!(
            sizes.len() == 7 && sizes.values().all(|size| (380..=560).contains(size)),
            "{sizes:?}"
        );
        let together = [
            &[
                "smtp.example.com",
                "imap.example.com:993",
                "EXAMPLE.com",
                "someone@example.com",
            ][..],
            &["mx1.example.co.uk", "example.co.uk"],
            &["192.0.2.1", "192.0.2.254:25", "::ffff:192.0.2.3"],
            &["2001:db8:1::1", "2001:db8:1:ffff::25"],
            &["localhost", "localhost:25"],
        ];
        for same in together {
            let groups: BTreeSet<String> = same.iter().map(|typed| group(&target(typed))).collect();
            assert_eq!(groups.len(), 1, "{groups:?}");
        }
    }

    /// What the parts of a list are must never change: half of the machines may be updated.
    #[test]
    fn the_parts_stay_what_they_are() {
        let of = |typed: &str| {
            let target = target(typed);
            (1..=1000).find(|number| {
                Shard {
                    number: *number,
                    of: 1000,
                }
                .has(&target)
            })
        };
        let rows = ["example.com", "192.0.2.1", "2001:db8::1"].map(of);
        assert_eq!(rows, [Some(310), Some(223), Some(726)]);
    }
}
