//! The parts of the analysis that no reference value covers.

use krachtenveld::analysis::advice::{Departure, Label, base_rate, departures};
use krachtenveld::analysis::answers::{advice_answers, force_answers, need_answers, pair_answers};
use krachtenveld::analysis::brokerage_chance::AgainstChance;
use krachtenveld::analysis::camps::{Certainty, Cost, camps};
use krachtenveld::analysis::forces::{
    Counted, Factors, Official, Side, force_field, force_steps, sides,
};
use krachtenveld::analysis::method::Method;
use krachtenveld::analysis::profiles::median_flips;
use krachtenveld::analysis::robustness::{Firmness, OneWrongAnswer, RankedBy};
use krachtenveld::analysis::structure::pieces_without;
use krachtenveld::analysis::uncertain::UncertainAnswers;
use krachtenveld::analysis::what_if::changes;
use krachtenveld::analysis::whole::{Analysis, analyse};
use krachtenveld::analysis::{Field, FieldActor, FieldFactor, FieldTie, Sign, Thresholds, Views};

fn actor(group: &str, power: f64, position: Option<f64>) -> FieldActor {
    FieldActor {
        group: Some(group.to_owned()),
        power: Some(power),
        positions: vec![position],
        salience: vec![Some(5.0)],
        ..FieldActor::default()
    }
}

fn tie(source: usize, target: usize, sign: Sign) -> FieldTie {
    FieldTie {
        source,
        target,
        weight: 1.0,
        sign,
        confidence: 1.0,
    }
}

/// Two in the town hall, three outside; the official is the second.
fn small_field() -> Field {
    Field {
        actors: vec![
            actor("bestuur", 5.0, Some(2.0)),
            actor("ambtelijk", 5.0, Some(3.0)),
            actor("markt", 4.0, Some(-1.0)),
            actor("markt", 3.0, Some(1.0)),
            actor("samenleving", 2.0, None),
        ],
        ties: vec![
            tie(0, 1, Sign::Positive),
            tie(1, 2, Sign::Positive),
            tie(2, 3, Sign::Positive),
            tie(3, 4, Sign::Positive),
        ],
        issues: vec!["plein".to_owned()],
        focal: Some(1),
        factors: vec![FieldFactor {
            name: "geld".to_owned(),
            issue: 0,
            force: -2.0,
            weight: 5.0,
        }],
        asked_without_tie: vec![(4, 0), (0, 4), (0, 1)],
        ..Field::default()
    }
}

fn analysed(field: &Field) -> Analysis {
    match analyse(field, &Thresholds::default(), &|| true) {
        Some(found) => found,
        None => panic!("stopped without being asked"),
    }
}

fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-9,
        "expected {expected}, found {found}"
    );
}

#[test]
fn the_official_is_left_out_of_the_forces_on_screen_and_factors_count() {
    let field = small_field();
    let shown = force_field(&field, 0, Counted::ON_SCREEN);
    close(shown.driving, 2.0 + 0.6);
    close(shown.restraining, 0.8 + 2.0);
    assert_eq!(shown.unknown, [4]);
    let all = force_field(&field, 0, Counted::EVERYBODY);
    close(all.driving, 2.0 + 3.0 + 0.6);
    close(all.restraining, 0.8);
}

#[test]
fn forces_inside_and_outside_add_up_to_all() {
    let field = small_field();
    let of = |side| {
        let counted = Counted {
            official: Official::Counted,
            factors: Factors::Counted,
            side,
        };
        force_field(&field, 0, counted)
    };
    let (all, inside, outside) = (of(Side::All), of(Side::Inside), of(Side::Outside));
    close(inside.net, 5.0);
    close(outside.net, 0.6 - 0.8 - 2.0);
    close(all.net, inside.net + outside.net);
}

#[test]
fn one_step_can_turn_a_close_field_and_not_a_clear_one() {
    let field = small_field();
    let close_call = force_steps(&field, 0, Counted::ON_SCREEN);
    assert!(close_call.share_turned > Some(0.0));
    assert!(close_call.net_low < -0.2 && close_call.net_high > -0.2);
    let clear = force_steps(&field, 0, Counted::EVERYBODY);
    assert_eq!(clear.share_turned, Some(0.0));
    assert!(median_flips(&field, 0).is_some());
}

#[test]
fn silent_allies_stand_on_one_side_without_a_path() {
    let mut field = small_field();
    field.ties.retain(|t| t.source != 1);
    let found = analysed(&field);
    let found = sides(&field, &found.views, &found.distances, 0);
    assert_eq!(found.supporters, [0, 1, 3]);
    assert_eq!(found.opponents, [2]);
    assert_eq!(found.silent_allies, [(0, 3), (1, 3)]);
    assert_eq!(found.cohesion, Some(1.0 / 3.0));
}

#[test]
fn departures_are_named_against_the_base_rate() {
    let mut field = small_field();
    for id in [2, 4] {
        field.actors[id].values = Some([("rust".to_owned(), 3.0)].into());
    }
    let found = analysed(&field);
    let rate = base_rate(&field, &found.advice);
    assert_eq!((rate.within, rate.across), (1, 5));
    let row = |i, j| found.advice.iter().find(|r| (r.i, r.j) == (i, j));
    let Some(alike) = row(2, 4) else {
        panic!("no advice on 2 and 4");
    };
    assert_eq!(alike.label == Label::Regie, {
        departures(&field, alike).contains(&Departure::AcrossAsksRegie)
    });
    assert!(!alike.pivotal.is_empty());
    assert!(departures(&field, alike).contains(&Departure::HangsOnOneAnswer));
}

#[test]
fn missing_links_stand_in_two_lists_by_likeness() {
    let found = analysed(&small_field());
    assert_eq!(found.lists.regie.len(), found.lists.bridge.len());
    for bridge in &found.lists.bridge {
        let regie = found
            .lists
            .regie
            .iter()
            .find(|l| (l.i, l.j) == (bridge.i, bridge.j));
        let link = found
            .links
            .links
            .iter()
            .find(|l| (l.i, l.j) == (bridge.i, bridge.j));
        let (Some(regie), Some(link)) = (regie, link) else {
            panic!("a pair stands in one list only");
        };
        close(regie.score + bridge.score, link.relative);
    }
}

#[test]
fn a_tried_tie_shows_what_it_changes() {
    let field = small_field();
    let tried = field.with_tie(0, 4);
    let (before, after) = (analysed(&field), analysed(&tried));
    let found = changes(&before, &after);
    assert!(found.efficiency.after > found.efficiency.before);
    assert_eq!(found.no_longer_weak, [1, 2, 3]);
    assert_eq!(found.newly_weak, Vec::<usize>::new());
    assert_eq!((found.pairs_nearer, found.pairs_further), (3, 0));
    let link = before.links.links.iter().find(|l| (l.i, l.j) == (0, 4));
    let gain = link.and_then(|l| l.gain).unwrap_or_default();
    let rise =
        found.efficiency.after.unwrap_or_default() - found.efficiency.before.unwrap_or_default();
    close(gain, rise);
    assert_eq!(changes(&before, &before).advice, []);
}

#[test]
fn answers_are_counted_as_used_and_missing() {
    let field = small_field();
    let pairs = pair_answers(&field);
    assert_eq!((pairs.used, pairs.missing), (5, 5));
    assert_eq!(pairs.share_missing(), Some(0.5));
    let forces = force_answers(&field, 0);
    assert_eq!((forces.used, forces.missing), (14, 1));
    let advice = advice_answers(&field);
    assert_eq!((advice.used, advice.missing), (9, 16));
    assert_eq!(need_answers(&field).used, 0);
    assert_eq!(pair_answers(&Field::default()).share_missing(), None);
}

#[test]
fn a_star_keeps_its_first_and_a_ring_cannot_tell() {
    let star: Vec<FieldTie> = (1..6).map(|v| tie(0, v, Sign::Positive)).collect();
    let ring: Vec<FieldTie> = (0..6)
        .map(|v| tie(v, (v + 1) % 6, Sign::Positive))
        .collect();
    let word = |ties: Vec<FieldTie>| {
        let field = Field {
            actors: vec![FieldActor::default(); 6],
            ties,
            ..Field::default()
        };
        let mut check = OneWrongAnswer::new(&Views::of(&field), RankedBy::Degree, 0);
        assert_eq!(check.progress().0, 0);
        while check.step() {}
        assert_eq!(check.result().flip_one, None);
        let drop = check.result().drop_one;
        (drop.firmness(), drop.together_on_top().len())
    };
    assert_eq!(word(star), (Some(Firmness::Firm), 1));
    assert_eq!(word(ring), (Some(Firmness::CannotSay), 6));
}

#[test]
fn an_uncertain_tie_spreads_the_ranks() {
    let mut field = small_field();
    for tie in &mut field.ties {
        tie.confidence = 0.5;
    }
    let mut draws = UncertainAnswers::new(&field, &Views::of(&field), RankedBy::Degree, 50, 1);
    while draws.step() {}
    let spread = draws.result();
    assert_eq!(spread.draws, 50);
    assert_ne!(spread.low, spread.high);
    assert!(
        spread
            .top3
            .iter()
            .flatten()
            .all(|p| (0.0..=1.0).contains(p))
    );
}

#[test]
fn a_large_signed_field_gives_at_most_a_number() {
    let ring = |n: usize| Field {
        actors: vec![FieldActor::default(); n],
        ties: (0..n)
            .map(|v| {
                let sign = if v == 0 {
                    Sign::Negative
                } else {
                    Sign::Positive
                };
                tie(v, (v + 1) % n, sign)
            })
            .collect(),
        ..Field::default()
    };
    let exact = camps(&Views::of(&ring(12)).s, Cost::PerTie, 1);
    assert_eq!(exact.certainty, Certainty::Exact);
    assert_eq!(exact.n_best, Some(12));
    assert_eq!(exact.always_misfit, []);
    let searched = camps(&Views::of(&ring(30)).s, Cost::PerTie, 1);
    assert_eq!(searched.certainty, Certainty::AtMost);
    assert_eq!(searched.n_best, None);
    close(searched.frustration, 1.0);
}

#[test]
fn an_articulation_point_breaks_its_part_in_pieces() {
    let views = Views::of(&small_field());
    assert_eq!(pieces_without(&views.u, 1), 2);
    assert_eq!(pieces_without(&views.u, 0), 1);
    assert_eq!(pieces_without(&views.u, 99), 0);
}

#[test]
fn a_z_score_becomes_a_word() {
    let words = [-2.0, -1.0, 0.0, 1.0, 2.0].map(AgainstChance::of);
    assert!(words.is_sorted());
    assert_eq!(words[2], AgainstChance::AsChance);
}

#[test]
fn every_method_has_its_own_name() {
    let names: std::collections::BTreeSet<&str> = Method::ALL.iter().map(|m| m.id()).collect();
    assert_eq!(names.len(), Method::ALL.len());
}
