//! The proxy of the settings (`WinHTTP`).

use std::ptr;

use windows_sys::Win32::Foundation::GlobalFree;
use windows_sys::Win32::Networking::WinHttp::{
    WINHTTP_CURRENT_USER_IE_PROXY_CONFIG, WINHTTP_PROXY_INFO, WinHttpGetDefaultProxyConfiguration,
    WinHttpGetIEProxyConfigForCurrentUser,
};

use crate::facts::SystemProxy;

/// What the user's settings say, or, where they say nothing, those of the machine (`netsh winhttp`).
pub(in crate::net) fn proxy_settings() -> Option<SystemProxy> {
    of_user().or_else(of_machine)
}

fn of_user() -> Option<SystemProxy> {
    let mut told = WINHTTP_CURRENT_USER_IE_PROXY_CONFIG::default();
    // SAFETY: the call fills `told`, which is ours alone, with pointers that are null or the caller's to free.
    if unsafe { WinHttpGetIEProxyConfigForCurrentUser(&raw mut told) } == 0 {
        return None;
    }
    said(SystemProxy {
        proxy: taken(told.lpszProxy),
        bypass: taken(told.lpszProxyBypass),
        pac: taken(told.lpszAutoConfigUrl),
    })
}

fn of_machine() -> Option<SystemProxy> {
    let mut told = WINHTTP_PROXY_INFO::default();
    // SAFETY: as above.
    if unsafe { WinHttpGetDefaultProxyConfiguration(&raw mut told) } == 0 {
        return None;
    }
    said(SystemProxy {
        proxy: taken(told.lpszProxy),
        bypass: taken(told.lpszProxyBypass),
        pac: None,
    })
}

/// A list of exceptions alone is no proxy.
fn said(settings: SystemProxy) -> Option<SystemProxy> {
    let any = settings.proxy.is_some() || settings.pac.is_some();
    any.then_some(settings)
}

/// The text at a pointer of `WinHTTP`'s, which is freed.
fn taken(text: *mut u16) -> Option<String> {
    /// More than a registry value of this kind has.
    const LONGEST: usize = 64 * 1024;
    if text.is_null() {
        return None;
    }
    // SAFETY: WinHTTP ends its texts with zero, and nothing behind that is looked at.
    let length = (0..LONGEST).find(|&index| unsafe { *text.add(index) } == 0);
    // SAFETY: so many units are there, as was just seen, and nobody changes them.
    let units = unsafe { std::slice::from_raw_parts(text, length.unwrap_or(LONGEST)) };
    let text_said = String::from_utf16_lossy(units).trim().to_owned();
    // SAFETY: the text is the caller's to free with this function (WinHTTP's page of the call), and is not used again.
    let freed = unsafe { GlobalFree(text.cast()) };
    debug_assert_eq!(freed, ptr::null_mut());
    Some(text_said).filter(|text| !text.is_empty())
}
