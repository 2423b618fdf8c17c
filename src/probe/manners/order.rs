//! The order in which the targets of a list are visited.

use futures_util::future::FutureExt as _;
use futures_util::stream::{self, Stream, StreamExt};

use crate::net;
use crate::target::Target;

/// Targets among which the next one is chosen: a list may have a thousand domains of one provider in a row.
const WINDOW: usize = 1024;

/// The targets of a list in no order, chosen among those that have come so far; nobody waits for more of them. Those that
/// were typed come first and in their order. Each comes with its place.
pub(in crate::probe) fn shuffled(
    targets: impl Stream<Item = (usize, Target)>,
) -> impl Stream<Item = (usize, Target)> {
    let window = Window {
        waiting: Vec::new(),
        typed: 0,
        is_over: false,
        dice: Dice::new(),
    };
    stream::unfold(
        (Box::pin(targets), window),
        |(mut targets, mut window)| async move {
            if !window.is_over && window.waiting.is_empty() {
                window.take(targets.next().await);
            }
            while !window.is_over && window.waiting.len() < WINDOW {
                match targets.next().now_or_never() {
                    Some(next) => window.take(next),
                    None => break,
                }
            }
            let next = window.choose()?;
            Some((next, (targets, window)))
        },
    )
}

/// The targets that have come and are not visited yet.
struct Window {
    waiting: Vec<(usize, Target)>,
    /// How many of them were typed: they come first, in their order.
    typed: usize,
    is_over: bool,
    dice: Dice,
}

impl Window {
    fn take(&mut self, next: Option<(usize, Target)>) {
        self.is_over = next.is_none();
        self.typed += next.iter().filter(|one| is_typed(one)).count();
        self.waiting.extend(next);
    }

    fn choose(&mut self) -> Option<(usize, Target)> {
        let at = match self.first_typed() {
            Some(at) => at,
            None if self.waiting.is_empty() => return None,
            None => self.dice.below(self.waiting.len()),
        };
        let chosen = self.waiting.swap_remove(at);
        self.typed -= usize::from(is_typed(&chosen));
        Some(chosen)
    }

    fn first_typed(&self) -> Option<usize> {
        if self.typed == 0 {
            return None;
        }
        let all = self.waiting.iter().enumerate();
        let typed = all.filter(|(_, one)| is_typed(one));
        typed.min_by_key(|(_, (place, _))| *place).map(|(at, _)| at)
    }
}

/// Whether it stands on the command line, and not in the list.
fn is_typed((_, target): &(usize, Target)) -> bool {
    target.line.is_none()
}

/// Numbers that nobody has to be unable to guess (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let bits = net::unique().map(|digits| u64::from_str_radix(&digits[..16], 16));
        Self(bits.and_then(Result::ok).unwrap_or_default() | 1)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(self.0 % end).unwrap_or_default()
    }
}
