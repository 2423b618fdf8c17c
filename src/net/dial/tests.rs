use std::future::Future;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::pin::pin;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::Instant;

use super::*;
use crate::net::skip::skip;

fn wait(milliseconds: u64) -> Wait {
    Wait {
        limit: Duration::from_millis(milliseconds),
        deadline: Instant::now() + Duration::from_secs(60),
    }
}

const PATIENT: u64 = 20_000;

#[tokio::test]
async fn an_open_port_gives_a_stream_that_works() {
    let hosts: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    for host in hosts {
        let Ok(listener) = TcpListener::bind((host, 0)).await else {
            skip(&format!("{host} is not available here"));
            continue;
        };
        let address = listener.local_addr().unwrap();
        let attempt = attempt(address, wait(PATIENT)).await;
        let mut dialed = attempt.result.unwrap();
        let (mut peer, from) = listener.accept().await.unwrap();
        assert_eq!(dialed.local, Some(from));
        let socket = dialed.stream.straight().unwrap();
        assert!(socket.with(|socket| socket.nodelay().unwrap()));
        assert_eq!(dialed.rtt.is_some(), cfg!(target_os = "linux"));
        assert_eq!(attempt.tcp.is_some(), cfg!(target_os = "linux"));
        let tcp = attempt.tcp.unwrap_or_default();
        assert_eq!((tcp.timeouts, tcp.retransmissions), (0, 0));

        peer.write_all(b"220 ready").await.unwrap();
        let mut line = [0; 9];
        dialed.stream.read_exact(&mut line).await.unwrap();
        assert_eq!(&line, b"220 ready");
    }
}

#[tokio::test]
async fn a_closed_port_is_refused_by_no_icmp() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    match connect(address, wait(PATIENT)).await.unwrap_err() {
        Trouble::Os(error) => {
            assert_eq!(error.os, crate::codes::Os::HERE);
            assert_eq!(
                io::Error::from_raw_os_error(error.code.unwrap()).kind(),
                io::ErrorKind::ConnectionRefused
            );
            assert_eq!(error.icmp, None);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_peer_that_closes_at_once_was_there() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let peer = tokio::spawn(async move { drop(listener.accept().await.unwrap()) });
    let mut dialed = connect(address, wait(PATIENT)).await.unwrap();
    peer.await.unwrap();
    assert_eq!(dialed.stream.read(&mut [0; 8]).await.unwrap(), 0);
}

#[tokio::test]
async fn dropping_the_future_closes_the_socket() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    {
        let mut connecting = pin!(connect(address, wait(PATIENT)));
        // Polled once: the SYN is out and the listener's queue has the connection.
        std::future::poll_fn(|cx| {
            let _ = connecting.as_mut().poll(cx);
            std::task::Poll::Ready(())
        })
        .await;
    }
    let (mut peer, _) = listener.accept().await.unwrap();
    assert_eq!(peer.read(&mut [0; 8]).await.unwrap(), 0);
}

#[cfg(target_os = "linux")]
mod on_linux {
    use nix::libc;
    use socket2::SockAddr;

    use super::*;
    use crate::failure::Icmp;
    use crate::net::namespaces;

    /// A listener whose queue is full: Linux drops every further SYN, as a filter does.
    async fn full() -> (Socket, SocketAddr, Vec<Stream>) {
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        listener.bind(&SockAddr::from(any)).unwrap();
        listener.listen(0).unwrap();
        let address = listener.local_addr().unwrap().as_socket().unwrap();
        let mut fillers = Vec::new();
        while let Ok(dialed) = connect(address, wait(300)).await {
            fillers.push(dialed.stream);
        }
        (listener, address, fillers)
    }

    #[tokio::test]
    async fn silence_is_our_own_clock_and_the_kernel_goes_on() {
        let (_listener, address, _fillers) = full().await;
        let attempt = attempt(address, wait(1500)).await;
        let expected = Trouble::Clock {
            limit: Duration::from_millis(1500),
            received: Text::default(),
        };
        assert_eq!(attempt.result.unwrap_err(), expected);
        let tcp = attempt.tcp.unwrap();
        assert!(tcp.timeouts >= 1, "{tcp:?}");
        assert!(tcp.retransmissions >= 1, "{tcp:?}");
        assert_eq!(tcp.silent_for, Some(Duration::ZERO));
    }

    #[tokio::test]
    async fn small_segments_are_asked_for() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let segment = async |dialed: Dialed| {
            let (peer, _) = listener.accept().await.unwrap();
            let limit = |end: &TcpStream| SockRef::from(end).tcp_mss().unwrap();
            let own = dialed.stream.straight().unwrap();
            own.with(|own| limit(own)).max(limit(&peer))
        };
        let usual = segment(connect(address, wait(PATIENT)).await.unwrap()).await;
        assert!(usual > 536, "{usual}");
        let small = connect_small(address, wait(PATIENT)).await.unwrap();
        let small = segment(small.unwrap()).await;
        assert!(small <= 536, "{small}");
    }

    #[tokio::test]
    async fn a_watch_sees_the_dialogue_and_lets_go() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut dialed = connect(address, wait(PATIENT)).await.unwrap();
        let watch = Watch::new(&dialed.stream).unwrap();
        let (mut peer, _) = listener.accept().await.unwrap();
        let fresh = watch.state().unwrap();
        assert_eq!((fresh.acknowledged, fresh.received), (0, 0));
        assert!(fresh.rtt.is_some() && fresh.min_rtt.is_some(), "{fresh:?}");

        peer.write_all(b"220 ready\r\n").await.unwrap();
        dialed.stream.read_exact(&mut [0; 11]).await.unwrap();
        dialed.stream.write_all(b"QUIT\r\n").await.unwrap();
        peer.read_exact(&mut [0; 6]).await.unwrap();
        let state = watch.state().unwrap();
        assert_eq!((state.acknowledged, state.received), (6, 11));
        assert_eq!((state.unacknowledged, state.data_segments_in), (0, 1));
        assert_eq!((state.out_of_order, state.retransmissions), (0, 0));
        assert!(
            state.silent_for.unwrap() < Duration::from_secs(1),
            "{state:?}"
        );

        // The stream may be gone; the peer hears of it when the watch is, too.
        drop(dialed);
        assert_eq!(watch.state().unwrap().acknowledged, 6);
        drop(watch);
        assert_eq!(peer.read(&mut [0; 8]).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn the_deadline_comes_before_the_limit() {
        let (_listener, address, _fillers) = full().await;
        let wait = Wait {
            limit: Duration::from_secs(60),
            deadline: Instant::now() + Duration::from_millis(50),
        };
        let expected = Trouble::Deadline {
            received: Text::default(),
        };
        assert_eq!(connect(address, wait).await.unwrap_err(), expected);
    }

    #[tokio::test]
    async fn what_this_machine_decides_itself_has_no_icmp() {
        // A broadcast address of the loopback network, and an address without its zone.
        let table = [
            ("127.255.255.255:25", libc::ENETUNREACH),
            ("[fe80::1]:25", libc::EINVAL),
        ];
        for (address, expected) in table {
            let attempt = attempt(address.parse().unwrap(), wait(PATIENT)).await;
            match attempt.result.unwrap_err() {
                Trouble::Os(error) => {
                    if error.code == Some(libc::EADDRNOTAVAIL)
                        || error.code == Some(libc::EAFNOSUPPORT)
                    {
                        skip("no IPv6 here");
                        continue;
                    }
                    assert_eq!(error.code, Some(expected), "{address}: {}", error.text);
                    assert_eq!(error.icmp, None);
                }
                other => panic!("{address}: {other:?}"),
            }
            assert_eq!(attempt.tcp, None);
        }
    }

    /// What a namespace of its own allows to any user: routes and filters that say no, and a router that does.
    #[test]
    fn icmp_errors_are_told_with_their_sender() {
        namespaces::run_inside("namespace.sh", "net::dial::tests::on_linux::inside");
    }

    #[tokio::test]
    #[ignore = "runs only inside the namespaces of tests/fixtures/namespace.sh"]
    async fn inside() {
        // The test that makes the namespaces starts this one by its exact name.
        if !std::env::args().any(|word| word == "--exact") {
            return;
        }
        let ours = "10.1.0.2";
        let router = "10.1.0.1";
        let ours_v6 = "2001:db8:1::2";
        let router_v6 = "2001:db8:1::1";
        // Address, errno, and the ICMP message with its sender. RFC 792, RFC 1812 section 5.2.7.1, RFC 4443.
        let table = [
            // The router's routes.
            ("203.0.113.1:25", libc::EHOSTUNREACH, Some((3, 1, router))),
            ("203.0.113.2:25", libc::EHOSTUNREACH, Some((3, 13, router))),
            ("203.0.113.3:25", libc::ENETUNREACH, Some((3, 0, router))),
            ("[2001:db8:2::2]:25", libc::EACCES, Some((1, 1, router_v6))),
            // Our own filter.
            ("203.0.113.4:25", libc::EHOSTUNREACH, Some((3, 10, ours))),
            ("[2001:db8:2::4]:25", libc::EACCES, Some((1, 1, ours_v6))),
            // No neighbour: the kernel blames itself.
            ("10.1.0.9:25", libc::EHOSTUNREACH, Some((3, 1, ours))),
            // Our own routes.
            ("198.51.100.1:25", libc::EHOSTUNREACH, None),
            ("198.51.100.2:25", libc::EACCES, None),
            ("198.51.100.3:25", libc::EINVAL, None),
            // A router with a closed port.
            ("10.1.0.1:25", libc::ECONNREFUSED, None),
        ];
        let dials = table.map(|(address, code, message)| async move {
            let address: SocketAddr = address.parse().unwrap();
            let trouble = connect(address, wait(PATIENT)).await.unwrap_err();
            let expected = message.map(|(kind, code, from)| Icmp {
                kind,
                code,
                from: Some(from.parse().unwrap()),
                v6: address.is_ipv6(),
            });
            match trouble {
                Trouble::Os(error) => {
                    assert_eq!(error.code, Some(code), "{address}: {}", error.text);
                    assert_eq!(error.icmp, expected, "{address}");
                }
                other => panic!("{address}: {other:?}"),
            }
        });
        futures_util::future::join_all(dials).await;

        // On a path without delay the kernel takes the first message for a hint and asks again after a second. Who does
        // not wait so long has been told no all the same.
        let asked = connect("203.0.113.2:25".parse().unwrap(), wait(300)).await;
        assert!(
            matches!(&asked, Err(Trouble::Os(OsError { icmp: Some(_), .. }))),
            "{asked:?}"
        );
    }

    /// Silence has three reasons: nothing is said, nothing comes through, or nothing was answered.
    #[test]
    fn a_silent_application_is_no_dead_path() {
        namespaces::run_inside("path.sh", "net::dial::tests::on_linux::silences");
    }

    #[tokio::test]
    #[ignore = "runs only inside the namespaces of tests/fixtures/path.sh"]
    async fn silences() {
        // The test that makes the namespaces starts this one by its exact name.
        if !std::env::args().any(|word| word == "--exact") {
            return;
        }
        let addresses = ["203.0.113.25:34", "[2001:db8:113::25]:34"];
        let addresses = addresses.map(|address| address.parse::<SocketAddr>().unwrap());
        let listeners = namespaces::on("SERVER", || {
            addresses.map(|address| std::net::TcpListener::bind(address).unwrap())
        });
        let seconds = |seconds| tokio::time::sleep(Duration::from_secs(seconds));
        let mut streams = Vec::new();
        for address in addresses {
            // A closed port answers when the cables work and all neighbours know each other.
            let closed = SocketAddr::new(address.ip(), 26);
            connect(closed, wait(PATIENT)).await.unwrap_err();
        }
        for address in addresses {
            streams.push(connect(address, wait(PATIENT)).await.unwrap().stream);
        }
        for stream in &streams {
            Watch::new(stream)
                .unwrap()
                .ask_near_the_end_of(Duration::from_secs(1));
        }

        // Shorter than a second: the kernel asks nothing.
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(keep_alives(), 0);
        // A server that says nothing: its kernel answers every second.
        seconds(3).await;
        assert!(keep_alives() >= 4, "{}", keep_alives());
        for stream in &streams {
            let state = tcp_state(stream).unwrap();
            assert!(
                state.silent_for.unwrap() < Duration::from_millis(1800),
                "{state:?}"
            );
            assert_eq!((state.received, state.unacknowledged), (0, 0));
        }
        // A server that reads and does not answer.
        for stream in &mut streams {
            stream.write_all(b"EHLO me\r\n").await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        for stream in &streams {
            let state = tcp_state(stream).unwrap();
            assert_eq!(
                (state.acknowledged, state.unacknowledged),
                (9, 0),
                "{state:?}"
            );
        }
        // A path that has died.
        namespaces::run_on(
            "R2",
            &["nft", "add", "element", "inet", "path", "dead", "{ 34 }"],
        );
        seconds(4).await;
        for stream in &mut streams {
            let state = tcp_state(stream).unwrap();
            assert!(
                state.silent_for.unwrap() > Duration::from_millis(2500),
                "{state:?}"
            );
            stream.write_all(b"NOOP\r\n").await.unwrap();
        }
        seconds(1).await;
        for stream in &streams {
            let state = tcp_state(stream).unwrap();
            assert_eq!(
                (state.acknowledged, state.unacknowledged),
                (9, 1),
                "{state:?}"
            );
            assert!(
                state.timeouts >= 1 && state.retransmissions >= 1,
                "{state:?}"
            );
        }
        drop(listeners);
    }

    /// What takes the packets of a connect tells by what the kernel counts.
    #[test]
    fn our_own_filter_is_told_from_others() {
        namespaces::run_inside("path.sh", "net::dial::tests::on_linux::filters");
    }

    #[tokio::test]
    #[ignore = "runs only inside the namespaces of tests/fixtures/path.sh"]
    async fn filters() {
        // The test that makes the namespaces starts this one by its exact name.
        if !std::env::args().any(|word| word == "--exact") {
            return;
        }
        // Our own filter, one on the path, and a neighbour who is not there.
        let table = [
            ("203.0.113.25:37", true, true),
            ("[2001:db8:113::25]:37", true, true),
            ("203.0.113.25:27", false, true),
            ("[2001:db8:113::25]:27", false, true),
            ("10.1.0.9:25", false, false),
        ];
        for (address, own, sent) in table {
            let before = crate::net::counters().unwrap();
            let attempt = attempt(address.parse().unwrap(), wait(1500)).await;
            let risen = crate::net::counters().unwrap().since(before);
            let tcp = attempt.tcp.unwrap();
            assert!(
                matches!(attempt.result, Err(Trouble::Clock { .. })),
                "{address}"
            );
            assert!(tcp.timeouts >= 1, "{address} {tcp:?}");
            assert_eq!(tcp.retransmissions > 0, sent, "{address} {tcp:?}");
            assert_eq!(risen.retransmissions_failed > 0, own, "{address} {risen:?}");
            assert_eq!(risen.syn_retransmissions > 0, sent, "{address} {risen:?}");
        }
        let gateways = ["10.1.0.1", "2001:db8:1::1"].map(|g| g.parse::<IpAddr>().unwrap());
        assert_eq!(system::gateways(), gateways);
    }

    /// How often this network's kernel has asked whether a peer is there.
    fn keep_alives() -> u64 {
        let table = std::fs::read_to_string("/proc/net/netstat").unwrap();
        let mut lines = table.lines().filter(|line| line.starts_with("TcpExt:"));
        let names = lines.next().unwrap().split_whitespace();
        let mut both = names.zip(lines.next().unwrap().split_whitespace());
        let (_, count) = both.find(|(name, _)| *name == "TCPKeepAlive").unwrap();
        count.parse().unwrap()
    }
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn a_reset_between_two_looks_is_told_as_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (peer, _) = listener.accept().await.unwrap();
    SockRef::from(&peer)
        .set_linger(Some(Duration::ZERO))
        .unwrap();
    drop(peer);
    stream.readable().await.unwrap();
    assert_eq!(look(&stream, false).link, Link::Closed);
    let told = why_closed(&stream, None);
    assert_eq!(
        io::Error::from_raw_os_error(told.code.unwrap()).kind(),
        io::ErrorKind::ConnectionReset
    );
}
