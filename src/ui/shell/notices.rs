//! What is told at the top of the map until it is closed: the newest first, each in a bar of its own.

use eframe::egui::{
    self, CornerRadius, Frame, Id, Key, Margin, Modifiers, Panel, Rect, Response, Ui,
    accesskit::{Live, Role},
    pos2,
};

use super::look::{Look, Weight, button, elided, icon_button};
use crate::text::shell as words;
use crate::ui::cx::{Outbox, Request};
use crate::ui::theme::{self, icons};

/// How many bars are seen at once; what is older waits behind them.
const SEEN: usize = 3;

/// What a notice is about; a newer one takes the place of an older one about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A save that failed.
    Saving,
    /// The file of the open map, that another program changed.
    Disk,
    /// Another window that has the file open.
    Elsewhere,
    /// Copies that a synchroniser left.
    Copies,
    /// What was noticed when a file was opened.
    Opening,
    /// The date until which a map is kept.
    Retention,
    /// A version of the open map that was opened.
    Returned,
    /// A change that was refused.
    Change,
    /// A fault of the program.
    Fault,
    /// Leaving while not all is written.
    Leaving,
    /// The recovery copies.
    Store,
    /// Anything else: these stand beside each other.
    Other,
}

/// Something that is told until it is closed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Notice {
    /// What it is about.
    pub about: About,
    /// What happened and what to do, in a sentence.
    pub sentence: String,
    /// What can be done, with its words.
    pub buttons: Vec<(String, Request)>,
}

impl Notice {
    /// Makes a notice without buttons.
    pub(crate) fn plain(about: About, sentence: String) -> Self {
        Self {
            about,
            sentence,
            buttons: Vec::new(),
        }
    }
}

/// All that is told, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    all: Vec<(u64, Notice)>,
    next: u64,
    /// For how many frames the newest one asks for the keyboard: a sheet that closes gives it back to the map first.
    focus: u8,
    /// The one that had the keyboard in the last frame: Escape takes it away before anything is drawn.
    held: Option<u64>,
}

impl Notices {
    /// Tells something, in place of what was told of the same.
    pub(crate) fn tell(&mut self, notice: Notice) {
        self.all.retain(|(_, known)| {
            let same = if notice.about == About::Other {
                known.sentence == notice.sentence
            } else {
                known.about == notice.about
            };
            !same
        });
        self.all.insert(0, (self.next, notice));
        self.next += 1;
    }

    /// Takes away what is not so any more.
    pub(crate) fn settle(&mut self, about: About) {
        self.all.retain(|(_, known)| known.about != about);
    }

    /// Takes one away.
    pub(crate) fn dismiss(&mut self, number: u64) {
        self.all.retain(|(known, _)| *known != number);
    }

    /// Takes away all that is about the open map.
    pub(crate) fn leave_map(&mut self) {
        self.all.retain(|(_, known)| known.about == About::Store);
    }

    /// Adds a way out to the newest notice about something.
    pub(crate) fn add_button(&mut self, about: About, button: (String, Request)) {
        let found = self.all.iter_mut().find(|(_, known)| known.about == about);
        if let Some((_, notice)) = found {
            notice.buttons.push(button);
        }
    }

    /// Gives the keyboard to the newest one.
    pub(crate) fn take_focus(&mut self) {
        self.focus = 3;
    }

    /// Says whether one of them has the keyboard.
    pub(crate) fn have_keyboard(&self) -> bool {
        self.held.is_some()
    }

    /// Says how many there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }
}

/// Draws the bars, at the top of what is left; Escape closes the one that has the keyboard.
pub(crate) fn notices_ui(look: Look<'_>, ui: &mut Ui, notices: &mut Notices, out: &mut Outbox) {
    let focus = notices.focus > 0;
    notices.focus = notices.focus.saturating_sub(1);
    let waiting = notices.all.len().saturating_sub(SEEN);
    let seen = notices.all.iter().take(SEEN);
    let mut bars = Vec::new();
    for (place, (number, notice)) in seen.enumerate() {
        let told = Told {
            number: *number,
            notice,
            place: place + 1,
            of: notices.all.len(),
            waiting: if place + 1 == SEEN { waiting } else { 0 },
        };
        let bar = bar_ui(look, ui, &told, out);
        if place == 0 && focus {
            bar.first.request_focus();
        }
        bars.push((*number, bar));
    }
    let before = notices.held;
    let with_focus = bars.iter().find(|(_, bar)| bar.has_focus);
    notices.held = with_focus.map(|(number, _)| *number);
    let held = before.and_then(|held| bars.iter().position(|(number, _)| *number == held));
    let escaped =
        held.filter(|_| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)));
    let Some(place) = escaped else { return };
    if let Some((number, _)) = bars.get(place) {
        out.send(Request::DismissNotice(*number));
    }
    // The keyboard goes to the next one, else back to the map.
    let next = bars
        .get(place + 1)
        .or_else(|| bars.first().filter(|_| place > 0));
    match next {
        Some((_, next)) => next.first.request_focus(),
        None => out.send(Request::FocusMap),
    }
}

/// What is told in one bar.
struct Told<'a> {
    number: u64,
    notice: &'a Notice,
    place: usize,
    of: usize,
    /// How many wait behind it.
    waiting: usize,
}

/// What is to be known of a bar that was drawn.
struct Bar {
    /// What takes the keyboard first.
    first: Response,
    /// Whether something in it has the keyboard.
    has_focus: bool,
}

fn bar_ui(look: Look<'_>, ui: &mut Ui, told: &Told<'_>, out: &mut Outbox) -> Bar {
    let frame = Frame::new()
        .fill(look.theme.soft)
        .inner_margin(Margin::symmetric(16, 5));
    Panel::top(Id::new(("notice", told.number)))
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            // A screen reader tells it when it comes.
            let id = ui.unique_id();
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Alert);
                node.set_live(Live::Polite);
            });
            let bar = ui.max_rect().expand2(egui::vec2(16.0, 5.0));
            let edge = Rect::from_min_max(bar.min, pos2(bar.left() + 4.0, bar.bottom()));
            ui.painter()
                .rect_filled(edge, CornerRadius::ZERO, look.theme.conflict);
            ui.painter().hline(
                bar.x_range(),
                bar.bottom() - 0.5,
                egui::Stroke::new(1.0, look.theme.hairline),
            );
            ui.horizontal_top(|ui| {
                let room = ui.available_width() - CLOSE_ROOM;
                let mut buttons = ui
                    .vertical(|ui| {
                        ui.set_width(room);
                        told_ui(look, ui, told.notice, told.waiting, out)
                    })
                    .inner;
                let label = words::close_notice(told.place, told.of, look.language());
                let close = icon_button(look, ui, icons::CLOSE, &label);
                if close.clicked() {
                    out.send(Request::DismissNotice(told.number));
                }
                buttons.push(close.clone());
                Bar {
                    has_focus: buttons.iter().any(Response::has_focus),
                    first: buttons.into_iter().next().unwrap_or(close),
                }
            })
            .inner
        })
        .inner
}

/// The room that the way to close a bar takes.
const CLOSE_ROOM: f32 = 44.0;

/// Draws what happened and what can be done: on one line where it fits, else the buttons below the sentence.
fn told_ui(
    look: Look<'_>,
    ui: &mut Ui,
    notice: &Notice,
    waiting: usize,
    out: &mut Outbox,
) -> Vec<Response> {
    let sentence = egui::RichText::new(&notice.sentence).color(look.theme.ink);
    let icon = egui::RichText::new(icons::WARNING).font(theme::icon(18.0));
    let icon = icon.color(look.theme.conflict);
    let behind = (waiting > 0).then(|| words::more_notices(waiting, look.language()));
    if width_of(ui, notice, behind.as_deref()) < ui.available_width() {
        // The height is known beforehand, so that words and buttons stand in the middle of it.
        let room = egui::vec2(ui.available_width(), theme::ROW);
        let middle = egui::Layout::left_to_right(egui::Align::Center);
        return ui
            .allocate_ui_with_layout(room, middle, |ui| {
                ui.label(icon);
                ui.label(sentence);
                buttons_ui(look, ui, notice, behind, out)
            })
            .inner;
    }
    ui.horizontal_top(|ui| {
        ui.label(icon);
        ui.add(egui::Label::new(sentence).wrap());
    });
    ui.horizontal_wrapped(|ui| buttons_ui(look, ui, notice, behind, out))
        .inner
}

fn buttons_ui(
    look: Look<'_>,
    ui: &mut Ui,
    notice: &Notice,
    behind: Option<String>,
    out: &mut Outbox,
) -> Vec<Response> {
    let mut drawn = Vec::new();
    for (text, request) in &notice.buttons {
        let response = button(look, ui, text, Weight::Plain);
        if response.clicked() {
            out.send(request.clone());
        }
        drawn.push(response);
    }
    if let Some(behind) = behind {
        ui.label(egui::RichText::new(behind).color(look.theme.dim));
    }
    drawn
}

/// Gives the room that a notice takes on one line.
fn width_of(ui: &Ui, notice: &Notice, behind: Option<&str>) -> f32 {
    let width = |text: &str| {
        let font = theme::medium(theme::BODY);
        let black = egui::Color32::BLACK;
        elided(ui, text, font, black, f32::INFINITY).size().x
    };
    let buttons: f32 = notice
        .buttons
        .iter()
        .map(|(text, _)| width(text) + 44.0)
        .sum();
    40.0 + width(&notice.sentence) + buttons + behind.map_or(0.0, |text| width(text) + 12.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(notices: &Notices) -> Vec<&str> {
        let all = notices.all.iter();
        all.map(|(_, notice)| notice.sentence.as_str()).collect()
    }

    #[test]
    fn a_newer_notice_takes_the_place_of_one_about_the_same_and_of_no_other() {
        let mut notices = Notices::default();
        let mut tell = |about, text: &str| notices.tell(Notice::plain(about, text.to_owned()));
        tell(About::Saving, "vol");
        tell(About::Disk, "gewijzigd");
        tell(About::Saving, "geen toestemming");
        tell(About::Other, "een");
        tell(About::Other, "twee");
        tell(About::Other, "een");
        tell(About::Store, "opgeruimd");
        assert_eq!(
            told(&notices),
            ["opgeruimd", "een", "twee", "geen toestemming", "gewijzigd"]
        );
        notices.dismiss(notices.all[1].0);
        notices.settle(About::Disk);
        assert_eq!(told(&notices), ["opgeruimd", "twee", "geen toestemming"]);
        notices.leave_map();
        assert_eq!(told(&notices), ["opgeruimd"]);
    }
}
