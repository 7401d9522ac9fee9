//! The table as a picture: as many rows and columns as fit, and in words what does not.

use std::sync::Arc;

use eframe::egui::{Align2, FontId, Galley, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::column::{About, Column, Said, in_order};
use crate::model::{Actor, IssueId};
use crate::text::arrange::ISSUE;
use crate::text::table as words;
use crate::ui::canvas::page_title_ui;
use crate::ui::cx::Cx;
use crate::ui::theme;
use crate::ui::widget::arena_shape;

const EDGE: f32 = 20.0;
/// Between the text of two columns.
const GAP: f32 = 20.0;
/// Above and below the text of a row.
const AIR: f32 = 6.0;
/// The room for the shape of an arena before a name.
const SHAPE: f32 = 26.0;
/// The widest that a column becomes before its text is broken.
const WIDEST: f32 = 280.0;
/// How many lines a cell has at most.
const LINES: usize = 3;

/// Draws the table as a page; nothing that is private leaves a trace.
pub(crate) fn table_page_ui(cx: &Cx<'_>, ui: &Ui) {
    let page = ui.max_rect();
    let pen = PagePen {
        cx,
        painter: ui.painter().clone(),
        issue: cx.issue().map(|issue| issue.id),
    };
    let mut top = page.top() + page_title_ui(cx, ui, page) + 10.0;
    if let Some(issue) = cx.issue() {
        top = pen.about(pos2(page.left() + EDGE, top), &issue.name);
    }
    let actors = in_order(cx.now());
    if actors.is_empty() {
        let at = pos2(page.left() + EDGE, top);
        let galley = pen.laid(
            cx.say(words::NO_ACTORS),
            theme::regular(theme::BODY),
            page.width() - 2.0 * EDGE,
            LINES,
        );
        pen.painter.galley(at, galley, cx.theme.dim);
        return;
    }
    let within = Rect::from_min_max(
        pos2(page.left() + EDGE, top),
        pos2(page.right() - EDGE, page.bottom() - 12.0),
    );
    pen.grid(within, &actors);
}

/// What the page is painted with.
struct PagePen<'a> {
    cx: &'a Cx<'a>,
    painter: Painter,
    issue: Option<IssueId>,
}

/// A column on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Track {
    column: Column,
    /// The width that its longest word needs.
    least: f32,
    /// The width at which nothing is broken.
    wanted: f32,
    /// The width that it gets.
    width: f32,
}

impl PagePen<'_> {
    /// Tells the issue that positions and priorities are about; gives where the table begins.
    fn about(&self, at: Pos2, issue: &str) -> f32 {
        let theme = self.cx.theme;
        let label = self.painter.text(
            at,
            Align2::LEFT_TOP,
            format!("{}  ", self.cx.say(ISSUE)),
            theme::regular(theme::BODY),
            theme.dim,
        );
        let room = self.painter.clip_rect().right() - label.right() - EDGE;
        let galley = self.laid(issue, theme::semibold(theme::BODY), room, 1);
        let low = galley.size().y.max(label.height());
        self.painter
            .galley(pos2(label.right(), at.y), galley, theme.ink);
        at.y + low + 8.0
    }

    fn laid(&self, text: &str, font: FontId, width: f32, rows: usize) -> Arc<Galley> {
        let mut job = eframe::egui::text::LayoutJob::simple(
            text.to_owned(),
            font,
            self.cx.theme.ink,
            width.max(8.0),
        );
        job.wrap.max_rows = rows;
        self.painter.layout_job(job)
    }

    fn wide(&self, text: &str, font: &FontId) -> f32 {
        let plain = self.cx.theme.ink;
        let galley = self
            .painter
            .layout_no_wrap(text.to_owned(), font.clone(), plain);
        galley.size().x.ceil() + 1.0
    }

    /// Gives what a cell says: a dash where nothing was asked.
    fn said(&self, actor: &Actor, column: Column) -> (String, bool) {
        let language = self.cx.language();
        let about = About {
            now: self.cx.now(),
            catalogue: self.cx.catalogue(),
            issue: self.issue,
            language,
        };
        match column.said(actor, about) {
            Said::Unasked | Said::Private => ("–".to_owned(), true),
            Said::Score(value, voices) if voices.is_empty() => (spoken(value), false),
            Said::Score(_, voices) => {
                let voices: Vec<String> = voices.into_iter().map(spoken).collect();
                (voices.join(", "), false)
            }
            said @ (Said::None | Said::Words(_)) => (said.typed(language), false),
        }
    }

    fn font(column: Column) -> FontId {
        match column {
            Column::Name => theme::semibold(theme::BODY),
            _ => theme::regular(theme::BODY),
        }
    }

    fn track(&self, column: Column, actors: &[&Actor]) -> Track {
        let (font, head) = (Self::font(column), theme::semibold(theme::REMARK));
        let name = column.label(self.cx);
        let extra = if column == Column::Name { SHAPE } else { 0.0 };
        let longest = |text: &str, font: &FontId| {
            text.split_whitespace()
                .map(|word| self.wide(word, font))
                .fold(0.0_f32, f32::max)
        };
        let (mut least, mut wanted) = (longest(name, &head), self.wide(name, &head));
        for actor in actors {
            let (text, _) = self.said(actor, column);
            least = least.max(longest(&text, &font));
            wanted = wanted.max(self.wide(&text, &font));
        }
        let wanted = wanted.min(WIDEST) + GAP + extra;
        let least = (least.min(WIDEST) + GAP + extra).min(wanted);
        Track {
            column,
            least,
            wanted,
            width: least,
        }
    }

    fn grid(&self, within: Rect, actors: &[&Actor]) {
        let theme = self.cx.theme;
        let all: Vec<Track> = Column::AT_FIRST
            .into_iter()
            .map(|column| self.track(column, actors))
            .collect();
        let tracks = fitting(&all, within.width());
        let foot = self.line_height(theme::REMARK);
        let head = self.head(within.min, &tracks);
        let hairline = Stroke::new(theme.outline, theme.hairline);
        self.painter
            .hline(within.x_range(), head, Stroke::new(1.4, theme.faint));
        let mut top = head;
        let mut shown = 0;
        for actor in actors {
            let galleys = self.row(actor, &tracks);
            let high = galleys
                .iter()
                .map(|(galley, _)| galley.size().y)
                .fold(0.0_f32, f32::max)
                + 2.0 * AIR;
            if top + high > within.bottom() - foot - AIR {
                break;
            }
            self.cells(actor, &tracks, galleys, pos2(within.left(), top));
            top += high;
            shown += 1;
            self.painter.hline(within.x_range(), top, hairline);
        }
        let left_out = (actors.len() - shown, all.len() - tracks.len());
        self.foot(within, actors, &tracks, left_out);
    }

    fn line_height(&self, size: f32) -> f32 {
        let galley = self.laid("Xg", theme::regular(size), f32::INFINITY, 1);
        galley.size().y
    }

    /// Paints the names of the columns at the foot of their band; gives where the rows begin.
    fn head(&self, at: Pos2, tracks: &[Track]) -> f32 {
        let font = theme::semibold(theme::REMARK);
        let names: Vec<(Arc<Galley>, f32)> = tracks
            .iter()
            .map(|track| {
                let name = track.column.label(self.cx);
                let set_in = indent(track.column);
                let width = track.width - GAP - set_in;
                (self.laid(name, font.clone(), width, LINES), set_in)
            })
            .collect();
        let high = names
            .iter()
            .map(|(galley, _)| galley.size().y)
            .fold(0.0_f32, f32::max);
        let mut left = at.x;
        for ((galley, set_in), track) in names.into_iter().zip(tracks) {
            let down = high - galley.size().y;
            let place = pos2(left + set_in, at.y + AIR + down);
            self.painter
                .galley_with_override_text_color(place, galley, self.cx.theme.dim);
            left += track.width;
        }
        at.y + high + 2.0 * AIR
    }

    fn row(&self, actor: &Actor, tracks: &[Track]) -> Vec<(Arc<Galley>, bool)> {
        tracks
            .iter()
            .map(|track| {
                let (text, missing) = self.said(actor, track.column);
                let width = track.width - GAP - indent(track.column);
                let font = Self::font(track.column);
                (self.laid(&text, font, width, LINES), missing)
            })
            .collect()
    }

    fn cells(&self, actor: &Actor, tracks: &[Track], row: Vec<(Arc<Galley>, bool)>, at: Pos2) {
        let theme = self.cx.theme;
        let mut left = at.x;
        let middle = at.y + AIR + self.line_height(theme::BODY) / 2.0;
        for (track, (galley, missing)) in tracks.iter().zip(row) {
            if track.column == Column::Name {
                let arena = self.cx.now().arena_of(actor);
                let centre = pos2(left + 9.0, middle);
                let radius = if arena.is_some() { 7.0 } else { 4.5 };
                self.painter.add(arena_shape(theme, arena, centre, radius));
            }
            let ink = if missing { theme.faint } else { theme.ink };
            let place = pos2(left + indent(track.column), at.y + AIR);
            self.painter
                .galley_with_override_text_color(place, galley, ink);
            left += track.width;
        }
    }

    /// Tells beneath the rows what did not fit and what nobody was asked yet.
    fn foot(
        &self,
        within: Rect,
        actors: &[&Actor],
        tracks: &[Track],
        (actors_left, columns_left): (usize, usize),
    ) {
        let language = self.cx.language();
        let unasked = actors
            .iter()
            .flat_map(|actor| tracks.iter().map(move |track| (actor, track.column)))
            .filter(|(actor, column)| self.said(actor, *column).1)
            .count();
        let mut told = Vec::new();
        if actors_left > 0 {
            told.push(words::more_actors(actors_left, language));
        }
        if columns_left > 0 {
            told.push(words::columns_left_out(columns_left, language));
        }
        if unasked > 0 {
            told.push(words::unasked(unasked, language));
        }
        let font = theme::regular(theme::REMARK);
        let galley = self.laid(&told.join(" · "), font, within.width(), 1);
        let at = within.left_bottom() - vec2(0.0, galley.size().y);
        self.painter
            .galley_with_override_text_color(at, galley, self.cx.theme.dim);
    }
}

/// Gives a number with the sign that print has for below zero.
fn spoken(number: i8) -> String {
    number.to_string().replace('-', "−")
}

fn indent(column: Column) -> f32 {
    if column == Column::Name { SHAPE } else { 0.0 }
}

/// Gives the columns that fit in a width, and their widths: what is to spare is shared, what is short is taken from the
/// widest.
fn fitting(all: &[Track], width: f32) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    let mut taken = 0.0;
    for track in all {
        if !tracks.is_empty() && taken + track.least > width {
            break;
        }
        taken += track.least;
        tracks.push(*track);
    }
    let least: f32 = tracks.iter().map(|track| track.least).sum();
    let wanted: f32 = tracks.iter().map(|track| track.wanted).sum();
    let spare = (width - wanted).max(0.0);
    let share = if wanted > least {
        ((width - least) / (wanted - least)).clamp(0.0, 1.0)
    } else {
        1.0
    };
    for track in &mut tracks {
        let grown = track.least + (track.wanted - track.least) * share;
        // Shared by width, and not so far that the eye loses the row.
        let more = (spare * track.wanted / wanted.max(1.0)).min(track.wanted * 0.6);
        track.width = grown + more;
    }
    if let [only] = tracks.as_mut_slice() {
        only.width = only.width.min(width.max(SHAPE + GAP + 8.0));
    }
    tracks
}
