//! Gathers the lenses under `assets/lenses`, so that a new one takes a file and no code.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("assets/lenses");
    println!("cargo::rerun-if-changed=assets/lenses");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".lens.ron") {
            files.push(path);
        }
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = file.to_string_lossy();
        writeln!(list, "({name:?}, include_str!({path:?})),")?;
    }
    list.push(']');
    let out = Path::new(&env::var("OUT_DIR")?).join("lenses.rs");
    fs::write(out, list)?;
    Ok(())
}
