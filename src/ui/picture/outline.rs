//! Letters as outlines, for fonts that no other program has.

use eframe::egui::{Pos2, Vec2};
use resvg::{
    tiny_skia::PathSegment,
    usvg::{Group, Node, Options, Tree},
};

use super::{
    notation::{escaped, number, place},
    output,
};

/// The outline of a piece of text with its baseline at `origin`, as path data.
///
/// Empty when the text has no outline.
pub(super) fn path_data(text: &str, family: &str, size: f32, origin: Pos2) -> String {
    let source = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">\
         <text font-family=\"{family}\" font-size=\"{}\">{}</text></svg>",
        number(size),
        escaped(text)
    );
    let options = Options {
        fontdb: output::fonts(),
        ..Options::default()
    };
    let mut data = String::new();
    if let Ok(tree) = Tree::from_str(&source, &options) {
        add_group(tree.root(), origin.to_vec2(), &mut data);
    }
    data
}

fn add_group(group: &Group, origin: Vec2, data: &mut String) {
    for node in group.children() {
        match node {
            Node::Group(group) => add_group(group, origin, data),
            Node::Text(text) => add_group(text.flattened(), origin, data),
            Node::Path(path) => {
                if let Some(path_at_home) = path.data().clone().transform(path.abs_transform()) {
                    for segment in path_at_home.segments() {
                        add_segment(segment, origin, data);
                    }
                }
            }
            Node::Image(_) => {}
        }
    }
}

fn add_segment(segment: PathSegment, origin: Vec2, data: &mut String) {
    let at = |point: resvg::tiny_skia::Point| place(Pos2::new(point.x, point.y) + origin);
    let text = match segment {
        PathSegment::MoveTo(to) => format!("M{}", at(to)),
        PathSegment::LineTo(to) => format!("L{}", at(to)),
        PathSegment::QuadTo(control, to) => format!("Q{} {}", at(control), at(to)),
        PathSegment::CubicTo(first, second, to) => {
            format!("C{} {} {}", at(first), at(second), at(to))
        }
        PathSegment::Close => "Z".to_owned(),
    };
    data.push_str(&text);
}
