//! Dates as they are written and read: `2026-05-12`, `12-5-2026`, `12 mei 2026`.

use jiff::civil::Date;

use crate::model::Language;

words! {
    HINT: "jjjj-mm-dd of 12 mei 2026", "yyyy-mm-dd or 12 May 2026";
}

const DUTCH: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_word(date: Date, language: Language) -> &'static str {
    let months = match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    };
    let place = usize::try_from(date.month() - 1).unwrap_or_default();
    months.get(place).copied().unwrap_or_default()
}

/// Gives a date in words.
pub(crate) fn written(date: Date, language: Language) -> String {
    format!(
        "{} {} {}",
        date.day(),
        month_word(date, language),
        date.year()
    )
}

/// Gives a date in words, without the year when it is this one.
pub(crate) fn short(date: Date, today: Date, language: Language) -> String {
    if date.year() == today.year() {
        format!("{} {}", date.day(), month_word(date, language))
    } else {
        written(date, language)
    }
}

/// Says that a text is no date.
pub(crate) fn not_a_date(language: Language) -> String {
    match language {
        Language::Dutch => "Dit is geen datum. Typ bijvoorbeeld 12 mei 2026 of 2026-05-12.",
        Language::English => "This is no date. Type for instance 12 May 2026 or 2026-05-12.",
    }
    .to_owned()
}

/// Reads a date as people type it; without a year it is this one.
pub(crate) fn read(typed: &str, today: Date) -> Option<Date> {
    let lower = typed.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|letter: char| letter.is_whitespace() || "-/.,".contains(letter))
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse().ok()?, month_of(month)?, *day),
        [month, day, year] if month.parse::<u8>().is_err() && month_of(month).is_some() => {
            (year_of(year)?, month_of(month)?, *day)
        }
        [day, month, year] => (year_of(year)?, month_of(month)?, *day),
        [day, month] => (today.year(), month_of(month)?, *day),
        _ => return None,
    };
    Date::new(year, month, day.parse().ok()?).ok()
}

fn year_of(part: &str) -> Option<i16> {
    let year: i16 = part.parse().ok()?;
    match part.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Reads a month as a number or as (the beginning of) a word in either language.
fn month_of(part: &str) -> Option<i8> {
    if let Ok(number) = part.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    if part.chars().count() < 3 {
        return None;
    }
    let named = |months: &[&str; 12]| {
        months
            .iter()
            .position(|month| month.to_lowercase().starts_with(part))
    };
    let also = (part == "mrt").then_some(2);
    let place = named(&DUTCH).or_else(|| named(&ENGLISH)).or(also)?;
    i8::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_type_it() {
        let today = Date::constant(2026, 11, 1);
        for typed in [
            "2026-05-12",
            "12-5-2026",
            "12 mei 2026",
            "12 May 2026",
            "may 12, 2026",
            "12/05/26",
            "12 mei",
            "12.5",
        ] {
            assert_eq!(
                read(typed, today),
                Some(Date::constant(2026, 5, 12)),
                "{typed}"
            );
        }
        assert_eq!(read("1 mrt 2025", today), Some(Date::constant(2025, 3, 1)));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        let today = Date::constant(2026, 11, 1);
        for typed in [
            "",
            "morgen",
            "31 februari 2026",
            "12 13 2026",
            "12",
            "é é é",
            "2026-05-99999",
        ] {
            assert_eq!(read(typed, today), None, "{typed}");
        }
    }
}
