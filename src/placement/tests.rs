//! Networks to try things on, and what must hold for the layout as a whole.

use proptest::prelude::*;

use crate::placement::random::Random;
use crate::placement::{
    Arranging, IDEAL_LENGTH, Link, Network, Node, Point, Rect, arrange, free_place, spread, stress,
};

/// Makes a network as the budgets of the design describe it.
pub(super) fn benchmark(n: usize, n_links: usize, seed: u64) -> Network {
    let mut random = Random::new(seed);
    let n_groups = (n / 20).max(2);
    let groups: Vec<usize> = (0..n).map(|_| random.below(n_groups)).collect();
    let mut members = vec![Vec::new(); n_groups];
    for (node, &group) in groups.iter().enumerate() {
        members[group].push(node);
    }
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..n_links * 50 {
        if seen.len() == n_links {
            break;
        }
        let a = random.below(n);
        let b = if random.unit() < 0.8 {
            let own = &members[groups[a]];
            own[random.below(own.len())]
        } else {
            random.below(n)
        };
        if a != b {
            seen.insert((a.min(b), a.max(b)));
        }
    }
    Network {
        nodes: (0..n).map(|_| actor(&mut random)).collect(),
        links: seen.into_iter().map(|(a, b)| Link::new(a, b)).collect(),
        focal: None,
        aspect: 1.4,
    }
}

/// Makes a map as a session does: some arenas, a hoofdpersoon, few relations.
pub(super) fn session_map(n: usize, seed: u64) -> Network {
    let mut network = benchmark(n, n * 3 / 2, seed);
    let mut random = Random::new(seed ^ 7);
    for node in &mut network.nodes {
        node.gather = Some(u32::try_from(random.below(5)).unwrap());
    }
    for node in 1..n.min(8) {
        network.links.push(Link::new(0, node * n / 8));
    }
    network.focal = Some(0);
    network
}

fn actor(random: &mut Random) -> Node {
    Node {
        radius: 15.0 + 5.5 * (1.0 + 3.0 * random.unit()),
        label: (60.0 + 90.0 * random.unit(), 18.0),
        inside: false,
        place: None,
        gather: None,
    }
}

pub(super) fn covers(network: &Network, places: &[Point]) -> Vec<Rect> {
    let nodes = network.nodes.iter().zip(places);
    nodes.map(|(node, &place)| node.cover(place)).collect()
}

fn n_overlaps(rects: &[Rect]) -> usize {
    let pairs = |i: usize| rects[..i].iter().filter(move |r| r.overlaps(&rects[i]));
    (0..rects.len()).map(|i| pairs(i).count()).sum()
}

fn bytes(places: &[Point]) -> Vec<(u64, u64)> {
    let bits = |p: &Point| (p.x.to_bits(), p.y.to_bits());
    places.iter().map(bits).collect()
}

#[test]
fn nothing_overlaps_after_a_layout_of_any_size() {
    for n in [2, 3, 15, 25, 40, 120, 300] {
        let network = session_map(n, n as u64);
        let places = arrange(&network, 5);
        assert_eq!(n_overlaps(&covers(&network, &places)), 0, "{n} actors");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_does_not() {
    let network = session_map(60, 1);
    let first = bytes(&arrange(&network, 9));
    assert_eq!(first, bytes(&arrange(&network, 9)));
    assert_ne!(first, bytes(&arrange(&network, 10)));
}

#[test]
fn steps_of_any_budget_end_in_the_same_places() {
    let network = session_map(40, 3);
    let mut arranging = Arranging::new(&network, 2);
    let mut n_steps = 0;
    while !arranging.step(500) {
        n_steps += 1;
        assert!(arranging.places().iter().all(|p| p.is_finite()));
        assert!(n_steps < 10_000);
    }
    assert!(n_steps > 20);
    assert_eq!(bytes(&arranging.places()), bytes(&arrange(&network, 2)));
}

#[test]
fn the_same_seed_gives_the_same_bytes_for_maps_of_every_kind() {
    for (n, n_links) in [(2, 1), (9, 12), (200, 600), (1_600, 2_000)] {
        let network = benchmark(n, n_links, 4);
        let first = bytes(&arrange(&network, 3));
        assert_eq!(first, bytes(&arrange(&network, 3)), "{n} actors");
    }
}

#[test]
fn stress_stays_under_the_bar_on_benchmark_networks() {
    for seed in 1..=5 {
        let network = benchmark(200, 600, seed);
        let reached = stress(&network, &spread(&network, seed));
        assert!(reached < 0.145, "seed {seed}: {reached}");
    }
    let network = benchmark(200, 600, 1);
    let chance: Vec<Point> = session_places(200);
    assert!(stress(&network, &chance) > 0.2);
}

fn session_places(n: usize) -> Vec<Point> {
    let mut random = Random::new(4);
    let mut place = || Point::new(random.unit() * 1_000.0, random.unit() * 700.0);
    (0..n).map(|_| place()).collect()
}

#[test]
fn a_path_is_drawn_with_hardly_any_stress() {
    let nodes = vec![Node::default(); 8];
    let links = (1..8).map(|i| Link::new(i - 1, i)).collect();
    let network = Network {
        nodes,
        links,
        focal: None,
        aspect: 1.4,
    };
    assert!(stress(&network, &spread(&network, 3)) < 0.002);
}

#[test]
fn a_large_map_goes_by_pivots_with_little_more_stress() {
    let network = benchmark(1_600, 4_000, 2);
    let spread_out = spread(&network, 1);
    assert!(stress(&network, &spread_out) < 0.2);
}

#[test]
fn hand_placed_actors_stay_to_the_bit_and_others_keep_off() {
    let mut network = session_map(30, 8);
    let by_hand = [(3, -400.3), (7, 12.25), (11, 500.7), (12, 505.0)];
    for (index, x) in by_hand {
        network.nodes[index].place = Some(Point::new(x, x / 3.0));
    }
    let places = arrange(&network, 1);
    for (index, x) in by_hand {
        assert_eq!(places[index], Point::new(x, x / 3.0));
    }
    // Only the two that were put over each other by hand may overlap.
    assert!(n_overlaps(&covers(&network, &places)) <= 1);
}

#[test]
fn a_layout_from_known_places_stays_near_them() {
    let network = session_map(25, 4);
    let places = arrange(&network, 1);
    let mut again = Arranging::from_places(&network, &places, 77);
    while !again.step(100_000) {}
    let moved: Vec<f64> = again
        .places()
        .iter()
        .zip(&places)
        .map(|(p, q)| p.distance(*q))
        .collect();
    let mean = moved.iter().sum::<f64>() / 25.0;
    assert!(mean < IDEAL_LENGTH, "moved {mean} on average");
}

#[test]
fn single_actors_stand_in_rows_close_below_or_beside() {
    let mut network = session_map(20, 6);
    for _ in 0..7 {
        network.nodes.push(Node {
            radius: 20.0,
            label: (100.0, 18.0),
            inside: false,
            place: None,
            gather: None,
        });
    }
    let places = arrange(&network, 1);
    let linked = Rect::of_all(covers(&network, &places)[..20].iter().copied()).unwrap();
    let lines = |of: fn(&Point) -> f64| {
        let bits = places[20..].iter().map(|p| of(p).round().to_bits());
        bits.collect::<std::collections::BTreeSet<u64>>().len()
    };
    assert!(lines(|p| p.x) + lines(|p| p.y) <= 8, "no grid");
    for place in &places[20..] {
        assert!(linked.nearest(*place).distance(*place) < 400.0);
    }
}

#[test]
fn members_of_one_arena_stand_nearer_to_each_other_than_without_arenas() {
    let mut network = session_map(30, 12);
    let mean = |network: &Network, places: &[Point]| {
        let same = |i: usize, j: usize| i % 3 == j % 3;
        let (mut near, mut all) = (0.0, 0.0);
        for i in 0..30 {
            for j in 0..i {
                let distance = places[i].distance(places[j]);
                all += distance / 435.0;
                if same(i, j) {
                    near += distance / 135.0;
                }
            }
        }
        assert_eq!(network.nodes.len(), 30);
        near / all
    };
    for node in &mut network.nodes {
        node.gather = None;
    }
    let before = mean(&network, &spread(&network, 1));
    for (index, node) in network.nodes.iter_mut().enumerate() {
        node.gather = Some(u32::try_from(index % 3).unwrap());
    }
    assert!(mean(&network, &spread(&network, 1)) < before * 0.97);
}

#[test]
fn a_map_of_twenty_five_fits_the_screen_of_a_session() {
    for seed in 0..5 {
        let network = session_map(25, seed);
        let places = arrange(&network, 1);
        let all = Rect::of_all(covers(&network, &places)).unwrap();
        let zoom = (1_230.0 / all.width()).min(800.0 / all.height());
        assert!(
            zoom > 0.85,
            "seed {seed}: {} × {}",
            all.width(),
            all.height()
        );
        let ratio = all.width() / all.height();
        assert!((0.9..2.2).contains(&ratio), "seed {seed}: ratio {ratio}");
    }
}

#[test]
fn odd_input_gives_finite_places() {
    let odd = Node {
        radius: f64::NAN,
        label: (f64::INFINITY, -3.0),
        inside: false,
        place: Some(Point::new(f64::NAN, 0.0)),
        gather: Some(1),
    };
    let together = Node {
        radius: 20.0,
        label: (80.0, 18.0),
        inside: false,
        place: Some(Point::new(5.0, 5.0)),
        gather: None,
    };
    let links = vec![
        Link::new(0, 0),
        Link::new(0, 1),
        Link::new(1, 0),
        Link::new(0, 99),
        Link {
            a: 1,
            b: 2,
            length: f64::NAN,
        },
        Link {
            a: 2,
            b: 3,
            length: -1.0,
        },
    ];
    let mut network = Network {
        nodes: vec![
            odd.clone(),
            odd,
            together.clone(),
            together.clone(),
            together,
        ],
        links,
        focal: Some(70),
        aspect: f64::NAN,
    };
    let places = arrange(&network, 0);
    assert!(places.iter().all(|p| p.is_finite()));
    assert!(stress(&network, &places).is_finite());
    assert!(free_place(&network, &places, 0).is_finite());
    assert!(free_place(&network, &[], 9).is_finite());
    network.nodes.truncate(1);
    assert_eq!(arrange(&network, 0).len(), 1);
    network.nodes.clear();
    assert!(arrange(&network, 0).is_empty());
}

#[test]
fn a_crowd_on_one_spot_is_parted() {
    let nodes: Vec<Node> = session_map(40, 1).nodes;
    let network = Network {
        nodes,
        links: Vec::new(),
        focal: None,
        aspect: 1.4,
    };
    let mut arranging = Arranging::from_places(&network, &vec![Point::new(3.0, 3.0); 40], 1);
    while !arranging.step(1_000) {}
    assert_eq!(n_overlaps(&covers(&network, &arranging.places())), 0);
}

#[test]
fn an_actor_without_relations_goes_beside_the_map() {
    let mut network = session_map(20, 5);
    let places = arrange(&network, 1);
    let map = Rect::of_all(covers(&network, &places)).unwrap();
    for node in &mut network.nodes {
        node.gather = None;
    }
    network.nodes.push(network.nodes[3].clone());
    let place = free_place(&network, &places, 20);
    let cover = network.nodes[20].cover(place);
    let linked = Rect::of_all(covers(&network, &places)).unwrap();
    assert!(!cover.overlaps(&linked));
    assert!(map.nearest(place).distance(place) < 200.0);
}

#[test]
fn an_actor_of_an_arena_goes_beside_its_members() {
    let mut network = session_map(20, 5);
    for (index, node) in network.nodes.iter_mut().enumerate() {
        node.gather = Some(u32::from(index >= 17));
    }
    let places = arrange(&network, 1);
    let mut newcomer = network.nodes[18].clone();
    newcomer.gather = Some(1);
    network.nodes.push(newcomer);
    let place = free_place(&network, &places, 20);
    let nearest = places[17..].iter().map(|p| p.distance(place));
    assert!(nearest.fold(f64::INFINITY, f64::min) < 400.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_new_actor_covers_nobody_and_stands_near_its_relations(
        seed in 0_u64..10_000, n in 2_usize..45, n_ties in 0_usize..4,
    ) {
        let mut network = session_map(n, seed);
        let places = arrange(&network, seed);
        let mut random = Random::new(seed);
        network.nodes.push(network.nodes[random.below(n)].clone());
        for _ in 0..n_ties {
            network.links.push(Link::new(random.below(n), n));
        }
        let place = free_place(&network, &places, n);
        let own = network.nodes[n].cover(place);
        for cover in covers(&network, &places) {
            prop_assert!(!cover.overlaps(&own));
        }
        let ties = network.links.iter().filter(|link| link.b == n);
        let reach = ties.map(|link| places[link.a].distance(place));
        if let Some(nearest) = reach.reduce(f64::min) {
            prop_assert!(nearest < 700.0, "{nearest}");
        }
    }

    #[test]
    fn whatever_the_links_the_layout_is_finite_and_free(
        n in 1_usize..30,
        links in prop::collection::vec((0_usize..32, 0_usize..32, -1.0..3.0_f64), 0..60),
        held in prop::collection::vec((0_usize..30, -300.0..300.0_f64, -300.0..300.0_f64), 0..3),
        seed in any::<u64>(),
    ) {
        let mut network = session_map(n.max(2), seed);
        network.links = links.into_iter().map(|(a, b, length)| Link { a, b, length }).collect();
        let n = network.nodes.len();
        for &(index, x, y) in &held {
            network.nodes[index % n].place = Some(Point::new(x, y));
        }
        let places = arrange(&network, seed);
        for (node, place) in network.nodes.iter().zip(&places) {
            prop_assert!(place.is_finite());
            if let Some(by_hand) = node.place {
                prop_assert_eq!(by_hand, *place);
            }
        }
        let rects = covers(&network, &places);
        for i in 0..n {
            for j in 0..i {
                let both = network.nodes[i].place.is_some() && network.nodes[j].place.is_some();
                prop_assert!(both || !rects[i].overlaps(&rects[j]));
            }
        }
    }
}
