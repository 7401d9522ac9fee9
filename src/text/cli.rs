//! Sentences of the command line.

use super::Text;
use crate::model::Language;

/// Points at the help.
pub(crate) const TRY_HELP: Text = Text::new(
    "Alle aanroepen: krachtenveld --help",
    "All calls: krachtenveld --help",
);
/// Said of a path without a file.
pub(crate) const NO_FILE: Text = Text::new("dit bestand is er niet", "there is no such file");

/// Explains all calls.
pub(crate) fn help(language: Language) -> &'static str {
    Text::new(HELP_NL, HELP_EN).get(language)
}

const HELP_NL: &str = "\
Krachtenveld brengt in kaart wie met wie te maken heeft, en of u regie voert of verbindt.

  krachtenveld [KAART]                    opent het venster; een pad zonder bestand wordt een nieuwe kaart
  krachtenveld new UIT [--template NAAM]  maakt een nieuwe kaart
  krachtenveld check KAART… [--strict]    0 als de kaart opent, met alles wat opviel; 1 als ze wordt geweigerd
  krachtenveld show KAART                 schrijft de vaste vorm van een kaart
  krachtenveld compare A B                wat er tussen twee kaarten verschilt
  krachtenveld merge BASIS MIJN HUN -o UIT
                                          voegt twee versies samen; 1 als er botsingen zijn, die in UIT blijven staan
  krachtenveld share KAART -o UIT [--redact full|without-private|pseudonyms|structure]
               [--passphrase-file BESTAND]
                                          een kopie om te versturen, zonder wat privé is; met wachtwoord verzegeld
  krachtenveld unseal IN -o UIT [--passphrase-file BESTAND]
                                          opent een verzegelde kaart
  krachtenveld analyse KAART|VELD.json    alle maten
  krachtenveld advise KAART|VELD.json [--official NAAM]
                                          advies over regie en verbinden
  krachtenveld picture KAART -o UIT.svg|png|pdf [--issue NAAM] [--size BxH]
               [--view network|forces|matrix|rings|table|course]
               [--theme light|dark|contrast] [--text PERCENTAGE] [--wall]
                                          wat het scherm toont, zonder scherm; --wall: zonder oordelen
  krachtenveld report KAART -o UIT.pdf|html|md --kind course
                                          het koersblad: één A4 met de keuzes, zonder privéteksten

Overal: --lang nl|en; --json bij check, compare, merge, analyse en advise; --version.
Einde: 0 gedaan, 1 geweigerd, 2 verkeerde aanroep.
";

const HELP_EN: &str = "\
Krachtenveld maps who has to deal with whom, and whether you direct or bridge.

  krachtenveld [MAP]                      opens the window; a path without a file becomes a new map
  krachtenveld new OUT [--template NAME]  makes a new map
  krachtenveld check MAP… [--strict]      0 when the map opens, with all that was noticed; 1 when it is refused
  krachtenveld show MAP                   writes the canonical form of a map
  krachtenveld compare A B                what differs between two maps
  krachtenveld merge BASE MINE THEIRS -o OUT
                                          merges two versions; 1 when there are clashes, which stay in OUT
  krachtenveld share MAP -o OUT [--redact full|without-private|pseudonyms|structure]
               [--passphrase-file FILE]
                                          a copy to send, without what is private; sealed with a passphrase
  krachtenveld unseal IN -o OUT [--passphrase-file FILE]
                                          opens a sealed map
  krachtenveld analyse MAP|FIELD.json     all measures
  krachtenveld advise MAP|FIELD.json [--official NAME]
                                          advice on directing and bridging
  krachtenveld picture MAP -o OUT.svg|png|pdf [--issue NAME] [--size WxH]
               [--view network|forces|matrix|rings|table|course]
               [--theme light|dark|contrast] [--text PERCENT] [--wall]
                                          what the screen shows, without a screen; --wall: without judgements
  krachtenveld report MAP -o OUT.pdf|html|md --kind course
                                          the course page: one A4 with the choices, without private texts

Everywhere: --lang nl|en; --json with check, compare, merge, analyse and advise; --version.
Exit: 0 done, 1 refused, 2 wrong call.
";

/// Says that there is no such option.
pub(crate) fn unknown_option(option: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De optie {option} bestaat hier niet."),
        Language::English => format!("There is no option {option} here."),
    }
}

/// Says that a word is one too many.
pub(crate) fn unexpected(word: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{word} staat hier te veel."),
        Language::English => format!("{word} is one word too many here."),
    }
}

/// Says what is missing.
pub(crate) fn missing(what: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Hier ontbreekt {what}."),
        Language::English => format!("{what} is missing here."),
    }
}

/// Says that a value does not fit its option.
pub(crate) fn bad_value(option: &str, value: &str, fits: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{value} past niet bij {option}. Wel: {fits}."),
        Language::English => format!("{value} does not fit {option}. These do: {fits}."),
    }
}

/// Says that a view does not go on the wall.
pub(crate) fn judgement(view: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("De weergave {view} is een oordeel en gaat niet naar de muur."),
        Language::English => format!("The view {view} is a judgement and does not go on the wall."),
    }
}

/// Says that there is no report of a kind.
pub(crate) fn no_report(kind: &str, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!(
                "Een verslag van de soort {kind} is er niet; --kind course (het koersblad) wel."
            )
        }
        Language::English => {
            format!("There is no report of kind {kind}; there is --kind course (the course page).")
        }
    }
}

/// Says that a call is malformed.
pub(crate) fn malformed(why: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("Dit is geen aanroep: {why}."),
        Language::English => format!("This is no call: {why}."),
    }
}

/// Says that a map opens, and how much was noticed.
pub(crate) fn opens(actors: usize, relations: usize, notices: usize, language: Language) -> String {
    let actor = counted(
        actors,
        Text::new("actor", "actor"),
        Text::new("actoren", "actors"),
        language,
    );
    let relation = counted(
        relations,
        Text::new("relatie", "relation"),
        Text::new("relaties", "relations"),
        language,
    );
    let start = match language {
        Language::Dutch => format!("opent; {actor}, {relation}"),
        Language::English => format!("opens; {actor}, {relation}"),
    };
    if notices == 0 {
        return start;
    }
    let notice = counted(
        notices,
        Text::new("opmerking", "notice"),
        Text::new("opmerkingen", "notices"),
        language,
    );
    format!("{start}, {notice}")
}

fn counted(count: usize, one: Text, more: Text, language: Language) -> String {
    format!(
        "{count} {}",
        if count == 1 { one } else { more }.get(language)
    )
}

/// Says that a map was made.
pub(crate) fn made(path: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{path} is gemaakt"),
        Language::English => format!("{path} was made"),
    }
}

/// Says that there is a file already.
pub(crate) fn already_there(path: &str, language: Language) -> String {
    match language {
        Language::Dutch => format!("{path} bestaat al; er is niets overschreven."),
        Language::English => format!("{path} is there already; nothing was written over."),
    }
}

/// Says that there is no such template.
pub(crate) fn no_template(name: &str, names: &[&str], language: Language) -> String {
    let names = names.join(", ");
    match language {
        Language::Dutch => format!("Het sjabloon {name} bestaat niet. Wel: {names}."),
        Language::English => format!("There is no template {name}. There are: {names}."),
    }
}

/// Says that there is no such issue.
pub(crate) fn no_issue(name: &str, names: &[&str], language: Language) -> String {
    let names = names.join(", ");
    match language {
        Language::Dutch => format!("Het vraagstuk {name} staat niet op de kaart. Wel: {names}."),
        Language::English => format!("The issue {name} is not on the map. These are: {names}."),
    }
}
