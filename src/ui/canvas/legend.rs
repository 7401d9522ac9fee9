//! The legend: exactly what is on the screen, and what it means.

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, Color32, Frame, Margin, Pos2, Rect, Response, ScrollArea, Sense, Shape, Stroke, Ui,
    UiBuilder, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::paint;
use super::scene::{Outline, Scene, Standing};
use crate::model::{Arena, Mode};
use crate::text::terms::Named as _;
use crate::text::{Text, canvas as words};
use crate::ui::command::Command;
use crate::ui::cx::{Cx, Outbox, Request};
use crate::ui::theme::{self, Theme};

/// What a row of the legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// The shape of an arena, or the pill where it was not asked.
    Arena(Option<Arena>),
    /// A line of a colour, a width in tenths and dashes.
    Line(Color, u8, Dashes),
    /// The mark of doubt.
    Doubt,
    /// The double ring of the hoofdpersoon.
    Focal,
    /// The second ring of the kopgroep.
    Vanguard,
    /// The thin dashed outline of who is not at the table.
    Candidate,
    /// Two lines side by side.
    Double,
    /// A zigzag.
    Zigzag,
    /// An arrow.
    Arrow,
    /// No sign: the words say it all.
    None,
}

/// The colour of a line of the legend, by what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each is the colour of the theme of the same name"
)]
pub(crate) enum Color {
    Support,
    Objection,
    Faint,
    Bridge,
    Regie,
    Coordination,
    Relation,
}

/// How a line of the legend is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub(crate) enum Dashes {
    Solid,
    Dashed,
    Dotted,
}

/// A row of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// The sign.
    pub(crate) sign: Sign,
    /// What it means.
    pub(crate) text: Text,
}

/// What is on the screen, in blocks with some room between.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Legend {
    /// The rows, block by block.
    pub(crate) blocks: Vec<Vec<Row>>,
}

const ROW: f32 = 23.0;
const SIGN: f32 = 22.0;
const PADDING: f32 = 14.0;
const GAP: f32 = 9.0;
const CORNER: f32 = 16.0;
const BETWEEN: f32 = 10.0;

impl Legend {
    /// Makes the legend of a scene.
    pub(crate) fn of(scene: &Scene, _theme: &Theme) -> Self {
        let blocks = [arenas(scene), actors(scene), ties(scene)];
        Self {
            blocks: blocks
                .into_iter()
                .filter(|block| !block.is_empty())
                .collect(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flatten()
    }
}

fn row(sign: Sign, text: Text) -> Row {
    Row { sign, text }
}

fn arenas(scene: &Scene) -> Vec<Row> {
    let present: BTreeSet<Option<Arena>> = scene.actors.iter().map(|it| it.arena).collect();
    let known = Arena::ALL
        .iter()
        .filter(|arena| present.contains(&Some(**arena)))
        .map(|arena| row(Sign::Arena(Some(*arena)), arena.text()));
    let unknown = present
        .contains(&None)
        .then(|| row(Sign::Arena(None), words::ARENA_NOT_ASKED));
    known.chain(unknown).collect()
}

fn actors(scene: &Scene) -> Vec<Row> {
    let outlines = || scene.actors.iter().filter(|actor| !actor.candidate);
    let has = |test: &dyn Fn(Outline) -> bool| outlines().any(|actor| test(actor.outline));
    let stands = |standing: Standing| scene.actors.iter().any(|it| it.standing == standing);
    let line = |color, width, dashes| Sign::Line(color, width, dashes);
    let rows = [
        (
            has(&|it| matches!(it, Outline::For(_))),
            row(line(Color::Support, 40, Dashes::Solid), words::IN_FAVOUR),
        ),
        (
            has(&|it| matches!(it, Outline::Against(_))),
            row(line(Color::Objection, 40, Dashes::Dashed), words::OBJECTS),
        ),
        (
            has(&|it| it == Outline::Neutral),
            row(line(Color::Faint, 20, Dashes::Solid), words::NEUTRAL),
        ),
        (
            has(&|it| it == Outline::NotAsked),
            row(
                line(Color::Faint, 24, Dashes::Dotted),
                words::POSITION_NOT_ASKED,
            ),
        ),
        (
            scene.actors.iter().any(|actor| actor.doubt),
            row(Sign::Doubt, words::DOUBT),
        ),
        (stands(Standing::Focal), row(Sign::Focal, words::FOCAL)),
        (
            stands(Standing::Vanguard),
            row(Sign::Vanguard, words::VANGUARD),
        ),
        (
            scene.actors.iter().any(|actor| actor.candidate),
            row(Sign::Candidate, words::CANDIDATE),
        ),
    ];
    present(rows)
}

fn ties(scene: &Scene) -> Vec<Row> {
    let tie = |mode: Mode| {
        scene
            .strands
            .iter()
            .any(|it| it.mode == Some(mode) && it.number.is_none())
    };
    let ring = |mode: Option<Mode>| scene.rings.iter().any(|it| it.mode == mode);
    let line = |color, width, dashes| Sign::Line(color, width, dashes);
    let widths: BTreeSet<u32> = scene
        .strands
        .iter()
        .filter(|it| it.mode.is_none() && !it.conflict)
        .map(|it| it.width.to_bits())
        .collect();
    let later =
        scene.strands.iter().any(|it| it.later) || scene.rings.iter().any(|ring| ring.later);
    let any = |test: &dyn Fn(&super::scene::Strand) -> bool| scene.strands.iter().any(test);
    let bridge = line(Color::Bridge, 50, Dashes::Solid);
    let slate = line(Color::Coordination, 24, Dashes::Dashed);
    let rows = [
        (any(&|it| it.number.is_some()), row(bridge, words::BRIDGE)),
        (tie(Mode::Verbinden), row(bridge, words::BRIDGE_TIE)),
        (ring(Some(Mode::Regie)), row(Sign::Double, words::RING)),
        (tie(Mode::Regie), row(Sign::Double, words::RING_TIE)),
        (
            ring(Some(Mode::Coordinatie)),
            row(slate, words::COORDINATION),
        ),
        (tie(Mode::Coordinatie), row(slate, words::COORDINATION_TIE)),
        (
            ring(None),
            row(line(Color::Faint, 12, Dashes::Solid), words::GROUP),
        ),
        (any(&|it| it.conflict), row(Sign::Zigzag, words::CONFLICT)),
        (
            any(&|it| it.dashed),
            row(line(Color::Relation, 22, Dashes::Dashed), words::INFORMAL),
        ),
        (any(&|it| it.arrow), row(Sign::Arrow, words::ONE_WAY)),
        (later, row(Sign::None, words::LATER)),
        (widths.len() > 1, row(Sign::None, words::WIDTH)),
        (scene.sized, row(Sign::None, words::SIZE)),
    ];
    present(rows)
}

fn present<const N: usize>(rows: [(bool, Row); N]) -> Vec<Row> {
    rows.into_iter()
        .filter_map(|(there, row)| there.then_some(row))
        .collect()
}

/// Gives by how much everything is larger: a picture has no zoom of its own.
fn scale(cx: &Cx<'_>, picture: bool) -> f32 {
    if picture { cx.text_scale() } else { 1.0 }
}

/// Gives the room that the legend takes from the left edge.
pub(super) fn size(cx: &Cx<'_>, ui: &Ui, legend: &Legend, rect: Rect) -> Vec2 {
    let wanted = wanted(cx, ui, legend, 1.0);
    vec2(
        CORNER + wanted.x,
        (CORNER + wanted.y).min(rect.height() - CORNER),
    )
}

fn wanted(cx: &Cx<'_>, ui: &Ui, legend: &Legend, scale: f32) -> Vec2 {
    let widest = legend
        .rows()
        .map(|row| {
            let font = theme::regular(theme::REMARK * scale);
            let words = cx.say(row.text).to_owned();
            let galley = ui.painter().layout_no_wrap(words, font, cx.theme.ink);
            let indent = if row.sign == Sign::None {
                0.0
            } else {
                SIGN + GAP
            };
            galley.size().x / scale + indent
        })
        .fold(0.0, f32::max);
    let rows = super::units::real(legend.rows().count());
    let gaps = super::units::real(legend.blocks.len().saturating_sub(1));
    let head = ROW;
    let width = widest + 2.0 * PADDING;
    vec2(width, rows * ROW + gaps * BETWEEN + head + 1.5 * PADDING) * scale
}

/// Draws the legend at the left, under what stands at the top.
pub(super) fn legend_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    legend: &Legend,
    rect: Rect,
    picture: bool,
    out: &mut Outbox,
) {
    let scale = scale(cx, picture);
    let wanted = wanted(cx, ui, legend, scale);
    let top = CORNER + super::wall::picture_title_height(cx, picture);
    let corner = rect.min + vec2(CORNER, top);
    let height = wanted.y.min(rect.max.y - corner.y - CORNER);
    if height < 2.0 * ROW || rect.width() < wanted.x + 4.0 * CORNER {
        if !picture {
            button_ui(cx, ui, rect, out);
        }
        return;
    }
    let bounds = Rect::from_min_size(corner, vec2(wanted.x, height));
    // Swallows what would otherwise reach the map under it.
    ui.interact(bounds, ui.id().with("legend"), Sense::click_and_drag());
    let stroke = Stroke::new(1.0, cx.theme.hairline);
    let kind = eframe::egui::StrokeKind::Inside;
    ui.painter()
        .rect(bounds, 12.0, cx.theme.panel, stroke, kind);
    let mut within = ui.new_child(UiBuilder::new().max_rect(bounds.shrink(1.0)));
    within.set_clip_rect(bounds.intersect(ui.clip_rect()));
    within.spacing_mut().item_spacing = Vec2::ZERO;
    head_ui(cx, &mut within, picture, scale, out);
    ScrollArea::vertical()
        .id_salt("legend rows")
        .show(&mut within, |ui| rows_ui(cx, ui, legend, scale));
}

fn head_ui(cx: &Cx<'_>, ui: &mut Ui, picture: bool, scale: f32, out: &mut Outbox) {
    let size = vec2(ui.available_width(), (ROW + PADDING * 0.5) * scale);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = rect.left_center() + vec2(PADDING * scale, 2.0);
    let font = theme::semibold(theme::REMARK * scale);
    let head = cx.say(words::LEGEND);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, head, font, cx.theme.dim);
    if picture {
        return;
    }
    let spot = Rect::from_center_size(rect.right_center() - vec2(18.0, -2.0), Vec2::splat(28.0));
    let button = small_button(cx, ui, spot, words::HIDE_LEGEND, Fold::Close);
    if button.clicked() {
        out.send(Request::Run(Command::Legend));
    }
}

/// Which way the small button points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fold {
    Open,
    Close,
}

fn small_button(cx: &Cx<'_>, ui: &Ui, rect: Rect, text: Text, fold: Fold) -> Response {
    let button = ui.interact(rect, ui.id().with("legend button"), Sense::click());
    let label = cx.say(text);
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    let ink = if button.hovered() || button.has_focus() {
        cx.theme.ink
    } else {
        cx.theme.dim
    };
    if button.has_focus() {
        let stroke = Stroke::new(2.0, cx.theme.accent);
        let kind = eframe::egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, 7.0, stroke, kind);
    }
    let tip = match fold {
        Fold::Open => 3.0,
        Fold::Close => -3.0,
    };
    let middle = rect.center();
    let path = vec![
        middle + vec2(-5.0, -tip),
        middle + vec2(0.0, tip),
        middle + vec2(5.0, -tip),
    ];
    ui.painter().add(Shape::line(path, Stroke::new(1.8, ink)));
    button.on_hover_text(label)
}

/// Draws the button that opens the legend.
pub(super) fn button_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect, out: &mut Outbox) {
    let font = theme::regular(theme::REMARK);
    let words = cx.say(words::LEGEND).to_owned();
    let galley = ui.painter().layout_no_wrap(words, font, cx.theme.dim);
    let size = vec2(galley.size().x + 2.0 * PADDING + 16.0, 30.0);
    let bounds = Rect::from_min_size(rect.min + Vec2::splat(CORNER), size);
    let stroke = Stroke::new(1.0, cx.theme.hairline);
    let kind = eframe::egui::StrokeKind::Inside;
    ui.painter()
        .rect(bounds, 10.0, cx.theme.panel, stroke, kind);
    let at = bounds.left_center() + vec2(PADDING, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, cx.theme.dim);
    let spot = Rect::from_center_size(bounds.right_center() - vec2(18.0, 0.0), Vec2::splat(28.0));
    if small_button(cx, ui, spot, words::LEGEND, Fold::Open).clicked() {
        out.send(Request::Run(Command::Legend));
    }
}

fn rows_ui(cx: &Cx<'_>, ui: &mut Ui, legend: &Legend, scale: f32) {
    let margin = Margin::symmetric(0, 0);
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        for (index, block) in legend.blocks.iter().enumerate() {
            if index > 0 {
                ui.add_space(BETWEEN * scale);
            }
            for row in block {
                row_ui(cx, ui, row, scale);
            }
        }
        ui.add_space(PADDING * scale);
    });
}

fn row_ui(cx: &Cx<'_>, ui: &mut Ui, row: &Row, scale: f32) {
    let size = vec2(ui.available_width(), ROW * scale);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let left = rect.left_center() + vec2(PADDING * scale, 0.0);
    let label = cx.say(row.text);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label));
    let (at, ink) = if row.sign == Sign::None {
        (left, cx.theme.dim)
    } else {
        (left + vec2((SIGN + GAP) * scale, 0.0), cx.theme.ink)
    };
    let font = theme::regular(theme::REMARK * scale);
    ui.painter().text(at, Align2::LEFT_CENTER, label, font, ink);
    let middle = left + vec2(SIGN * scale / 2.0, 0.0);
    ui.painter().extend(sign(cx.theme, row.sign, middle, scale));
}

fn colour(theme: &Theme, color: Color) -> Color32 {
    match color {
        Color::Support => theme.support,
        Color::Objection => theme.objection,
        Color::Faint => theme.faint,
        Color::Bridge => theme.bridge,
        Color::Regie => theme.regie,
        Color::Coordination => theme.coordination,
        Color::Relation => theme.relation,
    }
}

fn sign(theme: &Theme, sign: Sign, middle: Pos2, scale: f32) -> Vec<Shape> {
    let half = SIGN / 2.0 * scale;
    let ends = [middle - vec2(half, 0.0), middle + vec2(half, 0.0)];
    let ring = |radius: f32, width: f32, ink: Color32| {
        Shape::circle_stroke(middle, radius * scale, Stroke::new(width * scale, ink))
    };
    match sign {
        Sign::Arena(arena) => vec![paint::swatch(theme, arena, middle, 8.0 * scale)],
        Sign::Line(color, width, dashes) => {
            let stroke = Stroke::new(f32::from(width) / 10.0 * scale, colour(theme, color));
            let (dash, gap) = match dashes {
                Dashes::Solid => return vec![Shape::line_segment(ends, stroke)],
                Dashes::Dashed => (6.0, 3.0),
                Dashes::Dotted => (1.8, 3.4),
            };
            Shape::dashed_line(&ends, stroke, dash * scale, gap * scale)
        }
        Sign::Doubt => Vec::new(),
        Sign::Focal => vec![
            ring(8.0, 1.6, theme.ink),
            Shape::circle_filled(middle, 2.6 * scale, theme.ink),
        ],
        Sign::Vanguard => vec![ring(8.0, 1.2, theme.dim), ring(5.0, 1.6, theme.faint)],
        Sign::Candidate => {
            let points: Vec<Pos2> = (0_u8..=24)
                .map(|step| {
                    let angle = std::f32::consts::TAU * f32::from(step) / 24.0;
                    middle + Vec2::angled(angle) * 7.5 * scale
                })
                .collect();
            Shape::dashed_line(&points, Stroke::new(1.3 * scale, theme.faint), 3.0, 2.6)
        }
        Sign::Double => {
            paint::double_line(&ends, false, (theme.regie, theme.panel), scale).to_vec()
        }
        Sign::Zigzag => {
            let heights = [0.0, -4.5, 4.5, -4.5, 0.0];
            let across = [-1.0, -0.5, 0.0, 0.5, 1.0];
            let path = across
                .iter()
                .zip(heights)
                .map(|(x, y)| middle + vec2(half * x, y * scale))
                .collect();
            vec![Shape::line(path, Stroke::new(2.4 * scale, theme.conflict))]
        }
        Sign::Arrow => {
            let tip = middle + vec2(half, 0.0);
            let back = tip - vec2(8.0 * scale, 0.0);
            let side = vec2(0.0, 4.0 * scale);
            vec![
                Shape::line_segment(
                    [middle - vec2(half, 0.0), back],
                    Stroke::new(1.8 * scale, theme.relation),
                ),
                Shape::convex_polygon(
                    vec![tip, back + side, back - side],
                    theme.relation,
                    Stroke::NONE,
                ),
            ]
        }
        Sign::None => Vec::new(),
    }
}
