//! The legend: exactly what is on the screen, and what it means.

mod over;
mod painted;
mod placed;
mod sign;
mod ui;

use std::collections::BTreeSet;

use super::looking::Fill;
use super::scene::{Outline, Scene, Standing};
use crate::model::{Arena, Language, Mode};
use crate::session::arrange::Arranged;
use crate::text::terms::Named as _;
use crate::text::{Text, canvas as words, looking};
use crate::ui::cx::Cx;
pub(super) use over::map_legend_ui;
pub(super) use ui::width;
use ui::{Side, button_ui, legend_ui};

/// What a row of the legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// The shape of an arena, or the pill where it was not asked.
    Arena(Option<Arena>),
    /// The same without its fill, where the colour tells something else.
    Shape(Option<Arena>),
    /// A line of a colour, a width in tenths and dashes.
    Line(Color, u8, Dashes),
    /// The mark of doubt.
    Doubt,
    /// The double ring of the hoofdpersoon.
    Focal,
    /// The second ring of the kopgroep.
    Vanguard,
    /// The thin dashed outline of who is not at the table.
    Candidate,
    /// Two lines side by side.
    Double,
    /// A zigzag.
    Zigzag,
    /// An arrow.
    Arrow,
    /// A fill that does not tell the arena, with what is written in it.
    Fill(Fill),
    /// Three shapes behind each other.
    Stack,
    /// A ring of short dashes.
    WeakActor,
    /// A line with two strokes across.
    WeakTie,
    /// A line with the badge of a bridge.
    Bridge,
    /// A wide arrow: a force.
    Force(Color),
    /// A dashed box: a factor.
    Factor,
    /// No sign: the words say it all.
    None,
}

/// The colour of a line of the legend, by what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Color {
    Support,
    Objection,
    Faint,
    Bridge,
    Coordination,
    Relation,
}

/// How a line of the legend is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dashes {
    Solid,
    Dashed,
    Dotted,
}

/// A row of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The sign.
    pub(crate) sign: Sign,
    /// What it means.
    pub(crate) means: Means,
}

/// What a row of the legend says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Means {
    /// Always the same.
    Fixed(Text),
    /// With names and numbers of this map.
    Made(String),
}

impl Row {
    /// Gives the words of the row.
    pub(crate) fn words(&self, cx: &Cx<'_>) -> String {
        match &self.means {
            Means::Fixed(text) => cx.say(*text).to_owned(),
            Means::Made(words) => words.clone(),
        }
    }
}

/// What is on the screen, in blocks with some room between.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Legend {
    /// The rows, block by block.
    pub(crate) blocks: Vec<Vec<Row>>,
}

impl Legend {
    /// Makes the legend of a scene, with what a view puts under it.
    pub(crate) fn of(scene: &Scene, arranged: Option<&Arranged>, language: Language) -> Self {
        let blocks = [
            arranged.map(placed::rows).unwrap_or_default(),
            arenas(scene),
            painted::rows(scene, language),
            actors(scene),
            ties(scene),
        ];
        Self {
            blocks: blocks
                .into_iter()
                .filter(|block| !block.is_empty())
                .collect(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flatten()
    }
}

fn row(sign: Sign, text: Text) -> Row {
    Row {
        sign,
        means: Means::Fixed(text),
    }
}

fn arenas(scene: &Scene) -> Vec<Row> {
    let present: BTreeSet<Option<Arena>> = scene.actors.iter().map(|it| it.arena).collect();
    // Where the colour tells something else, only the shape tells the arena.
    let coloured = scene
        .paint
        .as_ref()
        .is_some_and(|paint| paint.colour.is_some());
    let sign = |arena: Option<Arena>| {
        if coloured {
            Sign::Shape(arena)
        } else {
            Sign::Arena(arena)
        }
    };
    let known = Arena::ALL
        .iter()
        .filter(|arena| present.contains(&Some(**arena)))
        .map(|arena| row(sign(Some(*arena)), arena.text()));
    let unknown = present
        .contains(&None)
        .then(|| row(sign(None), words::ARENA_NOT_ASKED));
    known.chain(unknown).collect()
}

/// What is told of actors, found in one walk along all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    For,
    Against,
    Neutral,
    NotAsked,
    Doubt,
    Focal,
    Vanguard,
    Candidate,
    Folded,
    Weak,
}

fn told(scene: &Scene) -> BTreeSet<Told> {
    let mut told = BTreeSet::new();
    for actor in &scene.actors {
        let outline = match actor.outline {
            Outline::Arena => None,
            Outline::For(_) => Some(Told::For),
            Outline::Against(_) => Some(Told::Against),
            Outline::Neutral => Some(Told::Neutral),
            Outline::NotAsked => Some(Told::NotAsked),
        };
        told.extend(outline.filter(|_| !actor.candidate));
        told.extend(match actor.standing {
            Standing::Plain => None,
            Standing::Focal => Some(Told::Focal),
            Standing::Vanguard => Some(Told::Vanguard),
        });
        told.extend(actor.doubt.then_some(Told::Doubt));
        told.extend(actor.candidate.then_some(Told::Candidate));
        told.extend(actor.folded.then_some(Told::Folded));
        told.extend(actor.weak.then_some(Told::Weak));
    }
    told
}

fn actors(scene: &Scene) -> Vec<Row> {
    let told = told(scene);
    let line = |color, width, dashes| Sign::Line(color, width, dashes);
    let rows = [
        (
            Told::For,
            row(line(Color::Support, 40, Dashes::Solid), words::IN_FAVOUR),
        ),
        (
            Told::Against,
            row(line(Color::Objection, 40, Dashes::Dashed), words::OBJECTS),
        ),
        (
            Told::Neutral,
            row(line(Color::Faint, 20, Dashes::Solid), words::NEUTRAL),
        ),
        (
            Told::NotAsked,
            row(
                line(Color::Faint, 24, Dashes::Dotted),
                words::POSITION_NOT_ASKED,
            ),
        ),
        (Told::Doubt, row(Sign::Doubt, words::DOUBT)),
        (Told::Focal, row(Sign::Focal, words::FOCAL)),
        (Told::Vanguard, row(Sign::Vanguard, words::VANGUARD)),
        (Told::Candidate, row(Sign::Candidate, words::CANDIDATE)),
        (Told::Folded, row(Sign::Stack, looking::FOLDED)),
        (Told::Weak, row(Sign::WeakActor, looking::WEAK_ACTOR)),
    ];
    present(rows.map(|(what, row)| (told.contains(&what), row)))
}

/// What is told by lines, found in one walk along all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Drawn {
    Number,
    Tie(Mode),
    Weak,
    Conflict,
    Dashed,
    Arrow,
    Later,
    Width(u32),
}

fn drawn(scene: &Scene) -> BTreeSet<Drawn> {
    let mut drawn = BTreeSet::new();
    for strand in &scene.strands {
        let numbered = strand.number.is_some();
        let tie = strand.mode.filter(|_| !numbered);
        let plain = strand.mode.is_none() && !strand.conflict;
        drawn.extend(plain.then_some(Drawn::Width(strand.width.to_bits())));
        drawn.extend(tie.map(Drawn::Tie));
        drawn.extend(numbered.then_some(Drawn::Number));
        drawn.extend(strand.weak.then_some(Drawn::Weak));
        drawn.extend(strand.conflict.then_some(Drawn::Conflict));
        drawn.extend(strand.dashed.then_some(Drawn::Dashed));
        drawn.extend(strand.arrow.then_some(Drawn::Arrow));
        drawn.extend(strand.later.then_some(Drawn::Later));
    }
    drawn
}

fn ties(scene: &Scene) -> Vec<Row> {
    let drawn = drawn(scene);
    let is = |what: Drawn| drawn.contains(&what);
    let tie = |mode: Mode| is(Drawn::Tie(mode));
    let ring = |mode: Option<Mode>| {
        let mut rings = scene.rings.iter();
        rings.any(|it| it.mode == mode && it.item.is_some())
    };
    let found = scene.rings.iter().any(|ring| ring.item.is_none());
    let line = |color, width, dashes| Sign::Line(color, width, dashes);
    let widths = drawn.iter().filter(|it| matches!(it, Drawn::Width(_)));
    let several_widths = widths.count() > 1;
    let later = is(Drawn::Later) || scene.rings.iter().any(|ring| ring.later);
    let slate = line(Color::Coordination, 24, Dashes::Dashed);
    let rows = [
        (is(Drawn::Number), row(Sign::Bridge, words::BRIDGE)),
        (
            tie(Mode::Verbinden),
            row(line(Color::Bridge, 50, Dashes::Solid), words::BRIDGE_TIE),
        ),
        (ring(Some(Mode::Regie)), row(Sign::Double, words::RING)),
        (tie(Mode::Regie), row(Sign::Double, words::RING_TIE)),
        (
            ring(Some(Mode::Coordinatie)),
            row(slate, words::COORDINATION),
        ),
        (tie(Mode::Coordinatie), row(slate, words::COORDINATION_TIE)),
        (
            ring(None),
            row(line(Color::Faint, 12, Dashes::Solid), words::GROUP),
        ),
        (
            found,
            row(line(Color::Faint, 20, Dashes::Dotted), looking::CIRCLE),
        ),
        (is(Drawn::Weak), row(Sign::WeakTie, looking::WEAK_TIE)),
        (is(Drawn::Conflict), row(Sign::Zigzag, words::CONFLICT)),
        (
            is(Drawn::Dashed),
            row(line(Color::Relation, 22, Dashes::Dashed), words::INFORMAL),
        ),
        (is(Drawn::Arrow), row(Sign::Arrow, words::ONE_WAY)),
        (later, row(Sign::None, words::LATER)),
        (several_widths, row(Sign::None, words::WIDTH)),
        (scene.sized, row(Sign::None, words::SIZE)),
    ];
    present(rows)
}

fn present<const N: usize>(rows: [(bool, Row); N]) -> Vec<Row> {
    rows.into_iter()
        .filter_map(|(there, row)| there.then_some(row))
        .collect()
}
