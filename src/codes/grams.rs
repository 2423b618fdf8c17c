//! Which three bytes stand side by side in a text: a quick look that spares most of the long ones.
//!
//! The tables of sentences have more than a thousand fragments. One that holds three bytes that the text has nowhere is
//! not in it; so a long text is read once, and then searched for the few fragments that can be there.

/// The groups of three bytes of a text, hashed.
pub(super) struct Grams {
    seen: Vec<u64>,
}

/// How many bits there are; a text of 64 KiB of one language has a few thousand groups.
const BITS: usize = 1 << 16;

impl Grams {
    pub(super) fn of(text: &str) -> Self {
        let mut seen = vec![0; BITS / 64];
        for group in text.as_bytes().windows(3) {
            let bit = hash(group);
            seen[bit / 64] |= 1 << (bit % 64);
        }
        Self { seen }
    }

    /// Whether the text may hold a fragment; false means that it does not.
    pub(super) fn may_hold(&self, fragment: &str) -> bool {
        fragment.as_bytes().windows(3).all(|group| {
            let bit = hash(group);
            self.seen[bit / 64] >> (bit % 64) & 1 == 1
        })
    }
}

fn hash(group: &[u8]) -> usize {
    let value = group
        .iter()
        .fold(0_usize, |value, byte| value << 8 | usize::from(*byte));
    value.wrapping_mul(0x9E37_79B1) >> 8 & (BITS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_may_be_there_and_most_other_things_may_not() {
        let grams = Grams::of("connection refused 连接");
        for there in ["connection", "refused", "n r", "连接", "ab", ""] {
            assert!(grams.may_hold(there), "{there}");
        }
        for missing in ["certificate", "timed out", "超时"] {
            assert!(!grams.may_hold(missing), "{missing}");
        }
    }
}
