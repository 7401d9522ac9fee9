use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;

use super::*;

static NO: AtomicBool = AtomicBool::new(false);

fn words(text: &str) -> Passphrase {
    Passphrase::from(text)
}

#[test]
fn a_sealed_text_opens_with_its_passphrase_and_with_no_other() {
    let sealed = seal(b"geheim", &words("een twee drie"), &NO).unwrap();
    assert!(!sealed.contains("geheim"));
    assert!(is_sealed(sealed.as_bytes()));
    let opened = unseal(sealed.as_bytes(), &words("een twee drie"), &NO).unwrap();
    assert_eq!(opened.as_slice(), b"geheim");
    assert_eq!(
        unseal(sealed.as_bytes(), &words("een twee vier"), &NO),
        Err(UnsealError::WrongPassphrase)
    );
    // A mail program adds text, carriage returns and a signature.
    let mail = format!(
        "Beste Jan,\r\n\r\n{}\r\n-- \r\nPiet",
        sealed.replace('\n', "\r\n")
    );
    let opened = unseal(mail.as_bytes(), &words("een twee drie"), &NO).unwrap();
    assert_eq!(opened.as_slice(), b"geheim");
    // One changed letter in the last full line, and a file cut short.
    let lines: Vec<&str> = sealed.lines().collect();
    let last = lines[lines.len() - 2];
    let other = if last.starts_with('A') { "B" } else { "A" };
    let changed = sealed.replace(last, &format!("{other}{}", &last[1..]));
    assert_eq!(
        unseal(changed.as_bytes(), &words("een twee drie"), &NO),
        Err(UnsealError::Damaged)
    );
    let short = &sealed.as_bytes()[..sealed.len() - 60];
    assert_eq!(
        unseal(short, &words("een twee drie"), &NO),
        Err(UnsealError::Damaged)
    );
}

#[test]
fn a_header_that_asks_too_much_work_is_refused_at_once() {
    for factor in [19, 22, 30] {
        let header = format!(
            "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA {factor}\n{}\n--- {}\n0123456789abcdef",
            "A".repeat(43),
            "A".repeat(43)
        );
        let start = Instant::now();
        let refused = unseal(header.as_bytes(), &words("x"), &NO);
        assert!(start.elapsed() < Duration::from_millis(50));
        assert_eq!(
            refused,
            Err(UnsealError::TooMuchWork {
                found: factor,
                limit: 18
            })
        );
    }
}

#[test]
fn what_is_cancelled_gives_nothing() {
    let stop = AtomicBool::new(true);
    assert!(matches!(
        seal(b"x", &words("y"), &stop),
        Err(SealError::Cancelled)
    ));
}

#[test]
fn generated_passphrases_are_six_different_strong_words() {
    let words: std::collections::BTreeSet<&str> = WORDS.lines().collect();
    assert!(words.len() >= 2000);
    assert_eq!(words.len(), WORDS.lines().count());
    let one = generated().unwrap();
    assert_eq!(one.expose_secret().split('-').count(), 6);
    assert_ne!(one.expose_secret(), generated().unwrap().expose_secret());
    assert_eq!(strength(&one), 4);
    assert!(strength(&Passphrase::from("welkom01")) < 3);
}
