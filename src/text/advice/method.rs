//! The words of the panel *Methode*: measures per actor, with what each means.

use crate::text::Text;

/// The name of an actor.
pub(crate) const ACTOR: Text = Text::new("Actor", "Actor");
/// The number of ties.
pub(crate) const CONTACTS: Text = Text::new("Contacten", "Contacts");
/// Betweenness; a soft hyphen says where a head may break.
pub(crate) const BETWEEN: Text = Text::new("Tussen\u{ad}positie", "In between");
/// The interval of ranks by betweenness.
pub(crate) const RANK: Text = Text::new("Plaats", "Place");
/// Constraint.
pub(crate) const BOUND: Text = Text::new("Gebonden\u{ad}heid", "Constraint");
/// Brokerage between alike actors.
pub(crate) const REGIE: Text = Text::new("Regie", "Directing");
/// Brokerage between unlike actors.
pub(crate) const VERBINDEN: Text = Text::new("Verbinden", "Bridging");

/// Says what the number of contacts is.
pub(crate) const CONTACTS_MEANS: Text = Text::new(
    "Het aantal actoren met een band die geen conflict is",
    "The number of actors with a tie that is no conflict",
);
/// Says what betweenness is.
pub(crate) const BETWEEN_MEANS: Text = Text::new(
    "Het aantal kortste routes tussen anderen dat over deze actor loopt (betweenness)",
    "The number of shortest routes between others that run over this actor (betweenness)",
);
/// Says what the interval is.
pub(crate) const RANK_MEANS: Text = Text::new(
    "De plaats naar tussenpositie als één relatie anders was: van de hoogste tot de laagste",
    "The place by betweenness if one relation were different: from the highest to the lowest",
);
/// Says what constraint is.
pub(crate) const BOUND_MEANS: Text = Text::new(
    "Hoezeer de contacten elkaar ook kennen (constraint): laag is veel speelruimte",
    "How far the contacts know each other too (constraint): low is much room to move",
);
/// Says what brokerage between alike actors is.
pub(crate) const REGIE_MEANS: Text = Text::new(
    "Hoe vaak deze actor twee gelijksoortige actoren verbindt die elkaar niet kennen",
    "How often this actor connects two that are alike and do not know each other",
);
/// Says what brokerage between unlike actors is.
pub(crate) const VERBINDEN_MEANS: Text = Text::new(
    "Hoe vaak deze actor twee ongelijksoortige actoren verbindt die elkaar niet kennen",
    "How often this actor connects two that are unlike and do not know each other",
);
/// The head of the circles.
pub(crate) const CIRCLES: Text = Text::new("Kringen", "Circles");
/// The head of the weak spots.
pub(crate) const WEAK_SPOTS: Text =
    Text::new("Waar het veld kan breken", "Where the field can break");
/// Said when there is no weak spot.
pub(crate) const NO_WEAK_SPOTS: Text = Text::new(
    "Valt één actor weg, dan blijft de rest bij elkaar",
    "Without any one actor the rest stays together",
);
/// The head of the weights.
pub(crate) const WEIGHTS: Text = Text::new("Hoe het advies weegt", "How the advice weighs");
/// Says what the weights are.
pub(crate) const WEIGHTS_ARE: Text = Text::new(
    "Deze gewichten en drempels zijn een beginpunt en geen bevinding. Invloed telt met opzet niet mee.",
    "These weights and thresholds are a starting point and no finding. Power is left out on purpose.",
);
/// The way back.
pub(crate) const BACK: Text = Text::new("Terug naar Wie met wie?", "Back to Who with whom?");
/// Opens the panel.
pub(crate) const OPEN: Text = Text::new("Methode", "Method");
/// The subject of the panel.
pub(crate) const TITLE: Text = Text::new("Methode", "Method");
/// Says what the panel is for.
pub(crate) const ABOUT: Text = Text::new(
    "Maten zijn een startvraag, geen recept. Klik op een kop om te sorteren.",
    "Measures are a first question, no recipe. Click a head to sort.",
);

use super::{Telling, words};
use crate::analysis::advice::EvidenceKind;
use crate::analysis::robustness::Moves;

impl Telling<'_> {
    /// Says how far the check of one wrong answer came, and how firm the ranking is.
    pub(crate) fn check(&self, done: usize, all: usize, moves: &Moves) -> String {
        if done < all {
            return self.say(
                format!("Eén antwoord anders: {done} van de {all} mogelijkheden doorgerekend…"),
                format!("One answer different: {done} of {all} possibilities tried…"),
            );
        }
        let Some(firmness) = moves.firmness() else {
            return self.say(
                "Er is nog geen relatie om te variëren",
                "There is no relation to vary yet",
            );
        };
        let word = words::firmness(firmness).get(self.language);
        let top = moves.together_on_top();
        let names = self.names(top.get(..top.len().min(4)).unwrap_or(&top));
        if top.len() > 1 {
            let more = top.len().saturating_sub(4);
            let rest = if more > 0 {
                self.say(format!(" en nog {more}"), format!(" and {more} more"))
            } else {
                String::new()
            };
            self.say(
                format!("De volgorde naar tussenpositie is {word}; samen bovenaan: {names}{rest}"),
                format!("The order by betweenness is {word}; together on top: {names}{rest}"),
            )
        } else {
            self.say(
                format!("De volgorde naar tussenpositie is {word}; bovenaan: {names}"),
                format!("The order by betweenness is {word}; on top: {names}"),
            )
        }
    }

    /// Tells the weights of the evidence, one line each.
    pub(crate) fn weights(&self) -> Vec<(String, String)> {
        let total = self.settings.weights.total();
        EvidenceKind::ALL
            .into_iter()
            .map(|kind| {
                let weight = self.settings.weights.get(kind);
                let word = words::evidence(kind).get(self.language).to_owned();
                let of = self.say(
                    format!("{weight} van {total}"),
                    format!("{weight} of {total}"),
                );
                (word, of)
            })
            .collect()
    }

    /// Tells the thresholds, one line each.
    pub(crate) fn thresholds(&self) -> Vec<String> {
        let settings = self.settings;
        let written = |number: f64| match self.language {
            crate::model::Language::Dutch => number.to_string().replace('.', ","),
            crate::model::Language::English => number.to_string(),
        };
        let label_at = written(settings.label_at);
        let (moderate_at, strong_at) = (written(settings.moderate_at), written(settings.strong_at));
        vec![
            self.say(
                format!(
                    "Regie vanaf een gewogen gemiddelde van {label_at}, verbinden vanaf −{label_at}"
                ),
                format!(
                    "Directing from a weighted mean of {label_at} up, bridging from −{label_at} down"
                ),
            ),
            self.say(
                format!(
                    "Redelijk vanaf {moderate_at}, sterk vanaf {strong_at}"
                ),
                format!(
                    "Fair from {moderate_at}, strong from {strong_at}"
                ),
            ),
        ]
    }
}
