//! Tables of numbers: what systems, mail programs and servers mean by them.
