//! Words of looking: filter, focus, folding, painting by a measure, scenarios, the card at the pointer.

use super::Text;
use super::terms::Named as _;
use crate::analysis::measure::Measure;
use crate::model::{Language, Tone};
use crate::session::filter::Question;

/// The button and head of the filter.
pub(crate) const FILTER: Text = Text::new("Filter", "Filter");
/// Says what a filter does and does not do.
pub(crate) const FILTER_ABOUT: Text = Text::new(
    "Een filter verandert alleen wat u ziet, niet de kaart",
    "A filter changes only what you see, not the map",
);
/// Takes all filters off.
pub(crate) const CLEAR_FILTER: Text = Text::new("Alles tonen", "Show all");
/// Closes the filter.
pub(crate) const CLOSE_FILTER: Text = Text::new("Filter sluiten", "Close the filter");
/// What is filtered out fades.
pub(crate) const FADE: Text = Text::new("Rest vervaagt", "Rest fades");
/// What is filtered out is gone.
pub(crate) const VANISH: Text = Text::new("Rest verdwijnt", "Rest vanishes");
/// The arenas.
pub(crate) const ARENA: Text = Text::new("Arena", "Arena");
/// The kinds.
pub(crate) const KIND: Text = Text::new("Soort", "Kind");
/// The groups.
pub(crate) const GROUP: Text = Text::new("Groep", "Group");
/// The values.
pub(crate) const VALUE: Text = Text::new("Waarde", "Value");
/// The kinds of relations.
pub(crate) const RELATION: Text = Text::new("Relatie", "Relation");
/// The questions without an answer.
pub(crate) const MISSING: Text = Text::new("Nog niet gevraagd", "Not asked yet");
/// Where nothing can be filtered.
pub(crate) const NOTHING_TO_FILTER: Text =
    Text::new("Er zijn nog geen actoren", "There are no actors yet");

/// Names a question.
pub(crate) fn question(question: Question) -> Text {
    match question {
        Question::Arena => ARENA,
        Question::Position => Text::new("Positie", "Position"),
        Question::Priority => Text::new("Prioriteit", "Priority"),
        Question::Power => Text::new("Invloed", "Power"),
        Question::Involvement => Text::new("Betrokkenheid", "Involvement"),
        Question::Participation => Text::new("Meedoen", "Participation"),
    }
}

/// Names the filter with the number of conditions that are set.
pub(crate) fn filter_button(n_on: usize, language: Language) -> String {
    let word = FILTER.get(language);
    if n_on == 0 {
        word.to_owned()
    } else {
        format!("{word} · {n_on}")
    }
}

/// Tells how many actors stand out.
pub(crate) fn shown_of(shown: usize, all: usize, language: Language) -> String {
    match (language, all) {
        (Language::Dutch, 1) => format!("{shown} van 1 actor"),
        (Language::Dutch, _) => format!("{shown} van {all} actoren"),
        (Language::English, 1) => format!("{shown} of 1 actor"),
        (Language::English, _) => format!("{shown} of {all} actors"),
    }
}

/// Names a focus.
pub(crate) fn focus(names: &[&str], steps: u8, language: Language) -> String {
    let who = match names {
        [one] if one.chars().count() > 24 => {
            let cut: String = one.chars().take(23).collect();
            format!("{cut}…")
        }
        [one] => (*one).to_owned(),
        several => match language {
            Language::Dutch => format!("{} actoren", several.len()),
            Language::English => format!("{} actors", several.len()),
        },
    };
    match (language, steps) {
        (Language::Dutch, 1) => format!("Rond {who}: 1 stap ×"),
        (Language::Dutch, _) => format!("Rond {who}: {steps} stappen ×"),
        (Language::English, 1) => format!("Around {who}: 1 step ×"),
        (Language::English, _) => format!("Around {who}: {steps} steps ×"),
    }
}

/// Leaves the focus.
pub(crate) const LEAVE_FOCUS: Text = Text::new("Terug naar de hele kaart", "Back to the whole map");

/// Tells of what is folded.
pub(crate) fn folded(n: usize, language: Language) -> String {
    match (language, n) {
        (Language::Dutch, 1) => "1 groep ingeklapt ×".to_owned(),
        (Language::Dutch, _) => format!("{n} groepen ingeklapt ×"),
        (Language::English, 1) => "1 group folded ×".to_owned(),
        (Language::English, _) => format!("{n} groups folded ×"),
    }
}

/// Unfolds what is folded.
pub(crate) const UNFOLD: Text = Text::new("Klap alles uit", "Unfold all");
/// In a menu: folds a group.
pub(crate) const FOLD_GROUP: Text = Text::new("Klap deze groep in", "Fold this group");
/// Said where nothing can be folded.
pub(crate) const NOTHING_TO_FOLD: Text = Text::new(
    "Er is niets om in te klappen: dat kan vanaf twee actoren naast de hoofdpersoon",
    "There is nothing to fold: that takes two actors beside the official in focus",
);

/// Names one that stands for several, for who cannot see it.
pub(crate) fn folded_label(name: &str, n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name}, {n} actoren ingeklapt, Enter klapt uit"),
        Language::English => format!("{name}, {n} actors folded, Enter unfolds"),
    }
}

/// Tells of a path, both ends included.
pub(crate) fn path(names: &[&str], language: Language) -> String {
    let steps = names.len().saturating_sub(1);
    let way = names.join(" – ");
    match (language, steps) {
        (Language::Dutch, 1) => format!("Direct verbonden: {way}"),
        (Language::Dutch, _) => format!("Kortste pad, {steps} stappen: {way}"),
        (Language::English, 1) => format!("Directly related: {way}"),
        (Language::English, _) => format!("Shortest path, {steps} steps: {way}"),
    }
}

/// Tells that there is no path.
pub(crate) fn no_path(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Geen pad tussen {one} en {other}"),
        Language::English => format!("No path between {one} and {other}"),
    }
}

/// The power of an actor, as size.
pub(crate) const SIZE_USUAL: Text = Text::new("Invloed", "Power");
/// The arena of an actor, as colour.
pub(crate) const COLOUR_USUAL: Text = Text::new("Arena", "Arena");
/// The groups of an actor, as colour.
pub(crate) const COLOUR_GROUPS: Text = Text::new("Groep", "Group");
/// What is on the map.
pub(crate) const ON_THE_MAP: Text = Text::new("Op de kaart", "On the map");
/// What the size follows.
pub(crate) const SIZE: Text = Text::new("Grootte", "Size");
/// What the colour follows.
pub(crate) const COLOUR: Text = Text::new("Kleur", "Colour");
/// Circles on the map.
pub(crate) const SHOW_CIRCLES: Text =
    Text::new("Toon de kringen op de kaart", "Show the circles on the map");
/// Weak spots on the map.
pub(crate) const SHOW_WEAK_SPOTS: Text = Text::new("Toon dit op de kaart", "Show this on the map");
/// In the legend: a circle.
pub(crate) const CIRCLE: Text = Text::new(
    "kring: gevonden, niet opgegeven",
    "circle: found, not given",
);
/// In the legend: an actor whose loss breaks the field.
pub(crate) const WEAK_ACTOR: Text =
    Text::new("zonder deze valt het uiteen", "without it the field breaks");
/// In the legend: a tie whose loss breaks the field.
pub(crate) const WEAK_TIE: Text = Text::new("enige verbinding", "only connection");
/// In the legend: a value that is not defined.
pub(crate) const UNDEFINED: Text = Text::new("– niet te bepalen", "– not defined");
/// In the legend: in no group.
pub(crate) const NO_GROUP: Text = Text::new("– in geen groep", "– in no group");
/// In the legend: who gave no open answer to a question.
pub(crate) const NO_ANSWER: Text = Text::new("– geen open antwoord", "– no open answer");
/// In the legend: what is painted belongs to an older map.
pub(crate) const RECKONING: Text =
    Text::new("maten worden herrekend…", "measures are reckoned again…");
/// In the legend: one that stands for several.
pub(crate) const FOLDED: Text = Text::new("ingeklapte groep", "folded group");

/// Names a circle that was found.
pub(crate) fn circle(number: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("Kring {number}"),
        Language::English => format!("Circle {number}"),
    }
}

/// Names a measure.
pub(crate) fn measure(measure: Measure) -> Text {
    match measure {
        Measure::Contacts => Text::new("Contacten", "Contacts"),
        Measure::Strength => Text::new("Sterkte van de contacten", "Strength of contacts"),
        Measure::Between => Text::new("Tussenpositie", "In between"),
        Measure::Near => Text::new("Nabijheid", "Nearness"),
        Measure::Bound => Text::new("Gebondenheid", "Constraint"),
        Measure::Regie => Text::new("Regie", "Directing"),
        Measure::Verbinden => Text::new("Verbinden", "Bridging"),
        Measure::Attention => Text::new("Aandacht (PageRank)", "Attention (PageRank)"),
    }
}

/// Says what a measure is, in one sentence.
pub(crate) fn measure_means(measure: Measure) -> Text {
    use crate::text::advice::method as words;
    match measure {
        Measure::Contacts => words::CONTACTS_MEANS,
        Measure::Strength => Text::new(
            "De sterkte van alle banden die geen conflict zijn, bij elkaar",
            "The strength of all ties that are no conflict, together",
        ),
        Measure::Between => words::BETWEEN_MEANS,
        Measure::Near => Text::new(
            "Hoe dicht deze actor gemiddeld bij de anderen staat (harmonisch): 1 is naast iedereen",
            "How near this actor is to the others on average (harmonic): 1 is next to everybody",
        ),
        Measure::Bound => words::BOUND_MEANS,
        Measure::Regie => words::REGIE_MEANS,
        Measure::Verbinden => words::VERBINDEN_MEANS,
        Measure::Attention => Text::new(
            "Het aandeel van de aandacht die langs de banden naar deze actor stroomt (PageRank)",
            "The share of the attention that flows to this actor along the ties (PageRank)",
        ),
    }
}

/// In the legend: what the size follows.
pub(crate) fn size_by(name: &str, least: &str, most: &str, language: Language) -> String {
    let name = lower(name);
    match language {
        Language::Dutch => format!("grootte: {name}, {least} tot {most}"),
        Language::English => format!("size: {name}, {least} to {most}"),
    }
}

/// In the legend: what the colour follows.
pub(crate) fn colour_by(name: &str, language: Language) -> String {
    let name = lower(name);
    match language {
        Language::Dutch => format!("kleur: {name}"),
        Language::English => format!("colour: {name}"),
    }
}

/// In the legend: the smallest value.
pub(crate) fn least(value: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{value}, de laagste"),
        Language::English => format!("{value}, the lowest"),
    }
}

/// In the legend: the largest value.
pub(crate) fn most(value: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{value}, de hoogste"),
        Language::English => format!("{value}, the highest"),
    }
}

/// Begins a name with a small letter, but for what is written with capitals.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The small map.
pub(crate) const MINIMAP: Text = Text::new(
    "Overzicht: klik of sleep om te verschuiven",
    "Overview: click or drag to shift",
);

/// Names one relation for a card or for who cannot see the map.
pub(crate) fn relation(ends: (&str, &str), mutual: bool) -> String {
    let (from, to) = ends;
    if mutual {
        format!("{from} – {to}")
    } else {
        format!("{from} → {to}")
    }
}

/// The strength of a relation.
pub(crate) fn strength(strength: i8, language: Language) -> &'static str {
    match (strength, language) {
        (..=1, Language::Dutch) => "zwak",
        (2, Language::Dutch) => "gewoon",
        (3.., Language::Dutch) => "sterk",
        (..=1, Language::English) => "weak",
        (2, Language::English) => "ordinary",
        (3.., Language::English) => "strong",
    }
}

/// The strength of a relation that nobody was asked about.
pub(crate) const STRENGTH_NOT_ASKED: Text =
    Text::new("sterkte niet gevraagd", "strength not asked");

/// The tone of a relation, where it says something.
pub(crate) fn tone(tone: Tone, language: Language) -> Option<&'static str> {
    match tone {
        Tone::Neutral => None,
        Tone::Cooperative | Tone::Conflict => Some(tone.word(language)),
    }
}

/// Tells how many relations one line stands for.
pub(crate) fn relations_in_one(n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("{n} relaties samen"),
        Language::English => format!("{n} relations together"),
    }
}

/// A position in words.
pub(crate) fn position(score: i8, issue: &str, language: Language) -> String {
    format!("{issue}: {}", stance(score, language))
}

fn stance(score: i8, language: Language) -> &'static str {
    match (score, language) {
        (..=-3, Language::Dutch) => "sterk tegen",
        (-2, Language::Dutch) => "tegen",
        (-1, Language::Dutch) => "enige bezwaren",
        (0, Language::Dutch) => "neutraal",
        (1, Language::Dutch) => "enigszins voor",
        (2, Language::Dutch) => "voor",
        (3.., Language::Dutch) => "sterk voor",
        (..=-3, Language::English) => "strongly against",
        (-2, Language::English) => "against",
        (-1, Language::English) => "some objections",
        (0, Language::English) => "neutral",
        (1, Language::English) => "somewhat in favour",
        (2, Language::English) => "in favour",
        (3.., Language::English) => "strongly in favour",
    }
}

/// A position in a word; not asked where there is none.
pub(crate) fn position_word(score: Option<i8>, language: Language) -> &'static str {
    match (score, language) {
        (None, Language::Dutch) => "niet gevraagd",
        (None, Language::English) => "not asked",
        (Some(score), _) => stance(score, language),
    }
}

/// A position that nobody was asked about.
pub(crate) fn position_not_asked(issue: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{issue}: niet gevraagd"),
        Language::English => format!("{issue}: not asked"),
    }
}

/// Private texts, folded.
pub(crate) fn private_texts(n: usize, language: Language) -> String {
    match (language, n) {
        (Language::Dutch, 1) => "1 privétekst".to_owned(),
        (Language::Dutch, _) => format!("{n} privéteksten"),
        (Language::English, 1) => "1 private text".to_owned(),
        (Language::English, _) => format!("{n} private texts"),
    }
}

/// A role towards an actor, alone or with others.
pub(crate) fn role(mode: &str, with: &str) -> String {
    if with.is_empty() {
        mode.to_owned()
    } else {
        format!("{mode}: {with}")
    }
}

/// In a menu: show only who is near.
pub(crate) const FOCUS_HERE: Text = Text::new("Toon alleen de omgeving", "Show only who is near");
/// In a menu: the shortest path between the two selected.
pub(crate) const SHOW_PATH: Text = Text::new("Toon het kortste pad", "Show the shortest path");
