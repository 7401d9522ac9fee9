//! The answers and notices of lenses as plain text, for reports: nothing private.

use std::fmt::Write as _;

use super::{counts, place, say, short_value, subject};
use crate::lens::{Catalogue, LensPlace, answer_at, attention, key, places, spread};
use crate::model::{Document, Language, Lens, LensField};

/// Gives the answers and notices of the lenses that are on.
pub(crate) fn report(document: &Document, catalogue: &Catalogue, language: Language) -> String {
    let mut text = String::new();
    for lens in catalogue.on(document) {
        if !text.is_empty() {
            text.push('\n');
        }
        let title = say(&lens.title, language);
        put(
            &mut text,
            format_args!("{title}\n{}", say(&lens.about, language)),
        );
        for field in &lens.fields {
            field_lines(&mut text, document, lens, field, language);
        }
        let speaking = attention(document, [lens]);
        let mut open = speaking.iter().filter(|one| !one.private).peekable();
        if open.peek().is_some() {
            put(
                &mut text,
                format_args!("\n{}", super::ATTENTION_TAB.get(language)),
            );
        }
        for one in open {
            let place = place(one.place, &document.now, language);
            let asks = say(&one.check.asks, language);
            put(&mut text, format_args!("- {place}: {asks}"));
        }
    }
    text
}

fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text does not fail.
    let done = writeln!(text, "{line}");
    debug_assert!(done.is_ok(), "a text takes every line");
}

fn field_lines(
    text: &mut String,
    document: &Document,
    lens: &Lens,
    field: &LensField,
    language: Language,
) {
    if field.private {
        return;
    }
    let now = &document.now;
    let label = say(&field.label, language);
    let name = key(lens, field);
    let said = |place: LensPlace| {
        let answer = answer_at(now, place, &name, field);
        let judged = answer.judged().filter(|judged| !judged.private)?;
        let words = short_value(&field.kind, &judged.value, now, language);
        (!words.is_empty() && !hidden(&judged.value)).then_some(words)
    };
    let all = places(now, field.subject);
    if let [LensPlace::Map] = all.as_slice() {
        if let Some(words) = said(LensPlace::Map) {
            put(text, format_args!("\n{label}: {words}"));
        }
        return;
    }
    let spread = spread(now, lens, field, false);
    let numbers = (spread.given, spread.none, spread.not_asked, spread.private);
    let about = subject(field.subject).get(language);
    put(
        text,
        format_args!("\n{label} ({about}; {})", counts(numbers, language)),
    );
    for place_of in all {
        if let Some(words) = said(place_of) {
            put(
                text,
                format_args!("- {}: {words}", place(place_of, now, language)),
            );
        }
    }
}

/// Says whether a long text is private by itself.
fn hidden(value: &crate::model::LensValue) -> bool {
    use crate::model::LensValue;
    match value {
        LensValue::Long(note) => note.private,
        LensValue::NowAndWanted(now, wanted) => hidden(now) || hidden(wanted),
        _ => false,
    }
}
