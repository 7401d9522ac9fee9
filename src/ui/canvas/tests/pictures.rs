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
