//! What is known while a file is read: where we are, what was noticed, what is wrong.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use serde::de;
use sha2::{Digest as _, Sha256};

use crate::model::{Identity, RawEntity};
use crate::storage::read::{Fault, Notice};

/// A step of the path to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step<'de> {
    /// A field of a struct.
    Field(&'de str),
    /// An item of a list.
    Index(usize),
    /// The item of a list that has this identity.
    Id(String),
}

impl Step<'_> {
    /// Gives the place in a list.
    pub(crate) fn index(&self) -> Option<usize> {
        match self {
            Self::Index(index) => Some(*index),
            Self::Field(_) | Self::Id(_) => None,
        }
    }
}

impl Display for Step<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => out.write_str(name),
            Self::Index(index) => write!(out, "{}", index + 1),
            Self::Id(id) => out.write_str(id),
        }
    }
}

/// Whether one bad entity refuses the file or is kept aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Fast: stops at the first fault.
    Strict,
    /// Slower: reads each entity of a list on its own.
    Salvage,
}

/// Something noticed, with the path to it.
#[derive(Debug, Clone)]
pub(crate) struct Found<'de> {
    /// What.
    pub(crate) notice: Notice,
    /// Where.
    pub(crate) path: Vec<Step<'de>>,
    /// Where in the source, when that is more exact than the path.
    pub(crate) at: Option<usize>,
    /// What was kept aside for it.
    pub(crate) kept: Option<RawEntity>,
}

/// An entity kept as it stood, with the path to it.
#[derive(Debug, Clone)]
pub(crate) struct Kept<'de> {
    /// Its text.
    pub(crate) raw: Cow<'de, str>,
    /// Where it stood.
    pub(crate) path: Vec<Step<'de>>,
    /// The place of its notice among what was found.
    pub(crate) notice: usize,
}

/// Where an entity stands in a file: in which moment, in which list, in what place.
type Stand = (Option<usize>, String, usize);

/// What is known while a file is read.
#[derive(Debug)]
pub(crate) struct Context<'de> {
    /// The whole text.
    pub(crate) source: &'de str,
    /// What happens to a bad entity.
    pub(crate) mode: Mode,
    pub(crate) path: RefCell<Vec<Step<'de>>>,
    pub(crate) found: RefCell<Vec<Found<'de>>>,
    pub(crate) kept: RefCell<Vec<Kept<'de>>>,
    /// The identity of each entity by its place in the file: the moment, the list, the place in the list.
    ids: RefCell<BTreeMap<Stand, String>>,
    fault: RefCell<Option<Fault>>,
    derived: Cell<u32>,
}

impl<'de> Context<'de> {
    /// Starts reading a text.
    pub(crate) fn new(source: &'de str, mode: Mode) -> Self {
        Self {
            source,
            mode,
            path: RefCell::default(),
            found: RefCell::default(),
            kept: RefCell::default(),
            ids: RefCell::default(),
            fault: RefCell::default(),
            derived: Cell::new(0),
        }
    }

    /// Does something one step further; after an error the path keeps pointing at it.
    pub(crate) fn at<T, E>(
        &self,
        step: Step<'de>,
        act: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        self.path.borrow_mut().push(step);
        let done = act()?;
        self.path.borrow_mut().pop();
        Ok(done)
    }

    /// Notes something here.
    pub(crate) fn notice(&self, notice: Notice) {
        let path = self.path.borrow().clone();
        self.found.borrow_mut().push(Found {
            notice,
            path,
            at: None,
            kept: None,
        });
    }

    /// Notes something here, and keeps the text it is about.
    pub(crate) fn notice_and_keep(&self, notice: Notice, step: Step<'de>, raw: Cow<'de, str>) {
        let mut path = self.path.borrow().clone();
        path.push(step);
        self.kept.borrow_mut().push(Kept {
            raw,
            path: path.clone(),
            notice: self.found.borrow().len(),
        });
        self.found.borrow_mut().push(Found {
            notice,
            path,
            at: None,
            kept: None,
        });
    }

    /// Remembers the identity of an entity by its place in the file, when something was noticed.
    pub(crate) fn remember(
        &self,
        moment: Option<usize>,
        list: &str,
        index: usize,
        id: &dyn Display,
    ) {
        if !self.found.borrow().is_empty() {
            let place = (moment, list.to_owned(), index);
            self.ids.borrow_mut().insert(place, id.to_string());
        }
    }

    /// Gives the identity of the entity that a step leads to.
    pub(crate) fn identity(
        &self,
        moment: Option<usize>,
        list: &str,
        step: &Step<'_>,
    ) -> Option<String> {
        match step {
            Step::Id(id) => Some(id.clone()),
            Step::Index(index) => {
                let place = (moment, list.to_owned(), *index);
                self.ids.borrow().get(&place).cloned()
            }
            Step::Field(_) => None,
        }
    }

    /// Notes something at a field of the present struct.
    pub(crate) fn notice_field(&self, field: &'de str, notice: Notice) {
        let mut path = self.path.borrow().clone();
        path.push(Step::Field(field));
        self.found.borrow_mut().push(Found {
            notice,
            path,
            at: None,
            kept: None,
        });
    }

    /// Says what is wrong here, and gives the error that stops the reading.
    pub(crate) fn fail<E: de::Error>(&self, fault: Fault) -> E {
        let error = E::custom(&fault);
        self.fault.borrow_mut().get_or_insert(fault);
        error
    }

    /// Says what is wrong at a field of the present struct.
    pub(crate) fn fail_field<E: de::Error>(&self, field: &'de str, fault: Fault) -> E {
        self.path.borrow_mut().push(Step::Field(field));
        self.fail(fault)
    }

    /// Gives back what was said to be wrong.
    pub(crate) fn take_fault(&self) -> Option<Fault> {
        self.fault.borrow_mut().take()
    }

    /// Says whether the value being read is the identity of its entity.
    pub(crate) fn at_own_id(&self) -> bool {
        matches!(self.path.borrow().last(), Some(Step::Field("id")))
    }

    /// Gives the identity for a text that has another form: the same one each time.
    pub(crate) fn id_for<I: Identity>(text: &dyn Display) -> I {
        derive(&format!("{}{text}", I::PREFIX))
    }

    /// Gives an identity of its own to something without one: the same for the same file.
    pub(crate) fn new_id<I: Identity>(&self) -> I {
        let count = self.derived.get();
        self.derived.set(count.wrapping_add(1));
        let path = format!("{:?}", self.path.borrow());
        derive(&format!("{}{path}{count}", I::PREFIX))
    }

    /// Gives an identity that is not taken.
    pub(crate) fn new_id_unlike<I: Identity>(&self, taken: &BTreeSet<I>) -> I {
        loop {
            let id = self.new_id();
            if !taken.contains(&id) {
                return id;
            }
        }
    }

    /// Gives the most entries that the list being read may have.
    pub(crate) fn list_limit(&self) -> usize {
        use crate::model::limits;
        match self.path.borrow().last() {
            Some(Step::Field("actors")) => limits::ACTORS,
            Some(Step::Field("relations")) => limits::RELATIONS,
            Some(Step::Field("moments")) => limits::MOMENTS,
            Some(Step::Field(_) | Step::Index(_) | Step::Id(_)) | None => limits::LIST,
        }
    }
}

/// Makes an identity of a text.
fn derive<I: Identity>(text: &str) -> I {
    let digest = Sha256::digest(text.as_bytes());
    let bits = digest
        .iter()
        .take(16)
        .fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    I::from_bits(bits)
}
