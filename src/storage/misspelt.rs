//! A field that was misspelt in a file: its value goes to the field that was meant, when the user says so.

use super::{print_document, read};
use crate::model::Document;

/// Moves the value of an unknown field of an entity to a known one; `None` where it does not fit there.
pub fn move_unknown(
    document: &Document,
    list: &str,
    id: &str,
    from: &str,
    to: &str,
) -> Option<Document> {
    let text = print_document(document);
    let (list, id) = (
        format!("    {list}: ["),
        format!("            id: \"{id}\","),
    );
    let (from, to) = (
        format!("            {from}: "),
        format!("            {to}: "),
    );
    let mut lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|line| *line == list)?;
    let within = |place: usize| lines.iter().skip(place);
    let entity = start + within(start).position(|line| *line == id)?;
    let end = entity + within(entity).position(|line| *line == "        ),")?;
    let known = within(entity).take(end - entity);
    // A field that is there already is not written over.
    if known.clone().any(|line| line.starts_with(&to)) {
        return None;
    }
    let place = entity + known.clone().position(|line| line.starts_with(&from))?;
    let moved = format!("{to}{}", lines.get(place)?.strip_prefix(&from)?);
    *lines.get_mut(place)? = &moved;
    let mut after = lines.join("\n");
    after.push('\n');
    let loaded = read(after.as_bytes()).ok()?;
    let kept = loaded.document.unreadable == document.unreadable
        && loaded.document.dangling == document.dangling;
    // What does not fit in the field stays what it was, and nothing else may have changed.
    (kept && loaded.notices.len() < read(text.as_bytes()).ok()?.notices.len())
        .then_some(loaded.document)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "(format: \"krachtenveld\", version: 1, id: \"d-0000000000000001\",\n\
        actors: [(id: \"a-0000000000000001\", name: \"Jan\", pover: Given(value: 4), tags: [\"x\"]),\n\
        (id: \"a-0000000000000002\", name: \"Piet\", pover: \"veel\")])\n";

    #[test]
    fn a_misspelt_field_is_moved_where_it_fits_and_nothing_else_changes() {
        let document = read(MAP.as_bytes()).unwrap().document;
        let moved =
            |id: &str, from: &str, to: &str| move_unknown(&document, "actors", id, from, to);
        let after = moved("a-0000000000000001", "pover", "power").unwrap();
        let mut actors = after.now.actors.iter();
        let (jan, piet) = (actors.next().unwrap(), actors.next().unwrap());
        assert_eq!(jan.power.number(), Some(4.0));
        assert!(jan.unknown.fields().is_empty());
        assert_eq!(Some(piet), document.now.actors.get(piet.id));
        // What is no such value, or has a field already, stays where it is.
        assert_eq!(moved("a-0000000000000002", "pover", "power"), None);
        assert_eq!(moved("a-0000000000000001", "pover", "tags"), None);
        assert_eq!(moved("a-0000000000000003", "pover", "power"), None);
    }
}
