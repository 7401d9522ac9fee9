//! The walls between the layers: imports go one way, and some crates stay out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom to the top with the layers each may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("lens", &["model"]),
    ("edit", &["model"]),
    ("merge", &["model", "edit"]),
    ("share", &["model", "merge"]),
    ("analysis", &["model"]),
    ("placement", &[]),
    ("storage", &["model", "lens", "edit", "merge"]),
    ("exchange", &["model", "edit", "analysis"]),
    (
        "session",
        &["model", "lens", "edit", "merge", "analysis", "placement"],
    ),
    (
        "text",
        &[
            "model", "lens", "edit", "merge", "share", "analysis", "storage", "exchange", "session",
        ],
    ),
    (
        "export",
        &["model", "lens", "edit", "analysis", "session", "text"],
    ),
    (
        "ui",
        &[
            "model",
            "lens",
            "edit",
            "merge",
            "share",
            "analysis",
            "placement",
            "storage",
            "exchange",
            "session",
            "text",
            "export",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "lens",
            "edit",
            "merge",
            "share",
            "analysis",
            "placement",
            "storage",
            "exchange",
            "session",
            "text",
            "export",
            "ui",
        ],
    ),
];

/// Words that must not stand in the code of a layer.
const BANNED: &[(&str, &[&str])] = &[
    (
        "model",
        &[
            "serde",
            "petgraph",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    (
        "lens",
        &[
            "serde",
            "petgraph",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    (
        "edit",
        &[
            "serde",
            "petgraph",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    (
        "merge",
        &[
            "serde",
            "petgraph",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    (
        "analysis",
        &[
            "serde",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    (
        "placement",
        &[
            "serde",
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
        ],
    ),
    ("storage", &["egui", "rfd::"]),
    ("exchange", &["egui", "rfd::"]),
    (
        "session",
        &[
            "std::fs",
            "std::time",
            "std::thread",
            "egui",
            "getrandom",
            "Zoned",
            "crate::text",
        ],
    ),
    ("text", &["egui", "std::fs"]),
    ("export", &["egui", "std::fs"]),
    ("cli", &["egui"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn layer_of(path: &Path, root: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    LAYERS
        .iter()
        .any(|(layer, _)| *layer == name)
        .then(|| name.to_owned())
}

/// Gives the lines of a file that are code, before its tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or_default()))
}

fn is_test_file(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "tests")
        || path.components().any(|part| part.as_os_str() == "tests")
}

#[test]
fn imports_go_one_way_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let mut faults = Vec::new();
    let mut seen = 0;
    for path in sources(&root)
        .into_iter()
        .filter(|path| !is_test_file(path))
    {
        let Some(layer) = layer_of(&path, &root) else {
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        seen += 1;
        for (number, line) in code(&text) {
            for (other, _) in LAYERS.iter().filter(|(other, _)| *other != layer) {
                let imported = line.contains(&format!("crate::{other}::"))
                    || line.contains(&format!("crate::{other};"));
                if imported && !allowed[layer.as_str()].contains(other) {
                    faults.push(format!(
                        "{}:{number}: {layer} imports {other}",
                        path.display()
                    ));
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} files of layers were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_layer_leaves_out_what_it_must_not_know() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    for path in sources(&root)
        .into_iter()
        .filter(|path| !is_test_file(path))
    {
        let Some(layer) = layer_of(&path, &root) else {
            continue;
        };
        let banned = BANNED
            .iter()
            .find(|(name, _)| *name == layer)
            .map_or(&[][..], |(_, words)| words);
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in code(&text) {
            for word in banned.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: {layer} uses {word}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_jobs_of_the_window_touch_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut faults = Vec::new();
    for path in sources(&root)
        .into_iter()
        .filter(|path| !is_test_file(path) && !path.starts_with(root.join("jobs")))
    {
        let text = fs::read_to_string(&path).unwrap();
        let lines = code(&text).filter(|(_, line)| line.contains("std::fs"));
        faults.extend(lines.map(|(number, _)| format!("{}:{number}", path.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn colours_are_made_in_the_theme_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let theme = root.join("theme");
    let mut faults = Vec::new();
    for path in sources(&root)
        .into_iter()
        .filter(|path| !path.starts_with(&theme) && !is_test_file(path))
    {
        let text = fs::read_to_string(&path).unwrap();
        let lines = code(&text).filter(|(_, line)| {
            line.contains("Color32::from_rgb") || line.contains("Color32::from_hex")
        });
        faults.extend(lines.map(|(number, _)| format!("{}:{number}", path.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
