//! The course page as Markdown.

use super::{CourseCard, CoursePage, PageLine};
use crate::text::course as words;
use crate::text::terms::Named as _;

/// Writes a course page as Markdown, without a picture.
pub fn markdown(page: &CoursePage) -> String {
    let language = page.language;
    let mut out = format!("# {}\n", plain(page.heading()));
    if let Some(sentence) = &page.sentence {
        paragraph(&mut out, &plain(sentence));
    }
    if !page.remarks.is_empty() {
        paragraph(&mut out, &plain(&page.remarks.join(" · ")));
    }
    for column in &page.columns {
        let head = column.direction.word(language);
        let explained = words::explained(column.direction).get(language);
        paragraph(&mut out, &format!("## {head}"));
        paragraph(&mut out, &format!("*{explained}*"));
        if column.cards.is_empty() {
            paragraph(&mut out, words::PAGE_EMPTY.get(language));
        } else {
            out.push('\n');
        }
        for card in &column.cards {
            card_lines(&mut out, card, page);
        }
    }
    for (head, lines) in [
        (words::ROLES, &page.roles),
        (words::WHO_DOES_WHAT, &page.actions),
        (words::OPEN_QUESTIONS, &page.questions),
    ] {
        if !lines.is_empty() {
            paragraph(&mut out, &format!("## {}\n", head.get(language)));
            for line in lines {
                list_line(&mut out, line);
            }
        }
    }
    paragraph(&mut out, words::PAGE_LEAVES_OUT.get(language));
    out
}

fn paragraph(out: &mut String, text: &str) {
    out.push('\n');
    out.push_str(text);
    out.push('\n');
}

fn card_lines(out: &mut String, card: &CourseCard, page: &CoursePage) {
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    let about = [Some(card.about.as_str()), card.role.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let about = about.join(" · ");
    line(format!("- **{}** ({})", plain(&card.name), plain(&about)));
    if let Some(reason) = &card.reason {
        line(format!("  - {}", plain(reason)));
    }
    if let Some(keep) = &card.keep {
        let head = words::KEEP.get(page.language);
        line(format!("  - {head}: {}", plain(keep)));
    }
    if let Some(room) = &card.room {
        line(format!("  - {room}"));
    }
}

fn list_line(out: &mut String, line: &PageLine) {
    out.push_str("- ");
    out.push_str(&plain(&line.text));
    if let Some(remark) = &line.remark {
        for part in [" (", &plain(remark), ")"] {
            out.push_str(part);
        }
    }
    out.push('\n');
}

/// Gives a text on one line in which nothing has a meaning for Markdown or HTML.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    for letter in words.join(" ").chars() {
        if "\\`*_[]<>#|~&!".contains(letter) {
            out.push('\\');
        }
        if !letter.is_control() {
            out.push(letter);
        }
    }
    out
}
