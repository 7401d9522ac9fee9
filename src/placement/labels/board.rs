//! The pass itself: which spot is free, and what it costs.

use crate::placement::LABEL_GAP;
use crate::placement::geometry::{Point, Rect, segment_distance, segments_cross};
use crate::placement::grid::Grid;
use crate::placement::labels::{Anchor, Crowded, Home, LabelPass, Placed, Side};
use crate::placement::number::{real, short, whole};
use crate::placement::polish::DIRECTIONS;

/// The price of a relation through a label, and of a leader line through anything.
const ON_LINE: f64 = 1.4;
const LEADER_THROUGH: f64 = 6.0;
const LEADER_OVER_LINE: f64 = 0.3;
/// The price of needing a leader line at all, and of each unit of its length.
const LEADER: f64 = 5.0;
const LEADER_UNIT: f64 = 0.03;
/// So far away a label may stand before its place counts as no room nearby.
const NEARBY: f64 = 220.0;
/// The empty part of a line of letters: by so much labels in rows may be higher than their row.
const ROW_SLACK: f64 = 2.0;
/// The pass while it is under way.
pub(super) struct Board<'a> {
    pass: &'a LabelPass,
    discs: Vec<(Point, f64)>,
    disc_grid: Grid,
    box_grid: Grid,
    pieces: Vec<(Point, Point, u32)>,
    line_grid: Grid,
    placed: Vec<Option<Placed>>,
    label_grid: Grid,
}

impl<'a> Board<'a> {
    pub(super) fn new(pass: &'a LabelPass) -> Self {
        let anchors = pass.anchors.iter();
        let discs: Vec<(Point, f64)> = anchors
            .map(|anchor| (anchor.centre, anchor.radius))
            .chain(pass.discs.iter().copied())
            .map(|(centre, radius)| (centre.sane(), sane_size(radius)))
            .collect();
        let area = area(pass, &discs);
        let widths: f64 = pass.anchors.iter().map(|a| sane_size(a.size.0)).sum();
        let cell = (widths / real(pass.anchors.len().max(1)) * 0.6).clamp(24.0, 400.0);
        let mut board = Self {
            pass,
            disc_grid: Grid::new(area, cell),
            box_grid: Grid::new(area, cell),
            line_grid: Grid::new(area, cell),
            label_grid: Grid::new(area, cell),
            pieces: Vec::new(),
            placed: vec![None; pass.anchors.len()],
            discs,
        };
        for (index, &(centre, radius)) in board.discs.iter().enumerate() {
            let rect = Rect::around(centre, radius * 2.0, radius * 2.0);
            board.disc_grid.insert(short(index), &rect);
        }
        for (index, rect) in pass.boxes.iter().enumerate() {
            board.box_grid.insert(short(index), rect);
        }
        for (index, line) in pass.lines.iter().enumerate() {
            for pair in line.windows(2) {
                board.add_piece(pair[0].sane(), pair[1].sane(), short(index), &area);
            }
        }
        board
    }

    /// Gives the places of all labels, in the order of the anchors.
    pub(super) fn into_placed(self) -> Vec<Option<Placed>> {
        self.placed
    }

    /// Cuts a piece of a line so small that few cells hold it, and notes it.
    fn add_piece(&mut self, a: Point, b: Point, line: u32, area: &Rect) {
        let Some((from, to)) = area.expand(1.0).clip(a, b) else {
            return;
        };
        let (a, b) = (a.towards(b, from), a.towards(b, to));
        let mut left = a.distance(b);
        let mut start = a;
        let direction = (b - a).direction();
        let stride = self.line_grid.cell();
        while left > 0.0 {
            let end = if left > stride {
                start + direction * stride
            } else {
                b
            };
            let id = short(self.pieces.len());
            self.pieces.push((start, end, line));
            let rect = Rect::new(start, start).union(&Rect::new(end, end));
            self.line_grid.insert(id, &rect);
            left -= stride;
            start = end;
        }
    }

    /// Gives a label the cheapest free spot there is.
    pub(super) fn set(&mut self, index: usize) {
        let anchor = &self.pass.anchors[index];
        let size = (sane_size(anchor.size.0), sane_size(anchor.size.1));
        if size.0 <= 0.0 || size.1 <= 0.0 {
            return;
        }
        if let Home::Row(row) = anchor.home {
            self.placed[index] = in_row(anchor, self.discs[index], size, &row);
            if let Some(placed) = self.placed[index] {
                self.label_grid.insert(short(index), &placed.rect);
            }
            return;
        }
        let mut best = Best {
            price: f64::INFINITY,
            placed: None,
        };
        for (price, rect) in close_spots(anchor, self.discs[index], size) {
            self.consider(index, rect, None, price, &mut best);
        }
        let away = LEADER + LEADER_UNIT * 20.0;
        if best.price > away && anchor.home != Home::Close {
            self.look_away(index, size, &mut best);
        }
        self.placed[index] = best.placed;
        if let Some(placed) = best.placed {
            self.label_grid.insert(short(index), &placed.rect);
        }
    }

    /// Tries spots further and further away, with a leader line.
    fn look_away(&self, index: usize, size: (f64, f64), best: &mut Best) {
        let (centre, radius) = self.discs[index];
        let mut reach = 18.0;
        let mut last_chance = false;
        while reach < 50_000.0 {
            for direction in DIRECTIONS {
                // The nearest edge of the box, not its middle, stands at this reach.
                let half = Point::new(size.0 / 2.0 * direction.x, size.1 / 2.0 * direction.y);
                let middle = centre + direction * (radius + reach) + half;
                let rect = Rect::around(middle, size.0, size.1);
                let target = rect.nearest(centre);
                let rim = centre + (target - centre).direction() * radius;
                let price = LEADER + LEADER_UNIT * rim.distance(target);
                self.consider(index, rect, Some((rim, target)), price, best);
            }
            let enough = best.placed.is_some() && (last_chance || best.price < LEADER + 4.0);
            let held = self.pass.crowded == Crowded::Hide
                || self.pass.anchors[index].home != Home::Anywhere;
            let hide = held && reach > NEARBY;
            if enough || hide || self.beyond(centre, reach + radius) {
                break;
            }
            last_chance = best.placed.is_some();
            reach = reach * 1.25 + 8.0;
        }
        let anywhere = self.pass.anchors[index].home == Home::Anywhere;
        if best.placed.is_none() && anywhere && self.pass.crowded == Crowded::Search {
            self.scan(index, size, best);
        }
    }

    fn beyond(&self, centre: Point, reach: f64) -> bool {
        self.pass.bounds.is_some_and(|bounds| {
            let corner = bounds.max - bounds.min;
            reach > corner.length() + bounds.nearest(centre).distance(centre)
        })
    }

    /// Looks at every spot of a coarse grid within the bounds, and takes the nearest free one.
    fn scan(&self, index: usize, size: (f64, f64), best: &mut Best) {
        let Some(bounds) = self.pass.bounds else {
            return;
        };
        let (centre, radius) = self.discs[index];
        let room = Point::new(bounds.width() - size.0, bounds.height() - size.1);
        if room.x < 0.0 || room.y < 0.0 {
            return;
        }
        let columns = whole(room.x / (size.0 / 3.0).max(8.0)).min(120) + 1;
        let rows = whole(room.y / (size.1 / 2.0).max(6.0)).min(160) + 1;
        for row in 0..=rows {
            for column in 0..=columns {
                let share = Point::new(real(column) / real(columns), real(row) / real(rows));
                let min = bounds.min + Point::new(room.x * share.x, room.y * share.y);
                let rect = Rect::new(min, min + Point::new(size.0, size.1));
                let target = rect.nearest(centre);
                let rim = centre + (target - centre).direction() * radius;
                let price = LEADER + LEADER_UNIT * rim.distance(target);
                self.consider(index, rect, Some((rim, target)), price, best);
            }
        }
    }

    /// Remembers a spot when it is free and cheaper than the best so far.
    fn consider(
        &self,
        index: usize,
        rect: Rect,
        leader: Option<(Point, Point)>,
        price: f64,
        best: &mut Best,
    ) {
        if price >= best.price || !self.is_free(index, &rect) {
            return;
        }
        let most = whole((best.price - price) / ON_LINE).saturating_add(1);
        let mut price = price + ON_LINE * self.lines_through(&rect, most);
        if let Some(leader) = leader.filter(|_| price < best.price) {
            let more = self.leader_price(index, leader);
            // Where a box holds a few names, a line through one of them would be taken for another's.
            let held = matches!(self.pass.anchors[index].home, Home::Within(_));
            if held && more >= LEADER_THROUGH {
                return;
            }
            price += more;
        }
        if price < best.price {
            best.price = price;
            best.placed = Some(Placed { rect, leader });
        }
    }

    fn is_free(&self, index: usize, rect: &Rect) -> bool {
        if self
            .pass
            .bounds
            .is_some_and(|bounds| !bounds.encloses(rect))
        {
            return false;
        }
        if let Home::Within(home) = self.pass.anchors[index].home
            && !home.encloses(rect)
        {
            return false;
        }
        let roomy = rect.expand(LABEL_GAP / 2.0);
        let on_disc = |id: usize| {
            let disc = self.discs.get(id);
            disc.is_some_and(|&(centre, radius)| rect.touches_disc(centre, radius + 0.5))
        };
        let on_box = |id: usize| self.pass.boxes.get(id).is_some_and(|b| b.overlaps(rect));
        let on_label = |id: usize| {
            let other = self.placed.get(id).copied().flatten();
            id != index && other.is_some_and(|other| other.rect.overlaps(&roomy))
        };
        !self.disc_grid.any(&roomy, on_disc)
            && !self.box_grid.any(rect, on_box)
            && !self.label_grid.any(&roomy, on_label)
    }

    /// Counts the lines that run through a box, as far as `most` and never beyond six.
    fn lines_through(&self, rect: &Rect, most: usize) -> f64 {
        let mut seen: [u32; 6] = [u32::MAX; 6];
        let mut count = 0;
        self.line_grid.any(rect, |id| {
            if let Some(&(a, b, line)) = self.pieces.get(id)
                && count < seen.len()
                && a.x.min(b.x) < rect.max.x
                && rect.min.x < a.x.max(b.x)
                && a.y.min(b.y) < rect.max.y
                && rect.min.y < a.y.max(b.y)
                && !seen[..count].contains(&line)
                && rect.clip(a, b).is_some()
            {
                seen[count] = line;
                count += 1;
            }
            count >= seen.len().min(most)
        });
        real(count)
    }

    fn leader_price(&self, index: usize, leader: (Point, Point)) -> f64 {
        let (a, b) = leader;
        let around = Rect::new(a, a).union(&Rect::new(b, b));
        let mut through = false;
        let disc_hit = |id: usize| {
            let disc = self.discs.get(id).filter(|_| id != index);
            disc.is_some_and(|&(centre, radius)| segment_distance(centre, a, b) < radius)
        };
        through |= self.disc_grid.any(&around, disc_hit);
        let label_hit = |id: usize| {
            let other = self.placed.get(id).copied().flatten();
            id != index && other.is_some_and(|other| other.rect.clip(a, b).is_some())
        };
        through |= self.label_grid.any(&around, label_hit);
        let over_line = |id: usize| {
            let piece = self.pieces.get(id);
            piece.is_some_and(|p| segments_cross(a, b, p.0, p.1))
        };
        let over = self.line_grid.any(&around, over_line);
        let mut price = 0.0;
        if through {
            price += LEADER_THROUGH;
        }
        if over {
            price += LEADER_OVER_LINE;
        }
        price
    }
}

struct Best {
    price: f64,
    placed: Option<Placed>,
}

/// Gives the spot of a label in a row, where the row is long and high enough.
fn in_row(anchor: &Anchor, disc: (Point, f64), size: (f64, f64), row: &Rect) -> Option<Placed> {
    let (centre, radius) = disc;
    let away = radius + LABEL_GAP + size.0 / 2.0;
    let across = match anchor.side {
        Side::Left => -away,
        Side::Right | Side::Below | Side::Above => away,
    };
    let rect = Rect::around(centre + Point::new(across, 0.0), size.0, size.1);
    let high = size.1 <= row.height() + ROW_SLACK;
    let long = rect.min.x >= row.min.x - 0.5 && rect.max.x <= row.max.x + 0.5;
    (high && long).then_some(Placed { rect, leader: None })
}

/// Gives the spots against the disc with their price, the preferred side for nothing.
fn close_spots(anchor: &Anchor, disc: (Point, f64), size: (f64, f64)) -> [(f64, Rect); 12] {
    let (centre, radius) = disc;
    let (w, h) = size;
    let down = radius + LABEL_GAP + h / 2.0;
    let side = radius + LABEL_GAP + w / 2.0;
    let corner = Point::new(radius * 0.75 + w / 2.0 + 2.0, radius * 0.75 + h / 2.0 + 2.0);
    let slide = w * 0.3;
    let at = |x: f64, y: f64| Rect::around(centre + Point::new(x, y), w, h);
    let price = |this: Side, usual: f64| if anchor.side == this { 0.0 } else { usual };
    let below = price(Side::Below, 0.8);
    let above = price(Side::Above, 1.0);
    [
        (below, at(0.0, down)),
        (above, at(0.0, -down)),
        (price(Side::Right, 1.15), at(side, 0.0)),
        (price(Side::Left, 1.25), at(-side, 0.0)),
        (below + 0.5, at(slide, down)),
        (below + 0.55, at(-slide, down)),
        (above + 0.5, at(slide, -down)),
        (above + 0.55, at(-slide, -down)),
        (1.7, at(corner.x, corner.y)),
        (1.75, at(-corner.x, corner.y)),
        (1.9, at(corner.x, -corner.y)),
        (1.95, at(-corner.x, -corner.y)),
    ]
}

/// Gives the area in which things are looked up by place.
fn area(pass: &LabelPass, discs: &[(Point, f64)]) -> Rect {
    if let Some(bounds) = pass.bounds {
        return Rect::new(bounds.min.sane(), bounds.max.sane());
    }
    let rects = discs
        .iter()
        .map(|&(centre, radius)| Rect::around(centre, radius * 2.0, radius * 2.0));
    Rect::of_all(rects).unwrap_or_default().expand(100.0)
}

fn sane_size(size: f64) -> f64 {
    if size.is_finite() {
        size.clamp(0.0, 1e5)
    } else {
        0.0
    }
}
