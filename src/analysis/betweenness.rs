//! Betweenness: how many shortest routes run over an actor.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::analysis::numbers::{count, short};
use crate::analysis::views::Csr;

/// Whether the view that betweenness ran on has directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Every unordered pair counts once.
    Undirected,
    /// Every ordered pair counts once.
    Directed,
}

/// Computes betweenness (Freeman 1979) by the algorithm of Brandes (2001).
///
/// *Formula.* For actor v the sum over pairs (a, b) without v of the share of
/// shortest paths from a to b that run over v; ends are not counted.
/// *Range.* From 0; not normalised, so it reads as a number of routes.
/// *Edge cases.* An isolate has 0; no actors give an empty list.
/// *In a session.* "So many shortest routes run over this actor."
pub fn betweenness(view: &Csr, direction: Direction) -> Vec<f64> {
    let mut run = BetweennessRun::new(view, direction);
    while run.step() {}
    run.finish()
}

/// Divides betweenness by the number of pairs it could be between.
///
/// (n-1)(n-2) for directed, half of that for undirected views; below three
/// actors the raw value 0 stays.
pub fn normalised(raw: &[f64], direction: Direction) -> Vec<f64> {
    let n = count(raw.len());
    let pairs = match direction {
        Direction::Undirected => (n - 1.0) * (n - 2.0) / 2.0,
        Direction::Directed => (n - 1.0) * (n - 2.0),
    };
    if raw.len() < 3 {
        return raw.to_vec();
    }
    raw.iter().map(|b| b / pairs).collect()
}

/// Betweenness source by source, for callers that show progress or cancel.
#[derive(Debug)]
pub struct BetweennessRun<'view> {
    view: &'view Csr,
    direction: Direction,
    source: usize,
    sums: Vec<f64>,
    work: Work,
}

/// The flat arrays of one search; kept between sources.
#[derive(Debug, Default)]
struct Work {
    depth: Vec<u32>,
    paths: Vec<f64>,
    share: Vec<f64>,
    queue: Vec<u32>,
    parents: Vec<u32>,
    parents_start: Vec<u32>,
    n_parents: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl<'view> BetweennessRun<'view> {
    /// Prepares a run; nothing is computed yet.
    pub fn new(view: &'view Csr, direction: Direction) -> Self {
        let n = view.n();
        let mut incoming = vec![0_u32; n + 1];
        for v in 0..n {
            for &w in view.row(v) {
                incoming[w as usize + 1] += 1;
            }
        }
        for v in 0..n {
            incoming[v + 1] += incoming[v];
        }
        let work = Work {
            depth: vec![UNSEEN; n],
            paths: vec![0.0; n],
            share: vec![0.0; n],
            queue: Vec::with_capacity(n),
            parents: vec![0; view.entries()],
            parents_start: incoming,
            n_parents: vec![0; n],
        };
        Self {
            view,
            direction,
            source: 0,
            sums: vec![0.0; n],
            work,
        }
    }

    /// Adds the routes from the next actor; false when all are done.
    pub fn step(&mut self) -> bool {
        if self.source >= self.view.n() {
            return false;
        }
        self.work.search(self.view, self.source);
        self.work.collect(self.source, &mut self.sums);
        self.source += 1;
        true
    }

    /// The number of actors done and the number of all.
    pub fn progress(&self) -> (usize, usize) {
        (self.source, self.view.n())
    }

    /// The sums so far; complete when every step was taken.
    pub fn finish(self) -> Vec<f64> {
        match self.direction {
            Direction::Directed => self.sums,
            Direction::Undirected => self.sums.into_iter().map(|b| b / 2.0).collect(),
        }
    }
}

impl Work {
    /// Counts the shortest paths from `source`, breadth first.
    fn search(&mut self, view: &Csr, source: usize) {
        for &v in &self.queue {
            self.depth[v as usize] = UNSEEN;
        }
        self.queue.clear();
        self.open(source, 0);
        self.paths[source] = 1.0;
        let mut next = 0;
        while let Some(&v) = self.queue.get(next) {
            next += 1;
            let deeper = self.depth[v as usize] + 1;
            let paths = self.paths[v as usize];
            for &w in view.row(v as usize) {
                let w = w as usize;
                if self.depth[w] == UNSEEN {
                    self.open(w, deeper);
                }
                if self.depth[w] == deeper {
                    self.paths[w] += paths;
                    let place = self.parents_start[w] + self.n_parents[w];
                    self.parents[place as usize] = v;
                    self.n_parents[w] += 1;
                }
            }
        }
    }

    fn open(&mut self, v: usize, depth: u32) {
        self.depth[v] = depth;
        self.paths[v] = 0.0;
        self.share[v] = 0.0;
        self.n_parents[v] = 0;
        self.queue.push(short(v));
    }

    /// Hands the shares back from the furthest actor to the source.
    fn collect(&mut self, source: usize, sums: &mut [f64]) {
        for &w in self.queue.iter().rev() {
            let w = w as usize;
            let dependency = self.share[w] * self.paths[w];
            let given = (1.0 + dependency) / self.paths[w];
            let from = self.parents_start[w] as usize;
            let to = from + self.n_parents[w] as usize;
            for &v in &self.parents[from..to] {
                self.share[v as usize] += given;
            }
            if w != source {
                sums[w] += dependency;
            }
        }
    }
}

/// Two path lengths within this relative difference are equal.
const SAME_LENGTH: f64 = 1e-9;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Reached {
    length: f64,
    actor: u32,
}

impl Eq for Reached {}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .length
            .total_cmp(&self.length)
            .then_with(|| other.actor.cmp(&self.actor))
    }
}

/// Computes betweenness where a tie of strength w is 1/w long.
///
/// As [`betweenness`], over shortest lengths; two lengths within a relative
/// 1e-9 are equal, since bitwise comparison tells 1/3 + 1/3 + 1/3 from 1.
/// Only of use when strengths were asked.
pub fn betweenness_by_cost(view: &Csr, direction: Direction) -> Vec<f64> {
    let n = view.n();
    let mut sums = vec![0.0; n];
    for source in 0..n {
        let (order, paths, parents) = cheapest(view, source);
        let mut dependency = vec![0.0; n];
        for &w in order.iter().rev() {
            let given = (1.0 + dependency[w]) / paths[w];
            for &v in &parents[w] {
                dependency[v] += paths[v] * given;
            }
            if w != source {
                sums[w] += dependency[w];
            }
        }
    }
    match direction {
        Direction::Directed => sums,
        Direction::Undirected => sums.into_iter().map(|b| b / 2.0).collect(),
    }
}

type Cheapest = (Vec<usize>, Vec<f64>, Vec<Vec<usize>>);

/// Dijkstra from one source: order of settling, number of paths, parents.
fn cheapest(view: &Csr, source: usize) -> Cheapest {
    let n = view.n();
    let mut length = vec![f64::INFINITY; n];
    let mut settled = vec![false; n];
    let mut paths = vec![0.0; n];
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut order = Vec::with_capacity(n);
    let mut heap = BinaryHeap::new();
    length[source] = 0.0;
    paths[source] = 1.0;
    heap.push(Reached {
        length: 0.0,
        actor: short(source),
    });
    while let Some(Reached { actor, .. }) = heap.pop() {
        let v = actor as usize;
        if std::mem::replace(&mut settled[v], true) {
            continue;
        }
        order.push(v);
        for (w, weight) in view.weighted_row(v) {
            if settled[w] {
                continue;
            }
            let found = length[v] + 1.0 / weight;
            if (found - length[w]).abs() <= SAME_LENGTH * found {
                paths[w] += paths[v];
                parents[w].push(v);
            } else if found < length[w] {
                length[w] = found;
                paths[w] = paths[v];
                parents[w] = vec![v];
                heap.push(Reached {
                    length: found,
                    actor: short(w),
                });
            }
        }
    }
    (order, paths, parents)
}
