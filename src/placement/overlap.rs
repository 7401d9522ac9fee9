//! Frees discs and labels of each other by the smallest pushes.

use crate::placement::geometry::{Point, Rect};
use crate::placement::grid::Grid;
use crate::placement::number::{real, short};

/// After so many rounds of pushing, what still overlaps is set down one by one.
const ROUNDS: usize = 120;

/// What is freed: covers around the origin, and who may not move.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crowd<'a> {
    /// The room of each node around its place, clearance included.
    pub(crate) covers: &'a [Rect],
    /// Who may move.
    pub(crate) moves: &'a [bool],
}

impl Crowd<'_> {
    fn at(&self, places: &[Point], index: usize) -> Rect {
        self.covers[index].shifted(places[index])
    }
}

/// Moves nodes until no two covers overlap, except two that may both not move.
pub(crate) fn free_of_overlap(crowd: Crowd<'_>, places: &mut [Point]) {
    part_coincident(crowd, places);
    for _ in 0..ROUNDS {
        if !push_round(crowd, places) {
            return;
        }
    }
    set_down(crowd, places);
}

/// Nodes on one spot are first spread a little along a spiral, so that pushes have a direction.
fn part_coincident(crowd: Crowd<'_>, places: &mut [Point]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    let by_place = |p: &Point, q: &Point| p.x.total_cmp(&q.x).then(p.y.total_cmp(&q.y));
    order.sort_by(|&i, &j| by_place(&places[i], &places[j]).then(i.cmp(&j)));
    let mut turn = Point::new(1.0, 0.0);
    for pair in order.windows(2) {
        let (before, index) = (places[pair[0]], pair[1]);
        if before.distance(places[index]) < 4.0 && crowd.moves[index] {
            // The golden angle, by its cosine and sine.
            turn = Point::new(
                turn.x * -0.737_368_878 - turn.y * 0.675_490_294,
                turn.x * 0.675_490_294 + turn.y * -0.737_368_878,
            )
            .direction();
            places[index] = places[index] + turn * (1.0 + 0.01 * real(index));
        }
    }
}

/// Pushes every overlapping pair apart once; tells whether there was any.
fn push_round(crowd: Crowd<'_>, places: &mut [Point]) -> bool {
    let rects: Vec<Rect> = (0..places.len()).map(|i| crowd.at(places, i)).collect();
    let grid = Grid::over(&rects);
    let mut pushed = false;
    for (index, rect) in rects.iter().enumerate() {
        grid.any(rect, |other| {
            if other < index {
                pushed |= push_pair(crowd, places, index, other);
            }
            false
        });
    }
    pushed
}

fn push_pair(crowd: Crowd<'_>, places: &mut [Point], index: usize, other: usize) -> bool {
    let (one, two) = (crowd.at(places, index), crowd.at(places, other));
    if !one.overlaps(&two) || !(crowd.moves[index] || crowd.moves[other]) {
        return false;
    }
    let way = one.centre() - two.centre();
    let right = one.max.x.min(two.max.x) - one.min.x.max(two.min.x);
    let down = one.max.y.min(two.max.y) - one.min.y.max(two.min.y);
    let push = if right < down {
        Point::new((right + 0.1).copysign(way.x), 0.0)
    } else {
        Point::new(0.0, (down + 0.1).copysign(way.y))
    };
    match (crowd.moves[index], crowd.moves[other]) {
        (true, true) => {
            places[index] = places[index] + push * 0.5;
            places[other] = places[other] - push * 0.5;
        }
        (true, false) => places[index] = places[index] + push,
        (false, _) => places[other] = places[other] - push,
    }
    true
}

/// Sets every node that overlaps an earlier one down in the nearest free spot.
fn set_down(crowd: Crowd<'_>, places: &mut [Point]) {
    let rects: Vec<Rect> = (0..places.len()).map(|i| crowd.at(places, i)).collect();
    let Some(bounds) = Rect::of_all(rects.iter().copied()) else {
        return;
    };
    let side = rects.iter().map(Rect::width).sum::<f64>() / real(rects.len());
    let mut grid = Grid::new(bounds.expand(side * 4.0), side);
    let mut taken: Vec<Rect> = rects.clone();
    let held = (0..rects.len()).filter(|&i| !crowd.moves[i]);
    for index in held {
        grid.insert(short(index), &taken[index]);
    }
    for index in (0..rects.len()).filter(|&i| crowd.moves[i]) {
        let cover = crowd.covers[index];
        let free = |place: Point| {
            let rect = cover.shifted(place);
            !grid.any(&rect, |other| taken[other].overlaps(&rect))
        };
        places[index] = nearest_free(places[index], cover.height(), free);
        taken[index] = cover.shifted(places[index]);
        grid.insert(short(index), &taken[index]);
    }
}

/// Searches square rings around a place for one that is free, nearest first.
fn nearest_free(wanted: Point, stride: f64, free: impl Fn(Point) -> bool) -> Point {
    if free(wanted) {
        return wanted;
    }
    let stride = (stride / 2.0).max(4.0);
    for ring in 1..4_000_i32 {
        let reach = f64::from(ring) * stride;
        for along in -ring..=ring {
            let aside = f64::from(along) * stride;
            let spots = [
                (aside, -reach),
                (aside, reach),
                (-reach, aside),
                (reach, aside),
            ];
            for (x, y) in spots {
                let place = wanted + Point::new(x, y);
                if free(place) {
                    return place;
                }
            }
        }
    }
    wanted
}
