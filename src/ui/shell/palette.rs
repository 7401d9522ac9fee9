//! Search and commands in one field.

use std::path::PathBuf;

use eframe::egui::{
    self, Align2, Frame, Id, Key, Margin, Modal, Modifiers, ScrollArea, Stroke, TextEdit, Ui, vec2,
};

use super::find::Query;
use super::line::{HEIGHT, Line, line_ui};
use super::look::Look;
use super::offers::Recent;
use super::top_bar::command_line;
use crate::model::{ActorId, GroupId, IssueId, RelationId};
use crate::session::{Item, Selection};
use crate::text::{Text, shell as words};
use crate::ui::command::{Command, row, rows};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, icons};

/// The most lines that are listed.
const MOST: usize = 60;
/// Starts a search among commands alone.
const COMMANDS_ONLY: char = '>';

/// What the palette remembers while it is open.
#[derive(Debug, Default)]
pub(super) struct Palette {
    query: String,
    marked: usize,
    hits: Vec<Hit>,
    listed: Option<(String, u64)>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
enum Hit {
    Command(Command),
    Actor(ActorId),
    Relation(RelationId),
    Group(GroupId),
    Issue(IssueId),
    File(PathBuf, String),
}

/// The commands that are offered before anything is typed.
const USEFUL: [Command; 12] = [
    Command::QuickLine,
    Command::Round,
    Command::Relate,
    Command::BridgeTalk,
    Command::MakeRing,
    Command::Present,
    Command::Undo,
    Command::Fit,
    Command::Tidy,
    Command::Save,
    Command::Settings,
    Command::Shortcuts,
];

/// Draws the palette.
pub(super) fn palette_ui(
    cx: &Cx<'_>,
    ctx: &egui::Context,
    palette: &mut Palette,
    recent: &[Recent],
    out: &mut Outbox,
) {
    let room = ctx.content_rect();
    let top = (room.height() * 0.12).clamp(8.0, 110.0);
    let id = Id::new("palette");
    let frame = Frame::popup(&ctx.global_style())
        .fill(cx.theme.panel)
        .stroke(Stroke::new(1.0, cx.theme.hairline))
        .corner_radius(14)
        .inner_margin(Margin::same(10));
    let modal = Modal::new(id)
        .frame(frame)
        .area(
            Modal::default_area(id)
                .default_size(room.size())
                .anchor(Align2::CENTER_TOP, vec2(0.0, top)),
        )
        .show(ctx, |ui| {
            ui.set_width((room.width() - 40.0).min(620.0));
            let tallest = room.height() - top - 90.0;
            field_and_list_ui(cx, ui, palette, recent, tallest, out)
        });
    let chosen = modal.inner;
    if !chosen && modal.should_close() {
        out.send(Request::Overlay(None));
    }
}

fn field_and_list_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    palette: &mut Palette,
    recent: &[Recent],
    tallest: f32,
    out: &mut Outbox,
) -> bool {
    // The arrows and Enter are taken before the field can move its cursor with them.
    let (up, down, beside, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::SHIFT, Key::Enter),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let how = if beside {
        Choosing::Beside
    } else {
        Choosing::Alone
    };
    let field = TextEdit::singleline(&mut palette.query)
        .id(Id::new("palette field"))
        .hint_text(cx.say(words::SEARCH))
        .font(theme::regular(17.0))
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(12, 9));
    let response = ui.add(field);
    if !response.has_focus() {
        response.request_focus();
    }
    palette.list(cx, recent);
    let last = palette.hits.len().saturating_sub(1);
    palette.marked = (palette.marked + down).saturating_sub(up).min(last);
    ui.add_space(4.0);
    if palette.hits.is_empty() {
        ui.label(egui::RichText::new(cx.say(words::NOTHING_FOUND)).color(cx.theme.dim));
        return false;
    }
    let look = Look {
        theme: cx.theme,
        settings: cx.settings,
    };
    let mac = ui.ctx().os().is_mac();
    let mut chosen = (enter || beside).then_some(palette.marked);
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::vertical()
        .max_height(tallest.clamp(HEIGHT, 13.0 * (HEIGHT + 1.0)))
        .show(ui, |ui| {
            for (index, hit) in palette.hits.iter().enumerate() {
                let marked = index == palette.marked;
                let Some(line) = hit_line(cx, hit, mac, marked) else {
                    continue;
                };
                let response = line_ui(look, ui, &line);
                if marked && up + down > 0 {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(index);
                }
            }
        });
    match chosen.and_then(|index| palette.hits.get(index)) {
        Some(hit) => choose(cx, hit, how, out),
        None => false,
    }
}

impl Palette {
    /// Lists what fits, anew when the words or the map changed.
    fn list(&mut self, cx: &Cx<'_>, recent: &[Recent]) {
        let state = (self.query.clone(), cx.session.generation());
        if self.listed.as_ref() == Some(&state) {
            return;
        }
        self.hits = found(cx, &self.query, recent);
        self.marked = 0;
        self.listed = Some(state);
    }
}

fn found(cx: &Cx<'_>, typed: &str, recent: &[Recent]) -> Vec<Hit> {
    let typed = typed.trim_start();
    let (typed, commands_only) = match typed.strip_prefix(COMMANDS_ONLY) {
        Some(rest) => (rest, true),
        None => (typed, false),
    };
    let query = Query::new(typed);
    if query.is_empty() {
        return if commands_only {
            rows().iter().map(|row| Hit::Command(row.command)).collect()
        } else {
            useful(cx)
        };
    }
    let mut hits: Vec<(i32, Hit)> = Vec::new();
    commands(cx, &query, &mut hits);
    if !commands_only {
        things(cx, &query, &mut hits);
        for file in recent {
            if let Some(score) = query.fits(&file.title, &[]) {
                hits.push((score - 40, Hit::File(file.path.clone(), file.title.clone())));
            }
        }
    }
    hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    hits.truncate(MOST);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Gives the most useful commands, the ones that can be done now first.
fn useful(cx: &Cx<'_>) -> Vec<Hit> {
    let can = |command: &Command| row(*command).is_some_and(|row| (row.available)(cx));
    let (now, later): (Vec<Command>, Vec<Command>) = USEFUL.into_iter().partition(can);
    now.into_iter().chain(later).map(Hit::Command).collect()
}

fn commands(cx: &Cx<'_>, query: &Query, hits: &mut Vec<(i32, Hit)>) {
    let language = cx.language();
    for row in rows() {
        let other = row.text(language.other());
        let also = row.words.also.get(language);
        if let Some(score) = query.fits(row.text(language), &[also, other]) {
            // A command that cannot be done now goes behind what can.
            let ready = if (row.available)(cx) { 0 } else { 200 };
            hits.push((score - ready, Hit::Command(row.command)));
        }
    }
}

/// Finds in the map by names and labels, never by what may be private.
fn things(cx: &Cx<'_>, query: &Query, hits: &mut Vec<(i32, Hit)>) {
    let now = cx.now();
    for actor in now.actors.iter() {
        let mut further: Vec<&str> = vec![&actor.short];
        further.extend(actor.tags.iter().map(String::as_str));
        if let Some(score) = query.fits(&actor.name, &further) {
            hits.push((score + 20, Hit::Actor(actor.id)));
        }
    }
    for relation in now.relations.iter() {
        let name = relation_name(cx, relation.id).unwrap_or_default();
        if let Some(score) = query.fits(&name, &[]) {
            hits.push((score - 60, Hit::Relation(relation.id)));
        }
    }
    for group in now.groups.iter() {
        if let Some(score) = query.fits(&group.name, &[]) {
            hits.push((score, Hit::Group(group.id)));
        }
    }
    for issue in now.issues.iter() {
        if let Some(score) = query.fits(&issue.name, &[]) {
            hits.push((score, Hit::Issue(issue.id)));
        }
    }
}

fn relation_name(cx: &Cx<'_>, id: RelationId) -> Option<String> {
    let now = cx.now();
    let relation = now.relations.get(id)?;
    let from = now.actors.get(relation.from)?;
    let to = now.actors.get(relation.to)?;
    Some(format!("{} – {}", from.label(), to.label()))
}

fn hit_line(cx: &Cx<'_>, hit: &Hit, mac: bool, marked: bool) -> Option<Line> {
    let now = cx.now();
    let thing = |icon: &'static str, text: String, remark: Text| Line {
        icon,
        text,
        remark: cx.say(remark).to_owned(),
        keys: Vec::new(),
        enabled: true,
        marked,
    };
    match hit {
        Hit::Command(command) => {
            let line = command_line(cx, row(*command)?, mac);
            Some(Line { marked, ..line })
        }
        Hit::Actor(id) => {
            let name = now.actors.get(*id)?.name.clone();
            Some(thing(icons::ACTOR, name, words::AN_ACTOR))
        }
        Hit::Relation(id) => {
            let name = relation_name(cx, *id)?;
            Some(thing(icons::RELATION, name, words::A_RELATION))
        }
        Hit::Group(id) => {
            let name = now.groups.get(*id)?.name.clone();
            Some(thing(icons::GROUP, name, words::A_GROUP))
        }
        Hit::Issue(id) => {
            let name = now.issues.get(*id)?.name.clone();
            Some(thing(icons::ISSUE, name, words::AN_ISSUE))
        }
        Hit::File(_, title) => Some(thing(icons::RECENT, title.clone(), words::A_FILE)),
    }
}

/// What happens to the selection when something is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choosing {
    /// It alone is selected.
    Alone,
    /// It is selected beside what was.
    Beside,
}

/// Does what was found; says whether that could be done.
fn choose(cx: &Cx<'_>, hit: &Hit, how: Choosing, out: &mut Outbox) -> bool {
    let now = cx.now();
    if let Hit::Command(command) = hit
        && !row(*command).is_some_and(|row| (row.available)(cx))
    {
        return false;
    }
    out.send(Request::Overlay(None));
    let mut show = |actors: Vec<ActorId>, item: Item| match how {
        Choosing::Alone => {
            out.send(Request::Select(Selection::one(item)));
            out.send(Request::LightUp(actors));
        }
        Choosing::Beside => {
            let selection = cx.session.selection().clone();
            out.send(Request::Select(selection.toggled(item)));
        }
    };
    match hit {
        Hit::Command(command) => out.send(Request::Run(*command)),
        Hit::Actor(id) => show(vec![*id], Item::Actor(*id)),
        Hit::Relation(id) => {
            let ends = now.relations.get(*id);
            let ends = ends.map_or_else(Vec::new, |relation| vec![relation.from, relation.to]);
            show(ends, Item::Relation(*id));
        }
        Hit::Group(id) => {
            let members = now.groups.get(*id);
            let members =
                members.map_or_else(Vec::new, |group| group.members.iter().copied().collect());
            show(members, Item::Group(*id));
        }
        Hit::Issue(id) => out.send(Request::Issue(*id)),
        Hit::File(path, _) => out.send(Request::Open(path.clone())),
    }
    true
}
