//! The head of a sealed file: whatever it says, it is judged without work, and never more than a sealed map holds.
#![no_main]

use krachtenveld::storage::{UnsealError, hopeless, is_sealed};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match hopeless(bytes) {
        Some(UnsealError::NotSealed) => assert!(!is_sealed(bytes)),
        Some(UnsealError::TooMuchWork { found, limit }) => assert!(found > limit),
        Some(_) | None => assert!(is_sealed(bytes)),
    }
});
