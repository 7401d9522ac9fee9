//! Work beside the window, on a thread of its own, that stops when nobody waits for it any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use eframe::egui;

/// Where jobs run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum When {
    /// Each on a thread of its own.
    #[default]
    InBackground,
    /// At once: in tests, and where no thread can be had.
    AtOnce,
}

/// A job that tells what it finds; it stops when this is dropped.
#[derive(Debug)]
pub(crate) struct Job<T> {
    found: Receiver<T>,
    stop: Arc<AtomicBool>,
}

/// With what a job tells what it found.
pub(crate) struct Reporter<T> {
    send: Sender<T>,
    stop: Arc<AtomicBool>,
    ctx: egui::Context,
}

/// What a job has to tell.
pub(crate) enum Told<T> {
    /// Nothing new yet.
    Nothing,
    /// The newest thing it found.
    Found(T),
    /// It ended.
    Ended,
}

impl<T: Send + 'static> Job<T> {
    /// Starts a job.
    pub(crate) fn start(
        when: When,
        ctx: &egui::Context,
        work: impl FnOnce(&Reporter<T>) + Send + 'static,
    ) -> Self {
        let (send, found) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let reporter = Reporter {
            send,
            stop: Arc::clone(&stop),
            ctx: ctx.clone(),
        };
        match when {
            When::AtOnce => work(&reporter),
            When::InBackground => {
                // Without a thread the job ends without a result, and the next look at it starts it at once.
                drop(thread::Builder::new().spawn(move || work(&reporter)));
            }
        }
        Self { found, stop }
    }

    /// Gives the newest thing the job found.
    pub(crate) fn newest(&self) -> Told<T> {
        let mut newest = Told::Nothing;
        loop {
            match self.found.try_recv() {
                Ok(found) => newest = Told::Found(found),
                Err(TryRecvError::Empty) => return newest,
                Err(TryRecvError::Disconnected) => {
                    return match newest {
                        Told::Nothing => Told::Ended,
                        Told::Found(_) | Told::Ended => newest,
                    };
                }
            }
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl<T> Reporter<T> {
    /// Says whether anybody still waits for the result.
    pub(crate) fn go_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    /// Tells what was found.
    pub(crate) fn tell(&self, found: T) {
        // Nobody waits any more when this fails.
        drop(self.send.send(found));
        self.ctx.request_repaint();
    }
}
