//! Fills that tell a value or a group: made from the colours of a theme, so that what lies on them stays legible.

use eframe::egui::Color32;

use super::tokens::Theme;
use crate::model::Arena;

/// What text on a fill keeps as contrast, and what a line round it keeps.
const TEXT: f64 = 4.6;
const LINE: f64 = 3.05;
/// How fine the darkest fill is looked for.
const TRIES: u8 = 60;

impl Theme {
    /// Gives the fill of one step of several, from the quietest to the strongest that leaves what lies on it legible.
    pub fn step(&self, step: u8, steps: u8) -> Color32 {
        let last = steps.saturating_sub(1).max(1);
        let share = f32::from(step.min(last)) / f32::from(last);
        self.canvas
            .lerp_to_gamma(self.accent, self.strongest() * share)
    }

    /// Gives the fill of a group by its number; after eight they come round again, told apart by their letter.
    pub fn group(&self, number: u8) -> Color32 {
        let arenas = Arena::ALL;
        let place = usize::from(number) % arenas.len();
        self.arena(arenas.get(place).copied()).tint
    }

    /// Finds how much of the accent a fill can have.
    fn strongest(&self) -> f32 {
        let legible = |share: f32| {
            let fill = self.canvas.lerp_to_gamma(self.accent, share);
            contrast(self.ink, fill) >= TEXT
                && [self.support, self.objection, self.faint]
                    .iter()
                    .all(|line| contrast(*line, fill) >= LINE)
        };
        let mut found = 0.0;
        for part in 1..=TRIES {
            let share = f32::from(part) / f32::from(TRIES);
            if !legible(share) {
                break;
            }
            found = share;
        }
        found
    }
}

/// Gives the contrast of two colours as WCAG 2.2 defines it.
pub(super) fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Color32) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

#[cfg(test)]
mod tests {
    use super::super::tokens::ThemeName;
    use super::*;

    #[test]
    fn what_lies_on_a_fill_stays_legible_and_steps_can_be_told_apart() {
        for name in ThemeName::ALL {
            let theme = Theme::new(name);
            let steps: Vec<Color32> = (0..5).map(|step| theme.step(step, 5)).collect();
            for fill in steps
                .iter()
                .copied()
                .chain((0..12).map(|it| theme.group(it)))
            {
                assert!(contrast(theme.ink, fill) >= 4.5, "{name:?} {fill:?}");
                for line in [theme.support, theme.objection] {
                    assert!(contrast(line, fill) >= 3.0, "{name:?} {fill:?}");
                }
            }
            for pair in steps.windows(2) {
                let apart = contrast(pair[0], pair[1]);
                assert!(apart >= 1.05, "{name:?}: {apart:.3}");
            }
        }
    }
}
