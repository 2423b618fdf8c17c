//! What Windows reads in an executable before it starts it: its version and its manifest, as resources.
//!
//! They are written here in the format of compiled resources, which Microsoft's linker takes as it is; for the GNU linker
//! `windres`, which comes with it, makes an object of them. A `cargo check` links nothing and needs neither.
//! <https://learn.microsoft.com/en-us/windows/win32/menurc/resource-file-formats>

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The kinds of resources: `RT_VERSION` and `RT_MANIFEST`.
const VERSION: u16 = 16;
const MANIFEST: u16 = 24;

/// English of the United States, and UTF-16: what Explorer looks for where there is no other.
const LANGUAGE: u16 = 0x0409;
const UTF_16: u16 = 1200;

/// Has the linker put both into the program, and into nothing else that is built.
pub(super) fn add_resources() {
    println!("cargo::rerun-if-changed=build/windows.rs");
    println!("cargo::rerun-if-changed=build/windows.manifest");
    let Some(directory) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        return;
    };
    let file = directory.join("mailcheck.res");
    if let Err(error) = fs::write(&file, resources()) {
        println!(
            "cargo::warning=no version and no manifest: {}: {error}",
            file.display()
        );
        return;
    }
    if env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("msvc") {
        link(&file);
        // The linker would write one of its own beside the program.
        println!("cargo::rustc-link-arg-bins=/MANIFEST:NO");
    } else {
        let object = directory.join("mailcheck.res.o");
        if object_of(&file, &object) {
            link(&object);
        } else {
            println!(
                "cargo::warning=no windres: the program has no version and no manifest for Windows"
            );
        }
    }
}

fn link(file: &Path) {
    println!("cargo::rustc-link-arg-bins={}", file.display());
}

/// Whether one of the names of `windres` could make it.
fn object_of(resources: &Path, object: &Path) -> bool {
    let architecture = env::var("CARGO_CFG_TARGET_ARCH").unwrap_or_default();
    let names = [
        &format!("{architecture}-w64-mingw32-windres"),
        "windres",
        "llvm-windres",
    ];
    names.into_iter().any(|name| {
        let mut windres = Command::new(name);
        windres
            .args(["-J", "res", "-O", "coff", "-i"])
            .arg(resources);
        let status = windres.arg("-o").arg(object).status();
        status.is_ok_and(|status| status.success())
    })
}

fn resources() -> Vec<u8> {
    let manifest = include_str!("windows.manifest").as_bytes();
    // The first of the file is empty, and tells a 32-bit file from an older one.
    let mut all = resource(0, 0, &[]);
    all.extend(resource(VERSION, 1, &version()));
    all.extend(resource(MANIFEST, 1, manifest));
    all
}

/// One resource with its header.
fn resource(kind: u16, name: u16, data: &[u8]) -> Vec<u8> {
    const HEADER: u32 = 32;
    // Moveable, pure, discardable: as resource compilers have it; Windows has ignored it for thirty years.
    let (flags, language) = if kind == 0 {
        (0, 0)
    } else {
        (0x1030, LANGUAGE)
    };
    let mut bytes = Vec::new();
    bytes.extend(length(data.len()).to_le_bytes());
    bytes.extend(HEADER.to_le_bytes());
    put(&mut bytes, &[0xFFFF, kind, 0xFFFF, name]);
    bytes.extend(0_u32.to_le_bytes());
    put(&mut bytes, &[flags, language]);
    bytes.extend([0; 8]);
    bytes.extend(data);
    align(&mut bytes);
    bytes
}

/// `VS_VERSIONINFO`. <https://learn.microsoft.com/en-us/windows/win32/menurc/vs-versioninfo>
fn version() -> Vec<u8> {
    let version = variable("CARGO_PKG_VERSION");
    let strings = [
        ("CompanyName", "mailcheck"),
        ("FileDescription", &variable("CARGO_PKG_DESCRIPTION")),
        ("FileVersion", &version),
        ("InternalName", "mailcheck"),
        (
            "LegalCopyright",
            &format!("{} licence", variable("CARGO_PKG_LICENSE")),
        ),
        ("OriginalFilename", "mailcheck.exe"),
        ("ProductName", "mailcheck"),
        ("ProductVersion", &version),
    ]
    .map(|(key, value)| string(key, value));
    let table = block(
        &format!("{LANGUAGE:04x}{UTF_16:04x}"),
        true,
        0,
        &[],
        &strings,
    );
    let mut translation = Vec::new();
    put(&mut translation, &[LANGUAGE, UTF_16]);
    let translation = block("Translation", false, 4, &translation, &[]);
    let children = [
        block("StringFileInfo", true, 0, &[], &[table]),
        block("VarFileInfo", true, 0, &[], &[translation]),
    ];
    let fixed = fixed();
    block("VS_VERSION_INFO", false, fixed.len(), &fixed, &children)
}

/// `VS_FIXEDFILEINFO`: the version as numbers.
fn fixed() -> Vec<u8> {
    let number = |name: &str| variable(name).parse::<u32>().unwrap_or_default();
    let high = number("CARGO_PKG_VERSION_MAJOR") << 16 | number("CARGO_PKG_VERSION_MINOR");
    let low = number("CARGO_PKG_VERSION_PATCH") << 16;
    let (signature, of_structure) = (0xFEEF_04BD, 0x0001_0000);
    let (mask, flags, windows, program) = (0x3F, 0, 0x0004_0004, 1);
    let values: [u32; 13] = [
        signature,
        of_structure,
        high,
        low,
        high,
        low,
        mask,
        flags,
        windows,
        program,
        0,
        0,
        0,
    ];
    values.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn string(key: &str, value: &str) -> Vec<u8> {
    let mut text = Vec::new();
    put(&mut text, &utf_16(value));
    // The length of a text is counted in characters, and that of anything else in bytes.
    block(key, true, text.len() / 2, &text, &[])
}

/// A value with a name, and others within it.
fn block(
    key: &str,
    is_text: bool,
    value_length: usize,
    value: &[u8],
    children: &[Vec<u8>],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(&mut bytes, &[0, short(value_length), is_text.into()]);
    put(&mut bytes, &utf_16(key));
    align(&mut bytes);
    bytes.extend(value);
    for child in children {
        align(&mut bytes);
        bytes.extend(child);
    }
    let length = short(bytes.len());
    bytes[..2].copy_from_slice(&length.to_le_bytes());
    bytes
}

fn utf_16(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn put(bytes: &mut Vec<u8>, numbers: &[u16]) {
    bytes.extend(numbers.iter().copied().flat_map(u16::to_le_bytes));
}

/// Everything begins at a multiple of four.
fn align(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

fn short(length: usize) -> u16 {
    u16::try_from(length).expect("a version is short")
}

fn length(length: usize) -> u32 {
    u32::try_from(length).expect("a manifest is short")
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}
