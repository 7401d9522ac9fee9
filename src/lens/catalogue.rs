//! Which lenses there are on a map: those of the program and those that came with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answer::key;
use super::fault::LensFault;
use super::key::QuestionKey;
use super::sound::faults;
use crate::model::{Document, Lens, LensField, LensSubject};

/// The lenses that a map can use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    lenses: Vec<Arc<Lens>>,
    own: BTreeSet<String>,
    unsound: Vec<(Arc<Lens>, Vec<LensFault>)>,
}

/// A question with the lens it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The lens.
    pub lens: &'a Lens,
    /// The question.
    pub field: &'a LensField,
}

impl Question<'_> {
    /// Gives the name under which answers are kept.
    pub fn name(&self) -> String {
        key(self.lens, self.field)
    }

    /// Gives that name as something small.
    pub fn key(&self) -> QuestionKey {
        QuestionKey::new(&self.name())
    }
}

impl Catalogue {
    /// Puts the lenses together. A lens of the map stands in the place of one of the program with the same code, but
    /// makes no private question public.
    pub fn of(built_in: &[Arc<Lens>], own: &[Lens]) -> Self {
        let mut catalogue = Self {
            lenses: built_in.to_vec(),
            ..Self::default()
        };
        for lens in own {
            let mut lens = lens.clone();
            let found = faults(&lens);
            if !found.is_empty() {
                catalogue.unsound.push((Arc::new(lens), found));
                continue;
            }
            catalogue.own.insert(lens.id.clone());
            match catalogue
                .lenses
                .iter_mut()
                .find(|known| known.id == lens.id)
            {
                Some(known) => {
                    for field in &mut lens.fields {
                        field.private |= known
                            .fields
                            .iter()
                            .any(|known| known.id == field.id && known.private);
                    }
                    *known = Arc::new(lens);
                }
                None => catalogue.lenses.push(Arc::new(lens)),
            }
        }
        catalogue.lenses.sort_by_key(|lens| !lens.front);
        catalogue
    }

    /// Lists every lens, those up front first.
    pub fn lenses(&self) -> impl Iterator<Item = &Lens> {
        self.lenses.iter().map(Arc::as_ref)
    }

    /// Finds a lens by its code.
    pub fn get(&self, id: &str) -> Option<&Lens> {
        self.lenses().find(|lens| lens.id == id)
    }

    /// Says whether a lens came with the map.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains(id)
    }

    /// Lists the lenses of the map that cannot be used, with what is wrong.
    pub fn unsound(&self) -> impl Iterator<Item = (&Lens, &[LensFault])> {
        self.unsound
            .iter()
            .map(|(lens, faults)| (lens.as_ref(), faults.as_slice()))
    }

    /// Lists the lenses that are on.
    pub fn on<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Lens> {
        self.lenses()
            .filter(|lens| document.lenses_on.contains(&lens.id))
    }

    /// Lists the questions of the lenses that are on, by what they are asked of.
    pub fn questions_on<'a>(
        &'a self,
        document: &'a Document,
        subject: LensSubject,
    ) -> impl Iterator<Item = Question<'a>> {
        self.on(document).flat_map(move |lens| {
            lens.fields
                .iter()
                .filter(move |field| field.subject == subject)
                .map(move |field| Question { lens, field })
        })
    }

    /// Finds a question by the name under which its answers are kept.
    pub fn question(&self, key: &str) -> Option<Question<'_>> {
        let (lens, code) = key.split_once('.')?;
        let lens = self.get(lens)?;
        let field = lens.fields.iter().find(|field| field.id == code)?;
        Some(Question { lens, field })
    }

    /// Lists the names of the private questions.
    pub fn private_questions(&self) -> BTreeSet<String> {
        self.lenses()
            .flat_map(|lens| lens.fields.iter().map(move |field| (lens, field)))
            .filter(|(_, field)| field.private)
            .map(|(lens, field)| key(lens, field))
            .collect()
    }
}
