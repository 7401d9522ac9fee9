//! What differs between two maps, and how two versions of one map become one again.
//!
//! One walk does both. It goes over three versions at once, entity by entity by identity and field by field, and notes
//! every place where they differ as an [`Item`]. Comparing is that walk with the first map as its own base. What only
//! one side changed is taken from that side; what both changed is woven where it fits together, and else is a clash
//! that keeps one of the two. Nothing is lost without an item that says so. The same walk with [`Choices`] gives the map
//! that somebody chose.
//!
//! Every struct of the model stands in `parts` with all its fields: a field that is forgotten does not compile.

mod field;
mod item;
mod lists;
mod order;
mod parts;
mod said;
mod state;
mod values;
mod walk;
mod whole_map;
mod words;

pub use field::Field;
pub use item::{Choices, Item, Outcome, Side, Spot, Step, Subject};
pub use said::Said;
pub use whole_map::{Change, Merge, Tally, common_revision, compare, compare_states, same_content};
