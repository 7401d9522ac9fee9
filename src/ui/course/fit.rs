//! How much of a course fits in a picture: all of it, or less of each card, or the first cards and how many more there are.

/// What is told on each card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Everything.
    All,
    /// Everything but the room that is given and taken.
    WithoutRoom,
    /// The name, what it is, and the reason.
    Reasons,
    /// The name, what it is, and one line of the reason.
    Reason,
    /// The name.
    Name,
}

/// How much a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fit {
    /// What is told on each card.
    pub(super) told: Told,
    /// How many cards a column has at most.
    pub(super) cards: usize,
    /// How many actions, and how many questions, stand at the foot at most.
    pub(super) lines: usize,
    /// Whether what explains the page is left out.
    pub(super) lean: bool,
}

impl Fit {
    /// Everything.
    pub(crate) const WHOLE: Self = Self::new(Told::All, usize::MAX, usize::MAX);

    /// From everything to almost nothing: what is taken first is missed least.
    pub(crate) const LADDER: [Self; 24] = [
        Self::WHOLE,
        Self::new(Told::All, usize::MAX, 6),
        Self::new(Told::All, usize::MAX, 4),
        Self::new(Told::WithoutRoom, usize::MAX, 4),
        Self::new(Told::WithoutRoom, usize::MAX, 3),
        Self::new(Told::Reasons, usize::MAX, 4),
        Self::new(Told::Reasons, usize::MAX, 3),
        Self::new(Told::Reason, usize::MAX, 3),
        Self::new(Told::Reason, usize::MAX, 2),
        Self::new(Told::Name, usize::MAX, 3),
        Self::new(Told::Name, usize::MAX, 2),
        Self::new(Told::Name, usize::MAX, 1),
        Self::new(Told::Name, 12, 1),
        Self::new(Told::Name, 9, 1),
        Self::new(Told::Name, 7, 1),
        Self::new(Told::Name, 5, 1).lean(),
        Self::new(Told::Name, 5, 0).lean(),
        Self::new(Told::Name, 4, 1).lean(),
        Self::new(Told::Name, 4, 0).lean(),
        Self::new(Told::Name, 3, 0).lean(),
        Self::new(Told::Name, 2, 1).lean(),
        Self::new(Told::Name, 2, 0).lean(),
        Self::new(Told::Name, 1, 0).lean(),
        Self::new(Told::Name, 0, 0).lean(),
    ];

    const fn new(told: Told, cards: usize, lines: usize) -> Self {
        Self {
            told,
            cards,
            lines,
            lean: false,
        }
    }

    const fn lean(self) -> Self {
        Self { lean: true, ..self }
    }
}

impl Default for Fit {
    fn default() -> Self {
        Self::WHOLE
    }
}
