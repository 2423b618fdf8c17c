//! The cable between the client and its router: a little time passes on it, because no real network is without.
//!
//! Without latency the answers of routers arrive while the kernel still holds the socket that caused them, and a connect that
//! was refused on the path looks like one that hangs for a second. Linux has `netem` for this, as a module that many
//! kernels lack. So the cable is made of two VXLAN devices, and what goes from one to the other passes through here, as
//! datagrams.

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::netns::{Netns, run};

/// What it takes from one end to the other when nothing is broken.
const USUAL: Duration = Duration::from_micros(500);
/// The machine with the two devices, and the relay, on the network that only they know.
const DEVICES: Ipv4Addr = Ipv4Addr::new(10, 255, 0, 1);
const RELAY: Ipv4Addr = Ipv4Addr::new(10, 255, 0, 2);
/// The UDP ports of the two ends.
const PORTS: [u16; 2] = [4001, 4002];

/// A cable. Dropping it ends its threads.
pub(crate) struct Cable {
    // What is under the cable; it must live as long.
    _under: [Netns; 2],
    state: Arc<State>,
    threads: Vec<JoinHandle<()>>,
}

struct State {
    delay: AtomicU64,
    stop: AtomicBool,
}

type Queue = Arc<(Mutex<VecDeque<(Instant, Vec<u8>)>>, Condvar)>;

impl Cable {
    /// Lays one. Each end is a namespace and what the device is called there.
    pub(crate) fn lay(prefix: &str, ends: [(&Netns, &str); 2]) -> Self {
        let under = Netns::new(&format!("{prefix}under"));
        let relay = Netns::new(&format!("{prefix}relay"));
        run(std::process::Command::new("ip")
            .args([
                "link",
                "add",
                "name",
                "under",
                "netns",
                &under.name,
                "mtu",
                "9000",
            ])
            .args([
                "type",
                "veth",
                "peer",
                "name",
                "under",
                "netns",
                &relay.name,
                "mtu",
                "9000",
            ]));
        under.ip(&format!(
            "address add {DEVICES}/24 dev under\nlink set dev under up\n"
        ));
        relay.ip(&format!(
            "address add {RELAY}/24 dev under\nlink set dev under up\n"
        ));
        for (number, (netns, device)) in ends.iter().enumerate() {
            let port = PORTS[number];
            under.ip(&format!(
                "link add name end{number} mtu 1500 type vxlan id 1 remote {RELAY} dstport {port} nolearning\n"
            ));
            // What is left to the card would be left undone: there is none.
            under.sh(&format!(
                "ethtool -K end{number} tx off tso off gso off gro off >/dev/null"
            ));
            under.ip(&format!(
                "link set dev end{number} netns {} name {device}\n",
                netns.name
            ));
        }
        let sockets = PORTS.map(|port| {
            let socket = relay.inside(|| bind(SocketAddr::from((RELAY, port))));
            socket
                .set_read_timeout(Some(Duration::from_millis(100)))
                .expect("a positive time");
            Arc::new(socket)
        });
        let state = Arc::new(State {
            delay: AtomicU64::new(micros(USUAL)),
            stop: AtomicBool::new(false),
        });
        let mut threads = Vec::new();
        for (from, to) in [(0, 1), (1, 0)] {
            let queue = Queue::default();
            let (source, target) = (Arc::clone(&sockets[from]), Arc::clone(&sockets[to]));
            let far_end = SocketAddr::from((DEVICES, PORTS[to]));
            threads.push(thread::spawn({
                let (queue, state) = (Arc::clone(&queue), Arc::clone(&state));
                move || take(&source, &queue, &state)
            }));
            let state = Arc::clone(&state);
            threads.push(thread::spawn(move || {
                give(&target, far_end, &queue, &state);
            }));
        }
        Self {
            _under: [under, relay],
            state,
            threads,
        }
    }

    /// Makes a round trip take so much longer than usual.
    pub(crate) fn set_extra_round_trip(&self, extra: Duration) {
        self.state
            .delay
            .store(micros(USUAL + extra / 2), Ordering::Relaxed);
    }
}

impl Drop for Cable {
    fn drop(&mut self) {
        self.state.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).expect("less than a lifetime")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the cable is a part of the lab; the wall holds for the product"
)]
fn bind(address: SocketAddr) -> UdpSocket {
    UdpSocket::bind(address).expect("a free port in a new namespace")
}

/// Takes what comes out of one end, and writes down when it is due at the other.
fn take(socket: &UdpSocket, queue: &Queue, state: &State) {
    let mut buffer = [0; 9000];
    while !state.stop.load(Ordering::Relaxed) {
        // The only error is that nothing came.
        if let Ok((length, _)) = socket.recv_from(&mut buffer) {
            let due = Instant::now() + Duration::from_micros(state.delay.load(Ordering::Relaxed));
            let (packets, news) = &**queue;
            packets
                .lock()
                .expect("no panic while locked")
                .push_back((due, buffer[..length].to_vec()));
            news.notify_one();
        }
    }
}

/// Gives to the other end what is due.
fn give(socket: &UdpSocket, far_end: SocketAddr, queue: &Queue, state: &State) {
    let (packets, news) = &**queue;
    let mut waiting = packets.lock().expect("no panic while locked");
    while !state.stop.load(Ordering::Relaxed) {
        let Some((due, packet)) = waiting.pop_front() else {
            waiting = news
                .wait_timeout(waiting, Duration::from_millis(100))
                .expect("no panic while locked")
                .0;
            continue;
        };
        drop(waiting);
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let _ = socket.send_to(&packet, far_end);
        waiting = packets.lock().expect("no panic while locked");
    }
}
