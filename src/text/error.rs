//! What went wrong, said so that somebody can do something about it: where, what, and what happens with the data.

use super::Text;
use crate::edit::EditError;
use crate::model::{Language, Problem};
use crate::storage::{
    Expected, Fault, Foreign, Mangled, Notice, Noticed, ReadError, RecoveryError, SaveError, Spot,
};

/// Says why a map is refused, with its place.
pub(crate) fn read(error: &ReadError, language: Language) -> String {
    with_place(
        error.spot.as_deref(),
        &fault(&error.fault, language),
        language,
    )
}

/// Says what was noticed in a map, with its place.
pub(crate) fn notice(noticed: &Noticed, language: Language) -> String {
    let sentence = notice_text(&noticed.notice, language);
    let named = match &noticed.notice {
        Notice::UnknownField { field, .. } => Some(field),
        _ => None,
    };
    // The sentence names the field itself.
    let spot = noticed.spot.clone().map(|mut spot| {
        if named.is_some_and(|field| *field == spot.field) {
            spot.field.clear();
        }
        spot
    });
    with_place(spot.as_ref(), &sentence, language)
}

/// Says where a notice stands, in words, and what it says, apart.
pub(crate) fn notice_parts(noticed: &Noticed, language: Language) -> (String, String) {
    let place = noticed
        .spot
        .as_ref()
        .map_or_else(String::new, |spot| place_text(spot, language));
    (place, capital(&notice_text(&noticed.notice, language)))
}

/// Puts the place before a sentence: line, column, entity, field.
pub(crate) fn with_place(spot: Option<&Spot>, sentence: &str, language: Language) -> String {
    let Some(spot) = spot else {
        return capital(sentence);
    };
    format!("{}: {sentence}", place_text(spot, language))
}

/// Says where something stands: line, column, entity, field.
fn place_text(spot: &Spot, language: Language) -> String {
    let mut place = match language {
        Language::Dutch => format!("Regel {}, kolom {}", spot.line, spot.column),
        Language::English => format!("Line {}, column {}", spot.line, spot.column),
    };
    if let Some(moment) = &spot.moment {
        place.push_str(", moment ");
        place.push_str(&quoted(moment));
    }
    if let Some(list) = &spot.list {
        place.push_str(", ");
        place.push_str(entity_word(list, language));
        match (&spot.name, spot.index) {
            (Some(name), _) => {
                place.push(' ');
                place.push_str(&quoted(name));
            }
            (None, Some(index)) => {
                place.push(' ');
                place.push_str(&(index + 1).to_string());
            }
            (None, None) => {}
        }
    }
    if !spot.field.is_empty() {
        place.push_str(match language {
            Language::Dutch => ", veld ",
            Language::English => ", field ",
        });
        place.push('`');
        place.push_str(&spot.field);
        place.push('`');
    }
    place
}

fn quoted(name: &str) -> String {
    let short: String = name
        .chars()
        .filter(|letter| !crate::storage::invisible(*letter))
        .take(60)
        .collect();
    format!("‘{short}’")
}

pub(crate) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Gives the word for an entry of a list of the file.
fn entity_word(list: &str, language: Language) -> &str {
    let words = match list {
        "actors" => Text::new("actor", "actor"),
        "relations" => Text::new("relatie", "relation"),
        "groups" => Text::new("groep", "group"),
        "roles" => Text::new("rolkeuze", "role choice"),
        "issues" => Text::new("vraagstuk", "issue"),
        "values" => Text::new("waarde", "value"),
        "factors" => Text::new("factor", "factor"),
        "courses" => Text::new("koers", "course"),
        "actions" => Text::new("actie", "action"),
        "log" => Text::new("logboek", "log"),
        "questions" => Text::new("vraag", "question"),
        "texts" => Text::new("tekst", "text"),
        "moments" => Text::new("moment", "moment"),
        "scenes" => Text::new("dia", "slide"),
        "own_lenses" => Text::new("bril", "lens"),
        _ => return list,
    };
    words.get(language)
}

fn meant(suggestion: Option<&String>, language: Language) -> String {
    match (suggestion, language) {
        (None, _) => String::new(),
        (Some(word), Language::Dutch) => format!(" Bedoelde u `{word}`?"),
        (Some(word), Language::English) => format!(" Did you mean `{word}`?"),
    }
}

fn either(language: Language, nl: impl Into<String>, en: impl Into<String>) -> String {
    match language {
        Language::Dutch => nl.into(),
        Language::English => en.into(),
    }
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

#[expect(clippy::too_many_lines, reason = "one sentence for each fault")]
fn fault(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::TooBig { bytes, limit } => either(
            language,
            format!(
                "het bestand is te groot: {} MB, en er past hooguit {} MB in een kaart.",
                megabytes(*bytes),
                megabytes(*limit)
            ),
            format!(
                "the file is too large: {} MB, and a map holds at most {} MB.",
                megabytes(*bytes),
                megabytes(*limit)
            ),
        ),
        Fault::ZeroTail => either(
            language,
            "het bestand is beschadigd: de kaart houdt te vroeg op en de rest bestaat uit nullen, zoals na stroomuitval. Kijk of er een eerdere versie is.",
            "the file is damaged: the map ends too early and the rest is zeros, as after a power cut. See whether there is an earlier version.",
        ),
        Fault::Mangled(mangled) => mangled_text(*mangled, language),
        Fault::Empty => either(
            language,
            "het bestand is leeg. Kijk of er een eerdere versie is.",
            "the file is empty. See whether there is an earlier version.",
        ),
        Fault::Zeros => either(
            language,
            "het bestand is beschadigd: er staan alleen nullen in. Dat gebeurt na stroomuitval. Kijk of er een eerdere versie is.",
            "the file is damaged: it holds nothing but zeros, as after a power cut. See whether there is an earlier version.",
        ),
        Fault::Foreign(foreign) => foreign_text(*foreign, language),
        Fault::NotUtf8 => either(
            language,
            "dit teken is geen UTF-8. Sla het bestand in de teksteditor op als UTF-8 en probeer het opnieuw.",
            "this character is not UTF-8. Save the file as UTF-8 in the text editor and try again.",
        ),
        Fault::NotOurs { found } => either(
            language,
            format!(
                "dit is geen kaart, maar een bestand van het soort {}.",
                quoted(found)
            ),
            format!("this is no map but a file of the kind {}.", quoted(found)),
        ),
        Fault::TooNew { needed } => either(
            language,
            format!(
                "deze kaart vraagt een nieuwere versie van het programma (bestandsversie {needed})."
            ),
            format!("this map needs a newer version of the program (file version {needed})."),
        ),
        Fault::Trailing => either(
            language,
            "na de laatste haak staat nog tekst. Haal die weg en probeer het opnieuw.",
            "there is text after the last bracket. Remove it and try again.",
        ),
        Fault::MergeMarks => either(
            language,
            "hier staat een onopgeloste samenvoeging (<<<<<<<). Kies eerst welke versie geldt.",
            "here stands an unresolved merge (<<<<<<<). Choose first which version holds.",
        ),
        Fault::Ended => either(
            language,
            "het bestand houdt hier te vroeg op. Vraag de afzender om het nog eens te sturen, of kijk of er een eerdere versie is.",
            "the file ends here too early. Ask the sender to send it again, or see whether there is an earlier version.",
        ),
        Fault::Expected(expected) => expected_text(*expected, language),
        Fault::Nul
        | Fault::TooDeep { .. }
        | Fault::Unbalanced
        | Fault::LongText { .. }
        | Fault::LongNumber { .. }
        | Fault::LongWord { .. }
        | Fault::TooManyValues { .. }
        | Fault::DeepComment { .. }
        | Fault::Attribute => guard_text(fault, language),
        Fault::OtherStruct { .. }
        | Fault::DuplicateField { .. }
        | Fault::UnknownField { .. }
        | Fault::TooManyUnknown { .. }
        | Fault::UnknownWord { .. }
        | Fault::Missing { .. }
        | Fault::TooMany { .. }
        | Fault::TooLong { .. }
        | Fault::Unsound
        | Fault::Other(_) => form_text(fault, language),
    }
}

fn mangled_text(mangled: Mangled, language: Language) -> String {
    let words = match mangled {
        Mangled::Quoted => Text::new(
            "de kaart staat als geciteerde tekst in een mail: elke regel begint met >.",
            "the map stands as quoted text in a mail: every line starts with >.",
        ),
        Mangled::Escaped => Text::new(
            "de aanhalingstekens staan er als &quot;, zoals in de bron van een webpagina.",
            "the quotes stand there as &quot;, as in the source of a web page.",
        ),
        Mangled::Printable => Text::new(
            "dit is de bron van een mail: tekens staan er als =3D en regels eindigen op =.",
            "this is the source of a mail: signs stand as =3D and lines end in =.",
        ),
        Mangled::RoundQuotes => Text::new(
            "de aanhalingstekens zijn rond gemaakt, zoals een tekstverwerker doet.",
            "the quotes were made round, as a word processor does.",
        ),
        Mangled::Preceded => Text::new(
            "boven de kaart staat tekst, zoals in een doorgestuurde mail. De kaart begint pas hier.",
            "there is text above the map, as in a forwarded mail. The map begins only here.",
        ),
    };
    let hint = Text::new(
        "Vraag de afzender om het bestand als bijlage te sturen.",
        "Ask the sender to send the file as an attachment.",
    );
    format!("{} {}", words.get(language), hint.get(language))
}

fn foreign_text(foreign: Foreign, language: Language) -> String {
    let words = match foreign {
        Foreign::Zip => Text::new("een zipbestand", "a zip file"),
        Foreign::Office => Text::new(
            "een kantoordocument, zoals van Word of Excel",
            "an office document, such as of Word or Excel",
        ),
        Foreign::Compressed => Text::new("een ingepakt bestand", "a compressed file"),
        Foreign::Mail => Text::new("een opgeslagen mail", "a saved mail"),
        Foreign::Pdf => Text::new("een PDF", "a PDF"),
        Foreign::Html => Text::new("een webpagina", "a web page"),
        Foreign::Xml => Text::new("een XML-bestand", "an XML file"),
        Foreign::Json => Text::new("een JSON-bestand", "a JSON file"),
        Foreign::Age => Text::new(
            "een kaart die met een wachtwoord is verzegeld",
            "a map sealed with a passphrase",
        ),
        Foreign::Picture => Text::new("een plaatje", "a picture"),
        Foreign::Binary => Text::new(
            "een bestand van een ander programma",
            "a file of another program",
        ),
    };
    let word = words.get(language);
    either(
        language,
        format!("dit is geen kaart, maar {word}. Een kaart heet meestal iets.krachtenveld.ron."),
        format!("this is no map but {word}. A map is usually called something.krachtenveld.ron."),
    )
}

fn expected_text(expected: Expected, language: Language) -> String {
    let words = match expected {
        Expected::Comma => Text::new("een komma", "a comma"),
        Expected::Colon => Text::new("een dubbele punt", "a colon"),
        Expected::Open => Text::new("een haakje (", "a bracket ("),
        Expected::Close => Text::new("een haakje )", "a bracket )"),
        Expected::OpenList => Text::new("een haak [", "a bracket ["),
        Expected::CloseList => Text::new("een haak ]", "a bracket ]"),
        Expected::Text => Text::new("een tekst tussen aanhalingstekens", "a text between quotes"),
        Expected::TextEnd => Text::new(
            "het sluitende aanhalingsteken van een tekst",
            "the closing quote of a text",
        ),
        Expected::Escape => Text::new("een geldige code na \\", "a valid code after \\"),
        Expected::Name => Text::new("een naam", "a name"),
        Expected::Integer => Text::new("een geheel getal", "a whole number"),
        Expected::Number => Text::new("een getal", "a number"),
        Expected::Boolean => Text::new("true of false", "true or false"),
        Expected::CommentEnd => Text::new("het einde van een opmerking", "the end of a comment"),
        Expected::Value => Text::new("een andere waarde", "another value"),
    };
    let word = words.get(language);
    either(
        language,
        format!("hier hoort {word} te staan."),
        format!("{word} should stand here."),
    )
}

fn guard_text(fault: &Fault, language: Language) -> String {
    let (nl, en) = match fault {
        Fault::Nul => ("hier staat een teken dat niet in tekst hoort (nul).".into(), "a character stands here that does not belong in text (zero).".into()),
        Fault::TooDeep { limit } => (
            format!("haken staan dieper in elkaar dan {limit}; dat doet geen kaart."),
            format!("brackets stand more than {limit} deep; no map does."),
        ),
        Fault::Unbalanced => ("hier sluit een haak die niet open stond.".into(), "a bracket closes here that was not open.".into()),
        Fault::LongText { limit } => (format!("deze tekst is langer dan {limit} tekens."), format!("this text is longer than {limit} characters.")),
        Fault::LongNumber { limit } => (format!("dit getal is langer dan {limit} cijfers."), format!("this number is longer than {limit} digits.")),
        Fault::LongWord { limit } => (format!("dit woord is langer dan {limit} tekens."), format!("this word is longer than {limit} characters.")),
        Fault::TooManyValues { limit } => (format!("er staan meer dan {limit} waarden in."), format!("it holds more than {limit} values.")),
        Fault::DeepComment { limit } => (format!("opmerkingen staan dieper in elkaar dan {limit}."), format!("comments stand more than {limit} deep.")),
        Fault::Attribute => (
            "het bestand wil de lezer anders instellen (#!). Dat mag niet; haal de regel weg.".into(),
            "the file wants to set the reader otherwise (#!). That is not allowed; remove the line.".into(),
        ),
        _ => (fault.to_string(), fault.to_string()),
    };
    either(language, nl, en)
}

#[expect(clippy::too_many_lines, reason = "one sentence for each fault")]
fn form_text(fault: &Fault, language: Language) -> String {
    let (nl, en) = match fault {
        Fault::OtherStruct { expected, found } => (
            format!("hier staat `{found}` waar `{expected}` hoort."),
            format!("`{found}` stands where `{expected}` should."),
        ),
        Fault::DuplicateField {
            field,
            first_line,
            first_column,
        } => (
            format!(
                "veld `{field}` staat er twee keer; de eerste keer op regel {first_line}, kolom {first_column}. Haal er één weg."
            ),
            format!(
                "field `{field}` stands here twice; first on line {first_line}, column {first_column}. Remove one."
            ),
        ),
        Fault::UnknownField { field, suggestion } => (
            format!(
                "veld `{field}` bestaat niet.{}",
                meant(suggestion.as_ref(), language)
            ),
            format!(
                "there is no field `{field}`.{}",
                meant(suggestion.as_ref(), language)
            ),
        ),
        Fault::TooManyUnknown { limit } => (
            format!("er staan meer dan {limit} onbekende velden."),
            format!("there are more than {limit} unknown fields."),
        ),
        Fault::UnknownWord { found, suggestion } => (
            format!(
                "`{found}` is hier geen bekend woord.{}",
                meant(suggestion.as_ref(), language)
            ),
            format!(
                "`{found}` is no known word here.{}",
                meant(suggestion.as_ref(), language)
            ),
        ),
        Fault::Missing { field } => (
            format!("veld `{field}` ontbreekt."),
            format!("field `{field}` is missing."),
        ),
        Fault::TooMany { limit } => (
            format!("er passen er hooguit {limit}."),
            format!("at most {limit} fit."),
        ),
        Fault::TooLong { limit } => (
            format!("langer dan {limit} kan niet."),
            format!("longer than {limit} is not possible."),
        ),
        Fault::Unsound => (
            "deze waarde kan niet.".into(),
            "this value is not possible.".into(),
        ),
        _ => (
            format!("dit kan het programma niet lezen ({fault})."),
            format!("the program cannot read this ({fault})."),
        ),
    };
    either(language, nl, en)
}

#[expect(clippy::too_many_lines, reason = "one sentence for each notice")]
fn notice_text(notice: &Notice, language: Language) -> String {
    let (nl, en) = match notice {
        Notice::Newer { version } => (
            format!(
                "gemaakt met een nieuwere versie (bestandsversie {version}). Wat dit programma niet kent, blijft bewaard."
            ),
            format!(
                "made with a newer version (file version {version}). What this program does not know is kept."
            ),
        ),
        Notice::Older { version: None } => (
            "het bestand noemt geen versie; het is gelezen als versie 1 en wordt zo opgeslagen.".into(),
            "the file names no version; it is read as version 1 and saved as such.".into(),
        ),
        Notice::Older {
            version: Some(version),
        } => (
            format!("gemaakt met een oudere versie (bestandsversie {version}); het is omgezet naar versie 1 en wordt zo opgeslagen."),
            format!("made with an older version (file version {version}); it is brought to version 1 and saved as such."),
        ),
        Notice::Trailing { text } if text.is_empty() => (
            "na de kaart staan nullen, zoals na stroomuitval. De kaart zelf is heel. Opslaan vraagt een andere naam, zodat dit bestand blijft zoals het is.".into(),
            "after the map there are zeros, as after a power cut. The map itself is whole. Saving asks for another name, so that this file stays as it is.".into(),
        ),
        Notice::Trailing { text } => (
            format!("na de laatste haak staat nog tekst die niet is gelezen: {}. Opslaan vraagt een andere naam, zodat dit bestand blijft zoals het is.", quoted(text)),
            format!("after the last bracket there is text that was not read: {}. Saving asks for another name, so that this file stays as it is.", quoted(text)),
        ),
        Notice::Windows1252 => (
            "het bestand is gelezen als Windows-1252. Opslaan vraagt een andere naam, zodat dit bestand blijft zoals het is.".into(),
            "the file was read as Windows-1252. Saving asks for another name, so that this file stays as it is.".into(),
        ),
        Notice::BrokenText => (
            "een tekst loopt hier door op de volgende regel; misschien heeft een mailprogramma regels afgebroken. De tekst is bewaard zoals hij er staat.".into(),
            "a text runs on over the next line here; perhaps a mail program broke the lines. The text is kept as it stands.".into(),
        ),
        Notice::DuplicateKey { key } => (
            format!("{} staat er twee keer; de eerste geldt, de tweede is apart bewaard.", quoted(key)),
            format!("{} stands here twice; the first holds, the second is kept aside.", quoted(key)),
        ),
        Notice::Utf16 => (
            "het bestand was UTF-16 en wordt als UTF-8 opgeslagen.".into(),
            "the file was UTF-16 and is saved as UTF-8.".into(),
        ),
        Notice::UnknownField { field, suggestion } => (
            format!(
                "veld `{field}` bestaat niet.{} De waarde is bewaard.",
                meant(suggestion.as_ref(), language)
            ),
            format!(
                "there is no field `{field}`.{} The value is kept.",
                meant(suggestion.as_ref(), language)
            ),
        ),
        Notice::OutOfRange { found, used } if used.is_empty() => (
            format!("{found} valt buiten de schaal en is weggelaten."),
            format!("{found} is outside the scale and left out."),
        ),
        Notice::OutOfRange { found, used } => (
            format!("{found} valt buiten de schaal; {used} is gebruikt."),
            format!("{found} is outside the scale; {used} is used."),
        ),
        Notice::BadDate { found } => (
            format!(
                "{} is geen datum (jaar-maand-dag) en is weggelaten.",
                quoted(found)
            ),
            format!(
                "{} is no date (year-month-day) and is left out.",
                quoted(found)
            ),
        ),
        Notice::BadId { found, used } => (
            format!(
                "{} is geen kenmerk van het programma; {used} is overal in de plaats gekomen.",
                quoted(found)
            ),
            format!(
                "{} is no identity of the program; {used} took its place everywhere.",
                quoted(found)
            ),
        ),
        Notice::DuplicateId { id, used } => (
            format!(
                "kenmerk {id} komt twee keer voor; deze heet nu {used}. Relaties blijven bij de eerste."
            ),
            format!(
                "identity {id} stands twice; this one is now {used}. Relations stay with the first."
            ),
        ),
        Notice::Missing { field } => (
            format!("veld `{field}` ontbreekt; de gewone waarde is gebruikt."),
            format!("field `{field}` is missing; the usual value is used."),
        ),
        Notice::Dangling { reference, .. } => (
            format!(
                "verwijst naar {reference}, en dat is er niet. Het staat niet op de kaart en blijft in het bestand."
            ),
            format!(
                "refers to {reference}, which is not there. It is not on the map and stays in the file."
            ),
        ),
        Notice::Unreadable { fault: why, .. } => (
            format!(
                "niet te lezen en ongewijzigd bewaard: {}",
                fault(why, language)
            ),
            format!(
                "cannot be read and is kept as it is: {}",
                fault(why, language)
            ),
        ),
        Notice::Invisible => (
            "hier staan onzichtbare tekens; ze blijven bewaard.".into(),
            "invisible characters stand here; they are kept.".into(),
        ),
    };
    either(language, nl, en)
}

/// Says why a change is refused.
pub(crate) fn edit(error: &EditError, language: Language) -> String {
    let (nl, en) = match error {
        EditError::NotThere(_) => (
            "Dit staat niet meer op de kaart".into(),
            "This is no longer on the map".into(),
        ),
        EditError::AlreadyThere(_) => (
            "Dit staat al op de kaart".into(),
            "This is already on the map".into(),
        ),
        EditError::NoEntry(_) => (
            "Deze regel is er niet meer".into(),
            "This line is no longer there".into(),
        ),
        EditError::TooLarge { limit } => {
            let most = limit / (1024 * 1024);
            (
                format!(
                    "De kaart is vol: meer dan {most} MB past er niet in. Haal lange notities weg."
                ),
                format!("The map is full: it holds no more than {most} MB. Remove long notes."),
            )
        }
        EditError::Broken(problem) => return problem_text(problem, language),
    };
    either(language, nl, en)
}

fn problem_text(problem: &Problem, language: Language) -> String {
    let (nl, en) = match problem {
        Problem::TooMany { limit, .. } => (
            format!("Er passen er hooguit {limit}"),
            format!("At most {limit} fit"),
        ),
        Problem::TooLong { length, limit, .. } => (
            format!("Deze tekst is te lang: {length}, en er past hooguit {limit}"),
            format!("This text is too long: {length}, and at most {limit} fits"),
        ),
        Problem::Loop(_) => (
            "Een relatie loopt tussen twee verschillende actoren".into(),
            "A relation runs between two different actors".into(),
        ),
        Problem::NoActor { .. } | Problem::Missing { .. } => (
            "Waar dit naar verwijst, staat niet op de kaart".into(),
            "What this refers to is not on the map".into(),
        ),
        Problem::AgreedOutside { .. } => (
            "Alleen leden kunnen akkoord zijn".into(),
            "Only members can agree".into(),
        ),
        Problem::UnsoundLens(_) => (
            "Deze combinatie van antwoorden kan niet".into(),
            "These answers do not go together".into(),
        ),
    };
    either(language, nl, en)
}

/// Says why a file cannot be read from the disk.
pub(crate) fn disk(error: &std::io::Error, language: Language) -> String {
    use std::io::ErrorKind;
    let (nl, en) = match error.kind() {
        ErrorKind::NotFound => (
            "dit bestand is er niet".into(),
            "there is no such file".into(),
        ),
        ErrorKind::PermissionDenied => (
            "u mag dit bestand niet lezen".into(),
            "you are not allowed to read this file".into(),
        ),
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => (
            "dit is geen bestand, maar een map of een apparaat".into(),
            "this is no file but a folder or a device".into(),
        ),
        ErrorKind::FileTooLarge => (
            "dit bestand is te groot voor een kaart".into(),
            "this file is too large for a map".into(),
        ),
        _ => (
            format!("het bestand kan niet worden gelezen ({error})"),
            format!("the file cannot be read ({error})"),
        ),
    };
    either(language, nl, en)
}

/// Says why a map could not be opened, with the name of its file.
pub(crate) fn load(name: &str, sentence: &str, language: Language) -> String {
    either(
        language,
        format!("{name} gaat niet open. {}", capital(sentence)),
        format!("{name} does not open. {}", capital(sentence)),
    )
}

/// Says why a map could not be saved, and what to do.
#[expect(clippy::too_many_lines, reason = "one sentence for each error")]
pub(crate) fn save(name: &str, error: &SaveError, language: Language) -> String {
    let (nl, en) = match error {
        SaveError::Unreadable(_) | SaveError::Different => (
            format!(
                "{name} is niet opgeslagen: de kaart zou niet hetzelfde opengaan. Het bestand is zoals het was. Uw werk staat veilig in de herstelkopie."
            ),
            format!(
                "{name} was not saved: the map would not open as the same. The file is as it was. Your work is safe in the recovery copy."
            ),
        ),
        SaveError::NotSealed(_) => (
            format!(
                "{name} is niet opgeslagen: verzegelen lukte niet. Het bestand is zoals het was."
            ),
            format!("{name} was not saved: it could not be sealed. The file is as it was."),
        ),
        SaveError::TooBig { limit, .. } => (
            format!(
                "{name} is niet opgeslagen: de kaart is groter dan {} MB. Haal lange notities weg.",
                limit / (1024 * 1024)
            ),
            format!(
                "{name} was not saved: the map is larger than {} MB. Remove long notes.",
                limit / (1024 * 1024)
            ),
        ),
        SaveError::ChangedOnDisk { .. } => (
            format!(
                "{name} is intussen door een ander veranderd. Sla op onder een andere naam, of vervang het bestand."
            ),
            format!(
                "{name} was changed by somebody else meanwhile. Save under another name, or replace the file."
            ),
        ),
        SaveError::Vanished { .. } => (
            format!(
                "{name} staat niet meer op zijn plek. Sla op onder een andere naam, of maak het bestand opnieuw."
            ),
            format!(
                "{name} is no longer in its place. Save under another name, or make the file again."
            ),
        ),
        SaveError::NoFolder { .. } => (
            format!(
                "{name} is niet opgeslagen: de map waarin het hoort, is er niet. Kies een andere plek."
            ),
            format!("{name} was not saved: its folder is not there. Choose another place."),
        ),
        SaveError::NotAFile { .. } => (
            format!("{name} is geen bestand. Kies een andere naam."),
            format!("{name} is no file. Choose another name."),
        ),
        SaveError::DiskFull { .. } => (
            format!(
                "{name} is niet opgeslagen: de schijf is vol. Maak ruimte, of kies een andere plek."
            ),
            format!("{name} was not saved: the disk is full. Make room, or choose another place."),
        ),
        SaveError::ReadOnly { .. } => (
            format!(
                "{name} is niet opgeslagen: het bestand is alleen-lezen. Kies een andere naam."
            ),
            format!("{name} was not saved: the file is read-only. Choose another name."),
        ),
        SaveError::Permission { .. } => (
            format!("{name} is niet opgeslagen: u mag hier niet schrijven. Kies een andere plek."),
            format!(
                "{name} was not saved: you are not allowed to write here. Choose another place."
            ),
        ),
        SaveError::OnlyInPlace { .. } => (
            format!(
                "{name} is nog niet opgeslagen: naast het bestand mag geen nieuw bestand worden gemaakt."
            ),
            format!("{name} is not saved yet: no new file may be made beside it."),
        ),
        SaveError::NoCopyFirst(why) => (
            format!(
                "{name} is niet opgeslagen: er kon vooraf geen herstelkopie worden gemaakt ({}). Het bestand is zoals het was.",
                cause(why, language)
            ),
            format!(
                "{name} was not saved: no recovery copy could be made first ({}). The file is as it was.",
                cause(why, language)
            ),
        ),
        SaveError::BrokenInPlace {
            copy, as_before, ..
        } => {
            let copy = copy.display();
            let (nl, en) = if *as_before {
                ("Het bestand is zoals het was.", "The file is as it was.")
            } else {
                (
                    "Het bestand is half geschreven.",
                    "The file is half written.",
                )
            };
            (
                format!(
                    "{name} is niet opgeslagen: het schrijven brak af. {nl} De hele kaart staat in {copy}"
                ),
                format!("{name} was not saved: writing broke off. {en} The whole map is in {copy}"),
            )
        }
        SaveError::Busy { .. } => (
            format!(
                "{name} is niet opgeslagen: een ander programma houdt het bestand vast. Probeer het zo nog eens."
            ),
            format!("{name} was not saved: another program holds the file. Try again in a moment."),
        ),
        SaveError::OpenElsewhere { .. } => (
            format!(
                "{name} is open in een ander venster van Krachtenveld. Sla hier op onder een andere naam."
            ),
            format!(
                "{name} is open in another window of Krachtenveld. Save under another name here."
            ),
        ),
        SaveError::BadName { .. } => (
            format!("{name} is geen naam die het systeem aanneemt. Kies een andere."),
            format!("{name} is no name that the system takes. Choose another."),
        ),
        SaveError::Io { source, .. } => (
            format!(
                "{name} is niet opgeslagen ({source}). Kies een andere plek of probeer het nog eens."
            ),
            format!("{name} was not saved ({source}). Choose another place or try again."),
        ),
    };
    either(language, nl, en)
}

/// Names in a few words why something could not be written.
fn cause(error: &SaveError, language: Language) -> &'static str {
    let words = match error {
        SaveError::DiskFull { .. } => Text::new("de schijf is vol", "the disk is full"),
        SaveError::ReadOnly { .. } => Text::new("alleen-lezen", "read-only"),
        SaveError::Permission { .. } | SaveError::OnlyInPlace { .. } => {
            Text::new("geen toestemming", "no permission")
        }
        SaveError::NoCopyFirst(why) => return cause(why, language),
        SaveError::NoFolder { .. } | SaveError::Vanished { .. } => {
            Text::new("de map op de schijf is weg", "the folder is gone")
        }
        SaveError::Busy { .. } | SaveError::OpenElsewhere { .. } => {
            Text::new("bezet door een ander programma", "held by another program")
        }
        SaveError::Unreadable(_)
        | SaveError::Different
        | SaveError::TooBig { .. }
        | SaveError::NotSealed(_)
        | SaveError::ChangedOnDisk { .. }
        | SaveError::NotAFile { .. }
        | SaveError::BadName { .. }
        | SaveError::BrokenInPlace { .. }
        | SaveError::Io { .. } => Text::new("fout van het systeem", "an error of the system"),
    };
    words.get(language)
}

/// Says that the recovery copy could not be kept.
pub(crate) fn snapshot(error: &SaveError, language: Language) -> String {
    either(
        language,
        format!(
            "Er kan geen herstelkopie worden bewaard ({}). Sla vaker op.",
            cause(error, language)
        ),
        format!(
            "No recovery copy can be kept ({}). Save more often.",
            cause(error, language)
        ),
    )
}

/// Says why unsaved work could not be restored.
pub(crate) fn recovery(error: &RecoveryError, language: Language) -> String {
    if let RecoveryError::Sealed { source, .. } = error {
        return super::share::unseal(source, language);
    }
    either(
        language,
        format!("De herstelkopie gaat niet open ({error}). Ze blijft bewaard."),
        format!("The recovery copy does not open ({error}). It is kept."),
    )
}

/// Says why a picture was not made.
pub(crate) fn picture(reason: &str, language: Language) -> String {
    either(
        language,
        format!("Het plaatje is niet gemaakt ({reason}). Kies een andere naam of plek."),
        format!("The picture was not made ({reason}). Choose another name or place."),
    )
}

/// Says that a report was not made.
pub(crate) fn report(reason: &str, language: Language) -> String {
    either(
        language,
        format!("Het koersblad is niet gemaakt ({reason}). Kies een andere naam of plek."),
        format!("The course page was not made ({reason}). Choose another name or place."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_names_the_place_the_cause_and_what_happens_with_the_data() {
        let noticed = Noticed {
            notice: Notice::UnknownField {
                field: "nmae".to_owned(),
                suggestion: Some("name".to_owned()),
            },
            spot: Some(Spot {
                line: 14,
                column: 8,
                list: Some("actors".to_owned()),
                name: Some("Jan de Boer".to_owned()),
                field: "nmae".to_owned(),
                ..Spot::default()
            }),
            subject: None,
        };
        assert_eq!(
            notice(&noticed, Language::Dutch),
            "Regel 14, kolom 8, actor ‘Jan de Boer’: veld `nmae` bestaat niet. Bedoelde u `name`? De waarde is bewaard."
        );
        assert!(
            notice(&noticed, Language::English)
                .starts_with("Line 14, column 8, actor ‘Jan de Boer’")
        );
    }
}
