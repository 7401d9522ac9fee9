//! Whatever opens is sound, prints, and opens again as the same map.
#![no_main]

use krachtenveld::storage::{print_document, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(loaded) = read(bytes) else { return };
    assert!(loaded.document.problems().is_empty());
    let printed = print_document(&loaded.document);
    let again = read(printed.as_bytes()).expect("what was printed opens");
    assert_eq!(print_document(&again.document), printed);
});
