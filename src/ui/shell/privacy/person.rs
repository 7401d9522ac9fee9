//! Every place where a person occurs in the map, also inside texts.

use eframe::egui::{self, RichText, Ui};

use super::super::look::{Look, Weight, button};
use super::super::sheet::sheet_ui;
use super::typed_field;
use crate::merge::Subject;
use crate::session::{Item, Selection};
use crate::share::{self, Mention};
use crate::text::compare::{Names, field_name};
use crate::text::privacy as words;
use crate::ui::cx::{Cx, Outbox, PrivacyDeed, Request};
use crate::ui::theme;

/// Most places that are listed; the list that is copied has all.
const LISTED: usize = 300;

/// What the sheet remembers.
#[derive(Debug, Default)]
pub(crate) struct Person {
    name: String,
    asked: bool,
    found: Option<Found>,
    /// What other maps hold of the name.
    pub(crate) elsewhere: Option<Vec<(String, Option<usize>)>>,
}

#[derive(Debug)]
struct Found {
    generation: u64,
    name: String,
    actors: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    place: String,
    text: String,
    private: bool,
    whole: bool,
    item: Option<Item>,
}

impl Person {
    /// Begins with a name, where somebody is selected.
    pub(crate) fn new(name: String) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    fn look(&mut self, cx: &Cx<'_>) {
        let generation = cx.session.generation();
        let current = self
            .found
            .as_ref()
            .is_some_and(|found| found.generation == generation && found.name == self.name);
        if !current {
            self.elsewhere = None;
            self.found = Some(find(cx, &self.name, generation));
        }
    }

    fn report(&self, cx: &Cx<'_>) -> String {
        let Some(found) = &self.found else {
            return String::new();
        };
        let mut lines = vec![found.name.clone()];
        lines.extend(found.actors.iter().cloned());
        lines.extend(found.rows.iter().map(|row| {
            let private = if row.private {
                format!(" ({})", cx.say(words::PRIVATE))
            } else {
                String::new()
            };
            format!("{}{private}: {}", row.place, row.text)
        }));
        if let Some(elsewhere) = &self.elsewhere {
            lines.extend(
                elsewhere
                    .iter()
                    .map(|(title, places)| words::found_in(title, *places, cx.language())),
            );
        }
        lines.join("\n")
    }
}

fn find(cx: &Cx<'_>, name: &str, generation: u64) -> Found {
    let document = cx.document();
    let language = cx.language();
    let documents = [document];
    let names = Names::new(&documents, language);
    let mentions = share::mentions(document, name);
    let is_actor = |mention: &Mention<'_>| {
        let named = mention.told.spot.field() == Some(crate::merge::Field::Name);
        match mention.told.spot.subject {
            Subject::Actor(actor) if named && mention.told.spot.moment.is_none() => Some(actor),
            Subject::Actor(_)
            | Subject::Map
            | Subject::Issue(_)
            | Subject::Value(_)
            | Subject::Goal(_)
            | Subject::Relation(_)
            | Subject::Group(_)
            | Subject::Factor(_)
            | Subject::Role(_)
            | Subject::Course(_)
            | Subject::Action(_)
            | Subject::Log(_)
            | Subject::Question(_)
            | Subject::Text(_)
            | Subject::Moment(_)
            | Subject::Scene(_) => None,
        }
    };
    let actors = mentions
        .iter()
        .filter(|mention| mention.whole)
        .filter_map(|mention| Some((is_actor(mention)?, mention.told.text)))
        .map(|(actor, name)| {
            let relations = document.now.relations_of(actor).count();
            let groups = document.now.groups_of(actor).count();
            words::stands_in(name, relations, groups, language)
        })
        .collect();
    let rows = mentions
        .iter()
        .map(|mention| {
            let spot = &mention.told.spot;
            let field = spot.field().map(|field| field_name(field, language));
            Row {
                place: format!("{} · {}", names.place(spot), field.unwrap_or_default()),
                text: mention.told.text.to_owned(),
                private: mention.told.private,
                whole: mention.whole,
                item: item(spot.subject).filter(|_| spot.moment.is_none()),
            }
        })
        .collect();
    Found {
        generation,
        name: name.to_owned(),
        actors,
        rows,
    }
}

/// Gives what can be selected of a place.
fn item(subject: Subject) -> Option<Item> {
    match subject {
        Subject::Actor(id) => Some(Item::Actor(id)),
        Subject::Relation(id) => Some(Item::Relation(id)),
        Subject::Group(id) => Some(Item::Group(id)),
        Subject::Role(id) => Some(Item::Role(id)),
        Subject::Text(id) => Some(Item::Text(id)),
        Subject::Map
        | Subject::Issue(_)
        | Subject::Value(_)
        | Subject::Goal(_)
        | Subject::Factor(_)
        | Subject::Course(_)
        | Subject::Action(_)
        | Subject::Log(_)
        | Subject::Question(_)
        | Subject::Moment(_)
        | Subject::Scene(_) => None,
    }
}

/// Draws the sheet; says whether the user closes it.
pub(super) fn person_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    person: &mut Person,
    out: &mut Outbox,
) -> bool {
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    sheet_ui(look, ctx, look.say(words::FIND_PERSON), 760.0, |ui| {
        ui.label(dim(look, look.say(words::FIND_PERSON_WHY)));
        let label = ui.label(look.say(words::NAME));
        let field = ui
            .add(typed_field(&mut person.name).hint_text(look.say(words::NAME_HINT)))
            .labelled_by(label.id);
        if !person.asked {
            field.request_focus();
            person.asked = true;
        }
        if person.name.trim().is_empty() {
            return;
        }
        person.look(cx);
        deeds_ui(cx, look, ui, person, out);
        if let Some(found) = &person.found {
            found_ui(look, ui, found, out);
        }
        if let Some(elsewhere) = &person.elsewhere {
            ui.separator();
            if elsewhere.is_empty() {
                ui.label(look.say(words::NOT_IN_RECENT));
            }
            for (title, places) in elsewhere {
                ui.label(words::found_in(title, *places, look.language()));
            }
        }
    })
}

fn deeds_ui(cx: &Cx<'_>, look: Look<'_>, ui: &mut Ui, person: &Person, out: &mut Outbox) {
    let rows = person
        .found
        .as_ref()
        .map_or(&[][..], |found| found.rows.as_slice());
    let whole = rows.iter().filter(|row| row.whole).count();
    let line = if rows.is_empty() {
        look.say(words::NOT_FOUND).to_owned()
    } else {
        words::found(whole, rows.len() - whole, look.language())
    };
    ui.label(RichText::new(line).font(theme::semibold(theme::BODY)));
    ui.horizontal_wrapped(|ui| {
        if !rows.is_empty() && button(look, ui, look.say(words::COPY_LIST), Weight::Plain).clicked()
        {
            ui.ctx().copy_text(person.report(cx));
            out.send(Request::Say(look.say(words::LIST_COPIED).to_owned()));
        }
        if cx.settings.keep_recent
            && button(look, ui, look.say(words::IN_RECENT), Weight::Plain).clicked()
        {
            let name = person.name.clone();
            out.send(Request::Privacy(PrivacyDeed::SearchRecent(name)));
        }
    });
}

fn found_ui(look: Look<'_>, ui: &mut Ui, found: &Found, out: &mut Outbox) {
    for actor in &found.actors {
        ui.label(actor);
    }
    for row in found.rows.iter().take(LISTED) {
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            let mut place = row.place.clone();
            if row.private {
                place = format!("{place} · {}", look.say(words::PRIVATE));
            }
            if !row.whole {
                place = format!("{place} · {}", look.say(words::PARTLY));
            }
            ui.label(dim(look, place));
            if let Some(item) = row.item {
                let label = look.say(words::GO_THERE);
                if button(look, ui, label, Weight::Quiet).clicked() {
                    out.send(Request::Select(Selection::one(item)));
                    if let Item::Actor(actor) = item {
                        out.send(Request::LightUp(vec![actor]));
                    }
                    out.send(Request::Overlay(None));
                }
            }
        });
        // A private text is told to be there; what it says stays folded.
        let text = if row.private {
            words::private_length(row.text.chars().count(), look.language())
        } else {
            row.text.clone()
        };
        ui.label(RichText::new(text).color(look.theme.ink));
    }
    let rest = found.rows.len().saturating_sub(LISTED);
    if rest > 0 {
        ui.label(dim(look, words::more(rest, look.language())));
    }
}

fn dim(look: Look<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(theme::regular(theme::REMARK))
        .color(look.theme.dim)
}
