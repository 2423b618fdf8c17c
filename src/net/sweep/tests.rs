use super::*;

/// A path as a function: what a TTL meets at a try, both counted from one.
type Path = fn(u8, u8) -> Option<HopAnswer>;

/// A path by name, and the waves and hops that it is to give.
type Row = (&'static str, Path, &'static [&'static [u8]], Vec<HopAnswer>);

/// Follows a path in the mind: the waves, and the hops that come out.
fn follow(path: Path) -> (Vec<Vec<u8>>, Vec<HopAnswer>) {
    let mut progress = Progress::default();
    let waves = go_on(&mut progress, path);
    let hops = progress.hops();
    let ttls: Vec<u8> = hops.iter().map(|hop| hop.ttl).collect();
    let without_gap: Vec<u8> = (1..).take(hops.len()).collect();
    assert_eq!(ttls, without_gap);
    (waves, hops.iter().map(|hop| hop.answer).collect())
}

/// Asks wave after wave.
fn go_on(progress: &mut Progress, path: Path) -> Vec<Vec<u8>> {
    let mut waves = Vec::new();
    loop {
        let wave = progress.next_wave();
        if wave.is_empty() {
            break;
        }
        for &ttl in &wave {
            // What goes farther than the end is called back.
            if progress.end().is_some_and(|end| ttl > end) {
                break;
            }
            let silences = progress.asked.get(&ttl).map_or(0, |asked| asked.silences);
            match path(ttl, silences + 1) {
                Some(answer) => progress.answered(ttl, None, answer, Duration::ZERO),
                None => progress.silent(ttl, PATIENCE.1),
            }
        }
        waves.push(wave);
    }
    waves
}

const PASSED: HopAnswer = HopAnswer::TimeExceeded;
const SILENT: HopAnswer = HopAnswer::Silent;
const PROHIBITED: HopAnswer = HopAnswer::Unreachable(Icmp {
    kind: 3,
    code: 13,
    from: None,
    v6: false,
});

fn hops(answers: &[(usize, HopAnswer)]) -> Vec<HopAnswer> {
    let answers = answers.iter();
    answers
        .flat_map(|&(times, answer)| std::iter::repeat_n(answer, times))
        .collect()
}

/// What it is about, how far routers answer, the path of the port, the waves before the connect is over and after, and
/// the hops.
type AheadRow = (
    &'static str,
    Path,
    Path,
    &'static [&'static [u8]],
    &'static [&'static [u8]],
    Vec<HopAnswer>,
);

#[test]
fn what_is_asked_ahead_of_the_end_of_a_connect_does_not_arrive() {
    let three_routers: Path = |ttl, _| match ttl {
        1..=3 => Some(PASSED),
        4 => Some(PROHIBITED),
        _ => None,
    };
    let rows: [AheadRow; 5] = [
        (
            "a filter behind hop 2, the server at hop 4",
            three_routers,
            |ttl, _| (ttl < 3).then_some(PASSED),
            &[&[1, 2, 3], &[3]],
            &[&[4, 5, 6, 7]],
            hops(&[(2, PASSED), (5, SILENT)]),
        ),
        (
            "dropped at the server",
            three_routers,
            |ttl, _| (ttl < 4).then_some(PASSED),
            &[&[1, 2, 3]],
            &[&[4, 5, 6, 7]],
            hops(&[(3, PASSED), (4, SILENT)]),
        ),
        (
            "a filter behind hop 2, the server far away",
            |ttl, _| (ttl < 12).then_some(PASSED),
            |ttl, _| (ttl < 3).then_some(PASSED),
            &[&[1, 2, 3, 4], &[3, 4], &[5, 6, 7, 8], &[5, 6, 7, 8]],
            &[],
            hops(&[(2, PASSED), (6, SILENT)]),
        ),
        (
            "the server answers again when the connect is over",
            three_routers,
            |ttl, _| Some(if ttl < 4 { PASSED } else { HopAnswer::Open }),
            &[&[1, 2, 3]],
            &[&[4, 5, 6, 7]],
            hops(&[(3, PASSED), (1, HopAnswer::Open)]),
        ),
        (
            "somebody answers in the server's place",
            three_routers,
            |ttl, _| Some(if ttl < 2 { PASSED } else { HopAnswer::Refused }),
            &[&[1, 2, 3]],
            &[],
            hops(&[(1, PASSED), (1, HopAnswer::Refused)]),
        ),
    ];
    for (what, routers, path, before, after, expected) in rows {
        let mut known = Progress::default();
        go_on(&mut known, routers);
        let mut progress = Progress::as_far_as_routers(&known).expect(what);
        assert_eq!(go_on(&mut progress, path), before, "{what}");
        let mut progress = progress.after_a_vain_connect();
        assert_eq!(go_on(&mut progress, path), after, "{what}");
        let found: Vec<HopAnswer> = progress.hops().iter().map(|hop| hop.answer).collect();
        assert_eq!(found, expected, "{what}");
    }
    assert!(Progress::as_far_as_routers(&Progress::default()).is_none());
}

#[test]
fn a_sweep_goes_as_far_as_there_is_something_to_learn() {
    let rows: [Row; 10] = [
        (
            "the first hop is the destination",
            |_, _| Some(HopAnswer::Open),
            &[&[1, 2, 3, 4]],
            hops(&[(1, HopAnswer::Open)]),
        ),
        (
            "the destination is in the second wave",
            |ttl, _| Some(if ttl < 6 { PASSED } else { HopAnswer::Refused }),
            &[&[1, 2, 3, 4], &[5, 6, 7, 8]],
            hops(&[(5, PASSED), (1, HopAnswer::Refused)]),
        ),
        (
            "a router that answers the second time only",
            |ttl, tried| match ttl {
                2 => (tried > 1).then_some(PASSED),
                1 | 3 => Some(PASSED),
                _ => Some(HopAnswer::Open),
            },
            &[&[1, 2, 3, 4], &[2]],
            hops(&[(3, PASSED), (1, HopAnswer::Open)]),
        ),
        (
            "a router that never answers",
            |ttl, _| match ttl {
                2 => None,
                1 | 3..6 => Some(PASSED),
                _ => Some(HopAnswer::Open),
            },
            &[&[1, 2, 3, 4], &[2], &[5, 6, 7, 8]],
            hops(&[(1, PASSED), (1, SILENT), (3, PASSED), (1, HopAnswer::Open)]),
        ),
        (
            "a filter that says so",
            |ttl, _| Some(if ttl < 3 { PASSED } else { PROHIBITED }),
            &[&[1, 2, 3, 4]],
            hops(&[(2, PASSED), (1, PROHIBITED)]),
        ),
        (
            "a filter that drops",
            |ttl, _| (ttl < 3).then_some(PASSED),
            &[&[1, 2, 3, 4], &[3, 4], &[5, 6, 7, 8], &[5, 6, 7, 8]],
            hops(&[(2, PASSED), (6, SILENT)]),
        ),
        (
            "nobody ever answers",
            |_, _| None,
            &[&[1, 2, 3, 4], &[1, 2, 3, 4], &[5, 6, 7, 8], &[5, 6, 7, 8]],
            hops(&[(8, SILENT)]),
        ),
        (
            "the destination stands behind four silent routers",
            |ttl, _| match ttl {
                1 => Some(PASSED),
                2..=5 => None,
                _ => Some(HopAnswer::Open),
            },
            &[&[1, 2, 3, 4], &[2, 3, 4], &[5, 6, 7, 8], &[5]],
            hops(&[(1, PASSED), (4, SILENT), (1, HopAnswer::Open)]),
        ),
        (
            "asked again, a lower TTL is open as well",
            |ttl, tried| match (ttl, tried) {
                (1, _) => Some(PASSED),
                (2, 1) => None,
                _ => Some(HopAnswer::Open),
            },
            &[&[1, 2, 3, 4], &[2]],
            hops(&[(1, PASSED), (1, HopAnswer::Open)]),
        ),
        (
            "a loop",
            |_, _| Some(PASSED),
            &[
                &[1, 2, 3, 4],
                &[5, 6, 7, 8],
                &[9, 10, 11, 12],
                &[13, 14, 15, 16],
                &[17, 18, 19, 20],
                &[21, 22, 23, 24],
                &[25, 26, 27, 28],
                &[29, 30],
            ],
            hops(&[(30, PASSED)]),
        ),
    ];
    for (name, path, expected_waves, expected_hops) in rows {
        let (waves, hops) = follow(path);
        assert_eq!(waves, expected_waves, "{name}");
        assert_eq!(hops, expected_hops, "{name}");
    }
}

/// However far the destination is and whichever routers are silent once or always: never more than four connects go
/// to it, also when none of them is called back in time.
#[test]
fn no_more_than_four_connects_can_reach_the_destination() {
    for distance in 1..=MAX_HOPS {
        for silent in 0..1_u32 << distance.min(10) {
            let mut progress = Progress::default();
            let mut reached = 0;
            loop {
                let wave = progress.next_wave();
                if wave.is_empty() {
                    break;
                }
                for ttl in wave {
                    reached += usize::from(ttl >= distance);
                    // Which routers are silent repeats every ten hops; every other one is so only once.
                    let star = silent >> ((ttl - 1) % 10) & 1 == 1;
                    let tried = progress.asked.get(&ttl).map_or(0, |asked| asked.silences);
                    if ttl >= distance {
                        progress.answered(ttl, None, HopAnswer::Open, Duration::ZERO);
                    } else if star && (ttl % 2 == 0 || tried == 0) {
                        progress.silent(ttl, PATIENCE.1);
                    } else {
                        progress.answered(ttl, None, PASSED, Duration::ZERO);
                    }
                }
            }
            assert!(reached <= usize::from(WAVE), "{distance} {silent:b}");
        }
    }
}

#[test]
fn what_was_asked_once_is_no_silence_yet() {
    let mut progress = Progress::default();
    progress.silent(1, PATIENCE.1);
    progress.answered(2, None, PASSED, Duration::ZERO);
    progress.silent(3, PATIENCE.1);
    let answers: Vec<HopAnswer> = progress.hops().iter().map(|hop| hop.answer).collect();
    // Something behind it answered, so the first hop has no better name; of the third nothing is known.
    assert_eq!(answers, [SILENT, PASSED]);
    assert_eq!(Progress::default().hops(), []);
}

#[test]
fn patience_follows_the_farthest_answer() {
    let rows = [
        (None, 900),
        (Some(2), 150),
        (Some(90), 270),
        (Some(900), 1200),
    ];
    for (farthest, expected) in rows {
        let progress = Progress {
            farthest: farthest.map(Duration::from_millis),
            ..Progress::default()
        };
        assert_eq!(progress.patience(), Duration::from_millis(expected));
    }
    let mut progress = Progress::default();
    progress.unnamed(1, Duration::from_millis(2));
    assert_eq!(progress.patience(), PATIENCE_AT_FIRST);
    progress.unnamed(2, Duration::from_millis(300));
    assert_eq!(progress.patience(), Duration::from_millis(900));
}

/// What was asked before it was known how slow the line is has to be asked again.
#[test]
fn silence_for_less_time_than_an_answer_takes_is_none() {
    let hasty = Duration::from_millis(400);
    let mut progress = Progress::default();
    (1..=4).for_each(|ttl| (0..TRIES).for_each(|_| progress.silent(ttl, hasty)));
    assert!(!progress.next_wave().contains(&1));
    progress.answered(5, None, PASSED, hasty / 2);
    assert!(!progress.next_wave().contains(&1));
    progress.answered(6, None, PASSED, hasty * 3 / 2);
    assert_eq!(progress.next_wave(), [1, 2, 3, 4]);
}

/// How long a whole sweep takes of a path on which each of three routers answers after a time, and the rest is silent; and
/// how far it comes.
async fn swept(answers_after: Option<Duration>) -> (Duration, Vec<HopAnswer>) {
    let probe = async |ttl, wait: Wait| {
        let Some(time) = answers_after.filter(|time| ttl <= 3 && *time < wait.limit) else {
            tokio::time::sleep(wait.limit).await;
            return Met::Silence;
        };
        tokio::time::sleep(time).await;
        Met::Answer(None, PASSED)
    };
    let start = Instant::now();
    let wait = Wait {
        limit: Duration::from_secs(60),
        deadline: start + Duration::from_secs(60),
    };
    let mut progress = Progress::default();
    super::follow(&mut progress, probe, wait).await;
    let hops = progress.hops();
    (start.elapsed(), hops.iter().map(|hop| hop.answer).collect())
}

/// On a paused clock: the time is that of the sweep alone.
#[tokio::test(start_paused = true)]
async fn a_slow_line_has_more_time_and_a_fast_one_no_more() {
    let (time, silence) = swept(None).await;
    // By the rule of silence, not by the clock.
    assert!(time < LONGEST);
    assert_eq!(silence, hops(&[(8, SILENT)]));
    for (millis, seconds) in [(2, 2), (90, 2), (300, 2), (600, 5), (850, 6)] {
        let (time, hops) = swept(Some(Duration::from_millis(millis))).await;
        assert_eq!(hops[..4], [PASSED, PASSED, PASSED, SILENT], "{millis}");
        assert!(time < Duration::from_secs(seconds), "{millis}: {time:?}");
    }
}

#[test]
fn so_far_as_an_echo_came_silence_is_no_end() {
    let mut progress = Progress {
        known: 9,
        ..Progress::default()
    };
    let all: Vec<u8> = (1..=9).collect();
    assert_eq!(progress.next_wave(), all);
    for _ in 0..TRIES {
        (1..9).for_each(|ttl| progress.silent(ttl, PATIENCE.1));
    }
    progress.answered(9, None, HopAnswer::Open, Duration::ZERO);
    assert_eq!(progress.next_wave(), Vec::<u8>::new());
    assert_eq!(progress.hops().len(), 9);
}

/// Windows without the names of the senders: what met the same error at every TTL may be somebody's no.
#[test]
fn an_error_without_its_sender_is_a_router_where_others_go_farther() {
    let row = |behind: Option<HopAnswer>| {
        let mut progress = Progress::default();
        (1..=2).for_each(|ttl| progress.unnamed(ttl, Duration::ZERO));
        (3..=4).for_each(|ttl| match behind {
            Some(answer) => progress.answered(ttl, None, answer, Duration::ZERO),
            None => progress.unnamed(ttl, Duration::ZERO),
        });
        progress
            .hops()
            .iter()
            .map(|hop| hop.answer)
            .collect::<Vec<_>>()
    };
    assert_eq!(row(None), []);
    let mut progress = Progress::default();
    progress.unnamed(1, Duration::ZERO);
    progress.unnamed(2, Duration::ZERO);
    (3..=8).for_each(|ttl| (0..TRIES).for_each(|_| progress.silent(ttl, PATIENCE.1)));
    assert_eq!(progress.hops().len(), 8);
    // A router's no that comes not as often as it is asked for.
    progress.unnamed(5, Duration::ZERO);
    assert_eq!(progress.hops(), []);
    progress.answered(9, None, HopAnswer::Open, Duration::ZERO);
    assert_eq!(progress.hops().len(), 9);
    assert_eq!(
        row(Some(HopAnswer::Refused)),
        [PASSED, PASSED, HopAnswer::Refused]
    );
}

#[test]
fn what_is_forbidden_from_the_first_hop_on_has_no_path() {
    let mut progress = Progress::default();
    (1..=4).for_each(|ttl| progress.forbidden(ttl));
    assert_eq!((progress.hops(), progress.next_wave()), (vec![], vec![]));
    let mut progress = Progress::default();
    (1..=2).for_each(|ttl| progress.unnamed(ttl, Duration::ZERO));
    (3..=4).for_each(|ttl| progress.forbidden(ttl));
    let answers: Vec<HopAnswer> = progress.hops().iter().map(|hop| hop.answer).collect();
    assert_eq!(answers, [PASSED, PASSED]);
    assert_eq!(progress.next_wave(), Vec::<u8>::new());
}

/// A port of this machine is open at the first hop on every system.
#[cfg(any(target_os = "linux", target_os = "macos", windows))]
#[tokio::test]
async fn nobody_is_on_the_way_to_this_machine() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let wait = Wait {
        limit: LONGEST,
        deadline: Instant::now() + LONGEST,
    };
    let sweep = sweep(listener.local_addr().unwrap(), Known::Nothing, wait)
        .await
        .unwrap();
    let answers: Vec<HopAnswer> = sweep.hops.iter().map(|hop| hop.answer).collect();
    assert_eq!(answers, [HopAnswer::Open]);
}

#[cfg(target_os = "linux")]
mod on_linux;

/// What this machine forbids it forbids at the first TTL. Where a router does, the nearer ones let pass.
#[test]
fn who_forbids_is_beyond_the_last_that_lets_pass() {
    let row = |passed: u8| {
        let mut progress = Progress::default();
        (passed + 1..=4).for_each(|ttl| progress.forbidden(ttl));
        (1..=passed).for_each(|ttl| progress.unnamed(ttl, Duration::ZERO));
        assert_eq!(progress.next_wave(), Vec::<u8>::new());
        progress
            .hops()
            .iter()
            .map(|hop| hop.answer)
            .collect::<Vec<_>>()
    };
    assert_eq!(row(0), []);
    assert_eq!(row(1), [HopAnswer::TimeExceeded]);
    assert_eq!(row(3), [HopAnswer::TimeExceeded; 3]);
}
