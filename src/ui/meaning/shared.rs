//! Whose own words bear a shared interest, and whose do not.

use eframe::egui::{self, Id, RichText, Sense, Stroke, Ui, vec2};

use super::{Meaning, Page, label_of};
use crate::model::{ActorId, Group, GroupId, ValueId};
use crate::session::meaning::shared::{Backing, Claim, backing, claims};
use crate::session::{Item, Selection};
use crate::text::meaning::shared as words;
use crate::ui::command::Command;
use crate::ui::cx::Request;
use crate::ui::theme;
use crate::ui::view::Panel;
use crate::ui::widget::{
    Choice, Pen, Picked, Picker, head_ui, pick_ui, quiet_button_ui, remark_ui, rule_ui,
};

/// Draws the page.
pub(super) fn shared_ui(pen: &mut Pen<'_>, ui: &mut Ui, meaning: &mut Meaning) {
    let now = pen.cx.now();
    remark_ui(pen.theme(), ui, pen.say(words::ABOUT));
    let asked: Option<Claim> = ui.data_mut(|data| {
        let asked = data.get_temp(asked_claim());
        data.remove::<Claim>(asked_claim());
        asked
    });
    let kept = asked.or(meaning.claim).filter(|claim| {
        now.values.contains(claim.value) && claim.of.is_none_or(|group| now.groups.contains(group))
    });
    let any = || {
        now.values.first().map(|value| Claim {
            value: value.id,
            of: None,
        })
    };
    let first = || claims(now).into_iter().next();
    let Some(claim) = kept.or_else(first).or_else(any) else {
        ui.add_space(6.0);
        ui.label(pen.say(words::NO_VALUES));
        return;
    };
    meaning.claim = Some(claim_ui(pen, ui, claim));
    let all = backing(now, claim);
    let value = now
        .values
        .get(claim.value)
        .map_or("–", |it| it.name.as_str());
    let bearers: Vec<ActorId> = all
        .iter()
        .filter(|(_, backing)| backing.bears())
        .map(|(actor, _)| *actor)
        .collect();
    ui.add_space(6.0);
    let told = words::told(bearers.len(), all.len(), value, pen.cx.language());
    let text = RichText::new(told).font(theme::semibold(15.5));
    ui.label(text.color(pen.theme().ink));
    if !bearers.is_empty() && quiet_button_ui(pen.theme(), ui, pen.say(words::LIGHT_UP)).clicked() {
        pen.send(Request::LightUp(bearers));
    }
    for (head, bears) in [(words::BEARS, true), (words::DOES_NOT, false)] {
        let part: Vec<_> = all.iter().filter(|(_, it)| it.bears() == bears).collect();
        if part.is_empty() {
            continue;
        }
        rule_ui(pen.theme(), ui);
        head_ui(pen.theme(), ui, pen.say(head));
        for (actor, backing) in part {
            backing_ui(pen, ui, *actor, backing);
        }
    }
    rule_ui(pen.theme(), ui);
    remark_ui(pen.theme(), ui, pen.say(words::RECOGNISED));
}

/// Draws under the shared value of a group how many of its members say so themselves, with the way to who does.
pub(crate) fn borne_ui(pen: &mut Pen<'_>, ui: &mut Ui, group: &Group) {
    let Some(value) = group.shared_value else {
        return;
    };
    let now = pen.cx.now();
    let claim = Claim {
        value,
        of: Some(group.id),
    };
    let all = backing(now, claim);
    let n_bear = all.iter().filter(|(_, it)| it.bears()).count();
    let name = now.values.get(value).map_or("–", |it| it.name.as_str());
    let told = words::told(n_bear, all.len(), name, pen.cx.language());
    if quiet_button_ui(pen.theme(), ui, &told).clicked() {
        ui.data_mut(|data| data.insert_temp(asked_claim(), claim));
        pen.send(Request::Panel(Panel::Meaning(Page::Shared)));
    }
}

/// Where the claim stands that is asked from elsewhere.
fn asked_claim() -> Id {
    Id::new("asked claim")
}

/// Draws which value, and of whom it is said to be the shared interest.
fn claim_ui(pen: &mut Pen<'_>, ui: &mut Ui, claim: Claim) -> Claim {
    let now = pen.cx.now();
    let mut after = claim;
    let values: Vec<Choice<ValueId>> = now
        .values
        .iter()
        .map(|value| Choice {
            label: value.name.clone(),
            what: value.id,
        })
        .collect();
    let everybody = pen.say(words::EVERYBODY);
    let groups: Vec<Choice<GroupId>> = now
        .groups
        .iter()
        .map(|group| Choice {
            label: group.name.clone(),
            what: group.id,
        })
        .collect();
    ui.horizontal_wrapped(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::VALUE));
        let shown = now
            .values
            .get(claim.value)
            .map_or("–", |it| it.name.as_str());
        let picker = Picker {
            id: Id::new("claim value"),
            label: pen.say(words::VALUE),
            shown,
            clear: None,
            own: false,
        };
        if let Some(Picked::One(value)) = pick_ui(pen, ui, picker, &values) {
            after.value = value;
            let group = claims(now).into_iter().find(|it| it.value == value);
            after.of = group.and_then(|it| it.of);
        }
    });
    ui.horizontal_wrapped(|ui| {
        remark_ui(pen.theme(), ui, pen.say(words::OF));
        let group = claim.of.and_then(|group| now.groups.get(group));
        let picker = Picker {
            id: Id::new("claim of"),
            label: pen.say(words::OF),
            shown: group.map_or(everybody, |group| group.name.as_str()),
            clear: Some(everybody),
            own: false,
        };
        match pick_ui(pen, ui, picker, &groups) {
            Some(Picked::One(group)) => after.of = Some(group),
            Some(Picked::Cleared) => after.of = None,
            Some(Picked::New(_)) | None => {}
        }
    });
    after
}

fn backing_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: ActorId, backing: &Backing) {
    let theme = pen.theme();
    let language = pen.cx.language();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
        let centre = rect.center();
        if backing.bears() {
            ui.painter().circle_filled(centre, 6.0, theme.bridge);
        } else {
            let line = Stroke::new(1.6 * theme.outline, theme.faint);
            ui.painter().circle_stroke(centre, 5.5, line);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let name = label_of(pen.cx, actor);
            if quiet_button_ui(theme, ui, name).clicked() {
                pen.send(Request::LightUp(vec![actor]));
            }
            let said = words::backing(backing, language);
            let quoted = matches!(
                backing,
                Backing::Words(_) | Backing::Interest(_) | Backing::Meaning(_)
            );
            let (font, ink) = if quoted {
                (theme::italic(theme::BODY), theme.ink)
            } else {
                (theme::regular(theme::REMARK), theme.dim)
            };
            ui.add(egui::Label::new(RichText::new(said).font(font).color(ink)).wrap());
            let ask = !backing.bears() && *backing != Backing::Private;
            let label = crate::text::meaning::value::of(pen.say(words::ASK), name);
            if ask && quiet_button_ui(theme, ui, &label).clicked() {
                pen.send(Request::Select(Selection::one(Item::Actor(actor))));
                pen.send(Request::Run(Command::Inspector));
            }
        });
    });
}
