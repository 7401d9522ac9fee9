//! What must hold for labels, whatever the map.

use crate::placement::labels::{Anchor, Crowded, Home, LabelPass, Placed, Side};
use crate::placement::route::{Lane, Surroundings, route};
use crate::placement::tests::{benchmark, session_map};
use crate::placement::{Network, Point, Rect, arrange};

fn pass_over(network: &Network, places: &[Point]) -> LabelPass {
    let nodes = network.nodes.iter().zip(places);
    let discs: Vec<(Point, f64)> = nodes.map(|(n, &p)| (p, n.radius)).collect();
    let surroundings = Surroundings::new(&discs, &[]);
    let lines = network.links.iter().map(|link| {
        let curve = route(discs[link.a], discs[link.b], Lane::ONLY, &surroundings);
        curve.polyline(12)
    });
    let anchors = network
        .nodes
        .iter()
        .zip(places)
        .map(|(node, &centre)| Anchor {
            centre,
            radius: node.radius,
            size: node.label,
            ..Anchor::default()
        });
    LabelPass {
        anchors: anchors.collect(),
        lines: lines.collect(),
        ..LabelPass::default()
    }
}

fn check(pass: &LabelPass) -> Vec<Option<Placed>> {
    let placed = pass.place();
    let rects: Vec<Rect> = placed.iter().flatten().map(|p| p.rect).collect();
    for (index, rect) in rects.iter().enumerate() {
        for anchor in &pass.anchors {
            assert!(!rect.touches_disc(anchor.centre, anchor.radius));
        }
        for other in &rects[..index] {
            assert!(!rect.overlaps(other));
        }
        assert!(pass.bounds.is_none_or(|bounds| bounds.encloses(rect)));
        assert!(!pass.boxes.iter().any(|b| b.overlaps(rect)));
    }
    placed
}

fn anchor(x: f64, y: f64) -> Anchor {
    Anchor {
        centre: Point::new(x, y),
        radius: 20.0,
        size: (100.0, 18.0),
        ..Anchor::default()
    }
}

#[test]
fn no_label_covers_a_disc_or_another_label_on_twenty_random_maps() {
    for seed in 0..20 {
        let network = session_map(40, seed);
        let placed = check(&pass_over(&network, &arrange(&network, seed)));
        assert_eq!(placed.iter().flatten().count(), 40);
    }
}

#[test]
fn labels_keep_off_even_where_actors_were_thrown_down_at_random() {
    for seed in 0..5 {
        let network = benchmark(40, 60, seed);
        let mut random = crate::placement::random::Random::new(seed);
        let places: Vec<Point> = (0..40)
            .map(|_| Point::new(random.unit() * 900.0, random.unit() * 600.0))
            .collect();
        let placed = check(&pass_over(&network, &places));
        assert_eq!(placed.iter().flatten().count(), 40);
    }
}

#[test]
fn a_label_alone_stands_on_its_preferred_side() {
    let sides = [
        (Side::Below, 0.0, 1.0),
        (Side::Above, 0.0, -1.0),
        (Side::Right, 1.0, 0.0),
        (Side::Left, -1.0, 0.0),
    ];
    for (side, x, y) in sides {
        let mut one = anchor(0.0, 0.0);
        one.side = side;
        let pass = LabelPass {
            anchors: vec![one],
            ..LabelPass::default()
        };
        let placed = check(&pass)[0].unwrap();
        let way = placed.rect.centre().direction();
        assert!(way.distance(Point::new(x, y)) < 1e-9, "{side:?}");
        assert_eq!(placed.leader, None);
    }
}

#[test]
fn a_relation_under_the_disc_sends_the_label_above_it() {
    let mut pass = LabelPass {
        anchors: vec![anchor(0.0, 0.0)],
        lines: vec![vec![Point::new(0.0, 20.0), Point::new(0.0, 400.0)]],
        ..LabelPass::default()
    };
    assert!(check(&pass)[0].unwrap().rect.max.y < 0.0);
    pass.lines.clear();
    assert!(check(&pass)[0].unwrap().rect.min.y > 0.0);
}

#[test]
fn a_label_without_room_at_its_disc_gets_a_leader_line_to_the_rim() {
    let pass = LabelPass {
        anchors: vec![anchor(0.0, 0.0)],
        boxes: vec![Rect::around(Point::default(), 330.0, 120.0)],
        ..LabelPass::default()
    };
    let placed = check(&pass)[0].unwrap();
    let (rim, end) = placed.leader.unwrap();
    assert!((rim.length() - 20.0).abs() < 1e-9);
    assert!(placed.rect.contains(end));
}

#[test]
fn the_label_with_priority_gets_the_room_and_the_other_is_left_out() {
    let mut pass = LabelPass {
        anchors: vec![anchor(0.0, 0.0), anchor(0.0, 0.0)],
        bounds: Some(Rect::new(Point::new(-60.0, -21.0), Point::new(60.0, 45.0))),
        crowded: Crowded::Hide,
        ..LabelPass::default()
    };
    pass.anchors[1].priority = 3;
    let placed = check(&pass);
    assert!(placed[0].is_none() && placed[1].is_some());
    pass.crowded = Crowded::Search;
    assert!(check(&pass)[0].is_none(), "there truly is no room");
}

#[test]
fn a_crowded_label_searches_the_whole_frame() {
    let pass = LabelPass {
        anchors: vec![anchor(0.0, 0.0)],
        boxes: vec![Rect::new(
            Point::new(-200.0, -100.0),
            Point::new(900.0, 500.0),
        )],
        bounds: Some(Rect::new(
            Point::new(-100.0, -100.0),
            Point::new(1_200.0, 300.0),
        )),
        crowded: Crowded::Search,
        ..LabelPass::default()
    };
    assert!(check(&pass)[0].unwrap().leader.is_some());
    let hidden = LabelPass {
        crowded: Crowded::Hide,
        ..pass
    };
    assert_eq!(check(&hidden), vec![None]);
}

#[test]
fn odd_labels_are_left_out_without_a_fuss() {
    let mut pass = LabelPass {
        anchors: vec![anchor(f64::NAN, 0.0), anchor(1.0, 1e300), anchor(5.0, 5.0)],
        lines: vec![
            vec![],
            vec![Point::new(f64::INFINITY, 0.0), Point::default()],
        ],
        ..LabelPass::default()
    };
    pass.anchors[2].size = (0.0, 18.0);
    let placed = pass.place();
    assert_eq!(placed.len(), 3);
    assert!(placed[0].is_some() && placed[2].is_none());
}

#[test]
fn the_same_pass_gives_the_same_places() {
    let network = session_map(40, 3);
    let pass = pass_over(&network, &arrange(&network, 1));
    assert_eq!(pass.place(), pass.place());
}

#[test]
fn a_label_in_a_row_stands_at_its_side_or_nowhere() {
    let row = Rect::new(Point::new(-200.0, -10.0), Point::new(200.0, 10.0));
    let at = |x: f64, side| {
        let pass = LabelPass {
            anchors: vec![Anchor {
                side,
                home: Home::Row(row),
                ..anchor(x, 0.0)
            }],
            ..LabelPass::default()
        };
        pass.place()[0]
    };
    let right = at(0.0, Side::Right).unwrap();
    assert!(right.rect.min.x >= 20.0 && row.encloses(&right.rect));
    assert!(at(0.0, Side::Left).unwrap().rect.max.x <= -20.0);
    assert_eq!(at(120.0, Side::Right), None, "the row is too short there");
}

#[test]
fn a_label_that_belongs_in_a_box_stays_in_it_or_is_left_out() {
    let home = Rect::new(Point::new(0.0, 0.0), Point::new(260.0, 90.0));
    let held = |x: f64, y: f64| Anchor {
        home: Home::Within(home),
        ..anchor(x, y)
    };
    let pass = LabelPass {
        anchors: vec![held(235.0, 30.0), held(60.0, 60.0), held(150.0, 60.0)],
        ..LabelPass::default()
    };
    let placed = check(&pass);
    assert!(placed.iter().flatten().count() > 0);
    for label in placed.iter().flatten() {
        assert!(home.encloses(&label.rect), "{label:?}");
    }
    let narrow = LabelPass {
        anchors: vec![Anchor {
            home: Home::Within(Rect::new(Point::new(0.0, 0.0), Point::new(80.0, 90.0))),
            ..anchor(40.0, 40.0)
        }],
        ..LabelPass::default()
    };
    assert_eq!(narrow.place(), [None]);
}
