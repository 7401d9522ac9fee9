//! The rows of the legend for what actors are painted by: its name, smallest and largest, and who has no value.

use super::{Means, Row, Sign};
use crate::model::Language;
use crate::text::{Text, looking as words};
use crate::ui::canvas::looking::{Coloured, Fill, Paint, STEPS, Scaled};
use crate::ui::canvas::scene::Scene;

/// At most so many groups are told apart.
const MOST_GROUPS: usize = 10;

/// Gives the rows; none where actors are painted as usual.
pub(super) fn rows(scene: &Scene, language: Language) -> Vec<Row> {
    let Some(paint) = &scene.paint else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    if let Some(colour) = &paint.colour {
        colours(colour, language, &mut rows);
    }
    if let Some(size) = &paint.size {
        sizes(paint, size, language, &mut rows);
    }
    if paint.reckoning {
        rows.push(fixed(Sign::None, words::RECKONING));
    }
    rows
}

fn colours(colour: &Coloured, language: Language, rows: &mut Vec<Row>) {
    match colour {
        Coloured::Measure(scaled) => {
            rows.push(made(Sign::None, words::colour_by(&scaled.name, language)));
            if let Some((least, most)) = &scaled.ends {
                let low = Sign::Fill(Fill::Step(0));
                let high = Sign::Fill(Fill::Step(STEPS - 1));
                rows.push(made(high, words::most(most, language)));
                rows.push(made(low, words::least(least, language)));
            }
            if scaled.gaps {
                rows.push(fixed(Sign::Fill(Fill::Undefined), words::UNDEFINED));
            }
        }
        Coloured::Options(name, options) => {
            rows.push(made(Sign::None, words::colour_by(name, language)));
            let used = options.iter().zip(0_u8..);
            let used = used.filter(|((.., members), _)| !members.is_empty());
            for ((sign, name, _), number) in used.take(MOST_GROUPS) {
                let fill = Sign::Fill(Fill::Group(number));
                rows.push(made(fill, format!("{sign}  {name}")));
            }
            rows.push(fixed(Sign::Fill(Fill::Undefined), words::NO_ANSWER));
        }
        Coloured::Groups(groups) => {
            let name = words::COLOUR_GROUPS.get(language);
            rows.push(made(Sign::None, words::colour_by(name, language)));
            for ((sign, name, _), number) in groups.iter().take(MOST_GROUPS).zip(0_u8..) {
                let fill = Sign::Fill(Fill::Group(number));
                rows.push(made(fill, format!("{sign}  {name}")));
            }
            rows.push(fixed(Sign::Fill(Fill::Undefined), words::NO_GROUP));
        }
    }
}

fn sizes(paint: &Paint, size: &Scaled, language: Language, rows: &mut Vec<Row>) {
    if let Some((least, most)) = &size.ends {
        let words = words::size_by(&size.name, least, most, language);
        rows.push(made(Sign::None, words));
    }
    if size.gaps && paint.colour.is_none() {
        rows.push(fixed(Sign::None, words::UNDEFINED));
    }
}

fn fixed(sign: Sign, text: Text) -> Row {
    Row {
        sign,
        means: Means::Fixed(text),
    }
}

fn made(sign: Sign, words: String) -> Row {
    Row {
        sign,
        means: Means::Made(words),
    }
}
