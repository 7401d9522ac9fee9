//! How numbers, colours and words are written in SVG.

use eframe::egui::{Color32, Pos2};

/// A number with at most two decimals, the shortest way.
pub(super) fn number(value: f32) -> String {
    let value = if value.is_finite() {
        value.clamp(-1e6, 1e6)
    } else {
        0.0
    };
    let mut text = format!("{value:.2}");
    while text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    if text == "-0" { "0".to_owned() } else { text }
}

/// A place as two numbers.
pub(super) fn place(pos: Pos2) -> String {
    format!("{} {}", number(pos.x), number(pos.y))
}

/// Writes `name="#rrggbb"`, with an opacity when the colour lets something through.
pub(super) fn paint(out: &mut String, name: &str, color: Color32) {
    if is_clear(color) {
        attribute(out, name, "none");
        return;
    }
    let [red, green, blue, alpha] = unmultiplied(color);
    attribute(out, name, &format!("#{red:02x}{green:02x}{blue:02x}"));
    if alpha < u8::MAX {
        let opacity = f32::from(alpha) / f32::from(u8::MAX);
        attribute(out, &format!("{name}-opacity"), &number(opacity));
    }
}

/// Writes ` name="value"`; the value must hold nothing to escape.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\"", value, "\""] {
        out.push_str(part);
    }
}

/// Writes ` name="number"`.
pub(super) fn measure(out: &mut String, name: &str, value: f32) {
    attribute(out, name, &number(value));
}

/// Whether a colour paints nothing.
pub(super) fn is_clear(color: Color32) -> bool {
    color == Color32::TRANSPARENT
}

/// Text with everything escaped that XML gives a meaning, and nothing that XML forbids.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Red, green, blue and alpha; a colour that only adds light counts as its brightest part.
fn unmultiplied(color: Color32) -> [u8; 4] {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    if alpha > 0 {
        return [red, green, blue, alpha];
    }
    let strength = red.max(green).max(blue);
    let full = |part: u8| u8::try_from(u32::from(part) * 255 / u32::from(strength.max(1)));
    let [red, green, blue] = [red, green, blue].map(|part| full(part).unwrap_or(u8::MAX));
    [red, green, blue, strength]
}
