//! The walk over a map that finds its texts: every struct is taken apart, so that a new field cannot be passed over.

use super::told::Told;
use crate::merge::{Field, Subject};
use crate::model::{
    Action, Alternative, Bilingual, Bounds, Content, Course, Document, Factor, FieldKind, Filter,
    Goal, Issue, Lens, LensFigure, LensOption, MapText, Meta, Moment, MomentId, OwnTerm, Pause,
    Purpose, Question, RawEntity, Scene, ScriptPosition, Value,
};

/// What was found so far, and where the walk is.
pub(super) struct Walk<'a> {
    pub(super) found: Vec<Told<'a>>,
    pub(super) moment: Option<MomentId>,
    pub(super) subject: Subject,
}

impl<'a> Walk<'a> {
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    pub(super) fn document(&mut self, document: &'a Document) {
        let Document {
            id: _,
            version: _,
            lineage: _,
            title,
            language: _,
            meta,
            now,
            moments,
            scenes,
            lenses_on: _,
            own_lenses,
            session,
            silenced: _,
            not_same: _,
            pseudonyms,
            unreadable,
            dangling,
            alternatives,
            unknown,
        } = document;
        self.text(Field::Title, title);
        self.meta(meta);
        self.content(now);
        for moment in moments.iter() {
            self.moment(moment);
        }
        for scene in scenes.iter() {
            self.scene(scene);
        }
        self.at(Subject::Map);
        for lens in own_lenses.iter() {
            self.own_lens(lens);
        }
        if let Some(ScriptPosition {
            script: _,
            step: _,
            unknown,
        }) = session
        {
            self.unknown(unknown);
        }
        for name in pseudonyms.values() {
            self.text(Field::Pseudonyms, name);
        }
        for (field, list) in [(Field::Unreadable, unreadable), (Field::Dangling, dangling)] {
            for RawEntity { list: _, raw } in list.iter() {
                self.text(field, raw);
            }
        }
        for alternative in alternatives.iter() {
            let Alternative {
                entity: _,
                field: _,
                raw,
                unknown,
            } = alternative;
            self.text(Field::Alternatives, raw);
            self.unknown(unknown);
        }
        self.unknown(unknown);
    }

    fn meta(&mut self, meta: &'a Meta) {
        let Meta {
            purpose_of_keeping,
            retention: _,
            organisation,
            unknown,
        } = meta;
        self.text(Field::PurposeOfKeeping, purpose_of_keeping);
        self.text(Field::Organisation, organisation);
        self.unknown(unknown);
    }

    fn moment(&mut self, moment: &'a Moment) {
        let Moment {
            id,
            name,
            date: _,
            state: _,
            content,
            unknown,
        } = moment;
        self.at(Subject::Moment(*id));
        self.text(Field::Name, name);
        self.unknown(unknown);
        self.within(Some(*id));
        self.content(content);
        self.within(None);
    }

    fn scene(&mut self, scene: &'a Scene) {
        let Scene {
            id,
            name,
            arrangement: _,
            issue: _,
            filter,
            view: _,
            shows: _,
            note,
            unknown,
        } = scene;
        let Filter {
            arenas,
            kinds,
            groups: _,
            unknown: in_filter,
        } = filter;
        self.at(Subject::Scene(*id));
        self.text(Field::Name, name);
        for arena in arenas {
            self.term(Field::Filter, arena);
        }
        for kind in kinds {
            self.term(Field::Filter, kind);
        }
        self.unknown(in_filter);
        self.note(Field::Note, note);
        self.unknown(unknown);
    }

    fn own_lens(&mut self, lens: &'a Lens) {
        let Lens {
            id: _,
            title,
            about,
            source,
            front: _,
            figures,
            fields,
            checks,
            unknown,
        } = lens;
        self.bilingual(title);
        self.bilingual(about);
        self.text(Field::OwnLenses, source);
        for figure in figures {
            if let LensFigure::Radar { title, fields: _ } = figure {
                self.bilingual(title);
            }
        }
        for field in fields {
            self.bilingual(&field.label);
            self.bilingual(&field.help);
            self.field_kind(&field.kind);
        }
        for check in checks {
            self.bilingual(&check.asks);
        }
        self.unknown(unknown);
    }

    fn field_kind(&mut self, kind: &'a FieldKind) {
        match kind {
            FieldKind::Scale {
                low: _,
                high: _,
                low_label,
                high_label,
            } => {
                self.bilingual(low_label);
                self.bilingual(high_label);
            }
            FieldKind::Choice(options)
            | FieldKind::Choices(options)
            | FieldKind::Ranked(options) => {
                for LensOption {
                    code: _,
                    label,
                    help,
                } in options
                {
                    self.bilingual(label);
                    self.bilingual(help);
                }
            }
            FieldKind::Short | FieldKind::Long | FieldKind::Date | FieldKind::Actors => {}
            FieldKind::Triangle(corners) => {
                for corner in corners {
                    self.bilingual(corner);
                }
            }
            FieldKind::NowAndWanted(kind) => self.field_kind(kind),
        }
    }

    fn bilingual(&mut self, text: &'a Bilingual) {
        let Bilingual { nl, en } = text;
        self.text(Field::OwnLenses, nl);
        self.text(Field::OwnLenses, en);
    }

    #[expect(
        clippy::too_many_lines,
        reason = "every field is named, so that none can be forgotten"
    )]
    fn content(&mut self, content: &'a Content) {
        let Content {
            purpose,
            issues,
            values,
            arenas,
            kinds,
            glossary,
            actors,
            relations,
            no_relation: _,
            groups,
            factors,
            roles,
            courses,
            actions,
            log,
            questions,
            texts,
            focal: _,
            vanguard: _,
            lens,
        } = content;
        self.at(Subject::Map);
        self.purpose(purpose);
        for issue in issues.iter() {
            let Issue {
                id,
                name,
                description,
                agreement: _,
                unknown,
            } = issue;
            self.at(Subject::Issue(*id));
            self.text(Field::Name, name);
            self.note(Field::Description, description);
            self.unknown(unknown);
        }
        for value in values.iter() {
            let Value {
                id,
                name,
                meaning,
                unknown,
            } = value;
            self.at(Subject::Value(*id));
            self.text(Field::Name, name);
            self.note(Field::Meaning, meaning);
            self.unknown(unknown);
        }
        self.at(Subject::Map);
        for (field, terms) in [(Field::Arenas, arenas), (Field::Kinds, kinds)] {
            for term in terms.iter() {
                let OwnTerm {
                    name,
                    arena: _,
                    unknown,
                } = term;
                self.text(field, name);
                self.unknown(unknown);
            }
        }
        for (word, meanings) in glossary.iter() {
            self.text(Field::Glossary, word);
            for note in meanings.values() {
                self.note(Field::Glossary, note);
            }
        }
        self.lens(lens);
        for actor in actors.iter() {
            self.actor(actor);
        }
        for relation in relations.iter() {
            self.relation(relation);
        }
        for group in groups.iter() {
            self.group(group);
        }
        for factor in factors.iter() {
            let Factor {
                id,
                name,
                issue: _,
                force,
                weight,
                unknown,
            } = factor;
            self.at(Subject::Factor(*id));
            self.text(Field::Name, name);
            self.source(Field::Force, force);
            self.source(Field::Weight, weight);
            self.unknown(unknown);
        }
        for role in roles.iter() {
            self.role(role);
        }
        for course in courses.iter() {
            let Course {
                id,
                target: _,
                direction: _,
                keep,
                room_given: _,
                room_taken: _,
                reason,
                date: _,
                unknown,
            } = course;
            self.at(Subject::Course(*id));
            self.note(Field::Keep, keep);
            self.note(Field::Reason, reason);
            self.unknown(unknown);
        }
        for action in actions.iter() {
            let Action {
                id,
                text,
                owner,
                targets: _,
                due: _,
                status: _,
                way: _,
                unknown,
            } = action;
            self.at(Subject::Action(*id));
            self.note(Field::Text, text);
            self.text(Field::Owner, owner);
            self.unknown(unknown);
        }
        for entry in log.iter() {
            self.log_entry(entry);
        }
        for question in questions.iter() {
            let Question {
                id,
                text,
                who_might_know,
                answered: _,
                unknown,
            } = question;
            self.at(Subject::Question(*id));
            self.note(Field::Text, text);
            self.text(Field::WhoMightKnow, who_might_know);
            self.unknown(unknown);
        }
        for text in texts.iter() {
            let MapText {
                id,
                note,
                place: _,
                arrow: _,
                unknown,
            } = text;
            self.at(Subject::Text(*id));
            self.note(Field::Note, note);
            self.unknown(unknown);
        }
        self.at(Subject::Map);
    }

    fn purpose(&mut self, purpose: &'a Purpose) {
        let Purpose {
            issue_sentence,
            problem,
            values: _,
            why,
            whereto,
            agreement,
            bounds,
            horizon: _,
            review: _,
            initiator: _,
            paused,
            unknown,
        } = purpose;
        self.note(Field::IssueSentence, issue_sentence);
        self.note(Field::Problem, problem);
        self.note(Field::Why, why);
        self.note(Field::Whereto, whereto);
        let Bounds {
            fixed,
            negotiable,
            free,
            unknown: of_bounds,
        } = bounds;
        self.texts(Field::Fixed, fixed);
        self.texts(Field::Negotiable, negotiable);
        self.texts(Field::Free, free);
        self.unknown(of_bounds);
        if let Some(Pause {
            reason,
            restart,
            unknown,
        }) = paused
        {
            self.note(Field::Reason, reason);
            self.note(Field::Restart, restart);
            self.unknown(unknown);
        }
        self.unknown(unknown);
        for goal in agreement.iter() {
            let Goal {
                id,
                text,
                reference,
                horizon: _,
                unknown,
            } = goal;
            self.at(Subject::Goal(*id));
            self.note(Field::Text, text);
            self.text(Field::Reference, reference);
            self.unknown(unknown);
        }
        self.at(Subject::Map);
    }
}
