//! Letters as outlines: icons, whose font no other program has, and rims around words that must
//! be found once.

use eframe::egui::Pos2;
use resvg::{
    tiny_skia::PathSegment,
    usvg::{Group, Node, Options, Tree},
};

use super::{notation::place, output};
use crate::ui::theme::fonts::TEXT_FAMILY;

/// The outline of a text element, as path data in the place where the text stands.
///
/// Empty when the text has no outline.
pub(super) fn path_data(element: &str) -> String {
    let source = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\" \
         font-family=\"{TEXT_FAMILY}\" xml:space=\"preserve\">{element}</svg>"
    );
    let options = Options {
        fontdb: output::fonts(),
        ..Options::default()
    };
    let mut data = String::new();
    if let Ok(tree) = Tree::from_str(&source, &options) {
        add_group(tree.root(), &mut data);
    }
    data
}

fn add_group(group: &Group, data: &mut String) {
    for node in group.children() {
        match node {
            Node::Group(group) => add_group(group, data),
            Node::Text(text) => add_group(text.flattened(), data),
            Node::Path(path) => {
                if let Some(path_at_home) = path.data().clone().transform(path.abs_transform()) {
                    for segment in path_at_home.segments() {
                        add_segment(segment, data);
                    }
                }
            }
            Node::Image(_) => {}
        }
    }
}

fn add_segment(segment: PathSegment, data: &mut String) {
    let at = |point: resvg::tiny_skia::Point| place(Pos2::new(point.x, point.y));
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
