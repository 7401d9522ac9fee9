//! Times the measures, beside python-igraph in the same run where Python has it.
//!
//! `cargo bench --no-default-features --bench analysis`; the environment
//! variable `KRACHTENVELD_PYTHON` names another Python than `python3`.

#[path = "support/outside.rs"]
mod outside;
mod support;

use std::cell::Cell;
use std::fmt::Write as _;
use std::time::Instant;

use krachtenveld::analysis::betweenness::{Direction, betweenness};
use krachtenveld::analysis::holes::{Strength, holes};
use krachtenveld::analysis::robustness::{OneWrongAnswer, RankedBy};
use krachtenveld::analysis::whole::analyse;
use krachtenveld::analysis::{Field, FieldActor, FieldTie, Sign, Tags, Thresholds, Views};
use outside::python;
use support::{Graph, Series, graph, timed};

/// Times betweenness and constraint in igraph; edges come in on standard input.
const IGRAPH: &str = r"
import sys, time, statistics, igraph
n = int(sys.stdin.readline())
edges = [tuple(map(int, line.split())) for line in sys.stdin]
g = igraph.Graph(n=n, edges=edges)
for name in ('betweenness', 'constraint'):
    times = []
    for _ in range(5):
        t = time.perf_counter()
        getattr(g, name)()
        times.append((time.perf_counter() - t) * 1000)
    print(f'{name} {statistics.median(times):.1f}')
";

#[expect(clippy::print_stdout, reason = "a bench reports its times")]
fn main() {
    for (n, ties) in [(1_000, 3_000), (5_000, 15_000)] {
        let field = random_field(n, ties, 1);
        let views = Views::of(&field);
        let fast = median(5, || betweenness(&views.u, Direction::Undirected));
        let room = median(5, || holes(&views.u, Strength::Ignored));
        println!("{n} actors, {ties} ties: betweenness {fast:.1} ms, constraint {room:.1} ms");
        match igraph(n, &views.pairs()) {
            Some(times) => println!("  python-igraph: {}", times.trim().replace('\n', ", ")),
            None => println!("  python-igraph: not here"),
        }
    }
    let settings = Thresholds::default();
    for (n, ties) in [
        (40, 120),
        (300, 900),
        (300, 3_000),
        (1_000, 3_000),
        (5_000, 15_000),
    ] {
        let field = random_field(n, ties, 2);
        let time = median(3, || analyse(&field, &settings, &|| true));
        let gap = longest_gap(&field, &settings);
        println!(
            "{n} actors, {ties} ties: all measures and advice {time:.1} ms, \
             longest time between two chances to stop {gap:.1} ms"
        );
    }
    let field = random_field(40, 120, 3);
    let views = Views::of(&field);
    let time = median(3, || {
        let mut check = OneWrongAnswer::new(&views, RankedBy::Betweenness, settings.flips_up_to);
        while check.step() {}
        check.result()
    });
    println!("40 actors, 120 ties: one-wrong-answer check {time:.1} ms");
}

/// The longest time between two questions whether to go on, in milliseconds.
fn longest_gap(field: &Field, settings: &Thresholds) -> f64 {
    let last = Cell::new(Instant::now());
    let longest = Cell::new(0.0_f64);
    let note = || {
        let gap = last.replace(Instant::now()).elapsed().as_secs_f64() * 1_000.0;
        longest.set(longest.get().max(gap));
        true
    };
    std::hint::black_box(analyse(field, settings, &note));
    note();
    longest.get()
}

/// The median time of some runs, in milliseconds.
fn median<T>(runs: usize, mut work: impl FnMut() -> T) -> f64 {
    support::median((0..runs).map(|_| timed(&mut work).0).collect())
}

/// Draws a score from 0 up to a limit.
fn score(series: &mut Series, limit: u8) -> f64 {
    f64::from(u8::try_from(series.below(usize::from(limit))).unwrap_or(0))
}

fn igraph(n: usize, pairs: &[(usize, usize)]) -> Option<String> {
    let mut text = format!("{n}\n");
    for (a, b) in pairs {
        writeln!(text, "{a} {b}").ok()?;
    }
    python(IGRAPH, &text)
}

/// Makes the field of a benchmark graph.
fn random_field(n: usize, n_ties: usize, seed: u64) -> Field {
    let mut series = Series(seed);
    let Graph { group, pairs } = graph(n, n_ties, &mut series);
    Field {
        actors: group.iter().map(|g| actor(*g, &mut series)).collect(),
        ties: pairs
            .into_iter()
            .map(|(source, target)| FieldTie {
                source,
                target,
                weight: 1.0 + score(&mut series, 3),
                sign: Sign::Positive,
                confidence: 1.0,
            })
            .collect(),
        issues: vec!["one".to_owned()],
        focal: Some(0),
        ..Field::default()
    }
}

fn actor(group: usize, series: &mut Series) -> FieldActor {
    let tags: Tags = (0..3)
        .map(|_| (format!("tag {}", series.below(9)), 1.0 + score(series, 3)))
        .collect();
    FieldActor {
        group: Some(format!("group {}", group % 7)),
        kind: Some(format!("kind {}", series.below(15))),
        power: Some(1.0 + score(series, 5)),
        involvement: Some(1.0 + score(series, 5)),
        values: Some(tags.clone()),
        frames: Some(tags),
        positions: vec![Some(score(series, 7) - 3.0)],
        salience: vec![Some(score(series, 6))],
        ..FieldActor::default()
    }
}
