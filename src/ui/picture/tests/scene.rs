//! A page with every kind of shape and text.

use eframe::egui::{
    Align2, Color32, Context, FontFamily, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke,
    StrokeKind, TextFormat, Ui, Vec2,
    epaint::{
        CubicBezierShape, EllipseShape, PathShape, QuadraticBezierShape, RectShape, TextShape,
    },
    pos2,
    text::LayoutJob,
    vec2,
};

use crate::ui::{
    picture::{Drawing, halo},
    theme::fonts,
};

const SIZE: Vec2 = vec2(640.0, 420.0);
pub(super) const INK: Color32 = Color32::DARK_GRAY;
pub(super) const PAPER: Color32 = Color32::WHITE;
pub(super) const BLUE: Color32 = Color32::BLUE;

pub(super) fn drawing(mut paint: impl FnMut(&Painter)) -> Drawing {
    let context = Context::default();
    context.set_fonts(fonts::definitions());
    Drawing::from_ui(&context, SIZE, 4.0, PAPER, |ui: &mut Ui| {
        paint(ui.painter());
    })
}

pub(super) fn text(
    painter: &Painter,
    pos: Pos2,
    words: &str,
    family: FontFamily,
    size: f32,
) -> Rect {
    painter.text(pos, Align2::LEFT_TOP, words, FontId::new(size, family), INK)
}

pub(super) fn name(name: &str) -> FontFamily {
    FontFamily::Name(name.into())
}

fn geometry(painter: &Painter) {
    let line = Stroke::new(2.0, INK);
    painter.circle(pos2(50.0, 50.0), 30.0, BLUE, line);
    painter.circle_filled(pos2(120.0, 50.0), 20.0, BLUE.gamma_multiply(0.5));
    painter.add(EllipseShape {
        center: pos2(190.0, 50.0),
        radius: vec2(40.0, 20.0),
        fill: BLUE,
        stroke: line,
        angle: 0.5,
    });
    painter.line_segment([pos2(250.0, 20.0), pos2(300.0, 80.0)], line);
    for (left, kind) in [
        (320.0, StrokeKind::Inside),
        (390.0, StrokeKind::Middle),
        (460.0, StrokeKind::Outside),
    ] {
        let rect = Rect::from_min_size(pos2(left, 25.0), vec2(50.0, 50.0));
        painter.rect(
            rect,
            8.0,
            BLUE,
            Stroke::new(6.0, INK.gamma_multiply(0.5)),
            kind,
        );
    }
    let arrow = vec![pos2(540.0, 30.0), pos2(600.0, 50.0), pos2(540.0, 70.0)];
    painter.add(PathShape::convex_polygon(arrow.clone(), BLUE, line));
    painter.add(PathShape::line(arrow, Stroke::new(1.0, Color32::RED)));
    painter.add(QuadraticBezierShape::from_points_stroke(
        [pos2(20.0, 130.0), pos2(60.0, 90.0), pos2(100.0, 130.0)],
        false,
        Color32::TRANSPARENT,
        line,
    ));
    painter.add(CubicBezierShape::from_points_stroke(
        [
            pos2(120.0, 130.0),
            pos2(140.0, 80.0),
            pos2(180.0, 180.0),
            pos2(200.0, 130.0),
        ],
        false,
        Color32::TRANSPARENT,
        line,
    ));
    let mut mesh = Mesh::default();
    mesh.colored_vertex(pos2(230.0, 110.0), BLUE);
    mesh.colored_vertex(pos2(270.0, 110.0), BLUE);
    mesh.colored_vertex(pos2(250.0, 150.0), BLUE);
    mesh.add_triangle(0, 1, 2);
    painter.add(mesh);
    let shadow = Rect::from_min_size(pos2(320.0, 105.0), vec2(80.0, 40.0));
    painter.add(
        RectShape::filled(shadow, 6.0, Color32::BLACK.gamma_multiply(0.35)).with_blur_width(16.0),
    );
    painter.rect_filled(shadow, 6.0, Color32::WHITE);
}

fn words(painter: &Painter) {
    let mut y = 170.0;
    for family in [
        FontFamily::Proportional,
        name(fonts::MEDIUM),
        name(fonts::SEMIBOLD),
        name(fonts::BOLD),
        name(fonts::ITALIC),
    ] {
        text(
            painter,
            pos2(20.0, y),
            "Wat is er nodig? AVATAR & co",
            family,
            16.0,
        );
        y += 24.0;
    }
    let mixed = "שלום مرحبا ⊕ ⇄ 😀 ★ ok";
    text(
        painter,
        pos2(20.0, y),
        mixed,
        FontFamily::Proportional,
        16.0,
    );
    labels(painter, y);
    painter.add(formatted(painter));
    let clip = Rect::from_min_size(pos2(480.0, 330.0), vec2(60.0, 60.0));
    let clipped = painter.with_clip_rect(clip);
    clipped.circle_filled(pos2(480.0, 330.0), 50.0, BLUE);
    let family = FontFamily::Proportional;
    text(&clipped, pos2(500.0, 370.0), "afgesneden", family, 14.0);
}

fn labels(painter: &Painter, y: f32) {
    let icon = crate::ui::theme::icons::NETWORK;
    let icons = name(fonts::ICONS);
    text(painter, pos2(20.0, y + 30.0), icon, icons, 24.0);
    text(
        painter,
        pos2(60.0, y + 30.0),
        "missing: \u{16a0} 漢",
        FontFamily::Proportional,
        16.0,
    );
    for (top, width) in [(170.0, 1.5), (230.0, 3.0)] {
        for step in 0_u8..6 {
            let y = top + f32::from(step) * 6.0;
            painter.line_segment([pos2(320.0, y), pos2(620.0, y)], (1.5, BLUE));
        }
        let font = FontId::new(20.0, name(fonts::SEMIBOLD));
        let galley = painter.layout_no_wrap("Gemeente Ede".to_owned(), font, INK);
        painter.extend(halo(&galley, pos2(360.0, top + 2.0), INK, PAPER, width));
    }
    let font = FontId::proportional(14.0);
    let galley = painter.layout(
        "Gedraaide tekst\nop twee regels".to_owned(),
        font,
        INK,
        200.0,
    );
    painter.add(TextShape::new(pos2(330.0, 300.0), galley, INK).with_angle(0.3));
}

fn formatted(painter: &Painter) -> Shape {
    let mut job = LayoutJob::default();
    let plain = TextFormat::simple(FontId::proportional(14.0), INK);
    job.append("gewoon ", 0.0, plain.clone());
    let marked = TextFormat {
        background: Color32::YELLOW,
        underline: Stroke::new(1.0, Color32::RED),
        ..plain.clone()
    };
    job.append("gemarkeerd", 0.0, marked);
    let struck = TextFormat {
        strikethrough: Stroke::new(1.0, INK),
        extra_letter_spacing: 2.0,
        color: BLUE,
        ..plain
    };
    job.append(" weg", 4.0, struck);
    Shape::galley(pos2(330.0, 390.0), painter.layout_job(job), INK)
}

pub(super) fn scene(painter: &Painter) {
    geometry(painter);
    words(painter);
}
