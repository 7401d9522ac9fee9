//! The course page: one A4, the same every time, and nothing private.

use super::*;
use crate::model::{Content, Note};

const MARK: &str = "Geheim-7f3";

fn example() -> Document {
    let text = include_str!("../../../examples/tweedeling.krachtenveld.ron");
    crate::storage::read(text.as_bytes()).unwrap().document
}

/// Makes every text that can be private so, with a mark in it.
fn with_secrets(mut document: Document) -> Document {
    let now: &mut Content = &mut document.now;
    now.courses.update_all(|course| {
        course.reason = Note::private(MARK);
        course.keep = Note::private(MARK);
    });
    now.actions
        .update_all(|action| action.text = Note::private(MARK));
    now.questions
        .update_all(|question| question.text = Note::private(MARK));
    now.roles
        .update_all(|role| role.reason = Note::private(MARK));
    let purpose = std::sync::Arc::make_mut(&mut now.purpose);
    purpose.issue_sentence = Note::private(MARK);
    let ids: Vec<_> = now.actors.ids().collect();
    for id in ids {
        now.actors.update(id, |actor| {
            actor.notes.push(Note::private(MARK));
            actor.perspective.quote = Note::private(MARK);
        });
    }
    document
}

#[test]
fn the_page_tells_the_choices_with_their_reasons() {
    let page = course_page(&example(), Language::Dutch);
    let text = markdown(&page);
    for words in [
        "Sturen",
        "Meebewegen",
        "Loslaten",
        "Wie doet wat",
        "Open vragen",
        "Loopt vanzelf",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    assert!(html(&page, None).contains("Loopt vanzelf"));
}

#[test]
fn nothing_private_stands_in_any_form_of_the_page() {
    let page = course_page(&with_secrets(example()), Language::Dutch);
    assert!(page.columns.iter().any(|column| !column.cards.is_empty()));
    assert!(!markdown(&page).contains(MARK));
    assert!(!html(&page, None).contains(MARK));
    assert!(page.actions.is_empty() && page.questions.is_empty());
}

#[test]
fn an_empty_map_gives_a_page_that_says_so() {
    let mut ids = crate::model::IdSource::new(1);
    let document = Document::new(ids.fresh(), Language::English);
    let page = course_page(&document, Language::English);
    assert!(page.is_empty());
    assert!(markdown(&page).contains("nothing chosen yet"));
}

#[test]
fn names_are_words_and_no_markup() {
    let mut document = example();
    document.title = "<script>*x*</script>".to_owned();
    let page = course_page(&document, Language::Dutch);
    assert!(!html(&page, None).contains("<script>"));
    assert!(!markdown(&page).contains("# <script>"));
}

#[cfg(feature = "desktop")]
mod printed {
    use super::*;
    use crate::ui::picture::{ReportFile, course_report};

    fn pdf(document: &Document) -> Vec<u8> {
        course_report(document, ReportFile::Pdf, Language::Dutch).unwrap()
    }

    fn n_pages(bytes: &[u8]) -> usize {
        let text = String::from_utf8_lossy(bytes);
        text.matches("/Type /Page").count() + text.matches("/Type/Page").count()
            - text.matches("/Type /Pages").count()
            - text.matches("/Type/Pages").count()
    }

    #[test]
    fn the_page_is_one_a4_and_the_same_every_time() {
        let bytes = pdf(&example());
        assert_eq!(n_pages(&bytes), 1);
        assert!(bytes == pdf(&example()));
    }

    #[test]
    fn no_letter_of_a_full_page_is_too_small_and_what_is_left_out_is_counted() {
        let mut document = example();
        let course = document.now.courses.first().unwrap().clone();
        let targets: Vec<_> = document.now.actors.ids().map(Target::Actor).collect();
        let mut ids = crate::model::IdSource::new(3);
        for target in targets {
            document.now.courses.put(Course {
                id: ids.fresh(),
                target,
                ..course.clone()
            });
        }
        let page = course_page(&document, Language::Dutch);
        let fonts = crate::ui::picture::report_fonts();
        let svg = a4::svg(&page, None, &fonts);
        assert!(svg.contains("en nog "));
        for part in svg.split("font-size=\"").skip(1) {
            let size: f32 = part.split('"').next().unwrap().parse().unwrap();
            assert!(size >= 8.5, "{size}");
        }
        for part in svg.split("<text x=\"").skip(1) {
            let y = part.split("y=\"").nth(1).unwrap();
            let y: f32 = y.split('"').next().unwrap().parse().unwrap();
            assert!(y < A4.1 - 20.0, "{y}");
        }
    }

    #[test]
    fn nothing_private_is_printed() {
        let html = course_report(
            &with_secrets(example()),
            ReportFile::Html,
            Language::English,
        )
        .unwrap();
        assert!(!String::from_utf8(html).unwrap().contains(MARK));
        let page = course_page(&with_secrets(example()), Language::English);
        let fonts = crate::ui::picture::report_fonts();
        assert!(!a4::svg(&page, None, &fonts).contains(MARK));
    }
}
