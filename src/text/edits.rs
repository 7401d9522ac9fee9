//! What a step is called, such as "positie van Woningcorporatie", for undo and redo.
//!
//! Names of actors, groups, values and issues are told; nothing of a note, an interest or a label is.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation as _;

use super::inspector::answer::lower;
use super::{Text, count};
use crate::edit::{
    ActorChange, Edit, Entry, GroupChange, MapChange, PurposeChange, RelationChange, RoleChange,
    WholeChange,
};
use crate::model::{
    ActorId, Document, Entity, Group, GroupId, Language, Lens, List, Mode, Relation, RelationId,
    RoleChoice, RoleId, Scope,
};
use crate::session::Step;
use crate::storage;

/// The most letters of a name in the name of a step.
const LETTERS: usize = 40;

/// What an answer in a lens is called where its question is not told.
const LENS_ANSWER: Text = Text::new("antwoord in een bril", "answer in a lens");

/// Names a step in plain words, without anything private.
pub(crate) fn name(step: &Step, language: Language) -> String {
    let names = Names {
        after: step.after(),
        before: step.before(),
        language,
    };
    names.edit(step.edit())
}

/// Where the names of a step are looked up: after it, else before it.
struct Names<'a> {
    after: &'a Document,
    before: &'a Document,
    language: Language,
}

/// What happened to an entity as a whole.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Added,
    Removed,
    Moved,
    Changed,
}

impl Deed {
    fn word(self, language: Language) -> &'static str {
        let text = match self {
            Self::Added => Text::new("toegevoegd", "added"),
            Self::Removed => Text::new("verwijderd", "removed"),
            Self::Moved => Text::new("verplaatst", "moved"),
            Self::Changed => Text::new("gewijzigd", "changed"),
        };
        text.get(language)
    }
}

impl Names<'_> {
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of edit")]
    fn edit(&self, edit: &Edit) -> String {
        match edit {
            Edit::Many(edits) => self.many(edit, edits),
            Edit::Map(change) => self.map(change),
            Edit::Purpose(change) => self.purpose(change),
            Edit::AddActor(actor) => self.deed("actor", &actor.name, Deed::Added),
            Edit::Actor(actor, change) => self.actor_change(*actor, change),
            Edit::RemoveActor(actor) => self.deed("actor", &self.actor(*actor), Deed::Removed),
            Edit::Place(places) => match places.as_slice() {
                [(actor, _)] => self.of(Text::new("plaats", "place"), &self.actor(*actor)),
                _ => self.of(
                    Text::new("verplaatsing", "move"),
                    &count::actors(places.len(), self.language),
                ),
            },
            Edit::AddRelation(relation) => self.relation(relation),
            Edit::Relation(relation, RelationChange::Lens(question, _)) => {
                self.lens_answer(question, Some(&self.relation_by_id(*relation)))
            }
            Edit::Group(group, GroupChange::Lens(question, _)) => {
                self.lens_answer(question, Some(&self.group(*group)))
            }
            Edit::Role(role, RoleChange::Lens(question, _)) => {
                self.lens_answer(question, Some(&self.role_by_id(*role)))
            }
            Edit::Relation(relation, change) => {
                self.of(relation_field(change), &self.relation_by_id(*relation))
            }
            Edit::RemoveRelation(relation) => {
                let relation = self.relation_by_id(*relation);
                format!("{relation} {}", Deed::Removed.word(self.language))
            }
            Edit::AddGroup(group) => self.group_deed(&group.name, Deed::Added),
            Edit::Group(group, change) => self.of(group_field(change), &self.group(*group)),
            Edit::RemoveGroup(group) => self.group_deed(&self.group(*group), Deed::Removed),
            Edit::AddRole(role) => self.role(role),
            Edit::Role(role, change) => self.of(role_field(change), &self.role_by_id(*role)),
            Edit::RemoveRole(role) => {
                let role = self.role_by_id(*role);
                format!("{role} {}", Deed::Removed.word(self.language))
            }
            Edit::Issue(_)
            | Edit::Value(_)
            | Edit::Factor(_)
            | Edit::Course(_)
            | Edit::Action(_)
            | Edit::Log(_)
            | Edit::Question(_)
            | Edit::Text(_)
            | Edit::Moment(_)
            | Edit::Scene(_) => self.entry(edit),
            Edit::Whole(change, _) => {
                let text = match change {
                    WholeChange::Merged => Text::new("samenvoegen", "merge"),
                    WholeChange::Joined => Text::new("dubbele actor", "double actor"),
                    WholeChange::Anonymised => Text::new("anonimiseren", "anonymise"),
                    WholeChange::Settled => Text::new("botsing beslist", "clash settled"),
                    WholeChange::PutBack => {
                        Text::new("eerdere versie teruggezet", "earlier version put back")
                    }
                    WholeChange::ReadAgain => {
                        Text::new("bestand opnieuw gelezen", "file read again")
                    }
                    WholeChange::FieldMoved => {
                        Text::new("waarde in het bedoelde veld", "value in the field meant")
                    }
                };
                text.get(self.language).to_owned()
            }
        }
    }

    /// Names several changes: by their number where all do the same, else by the one that leads.
    fn many(&self, whole: &Edit, edits: &[Edit]) -> String {
        let told: Vec<&Edit> = edits
            .iter()
            .filter(|edit| !matches!(edit, Edit::Place(_)))
            .collect();
        let n = told.len();
        let all = |test: fn(&Edit) -> bool| n > 1 && told.iter().all(|edit| test(edit));
        let counted = |what: String, deed: Deed| format!("{what} {}", deed.word(self.language));
        if all(|edit| matches!(edit, Edit::AddActor(_))) {
            return counted(count::actors(n, self.language), Deed::Added);
        }
        if all(|edit| matches!(edit, Edit::RemoveActor(_))) {
            return counted(count::actors(n, self.language), Deed::Removed);
        }
        if all(|edit| matches!(edit, Edit::AddRelation(_))) {
            return counted(count::relations(n, self.language), Deed::Added);
        }
        if all(|edit| matches!(edit, Edit::RemoveRelation(_))) {
            return counted(count::relations(n, self.language), Deed::Removed);
        }
        if all(removes) {
            return counted(count::parts(n, self.language), Deed::Removed);
        }
        if let Some(field) = same_field(&told) {
            return self.of(field, &count::actors(n, self.language));
        }
        // A sheet for a whole subject sends its parts in order; the role it ends in tells most.
        if let Some(role) = told.iter().find(|edit| matches!(edit, Edit::AddRole(_))) {
            return self.edit(role);
        }
        match whole.leading() {
            Edit::Many(_) => Text::new("enkele wijzigingen", "some changes")
                .get(self.language)
                .to_owned(),
            leading => self.edit(leading),
        }
    }

    fn map(&self, change: &MapChange) -> String {
        let text = match change {
            MapChange::Title(_) => Text::new("titel van de kaart", "title of the map"),
            MapChange::Language(_) => Text::new("taal van de kaart", "language of the map"),
            MapChange::Meta(_) => Text::new("bewaargegevens", "retention details"),
            MapChange::Focal(Some(actor)) => {
                let label = Text::new("hoofdpersoon", "official in focus");
                return self.about(label, &self.actor(*actor));
            }
            MapChange::Focal(None) => Text::new("hoofdpersoon", "official in focus"),
            MapChange::Vanguard(actor, _) => {
                return self.about(Text::new("kopgroep", "vanguard"), &self.actor(*actor));
            }
            MapChange::OwnArena(_) | MapChange::RemoveOwnArena(_) => {
                Text::new("eigen arena", "own arena")
            }
            MapChange::OwnKind(_) | MapChange::RemoveOwnKind(_) => {
                Text::new("eigen soort", "own kind")
            }
            MapChange::Meaning(..) | MapChange::RemoveWord(_) => {
                Text::new("woordenlijst", "glossary")
            }
            MapChange::NoRelation(one, other, _) => {
                let pair = self.between(*one, *other);
                return self.about(Text::new("geen relatie", "no relation"), &pair);
            }
            MapChange::Lens(question, _) => return self.lens_answer(question, None),
            MapChange::LensOn(lens, on) => return self.lens_switch(lens, *on),
            MapChange::OwnLens(_) | MapChange::RemoveOwnLens(_) => {
                Text::new("eigen bril", "own lens")
            }
            MapChange::Session(_) => Text::new("stap in het draaiboek", "step of the script"),
            MapChange::Silenced(..) => Text::new("melding aan of uit", "notice on or off"),
            MapChange::NotSame(one, other, _) => {
                let pair = self.between(*one, *other);
                return self.about(Text::new("niet dezelfde", "not the same"), &pair);
            }
            MapChange::Pseudonyms(_) => Text::new("schuilnamen", "pseudonyms"),
            MapChange::RemoveUnreadable(_) => Text::new("onleesbaar deel", "unreadable part"),
            MapChange::RemoveDangling(_) => Text::new("los deel", "loose part"),
            MapChange::RemoveAlternative(_) => {
                Text::new("verschil tussen versies", "difference of versions")
            }
        };
        text.get(self.language).to_owned()
    }

    fn purpose(&self, change: &PurposeChange) -> String {
        let text = match change {
            PurposeChange::IssueSentence(_) => {
                Text::new("vraag van de kaart", "question of the map")
            }
            PurposeChange::Problem(_) => Text::new("aanleiding", "problem as it was put"),
            PurposeChange::Values(_) => Text::new("waarden van de kaart", "values of the map"),
            PurposeChange::Why(_) => Text::new("waarom", "why"),
            PurposeChange::Whereto(_) => Text::new("waartoe", "where to"),
            PurposeChange::Goal(_) => Text::new("doel uit het akkoord", "goal of the agreement"),
            PurposeChange::Bounds(_) => Text::new("wat vast ligt", "what is fixed"),
            PurposeChange::Horizon(_) => Text::new("termijn", "horizon"),
            PurposeChange::Review(_) => Text::new("datum van terugblik", "date of review"),
            PurposeChange::Initiator(_) => Text::new("initiatiefnemer", "initiator"),
            PurposeChange::Paused(_) => Text::new("pauze", "pause"),
        };
        text.get(self.language).to_owned()
    }

    /// Names the answer to a question by what it is called, unless it is private or not known.
    fn lens_answer(&self, question: &str, whose: Option<&str>) -> String {
        let of = Text::new("van", "of").get(self.language);
        let what = self
            .question(question)
            .unwrap_or_else(|| LENS_ANSWER.get(self.language).to_owned());
        match whose {
            Some(whose) => format!("{what} {of} {whose}"),
            None => what,
        }
    }

    fn question(&self, name: &str) -> Option<String> {
        let (lens, field) = name.split_once('.')?;
        let own = self.after.own_lenses.iter().find(|own| own.id == lens);
        let built_in = storage::built_in_lenses();
        let built_in = built_in.iter().find(|known| known.id == lens);
        let of = |lens: &Lens| lens.fields.iter().find(|known| known.id == field).cloned();
        let known = built_in.and_then(|lens| of(lens));
        let found = own.and_then(of).or_else(|| known.clone())?;
        let private = found.private || known.is_some_and(|known| known.private);
        let label = match self.language {
            Language::Dutch => &found.label.nl,
            Language::English => &found.label.en,
        };
        (!private).then(|| lower(&short(label)))
    }

    fn lens_switch(&self, id: &str, on: bool) -> String {
        let own = self.after.own_lenses.iter().find(|own| own.id == id);
        let built_in = storage::built_in_lenses();
        let built_in = built_in.iter().find(|known| known.id == id);
        let lens = own.or(built_in.map(AsRef::as_ref));
        let title = lens.map_or(id, |lens| match self.language {
            Language::Dutch => &lens.title.nl,
            Language::English => &lens.title.en,
        });
        let title = short(title);
        match (self.language, on) {
            (Language::Dutch, true) => format!("bril {title} aan"),
            (Language::Dutch, false) => format!("bril {title} uit"),
            (Language::English, true) => format!("lens {title} on"),
            (Language::English, false) => format!("lens {title} off"),
        }
    }

    fn actor_change(&self, actor: ActorId, change: &ActorChange) -> String {
        let name = self.actor(actor);
        if let ActorChange::Lens(question, _) = change {
            return self.lens_answer(question, Some(&name));
        }
        if let ActorChange::SeesOther(other, _) = change {
            let other = self.actor(*other);
            return match self.language {
                Language::Dutch => format!("hoe {name} naar {other} kijkt"),
                Language::English => format!("how {name} sees {other}"),
            };
        }
        self.of(actor_field(change), &name)
    }

    fn entry(&self, edit: &Edit) -> String {
        let before = self.before;
        let (text, deed) = match edit {
            Edit::Issue(entry) => (
                Text::new("vraagstuk", "issue"),
                deed_of(entry, &before.now.issues),
            ),
            Edit::Value(entry) => (
                Text::new("waarde", "value"),
                deed_of(entry, &before.now.values),
            ),
            Edit::Factor(entry) => (
                Text::new("factor", "factor"),
                deed_of(entry, &before.now.factors),
            ),
            Edit::Course(entry) => (
                Text::new("koers", "course"),
                deed_of(entry, &before.now.courses),
            ),
            Edit::Action(entry) => (
                Text::new("actie", "action"),
                deed_of(entry, &before.now.actions),
            ),
            Edit::Log(entry) => (Text::new("logboek", "log"), deed_of(entry, &before.now.log)),
            Edit::Question(entry) => (
                Text::new("open vraag", "open question"),
                deed_of(entry, &before.now.questions),
            ),
            Edit::Text(entry) => (
                Text::new("tekst op de kaart", "text on the map"),
                deed_of(entry, &before.now.texts),
            ),
            Edit::Moment(entry) => (
                Text::new("moment", "moment"),
                deed_of(entry, &before.moments),
            ),
            Edit::Scene(entry) => (Text::new("dia", "slide"), deed_of(entry, &before.scenes)),
            Edit::Many(_)
            | Edit::Whole(..)
            | Edit::Map(_)
            | Edit::Purpose(_)
            | Edit::AddActor(_)
            | Edit::Actor(..)
            | Edit::RemoveActor(_)
            | Edit::Place(_)
            | Edit::AddRelation(_)
            | Edit::Relation(..)
            | Edit::RemoveRelation(_)
            | Edit::AddGroup(_)
            | Edit::Group(..)
            | Edit::RemoveGroup(_)
            | Edit::AddRole(_)
            | Edit::Role(..)
            | Edit::RemoveRole(_) => return self.edit(edit),
        };
        format!("{} {}", text.get(self.language), deed.word(self.language))
    }

    fn relation(&self, relation: &Relation) -> String {
        let pair = self.between(relation.from, relation.to);
        format!(
            "{} {pair}",
            Text::new("relatie", "relation").get(self.language)
        )
    }

    fn relation_by_id(&self, id: RelationId) -> String {
        let found = self.after.now.relations.get(id);
        let found = found.or_else(|| self.before.now.relations.get(id));
        found.map_or_else(
            || Text::new("relatie", "relation").get(self.language).into(),
            |relation| self.relation(relation),
        )
    }

    fn role(&self, role: &RoleChoice) -> String {
        let mode = match (role.mode, role.scope) {
            (Mode::Verbinden, Scope::Pair(..)) => Text::new("brug", "bridge"),
            (Mode::Verbinden, Scope::Group(_) | Scope::Actor(_)) => {
                Text::new("verbinden", "bridging")
            }
            (Mode::Regie, _) => Text::new("regie", "directing"),
            (Mode::Coordinatie, _) => Text::new("coördinatie", "coordination"),
        };
        let mode = mode.get(self.language);
        match role.scope {
            Scope::Pair(one, other) => format!("{mode} {}", self.between(one, other)),
            Scope::Group(group) => {
                let round = Text::new("in de kring", "in the ring").get(self.language);
                format!("{mode} {round} {}", self.group(group))
            }
            Scope::Actor(actor) => {
                let towards = Text::new("tegenover", "towards").get(self.language);
                format!("{mode} {towards} {}", self.actor(actor))
            }
        }
    }

    fn role_by_id(&self, id: RoleId) -> String {
        let found = self.after.now.roles.get(id);
        let found = found.or_else(|| self.before.now.roles.get(id));
        found.map_or_else(
            || {
                Text::new("rolkeuze", "role choice")
                    .get(self.language)
                    .into()
            },
            |role| self.role(role),
        )
    }

    fn group_deed(&self, name: &str, deed: Deed) -> String {
        let group = Text::new("groep", "group").get(self.language);
        self.deed(group, name, deed)
    }

    fn group(&self, id: GroupId) -> String {
        let found = self.after.now.groups.get(id);
        let found: Option<&Group> = found.or_else(|| self.before.now.groups.get(id));
        match found {
            Some(group) if !group.name.trim().is_empty() => short(&group.name),
            Some(_) | None => Text::new("groep", "group").get(self.language).to_owned(),
        }
    }

    fn actor(&self, id: ActorId) -> String {
        let found = self.after.now.actors.get(id);
        let found = found.or_else(|| self.before.now.actors.get(id));
        match found {
            Some(actor) if !actor.name.trim().is_empty() => short(&actor.name),
            Some(_) | None => Text::new("een actor", "an actor").get(self.language).into(),
        }
    }

    fn between(&self, one: ActorId, other: ActorId) -> String {
        let (one, other) = (self.actor(one), self.actor(other));
        match self.language {
            Language::Dutch => format!("tussen {one} en {other}"),
            Language::English => format!("between {one} and {other}"),
        }
    }

    fn of(&self, what: Text, whose: &str) -> String {
        let of = Text::new("van", "of").get(self.language);
        format!("{} {of} {whose}", what.get(self.language))
    }

    fn about(&self, what: Text, whom: &str) -> String {
        format!("{} {whom}", what.get(self.language))
    }

    fn deed(&self, what: &str, name: &str, deed: Deed) -> String {
        format!("{what} {} {}", short(name), deed.word(self.language))
    }
}

fn deed_of<T: Entity>(entry: &Entry<T>, before: &List<T>) -> Deed {
    match entry {
        Entry::Put(entity) if before.contains(entity.id()) => Deed::Changed,
        Entry::Put(_) => Deed::Added,
        Entry::Remove(_) => Deed::Removed,
        Entry::Move(..) => Deed::Moved,
    }
}

fn removes(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::RemoveActor(_)
            | Edit::RemoveRelation(_)
            | Edit::RemoveGroup(_)
            | Edit::RemoveRole(_)
            | Edit::Text(Entry::Remove(_))
    )
}

/// Gives the field when several edits change the same one of several actors.
fn same_field(edits: &[&Edit]) -> Option<Text> {
    let mut actors = BTreeSet::new();
    let mut fields = Vec::new();
    for edit in edits {
        if let Edit::Actor(actor, change) = edit {
            actors.insert(*actor);
            fields.push(actor_field(change));
        }
    }
    let first = *fields.first()?;
    let all = edits.len() > 1 && actors.len() == edits.len();
    (all && fields.iter().all(|field| *field == first)).then_some(first)
}

fn actor_field(change: &ActorChange) -> Text {
    match change {
        ActorChange::Name(_) => Text::new("naam", "name"),
        ActorChange::Short(_) => Text::new("korte naam", "short name"),
        ActorChange::Arena(_) => Text::new("arena", "arena"),
        ActorChange::Kind(_) => Text::new("soort", "kind"),
        ActorChange::Form(_) => Text::new("vorm", "form"),
        ActorChange::Inside(_) => Text::new("plek binnen of buiten", "place inside or outside"),
        ActorChange::ConnectedParty(_) => Text::new("juridische band", "legal tie"),
        ActorChange::Candidate(_) => Text::new("plek aan tafel", "seat at the table"),
        ActorChange::Power(_) => Text::new("invloed", "power"),
        ActorChange::Involvement(_) => Text::new("betrokkenheid", "involvement"),
        ActorChange::Legitimacy(_) => Text::new("erkend recht", "recognised claim"),
        ActorChange::Urgency(_) => Text::new("urgentie", "urgency"),
        ActorChange::Position(..) => Text::new("positie", "position"),
        ActorChange::Salience(..) => Text::new("prioriteit", "priority"),
        ActorChange::Participation(_) => Text::new("deelname", "participation"),
        ActorChange::Openness(_) => Text::new("openheid", "openness"),
        ActorChange::Value(..) => Text::new("waarden", "values"),
        ActorChange::Frame(..) => Text::new("invalshoeken", "angles"),
        ActorChange::Interest(_) => Text::new("belangen", "interests"),
        ActorChange::Sees(_) | ActorChange::Because(_) | ActorChange::SeesOther(..) => {
            Text::new("perspectief", "perspective")
        }
        ActorChange::Quote(_) => Text::new("eigen woorden", "own words"),
        ActorChange::CallsIt(_) => {
            Text::new("eigen naam voor het vraagstuk", "own name for the issue")
        }
        ActorChange::Relatedness(_) | ActorChange::Autonomy(_) | ActorChange::Competence(_) => {
            Text::new("leren", "learning")
        }
        ActorChange::Sensitivity(_) => Text::new("gevoeligheden", "sensitivities"),
        ActorChange::Talents(_) => Text::new("talenten", "talents"),
        ActorChange::Tags(_) => Text::new("labels", "labels"),
        ActorChange::Area(_) => Text::new("werkgebied", "area"),
        ActorChange::Level(_) => Text::new("schaal", "scale"),
        ActorChange::Portfolio(_) => Text::new("portefeuille", "portfolio"),
        ActorChange::Note(_) => Text::new("notities", "notes"),
        ActorChange::Lens(..) => LENS_ANSWER,
    }
}

fn relation_field(change: &RelationChange) -> Text {
    match change {
        RelationChange::Mutual(_) | RelationChange::Turn => Text::new("richting", "direction"),
        RelationChange::Kind(_) => Text::new("soort", "kind"),
        RelationChange::Strength(_) => Text::new("sterkte", "strength"),
        RelationChange::Tone(_) => Text::new("toon", "tone"),
        RelationChange::Formal(_) => Text::new("vorm", "form"),
        RelationChange::Starred(_) => Text::new("ster", "star"),
        RelationChange::Purpose(_) => Text::new("doel", "purpose"),
        RelationChange::ExpectOfUs(_)
        | RelationChange::ExpectOfThem(_)
        | RelationChange::Met(_) => Text::new("verwachtingen", "expectations"),
        RelationChange::Signal(_) => Text::new("signalen", "signals"),
        RelationChange::Sensitivity(_) => Text::new("gevoeligheden", "sensitivities"),
        RelationChange::Note(_) => Text::new("notities", "notes"),
        RelationChange::Lens(..) => LENS_ANSWER,
    }
}

fn group_field(change: &GroupChange) -> Text {
    match change {
        GroupChange::Name(_) => Text::new("naam", "name"),
        GroupChange::Member(..) => Text::new("leden", "members"),
        GroupChange::SharedValue(_) => Text::new("gedeelde waarde", "shared value"),
        GroupChange::From(_) => Text::new("begin", "start"),
        GroupChange::Until(_) => Text::new("einde", "end"),
        GroupChange::Agreed(..) => Text::new("akkoord", "agreement"),
        GroupChange::Sensitivity(_) => Text::new("gevoeligheden", "sensitivities"),
        GroupChange::Lens(..) => LENS_ANSWER,
    }
}

fn role_field(change: &RoleChange) -> Text {
    match change {
        RoleChange::Scope(_) => Text::new("bereik", "scope"),
        RoleChange::Mode(_) => Text::new("rol", "role"),
        RoleChange::Also(..) => Text::new("bijkomende stijl", "additional style"),
        RoleChange::Phase(_) => Text::new("fase", "phase"),
        RoleChange::State(_) => Text::new("nu of later", "now or later"),
        RoleChange::Reason(_) => Text::new("reden", "reason"),
        RoleChange::Alternative(_) => Text::new("alternatief", "alternative"),
        RoleChange::Agreed(..) => Text::new("akkoord", "agreement"),
        RoleChange::Competences(_) => Text::new("competenties", "competences"),
        RoleChange::Date(_) => Text::new("datum", "date"),
        RoleChange::Lens(..) => LENS_ANSWER,
    }
}

/// Shortens a name that would not fit a menu.
pub(crate) fn short(name: &str) -> String {
    let name = name.trim();
    let mut letters = name.graphemes(true);
    let start: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_none() {
        start
    } else {
        format!("{}…", start.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::ListChange;
    use crate::model::{Actor, Answer, DocumentId, IdSource, Identity as _, Note, Sensitivity};
    use crate::session::Session;

    fn session() -> (Session, ActorId, ActorId) {
        let mut ids = IdSource::new(5);
        let document = Document::new(DocumentId::from_bits(1), Language::Dutch);
        let mut session = Session::new(document, 9);
        let (one, other) = (ids.fresh(), ids.fresh());
        for (id, name) in [(one, "Wethouder"), (other, "Bewonersplatform")] {
            session
                .apply(Edit::AddActor(Box::new(Actor::new(id, name))))
                .unwrap();
        }
        (session, one, other)
    }

    fn check(edit: Edit, session: &mut Session, nl: &str, en: &str) {
        session.apply(edit).unwrap();
        let step = session.history().next_undo().unwrap();
        assert_eq!(name(step, Language::Dutch), nl);
        assert_eq!(name(step, Language::English), en);
    }

    #[test]
    fn steps_are_named_by_what_they_change_and_of_whom() {
        let (mut session, one, other) = session();
        let step = session.history().next_undo().unwrap();
        assert_eq!(
            name(step, Language::Dutch),
            "actor Bewonersplatform toegevoegd"
        );
        let relation = Relation::new(session.fresh_id(), one, other);
        check(
            Edit::AddRelation(Box::new(relation)),
            &mut session,
            "relatie tussen Wethouder en Bewonersplatform",
            "relation between Wethouder and Bewonersplatform",
        );
        let power = ActorChange::Power(Answer::None);
        let both = vec![
            Edit::Actor(one, power.clone()),
            Edit::Actor(other, power.clone()),
        ];
        check(
            Edit::Many(both),
            &mut session,
            "invloed van 2 actoren",
            "power of 2 actors",
        );
        let role = RoleChoice::new(
            session.fresh_id(),
            one,
            Scope::Pair(one, other),
            Mode::Verbinden,
        );
        check(
            Edit::AddRole(Box::new(role)),
            &mut session,
            "brug tussen Wethouder en Bewonersplatform",
            "bridge between Wethouder and Bewonersplatform",
        );
        check(
            Edit::RemoveActor(other),
            &mut session,
            "actor Bewonersplatform verwijderd",
            "actor Bewonersplatform removed",
        );
    }

    #[test]
    fn nothing_of_a_note_or_sensitivity_is_in_the_name_of_a_step() {
        let (mut session, one, _) = session();
        let changes = [
            ActorChange::Sensitivity(ListChange::Add(Sensitivity::new("GEHEIM"))),
            ActorChange::Quote(Note::private("GEHEIM")),
            ActorChange::Note(ListChange::Add(Note::new("GEHEIM"))),
            ActorChange::Tags(vec!["GEHEIM".to_owned()]),
        ];
        for change in changes {
            session.apply(Edit::Actor(one, change)).unwrap();
            let step = session.history().next_undo().unwrap();
            for language in [Language::Dutch, Language::English] {
                assert!(!name(step, language).contains("GEHEIM"));
            }
        }
    }

    #[test]
    fn a_long_name_is_shortened_between_letters() {
        let long = "Ⓐe\u{301}".repeat(300);
        assert_eq!(short(&long).graphemes(true).count(), LETTERS + 1);
        assert_eq!(short(" kort "), "kort");
    }
}
