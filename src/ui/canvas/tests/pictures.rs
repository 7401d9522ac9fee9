//! Pictures of the map: alike every time, and nothing private.

use eframe::egui::Shape;

use super::fixture::sketch;
use crate::model::{Identity as _, Interest, MapText, Note, Place, Sensitivity, Shown, TextId};
use crate::ui::picture::{Drawing, MapPicture, map_drawing};

const MARK: &str = "Geheim-7f3";

fn words(drawing: &Drawing) -> String {
    fn add(shape: &Shape, out: &mut String) {
        match shape {
            Shape::Text(text) => out.push_str(text.galley.text()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, out)),
            _ => {}
        }
        out.push('\n');
    }
    let mut out = String::new();
    for clipped in &drawing.shapes {
        add(&clipped.shape, &mut out);
    }
    out
}

#[test]
fn no_picture_holds_what_is_private() {
    let mut document = sketch();
    document.now.purpose = std::sync::Arc::new(crate::model::Purpose {
        issue_sentence: Note::private(MARK),
        ..crate::model::Purpose::default()
    });
    let id = document.now.actors.ids().next().unwrap();
    document.now.actors.update(id, |actor| {
        actor.sensitivities.push(Sensitivity::new(MARK));
        actor.notes.push(Note::private(MARK));
        actor.perspective.quote = Note::private(MARK);
        let mut interest = Interest::new(MARK);
        interest.hidden = true;
        actor.interests.push(interest);
    });
    document.now.texts.put(MapText {
        id: TextId::from_bits(5),
        note: Note::private(MARK),
        place: Place::default(),
        arrow: None,
        unknown: crate::model::Unknown::default(),
    });
    for wall in [
        None,
        Some(Shown::on_the_wall()),
        Some(Shown::ALL.into_iter().collect()),
    ] {
        let words = words(&map_drawing(
            &document,
            &MapPicture {
                wall,
                ..MapPicture::default()
            },
        ));
        assert!(words.contains("Wijkmanager"));
        assert!(words.contains("Tweedeling in de stad"));
        assert!(
            !words.contains("Geheim") && !words.contains("privé"),
            "{words}"
        );
    }
}

#[test]
fn the_same_map_gives_the_same_picture() {
    let picture = || {
        let options = MapPicture {
            size: (900, 600),
            ..MapPicture::default()
        };
        crate::ui::picture::svg(&map_drawing(&sketch(), &options))
    };
    assert!(picture() == picture());
}

#[test]
fn throwaway_picture() {
    use crate::ui::picture::png;
    let sizes = |size| MapPicture {
        size,
        ..MapPicture::default()
    };
    let document = sketch();
    let many = super::fixture::random(25, 45, |i| {
        format!("Organisatie {} nummer {i}", ["Noord", "Zuidoost"][i % 2])
    });
    let long = super::fixture::random(12, 20, |_| "Een heel lange naam ".repeat(25));
    let odd = super::fixture::random(12, 20, |i| {
        [
            "مجلس المدينة",
            "עיריית העיר",
            "👩‍🚒🧑🏽‍🎨 buurt",
            "\u{202e}draai\u{200b}om",
            "",
            "\n\t",
        ][i % 6]
            .to_owned()
    });
    let huge = super::fixture::random(300, 900, |i| format!("Actor {i}"));
    for (name, document, options) in [
        ("work", &document, MapPicture::default()),
        (
            "wall",
            &document,
            MapPicture {
                wall: Some(Shown::on_the_wall()),
                size: (1920, 1080),
                ..MapPicture::default()
            },
        ),
        (
            "big",
            &document,
            MapPicture {
                text_percent: 200,
                ..MapPicture::default()
            },
        ),
        (
            "bigger",
            &document,
            MapPicture {
                text_percent: 300,
                ..MapPicture::default()
            },
        ),
        ("many", &many, MapPicture::default()),
        (
            "manywall",
            &many,
            MapPicture {
                wall: Some(Shown::on_the_wall()),
                size: (1920, 1080),
                ..MapPicture::default()
            },
        ),
        ("long", &long, MapPicture::default()),
        ("odd", &odd, MapPicture::default()),
        ("huge", &huge, MapPicture::default()),
        ("small", &document, sizes((800, 600))),
        ("tiny", &document, sizes((300, 200))),
    ] {
        let start = std::time::Instant::now();
        let drawing = map_drawing(document, &options);
        println!("{name} {:?}", start.elapsed());
        std::fs::write(format!("/tmp/cv-{name}.png"), png(&drawing, 1.0).unwrap()).unwrap();
    }
}
