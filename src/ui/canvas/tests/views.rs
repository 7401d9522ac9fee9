//! Whether all six views can be read: computed from the shapes that are drawn, for every example and many random maps.

use eframe::egui::{Pos2, Rect, Shape, vec2};

use super::fixture::seeded;
use crate::model::{
    Answer, Arrangement, Document, IdSource, Issue, Level5, Note, Participation, Position, Stance,
    Unknown,
};
use crate::storage::{self, built_in};
use crate::ui::picture::{Drawing, MapPicture, map_drawing};
use crate::ui::theme;

const SIZE: (u32, u32) = (1920, 1080);
const VIEWS: [Arrangement; 6] = [
    Arrangement::Network,
    Arrangement::Forces,
    Arrangement::Matrix,
    Arrangement::Rings,
    Arrangement::Table,
    Arrangement::Course,
];

/// A row of words as it stands on the page.
#[derive(Debug, Clone)]
struct Written {
    words: String,
    rect: Rect,
    size: f32,
    clipped: bool,
}

/// Gives every row of words once; a halo paints the same words several times.
fn written(drawing: &Drawing) -> Vec<Written> {
    fn add(shape: &Shape, clip: Rect, out: &mut Vec<Written>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, out)),
            Shape::Text(text) => {
                let job = &text.galley.job;
                let size = job
                    .sections
                    .first()
                    .map_or(0.0, |section| section.format.font_id.size);
                for placed in &text.galley.rows {
                    let words: String = placed.row.glyphs.iter().map(|glyph| glyph.chr).collect();
                    let rect = if text.angle == 0.0 {
                        Rect::from_min_size(text.pos + placed.pos.to_vec2(), placed.row.size)
                    } else {
                        text.visual_bounding_rect()
                    };
                    let clipped = !clip.expand(2.0).contains_rect(rect.shrink2(vec2(0.0, 3.0)));
                    let known = out.iter().any(|one: &Written| {
                        one.words == words && one.rect.center().distance(rect.center()) < 6.0
                    });
                    if !words.trim().is_empty() && !known {
                        out.push(Written {
                            words,
                            rect,
                            size,
                            clipped,
                        });
                    }
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    for clipped in &drawing.shapes {
        add(&clipped.shape, clipped.clip_rect, &mut out);
    }
    out
}

/// Lists what cannot be read.
fn faults(drawing: &Drawing, scale: f32) -> Vec<String> {
    let page = Rect::from_min_size(Pos2::ZERO, drawing.size).expand(1.0);
    let written = written(drawing);
    let mut faults = Vec::new();
    for (index, one) in written.iter().enumerate() {
        let Written {
            words, rect, size, ..
        } = one;
        if !page.contains_rect(rect.shrink2(vec2(0.0, 3.0))) {
            faults.push(format!("‘{words}’ stands outside the page at {rect}"));
        }
        if one.clipped {
            faults.push(format!("‘{words}’ is cut off"));
        }
        let sign = words.chars().count() <= 2;
        if !sign && size * scale < theme::REMARK * scale - 0.5 {
            faults.push(format!("‘{words}’ is small: {size}"));
        }
        for other in written.iter().skip(index + 1) {
            let inner = |rect: &Rect| rect.shrink2(vec2(1.0, 3.5));
            if !sign
                && other.words.chars().count() > 2
                && inner(rect).intersects(inner(&other.rect))
            {
                let other = &other.words;
                faults.push(format!("‘{words}’ and ‘{other}’ stand on each other"));
            }
        }
    }
    faults
}

fn check(name: &str, document: &Document) {
    for arrangement in VIEWS {
        let look = MapPicture {
            size: SIZE,
            arrangement,
            ..MapPicture::default()
        };
        let drawing = map_drawing(document, &look);
        let told = format!("{name}, {arrangement:?}");
        assert_eq!(faults(&drawing, 1.0), Vec::<String>::new(), "{told}");
    }
}

/// Gives everybody answers to all that the views ask, and a few to nobody.
pub(super) fn answered(mut document: Document, seed: usize) -> Document {
    let mut ids = IdSource::new(u64::try_from(seed).unwrap());
    let issue = Issue {
        id: ids.fresh(),
        name: "De nieuwe wijk".to_owned(),
        description: Note::default(),
        agreement: std::collections::BTreeSet::default(),
        unknown: Unknown::default(),
    };
    let on = issue.id;
    document.now.issues.put(issue);
    let all: Vec<_> = document.now.actors.ids().collect();
    for (index, id) in all.into_iter().enumerate() {
        let draw = |below: usize, salt: usize| {
            i64::try_from((index * 31 + seed * 17 + salt * 7 + index * index) % below).unwrap()
        };
        if draw(9, 1) == 0 {
            continue;
        }
        document.now.actors.update(id, |actor| {
            actor.involvement = Answer::given(Level5::nearest(draw(5, 2) + 1));
            actor.participation = Answer::given(Participation::nearest(draw(4, 3) + 1));
            let position = Position::nearest(draw(7, 4) - 3);
            actor.positions.insert(
                on,
                Stance {
                    position: Answer::given(position),
                    salience: Answer::given(crate::model::Salience::nearest(draw(5, 5) + 1)),
                    ..Stance::default()
                },
            );
        });
    }
    document
}

#[test]
fn all_views_of_every_example_can_be_read() {
    for map in built_in::examples() {
        let document = storage::read(map.text.as_bytes()).unwrap().document;
        check(map.name, &document);
    }
}

#[test]
fn all_views_of_twenty_random_maps_of_forty_actors_can_be_read() {
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
        let document = answered(seeded(seed * 977, 40, 60, name), seed);
        check(&format!("random map {seed}"), &document);
    }
}

#[test]
fn a_page_of_words_fits_in_every_size_and_in_large_letters() {
    for map in built_in::examples() {
        let document = storage::read(map.text.as_bytes()).unwrap().document;
        for arrangement in [Arrangement::Table, Arrangement::Course] {
            for (size, text_percent) in [((1280, 720), 200), ((794, 1123), 100), ((1280, 720), 300)]
            {
                let look = MapPicture {
                    size,
                    text_percent,
                    arrangement,
                    ..MapPicture::default()
                };
                let drawing = map_drawing(&document, &look);
                let scale = f32::from(text_percent) / 100.0;
                let told = format!("{}, {arrangement:?}, {size:?}, {text_percent} %", map.name);
                assert_eq!(faults(&drawing, scale), Vec::<String>::new(), "{told}");
            }
        }
    }
}
