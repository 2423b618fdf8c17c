//! Checks ECDSA signatures that the cryptography of this program's library does not compute: on P-521, P-224, secp256k1 and on
//! the curves of RFC 5639, and with SHA-512, SHA-224, SHA-1 or SHA-3 on P-256 and P-384.
//!
//! Everything here is public: a certificate, its issuer's key, a signature. So the arithmetic is plain and not constant
//! in time, and it only checks; it never signs. FIPS 186-5 section 6.4.2; the curves are those of SP 800-186 section 3.2.1, of
//! RFC 5639 section 3 and of SEC 2.

mod curves;

pub(super) use self::curves::{
    BRAINPOOL_256, BRAINPOOL_384, BRAINPOOL_512, Named, P224, P256, P384, P521, SECP256K1,
};

const LIMBS: usize = 9;
/// A number below 2^576, the lowest limb first.
type Number = [u64; LIMBS];

const ZERO: Number = [0; LIMBS];
const ONE: Number = [1, 0, 0, 0, 0, 0, 0, 0, 0];
/// Of the longest of the curves.
const MOST_BITS: usize = 521;
const MOST_BYTES: usize = 66;

/// A point (X / Z², Y / Z³); infinity where Z is zero.
#[derive(Clone, Copy)]
struct Point {
    x: Number,
    y: Number,
    z: Number,
}

/// Whether `signature`, in DER, is one of a message that hashes to `hashed` by `key`, an uncompressed point. `None` where
/// the key is none of this curve or the signature cannot be read.
pub(super) fn verify(curve: &Named, key: &[u8], hashed: &[u8], signature: &[u8]) -> Option<bool> {
    let order = hexadecimal(curve.n);
    let field = Field::of(curve);
    let key = point(curve, &field, key)?;
    let (r, s) = parts(signature)?;
    // Of a hash that is longer than the order its leftmost bits count; all orders here that are shorter end with a byte.
    let hashed = number(&hashed[..hashed.len().min(curve.bytes)])?;
    let in_range = |one: &Number| *one != ZERO && less(one, &order);
    if !in_range(&r) || !in_range(&s) {
        return Some(false);
    }
    let inverse = power(&s, &minus_two(&order), &order);
    let u1 = times(&hashed, &inverse, &order);
    let u2 = times(&r, &inverse, &order);
    let [x, y] = curve.g.map(|text| field.enter(&hexadecimal(text)));
    let generator = Point { x, y, z: field.one };
    let sum = field.both(&u1, &generator, &u2, &key);
    Some(sum.z != ZERO && has_x(&field, &order, &sum, &r))
}

/// Whether the point's x, taken below the order, is `r`, without a division.
fn has_x(field: &Field, order: &Number, point: &Point, r: &Number) -> bool {
    let z2 = field.mul(&point.z, &point.z);
    let is = |x: &Number| field.mul(&field.enter(x), &z2) == point.x;
    let (beyond, carry) = add_raw(r, order);
    is(r) || (!carry && less(&beyond, &field.p) && is(&beyond))
}

/// An uncompressed point that lies on the curve.
fn point(curve: &Named, field: &Field, bytes: &[u8]) -> Option<Point> {
    let coordinates = bytes.strip_prefix(&[4])?;
    if coordinates.len() != 2 * curve.bytes {
        return None;
    }
    let (x, y) = coordinates.split_at(curve.bytes);
    let (x, y) = (number(x)?, number(y)?);
    if !less(&x, &field.p) || !less(&y, &field.p) {
        return None;
    }
    let (x, y) = (field.enter(&x), field.enter(&y));
    let x3 = field.mul(&field.mul(&x, &x), &x);
    let ax = field.mul(&field.a, &x);
    let b = field.enter(&hexadecimal(curve.b));
    let right = field.add(&field.add(&x3, &ax), &b);
    let z = field.one;
    (field.mul(&y, &y) == right).then_some(Point { x, y, z })
}

/// The two numbers of a signature: a SEQUENCE of two INTEGERs.
fn parts(signature: &[u8]) -> Option<(Number, Number)> {
    let contents = super::der::contents(signature)?;
    let integer = |input: &[u8]| (input.first() == Some(&2)).then_some(());
    integer(contents)?;
    let (rest, r) = super::der::element(contents)?;
    integer(rest)?;
    let (rest, s) = super::der::element(rest)?;
    rest.is_empty().then_some(())?;
    Some((number(r)?, number(s)?))
}

/// The numbers below a prime, each kept as its product with 2^576 (Montgomery's form).
struct Field {
    p: Number,
    /// 2^576 in the field: what stands for one.
    one: Number,
    /// -1 / p below 2^64.
    minus_inverse: u64,
    /// The curve's own, in this form.
    a: Number,
}

impl Field {
    fn of(curve: &Named) -> Self {
        let p = hexadecimal(curve.p);
        let one = (0..64 * LIMBS).fold(ONE, |power, _| reduced(add_raw(&power, &power).0, &p));
        // Newton: each step doubles the bits that are right, and of an odd number three are right to begin with.
        let inverse = (0..5).fold(p[0], |inverse, _| {
            inverse.wrapping_mul(2_u64.wrapping_sub(p[0].wrapping_mul(inverse)))
        });
        let field = Self {
            p,
            one,
            minus_inverse: inverse.wrapping_neg(),
            a: ZERO,
        };
        let a = match curve.a {
            Some(a) => field.enter(&hexadecimal(a)),
            None => field.sub(&ZERO, &field.add(&field.twice(&one), &one)),
        };
        Self { a, ..field }
    }

    /// A number below the prime, in the form that the others have.
    fn enter(&self, number: &Number) -> Number {
        times(number, &self.one, &self.p)
    }

    /// u1·G + u2·Q, both at once.
    fn both(&self, u1: &Number, g: &Point, u2: &Number, q: &Point) -> Point {
        let sum = self.plus(g, q);
        let infinity = Point {
            x: self.one,
            y: self.one,
            z: ZERO,
        };
        (0..MOST_BITS).rev().fold(infinity, |at, bit| {
            let at = self.double(&at);
            match (has_bit(u1, bit), has_bit(u2, bit)) {
                (true, true) => self.plus(&at, &sum),
                (true, false) => self.plus(&at, g),
                (false, true) => self.plus(&at, q),
                (false, false) => at,
            }
        })
    }

    /// "dbl-2007-bl", for whatever a.
    #[expect(clippy::many_single_char_names, reason = "the names of the formulas")]
    fn double(&self, p: &Point) -> Point {
        if p.z == ZERO {
            return *p;
        }
        let (xx, yy, zz) = (self.square(&p.x), self.square(&p.y), self.square(&p.z));
        let yyyy = self.square(&yy);
        let s = self.square(&self.add(&p.x, &yy));
        let s = self.twice(&self.sub(&self.sub(&s, &xx), &yyyy));
        let m = self.add(&self.twice(&xx), &xx);
        let m = self.add(&m, &self.mul(&self.a, &self.square(&zz)));
        let x = self.sub(&self.square(&m), &self.twice(&s));
        let yyyy8 = self.twice(&self.twice(&self.twice(&yyyy)));
        let y = self.sub(&self.mul(&m, &self.sub(&s, &x)), &yyyy8);
        let yz = self.square(&self.add(&p.y, &p.z));
        let z = self.sub(&self.sub(&yz, &yy), &zz);
        Point { x, y, z }
    }

    /// "add-1998-cmo-2", and the cases that it leaves out.
    #[expect(clippy::many_single_char_names, reason = "the names of the formulas")]
    fn plus(&self, p: &Point, q: &Point) -> Point {
        if p.z == ZERO {
            return *q;
        }
        if q.z == ZERO {
            return *p;
        }
        let (p_z2, q_z2) = (self.mul(&p.z, &p.z), self.mul(&q.z, &q.z));
        let (u1, u2) = (self.mul(&p.x, &q_z2), self.mul(&q.x, &p_z2));
        let s1 = self.mul(&p.y, &self.mul(&q.z, &q_z2));
        let s2 = self.mul(&q.y, &self.mul(&p.z, &p_z2));
        let (h, r) = (self.sub(&u2, &u1), self.sub(&s2, &s1));
        if h == ZERO {
            return if r == ZERO {
                self.double(p)
            } else {
                Point { z: ZERO, ..*p }
            };
        }
        let h2 = self.mul(&h, &h);
        let h3 = self.mul(&h, &h2);
        let v = self.mul(&u1, &h2);
        let x = self.sub(&self.sub(&self.mul(&r, &r), &h3), &self.twice(&v));
        let y = self.sub(&self.mul(&r, &self.sub(&v, &x)), &self.mul(&s1, &h3));
        let z = self.mul(&self.mul(&p.z, &q.z), &h);
        Point { x, y, z }
    }

    /// Montgomery's product: a limb of `a` at a time, and each time the lowest limb of the sum is made zero and left out.
    fn mul(&self, a: &Number, b: &Number) -> Number {
        let mut sum = [0_u64; LIMBS + 1];
        for left in a {
            add_product(&mut sum, *left, b);
            let factor = sum[0].wrapping_mul(self.minus_inverse);
            add_product(&mut sum, factor, &self.p);
            sum.copy_within(1.., 0);
            sum[LIMBS] = 0;
        }
        let mut product = ZERO;
        product.copy_from_slice(&sum[..LIMBS]);
        reduced(product, &self.p)
    }

    fn add(&self, a: &Number, b: &Number) -> Number {
        reduced(add_raw(a, b).0, &self.p)
    }

    fn sub(&self, a: &Number, b: &Number) -> Number {
        if less(a, b) {
            sub_raw(&add_raw(a, &self.p).0, b)
        } else {
            sub_raw(a, b)
        }
    }

    fn square(&self, a: &Number) -> Number {
        self.mul(a, a)
    }

    fn twice(&self, a: &Number) -> Number {
        self.add(a, a)
    }
}

/// Adds `factor · number`. The primes are below 2^521, so that nothing is carried beyond the limbs of the sum.
fn add_product(sum: &mut [u64; LIMBS + 1], factor: u64, number: &Number) {
    let mut carry = 0_u128;
    for (limb, one) in number.iter().enumerate() {
        let total = u128::from(factor) * u128::from(*one) + u128::from(sum[limb]) + carry;
        sum[limb] = low(total);
        carry = total >> 64;
    }
    sum[LIMBS] += low(carry);
}

/// By any modulus, bit by bit: there are few of these.
fn times(a: &Number, b: &Number, modulus: &Number) -> Number {
    let b = reduced(*b, modulus);
    (0..MOST_BITS).rev().fold(ZERO, |sum, bit| {
        let sum = reduced(add_raw(&sum, &sum).0, modulus);
        if has_bit(a, bit) {
            reduced(add_raw(&sum, &b).0, modulus)
        } else {
            sum
        }
    })
}

fn power(base: &Number, exponent: &Number, modulus: &Number) -> Number {
    (0..MOST_BITS).rev().fold(ONE, |product, bit| {
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

/// A number of big-endian bytes; `None` where it has more than the longest curve's.
fn number(bytes: &[u8]) -> Option<Number> {
    let first = bytes.iter().position(|byte| *byte != 0);
    let bytes = &bytes[first.unwrap_or(bytes.len())..];
    if bytes.len() > MOST_BYTES {
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
    use ring::digest;

    use super::*;

    fn verify(
        curve: &Named,
        key: &[u8],
        hash: &'static digest::Algorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Option<bool> {
        let hashed = digest::digest(hash, message);
        super::verify(curve, key, hashed.as_ref(), signature)
    }

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
            assert_eq!(
                verify(&P521, &key(), hash, b"sample", &signature),
                Some(true)
            );
            assert_eq!(
                verify(&P521, &key(), hash, b"Sample", &signature),
                Some(false)
            );
        }
        let swapped = signature([SHA512[1], SHA512[0]]);
        let mixed = verify(&P521, &key(), &digest::SHA512, b"sample", &swapped);
        assert_eq!(mixed, Some(false));
    }

    #[test]
    fn numbers_out_of_range_and_keys_off_the_curve_are_refused() {
        let order = P521.n;
        let zero = "00".repeat(MOST_BYTES);
        for parts in [
            [zero.as_str(), SHA512[1]],
            [SHA512[0], zero.as_str()],
            [order, SHA512[1]],
            [SHA512[0], order],
        ] {
            let refused = verify(&P521, &key(), &digest::SHA512, b"sample", &signature(parts));
            assert_eq!(refused, Some(false));
        }
        let mut off = key();
        off[70] ^= 1;
        let good = signature(SHA512);
        assert_eq!(verify(&P521, &off, &digest::SHA512, b"sample", &good), None);
        assert_eq!(
            verify(&P521, &key()[1..], &digest::SHA512, b"sample", &good),
            None
        );
        for cut in 0..good.len() {
            let cut = verify(&P521, &key(), &digest::SHA512, b"sample", &good[..cut]);
            assert_ne!(cut, Some(true));
        }
    }

    /// RFC 6979 appendices A.2.5 and A.2.6: the keys, and their signatures of "sample" with SHA-512.
    const SHORTER: [(&Named, [&str; 2], [&str; 2]); 2] = [
        (
            &P256,
            [
                "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
                "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
            ],
            [
                "008496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f00",
                "2362ab1adbe2b8adf9cb9edab740ea6049c028114f2460f96554f61fae3302fe",
            ],
        ),
        (
            &P384,
            [
                "ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13",
                "008015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720",
            ],
            [
                "00ed0959d5880ab2d869ae7f6c2915c6d60f96507f9cb3e047c0046861da4a799cfe30f35cc900056d7c99cd7882433709",
                "512c8cceee3890a84058ce1e22dbc2198f42323ce8aca9135329f03c068e5112dc7cc3ef3446defceb01a45c2667fdd5",
            ],
        ),
    ];

    #[test]
    fn a_hash_that_is_longer_than_the_order_is_cut() {
        for (curve, [x, y], parts) in SHORTER {
            let y = &y[y.len() - 2 * curve.bytes..];
            let key = [vec![4], bytes(x), bytes(y)].concat();
            let signature = signature(parts);
            let fits = |hash, message: &[u8]| verify(curve, &key, hash, message, &signature);
            assert_eq!(fits(&digest::SHA512, b"sample"), Some(true));
            assert_eq!(fits(&digest::SHA512, b"Sample"), Some(false));
            assert_eq!(fits(&digest::SHA384, b"sample"), Some(false));
        }
    }

    /// The library computes SHA-256 and SHA-384 on the shorter curves, and has its say on every key and signature.
    #[test]
    fn it_agrees_with_the_library_where_both_compute() {
        use rcgen::{PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PublicKeyData, SigningKey};
        for (curve, algorithm, hash) in [
            (&P256, &PKCS_ECDSA_P256_SHA256, &digest::SHA256),
            (&P384, &PKCS_ECDSA_P384_SHA384, &digest::SHA384),
        ] {
            for round in 0_u8..4 {
                let key = rcgen::KeyPair::generate_for(algorithm).unwrap();
                let made = key.sign(&[round]).unwrap();
                let public = key.der_bytes();
                assert_eq!(verify(curve, public, hash, &[round], &made), Some(true));
                assert_eq!(verify(curve, public, hash, &[9], &made), Some(false));
            }
        }
    }
}
