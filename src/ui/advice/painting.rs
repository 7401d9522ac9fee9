//! Hands what was reckoned to the map, and chooses what is painted by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, ComboBox, Ui};

use super::Advice;
use super::compute::Computed;
use crate::analysis::measure::Measure;
use crate::lens::inner;
use crate::model::{ActorId, Content, FieldKind, LensSubject};
use crate::session::Session;
use crate::text::{Text, looking as words};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::painting::{Measured, PaintBy, Source};
use crate::ui::widget::{label_ui, quiet_button_ui, toggle_ui};

/// What was handed over last, and what it was made from.
#[derive(Debug)]
pub(super) struct Handed {
    of: Arc<Computed>,
    by: PaintBy,
    measured: Arc<Measured>,
}

impl Advice {
    /// Gives what the map is painted by, reckoned beside the window; nothing until the first result is there.
    pub(crate) fn measured(
        &mut self,
        session: &Session,
        by: PaintBy,
        ctx: &egui::Context,
    ) -> Option<Arc<Measured>> {
        self.computation.follow(session, ctx);
        let computed = self.computation.result()?;
        let current = same_field(&computed.document.now, &session.document().now);
        let holds = |handed: &&Handed| {
            Arc::ptr_eq(&handed.of, computed)
                && handed.by == by
                && handed.measured.current == current
        };
        if let Some(handed) = self.handed.as_ref().filter(holds) {
            return Some(Arc::clone(&handed.measured));
        }
        let measured = Arc::new(measured(computed, by, current));
        self.handed = Some(Handed {
            of: Arc::clone(computed),
            by,
            measured: Arc::clone(&measured),
        });
        Some(measured)
    }
}

/// Says whether the measures of two maps can only be the same.
fn same_field(one: &Content, other: &Content) -> bool {
    let actors = |now: &'_ Content| -> Vec<_> {
        now.actors
            .iter()
            .map(|actor| (actor.id, actor.arena.value().cloned()))
            .collect()
    };
    one.relations.shares(&other.relations)
        && (one.actors.shares(&other.actors) || actors(one) == actors(other))
}

fn measured(computed: &Computed, by: PaintBy, current: bool) -> Measured {
    let (of, analysis) = (&computed.of, &computed.analysis);
    let id = |number: usize| of.actors.get(number).copied();
    let mut values: BTreeMap<Measure, BTreeMap<ActorId, Option<f64>>> = BTreeMap::new();
    for source in [by.size, by.colour] {
        if let Source::Measure(measure) = source {
            let all = measure.values(&of.field, analysis);
            let named = of.actors.iter().copied().zip(all);
            values.insert(measure, named.collect());
        }
    }
    let mut circles = vec![BTreeSet::new(); analysis.circles.n_circles];
    for (number, circle) in analysis.circles.of_actor.iter().enumerate() {
        let place = circle.and_then(|circle| circles.get_mut(circle));
        if let (Some(members), Some(actor)) = (place, id(number)) {
            members.insert(actor);
        }
    }
    let clear = by.circles && analysis.circles.clear();
    let weak = &analysis.structure;
    let pair = |(a, b): &(usize, usize)| {
        let (a, b) = (id(*a)?, id(*b)?);
        Some((a.min(b), a.max(b)))
    };
    Measured {
        current,
        values,
        circles: if clear { circles } else { Vec::new() },
        weak_actors: weak
            .articulation_points
            .iter()
            .copied()
            .filter_map(id)
            .collect(),
        weak_pairs: weak.bridges.iter().filter_map(pair).collect(),
    }
}

/// Draws what size and colour follow.
pub(super) fn paint_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let mut paint = cx.view.paint;
    ui.horizontal_wrapped(|ui| {
        source_ui(cx, ui, words::SIZE, words::SIZE_USUAL, &mut paint.size);
        ui.add_space(12.0);
        source_ui(
            cx,
            ui,
            words::COLOUR,
            words::COLOUR_USUAL,
            &mut paint.colour,
        );
        if !paint.usual() {
            let off = cx.say(crate::text::command::PAINT_USUAL.text);
            if quiet_button_ui(cx.theme, ui, off).clicked() {
                paint = PaintBy::default();
            }
        }
    });
    send(cx, paint, out);
}

/// Draws the switch that lays circles over the map.
pub(super) fn circles_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let mut paint = cx.view.paint;
    if let Some(on) = toggle_ui(cx.theme, ui, cx.say(words::SHOW_CIRCLES), paint.circles) {
        paint.circles = on;
    }
    send(cx, paint, out);
}

/// Draws the switch that lights up where the field can break.
pub(super) fn weak_spots_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Outbox) {
    let mut paint = cx.view.paint;
    if let Some(on) = toggle_ui(
        cx.theme,
        ui,
        cx.say(words::SHOW_WEAK_SPOTS),
        paint.weak_spots,
    ) {
        paint.weak_spots = on;
    }
    send(cx, paint, out);
}

fn send(cx: &Cx<'_>, paint: PaintBy, out: &mut Outbox) {
    if paint != cx.view.paint {
        out.send(Request::Paint(paint));
    }
}

/// Lists the questions of lenses that size or colour can follow.
fn painting_questions(cx: &Cx<'_>, colour: bool) -> Vec<Source> {
    let fits = |kind: &FieldKind| match inner(kind) {
        FieldKind::Scale { .. } => true,
        FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Ranked(_) => colour,
        _ => false,
    };
    cx.catalogue()
        .questions_on(cx.document(), LensSubject::Actor)
        .filter(|question| !question.field.private && fits(&question.field.kind))
        .map(|question| Source::Question(question.key()))
        .collect()
}

fn source_ui(cx: &Cx<'_>, ui: &mut Ui, label: Text, usual: Text, source: &mut Source) {
    let name = |source: Source| match source {
        Source::Usual => cx.say(usual),
        Source::Groups => cx.say(words::COLOUR_GROUPS),
        Source::Measure(measure) => cx.say(words::measure(measure)),
        Source::Question(key) => cx
            .catalogue()
            .question(key.name())
            .map_or(key.name(), |it| {
                crate::text::lens::say(&it.field.label, cx.language())
            }),
    };
    let label_response = label_ui(cx.theme, ui, cx.say(label));
    let colour = label == words::COLOUR;
    let shown = ComboBox::from_id_salt(("paint by", colour))
        .selected_text(name(*source))
        .width(150.0)
        .height(340.0)
        .show_ui(ui, |ui| {
            let groups = (colour && !cx.now().groups.is_empty()).then_some(Source::Groups);
            let measures = Measure::ALL.into_iter().map(Source::Measure);
            let questions = painting_questions(cx, colour);
            let all = [Source::Usual].into_iter().chain(groups).chain(questions);
            for choice in all.chain(measures) {
                let row = ui.selectable_value(source, choice, name(choice));
                if let Source::Measure(measure) = choice {
                    row.on_hover_text(cx.say(words::measure_means(measure)));
                }
            }
        });
    shown.response.labelled_by(label_response.id);
}
