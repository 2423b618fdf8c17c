//! Checks ECDSA signatures on P-521, which the cryptography of this program's library does not compute.
//!
//! Everything here is public: a certificate, its issuer's key, a signature. So the arithmetic is plain and not constant
//! in time, and it only checks; it never signs. FIPS 186-5 section 6.4.2; the curve is that of SP 800-186 section 3.2.1.5.

use ring::digest;

const LIMBS: usize = 9;
/// A number below 2^576, the lowest limb first.
type Number = [u64; LIMBS];

const ZERO: Number = [0; LIMBS];
const ONE: Number = [1, 0, 0, 0, 0, 0, 0, 0, 0];
const BITS: usize = 521;
const BYTES: usize = 66;
const TOP: u64 = 0x1ff;

/// The prime of the field, 2^521 - 1.
const P: Number = [
    u64::MAX,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    TOP,
];
/// The order of the group.
const N: Number = [
    0xbb6f_b71e_9138_6409,
    0x3bb5_c9b8_899c_47ae,
    0x7fcc_0148_f709_a5d0,
    0x5186_8783_bf2f_966b,
    0xffff_ffff_ffff_fffa,
    u64::MAX,
    u64::MAX,
    u64::MAX,
    TOP,
];
const B: &str = "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00";
const GX: &str = "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66";
const GY: &str = "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650";

/// A point (X / Z², Y / Z³); infinity where Z is zero.
#[derive(Clone, Copy)]
struct Point {
    x: Number,
    y: Number,
    z: Number,
}

/// Whether `signature`, in DER, is one of `message` by `key`, an uncompressed point. `None` where the key is none of
/// this curve or the signature cannot be read.
pub(super) fn verify(
    key: &[u8],
    hash: &'static digest::Algorithm,
    message: &[u8],
    signature: &[u8],
) -> Option<bool> {
    let key = point(key)?;
    let (r, s) = parts(signature)?;
    let hashed = digest::digest(hash, message);
    // No hash here is longer than the order, so none is cut.
    let hashed = number(hashed.as_ref())?;
    let in_range = |one: &Number| *one != ZERO && less(one, &N);
    if !in_range(&r) || !in_range(&s) {
        return Some(false);
    }
    let inverse = power(&s, &minus_two(&N), &N);
    let u1 = times(&hashed, &inverse, &N);
    let u2 = times(&r, &inverse, &N);
    let sum = both(&u1, &generator(), &u2, &key);
    Some(sum.z != ZERO && has_x(&sum, &r))
}

/// Whether the point's x, taken below the order, is `r`, without a division.
fn has_x(point: &Point, r: &Number) -> bool {
    let z2 = mul(&point.z, &point.z);
    if mul(r, &z2) == point.x {
        return true;
    }
    let (beyond, carry) = add_raw(r, &N);
    !carry && less(&beyond, &P) && mul(&beyond, &z2) == point.x
}

fn generator() -> Point {
    Point {
        x: hexadecimal(GX),
        y: hexadecimal(GY),
        z: ONE,
    }
}

/// An uncompressed point that lies on the curve.
fn point(bytes: &[u8]) -> Option<Point> {
    let coordinates = bytes.strip_prefix(&[4])?;
    if coordinates.len() != 2 * BYTES {
        return None;
    }
    let (x, y) = coordinates.split_at(BYTES);
    let (x, y) = (number(x)?, number(y)?);
    let x3 = mul(&mul(&x, &x), &x);
    let minus_3x = sub(&ZERO, &add(&add(&x, &x), &x));
    let right = add(&add(&x3, &minus_3x), &hexadecimal(B));
    (less(&x, &P) && less(&y, &P) && mul(&y, &y) == right).then_some(Point { x, y, z: ONE })
}

/// The two numbers of a signature: a SEQUENCE of two INTEGERs.
fn parts(signature: &[u8]) -> Option<(Number, Number)> {
    let contents = super::der::contents(signature)?;
    let (rest, r) = super::der::element(contents)?;
    let (rest, s) = super::der::element(rest)?;
    rest.is_empty().then_some(())?;
    Some((number(r)?, number(s)?))
}

/// u1·G + u2·Q, both at once.
fn both(u1: &Number, g: &Point, u2: &Number, q: &Point) -> Point {
    let sum = plus(g, q);
    let infinity = Point {
        x: ONE,
        y: ONE,
        z: ZERO,
    };
    (0..BITS).rev().fold(infinity, |at, bit| {
        let at = double(&at);
        match (has_bit(u1, bit), has_bit(u2, bit)) {
            (true, true) => plus(&at, &sum),
            (true, false) => plus(&at, g),
            (false, true) => plus(&at, q),
            (false, false) => at,
        }
    })
}

/// "dbl-2001-b", for curves with a = -3.
fn double(p: &Point) -> Point {
    let delta = mul(&p.z, &p.z);
    let gamma = mul(&p.y, &p.y);
    let beta = mul(&p.x, &gamma);
    let alpha = mul(&sub(&p.x, &delta), &add(&p.x, &delta));
    let alpha = add(&add(&alpha, &alpha), &alpha);
    let beta4 = twice(&twice(&beta));
    let x = sub(&mul(&alpha, &alpha), &twice(&beta4));
    let yz = add(&p.y, &p.z);
    let z = sub(&sub(&mul(&yz, &yz), &gamma), &delta);
    let gamma8 = twice(&twice(&twice(&mul(&gamma, &gamma))));
    let y = sub(&mul(&alpha, &sub(&beta4, &x)), &gamma8);
    Point { x, y, z }
}

/// "add-1998-cmo-2", and the cases that it leaves out.
#[expect(clippy::many_single_char_names, reason = "the names of the formulas")]
fn plus(p: &Point, q: &Point) -> Point {
    if p.z == ZERO {
        return *q;
    }
    if q.z == ZERO {
        return *p;
    }
    let (p_z2, q_z2) = (mul(&p.z, &p.z), mul(&q.z, &q.z));
    let (u1, u2) = (mul(&p.x, &q_z2), mul(&q.x, &p_z2));
    let s1 = mul(&p.y, &mul(&q.z, &q_z2));
    let s2 = mul(&q.y, &mul(&p.z, &p_z2));
    let (h, r) = (sub(&u2, &u1), sub(&s2, &s1));
    if h == ZERO {
        return if r == ZERO {
            double(p)
        } else {
            Point { z: ZERO, ..*p }
        };
    }
    let h2 = mul(&h, &h);
    let h3 = mul(&h, &h2);
    let v = mul(&u1, &h2);
    let x = sub(&sub(&mul(&r, &r), &h3), &twice(&v));
    let y = sub(&mul(&r, &sub(&v, &x)), &mul(&s1, &h3));
    let z = mul(&mul(&p.z, &q.z), &h);
    Point { x, y, z }
}

/// In the field, where 2^521 is one.
fn mul(a: &Number, b: &Number) -> Number {
    let mut wide = [0_u64; 2 * LIMBS];
    for (i, left) in a.iter().enumerate() {
        let mut carry = 0_u128;
        for (j, right) in b.iter().enumerate() {
            let sum = u128::from(*left) * u128::from(*right) + u128::from(wide[i + j]) + carry;
            wide[i + j] = low(sum);
            carry = sum >> 64;
        }
        wide[i + LIMBS] = low(carry);
    }
    let mut below = ZERO;
    below.copy_from_slice(&wide[..LIMBS]);
    below[LIMBS - 1] &= TOP;
    let mut above = ZERO;
    for (limb, one) in above.iter_mut().enumerate() {
        *one = wide[limb + LIMBS - 1] >> 9 | wide[limb + LIMBS] << 55;
    }
    add(&below, &above)
}

/// In the field.
fn add(a: &Number, b: &Number) -> Number {
    reduced(add_raw(a, b).0, &P)
}

/// In the field.
fn sub(a: &Number, b: &Number) -> Number {
    if less(a, b) {
        sub_raw(&add_raw(a, &P).0, b)
    } else {
        sub_raw(a, b)
    }
}

fn twice(a: &Number) -> Number {
    add(a, a)
}

/// By the order, bit by bit: there are few of these.
fn times(a: &Number, b: &Number, modulus: &Number) -> Number {
    let b = reduced(*b, modulus);
    (0..BITS).rev().fold(ZERO, |sum, bit| {
        let sum = reduced(add_raw(&sum, &sum).0, modulus);
        if has_bit(a, bit) {
            reduced(add_raw(&sum, &b).0, modulus)
        } else {
            sum
        }
    })
}

fn power(base: &Number, exponent: &Number, modulus: &Number) -> Number {
    (0..BITS).rev().fold(ONE, |product, bit| {
        let square = times(&product, &product, modulus);
        if has_bit(exponent, bit) {
            times(&square, base, modulus)
        } else {
            square
        }
    })
}

fn minus_two(number: &Number) -> Number {
    sub_raw(number, &[2, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// Of a number below twice the modulus.
fn reduced(number: Number, modulus: &Number) -> Number {
    if less(&number, modulus) {
        number
    } else {
        sub_raw(&number, modulus)
    }
}

fn add_raw(a: &Number, b: &Number) -> (Number, bool) {
    let mut sum = ZERO;
    let mut carry = false;
    for (limb, one) in sum.iter_mut().enumerate() {
        let (partial, first) = a[limb].overflowing_add(b[limb]);
        let (total, second) = partial.overflowing_add(u64::from(carry));
        (*one, carry) = (total, first || second);
    }
    (sum, carry)
}

fn sub_raw(a: &Number, b: &Number) -> Number {
    let mut rest = ZERO;
    let mut borrow = false;
    for (limb, one) in rest.iter_mut().enumerate() {
        let (partial, first) = a[limb].overflowing_sub(b[limb]);
        let (total, second) = partial.overflowing_sub(u64::from(borrow));
        (*one, borrow) = (total, first || second);
    }
    rest
}

fn less(a: &Number, b: &Number) -> bool {
    a.iter().rev().lt(b.iter().rev())
}

fn has_bit(number: &Number, bit: usize) -> bool {
    number[bit / 64] >> (bit % 64) & 1 == 1
}

/// A number of big-endian bytes; `None` where it has more than the curve's.
fn number(bytes: &[u8]) -> Option<Number> {
    let first = bytes.iter().position(|byte| *byte != 0);
    let bytes = &bytes[first.unwrap_or(bytes.len())..];
    if bytes.len() > BYTES {
        return None;
    }
    let mut number = ZERO;
    for (place, byte) in bytes.iter().rev().enumerate() {
        number[place / 8] |= u64::from(*byte) << (place % 8 * 8);
    }
    Some(number)
}

/// Of the constants above, which are hexadecimal.
fn hexadecimal(text: &str) -> Number {
    let mut number = ZERO;
    for (place, digit) in text
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(16))
        .enumerate()
    {
        number[place / 16] |= u64::from(digit) << (place % 16 * 4);
    }
    number
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the upper half is taken as the carry"
)]
const fn low(wide: u128) -> u64 {
    wide as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6979 appendix A.2.7: the key, and its signatures of "sample".
    const KEY: [&str; 2] = [
        "01894550d0785932e00eaa23b694f213f8c3121f86dc97a04e5a7167db4e5bcd371123d46e45db6b5d5370a7f20fb633155d38ffa16d2bd761dcac474b9a2f5023a4",
        "00493101c962cd4d2fddf782285e64584139c2f91b47f87ff82354d6630f746a28a0db25741b5b34a828008b22acc23f924faafbd4d33f81ea66956dfeaa2bfdfcf5",
    ];
    const SHA512: [&str; 2] = [
        "00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa",
        "00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a",
    ];
    const SHA256: [&str; 2] = [
        "01511bb4d675114fe266fc4372b87682baecc01d3cc62cf2303c92b3526012659d16876e25c7c1e57648f23b73564d67f61c6f14d527d54972810421e7d87589e1a7",
        "004a171143a83163d6df460aaf61522695f207a58b95c0644d87e52aa1a347916e4f7a72930b1bc06dbe22ce3f58264afd23704cbb63b29b931f7de6c9d949a7ecfc",
    ];

    fn bytes(text: &str) -> Vec<u8> {
        let digits: Vec<u8> = text
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16).unwrap()).unwrap())
            .collect();
        digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect()
    }

    fn key() -> Vec<u8> {
        [vec![4], bytes(KEY[0]), bytes(KEY[1])].concat()
    }

    fn signature(parts: [&str; 2]) -> Vec<u8> {
        let integer = |text| {
            let number = bytes(text);
            [&[2, u8::try_from(number.len()).unwrap()], number.as_slice()].concat()
        };
        let contents: Vec<u8> = parts.into_iter().flat_map(integer).collect();
        [
            &[0x30, 0x81, u8::try_from(contents.len()).unwrap()],
            contents.as_slice(),
        ]
        .concat()
    }

    #[test]
    fn signatures_of_the_standard_fit_and_others_do_not() {
        for (hash, parts) in [(&digest::SHA512, SHA512), (&digest::SHA256, SHA256)] {
            let signature = signature(parts);
            assert_eq!(verify(&key(), hash, b"sample", &signature), Some(true));
            assert_eq!(verify(&key(), hash, b"Sample", &signature), Some(false));
        }
        let swapped = signature([SHA512[1], SHA512[0]]);
        let mixed = verify(&key(), &digest::SHA512, b"sample", &swapped);
        assert_eq!(mixed, Some(false));
    }

    #[test]
    fn numbers_out_of_range_and_keys_off_the_curve_are_refused() {
        let limbs: Vec<String> = N.iter().rev().map(|limb| format!("{limb:016x}")).collect();
        let order = limbs.concat();
        let order = &order[order.len() - 2 * BYTES..];
        let zero = "00".repeat(BYTES);
        for parts in [
            [zero.as_str(), SHA512[1]],
            [SHA512[0], zero.as_str()],
            [order, SHA512[1]],
            [SHA512[0], order],
        ] {
            let refused = verify(&key(), &digest::SHA512, b"sample", &signature(parts));
            assert_eq!(refused, Some(false));
        }
        let mut off = key();
        off[70] ^= 1;
        let good = signature(SHA512);
        assert_eq!(verify(&off, &digest::SHA512, b"sample", &good), None);
        assert_eq!(verify(&key()[1..], &digest::SHA512, b"sample", &good), None);
        for cut in 0..good.len() {
            let cut = verify(&key(), &digest::SHA512, b"sample", &good[..cut]);
            assert_ne!(cut, Some(true));
        }
    }
}
