//! The course page as a web page of one file.

use super::{CourseCard, CoursePage, PageLine};
use crate::export::{ReportPicture, escaped};
use crate::text::Text;
use crate::text::course as words;
use crate::text::terms::Named as _;

/// How the web page looks: three columns on a screen and on A4, one below the other on a telephone.
const STYLE: &str = include_str!("../../../assets/course_page.css");

/// Writes a course page as a web page that needs nothing beside it: no script, no font, no picture from elsewhere.
pub fn html(page: &CoursePage, picture: Option<&ReportPicture>) -> String {
    let language = page.language;
    let heading = escaped(page.heading());
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{heading} · {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{heading}</h1>\n",
        language.code(),
        words::PAGE.get(language),
    );
    if let Some(sentence) = &page.sentence {
        element(&mut out, "p", "sentence", sentence);
    }
    if !page.remarks.is_empty() {
        element(&mut out, "p", "remark", &page.remarks.join(" · "));
    }
    if let Some(picture) = picture {
        let label = words::PICTURE.get(language);
        let svg = &picture.svg;
        add(
            &mut out,
            format_args!("<figure role=\"img\" aria-label=\"{label}\">\n{svg}</figure>\n"),
        );
    }
    columns(&mut out, page);
    list(&mut out, words::ROLES, &page.roles, page);
    out.push_str("<div class=\"foot\">\n");
    list(&mut out, words::WHO_DOES_WHAT, &page.actions, page);
    list(&mut out, words::OPEN_QUESTIONS, &page.questions, page);
    out.push_str("</div>\n");
    element(
        &mut out,
        "p",
        "remark",
        words::PAGE_LEAVES_OUT.get(language),
    );
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn add(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.push_str(&std::fmt::format(words));
}

fn element(out: &mut String, tag: &str, class: &str, text: &str) {
    let text = escaped(text);
    add(
        out,
        format_args!("<{tag} class=\"{class}\">{text}</{tag}>\n"),
    );
}

fn columns(out: &mut String, page: &CoursePage) {
    let language = page.language;
    out.push_str("<div class=\"columns\">\n");
    for column in &page.columns {
        out.push_str("<section>\n");
        element(out, "h2", "head", column.direction.word(language));
        let explained = words::explained(column.direction).get(language);
        element(out, "p", "remark", explained);
        if column.cards.is_empty() {
            element(out, "p", "remark", words::PAGE_EMPTY.get(language));
        }
        for card in &column.cards {
            card_element(out, card, page);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</div>\n");
}

fn card_element(out: &mut String, card: &CourseCard, page: &CoursePage) {
    out.push_str("<article>\n");
    element(out, "h3", "name", &card.name);
    let about = [Some(card.about.as_str()), card.role.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    element(out, "p", "remark", &about.join(" · "));
    if let Some(reason) = &card.reason {
        element(out, "p", "reason", reason);
    }
    if let Some(keep) = &card.keep {
        let (head, keep) = (words::KEEP.get(page.language), escaped(keep));
        add(
            out,
            format_args!("<p class=\"keep\"><b>{head}</b> {keep}</p>\n"),
        );
    }
    if let Some(room) = &card.room {
        element(out, "p", "remark", room);
    }
    out.push_str("</article>\n");
}

fn list(out: &mut String, head: Text, lines: &[PageLine], page: &CoursePage) {
    if lines.is_empty() {
        return;
    }
    out.push_str("<section>\n");
    element(out, "h2", "head", head.get(page.language));
    out.push_str("<ul>\n");
    for line in lines {
        let text = escaped(&line.text);
        add(out, format_args!("<li>{text}"));
        if let Some(remark) = &line.remark {
            let remark = escaped(remark);
            add(out, format_args!(" <span class=\"remark\">{remark}</span>"));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}
