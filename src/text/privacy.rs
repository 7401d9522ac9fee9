//! Sentences about copies to send, passphrases, persons, anonymising and removing.

use super::{Text, count};
use crate::model::Language;
use crate::share::{Level, Part, Special};
use crate::storage::CopyKind;

macro_rules! texts {
    ($($name:ident: $nl:literal, $en:literal;)*) => {$(
        pub(crate) const $name: Text = Text::new($nl, $en);
    )*};
}

texts! {
    SEND: "Stuur een kopie", "Send a copy";
    FOR_WHOM: "Voor wie is de kopie?", "Who is the copy for?";
    FOR_WHOM_HINT: "Naam of organisatie, komt in de bestandsnaam", "Name or organisation, goes into the file name";
    WHAT_GOES: "Wat gaat mee?", "What goes in?";
    SEAL_IT: "Verzegelen met een wachtwoord", "Seal with a passphrase";
    SEAL_HINT: "Alleen wie het wachtwoord heeft, kan de kopie lezen", "Only who has the passphrase can read the copy";
    PASSPHRASE: "Wachtwoord", "Passphrase";
    OTHER_WORDS: "Andere woorden", "Other words";
    TELL_BY_PHONE: "Bel het wachtwoord door. Mail het niet, ook niet apart.", "Tell the passphrase by telephone. Do not mail it, not even separately.";
    TOO_WEAK: "Dit is te snel te raden. Neem de zes voorgestelde woorden, of een langere zin.", "This is guessed too soon. Take the six words proposed, or a longer sentence.";
    GUESSED_AT_ONCE: "meteen te raden", "guessed at once";
    WEAK: "zwak", "weak";
    FAIR: "matig", "fair";
    STRONG: "sterk", "strong";
    VERY_STRONG: "zeer sterk", "very strong";
    STRENGTH: "Sterkte", "Strength";
    WHAT_LEAVES: "Dit gaat de deur uit", "This is what leaves";
    AS_TEXTS: "De teksten", "The texts";
    AS_FILE: "Het bestand zelf", "The file itself";
    NO_TEXTS: "Er gaat geen enkele tekst mee.", "No text goes along.";
    PRIVATE_GOES: "privé, gaat mee", "private, goes along";
    SHOW_PRIVATE: "Toon ook de privéteksten", "Show the private texts as well";
    SAVE_COPY: "Kopie opslaan…", "Save the copy…";
    COPY_SEALED: "Kopieer verzegeld, voor in een mail", "Copy sealed, for in a mail";
    SEALED_COPIED: "De verzegelde kopie staat op het klembord", "The sealed copy is on the clipboard";
    SEALING: "Bezig met verzegelen…", "Sealing…";
    STOP: "Stop", "Stop";
    SAVE_TITLE: "Kopie opslaan", "Save the copy";
    SHOW_FOLDER: "Toon in de map", "Show in its folder";
    DONE: "Klaar", "Done";
    OWN_FILE: "Dit is het bestand van uw eigen kaart. Kies voor de kopie een andere naam.", "This is the file of your own map. Choose another name for the copy.";
    ORIGINAL_STAYS: "Uw eigen kaart verandert niet.", "Your own map does not change.";
    FOUND_AGAIN: "Komt de kopie bewerkt terug, open haar dan: Krachtenveld voegt haar samen met uw kaart.", "When the copy comes back edited, open it: Krachtenveld merges it with your map.";
    KEY_IN_MAP: "Wie wie is, staat nu alleen in uw eigen kaart. Sla die op.", "Who is who now stands in your own map alone. Save it.";
    MASKED: "In andere namen vervangen", "Replaced inside other names";
    ALTERNATIVE_NAMES: "Controleer zelf of iemand onder een bijnaam of functie herkenbaar is.", "Check yourself whether somebody can be recognised by a nickname or office.";

    SEALED_TITLE: "Deze kaart is verzegeld", "This map is sealed";
    SEALED_WHY: "Typ het wachtwoord dat de afzender u gaf. Het blijft alleen in het geheugen, zolang de kaart open is.", "Type the passphrase that the sender gave you. It stays in memory alone, as long as the map is open.";
    OPEN: "Open de kaart", "Open the map";
    OPENING: "Bezig met openen…", "Opening…";
    SHOW_WORDS: "Toon het wachtwoord", "Show the passphrase";
    SEALED_MAP: "Verzegelde kaart", "Sealed map";
    OPENED_SEALED: "Deze kaart is verzegeld: opslaan verzegelt haar weer met hetzelfde wachtwoord", "This map is sealed: saving seals it again with the same passphrase";
    ASK_PLAIN: "Opslaan zonder wachtwoord?", "Save without a passphrase?";
    SAVE_PLAIN: "Zonder wachtwoord opslaan", "Save without a passphrase";
    SAVE_SEALED: "Verzegeld opslaan", "Save sealed";

    FIND_PERSON: "Zoek een persoon", "Find a person";
    FIND_PERSON_WHY: "Voor een verzoek om inzage of wissen: elke plek waar de naam staat, ook midden in teksten.", "For a request to see or erase: every place where the name stands, also inside texts.";
    NAME: "Naam", "Name";
    NAME_HINT: "Voor- en achternaam", "First and last name";
    NOT_FOUND: "Deze naam staat nergens in de kaart.", "This name stands nowhere in the map.";
    PARTLY: "deel van de naam", "part of the name";
    PRIVATE: "privé", "private";
    GO_THERE: "Toon", "Show";
    IN_RECENT: "Zoek ook in recente kaarten", "Search recent maps as well";
    COPY_LIST: "Kopieer de lijst", "Copy the list";
    LIST_COPIED: "Lijst gekopieerd", "List copied";
    NOT_IN_RECENT: "In geen van de andere recente kaarten.", "In none of the other recent maps.";
    UNSEARCHED: "niet doorzocht: gaat niet open of is verzegeld", "not searched: does not open or is sealed";

    ANONYMISE: "Kaart anonimiseren", "Anonymise the map";
    ANONYMISE_WHY: "Namen worden vervangen door een soort met een letter; vrije teksten, bronnen en eigen woorden verdwijnen. Scores, relaties en rollen blijven.", "Names are replaced by a kind with a letter; free texts, sources and own words go. Scores, relations and roles stay.";
    ANONYMISE_UNTIL_SAVED: "U kunt dit ongedaan maken zolang de kaart open is. Na opslaan en sluiten zijn de namen uit het bestand weg en komen ze niet terug.", "You can undo this as long as the map is open. Once saved and closed the names are gone from the file and do not come back.";
    ANONYMISE_COPIES: "Eerdere kopieën op deze computer houden de namen. Wis die daarna met ‘Verwijder kaart en kopieën’.", "Earlier copies on this computer keep the names. Erase those afterwards with ‘Remove map and copies’.";
    BEFORE: "Nu", "Now";
    AFTER: "Wordt", "Becomes";
    ANONYMISED: "Namen en teksten zijn vervangen. Na opslaan is dit niet meer terug te draaien; eerdere kopieën houden de namen.", "Names and texts were replaced. Once saved this cannot be turned back; earlier copies keep the names.";
    COPIES: "Eerdere kopieën…", "Earlier copies…";

    DOUBLES: "Dubbele actoren", "Double actors";
    DOUBLES_WHY: "Deze namen lijken op elkaar. Niets gebeurt vanzelf: u kiest of het dezelfde is, en welke naam blijft.", "These names are alike. Nothing happens by itself: you choose whether it is the same, and which name stays.";
    NO_DOUBLES: "Geen namen die op elkaar lijken.", "No names that are alike.";
    SAME_NAME: "Dezelfde naam, op titels en hoofdletters na", "The same name, but for titles and capitals";
    MUCH_ALIKE: "Lijkt erop, misschien een tikfout", "Much alike, perhaps a slip";
    NOT_SAME: "Niet dezelfde", "Not the same";

    REMOVE: "Verwijder kaart en kopieën", "Remove map and copies";
    REMOVE_WHY: "Dit staat er van deze kaart op deze computer.", "This is what this computer holds of this map.";
    REMOVE_ALL: "Verwijder kaart en kopieën", "Remove map and copies";
    REMOVE_COPIES: "Verwijder alleen de kopieën", "Remove the copies alone";
    REMOVE_FOREVER: "Dit kan niet ongedaan worden gemaakt.", "This cannot be undone.";
    CANNOT_REACH: "Wat het programma niet bereikt", "What the program cannot reach";
    CANNOT_REACH_LIST: "Kopieën in mail, in gedeelde of gesynchroniseerde mappen met hun oudere versies, op een stick, in een back-up van de computer; opgeslagen plaatjes en verslagen; afdrukken. Vraag ontvangers om hun kopie te wissen.", "Copies in mail, in shared or synchronised folders with their older versions, on a stick, in a backup of the computer; saved pictures and reports; prints. Ask receivers to erase their copy.";
    NOTHING_KEPT: "Van deze kaart staat nog niets op deze computer.", "This computer holds nothing of this map yet.";
    CANCEL: "Annuleren", "Cancel";
    RECENT_ENTRY: "Vermelding bij recente kaarten", "Entry among recent maps";
    SURE: "Zeker weten: verwijder", "I am sure: remove";

    RETENTION_PASSED: "De bewaartermijn van deze kaart is voorbij. Nog nodig?", "The date until which this map is kept has passed. Still needed?";
    KEEP_A_YEAR: "Nog 12 maanden bewaren", "Keep for another 12 months";
    IN_A_YEAR: "Over 12 maanden", "In 12 months";
    NO_RETENTION: "Nog geen bewaartermijn. Twaalf maanden is gebruikelijk.", "No date yet until which this is kept. Twelve months is usual.";

    SPECIAL_HEAD: "Gevoelige persoonsgegevens", "Sensitive personal data";
    SPECIAL_WHY: "Deze teksten lijken iets te zeggen wat de wet extra beschermt. Is het nodig, en weet de persoon ervan?", "These texts seem to say something that the law guards more than other data. Is it needed, and does the person know?";
    SILENCE: "Niet meer melden voor deze kaart", "Do not mention again for this map";
    SPEAK: "Weer melden", "Mention again";
    SILENCED: "Meldingen over gevoelige gegevens staan uit voor deze kaart.", "Hints at sensitive data are off for this map.";
    NEEDED: "Is het nodig hier?", "Is it needed here?";

    AS_WINDOWS: "Lees als Windows-1252", "Read as Windows-1252";
    READ_AS_WINDOWS: "Gelezen als Windows-1252. Kijk of letters als é en ë kloppen; opslaan maakt een nieuw bestand.", "Read as Windows-1252. See whether letters such as é and ë are right; saving makes a new file.";
    RAW: "Niet gelezen delen van het bestand", "Parts of the file that were not read";
    RAW_WHY: "Ze staan niet op de kaart en gaan bij opslaan letterlijk weer mee.", "They are not on the map and go back into the file as they stand when it is saved.";
    UNREADABLE: "Onleesbaar", "Unreadable";
    DANGLING: "Verwijst naar wat er niet is", "Refers to what is not there";
    UNKNOWN_FIELD: "Onbekend veld", "Unknown field";
    DROP_RAW: "Laat dit weg", "Leave this out";
}

/// Names how much of a map goes into a copy.
pub(crate) fn level(level: Level) -> Text {
    match level {
        Level::Full => Text::new("Alles", "Everything"),
        Level::WithoutPrivate => Text::new("Zonder privé", "Without private"),
        Level::Pseudonyms => Text::new("Zonder namen", "Without names"),
        Level::Structure => Text::new("Alleen de structuur", "Only the structure"),
    }
}

/// Explains a level in a sentence.
pub(crate) fn level_why(level: Level) -> Text {
    match level {
        Level::Full => Text::new(
            "De hele kaart, ook privénotities en gevoeligheden.",
            "The whole map, private notes and sensitivities too.",
        ),
        Level::WithoutPrivate => Text::new(
            "Namen, teksten en scores, maar niets wat als privé is gemarkeerd.",
            "Names, texts and scores, but nothing that is marked private.",
        ),
        Level::Pseudonyms => Text::new(
            "‘Wethouder A’ in plaats van een naam, zonder vrije teksten. Een kleine kaart blijft herkenbaar aan haar vorm.",
            "‘Alderman A’ instead of a name, without free texts. A small map stays recognisable by its shape.",
        ),
        Level::Structure => Text::new(
            "Alleen wie met wie verbonden is, zonder namen, scores of teksten.",
            "Only who is tied to whom, without names, scores or texts.",
        ),
    }
}

/// Says what stays behind, counted.
pub(crate) fn stays(gone: &std::collections::BTreeMap<Part, usize>, language: Language) -> String {
    let parts: Vec<String> = gone
        .iter()
        .map(|(part, count)| format!("{} ({count})", super::share::part(*part).get(language)))
        .collect();
    match (parts.is_empty(), language) {
        (true, Language::Dutch) => "Er blijft niets achter".to_owned(),
        (true, Language::English) => "Nothing stays behind".to_owned(),
        (false, Language::Dutch) => format!("Blijft achter: {}", parts.join(", ")),
        (false, Language::English) => format!("Stays behind: {}", parts.join(", ")),
    }
}

/// Counts what goes along.
pub(crate) fn goes(
    actors: usize,
    relations: usize,
    texts: usize,
    private: usize,
    language: Language,
) -> String {
    let size = super::inspector::map::size(actors, relations, language);
    let texts = count::of(
        texts,
        Text::new("tekst", "text"),
        Text::new("teksten", "texts"),
        language,
    );
    let private = match (private, language) {
        (0, _) => String::new(),
        (_, Language::Dutch) => format!(", waarvan {private} privé"),
        (_, Language::English) => format!(", {private} of them private"),
    };
    format!("{size} · {texts}{private}")
}

/// Gives the word for how strong a passphrase is, 0 to 4.
pub(crate) fn strength(strength: u8) -> Text {
    match strength {
        0 => GUESSED_AT_ONCE,
        1 => WEAK,
        2 => FAIR,
        3 => STRONG,
        _ => VERY_STRONG,
    }
}

/// Gives the name of a copy for somebody.
pub(crate) fn copy_name(title: &str, whom: &str, sealed: bool, language: Language) -> String {
    let ending = if sealed {
        "krachtenveld.age"
    } else {
        "krachtenveld.ron"
    };
    match (whom.is_empty(), language) {
        (true, Language::Dutch) => format!("{title} - kopie.{ending}"),
        (true, Language::English) => format!("{title} - copy.{ending}"),
        (false, Language::Dutch) => format!("{title} - voor {whom}.{ending}"),
        (false, Language::English) => format!("{title} - for {whom}.{ending}"),
    }
}

/// Says where a copy stands.
pub(crate) fn sent(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De kopie staat klaar: {name}"),
        Language::English => format!("The copy is ready: {name}"),
    }
}

/// Says how many more there are.
pub(crate) fn more(rest: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("… en nog {rest}; het bestand zelf toont alles"),
        Language::English => format!("… and {rest} more; the file itself shows all"),
    }
}

/// Says how long a private text is.
pub(crate) fn private_length(letters: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("privétekst van {letters} tekens"),
        Language::English => format!("private text of {letters} characters"),
    }
}

/// Asks whether a sealed map is saved in plain.
pub(crate) fn plain_remark(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!(
                "Deze kaart was verzegeld. In {name} kan iedereen die het bestand heeft haar lezen."
            )
        }
        Language::English => {
            format!("This map was sealed. In {name} everybody who has the file can read it.")
        }
    }
}

/// Says how often a name occurs.
pub(crate) fn found(whole: usize, partly: usize, language: Language) -> String {
    match (partly, language) {
        (0, Language::Dutch) => format!("{whole} keer gevonden"),
        (0, Language::English) => format!("Found {whole} times"),
        (_, Language::Dutch) => {
            format!("{whole} keer gevonden, en {partly} keer een deel van de naam")
        }
        (_, Language::English) => {
            format!("Found {whole} times, and {partly} times a part of the name")
        }
    }
}

/// Says how often a name occurs in another map.
pub(crate) fn found_in(title: &str, places: Option<usize>, language: Language) -> String {
    match (places, language) {
        (None, _) => format!("{title}: {}", UNSEARCHED.get(language)),
        (Some(1), Language::Dutch) => format!("{title}: op 1 plek"),
        (Some(places), Language::Dutch) => format!("{title}: op {places} plekken"),
        (Some(1), Language::English) => format!("{title}: in 1 place"),
        (Some(places), Language::English) => format!("{title}: in {places} places"),
    }
}

/// Says in what an actor stands.
pub(crate) fn stands_in(name: &str, relations: usize, groups: usize, language: Language) -> String {
    let relations = count::of(
        relations,
        Text::new("relatie", "relation"),
        Text::new("relaties", "relations"),
        language,
    );
    let groups = count::of(
        groups,
        Text::new("groep", "group"),
        Text::new("groepen", "groups"),
        language,
    );
    match language {
        Language::Dutch => format!("{name} staat als actor op de kaart: {relations}, {groups}"),
        Language::English => format!("{name} stands on the map as an actor: {relations}, {groups}"),
    }
}

/// Offers to make two actors one under a name.
pub(crate) fn join_as(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Dezelfde: houd ‘{name}’"),
        Language::English => format!("The same: keep ‘{name}’"),
    }
}

/// Names a copy in the store.
pub(crate) fn copy_kind(kind: CopyKind) -> Text {
    match kind {
        CopyKind::Map => Text::new("De kaart zelf", "The map itself"),
        CopyKind::Recovery => Text::new("Herstelkopieën", "Recovery copies"),
        CopyKind::Backup => Text::new("Eerdere versies", "Earlier versions"),
        CopyKind::Base => Text::new("Versies om mee samen te voegen", "Versions to merge with"),
    }
}

/// Says how large a copy is.
pub(crate) fn copy_size(files: usize, bytes: u64, language: Language) -> String {
    let files = count::of(
        files,
        Text::new("bestand", "file"),
        Text::new("bestanden", "files"),
        language,
    );
    format!("{files}, {} kB", bytes.div_ceil(1000))
}

/// Says what was removed, and what stayed.
pub(crate) fn removed(gone: usize, left: &[String], language: Language) -> String {
    let what = count::of(
        gone,
        Text::new("plek", "place"),
        Text::new("plekken", "places"),
        language,
    );
    match (left.is_empty(), language) {
        (true, Language::Dutch) => format!("Verwijderd van {what}"),
        (true, Language::English) => format!("Removed from {what}"),
        (false, Language::Dutch) => format!(
            "Verwijderd van {what}. Dit bleef staan, omdat het in gebruik is of niet weg mag: {}",
            left.join(", ")
        ),
        (false, Language::English) => format!(
            "Removed from {what}. This stayed, as it is in use or must not go: {}",
            left.join(", ")
        ),
    }
}

/// Names a kind of special personal data within a sentence.
pub(crate) fn special(kind: Special) -> Text {
    match kind {
        Special::Health => Text::new("gezondheid", "health"),
        Special::Origin => Text::new("afkomst", "origin"),
        Special::Religion => Text::new("geloof", "religion"),
        Special::Politics => Text::new("politieke voorkeur", "political opinions"),
        Special::Union => Text::new("vakbond", "trade union"),
        Special::Sexuality => Text::new("seksualiteit", "sexuality"),
        Special::Crime => Text::new("strafbare feiten", "crimes"),
        Special::Number => Text::new("burgerservicenummer", "citizen service number"),
    }
}

/// Hints at special data in a text.
pub(crate) fn special_hint(
    kinds: &std::collections::BTreeSet<Special>,
    language: Language,
) -> String {
    let words: Vec<&str> = kinds
        .iter()
        .map(|kind| special(*kind).get(language))
        .collect();
    let words = words.join(", ");
    match language {
        Language::Dutch => format!("Lijkt te gaan over {words}. {}", NEEDED.get(language)),
        Language::English => format!("Seems to be about {words}. {}", NEEDED.get(language)),
    }
}

/// Counts the places with special data.
pub(crate) fn special_places(places: usize, language: Language) -> String {
    match (places, language) {
        (1, Language::Dutch) => "1 plek".to_owned(),
        (_, Language::Dutch) => format!("{places} plekken"),
        (1, Language::English) => "1 place".to_owned(),
        (_, Language::English) => format!("{places} places"),
    }
}
