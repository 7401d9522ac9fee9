//! Times the layout and measures its stress, beside python-igraph and graphviz in the same run where they are here.
//!
//! `cargo bench --no-default-features --bench layout`

#[path = "support/outside.rs"]
mod outside;
mod support;

use std::fmt::Write as _;

use krachtenveld::placement::{Link, Network, Node, Point, arrange, spread, stress};
use outside::{python, run};
use support::{Graph, Series, graph, median, timed};

/// Lays out in igraph by Kamada and Kawai; edges come in, the time and the places go out.
const IGRAPH: &str = r"
import sys, time, igraph
n = int(sys.stdin.readline())
edges = [tuple(map(int, line.split())) for line in sys.stdin]
g = igraph.Graph(n=n, edges=edges)
t = time.perf_counter()
places = g.layout_kamada_kawai()
print((time.perf_counter() - t) * 1000)
for x, y in places:
    print(x, y)
";

/// A layout that somebody made: how long it took, and its stress.
type Made = Option<(f64, f64)>;

#[expect(clippy::print_stdout, reason = "a bench reports its times")]
fn main() {
    for n in [200, 1_000, 5_000] {
        let mut rows: Vec<[Made; 3]> = Vec::new();
        for seed in 1..=5 {
            let graph = graph(n, 3 * n, &mut Series(seed));
            let network = network(&graph);
            let (time, places) = timed(|| spread(&network, seed));
            let ours = Some((time, stress(&network, &places)));
            let whole = timed(|| arrange(&network, seed)).0;
            let igraph = if n <= 1_000 {
                igraph(&graph, &network)
            } else {
                None
            };
            let sfdp = if n >= 5_000 {
                sfdp(&graph, &network)
            } else {
                None
            };
            print!("{n} actors, {} ties, seed {seed}: {}", 3 * n, told(ours));
            print!(", free of overlap too {whole:.1} ms");
            println!("; igraph {}; sfdp {}", told(igraph), told(sfdp));
            rows.push([ours, igraph, sfdp]);
        }
        for (who, name) in ["ours", "igraph Kamada-Kawai", "graphviz sfdp"]
            .iter()
            .enumerate()
        {
            let made: Vec<(f64, f64)> = rows.iter().filter_map(|row| row[who]).collect();
            if !made.is_empty() {
                let (time, stress) = (
                    median(made.iter().map(|it| it.0).collect()),
                    median(made.iter().map(|it| it.1).collect()),
                );
                println!("  median {name}: {time:.1} ms, stress {stress:.4}");
            }
        }
    }
}

fn told(made: Made) -> String {
    made.map_or_else(
        || "-".to_owned(),
        |(time, stress)| format!("{time:.1} ms stress {stress:.4}"),
    )
}

fn network(graph: &Graph) -> Network {
    let node = Node {
        radius: 31.5,
        label: (110.0, 18.0),
        inside: false,
        place: None,
        gather: None,
    };
    Network {
        nodes: vec![node; graph.group.len()],
        links: graph.pairs.iter().map(|(a, b)| Link::new(*a, *b)).collect(),
        focal: None,
        aspect: 1.4,
    }
}

fn igraph(graph: &Graph, network: &Network) -> Made {
    let mut input = format!("{}\n", graph.group.len());
    for (a, b) in &graph.pairs {
        writeln!(input, "{a} {b}").ok()?;
    }
    let output = python(IGRAPH, &input)?;
    let mut lines = output.lines();
    let time = lines.next()?.trim().parse().ok()?;
    let places: Option<Vec<Point>> = lines.map(point).collect();
    Some((time, stress(network, &places?)))
}

/// Lays out with graphviz; its time is that of the whole program.
fn sfdp(graph: &Graph, network: &Network) -> Made {
    let mut input = "graph {\n".to_owned();
    for node in 0..graph.group.len() {
        writeln!(input, "{node};").ok()?;
    }
    for (a, b) in &graph.pairs {
        writeln!(input, "{a} -- {b};").ok()?;
    }
    input.push_str("}\n");
    let (time, output) = timed(|| run("sfdp", &["-Tplain", "-Goverlap=true"], &input));
    let mut places = vec![Point::default(); graph.group.len()];
    for line in output?.lines() {
        let mut words = line.split(' ');
        if words.next() == Some("node") {
            let index: usize = words.next()?.parse().ok()?;
            *places.get_mut(index)? =
                Point::new(words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        }
    }
    Some((time, stress(network, &places)))
}

fn point(line: &str) -> Option<Point> {
    let (x, y) = line.split_once(' ')?;
    Some(Point::new(x.parse().ok()?, y.trim().parse().ok()?))
}
