use super::super::{Inspector, inspector_ui};
use super::sample::{Sample, TODAY, sample};
use crate::model::Language;
use crate::session::{Item, Selection, Session};
use crate::ui::{
    Cx, Outbox, Settings, View,
    picture::{Drawing, png},
    theme::{self, Theme, ThemeName},
};
use eframe::egui;

fn shot(
    name: &str,
    width: f32,
    height: f32,
    language: Language,
    theme_name: ThemeName,
    pick: impl Fn(&Sample) -> Selection,
    open: &[&'static str],
    tune: impl Fn(&mut Inspector),
) {
    let s = sample();
    let selection = pick(&s);
    let mut session = Session::new(s.document, 5);
    session.select(selection);
    let theme = Theme::new(theme_name);
    let ctx = egui::Context::default();
    ctx.set_fonts(theme::fonts::definitions());
    theme.apply(&ctx);
    let settings = Settings {
        language,
        ..Settings::default()
    };
    let view = View::default();
    let mut inspector = Inspector::default();
    for o in open {
        inspector.memory.folds.insert(o, true);
    }
    tune(&mut inspector);
    let cx = Cx {
        session: &session,
        theme: &theme,
        settings: &settings,
        view: &view,
        today: TODAY,
    };
    let mut out = Outbox::new(3);
    let drawing = Drawing::from_ui(&ctx, egui::vec2(width, height), 2.0, theme.panel, |ui| {
        inspector_ui(&cx, ui, &mut inspector, &mut out);
    });
    let bytes = png(&drawing, 2.0).unwrap();
    std::fs::write(format!("/tmp/insp-{name}.png"), bytes).unwrap();
}

#[test]
fn look() {
    let actor = |s: &Sample| Selection::one(Item::Actor(s.platform));
    shot(
        "actor",
        370.0,
        900.0,
        Language::Dutch,
        ThemeName::Light,
        actor,
        &[],
        |_| (),
    );
    shot(
        "actor-open",
        370.0,
        2400.0,
        Language::Dutch,
        ThemeName::Light,
        actor,
        &[
            "Invloed, betrokkenheid",
            "Waarden",
            "Ziet, omdat, noemt het",
            "Invalshoeken",
            "Leren, door de actor zelf gezegd",
            "Kenmerken",
            "Relaties",
            "Groepen",
            "Koers en acties",
            "Notities",
        ],
        |_| (),
    );
    shot(
        "actor-dark",
        280.0,
        1000.0,
        Language::English,
        ThemeName::Dark,
        actor,
        &["Invloed, betrokkenheid"],
        |_| (),
    );
    shot(
        "relation",
        370.0,
        900.0,
        Language::Dutch,
        ThemeName::Light,
        |s| Selection::one(Item::Relation(s.relation)),
        &[],
        |_| (),
    );
    shot(
        "group",
        370.0,
        900.0,
        Language::English,
        ThemeName::Dark,
        |s| Selection::one(Item::Group(s.group)),
        &[],
        |_| (),
    );
    shot(
        "role",
        370.0,
        900.0,
        Language::Dutch,
        ThemeName::Light,
        |s| Selection::one(Item::Role(s.role)),
        &["Ook"],
        |_| (),
    );
    shot(
        "map",
        370.0,
        1000.0,
        Language::Dutch,
        ThemeName::Light,
        |_| Selection::default(),
        &["Vraagstukken", "Waarden"],
        |_| (),
    );
    shot(
        "several",
        370.0,
        700.0,
        Language::Dutch,
        ThemeName::Light,
        |s| {
            [Item::Actor(s.platform), Item::Actor(s.housing)]
                .into_iter()
                .collect()
        },
        &[],
        |_| (),
    );
}
