//! The few casts between number types that geometry needs.

/// Turns a count into a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of actors stay far below the precision of a f64"
)]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// Rounds down to a count; what is negative or not a number becomes 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and that is wanted"
)]
pub(crate) fn whole(value: f64) -> usize {
    value as usize
}

/// Keeps an index in half the room.
pub(crate) fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Keeps a graph distance in half the room.
#[expect(
    clippy::cast_possible_truncation,
    reason = "graph distances are small numbers"
)]
pub(crate) fn narrow(value: f64) -> f32 {
    value as f32
}
