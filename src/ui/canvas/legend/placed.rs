//! What a view in which a place means something has beside the actors: forces, quadrants, rings.

use super::{Color, Dashes, Row, Sign, row};
use crate::session::arrange::{Arranged, ForcesField, Furniture};
use crate::text::arrange as words;

/// Gives the rows of what stands under and around the actors, as far as it is there.
pub(super) fn rows(arranged: &Arranged) -> Vec<Row> {
    match &arranged.furniture {
        Furniture::Forces(field) => forces(field),
        Furniture::Matrix(_) => [
            words::LEGEND_RIGHT,
            words::LEGEND_HIGH,
            words::LEGEND_QUADRANT,
        ]
        .map(|text| row(Sign::None, text))
        .into(),
        Furniture::Rings(field) => {
            let sectors = field.sectors.len() > 1;
            let rows = [
                (true, words::LEGEND_RING),
                (true, words::LEGEND_MIDDLE),
                (sectors, words::LEGEND_SECTOR),
            ];
            let there = rows.into_iter().filter(|(there, _)| *there);
            there.map(|(_, text)| row(Sign::None, text)).collect()
        }
    }
}

fn forces(field: &ForcesField) -> Vec<Row> {
    let moved = || field.rows.iter().filter(|it| it.position.abs() > 0.01);
    let known =
        |against: bool| moved().any(|it| it.force.is_some() && (it.position < 0.0) == against);
    let unknown = moved().any(|it| it.force.is_none());
    let spans = field.rows.iter().any(|it| it.span.is_some());
    let factors = field.rows.iter().any(|it| it.factor.is_some());
    let thin = |color, width, dashes| Sign::Line(color, width, dashes);
    let rows = [
        (true, row(Sign::None, words::LEGEND_POSITION)),
        (
            known(false),
            row(Sign::Force(Color::Support), words::LEGEND_FOR),
        ),
        (
            known(true),
            row(Sign::Force(Color::Objection), words::LEGEND_AGAINST),
        ),
        (
            unknown,
            row(
                thin(Color::Faint, 14, Dashes::Dotted),
                words::LEGEND_UNKNOWN,
            ),
        ),
        (
            spans,
            row(thin(Color::Faint, 30, Dashes::Solid), words::LEGEND_SPAN),
        ),
        (factors, row(Sign::Factor, words::LEGEND_FACTOR)),
    ];
    super::present(rows)
}
