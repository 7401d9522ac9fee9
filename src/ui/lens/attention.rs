//! What asks for attention: the checks of the lenses that are on, each with its place.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    self, Align, Id, Layout, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::panel::LensPanels;
use crate::edit::{Edit, MapChange};
use crate::lens::{Attention, Catalogue, LensPlace, attention, silence_code, silenced};
use crate::model::Document;
use crate::session::lens::actors_at;
use crate::session::{Item, Selection};
use crate::text::inspector::answer;
use crate::text::lens::{self as words, place, say};
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::widget::{
    Band, Pen, PrivateText, head_ui, icon, icon_button_ui, private_band_ui, quiet_button_ui,
    remark_ui, rule_ui,
};

/// How many places of one check are shown at once.
const SHOWN: usize = 12;

/// What the list remembers.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    made: Option<(Arc<Document>, Arc<Catalogue>, Found)>,
    silent: bool,
    open: BTreeSet<String>,
}

/// What was found: lens, check and place by their codes.
#[derive(Debug, Clone, Default)]
struct Found {
    speaking: Vec<Notice>,
    silent: Vec<Notice>,
}

#[derive(Debug, Clone)]
struct Notice {
    lens: String,
    check: String,
    place: LensPlace,
    private: bool,
}

impl From<&Attention<'_>> for Notice {
    fn from(found: &Attention<'_>) -> Self {
        Self {
            lens: found.lens.id.clone(),
            check: found.check.id.clone(),
            place: found.place,
            private: found.private,
        }
    }
}

/// Looks once for each state of the map.
fn found(pen: &Pen<'_>, remembered: &mut Remembered) -> Found {
    let document = pen.cx.session.committed();
    let catalogue = &pen.cx.view.lenses;
    let same = |made: &&(Arc<Document>, Arc<Catalogue>, Found)| {
        Arc::ptr_eq(&made.0, document) && Arc::ptr_eq(&made.1, catalogue)
    };
    if let Some(made) = remembered.made.as_ref().filter(same) {
        return made.2.clone();
    }
    let speaking = attention(document, catalogue.on(document));
    let silent = silenced(document, catalogue.on(document));
    let found = Found {
        speaking: speaking.iter().map(Notice::from).collect(),
        silent: silent.iter().map(Notice::from).collect(),
    };
    remembered.made = Some((Arc::clone(document), Arc::clone(catalogue), found.clone()));
    found
}

/// Draws the list.
pub(super) fn attention_ui(pen: &mut Pen<'_>, ui: &mut Ui, panels: &mut LensPanels) {
    let remembered = &mut panels.attention;
    let language = pen.cx.language();
    let found = found(pen, remembered);
    if pen.cx.document().lenses_on.is_empty() {
        remark_ui(pen.theme(), ui, pen.say(words::NOTHING_ON));
        return;
    }
    remark_ui(
        pen.theme(),
        ui,
        &words::notices(found.speaking.len(), language),
    );
    let speaking = found.speaking.into_iter();
    let (private, open): (Vec<Notice>, Vec<Notice>) = speaking.partition(|one| one.private);
    checks_ui(pen, ui, remembered, &open, false);
    private_ui(pen, ui, remembered, &private);
    if found.silent.is_empty() {
        return;
    }
    rule_ui(pen.theme(), ui);
    remark_ui(
        pen.theme(),
        ui,
        &words::silent(found.silent.len(), language),
    );
    let words = if remembered.silent {
        words::HIDE_SILENT
    } else {
        words::SHOW_SILENT
    };
    if quiet_button_ui(pen.theme(), ui, pen.say(words)).clicked() {
        remembered.silent = !remembered.silent;
    }
    if remembered.silent {
        let bared = pen.memory.bared == Some(private_id());
        let silent = found.silent.into_iter();
        let shown: Vec<Notice> = silent.filter(|one| bared || !one.private).collect();
        checks_ui(pen, ui, remembered, &shown, true);
    }
}

/// Gives the identity of what rests on private answers.
fn private_id() -> Id {
    Id::new("private notices")
}

/// Draws the notices that rest on private answers: folded, read while the band is held, open after a click.
fn private_ui(pen: &mut Pen<'_>, ui: &mut Ui, remembered: &mut Remembered, notices: &[Notice]) {
    if notices.is_empty() {
        return;
    }
    let cx = pen.cx;
    let language = cx.language();
    let id = private_id();
    rule_ui(pen.theme(), ui);
    if pen.memory.bared == Some(id) {
        if quiet_button_ui(pen.theme(), ui, pen.say(answer::COVER)).clicked() {
            pen.memory.bared = None;
        }
        checks_ui(pen, ui, remembered, notices, false);
        return;
    }
    let told = notices.iter().filter_map(|notice| {
        let lens = cx.catalogue().get(&notice.lens)?;
        let check = lens.checks.iter().find(|check| check.id == notice.check)?;
        Some(PrivateText {
            text: place(notice.place, cx.now(), language),
            remark: say(&check.asks, language).to_owned(),
        })
    });
    let texts: Vec<PrivateText> = told.take(SHOWN).collect();
    let head = words::private_notices(notices.len(), language);
    private_band_ui(pen, ui, Band::Full, id.with("band"), &head, &texts);
    if quiet_button_ui(pen.theme(), ui, pen.say(answer::EDIT)).clicked() {
        pen.memory.bared = Some(id);
    }
}

/// Draws the notices, those of one check together under what it asks.
fn checks_ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    remembered: &mut Remembered,
    notices: &[Notice],
    silent: bool,
) {
    let cx = pen.cx;
    let language = cx.language();
    let mut rest = notices;
    let mut last_lens = "";
    while let Some(first) = rest.first() {
        let same = |notice: &&Notice| notice.lens == first.lens && notice.check == first.check;
        let count = rest.iter().take_while(same).count();
        let (group, others) = rest.split_at(count);
        rest = others;
        let Some(lens) = cx.catalogue().get(&first.lens) else {
            continue;
        };
        let Some(check) = lens.checks.iter().find(|check| check.id == first.check) else {
            continue;
        };
        if last_lens != lens.id {
            rule_ui(pen.theme(), ui);
            head_ui(pen.theme(), ui, say(&lens.title, language));
            last_lens = &lens.id;
        }
        ui.add_space(4.0);
        let asks = RichText::new(say(&check.asks, language)).font(theme::regular(theme::BODY));
        ui.label(asks.color(pen.theme().ink));
        let code = silence_code(lens, check, None);
        let all = remembered.open.contains(&code);
        let shown = if all { group.len() } else { SHOWN };
        for notice in group.iter().take(shown) {
            let one = silence_code(lens, check, Some(notice.place));
            notice_ui(pen, ui, notice, &one, silent);
        }
        let hidden = group.len().saturating_sub(shown);
        if hidden > 0
            && quiet_button_ui(pen.theme(), ui, &words::and_more(hidden, language)).clicked()
        {
            remembered.open.insert(code.clone());
        }
        let everywhere = cx.document().silenced.contains(&code);
        if silent && everywhere {
            if quiet_button_ui(pen.theme(), ui, pen.say(words::SPEAK)).clicked() {
                pen.edit(Edit::Map(MapChange::Silenced(code, false)));
            }
        } else if !silent
            && group.len() > 1
            && quiet_button_ui(pen.theme(), ui, pen.say(words::SILENCE_ALL)).clicked()
        {
            pen.edit(Edit::Map(MapChange::Silenced(code, true)));
        }
    }
}

/// Draws one place; a click goes there.
fn notice_ui(pen: &mut Pen<'_>, ui: &mut Ui, notice: &Notice, code: &str, silent: bool) {
    let cx = pen.cx;
    let name = place(notice.place, cx.now(), cx.language());
    let own = cx.document().silenced.contains(code);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let label = |text: crate::text::Text| format!("{}: {name}", text.get(cx.language()));
            let quiet = if silent { words::SPEAK } else { words::SILENCE };
            let sign = if silent {
                icon::ATTENTION
            } else {
                icon::SILENT
            };
            let can = !silent || own;
            if can && icon_button_ui(pen.theme(), ui, sign, &label(quiet)).clicked() {
                pen.edit(Edit::Map(MapChange::Silenced(code.to_owned(), !silent)));
            }
            let answer = label(words::ANSWER);
            if icon_button_ui(pen.theme(), ui, icon::TYPE, &answer).clicked() {
                go(pen, notice.place);
                pen.send(Request::Lens(notice.lens.clone()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if line_ui(pen, ui, &name) {
                    go(pen, notice.place);
                }
            });
        });
    });
}

fn line_ui(pen: &Pen<'_>, ui: &mut Ui, name: &str) -> bool {
    let theme = pen.theme();
    let width = ui.available_width();
    let font = theme::medium(theme::BODY);
    let galley = ui
        .painter()
        .layout(name.to_owned(), font, theme.ink, (width - 18.0).max(60.0));
    let size = egui::vec2(width, galley.size().y.max(theme::ROW - 4.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() {
            Stroke::new(1.5 * theme.outline, theme.accent)
        } else {
            Stroke::NONE
        };
        painter.rect(
            rect.expand2(egui::vec2(8.0, 0.0)),
            7.0,
            theme.field,
            edge,
            StrokeKind::Inside,
        );
    }
    let middle = rect.center().y;
    painter.circle_filled(egui::pos2(rect.left() + 4.0, middle), 3.5, theme.accent);
    let at = egui::pos2(rect.left() + 14.0, middle - galley.size().y / 2.0);
    painter.galley(at, galley, theme.ink);
    response.clicked()
}

/// Selects a place and brings it into sight.
pub(super) fn go(pen: &mut Pen<'_>, place: LensPlace) {
    let selection = match place {
        LensPlace::Map => Selection::default(),
        LensPlace::Actor(id) => Selection::one(Item::Actor(id)),
        LensPlace::Relation(id) => Selection::one(Item::Relation(id)),
        LensPlace::Group(id) => Selection::one(Item::Group(id)),
        LensPlace::Role(id) => Selection::one(Item::Role(id)),
    };
    pen.send(Request::Select(selection));
    let actors = actors_at(pen.cx.document(), place);
    if !actors.is_empty() {
        pen.send(Request::LightUp(actors));
    }
}
