//! The file: what was written is read back, what is not known is kept, what is wrong is said.

use krachtenveld::storage::{print_document, read};

const FULL: &str = include_str!("fixtures/full.krachtenveld.ron");

#[test]
fn the_golden_file_is_printed_as_it_was_read() {
    let loaded = read(FULL.as_bytes()).unwrap();
    let printed = print_document(&loaded.document);
    if printed != FULL {
        std::fs::write(
            concat!(env!("CARGO_TARGET_TMPDIR"), "/printed.ron"),
            &printed,
        )
        .unwrap();
    }
    assert!(printed == FULL, "differs: see target/tmp/printed.ron");
}
