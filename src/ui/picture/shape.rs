//! Shapes without words, as elements of SVG.

use eframe::egui::{
    Color32, CornerRadius, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, Vec2,
    epaint::{
        CircleShape, ColorMode, EllipseShape, PathShape, PathStroke, RectShape, Vertex, WHITE_UV,
    },
};

use super::{
    notation::{attribute, is_clear, measure, number, paint, place},
    sheet::rect_attributes,
};

/// How many rectangles make the soft edge of a shadow.
const BLUR_STEPS: u8 = 8;

/// Writes one shape; the page bounds shapes that have no end.
pub(super) fn write(shape: &Shape, page: Rect, out: &mut String) {
    match shape {
        Shape::Circle(circle) => circle_element(circle, out),
        Shape::Ellipse(ellipse) => ellipse_element(ellipse, out),
        Shape::LineSegment { points, stroke } => line(*points, *stroke, out),
        Shape::Path(path) => path_shape(path, out),
        Shape::Rect(rect) => rect_shape(rect, page, out),
        Shape::Mesh(mesh) => mesh_paths(mesh, out),
        Shape::QuadraticBezier(curve) => {
            let [from, control, to] = curve.points.map(place);
            let data = closed(format!("M{from}Q{control} {to}"), curve.closed);
            let stroke = solid(&curve.stroke, curve.visual_bounding_rect());
            path_element(&data, curve.fill, stroke, out);
        }
        Shape::CubicBezier(curve) => {
            let [from, first, second, to] = curve.points.map(place);
            let data = closed(format!("M{from}C{first} {second} {to}"), curve.closed);
            let stroke = solid(&curve.stroke, curve.visual_bounding_rect());
            path_element(&data, curve.fill, stroke, out);
        }
        Shape::Vec(shapes) => {
            for shape in shapes {
                write(shape, page, out);
            }
        }
        Shape::Noop | Shape::Text(_) | Shape::Callback(_) => {}
    }
}

/// Writes a straight line.
pub(super) fn line([from, to]: [Pos2; 2], stroke: Stroke, out: &mut String) {
    if stroke.is_empty() {
        return;
    }
    out.push_str("<line");
    measure(out, "x1", from.x);
    measure(out, "y1", from.y);
    measure(out, "x2", to.x);
    measure(out, "y2", to.y);
    stroke_attributes(stroke, out);
    out.push_str("/>\n");
}

/// Writes a path with a fill, a stroke, or both.
pub(super) fn path_element(data: &str, fill: Color32, stroke: Stroke, out: &mut String) {
    if (is_clear(fill) && stroke.is_empty()) || data.is_empty() {
        return;
    }
    out.push_str("<path");
    attribute(out, "d", data);
    paint(out, "fill", fill);
    stroke_attributes(stroke, out);
    out.push_str("/>\n");
}

/// egui strokes a circle outside its radius.
fn circle_element(circle: &CircleShape, out: &mut String) {
    let CircleShape {
        center,
        radius,
        fill,
        stroke,
    } = *circle;
    if radius <= 0.0 {
        return;
    }
    for (grow, fill, stroke) in layers(fill, stroke, StrokeKind::Outside) {
        out.push_str("<circle");
        measure(out, "cx", center.x);
        measure(out, "cy", center.y);
        measure(out, "r", radius + grow);
        paint(out, "fill", fill);
        stroke_attributes(stroke, out);
        out.push_str("/>\n");
    }
}

fn ellipse_element(ellipse: &EllipseShape, out: &mut String) {
    let EllipseShape {
        center,
        radius,
        fill,
        stroke,
        angle,
    } = *ellipse;
    if radius.min_elem() <= 0.0 {
        return;
    }
    for (grow, fill, stroke) in layers(fill, stroke, StrokeKind::Outside) {
        out.push_str("<ellipse");
        measure(out, "cx", center.x);
        measure(out, "cy", center.y);
        measure(out, "rx", radius.x + grow);
        measure(out, "ry", radius.y + grow);
        rotation(out, angle, center);
        paint(out, "fill", fill);
        stroke_attributes(stroke, out);
        out.push_str("/>\n");
    }
}

fn path_shape(path: &PathShape, out: &mut String) {
    if path.points.len() < 2 || path.points.iter().any(|point| point.any_nan()) {
        return;
    }
    let stroke = solid(&path.stroke, path.visual_bounding_rect());
    if !path.closed {
        // An open path has no inside; egui leaves it without a fill.
        let data = polygon(&path.points, false);
        return path_element(&data, Color32::TRANSPARENT, stroke, out);
    }
    for (grow, fill, stroke) in layers(path.fill, stroke, path.stroke.kind) {
        let data = if grow == 0.0 {
            polygon(&path.points, true)
        } else {
            polygon(&grown(&path.points, grow), true)
        };
        path_element(&data, fill, stroke, out);
    }
}

fn rect_shape(shape: &RectShape, page: Rect, out: &mut String) {
    let RectShape {
        rect,
        corner_radius,
        mut fill,
        mut stroke,
        mut stroke_kind,
        round_to_pixels: _,
        blur_width,
        ref brush,
        angle,
    } = *shape;
    let margin = page.expand(page.size().max_elem());
    let mut rect = if angle == 0.0 {
        rect.intersect(margin)
    } else {
        rect
    };
    if brush.is_some() {
        // An image cannot be drawn; the plain rectangle below it would be a wrong colour.
        fill = Color32::TRANSPARENT;
    }
    let outer = rect.expand(outside(stroke_kind, stroke.width));
    if !stroke.is_empty() && outer.size().min_elem() <= 2.0 * stroke.width {
        // As in egui: a stroke that covers the whole rectangle is a fill.
        rect = outer;
        fill = stroke.color;
        stroke = Stroke::NONE;
        stroke_kind = StrokeKind::Middle;
    }
    let radius = |grow: f32| -> [f32; 4] {
        let CornerRadius { nw, ne, sw, se } = corner_radius;
        [nw, ne, se, sw].map(|corner| {
            let corner = f32::from(corner);
            if corner > 0.0 {
                (corner + grow).max(0.0)
            } else {
                0.0
            }
        })
    };
    if blur_width > 0.0 && !is_clear(fill) {
        let share = 1.0 / f32::from(BLUR_STEPS);
        let [_, _, _, alpha] = fill.to_normalized_gamma_f32();
        let opacity = 1.0 - (1.0 - alpha).powf(share);
        let layer = fill.gamma_multiply(opacity / alpha);
        for step in 0..BLUR_STEPS {
            let grow = blur_width * (0.5 - (f32::from(step) + 0.5) * share);
            let soft = rect.expand(grow);
            if soft.is_positive() {
                let corners = radius(0.0).map(|corner| corner + blur_width / 2.0 + grow);
                rect_element(soft, corners, angle, (layer, Stroke::NONE), out);
            }
        }
        return;
    }
    for (grow, fill, stroke) in layers(fill, stroke, stroke_kind) {
        rect_element(rect.expand(grow), radius(grow), angle, (fill, stroke), out);
    }
}

fn rect_element(
    rect: Rect,
    corners: [f32; 4],
    angle: f32,
    (fill, stroke): (Color32, Stroke),
    out: &mut String,
) {
    let most = rect.size().min_elem() / 2.0;
    let corners @ [nw, ne, se, sw] = corners.map(|corner| corner.clamp(0.0, most.max(0.0)));
    if corners.iter().all(|corner| (corner - nw).abs() < 0.01) {
        out.push_str("<rect");
        rect_attributes(out, rect);
        if nw > 0.0 {
            measure(out, "rx", nw);
        }
    } else {
        let arc = |radius: f32, to: Pos2| {
            let radius = number(radius);
            format!("A{radius} {radius} 0 0 1 {}", place(to))
        };
        let (left, right) = (rect.left(), rect.right());
        let (top, bottom) = (rect.top(), rect.bottom());
        let data = format!(
            "M{}H{}{}V{}{}H{}{}V{}{}Z",
            place(Pos2::new(left + nw, top)),
            number(right - ne),
            arc(ne, Pos2::new(right, top + ne)),
            number(bottom - se),
            arc(se, Pos2::new(right - se, bottom)),
            number(left + sw),
            arc(sw, Pos2::new(left, bottom - sw)),
            number(top + nw),
            arc(nw, Pos2::new(left + nw, top)),
        );
        out.push_str("<path");
        attribute(out, "d", &data);
    }
    rotation(out, angle, rect.center());
    paint(out, "fill", fill);
    stroke_attributes(stroke, out);
    out.push_str("/>\n");
}

/// Triangles in plain colours; an image or letters in a mesh cannot be drawn.
fn mesh_paths(mesh: &Mesh, out: &mut String) {
    let corner =
        |index: u32| -> Option<&Vertex> { mesh.vertices.get(usize::try_from(index).ok()?) };
    if mesh.texture_id != TextureId::default() {
        return;
    }
    let mut data = String::new();
    let mut color = Color32::TRANSPARENT;
    for [first, second, third] in mesh.indices.as_chunks::<3>().0 {
        let (Some(a), Some(b), Some(c)) = (corner(*first), corner(*second), corner(*third)) else {
            continue;
        };
        let triangle = [a, b, c];
        if triangle.iter().any(|vertex| vertex.uv != WHITE_UV) {
            continue;
        }
        let mixed = a
            .color
            .lerp_to_gamma(b.color, 0.5)
            .lerp_to_gamma(c.color, 1.0 / 3.0);
        if mixed != color {
            path_element(&data, color, Stroke::NONE, out);
            data.clear();
            color = mixed;
        }
        data.push_str(&polygon(&triangle.map(|vertex| vertex.pos), true));
    }
    path_element(&data, color, Stroke::NONE, out);
}

/// The elements that make a filled and stroked shape: how much each grows, and its paint.
///
/// Fill and stroke share an element, unless a stroke beside the edge lets the fill through.
fn layers(
    fill: Color32,
    stroke: Stroke,
    kind: StrokeKind,
) -> impl Iterator<Item = (f32, Color32, Stroke)> {
    let grow = outside(kind, stroke.width) - stroke.width / 2.0;
    let (fill_alone, rest) = if stroke.is_empty() {
        (Some((0.0, fill, Stroke::NONE)), None)
    } else if is_clear(fill) || stroke.color.is_opaque() || grow == 0.0 {
        (None, Some((grow, fill, stroke)))
    } else {
        let clear = Color32::TRANSPARENT;
        (Some((0.0, fill, Stroke::NONE)), Some((grow, clear, stroke)))
    };
    fill_alone
        .into_iter()
        .chain(rest)
        .filter(|(_, fill, stroke)| !is_clear(*fill) || !stroke.is_empty())
}

/// How far a stroke reaches outside the edge.
fn outside(kind: StrokeKind, width: f32) -> f32 {
    match kind {
        StrokeKind::Inside => 0.0,
        StrokeKind::Middle => width / 2.0,
        StrokeKind::Outside => width,
    }
}

/// A closed line moved outward along its normals, as egui does it.
fn grown(points: &[Pos2], by: f32) -> Vec<Pos2> {
    let normal = |from: Pos2, to: Pos2| (to - from).normalized().rot90();
    let around = points.iter().cycle();
    let befores = around.clone().skip(points.len().saturating_sub(1));
    let afters = around.skip(1);
    let moved = points.iter().zip(befores).zip(afters);
    let side = if clockwise(points) { -1.0 } else { 1.0 };
    moved
        .map(|((point, before), after)| {
            let mean = (normal(*before, *point) + normal(*point, *after)) / 2.0;
            let length = mean.length_sq();
            let reach: Vec2 = if length > 0.1 { mean / length } else { mean };
            *point - reach * by * side
        })
        .collect()
}

fn clockwise(points: &[Pos2]) -> bool {
    let around = points.iter().cycle().skip(1);
    let area: f32 = points
        .iter()
        .zip(around)
        .map(|(one, next)| one.x * next.y - next.x * one.y)
        .sum();
    area >= 0.0
}

fn polygon(points: &[Pos2], is_closed: bool) -> String {
    let mut data = String::new();
    for (index, point) in points.iter().enumerate() {
        data.push(if index == 0 { 'M' } else { 'L' });
        data.push_str(&place(*point));
    }
    closed(data, is_closed)
}

fn closed(mut data: String, is_closed: bool) -> String {
    if is_closed {
        data.push('Z');
    }
    data
}

/// A stroke in one colour; one that changes along the path takes the colour of the middle.
fn solid(stroke: &PathStroke, bounds: Rect) -> Stroke {
    let color = match &stroke.color {
        ColorMode::Solid(color) => *color,
        ColorMode::UV(color_at) => color_at(bounds, bounds.center()),
    };
    Stroke::new(stroke.width, color)
}

fn stroke_attributes(stroke: Stroke, out: &mut String) {
    if !stroke.is_empty() {
        paint(out, "stroke", stroke.color);
        measure(out, "stroke-width", stroke.width);
    }
}

fn rotation(out: &mut String, angle: f32, pivot: Pos2) {
    if let Some(turn) = turned(angle, pivot) {
        attribute(out, "transform", &turn);
    }
}

/// The transform for a turn around a point, if there is one.
pub(super) fn turned(angle: f32, pivot: Pos2) -> Option<String> {
    let degrees = angle.to_degrees();
    (degrees.abs() > 0.005).then(|| format!("rotate({} {})", number(degrees), place(pivot)))
}
