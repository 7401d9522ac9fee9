//! The measures for those who ask: a table to sort, how firm its order is, circles, weak spots, weights.

use std::sync::Arc;

use eframe::egui::{self, RichText, Ui, WidgetInfo, WidgetType};

use super::compute::{Computed, Job, SETTINGS, Told, When};
use super::painting;
use crate::analysis::Analysis;
use crate::analysis::robustness::{Moves, OneWrongAnswer, RankedBy};
use crate::model::Language;
use crate::text::advice::{Telling, decimal, method as words};
use crate::text::{Text, looking};
use crate::ui::cx::{Cx, Outbox};
use crate::ui::theme;
use crate::ui::widget::{head_ui, remark_ui, rule_ui};

/// Fields of more actors than this are not tried relation by relation.
const CHECK_UP_TO: usize = 1_000;
/// How many steps of the check lie between two reports.
const REPORT_EVERY: usize = 16;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Method {
    column: Column,
    upward: bool,
    check: Option<Check>,
    told: Option<Remembered>,
}

/// Sentences that are costly to make.
#[derive(Debug)]
struct Remembered {
    of: Arc<Analysis>,
    language: Language,
    circles: Vec<String>,
    weak: Vec<String>,
}

/// The check of one wrong answer, while it runs and when it is done.
#[derive(Debug)]
struct Check {
    of: Arc<Analysis>,
    job: Job<Progress>,
    newest: Option<Progress>,
}

/// How far the check came.
#[derive(Debug)]
struct Progress {
    done: usize,
    all: usize,
    moves: Moves,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Column {
    Actor,
    Contacts,
    #[default]
    Between,
    Rank,
    Bound,
    Regie,
    Verbinden,
}

impl Column {
    const ALL: [Self; 7] = [
        Self::Actor,
        Self::Contacts,
        Self::Between,
        Self::Rank,
        Self::Bound,
        Self::Regie,
        Self::Verbinden,
    ];

    const fn head(self) -> Text {
        match self {
            Self::Actor => words::ACTOR,
            Self::Contacts => words::CONTACTS,
            Self::Between => words::BETWEEN,
            Self::Rank => words::RANK,
            Self::Bound => words::BOUND,
            Self::Regie => words::REGIE,
            Self::Verbinden => words::VERBINDEN,
        }
    }

    const fn means(self) -> Option<Text> {
        match self {
            Self::Actor => None,
            Self::Contacts => Some(words::CONTACTS_MEANS),
            Self::Between => Some(words::BETWEEN_MEANS),
            Self::Rank => Some(words::RANK_MEANS),
            Self::Bound => Some(words::BOUND_MEANS),
            Self::Regie => Some(words::REGIE_MEANS),
            Self::Verbinden => Some(words::VERBINDEN_MEANS),
        }
    }
}

/// Draws the page.
pub(super) fn method_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    method: &mut Method,
    computed: &Computed,
    (telling, when): (&Telling<'_>, When),
    out: &mut Outbox,
) {
    method.follow(computed, when, ui.ctx());
    method.remember(computed, telling);
    ui.label(cx.say(words::ABOUT));
    if let Some(progress) = method
        .check
        .as_ref()
        .and_then(|check| check.newest.as_ref())
    {
        remark_ui(
            cx.theme,
            ui,
            &telling.check(progress.done, progress.all, &progress.moves),
        );
    } else if !computed.analysis.ranked {
        remark_ui(cx.theme, ui, &telling.too_small());
    }
    block_ui(cx, ui, looking::ON_THE_MAP, |ui| {
        painting::paint_ui(cx, ui, out);
    });
    ui.add_space(4.0);
    egui::ScrollArea::horizontal()
        .id_salt("measures")
        .show(ui, |ui| table_ui(cx, ui, method, telling));
    let Some(told) = &method.told else { return };
    block_ui(cx, ui, words::WEAK_SPOTS, |ui| {
        for line in &told.weak {
            ui.label(line);
        }
        if told.weak.is_empty() {
            ui.label(cx.say(words::NO_WEAK_SPOTS));
        } else {
            painting::weak_spots_ui(cx, ui, out);
        }
    });
    block_ui(cx, ui, words::CIRCLES, |ui| {
        for line in &told.circles {
            ui.label(line);
        }
        if computed.analysis.circles.clear() {
            painting::circles_ui(cx, ui, out);
        }
    });
    block_ui(cx, ui, words::WEIGHTS, |ui| {
        ui.label(cx.say(words::WEIGHTS_ARE));
        for (word, weight) in telling.weights() {
            remark_ui(cx.theme, ui, &format!("{word}: {weight}"));
        }
        for line in telling.thresholds() {
            remark_ui(cx.theme, ui, &line);
        }
    });
}

fn block_ui(cx: &Cx<'_>, ui: &mut Ui, head: Text, body: impl FnOnce(&mut Ui)) {
    ui.add_space(10.0);
    rule_ui(cx.theme, ui);
    head_ui(cx.theme, ui, cx.say(head));
    body(ui);
}

fn table_ui(cx: &Cx<'_>, ui: &mut Ui, method: &mut Method, telling: &Telling<'_>) {
    let moves = method.moves();
    let mut order: Vec<usize> = (0..telling.field.n()).collect();
    order.sort_by(|a, b| {
        let by = compare(telling, moves.as_ref(), method.column, *a, *b);
        if method.upward { by } else { by.reverse() }.then(a.cmp(b))
    });
    egui::Grid::new("measures")
        .striped(true)
        .spacing(egui::vec2(8.0, 4.0))
        .min_row_height(24.0)
        .show(ui, |ui| {
            for column in Column::ALL {
                head_cell_ui(cx, ui, method, column);
            }
            ui.end_row();
            for actor in order {
                for column in Column::ALL {
                    let cell = cell(telling, moves.as_ref(), column, actor);
                    ui.label(RichText::new(cell).font(theme::regular(theme::REMARK)));
                }
                ui.end_row();
            }
        });
}

fn head_cell_ui(cx: &Cx<'_>, ui: &mut Ui, method: &mut Method, column: Column) {
    let chosen = method.column == column;
    let font = if chosen {
        theme::bold(theme::REMARK)
    } else {
        theme::semibold(theme::REMARK)
    };
    let label = cx.say(column.head());
    let broken = label.replace('\u{ad}', "-\n");
    let label = label.replace('\u{ad}', "");
    let words = RichText::new(broken).font(font).color(cx.theme.ink);
    let mut response = ui.add(egui::Button::new(words).frame(false));
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, label.as_str()));
    if let Some(means) = column.means() {
        response = response.on_hover_text(cx.say(means));
    }
    if response.clicked() {
        if chosen {
            method.upward = !method.upward;
        } else {
            method.column = column;
            // Names and places begin with the first, measures with the largest.
            method.upward = matches!(column, Column::Actor | Column::Rank);
        }
    }
}

/// Holds two actors beside each other in a column; what is not defined counts as the smallest.
fn compare(
    telling: &Telling<'_>,
    moves: Option<&Moves>,
    column: Column,
    a: usize,
    b: usize,
) -> std::cmp::Ordering {
    if column == Column::Actor {
        return telling
            .name(a)
            .to_lowercase()
            .cmp(&telling.name(b).to_lowercase());
    }
    let value = |v: usize| number(telling, moves, column, v).unwrap_or(f64::NEG_INFINITY);
    value(a).total_cmp(&value(b))
}

fn number(telling: &Telling<'_>, moves: Option<&Moves>, column: Column, v: usize) -> Option<f64> {
    let analysis = telling.analysis;
    match column {
        Column::Actor => None,
        Column::Contacts => analysis.degree.get(v).map(|n| whole(*n)),
        Column::Between => analysis.betweenness.get(v).copied(),
        Column::Rank => moves.and_then(|moves| moves.low.get(v)).map(|n| whole(*n)),
        Column::Bound => analysis.holes.get(v).and_then(|holes| holes.constraint),
        Column::Regie => analysis
            .places
            .get(v)
            .map(|place| whole(place.regie / times(telling))),
        Column::Verbinden => analysis
            .places
            .get(v)
            .map(|place| whole(place.verbinden / times(telling))),
    }
}

/// Without direction the measure counts each pair twice.
fn times(telling: &Telling<'_>) -> usize {
    if telling.field.directed { 1 } else { 2 }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of at most 20,000 relations"
)]
fn whole(number: usize) -> f64 {
    number as f64
}

fn cell(telling: &Telling<'_>, moves: Option<&Moves>, column: Column, v: usize) -> String {
    let dash = || "–".to_owned();
    let language = telling.language;
    match column {
        Column::Actor => telling.name(v).to_owned(),
        Column::Rank => {
            let ends = moves.and_then(|moves| Some((*moves.low.get(v)?, *moves.high.get(v)?)));
            match ends.filter(|_| telling.analysis.ranked) {
                None => dash(),
                Some((low, high)) if low == high => low.to_string(),
                Some((low, high)) => format!("{low}–{high}"),
            }
        }
        Column::Between => {
            number(telling, moves, column, v).map_or_else(dash, |x| decimal(x, 1, language))
        }
        Column::Bound => {
            number(telling, moves, column, v).map_or_else(dash, |x| decimal(x, 2, language))
        }
        Column::Contacts | Column::Regie | Column::Verbinden => {
            number(telling, moves, column, v).map_or_else(dash, |x| decimal(x, 0, language))
        }
    }
}

impl Method {
    /// Runs the check of one wrong answer for the newest result, and takes what it found.
    fn follow(&mut self, computed: &Computed, when: When, ctx: &egui::Context) {
        let analysis = &computed.analysis;
        if self
            .check
            .as_ref()
            .is_none_or(|check| !Arc::ptr_eq(&check.of, analysis))
        {
            self.check = None;
            if analysis.ranked && analysis.views.n() <= CHECK_UP_TO {
                self.check = Some(Check::start(analysis, when, ctx));
            }
        }
        if let Some(check) = &mut self.check
            && let Told::Found(found) = check.job.newest()
        {
            check.newest = Some(found);
        }
    }

    fn remember(&mut self, computed: &Computed, telling: &Telling<'_>) {
        let holds = |told: &Remembered| {
            Arc::ptr_eq(&told.of, &computed.analysis) && told.language == telling.language
        };
        if !self.told.as_ref().is_some_and(holds) {
            self.told = Some(Remembered {
                of: Arc::clone(&computed.analysis),
                language: telling.language,
                circles: telling.circles(),
                weak: telling.weak_spots(),
            });
        }
    }

    /// Gives the intervals found so far.
    fn moves(&self) -> Option<Moves> {
        let newest = self.check.as_ref()?.newest.as_ref()?;
        Some(newest.moves.clone())
    }
}

impl Check {
    fn start(analysis: &Arc<Analysis>, when: When, ctx: &egui::Context) -> Self {
        let of = Arc::clone(analysis);
        let job = Job::start(when, ctx, move |reporter| {
            let flips = SETTINGS.flips_up_to;
            let mut check = OneWrongAnswer::new(&of.views, RankedBy::Betweenness, flips);
            while reporter.go_on() {
                let more = check.step();
                let (done, all) = check.progress();
                if !more || done.is_multiple_of(REPORT_EVERY) {
                    let found = check.result();
                    let moves = found.flip_one.unwrap_or(found.drop_one);
                    reporter.tell(Progress { done, all, moves });
                }
                if !more {
                    return;
                }
            }
        });
        Self {
            of: Arc::clone(analysis),
            job,
            newest: None,
        }
    }
}
