//! The talk about a bridge between two actors: their own words, what they share, and only then the role.

mod role;

use std::collections::BTreeSet;

use eframe::egui::{self, Frame, Id, Key, Margin, RichText, Sense, Ui, vec2};

use super::Entering;
use super::pieces::{self, Pill, SheetName};
use super::talk_record::{self, SharedValue};
use crate::edit::{Edit, MapChange};
use crate::model::{Actor, ActorId, Arena, GroupId, Mode, Note, RoleId, Scope};
use crate::session::quick::clean;
use crate::session::{Item, Selection};
use crate::text::entering as words;
use crate::text::terms;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::view::Overlay;
use role::role_ui;

/// What the bridge talk remembers: what was typed and not recorded yet.
#[derive(Debug, Default)]
pub(super) struct Talk {
    pub(super) pair: Option<(ActorId, ActorId)>,
    official: Option<ActorId>,
    pub(super) role: Option<RoleId>,
    pub(super) quotes: [String; 2],
    pub(super) sees: [String; 2],
    pub(super) value: Option<SharedValue>,
    new_value: String,
    pub(super) mode: Option<Mode>,
    pub(super) group: Option<GroupId>,
    pub(super) reason: String,
    pub(super) alternative: String,
    pub(super) agreed: BTreeSet<ActorId>,
    new_focal: String,
    alternative_open: bool,
}

impl Talk {
    /// Starts the talk anew for another pair, or another official.
    fn follow(&mut self, cx: &Cx<'_>, one: &Actor, other: &Actor) {
        let now = cx.now();
        let pair = Some((one.id, other.id));
        if self.pair == pair && self.official == now.focal {
            return;
        }
        if self.pair != pair {
            let open = |note: &Note| note.open_text().unwrap_or_default().to_owned();
            *self = Self {
                pair,
                quotes: [one, other].map(|actor| open(&actor.perspective.quote)),
                sees: [one, other].map(|actor| open(&actor.perspective.sees)),
                value: talk_record::shared_values(now, one, other)
                    .first()
                    .map(|value| SharedValue::Known(value.id)),
                ..Self::default()
            };
        }
        self.official = now.focal;
        let scope = talk_record::scope(now, one.id, other.id, None);
        let groups = talk_record::groups(now, one.id, other.id);
        let role = now.role_towards(scope).or_else(|| {
            let mut scopes = groups.iter().map(|group| Scope::Group(group.id));
            scopes.find_map(|scope| now.role_towards(scope))
        });
        if let Some(role) = role {
            self.role = Some(role.id);
            self.mode = Some(role.mode);
            self.group = match role.scope {
                Scope::Group(group) => Some(group),
                Scope::Pair(..) | Scope::Actor(_) => None,
            };
            role.reason
                .open_text()
                .unwrap_or_default()
                .clone_into(&mut self.reason);
            role.alternative
                .open_text()
                .unwrap_or_default()
                .clone_into(&mut self.alternative);
            self.agreed.clone_from(&role.agreed_by);
            self.alternative_open = !self.alternative.is_empty();
        }
    }
}

/// Draws the talk about a bridge.
pub(crate) fn bridge_talk_ui(cx: &Cx<'_>, ui: &mut Ui, entering: &mut Entering, out: &mut Outbox) {
    if cx.on_the_wall() {
        return;
    }
    let Some(Overlay::BridgeTalk(one, other)) = cx.view.overlay else {
        return;
    };
    let talk = &mut entering.talk;
    let name = SheetName {
        id: "bridge-talk",
        title: cx.say(words::TALK),
    };
    let now = cx.now();
    let both = now
        .actors
        .get(one)
        .zip(now.actors.get(other))
        .filter(|_| one != other);
    let Some((one, other)) = both else {
        let body = |ui: &mut Ui, (): &mut (), _: &mut Outbox| {
            ui.label(cx.say(words::TALK_GONE));
        };
        pieces::sheet(cx, ui, name, &mut (), out, body, |_, (), _| {});
        return;
    };
    talk.follow(cx, one, other);
    pieces::sheet(
        cx,
        ui,
        name,
        talk,
        out,
        |ui, talk, out| body_ui(cx, ui, talk, [one, other], out),
        |ui, talk, out| foot_ui(cx, ui, talk, [one, other], out),
    );
}

fn body_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, both: [&Actor; 2], out: &mut Outbox) {
    pieces::remark(ui, cx.theme, cx.say(words::TALK_WHY));
    let Some(official) = cx.now().focal.and_then(|id| cx.now().actors.get(id)) else {
        focal_ui(cx, ui, talk, both, out);
        return;
    };
    ui.add_space(4.0);
    if ui.available_width() >= 500.0 {
        ui.columns(2, |columns| {
            for (side, (ui, actor)) in columns.iter_mut().zip(both).enumerate() {
                side_ui(cx, ui, talk, side, actor);
            }
        });
    } else {
        for (side, actor) in both.into_iter().enumerate() {
            side_ui(cx, ui, talk, side, actor);
            ui.add_space(8.0);
        }
    }
    rule(ui);
    value_ui(cx, ui, talk, both);
    rule(ui);
    pieces::head(ui, cx.theme, cx.say(words::LIKE));
    pieces::remark(ui, cx.theme, cx.say(likeness(cx, both)));
    rule(ui);
    role_ui(cx, ui, talk, both, official);
}

fn rule(ui: &mut Ui) {
    ui.add_space(6.0);
    ui.separator();
    ui.add_space(2.0);
}

/// Draws one of the two: name, arena, own words.
fn side_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, side: usize, actor: &Actor) {
    let arena = cx.now().arena_of(actor);
    ui.horizontal(|ui| {
        pieces::arena_mark(ui, cx.theme, arena, 15.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let name = RichText::new(&actor.name)
                .font(theme::bold(17.0))
                .color(cx.theme.ink);
            ui.add(egui::Label::new(name).wrap());
            let words = match actor.arena.value() {
                Some(term) => terms::term(term, cx.language()),
                None => cx.say(words::ARENA_OPEN),
            };
            pieces::remark(ui, cx.theme, words);
        });
    });
    ui.add_space(2.0);
    let seen = &actor.perspective;
    let fields = [
        (&seen.quote, words::OWN_WORDS, talk.quotes.get_mut(side)),
        (&seen.sees, words::SEES, talk.sees.get_mut(side)),
    ];
    let mut private = Vec::new();
    for (note, label, draft) in fields {
        if note.private && !note.is_empty() {
            private.push(note.text.as_str());
        } else if let Some(draft) = draft {
            let label = cx.say(label);
            pieces::head(ui, cx.theme, label);
            let id = Id::new(("bridge-talk", label, side));
            pieces::area(ui, id, draft, &words::field_of(label, &actor.name), 1);
        }
    }
    if !private.is_empty() {
        private_ui(cx, ui, side, &private);
    }
}

/// Draws a band that shows private texts only while it is held.
fn private_ui(cx: &Cx<'_>, ui: &mut Ui, side: usize, texts: &[&str]) {
    let count = words::private_texts(texts.len(), cx.language());
    let id = Id::new(("bridge-talk-private", side));
    let held_before = ui
        .data(|data| data.get_temp::<bool>(id))
        .unwrap_or_default();
    let frame = Frame::new()
        .fill(cx.theme.private_band)
        .corner_radius(8)
        .inner_margin(Margin::symmetric(10, 7));
    let band = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let ink = cx.theme.private_text;
        ui.label(RichText::new(&count).font(theme::semibold(13.0)).color(ink));
        if held_before {
            for text in texts {
                ui.label(
                    RichText::new(*text)
                        .font(theme::regular(theme::BODY))
                        .color(ink),
                );
            }
        } else {
            ui.label(
                RichText::new(cx.say(words::HOLD))
                    .font(theme::regular(12.5))
                    .color(ink),
            );
        }
    });
    let response = ui.interact(band.response.rect, id, Sense::click_and_drag());
    let told = format!("{count}, {}", cx.say(words::HOLD));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &told));
    let key = ui.input(|input| input.key_down(Key::Space) || input.key_down(Key::Enter));
    let held = response.is_pointer_button_down_on() || response.has_focus() && key;
    if held != held_before {
        ui.data_mut(|data| data.insert_temp(id, held));
        ui.ctx().request_repaint();
    }
    pieces::outline_focus(ui, &response);
    pieces::remark(ui, cx.theme, cx.say(words::PRIVATE_MEANS));
}

/// Draws the values to choose the shared one from.
fn value_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, [one, other]: [&Actor; 2]) {
    pieces::head(ui, cx.theme, cx.say(words::SHARED));
    let shared = talk_record::shared_values(cx.now(), one, other);
    if shared.is_empty() {
        pieces::remark(ui, cx.theme, cx.say(words::SHARED_NONE));
    }
    let shared: BTreeSet<_> = shared.into_iter().map(|value| value.id).collect();
    let mut values: Vec<_> = cx.now().values.iter().collect();
    values.sort_by_key(|value| !shared.contains(&value.id));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for value in values.into_iter().take(12) {
            let this = SharedValue::Known(value.id);
            let chosen = talk.value.as_ref() == Some(&this);
            let text = match (shared.contains(&value.id), chosen) {
                (true, false) => format!("= {}", value.name),
                _ => value.name.clone(),
            };
            if pieces::pill(ui, &text, Pill::of(cx.theme, chosen), chosen).clicked() {
                talk.value = (!chosen).then_some(this);
                talk.new_value.clear();
            }
        }
    });
    let id = Id::new("bridge-talk-value");
    let label = cx.say(words::NEW_VALUE);
    let width = ui.available_width().min(320.0);
    if pieces::field(ui, id, &mut talk.new_value, label, width).changed() {
        let name: String = clean(&talk.new_value).chars().take(2_000).collect();
        talk.value = (!name.is_empty()).then_some(SharedValue::New(name));
    }
}

/// Tells in words what arenas and kinds suggest; the choice stays with the user.
fn likeness(cx: &Cx<'_>, [one, other]: [&Actor; 2]) -> crate::text::Text {
    let arenas: (Option<Arena>, Option<Arena>) = (cx.now().arena_of(one), cx.now().arena_of(other));
    match arenas {
        (Some(one_arena), Some(other_arena)) if one_arena != other_arena => words::LIKE_OTHER_ARENA,
        (Some(_), Some(_)) if one.kind.is_some() && one.kind == other.kind => words::LIKE_SAME_KIND,
        (Some(_), Some(_)) => words::LIKE_SAME_ARENA,
        (None, _) | (_, None) => words::LIKE_UNKNOWN,
    }
}

fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, both: [&Actor; 2], out: &mut Outbox) {
    let Some(official) = cx.now().focal else {
        return;
    };
    let record = talk_record::record(cx, talk, both, official, out);
    ui.horizontal_wrapped(|ui| {
        let button = pieces::main_button(ui, cx.theme, cx.say(words::RECORD), record.is_some());
        if talk.mode.is_none() {
            pieces::remark(ui, cx.theme, cx.say(words::CHOOSE_ROLE));
        }
        if let Some((edit, role)) = record
            && button.clicked()
        {
            out.edit(edit);
            if let Some(role) = role {
                out.send(Request::Select(Selection::one(Item::Role(role))));
            }
            out.send(Request::Overlay(None));
            *talk = Talk::default();
        }
    });
}

/// Asks who plays the role, on a map without a hoofdpersoon.
fn focal_ui(cx: &Cx<'_>, ui: &mut Ui, talk: &mut Talk, both: [&Actor; 2], out: &mut Outbox) {
    ui.add_space(8.0);
    ui.label(RichText::new(cx.say(words::CHOOSE_FOCAL)).font(theme::medium(16.0)));
    let mut actors: Vec<&Actor> = cx
        .now()
        .actors
        .iter()
        .filter(|actor| both.iter().all(|one| one.id != actor.id))
        .collect();
    // Who plays the role mostly works inside the own organisation.
    actors.sort_by_cached_key(|actor| (!cx.now().inside(actor), actor.name.to_lowercase()));
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for actor in actors.into_iter().take(60) {
            let look = Pill::arena(cx.theme, cx.now().arena_of(actor), false);
            if pieces::pill(ui, &actor.name, look, false).clicked() {
                chosen = Some(Edit::Map(MapChange::Focal(Some(actor.id))));
            }
        }
    });
    let label = cx.say(words::NEW_FOCAL);
    let width = ui.available_width().min(320.0);
    let field = pieces::field(
        ui,
        Id::new("bridge-talk-focal"),
        &mut talk.new_focal,
        label,
        width,
    );
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let name: String = clean(&talk.new_focal).chars().take(2_000).collect();
    let add = pieces::main_button(ui, cx.theme, cx.say(words::ADD_FOCAL), !name.is_empty());
    if (add.clicked() || entered) && !name.is_empty() {
        let actor = Actor::new(out.fresh_id(), name);
        let id = actor.id;
        chosen = Some(Edit::Many(vec![
            Edit::AddActor(Box::new(actor)),
            Edit::Map(MapChange::Focal(Some(id))),
        ]));
        talk.new_focal.clear();
    }
    if let Some(edit) = chosen {
        out.edit(edit);
    }
}
