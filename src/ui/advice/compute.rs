//! What is reckoned of the map beside the window: one job per state of it, that stops when a newer one comes.

use std::sync::{Arc, LazyLock};

use eframe::egui;

use crate::analysis::advice::{Label, listed};
use crate::analysis::{Analysis, FieldOf, Thresholds, analyse, field_of_content};
use crate::exchange::thresholds::{SHIPPED, read_thresholds};
use crate::model::Document;
use crate::session::Session;
pub(super) use crate::ui::background::{Job, Reporter, Told, When};

/// The weights and thresholds that come with the program.
pub(super) static SETTINGS: LazyLock<Thresholds> =
    LazyLock::new(|| read_thresholds(SHIPPED).unwrap_or_default());

/// What follows from one state of the map.
#[derive(Debug)]
pub(super) struct Computed {
    /// The generation of the map it was reckoned for.
    pub(super) generation: u64,
    /// The map it was reckoned for.
    pub(super) document: Arc<Document>,
    /// The field of the map.
    pub(super) of: Arc<FieldOf>,
    /// What follows from it.
    pub(super) analysis: Arc<Analysis>,
    /// The pairs for verbinden in the order of the list, as places in the advice.
    pub(super) verbinden: Vec<usize>,
    /// The pairs for regie.
    pub(super) regie: Vec<usize>,
}

/// Follows the map: keeps the newest result and reckons when the map changed.
#[derive(Debug, Default)]
pub(super) struct Computation {
    pub(super) when: When,
    running: Option<(Arc<Document>, Job<Computed>)>,
    result: Option<Arc<Computed>>,
}

impl Computation {
    /// Takes what was found, and starts or stops reckoning as the map asks.
    pub(super) fn follow(&mut self, session: &Session, ctx: &egui::Context) {
        let wanted = session.committed();
        self.take();
        let have = |document: &Arc<Document>| Arc::ptr_eq(document, wanted);
        if self.result.as_ref().is_some_and(|got| have(&got.document)) {
            self.running = None;
            return;
        }
        if self
            .running
            .as_ref()
            .is_some_and(|(document, _)| have(document))
        {
            return;
        }
        self.start(wanted, session.generation(), ctx, self.when);
        self.take();
    }

    /// Gives the newest result.
    pub(super) fn result(&self) -> Option<&Arc<Computed>> {
        self.result.as_ref()
    }

    /// Says whether the result holds for the map as it is shown.
    pub(super) fn current(&self, session: &Session) -> bool {
        let holds = |got: &Arc<Computed>| Arc::ptr_eq(&got.document, session.committed());
        !session.previewing() && self.result.as_ref().is_some_and(holds)
    }

    fn start(&mut self, wanted: &Arc<Document>, generation: u64, ctx: &egui::Context, when: When) {
        let document = Arc::clone(wanted);
        let before = self.result.clone();
        let job = Job::start(when, ctx, move |reporter| {
            if let Some(found) = compute(document, generation, before.as_deref(), reporter) {
                reporter.tell(found);
            }
        });
        self.running = Some((Arc::clone(wanted), job));
    }

    fn take(&mut self) {
        let Some((document, job)) = &self.running else {
            return;
        };
        match job.newest() {
            Told::Nothing => {}
            Told::Found(found) => {
                let newer = self
                    .result
                    .as_ref()
                    .is_none_or(|got| got.generation <= found.generation);
                if newer {
                    self.result = Some(Arc::new(found));
                }
                self.running = None;
            }
            Told::Ended => {
                let (document, ctx) = (Arc::clone(document), egui::Context::default());
                self.running = None;
                self.start(&document, 0, &ctx, When::AtOnce);
                if let Some((_, job)) = &self.running
                    && let Told::Found(found) = job.newest()
                {
                    self.result = Some(Arc::new(found));
                }
                self.running = None;
            }
        }
    }
}

/// Reckons one state of the map; a change that the measures do not see takes over the result before it.
fn compute(
    document: Arc<Document>,
    generation: u64,
    before: Option<&Computed>,
    reporter: &Reporter<Computed>,
) -> Option<Computed> {
    let of = field_of_content(&document.now);
    if let Some(before) = before.filter(|before| *before.of == of) {
        return Some(Computed {
            generation,
            document,
            of: Arc::clone(&before.of),
            analysis: Arc::clone(&before.analysis),
            verbinden: before.verbinden.clone(),
            regie: before.regie.clone(),
        });
    }
    let analysis = analyse(&of.field, &SETTINGS, &|| reporter.go_on())?;
    Some(Computed {
        generation,
        document,
        verbinden: listed(&of.field, &analysis, Label::Verbinden),
        regie: listed(&of.field, &analysis, Label::Regie),
        of: Arc::new(of),
        analysis: Arc::new(analysis),
    })
}
