//! The readable answers of the command line, fit to be pasted in a mail.

use super::{Telling, based_on, capital, decimal, force_lines, words};
use crate::analysis::advice::{Label, listed};
use crate::model::Mode;

/// How many pairs of each list a mail tells of.
const PAIRS: usize = 5;
/// How many actors a mail names as connecting others.
const ACTORS: usize = 5;

/// Tells all that a field shows without an official: size, weak spots, circles, forces.
pub(crate) fn analyse_mail(telling: &Telling<'_>, answers: (usize, usize)) -> String {
    let mut out = Lines::default();
    out.title(&telling.field.name);
    out.line(&telling.size());
    out.blank();
    out.head(&telling.say("Wie verbindt anderen", "Who connects others"));
    out.items(most_connecting(telling));
    out.items(telling.place());
    out.blank();
    out.head(&telling.say("Waar het veld kan breken", "Where the field can break"));
    let weak = telling.weak_spots();
    if weak.is_empty() {
        out.line(&telling.say(
            "Valt één actor weg, dan blijft de rest bij elkaar",
            "Without any one actor the rest stays together",
        ));
    }
    out.items(weak);
    out.blank();
    out.head(&telling.say("Kringen", "Circles"));
    out.items(telling.circles());
    for (issue, name) in telling.field.issues.iter().enumerate() {
        let lines = force_lines(telling, issue);
        out.blank();
        out.head(&telling.say(format!("Vraagstuk: {name}"), format!("Issue: {name}")));
        out.line(&lines.lean);
        out.items(lines.sides);
        out.items(lines.factors);
        if !lines.doubt.is_empty() {
            out.line(&lines.doubt);
        }
    }
    out.blank();
    out.line(&based_on(answers.0, answers.1, telling.language));
    out.text
}

/// Names the actors with the most shortest routes, or nobody in particular where the field is too small.
fn most_connecting(telling: &Telling<'_>) -> Vec<String> {
    let analysis = telling.analysis;
    if !analysis.ranked {
        return vec![telling.too_small()];
    }
    let mut order: Vec<usize> = (0..telling.field.n())
        .filter(|v| analysis.betweenness.get(*v).is_some_and(|b| *b > 0.0))
        .collect();
    order.sort_by(|a, b| {
        let value = |v: usize| analysis.betweenness.get(v).copied().unwrap_or(0.0);
        value(*b).total_cmp(&value(*a)).then(a.cmp(b))
    });
    order
        .into_iter()
        .take(ACTORS)
        .map(|v| {
            let name = telling.name(v);
            let contacts = analysis.degree.get(v).copied().unwrap_or(0);
            let routes = analysis.betweenness.get(v).copied().unwrap_or(0.0);
            let routes = decimal(routes, 1, telling.language);
            telling.say(
                format!(
                    "{name}: {}, {routes} kortste routes lopen hierover",
                    super::counted(contacts, "contact", "contacten")
                ),
                format!(
                    "{name}: {}, {routes} shortest routes run here",
                    super::counted(contacts, "contact", "contacts")
                ),
            )
        })
        .collect()
}

/// Tells the advice: what stands out, both lists with their evidence, the choices beside it, and the doubt.
pub(crate) fn advise_mail(
    telling: &Telling<'_>,
    chosen: &dyn Fn(usize, usize) -> Option<Mode>,
    answers: (usize, usize),
) -> String {
    let mut out = Lines::default();
    out.title(&telling.field.name);
    match telling.field.official() {
        Some(official) => {
            let name = telling.name(official);
            out.line(&telling.say(
                format!("Wie met wie? Advies voor {name}"),
                format!("Who with whom? Advice for {name}"),
            ));
        }
        None => out.line(&telling.say(
            "Wie met wie? Er is geen hoofdpersoon gekozen; dit geldt voor alle paren.",
            "Who with whom? No official in focus was chosen; this holds for all pairs.",
        )),
    }
    out.line(&telling.base_rate());
    out.line(&telling.what_comes_first());
    for label in [Label::Verbinden, Label::Regie] {
        out.blank();
        let alike = match label {
            Label::Regie => telling.say("gelijksoortige actoren", "actors that are alike"),
            Label::Verbinden | Label::Mixed | Label::Unknown => {
                telling.say("ongelijksoortige actoren", "actors that are unlike")
            }
        };
        let word = capital(words::label(label).get(telling.language));
        out.head(&format!("{word} – {alike}"));
        let rows = listed(telling.field, telling.analysis, label);
        if rows.is_empty() {
            out.line(&telling.say("Geen paren", "No pairs"));
        }
        for place in rows.into_iter().take(PAIRS) {
            pair(&mut out, telling, place, chosen);
        }
    }
    if let Some(others) = telling.other_pairs() {
        out.blank();
        out.line(&others);
    }
    let flags = telling.flags();
    if !flags.is_empty() {
        out.blank();
        out.head(&telling.say("Vragen bij het proces", "Questions on the process"));
        out.items(flags);
    }
    if let Some(place) = telling.place() {
        out.blank();
        out.line(&place);
    }
    out.blank();
    out.head(super::method::WEIGHTS.get(telling.language));
    let weights = telling.weights().into_iter();
    out.items(weights.map(|(word, of)| format!("{word}: {of}")));
    out.items(telling.thresholds());
    out.blank();
    out.line(&based_on(answers.0, answers.1, telling.language));
    out.text
}

fn pair(
    out: &mut Lines,
    telling: &Telling<'_>,
    place: usize,
    chosen: &dyn Fn(usize, usize) -> Option<Mode>,
) {
    let Some(row) = telling.analysis.advice.get(place) else {
        return;
    };
    let strength = words::strength(row.strength).get(telling.language);
    out.line(&format!(
        "- {} ({strength}): {}",
        telling.both(row.i, row.j),
        telling.reason(row)
    ));
    let evidence: Vec<String> = telling
        .evidence(row)
        .into_iter()
        .filter(|row| row.says != super::Says::Unknown)
        .map(|row| {
            format!(
                "{} {} ({}, {})",
                row.word, row.what, row.weight, row.says_word
            )
        })
        .collect();
    out.below(&evidence.join("; "));
    let asks: Vec<&str> = row
        .competences
        .iter()
        .map(|advice| words::competence(advice.competence).get(telling.language))
        .collect();
    if !asks.is_empty() {
        let asks = asks.join(", ");
        out.below(&telling.say(
            format!("vraagt van u: {asks}"),
            format!("asks of you: {asks}"),
        ));
    }
    let way = telling.way_in(row);
    out.below(&telling.say(format!("ingang: {way}"), format!("way in: {way}")));
    if let Some(mode) = chosen(row.i, row.j) {
        out.below(&telling.question(row, Some(mode)));
    }
}

/// Lines of a mail.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        if !title.trim().is_empty() {
            self.line(title.trim());
            self.line(&"=".repeat(title.trim().chars().count().min(78)));
        }
    }

    fn head(&mut self, head: &str) {
        self.line(head);
        self.line(&"-".repeat(head.chars().count().min(78)));
    }

    fn items(&mut self, items: impl IntoIterator<Item = String>) {
        for item in items {
            self.line(&format!("- {item}"));
        }
    }

    fn below(&mut self, line: &str) {
        self.line(&format!("  {line}"));
    }
}
