//! Three versions of a map, parted by lines of `=====`: merging them gives a sound map that prints and opens again.
#![no_main]

use krachtenveld::merge::{Choices, Merge, Side};
use krachtenveld::storage::{print_document, read};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut maps = text
        .split("\n=====\n")
        .filter_map(|part| read(part.as_bytes()).ok())
        .map(|loaded| loaded.document);
    let (Some(base), Some(mine), Some(theirs)) = (maps.next(), maps.next(), maps.next()) else {
        return;
    };
    for base in [Some(base), None] {
        let merge = Merge::new(base, mine.clone(), theirs.clone());
        let theirs_all: Choices = merge
            .items()
            .iter()
            .map(|item| (item.spot.clone(), Side::Theirs))
            .collect();
        for choices in [Choices::new(), theirs_all] {
            let Ok(merged) = merge.document(&choices) else {
                continue;
            };
            let printed = print_document(&merged);
            let again = read(printed.as_bytes()).expect("what was merged opens");
            assert_eq!(print_document(&again.document), printed);
        }
    }
});
