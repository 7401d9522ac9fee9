//! Properties of the measures over random fields.

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::{prop_assert, prop_assert_eq, proptest};

use krachtenveld::analysis::advice::{Context, Label, advise};
use krachtenveld::analysis::balance::balance;
use krachtenveld::analysis::brokerage::brokerage;
use krachtenveld::analysis::camps::{Cost, camps};
use krachtenveld::analysis::centrality::page_rank;
use krachtenveld::analysis::communities::circles;
use krachtenveld::analysis::holes::{Strength, holes};
use krachtenveld::analysis::mactor::{direct_influence, mactor, positions};
use krachtenveld::analysis::opinion::{attention, influence};
use krachtenveld::analysis::robustness::RankedBy;
use krachtenveld::analysis::uncertain::UncertainAnswers;
use krachtenveld::analysis::whole::analyse;
use krachtenveld::analysis::{Field, FieldActor, FieldTie, Sign, Thresholds, Views};
use krachtenveld::exchange::field_json::{field_from_value, read_field};
use krachtenveld::exchange::measures_json::{graph_file, measures};

fn actor() -> impl Strategy<Value = FieldActor> {
    let optional = |low: u8, high: u8| proptest::option::of((low..=high).prop_map(f64::from));
    let name = |list: &'static [&'static str]| {
        proptest::option::of(proptest::sample::select(list).prop_map(str::to_owned))
    };
    let tags = proptest::option::of(proptest::collection::btree_map(
        "[a-c]",
        (1..=3_u8).prop_map(f64::from),
        0..3,
    ));
    let position = vec(proptest::option::of((-3..=3_i8).prop_map(f64::from)), 2);
    (
        name(&["raad", "bedrijf", "bewoners"]),
        name(&["bestuur", "ambtelijk", "markt", "samenleving"]),
        (optional(1, 5), optional(1, 5), tags.clone(), tags),
        position,
        vec(optional(0, 5), 2),
    )
        .prop_map(
            |(kind, group, (power, involvement, values, frames), positions, salience)| FieldActor {
                kind,
                group,
                power,
                involvement,
                values,
                frames,
                positions,
                salience,
                ..FieldActor::default()
            },
        )
}

fn sign() -> impl Strategy<Value = Sign> {
    prop_oneof![
        3 => Just(Sign::Positive),
        1 => Just(Sign::Neutral),
        1 => Just(Sign::Negative),
    ]
}

fn field() -> impl Strategy<Value = Field> {
    (0..9_usize, any::<bool>()).prop_flat_map(|(n, directed)| {
        let end = 0..n.max(1);
        let tie = (end.clone(), end, 1..=3_u8, sign(), 0..=4_u8);
        (vec(actor(), n), vec(tie, 0..24)).prop_map(move |(actors, ties)| Field {
            directed,
            focal: (n > 0).then_some(0),
            actors,
            issues: vec!["one".to_owned(), "two".to_owned()],
            ties: ties
                .into_iter()
                .map(|(source, target, weight, sign, sure)| FieldTie {
                    source,
                    target,
                    weight: f64::from(weight),
                    sign,
                    confidence: 1.0 - f64::from(sure) / 8.0,
                })
                .collect(),
            ..Field::default()
        })
    })
}

/// Gives actor v the number `order[v]`.
fn relabelled(field: &Field, order: &[usize]) -> Field {
    let mut actors = field.actors.clone();
    for (v, actor) in field.actors.iter().enumerate() {
        actors[order[v]] = actor.clone();
    }
    let mut ties = field.ties.clone();
    for tie in &mut ties {
        if let (Some(s), Some(t)) = (order.get(tie.source), order.get(tie.target)) {
            (tie.source, tie.target) = (*s, *t);
        }
    }
    Field {
        actors,
        ties,
        focal: field.focal.map(|f| order[f]),
        ..field.clone()
    }
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn analysed(field: &Field) -> krachtenveld::analysis::Analysis {
    match analyse(field, &Thresholds::default(), &|| true) {
        Some(analysis) => analysis,
        None => panic!("stopped without being asked"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn relabelling_actors_permutes_the_results(
        field in field(),
        seed in any::<u64>(),
    ) {
        let n = field.n();
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|v| seed.rotate_left(u32::try_from(*v * 7).unwrap()).wrapping_mul(0x9E37_79B9));
        let moved = relabelled(&field, &order);
        let (a, b) = (analysed(&field), analysed(&moved));
        for (v, &w) in order.iter().enumerate() {
            prop_assert_eq!(a.degree[v], b.degree[w]);
            prop_assert!(near(Some(a.betweenness[v]), Some(b.betweenness[w])));
            prop_assert!(near(Some(a.harmonic[v]), Some(b.harmonic[w])));
            prop_assert!(near(a.holes[v].constraint, b.holes[w].constraint));
            prop_assert_eq!(a.brokerage.raw[v], b.brokerage.raw[w]);
            for k in 0..2 {
                prop_assert!(near(Some(a.forces[k].net), Some(b.forces[k].net)));
            }
        }
        prop_assert!(near(a.structure.efficiency, b.structure.efficiency));
    }

    #[test]
    fn an_added_isolate_changes_no_other_actor(field in field()) {
        let mut larger = field.clone();
        larger.actors.push(FieldActor::default());
        let (a, b) = (analysed(&field), analysed(&larger));
        for v in 0..field.n() {
            prop_assert_eq!(a.brokerage.raw[v], b.brokerage.raw[v]);
            prop_assert!(near(a.holes[v].constraint, b.holes[v].constraint));
            prop_assert!(near(Some(a.betweenness[v]), Some(b.betweenness[v])));
        }
    }

    #[test]
    fn turning_all_ties_round_swaps_representative_and_gatekeeper(field in field()) {
        let mut turned = field.clone();
        for tie in &mut turned.ties {
            (tie.source, tie.target) = (tie.target, tie.source);
        }
        let groups = field.group_numbers();
        let one = brokerage(&Views::of(&field).d, &groups);
        let two = brokerage(&Views::of(&turned).d, &groups);
        for (a, b) in one.raw.iter().zip(&two.raw) {
            prop_assert_eq!([a[0], a[1], a[2], a[3], a[4], a[5]], [b[0], b[1], b[3], b[2], b[4], b[5]]);
        }
    }

    #[test]
    fn final_opinions_are_mixtures_of_first_ones(
        field in field(),
        tenths in vec(0..=10_u8, 9),
    ) {
        let open: Vec<f64> = tenths.iter().take(field.n()).map(|t| f64::from(*t) / 10.0).collect();
        let settled = influence(&attention(&field), &open).unwrap();
        for row in &settled.v {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(row.iter().all(|x| *x > -1e-9));
        }
    }

    #[test]
    fn mactor_keeps_its_means_and_symmetries(field in field()) {
        let tables = mactor(&direct_influence(&field), &positions(&field)).unwrap();
        prop_assert!(tables.r.iter().all(|r| *r >= -1e-12));
        let sum: f64 = tables.r_star.iter().sum();
        let n = f64::from(u32::try_from(field.n()).unwrap());
        prop_assert!(sum.abs() < 1e-9 || (sum - n).abs() < 1e-9);
        for order in &tables.orders {
            for i in 0..field.n() {
                for j in 0..field.n() {
                    prop_assert_eq!(order.convergence[i][j].to_bits(), order.convergence[j][i].to_bits());
                    prop_assert_eq!(order.divergence[i][j].to_bits(), order.divergence[j][i].to_bits());
                }
            }
        }
    }

    #[test]
    fn the_lean_of_a_pair_does_not_depend_on_who_comes_first(field in field()) {
        let n = field.n();
        let order: Vec<usize> = (0..n).rev().collect();
        let (a, b) = (analysed(&field), analysed(&relabelled(&field, &order)));
        let settings = Thresholds::default();
        let circles = vec![None; n];
        let mirrored = relabelled(&field, &order);
        let one = advise(&Context { circles: &circles, ..a.context(&field, &settings) });
        let two = advise(&Context { circles: &circles, ..b.context(&mirrored, &settings) });
        for row in &one {
            let ends = (order[row.j], order[row.i]);
            let other = two.iter().find(|r| (r.i, r.j) == ends).unwrap();
            prop_assert!(near(row.lean, other.lean));
            prop_assert!(near(Some(row.priority), Some(other.priority)));
        }
    }

    #[test]
    fn every_pair_without_the_official_gets_a_label_and_a_place(field in field()) {
        let found = analysed(&field);
        let n = field.n();
        let expected = if n < 3 { 0 } else { (n - 1) * (n - 2) / 2 };
        prop_assert_eq!(found.advice.len(), expected);
        for (place, row) in found.advice.iter().enumerate() {
            prop_assert_eq!(row.rank, place + 1);
            prop_assert_eq!(row.lean.is_none(), row.label == Label::Unknown);
            prop_assert!((0.0..=1.0).contains(&row.priority));
        }
    }

    #[test]
    fn turning_all_signs_at_one_actor_keeps_the_frustration(field in field(), which in 0..9_usize) {
        let mut switched = field.clone();
        for tie in &mut switched.ties {
            if (tie.source == which) != (tie.target == which) {
                tie.sign = match tie.sign {
                    Sign::Negative => Sign::Positive,
                    Sign::Neutral => Sign::Neutral,
                    Sign::Positive => Sign::Negative,
                };
            }
        }
        let (one, two) = (Views::of(&field), Views::of(&switched));
        for cost in [Cost::PerTie, Cost::ByWeight] {
            let (a, b) = (camps(&one.s, cost, 1), camps(&two.s, cost, 1));
            prop_assert!((a.frustration - b.frustration).abs() < 1e-9);
            prop_assert_eq!(a.n_best, b.n_best);
        }
        prop_assert!(near(balance(&one).balanced_share, balance(&two).balanced_share));
    }

    #[test]
    fn the_same_field_gives_the_same_bytes_and_no_number_is_undefined(field in field()) {
        let settings = Thresholds::default();
        let one = graph_file(&field, &settings, &|| true).unwrap().to_string();
        let two = graph_file(&field, &settings, &|| true).unwrap().to_string();
        prop_assert_eq!(&one, &two);
        let found = analysed(&field);
        let numbers = found.betweenness.iter().chain(&found.harmonic).chain(&found.strength);
        prop_assert!(numbers.copied().all(f64::is_finite));
        prop_assert!(page_rank(&found.views.u).iter().all(|x| x.is_finite()));
        prop_assert!(found.advice.iter().all(|row| row.priority.is_finite() && row.strength_value.is_finite()));
    }

    #[test]
    fn a_written_graph_file_reads_back_as_the_same_field(field in field()) {
        let mut expected = field;
        if expected.n() == 0 {
            expected.ties.clear();
        }
        let written = graph_file(&expected, &Thresholds::default(), &|| true).unwrap();
        let read = field_from_value(&written).unwrap();
        for (id, actor) in expected.actors.iter_mut().enumerate() {
            actor.label = read.actors[id].label.clone();
        }
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn certain_answers_have_no_spread(field in field()) {
        let mut certain = field;
        for tie in &mut certain.ties {
            tie.confidence = 1.0;
        }
        let views = Views::of(&certain);
        let mut draws = UncertainAnswers::new(&certain, &views, RankedBy::Degree, 5, 3);
        while draws.step() {}
        let spread = draws.result();
        prop_assert_eq!(spread.low, spread.high);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
        let _outcome = read_field(&text);
    }
}

#[test]
fn the_same_seed_gives_the_same_draws_and_circles() {
    let field = chain(7, 0.5);
    let views = Views::of(&field);
    let run = |seed| {
        let mut draws = UncertainAnswers::new(&field, &views, RankedBy::Betweenness, 60, seed);
        while draws.step() {}
        draws.result()
    };
    assert_eq!(run(3), run(3));
    assert_ne!(run(3), run(4));
    assert_eq!(circles(&views.u, 5), circles(&views.u, 5));
}

#[test]
fn a_stopped_analysis_gives_nothing() {
    let field = chain(5, 1.0);
    assert!(analyse(&field, &Thresholds::default(), &|| false).is_none());
    assert!(measures(&field, &Thresholds::default(), &|| false).is_none());
}

#[test]
fn small_fields_are_not_ranked() {
    assert!(!analysed(&chain(4, 1.0)).ranked);
    assert!(analysed(&chain(5, 1.0)).ranked);
}

#[test]
fn an_isolate_has_no_constraint_and_one_contact_has_constraint_one() {
    let mut field = chain(2, 1.0);
    field.actors.push(FieldActor::default());
    let found = holes(&Views::of(&field).u, Strength::Ignored);
    assert_eq!(found[0].constraint, Some(1.0));
    assert_eq!(found[2].constraint, None);
}

/// Actors in a row, every tie with the same confidence.
fn chain(n: usize, confidence: f64) -> Field {
    Field {
        actors: vec![FieldActor::default(); n],
        ties: (1..n)
            .map(|v| FieldTie {
                source: v - 1,
                target: v,
                weight: 1.0,
                sign: Sign::Positive,
                confidence,
            })
            .collect(),
        ..Field::default()
    }
}

/// Makes a random field of some actors and relations from a seed.
fn random_field(seed: u64, n: usize, n_ties: usize) -> Field {
    let mut state = seed;
    let mut draw = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % below
    };
    let mut field = chain(n, 1.0);
    let model = field.ties.first().copied();
    field.ties.clear();
    for _ in 0..n_ties {
        let (source, target) = (draw(n), draw(n));
        if let Some(model) = model.as_ref().filter(|_| source != target) {
            field.ties.push(FieldTie {
                source,
                target,
                ..*model
            });
        }
    }
    field
}

#[test]
fn ten_large_random_fields_are_computed_and_stop_when_asked() {
    use std::cell::Cell;
    for seed in 1..=10 {
        let field = random_field(seed, 300, 3_000);
        let asked = Cell::new(0_u32);
        let whole = analyse(&field, &Thresholds::default(), &|| {
            asked.set(asked.get() + 1);
            true
        });
        assert_eq!(whole.map(|it| it.degree.len()), Some(300));
        assert!(asked.get() > 50, "asked {} times", asked.get());
        if seed > 3 {
            continue;
        }
        for part in [3, asked.get() / 2, asked.get() - 1] {
            let left = Cell::new(part);
            let after = Cell::new(0_u32);
            let stopped = analyse(&field, &Thresholds::default(), &|| {
                if left.get() == 0 {
                    after.set(after.get() + 1);
                    return false;
                }
                left.set(left.get() - 1);
                true
            });
            assert!(stopped.is_none());
            assert!(after.get() <= 2, "it went on after no: {}", after.get());
        }
    }
}
