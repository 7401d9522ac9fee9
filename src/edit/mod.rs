//! How a map changes: an [`Edit`] says what, [`apply`](crate::model::Document::apply) gives the map that follows.
//!
//! Applying is pure: it takes one value and gives another, shares what stayed the same, and refuses what would break a
//! rule of the model or a limit. What hangs on something taken out goes with it: the relations of an actor, the roles
//! towards a group. Nobody writes an inverse; undo restores the value from before.

mod apply;
mod change;
mod error;

pub use change::{
    ActorChange, Edit, Entry, GroupChange, ListChange, MapChange, PurposeChange, RelationChange,
    RoleChange, WholeChange,
};
pub use error::EditError;
