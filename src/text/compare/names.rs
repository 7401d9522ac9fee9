//! What the entities of the compared maps are called; nothing private is told.

use crate::merge::{Spot, Subject};
use crate::model::{
    ActorId, Content, Document, GoalId, GroupId, IssueId, Language, Note, RelationId, Scope,
    ValueId,
};
use crate::text::Text;
use crate::text::edits::short;
use crate::text::inspector::relation::ends;
use crate::text::terms::Named as _;

/// Where names are looked up: in the first of these that has them.
pub(crate) struct Names<'a> {
    documents: &'a [&'a Document],
    /// The states of the documents that are compared.
    states: Vec<&'a Content>,
    /// The language of the sentences.
    pub(crate) language: Language,
}

impl<'a> Names<'a> {
    /// Looks names up in these maps, the first that has one.
    pub(crate) fn new(documents: &'a [&'a Document], language: Language) -> Self {
        let now = documents.iter().map(|document| &document.now);
        let moments = documents
            .iter()
            .flat_map(|document| document.moments.iter())
            .map(|moment| moment.content.as_ref());
        Self {
            documents,
            states: now.chain(moments).collect(),
            language,
        }
    }

    fn say(&self, text: Text) -> String {
        text.get(self.language).to_owned()
    }

    fn find<T>(&self, get: impl Fn(&'a Content) -> Option<T>) -> Option<T> {
        self.states.iter().find_map(|state| get(state))
    }

    fn name(&self, found: Option<&'a String>, unnamed: Text) -> String {
        found
            .filter(|name| !name.is_empty())
            .map_or_else(|| self.say(unnamed), |name| short(name))
    }

    pub(super) fn actor(&self, id: ActorId) -> String {
        let found = self
            .find(|state| state.actors.get(id))
            .map(|actor| &actor.name);
        self.name(found, Text::new("een actor", "an actor"))
    }

    pub(super) fn issue(&self, id: IssueId) -> String {
        let found = self
            .find(|state| state.issues.get(id))
            .map(|issue| &issue.name);
        self.name(found, Text::new("een vraagstuk", "an issue"))
    }

    pub(super) fn value(&self, id: ValueId) -> String {
        let found = self
            .find(|state| state.values.get(id))
            .map(|value| &value.name);
        self.name(found, Text::new("een waarde", "a value"))
    }

    pub(super) fn group(&self, id: GroupId) -> String {
        let found = self
            .find(|state| state.groups.get(id))
            .map(|group| &group.name);
        self.name(found, Text::new("een groep", "a group"))
    }

    pub(super) fn goal(&self, id: GoalId) -> String {
        let found = self
            .find(|state| state.purpose.agreement.get(id))
            .map(|goal| &goal.text);
        self.note(found, Text::new("doel", "goal"))
    }

    pub(super) fn relation(&self, id: RelationId) -> String {
        self.find(|state| state.relations.get(id)).map_or_else(
            || self.say(Text::new("een relatie", "a relation")),
            |relation| {
                ends(
                    &self.actor(relation.from),
                    &self.actor(relation.to),
                    relation.mutual,
                )
            },
        )
    }

    /// Names something by the start of its text, where that may be shown.
    fn note(&self, note: Option<&'a Note>, what: Text) -> String {
        match note.and_then(Note::open_text) {
            Some(text) => format!("{} ‘{}’", what.get(self.language), short(text)),
            None => self.say(what),
        }
    }

    fn scope(&self, scope: Scope) -> String {
        match scope {
            Scope::Pair(one, other) => format!("{} – {}", self.actor(one), self.actor(other)),
            Scope::Group(group) => self.group(group),
            Scope::Actor(actor) => self.actor(actor),
        }
    }

    /// Names what a difference is about.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of entity")]
    pub(crate) fn subject(&self, spot: &Spot) -> String {
        let named = |what: Text, name: String| format!("{} {name}", what.get(self.language));
        match spot.subject {
            Subject::Map => self.say(Text::new("Kaart", "Map")),
            Subject::Issue(id) => named(Text::new("Vraagstuk", "Issue"), self.issue(id)),
            Subject::Value(id) => named(Text::new("Waarde", "Value"), self.value(id)),
            Subject::Goal(id) => {
                let found = self.find(|state| state.purpose.agreement.get(id));
                self.note(found.map(|goal| &goal.text), Text::new("Doel", "Goal"))
            }
            Subject::Actor(id) => self.actor(id),
            Subject::Relation(id) => named(Text::new("Relatie", "Relation"), self.relation(id)),
            Subject::Group(id) => named(Text::new("Groep", "Group"), self.group(id)),
            Subject::Factor(id) => {
                let found = self
                    .find(|state| state.factors.get(id))
                    .map(|factor| &factor.name);
                named(
                    Text::new("Factor", "Factor"),
                    self.name(found, Text::new("zonder naam", "without a name")),
                )
            }
            Subject::Role(id) => self.find(|state| state.roles.get(id)).map_or_else(
                || self.say(Text::new("Rolkeuze", "Role choice")),
                |role| {
                    format!(
                        "{} {}",
                        role.mode.word(self.language),
                        self.scope(role.scope)
                    )
                },
            ),
            Subject::Course(_) => self.say(Text::new("Een koers", "A course")),
            Subject::Action(id) => {
                let found = self
                    .find(|state| state.actions.get(id))
                    .map(|action| &action.text);
                self.note(found, Text::new("Actie", "Action"))
            }
            Subject::Log(id) => {
                let found = self
                    .find(|state| state.log.get(id))
                    .map(|entry| &entry.text);
                self.note(found, Text::new("Logboek", "Log"))
            }
            Subject::Question(id) => {
                let found = self.find(|state| state.questions.get(id));
                self.note(
                    found.map(|question| &question.text),
                    Text::new("Vraag", "Question"),
                )
            }
            Subject::Text(id) => {
                let found = self
                    .find(|state| state.texts.get(id))
                    .map(|text| &text.note);
                self.note(found, Text::new("Tekst", "Text"))
            }
            Subject::Moment(id) => {
                let moment = self.documents.iter().find_map(|map| map.moments.get(id));
                let name = moment.map(|moment| &moment.name);
                named(
                    Text::new("Moment", "Moment"),
                    self.name(name, Text::new("zonder naam", "without a name")),
                )
            }
            Subject::Scene(id) => {
                let scene = self.documents.iter().find_map(|map| map.scenes.get(id));
                let name = scene.map(|scene| &scene.name);
                named(
                    Text::new("Dia", "Slide"),
                    self.name(name, Text::new("zonder naam", "without a name")),
                )
            }
        }
    }

    /// Names a subject with the moment it lies in.
    pub(crate) fn place(&self, spot: &Spot) -> String {
        match spot.moment {
            None => self.subject(spot),
            Some(moment) => {
                let at = Spot {
                    moment: None,
                    subject: Subject::Moment(moment),
                    path: Vec::new(),
                };
                format!("{} · {}", self.subject(&at), self.subject(spot))
            }
        }
    }
}
