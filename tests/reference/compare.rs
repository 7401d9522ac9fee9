//! Compares two JSON values within a tolerance and counts what it compared.

use serde_json::Value;

/// How the ends of two lists must meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// Both lists end together.
    Same,
    /// The expected list may be only the beginning.
    Beginning,
}

/// What was compared and what differed.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    compared: usize,
    faults: Vec<String>,
}

impl Tally {
    pub(crate) fn compared(&self) -> usize {
        self.compared
    }

    pub(crate) fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Counts one comparison, and a fault where it does not hold.
    pub(crate) fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        self.compared += 1;
        if !holds {
            self.faults.push(what());
        }
    }

    pub(crate) fn number(&mut self, place: &str, expected: f64, found: f64, tolerance: f64) {
        let near = (expected - found).abs() <= tolerance * expected.abs().max(1.0);
        self.check(near, || {
            format!("{place}: expected {expected}, found {found}")
        });
    }

    /// Compares everything that is expected; what is found may hold more keys.
    pub(crate) fn value(
        &mut self,
        place: &str,
        expected: &Value,
        found: &Value,
        tolerance: f64,
        length: Length,
    ) {
        match (expected, found) {
            (Value::Number(x), Value::Number(y)) => {
                let (x, y) = (x.as_f64(), y.as_f64());
                self.number(
                    place,
                    x.unwrap_or(f64::NAN),
                    y.unwrap_or(f64::NAN),
                    tolerance,
                );
            }
            (Value::Array(x), Value::Array(y)) => {
                let fits = match length {
                    Length::Same => x.len() == y.len(),
                    Length::Beginning => x.len() <= y.len(),
                };
                self.check(fits, || {
                    format!("{place}: expected {} entries, found {}", x.len(), y.len())
                });
                for (k, (a, b)) in x.iter().zip(y).enumerate() {
                    self.value(&format!("{place}[{k}]"), a, b, tolerance, Length::Same);
                }
            }
            (Value::Object(x), Value::Object(y)) => {
                for (key, a) in x {
                    let b = y.get(key).unwrap_or(&Value::Null);
                    self.value(&format!("{place}.{key}"), a, b, tolerance, length);
                }
            }
            _ => self.check(expected == found, || {
                format!("{place}: expected {expected}, found {found}")
            }),
        }
    }
}
