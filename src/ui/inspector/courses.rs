//! Courses and actions: of an actor, and of the map as a whole.

use eframe::egui::Ui;

use super::actor::count_of;
use super::field_id;
use crate::edit::{Edit, Entry};
use crate::model::{Action, ActionStatus, Actor, Course, Direction, Note, Target, Unknown, Way};
use crate::text::inspector::{answer, date as dates, map as words};
use crate::text::terms::Named as _;
use crate::ui::widget::{
    Field, Look, Pen, Segment, date_ui, field_ui, fold_ui, icon, icon_button_ui, inset, note_ui,
    quiet_button_ui, remark_ui, segments_ui,
};

/// Draws the course towards an actor and the actions for it.
pub(super) fn actor_courses_ui(pen: &mut Pen<'_>, ui: &mut Ui, actor: &Actor) {
    let now = pen.cx.now();
    let target = Target::Actor(actor.id);
    let course = now
        .courses
        .iter()
        .rev()
        .find(|course| course.target == target);
    let actions: Vec<&Action> = now
        .actions
        .iter()
        .filter(|action| action.targets.contains(&target))
        .collect();
    let count = count_of(actions.len() + usize::from(course.is_some()), pen);
    fold_ui(
        pen,
        ui,
        words::COURSE_AND_ACTIONS,
        &count,
        false,
        |pen, ui| {
            course_ui(pen, ui, target, course);
            remark_ui(pen.theme(), ui, pen.say(words::ACTIONS));
            for action in actions {
                action_ui(pen, ui, action);
            }
            add_action_ui(pen, ui, Some(target));
        },
    );
}

/// Draws all courses of the map.
pub(super) fn courses_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    let count = count_of(now.courses.len(), pen);
    fold_ui(pen, ui, words::COURSES, &count, false, |pen, ui| {
        if now.courses.is_empty() {
            remark_ui(pen.theme(), ui, pen.say(words::NO_COURSES));
        }
        for course in now.courses.iter() {
            let name = target_name(pen, course.target);
            crate::ui::widget::head_ui(pen.theme(), ui, &name);
            course_ui(pen, ui, course.target, Some(course));
        }
    });
}

/// Draws all actions of the map.
pub(super) fn actions_ui(pen: &mut Pen<'_>, ui: &mut Ui) {
    let now = pen.cx.now();
    let count = count_of(now.actions.len(), pen);
    fold_ui(pen, ui, words::ACTIONS, &count, false, |pen, ui| {
        for action in now.actions.iter() {
            action_ui(pen, ui, action);
        }
        add_action_ui(pen, ui, None);
    });
}

fn target_name(pen: &Pen<'_>, target: Target) -> String {
    crate::text::course::target(pen.cx.now(), target, pen.cx.language())
        .unwrap_or_else(|| "–".to_owned())
}

fn course_ui(pen: &mut Pen<'_>, ui: &mut Ui, target: Target, course: Option<&Course>) {
    let language = pen.cx.language();
    let mut segments = vec![Segment {
        label: pen.say(words::COURSE_NONE),
        chosen: course.is_none(),
    }];
    segments.extend(Direction::ALL.iter().map(|direction| Segment {
        label: direction.word(language),
        chosen: course.is_some_and(|course| course.direction == *direction),
    }));
    if let Some(clicked) = segments_ui(pen.theme(), ui, &segments) {
        let direction = clicked
            .checked_sub(1)
            .and_then(|place| Direction::ALL.get(place).copied());
        if let Some(edit) = chosen(pen, target, course, direction) {
            pen.edit(edit);
        }
    }
    let Some(course) = course else { return };
    let put = |after: Course| Edit::Course(Entry::Put(Box::new(after)));
    let id = field_id(course.id, "keep");
    let label = pen.say(words::KEEP);
    note_ui(pen, ui, id, label, Look::Text, &course.keep, &|keep| {
        put(Course {
            keep,
            ..course.clone()
        })
    });
    let id = field_id(course.id, "reason");
    let label = pen.say(words::REASON);
    note_ui(pen, ui, id, label, Look::Text, &course.reason, &|reason| {
        put(Course {
            reason,
            ..course.clone()
        })
    });
}

/// Gives the edit that chooses a course for something, or takes it off; `None` where it is so already.
pub(crate) fn chosen(
    pen: &mut Pen<'_>,
    target: Target,
    course: Option<&Course>,
    direction: Option<Direction>,
) -> Option<Edit> {
    let after = match (course, direction) {
        (Some(course), None) => return Some(Edit::Course(Entry::Remove(course.id))),
        (None, None) => return None,
        (Some(course), Some(direction)) if course.direction == direction => return None,
        (Some(course), Some(direction)) => Course {
            direction,
            date: Some(pen.cx.today),
            ..course.clone()
        },
        (None, Some(direction)) => Course {
            id: pen.out.fresh_id(),
            target,
            direction,
            keep: Note::default(),
            room_given: None,
            room_taken: None,
            reason: Note::default(),
            date: Some(pen.cx.today),
            unknown: Unknown::default(),
        },
    };
    Some(Edit::Course(Entry::Put(Box::new(after))))
}

fn put(after: Action) -> Edit {
    Edit::Action(Entry::Put(Box::new(after)))
}

/// Draws an action: its text, and who, when and how far.
pub(crate) fn action_ui(pen: &mut Pen<'_>, ui: &mut Ui, action: &Action) {
    let language = pen.cx.language();
    let id = field_id(action.id, "action");
    let label = pen.say(words::ACTION);
    note_ui(pen, ui, id, label, Look::Text, &action.text, &|text| {
        put(Action {
            text,
            ..action.clone()
        })
    });
    ui.horizontal(|ui| {
        let due = action
            .due
            .map(|due| dates::short(due, pen.cx.today, language));
        let owner = Some(action.owner.clone()).filter(|owner| !owner.is_empty());
        let status = action.status.word(language).to_lowercase();
        let parts = [Some(status), owner, due];
        let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        remark_ui(pen.theme(), ui, &line);
        let more = answer::more(label, language);
        if icon_button_ui(pen.theme(), ui, icon::MORE, &more).clicked() {
            pen.memory.toggle_detail(id);
        }
    });
    if pen.memory.detail == Some(id) {
        inset(ui, |ui| action_details_ui(pen, ui, action));
    }
}

fn action_details_ui(pen: &mut Pen<'_>, ui: &mut Ui, action: &Action) {
    let language = pen.cx.language();
    let statuses: Vec<_> = ActionStatus::ALL
        .iter()
        .map(|status| Segment {
            label: status.word(language),
            chosen: action.status == *status,
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &statuses);
    if let Some(status) = clicked.and_then(|place| ActionStatus::ALL.get(place).copied())
        && status != action.status
    {
        pen.edit(put(Action {
            status,
            ..action.clone()
        }));
    }
    let ways: Vec<_> = Way::ALL
        .iter()
        .map(|way| Segment {
            label: way.word(language),
            chosen: action.way == Some(*way),
        })
        .collect();
    let clicked = segments_ui(pen.theme(), ui, &ways);
    if let Some(way) = clicked.and_then(|place| Way::ALL.get(place).copied()) {
        let way = Some(way).filter(|way| action.way != Some(*way));
        pen.edit(put(Action {
            way,
            ..action.clone()
        }));
    }
    let field = Field::new(
        field_id(action.id, "owner"),
        words::OWNER.get(language),
        Look::Line,
    );
    field_ui(pen, ui, field, &action.owner, |owner, _| {
        Ok(put(Action {
            owner,
            ..action.clone()
        }))
    });
    let id = field_id(action.id, "due");
    let label = words::DUE.get(language);
    date_ui(pen, ui, id, label, action.due, &|due| {
        put(Action {
            due,
            ..action.clone()
        })
    });
    if quiet_button_ui(pen.theme(), ui, pen.say(answer::REMOVE)).clicked() {
        pen.edit(Edit::Action(Entry::Remove(action.id)));
    }
}

/// Draws the field that adds an action.
pub(crate) fn add_action_ui(pen: &mut Pen<'_>, ui: &mut Ui, target: Option<Target>) {
    let label = pen.say(words::NEW_ACTION);
    let field = Field::new(field_id(target, "new action"), label, Look::Add);
    field_ui(pen, ui, field, "", |text, out| {
        Ok(put(Action {
            id: out.fresh_id(),
            text: Note::new(text),
            owner: String::new(),
            targets: target.into_iter().collect(),
            due: None,
            status: ActionStatus::Open,
            way: None,
            unknown: Unknown::default(),
        }))
    });
}
