//! Times the measures, beside python-igraph in the same run where Python has it.
//!
//! `cargo bench --no-default-features --bench analysis`; the environment
//! variable `KRACHTENVELD_PYTHON` names another Python than `python3`.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use krachtenveld::analysis::betweenness::{Direction, betweenness};
use krachtenveld::analysis::holes::{Strength, holes};
use krachtenveld::analysis::robustness::{OneWrongAnswer, RankedBy};
use krachtenveld::analysis::whole::analyse;
use krachtenveld::analysis::{Field, FieldActor, FieldTie, Sign, Tags, Thresholds, Views};

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
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(runs / 2).copied().unwrap_or(f64::NAN)
}

fn igraph(n: usize, pairs: &[(usize, usize)]) -> Option<String> {
    let python = std::env::var("KRACHTENVELD_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut child = Command::new(python)
        .args(["-c", IGRAPH])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut text = format!("{n}\n");
    for (a, b) in pairs {
        writeln!(text, "{a} {b}").ok()?;
    }
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A series of pseudo-random numbers for the benchmark graphs.
struct Series(u64);

impl Series {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = self.0 >> 33;
        usize::try_from(high).unwrap_or(0) % limit.max(1)
    }

    fn score(&mut self, limit: u8) -> f64 {
        f64::from(u8::try_from(self.below(usize::from(limit))).unwrap_or(0))
    }
}

/// n actors in n/20 random groups, each tie within its group with chance 0.8, no doubles.
fn random_field(n: usize, n_ties: usize, seed: u64) -> Field {
    let mut series = Series(seed);
    let n_groups = (n / 20).max(2);
    let group: Vec<usize> = (0..n).map(|_| series.below(n_groups)).collect();
    let members: Vec<Vec<usize>> = (0..n_groups)
        .map(|g| (0..n).filter(|v| group[*v] == g).collect())
        .collect();
    let mut pairs = BTreeSet::new();
    let mut tries = 0;
    while pairs.len() < n_ties && tries < 100 * n_ties {
        tries += 1;
        let a = series.below(n);
        let near = &members[group[a]];
        let b = if series.below(10) < 8 {
            near[series.below(near.len())]
        } else {
            series.below(n)
        };
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    Field {
        actors: group.iter().map(|g| actor(*g, &mut series)).collect(),
        ties: pairs
            .into_iter()
            .map(|(source, target)| FieldTie {
                source,
                target,
                weight: 1.0 + series.score(3),
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
        .map(|_| (format!("tag {}", series.below(9)), 1.0 + series.score(3)))
        .collect();
    FieldActor {
        group: Some(format!("group {}", group % 7)),
        kind: Some(format!("kind {}", series.below(15))),
        power: Some(1.0 + series.score(5)),
        involvement: Some(1.0 + series.score(5)),
        values: Some(tags.clone()),
        frames: Some(tags),
        positions: vec![Some(series.score(7) - 3.0)],
        salience: vec![Some(series.score(6))],
        ..FieldActor::default()
    }
}
