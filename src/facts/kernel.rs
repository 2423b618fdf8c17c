//! What the kernel of this machine knows of its connections.

use std::time::Duration;

/// Kernel counters, as what they rose by (Linux: `/proc/net/netstat`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// `TcpExt.TCPRetransFail`: segments that this machine's own packet filter dropped on their way out.
    pub retransmissions_failed: u64,
    /// `TcpExt.TCPSynRetrans`: connection requests that were repeated.
    pub syn_retransmissions: u64,
}

impl Counters {
    /// What they rose by since `earlier`.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self {
            retransmissions_failed: self
                .retransmissions_failed
                .saturating_sub(earlier.retransmissions_failed),
            syn_retransmissions: self
                .syn_retransmissions
                .saturating_sub(earlier.syn_retransmissions),
        }
    }
}

/// What the kernel knows of a connection (`TCP_INFO`, Linux; `struct tcp_info` in `include/uapi/linux/tcp.h`), in Linux'
/// terms. Windows tells less (`SIO_TCP_INFO`), and bytes where Linux counts segments.
///
/// Of an attempt to connect that failed, too: what can be told of it then is `timeouts` and `retransmissions`. An older
/// kernel leaves what it does not count at zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TcpState {
    /// `tcpi_retransmits`: consecutive timeouts of the segment that is waited for.
    pub timeouts: u8,
    /// `tcpi_total_retrans`: segments sent again since the beginning. Fewer than `timeouts` in a connect means that the
    /// packets did not leave this machine, because the neighbour's hardware address was not found.
    pub retransmissions: u32,
    /// `tcpi_unacked`: segments that the peer has not acknowledged.
    pub unacknowledged: u32,
    /// `tcpi_bytes_acked`, without the SYN: bytes that the peer has acknowledged.
    pub acknowledged: u64,
    /// `tcpi_bytes_received`: bytes received in order.
    pub received: u64,
    /// `tcpi_data_segs_in`: segments with data that came in.
    pub data_segments_in: u32,
    /// `tcpi_rcv_ooopack`: segments that came in ahead of a gap, for something before them was lost.
    pub out_of_order: u32,
    /// `tcpi_dsack_dups`: segments that the peer says it had twice (RFC 2883): they were repeated needlessly.
    pub duplicates: u32,
    /// `tcpi_reord_seen`: how often the kernel saw that packets overtook one another.
    pub reordered: u32,
    /// Since anything came from the peer's kernel, data or a bare acknowledgement (`tcpi_last_data_recv`,
    /// `tcpi_last_ack_recv`). Keep-alives ask it every second near the end of a wait, so several seconds are a dead path
    /// and no silent application. Zero where no connection came about.
    ///
    /// `None` where the system does not tell when anything came (all but Linux): then nobody may say of a silence whether
    /// the path is dead.
    pub silent_for: Option<Duration>,
    /// `tcpi_rtt`: the smoothed round-trip time, where there is a sample.
    pub rtt: Option<Duration>,
    /// `tcpi_min_rtt`: the smallest round-trip time seen.
    pub min_rtt: Option<Duration>,
}
