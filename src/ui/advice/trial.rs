//! What a new relation between two actors would change, tried on a copy.

use std::sync::Arc;

use eframe::egui::{self, RichText, Ui};

use super::Advice;
use super::compute::{Computed, Job, SETTINGS, Told, When};
use crate::analysis::{Analysis, analyse};
use crate::edit::{Edit, Entry};
use crate::model::{ActorId, Content, Moment, MomentState, Relation, Tone, Unknown};
use crate::text::advice::{Telling, change_lines, panel};
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme;
use crate::ui::widget::{quiet_button_ui, remark_ui};

/// One what-if.
#[derive(Debug)]
pub(super) struct Trial {
    pair: (usize, usize),
    /// What the what-if is held beside.
    before: Arc<Analysis>,
    job: Job<Analysis>,
    after: Option<Analysis>,
}

impl Trial {
    /// Adds a relation between two actors to a copy of the field and reckons that.
    pub(super) fn start(
        computed: &Computed,
        pair: (usize, usize),
        when: When,
        ctx: &egui::Context,
    ) -> Self {
        let (i, j) = pair;
        let mut field = computed.of.field.with_tie(i, j);
        if field.directed {
            field = field.with_tie(j, i);
        }
        let job = Job::start(when, ctx, move |reporter| {
            if let Some(found) = analyse(&field, &SETTINGS, &|| reporter.go_on()) {
                reporter.tell(found);
            }
        });
        Self {
            pair,
            before: Arc::clone(&computed.analysis),
            job,
            after: None,
        }
    }
}

/// Draws what the relation would change, with the way to keep it.
pub(super) fn trial_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    advice: &mut Advice,
    (computed, telling): (&Computed, &Telling<'_>),
    out: &mut Outbox,
) {
    let Some(mut trial) = advice.trial.take() else {
        return;
    };
    // A what-if beside a newer map would tell of a map that is gone.
    if !Arc::ptr_eq(&trial.before, &computed.analysis) {
        return;
    }
    if let Told::Found(after) = trial.job.newest() {
        trial.after = Some(after);
    }
    let (i, j) = trial.pair;
    let (one, other) = (telling.name(i), telling.name(j));
    ui.add_space(8.0);
    let head =
        RichText::new(panel::if_tied(one, other, cx.language())).font(theme::semibold(theme::HEAD));
    ui.label(head.color(cx.theme.ink));
    let Some(after) = &trial.after else {
        remark_ui(cx.theme, ui, cx.say(panel::RECKONING));
        advice.trial = Some(trial);
        return;
    };
    for line in change_lines(telling, after, i, j) {
        ui.label(line);
    }
    let mut open = true;
    ui.horizontal_wrapped(|ui| {
        if quiet_button_ui(cx.theme, ui, cx.say(panel::KEEP)).clicked() {
            let id = |number: usize| computed.of.actors.get(number).copied();
            if let (Some(a), Some(b)) = (id(i), id(j)) {
                let name = panel::scenario(one, other, cx.language());
                let kept = panel::kept(&name, cx.language());
                let scenario = scenario(cx, (a, b), name, out);
                out.edit(Edit::Moment(Entry::Put(Box::new(scenario))));
                // A change takes away what was said before it.
                out.send(Request::Say(kept));
            }
            open = false;
        }
        ui.add_space(8.0);
        if quiet_button_ui(cx.theme, ui, cx.say(panel::STOP_TRYING)).clicked() {
            open = false;
        }
    });
    if open {
        advice.trial = Some(trial);
    }
}

fn scenario(cx: &Cx<'_>, (a, b): (ActorId, ActorId), name: String, out: &mut Outbox) -> Moment {
    let mut content: Content = cx.session.committed().now.clone();
    let mut relation = Relation::new(out.fresh_id(), a, b);
    relation.tone = Tone::Cooperative;
    content.relations.put(relation);
    Moment {
        id: out.fresh_id(),
        name,
        date: Some(cx.today),
        state: MomentState::Scenario,
        content: Arc::new(content),
        unknown: Unknown::default(),
    }
}
