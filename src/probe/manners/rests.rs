//! Who asked for rest, and how long each is left alone.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use tokio::time::Instant;

/// Who is gone to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group {
    /// Whoever is at an address.
    Address(IpAddr),
    /// The owner of mail exchangers, by his domain.
    Provider(String),
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(f),
            Self::Provider(domain) => domain.fmt(f),
        }
    }
}

/// How long somebody is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Peace<'a> {
    /// Until then.
    Until(Instant),
    /// As long as the run lasts, for after every rest this was said again.
    ForGood(&'a String),
}

/// The rests of a run.
#[derive(Debug)]
pub(super) struct Rests {
    /// How long the first one is, the second, and so on.
    lengths: [Duration; 2],
    groups: HashMap<Group, Resting>,
}

#[derive(Debug)]
struct Resting {
    /// How often it asked.
    times: usize,
    until: Instant,
    said: String,
}

impl Rests {
    pub(super) fn new(lengths: [Duration; 2]) -> Self {
        Self {
            lengths,
            groups: HashMap::new(),
        }
    }

    /// Somebody asks for rest. What was on its way already when the rest began asks for the same.
    pub(super) fn told(&mut self, group: Group, said: &str) {
        let now = Instant::now();
        let resting = self.groups.entry(group).or_insert_with(|| Resting {
            times: 0,
            until: now,
            said: String::new(),
        });
        if resting.until > now {
            return;
        }
        let length = self.lengths.get(resting.times).copied();
        resting.until = now + length.unwrap_or_default();
        resting.times += 1;
        said.clone_into(&mut resting.said);
    }

    /// Whether somebody is left alone now.
    pub(super) fn of(&self, group: &Group) -> Option<Peace<'_>> {
        let resting = self.groups.get(group)?;
        if resting.times > self.lengths.len() {
            return Some(Peace::ForGood(&resting.said));
        }
        (resting.until > Instant::now()).then_some(Peace::Until(resting.until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[tokio::test(start_paused = true)]
    async fn ten_minutes_then_an_hour_then_peace() {
        let mut rests = Rests::new([MINUTE * 10, MINUTE * 60]);
        let provider = || Group::Provider("example.com".into());
        assert_eq!(rests.of(&provider()), None);
        let began = Instant::now();
        rests.told(provider(), "421 slowly");
        // Said on a second connection that stood at the time.
        tokio::time::advance(MINUTE).await;
        rests.told(provider(), "421 slowly");
        assert_eq!(
            rests.of(&provider()),
            Some(Peace::Until(began + MINUTE * 10))
        );
        tokio::time::advance(MINUTE * 9).await;
        assert_eq!(rests.of(&provider()), None);
        rests.told(provider(), "421 slowly");
        tokio::time::advance(MINUTE * 59).await;
        assert!(matches!(rests.of(&provider()), Some(Peace::Until(_))));
        tokio::time::advance(MINUTE).await;
        assert_eq!(rests.of(&provider()), None);
        rests.told(provider(), "421 no");
        assert_eq!(
            rests.of(&provider()),
            Some(Peace::ForGood(&"421 no".to_owned()))
        );
        tokio::time::advance(MINUTE * 600).await;
        assert!(rests.of(&provider()).is_some());
        let other = Group::Address(IpAddr::from([192, 0, 2, 1]));
        assert_eq!(rests.of(&other), None);
    }
}
