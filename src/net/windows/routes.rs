//! This machine's addresses, routes and neighbours (the IP helper library).

use std::net::IpAddr;
use std::ptr;

use windows_sys::Win32::Foundation::{
    ERROR_FILE_NOT_FOUND, ERROR_HOST_UNREACHABLE, ERROR_NETWORK_UNREACHABLE, ERROR_NOT_FOUND,
    NO_ERROR, WIN32_ERROR,
};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    FreeMibTable, GAA_FLAG_SKIP_ANYCAST, GAA_FLAG_SKIP_DNS_SERVER, GAA_FLAG_SKIP_MULTICAST,
    GetAdaptersAddresses, GetBestRoute2, GetIpForwardTable2, GetIpNetTable2,
    IP_ADAPTER_ADDRESSES_LH, MIB_IPFORWARD_ROW2, MIB_IPFORWARD_TABLE2, MIB_IPNET_ROW2,
    MIB_IPNET_TABLE2,
};
use windows_sys::Win32::NetworkManagement::Ndis::IfOperStatusUp;
use windows_sys::Win32::Networking::WinSock::{AF_INET, AF_INET6, AF_UNSPEC, SOCKADDR_INET};

use crate::facts::{Route, TableRoute};
use crate::net::{vantage, winsock};

/// The addresses of all interfaces that are up, with the lengths of their prefixes.
pub(in crate::net) fn own_addresses() -> Vec<(IpAddr, u8)> {
    let mut own = Vec::new();
    each_adapter(|adapter| {
        let mut next = adapter.FirstUnicastAddress;
        while !next.is_null() && adapter.OperStatus == IfOperStatusUp {
            // SAFETY: the list lies in the buffer that `each_adapter` keeps, and each link is null or a whole entry.
            let entry = unsafe { &*next };
            own.extend(
                address_of(
                    entry.Address.lpSockaddr.cast(),
                    entry.Address.iSockaddrLength,
                )
                .map(|address| (address, entry.OnLinkPrefixLength)),
            );
            next = entry.Next;
        }
    });
    own
}

/// Not needed: the system is asked for the best route to an address ([`route`]).
pub(in crate::net) fn route_table() -> Vec<TableRoute> {
    Vec::new()
}

/// Not asked: who sends what runs out is not told either.
pub(in crate::net) fn default_ttl() -> Option<u8> {
    None
}

/// The routers of the default routes, the preferred first, IPv4 before IPv6.
pub(in crate::net) fn gateways() -> Vec<IpAddr> {
    let mut of_interfaces = Vec::new();
    each_adapter(|adapter| {
        // SAFETY: both members of the union are valid for every value; this one names the interface.
        let index = unsafe { adapter.Anonymous1.Anonymous.IfIndex };
        of_interfaces.push((false, index, adapter.Ipv4Metric));
        of_interfaces.push((true, adapter.Ipv6IfIndex, adapter.Ipv6Metric));
    });
    let metric = |v6: bool, index: u32| {
        let mut same = of_interfaces.iter();
        let found = same.find(|(of, number, _)| (*of, *number) == (v6, index));
        found.map_or(0, |(_, _, metric)| *metric)
    };
    let routes = forward_table().into_iter().filter_map(|row| {
        let next = address_in(&row.NextHop)?;
        let is_default = row.DestinationPrefix.PrefixLength == 0 && !next.is_unspecified();
        let metric = row
            .Metric
            .saturating_add(metric(next.is_ipv6(), row.InterfaceIndex));
        is_default.then_some((metric, next))
    });
    winsock::by_metric(routes.collect())
}

/// The first step of the way to `destination`, and whether it answers. `None` where the system does not tell.
pub(in crate::net) fn route(destination: IpAddr) -> Option<Route> {
    let mut row = MIB_IPFORWARD_ROW2::default();
    let mut source = SOCKADDR_INET::default();
    let to = whole(destination);
    // SAFETY: the call reads `to`, a whole structure, and writes `row` and `source`, which are ours alone; null stands for an
    // interface and a source of the system's choice.
    let error = unsafe {
        GetBestRoute2(
            ptr::null(),
            0,
            ptr::null(),
            &raw const to,
            0,
            &raw mut row,
            &raw mut source,
        )
    };
    let hop = match error {
        NO_ERROR => address_in(&row.NextHop)?,
        ERROR_NETWORK_UNREACHABLE
        | ERROR_HOST_UNREACHABLE
        | ERROR_NOT_FOUND
        | ERROR_FILE_NOT_FOUND => return Some(Route::None),
        // A system without the call has its routing table all the same.
        _ if vantage::has_route(destination) => return best_in_table(destination),
        _ => return Some(Route::None),
    };
    Some(via(hop, destination))
}

/// The best of the routes in the table: the longest prefix, and of these the lowest metric.
fn best_in_table(destination: IpAddr) -> Option<Route> {
    let fitting = forward_table().into_iter().filter_map(|row| {
        let prefix = address_in(&row.DestinationPrefix.Prefix)?;
        let length = row.DestinationPrefix.PrefixLength;
        let fits = crate::facts::vantage::same_network(prefix, destination, length);
        let next = address_in(&row.NextHop)?;
        fits.then_some(((length, u32::MAX - row.Metric), next))
    });
    let (_, hop) = fitting.max_by_key(|(rank, _)| *rank)?;
    Some(via(hop, destination))
}

fn via(hop: IpAddr, destination: IpAddr) -> Route {
    let next = if hop.is_unspecified() {
        destination
    } else {
        hop
    };
    Route::Via {
        next,
        answers: neighbour(next),
    }
}

/// Whether a neighbour answers, as far as the system knows.
fn neighbour(address: IpAddr) -> Option<bool> {
    let mut table: *mut MIB_IPNET_TABLE2 = ptr::null_mut();
    let family = if address.is_ipv6() { AF_INET6 } else { AF_INET };
    // SAFETY: the call sets `table`, which is ours alone, to null or to a table that is the caller's to free.
    let error = unsafe { GetIpNetTable2(family, &raw mut table) };
    let table = Table::new(error, table.cast())?;
    // SAFETY: the table is whole, and freed when `table` goes: its rows begin at `Table` and are as many as it says.
    let rows: &[MIB_IPNET_ROW2] = unsafe {
        let head = table.0.cast::<MIB_IPNET_TABLE2>();
        let first = (&raw const (*head).Table).cast();
        std::slice::from_raw_parts(first, usize::try_from((*head).NumEntries).unwrap_or(0))
    };
    let known = rows
        .iter()
        .filter(|row| address_in(&row.Address) == Some(address));
    let told: Vec<Option<bool>> = known.map(answers).collect();
    // Of several interfaces one may have it, and the others nothing.
    let silent = !told.is_empty() && told.iter().all(|told| *told == Some(false));
    let answers = told.contains(&Some(true));
    (answers || silent).then_some(answers)
}

fn answers(row: &MIB_IPNET_ROW2) -> Option<bool> {
    let length = usize::try_from(row.PhysicalAddressLength).unwrap_or(0);
    let hardware = row.PhysicalAddress.get(..length).unwrap_or_default();
    winsock::answers(row.State, hardware)
}

fn forward_table() -> Vec<MIB_IPFORWARD_ROW2> {
    let mut table: *mut MIB_IPFORWARD_TABLE2 = ptr::null_mut();
    // SAFETY: the call sets `table`, which is ours alone, to null or to a table that is the caller's to free.
    let error = unsafe { GetIpForwardTable2(AF_UNSPEC, &raw mut table) };
    let Some(table) = Table::new(error, table.cast()) else {
        return Vec::new();
    };
    // SAFETY: the table is whole, and freed when `table` goes: its rows begin at `Table` and are as many as it says. They
    // are copied before.
    let rows: &[MIB_IPFORWARD_ROW2] = unsafe {
        let head = table.0.cast::<MIB_IPFORWARD_TABLE2>();
        let first = (&raw const (*head).Table).cast();
        std::slice::from_raw_parts(first, usize::try_from((*head).NumEntries).unwrap_or(0))
    };
    rows.to_vec()
}

/// A table that the system allocated.
struct Table(*const core::ffi::c_void);

impl Table {
    fn new(error: WIN32_ERROR, table: *const core::ffi::c_void) -> Option<Self> {
        (error == NO_ERROR && !table.is_null()).then_some(Self(table))
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        // SAFETY: the system allocated it, and nobody else frees it.
        unsafe { FreeMibTable(self.0) };
    }
}

/// Shows every adapter; none where the system does not tell.
fn each_adapter(mut show: impl FnMut(&IP_ADAPTER_ADDRESSES_LH)) {
    /// What Microsoft's page of the call begins with, in units that align it.
    const ROOM: usize = 16 * 1024 / 8;
    let mut room = vec![0_u64; ROOM];
    for _ in 0..3 {
        let mut size = u32::try_from(size_of_val(&room[..])).unwrap_or(u32::MAX);
        match adapters_into(&mut room, &mut size) {
            Ok(()) => break,
            // More was plugged in, or there are more of them than there is room for.
            Err(true) => room = vec![0; usize::try_from(size).unwrap_or(0).div_ceil(8) + 64],
            Err(false) => return,
        }
    }
    let mut next: *const IP_ADAPTER_ADDRESSES_LH = room.as_ptr().cast();
    // An empty buffer has a length of zero where an entry has its own.
    // SAFETY: `room` is longer than an entry, aligned for it, and zero is a valid value of all its members; each link is null
    // or a whole entry in `room`, which lives until the end.
    while let Some(adapter) = unsafe { next.as_ref() } {
        // SAFETY: both members of the union are valid for every value.
        if unsafe { adapter.Anonymous1.Anonymous.Length } == 0 {
            return;
        }
        show(adapter);
        next = adapter.Next;
    }
}

/// Whether more room is needed is the error.
fn adapters_into(room: &mut [u64], size: &mut u32) -> Result<(), bool> {
    use windows_sys::Win32::Foundation::ERROR_BUFFER_OVERFLOW;
    let flags = GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
    // SAFETY: the call writes at most `size` bytes to `room`, which is their number, and the number that it needs to `size`;
    // both are ours alone.
    let error = unsafe {
        GetAdaptersAddresses(
            AF_UNSPEC.into(),
            flags,
            ptr::null(),
            room.as_mut_ptr().cast(),
            size,
        )
    };
    match error {
        NO_ERROR => Ok(()),
        error => Err(error == ERROR_BUFFER_OVERFLOW),
    }
}

/// The address at a pointer that the system gave, with the length that it gave.
fn address_of(pointer: *const u8, length: i32) -> Option<IpAddr> {
    let length = usize::try_from(length)
        .ok()
        .filter(|_| !pointer.is_null())?;
    // SAFETY: the system says that so many bytes are there, in a buffer that the caller keeps; none of them is changed.
    winsock::address(unsafe { std::slice::from_raw_parts(pointer, length) })
}

fn address_in(address: &SOCKADDR_INET) -> Option<IpAddr> {
    // SAFETY: the family is the first member of each structure of the union.
    match unsafe { address.si_family } {
        // SAFETY: the family says that this member is the one; four bytes are an address whatever they are.
        AF_INET => Some(IpAddr::from(unsafe {
            address.Ipv4.sin_addr.S_un.S_addr.to_ne_bytes()
        })),
        // SAFETY: the same, with sixteen bytes.
        AF_INET6 => Some(IpAddr::from(unsafe { address.Ipv6.sin6_addr.u.Byte })),
        _ => None,
    }
}

fn whole(address: IpAddr) -> SOCKADDR_INET {
    const { assert!(size_of::<SOCKADDR_INET>() == 28) };
    let bytes = winsock::socket_address(address);
    // SAFETY: the structure has as many bytes, and every value of them is one of it; reading them needs no alignment.
    unsafe { ptr::read_unaligned(bytes.as_ptr().cast()) }
}
