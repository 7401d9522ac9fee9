//! What a version says at one place, in words.

use crate::merge::{Field, Said};
use crate::model::{Arrow, Language, Scope, Shown, Target, Term};
use crate::text::Text;
use crate::text::inspector::{answer, date};
use crate::text::terms::{Named, term};

use super::Names;

/// Gives a value in words; `None` for what is too involved to tell.
pub(super) fn value(said: &Said, field: Option<Field>, names: &Names<'_>) -> Option<String> {
    let language = names.language;
    let own = |text: Text| Some(text.get(language).to_owned());
    match said {
        Said::Nothing => own(Text::new("niet ingevuld", "not filled in")),
        Said::AskedNone => own(answer::NONE),
        Said::Here => own(Text::new("aanwezig", "present")),
        Said::Text(text) if text.is_empty() => own(Text::new("niet ingevuld", "not filled in")),
        Said::Text(text) => Some(text.clone()),
        Said::Number(number) => Some(numbered(*number, field, language)),
        Said::Yes(yes) => own(answer::yes_no(*yes)),
        Said::Date(day) => Some(date::written(*day, language)),
        Said::Arena(word) => Some(term(word, language).to_owned()),
        Said::Kind(word) => Some(term(word, language).to_owned()),
        Said::RelationKind(word) => Some(term(word, language).to_owned()),
        Said::Frame(word) => Some(term(word, language).to_owned()),
        Said::Form(word) => Some(lower(*word, language)),
        Said::InterestKind(word) => Some(lower(*word, language)),
        Said::Level(word) => Some(lower(*word, language)),
        Said::Tone(word) => Some(lower(*word, language)),
        Said::Formality(word) => Some(lower(*word, language)),
        Said::Mode(word) => Some(lower(*word, language)),
        Said::Style(word) => Some(lower(*word, language)),
        Said::Phase(word) => Some(lower(*word, language)),
        Said::RoleState(word) => Some(lower(*word, language)),
        Said::Direction(word) => Some(lower(*word, language)),
        Said::ActionStatus(word) => Some(lower(*word, language)),
        Said::Way(word) => Some(lower(*word, language)),
        Said::LogKind(word) => Some(lower(*word, language)),
        Said::MomentState(word) => Some(lower(*word, language)),
        Said::Arrangement(word) => Some(lower(*word, language)),
        Said::Language(word) => Some(word.word(language).to_owned()),
        Said::Certainty(word) => Some(lower(*word, language)),
        Said::Shown(shown) => own(shown_word(*shown)),
        Said::Actor(actor) | Said::Arrow(Arrow::Actor(actor)) => Some(names.actor(*actor)),
        Said::Actors(one, other) => {
            Some(format!("{} – {}", names.actor(*one), names.actor(*other)))
        }
        Said::Issue(issue) => Some(names.issue(*issue)),
        Said::Value(value) => Some(names.value(*value)),
        Said::Goal(goal) => Some(names.goal(*goal)),
        Said::Group(group) => Some(names.group(*group)),
        Said::Target(target) => Some(match target {
            Target::Actor(actor) => names.actor(*actor),
            Target::Relation(relation) => names.relation(*relation),
            Target::Group(group) => names.group(*group),
            Target::Issue(issue) => names.issue(*issue),
            Target::Goal(goal) => names.goal(*goal),
        }),
        Said::Scope(scope) => Some(match scope {
            Scope::Pair(one, other) => {
                format!("{} – {}", names.actor(*one), names.actor(*other))
            }
            Scope::Group(group) => names.group(*group),
            Scope::Actor(actor) => names.actor(*actor),
        }),
        Said::Place(_) | Said::Arrow(Arrow::Place(_)) | Said::Lens(_) | Said::Involved => None,
        Said::With(head, _) => value(head, field, names),
    }
}

fn lower<T: Named>(word: T, language: Language) -> String {
    answer::lower(word.word(language))
}

fn numbered(number: i64, field: Option<Field>, language: Language) -> String {
    let signed = matches!(field, Some(Field::Position | Field::Force));
    if field == Some(Field::Participation) {
        let ring = match number {
            1 => Text::new("meeweten", "kept informed"),
            2 => Text::new("meedenken", "thinks along"),
            3 => Text::new("meedoen", "takes part"),
            _ => Text::new("meebeslissen", "decides along"),
        };
        return ring.get(language).to_owned();
    }
    i8::try_from(number).map_or_else(|_| number.to_string(), |score| answer::score(score, signed))
}

const fn shown_word(shown: Shown) -> Text {
    match shown {
        Shown::Names => Text::new("namen", "names"),
        Shown::Relations => Text::new("relaties", "relations"),
        Shown::Position => Text::new("positie", "position"),
        Shown::Power => Text::new("invloed", "power"),
        Shown::Conflict => Text::new("conflict", "conflict"),
        Shown::Roles => Text::new("rollen", "roles"),
        Shown::OwnWords => Text::new("eigen woorden", "own words"),
    }
}

/// Gives the word of an angle.
pub(super) fn frame(frame: &Term<crate::model::Frame>, language: Language) -> &str {
    term(frame, language)
}
