//! Comparing and merging maps: the laws that hold for every three versions, and cases a person can follow.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

#[path = "support/documents.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod documents;

use std::collections::BTreeSet;

use krachtenveld::cli::{Ending, Streams, run};
use krachtenveld::edit::{Edit, Entry};
use krachtenveld::merge::{
    Choices, Field, Item, Merge, Outcome, Said, Side, Step, Subject, compare, same_content,
};
use krachtenveld::model::{
    Actor, ActorId, Answer, Document, Entity, Group, IdSource, Identity, Language, Note, Relation,
    Score,
};
use krachtenveld::storage::{
    SystemFs, find_base, forget_bases, keep_alternatives, keep_base, print_document, read, settle,
    with_new_revision,
};
use proptest::prelude::*;

/// Draws what to change.
struct Draw(IdSource);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.0.seed() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let place = self.below(all.len());
        all.get(place).copied()
    }
}

/// Applies an edit, or leaves the map as it is where the edit is refused.
fn apply(document: &mut Document, edit: &Edit) {
    if let Ok(after) = document.apply(edit) {
        *document = after;
    }
}

/// Gives one entity of a list another's content.
macro_rules! swap {
    ($draw:ident, $document:ident, $list:ident) => {{
        let ids: Vec<_> = $document.now.$list.iter().map(Entity::id).collect();
        if let (Some(one), Some(other)) = ($draw.pick(&ids), $draw.pick(&ids)) {
            let mut content = $document.now.$list.get(other).unwrap().clone();
            content.id = one;
            $document.now.$list.put(content);
        }
    }};
}

macro_rules! fields {
    ($draw:ident, $to:ident, $from:ident, $($field:ident)*) => {{
        let fields: &[fn(&mut Actor, &Actor)] = &[$(|to, from| to.$field = from.$field.clone(),)*];
        let field = $draw.below(fields.len());
        fields[field](&mut $to, &$from);
    }};
}

fn change_actor(draw: &mut Draw, document: &mut Document) {
    let ids: Vec<ActorId> = document.now.actors.ids().collect();
    let (Some(one), Some(other)) = (draw.pick(&ids), draw.pick(&ids)) else {
        return;
    };
    let mut actor = document.now.actors.get(one).unwrap().clone();
    let from = document.now.actors.get(other).unwrap().clone();
    fields!(draw, actor, from, name short arena kind form inside connected_party candidate power
        involvement legitimacy urgency positions participation openness values frames interests
        perspective learning sensitivities talents tags area level portfolio notes place lens unknown);
    if draw.below(3) == 0 {
        actor
            .notes
            .push(Note::new(format!("Notitie {}", draw.below(5))));
        actor.perspective.sees.text.push_str(" en verder");
    }
    document.now.actors.put(actor);
}

#[expect(clippy::too_many_lines, reason = "one arm for each sort of change")]
fn change(draw: &mut Draw, document: &mut Document) {
    let actors: Vec<ActorId> = document.now.actors.ids().collect();
    match draw.below(24) {
        0..=5 => change_actor(draw, document),
        6 => swap!(draw, document, relations),
        7 => swap!(draw, document, groups),
        8 => swap!(draw, document, roles),
        9 => swap!(draw, document, courses),
        10 => swap!(draw, document, actions),
        11 => swap!(draw, document, log),
        12 => swap!(draw, document, issues),
        13 => swap!(draw, document, values),
        14 => swap!(draw, document, factors),
        15 => {
            if let Some(actor) = draw.pick(&actors) {
                apply(document, &Edit::RemoveActor(actor));
            }
        }
        16 => {
            let groups: Vec<_> = document.now.groups.ids().collect();
            if let Some(group) = draw.pick(&groups) {
                apply(document, &Edit::RemoveGroup(group));
            }
        }
        17 => {
            let issues: Vec<_> = document.now.issues.iter().map(Entity::id).collect();
            if let Some(issue) = draw.pick(&issues) {
                let place = draw.below(issues.len());
                apply(document, &Edit::Issue(Entry::Move(issue, place)));
                if draw.below(2) == 0 {
                    apply(document, &Edit::Issue(Entry::Remove(issue)));
                }
            }
        }
        18 => {
            let actor = Actor::new(draw.0.fresh(), format!("Nieuw {}", draw.below(9)));
            let id = actor.id;
            apply(document, &Edit::AddActor(Box::new(actor)));
            if let Some(other) = draw.pick(&actors) {
                let relation = Relation::new(draw.0.fresh(), id, other);
                apply(document, &Edit::AddRelation(Box::new(relation)));
            }
        }
        19 => {
            let mut group = Group::new(draw.0.fresh(), "Nieuwe groep");
            group.members = actors
                .iter()
                .copied()
                .filter(|_| draw.below(2) == 0)
                .collect();
            group.agreed_by.clone_from(&group.members);
            document.now.groups.put(group);
        }
        20 => document.now.focal = draw.pick(&actors),
        21 => document.title = format!("Titel {}", draw.below(4)),
        22 => {
            document.silenced.insert(format!("check {}", draw.below(4)));
        }
        _ => {
            let moments: Vec<_> = document.moments.iter().map(Entity::id).collect();
            if let Some(moment) = draw.pick(&moments) {
                let mut moment = document.moments.get(moment).unwrap().clone();
                moment.content = document.now.clone().into();
                document.moments.put(moment);
            }
        }
    }
}

fn changed(base: &Document, seed: u64, changes: usize) -> Document {
    let mut draw = Draw(IdSource::new(seed));
    let mut document = base.clone();
    for _ in 0..changes {
        change(&mut draw, &mut document);
    }
    document.lineage.push(draw.0.fresh());
    assert!(document.problems().is_empty(), "{:?}", document.problems());
    document
}

fn merged(base: &Document, mine: &Document, theirs: &Document) -> (Merge, Document) {
    let merge = Merge::new(Some(base.clone()), mine.clone(), theirs.clone());
    let document = merge.document(&Choices::new()).unwrap();
    (merge, document)
}

fn all(merge: &Merge, side: Side) -> Choices {
    merge
        .items()
        .iter()
        .map(|item| (item.spot.clone(), side))
        .collect()
}

/// Lists what differs between two maps, apart from their history.
fn differences(one: &Document, other: &Document) -> Vec<String> {
    compare(one, other)
        .iter()
        .map(|change| format!("{change:?}"))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_only_one_side_changed_is_taken(seed in 0_u64..100_000, count in 1_usize..30) {
        let base = documents::document(seed);
        let after = changed(&base, seed + 77_000_000, count);
        prop_assert_eq!(&merged(&base, &after, &after).1, &after);
        prop_assert_eq!(&merged(&base, &base, &after).1, &after);
        prop_assert_eq!(&merged(&base, &after, &base).1, &after);
        prop_assert_eq!(merged(&base, &base, &after).0.clashes().count(), 0);
    }

    #[test]
    fn it_does_not_matter_which_side_is_which(seed in 0_u64..100_000, count in 1_usize..20) {
        let base = documents::document(seed);
        let (one, other) = (changed(&base, seed + 5_000_000, count), changed(&base, seed + 6_000_000, count));
        let (forth, _) = merged(&base, &one, &other);
        let (back, _) = merged(&base, &other, &one);
        let spots = |merge: &Merge| -> BTreeSet<_> {
            merge.clashes().map(|item| item.spot.clone()).collect()
        };
        prop_assert_eq!(spots(&forth), spots(&back));
        let choices = |merge: &Merge, side| -> Choices {
            merge.clashes().map(|item| (item.spot.clone(), side)).collect()
        };
        let settled = forth.document(&choices(&forth, Side::Mine)).unwrap();
        let turned = back.document(&choices(&back, Side::Theirs)).unwrap();
        prop_assert_eq!(differences(&settled, &turned), Vec::<String>::new());
    }

    #[test]
    fn the_merged_map_obeys_every_rule(seed in 0_u64..100_000, count in 1_usize..30) {
        let base = documents::document(seed);
        let (one, other) = (changed(&base, seed + 5_000_000, count), changed(&base, seed + 6_000_000, count));
        let (_, document) = merged(&base, &one, &other);
        prop_assert_eq!(document.problems(), vec![]);
        let two_way = Merge::new(None, one, other).document(&Choices::new()).unwrap();
        prop_assert_eq!(two_way.problems(), vec![]);
    }

    #[test]
    fn choosing_one_side_everywhere_gives_that_side(seed in 0_u64..100_000, count in 1_usize..20) {
        let base = documents::document(seed);
        let (one, other) = (changed(&base, seed + 5_000_000, count), changed(&base, seed + 6_000_000, count));
        let (merge, _) = merged(&base, &one, &other);
        let mine = merge.document(&all(&merge, Side::Mine)).unwrap();
        prop_assert_eq!(differences(&one, &mine), Vec::<String>::new());
        let theirs = merge.document(&all(&merge, Side::Theirs)).unwrap();
        prop_assert_eq!(differences(&other, &theirs), Vec::<String>::new());
    }

    #[test]
    fn no_value_is_lost_without_an_item_that_says_so(seed in 0_u64..100_000, count in 1_usize..20) {
        let base = documents::document(seed);
        let (one, other) = (changed(&base, seed + 5_000_000, count), changed(&base, seed + 6_000_000, count));
        let (merge, document) = merged(&base, &one, &other);
        let listed: BTreeSet<_> = merge.items().iter().map(|item| &item.spot).collect();
        let entities: BTreeSet<_> = merge
            .items()
            .iter()
            .filter(|item| item.spot.whole())
            .map(|item| (item.spot.moment, item.spot.subject))
            .collect();
        for side in [&one, &other] {
            for change in compare(side, &document) {
                let spot = &change.spot;
                let known = listed.contains(spot)
                    || entities.contains(&(spot.moment, spot.subject))
                    || spot.moment.is_some_and(|moment| entities.contains(&(None, Subject::Moment(moment))))
                    || spot.path.iter().any(|step| matches!(step, Step::Entry(..) | Step::Field(Field::Order)));
                prop_assert!(known, "{change:?} is listed nowhere");
            }
        }
    }

    #[test]
    fn a_map_does_not_differ_from_itself_and_differs_from_any_other(seed in 0_u64..100_000) {
        let base = documents::document(seed);
        prop_assert_eq!(compare(&base, &base), vec![]);
        let after = changed(&base, seed + 9_000_000, 6);
        prop_assert_eq!(compare(&base, &after).is_empty(), same_content(&base, &after));
    }
}

/// A map of sixty actors, each with what a workshop fills in.
fn sixty(seed: u64) -> Document {
    let mut ids = IdSource::new(seed);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    for number in 0..60 {
        let mut actor = Actor::new(ids.fresh(), format!("Actor {number}"));
        actor.power = Answer::given(Score::nearest(3));
        actor.involvement = Answer::given(Score::nearest(3));
        actor.perspective.sees = Note::new("Ziet het als een kans voor de buurt en voor de stad");
        actor.notes = vec![Note::new(format!("Notitie bij {number}"))];
        document.now.actors.put(actor);
    }
    document
}

/// Makes ten edits and three additions, as a colleague would.
fn colleague(base: &Document, seed: u64) -> Document {
    let mut draw = Draw(IdSource::new(seed));
    let ids: Vec<ActorId> = base.now.actors.ids().collect();
    let mut document = base.clone();
    for _ in 0..10 {
        let mut actor = document
            .now
            .actors
            .get(draw.pick(&ids).unwrap())
            .unwrap()
            .clone();
        let number = draw.below(1000);
        match draw.below(7) {
            0 => actor.name = format!("Andere naam {number}"),
            1 => {
                actor.power = Answer::given(Score::nearest(i64::try_from(number % 5).unwrap() + 1));
            }
            2 => {
                actor.involvement =
                    Answer::given(Score::nearest(i64::try_from(number % 5).unwrap() + 1));
            }
            3 => actor.perspective.sees = Note::new(format!("Ziet het heel anders, zie {number}")),
            4 => actor.short = format!("Kort {number}"),
            5 => {
                actor.place =
                    krachtenveld::model::Place::new(f64::from(u16::try_from(number).unwrap()), 4.0);
            }
            _ => actor.urgency = Answer::given(number.is_multiple_of(2)),
        }
        document.now.actors.put(actor);
    }
    for _ in 0..3 {
        let actor = Actor::new(draw.0.fresh(), "Nieuwe actor");
        let relation = Relation::new(draw.0.fresh(), actor.id, draw.pick(&ids).unwrap());
        document.now.actors.put(actor);
        document.now.relations.put(relation);
    }
    document
}

#[test]
#[expect(clippy::print_stdout, reason = "the share of clashes is worth reading")]
fn a_thousand_merges_of_two_colleagues_clash_only_where_both_changed_the_same_field() {
    let mut with_clashes = 0;
    for seed in 0..1000 {
        let base = sixty(seed);
        let (mine, theirs) = (
            colleague(&base, seed * 2 + 1),
            colleague(&base, seed * 2 + 2),
        );
        let (merge, document) = merged(&base, &mine, &theirs);
        assert!(document.problems().is_empty());
        assert_eq!(document.now.actors.len(), 66);
        let clashes: Vec<&Item> = merge.clashes().collect();
        with_clashes += usize::from(!clashes.is_empty());
        for clash in clashes {
            assert_ne!(clash.mine, clash.theirs);
            assert_ne!(clash.base, clash.mine);
            assert_ne!(clash.base, clash.theirs);
        }
    }
    println!("{with_clashes} of 1000 merges have a clash");
    assert!((150..300).contains(&with_clashes), "{with_clashes}");
}

fn named(name: &str) -> (Document, ActorId) {
    let mut ids = IdSource::new(1);
    let mut document = Document::new(ids.fresh(), Language::Dutch);
    let actor = Actor::new(ids.fresh(), name);
    let id = actor.id;
    document.now.actors.put(actor);
    document.now.actors.put(Actor::new(ids.fresh(), "Gemeente"));
    (document, id)
}

#[test]
fn an_actor_taken_out_on_one_side_and_edited_on_the_other_stays_with_its_relations() {
    let (mut base, id) = named("Woningcorporatie");
    let other = base.now.actors.ids().find(|other| *other != id).unwrap();
    let relation = Relation::new(Identity::from_bits(9), id, other);
    base.now.relations.put(relation);
    let theirs = base.apply(&Edit::RemoveActor(id)).unwrap();
    let mut mine = base.clone();
    mine.now
        .actors
        .update(id, |actor| actor.power = Answer::given(Score::nearest(4)));
    for (mine, theirs) in [(&mine, &theirs), (&theirs, &mine)] {
        let (merge, document) = merged(&base, mine, theirs);
        assert_eq!(document.now.relations.len(), 1);
        assert_eq!(
            document.now.actors.get(id).unwrap().power,
            Answer::given(Score::nearest(4))
        );
        let clashes: Vec<&Item> = merge.clashes().collect();
        assert_eq!(clashes.len(), 1);
        assert_eq!(clashes[0].spot.subject, Subject::Actor(id));
        // Whoever chooses that it goes loses its relations as well.
        let gone = if clashes[0].mine.is_none() {
            Side::Mine
        } else {
            Side::Theirs
        };
        let choices = [(clashes[0].spot.clone(), gone)].into();
        let without = merge.document(&choices).unwrap();
        assert_eq!(
            (without.now.actors.len(), without.now.relations.len()),
            (1, 0)
        );
    }
}

#[test]
fn an_actor_taken_out_on_one_side_stays_when_the_other_side_relates_to_it() {
    let (base, id) = named("Woningcorporatie");
    let other = base.now.actors.ids().find(|other| *other != id).unwrap();
    let mine = base.apply(&Edit::RemoveActor(id)).unwrap();
    let mut theirs = base.clone();
    theirs
        .now
        .relations
        .put(Relation::new(Identity::from_bits(9), id, other));
    let (merge, document) = merged(&base, &mine, &theirs);
    assert!(document.now.actors.contains(id));
    assert_eq!(document.now.relations.len(), 1);
    assert_eq!(merge.clashes().count(), 1);
}

#[test]
fn without_a_base_only_additions_go_by_themselves() {
    let (mut mine, id) = named("Woningcorporatie");
    let mut theirs = mine.clone();
    mine.now
        .actors
        .update(id, |actor| actor.power = Answer::given(Score::nearest(2)));
    theirs.now.actors.update(id, |actor| {
        actor.power = Answer::given(Score::nearest(4));
        actor.short = "Corporatie".to_owned();
    });
    theirs
        .now
        .actors
        .put(Actor::new(Identity::from_bits(77), "Bewoners"));
    let merge = Merge::new(None, mine, theirs);
    let document = merge.document(&Choices::new()).unwrap();
    let actor = document.now.actors.get(id).unwrap();
    assert_eq!(actor.short, "Corporatie");
    assert_eq!(actor.power, Answer::given(Score::nearest(2)));
    assert_eq!(document.now.actors.len(), 3);
    let clashes: Vec<&Item> = merge.clashes().collect();
    assert_eq!(clashes.len(), 1);
    assert_eq!(clashes[0].theirs, Some(Said::Number(4)));
}

#[test]
fn words_are_woven_and_lists_are_joined() {
    let (mut base, id) = named("Woningcorporatie");
    base.now.actors.update(id, |actor| {
        actor.perspective.sees = Note::new("Wil bouwen op het veld achter de kerk");
        actor.tags = vec!["wonen".to_owned(), "zorg".to_owned()];
        actor.notes = vec![Note::new("Belt op vrijdag met de wethouder")];
    });
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.now.actors.update(id, |actor| {
        actor.perspective.sees = Note::new("Wil snel bouwen op het veld achter de kerk");
        actor.tags = vec!["wonen".to_owned(), "zorg".to_owned(), "energie".to_owned()];
        actor.notes = vec![Note::private("Belt op vrijdag met de wethouder")];
    });
    theirs.now.actors.update(id, |actor| {
        actor.perspective.sees = Note::new("Wil bouwen op het veld achter de oude kerk");
        actor.tags = vec!["wonen".to_owned(), "groen".to_owned()];
        actor.notes = vec![Note::new("Belt op maandag met de wethouder")];
    });
    let (merge, document) = merged(&base, &mine, &theirs);
    assert_eq!(merge.clashes().count(), 0);
    let actor = document.now.actors.get(id).unwrap();
    assert_eq!(
        actor.perspective.sees.text,
        "Wil snel bouwen op het veld achter de oude kerk"
    );
    assert_eq!(actor.tags, ["wonen", "energie", "groen"]);
    assert_eq!(
        actor.notes,
        [Note::private("Belt op maandag met de wethouder")]
    );
    assert!(
        merge
            .items()
            .iter()
            .any(|item| item.outcome == Outcome::Woven)
    );
}

/// Gives a map without its kept clashes.
fn without_alternatives(mut document: Document) -> Document {
    document.alternatives = Vec::new().into();
    document
}

/// Keeps each clash of two random changes in the map, and settles it after the file was read again.
fn kept_and_settled(seed: u64) -> Result<(), TestCaseError> {
    let base = documents::document(seed);
    let (one, other) = (
        changed(&base, seed + 5_000_000, 12),
        changed(&base, seed + 6_000_000, 12),
    );
    let (merge, document) = merged(&base, &one, &other);
    let bare = without_alternatives(document);
    for clash in merge.clashes() {
        let kept = keep_alternatives(bare.clone(), &merge, &[clash]);
        let kept = read(print_document(&kept).as_bytes()).unwrap().document;
        if kept.alternatives.is_empty() {
            prop_assert_eq!(clash.spot.last_field(), Some(Field::Order));
            continue;
        }
        let side = if clash.result == clash.theirs && clash.mine != clash.theirs {
            Side::Mine
        } else {
            Side::Theirs
        };
        let choices = [(clash.spot.clone(), side)].into();
        let expected = without_alternatives(merge.document(&choices).unwrap());
        // What is taken out takes its parts along, and the rest of the map may differ by them.
        if clash.spot.whole() {
            let settled = settle(&kept, 0).unwrap();
            prop_assert!(settled.problems().is_empty());
            prop_assert!(settled.alternatives.is_empty());
        } else {
            let settled = settle(&kept, 0);
            prop_assert!(
                settled.is_ok(),
                "{:?} {:?} {:?}",
                settled,
                clash,
                kept.alternatives
            );
            let settled = without_alternatives(settled.unwrap());
            prop_assert_eq!(differences(&expected, &settled), Vec::<String>::new());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_clash_kept_in_the_map_survives_the_file_and_is_settled_later(seed in 0_u64..100_000) {
        kept_and_settled(seed)?;
    }
}

#[test]
fn a_clash_with_fields_of_a_newer_version_is_settled_too() {
    kept_and_settled(87_670).unwrap();
}

/// Runs the command line; gives how it ended and what it wrote.
fn command(args: &[&str]) -> (Ending, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = args.iter().map(std::ffi::OsString::from).collect();
    let mut streams = Streams {
        out: &mut out,
        err: &mut err,
    };
    let outcome = run(args, 7, Language::Dutch, &mut streams).unwrap();
    (
        outcome.ending,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story from compare to settled")]
fn the_command_line_compares_and_merges_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (base, id) = named("Woningcorporatie");
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.now
        .actors
        .update(id, |actor| actor.power = Answer::given(Score::nearest(3)));
    theirs.now.actors.update(id, |actor| {
        actor.power = Answer::given(Score::nearest(4));
        actor
            .sensitivities
            .push(krachtenveld::model::Sensitivity::new("geheim verdriet"));
    });
    theirs
        .now
        .actors
        .put(Actor::new(Identity::from_bits(5), "Fietsersbond"));
    for (name, document) in [("base", &base), ("mine", &mine), ("theirs", &theirs)] {
        std::fs::write(path(name), print_document(document)).unwrap();
    }
    let (ending, out, _) = command(&["compare", &path("mine"), &path("theirs")]);
    assert_eq!(ending, Ending::Done);
    assert!(out.starts_with("1 nieuw, 1 gewijzigd\n"), "{out}");
    assert!(
        out.contains("Woningcorporatie: invloed van 3 naar 4"),
        "{out}"
    );
    assert!(out.contains("Actor Fietsersbond toegevoegd"), "{out}");
    assert!(out.contains("een gevoeligheid erbij (privé)"), "{out}");
    assert!(!out.contains("verdriet"), "{out}");
    let (ending, out, _) = command(&[
        "compare",
        &path("mine"),
        &path("theirs"),
        "--json",
        "--lang",
        "en",
    ]);
    assert_eq!(ending, Ending::Done);
    assert!(
        out.contains("power from 3 to 4") && out.contains("\"added\": 1"),
        "{out}"
    );
    let (ending, out, err) = command(&[
        "merge",
        &path("base"),
        &path("mine"),
        &path("theirs"),
        "-o",
        &path("out"),
    ]);
    assert_eq!(ending, Ending::Refused);
    assert!(out.contains("1 nieuw, 1 gewijzigd, 1 botsing"), "{out}");
    assert!(err.contains("invloed van 3 naar 4"), "{err}");
    let written = read(&std::fs::read(path("out")).unwrap()).unwrap().document;
    assert_eq!(written.alternatives.len(), 1);
    assert_eq!(written.now.actors.len(), 3);
    let settled = settle(&written, 0).unwrap();
    assert_eq!(
        settled.now.actors.get(id).unwrap().power,
        Answer::given(Score::nearest(4))
    );
    std::fs::write(path("broken"), "// Krachtenveld\n(actors: [").unwrap();
    let (ending, _, err) = command(&[
        "merge",
        &path("base"),
        &path("mine"),
        &path("broken"),
        "-o",
        &path("out"),
    ]);
    assert_eq!(ending, Ending::Refused);
    assert!(err.contains("broken"), "{err}");
    assert_eq!(
        command(&["merge", &path("base"), &path("mine")]).0,
        Ending::WrongCall
    );
}

#[test]
fn the_base_of_a_map_that_comes_back_is_found_by_its_revisions() {
    let folder = tempfile::tempdir().unwrap();
    let (document, _) = named("Woningcorporatie");
    let mut ids = IdSource::new(3);
    let sent = with_new_revision(&document, None, &mut ids);
    keep_base(&SystemFs, folder.path(), &sent).unwrap();
    let change = |title: &str, ids: &mut IdSource| {
        let mut after = sent.clone();
        after.title = title.to_owned();
        with_new_revision(&after, Some(&sent), ids)
    };
    let (mine, theirs) = (change("Mijn", &mut ids), change("Hun", &mut ids));
    keep_base(&SystemFs, folder.path(), &mine).unwrap();
    assert_eq!(
        find_base(&SystemFs, folder.path(), &mine, &theirs),
        Some(sent.clone())
    );
    let stranger = with_new_revision(&document, None, &mut ids);
    assert_eq!(find_base(&SystemFs, folder.path(), &mine, &stranger), None);
    for number in 0..30 {
        let next = change(&format!("{number}"), &mut ids);
        keep_base(&SystemFs, folder.path(), &next).unwrap();
    }
    let kept = std::fs::read_dir(folder.path().join(document.id.to_string()))
        .unwrap()
        .count();
    assert_eq!(kept, 20);
    forget_bases(&SystemFs, folder.path(), document.id).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
