//! Where each sentence of a locale file stands, so that the program need not read the file for it.

use std::env;
use std::fs;
use std::path::PathBuf;

#[path = "../src/words/entries.rs"]
#[expect(dead_code, reason = "the program finds what is written here")]
mod entries;

/// Writes an index for each locale file. Without one there is no program.
pub(super) fn write_indexes() {
    println!("cargo::rerun-if-changed=build/locales.rs");
    println!("cargo::rerun-if-changed=src/words/entries.rs");
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where"));
    for tag in ["en", "zh-CN"] {
        let path = format!("locales/{tag}.ftl");
        println!("cargo::rerun-if-changed={path}");
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let index = entries::index(&source).concat().concat();
        let index_path = directory.join(format!("{tag}.index"));
        fs::write(&index_path, index)
            .unwrap_or_else(|error| panic!("{}: {error}", index_path.display()));
    }
}
