//! Structural holes after Burt (1992): how much room an actor has.

use crate::analysis::numbers::{count, ratio, rounded};
use crate::analysis::views::Csr;

/// Whether tie strength counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Every tie counts the same.
    Ignored,
    /// Ties count by their weight.
    Counted,
}

/// The four measures of one actor's room to move.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Holes {
    /// Constraint, see [`holes`].
    pub constraint: Option<f64>,
    /// The number of contacts that bring something new.
    pub effective_size: Option<f64>,
    /// Effective size over the number of contacts.
    pub efficiency: Option<f64>,
    /// Whether the constraint hangs on one contact.
    pub hierarchy: Option<f64>,
}

/// Computes Burt's measures for every actor on the undirected view.
///
/// *Formula.* With p(i,j) the share of j in i's ties, constraint is the sum over
/// contacts j of (p(i,j) + sum over shared contacts q of p(i,q) p(q,j)) squared;
/// effective size the sum over j of 1 minus the sum over q of p(i,q) times the
/// weight of j-q over j's largest weight; hierarchy the Coleman-Theil disorder
/// of the parts of the constraint.
/// *Range.* Constraint from 0, above 1 is possible (a triangle has 1.125);
/// efficiency 0 to 1. *Edge cases.* An isolate has `None` throughout; one
/// contact gives constraint, size and hierarchy 1.
/// *In a session.* "So many contacts, of which so many bring something new."
pub fn holes(view: &Csr, strength: Strength) -> Vec<Holes> {
    let view = match strength {
        Strength::Ignored => &view.unweighted(),
        Strength::Counted => view,
    };
    let totals: Vec<f64> = (0..view.n()).map(|v| view.strength(v)).collect();
    let largest: Vec<f64> = (0..view.n())
        .map(|v| view.weighted_row(v).map(|(_, w)| w).fold(0.0, f64::max))
        .collect();
    let mut share = vec![0.0; view.n()];
    (0..view.n())
        .map(|i| of_actor(view, i, &totals, &largest, &mut share))
        .collect()
}

/// Fills in one actor; `share` is a scratch list of zeros and is left so.
fn of_actor(view: &Csr, i: usize, totals: &[f64], largest: &[f64], share: &mut [f64]) -> Holes {
    let degree = view.degree(i);
    if degree == 0 {
        return Holes::default();
    }
    for (j, weight) in view.weighted_row(i) {
        share[j] = weight / totals[i];
    }
    let mut parts = Vec::with_capacity(degree);
    let mut size = 0.0;
    for (j, _) in view.weighted_row(i) {
        let (mut indirect, mut redundant) = (0.0, 0.0);
        for (q, weight) in view.weighted_row(j) {
            if share[q] > 0.0 {
                indirect += share[q] * weight / totals[q];
                redundant += share[q] * weight / largest[j];
            }
        }
        parts.push((share[j] + indirect).powi(2));
        size += 1.0 - redundant;
    }
    for (j, _) in view.weighted_row(i) {
        share[j] = 0.0;
    }
    Holes {
        constraint: Some(parts.iter().sum()),
        effective_size: Some(size),
        efficiency: Some(size / count(degree)),
        hierarchy: hierarchy(&parts),
    }
}

fn hierarchy(parts: &[f64]) -> Option<f64> {
    let degree = count(parts.len());
    if parts.len() == 1 {
        return Some(1.0);
    }
    let mean = parts.iter().sum::<f64>() / degree;
    let sum: f64 = parts.iter().map(|c| (c / mean) * (c / mean).ln()).sum();
    ratio(sum, degree * degree.ln())
}

/// A contact that the official does not have yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewContact {
    /// The actor.
    pub contact: usize,
    /// The official's constraint with this contact added.
    pub constraint_after: f64,
    /// How far the constraint drops; `None` where there was none.
    pub drop: Option<f64>,
    /// The number of contacts already shared.
    pub shared: usize,
}

/// The contacts that would give the official most room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewContacts {
    /// The official's constraint now.
    pub constraint_now: Option<f64>,
    /// The candidates, the lowest constraint first, then shared contacts, then number.
    pub contacts: Vec<NewContact>,
}

/// Ranks the actors the official is not tied to by the constraint after meeting them.
///
/// Unweighted, undirected view. *Edge cases.* No official or nobody left: an
/// empty list. *In a session.* "Whom to meet next to gain room to move."
pub fn new_contacts(view: &Csr, official: usize) -> NewContacts {
    let n = view.n();
    if official >= n {
        return NewContacts::default();
    }
    let now = constraint_of(view, official, None);
    let mut contacts: Vec<NewContact> = (0..n)
        .filter(|&j| j != official && !view.tied(official, j))
        .filter_map(|j| {
            let after = constraint_of(view, official, Some(j))?;
            Some(NewContact {
                contact: j,
                constraint_after: after,
                drop: now.map(|c| c - after),
                shared: view.shared(official, j).len(),
            })
        })
        .collect();
    contacts.sort_by(|a, b| {
        rounded(a.constraint_after)
            .total_cmp(&rounded(b.constraint_after))
            .then(a.shared.cmp(&b.shared))
            .then(a.contact.cmp(&b.contact))
    });
    NewContacts {
        constraint_now: now,
        contacts,
    }
}

/// The unweighted constraint of one actor, with one contact added if asked.
fn constraint_of(view: &Csr, i: usize, added: Option<usize>) -> Option<f64> {
    let contacts: Vec<usize> = view
        .row(i)
        .iter()
        .map(|&v| v as usize)
        .chain(added)
        .collect();
    let own = 1.0 / count(contacts.len());
    let degree = |q: usize| count(view.degree(q) + usize::from(added == Some(q)));
    let parts = contacts.iter().map(|&j| {
        let indirect: f64 = contacts
            .iter()
            .filter(|&&q| q != j && view.tied(q, j))
            .map(|&q| own / degree(q))
            .sum();
        (own + indirect).powi(2)
    });
    (!contacts.is_empty()).then(|| parts.sum())
}
