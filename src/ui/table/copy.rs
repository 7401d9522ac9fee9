//! Rows as text for a spreadsheet.

/// Gives a cell as a spreadsheet takes it: never a formula, and in quotes where it holds a tab, a line or a quote.
pub(super) fn cell(text: &str) -> String {
    let number = text.parse::<f64>().is_ok();
    let guarded = !number && text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']);
    let text = if guarded {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Gives rows of cells, separated by tabs.
pub(super) fn rows(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let lines = rows.into_iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        cells.join("\t") + "\n"
    });
    lines.collect()
}
