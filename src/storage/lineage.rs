//! Which revision a map is: every save that changed its content gets a random name, and the file lists the last ones.

use crate::model::{Document, IdSource};

/// Gives a map its next revision when its content differs from what was saved last.
///
/// A colleague who sends the map back sends these names along, so that the common base of both versions is known.
#[must_use]
pub fn with_new_revision(
    document: &Document,
    saved: Option<&Document>,
    ids: &mut IdSource,
) -> Document {
    let mut next = document.clone();
    if let Some(saved) = saved {
        // The lineage itself is no content.
        next.lineage.clone_from(&saved.lineage);
        if next == *saved {
            return next;
        }
        next.lineage.clone_from(&document.lineage);
    }
    next.lineage.push(ids.fresh());
    let surplus = next.lineage.len().saturating_sub(Document::LINEAGE);
    next.lineage.drain(..surplus);
    next
}

/// Gives a copy that leaves a revision of its own, so that it is known when it comes back.
///
/// A copy that leaves something out forgets where it comes from: what was left out would else look as if the receiver
/// had taken it out.
#[must_use]
pub fn as_sent(copy: &Document, whole: bool, ids: &mut IdSource) -> Document {
    let mut sent = copy.clone();
    if !whole {
        sent.lineage.clear();
    }
    with_new_revision(&sent, None, ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_revision_is_added_when_the_content_changed_and_the_oldest_is_forgotten() {
        let mut ids = IdSource::new(1);
        let empty = Document::new(ids.fresh(), Language::Dutch);
        let first = with_new_revision(&empty, None, &mut ids);
        assert_eq!(first.lineage.len(), 1);
        assert_eq!(with_new_revision(&first, Some(&first), &mut ids), first);
        let mut last = first;
        for count in 0..20 {
            let mut changed = last.clone();
            changed.title = format!("{count}");
            last = with_new_revision(&changed, Some(&last), &mut ids);
        }
        assert_eq!(last.lineage.len(), Document::LINEAGE);
        let distinct: std::collections::BTreeSet<_> = last.lineage.iter().collect();
        assert_eq!(distinct.len(), Document::LINEAGE);
    }
}
