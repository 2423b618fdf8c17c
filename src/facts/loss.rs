//! Packets that were lost, and those that only seemed to be.

use std::time::Duration;

use super::{Check, Facts, TcpState};
use crate::failure::Stage;

/// After how long the first connection request is repeated (RFC 6298 section 2.1).
const FIRST_REPEAT: Duration = Duration::from_secs(1);
/// So many lost packets, on more than half of so many working connections, are no chance.
const SYSTEMATIC: (u32, usize) = (6, 2);

impl Check {
    /// Packets of this connection that were lost, as far as the kernel knows: repeated, and not in vain. What came twice
    /// was late and not lost, and what came in another order left no gap.
    pub(crate) fn lost(&self) -> u32 {
        let Some(tcp) = self.tcp else {
            return 0;
        };
        let needless = tcp.duplicates + u32::from(self.is_syn_repeated_in_vain(tcp));
        let gap = tcp.out_of_order > 0 && tcp.reordered == 0;
        tcp.retransmissions.saturating_sub(needless) + u32::from(gap)
    }

    /// Whether the answer to the repeated connection request came sooner than a round trip: it was that to the first.
    fn is_syn_repeated_in_vain(&self, tcp: TcpState) -> bool {
        let connect = self.step(Stage::Connect).filter(|step| step.ok);
        let behind = connect.and_then(|step| step.elapsed.checked_sub(FIRST_REPEAT));
        let rtt = tcp.min_rtt.or(tcp.rtt);
        tcp.retransmissions > 0 && behind.zip(rtt).is_some_and(|(behind, rtt)| behind < rtt)
    }
}

impl Facts {
    /// Whether packets are lost on the way, whichever connection it is: most of those that work had to repeat some.
    pub(crate) fn loses_packets(&self) -> bool {
        let own = || self.checks.iter().filter(|check| !check.context);
        let works = || own().filter(|check| check.usable() && check.tcp.is_some());
        let affected = works().filter(|check| check.lost() > 0).count();
        let total: u32 = own()
            .filter(|check| check.connected())
            .map(Check::lost)
            .sum();
        let (packets, connections) = SYSTEMATIC;
        let count = works().count();
        total >= packets && count >= connections && affected * 2 > count
    }
}
