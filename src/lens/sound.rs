//! Whether the definition of a lens is sound: what a reader of files cannot see.

use std::collections::BTreeSet;

use super::answer::inner;
use super::fault::{LensFault, LensStep, LensTrouble};
use super::{DEPTH, MOST, STEPS};
use crate::model::{
    Bilingual, Condition, CoreField, FieldKind, Language, Lens, LensCheck, LensField, LensFigure,
    LensOption, LensSubject, limits,
};

use LensStep::{Field, Index};

/// Lists what is wrong with a lens, at most as much as can be read; empty for a sound one.
pub fn faults(lens: &Lens) -> Vec<LensFault> {
    let mut look = Look {
        lens,
        path: Vec::new(),
        found: Vec::new(),
    };
    look.whole();
    look.found.truncate(MOST);
    look.found
}

struct Look<'a> {
    lens: &'a Lens,
    path: Vec<LensStep>,
    found: Vec<LensFault>,
}

impl<'a> Look<'a> {
    fn at(&mut self, steps: &[LensStep], look: impl FnOnce(&mut Self)) {
        let before = self.path.len();
        self.path.extend_from_slice(steps);
        look(self);
        self.path.truncate(before);
    }

    fn say(&mut self, trouble: LensTrouble) {
        if self.found.len() <= MOST {
            self.found.push(LensFault {
                trouble,
                path: self.path.clone(),
            });
        }
    }

    fn say_at(&mut self, step: LensStep, trouble: LensTrouble) {
        self.at(&[step], |look| look.say(trouble));
    }

    fn whole(&mut self) {
        let lens = self.lens;
        self.code("id", &lens.id);
        self.text("title", &lens.title);
        self.text("about", &lens.about);
        if lens.fields.is_empty() {
            self.say(LensTrouble::NoFields);
        }
        for (name, count) in [
            ("fields", lens.fields.len()),
            ("checks", lens.checks.len()),
            ("figures", lens.figures.len()),
        ] {
            if count > MOST {
                self.say_at(Field(name), LensTrouble::TooMany(MOST));
            }
        }
        let codes = lens.fields.iter().map(|field| field.id.as_str());
        self.no_code_twice("fields", "id", codes);
        let codes = lens.checks.iter().map(|check| check.id.as_str());
        self.no_code_twice("checks", "id", codes);
        for (index, field) in lens.fields.iter().take(MOST).enumerate() {
            self.at(&[Field("fields"), Index(index)], |look| look.field(field));
        }
        for (index, check) in lens.checks.iter().take(MOST).enumerate() {
            self.at(&[Field("checks"), Index(index)], |look| look.check(check));
        }
        for (index, figure) in lens.figures.iter().take(MOST).enumerate() {
            self.at(&[Field("figures"), Index(index)], |look| {
                look.figure(figure);
            });
        }
    }

    fn code(&mut self, name: &'static str, code: &str) {
        let plain =
            |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-_".contains(sign);
        if code.is_empty() || code.len() > 64 || !code.chars().all(plain) {
            self.say_at(Field(name), LensTrouble::BadCode(short(code)));
        }
    }

    fn no_code_twice<'c>(
        &mut self,
        list: &'static str,
        name: &'static str,
        codes: impl Iterator<Item = &'c str>,
    ) {
        let mut seen = BTreeSet::new();
        for (index, code) in codes.enumerate().take(MOST) {
            if !seen.insert(code) {
                self.at(&[Field(list), Index(index), Field(name)], |look| {
                    look.say(LensTrouble::Twice(short(code)));
                });
            }
        }
    }

    fn text(&mut self, name: &'static str, text: &Bilingual) {
        self.at(&[Field(name)], |look| look.both(text));
    }

    fn both(&mut self, text: &Bilingual) {
        for (name, language, text) in [
            ("nl", Language::Dutch, &text.nl),
            ("en", Language::English, &text.en),
        ] {
            if text.trim().is_empty() {
                self.say(LensTrouble::NoText(language));
            } else if text.chars().count() > limits::NAME {
                self.say_at(Field(name), LensTrouble::LongText(limits::NAME));
            }
        }
    }

    fn field(&mut self, field: &LensField) {
        self.code("id", &field.id);
        self.text("label", &field.label);
        self.text("help", &field.help);
        self.at(&[Field("kind")], |look| look.kind(&field.kind, false));
        if let Some(core) = field.bind {
            if field.subject != LensSubject::Actor || !can_bind(core, &field.kind) {
                self.say_at(Field("bind"), LensTrouble::BadBind);
            }
            if field.private {
                self.say_at(Field("private"), LensTrouble::PrivateBind);
            }
        }
    }

    fn kind(&mut self, kind: &FieldKind, in_pair: bool) {
        match kind {
            FieldKind::Scale {
                low,
                high,
                low_label,
                high_label,
            } => {
                if low >= high {
                    self.say_at(Field("low"), LensTrouble::NoSteps);
                } else if i64::from(*high) - i64::from(*low) >= STEPS {
                    self.say_at(Field("high"), LensTrouble::ManySteps(STEPS));
                }
                self.text("low_label", low_label);
                self.text("high_label", high_label);
            }
            FieldKind::Choice(options)
            | FieldKind::Choices(options)
            | FieldKind::Ranked(options) => self.at(&[Index(0)], |look| look.options(options)),
            FieldKind::Triangle(corners) => {
                for (index, corner) in corners.iter().enumerate() {
                    self.at(&[Index(0), Index(index)], |look| look.both(corner));
                }
            }
            FieldKind::NowAndWanted(_) if in_pair => self.say(LensTrouble::PairInPair),
            FieldKind::NowAndWanted(kind) => {
                self.at(&[Index(0)], |look| look.kind(kind, true));
            }
            FieldKind::Short | FieldKind::Long | FieldKind::Date | FieldKind::Actors => {}
        }
    }

    fn options(&mut self, options: &[LensOption]) {
        if options.is_empty() {
            self.say(LensTrouble::Nothing);
        }
        if options.len() > MOST {
            self.say(LensTrouble::TooMany(MOST));
        }
        let mut seen = BTreeSet::new();
        for (index, option) in options.iter().take(MOST).enumerate() {
            self.at(&[Index(index)], |look| {
                look.code("code", &option.code);
                if !seen.insert(&option.code) {
                    look.say_at(Field("code"), LensTrouble::Twice(short(&option.code)));
                }
                look.text("label", &option.label);
                look.text("help", &option.help);
            });
        }
    }

    fn check(&mut self, check: &LensCheck) {
        self.code("id", &check.id);
        self.text("asks", &check.asks);
        self.at(&[Field("when")], |look| {
            look.condition(&check.when, check.subject, 1);
        });
    }

    fn condition(&mut self, condition: &Condition, subject: LensSubject, depth: usize) {
        if depth > DEPTH {
            self.say(LensTrouble::TooDeep(DEPTH));
            return;
        }
        match condition {
            Condition::Missing(field) => {
                self.named(field, subject, |_| true);
            }
            Condition::AtMost(field, step) | Condition::AtLeast(field, step) => {
                if let Some(found) = self.named(field, subject, scale_of_any)
                    && !has_step(&found.kind, *step)
                {
                    self.say_at(Index(1), LensTrouble::NoSuchStep(*step));
                }
            }
            Condition::Is(field, code) => {
                if let Some(found) = self.named(field, subject, |kind| options_of(kind).is_some())
                    && !options_of(&found.kind)
                        .is_some_and(|options| options.iter().any(|option| option.code == *code))
                {
                    self.say_at(Index(1), LensTrouble::NoSuchOption(short(code)));
                }
            }
            Condition::Lowest(field, others) => {
                self.named(field, subject, scale_of_any);
                if others.is_empty() {
                    self.say_at(Index(1), LensTrouble::Nothing);
                }
                for (index, other) in others.iter().take(MOST).enumerate() {
                    self.at(&[Index(1)], |look| {
                        look.named_at(Index(index), other, subject, scale_of_any);
                    });
                }
            }
            Condition::EndsDiffer(field) => {
                self.of_ends(field, subject, |_| true);
            }
            Condition::EndsApart(field, steps) => {
                self.of_ends(field, subject, scale_of_any);
                self.difference(*steps);
            }
            Condition::Gap(field, steps) => {
                self.named(field, subject, |kind| {
                    matches!(kind, FieldKind::NowAndWanted(_))
                });
                self.difference(*steps);
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::Neither(parts) => {
                if parts.is_empty() {
                    self.say(LensTrouble::Nothing);
                }
                for (index, part) in parts.iter().take(MOST).enumerate() {
                    self.at(&[Index(0), Index(index)], |look| {
                        look.condition(part, subject, depth + 1);
                    });
                }
            }
        }
    }

    fn difference(&mut self, steps: i32) {
        if steps < 1 {
            self.say_at(Index(1), LensTrouble::NoDifference);
        }
    }

    fn of_ends(&mut self, field: &str, subject: LensSubject, meets: fn(&FieldKind) -> bool) {
        if subject == LensSubject::Relation {
            self.named(field, LensSubject::Actor, meets);
        } else {
            self.say(LensTrouble::OtherSubject(short(field)));
        }
    }

    fn named(
        &mut self,
        code: &str,
        subject: LensSubject,
        meets: fn(&FieldKind) -> bool,
    ) -> Option<&'a LensField> {
        self.named_at(Index(0), code, subject, meets)
    }

    fn named_at(
        &mut self,
        step: LensStep,
        code: &str,
        subject: LensSubject,
        meets: fn(&FieldKind) -> bool,
    ) -> Option<&'a LensField> {
        let Some(field) = self.lens.fields.iter().find(|field| field.id == code) else {
            self.say_at(step, LensTrouble::UnknownField(short(code)));
            return None;
        };
        if field.subject != subject {
            self.say_at(step, LensTrouble::OtherSubject(short(code)));
            return None;
        }
        if !meets(&field.kind) {
            self.say_at(step, LensTrouble::OtherKind(short(code)));
            return None;
        }
        Some(field)
    }

    fn figure(&mut self, figure: &LensFigure) {
        match figure {
            LensFigure::Radar { title, fields } => {
                self.text("title", title);
                if fields.len() < 3 {
                    self.say_at(Field("fields"), LensTrouble::FewSpokes(3));
                } else if fields.len() > 12 {
                    self.say_at(Field("fields"), LensTrouble::TooMany(12));
                }
                let first = fields
                    .first()
                    .and_then(|code| self.lens.fields.iter().find(|field| field.id == *code));
                let subject = first.map_or(LensSubject::Actor, |field| field.subject);
                for (index, code) in fields.iter().take(12).enumerate() {
                    self.at(&[Field("fields")], |look| {
                        look.named_at(Index(index), code, subject, scale_of_any);
                    });
                }
            }
            LensFigure::Triangle { field } => {
                let found = self.lens.fields.iter().find(|found| found.id == *field);
                let subject = found.map_or(LensSubject::Actor, |field| field.subject);
                self.named_at(Field("field"), field, subject, |kind| {
                    matches!(inner(kind), FieldKind::Triangle(_))
                });
            }
        }
    }
}

fn scale_of_any(kind: &FieldKind) -> bool {
    matches!(inner(kind), FieldKind::Scale { .. })
}

fn has_step(kind: &FieldKind, step: i32) -> bool {
    match inner(kind) {
        FieldKind::Scale { low, high, .. } => (*low..=*high).contains(&step),
        _ => false,
    }
}

fn options_of(kind: &FieldKind) -> Option<&[LensOption]> {
    match inner(kind) {
        FieldKind::Choice(options) | FieldKind::Choices(options) | FieldKind::Ranked(options) => {
            Some(options)
        }
        _ => None,
    }
}

/// Says whether what the core keeps can be answered in this kind.
fn can_bind(core: CoreField, kind: &FieldKind) -> bool {
    let highest = match core {
        CoreField::Relatedness | CoreField::Autonomy | CoreField::Competence => 5,
        CoreField::Participation => 4,
        CoreField::Talents => return *kind == FieldKind::Short,
    };
    match kind {
        FieldKind::Scale { low, high, .. } => *low == 1 && *high == highest,
        FieldKind::Choice(options) => {
            let codes: BTreeSet<&str> = options.iter().map(|option| option.code.as_str()).collect();
            usize::try_from(highest).is_ok_and(|count| options.len() == count)
                && (1..=highest).all(|step| codes.contains(step.to_string().as_str()))
        }
        _ => false,
    }
}

/// Gives the start of a code, to be shown.
fn short(code: &str) -> String {
    code.chars().take(40).collect()
}
