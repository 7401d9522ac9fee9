//! The map as a picture: the same canvas, run without a window.

use std::collections::BTreeSet;

use eframe::egui::{self, Vec2, vec2};
use jiff::civil::Date;

use super::Drawing;
use crate::model::{Arrangement, Document, IssueId, Language, Shown};
use crate::session::Session;
use crate::ui::canvas::{Canvas, canvas_ui, picture_title_ui};
use crate::ui::course::{Course, Fit, course_ui};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::settings::Settings;
use crate::ui::table::table_page_ui;
use crate::ui::theme::{Theme, ThemeName, fonts};
use crate::ui::view::View;

/// Letters are placed as exactly as print needs.
const PIXELS_PER_POINT: f32 = 4.0;

/// What a picture of the map shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapPicture {
    /// Width and height in points.
    pub size: (u32, u32),
    /// The colours.
    pub theme: ThemeName,
    /// The size of all text, 100 to 300 %.
    pub text_percent: u16,
    /// What may be seen when it is made for the wall; `None` makes the working view.
    pub wall: Option<BTreeSet<Shown>>,
    /// The language of the words on the map.
    pub language: Language,
    /// The issue in focus; `None` is the first.
    pub issue: Option<IssueId>,
    /// Whether a legend stands beside the map; never on the wall.
    pub legend: bool,
    /// Which view.
    pub arrangement: Arrangement,
}

impl Default for MapPicture {
    fn default() -> Self {
        Self {
            size: (1600, 1000),
            theme: ThemeName::Light,
            text_percent: 100,
            wall: None,
            language: Language::Dutch,
            issue: None,
            legend: true,
            arrangement: Arrangement::Network,
        }
    }
}

/// Draws the map, fitted, with its title and without a trace of what is private.
///
/// The same map and options give the same drawing.
pub fn map_drawing(document: &Document, options: &MapPicture) -> Drawing {
    let context = egui::Context::default();
    context.set_fonts(fonts::definitions());
    let theme = Theme::new(options.theme);
    theme.apply(&context);
    let (is_page, text) = match options.arrangement {
        Arrangement::Course | Arrangement::Table => (true, 100),
        Arrangement::Network | Arrangement::Forces | Arrangement::Matrix | Arrangement::Rings => {
            (false, options.text_percent)
        }
    };
    let settings = Settings {
        language: options.language,
        text_percent: text,
        motion: false,
        ..Settings::default()
    };
    let view = View {
        issue: options.issue,
        wall: options.wall.clone(),
        legend: options.legend,
        arrangement: options.arrangement,
        ..View::default()
    };
    let session = Session::new(document.clone(), 0);
    let cx = Cx {
        session: &session,
        theme: &theme,
        settings: &settings,
        view: &view,
        today: Date::ZERO,
    };
    let mut outbox = Outbox::new(0);
    let size = vec2(side(options.size.0), side(options.size.1));
    if is_page {
        let scale = f32::from(options.text_percent.max(1)) / 100.0;
        return page(&cx, &context, (size, scale), &mut outbox);
    }
    let mut canvas = Canvas::for_picture();
    Drawing::from_ui(&context, size, PIXELS_PER_POINT, theme.canvas, |ui| {
        canvas.fit();
        let rect = ui.max_rect();
        canvas_ui(&cx, ui, &mut canvas, &mut outbox);
        if view.wall.is_none() {
            picture_title_ui(&cx, ui, rect);
        }
    })
}

/// By how much letters become smaller where not even the least of a page fits.
const SMALLER: f32 = 0.85;

/// Draws a view that is a page of words, in letters that are so much larger than usual.
fn page(
    cx: &Cx<'_>,
    context: &egui::Context,
    (size, scale): (Vec2, f32),
    outbox: &mut Outbox,
) -> Drawing {
    if cx.view.arrangement == Arrangement::Table {
        let canvas = cx.theme.canvas;
        return Drawing::from_ui(context, size / scale, PIXELS_PER_POINT, canvas, |ui| {
            table_page_ui(cx, ui);
        })
        .scaled(scale);
    }
    let mut scale = scale;
    loop {
        let (drawing, fits) = course_page(cx, context, size / scale, outbox);
        if fits || scale <= 1.0 {
            return drawing.scaled(scale);
        }
        scale = (scale * SMALLER).max(1.0);
    }
}

/// Draws as much of the course as fits; says whether that fits.
fn course_page(
    cx: &Cx<'_>,
    context: &egui::Context,
    size: Vec2,
    outbox: &mut Outbox,
) -> (Drawing, bool) {
    let canvas = cx.theme.canvas;
    let mut last = None;
    let mut drawn = |fit, spare| {
        let mut course = Course::for_picture(fit, spare);
        let drawing = Drawing::from_ui(context, size, PIXELS_PER_POINT, canvas, |ui| {
            course_ui(cx, ui, &mut course, outbox);
        });
        (drawing, size.y - course.reached())
    };
    for fit in Fit::LADDER {
        let (drawing, left) = drawn(fit, 0.0);
        if left < -0.5 {
            last = Some(drawing);
            continue;
        }
        // The columns take what is left, so that what is to be done stands at the foot of the page.
        let filled = drawn(fit, left.max(0.0));
        return if filled.1 >= -0.5 {
            (filled.0, true)
        } else {
            (drawing, true)
        };
    }
    (last.unwrap_or_else(|| drawn(Fit::WHOLE, 0.0).0), false)
}

fn side(pixels: u32) -> f32 {
    u16::try_from(pixels).map_or(super::MAX_PIXELS, f32::from)
}
