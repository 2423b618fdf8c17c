//! Results in pieces: the lines of a chunk may be more than a message of the server takes.

use serde::{Deserialize, Serialize};

use crate::resume;

/// Bytes of a piece where the server takes as much; small enough to be sent again over a bad line.
const USUAL: usize = 512 * 1024;
/// What stands around the payload of a message: its subject and headers.
const AROUND: usize = 1024;
/// What a server has to take in a message.
pub const LEAST: usize = 64 * 1024;

/// Where the results of a chunk are. Written when all pieces are stored, and once: the first machine to be done wins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Where the server has the pieces, in their order.
    pub pieces: Vec<u64>,
    /// A fingerprint of all of them together.
    pub sum: String,
}

/// That a chunk was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenUp {
    /// How often it was handed out.
    pub deliveries: u64,
}

/// Cuts the lines of a chunk, for a server that takes `most` bytes in a message.
pub fn pieces(lines: &str, most: usize) -> impl Iterator<Item = &[u8]> {
    let size = most.saturating_sub(AROUND).clamp(1, USUAL);
    lines.as_bytes().chunks(size)
}

/// Puts the pieces together. `None` where it is not what was cut.
pub fn joined(done: &Done, pieces: &[Vec<u8>]) -> Option<String> {
    let text = String::from_utf8(pieces.concat()).ok()?;
    (resume::fingerprint(&text) == done.sum).then_some(text)
}

/// The target of a line of results.
pub fn target_of(line: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Report {
        targets: Vec<Target>,
    }
    #[derive(Deserialize)]
    struct Target {
        target: String,
    }
    let report: Report = serde_json::from_str(line).ok()?;
    report
        .targets
        .into_iter()
        .next()
        .map(|target| target.target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(text: &str) -> Done {
        Done {
            pieces: vec![],
            sum: resume::fingerprint(text),
        }
    }

    #[test]
    fn what_is_cut_is_put_together_again() {
        // Cut in the middle of a line, and in the middle of a letter.
        let text = "{\"targets\":[{\"target\":\"bücher.test\"}]}\n".repeat(40_000);
        for most in [LEAST, LEAST + 1, LEAST + 7, 1024 * 1024, 64 * 1024 * 1024] {
            let cut: Vec<Vec<u8>> = pieces(&text, most).map(<[u8]>::to_vec).collect();
            assert!(cut.iter().all(|piece| piece.len() + AROUND <= most));
            assert!(cut.len() > 2, "{most}");
            assert_eq!(joined(&done(&text), &cut), Some(text.clone()));
        }
        assert_eq!(pieces("", LEAST).count(), 0);
        assert_eq!(joined(&done(""), &[]), Some(String::new()));
    }

    #[test]
    fn what_is_not_whole_is_nothing() {
        let pieces = [b"a\n".to_vec(), b"b\n".to_vec()];
        let done = done("a\nb\n");
        assert!(joined(&done, &pieces).is_some());
        assert_eq!(joined(&done, &pieces[..1]), None);
        let [one, two] = pieces;
        assert_eq!(joined(&done, &[two, one.clone()]), None);
        assert_eq!(joined(&done, &[one, vec![0xff]]), None);
    }

    #[test]
    fn a_line_names_its_target() {
        let line = r#"{"schema_version":1,"targets":[{"target":"a.test","verdict":"ok"}]}"#;
        assert_eq!(target_of(line).as_deref(), Some("a.test"));
        for line in ["", "{}", "{\"targets\":[]}", "no JSON"] {
            assert_eq!(target_of(line), None);
        }
    }
}
