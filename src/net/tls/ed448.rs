//! Checks Ed448 signatures (RFC 8032 section 5.2), which the cryptography of this program's library does not have.
//!
//! Everything here is public, so the arithmetic is plain and not constant in time; it only checks and never signs.

use std::sync::LazyLock;

use x509_parser::num_bigint::BigUint;

use super::sha3;

/// The length of a point and of a number of the group, and half of that of a signature.
const LENGTH: usize = 57;

/// The field, the order of the group, the curve x² + y² = 1 - 39081 x² y², and the point that makes the group.
struct Curve {
    p: BigUint,
    order: BigUint,
    /// -d.
    minus_d: BigUint,
    base: Point,
}

static CURVE: LazyLock<Curve> = LazyLock::new(|| {
    let one = BigUint::from(1_u8);
    let p = (&one << 448_u32) - (&one << 224_u32) - &one;
    let less = number(b"13818066809895115352007386748515426880336692474882178609894547503885");
    let base = [
        number(b"224580040295924300187604334099896036246789641632564134246125461686950415467406032909029192869357953282578032075146446173674602635247710"),
        number(b"298819210078481492676017930443930673437544040154080242095928241372331506189835876003536878655418784733982303233503462500531545062832660"),
    ];
    let [x, y] = base;
    Curve {
        order: (&one << 446_u32) - less,
        minus_d: BigUint::from(39_081_u32),
        base: Point { x, y, z: one },
        p,
    }
});

/// The point (X / Z, Y / Z).
#[derive(Clone)]
struct Point {
    x: BigUint,
    y: BigUint,
    z: BigUint,
}

/// Whether `signature` is one of `message` by `key`. `None` where one of the two is not of the right form.
pub(super) fn verify(key: &[u8], message: &[u8], signature: &[u8]) -> Option<bool> {
    let (r, s) = signature.split_at_checked(LENGTH)?;
    let (public, begin) = (point(key)?, point(r)?);
    let s = (s.len() == LENGTH).then(|| BigUint::from_bytes_le(s))?;
    if s >= CURVE.order {
        return Some(false);
    }
    // "SigEd448", no prehash, no context (section 2, dom4).
    let hashed = [b"SigEd448\0\0".as_slice(), r, key, message].concat();
    let k = BigUint::from_bytes_le(&sha3::shake256(&hashed, 2 * LENGTH)) % &CURVE.order;
    let (left, right) = (times(&CURVE.base, &s), sum(&begin, &times(&public, &k)));
    Some(same(&left, &right))
}

/// Section 5.2.3.
#[expect(clippy::many_single_char_names, reason = "the letters of RFC 8032")]
fn point(bytes: &[u8]) -> Option<Point> {
    let p = &CURVE.p;
    let (sign, y) = bytes.split_last().filter(|_| bytes.len() == LENGTH)?;
    let y = BigUint::from_bytes_le(y);
    if y >= *p || sign & 0x7f != 0 {
        return None;
    }
    let one = BigUint::from(1_u8);
    let square = &y * &y % p;
    // x² = (y² - 1) / (d y² - 1) = (1 - y²) / (1 - d y²).
    let u = (&one + p - &square) % p;
    let v = (&one + &CURVE.minus_d * &square) % p;
    let power = (p - 3_u32) >> 2_u32;
    let root = u.modpow(&BigUint::from(3_u8), p) * &v % p;
    let inner = u.modpow(&BigUint::from(5_u8), p) * v.modpow(&BigUint::from(3_u8), p) % p;
    let x = root * inner.modpow(&power, p) % p;
    if v * &x % p * &x % p != u {
        return None;
    }
    let odd = sign & 0x80 != 0;
    let x = match x.bit(0) == odd {
        true => x,
        false if x == BigUint::ZERO => return None,
        false => p - x,
    };
    Some(Point { x, y, z: one })
}

/// Section 5.2.4.
#[expect(clippy::many_single_char_names, reason = "the letters of RFC 8032")]
fn sum(one: &Point, other: &Point) -> Point {
    let p = &CURVE.p;
    let minus = |from: &BigUint, what: &BigUint| (from + p - what) % p;
    let a = &one.z * &other.z % p;
    let b = &a * &a % p;
    let c = &one.x * &other.x % p;
    let d = &one.y * &other.y % p;
    let minus_e = &CURVE.minus_d * &c % p * &d % p;
    let (f, g) = ((&b + &minus_e) % p, minus(&b, &minus_e));
    let h = (&one.x + &one.y) * (&other.x + &other.y) % p;
    let crossed = minus(&minus(&h, &c), &d);
    Point {
        x: &a * &f % p * crossed % p,
        y: &a * &g % p * minus(&d, &c) % p,
        z: f * g % p,
    }
}

fn times(point: &Point, factor: &BigUint) -> Point {
    let nothing = Point {
        x: BigUint::ZERO,
        y: BigUint::from(1_u8),
        z: BigUint::from(1_u8),
    };
    (0..factor.bits()).rev().fold(nothing, |all, bit| {
        let twice = sum(&all, &all);
        if factor.bit(bit) {
            sum(&twice, point)
        } else {
            twice
        }
    })
}

fn same(one: &Point, other: &Point) -> bool {
    let p = &CURVE.p;
    let equal = |a: &BigUint, b: &BigUint| a * &other.z % p == b * &one.z % p;
    equal(&one.x, &other.x) && equal(&one.y, &other.y)
}

/// A number of the standard, in decimals.
fn number(decimals: &[u8]) -> BigUint {
    BigUint::parse_bytes(decimals, 10).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hexadecimal: &str) -> Vec<u8> {
        data_encoding::HEXLOWER
            .decode(hexadecimal.as_bytes())
            .unwrap()
    }

    /// RFC 8032 section 7.4, "Blank" and "1 octet".
    #[test]
    fn the_signatures_of_the_standard() {
        let rows = [
            (
                "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180",
                "",
                "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980\
                 ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600",
            ),
            (
                "43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4cb82169c235160627b4c3a9480",
                "03",
                "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f4352541b143c4b981b7e18f62de8ccdf633fc1bf037ab7cd779805e\
                 0dbcc0aae1cbcee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0ff3348ab21aa4adafd1d234441cf807c03a00",
            ),
        ];
        for (key, message, signature) in rows {
            let (key, message, mut signature) = (bytes(key), bytes(message), bytes(signature));
            assert_eq!(verify(&key, &message, &signature), Some(true));
            assert_eq!(verify(&key, b"another", &signature), Some(false));
            signature[70] ^= 1;
            assert_eq!(verify(&key, &message, &signature), Some(false));
            assert_eq!(verify(&key, &message, &signature[..113]), None);
            assert_eq!(verify(&key[1..], &message, &signature), None);
            // As large as the order, and larger.
            let end = signature.len() - 1;
            signature[end] = 0x40;
            assert_eq!(verify(&key, &message, &signature), Some(false));
        }
        assert_eq!(verify(&[0xff; 57], b"", &[0; 114]), None);
    }
}
