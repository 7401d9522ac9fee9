//! What stands in the views in which a place means something.

use super::Text;
use crate::model::Language;

pub(crate) const ISSUE: Text = Text::new("Vraagstuk", "Issue");
pub(crate) const NO_ISSUE: Text = Text::new(
    "Nog geen vraagstuk: voeg er een toe in het paneel van de kaart",
    "No issue yet: add one in the panel of the map",
);
pub(crate) const AGAINST: Text = Text::new("heeft bezwaren", "has objections");
pub(crate) const FOR: Text = Text::new("trekt mee", "in favour");
pub(crate) const NOT_ASKED: Text = Text::new("Nog niet gevraagd", "Not asked yet");
pub(crate) const NOT_COUNTED: Text = Text::new("Telt hier niet mee", "Does not count here");
pub(crate) const NUMBERS: Text = Text::new("Namen bij de nummers", "Names by number");
pub(crate) const SUM_AGAINST: Text = Text::new("bezwaren en remmen", "objections and brakes");
pub(crate) const SUM_INSIDE: Text = Text::new("binnen", "inside");
pub(crate) const SUM_OUTSIDE: Text = Text::new("buiten de organisatie", "outside the organisation");
pub(crate) const SUM_FACTORS: Text = Text::new("factoren", "factors");
pub(crate) const POWER: Text = Text::new("invloed", "power");
pub(crate) const INVOLVEMENT: Text = Text::new("betrokkenheid", "involvement");
pub(crate) const CENTRE: Text = Text::new("In het midden", "In the middle");
pub(crate) const OTHER_ARENA: Text = Text::new("arena niet gevraagd", "arena not asked");
/// The four quadrants: name and what it means.
pub(crate) const KEEP_SATISFIED: [Text; 2] = [
    Text::new("Aangehaakt houden", "Keep on board"),
    Text::new(
        "veel invloed, weinig belang bij",
        "much power, little at stake",
    ),
];
pub(crate) const MANAGE_CLOSELY: [Text; 2] = [
    Text::new("Samen optrekken", "Work together"),
    Text::new("veel invloed, veel belang bij", "much power, much at stake"),
];
pub(crate) const MONITOR: [Text; 2] = [
    Text::new("Volgen", "Keep an eye on"),
    Text::new(
        "weinig invloed, weinig belang bij",
        "little power, little at stake",
    ),
];
pub(crate) const KEEP_INFORMED: [Text; 2] = [
    Text::new("Betrekken en versterken", "Involve and strengthen"),
    Text::new(
        "weinig invloed, veel belang bij",
        "little power, much at stake",
    ),
];
/// The rings, from 1 to 4.
pub(crate) const RINGS: [Text; 4] = [
    Text::new("meeweten", "kept informed"),
    Text::new("meedenken", "thinks along"),
    Text::new("meedoen", "takes part"),
    Text::new("meebeslissen", "decides along"),
];
pub(crate) const HINT_FORCES: Text = Text::new(
    "plaats: positie · dikte: positie × invloed × prioriteit · sleep om de positie te zetten · inschattingen van de groep",
    "place: position · width: position × power × priority · drag to set the position · estimates of the group",
);
pub(crate) const HINT_MATRIX: Text = Text::new(
    "sleep om beide scores te zetten · een plaats in de matrix is een startvraag, geen recept · zonder de hoofdpersoon",
    "drag to set both scores · a place in the matrix is a first question, no recipe · without the official in focus",
);
pub(crate) const HINT_RINGS: Text = Text::new(
    "ring: hoe iemand meedoet · sector: arena · sleep om de ring te zetten",
    "ring: how somebody takes part · sector: arena · drag to set the ring",
);
pub(crate) const LEGEND_POSITION: Text =
    Text::new("plaats: positie, −3 tot +3", "place: position, −3 to +3");
pub(crate) const LEGEND_FOR: Text = Text::new(
    "stuwt; dikte: hoe zwaar het weegt",
    "drives; width: how much it weighs",
);
pub(crate) const LEGEND_AGAINST: Text = Text::new(
    "remt; dikte: hoe zwaar het weegt",
    "holds back; width: how much it weighs",
);
pub(crate) const LEGEND_UNKNOWN: Text = Text::new(
    "invloed of prioriteit niet gevraagd",
    "power or priority not asked",
);
pub(crate) const LEGEND_SPAN: Text = Text::new("hier lopen stemmen uiteen", "voices differ here");
pub(crate) const LEGEND_FACTOR: Text = Text::new("factor: geen actor", "factor: no actor");
pub(crate) const LEGEND_RIGHT: Text = Text::new(
    "verder naar rechts: meer betrokken",
    "further right: more involved",
);
pub(crate) const LEGEND_HIGH: Text = Text::new("hoger: meer invloed", "higher: more power");
pub(crate) const LEGEND_QUADRANT: Text = Text::new(
    "in een vak: elk stapje is een score",
    "within a box: each step is a score",
);
pub(crate) const LEGEND_RING: Text = Text::new(
    "dichter bij het midden: doet meer mee",
    "nearer the middle: takes part more",
);
pub(crate) const LEGEND_MIDDLE: Text = Text::new(
    "in het midden: waar het om draait",
    "in the middle: what it is about",
);
pub(crate) const LEGEND_SECTOR: Text = Text::new("taartpunt: arena", "slice: arena");
/// How to read the views where nothing can be dragged.
pub(crate) const READ_FORCES: Text = Text::new(
    "plaats: positie · dikte: positie × invloed × prioriteit · inschattingen van de groep",
    "place: position · width: position × power × priority · estimates of the group",
);
pub(crate) const READ_MATRIX: Text = Text::new(
    "een plaats in de matrix is een startvraag, geen recept · zonder de hoofdpersoon",
    "a place in the matrix is a first question, no recipe · without the official in focus",
);
pub(crate) const READ_RINGS: Text = Text::new(
    "ring: hoe iemand meedoet · sector: arena",
    "ring: how somebody takes part · sector: arena",
);
pub(crate) const WALL_SHOWS_NETWORK: Text = Text::new(
    "Op de muur staat het netwerk. Met Escape bent u terug in uw weergave.",
    "The wall shows the network. Escape brings you back to your view.",
);

/// Tells a position while it is dragged.
pub(crate) fn position(value: i8, language: Language) -> String {
    let sign = if value > 0 { "+" } else { "" };
    match language {
        Language::Dutch => format!("positie {sign}{value}"),
        Language::English => format!("position {sign}{value}"),
    }
}

/// Tells power and involvement while they are dragged.
pub(crate) fn grid(power: i8, involvement: i8, language: Language) -> String {
    match language {
        Language::Dutch => format!("betrokkenheid {involvement}\ninvloed {power}"),
        Language::English => format!("involvement {involvement}\npower {power}"),
    }
}

/// Tells that the answer is taken back while it is dragged.
pub(crate) const TAKEN_BACK: Text = Text::new("weer niet gevraagd", "not asked again");

/// Gives the head of a section of the tray.
pub(crate) fn section(head: Text, count: usize, language: Language) -> String {
    format!("{} ({count})", head.get(language))
}
