//! The course page on one A4.
//!
//! It is laid out as large as it fits: first the picture gives way, then the letters, down to what can still be read
//! with ease; what does not fit then is counted, never cut off without a word.

use resvg::usvg::{Options, Tree};

use super::setting::{Ink, Item, Look, SMALLEST, Sheet, fitting, tall};
use super::{CourseCard, CourseColumn, CoursePage, PageLine};
use crate::export::{Fonts, PdfError, ReportPicture, pdf};
use crate::text::Text;
use crate::text::course as words;
use crate::text::terms::Named as _;

/// The width and height of A4, in points of print.
pub const A4: (f32, f32) = (595.28, 841.89);

const MARGIN: f32 = 32.0;
const ROOM: f32 = A4.0 - 2.0 * MARGIN;
/// Between blocks.
const GAP: f32 = 12.0;
/// Between the columns.
const GUTTER: f32 = 9.0;
/// Within a column and a card.
const PADDING: f32 = 6.0;
/// The height at the foot for the line that says what is left out.
const FOOTER: f32 = 14.0;

/// How large everything is tried: the letters by a factor, the picture by its least height.
const TRIES: [(f32, f32); 8] = [
    (1.12, 230.0),
    (1.06, 220.0),
    (1.0, 200.0),
    (0.95, 185.0),
    (0.9, 170.0),
    (0.88, 160.0),
    (0.88, 145.0),
    (0.88, 130.0),
];
/// How many lines the remark of a role takes at most.
const ROLE_LINES: usize = 1;
/// What the band, the foot and the columns get first, where not everything fits.
const FIRST_SHARES: (f32, f32, f32) = (170.0, 120.0, 240.0);

/// Writes a course page as one A4 in PDF, with text that can be searched and copied.
pub fn a4_pdf(
    page: &CoursePage,
    picture: Option<&ReportPicture>,
    fonts: &Fonts,
) -> Result<Vec<u8>, PdfError> {
    let svg = svg(page, picture, fonts);
    let options = Options {
        fontdb: fonts.database(),
        font_family: "Inter".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg, &options)?;
    pdf(&tree, A4, page.heading())
}

/// Lays the page out, as large as it fits.
pub(super) fn svg(page: &CoursePage, picture: Option<&ReportPicture>, fonts: &Fonts) -> String {
    let room = A4.1 - 2.0 * MARGIN - FOOTER;
    let mut laid = None;
    for (factor, tall) in TRIES {
        let setter = Setter {
            page,
            picture,
            fonts,
            factor,
            picture_height: tall,
        };
        let parts = setter.parts();
        let fits = parts.height(&setter) <= room;
        laid = Some((setter, parts));
        if fits {
            break;
        }
    }
    let mut sheet = Sheet::new(A4.0, A4.1);
    if let Some((setter, parts)) = laid {
        let parts = if parts.height(&setter) <= room {
            parts
        } else {
            setter.cut(parts, room)
        };
        setter.draw(&parts, &mut sheet);
    }
    sheet.finish()
}

/// The page laid out in rows of words.
struct Parts {
    head: Item,
    roles: Vec<Item>,
    columns: [(Item, Vec<Item>); 3],
    actions: Vec<Item>,
    questions: Vec<Item>,
}

impl Parts {
    fn band(&self, setter: &Setter<'_>) -> f32 {
        let roles = tall(&self.roles, setter.line_gap());
        match setter.picture {
            Some(_) => roles.max(setter.picture_height),
            None => roles,
        }
    }

    fn columns(&self) -> f32 {
        let heights = self.columns.iter().map(|(head, cards)| {
            head.height() + tall(cards, PADDING) + if cards.is_empty() { 0.0 } else { PADDING }
        });
        heights.fold(0.0, f32::max) + 2.0 * PADDING
    }

    fn foot(&self, setter: &Setter<'_>) -> f32 {
        let tall = |items: &[Item]| tall(items, setter.line_gap());
        tall(&self.actions).max(tall(&self.questions))
    }

    fn height(&self, setter: &Setter<'_>) -> f32 {
        let band = self.band(setter);
        let foot = self.foot(setter);
        let gap = |height: f32| if height > 0.0 { height + GAP } else { 0.0 };
        self.head.height() + gap(band) + self.columns() + GAP + gap(foot)
    }
}

/// Lays a page out in one size.
struct Setter<'a> {
    page: &'a CoursePage,
    picture: Option<&'a ReportPicture>,
    fonts: &'a Fonts,
    factor: f32,
    picture_height: f32,
}

impl Setter<'_> {
    fn look(&self, size: f32, weight: u16, ink: Ink) -> Look {
        Look {
            size: (size * self.factor).max(SMALLEST),
            weight,
            ink,
        }
    }

    fn text(&self) -> Look {
        self.look(9.6, 400, Ink::Full)
    }

    fn remark(&self) -> Look {
        self.look(8.8, 400, Ink::Dim)
    }

    fn strong(&self) -> Look {
        self.look(10.0, 600, Ink::Full)
    }

    fn head(&self) -> Look {
        self.look(11.5, 600, Ink::Full)
    }

    fn line_gap(&self) -> f32 {
        4.0 * self.factor
    }

    fn column_width() -> f32 {
        (ROOM - 2.0 * GUTTER) / 3.0
    }

    /// Gives the width of the picture, and that of the roles beside it.
    fn band_widths(&self) -> (f32, f32) {
        match self.picture {
            Some(_) if self.page.roles.is_empty() => (ROOM, ROOM),
            Some(_) => (ROOM * 0.56, ROOM * 0.44 - GAP),
            None => (0.0, ROOM),
        }
    }

    fn parts(&self) -> Parts {
        let page = self.page;
        let mut head = Item::default();
        let title = self.look(19.0, 700, Ink::Full);
        head.add(self.fonts, page.heading(), ROOM, title, 0.0);
        if let Some(sentence) = &page.sentence {
            let look = self.look(11.2, 400, Ink::Full);
            head.add(self.fonts, sentence, ROOM, look, 3.0);
        }
        let mut remarks = vec![words::PAGE.get(page.language).to_owned()];
        remarks.extend(page.remarks.iter().cloned());
        head.add(self.fonts, &remarks.join(" · "), ROOM, self.remark(), 3.0);
        let foot = (ROOM - GAP) / 2.0;
        Parts {
            head,
            roles: self.list(words::ROLES, &page.roles, self.band_widths().1),
            columns: page.columns.each_ref().map(|column| self.column(column)),
            actions: self.list(words::WHO_DOES_WHAT, &page.actions, foot),
            questions: self.list(words::OPEN_QUESTIONS, &page.questions, foot),
        }
    }

    fn list(&self, head: Text, lines: &[PageLine], room: f32) -> Vec<Item> {
        if lines.is_empty() {
            return Vec::new();
        }
        let mut items = vec![Item::default()];
        if let Some(first) = items.first_mut() {
            let head = head.get(self.page.language);
            first.add(self.fonts, head, room, self.head(), 0.0);
        }
        items.extend(lines.iter().map(|line| {
            let mut item = Item::default();
            item.add(self.fonts, &line.text, room, self.strong_line(head), 0.0);
            if let Some(remark) = &line.remark {
                let mut told = Item::default();
                told.add(self.fonts, remark, room, self.remark(), 0.0);
                item.append(told.first(ROLE_LINES));
            }
            item
        }));
        items
    }

    fn strong_line(&self, head: Text) -> Look {
        Look {
            weight: if head == words::ROLES { 600 } else { 400 },
            ..self.text()
        }
    }

    fn column(&self, column: &CourseColumn) -> (Item, Vec<Item>) {
        let language = self.page.language;
        let room = Self::column_width() - 2.0 * PADDING;
        let mut head = Item::default();
        let name = column.direction.word(language);
        let look = self.look(12.5, 700, Ink::Full);
        head.add(self.fonts, name, room, look, 0.0);
        let explained = words::explained(column.direction).get(language);
        head.add(self.fonts, explained, room, self.remark(), 0.0);
        if column.cards.is_empty() {
            let empty = words::PAGE_EMPTY.get(language);
            head.add(self.fonts, empty, room, self.remark(), PADDING);
        }
        let cards = column.cards.iter().map(|card| self.card(card, room));
        (head, cards.collect())
    }

    fn card(&self, card: &CourseCard, room: f32) -> Item {
        let mut item = Item::card(PADDING);
        let room = room - 2.0 * PADDING;
        item.add(self.fonts, &card.name, room, self.strong(), 0.0);
        if let Some(role) = &card.role {
            item.add(self.fonts, role, room, self.remark(), 0.0);
        }
        if let Some(reason) = &card.reason {
            item.add(self.fonts, reason, room, self.text(), 2.0);
        }
        if let Some(keep) = &card.keep {
            let keep = words::keeping(keep, self.page.language);
            item.add(self.fonts, &keep, room, self.text(), 2.0);
        }
        if let Some(words) = &card.room {
            item.add(self.fonts, words, room, self.remark(), 2.0);
        }
        item
    }

    /// Takes out what does not fit, and says how much that is.
    fn cut(&self, parts: Parts, room: f32) -> Parts {
        let language = self.page.language;
        let gap = self.line_gap();
        let more = |n: usize| {
            let mut item = Item::default();
            let said = words::more(n, words::MORE_CHOICES, language);
            item.add(self.fonts, &said, ROOM, self.remark(), 0.0);
            item
        };
        let parts = Parts {
            head: parts.head.cut(120.0),
            ..parts
        };
        let (band, foot, columns) = self.shares(&parts, room);
        Parts {
            head: parts.head,
            roles: fitting(parts.roles, band, gap, &more),
            actions: fitting(parts.actions, foot, gap, &more),
            questions: fitting(parts.questions, foot, gap, &more),
            columns: parts.columns.map(|(head, cards)| {
                let room = columns - head.height() - 3.0 * PADDING;
                (head, fitting(cards, room, PADDING, &more))
            }),
        }
    }

    /// Gives the heights of the band, the foot and the columns where not everything fits: first a share for each, then
    /// what is left to the columns, the band and the foot.
    fn shares(&self, parts: &Parts, room: f32) -> (f32, f32, f32) {
        let wanted = (parts.band(self), parts.foot(self), parts.columns());
        let free = room - parts.head.height() - 3.0 * GAP;
        let mut band = wanted.0.min(FIRST_SHARES.0);
        let mut foot = wanted.1.min(FIRST_SHARES.1);
        let mut columns = wanted.2.min(FIRST_SHARES.2);
        let mut left = (free - band - foot - columns).max(0.0);
        for (share, wanted) in [
            (&mut columns, wanted.2),
            (&mut band, wanted.0),
            (&mut foot, wanted.1),
        ] {
            let more = (wanted - *share).clamp(0.0, left);
            *share += more;
            left -= more;
        }
        (band, foot, columns)
    }

    fn draw(&self, parts: &Parts, sheet: &mut Sheet) {
        let mut y = sheet.item(&parts.head, (MARGIN, MARGIN)) + GAP;
        let band = parts.band(self);
        let (wide, _) = self.band_widths();
        if let Some(picture) = self.picture {
            sheet.picture(picture, (MARGIN, y), (wide, band));
        }
        let left = if self.picture.is_some() {
            wide + GAP
        } else {
            0.0
        };
        sheet.items(&parts.roles, self.line_gap(), (MARGIN + left, y));
        if band > 0.0 {
            y += band + GAP;
        }
        let tall = parts.columns();
        for (place, (head, cards)) in [0.0, 1.0, 2.0].into_iter().zip(&parts.columns) {
            let wide = Self::column_width();
            let x = MARGIN + place * (wide + GUTTER);
            sheet.rect((x, y), (wide, tall), 8.0, Ink::Ground, None);
            let inner = (x + PADDING, y + PADDING);
            let mut top = sheet.item(head, inner) + PADDING;
            for card in cards {
                if card.padding > 0.0 {
                    let size = (wide - 2.0 * PADDING, card.height());
                    sheet.rect((inner.0, top), size, 5.0, Ink::Paper, Some(Ink::Rim));
                }
                top = sheet.item(card, (inner.0, top)) + PADDING;
            }
        }
        y += tall + GAP;
        let half = (ROOM - GAP) / 2.0;
        sheet.items(&parts.actions, self.line_gap(), (MARGIN, y));
        let x = if parts.actions.is_empty() {
            MARGIN
        } else {
            MARGIN + half + GAP
        };
        sheet.items(&parts.questions, self.line_gap(), (x, y));
        let mut foot = Item::default();
        let said = words::PAGE_LEAVES_OUT.get(self.page.language);
        foot.add(self.fonts, said, ROOM, self.remark(), 0.0);
        sheet.item(&foot, (MARGIN, A4.1 - MARGIN - foot.height()));
    }
}
