//! What is wrong with the definition of a lens, as sentences.

use crate::lens::{LensFault, LensTrouble};
use crate::model::Language;
use crate::storage::Spot;
use crate::text::error::with_place;

/// Says what is wrong with a lens that was read, each with its line and column; at most three.
pub(crate) fn faults_of_file(faults: &[(LensFault, Spot)], language: Language) -> String {
    let mut sentences: Vec<String> = faults
        .iter()
        .take(3)
        .map(|(fault, spot)| with_place(Some(spot), &trouble(&fault.trouble, language), language))
        .collect();
    if faults.len() > 3 {
        let more = faults.len() - 3;
        sentences.push(match language {
            Language::Dutch => format!("En nog {more} meer."),
            Language::English => format!("And {more} more."),
        });
    }
    sentences.join(" ")
}

/// Says what is wrong.
#[expect(clippy::too_many_lines, reason = "one sentence for each trouble")]
pub(crate) fn trouble(trouble: &LensTrouble, language: Language) -> String {
    let (nl, en) = match trouble {
        LensTrouble::BadCode(code) => (
            format!("de code ‘{code}’ mag alleen kleine letters, cijfers, - en _ bevatten."),
            format!("the code ‘{code}’ may hold only small letters, digits, - and _."),
        ),
        LensTrouble::Twice(code) => (
            format!("de code ‘{code}’ staat er twee keer."),
            format!("the code ‘{code}’ stands twice."),
        ),
        LensTrouble::NoText(Language::Dutch) => (
            "de Nederlandse tekst ontbreekt.".into(),
            "the Dutch text is missing.".into(),
        ),
        LensTrouble::NoText(Language::English) => (
            "de Engelse tekst ontbreekt.".into(),
            "the English text is missing.".into(),
        ),
        LensTrouble::LongText(limit) => (
            format!("deze tekst is langer dan {limit} tekens."),
            format!("this text is longer than {limit} characters."),
        ),
        LensTrouble::NoFields => (
            "deze bril heeft geen vragen.".into(),
            "this lens has no questions.".into(),
        ),
        LensTrouble::Nothing => (
            "hier hoort ten minste één onderdeel te staan.".into(),
            "there must be at least one part here.".into(),
        ),
        LensTrouble::TooMany(limit) => (
            format!("hier passen er hooguit {limit}."),
            format!("at most {limit} fit here."),
        ),
        LensTrouble::NoSteps => (
            "de laagste stap moet onder de hoogste liggen.".into(),
            "the lowest step must lie below the highest.".into(),
        ),
        LensTrouble::ManySteps(limit) => (
            format!("een schaal heeft hooguit {limit} stappen."),
            format!("a scale has at most {limit} steps."),
        ),
        LensTrouble::PairInPair => (
            "nu en gewenst kan niet in nu en gewenst staan.".into(),
            "now and wanted cannot stand within now and wanted.".into(),
        ),
        LensTrouble::UnknownField(code) => (
            format!("er is geen vraag met de code ‘{code}’."),
            format!("there is no question with the code ‘{code}’."),
        ),
        LensTrouble::OtherSubject(code) => (
            format!("de vraag ‘{code}’ gaat over iets anders dan waar dit over gaat."),
            format!("the question ‘{code}’ is about something else than this is about."),
        ),
        LensTrouble::OtherKind(code) => (
            format!("de vraag ‘{code}’ heeft een ander soort antwoord dan hier nodig is."),
            format!("the question ‘{code}’ has another kind of answer than is needed here."),
        ),
        LensTrouble::NoSuchStep(step) => (
            format!("de schaal heeft geen stap {step}."),
            format!("the scale has no step {step}."),
        ),
        LensTrouble::NoSuchOption(code) => (
            format!("de vraag kent de keuze ‘{code}’ niet."),
            format!("the question has no option ‘{code}’."),
        ),
        LensTrouble::NoDifference => (
            "een verschil is ten minste één stap.".into(),
            "a difference is at least one step.".into(),
        ),
        LensTrouble::TooDeep(limit) => (
            format!("voorwaarden staan hooguit {limit} diep in elkaar."),
            format!("conditions stand at most {limit} deep in each other."),
        ),
        LensTrouble::BadBind => (
            "deze vraag kan niet tonen wat de kaart zelf bijhoudt: daarvoor moet zij per actor zijn en dezelfde stappen hebben.".into(),
            "this question cannot show what the map itself keeps: for that it must be asked of actors and have the same steps.".into(),
        ),
        LensTrouble::PrivateBind => (
            "wat de kaart zelf bijhoudt, kan in een bril niet privé zijn.".into(),
            "what the map itself keeps cannot be private in a lens.".into(),
        ),
        LensTrouble::FewSpokes(least) => (
            format!("een web heeft ten minste {least} vragen."),
            format!("a web has at least {least} questions."),
        ),
    };
    match language {
        Language::Dutch => nl,
        Language::English => en,
    }
}
