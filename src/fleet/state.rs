//! How far a survey is, out of what lies on the server, and what has to be put back.

use std::collections::BTreeSet;

use serde::Serialize;

use super::names::ChunkName;

/// The chunks of a survey, by what is there of them, in the order in which it is read. A chunk moves on meanwhile, and what is
/// further on wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Whether the list was submitted to its end, with an order for each chunk that has nothing to wait for.
    pub sealed: bool,
    /// All that were submitted.
    pub chunks: BTreeSet<ChunkName>,
    /// Done or given up before the queue was looked at. The order for what follows a chunk is there before the order for the
    /// chunk has left the queue.
    pub ended: BTreeSet<ChunkName>,
    /// In the queue, also those that are handed out.
    pub queued: BTreeSet<ChunkName>,
    /// Handed to a machine, and neither acknowledged nor given back.
    pub taken: BTreeSet<ChunkName>,
    /// Given up.
    pub failed: BTreeSet<ChunkName>,
    /// With results.
    pub done: BTreeSet<ChunkName>,
}

/// A number of chunks, and of the targets in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Targets.
    pub targets: u32,
    /// Chunks.
    pub chunks: u32,
}

/// How far a survey is. Each chunk that was submitted is in one of the four states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Whether the whole list is submitted.
    pub sealed: bool,
    /// All that were submitted.
    pub submitted: Count,
    /// With results.
    pub done: Count,
    /// Handed to a machine, which has not told its end; also to one that died within the time that it may be silent.
    pub at_work: Count,
    /// Neither done nor at work.
    pub waiting: Count,
    /// Given up, after as many tries as there are.
    pub failed: Count,
    /// Of those that wait, the ones that nobody will take before they are put back.
    pub unqueued: Count,
}

impl Tally {
    /// Whether nothing is left to do.
    pub const fn is_over(&self) -> bool {
        self.sealed && self.waiting.chunks == 0 && self.at_work.chunks == 0
    }
}

impl Seen {
    /// What it comes to.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally {
            sealed: self.sealed,
            ..Tally::default()
        };
        for chunk in &self.chunks {
            tally.submitted.add(*chunk);
            let state = if self.done.contains(chunk) {
                &mut tally.done
            } else if self.failed.contains(chunk) {
                &mut tally.failed
            } else if self.taken.contains(chunk) {
                &mut tally.at_work
            } else {
                &mut tally.waiting
            };
            state.add(*chunk);
        }
        for chunk in self.missing() {
            tally.unqueued.add(chunk);
        }
        tally
    }

    /// What has no result, is not in the queue, and has nothing to wait for. Nothing, while the list is still being submitted.
    pub fn missing(&self) -> Vec<ChunkName> {
        if !self.sealed {
            return Vec::new();
        }
        let lost = |chunk: &&ChunkName| {
            let is_there = self.queued.contains(chunk) || self.taken.contains(chunk);
            !self.has_ended(chunk) && !is_there && self.may_begin(chunk)
        };
        self.chunks.iter().filter(lost).copied().collect()
    }

    fn has_ended(&self, chunk: &ChunkName) -> bool {
        self.done.contains(chunk) || self.failed.contains(chunk)
    }

    /// Whether the chunk that it goes on with has ended, and nobody is left who will order it.
    fn may_begin(&self, chunk: &ChunkName) -> bool {
        let before = self.chunks.range(..chunk).next_back();
        let has_left = |before| self.ended.contains(before) && !self.queued.contains(before);
        !chunk.follows || before.is_some_and(has_left)
    }
}

impl Count {
    /// Counts a chunk.
    pub fn add(&mut self, chunk: ChunkName) {
        self.targets += chunk.targets;
        self.chunks += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> BTreeSet<ChunkName> {
        let names = names.iter().map(|name| ChunkName::read(name).expect(name));
        names.collect()
    }

    fn shown(chunks: &[ChunkName]) -> Vec<String> {
        chunks.iter().map(ToString::to_string).collect()
    }

    /// The four states make up what was submitted, whatever was read when.
    #[test]
    fn each_chunk_is_in_one_state() {
        let all = ["0-10", "1-20", "2-30", "3-40"];
        // Each chunk is in each set or not.
        for mask in 0..1_u32 << 16 {
            let subset = |set: u32| {
                let chosen = (0..4).filter(|chunk| mask >> (4 * set + chunk) & 1 == 1);
                let chosen: Vec<&str> = chosen.map(|chunk| all[chunk as usize]).collect();
                names(&chosen)
            };
            let seen = Seen {
                ended: BTreeSet::new(),
                taken: subset(0),
                queued: subset(1),
                failed: subset(2),
                done: subset(3),
                chunks: names(&all),
                sealed: true,
            };
            let tally = seen.tally();
            let parts = [tally.done, tally.at_work, tally.waiting, tally.failed];
            let targets: u32 = parts.iter().map(|part| part.targets).sum();
            let chunks: u32 = parts.iter().map(|part| part.chunks).sum();
            assert_eq!((targets, chunks), (100, 4), "{seen:?}");
            assert_eq!(tally.submitted.targets, 100);
            assert!(tally.unqueued.targets <= tally.waiting.targets, "{seen:?}");
            assert_eq!(tally.done.chunks as usize, seen.done.len());
        }
    }

    #[test]
    fn what_is_done_is_done_whatever_else_is_there_of_it() {
        let seen = Seen {
            ended: BTreeSet::new(),
            taken: names(&["0-1"]),
            queued: names(&["0-1"]),
            failed: names(&["0-1"]),
            done: names(&["0-1"]),
            chunks: names(&["0-1"]),
            sealed: true,
        };
        let tally = seen.tally();
        assert_eq!((tally.done.targets, tally.failed.targets), (1, 0));
        assert!(tally.is_over() && seen.missing().is_empty());
    }

    #[test]
    fn what_has_no_result_and_is_not_in_the_queue_is_put_back() {
        let seen = Seen {
            ended: names(&["0-5", "3-5"]),
            taken: names(&["1-5"]),
            queued: names(&["2-5"]),
            failed: names(&["3-5"]),
            done: names(&["0-5"]),
            chunks: names(&["0-5", "1-5", "2-5", "3-5", "4-5", "5-5"]),
            sealed: true,
        };
        assert_eq!(shown(&seen.missing()), ["4-5", "5-5"]);
        assert_eq!(seen.tally().unqueued.targets, 10);
        assert!(!seen.tally().is_over());
    }

    #[test]
    fn what_follows_waits_for_what_it_follows() {
        let chunks = names(&["0-5", "1-5-f", "2-5-f", "3-5"]);
        let mut seen = Seen {
            chunks,
            sealed: true,
            ..Seen::default()
        };
        assert_eq!(shown(&seen.missing()), ["0-5", "3-5"]);
        // It was done after the queue was looked at: the order may have come after that look.
        seen.done = names(&["0-5"]);
        assert_eq!(shown(&seen.missing()), ["3-5"]);
        seen.ended = names(&["0-5"]);
        // Whoever did it has its order still, and will say that the next one may begin.
        seen.queued = names(&["0-5"]);
        assert_eq!(shown(&seen.missing()), ["3-5"]);
        seen.queued.clear();
        assert_eq!(shown(&seen.missing()), ["1-5-f", "3-5"]);
        // Where one is given up, the next one begins all the same.
        seen.failed = names(&["1-5-f"]);
        seen.ended = names(&["0-5", "1-5-f"]);
        assert_eq!(shown(&seen.missing()), ["2-5-f", "3-5"]);
    }

    #[test]
    fn a_survey_that_is_still_submitted_is_not_over() {
        let mut seen = Seen::default();
        assert!(!seen.tally().is_over());
        seen.chunks = names(&["0-5"]);
        assert!(seen.missing().is_empty());
        seen.chunks.clear();
        seen.sealed = true;
        assert!(seen.tally().is_over());
    }
}
