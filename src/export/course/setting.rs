//! Rows of words, and the SVG that they become.

use crate::export::{Fonts, ReportPicture, escaped};

/// The distance between lines to the size of their letters.
const LEAD: f32 = 1.34;
/// No letter on a page is smaller than this, in points of print.
pub(super) const SMALLEST: f32 = 8.5;

/// What paints letters and grounds on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words.
    Full,
    /// Remarks.
    Dim,
    /// The ground of a column.
    Ground,
    /// A card.
    Paper,
    /// The rim of a card.
    Rim,
    /// Nothing.
    None,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Full => "#1e2430",
            Self::Dim => "#515a68",
            Self::Ground => "#f1eee7",
            Self::Paper => "#ffffff",
            Self::Rim => "#dedad1",
            Self::None => "none",
        }
    }
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// The size of letters.
    pub(super) size: f32,
    /// The weight of letters.
    pub(super) weight: u16,
    /// The colour of letters.
    pub(super) ink: Ink,
}

/// One line of words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    text: String,
    look: Look,
    before: f32,
}

/// Lines that belong together and are kept together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Item {
    rows: Vec<Row>,
    /// Air at the inner edges, where it is a card.
    pub(super) padding: f32,
}

impl Item {
    /// Makes a card: an item with air at its edges.
    pub(super) fn card(padding: f32) -> Self {
        Self {
            padding,
            ..Self::default()
        }
    }

    /// Adds words, broken into lines within a width.
    pub(super) fn add(&mut self, fonts: &Fonts, text: &str, room: f32, look: Look, before: f32) {
        let lines = fonts.lines(text, room, look.weight, look.size);
        for (place, text) in lines.into_iter().enumerate() {
            let before = if place == 0 { before } else { 0.0 };
            self.rows.push(Row { text, look, before });
        }
    }

    /// Adds the rows of another item.
    pub(super) fn append(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// Gives the first rows; where there were more the last ends in an ellipsis.
    pub(super) fn first(mut self, most: usize) -> Self {
        let more = self.rows.len() > most;
        self.rows.truncate(most);
        if let Some(last) = self.rows.last_mut().filter(|_| more) {
            last.text.push('…');
        }
        self
    }

    /// Gives the height.
    pub(super) fn height(&self) -> f32 {
        let rows = self
            .rows
            .iter()
            .map(|row| row.before + row.look.size * LEAD);
        rows.sum::<f32>() + 2.0 * self.padding
    }

    /// Gives the item without the rows that do not fit a height; the last that stays ends in an ellipsis.
    pub(super) fn cut(mut self, height: f32) -> Self {
        let all = self.rows.len();
        while self.rows.len() > 1 && self.height() > height {
            self.rows.pop();
        }
        if self.rows.len() < all
            && let Some(last) = self.rows.last_mut()
        {
            last.text.push('…');
        }
        self
    }
}

/// Gives the height of items beneath each other.
pub(super) fn tall(items: &[Item], gap: f32) -> f32 {
    let gaps = items.iter().skip(1).map(|_| gap).sum::<f32>();
    items.iter().map(Item::height).sum::<f32>() + gaps
}

/// Gives the items that fit a height; where some do not, a line in their place says how many.
pub(super) fn fitting(
    items: Vec<Item>,
    height: f32,
    gap: f32,
    more: &dyn Fn(usize) -> Item,
) -> Vec<Item> {
    if tall(&items, gap) <= height {
        return items;
    }
    let all = items.len();
    let room = height - more(all).height() - gap;
    let mut kept: Vec<Item> = Vec::new();
    for item in items {
        let used = tall(&kept, gap) + if kept.is_empty() { 0.0 } else { gap };
        if used + item.height() > room {
            if kept.is_empty() {
                kept.push(item.cut(room));
            }
            break;
        }
        kept.push(item);
    }
    if kept.len() < all {
        kept.push(more(all - kept.len()));
    }
    kept
}

/// A page while it is drawn.
pub(super) struct Sheet {
    width: f32,
    height: f32,
    body: String,
}

impl Sheet {
    /// Begins a page.
    pub(super) fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            body: String::new(),
        }
    }

    fn add(&mut self, words: std::fmt::Arguments<'_>) {
        self.body.push_str(&std::fmt::format(words));
    }

    /// Draws a rectangle with round corners.
    pub(super) fn rect(
        &mut self,
        (x, y): (f32, f32),
        (wide, tall): (f32, f32),
        corner: f32,
        fill: Ink,
        rim: Option<Ink>,
    ) {
        let fill = fill.code();
        let rim = rim.map_or("none", Ink::code);
        self.add(format_args!(
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{wide:.2}\" height=\"{tall:.2}\" rx=\"{corner}\" \
             fill=\"{fill}\" stroke=\"{rim}\" stroke-width=\"0.75\"/>\n"
        ));
    }

    /// Draws an item with its upper left corner in a place; gives the height below it.
    pub(super) fn item(&mut self, item: &Item, (x, mut y): (f32, f32)) -> f32 {
        y += item.padding;
        for row in &item.rows {
            y += row.before;
            let Look { size, weight, ink } = row.look;
            let baseline = y + size * (LEAD - 1.0) / 2.0 + size * 0.86;
            let (x, ink, text) = (x + item.padding, ink.code(), escaped(&row.text));
            self.add(format_args!(
                "<text x=\"{x:.2}\" y=\"{baseline:.2}\" font-size=\"{size:.2}\" font-weight=\"{weight}\" \
                 fill=\"{ink}\">{text}</text>\n"
            ));
            y += size * LEAD;
        }
        y + item.padding
    }

    /// Draws items beneath each other; gives the height below them.
    pub(super) fn items(&mut self, items: &[Item], gap: f32, (x, mut y): (f32, f32)) -> f32 {
        for (place, item) in items.iter().enumerate() {
            y = self.item(item, (x, if place == 0 { y } else { y + gap }));
        }
        y
    }

    /// Draws a picture with a rim, as large as a box allows, at its upper left.
    pub(super) fn picture(
        &mut self,
        picture: &ReportPicture,
        (x, y): (f32, f32),
        (wide, tall): (f32, f32),
    ) {
        let scale = (wide / picture.width).min(tall / picture.height);
        let svg = &picture.svg;
        self.add(format_args!(
            "<g transform=\"translate({x:.2} {y:.2}) scale({scale:.4})\">\n{svg}</g>\n"
        ));
        let size = (picture.width * scale, picture.height * scale);
        self.rect((x, y), size, 0.0, Ink::None, Some(Ink::Rim));
    }

    /// Gives the page as SVG.
    pub(super) fn finish(self) -> String {
        let Self {
            width,
            height,
            body,
        } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"Inter\" xml:space=\"preserve\">\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{body}</svg>\n"
        )
    }
}
