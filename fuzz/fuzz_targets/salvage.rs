//! One damaged actor in a sound map: the map opens, or is refused with a place, and the other actor stays.
#![no_main]

use krachtenveld::storage::{print_document, read};

libfuzzer_sys::fuzz_target!(|inside: &str| {
    let text = format!(
        "(format: \"krachtenveld\", version: 1, id: \"d-0000000000000001\", title: \"x\", actors: [(id: \
         \"a-0000000000000001\", name: \"one\", {inside}), (id: \"a-0000000000000002\", name: \"two\")])"
    );
    match read(text.as_bytes()) {
        Ok(loaded) => {
            let printed = print_document(&loaded.document);
            let again = read(printed.as_bytes()).expect("what was printed opens");
            assert_eq!(print_document(&again.document), printed);
        }
        Err(error) => assert!(error.spot.is_some(), "{error}"),
    }
});
