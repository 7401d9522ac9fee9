//! Forces after Lewin: x is the position on the issue, one row for each force, the strongest first.

use std::collections::{BTreeMap, BTreeSet};

use super::{Arranged, Furniture, Reading, Room, Spot, Waiting, nearest, open, real, tray};
use crate::model::{Actor, ActorId, Content, FactorId, IssueId, Judged};
use crate::placement::labels::{Home, Side};
use crate::placement::{Point, Rect};

/// One force: of an actor, or of a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceRow {
    /// The actor; nothing for a factor.
    pub actor: Option<ActorId>,
    /// The factor.
    pub factor: Option<FactorId>,
    /// The height of its middle.
    pub y: f64,
    /// The height of the whole of it.
    pub high: f64,
    /// Where it stands.
    pub position: f64,
    /// Position times power/5 times salience/5; nothing where power or salience is unknown.
    pub force: Option<f64>,
    /// The lowest and highest voice, where people differ.
    pub span: Option<(f64, f64)>,
}

/// The axis and what stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ForcesField {
    /// Where 0 stands.
    pub zero: f64,
    /// How far a step of the scale is.
    pub unit: f64,
    /// Where the rows begin and end.
    pub rows_from: f64,
    /// Where they end.
    pub rows_to: f64,
    /// The height of the row of an actor.
    pub row: f64,
    /// Where the rows end at the right; they begin at 0.
    pub right: f64,
    /// The forces, from top to bottom.
    pub rows: Vec<ForceRow>,
    /// Where the sums stand in words.
    pub sums: Rect,
}

impl ForcesField {
    /// Gives where a position stands.
    pub fn x(&self, position: f64) -> f64 {
        self.zero + position * self.unit
    }

    pub(super) fn reading(&self, at: Point) -> Reading {
        Reading::Position(nearest((at.x - self.zero) / self.unit.max(1e-6), -3, 3))
    }
}

/// The room above the rows for the names of both sides and the scale, and below them for the sums, at 100 %.
const HEAD: f64 = 50.0;
pub(super) const SUMS: f64 = 72.0;
/// Between the rows and the sums, at 100 %.
const GAP: f64 = 10.0;
/// The height of a row, at least and at most, at 100 %.
const ROW: (f64, f64) = (16.5, 46.0);
/// The height of the row of a factor, in which a long name has two lines, and at least.
const FACTOR_ROW: (f64, f64) = (42.0, 21.0);
/// Between the end of a span and the name beyond it.
const BEYOND: f64 = 3.0;

fn force_row(actor: &Actor, issue: IssueId) -> Option<ForceRow> {
    let position = open(actor.position(issue))?;
    let force = open(&actor.power)
        .zip(open(actor.salience(issue)))
        .map(|(power, salience)| position * power / 5.0 * salience / 5.0);
    let judged = actor.position(issue).judged();
    let span = judged.and_then(Judged::span);
    Some(ForceRow {
        actor: Some(actor.id),
        factor: None,
        y: 0.0,
        high: 0.0,
        position,
        force,
        span: span.map(|(low, high)| (f64::from(low.get()), f64::from(high.get()))),
    })
}

fn factor_rows(now: &Content, issue: IssueId) -> Vec<ForceRow> {
    let first = now.issues.iter().next().map(|issue| issue.id);
    let bears = |of: Option<IssueId>| of == Some(issue) || (of.is_none() && first == Some(issue));
    let factors = now.factors.iter().filter(|factor| bears(factor.issue));
    factors
        .filter_map(|factor| {
            let position = open(&factor.force)?;
            Some(ForceRow {
                actor: None,
                factor: Some(factor.id),
                y: 0.0,
                high: 0.0,
                position,
                force: open(&factor.weight).map(|weight| position * weight / 5.0),
                span: None,
            })
        })
        .collect()
}

pub(super) fn arranged(now: &Content, issue: Option<IssueId>, room: Room) -> Arranged {
    let (mut rows, mut unasked, mut apart) = (Vec::new(), Vec::new(), Vec::new());
    for actor in now.actors.iter() {
        if now.focal == Some(actor.id) {
            apart.push(actor.id);
            continue;
        }
        match issue.and_then(|issue| force_row(actor, issue)) {
            Some(row) => rows.push(row),
            None => unasked.push(actor.id),
        }
    }
    let strength = |row: &ForceRow| row.force.map_or(-1.0, f64::abs);
    rows.sort_by(|one, other| {
        let by_force = strength(other).total_cmp(&strength(one));
        by_force
            .then(other.position.abs().total_cmp(&one.position.abs()))
            .then(one.actor.cmp(&other.actor))
    });
    rows.extend(
        issue
            .map(|issue| factor_rows(now, issue))
            .unwrap_or_default(),
    );
    let waiting = [(Waiting::NotAsked, unasked), (Waiting::NotCounted, apart)];
    laid_out(now, rows, &waiting, room)
}

/// Gives the heights of the rows of actors and of factors.
fn heights(rows: &[ForceRow], free: f64, room: Room) -> (f64, f64) {
    let scale = room.scale;
    if let Some(listing) = room.listing {
        // Names stand in the list, those of factors too.
        let least = listing.digits * 1.2 + 1.0;
        let row = (free / real(rows.len().max(1))).clamp(least, ROW.1 * scale);
        return (row, row);
    }
    let n_factors = rows.iter().filter(|row| row.factor.is_some()).count();
    let n_actors = rows.len() - n_factors;
    let least = ROW.0 * scale;
    let roomy = least * real(n_actors) + FACTOR_ROW.0 * scale * real(n_factors) <= free;
    let factor = if roomy { FACTOR_ROW.0 } else { FACTOR_ROW.1 } * scale;
    let left = free - factor * real(n_factors);
    let row = (left / real(n_actors.max(1))).clamp(least, ROW.1 * scale);
    (row, factor)
}

fn laid_out(
    now: &Content,
    mut rows: Vec<ForceRow>,
    waiting: &[(Waiting, Vec<ActorId>)],
    room: Room,
) -> Arranged {
    let scale = room.scale;
    let mut spots = BTreeMap::new();
    let tray = tray::fill(room, waiting, &mut spots);
    let right = tray.right;
    let head = HEAD * scale;
    let gap = GAP * scale;
    let free = room.height - head - room.sums - gap;
    let (row, factor_row) = heights(&rows, free, room);
    let mut y = head;
    for force in &mut rows {
        force.high = if force.factor.is_some() {
            factor_row
        } else {
            row
        };
        force.y = y + force.high / 2.0;
        y += force.high;
    }
    let rows_to = y.max(head + row * (free / row).floor().min(3.0));
    let bottom = (rows_to + gap).max(room.height - room.sums);
    let field = ForcesField {
        zero: right / 2.0,
        unit: unit(now, &rows, right / 2.0, room),
        rows_from: head,
        rows_to: bottom - 8.0,
        row,
        right,
        rows: Vec::new(),
        sums: Rect::new(
            Point::new(0.0, bottom),
            Point::new(right, bottom + room.sums - 6.0),
        ),
    };
    let share = if room.listing.is_some() { 0.48 } else { 0.4 };
    let radius = (row * share).clamp(7.0, 17.0 * scale.min(1.6));
    for force in &rows {
        if let Some(actor) = force.actor {
            spots.insert(actor, spot(&field, force, radius));
        }
    }
    let fixed: BTreeSet<ActorId> = waiting
        .iter()
        .filter(|(why, _)| *why == Waiting::NotCounted)
        .flat_map(|(_, who)| who.iter().copied())
        .collect();
    let field = ForcesField { rows, ..field };
    let whole = (bottom + room.sums).max(room.height).max(tray.bottom);
    Arranged {
        spots,
        radius,
        whole: Rect::new(Point::new(0.0, 0.0), Point::new(room.width, whole)),
        field: Rect::new(Point::new(0.0, head), Point::new(right, field.rows_to)),
        tray: tray.sections,
        columns: tray.columns,
        furniture: Furniture::Forces(field),
        fixed,
    }
}

/// The width of a letter of a name, and what its shape takes beside it, at 100 %.
const LETTER: f64 = 7.9;
const BESIDE: f64 = 30.0;
/// Of so many letters room is kept for a name, and for the box of a factor.
const LETTERS: (usize, usize) = (26, 17);
/// The scale takes at least this part of the width.
const LEAST_SCALE: f64 = 0.48;

/// Gives how far a step of the scale can be, with room for the names at its ends.
fn unit(now: &Content, rows: &[ForceRow], half: f64, room: Room) -> f64 {
    let scale = room.scale;
    let most = (half - BESIDE * scale) / 3.0;
    let least = (half * LEAST_SCALE / 3.0).max(12.0);
    let room_for = |row: &ForceRow| {
        let letters = match (row.actor, row.factor) {
            (Some(actor), _) => now
                .actors
                .get(actor)
                .map_or(0, |actor| actor.label().chars().count().min(LETTERS.0)),
            (None, Some(_)) => LETTERS.1,
            (None, None) => 0,
        };
        let (low, high) = row.span.unwrap_or((row.position, row.position));
        let far = if row.position < 0.0 { -low } else { high };
        let name = (real(letters) * LETTER + BESIDE) * scale;
        (half - name) / far.max(0.5)
    };
    let named = match room.listing {
        Some(_) => most,
        None => rows.iter().map(room_for).fold(most, f64::min),
    };
    named.min(most).max(least)
}

/// Gives the place of a force, with the rest of its row for its name.
fn spot(field: &ForcesField, force: &ForceRow, radius: f64) -> Spot {
    let against = force.position < 0.0;
    let row = |from: f64, to: f64| {
        let half = force.high / 2.0;
        Rect::new(
            Point::new(from, force.y - half),
            Point::new(to, force.y + half),
        )
    };
    // A name stands beyond what the voices span.
    let beyond = force.span.map_or(0.0, |(low, high)| {
        let far = if against {
            force.position - low
        } else {
            high - force.position
        };
        far * field.unit
    });
    let (side, home) = if against {
        (Side::Left, row(0.0, field.zero))
    } else {
        (Side::Right, row(field.zero, field.right))
    };
    Spot {
        at: Point::new(field.x(force.position), force.y),
        side,
        home: Home::Row(home),
        reach: if beyond > radius {
            beyond + BEYOND
        } else {
            0.0
        },
    }
}
