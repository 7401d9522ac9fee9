//! A small generator of pseudo-random numbers, equal on every machine.

use crate::placement::number::real;

/// `SplitMix64`: one word of state, good enough to shuffle and to spread.
#[derive(Clone, Debug)]
pub(crate) struct Random {
    state: u64,
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    pub(crate) fn word(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`, or 0 when nothing is below it.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.word() >> 1) * (bound as u128);
        usize::try_from(wide >> 63).unwrap_or(0)
    }

    /// A real number from 0 up to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        real(usize::try_from(self.word() >> 12).unwrap_or(0)) / real(1 << 52)
    }

    /// Puts the items in a random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i + 1);
            items.swap(i, j);
        }
    }
}
