//! From a place to an answer, and from an answer to the change of the map that gives it.

use jiff::civil::Date;

use super::{Wanted, nearest};
use crate::edit::{ActorChange, Edit};
use crate::model::{Actor, Answer, Judged, Score};

/// The answer that a place means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A position, -3 to 3.
    Position(i8),
    /// Power and involvement, 1 to 5.
    Grid {
        /// Power.
        power: i8,
        /// Involvement.
        involvement: i8,
    },
    /// Participation, 1 to 4.
    Ring(i8),
    /// Not asked.
    NotAsked,
}

/// Gives an answer with other values; certainty, source and what is private stay.
fn with<const LOW: i8, const HIGH: i8>(
    answer: &Answer<Score<LOW, HIGH>>,
    values: &[i8],
    today: Date,
) -> Answer<Score<LOW, HIGH>> {
    let mut values: Vec<i8> = values.to_vec();
    values.dedup();
    let voices = values
        .into_iter()
        .map(|value| Score::nearest(i64::from(value)))
        .collect();
    let Some(new) = Judged::of_voices(voices) else {
        return Answer::NotAsked;
    };
    Answer::Given(match answer {
        Answer::Given(old) => Judged {
            value: new.value,
            voices: new.voices,
            date: old.date.map(|_| today),
            ..old.clone()
        },
        Answer::NotAsked | Answer::None => new,
    })
}

/// Gives the changes by which an actor gets an answer; with a start the answer spans both, as two voices.
pub fn told(
    actor: &Actor,
    wanted: &Wanted,
    reading: Reading,
    from: Option<Reading>,
    today: Date,
) -> Vec<Edit> {
    let set = |change| Edit::Actor(actor.id, change);
    match (reading, wanted) {
        (Reading::Position(x), Wanted::Forces(Some(issue))) => {
            let mut values = vec![x];
            if let Some(Reading::Position(start)) = from {
                values.insert(0, start);
            }
            let answer = with(actor.position(*issue), &values, today);
            vec![set(ActorChange::Position(*issue, answer))]
        }
        (Reading::Grid { power, involvement }, Wanted::Matrix) => {
            let (mut powers, mut involvements) = (vec![power], vec![involvement]);
            if let Some(Reading::Grid { power, involvement }) = from {
                powers.insert(0, power);
                involvements.insert(0, involvement);
            }
            vec![
                set(ActorChange::Power(with(&actor.power, &powers, today))),
                set(ActorChange::Involvement(with(
                    &actor.involvement,
                    &involvements,
                    today,
                ))),
            ]
        }
        (Reading::Ring(score), Wanted::Rings(_)) => {
            let mut values = vec![score];
            if let Some(Reading::Ring(start)) = from {
                values.insert(0, start);
            }
            let answer = with(&actor.participation, &values, today);
            vec![set(ActorChange::Participation(answer))]
        }
        (Reading::NotAsked, Wanted::Forces(Some(issue))) => {
            vec![set(ActorChange::Position(*issue, Answer::NotAsked))]
        }
        (Reading::NotAsked, Wanted::Matrix) => vec![
            set(ActorChange::Power(Answer::NotAsked)),
            set(ActorChange::Involvement(Answer::NotAsked)),
        ],
        (Reading::NotAsked, Wanted::Rings(_)) => {
            vec![set(ActorChange::Participation(Answer::NotAsked))]
        }
        (
            Reading::Position(_) | Reading::Grid { .. } | Reading::Ring(_) | Reading::NotAsked,
            Wanted::Forces(_) | Wanted::Matrix | Wanted::Rings(_),
        ) => Vec::new(),
    }
}

/// Gives the answer of an actor one step further; who has none begins in the middle of the scale.
pub fn step(actor: &Actor, wanted: &Wanted, (right, up): (i8, i8)) -> Option<Reading> {
    let moved = |number: Option<f64>, by: i8, begin: f64, (low, high): (i8, i8)| {
        let to = number.map_or(begin, |number| number + f64::from(by));
        nearest(to, low, high)
    };
    match wanted {
        Wanted::Forces(issue) => {
            let position = actor.position((*issue)?).number();
            (right != 0).then(|| Reading::Position(moved(position, right, 0.0, (-3, 3))))
        }
        Wanted::Matrix => Some(Reading::Grid {
            power: moved(actor.power.number(), up, 3.0, (1, 5)),
            involvement: moved(actor.involvement.number(), right, 3.0, (1, 5)),
        }),
        Wanted::Rings(_) => {
            let score = actor.participation.number();
            let by = if up == 0 { right } else { up };
            Some(Reading::Ring(moved(score, by, 1.0, (1, 4))))
        }
    }
}
