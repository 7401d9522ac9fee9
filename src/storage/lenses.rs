//! The lenses that are built in, and lenses as files of their own.

use std::sync::{Arc, OnceLock};

use super::form;
use super::read::{LoadedLens, read_lens};
use super::schema::InFile as _;
use crate::model::Lens;

/// The name and the text of every lens that is built in.
pub const BUILT_IN_LENSES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/lenses.rs"));

/// The first line of a lens in a file.
const FIRST_LINE: &str = "// Krachtenveld - bril v1\n";

/// Gives the lenses that are built in; read once.
pub fn built_in_lenses() -> &'static [Arc<Lens>] {
    static LENSES: OnceLock<Vec<Arc<Lens>>> = OnceLock::new();
    LENSES.get_or_init(|| {
        let sound = BUILT_IN_LENSES.iter().filter_map(|(_, text)| {
            let loaded: LoadedLens = read_lens(text.as_bytes()).ok()?;
            loaded.faults.is_empty().then(|| Arc::new(loaded.lens))
        });
        sound.collect()
    })
}

/// Gives the canonical text of a lens.
pub fn print_lens(lens: &Lens) -> String {
    let mut text = FIRST_LINE.to_owned();
    let tree = form::Tree::Variant("Lens", Box::new(lens.tree().block()));
    text.push_str(&form::print(&tree));
    text
}
