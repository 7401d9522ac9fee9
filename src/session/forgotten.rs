//! Who may be forgotten: arenas and levels with nobody or one, five lists, and answers that were never asked.
//!
//! Everything here asks and nothing insists: each [`Prompt`] has a code by which a map silences it.

use std::collections::BTreeSet;

use super::filter::Question;
use super::quick::{Choices, Ground, Lexicon, Trouble, fold, understand};
use super::selection::Item;
use crate::edit::{ActorChange, Edit};
use crate::model::{
    Actor, ActorId, Answer, Arena, Certainty, Content, IdSource, IssueId, Judged, Level, Level5,
    Participation, RelationId, Score, Term,
};

/// From what power or involvement on an actor is in a list.
const MUCH: i8 = 4;

/// One of the five lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Five {
    /// Who decides: the innermost ring.
    Decides,
    /// Who is affected: much involved.
    Affected,
    /// Who can help: has a talent, makes a value, or carries the label.
    Helps,
    /// Who can block: much power.
    Blocks,
    /// Who knows: the arena of knowledge, or the label.
    Knows,
}

impl Five {
    /// Every list, in the order in which they are asked.
    pub const ALL: [Self; 5] = [
        Self::Decides,
        Self::Affected,
        Self::Helps,
        Self::Blocks,
        Self::Knows,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Decides => "decides",
            Self::Affected => "affected",
            Self::Helps => "helps",
            Self::Blocks => "blocks",
            Self::Knows => "knows",
        }
    }
}

/// Something that is asked of the map as a whole, and that can be silenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prompt {
    /// Who is in one of the five lists.
    List(Five),
    /// Who belongs to an arena.
    Arena(Arena),
    /// Who works at a level.
    Level(Level),
    /// Of whom a question was not asked.
    Answers(Question),
}

impl Prompt {
    /// Gives every prompt, in the order of the panel.
    pub fn all() -> impl Iterator<Item = Self> {
        let lists = Five::ALL.into_iter().map(Self::List);
        let arenas = Arena::ALL.iter().copied().map(Self::Arena);
        let levels = Level::ALL.iter().copied().map(Self::Level);
        let answers = Question::ALL.into_iter().map(Self::Answers);
        lists.chain(arenas).chain(levels).chain(answers)
    }

    /// Gives the code by which a map silences it.
    pub fn code(self) -> String {
        let (sort, name) = match self {
            Self::List(list) => ("list", list.code()),
            Self::Arena(arena) => ("arena", arena.code()),
            Self::Level(level) => ("level", level.code()),
            Self::Answers(question) => ("answers", question_code(question)),
        };
        format!("forgotten.{sort}.{name}")
    }
}

const fn question_code(question: Question) -> &'static str {
    match question {
        Question::Arena => "arena",
        Question::Position => "position",
        Question::Priority => "priority",
        Question::Power => "power",
        Question::Involvement => "involvement",
        Question::Participation => "participation",
    }
}

/// The labels that put an actor in a list for which the model has no field, in every language.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Those of who can help, the one that is written first.
    pub helps: &'a [&'a str],
    /// Those of who knows, the one that is written first.
    pub knows: &'a [&'a str],
}

impl<'a> Labels<'a> {
    fn of(self, list: Five) -> &'a [&'a str] {
        match list {
            Five::Helps => self.helps,
            Five::Knows => self.knows,
            Five::Decides | Five::Affected | Five::Blocks => &[],
        }
    }
}

/// Gives the score of an answer that everybody may see.
fn open<const L: i8, const H: i8>(answer: &Answer<Score<L, H>>) -> Option<i8> {
    let judged = answer.judged().filter(|judged| !judged.private)?;
    Some(judged.value.get())
}

/// Lists who is in one of the five lists now, by name; a private answer puts nobody in.
pub fn listed(now: &Content, list: Five, labels: Labels<'_>) -> Vec<ActorId> {
    let labels: Vec<String> = labels.of(list).iter().map(|label| fold(label)).collect();
    named(now, |actor| {
        let labelled = || actor.tags.iter().any(|tag| labels.contains(&fold(tag)));
        let at_least = |score: Option<i8>, least| score.is_some_and(|score| score >= least);
        match list {
            Five::Decides => at_least(open(&actor.participation), Participation::HIGHEST.get()),
            Five::Affected => at_least(open(&actor.involvement), MUCH),
            Five::Blocks => at_least(open(&actor.power), MUCH),
            Five::Helps => {
                let makes = || actor.values.values().any(|holding| holding.creates);
                !actor.talents.is_empty() || makes() || labelled()
            }
            Five::Knows => now.arena_of(actor) == Some(Arena::Knowledge) || labelled(),
        }
    })
}

/// Lists who belongs to an arena or works at a level, by name.
pub fn of_place(now: &Content, place: Prompt) -> Vec<ActorId> {
    named(now, |actor| match place {
        Prompt::Arena(arena) => now.arena_of(actor) == Some(arena),
        Prompt::Level(level) => actor.level.contains(&level),
        Prompt::List(_) | Prompt::Answers(_) => false,
    })
}

/// Counts the actors of whom a question was not asked; the hoofdpersoon is not asked for a position.
pub fn not_asked(now: &Content, question: Question, issue: Option<IssueId>) -> usize {
    let spared = |actor: &&Actor| !(question.of_issue() && now.focal == Some(actor.id));
    let actors = now.actors.iter().filter(spared);
    actors.filter(|it| !question.asked(it, issue)).count()
}

/// Counts the actors that have no level.
pub fn without_level(now: &Content) -> usize {
    let actors = now.actors.iter();
    actors.filter(|actor| actor.level.is_empty()).count()
}

fn named(now: &Content, test: impl Fn(&Actor) -> bool) -> Vec<ActorId> {
    let mut found: Vec<&Actor> = now.actors.iter().filter(|actor| test(actor)).collect();
    found.sort_by_cached_key(|actor| (fold(&actor.name), actor.id));
    found.into_iter().map(|actor| actor.id).collect()
}

/// What names are added to.
#[derive(Debug, Clone, Copy)]
pub struct To<'a> {
    /// The list, arena or level.
    pub prompt: Prompt,
    /// The labels of the lists.
    pub labels: Labels<'a>,
    /// Whether who is new is not at the table yet.
    pub candidate: bool,
}

/// Why who is typed cannot be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The line cannot be placed.
    Line(Trouble),
    /// This actor has another answer already, which is not overwritten from here.
    Answered(ActorId),
}

/// Gives the edit that adds who is typed, one or several with a semicolon between, each as in the quick line.
///
/// Who is on the map already is put in the list and stays one actor; `None` where all was so already.
pub fn added(
    line: &str,
    to: To<'_>,
    ground: Ground<'_>,
    lexicon: &Lexicon,
    ids: &mut IdSource,
) -> Result<Option<Edit>, Refusal> {
    let mut edits = Vec::new();
    let mut seen = BTreeSet::new();
    for part in line.split([';', '\n']) {
        let part = part.trim();
        if part.is_empty() || !seen.insert(fold(part)) {
            continue;
        }
        let understood = understand(part, ground.now, lexicon);
        let made = understood
            .made(&Choices::default(), ground, ids)
            .map_err(Refusal::Line)?;
        let mut fresh = Vec::new();
        made.edit
            .into_iter()
            .for_each(|edit| flat(edit, &mut fresh));
        let actors: BTreeSet<ActorId> = made
            .selection
            .iter()
            .flat_map(|item| match item {
                Item::Actor(actor) => vec![actor],
                Item::Relation(relation) => ends(relation, &fresh, ground.now),
                Item::Group(_) | Item::Role(_) | Item::Text(_) => Vec::new(),
            })
            .collect();
        for actor in actors {
            let known = ground.now.actors.get(actor);
            if to.candidate && known.is_none() {
                fresh.push(Edit::Actor(actor, ActorChange::Candidate(true)));
            }
            let told = |test: &dyn Fn(&ActorChange) -> bool| said(&fresh, actor, test);
            let change = property(to, known, ground.now, told)
                .map_err(|Answered| Refusal::Answered(actor))?;
            fresh.extend(change.map(|change| Edit::Actor(actor, change)));
        }
        edits.extend(fresh);
    }
    Ok(match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Many(edits)),
    })
}

fn flat(edit: Edit, out: &mut Vec<Edit>) {
    match edit {
        Edit::Many(edits) => edits.into_iter().for_each(|edit| flat(edit, out)),
        other => out.push(other),
    }
}

fn ends(relation: RelationId, fresh: &[Edit], now: &Content) -> Vec<ActorId> {
    let found = fresh.iter().find_map(|edit| match edit {
        Edit::AddRelation(added) if added.id == relation => Some(added.as_ref()),
        _ => None,
    });
    let found = found.or_else(|| now.relations.get(relation));
    found.map_or_else(Vec::new, |it| vec![it.from, it.to])
}

/// Says whether the line itself says enough of an actor.
fn said(fresh: &[Edit], actor: ActorId, test: &dyn Fn(&ActorChange) -> bool) -> bool {
    fresh
        .iter()
        .any(|edit| matches!(edit, Edit::Actor(id, change) if *id == actor && test(change)))
}

/// Somebody gave another answer before.
struct Answered;

/// Gives the change that puts an actor in a list, arena or level; scores are a guess until somebody is asked.
fn property(
    to: To<'_>,
    known: Option<&Actor>,
    now: &Content,
    told: impl Fn(&dyn Fn(&ActorChange) -> bool) -> bool,
) -> Result<Option<ActorChange>, Answered> {
    match to.prompt {
        Prompt::Arena(arena) => {
            let there = known.and_then(|actor| now.arena_of(actor));
            let change = || ActorChange::Arena(Answer::given(Term::BuiltIn(arena)));
            Ok((there != Some(arena)).then(change))
        }
        Prompt::Level(level) => {
            let mut levels = known.map(|actor| actor.level.clone()).unwrap_or_default();
            if levels.contains(&level) {
                return Ok(None);
            }
            levels.push(level);
            levels.sort_unstable();
            Ok(Some(ActorChange::Level(levels)))
        }
        Prompt::List(Five::Decides) => {
            let before = known.map(|actor| &actor.participation);
            let guess = guessed(before, Participation::HIGHEST)?;
            Ok(guess.map(ActorChange::Participation))
        }
        Prompt::List(Five::Affected) => {
            let before = known.map(|actor| &actor.involvement);
            if told(&|change| matches!(change, ActorChange::Involvement(_))) {
                return Ok(None);
            }
            let guess = guessed(before, Level5::nearest(MUCH.into()))?;
            Ok(guess.map(ActorChange::Involvement))
        }
        Prompt::List(Five::Blocks) => {
            let before = known.map(|actor| &actor.power);
            if told(&|change| matches!(change, ActorChange::Power(_))) {
                return Ok(None);
            }
            let guess = guessed(before, Level5::nearest(MUCH.into()))?;
            Ok(guess.map(ActorChange::Power))
        }
        Prompt::List(list @ (Five::Helps | Five::Knows)) => {
            let listed = listed(now, list, to.labels);
            if known.is_some_and(|actor| listed.contains(&actor.id)) {
                return Ok(None);
            }
            let label = to.labels.of(list).first();
            Ok(label.map(|label| {
                let mut tags = known.map(|actor| actor.tags.clone()).unwrap_or_default();
                tags.push((*label).to_owned());
                ActorChange::Tags(tags)
            }))
        }
        Prompt::Answers(_) => Ok(None),
    }
}

/// Gives a score as a guess where none was given; an answer somebody gave before is never overwritten.
fn guessed<const L: i8, const H: i8>(
    before: Option<&Answer<Score<L, H>>>,
    least: Score<L, H>,
) -> Result<Option<Answer<Score<L, H>>>, Answered> {
    match before {
        Some(Answer::Given(judged)) if judged.value >= least && !judged.private => Ok(None),
        Some(Answer::Given(_)) => Err(Answered),
        Some(Answer::NotAsked | Answer::None) | None => {
            let mut judged = Judged::new(least);
            judged.certainty = Some(Certainty::Guess);
            Ok(Some(Answer::Given(judged)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Language};

    const LABELS: Labels<'_> = Labels {
        helps: &["kan helpen", "can help"],
        knows: &["weet ervan", "knows"],
    };

    fn lexicon() -> Lexicon {
        Lexicon::default()
    }

    fn map() -> (Document, IdSource) {
        let mut ids = IdSource::new(5);
        let mut document = Document::new(ids.fresh(), Language::Dutch);
        for name in ["Raad", "Hogeschool"] {
            document.now.actors.put(Actor::new(ids.fresh(), name));
        }
        (document, ids)
    }

    fn add(
        document: &Document,
        ids: &mut IdSource,
        prompt: Prompt,
        line: &str,
    ) -> Option<Document> {
        let to = To {
            prompt,
            labels: LABELS,
            candidate: false,
        };
        let ground = Ground {
            now: &document.now,
            issue: None,
            new_issue: "Het vraagstuk",
        };
        let edit = added(line, to, ground, &lexicon(), ids).unwrap()?;
        Some(document.apply(&edit).unwrap())
    }

    fn names(document: &Document, found: &[ActorId]) -> Vec<String> {
        let names = found.iter().filter_map(|id| document.now.actors.get(*id));
        names.map(|actor| actor.name.clone()).collect()
    }

    #[test]
    fn a_name_typed_in_a_list_is_in_it_at_once_and_once() {
        for list in Five::ALL {
            let (document, mut ids) = map();
            let prompt = Prompt::List(list);
            let after = add(&document, &mut ids, prompt, "Bakkerij; raad; bakkerij").unwrap();
            assert_eq!(after.now.actors.len(), 3, "{list:?}");
            let found = listed(&after.now, list, LABELS);
            assert_eq!(names(&after, &found), ["Bakkerij", "Raad"], "{list:?}");
            assert_eq!(add(&after, &mut ids, prompt, "Raad"), None, "{list:?}");
        }
    }

    #[test]
    fn arenas_and_levels_tell_who_is_there() {
        let (document, mut ids) = map();
        for place in [Prompt::Arena(Arena::Media), Prompt::Level(Level::Region)] {
            assert!(of_place(&document.now, place).is_empty());
            let after = add(&document, &mut ids, place, "Streekkrant").unwrap();
            let found = of_place(&after.now, place);
            assert_eq!(names(&after, &found), ["Streekkrant"]);
        }
        assert_eq!(without_level(&document.now), 2);
    }

    #[test]
    fn an_answer_somebody_gave_is_not_overwritten_and_a_private_one_puts_nobody_in() {
        for private in [false, true] {
            let (mut document, mut ids) = map();
            let raad = document.now.actors.iter().find(|it| it.name == "Raad");
            let raad = raad.unwrap().id;
            document.now.actors.update(raad, |actor| {
                let mut judged = Judged::new(Level5::nearest(if private { 5 } else { 2 }));
                judged.private = private;
                actor.power = Answer::Given(judged);
            });
            assert!(listed(&document.now, Five::Blocks, LABELS).is_empty());
            let to = To {
                prompt: Prompt::List(Five::Blocks),
                labels: LABELS,
                candidate: false,
            };
            let ground = Ground {
                now: &document.now,
                issue: None,
                new_issue: "Het vraagstuk",
            };
            let refused = added("Raad", to, ground, &lexicon(), &mut ids);
            assert_eq!(refused, Err(Refusal::Answered(raad)));
        }
    }

    #[test]
    fn what_the_line_says_goes_before_the_guess() {
        let (document, mut ids) = map();
        let after = add(&document, &mut ids, Prompt::List(Five::Blocks), "Kerk !5").unwrap();
        let church = after
            .now
            .actors
            .iter()
            .find(|it| it.name == "Kerk")
            .unwrap();
        assert_eq!(church.power.number(), Some(5.0));
    }

    #[test]
    fn both_ends_of_a_typed_relation_are_in_the_list() {
        let (document, mut ids) = map();
        let prompt = Prompt::List(Five::Affected);
        let after = add(&document, &mut ids, prompt, "Raad - Huurders").unwrap();
        let found = listed(&after.now, Five::Affected, LABELS);
        assert_eq!(names(&after, &found), ["Huurders", "Raad"]);
        assert_eq!(after.now.relations.len(), 1);
    }

    #[test]
    fn who_is_new_can_be_a_candidate_and_who_is_there_is_none() {
        let (document, mut ids) = map();
        let to = To {
            prompt: Prompt::List(Five::Knows),
            labels: LABELS,
            candidate: true,
        };
        let ground = Ground {
            now: &document.now,
            issue: None,
            new_issue: "Het vraagstuk",
        };
        let edit = added(
            "Raad; Ervaringsdeskundigen",
            to,
            ground,
            &lexicon(),
            &mut ids,
        );
        let after = document.apply(&edit.unwrap().unwrap()).unwrap();
        let grey = after.now.actors.iter().filter(|actor| actor.candidate);
        let grey: Vec<&str> = grey.map(|actor| actor.name.as_str()).collect();
        assert_eq!(grey, ["Ervaringsdeskundigen"]);
    }

    #[test]
    fn counts_are_of_those_not_asked_and_codes_are_all_different() {
        let (mut document, _) = map();
        assert_eq!(not_asked(&document.now, Question::Power, None), 2);
        let first = document.now.actors.ids().next().unwrap();
        document
            .now
            .actors
            .update(first, |it| it.power = Answer::None);
        assert_eq!(not_asked(&document.now, Question::Power, None), 1);
        document.now.focal = Some(first);
        assert_eq!(not_asked(&document.now, Question::Position, None), 1);
        let codes: BTreeSet<String> = Prompt::all().map(Prompt::code).collect();
        assert_eq!(codes.len(), Prompt::all().count());
    }
}
