//! The whole layout, in one go or in steps.

use crate::placement::block::{Block, Turn, cover};
use crate::placement::descent::{Descent, Start};
use crate::placement::geometry::{Point, Rect};
use crate::placement::graph::{Neighbours, TOGETHER};
use crate::placement::number::real;
use crate::placement::overlap::{Crowd, free_of_overlap};
use crate::placement::pack::{pack, singles};
use crate::placement::random::Random;
use crate::placement::terms::Collecting;
use crate::placement::{IDEAL_LENGTH, Network};

/// Lays out the whole network; whoever was placed by hand stays exactly there.
pub fn arrange(network: &Network, seed: u64) -> Vec<Point> {
    let mut arranging = Arranging::new(network, seed);
    while !arranging.step(usize::MAX) {}
    arranging.into_places()
}

/// Lays out by stress alone: separate parts and covers may still lie over each other.
pub fn spread(network: &Network, seed: u64) -> Vec<Point> {
    let mut arranging = Arranging::new(network, seed);
    while !matches!(arranging.stage, Stage::Settling | Stage::Done) {
        arranging.step(usize::MAX);
    }
    arranging.into_places()
}

/// A layout that is under way.
///
/// [`Arranging::step`] does a piece of the work; [`Arranging::places`] tells where everything
/// stands so far. Dropping it stops the work.
#[derive(Clone, Debug)]
pub struct Arranging {
    network: Network,
    neighbours: Neighbours,
    /// Places in units of one relation, until the last stage.
    places: Vec<Point>,
    moves: Vec<bool>,
    unit: f64,
    random: Random,
    start: Start,
    stage: Stage,
    tries_left: usize,
    /// The strain and the places of the best try so far.
    best: Option<(f64, Vec<Point>)>,
}

/// How many more tries a layout from nothing gets: a descent ends in one valley or another.
const MORE_TRIES: usize = 2;
/// With more pairs than this there is time for one try less.
const MANY_PAIRS: usize = 100_000;

#[derive(Clone, Debug)]
enum Stage {
    Collecting(Box<Collecting>),
    Descending(Box<Descent>),
    Settling,
    Done,
}

impl Arranging {
    /// Starts a layout from nothing.
    pub fn new(network: &Network, seed: u64) -> Self {
        Self::start(network, &[], seed)
    }

    /// Starts from where things stand now, and stays near it where that is good.
    ///
    /// Nodes beyond the end of `places`, or with a place that is no number, start from nothing.
    pub fn from_places(network: &Network, places: &[Point], seed: u64) -> Self {
        Self::start(network, places, seed)
    }

    fn start(network: &Network, known: &[Point], seed: u64) -> Self {
        let n = network.nodes.len();
        let neighbours = Neighbours::of(network);
        let mut random = Random::new(seed);
        let unit = unit_of(network, &neighbours, known);
        let middle = middle_of(network, known);
        let spread = real(n).sqrt();
        let places = (0..n)
            .map(|i| {
                let chance = chance(&mut random, spread);
                let given = network.fixed(i).or_else(|| known_at(known, i));
                given.map_or(middle * (1.0 / unit) + chance, |p| p.sane() * (1.0 / unit))
            })
            .collect();
        let collecting = Collecting::new(neighbours.clone(), &mut random);
        Self {
            network: network.clone(),
            neighbours,
            places,
            moves: (0..n).map(|i| network.fixed(i).is_none()).collect(),
            unit,
            random,
            start: if known.is_empty() {
                Start::Cold
            } else {
                Start::Warm
            },
            stage: Stage::Collecting(Box::new(collecting)),
            tries_left: 0,
            best: None,
        }
    }

    /// Does work for about `budget` pairs of nodes; tells whether the layout is done.
    pub fn step(&mut self, budget: usize) -> bool {
        match &mut self.stage {
            Stage::Collecting(collecting) => {
                let at_once = self.network.nodes.len().max(1).saturating_mul(TOGETHER);
                let n_steps = (budget / at_once).max(1);
                let ended = (0..n_steps).any(|_| collecting.step(&self.network));
                if ended {
                    self.begin_descent();
                }
            }
            Stage::Descending(descent) => {
                if descent.run(budget.max(1), &mut self.places, &self.moves) {
                    self.end_try();
                }
            }
            Stage::Settling => {
                self.settle();
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        matches!(self.stage, Stage::Done)
    }

    /// Gives where everything stands so far.
    pub fn places(&self) -> Vec<Point> {
        let scale = self.scale();
        let shown = self.places.iter().enumerate();
        shown
            .map(|(i, &p)| self.network.fixed(i).unwrap_or(p * scale))
            .collect()
    }

    fn into_places(self) -> Vec<Point> {
        self.places()
    }

    fn scale(&self) -> f64 {
        match self.stage {
            Stage::Collecting(_) | Stage::Descending(_) | Stage::Settling => self.unit,
            Stage::Done => 1.0,
        }
    }

    fn begin_descent(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Settling);
        if let Stage::Collecting(collecting) = stage {
            let wishes = collecting.finish(&self.network);
            let random = Random::new(self.random.word());
            self.tries_left = if self.start == Start::Warm || !wishes.all_pairs() {
                0
            } else if wishes.terms.len() > MANY_PAIRS {
                MORE_TRIES - 1
            } else {
                MORE_TRIES
            };
            self.stage = Stage::Descending(Box::new(Descent::new(wishes, self.start, random)));
        }
    }

    /// Keeps the best places of all tries, and begins the next one from other places.
    fn end_try(&mut self) {
        let Stage::Descending(descent) = &mut self.stage else {
            return;
        };
        let again = self.tries_left > 0;
        if again || self.best.is_some() {
            let strain = descent.strain(&self.places);
            match &self.best {
                Some((least, places)) if *least <= strain => self.places.clone_from(places),
                Some(_) | None => self.best = Some((strain, self.places.clone())),
            }
        }
        if again {
            self.tries_left -= 1;
            descent.begin_again();
            let spread = real(self.places.len()).sqrt();
            for (place, moves) in self.places.iter_mut().zip(&self.moves) {
                if *moves {
                    *place = chance(&mut self.random, spread);
                }
            }
        } else {
            self.best = None;
            self.stage = Stage::Settling;
        }
    }

    /// Turns the result of the descent into a picture in which everything is free.
    fn settle(&mut self) {
        for place in &mut self.places {
            *place = *place * self.unit;
        }
        let turn = match self.start {
            Start::Cold => Turn::Allowed,
            Start::Warm => Turn::Kept,
        };
        let aspect = self.network.frame();
        let (anchored, mut parts, alone) = self.parts();
        if let Some(anchored) = &anchored {
            self.lay(anchored, Block::free);
        }
        for part in &parts {
            self.lay(part, |block, places| {
                block.fit(aspect, turn, places);
                block.free(places);
            });
        }
        let taken = anchored.as_ref().map(|block| self.bounds(block));
        self.pack_parts(&mut parts, alone, taken);
        self.free_all();
        if taken.is_none() {
            self.centre();
        }
        for (index, place) in self.places.iter_mut().enumerate() {
            *place = self.network.fixed(index).unwrap_or(*place);
        }
    }

    /// Sorts the network into what hand-placed nodes hold, free parts, and single actors.
    fn parts(&self) -> (Option<Block>, Vec<Block>, Vec<usize>) {
        let (mut anchored, mut parts, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for members in self.neighbours.components() {
            if members.iter().any(|&i| !self.moves[i]) {
                anchored.extend(members);
            } else if let [single] = members[..] {
                alone.push(single);
            } else {
                parts.push(members);
            }
        }
        let focal = |members: &Vec<usize>| self.network.focal.is_some_and(|f| members.contains(&f));
        parts.sort_by_key(|members| !focal(members));
        alone.sort_by_key(|&i| (self.network.nodes[i].gather.unwrap_or(u32::MAX), i));
        let block = |members| Block::new(&self.network, members);
        let anchored = (!anchored.is_empty()).then(|| block(anchored));
        (anchored, parts.into_iter().map(block).collect(), alone)
    }

    fn lay(&mut self, block: &Block, work: impl FnOnce(&Block, &mut [Point])) {
        let mut local: Vec<Point> = block.members.iter().map(|&i| self.places[i]).collect();
        work(block, &mut local);
        for (&member, &place) in block.members.iter().zip(&local) {
            self.places[member] = place;
        }
    }

    fn bounds(&self, block: &Block) -> Rect {
        let local: Vec<Point> = block.members.iter().map(|&i| self.places[i]).collect();
        block.bounds(&local)
    }

    fn pack_parts(&mut self, parts: &mut Vec<Block>, alone: Vec<usize>, taken: Option<Rect>) {
        let aspect = self.network.frame();
        if !alone.is_empty() {
            let covers: Vec<Rect> = alone.iter().map(|&i| cover(&self.network, i)).collect();
            let others = parts.iter().map(|p| self.bounds(p)).chain(taken);
            let largest = others.reduce(|a, b| if a.width() < b.width() { b } else { a });
            let spots = singles(&covers, largest, aspect);
            for (&member, &spot) in alone.iter().zip(&spots) {
                self.places[member] = spot;
            }
            parts.push(Block::new(&self.network, alone));
        }
        let rects: Vec<Rect> = parts.iter().map(|part| self.bounds(part)).collect();
        for (part, shift) in parts.iter().zip(pack(&rects, taken, aspect)) {
            for &member in &part.members {
                self.places[member] = self.places[member] + shift;
            }
        }
    }

    /// Makes sure that nothing overlaps between parts either.
    fn free_all(&mut self) {
        let n = self.network.nodes.len();
        let covers: Vec<Rect> = (0..n).map(|i| cover(&self.network, i)).collect();
        let crowd = Crowd {
            covers: &covers,
            moves: &self.moves,
        };
        free_of_overlap(crowd, &mut self.places);
    }

    fn centre(&mut self) {
        let covers = self.network.nodes.iter().zip(&self.places);
        if let Some(all) = Rect::of_all(covers.map(|(node, &place)| node.cover(place))) {
            let middle = all.centre();
            for place in &mut self.places {
                *place = *place - middle;
            }
        }
    }
}

/// Gives a place by chance in a square round the middle.
fn chance(random: &mut Random, side: f64) -> Point {
    Point::new(random.unit() - 0.5, random.unit() - 0.5) * side
}

/// Gives the length of one relation: as people drew them by hand, or the ideal.
fn unit_of(network: &Network, neighbours: &Neighbours, known: &[Point]) -> f64 {
    let at = |i: usize| network.fixed(i).or_else(|| known_at(known, i));
    let mut lengths = Vec::new();
    for a in 0..network.nodes.len() {
        for &(b, wanted) in neighbours.at(a) {
            if let (Some(p), Some(q)) = (at(a), at(b as usize)) {
                lengths.push(p.sane().distance(q.sane()) / f64::from(wanted));
            }
        }
    }
    if lengths.len() < 6 {
        return IDEAL_LENGTH;
    }
    lengths.sort_by(f64::total_cmp);
    let middle = lengths.get(lengths.len() / 2).copied();
    middle.unwrap_or(IDEAL_LENGTH).clamp(100.0, 600.0)
}

/// Gives a known place, when it is a usable one.
fn known_at(known: &[Point], index: usize) -> Option<Point> {
    known.get(index).copied().filter(|place| place.is_finite())
}

fn middle_of(network: &Network, known: &[Point]) -> Point {
    let (mut sum, mut count) = (Point::default(), 0.0);
    for index in 0..network.nodes.len() {
        let given = network.fixed(index).or_else(|| known_at(known, index));
        if let Some(place) = given {
            sum = sum + place.sane();
            count += 1.0;
        }
    }
    if count > 0.0 {
        sum * (1.0 / count)
    } else {
        sum
    }
}
