//! What the fields of a map are called within a sentence.

use crate::merge::Field;
use crate::text::Text;

macro_rules! labels {
    ($($field:ident: $nl:literal, $en:literal;)*) => {
        /// Gives what a field is called.
        pub(super) const fn label(field: Field) -> Text {
            match field {
                $(Field::$field => Text::new($nl, $en),)*
            }
        }
    };
}

labels! {
    Acknowledged: "erkend", "acknowledged";
    Actions: "acties", "actions";
    Actors: "actoren", "actors";
    Agreement: "doelen van de afspraak", "goals of the agreement";
    AgreedBy: "akkoord", "agreement";
    Also: "wat de hoofdpersoon ook doet", "what the official does besides";
    Alternative: "wat ook is overwogen", "what else was considered";
    Alternatives: "openstaande botsingen", "unsettled clashes";
    Answered: "beantwoord", "answered";
    Area: "werkgebied", "area";
    Arena: "arena", "arena";
    Arenas: "eigen arena’s", "own arenas";
    Arrangement: "weergave", "view";
    Arrow: "pijl", "arrow";
    Autonomy: "heeft iets in te brengen", "has something to bring";
    Because: "reden van de kijk", "reason for the view";
    Bounds: "kaders", "bounds";
    CallsIt: "eigen naam voor het vraagstuk", "own name for the issue";
    Candidate: "plek aan tafel", "seat at the table";
    Certainty: "zekerheid", "certainty";
    Competence: "voelt zich toegerust", "feels equipped";
    Competences: "wat het vraagt", "what it asks";
    ConnectedParty: "verbonden partij", "connected party";
    Content: "inhoud", "content";
    Courses: "koersen", "courses";
    Creates: "maakt deze waarde al", "already makes this value";
    Dangling: "losse verwijzingen", "loose references";
    Date: "datum", "date";
    Description: "omschrijving", "description";
    Direction: "koers", "course";
    Due: "einddatum", "due date";
    Ends: "uiteinden", "ends";
    ExpectOfThem: "wat wij verwachten", "what we expect";
    ExpectOfUs: "wat de ander verwacht", "what the other expects";
    Factors: "factoren", "factors";
    Filter: "filter", "filter";
    Fixed: "wat vastligt", "what is fixed";
    Focal: "hoofdpersoon", "official in focus";
    Force: "kracht", "force";
    Form: "vorm", "form";
    Formal: "kanaal", "channel";
    Frames: "invalshoek", "angle";
    Free: "wat vrij is", "what is free";
    From: "begindatum", "start date";
    Glossary: "woordenlijst", "glossary";
    Groups: "groepen", "groups";
    Heat: "hitte", "heat";
    Hidden: "verborgen", "hidden";
    Horizon: "termijn", "horizon";
    Hypothesis: "verwachting", "expectation";
    Importance: "belang", "importance";
    Initiator: "initiatiefnemer", "initiator";
    Inside: "binnen of buiten de organisatie", "inside or outside the organisation";
    Interests: "belangen", "interests";
    Involvement: "betrokkenheid", "involvement";
    Issue: "vraagstuk", "issue";
    IssueSentence: "het vraagstuk in één zin", "the question in one sentence";
    Issues: "vraagstukken", "issues";
    Keep: "wat we in de hand houden", "what we keep in hand";
    Kind: "soort", "kind";
    Kinds: "eigen soorten", "own kinds";
    Language: "taal", "language";
    Learning: "leren", "learning";
    Legitimacy: "terecht aan tafel", "rightly at the table";
    Lens: "antwoord in een bril", "answer in a lens";
    LensesOn: "brillen die aan staan", "lenses that are on";
    Lesson: "les", "lesson";
    Level: "niveau", "level";
    Log: "logboek", "log";
    Meaning: "betekenis", "meaning";
    Members: "leden", "members";
    Met: "verwachtingen komen uit", "expectations are met";
    Meta: "bewaargegevens", "keeping";
    Mode: "rol", "role";
    Moments: "momenten", "moments";
    Mutual: "wederzijds", "mutual";
    Name: "naam", "name";
    Negotiable: "wat bespreekbaar is", "what is negotiable";
    NoRelation: "geen relatie", "no relation";
    NotSame: "niet dezelfde", "not the same";
    Note: "tekst", "text";
    Notes: "notities", "notes";
    Official: "official", "official";
    Openness: "openheid", "openness";
    Order: "volgorde", "order";
    Organisation: "organisatie", "organisation";
    OwnLenses: "eigen brillen", "own lenses";
    Owner: "wie", "who";
    Participation: "deelname", "participation";
    Paused: "pauze", "pause";
    Perspective: "perspectief", "perspective";
    Phase: "fase", "phase";
    Place: "plaats", "place";
    Portfolio: "portefeuille", "portfolio";
    Position: "positie", "position";
    Positions: "positie", "position";
    Power: "invloed", "power";
    Private: "privé", "private";
    Problem: "het probleem", "the problem";
    Pseudonyms: "pseudoniem", "pseudonym";
    Purpose: "doel", "purpose";
    PurposeOfKeeping: "waarvoor bewaard", "what it is kept for";
    Questions: "open vragen", "open questions";
    Quote: "eigen woorden", "own words";
    Reason: "reden", "reason";
    Reference: "vindplaats", "reference";
    Relations: "relaties", "relations";
    Relatedness: "hoort erbij", "belongs";
    Restart: "wat nodig is om verder te gaan", "what is needed to go on";
    Result: "resultaat", "result";
    Retention: "bewaren tot", "keep until";
    Review: "opnieuw bekijken op", "look again on";
    Roles: "rolkeuzes", "role choices";
    RoomGiven: "ruimte gegeven", "room given";
    RoomTaken: "ruimte genomen", "room taken";
    SaidAloud: "hardop gezegd", "said aloud";
    Salience: "prioriteit", "priority";
    Scenes: "dia’s", "slides";
    Scope: "bereik", "scope";
    Script: "draaiboek", "script";
    Sees: "kijk op de situatie", "view of the situation";
    SeesOther: "kijk", "view";
    Sensitivities: "gevoeligheden", "sensitivities";
    Session: "stap in het draaiboek", "step of the script";
    Settled: "afgehandeld", "settled";
    SharedValue: "gedeelde waarde", "shared value";
    Short: "korte naam", "short name";
    Shows: "wat de muur toont", "what the wall shows";
    Signals: "signalen", "signals";
    Silenced: "stille controles", "silenced checks";
    Source: "bron", "source";
    Starred: "ster", "star";
    State: "toestand", "state";
    Status: "voortgang", "progress";
    Strength: "sterkte", "strength";
    Tags: "labels", "labels";
    Talents: "talenten", "talents";
    Target: "onderwerp", "subject";
    Targets: "waarvoor", "what for";
    Text: "tekst", "text";
    Texts: "teksten op de kaart", "texts on the map";
    Title: "titel", "title";
    Tone: "toon", "tone";
    Unknown: "gegevens van een nieuwere versie", "data of a newer version";
    Unreadable: "onleesbare delen", "unreadable parts";
    Until: "einddatum", "end date";
    Urgency: "urgentie", "urgency";
    Value: "waarde", "value";
    Values: "waarden", "values";
    Vanguard: "kopgroep", "vanguard";
    View: "uitsnede", "view rectangle";
    Voices: "stemmen", "voices";
    Way: "weg", "way";
    Weight: "gewicht", "weight";
    Whereto: "waartoe", "to what end";
    WhoActs: "wie het oppakt", "who acts";
    WhoMightKnow: "wie het kan weten", "who might know";
    Why: "waarom", "why";
}

/// Gives what one entry of a list is called, where the list has entries of its own.
pub(super) const fn one(field: Field) -> Option<Text> {
    match field {
        Field::Interests => Some(Text::new("een belang", "an interest")),
        Field::Sensitivities => Some(Text::new("een gevoeligheid", "a sensitivity")),
        Field::Notes => Some(Text::new("een notitie", "a note")),
        Field::Signals => Some(Text::new("een signaal", "a signal")),
        _ => None,
    }
}
