//! Whether everything on a map can be read: computed from what is drawn, for every example and many random maps.

use eframe::egui::{self, Pos2, Rect, Shape, vec2};

use super::fixture::seeded;
use super::scenes::clashes;
use crate::model::{Arrangement, Document, Language};
use crate::session::Session;
use crate::storage::{self, built_in};
use crate::ui::canvas::{Canvas, canvas_ui, picture_title_ui};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::picture::Drawing;
use crate::ui::settings::Settings;
use crate::ui::theme::{self, Theme, ThemeName, fonts};
use crate::ui::view::View;

const SIZE: egui::Vec2 = vec2(1920.0, 1080.0);

/// Draws a view of a map as a picture; gives what was drawn and from what.
pub(super) fn drawn(
    document: &Document,
    arrangement: Arrangement,
    (size, text_percent): (egui::Vec2, u16),
) -> (Canvas, Drawing) {
    let context = egui::Context::default();
    context.set_fonts(fonts::definitions());
    let theme = Theme::new(ThemeName::Light);
    theme.apply(&context);
    let settings = Settings {
        language: Language::Dutch,
        text_percent,
        motion: false,
        ..Settings::default()
    };
    let view = View {
        arrangement,
        ..View::default()
    };
    let session = Session::new(document.clone(), 0);
    let cx = Cx {
        session: &session,
        theme: &theme,
        settings: &settings,
        view: &view,
        today: jiff::civil::Date::ZERO,
    };
    let mut canvas = Canvas::for_picture();
    let mut outbox = Outbox::new(0);
    let drawing = Drawing::from_ui(&context, size, 1.0, theme.canvas, |ui| {
        canvas.fit();
        let rect = ui.max_rect();
        canvas_ui(&cx, ui, &mut canvas, &mut outbox);
        picture_title_ui(&cx, ui, rect);
    });
    (canvas, drawing)
}

/// Gives the size of every letter that was painted, with its words.
pub(super) fn letters(shape: &Shape, out: &mut Vec<(f32, String)>) {
    match shape {
        Shape::Text(text) => {
            let job = &text.galley.job;
            let sizes = job
                .sections
                .iter()
                .map(|section| section.format.font_id.size);
            out.extend(sizes.map(|size| (size, job.text.clone())));
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| letters(shape, out)),
        _ => {}
    }
}

fn check(name: &str, document: &Document, text_percent: u16) {
    let (canvas, drawing) = drawn(document, Arrangement::Network, (SIZE, text_percent));
    let scene = canvas.scene().unwrap();
    assert_eq!(clashes(scene), Vec::<String>::new(), "{name}");
    let page = Rect::from_min_size(Pos2::ZERO, SIZE);
    let bounds = canvas.camera.screen_rect(scene.bounds().unwrap());
    assert!(page.expand(1.0).contains_rect(bounds), "{name}: {bounds:?}");
    if scene.listing.is_empty() {
        let named = scene.actors.iter().filter(|actor| {
            actor.name_inside || scene.labels.iter().any(|label| label.actor == actor.id)
        });
        assert_eq!(
            named.count(),
            scene.actors.len(),
            "{name}: everybody has a name"
        );
    } else {
        assert_eq!(scene.listing.len(), scene.actors.len(), "{name}");
    }
    let mut sizes = Vec::new();
    for clipped in &drawing.shapes {
        letters(&clipped.shape, &mut sizes);
    }
    let scale = f32::from(text_percent) / 100.0;
    let least = theme::REMARK * scale;
    let names: Vec<&str> = scene
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    for (size, words) in &sizes {
        // Numbers in shapes stand for the names in the list, and these are large.
        let number = !scene.listing.is_empty() && names.contains(&words.as_str());
        if names.contains(&words.as_str()) && !number {
            let label = theme::LABEL * scale;
            assert!(*size >= label - 0.5, "{name}: {words} at {size}");
        }
        let sign = words.chars().count() <= 2;
        assert!(
            number || sign || *size >= least - 0.5,
            "{name}: {words} at {size}"
        );
    }
}

#[test]
fn every_example_is_legible() {
    for map in built_in::examples() {
        let document = storage::read(map.text.as_bytes()).unwrap().document;
        check(map.name, &document, 100);
    }
}

#[test]
fn twenty_random_maps_of_forty_actors_are_legible() {
    let parts = [
        "Gemeente",
        "Stichting",
        "Platform",
        "Wijkraad",
        "Coöperatie",
    ];
    for seed in 1..=20_usize {
        let name = |index: usize| {
            let part = parts[(index * 7 + seed) % parts.len()];
            format!("{part} {}", index + 1)
        };
        let document = seeded(seed * 977, 40, 60, name);
        check(&format!("random map {seed}"), &document, 100);
    }
}
