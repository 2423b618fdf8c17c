//! SHA-3 and SHAKE256 (FIPS 202), which the cryptography of this program's library does not have.

/// Lanes of the state, and of them x + 5 y is the one at (x, y).
type State = [u64; 25];

const ROUNDS: usize = 24;
/// What follows the message: of a digest (FIPS 202 section 6.1), and of an output of any length (section 6.2).
const DIGEST: u8 = 0x06;
const OUTPUT: u8 = 0x1f;

/// The digest of so many bytes: 28, 32, 48 or 64.
pub(super) fn digest(message: &[u8], length: usize) -> Vec<u8> {
    sponge(message, 200 - 2 * length, DIGEST, length)
}

/// So many bytes of SHAKE256.
pub(super) fn shake256(message: &[u8], length: usize) -> Vec<u8> {
    sponge(message, 136, OUTPUT, length)
}

/// Section 4: `rate` bytes of the state are written to and read from.
fn sponge(message: &[u8], rate: usize, end: u8, length: usize) -> Vec<u8> {
    let mut padded = message.to_vec();
    padded.push(end);
    padded.resize(padded.len().next_multiple_of(rate), 0);
    if let Some(last) = padded.last_mut() {
        *last |= 0x80;
    }
    let mut state = [0; 25];
    for block in padded.chunks_exact(rate) {
        for (lane, bytes) in state.iter_mut().zip(block.chunks_exact(8)) {
            *lane ^= bytes
                .iter()
                .rev()
                .fold(0, |lane, byte| lane << 8 | u64::from(*byte));
        }
        permute(&mut state);
    }
    let mut output = Vec::with_capacity(length.next_multiple_of(rate));
    while output.len() < length {
        if !output.is_empty() {
            permute(&mut state);
        }
        output.extend(state.iter().flat_map(|lane| lane.to_le_bytes()).take(rate));
    }
    output.truncate(length);
    output
}

/// Keccak-f\[1600\] (section 3.3).
fn permute(state: &mut State) {
    // Section 3.2.5: the bits of the constants come out of a shift register.
    let mut register = 1_u8;
    for _ in 0..ROUNDS {
        mix(state);
        turn(state);
        substitute(state);
        for place in 0..7 {
            if register & 1 == 1 {
                state[0] ^= 1 << ((1_u32 << place) - 1);
            }
            register = (register << 1) ^ if register & 0x80 == 0 { 0 } else { 0x71 };
        }
    }
}

/// Theta.
fn mix(state: &mut State) {
    let columns: [u64; 5] =
        std::array::from_fn(|x| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]));
    for (at, lane) in state.iter_mut().enumerate() {
        let x = at % 5;
        *lane ^= columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotate_left(1);
    }
}

/// Rho and pi.
fn turn(state: &mut State) {
    let (mut x, mut y) = (1, 0);
    let mut moved = state[1];
    for step in 1..=24_u32 {
        (x, y) = (y, (2 * x + 3 * y) % 5);
        let lane = &mut state[x + 5 * y];
        let turned = moved.rotate_left(step * (step + 1) / 2 % 64);
        moved = std::mem::replace(lane, turned);
    }
}

/// Chi.
fn substitute(state: &mut State) {
    for row in state.chunks_exact_mut(5) {
        let before: [u64; 5] = std::array::from_fn(|x| row[x]);
        for (x, lane) in row.iter_mut().enumerate() {
            *lane ^= !before[(x + 1) % 5] & before[(x + 2) % 5];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hexadecimal(bytes: &[u8]) -> String {
        data_encoding::HEXLOWER.encode(bytes)
    }

    /// The examples that NIST publishes with FIPS 202.
    #[test]
    fn the_digests_of_the_standard() {
        let table: [(&[u8], usize, &str); 6] = [
            (
                b"",
                32,
                "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
            ),
            (
                b"abc",
                28,
                "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
            ),
            (
                b"abc",
                32,
                "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
            ),
            (
                b"abc",
                48,
                "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
            ),
            (
                b"abc",
                64,
                "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e\
                 10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
            ),
            (
                &[b'a'; 200],
                32,
                "cce34485baf2bf2aca99b94833892a4f52896d3d153f7b840cc4f9fe695f1387",
            ),
        ];
        for (message, length, expected) in table {
            assert_eq!(hexadecimal(&digest(message, length)), expected);
        }
        assert_eq!(
            hexadecimal(&shake256(b"", 32)),
            "46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f"
        );
    }
}
