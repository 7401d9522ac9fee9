//! What a map says of keeping it, what may be special personal data in it, and what of its file was not read.

use std::sync::Arc;

use eframe::egui::{self, Ui};
use jiff::ToSpan as _;

use super::field_id;
use crate::edit::{Edit, MapChange};
use crate::merge::Subject;
use crate::model::{DocumentId, Language, Meta};
use crate::session::{Item, Selection};
use crate::share::{SILENCE, special, texts};
use crate::text::compare::{Names, field_name};
use crate::text::inspector::{answer, map as words};
use crate::text::privacy;
use crate::ui::cx::Request;
use crate::ui::widget::{Field, Look, Pen, date_ui, field_ui, fold_ui, quiet_button_ui, remark_ui};

/// Most places that are listed.
const LISTED: usize = 40;
/// Most letters that are shown of a part that was not read.
const RAW: usize = 4000;

/// Draws what belongs to the file rather than to the map.
pub(super) fn keeping_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    meta_ui(pen, ui);
    special_ui(pen, ui);
    raw_ui(pen, ui);
}

fn meta_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let language = cx.language();
    let meta = &cx.document().meta;
    let given = usize::from(!meta.purpose_of_keeping.is_empty())
        + usize::from(meta.retention.is_some())
        + usize::from(!meta.organisation.is_empty());
    let count = answer::filled(given, language);
    let set = |change: &dyn Fn(&mut Meta)| {
        let mut after = meta.as_ref().clone();
        change(&mut after);
        Edit::Map(MapChange::Meta(after))
    };
    let passed = meta.retention.is_some_and(|until| until < cx.today);
    fold_ui(pen, ui, words::META, &count, passed, |pen, ui| {
        let label = pen.say(words::PURPOSE_OF_KEEPING);
        remark_ui(pen.theme(), ui, label);
        let field = Field::new(field_id("meta", "keeping"), label, Look::Text).hint("–");
        field_ui(pen, ui, field, &meta.purpose_of_keeping, |text, _| {
            Ok(set(&|after| after.purpose_of_keeping.clone_from(&text)))
        });
        let label = pen.say(words::ORGANISATION);
        remark_ui(pen.theme(), ui, label);
        let field = Field::new(field_id("meta", "organisation"), label, Look::Line).hint("–");
        field_ui(pen, ui, field, &meta.organisation, |text, _| {
            Ok(set(&|after| after.organisation.clone_from(&text)))
        });
        let id = field_id("meta", "retention");
        let label = pen.say(words::RETENTION);
        date_ui(pen, ui, id, label, meta.retention, &|date| {
            set(&|after| after.retention = date)
        });
        if passed {
            remark_ui(pen.theme(), ui, pen.say(privacy::RETENTION_PASSED));
        } else if meta.retention.is_none() {
            remark_ui(pen.theme(), ui, pen.say(privacy::NO_RETENTION));
        }
        let in_a_year = cx.today.checked_add(12.months()).ok();
        if (passed || meta.retention.is_none())
            && quiet_button_ui(pen.theme(), ui, pen.say(privacy::IN_A_YEAR)).clicked()
        {
            pen.edit(set(&|after| after.retention = in_a_year));
        }
    });
}

/// A text that may hold special personal data.
#[derive(Debug, Clone)]
struct Place {
    name: String,
    kinds: String,
    item: Option<Item>,
}

/// The places of one state of the map, in one language.
type Kept = ((DocumentId, u64, Language), Arc<Vec<Place>>);

/// Looks through all texts once for each state of the map.
fn places(pen: &Pen<'_>, ui: &Ui) -> Arc<Vec<Place>> {
    let cx = pen.cx;
    let language = cx.language();
    let id = field_id("special", "places");
    let state = (cx.document().id, cx.session.generation(), language);
    let kept: Option<Kept> = ui.data(|data| data.get_temp(id));
    if let Some((of, places)) = kept
        && of == state
    {
        return places;
    }
    let documents = [cx.document()];
    let names = Names::new(&documents, language);
    let found = texts(cx.document()).into_iter().filter_map(|told| {
        let kinds = special(told.text);
        (!kinds.is_empty()).then(|| {
            let field = told.spot.field().map(|field| field_name(field, language));
            let kinds: Vec<&str> = kinds
                .iter()
                .map(|kind| privacy::special(*kind).get(language))
                .collect();
            Place {
                name: format!(
                    "{} · {}",
                    names.place(&told.spot),
                    field.unwrap_or_default()
                ),
                kinds: kinds.join(", "),
                item: match told.spot.subject {
                    Subject::Actor(actor) if told.spot.moment.is_none() => Some(Item::Actor(actor)),
                    Subject::Relation(relation) if told.spot.moment.is_none() => {
                        Some(Item::Relation(relation))
                    }
                    _ => None,
                },
            }
        })
    });
    let places = Arc::new(found.collect::<Vec<_>>());
    ui.data_mut(|data| data.insert_temp(id, (state, Arc::clone(&places))));
    places
}

fn special_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let language = cx.language();
    let silent = cx.document().silenced.contains(SILENCE);
    let places = if silent {
        Arc::default()
    } else {
        places(pen, ui)
    };
    if places.is_empty() && !silent {
        return;
    }
    let count = if silent {
        String::new()
    } else {
        privacy::special_places(places.len(), language)
    };
    fold_ui(pen, ui, privacy::SPECIAL_HEAD, &count, false, |pen, ui| {
        if silent {
            remark_ui(pen.theme(), ui, pen.say(privacy::SILENCED));
        } else {
            remark_ui(pen.theme(), ui, pen.say(privacy::SPECIAL_WHY));
        }
        for place in places.iter().take(LISTED) {
            match place.item {
                Some(item) => {
                    if quiet_button_ui(pen.theme(), ui, &place.name).clicked() {
                        pen.send(Request::Select(Selection::one(item)));
                    }
                }
                None => {
                    ui.label(&place.name);
                }
            }
            remark_ui(pen.theme(), ui, &place.kinds);
        }
        let (label, silence) = if silent {
            (privacy::SPEAK, false)
        } else {
            (privacy::SILENCE, true)
        };
        if quiet_button_ui(pen.theme(), ui, pen.say(label)).clicked() {
            pen.edit(Edit::Map(MapChange::Silenced(SILENCE.to_owned(), silence)));
        }
    });
}

/// Draws what of the file was not read, as it stands there.
fn raw_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let cx = pen.cx;
    let document = cx.document();
    let unknown = document.unknown.fields();
    let all = document.unreadable.len() + document.dangling.len() + unknown.len();
    if all == 0 {
        return;
    }
    fold_ui(pen, ui, privacy::RAW, &all.to_string(), false, |pen, ui| {
        remark_ui(pen.theme(), ui, pen.say(privacy::RAW_WHY));
        for (place, entity) in document.unreadable.iter().enumerate() {
            let head = format!("{} · {}", pen.say(privacy::UNREADABLE), entity.list);
            if piece_ui(pen, ui, &head, &entity.raw, true) {
                pen.edit(Edit::Map(MapChange::RemoveUnreadable(place)));
            }
        }
        for (place, entity) in document.dangling.iter().enumerate() {
            let head = format!("{} · {}", pen.say(privacy::DANGLING), entity.list);
            if piece_ui(pen, ui, &head, &entity.raw, true) {
                pen.edit(Edit::Map(MapChange::RemoveDangling(place)));
            }
        }
        for field in unknown {
            let head = format!("{} · {}", pen.say(privacy::UNKNOWN_FIELD), field.name);
            piece_ui(pen, ui, &head, &field.raw, false);
        }
    });
}

/// Draws one part that was not read; says whether the user leaves it out.
fn piece_ui(pen: &Pen<'_>, ui: &mut Ui, head: &str, raw: &str, removable: bool) -> bool {
    ui.label(head);
    let shown: String = raw.chars().take(RAW).collect();
    egui::Frame::new()
        .fill(pen.theme().field)
        .corner_radius(6)
        .inner_margin(8)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            remark_ui(pen.theme(), ui, &shown);
        });
    removable && quiet_button_ui(pen.theme(), ui, pen.say(privacy::DROP_RAW)).clicked()
}
