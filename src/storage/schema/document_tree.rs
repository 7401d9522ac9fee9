//! The map as a whole, for the printer.

use super::content::push_content;
use super::document::{FORMAT, MIN_READER};
use super::fields::{InFile, push_unknown};
use super::moment::moment_tree;
use super::write_back::write_back;
use crate::model::{ActorId, Document};
use crate::storage::form::{Fields, Tree};

/// Gives the tree of a map.
pub(crate) fn document_tree(document: &Document) -> Tree<'_> {
    let mut fields: Fields<'_> = vec![
        ("format".into(), Tree::text(FORMAT)),
        ("version".into(), document.version.tree()),
        ("min_reader".into(), MIN_READER_TREE.clone()),
        ("id".into(), document.id.tree()),
    ];
    if !document.lineage.is_empty() {
        fields.push(("lineage".into(), document.lineage.tree()));
    }
    fields.push(("title".into(), document.title.tree()));
    fields.push(("language".into(), document.language.tree()));
    if !document.meta.left_out() {
        fields.push(("meta".into(), InFile::tree(&*document.meta).block()));
    }
    // Nothing is the same as the current state here: this is the current state.
    push_content(&mut fields, &document.now, None);
    push_tail(&mut fields, document);
    push_unknown(&mut fields, &document.unknown);
    write_back(Tree::Block(fields), document)
}

const MIN_READER_TREE: Tree<'static> = Tree::Int(MIN_READER as i64);

fn push_tail<'a>(fields: &mut Fields<'a>, document: &'a Document) {
    let mut push = |name: &'static str, empty: bool, tree: &dyn Fn() -> Tree<'a>| {
        if !empty {
            fields.push((name.into(), tree()));
        }
    };
    push("moments", document.moments.is_empty(), &|| {
        let moment = |moment| moment_tree(moment, &document.now);
        Tree::List(document.moments.iter().map(moment).collect())
    });
    push("scenes", document.scenes.is_empty(), &|| {
        let scene = |scene| InFile::tree(scene).block();
        Tree::List(document.scenes.iter().map(scene).collect())
    });
    push("lenses_on", document.lenses_on.is_empty(), &|| {
        document.lenses_on.tree()
    });
    push("own_lenses", document.own_lenses.is_empty(), &|| {
        let lens = |lens| InFile::tree(lens).block();
        Tree::List(document.own_lenses.iter().map(lens).collect())
    });
    push("session", document.session.is_none(), &|| {
        document.session.tree()
    });
    push("silenced", document.silenced.is_empty(), &|| {
        document.silenced.tree()
    });
    push("not_same", document.not_same.is_empty(), &|| {
        document.not_same.tree()
    });
    push("pseudonyms", document.pseudonyms.is_empty(), &|| {
        let entry = |(actor, name): (&'a ActorId, &'a String)| {
            Tree::Struct(vec![
                ("actor".into(), actor.tree()),
                ("name".into(), name.tree()),
            ])
        };
        Tree::List(document.pseudonyms.iter().map(entry).collect())
    });
    push("alternatives", document.alternatives.is_empty(), &|| {
        Tree::List(document.alternatives.iter().map(InFile::tree).collect())
    });
}
