//! The course page (*koersblad*): what was decided, for who was there and for who was not.
//!
//! [`CoursePage`] says it all, and nothing private: the three columns with their reasons and what we keep, the bridges
//! and rings, who does what, and what is not known yet. It is written as one A4, as a web page or as plain text.

#[cfg(feature = "desktop")]
mod a4;
mod html;
mod markdown;
#[cfg(feature = "desktop")]
mod setting;

use crate::model::{
    Action, ActionStatus, Content, Course, Direction, Document, Language, RoleState, Target,
};
use crate::text::course as words;
use crate::text::inspector::date as dates;
use crate::text::inspector::role as role_words;
use crate::text::terms::Named as _;

#[cfg(feature = "desktop")]
pub use a4::{A4, a4_pdf};
pub use html::html;
pub use markdown::markdown;

/// What a course page says, with nothing private in it.
#[derive(Debug, Clone, PartialEq)]
pub struct CoursePage {
    /// The language of its own words.
    pub language: Language,
    /// The title of the map.
    pub title: String,
    /// What it is about, in one sentence.
    pub sentence: Option<String>,
    /// Who, and of what day, as far as the map says so.
    pub remarks: Vec<String>,
    /// Steer, go along and let go.
    pub columns: [CourseColumn; 3],
    /// Bridges and rings, with their reasons.
    pub roles: Vec<PageLine>,
    /// Who does what.
    pub actions: Vec<PageLine>,
    /// What is not known yet.
    pub questions: Vec<PageLine>,
}

/// One of the three columns.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseColumn {
    /// Steer, go along or let go.
    pub direction: Direction,
    /// What stands in it.
    pub cards: Vec<CourseCard>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseCard {
    /// What it is for.
    pub name: String,
    /// Of what sort that is.
    pub about: String,
    /// What role is played towards it.
    pub role: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What we keep in hand.
    pub keep: Option<String>,
    /// How much room is given and taken.
    pub room: Option<String>,
}

/// A line with something said after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// The line.
    pub text: String,
    /// What is said after it.
    pub remark: Option<String>,
}

/// Gathers what a course page says.
pub fn course_page(document: &Document, language: Language) -> CoursePage {
    let now = &document.now;
    CoursePage {
        language,
        title: document.title.clone(),
        sentence: sentence(now),
        remarks: remarks(now, language),
        columns: [Direction::Steer, Direction::GoAlong, Direction::LetGo].map(|direction| {
            CourseColumn {
                direction,
                cards: standing(now)
                    .filter(|course| course.direction == direction)
                    .filter_map(|course| card(now, course, language))
                    .collect(),
            }
        }),
        roles: roles(now, language),
        actions: actions(now, language),
        questions: questions(now, language),
    }
}

impl CoursePage {
    /// Says whether nothing was chosen, agreed or asked.
    pub fn is_empty(&self) -> bool {
        self.columns.iter().all(|column| column.cards.is_empty())
            && self.roles.is_empty()
            && self.actions.is_empty()
            && self.questions.is_empty()
    }

    /// Gives the heading: the title of the map, or what the page is where it has none.
    pub(crate) fn heading(&self) -> &str {
        if self.title.trim().is_empty() {
            words::PAGE.get(self.language)
        } else {
            &self.title
        }
    }
}

/// Walks the courses that hold: of several for one target the last.
pub(crate) fn standing(now: &Content) -> impl Iterator<Item = &Course> {
    now.courses.iter().filter(|course| {
        let last = now
            .courses
            .iter()
            .rev()
            .find(|other| other.target == course.target);
        last.is_some_and(|last| last.id == course.id)
    })
}

fn sentence(now: &Content) -> Option<String> {
    let asked = now.purpose.issue_sentence.open_text().map(str::to_owned);
    asked.or_else(|| {
        let names: Vec<&str> = now
            .issues
            .iter()
            .map(|issue| issue.name.as_str())
            .filter(|name| !name.trim().is_empty())
            .collect();
        (!names.is_empty()).then(|| names.join(" · "))
    })
}

fn remarks(now: &Content, language: Language) -> Vec<String> {
    let official = now
        .focal
        .and_then(|actor| now.actors.get(actor))
        .map(|actor| words::official(&actor.name, language));
    let chosen = standing(now)
        .filter_map(|course| course.date)
        .chain(now.roles.iter().filter_map(|role| role.date))
        .max();
    let chosen = chosen.map(|date| words::as_of(&dates::written(date, language), language));
    let review = now
        .purpose
        .review
        .map(|date| words::review(&dates::written(date, language), language));
    [official, chosen, review].into_iter().flatten().collect()
}

fn card(now: &Content, course: &Course, language: Language) -> Option<CourseCard> {
    Some(CourseCard {
        name: words::target(now, course.target, language)?,
        about: words::sort(now, course.target, language),
        role: words::role_towards(now, course.target, language),
        reason: course.reason.open_text().map(str::to_owned),
        keep: course.keep.open_text().map(str::to_owned),
        room: words::room(
            course.room_given.map(crate::model::Score::get),
            course.room_taken.map(crate::model::Score::get),
            language,
        ),
    })
}

fn roles(now: &Content, language: Language) -> Vec<PageLine> {
    now.roles
        .iter()
        .filter(|role| role.state == RoleState::Now)
        .filter_map(|role| {
            let reason = role.reason.open_text().map(str::to_owned);
            let missing = role
                .reason
                .is_empty()
                .then(|| role_words::no_reason(language).to_owned());
            Some(PageLine {
                text: words::role(now, role, language)?,
                remark: reason.or(missing),
            })
        })
        .collect()
}

/// Lists the actions that are not over and not private, those that must be done first at the top.
fn actions(now: &Content, language: Language) -> Vec<PageLine> {
    let mut open: Vec<&Action> = now
        .actions
        .iter()
        .filter(|action| match action.status {
            ActionStatus::Open | ActionStatus::Doing => true,
            ActionStatus::Done | ActionStatus::Dropped => false,
        })
        .filter(|action| action.text.open_text().is_some())
        .collect();
    open.sort_by_key(|action| (action.due.is_none(), action.due));
    open.into_iter()
        .map(|action| {
            let owner = (!action.owner.trim().is_empty()).then(|| action.owner.clone());
            let due = action
                .due
                .map(|date| words::due(&dates::written(date, language), language));
            let doing = (action.status == ActionStatus::Doing)
                .then(|| action.status.word(language).to_lowercase());
            let remarks: Vec<String> = [owner, due, doing].into_iter().flatten().collect();
            PageLine {
                text: action.text.text.clone(),
                remark: (!remarks.is_empty()).then(|| remarks.join(" · ")),
            }
        })
        .collect()
}

fn questions(now: &Content, language: Language) -> Vec<PageLine> {
    now.questions
        .iter()
        .filter(|question| !question.answered)
        .filter_map(|question| {
            let who = question.who_might_know.trim();
            Some(PageLine {
                text: question.text.open_text()?.to_owned(),
                remark: (!who.is_empty()).then(|| words::ask(who, language)),
            })
        })
        .collect()
}

/// Says whether something can get a course here: the official in focus steers and is not steered.
pub fn takes_a_course(now: &Content, target: Target) -> bool {
    match target {
        Target::Actor(actor) => now.focal != Some(actor),
        Target::Relation(_) | Target::Group(_) | Target::Issue(_) => true,
        Target::Goal(_) => false,
    }
}

#[cfg(test)]
mod tests;
