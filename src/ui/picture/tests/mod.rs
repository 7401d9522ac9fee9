//! What each kind of shape and text becomes.

mod scene;

use eframe::egui::{
    Color32, FontFamily, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, TextFormat, Vec2,
    epaint::{
        CubicBezierShape, EllipseShape, PathShape, PathStroke, QuadraticBezierShape, TextShape,
    },
    pos2,
    text::{LayoutJob, TextWrapping},
    vec2,
};
use resvg::usvg::Node;

use self::scene::{BLUE, INK, PAPER, drawing, name, scene, text};
use super::{
    Drawing, PictureError, halo, output, pdf, png,
    sheet::{self, Reader},
    svg,
};
use crate::ui::theme::fonts;

#[test]
fn equal_drawings_give_equal_bytes() {
    let files = || {
        let drawing = drawing(scene);
        let image = png(&drawing, 1.0).unwrap();
        let page = pdf(&drawing, "Scène").unwrap();
        (svg(&drawing), image, page)
    };
    assert!(files() == files());
}

#[test]
fn every_shape_becomes_its_element() {
    let line = Stroke::new(2.0, INK);
    let check = |shape: Shape, expected: &str| {
        let written = svg(&drawing(|painter| {
            painter.add(shape.clone());
        }));
        assert!(written.contains(expected), "{expected} is not in {written}");
    };
    let at = pos2(50.0, 40.0);
    check(
        Shape::circle_filled(at, 10.0, BLUE),
        r##"<circle cx="50" cy="40" r="10" fill="#0000ff"/>"##,
    );
    check(
        Shape::circle_stroke(at, 10.0, line),
        r##"r="11" fill="none" stroke="#606060" stroke-width="2"/>"##,
    );
    check(
        EllipseShape::filled(at, vec2(9.0, 5.0), BLUE).into(),
        r#"<ellipse cx="50" cy="40" rx="9" ry="5""#,
    );
    check(
        Shape::line_segment([at, pos2(60.255, 45.0)], line),
        r#"<line x1="50" y1="40" x2="60.26" y2="45""#,
    );
    check(
        Shape::line(vec![at, pos2(60.0, 40.0), pos2(60.0, 50.0)], line),
        r#"<path d="M50 40L60 40L60 50" fill="none""#,
    );
    let box_around = Rect::from_min_size(at, vec2(40.0, 20.0));
    check(
        Shape::rect_filled(box_around, 4.0, BLUE),
        r#"<rect x="50" y="40" width="40" height="20" rx="4""#,
    );
    check(
        Shape::rect_stroke(box_around, 4.0, line, StrokeKind::Inside),
        r#"<rect x="51" y="41" width="38" height="18" rx="3" fill="none""#,
    );
    let curve = [at, pos2(60.0, 20.0), pos2(70.0, 40.0)];
    check(
        QuadraticBezierShape::from_points_stroke(curve, true, BLUE, line).into(),
        r##"d="M50 40Q60 20 70 40Z" fill="#0000ff""##,
    );
    let curve = [at, pos2(55.0, 20.0), pos2(60.0, 20.0), pos2(70.0, 40.0)];
    check(
        CubicBezierShape::from_points_stroke(curve, false, Color32::TRANSPARENT, line).into(),
        r#"d="M50 40C55 20 60 20 70 40" fill="none""#,
    );
    check(
        Shape::Vec(vec![Shape::Noop, Shape::circle_filled(at, 3.0, BLUE)]),
        r#"r="3""#,
    );
}

#[test]
fn a_closed_path_is_stroked_on_its_own_side() {
    let square = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0)];
    let check = |points: Vec<Pos2>, kind: StrokeKind, expected: &str| {
        let stroke = PathStroke::new(2.0, INK).with_kind(kind);
        let shape = PathShape::closed_line(points, stroke);
        let written = svg(&drawing(|painter| {
            painter.add(shape.clone());
        }));
        assert!(written.contains(expected), "{expected} is not in {written}");
    };
    let points: Vec<Pos2> = square
        .iter()
        .map(|(x, y)| pos2(x + 10.0, y + 10.0))
        .collect();
    let mut backwards = points.clone();
    backwards.reverse();
    check(
        points.clone(),
        StrokeKind::Middle,
        "M10 10L30 10L30 30L10 30Z",
    );
    check(points.clone(), StrokeKind::Outside, "M9 9L31 9L31 31L9 31Z");
    check(points, StrokeKind::Inside, "M11 11L29 11L29 29L11 29Z");
    check(backwards, StrokeKind::Outside, "M9 31L31 31L31 9L9 9Z");
}

#[test]
fn a_clip_is_written_only_where_it_cuts() {
    let check = |radius: f32, expected: usize| {
        let written = svg(&drawing(|painter| {
            let clip = Rect::from_min_size(pos2(10.0, 10.0), vec2(40.0, 40.0));
            let painter = painter.with_clip_rect(clip);
            painter.circle_filled(pos2(30.0, 30.0), radius, BLUE);
            painter.circle_filled(pos2(31.0, 30.0), radius, BLUE);
            painter.circle_filled(pos2(200.0, 200.0), radius, BLUE);
        }));
        assert_eq!(written.matches("<clipPath").count(), expected);
        assert_eq!(written.matches("<g clip-path").count(), expected);
        assert_eq!(
            written.matches("<circle").count(),
            2,
            "what is cut away is left out"
        );
    };
    check(10.0, 0);
    check(25.0, 1);
}

#[test]
fn a_rim_is_one_stroke_and_its_words_are_found_once() {
    let drawing = drawing(|painter| {
        let galley = painter.layout_no_wrap("Ede".to_owned(), FontId::default(), INK);
        painter.extend(halo(&galley, pos2(20.0, 20.0), INK, PAPER, 2.0));
    });
    let shared = svg(&drawing);
    assert_eq!(shared.matches(">Ede<").count(), 2);
    assert!(shared.contains(r#"stroke-width="4" stroke-linejoin="round""#));
    let own = sheet::write(&drawing, Reader::Ourselves);
    assert_eq!(own.matches(">Ede<").count(), 1);
    assert_eq!(own.matches("<path d=").count(), 1);
}

#[test]
fn texts_painted_side_by_side_are_no_rim() {
    let written = svg(&drawing(|painter| {
        for left in [10.0_f32, 60.0, 110.0, 160.0, 210.0] {
            let galley = painter.layout_no_wrap("Ede".to_owned(), FontId::default(), INK);
            painter.galley_with_override_text_color(pos2(left, 9.0), galley, BLUE);
        }
    }));
    assert_eq!(written.matches(">Ede<").count(), 5);
    assert!(!written.contains("stroke-linejoin"));
}

#[test]
fn words_stand_where_egui_paints_them() {
    for family in [
        FontFamily::Proportional,
        name(fonts::SEMIBOLD),
        name(fonts::ITALIC),
    ] {
        let words = "AVATAR, Ýpsilon gjq";
        let drawing = drawing(|painter| {
            text(painter, pos2(40.0, 60.0), words, family.clone(), 24.0);
        });
        let Some(Shape::Text(shape)) = drawing.shapes.last().map(|clipped| &clipped.shape) else {
            panic!("the text is the last shape");
        };
        let painted = shape.visual_bounding_rect();
        let tree = output::tree(&drawing).unwrap();
        let Some(Node::Text(node)) = tree.root().children().last() else {
            panic!("the text is the last element");
        };
        assert_eq!(node.chunks()[0].text(), words);
        let drawn = node.flattened().abs_stroke_bounding_box();
        let gaps = [
            painted.left() - drawn.left(),
            painted.top() - drawn.top(),
            painted.right() - drawn.right(),
            painted.bottom() - drawn.bottom(),
        ];
        assert!(gaps.iter().all(|gap| gap.abs() < 0.6), "{family}: {gaps:?}");
    }
}

#[test]
fn rows_and_turned_text_keep_their_words() {
    let drawing = drawing(|painter| {
        let words = "eerste regel\ntweede & laatste".to_owned();
        let galley = painter.layout(words, FontId::default(), INK, 300.0);
        painter.add(TextShape::new(pos2(50.0, 60.0), galley, INK).with_angle(0.5));
    });
    let written = svg(&drawing);
    assert!(written.contains(r#"<g transform="rotate(28.65 50 60)">"#));
    assert!(written.contains(">eerste regel</text>"));
    assert!(written.contains(">tweede &amp; laatste</text>"));
}

#[test]
fn letters_come_in_the_font_that_holds_them() {
    let check = |words: &str, expected: &str| {
        let drawing = drawing(|painter| {
            text(
                painter,
                pos2(10.0, 10.0),
                words,
                FontFamily::Proportional,
                16.0,
            );
        });
        let written = svg(&drawing);
        assert!(written.contains(expected), "{expected} is not in {written}");
        output::tree(&drawing).unwrap();
    };
    check("wat", ">wat</text>");
    check("שלום", "font-family=\"'Noto Sans Hebrew',");
    check("שלום", ">שלום</text>");
    check("السلام ok", ">السلام</tspan>");
    check("⇄", "font-family=\"'Noto Sans Math',");
    check("👩‍👩‍👧", "font-family=\"'Noto Emoji',");
    check("漢", ">漢</text>");
    check("e\u{301}\u{200f}\u{202e}x", "<text");
    check("a\u{0}b\u{b}<c>", ">ab&lt;c&gt;</text>");
    check("links\trechts", ">links</tspan>");
    check("een\r\ntwee", ">een</text>");
    check("\n\n", "</svg>");
}

#[test]
fn elided_and_wrapped_text_is_written_as_it_stands() {
    let drawing = drawing(|painter| {
        let format = TextFormat::simple(FontId::proportional(14.0), INK);
        let mut job = LayoutJob::single_section("Samenwerkingsverband regio".to_owned(), format);
        job.wrap = TextWrapping::truncate_at_width(80.0);
        painter.galley(pos2(10.0, 10.0), painter.layout_job(job), INK);
        let words = "שלום עולם טוב מאוד ועוד מילים".to_owned();
        let galley = painter.layout(words, FontId::default(), INK, 60.0);
        painter.galley(pos2(10.0, 40.0), galley, INK);
    });
    let written = svg(&drawing);
    assert!(written.contains("…</text>"), "{written}");
    assert!(!written.contains("regio"));
    assert!(written.contains(">שלום<"), "{written}");
}

#[test]
fn an_icon_becomes_an_outline() {
    let icon = crate::ui::theme::icons::NETWORK;
    let drawing = drawing(|painter| {
        text(painter, pos2(10.0, 10.0), icon, name(fonts::ICONS), 24.0);
    });
    let written = svg(&drawing);
    assert!(written.contains("<path d=\"M"));
    assert!(!written.contains("<text"));
}

#[test]
fn a_page_without_size_is_an_error() {
    let check = |size: Vec2, scale: f32| {
        let drawing = Drawing {
            shapes: Vec::new(),
            size,
            background: PAPER,
        };
        let error = png(&drawing, scale).unwrap_err();
        assert!(matches!(error, PictureError::Size { .. }), "{error}");
    };
    check(vec2(0.0, 10.0), 1.0);
    check(vec2(100.0, f32::NAN), 1.0);
    check(vec2(100.0, 100.0), 1000.0);
    check(vec2(100.0, 100.0), -1.0);
    let empty = Drawing {
        shapes: Vec::new(),
        size: Vec2::ZERO,
        background: PAPER,
    };
    assert!(pdf(&empty, "").is_err());
}

#[test]
fn files_hold_no_date_and_no_author() {
    let drawing = drawing(scene);
    let page = pdf(&drawing, "Krachtenveld").unwrap();
    for word in [
        "CreationDate",
        "ModDate",
        "Author",
        "CreateDate",
        "/home",
        "/root",
    ] {
        let found = page.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!found, "{word}");
    }
    let image = png(&drawing, 1.0).unwrap();
    assert!(image.starts_with(b"\x89PNG"));
}
