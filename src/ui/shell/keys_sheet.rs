//! The sheet of keys: every command with its keys, the gestures on the map, the grammar of the quick line.

use eframe::egui::{self, Sense, Ui, pos2, vec2};

use super::look::{Look, elided, key_caps, paint_middle};
use super::sheet::sheet_ui;
use super::top_bar;
use crate::text::sheets::{self as words, Gesture};
use crate::ui::command::{Menu, keys_text, rows};
use crate::ui::theme;

/// The height of a line.
const LINE: f32 = 27.0;
/// The least width of a column.
const COLUMN: f32 = 280.0;
/// The room between columns.
const GAP: f32 = 34.0;

/// One block of the sheet.
struct Block {
    title: &'static str,
    lines: Vec<(Keys, &'static str)>,
}

/// How something is done.
enum Keys {
    /// By keys on the keyboard.
    Caps(Vec<&'static str>),
    /// By a gesture or by what is typed.
    Words(&'static str),
}

/// Draws the sheet of keys; says whether the user closes it.
pub(super) fn keys_ui(look: Look<'_>, ctx: &egui::Context) -> bool {
    let mac = ctx.os().is_mac();
    sheet_ui(look, ctx, look.say(words::KEYS), 1060.0, |ui| {
        columns_ui(look, ui, &blocks(look, mac));
    })
}

fn blocks(look: Look<'_>, mac: bool) -> Vec<Block> {
    let commands = |menu| Block {
        title: look.say(top_bar::menu_name(menu)),
        lines: rows()
            .iter()
            .filter(|row| row.menu.0 == menu)
            .filter_map(|row| {
                let keys = keys_text(*row.keys.first()?, mac);
                let text = row.text(look.language()).trim_end_matches('…');
                Some((Keys::Caps(keys), text))
            })
            .collect(),
    };
    let told = |title, gestures: &[Gesture]| Block {
        title: look.say(title),
        lines: gestures
            .iter()
            .map(|gesture| (Keys::Words(look.say(gesture.how)), look.say(gesture.what)))
            .collect(),
    };
    // In this order three columns are about equally high.
    vec![
        commands(Menu::File),
        commands(Menu::Edit),
        commands(Menu::View),
        commands(Menu::Session),
        commands(Menu::Help),
        told(words::ON_THE_MAP, words::GESTURES),
        told(words::QUICK_LINE, words::GRAMMAR),
    ]
}

/// Divides the blocks over as many columns as there is room for, in their order and about equally high.
fn columns_ui(look: Look<'_>, ui: &mut Ui, blocks: &[Block]) {
    let room = ui.available_width();
    let n = if room >= 3.0 * COLUMN + 2.0 * GAP {
        3
    } else if room >= 2.0 * COLUMN + GAP {
        2
    } else {
        1
    };
    let height = |block: &Block| 1.6 + f32_of(block.lines.len());
    let target = blocks.iter().map(height).sum::<f32>() / f32_of(n);
    ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
    ui.columns(n, |columns| {
        let (mut filled, mut column) = (0.0, 0);
        for block in blocks {
            // A block goes to the next column when most of it would stand below the common height.
            if filled + height(block) / 2.0 > target && column + 1 < n {
                column += 1;
                filled = 0.0;
            }
            filled += height(block);
            if let Some(ui) = columns.get_mut(column) {
                block_ui(look, ui, block);
            }
        }
    });
}

fn f32_of(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

fn block_ui(look: Look<'_>, ui: &mut Ui, block: &Block) {
    let title = egui::RichText::new(block.title)
        .font(theme::semibold(theme::HEAD))
        .color(look.theme.dim);
    ui.label(title);
    ui.add_space(2.0);
    for (keys, what) in &block.lines {
        line_ui(look, ui, keys, what);
    }
    ui.add_space(12.0);
}

fn line_ui(look: Look<'_>, ui: &mut Ui, keys: &Keys, what: &str) {
    let theme = look.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let how = match keys {
        Keys::Caps(keys) => keys.join(" "),
        Keys::Words(words) => (*words).to_owned(),
    };
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, format!("{how}: {what}"))
    });
    let middle = rect.center().y;
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        egui::Stroke::new(1.0, theme.hairline.gamma_multiply(0.6)),
    );
    let font = theme::regular(14.0);
    match keys {
        Keys::Caps(keys) => {
            let end = key_caps(look, ui, pos2(rect.right(), middle), keys);
            let galley = elided(ui, what, font, theme.ink, end - rect.left() - 8.0);
            paint_middle(ui, rect.left(), middle, galley);
        }
        Keys::Words(how) => {
            let medium = theme::medium(14.0);
            let how = elided(ui, how, medium, theme.ink, rect.width() * 0.62);
            let rest = rect.width() - how.size().x - 10.0;
            paint_middle(ui, rect.left(), middle, how);
            let what = elided(ui, what, font, theme.dim, rest);
            paint_middle(ui, rect.right() - what.size().x, middle, what);
        }
    }
}
