//! The page: order, clipping and what goes to which kind of element.

use eframe::egui::{Rect, Shape, epaint::ClippedShape};

use super::{
    Drawing,
    halo::Halo,
    notation::{attribute, measure, number, paint},
    shape, text,
};
use crate::ui::theme::fonts;

/// Who reads the SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// Any program, with any fonts.
    Elsewhere,
    /// Our own renderers, with our own fonts.
    Ourselves,
}

/// Fonts for who lacks Inter.
pub(super) const OTHER_FONTS: &str = "'Segoe UI','Helvetica Neue',Arial,sans-serif";

/// Half a pixel out of the clip is nothing to cut.
const CLIP_TOLERANCE: f32 = 0.5;

/// Writes the whole SVG.
pub(super) fn write(drawing: &Drawing, reader: Reader) -> String {
    let mut sheet = Sheet {
        page: drawing.page(),
        reader,
        body: String::new(),
        clips: Vec::new(),
        open_clip: None,
    };
    let mut flat = Vec::new();
    for ClippedShape { clip_rect, shape } in &drawing.shapes {
        flatten(*clip_rect, shape, &mut flat);
    }
    let mut rest = flat.as_slice();
    while let Some(((clip, shape), after)) = rest.split_first() {
        if let Some((halo, length)) = Halo::at_start_of(rest) {
            rest = rest.get(length..).unwrap_or_default();
            if let Some((clip, shape)) = rest.first() {
                sheet.add(*clip, shape, Some(halo));
                rest = rest.get(1..).unwrap_or_default();
            }
        } else {
            sheet.add(*clip, shape, None);
            rest = after;
        }
    }
    sheet.finish(drawing)
}

struct Sheet {
    page: Rect,
    reader: Reader,
    body: String,
    clips: Vec<Rect>,
    open_clip: Option<usize>,
}

impl Sheet {
    fn add(&mut self, clip: Rect, shape: &Shape, halo: Option<Halo>) {
        let visible = clip.intersect(self.page);
        let bounds = match shape {
            Shape::Text(text) => text::bounds(text),
            other => other.visual_bounding_rect(),
        };
        if !visible.is_positive() || bounds.any_nan() || !visible.intersects(bounds) {
            return;
        }
        let cuts = !clip
            .expand(CLIP_TOLERANCE)
            .contains_rect(bounds.intersect(self.page));
        self.clip_to(cuts.then_some(visible));
        match shape {
            Shape::Text(text) => text::write(text, halo, self.reader, &mut self.body),
            other => shape::write(other, self.page, &mut self.body),
        }
    }

    fn clip_to(&mut self, rect: Option<Rect>) {
        let wanted = rect.map(|rect| {
            let known = self.clips.iter().position(|clip| *clip == rect);
            known.unwrap_or_else(|| {
                self.clips.push(rect);
                self.clips.len() - 1
            })
        });
        if wanted == self.open_clip {
            return;
        }
        if self.open_clip.is_some() {
            self.body.push_str("</g>\n");
        }
        if let Some(index) = wanted {
            self.body.push_str("<g");
            let target = format!("url(#clip{index})");
            attribute(&mut self.body, "clip-path", &target);
            self.body.push_str(">\n");
        }
        self.open_clip = wanted;
    }

    fn finish(mut self, drawing: &Drawing) -> String {
        self.clip_to(None);
        let (width, height) = (number(drawing.size.x), number(drawing.size.y));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{},{OTHER_FONTS}\" \
             stroke-miterlimit=\"1.5\" xml:space=\"preserve\">\n",
            fonts::TEXT_FAMILY
        );
        if !self.clips.is_empty() {
            out.push_str("<defs>\n");
            for (index, clip) in self.clips.iter().enumerate() {
                out.push_str("<clipPath");
                attribute(&mut out, "id", &format!("clip{index}"));
                out.push_str("><rect");
                rect_attributes(&mut out, *clip);
                out.push_str("/></clipPath>\n");
            }
            out.push_str("</defs>\n");
        }
        out.push_str("<rect");
        attribute(&mut out, "width", &width);
        attribute(&mut out, "height", &height);
        paint(&mut out, "fill", drawing.background);
        out.push_str("/>\n");
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
}

/// Writes the place and size of a rectangle.
pub(super) fn rect_attributes(out: &mut String, rect: Rect) {
    measure(out, "x", rect.min.x);
    measure(out, "y", rect.min.y);
    measure(out, "width", rect.width());
    measure(out, "height", rect.height());
}

fn flatten<'a>(clip: Rect, shape: &'a Shape, out: &mut Vec<(Rect, &'a Shape)>) {
    match shape {
        Shape::Vec(shapes) => {
            for shape in shapes {
                flatten(clip, shape, out);
            }
        }
        Shape::Noop | Shape::Callback(_) => {}
        Shape::Circle(_)
        | Shape::Ellipse(_)
        | Shape::LineSegment { .. }
        | Shape::Path(_)
        | Shape::Rect(_)
        | Shape::Text(_)
        | Shape::Mesh(_)
        | Shape::QuadraticBezier(_)
        | Shape::CubicBezier(_) => out.push((clip, shape)),
    }
}
