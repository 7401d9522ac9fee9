//! The structs of the model, field by field: a field that is forgotten here does not compile.

use std::collections::BTreeMap;

use super::field::Field;
use super::item::Subject;
use super::lists::{Known, aligned, keyed, optional, with_default};
use super::walk::{Part, Walk};
use crate::model::{
    Action, ActionId, Actor, ActorId, Alternative, Answer, Bounds, Content, Course, CourseId,
    Factor, FactorId, Filter, Frame, Goal, GoalId, Group, GroupId, Holding, Interest, Issue,
    IssueId, Learning, Lens, LensValue, Level, Level3, LogEntry, LogId, MapText, Meta, Moment,
    MomentId, Note, OwnTerm, Perspective, Purpose, Question, QuestionId, RawEntity, Relation,
    RelationId, RoleChoice, RoleId, Scene, SceneId, Sensitivity, Signal, Stance, Term, TextId,
    Value, ValueId,
};

/// A struct whose fields are merged one by one.
pub(super) trait Struct: Sized {
    /// Merges every field.
    fn fields(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self;
}

macro_rules! structs {
    ($($whole:ident $([$keep:ident])? { $($field:ident: $name:ident,)* })*) => {$(
        impl Struct for $whole {
            fn fields(
                base: Option<&Self>,
                mine: &Self,
                theirs: &Self,
                walk: &mut Walk<'_>,
            ) -> Self {
                Self {
                    $($keep: mine.$keep,)?
                    $($field: walk.field(Field::$name, |walk| {
                        Part::merge(base.map(|base| &base.$field), &mine.$field, &theirs.$field, walk)
                    }),)*
                }
            }
        }
    )*};
}

structs! {
    Actor [id] {
        name: Name,
        short: Short,
        arena: Arena,
        kind: Kind,
        form: Form,
        inside: Inside,
        connected_party: ConnectedParty,
        candidate: Candidate,
        power: Power,
        involvement: Involvement,
        legitimacy: Legitimacy,
        urgency: Urgency,
        positions: Positions,
        participation: Participation,
        openness: Openness,
        values: Values,
        frames: Frames,
        interests: Interests,
        perspective: Perspective,
        learning: Learning,
        sensitivities: Sensitivities,
        talents: Talents,
        tags: Tags,
        area: Area,
        level: Level,
        portfolio: Portfolio,
        notes: Notes,
        place: Place,
        lens: Lens,
        unknown: Unknown,
    }
    Stance {
        position: Position,
        salience: Salience,
        unknown: Unknown,
    }
    Perspective {
        sees: Sees,
        because: Because,
        quote: Quote,
        calls_it: CallsIt,
        sees_other: SeesOther,
        unknown: Unknown,
    }
    Learning {
        relatedness: Relatedness,
        autonomy: Autonomy,
        competence: Competence,
        unknown: Unknown,
    }
    Group [id] {
        name: Name,
        members: Members,
        shared_value: SharedValue,
        from: From,
        until: Until,
        agreed_by: AgreedBy,
        sensitivities: Sensitivities,
        lens: Lens,
        unknown: Unknown,
    }
    Factor [id] {
        name: Name,
        issue: Issue,
        force: Force,
        weight: Weight,
        unknown: Unknown,
    }
    Issue [id] {
        name: Name,
        description: Description,
        agreement: Agreement,
        unknown: Unknown,
    }
    Value [id] {
        name: Name,
        meaning: Meaning,
        unknown: Unknown,
    }
    Goal [id] {
        text: Text,
        reference: Reference,
        horizon: Horizon,
        unknown: Unknown,
    }
    RoleChoice [id] {
        official: Official,
        scope: Scope,
        mode: Mode,
        also: Also,
        phase: Phase,
        state: State,
        reason: Reason,
        alternative: Alternative,
        agreed_by: AgreedBy,
        competences: Competences,
        date: Date,
        lens: Lens,
        unknown: Unknown,
    }
    Course [id] {
        target: Target,
        direction: Direction,
        keep: Keep,
        room_given: RoomGiven,
        room_taken: RoomTaken,
        reason: Reason,
        date: Date,
        unknown: Unknown,
    }
    Action [id] {
        text: Text,
        owner: Owner,
        targets: Targets,
        due: Due,
        status: Status,
        way: Way,
        unknown: Unknown,
    }
    LogEntry [id] {
        date: Date,
        kind: Kind,
        text: Text,
        hypothesis: Hypothesis,
        result: Result,
        lesson: Lesson,
        unknown: Unknown,
    }
    Question [id] {
        text: Text,
        who_might_know: WhoMightKnow,
        answered: Answered,
        unknown: Unknown,
    }
    MapText [id] {
        note: Note,
        place: Place,
        arrow: Arrow,
        unknown: Unknown,
    }
    Scene [id] {
        name: Name,
        arrangement: Arrangement,
        issue: Issue,
        filter: Filter,
        view: View,
        shows: Shows,
        note: Note,
        unknown: Unknown,
    }
    Filter {
        arenas: Arenas,
        kinds: Kinds,
        groups: Groups,
        unknown: Unknown,
    }
    Meta {
        purpose_of_keeping: PurposeOfKeeping,
        retention: Retention,
        organisation: Organisation,
        unknown: Unknown,
    }
    Bounds {
        fixed: Fixed,
        negotiable: Negotiable,
        free: Free,
        unknown: Unknown,
    }
    Purpose {
        issue_sentence: IssueSentence,
        problem: Problem,
        values: Values,
        why: Why,
        whereto: Whereto,
        agreement: Agreement,
        bounds: Bounds,
        horizon: Horizon,
        review: Review,
        initiator: Initiator,
        paused: Paused,
        unknown: Unknown,
    }
    Content {
        purpose: Purpose,
        issues: Issues,
        values: Values,
        arenas: Arenas,
        kinds: Kinds,
        glossary: Glossary,
        actors: Actors,
        relations: Relations,
        no_relation: NoRelation,
        groups: Groups,
        factors: Factors,
        roles: Roles,
        courses: Courses,
        actions: Actions,
        log: Log,
        questions: Questions,
        texts: Texts,
        focal: Focal,
        vanguard: Vanguard,
        lens: Lens,
    }
}

macro_rules! parts {
    ($($whole:ident)*) => {$(
        impl Part for $whole {
            fn merge(
                base: Option<&Self>,
                mine: &Self,
                theirs: &Self,
                walk: &mut Walk<'_>,
            ) -> Self {
                Self::fields(base, mine, theirs, walk)
            }
        }
    )*};
}

parts! {
    Actor Stance Perspective Learning Group Factor Issue Value Goal RoleChoice Course Action LogEntry
    Question MapText Scene Filter Meta Bounds Purpose
}

impl Part for Relation {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        macro_rules! field {
            ($field:ident: $name:ident) => {
                walk.field(Field::$name, |walk| {
                    Part::merge(
                        base.map(|base| &base.$field),
                        &mine.$field,
                        &theirs.$field,
                        walk,
                    )
                })
            };
        }
        // Both ends are one field: one end of each side could make a relation of an actor with itself.
        let ends = |relation: &Self| (relation.from, relation.to);
        let before = base.map(ends);
        let (from, to) = walk.field(Field::Ends, |walk| {
            Part::merge(before.as_ref(), &ends(mine), &ends(theirs), walk)
        });
        Self {
            id: mine.id,
            from,
            to,
            mutual: field!(mutual: Mutual),
            kind: field!(kind: Kind),
            strength: field!(strength: Strength),
            tone: field!(tone: Tone),
            formal: field!(formal: Formal),
            starred: field!(starred: Starred),
            purpose: field!(purpose: Purpose),
            expect_of_us: field!(expect_of_us: ExpectOfUs),
            expect_of_them: field!(expect_of_them: ExpectOfThem),
            met: field!(met: Met),
            signals: field!(signals: Signals),
            sensitivities: field!(sensitivities: Sensitivities),
            notes: field!(notes: Notes),
            lens: field!(lens: Lens),
            unknown: field!(unknown: Unknown),
        }
    }
}

impl Part for Moment {
    fn merge(base: Option<&Self>, mine: &Self, theirs: &Self, walk: &mut Walk<'_>) -> Self {
        macro_rules! field {
            ($field:ident: $name:ident) => {
                walk.field(Field::$name, |walk| {
                    Part::merge(
                        base.map(|base| &base.$field),
                        &mine.$field,
                        &theirs.$field,
                        walk,
                    )
                })
            };
        }
        let (name, date) = (field!(name: Name), field!(date: Date));
        let (state, unknown) = (field!(state: State), field!(unknown: Unknown));
        let outside = walk.moment.replace(mine.id);
        let content = walk.at(Subject::Map, |walk| {
            Part::merge(
                base.map(|base| &base.content),
                &mine.content,
                &theirs.content,
                walk,
            )
        });
        walk.moment = outside;
        Self {
            id: mine.id,
            name,
            date,
            state,
            content,
            unknown,
        }
    }
}

macro_rules! known {
    ($($type:ident: $id:ty as $subject:ident;)*) => {$(
        impl Known for $type {
            fn subject(id: $id) -> Subject {
                Subject::$subject(id)
            }
        }
    )*};
}

known! {
    Actor: ActorId as Actor;
    Relation: RelationId as Relation;
    Group: GroupId as Group;
    Factor: FactorId as Factor;
    Issue: IssueId as Issue;
    Value: ValueId as Value;
    Goal: GoalId as Goal;
    RoleChoice: RoleId as Role;
    Course: CourseId as Course;
    Action: ActionId as Action;
    LogEntry: LogId as Log;
    Question: QuestionId as Question;
    MapText: TextId as Text;
    Moment: MomentId as Moment;
    Scene: SceneId as Scene;
}

macro_rules! collections {
    ($($type:ty => $merge:ident;)*) => {$(
        impl Part for $type {
            fn merge(
                base: Option<&Self>,
                mine: &Self,
                theirs: &Self,
                walk: &mut Walk<'_>,
            ) -> Self {
                $merge(collections!(@base $merge base), mine, theirs, walk)
            }
        }
    )*};
    (@base keyed $base:ident) => { $base.map(Vec::as_slice) };
    (@base aligned $base:ident) => { $base.map(Vec::as_slice) };
    (@base optional $base:ident) => { $base };
    (@base with_default $base:ident) => { $base };
}

collections! {
    Vec<String> => keyed;
    Vec<Level> => keyed;
    Vec<ValueId> => keyed;
    Vec<OwnTerm> => keyed;
    Vec<Lens> => keyed;
    Vec<RawEntity> => keyed;
    Vec<Alternative> => keyed;
    Vec<Interest> => aligned;
    Vec<Sensitivity> => aligned;
    Vec<Note> => aligned;
    Vec<Signal> => aligned;
    BTreeMap<ValueId, Holding> => optional;
    BTreeMap<Term<Frame>, Level3> => optional;
    BTreeMap<ActorId, String> => optional;
    BTreeMap<IssueId, Stance> => with_default;
    BTreeMap<ActorId, Note> => with_default;
    BTreeMap<String, Answer<LensValue>> => with_default;
    BTreeMap<String, BTreeMap<ActorId, Note>> => with_default;
}
