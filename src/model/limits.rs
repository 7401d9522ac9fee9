//! The bounds of a map: what the program lets in, so that every file it makes opens again.

/// Most actors of a map.
pub const ACTORS: usize = 5_000;
/// Most relations of a map.
pub const RELATIONS: usize = 20_000;
/// Most moments of a map.
pub const MOMENTS: usize = 200;
/// Most entries of every other list.
pub const LIST: usize = 1_000;
/// Most characters of a name.
pub const NAME: usize = 2_000;
/// Most bytes of a text.
pub const TEXT: usize = 64 * 1024;
/// Most bytes of one text that is kept aside as it stood: what could not be read, or an unsettled clash.
pub const KEPT: usize = 256 * 1024;
/// Most bytes of a whole map as the program writes it.
pub const MAP: usize = 12 * 1024 * 1024;
/// Most bytes of a file that the loader reads.
pub const FILE: usize = 16 * 1024 * 1024;
