//! Words about what keeps a map safe: earlier versions, other windows and programs, and faults of our own.

use jiff::civil::{Date, DateTime};

use super::{Text, count};
use crate::model::Language;

macro_rules! words {
    ($($name:ident: $nl:literal, $en:literal;)*) => {$(
        pub(crate) const $name: Text = Text::new($nl, $en);
    )*};
}

words! {
    TITLE: "Eerdere versies", "Earlier versions";
    INTRO: "De laatste vijf keer dat de kaart is opgeslagen of geopend, en één van elke dag, twee weken lang. Ze staan alleen op deze computer.", "The last five times the map was saved or opened, and one of each day for two weeks. They are on this computer only.";
    NONE: "Er zijn nog geen eerdere versies. De eerste komt er zodra u opslaat.", "There are no earlier versions yet. The first comes once you save.";
    OFF: "Eerdere versies worden niet bewaard; dat staat zo in de instellingen.", "Earlier versions are not kept; the settings say so.";
    READING: "De eerdere versies worden gelezen…", "Reading the earlier versions…";
    SAME: "zoals de kaart nu is", "as the map is now";
    SINCE: "Sindsdien", "Since then";
    DIFFERENCES: "Verschillen", "Differences";
    PUT_BACK: "Zet terug", "Put back";
    OPEN_COPY: "Open als kopie", "Open as a copy";
    IS_PUT_BACK: "De eerdere versie staat er weer. Ongedaan maken kan.", "The earlier version is back. This can be undone.";
    KEEP_VERSIONS: "Eerdere versies bewaren", "Keep earlier versions";
    KEEP_VERSIONS_HINT: "Om terug te kijken of terug te zetten, alleen op deze computer", "To look back or put back, on this computer only";
    WIPE: "Wis alle herstelkopieën", "Clear all recovery copies";
    WIPED: "De herstelkopieën zijn gewist; die van open kaarten blijven tot u opslaat", "The recovery copies are cleared; those of open maps stay until you save";
    MERGE: "Samenvoegen…", "Merge…";
    TAKE_FILE: "Neem wat in het bestand staat", "Take what is in the file";
    KEEP_MINE: "Houd wat hier staat", "Keep what is here";
    SAVE_ANEW: "Sla hier opnieuw op", "Save here again";
    SAVE_ELSEWHERE: "Opslaan als…", "Save as…";
    IN_PLACE: "Toch in dit bestand…", "In this file all the same…";
    ASK_NEWER: "Dit bestand is van een nieuwere versie van Krachtenveld", "This file is of a newer version of Krachtenveld";
    SAVE_OVER_NEWER: "Sla toch hier op", "Save here all the same";
    ASK_IN_PLACE: "Rechtstreeks in het bestand schrijven?", "Write in the file itself?";
    WRITE_IN_PLACE: "Schrijf in het bestand", "Write in the file";
    RETRY: "Opnieuw", "Try again";
    OURS_AGAIN: "Het andere venster is dicht: opslaan gaat weer naar dit bestand", "The other window is closed: saving goes to this file again";
    FELL: "Er ging iets mis in het programma. Uw werk is bewaard; kijk of alles er nog staat.", "Something went wrong in the program. Your work is kept; see whether all is there.";
    FELL_TITLE: "Dit scherm kan niet worden getekend", "This screen cannot be drawn";
    FELL_BODY: "Er ging iets mis in het programma. De kaart is heel, en er is een herstelkopie. Sla de kaart op, en ga dan verder of sluit af.", "Something went wrong in the program. The map is whole, and there is a recovery copy. Save the map, then go on or quit.";
    GO_ON: "Ga verder", "Go on";
    QUIT: "Afsluiten", "Quit";
    STILL_WRITING: "Nog niet alles is weggeschreven: de schijf of het netwerk antwoordt niet.", "Not all is written yet: the disk or the network does not answer.";
    QUIT_ANYWAY: "Sluit toch af", "Quit anyway";
    ON_A_COPY: "Dit venster toont een kopie; opslaan vraagt om een andere naam", "This window shows a copy; saving asks for another name";
}

/// Says what happens when the file of a newer version is written.
pub(crate) fn newer_remark(title: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "Wat deze versie niet kent van ‘{title}’, blijft onaangeroerd in het bestand staan. Zekerder is het om op te slaan onder een andere naam. Dit wordt één keer gevraagd."
        ),
        Language::English => format!(
            "What this version does not know of ‘{title}’ stays in the file untouched. It is safer to save under another name. This is asked once."
        ),
    }
}

/// Says what the risk is of writing in the file itself.
pub(crate) fn in_place_remark(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "Naast ‘{name}’ mag geen nieuw bestand worden gemaakt, dus kan de kaart alleen over het oude heen. Valt intussen de stroom of het netwerk weg, dan kan het bestand half geschreven blijven. Daarom wordt eerst een hele kopie in de herstelmap van deze computer bewaard; gaat het mis, dan staat de kaart daar."
        ),
        Language::English => format!(
            "No new file may be made beside ‘{name}’, so the map can only go over the old one. If the power or the network fails meanwhile, the file may be left half written. That is why a whole copy is kept first in the recovery folder of this computer; if it goes wrong, the map is there."
        ),
    }
}

/// Opens the version that was kept of a file that does not open.
pub(crate) fn open_kept(moment: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Open de bewaarde versie van {moment}"),
        Language::English => format!("Open the version kept {moment}"),
    }
}

/// Says when a version was made.
pub(crate) fn moment(when: DateTime, today: Date, language: Language) -> String {
    let days = when
        .date()
        .until(today)
        .map_or(0, |span| i64::from(span.get_days()));
    let day = count::days_ago(i32::try_from(days).unwrap_or(i32::MAX), language);
    format!("{day}, {:02}:{:02}", when.hour(), when.minute())
}

/// Names an earlier version beside the open map.
pub(crate) fn version_of(moment: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("de versie van {moment}"),
        Language::English => format!("the version of {moment}"),
    }
}

/// Says how many sentences are left out.
pub(crate) fn and_more(n: usize, language: Language) -> String {
    match language {
        Language::Dutch => format!("en nog {n}"),
        Language::English => format!("and {n} more"),
    }
}

/// Says that another window has the file open.
pub(crate) fn elsewhere(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "{name} is al open in een ander venster. Dit venster toont een kopie, die met het bestand meegaat zolang u hier niets wijzigt."
        ),
        Language::English => format!(
            "{name} is open in another window already. This window shows a copy, which follows the file as long as you change nothing here."
        ),
    }
}

/// Says that the map was read again.
pub(crate) fn read_again(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{name} is buiten dit venster gewijzigd en opnieuw gelezen"),
        Language::English => format!("{name} was changed outside this window and read again"),
    }
}

/// Says that the file was changed while there is unsaved work.
pub(crate) fn changed(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "{name} is buiten dit venster gewijzigd, en hier staat werk dat nog niet is opgeslagen. Er wordt niets vervangen zonder uw keuze."
        ),
        Language::English => format!(
            "{name} was changed outside this window, and there is unsaved work here. Nothing is replaced unless you choose so."
        ),
    }
}

/// Says that the file holds another map now.
pub(crate) fn another_map(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "In {name} staat nu een andere kaart. Deze kaart staat hier nog zoals ze was; sla haar op onder een andere naam."
        ),
        Language::English => format!(
            "{name} holds another map now. This map is still here as it was; save it under another name."
        ),
    }
}

/// Says that the file is no map any more.
pub(crate) fn broken(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "{name} is buiten dit venster gewijzigd en gaat niet meer open. De kaart staat hier nog zoals ze was."
        ),
        Language::English => format!(
            "{name} was changed outside this window and does not open any more. The map is still here as it was."
        ),
    }
}

/// Says that the file was sealed with another passphrase.
pub(crate) fn locked(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "{name} is buiten dit venster gewijzigd en met een ander wachtwoord verzegeld. De kaart staat hier nog zoals ze was."
        ),
        Language::English => format!(
            "{name} was changed outside this window and sealed with another passphrase. The map is still here as it was."
        ),
    }
}

/// Says that the file is gone.
pub(crate) fn gone(name: &str, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!("{name} staat niet meer op zijn plek. De kaart is hier nog; u kunt doorwerken.")
        }
        Language::English => {
            format!("{name} is no longer in its place. The map is still here; you can go on.")
        }
    }
}

/// Says that a synchroniser left copies beside the map.
pub(crate) fn copies(first: &str, n: usize, language: Language) -> String {
    match (n, language) {
        (0 | 1, Language::Dutch) => format!(
            "Naast deze kaart staat een afwijkende kopie die bij het synchroniseren is ontstaan: {first}."
        ),
        (0 | 1, Language::English) => {
            format!("Beside this map lies a differing copy that synchronising left: {first}.")
        }
        (_, Language::Dutch) => format!(
            "Naast deze kaart staan {n} afwijkende kopieën die bij het synchroniseren zijn ontstaan, zoals {first}."
        ),
        (_, Language::English) => format!(
            "Beside this map lie {n} differing copies that synchronising left, such as {first}."
        ),
    }
}

/// Says that old recovery copies were thrown away.
pub(crate) fn expired(n: usize, language: Language) -> String {
    let what = count::of(
        n,
        Text::new("herstelkopie", "recovery copy"),
        Text::new("herstelkopieën", "recovery copies"),
        language,
    );
    match language {
        Language::Dutch => format!("Opgeruimd omdat niemand er een maand naar vroeg: {what}"),
        Language::English => format!("Cleared because nobody asked for it in a month: {what}"),
    }
}

/// Says how much unsaved work differs from the file.
pub(crate) fn differs(n: usize, language: Language) -> String {
    let what = count::of(
        n,
        Text::new("verschil", "difference"),
        Text::new("verschillen", "differences"),
        language,
    );
    match language {
        Language::Dutch => format!("{what} met het bestand"),
        Language::English => format!("{what} with the file"),
    }
}

/// Offers work that was closed without saving.
pub(crate) fn let_go(title: &str, moment: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Gesloten zonder op te slaan: ‘{title}’, {moment}"),
        Language::English => format!("Closed without saving: ‘{title}’, {moment}"),
    }
}
